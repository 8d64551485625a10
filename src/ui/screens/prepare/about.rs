//! What this review is: title, council, what it is for, when its workshops are, and the question
//! about money.

use eframe::egui::Ui;

use super::said::Said;
use crate::review::councils;
use crate::review::setup::MoneyRule;
use crate::ui::edits::SetupChange;
use crate::ui::fields::{Field, SetupField};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::suggest::Suggestions;
use crate::ui::widgets::{access, button, heading, measure};

/// Title, council, purpose, days, and the question about money.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    view.text(ui, Field::Title, "Title", |field| field);
    council(ui, view);
    ui.add_space(GAP_S);
    let hint =
        "What is to be found out, and who asked for it. Readers of the figures will want to know";
    view.text(
        ui,
        Field::Setup(SetupField::Purpose),
        "What the review is for",
        |field| field.rows(3).hint(hint),
    );
    ui.add_space(GAP_L);
    days(ui, view);
    ui.add_space(GAP_L);
    super::money::ui(ui, view);
    ui.add_space(GAP_L);
    heading::section(ui, "Root causes");
    view.text(
        ui,
        Field::RootCauses,
        "What judgements choose from, one a line",
        |field| field.rows(8),
    );
}

/// The council: any text, with England's local authorities offered while it is typed.
fn council(ui: &mut Ui, view: &mut View<'_>) {
    let field = Field::LocalAuthority;
    let typed = view.drafts.get(&field).map(|typed| typed.text.clone());
    let offered = match &typed {
        Some(typed) if view.may_change() => councils::suggest(typed),
        _ => Vec::new(),
    };
    let is_one = offered.iter().any(|name| typed.as_deref() == Some(*name));
    let offered = if is_one { Vec::new() } else { offered };
    let mut list = Suggestions::new(ui, "councils", "Councils", &offered);
    list.take_keys(ui);
    let response = view.text(ui, field.clone(), "Council", |field| field);
    if let Some(name) = list.show(ui, &response) {
        // It takes the place of what was typed so far, which need not be kept first.
        let typed = Intent::Keep(field.clone());
        view.out.retain(|wanted| *wanted != typed);
        view.want(Intent::Enter(field, name.to_owned()));
    }
}

fn days(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Workshop days");
    let days = &view.review.setup().meets_on;
    if days.is_empty() {
        ui.label(theme::note(ui, "No day yet."));
    }
    for day in days {
        ui.horizontal(|ui| {
            ui.set_min_height(theme::CONTROL_HEIGHT);
            ui.label(day.in_words());
            if view.may_change() {
                let out = button::quiet(ui, "Take out");
                access::name(ui, &out, format!("Take {} out", day.in_words()));
                if out.clicked() {
                    view.want(Intent::EditSetup(SetupChange::RemoveDay(*day)));
                }
            }
        });
    }
    if !view.may_change() {
        return;
    }
    let field = Field::Setup(SetupField::NewDay);
    let hint = "For example 21/11/2026 or 21 November 2026, then Enter";
    let response = view.text(ui, field.clone(), "Add a day", |field| {
        field.width(360.0).hint(hint)
    });
    let enter = ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
    if response.lost_focus() && enter {
        // The next day can be typed at once.
        view.want(Intent::GoOnIn(field));
    }
}

/// Until when the review may be kept.
pub fn keep_until(ui: &mut Ui, view: &mut View<'_>) {
    let hint = "A date, or empty. When it has passed the program says so; it deletes nothing";
    view.text(ui, Field::KeepUntil, "Keep until", |field| {
        field.width(240.0).hint(hint)
    });
    let until = view.review.state().keep_until();
    if let Some(until) = until.filter(|until| *until < view.today) {
        let text = format!(
            "This review was to be kept until {}. That date has passed: forget it on this laptop and delete the file and its copies, or set another date.",
            until.in_words()
        );
        ui.scope(|ui| {
            ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
            Notice::new(Kind::Caution, &text).show(ui);
        });
        ui.add_space(GAP_M);
    }
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    match view.review.setup().money {
        None => Said::open("money: to be decided"),
        Some(MoneyRule::Live) => Said::done("money is shown live"),
        Some(MoneyRule::Locked) => Said::done("money is locked"),
        Some(MoneyRule::Revealed) => Said::done("money has been revealed"),
    }
}
