//! The parent's part of the form: the same questions, in the same place and size as the panel's.

mod afterwards;
mod attempts;
mod besides;
mod voices;

pub use afterwards::afterwards;
pub use besides::said as besides_said;

use eframe::egui::Ui;

use super::missing::{self, Control};
use super::side::stance_in_words;
use crate::review::case::Case;
use crate::review::command::VoiceEdit;
use crate::review::judgement::Question;
use crate::review::perspective::{
    MissingFromParent as Lacks, ParentAnswer, ParentIdeal, Perspective, Source, Speaker, VoiceId,
};
use crate::ui::fields::Field;
use crate::ui::theme::Tone;
use crate::ui::view::{Spot, View};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::heading as headings;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::words::place;

/// Three fields stand beside each other where there is as much room as this. Points.
const THREE_FIELDS: f32 = 360.0;
/// Room for "14 October 2026". Points.
const DATE: f32 = 152.0;

/// Which voice the form shows: the chosen one, else the first, else a new one.
pub fn shown_voice(view: &View<'_>, case: &Case) -> VoiceId {
    view.place
        .voice
        .filter(|voice| case.voice(*voice).is_some() || *voice == case.next_voice())
        .or_else(|| case.voices.first().map(|voice| voice.id))
        .unwrap_or_else(|| case.next_voice())
}

/// The whole form of what the parents of a case say, without the panel beside it.
pub fn alone(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let voice = shown_voice(view, case);
    heading(ui, view, case, voice);
    who(ui, view, case, voice);
    for question in Question::ALL {
        answer(ui, view, case, voice, question);
        if question == Question::Setting {
            ideal(ui, view, case, voice);
        }
    }
    words(ui, view, case, voice);
    afterwards(ui, view, case, voice);
}

/// ● The parent, where they stand, and their voices where there are several.
pub fn heading(ui: &mut Ui, view: &mut View<'_>, case: &Case, shown: VoiceId) {
    ui.horizontal_wrapped(|ui| {
        marks::mark(ui, Mark::Voice(Tone::Parent));
        headings::section(ui, "The parent");
        if let Some((effective, words)) = stance_in_words(case) {
            marks::mark(ui, Mark::Stance(effective.stance));
            ui.label(words);
        }
    });
    half_heard(ui, case);
    voices::tabs(ui, view, case, shown);
}

/// A further parent who has been begun and is not whole yet: not in the stance, and not to be
/// passed over.
fn half_heard(ui: &mut Ui, case: &Case) {
    if case.whole_voices().is_none() {
        return;
    }
    let missing: Vec<String> = case.missing_from_parents().map(|m| m.to_string()).collect();
    if !missing.is_empty() {
        let text = format!(
            "Another voice has been begun and does not count yet; missing: {}",
            missing.join("; ")
        );
        Notice::new(Kind::Caution, &text).show(ui);
    }
}

fn of(case: &Case, voice: VoiceId) -> Perspective {
    case.voice(voice)
        .cloned()
        .unwrap_or_else(|| Perspective::new(voice))
}

fn was_heard(case: &Case, voice: VoiceId) -> bool {
    of(case, voice).source.is_none_or(Source::was_heard)
}

/// Who spoke, how they were heard, and when; the date on a line of its own where it is narrow.
pub fn who(ui: &mut Ui, view: &mut View<'_>, case: &Case, id: VoiceId) {
    let gap = ui.spacing().item_spacing.x;
    let room = ui.available_width();
    let in_one_line = room >= THREE_FIELDS;
    let date = if in_one_line { DATE + gap } else { 0.0 };
    let both = room - date - gap;
    // How somebody was heard takes more words than who they are.
    let widths = [both * 0.46, both * 0.54];
    ui.horizontal_top(|ui| {
        speaker_and_source(ui, view, case, id, widths);
        if in_one_line {
            when(ui, view, case, id);
        }
    });
    if !in_one_line {
        when(ui, view, case, id);
    }
}

