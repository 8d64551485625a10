//! The voices of a case: which of them is on the form, another one, and taking one out.

use eframe::egui::Ui;

use crate::review::case::Case;
use crate::review::command::Command;
use crate::review::perspective::{Perspective, Speaker, VoiceId};
use crate::ui::intent::Intent;
use crate::ui::view::View;
use crate::ui::widgets::{access, button};

/// The voices, where there are several: a step to each, and to another one.
pub(super) fn tabs(ui: &mut Ui, view: &mut View<'_>, case: &Case, shown: VoiceId) {
    let begins = case.voice(shown).is_none();
    if case.voices.is_empty() || (case.voices.len() == 1 && !begins) {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for (at, voice) in case.voices.iter().enumerate() {
            let name = name(case, at, voice);
            let tab = ui.selectable_label(voice.id == shown, &name);
            access::name(ui, &tab, &name);
            if tab.clicked() {
                view.want(Intent::Voice(voice.id));
            }
        }
        if begins {
            let next = format!("{}. another voice", case.voices.len() + 1);
            // It is there once something is said of it; until then the others are a step away.
            let _ = ui.selectable_label(true, next);
        } else {
            another(ui, view, case);
        }
    });
}

/// "2. father", "2. father, begun"
fn name(case: &Case, at: usize, voice: &Perspective) -> String {
    let who = voice.speaker.map_or("a parent", Speaker::label);
    let begun = match voice.is_whole(case.file.is_under_sixteen()) {
        true => "",
        false => ", begun",
    };
    format!("{}. {who}{begun}", at + 1)
}

fn another(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    if button::quiet(ui, "+ another voice").clicked() {
        view.want(Intent::Voice(case.next_voice()));
    }
}

/// What can be done with the voice on the form. Another one is offered here where there are no tabs.
pub(super) fn actions(ui: &mut Ui, view: &mut View<'_>, case: &Case, voice: &Perspective) {
    ui.horizontal_wrapped(|ui| {
        if case.voices.len() == 1 {
            another(ui, view, case);
        }
        let out = button::quiet(ui, "Take this voice out");
        let hint = "With all that it says; Ctrl+Z brings it back";
        if out.on_hover_text(hint).clicked() {
            view.apply(Command::RemoveVoice {
                case: case.id().clone(),
                voice: voice.id,
            });
            // Not an empty form in its place, where others are.
            let mut others = case.voices.iter().filter(|other| other.id != voice.id);
            if let Some(other) = others.next() {
                view.want(Intent::Voice(other.id));
            }
        }
    });
}
