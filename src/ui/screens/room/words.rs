//! What the child and the parents say, in their own words; honestly, where nobody was heard.

use eframe::egui::Ui;

use super::wall::{self, Columns};
use crate::review::case::Case;
use crate::review::command::VoiceText;
use crate::review::perspective::{Attempt, Perspective};
use crate::review::text::{Text, sentence};
use crate::ui::screens::review;
use crate::ui::theme::{GAP_M, GAP_S, Tone};
use crate::ui::widgets::quote;

/// Shows it.
pub fn ui(ui: &mut Ui, columns: Columns, case: &Case) {
    wall::title(ui, "In their own words");
    columns.pair(ui, |ui| child(ui, case), |ui| parents(ui, case));
}

fn child(ui: &mut Ui, case: &Case) {
    let file = &case.file;
    let child = file.child();
    wall::section(ui, &format!("{}’s own views", sentence(child)));
    told(
        ui,
        &file.child_views,
        &format!("What {child} says is not in this case file."),
    );
    wall::section(ui, "Hopes");
    told(
        ui,
        &file.aspirations,
        &format!("What {child} hopes for is not in this case file."),
    );
}

fn told(ui: &mut Ui, words: &Text, instead: &str) {
    if words.says_something() {
        quote::wall(ui, words, "", Tone::Plain);
    } else {
        wall::note(ui, instead);
    }
    ui.add_space(GAP_M);
}

fn parents(ui: &mut Ui, case: &Case) {
    wall::voice(ui, Tone::Parent, "The parents’ words");
    let mut begun = case
        .voices
        .iter()
        .filter(|voice| voice.is_begun())
        .peekable();
    if begun.peek().is_none() {
        wall::text(ui, "No parent has been heard yet.");
        wall::note(
            ui,
            "A judgement counts only with a parent’s perspective beside it.",
        );
    }
    for voice in begun {
        one(ui, voice, case.file.is_under_sixteen());
        ui.add_space(GAP_M);
    }
}

fn one(ui: &mut Ui, voice: &Perspective, young: bool) {
    let who = review::attribution(voice);
    if voice.was_heard() && voice.words.says_something() {
        quote::wall(ui, &quote::in_quotes(&voice.words), &who, Tone::Parent);
        further(ui, voice);
    } else {
        wall::text(ui, &who);
    }
    if voice.source.is_some_and(|source| !source.was_heard()) {
        for attempt in voice.attempts.iter().filter(|attempt| attempt.is_whole()) {
            wall::note(ui, &tried(attempt));
        }
    }
    if !voice.is_whole(young) {
        wall::note(
            ui,
            "This perspective has been begun. It does not count until it is whole.",
        );
    }
}

/// What else they say, each under what they were asked.
fn further(ui: &mut Ui, voice: &Perspective) {
    for what in VoiceText::ALL {
        let words = voice.text(what);
        if words.says_something() {
            ui.add_space(GAP_S);
            quote::wall(ui, &quote::in_quotes(words), what.label(), Tone::Parent);
        }
    }
    if let Some(wish) = voice.mainstream {
        ui.add_space(GAP_S);
        wall::note(ui, &format!("Asked about mainstream: {}", wish.label()));
    }
}

/// "Tried on 3 June 2026: telephone; asked by: caseworker"
fn tried(attempt: &Attempt) -> String {
    let on = attempt.on.map(|on| on.in_words()).unwrap_or_default();
    let (how, by) = (attempt.how.trim(), attempt.by.trim());
    format!("Tried on {on}: {how}; asked by: {by}")
}
