//! The judgement with the parents beside it, for reading: the same questions on the same lines as
//! on the form, and every word in full.

mod further;

use eframe::egui::{Label, RichText, TextStyle, Ui};

use super::rate::picture;
use super::read::attribution;
use super::{panel, parent, side};
use crate::review::case::{Case, Standing, Status};
use crate::review::judgement::{Draft, Ideal, Judgement, Question};
use crate::review::perspective::{Attempt, ParentIdeal, Perspective, Source};
use crate::review::setup::Setup;
use crate::review::stance::{self, Stance};
use crate::review::text::Text;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::stands;
use crate::ui::theme::{self, GAP_M, GAP_S, GAP_XS, Tone};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{access, heading, link, quote};
use crate::ui::words::{count, place};

const NOT_SAID: &str = "not said";
const CHANGES: &str = "Not recorded";
const PANEL: &str = "The panel";
const PARENT: &str = "The parent";

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    how_it_counts(ui, case);
    let first = case.voices.first();
    side::pair(
        ui,
        view,
        |ui, _| panel::heading(ui, case),
        |ui, _| parents_heading(ui, case),
    );
    side::pair(
        ui,
        view,
        |ui, view| definition(ui, view.review.setup()),
        |ui, _| match first {
            Some(voice) => who(ui, case, voice),
            None => drop(ui.label(theme::note(ui, "No parent has been heard yet."))),
        },
    );
    // What counts is read first; changes that do not count come after it.
    let draft = case
        .judgement()
        .map_or_else(|| case.draft().into_owned(), Judgement::to_draft);
    for question in Question::ALL {
        side::pair(
            ui,
            view,
            |ui, _| {
                let answer = draft.answer(question).map(|answer| answer.label());
                said(ui, PANEL, question.asked(), answer.unwrap_or(NOT_SAID));
            },
            |ui, _| {
                if let Some(voice) = first {
                    answer(ui, voice, question);
                }
            },
        );
        if question == Question::Setting {
            side::pair(
                ui,
                view,
                |ui, view| panels_ideal(ui, view.review.setup(), case, &draft, PANEL),
                |ui, view| {
                    if let Some(voice) = first {
                        parents_ideal(ui, view.review.setup(), case, voice);
                    }
                },
            );
        }
    }
    side::pair(
        ui,
        view,
        |ui, view| {
            heading::group(ui, "Why the panel thinks so");
            ui.add(Label::new(theme::reading(ui, or_not_said(&draft.reasoning))).wrap());
            further::ui(ui, view, case, &draft);
            stood(ui, view, case);
            further::beside(ui, view, case);
            recorded(ui, case);
            let happened = link::link(ui, "What happened to this case", TextStyle::Small);
            if happened.clicked() {
                view.want(Intent::Do(Action::CaseHistory));
            }
            changes(ui, view, case);
        },
        |ui, view| {
            if let Some(voice) = first {
                words(ui, voice);
            }
            for voice in case.voices.iter().skip(1) {
                another(ui, view.review.setup(), case, voice);
            }
        },
    );
}

/// A reader must not take a draft for a judgement.
fn how_it_counts(ui: &mut Ui, case: &Case) {
    let text = match case.status() {
        Status::NotStarted => "The panel has not judged this case.",
        Status::Draft | Status::WaitsForParent | Status::ReadyToRecord => {
            "This is a draft. It is in no figure until it is recorded."
        }
        Status::Changing => {
            "This judgement is recorded. Changes to it are on the form and do not count; they stand below it."
        }
        Status::Recorded => return,
    };
    Notice::new(Kind::Information, text).show(ui);
    ui.add_space(GAP_S);
}

/// What “ideal” meant to this panel, in full, and when it was agreed.
fn definition(ui: &mut Ui, setup: &Setup) {
    let told = match &setup.definition {
        Some(definition) => {
            let on = definition
                .agreed_on
                .map(|on| format!(" on {}", on.in_words()));
            let on = on.unwrap_or_default();
            format!("“Ideal”, as agreed{on}: {}", definition.words)
        }
        None => "What “ideal” means was not agreed.".to_owned(),
    };
    ui.add(Label::new(theme::note(ui, told)).wrap());
}

fn parents_heading(ui: &mut Ui, case: &Case) {
    ui.horizontal_wrapped(|ui| {
        marks::mark(ui, Mark::Voice(Tone::Parent));
        heading::section(ui, "The parent");
        if let Some((effective, words)) = side::stance_in_words(case) {
            marks::mark(ui, Mark::Stance(effective.stance));
            ui.label(words);
        }
    });
}

/// A question and its answer; who cannot see the columns is told whose it is.
fn said(ui: &mut Ui, whose: &str, question: &str, answer: &str) {
    ui.label(theme::note(ui, question));
    let text = RichText::new(answer).text_style(theme::strong());
    let response = ui.add(Label::new(text).wrap());
    access::name(ui, &response, format!("{whose}: {answer}"));
}

fn or_not_said(text: &Text) -> &str {
    if text.says_something() {
        text
    } else {
        NOT_SAID
    }
}

fn panels_ideal(ui: &mut Ui, setup: &Setup, case: &Case, draft: &Draft, whose: &str) {
    let answer = match &draft.ideal {
        Some(Ideal::Provision(code)) => place(setup, case, code),
        Some(Ideal::CannotTell) => "cannot tell".to_owned(),
        None => NOT_SAID.to_owned(),
    };
    said(ui, whose, "Where would the ideal be?", &answer);
}

