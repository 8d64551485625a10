//! An account of what was tried to hear a parent who was not heard.

use eframe::egui::Ui;

use super::super::missing::{self, Control};
use super::super::side::label;
use super::of;
use crate::review::case::Case;
use crate::review::perspective::{MissingFromParent as Lacks, Source, VoiceId};
use crate::ui::edits::CaseEdit;
use crate::ui::fields::{AttemptField, Field};
use crate::ui::theme;
use crate::ui::view::View;
use crate::ui::widgets::button;

/// Who asked a parent who was not heard, when and how.
pub(super) fn attempts(ui: &mut Ui, view: &mut View<'_>, case: &Case, id: VoiceId) {
    let voice = of(case, id);
    let needed = voice.source.map_or(0, Source::attempts_needed);
    label(ui, "Who asked, when and how");
    let text = match needed {
        1 => "An account of at least one attempt is needed.".to_owned(),
        _ => format!("An account of at least {needed} attempts is needed."),
    };
    ui.label(theme::note(ui, text));
    for at in 0..voice.attempts.len() {
        let cell = |cell| Field::Attempt(case.id().clone(), id, at, cell);
        let spoken = |label: &str| format!("{label}, attempt {}", at + 1);
        ui.horizontal_top(|ui| {
            let third = ((ui.available_width() - 32.0) / 3.0).max(80.0);
            let on = view.text(ui, cell(AttemptField::On), "When", |f| {
                f.width(third)
                    .placeholder("14 May 2026")
                    .spoken(spoken("When"))
            });
            // Where enough attempts have been begun, one of them is to be finished.
            if voice.attempts.len() >= needed
                && voice.attempts.iter().position(|one| !one.is_whole()) == Some(at)
            {
                missing::of_parent(ui, view, case, id, attempts_lack, &on);
            }
            view.text(ui, cell(AttemptField::How), "How", |f| {
                f.width(third)
                    .placeholder("telephone")
                    .spoken(spoken("How"))
            });
            view.text(ui, cell(AttemptField::By), "By (role)", |f| {
                f.width(third)
                    .placeholder("SEND officer")
                    .spoken(spoken("Role of who asked"))
            });
        });
    }
    let add = button::quiet(ui, "+ attempt");
    if voice.attempts.len() < needed {
        missing::of_parent(ui, view, case, id, attempts_lack, Control::button(&add));
    }
    if add.clicked() {
        view.edit(case, CaseEdit::AddAttempt(id));
    }
}

fn attempts_lack(what: Lacks) -> bool {
    matches!(what, Lacks::Attempts { .. })
}
