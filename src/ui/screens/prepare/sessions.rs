//! Who was there, session by session.

use std::collections::BTreeSet;

use eframe::egui::{Label, Ui};

use crate::review::Command;
use crate::review::Date;
use crate::review::command::SetupEdit;
use crate::review::session::Session;
use crate::ui::edits::SetupChange;
use crate::ui::intent::Intent;
use crate::ui::rating;
use crate::ui::screens::review::presence;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_M, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::{access, button, heading, measure};

/// Shows them.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Sessions");
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
        let text = "Who was there, day by day: they are who is offered for rating, and who the record names. It can be ticked here or where a case is rated.";
        ui.add(Label::new(theme::note(ui, text)).wrap());
    });
    ui.add_space(GAP_XS);
    let mut sessions: Vec<&Session> = view.review.setup().sessions.iter().collect();
    sessions.sort_by_key(|session| session.on);
    if sessions.is_empty() {
        ui.label(theme::note(ui, "Nobody has ticked who was there."));
    }
    for session in sessions {
        one(ui, view, session);
        ui.add_space(GAP_M);
    }
    if view.may_change() {
        further(ui, view);
    }
}

fn one(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let setup = view.review.setup();
    let day = session.on.in_words();
    ui.horizontal_wrapped(|ui| {
        ui.set_min_height(CONTROL_HEIGHT);
        presence::day(ui, setup, session);
        if view.may_change() {
            let out = button::quiet(ui, "Take out");
            access::name(ui, &out, format!("Take out who was there on {day}"));
            if out.clicked() {
                view.apply(Command::Setup(SetupEdit::RemoveSession(session.on)));
            }
        }
    });
    if !view.may_change() {
        let there = setup
            .members
            .iter()
            .filter(|member| session.present.contains(&member.id));
        let there: Vec<String> = there.map(rating::role).collect();
        ui.add(Label::new(theme::reading(ui, there.join(" · "))).wrap());
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(GAP_M, 0.0);
        for member in &setup.members {
            let who = rating::role(member);
            let here = session.present.contains(&member.id);
            let name = format!("{who}: there on {day}");
            if let Some(here) = presence::tick(ui, &who, name, here) {
                let change = SetupChange::Here(session.on, member.id, here);
                view.want(Intent::EditSetup(change));
            }
        }
    });
}

/// Days that are known and have no session yet.
fn further(ui: &mut Ui, view: &mut View<'_>) {
    let setup = view.review.setup();
    let known = |day: &Date| setup.sessions.iter().any(|session| session.on == *day);
    let days: BTreeSet<Date> = setup.meets_on.iter().copied().chain([view.today]).collect();
    let today = view.today;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        for day in days.into_iter().filter(|day| !known(day)) {
            let text = match day == today {
                true => format!("+ today, {}", day.in_words()),
                false => format!("+ {}", day.in_words()),
            };
            if button::quiet(ui, &text).clicked() {
                view.want(Intent::EditSetup(SetupChange::AllHere(day)));
            }
        }
    });
}
