//! What the figure is: its name, its range first where it has one, what is to be known beside it,
//! and the formula.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{CornerRadius, Label, Response, RichText, Sense, TextStyle, Ui, vec2};

use crate::projection::{Explanation, Figure, Projection, Scenario, Unit};
use crate::ui::intent::Intent;
use crate::ui::quantity;
use crate::ui::theme::{self, GAP_M, GAP_S, GAP_XS, RADIUS, ScenarioLook, Tokens};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::link::link;
use crate::ui::widgets::range::Range;
use crate::ui::widgets::range_bar::RangeBar;
use crate::ui::widgets::{focus, formula};
use crate::ui::words::count;

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, explanation: &Explanation) {
    title(ui, view, &explanation.title);
    ui.add_space(GAP_XS);
    if let Some(projection) = view.figures.projection.as_deref() {
        how_much(ui, explanation, projection);
    }
    if view.figures.updating {
        ui.label(theme::note(ui, "updating"));
    }
    for remark in &explanation.remarks {
        ui.add_space(GAP_XS);
        ui.add(Label::new(theme::note(ui, remark)).wrap());
    }
    case(ui, view, explanation);
    ui.add_space(GAP_S);
    formula::formula(ui, explanation.formula);
    let section = format!("formula of the model, {}", explanation.section);
    ui.label(theme::note(ui, section));
}

/// How the range was made, where there is one.
pub fn about_the_range(ui: &mut Ui, explanation: &Explanation) {
    if let Some(remark) = &explanation.about_range {
        ui.add_space(GAP_M);
        ui.add(Label::new(theme::note(ui, remark)).wrap());
    }
}

/// Said when it changes, and what has the keyboard when it was asked for by key.
fn title(ui: &mut Ui, view: &mut View<'_>, title: &str) {
    let words = RichText::new(title).text_style(theme::section());
    let label = Label::new(words).wrap().selectable(false);
    let label = label.sense(Sense::focusable_noninteractive());
    // Painted here: egui underlines a label that has the keyboard.
    let (at, words, response) = label.layout_in_ui(ui);
    ui.painter().galley(at, words, Tokens::of(ui).ink);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(2);
        node.set_label(title);
        node.set_live(Live::Polite);
    });
    let unseen = unseen(ui, view, &response);
    if response.has_focus() && !unseen {
        let rect = response.rect.expand2(vec2(GAP_XS, 0.0));
        let corners = CornerRadius::same(RADIUS);
        focus::ring(ui.painter(), rect, corners, Tokens::of(ui));
    }
    for spot in [Spot::Explanation, Spot::Asked] {
        view.attend(ui, spot, response.id, response.rect);
    }
}

/// Whether the title has the keyboard without a ring: it came by mouse, and has not left since.
fn unseen(ui: &Ui, view: &View<'_>, title: &Response) -> bool {
    let id = title.id.with("came by mouse");
    let elsewhere = !title.has_focus();
    ui.data_mut(|data| {
        if view.place.attend.is_some() {
            data.insert_temp(id, view.place.asked.by_mouse());
        } else if elsewhere {
            data.insert_temp(id, false);
        }
        data.get_temp(id).unwrap_or(false)
    })
}

/// The range with its n; without a range the figure and what it rests on.
fn how_much(ui: &mut Ui, explanation: &Explanation, projection: &Projection) {
    let range = explanation.range;
    if let Some(range) = range.and_then(|range| Range::new(range.p05, range.point, range.p95)) {
        let look = look(&explanation.figure);
        let bar = RangeBar::of(look, range, projection.counted);
        let is_balance = matches!(
            explanation.figure,
            Figure::Balance(..) | Figure::InYearBalance(..)
        );
        let bar = if is_balance { bar.no_saving() } else { bar };
        bar.show(ui);
        return;
    }
    let value = match explanation.value {
        Some(value) => quantity::headline(value, explanation.unit),
        None if explanation.unit == Unit::PerChild => "not known".to_owned(),
        None => "there is none".to_owned(),
    };
    let value = RichText::new(value).text_style(theme::strong());
    ui.add(Label::new(value).wrap());
    if let Some(n) = rests_on(&explanation.figure, projection) {
        let counted = count(n, "counted case", "counted cases");
        let of = match explanation.figure {
            Figure::Contested(_) => format!("{} of {counted}", explanation.cases.len()),
            _ => counted,
        };
        let words = format!("straight extrapolation of {of}, without a range");
        ui.add(Label::new(theme::note(ui, words)).wrap());
    }
}

/// The way to the case that a figure is about.
fn case(ui: &mut Ui, view: &mut View<'_>, explanation: &Explanation) {
    let Some(id) = explanation.figure.case() else {
        return;
    };
    ui.add_space(GAP_XS);
    if view.place.case.as_ref() == Some(id) {
        ui.label(theme::note(ui, format!("{id} stands beside this")));
    } else if link(ui, &format!("Go to {id}"), TextStyle::Body).clicked() {
        view.want(Intent::Select(id.clone()));
    }
}

/// How many cases are extrapolated in a figure without a range; `None` where none are.
fn rests_on(figure: &Figure, projection: &Projection) -> Option<usize> {
    match figure {
        Figure::Children(..)
        | Figure::Spend(_)
        | Figure::Allocation(_)
        | Figure::CurrentInYear(_)
        | Figure::CurrentBalance(_)
        | Figure::Value(_)
        | Figure::MoveValue(..)
        | Figure::StandsFor(_)
        | Figure::AtDecision(..)
        | Figure::Grown(..)
        | Figure::Decided(..)
        | Figure::InEffect(..)
        | Figure::CoveredCaseload
        | Figure::CoveredSpend
        | Figure::Balance(_, 0)
        | Figure::HalfOfSaving => None,
        Figure::CaseSaving(..) => Some(1),
        _ => Some(projection.counted),
    }
}

/// How the scenario of a range is drawn.
fn look(figure: &Figure) -> ScenarioLook {
    let (Figure::Saving(scenario, _)
    | Figure::TotalSaving(scenario)
    | Figure::InYearBalance(scenario, _)
    | Figure::Balance(scenario, _)) = figure
    else {
        return ScenarioLook::CurrentCourse;
    };
    match scenario {
        Scenario::Panel => ScenarioLook::Panel,
        Scenario::PossibleToday => ScenarioLook::PossibleToday,
        Scenario::ParentsAgree => ScenarioLook::ParentsAgree,
        Scenario::ParentsIdeals => ScenarioLook::OwnIdeals,
        Scenario::TribunalTested => ScenarioLook::Tribunal,
    }
}
