//! What comes after the parent's words: what else they say, where they stand on the judgement, and
//! what they answer when they are asked about it.

use eframe::egui::{Label, Ui};

use super::super::read::attribution;
use super::super::side::label;
use super::{besides, voices, was_heard};
use crate::findings::afterwards::Void;
use crate::review::case::{Case, Standing};
use crate::review::command::Command;
use crate::review::judgement::{Ideal, Judgement, Matter};
use crate::review::perspective::{Perspective, VoiceId};
use crate::review::stance::{self, Stance};
use crate::ui::fields::Field;
use crate::ui::theme;
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::notice::{Kind, Notice};

/// What else the parent says, then asking them about the judgement; and what is shown of this voice.
pub fn afterwards(ui: &mut Ui, view: &mut View<'_>, case: &Case, id: VoiceId) {
    besides::ui(ui, view, case, id);
    let Some(voice) = case.voice(id) else { return };
    ui.add(Label::new(theme::note(ui, attribution(voice))).wrap());
    stands(ui, view, case, voice);
    voices::actions(ui, view, case, voice);
    signs(ui, view, case, id);
}

/// What is worth asking about before anybody relies on these words, quietly and below all else: it
/// comes when it has been found.
fn signs(ui: &mut Ui, view: &View<'_>, case: &Case, id: VoiceId) {
    for sign in view.prepared.signs().of_case(case.id()) {
        if sign.voice().is_none_or(|voice| voice == id) {
            ui.add(Label::new(theme::note(ui, sign.in_words())).wrap());
        }
    }
}

fn stands(ui: &mut Ui, view: &mut View<'_>, case: &Case, voice: &Perspective) {
    let Some(judgement) = case.judgement() else {
        let text = asked_before(case, voice).unwrap_or_else(|| {
            "Once the panel’s judgement is recorded, the parent can be asked about it.".to_owned()
        });
        ui.add(Label::new(theme::note(ui, text)).wrap());
        return;
    };
    if !voice.is_whole(case.file.is_under_sixteen()) {
        let text = "It is not known where they stand until their perspective is whole.";
        ui.add(Label::new(theme::note(ui, text)).wrap());
        return;
    }
    let (own, _) = stance::of_voice(voice, judgement);
    ui.horizontal_wrapped(|ui| {
        label(ui, "Stance");
        marks::mark(ui, Mark::Stance(own));
        ui.label(stance::in_words(voice, judgement));
    });
    if was_heard(case, voice.id) {
        void(ui, case, voice, judgement);
        asked(ui, view, case, voice, judgement);
    }
}

/// An answer that was given before the judgement became a draft again.
fn asked_before(case: &Case, voice: &Perspective) -> Option<String> {
    let asked = voice.asked.as_ref().filter(|_| voice.was_heard())?;
    let (on, said) = (asked.on.in_words(), asked.stance.label());
    Some(match on_the_form(case) == Some(asked.about.clone()) {
        true => format!(
            "Asked on {on} ({said}): counts again once the same ideal and conditions are recorded."
        ),
        false => format!(
            "Asked on {on} ({said}) about another ideal or other conditions than are on the form: does not count."
        ),
    })
}

/// What a parent would be asked about if the form were recorded as it is.
fn on_the_form(case: &Case) -> Option<Matter> {
    let draft = case.draft();
    let ideal = draft.ideal.as_ref()?;
    Some(Matter::of(ideal, &draft.conditions))
}

/// An answer that counts no more, and what counts instead; or one that will count no more.
fn void(ui: &mut Ui, case: &Case, voice: &Perspective, judgement: &Judgement) {
    let matter = judgement.matter();
    if let Some(void) = Void::of(voice, &matter) {
        let now = stance::in_words(voice, judgement);
        let text = format!("{}. Until they are asked again: {now}.", void.in_words());
        Notice::new(Kind::Information, &text).show(ui);
        return;
    }
    let changing = matches!(
        case.standing,
        Standing::Recorded {
            changes: Some(_),
            ..
        }
    );
    let Some(asked) = voice.asked.as_ref().filter(|_| changing) else {
        return;
    };
    if on_the_form(case).is_some_and(|matter| matter != asked.about) {
        let text = format!(
            "They were asked on {} about the judgement as it is recorded. Once the changes on the form are recorded, that answer counts no more.",
            asked.on.in_words()
        );
        Notice::new(Kind::Information, &text).show(ui);
    }
}

fn asked(
    ui: &mut Ui,
    view: &mut View<'_>,
    case: &Case,
    voice: &Perspective,
    judgement: &Judgement,
) {
    let matter = judgement.matter();
    // An answer about another ideal or other conditions is no answer to this judgement.
    let bound = voice.asked.as_ref().filter(|asked| asked.about == matter);
    if bound.is_none() && !matches!(judgement.ideal, Ideal::Provision(_)) {
        let text = "The panel names no ideal: there is nothing to ask whether they agree with.";
        ui.add(Label::new(theme::note(ui, text)).wrap());
        return;
    }
    let before = bound.map(|asked| asked.stance);
    let mut chosen = before;
    let label = "Asked afterwards about this judgement";
    let choice = Select::new(label, (case.id(), voice.id)).placeholder(match voice.asked {
        Some(_) => "to be asked again",
        None => "not asked yet",
    });
    let choice = choice.clearable().width(ui.available_width().min(280.0));
    choice.show(ui, &mut chosen, &Stance::ALL, |stance| {
        stance.label().to_owned()
    });
    if chosen != before {
        let on = bound.map_or(view.today, |asked| asked.on);
        let asked = chosen.map(|stance| (stance, on));
        let (case, voice) = (case.id().clone(), voice.id);
        view.apply(Command::AskStance { case, voice, asked });
    }
    if bound.is_some() {
        let field = Field::AskedOn(case.id().clone(), voice.id);
        view.text(ui, field, "Asked on", |field| field.width(160.0));
    }
}
