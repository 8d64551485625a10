//! Reading the case: who this child is and what they and their parents say first, the facts after.

use eframe::egui::{Label, RichText, Ui};

use super::side::{self, Part};
use crate::review::case::Case;
use crate::review::command::{FileText, VoiceText};
use crate::review::judgement::Question;
use crate::review::perspective::{self, ParentIdeal, Perspective, Source};
use crate::review::setup::Setup;
use crate::review::text::{Text, sentence};
use crate::ui::theme::{self, GAP_M, GAP_S, GAP_XS, Tone};
use crate::ui::view::View;
use crate::ui::widgets::{heading, measure, quote};
use crate::ui::words::{count, place};

/// Shows it: what is read aloud in columns of a width that can be read, the facts quietly beside it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let width = measure::reading_width(ui);
    let parts: [Part<'_>; 3] = [
        &mut |ui, _| child(ui, case),
        &mut |ui, view| parents(ui, view.review.setup(), case),
        &mut |ui, _| facts(ui, case),
    ];
    side::reading(ui, view, width, parts);
}

/// Who this child is, and what they say themselves.
fn child(ui: &mut Ui, case: &Case) {
    let file = &case.file;
    passage(
        ui,
        "About",
        &file.pen_portrait,
        "There is no pen portrait in this case file.",
    );
    let who = file.child();
    heading::section(ui, &sentence(&format!("{who}’s own views")));
    if file.child_views.says_something() {
        quote::aside(ui, &file.child_views, "", Tone::Plain);
        ui.add_space(GAP_M);
    } else {
        missing(ui, &format!("What {who} says is not in this case file."));
    }
    let no_hopes = format!("What {who} hopes for is not in this case file.");
    passage(ui, "Hopes", &file.aspirations, &no_hopes);
}

/// What the parents say.
fn parents(ui: &mut Ui, setup: &Setup, case: &Case) {
    heading::section(ui, "The parents’ words");
    let mut any = false;
    for voice in &case.voices {
        any |= one_voice(ui, setup, case, voice);
    }
    if !any {
        missing(
            ui,
            "No parent has been heard yet. A judgement counts only with a parent’s perspective beside it.",
        );
    }
}

/// What is provided, and on what the panel relies.
fn facts(ui: &mut Ui, case: &Case) {
    let file = &case.file;
    heading::group(ui, "Provided today");
    let provided = file.text(FileText::ProvisionSummary);
    if provided.says_something() {
        ui.add(Label::new(RichText::new(provided.as_str()).small()).wrap());
    } else {
        missing(ui, "What is provided today is not in this case file.");
    }
    ui.add_space(GAP_M);
    documents(
        ui,
        "Documents seen",
        &file.documents_seen,
        "None is listed.",
    );
    ui.add_space(GAP_M);
    let none = "None is listed as missing.";
    documents(ui, "Documents missing", &file.documents_missing, none);
}

fn passage(ui: &mut Ui, title: &str, text: &Text, instead: &str) {
    heading::section(ui, title);
    if text.says_something() {
        ui.label(theme::reading(ui, text.as_str()));
    } else {
        missing(ui, instead);
    }
    ui.add_space(GAP_M);
}

fn missing(ui: &mut Ui, text: &str) {
    ui.label(theme::note(ui, text));
    ui.add_space(8.0);
}

/// Shows a voice, and what it lacks where it is only begun; whether there was anything of it.
fn one_voice(ui: &mut Ui, setup: &Setup, case: &Case, voice: &Perspective) -> bool {
    if !voice.is_begun() {
        return false;
    }
    let lacks = voice.missing(case.file.is_under_sixteen());
    // What was said is shown before anybody has said how it was heard.
    let heard = voice.source.is_none_or(Source::was_heard);
    if heard && voice.words.says_something() {
        quote::quote(ui, &voice.words, &attribution(voice), Tone::Parent);
        further(ui, voice);
    } else if lacks.is_empty() {
        let told = voice.attempts_told();
        let attempts = count(told, "attempt is told", "attempts are told");
        ui.label(RichText::new(format!(
            "{}; {attempts}.",
            attribution(voice)
        )));
    } else {
        ui.label(RichText::new(attribution(voice)));
    }
    if !lacks.is_empty() {
        if heard {
            answers(ui, setup, case, voice);
        }
        let text = format!(
            "Begun; counts when whole. Missing: {}.",
            perspective::in_words(&lacks)
        );
        ui.label(theme::note(ui, text));
    }
    ui.add_space(8.0);
    true
}

/// What else they say, in their words, each under what they were asked.
pub fn further(ui: &mut Ui, voice: &Perspective) {
    for what in VoiceText::ALL {
        let words = voice.text(what);
        if words.says_something() {
            ui.add_space(GAP_XS);
            quote::quote(ui, words, what.label(), Tone::Parent);
        }
    }
    if let Some(wish) = voice.mainstream {
        ui.add_space(GAP_XS);
        let wish = format!("Asked about mainstream: {}", wish.label());
        ui.add(Label::new(theme::reading(ui, wish)).wrap());
    }
}

/// The answers of a perspective that is only begun, so that nobody believes them lost.
fn answers(ui: &mut Ui, setup: &Setup, case: &Case, voice: &Perspective) {
    let answers = Question::ALL.into_iter().filter_map(|question| {
        let answer = voice.answer(question)?.label();
        Some(format!("{} {}", question.asked(), sentence(answer)))
    });
    let ideal = voice.ideal.as_ref().map(|ideal| {
        let place = match ideal {
            ParentIdeal::Provision(code) => place(setup, case, code),
            ParentIdeal::NotStated => "not stated".to_owned(),
        };
        format!("What does the parent see as ideal? {}", sentence(&place))
    });
    for told in answers.chain(ideal) {
        ui.add(Label::new(theme::reading(ui, told)).wrap());
    }
}

/// "Mother, interview, 14 May 2026"
pub fn attribution(voice: &Perspective) -> String {
    let mut parts = Vec::new();
    parts.push(
        voice
            .speaker
            .map_or("a parent", |speaker| speaker.label())
            .to_owned(),
    );
    if let Some(source) = voice.source {
        parts.push(source.label().to_owned());
    }
    if let Some(date) = voice.heard_on() {
        parts.push(date.in_words());
    }
    let line = parts.join(", ");
    sentence(&line)
}

fn documents(ui: &mut Ui, what: &str, list: &[Text], none: &str) {
    heading::group(ui, what);
    if list.is_empty() {
        ui.label(theme::note(ui, none));
    }
    for name in list {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_S;
            ui.label(RichText::new("–").small());
            ui.add(Label::new(RichText::new(name.as_str()).small()).wrap());
        });
    }
}
