//! What this review is: title, council, and the question about money.

use eframe::egui::Ui;

use super::rail::Said;
use crate::review::Command;
use crate::review::command::SetupEdit;
use crate::review::setup::MoneyRule;
use crate::ui::fields::Field;
use crate::ui::theme::{self, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{heading, measure};

/// Title, council, and the question about money.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    view.text(ui, Field::Title, "Title", |field| field);
    view.text(ui, Field::LocalAuthority, "Council", |field| field);
    ui.add_space(GAP_M);
    money(ui, view);
    ui.add_space(GAP_M);
    heading::section(ui, "Root causes");
    view.text(
        ui,
        Field::RootCauses,
        "What judgements choose from, one a line",
        |field| field.rows(8),
    );
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
        Notice::new(Kind::Caution, &text).show(ui);
    }
}

fn money(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Money while judging");
    ui.set_max_width(measure::reading_width(ui));
    ui.label("Shall figures of money be on the screen while the panel judges? There is no default: the panel decides. The file records for each judgement whether money was on the screen.");
    ui.add_space(GAP_S);
    let now = view.review.setup().money;
    let says = match now {
        None => "Not decided yet. Until then no money is on the screen.",
        Some(MoneyRule::Live) => "Money is shown live.",
        Some(MoneyRule::Locked) => "Money is locked until somebody reveals it.",
        Some(MoneyRule::Revealed) => {
            "Money was locked while judging and has been revealed for all."
        }
    };
    ui.label(eframe::egui::RichText::new(says).text_style(theme::strong()));
    if !view.may_change() || now == Some(MoneyRule::Revealed) {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let choices: &[(&str, MoneyRule)] = match now {
            // What is locked is revealed, and the file says so.
            Some(MoneyRule::Locked) => &[("Reveal money for all cases", MoneyRule::Revealed)],
            Some(_) => &[("Lock money until it is revealed", MoneyRule::Locked)],
            None => &[
                ("Show money live", MoneyRule::Live),
                ("Lock money until it is revealed", MoneyRule::Locked),
            ],
        };
        for (label, rule) in choices {
            if ui.button(*label).clicked() {
                view.apply(Command::Setup(SetupEdit::Money(*rule)));
            }
        }
    });
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    match view.review.setup().money {
        None => Said::open("a question is open"),
        Some(_) => Said::nothing(),
    }
}