fn was_heard(voice: &Perspective) -> bool {
    voice.source.is_none_or(Source::was_heard)
}

/// Who spoke, and where they stand.
fn who(ui: &mut Ui, case: &Case, voice: &Perspective) {
    ui.add(Label::new(attribution(voice)).wrap());
    let Some(judgement) = case.judgement() else {
        return;
    };
    if case.voices.len() > 1 {
        let (own, _) = stance::of_voice(voice, judgement);
        stands(ui, own, &stance::in_words(voice, judgement));
    }
    if let Some(asked) = &voice.asked {
        let about = if asked.about == judgement.matter() {
            "this judgement"
        } else {
            "another ideal or other conditions, and not about this judgement,"
        };
        let (on, stance) = (asked.on.in_words(), asked.stance.label());
        let text = format!("Asked about {about} on {on}: {stance}");
        ui.add(Label::new(theme::note(ui, text)).wrap());
    }
}

fn stands(ui: &mut Ui, stance: Stance, words: &str) {
    ui.horizontal_wrapped(|ui| {
        marks::mark(ui, Mark::Stance(stance));
        ui.label(words);
    });
}

fn answer(ui: &mut Ui, voice: &Perspective, question: Question) {
    if was_heard(voice) {
        let answer = voice.answer(question).map(|answer| answer.label());
        said(ui, PARENT, question.asked(), answer.unwrap_or(NOT_SAID));
    }
}

fn parents_ideal(ui: &mut Ui, setup: &Setup, case: &Case, voice: &Perspective) {
    if !was_heard(voice) {
        return attempts(ui, &voice.attempts);
    }
    let answer = match &voice.ideal {
        Some(ParentIdeal::Provision(code)) => place(setup, case, code),
        Some(ParentIdeal::NotStated) => "not stated".to_owned(),
        None => NOT_SAID.to_owned(),
    };
    said(ui, PARENT, "What does the parent see as ideal?", &answer);
}

fn attempts(ui: &mut Ui, attempts: &[Attempt]) {
    ui.label(theme::note(ui, "Who asked, when and how"));
    for attempt in attempts {
        let on = attempt.on.map(|on| on.in_words());
        let parts = [
            on.unwrap_or_default(),
            attempt.how.to_string(),
            attempt.by.to_string(),
        ];
        let told: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|part| !part.trim().is_empty())
            .collect();
        ui.add(Label::new(format!("– {}", told.join(", "))).wrap());
    }
}

fn words(ui: &mut Ui, voice: &Perspective) {
    if !was_heard(voice) {
        return;
    }
    if voice.words.says_something() {
        quote::quote(ui, &voice.words, &attribution(voice), Tone::Parent);
    }
    parent::besides_said(ui, voice);
}

/// A further voice, with all that the first one has.
fn another(ui: &mut Ui, setup: &Setup, case: &Case, voice: &Perspective) {
    ui.add_space(GAP_M);
    heading::group(ui, "Another voice");
    who(ui, case, voice);
    for question in Question::ALL {
        answer(ui, voice, question);
        if question == Question::Setting {
            parents_ideal(ui, setup, case, voice);
        }
    }
    ui.add_space(GAP_XS);
    words(ui, voice);
}

/// When the judgement was made, and when it was changed.
fn recorded(ui: &mut Ui, case: &Case) {
    let Some(judgement) = case.judgement() else {
        return;
    };
    let (first, last) = (&judgement.first_recorded, &judgement.last_changed);
    ui.add_space(GAP_M);
    let mut told = format!("First recorded on {}", first.at.date().in_words());
    if first.at != last.at {
        told.push_str(&format!(", last changed on {}", last.at.date().in_words()));
    }
    ui.add(Label::new(theme::note(ui, told)).wrap());
}

/// What lies on the form beside a recorded judgement. It counts nowhere, and no parent's stance is
/// on it.
fn changes(ui: &mut Ui, view: &View<'_>, case: &Case) {
    let Standing::Recorded {
        changes: Some(changes),
        ..
    } = &case.standing
    else {
        return;
    };
    part(ui, "Changes that are not recorded");
    for question in Question::ALL {
        let answer = changes.answer(question).map(|answer| answer.label());
        said(ui, CHANGES, question.asked(), answer.unwrap_or(NOT_SAID));
    }
    panels_ideal(ui, view.review.setup(), case, changes, CHANGES);
    ui.add(Label::new(theme::reading(ui, or_not_said(&changes.reasoning))).wrap());
    further::ui(ui, view, case, changes);
}

/// Where the members stood before they began to talk, in the picture that is on the other steps too;
/// until it has been revealed only how many have rated.
fn stood(ui: &mut Ui, view: &View<'_>, case: &Case) {
    let rated = case.ratings.given.len();
    if rated == 0 {
        return;
    }
    part(ui, "First ratings, before the discussion");
    if case.ratings.revealed.is_none() {
        let members = count(rated, "member has rated", "members have rated");
        let text = format!("{members}; what they rated has not been revealed.");
        ui.add(Label::new(theme::note(ui, text)).wrap());
        return;
    }
    picture::picture(ui, view, case, true);
    for correction in stands::corrections(case, view.review.setup()) {
        ui.add(Label::new(theme::note(ui, format!("Corrected. {correction}"))).wrap());
    }
}

fn part(ui: &mut Ui, title: &str) {
    ui.add_space(GAP_M);
    heading::group(ui, title);
}
