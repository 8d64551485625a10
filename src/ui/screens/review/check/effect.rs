//! What the judgement does to the projection, as far as money may be on the screen.

use eframe::egui::{Label, Ui};

use crate::review::case::Case;
use crate::review::setup::MoneyRule;
use crate::ui::actions::{self, Action};
use crate::ui::intent::Intent;
use crate::ui::screens::review::{judge, projection};
use crate::ui::theme;
use crate::ui::view::View;
use crate::ui::widgets::{button, heading};

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    heading::group(ui, "What it does to the projection");
    if let Some(nothing) = nothing(case) {
        ui.add(Label::new(theme::reading(ui, nothing)).wrap());
        return;
    }
    if view.money_visible(Some(case)) {
        projection::whole::ui(ui, view, case);
        return;
    }
    match view.review.setup().money {
        None if view.may_change() => judge::ask_money(ui, view),
        None => {
            let text = "The panel has not decided whether money is shown while it judges.";
            ui.add(Label::new(theme::reading(ui, text)).wrap());
        }
        Some(_) => locked(ui, view),
    }
}

/// Why it does nothing, if it does nothing.
fn nothing(case: &Case) -> Option<&'static str> {
    let complete = case.complete();
    match complete {
        None => Some("What is not recorded is in no figure."),
        Some(_) if case.practice => {
            Some("This case is for practice: it is judged and shown, and changes no figure.")
        }
        Some(complete) if complete.counted_ideal().is_none() => {
            Some("The panel cannot tell, so the case is undecided and in no figure.")
        }
        Some(_) => None,
    }
}

fn locked(ui: &mut Ui, view: &mut View<'_>) {
    let text = "Money is locked until it is revealed.";
    ui.add(Label::new(theme::reading(ui, text)).wrap());
    if !view.may_change() || view.review.setup().money != Some(MoneyRule::Locked) {
        return;
    }
    for action in [Action::RevealMoneyHere, Action::RevealMoney] {
        let entry = actions::entry(action);
        if entry.is_some_and(|entry| {
            let pressed = button::quiet(ui, entry.text).on_hover_text(entry.hint);
            pressed.clicked()
        }) {
            view.want(Intent::Do(action));
        }
    }
}
