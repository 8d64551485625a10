//! The panel's part of the form.

use eframe::egui::Ui;

use crate::review::case::{Case, Standing};
use crate::review::command::DraftEdit;
use crate::review::judgement::{Answer, Ideal, Question};
use crate::ui::fields::Field;
use crate::ui::theme::{self, Tone};
use crate::ui::view::View;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::heading as headings;
use crate::ui::widgets::marks::{self, Mark};

/// ■ The panel, and whether its judgement is recorded.
pub fn heading(ui: &mut Ui, case: &Case) {
    ui.horizontal_wrapped(|ui| {
        marks::mark(ui, Mark::Voice(Tone::Panel));
        headings::section(ui, "The panel");
        if let Standing::Recorded { judgement, .. } = &case.standing {
            let money = match judgement.last_changed.money_visible {
                Some(true) => "recorded, money was on the screen",
                Some(false) => "recorded, no money on the screen",
                None => "recorded elsewhere",
            };
            ui.label(theme::note(ui, money));
        }
    });
}

/// The definition that the panel judges by.
pub fn definition(ui: &mut Ui, view: &View<'_>) {
    let words = match &view.review.setup().definition {
        Some(definition) => format!("“Ideal”, as agreed: {}", definition.words),
        None => "What “ideal” means has not been agreed yet.".to_owned(),
    };
    ui.label(theme::note(ui, words));
}

/// One of the three questions.
pub fn answer(ui: &mut Ui, view: &mut View<'_>, case: &Case, question: Question) {
    let mut chosen = case.draft().answer(question);
    let before = chosen;
    let spoken = format!("The panel. {}", question.asked());
    let enabled = view.may_change();
    ui.add_enabled_ui(enabled, |ui| {
        Choice::new(question.asked(), case.id(), Tone::Panel)
            .spoken(&spoken)
            .show(ui, &mut chosen, &Answer::ALL, |answer| {
                answer.label().to_owned()
            });
    });
    if chosen != before {
        view.draft(case.id(), DraftEdit::Answer(question, chosen));
    }
}

/// Where the ideal would be.
pub fn ideal(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let setup = view.review.setup();
    let mut chosen = case.draft().ideal.clone();
    let before = chosen.clone();
    let mut options: Vec<Ideal> = setup
        .provisions
        .iter()
        .map(|row| Ideal::Provision(row.code.clone()))
        .collect();
    options.push(Ideal::CannotTell);
    let current = &case.file.current_provision;
    let label = |ideal: &Ideal| match ideal {
        Ideal::Provision(code) if code == current => {
            format!("{} (where they are)", setup.provision_name(code))
        }
        Ideal::Provision(code) => setup.provision_name(code).to_owned(),
        Ideal::CannotTell => "cannot tell".to_owned(),
    };
    // Where the setting is ideal the answer is worked out, not asked.
    let worked_out = case.draft().setting == Some(Answer::Ideal);
    let enabled = view.may_change() && !worked_out;
    ui.add_enabled_ui(enabled, |ui| {
        let width = ui.available_width();
        Select::new("Where would the ideal be?", ("panel", case.id()))
            .width(width)
            .show(ui, &mut chosen, &options, label);
    });
    if chosen != before {
        view.draft(case.id(), DraftEdit::Ideal(chosen));
    }
}

/// Why the panel thinks so.
pub fn reasoning(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let width = ui.available_width();
    view.text(
        ui,
        Field::Reasoning(case.id().clone()),
        "Why the panel thinks so",
        |field| field.rows(5).width(width),
    );
}
