//! Checking: the judgement as it is read to the room, with the parents' own words beside it in equal
//! weight; what it does to the projection; and who was there.

mod aloud;
mod effect;

use eframe::egui::{Label, Ui};

use super::side::{self, Part};
use super::{law, panel, presence, read};
use crate::review::case::{Case, Standing, Status};
use crate::review::perspective::Perspective;
use crate::review::text::sentence;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::rating::SKIPPED;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S, Tone};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{button, heading, measure, quote};
use crate::ui::words::count;

/// What the facts get where panel and parents stand side by side. Points.
const FACTS: f32 = 200.0;
/// The part of its full width that a column has at least there.
const NARROWEST: f32 = 0.75;

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let full = measure::aloud_width(ui);
    // Panel and parents side by side, with the facts beside them, from three quarters of a column on.
    let side_by_side = (ui.available_width() - FACTS) / 2.0 - 2.0 * GAP_L;
    let width = if side_by_side >= full * NARROWEST {
        full.min(side_by_side)
    } else {
        full
    };
    let parts: [Part<'_>; 3] = [
        &mut |ui, view| read_aloud(ui, view, case),
        &mut |ui, view| parents(ui, view, case),
        &mut |ui, view| facts(ui, view, case),
    ];
    side::reading(ui, view, width, parts);
}

/// What is read aloud, or what it waits for.
fn read_aloud(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    heading::section(ui, "Read aloud");
    match case.complete() {
        Some(complete) => {
            changes(ui, view, case);
            aloud::ui(ui, view, case, &complete);
            let seen = sentence(panel::money_seen(complete.judgement()));
            ui.add(Label::new(theme::note(ui, seen)).wrap());
        }
        None => not_recorded(ui, view, case),
    }
    for note in law::called_for(view, case) {
        ui.add_space(GAP_S);
        law::ui(ui, view, case, note);
    }
    ui.add_space(GAP_L);
}

/// What lies on the form beside what is read aloud does not count.
fn changes(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    if !matches!(
        case.standing,
        Standing::Recorded {
            changes: Some(_),
            ..
        }
    ) {
        return;
    }
    let text = "What is read here is recorded. The changes on the form are not, and do not count.";
    let mut notice = Notice::new(Kind::Caution, text);
    if view.may_change() {
        notice = notice.action("To the form");
    }
    if notice.show(ui).pressed.is_some() {
        view.want(Intent::Do(Action::Judge));
    }
    ui.add_space(GAP_S);
}

fn not_recorded(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let text = "Not recorded yet, so there is nothing to be read aloud.";
    ui.add(Label::new(theme::reading_in(ui, text, theme::aloud())).wrap());
    ui.add_space(GAP_S);
    if case.status() == Status::ReadyToRecord {
        ui.label("Nothing is missing; it can be recorded.");
        return;
    }
    heading::group(ui, "Missing");
    for missing in case.missing() {
        marks::labelled(ui, Mark::Open, &missing.to_string());
    }
    ui.add_space(GAP_S);
    if view.may_change() && button::quiet(ui, "Go to what is missing").clicked() {
        view.want(Intent::AttendMissing);
    }
}

/// The parents in their own words, as large as what the panel says.
fn parents(ui: &mut Ui, _: &mut View<'_>, case: &Case) {
    ui.horizontal(|ui| {
        marks::mark(ui, Mark::Voice(Tone::Parent));
        heading::section(ui, "The parents’ words");
    });
    if let Some((effective, words)) = side::stance_in_words(case) {
        ui.horizontal_top(|ui| {
            marks::mark(ui, Mark::Stance(effective.stance));
            ui.add(Label::new(theme::reading(ui, words)).wrap());
        });
    }
    let mut begun = case
        .voices
        .iter()
        .filter(|voice| voice.is_begun())
        .peekable();
    if begun.peek().is_none() {
        ui.label("No parent has been heard yet.");
    }
    for voice in begun {
        ui.add_space(GAP_S);
        one(ui, voice, case.file.is_under_sixteen());
    }
    ui.add_space(GAP_L);
}

fn one(ui: &mut Ui, voice: &Perspective, young: bool) {
    let who = read::attribution(voice);
    if voice.was_heard() && voice.words.says_something() {
        quote::aloud(ui, &voice.words, &who, Tone::Parent);
    } else {
        let told = voice.attempts_told();
        let tried = count(told, "attempt is told", "attempts are told");
        let whole = voice.is_whole(young);
        let text = if whole {
            format!("{who}; {tried}.")
        } else {
            who
        };
        ui.add(Label::new(theme::reading(ui, text)).wrap());
    }
    if !voice.is_whole(young) {
        let begun = "This perspective has been begun. It does not count until it is whole.";
        ui.add(Label::new(theme::note(ui, begun)).wrap());
    }
}

/// What stands quietly beside it: what it does to the projection, and who was there.
fn facts(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    effect::ui(ui, view, case);
    if let Some(there) = presence::who_was_there(view, case) {
        ui.add_space(GAP_M);
        heading::group(ui, presence::WHO_WAS_THERE);
        ui.add(Label::new(theme::note(ui, there)).wrap());
    }
    if case.ratings.skipped {
        ui.add_space(GAP_M);
        heading::group(ui, "First ratings");
        ui.add(Label::new(theme::note(ui, SKIPPED)).wrap());
    }
}
