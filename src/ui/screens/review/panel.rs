//! The panel's part of the form.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Label, TextStyle, Ui};

use super::missing::{self, Control};
use crate::review::case::{Case, Standing};
use crate::review::command::DraftEdit;
use crate::review::complete::Missing;
use crate::review::judgement::{Answer, Ideal, Judgement, Question};
use crate::ui::fields::Field;
use crate::ui::theme::{self, Tokens, Tone};
use crate::ui::view::View;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::heading as headings;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::words::place;

/// ■ The panel, and whether its judgement is recorded.
pub fn heading(ui: &mut Ui, case: &Case) {
    ui.horizontal_wrapped(|ui| {
        marks::mark(ui, Mark::Voice(Tone::Panel));
        headings::section(ui, "The panel");
        if let Standing::Recorded { judgement, .. } = &case.standing {
            ui.label(theme::note(ui, money_seen(judgement)));
        }
    });
}

/// Whether money was on the screen when the judgement was first recorded, and when it was last
/// changed if that is another answer: a blind judgement stays one when its costs are added.
pub fn money_seen(judgement: &Judgement) -> &'static str {
    let (first, last) = (&judgement.first_recorded, &judgement.last_changed);
    match (first.money_visible, last.money_visible) {
        (Some(true), _) => "recorded with money on the screen",
        (Some(false), Some(false)) => "recorded without money on the screen",
        (Some(false), _) => "recorded without money on the screen, changed with it",
        (None, Some(true)) => "recorded elsewhere, changed here with money on the screen",
        (None, Some(false)) => "recorded elsewhere, changed here without money on the screen",
        (None, None) => "recorded elsewhere",
    }
}

/// The definition that the panel judges by, in two lines at the most: the room knows it, and the
/// whole of it is under the pointer and for screen readers.
pub fn definition(ui: &mut Ui, view: &View<'_>) {
    let words = match &view.review.setup().definition {
        Some(definition) => format!("“Ideal”, as agreed: {}", definition.words),
        None => "What “ideal” means has not been agreed yet.".to_owned(),
    };
    let font = TextStyle::Small.resolve(ui.style());
    let colour = Tokens::of(ui).ink_muted;
    let mut job = LayoutJob::simple(words.clone(), font, colour, ui.available_width());
    job.wrap.max_rows = 2;
    let response = ui.add(Label::new(ui.painter().layout_job(job)));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(words));
}

/// One of the three questions.
pub fn answer(ui: &mut Ui, view: &mut View<'_>, case: &Case, question: Question) {
    let mut chosen = case.draft().answer(question);
    let before = chosen;
    let spoken = format!("The panel. {}", question.asked());
    let row = Choice::new(question.asked(), case.id(), Tone::Panel)
        .spoken(&spoken)
        .show(ui, &mut chosen, &Answer::ALL, |answer| {
            answer.label().to_owned()
        });
    let control = || Control::row(&row);
    missing::of_panel(ui, view, case, Missing::Answer(question), control());
    // Where the setting is ideal, where that is cannot be chosen: the answer is what can be changed.
    if question == Question::Setting {
        missing::of_panel(ui, view, case, Missing::IdealIsElsewhere, control());
    }
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
    let label = |ideal: &Ideal| match ideal {
        Ideal::Provision(code) => place(setup, case, code),
        Ideal::CannotTell => "cannot tell".to_owned(),
    };
    // Where the setting is ideal the answer is worked out, not asked.
    let worked_out = case.draft().setting == Some(Answer::Ideal);
    let list = ui.add_enabled_ui(!worked_out, |ui| {
        let width = ui.available_width();
        Select::new("Where would the ideal be?", ("panel", case.id()))
            .width(width)
            .show(ui, &mut chosen, &options, label)
    });
    missing::of_panel(ui, view, case, Missing::Ideal, &list.inner);
    if chosen != before {
        view.draft(case.id(), DraftEdit::Ideal(chosen));
    }
}

/// Why the panel thinks so.
pub fn reasoning(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let width = ui.available_width();
    let field = view.text(
        ui,
        Field::Reasoning(case.id().clone()),
        "Why the panel thinks so",
        |field| field.rows(5).width(width),
    );
    missing::of_panel(ui, view, case, Missing::Reasoning, &field);
}
