//! The live projection beside the case: the range first, the point inside it, what it covers and
//! what it cannot tell.

use eframe::egui::{Align, Label, Layout, RichText, Ui, vec2};

use crate::projection::{FEW, Projection, Ranged, Scenario};
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
use crate::ui::words::{a_few, count};

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
        "Range: about nine in ten at best, from {}.",
        count(projection.counted, "counted case", "counted cases")
    )];
    if !setup.selection.method.is_random() {
        let how = match setup.selection.method {
            SelectionMethod::NotKnown => "It is not known how the cases were chosen",
            _ => "The cases were not drawn at random",
        };
        notes.push(format!("{how}: the real uncertainty is wider."));
    }
    notes.push(covers(projection));
    notes.extend(cautions(projection));
    let unpriced = &projection.unpriced;
    if !unpriced.is_empty() {
        notes.push(format!(
            "The value of {} is not known and not in these figures.",
            a_few(unpriced)
        ));
    }
    let undecided = &projection.tally.undecided;
    if !undecided.is_empty() {
        let (these, are) = (a_few(undecided), are(undecided));
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

/// What the cases reviewed cover, among the provisions where children are.
fn covers(projection: &Projection) -> String {
    let uncovered = &projection.coverage.not_covered;
    let reviewed = projection.reviewed().len();
    let mut said = format!(
        "Of the provisions with children, reviewed: {reviewed} of {}",
        reviewed + uncovered.len()
    );
    if let Some(share) = projection.coverage.covered_share_of_caseload {
        said.push_str(&format!(", with {:.0}% of the children", share * 100.0));
    }
    said.push('.');
    if !uncovered.is_empty() {
        said.push_str(&format!(" No case was reviewed in {}.", a_few(uncovered)));
    }
    said
}

/// How few stand for some, and who stands for nobody (model.md §9 and §11).
fn cautions(projection: &Projection) -> Vec<String> {
    let mut notes = Vec::new();
    let few: Vec<String> = projection
        .reviewed_in_few_cases()
        .into_iter()
        .map(|(code, n)| format!("{code} ({n})"))
        .collect();
    if !few.is_empty() {
        notes.push(format!("Fewer than {FEW} cases stand for {}.", a_few(&few)));
    }
    match projection.standing_for_nobody().as_slice() {
        [] => {}
        [one] => notes.push(format!(
            "{one} stands for no children: nobody is placed there."
        )),
        ids => notes.push(format!(
            "{} stand for no children: nobody is placed there.",
            a_few(ids)
        )),
    }
    notes
}

/// The verb that goes with so many.
const fn are(ids: &[CaseId]) -> &'static str {
    if ids.len() == 1 { "is" } else { "are" }
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
                "Panel, {}: {}, from {}{cannot_tell}",
                in_years(projection.horizon),
                money::range(panel.total_saving.p05, panel.total_saving.p95),
                count(projection.counted, "counted case", "counted cases")
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
