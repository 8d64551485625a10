//! The live projection beside the case: the range first, the point inside it, what it covers and
//! what it cannot tell.

use eframe::egui::{Align, Label, Layout, RichText, Ui, vec2};

use crate::projection::{Projection, Ranged, Scenario};
use crate::review::setup::{SelectionMethod, Setup};
use crate::review::text::CaseId;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::money;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_M, GAP_S, ScenarioLook, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::range::Range;
use crate::ui::widgets::range_axis::Axis;
use crate::ui::widgets::range_bar::RangeBar;
use crate::ui::widgets::{button, heading};

/// The scenarios that the review screen shows (model.md §7).
const SHOWN: [(Scenario, ScenarioLook); 3] = [
    (Scenario::Panel, ScenarioLook::Panel),
    (Scenario::PossibleToday, ScenarioLook::PossibleToday),
    (Scenario::ParentsAgree, ScenarioLook::ParentsAgree),
];

/// The whole column.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let Some(projection) = view.figures.projection.clone() else {
        heading::section(ui, "Projection");
        ui.label(theme::note(ui, "being computed"));
        return;
    };
    let years = projection.horizon;
    heading::section(ui, &format!("Saving over {}", in_years(years)));
    let span = view.review.setup().baseline.base_year;
    let updating = if view.figures.updating {
        " · updating"
    } else {
        ""
    };
    let sub = format!(
        "to the high needs block, {} to {}{updating}",
        span.label_after(1),
        span.label_after(years)
    );
    ui.label(theme::note(ui, sub));
    ui.add_space(GAP_S);
    if projection.counted == 0 {
        ui.label("No case counts yet. Figures appear with the first recorded judgement that has a parent’s perspective beside it.");
    } else {
        bars(ui, &projection);
        caveats(ui, view.review.setup(), &projection);
    }
    ui.add_space(GAP_M);
    if button::quiet(ui, "Fold away").clicked() {
        view.want(Intent::Do(Action::FoldProjection));
    }
}

fn range(figure: Ranged) -> Option<Range> {
    Range::new(figure.p05, figure.point, figure.p95)
}

fn bars(ui: &mut Ui, projection: &Projection) {
    let ranges: Vec<(ScenarioLook, Range)> = SHOWN
        .iter()
        .filter_map(|(scenario, look)| {
            Some((*look, range(projection.scenario(*scenario)?.total_saving)?))
        })
        .collect();
    let axis = Axis::covering(ranges.iter().map(|(_, range)| *range));
    for (look, range) in ranges {
        RangeBar::of(look, range, projection.counted)
            .axis(axis)
            .verdict_said_once()
            .show(ui);
        ui.add_space(GAP_S);
    }
}

fn caveats(ui: &mut Ui, setup: &Setup, projection: &Projection) {
    let tokens = Tokens::of(ui);
    if let Some(verdict) = verdict(projection) {
        ui.label(RichText::new(verdict).text_style(theme::strong()));
        ui.add_space(GAP_S);
    }
    let mut notes = vec![format!(
        "Range: about nine in ten at best, from {} counted {}.",
        projection.counted,
        if projection.counted == 1 {
            "case"
        } else {
            "cases"
        }
    )];
    if !setup.selection.method.is_random() {
        let how = match setup.selection.method {
            SelectionMethod::NotKnown => "It is not known how the cases were chosen",
            _ => "The cases were not drawn at random",
        };
        notes.push(format!("{how}: the real uncertainty is wider."));
    }
    notes.push(covers(setup, projection));
    if !projection.unpriced.is_empty() {
        let (these, are) = some_cases(&projection.unpriced);
        notes.push(format!(
            "The value of {these} {are} not known and not in these figures."
        ));
    }
    if !projection.tally.undecided.is_empty() {
        let (these, are) = some_cases(&projection.tally.undecided);
        notes.push(format!("Undecided: {these}; {are} in no figure."));
    }
    for note in notes {
        ui.label(RichText::new(note).small().color(tokens.ink_muted));
        ui.add_space(4.0);
    }
}

/// What the ranges that hold both saving and costing mean, once for all that are shown.
fn verdict(projection: &Projection) -> Option<String> {
    let open: Vec<&str> = SHOWN
        .iter()
        .filter(|(scenario, _)| {
            projection
                .scenario(*scenario)
                .is_some_and(|figures| figures.total_saving.spans_zero())
        })
        .map(|(_, look)| look.label())
        .collect();
    let these = match projection.counted {
        1 => "This 1 case".to_owned(),
        n => format!("These {n} cases"),
    };
    match open.len() {
        0 => None,
        all if all == SHOWN.len() => Some(format!(
            "{these} cannot tell whether any of this saves or costs."
        )),
        _ => Some(format!(
            "{these} cannot tell whether this saves or costs: {}.",
            open.join(", ")
        )),
    }
}

fn covers(setup: &Setup, projection: &Projection) -> String {
    let of = setup.provisions.len();
    let reviewed = {
        let mut rows: Vec<_> = projection.cases.iter().map(|case| &case.current).collect();
        rows.sort();
        rows.dedup();
        rows.len()
    };
    match projection.coverage.covered_share_of_caseload {
        Some(share) => format!(
            "Of the provisions reviewed: {reviewed} of {of}, with {:.0}% of the children.",
            share * 100.0
        ),
        None => format!("Of the provisions reviewed: {reviewed} of {of}."),
    }
}

/// "C25" or "C25 and C26" or "C25, C26 and 3 more", and the verb that goes with it.
fn some_cases(ids: &[CaseId]) -> (String, &'static str) {
    match ids {
        [one] => (one.to_string(), "is"),
        [one, two] => (format!("{one} and {two}"), "are"),
        [one, two, rest @ ..] => (format!("{one}, {two} and {} more", rest.len()), "are"),
        [] => (String::new(), "are"),
    }
}

/// "five years".
pub fn in_years(years: usize) -> String {
    match years {
        1 => "one year".to_owned(),
        5 => "five years".to_owned(),
        10 => "ten years".to_owned(),
        years => format!("{years} years"),
    }
}

/// The projection in one line, for narrow windows; it opens.
pub fn line(ui: &mut Ui, view: &mut View<'_>) {
    let Some(projection) = &view.figures.projection else {
        return;
    };
    let words = match projection.scenario(Scenario::Panel) {
        Some(panel) if projection.counted > 0 => {
            let cannot_tell = if panel.total_saving.spans_zero() {
                "; cannot tell whether this saves or costs"
            } else {
                ""
            };
            format!(
                "Panel, {}: {}, from {} counted cases{cannot_tell}",
                in_years(projection.horizon),
                money::range(panel.total_saving.p05, panel.total_saving.p95),
                projection.counted
            )
        }
        _ => "No case counts yet".to_owned(),
    };
    let open = view.place.projection_opened;
    let size = vec2(ui.available_width(), CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        if button::quiet(ui, if open { "Fold away" } else { "Show all" }).clicked() {
            view.want(Intent::OpenProjection);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(words).truncate());
        });
    });
}
