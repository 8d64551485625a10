//! What not every judgement needs: conditions, support, less than the plan, root causes, confidence,
//! dissent. Each is behind a "+" until it is wanted.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::side::label;
use super::{law, missing};
use crate::review::case::Case;
use crate::review::command::DraftEdit;
use crate::review::complete::Missing;
use crate::review::judgement::{Confidence, Draft, Payer};
use crate::review::law::{LawNote, LessThanPlan};
use crate::review::panel::Role;
use crate::review::setup::MoneyRule;
use crate::review::text::Text;
use crate::ui::actions::Action;
use crate::ui::edits::CaseEdit;
use crate::ui::fields::{ConditionField, Field};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_S, Tone};
use crate::ui::view::View;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::{access, button};

/// Shows them.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let draft = case.draft().into_owned();
    let money = view.money_visible(Some(case));
    for at in 0..draft.conditions.len() {
        condition(ui, view, case, &draft, at, money);
    }
    for at in 0..draft.support_costs.len() {
        support(ui, view, case, &draft, at, money);
    }
    if draft.less_than_plan.is_some() {
        less_than_plan(ui, view, case, &draft);
    }
    if !draft.root_causes.is_empty() {
        causes(ui, view, case, &draft);
    }
    if draft.confidence.is_some() {
        confidence(ui, view, case, &draft);
    }
    for at in 0..draft.dissent.len() {
        dissent(ui, view, case, &draft, at);
    }
    add(ui, view, case, &draft, money);
}

fn add(ui: &mut Ui, view: &mut View<'_>, case: &Case, draft: &Draft, money: bool) {
    ui.horizontal_wrapped(|ui| {
        if button::quiet(ui, "+ condition").clicked() {
            view.edit(case, CaseEdit::AddCondition);
        }
        // Costs are asked once money may be seen.
        if money && button::quiet(ui, "+ support").clicked() {
            view.edit(case, CaseEdit::AddSupport);
        }
        if draft.less_than_plan.is_none() {
            let chosen = one_of(ui, LESS_THAN_PLAN, &LessThanPlan::ALL, |why| why.label());
            if chosen.is_some() {
                view.draft(case.id(), DraftEdit::LessThanPlan(chosen));
            }
        }
        let known = view.review.setup().root_causes.iter();
        let left: Vec<Text> = known
            .filter(|cause| !draft.root_causes.contains(cause))
            .cloned()
            .collect();
        ui.menu_button("+ root cause", |ui| {
            for cause in left {
                if ui.button(cause.as_str()).clicked() {
                    view.edit(case, CaseEdit::AddCause(cause));
                    ui.close();
                }
            }
        });
        if draft.confidence.is_none() {
            let chosen = one_of(ui, "+ confidence", &Confidence::ALL, |sure| sure.label());
            if chosen.is_some() {
                view.draft(case.id(), DraftEdit::Confidence(chosen));
            }
        }
        if button::quiet(ui, "+ dissent").clicked() {
            view.edit(case, CaseEdit::AddDissent);
        }
        let locked = view.review.setup().money == Some(MoneyRule::Locked) && !money;
        if locked && button::quiet(ui, "Reveal money for this case").clicked() {
            view.want(Intent::Do(Action::RevealMoneyHere));
        }
    });
}

/// What is offered where the ideal may have less provision than the plan specifies.
const LESS_THAN_PLAN: &str = "+ less than the plan";

/// A "+" that asks at once, since no answer is anybody's until it is given.
fn one_of<T: Copy>(
    ui: &mut Ui,
    text: &str,
    answers: &[T],
    label: impl Fn(T) -> &'static str,
) -> Option<T> {
    let mut chosen = None;
    ui.menu_button(text, |ui| {
        for answer in answers {
            if ui.button(label(*answer)).clicked() {
                chosen = Some(*answer);
                ui.close();
            }
        }
    });
    chosen
}

/// Four fields of a condition stand in a line where there is as much room as this. Points.
const FOUR_FIELDS: f32 = 440.0;

/// A quiet button that takes an entry out; whether it was pressed.
fn take_out(ui: &mut Ui, what: &str) -> bool {
    let button = button::quiet(ui, "Take out");
    access::name(ui, &button, format!("Take {what} out"));
    button.clicked()
}

fn condition(ui: &mut Ui, view: &mut View<'_>, case: &Case, draft: &Draft, at: usize, money: bool) {
    let Some(kept) = draft.conditions.get(at) else {
        return;
    };
    let cell = |cell| Field::Condition(case.id().clone(), at, cell);
    let spoken = |label: &str| format!("{label}, condition {}", at + 1);
    let width = ui.available_width();
    let name = format!("Condition {}: what would have to be in place", at + 1);
    let short = format!("Condition {}", at + 1);
    let what = view.text(ui, cell(ConditionField::What), &short, |field| {
        let field = field.width(width).spoken(name);
        field.placeholder("what would have to be in place")
    });
    missing::of_panel(ui, view, case, Missing::Condition(at + 1), &what);
    let (mut in_place, mut payer) = (kept.in_place, kept.payer);
    ui.horizontal(|ui| {
        let tick = ui.checkbox(&mut in_place, "in place today");
        access::name(ui, &tick, spoken("in place today"));
        if take_out(ui, &format!("condition {}", at + 1)) {
            view.edit(case, CaseEdit::RemoveCondition(at));
        }
    });
    // Four fields in a line, or two and two.
    let in_a_line = if width < FOUR_FIELDS { 2.0 } else { 4.0 };
    let column = (width - (in_a_line - 1.0) * GAP_S) / in_a_line;
    let costs = |ui: &mut Ui, view: &mut View<'_>| {
        for (what, label) in [
            (ConditionField::OneOff, "£ once"),
            (ConditionField::Yearly, "£ a year"),
        ] {
            view.text(ui, cell(what), label, |field| {
                field.width(column).spoken(spoken(label))
            });
        }
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        view.text(ui, cell(ConditionField::ByWhen), "By when", |field| {
            field.width(column).spoken(spoken("By when"))
        });
        // Who would pay is no figure of money.
        let payers = Select::new("Payer", (case.id(), "condition", at));
        let payers = payers.spoken(spoken("Payer")).width(column).clearable();
        payers.show(ui, &mut payer, &Payer::ALL, |payer| {
            payer.label().to_owned()
        });
        if money && in_a_line > 2.0 {
            costs(ui, view);
        }
    });
    if money && in_a_line <= 2.0 {
        ui.horizontal_top(|ui| costs(ui, view));
    }
    if in_place != kept.in_place {
        view.edit(case, CaseEdit::InPlace(at, in_place));
    }
    if payer != kept.payer {
        view.edit(case, CaseEdit::ConditionPayer(at, payer));
    }
    ui.add_space(GAP_S);
}

