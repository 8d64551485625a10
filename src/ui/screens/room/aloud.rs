//! The judgement read aloud, panel and parents in equal weight; and that there is none, where it
//! is not complete. Nothing of a draft comes here.

use eframe::egui::{Label, Ui};

use super::wall::{self, Columns};
use crate::review::aloud::{Aloud, Dissenting, Parent, aloud};
use crate::review::amounts::without_money;
use crate::review::case::{Case, Status};
use crate::review::complete::Complete;
use crate::review::paragraph;
use crate::review::perspective::Speaker;
use crate::ui::screens::review;
use crate::ui::theme::{self, GAP_L, GAP_M, Tone};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::quote;

/// Shows it.
pub fn ui(ui: &mut Ui, columns: Columns, view: &View<'_>, case: &Case) {
    let Some(complete) = case.complete() else {
        none(ui, view, case);
        return;
    };
    wall::title(ui, "The judgement");
    let told = aloud(&complete, view.review.setup());
    match paragraph::in_own_words(&complete, view.review.setup()) {
        Some(own) => in_its_own_words(ui, columns, &own),
        None => columns.pair(ui, |ui| panel(ui, &told), |ui| parents(ui, &told)),
    }
    ui.add_space(GAP_L);
    let why = |ui: &mut Ui| {
        wall::voice(ui, Tone::Panel, "Why the panel thinks so");
        let reasoning = without_money(&complete.judgement().reasoning);
        let words = quote::in_quotes(&reasoning);
        quote::wall(ui, &words, "", Tone::Panel);
        ui.add_space(GAP_M);
        dissent(ui, &told);
    };
    columns.pair(ui, why, |ui| in_their_words(ui, &complete));
}

/// The whole paragraph as the panel worded it, which tells of the parents too: it is nobody's part,
/// and nothing stands beside it.
fn in_its_own_words(ui: &mut Ui, columns: Columns, own: &str) {
    ui.scope(|ui| {
        ui.set_max_width(columns.page());
        wall::paragraph(ui, own);
        wall::note(ui, "In the panel’s own words");
    });
}

fn panel(ui: &mut Ui, told: &Aloud) {
    wall::voice(ui, Tone::Panel, "The panel");
    for said in &told.panel {
        wall::paragraph(ui, &without_money(said));
    }
}

/// Who sees it otherwise, on the same page as the parents' own words.
fn dissent(ui: &mut Ui, told: &Aloud) {
    if !told.dissent.is_empty() {
        wall::section(ui, "Who sees it otherwise");
    }
    for dissent in &told.dissent {
        let Dissenting { who, words } = dissent;
        let who = format!("Dissent: {who}");
        let words = without_money(words);
        quote::wall(ui, &quote::in_quotes(&words), &who, Tone::Panel);
        ui.add_space(GAP_M);
    }
}

fn parents(ui: &mut Ui, told: &Aloud) {
    for parent in &told.parents {
        let Parent {
            who,
            heard,
            stands,
            stance,
        } = parent;
        wall::voice(ui, Tone::Parent, who);
        wall::paragraph(ui, heard);
        ui.horizontal_top(|ui| {
            marks::of_style(ui, Mark::Stance(*stance), &theme::wall());
            let stands = theme::reading_in(ui, stands, theme::wall());
            ui.add(Label::new(stands).wrap());
        });
        ui.add_space(GAP_M);
    }
    for said in &told.together {
        wall::paragraph(ui, said);
    }
}

fn in_their_words(ui: &mut Ui, complete: &Complete<'_>) {
    let heard = complete.voices().iter().filter(|voice| voice.was_heard());
    for voice in heard {
        let who = voice.speaker.map_or("the parent", Speaker::label);
        wall::voice(ui, Tone::Parent, &format!("In their own words: {who}"));
        let words = quote::in_quotes(&voice.words);
        quote::wall(ui, &words, &review::attribution(voice), Tone::Parent);
        ui.add_space(GAP_M);
    }
}

/// There is no judgement that counts. Says what it waits for, and nothing of what is on the form.
fn none(ui: &mut Ui, view: &View<'_>, case: &Case) {
    wall::title(ui, "This case has no complete judgement yet");
    for waits in waits_for(view, case) {
        wall::paragraph(ui, waits);
    }
    wall::note(
        ui,
        "A judgement counts, and is read aloud, when it is recorded with at least one parent’s perspective beside it.",
    );
}

fn waits_for(view: &View<'_>, case: &Case) -> Vec<&'static str> {
    let missing = case.missing();
    let mut waits = Vec::new();
    if view.review.setup().definition.is_none() {
        waits.push("It waits until the panel has agreed what “ideal” means.");
    }
    if missing.iter().any(|missing| !missing.is_parents()) {
        waits.push("It waits for the panel to judge.");
    }
    if missing.iter().any(|missing| missing.is_parents()) {
        waits.push("It waits for a parent’s perspective to be whole.");
    }
    if case.status() == Status::ReadyToRecord {
        waits.push("It waits to be recorded.");
    }
    waits
}