fn speaker_and_source(
    ui: &mut Ui,
    view: &mut View<'_>,
    case: &Case,
    id: VoiceId,
    [speaker_width, source_width]: [f32; 2],
) {
    let voice = of(case, id);
    let mut speaker = voice.speaker;
    let who = Select::new("Who spoke", (case.id(), id)).width(speaker_width);
    let who = who.show(ui, &mut speaker, &Speaker::ALL, |speaker| {
        speaker.label().to_owned()
    });
    view.attend(ui, Spot::Voice, who.id, who.rect);
    missing::of_any_parent(ui, view, case, &who);
    let lacks = |what| matches!(what, Lacks::Speaker | Lacks::YoungPersonUnder16);
    missing::of_parent(ui, view, case, id, lacks, &who);
    if speaker != voice.speaker {
        view.voice(case.id(), id, VoiceEdit::Speaker(speaker));
    }
    let mut source = voice.source;
    let how = Select::new("How heard", (case.id(), id)).width(source_width);
    let how = how.show(ui, &mut source, &Source::ALL, |source| {
        source.label().to_owned()
    });
    missing::of_parent(ui, view, case, id, |what| what == Lacks::Source, &how);
    if source != voice.source {
        view.voice(case.id(), id, VoiceEdit::Source(source));
    }
}

fn when(ui: &mut Ui, view: &mut View<'_>, case: &Case, id: VoiceId) {
    if was_heard(case, id) {
        let field = Field::HeardOn(case.id().clone(), id);
        let when = view.text(ui, field, "When", |field| {
            field.width(DATE).placeholder("14 May 2026")
        });
        missing::of_parent(ui, view, case, id, |what| what == Lacks::Date, &when);
    }
}

/// One of the three questions.
pub fn answer(ui: &mut Ui, view: &mut View<'_>, case: &Case, id: VoiceId, question: Question) {
    if !was_heard(case, id) {
        return;
    }
    let before = of(case, id).answer(question);
    let mut chosen = before;
    let spoken = format!("The parent. {}", question.asked());
    let row = Choice::new(question.asked(), (case.id(), id), Tone::Parent)
        .spoken(&spoken)
        .show(ui, &mut chosen, &ParentAnswer::ALL, |answer| {
            answer.label().to_owned()
        });
    let lacks = |what| what == Lacks::Answer(question);
    missing::of_parent(ui, view, case, id, lacks, Control::row(&row));
    if chosen != before {
        view.voice(case.id(), id, VoiceEdit::Answer(question, chosen));
    }
}

/// What the parent sees as ideal; for whoever was not heard, what was tried.
pub fn ideal(ui: &mut Ui, view: &mut View<'_>, case: &Case, id: VoiceId) {
    if !was_heard(case, id) {
        attempts::attempts(ui, view, case, id);
        return;
    }
    let setup = view.review.setup();
    let before = of(case, id).ideal;
    let mut chosen = before.clone();
    let mut options: Vec<ParentIdeal> = setup
        .provisions
        .iter()
        .map(|row| ParentIdeal::Provision(row.code.clone()))
        .collect();
    options.push(ParentIdeal::NotStated);
    let name = |ideal: &ParentIdeal| match ideal {
        ParentIdeal::Provision(code) => place(setup, case, code),
        ParentIdeal::NotStated => "not stated".to_owned(),
    };
    let question = "What does the parent see as ideal?";
    let list = Select::new(question, ("parent", case.id(), id)).width(ui.available_width());
    let list = list.show(ui, &mut chosen, &options, name);
    let lacks = |what| what == Lacks::Ideal;
    missing::of_parent(ui, view, case, id, lacks, &list);
    if chosen != before {
        view.voice(case.id(), id, VoiceEdit::Ideal(chosen));
    }
}

/// The parent's own words.
pub fn words(ui: &mut Ui, view: &mut View<'_>, case: &Case, id: VoiceId) {
    if !was_heard(case, id) {
        return;
    }
    let width = ui.available_width();
    let words = view.text(
        ui,
        Field::Words(case.id().clone(), id),
        "In the parent’s own words",
        |field| field.rows(5).width(width),
    );
    missing::of_parent(ui, view, case, id, |what| what == Lacks::Words, &words);
}