fn support(ui: &mut Ui, view: &mut View<'_>, case: &Case, draft: &Draft, at: usize, money: bool) {
    let Some(kept) = draft.support_costs.get(at) else {
        return;
    };
    if !money {
        ui.label(theme::note(
            ui,
            "Extra support is entered; its cost is shown when money is revealed.",
        ));
        return;
    }
    let mut payer = Some(kept.payer);
    let spoken = |label: &str| format!("{label}, support {}", at + 1);
    ui.horizontal_top(|ui| {
        let field = Field::Support(case.id().clone(), at);
        let label = "Support, £ a year";
        view.text(ui, field, label, |field| {
            field.width(130.0).spoken(spoken(label))
        });
        let payers = Select::new("Payer", (case.id(), "support", at));
        let payers = payers.spoken(spoken("Payer")).width(140.0);
        payers.show(ui, &mut payer, &Payer::ALL, |payer| {
            payer.label().to_owned()
        });
        if take_out(ui, &format!("support {}", at + 1)) {
            view.edit(case, CaseEdit::RemoveSupport(at));
        }
    });
    if let Some(payer) = payer.filter(|payer| *payer != kept.payer) {
        view.edit(case, CaseEdit::SupportPayer(at, payer));
    }
    ui.add_space(GAP_S);
}

fn less_than_plan(ui: &mut Ui, view: &mut View<'_>, case: &Case, draft: &Draft) {
    let mut chosen = draft.less_than_plan;
    let question = "The ideal has less provision than the plan specifies";
    let choice = Choice::new(question, case.id(), Tone::Panel);
    choice.show(ui, &mut chosen, &LessThanPlan::ALL, |why| {
        why.label().to_owned()
    });
    if take_out(ui, "less than the plan") {
        chosen = None;
    }
    if chosen != draft.less_than_plan {
        view.draft(case.id(), DraftEdit::LessThanPlan(chosen));
    }
    if law::called_for(view, case).contains(&LawNote::LessForResource) {
        law::ui(ui, view, case, LawNote::LessForResource);
    }
    ui.add_space(GAP_S);
}

fn causes(ui: &mut Ui, view: &mut View<'_>, case: &Case, draft: &Draft) {
    label(ui, "Root causes");
    for (at, cause) in draft.root_causes.iter().enumerate() {
        ui.horizontal_top(|ui| {
            let room = (ui.available_width() - 96.0).max(120.0);
            ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::LEFT), |ui| {
                ui.set_width(room);
                ui.label(cause.as_str());
            });
            if take_out(ui, cause) {
                view.edit(case, CaseEdit::RemoveCause(at));
            }
        });
    }
    ui.add_space(GAP_S);
}

fn confidence(ui: &mut Ui, view: &mut View<'_>, case: &Case, draft: &Draft) {
    let mut chosen = draft.confidence;
    let choice = Choice::new("How sure is the panel?", case.id(), Tone::Panel);
    choice.show(ui, &mut chosen, &Confidence::ALL, |confidence| {
        confidence.label().to_owned()
    });
    if take_out(ui, "confidence") {
        chosen = None;
    }
    if chosen != draft.confidence {
        view.draft(case.id(), DraftEdit::Confidence(chosen));
    }
    ui.add_space(GAP_S);
}

fn dissent(ui: &mut Ui, view: &mut View<'_>, case: &Case, draft: &Draft, at: usize) {
    let Some(kept) = draft.dissent.get(at) else {
        return;
    };
    let mut by = kept.by;
    let spoken = |label: &str| format!("{label}, dissent {}", at + 1);
    Select::new("Who disagrees", (case.id(), "dissent", at))
        .spoken(spoken("Who disagrees"))
        .clearable()
        .show(ui, &mut by, &Role::ALL, |role| role.label().to_owned());
    let width = ui.available_width();
    let words = view.text(
        ui,
        Field::Dissent(case.id().clone(), at),
        "In their words",
        |field| field.rows(2).width(width).spoken(spoken("In their words")),
    );
    missing::of_panel(ui, view, case, Missing::Dissent(at + 1), &words);
    if take_out(ui, &format!("dissent {}", at + 1)) {
        view.edit(case, CaseEdit::RemoveDissent(at));
    }
    if by != kept.by {
        view.edit(case, CaseEdit::DissentBy(at, by));
    }
    ui.add_space(GAP_S);
}
