//! Reading the case: who this child is and what they and their parents say first, the facts after.

use eframe::egui::{RichText, Ui};

use crate::review::case::Case;
use crate::review::command::FileText;
use crate::review::perspective::{self, Perspective};
use crate::review::text::Text;
use crate::ui::theme::{self, Tone};
use crate::ui::widgets::{heading, measure, quote};
use crate::ui::words::count;

/// Shows it.
pub fn ui(ui: &mut Ui, case: &Case) {
    let file = &case.file;
    ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
    passage(
        ui,
        "About",
        &file.pen_portrait,
        "There is no pen portrait in this case file.",
    );
    heading::section(ui, "The child’s own views");
    if file.child_views.says_something() {
        quote::aside(ui, &file.child_views, "", Tone::Parent);
        ui.add_space(12.0);
    } else {
        missing(ui, "The child’s own views are not in this case file.");
    }
    passage(
        ui,
        "Hopes",
        &file.aspirations,
        "What the child hopes for is not in this case file.",
    );
    heading::section(ui, "The parents’ words");
    let young = file.is_under_sixteen();
    let mut any = false;
    for voice in &case.voices {
        any |= one_voice(ui, voice, young);
    }
    if !any {
        missing(
            ui,
            "No parent has been heard yet. A judgement counts only with a parent’s perspective beside it.",
        );
    }
    passage(
        ui,
        "Provided today",
        file.text(FileText::ProvisionSummary),
        "What is provided today is not in this case file.",
    );
    heading::section(ui, "Documents");
    documents(ui, "Seen", &file.documents_seen);
    documents(ui, "Missing", &file.documents_missing);
}

fn passage(ui: &mut Ui, title: &str, text: &Text, instead: &str) {
    heading::section(ui, title);
    if text.says_something() {
        ui.label(theme::reading(ui, text.as_str()));
    } else {
        missing(ui, instead);
    }
    ui.add_space(12.0);
}

fn missing(ui: &mut Ui, text: &str) {
    ui.label(theme::note(ui, text));
    ui.add_space(8.0);
}

/// Shows a voice, and what it lacks where it is only begun; whether there was anything of it.
fn one_voice(ui: &mut Ui, voice: &Perspective, young: bool) -> bool {
    if !voice.is_begun() {
        return false;
    }
    let lacks = voice.missing(young);
    if voice.was_heard() && voice.words.says_something() {
        quote::quote(ui, &voice.words, &attribution(voice), Tone::Parent);
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
        let text = format!(
            "This perspective has been begun; it counts when it is whole. Missing: {}.",
            perspective::in_words(&lacks)
        );
        ui.label(theme::note(ui, text));
    }
    ui.add_space(8.0);
    true
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
    let mut letters = line.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

fn documents(ui: &mut Ui, what: &str, list: &[Text]) {
    let names = list.iter().map(Text::as_str).collect::<Vec<_>>().join("; ");
    let names = if names.is_empty() {
        "none listed".to_owned()
    } else {
        names
    };
    ui.label(RichText::new(format!("{what}: {names}")));
}
