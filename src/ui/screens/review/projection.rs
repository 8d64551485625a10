//! The live projection beside the case: the ranges first, what they were before the last change,
//! what they cannot tell, what they cover, and what becomes of the council's balance.

mod carries;
mod caveats;
mod change;
mod chart;
pub(super) mod explained;
mod sure;
pub(super) mod whole;

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Label, Layout, TextStyle, Ui, vec2};

use crate::projection::{Figure, Projection, Ranged, Scenario};
use crate::review::case::Status;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::money;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_L, GAP_M, GAP_S, ScenarioLook};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::range::Range;
use crate::ui::widgets::range_axis::Axis;
use crate::ui::widgets::range_bar::{self, RangeBar};
use crate::ui::widgets::{button, heading};
use crate::ui::words::count;

/// The scenarios that the review screen shows (model.md §7).
const SHOWN: [(Scenario, ScenarioLook); 3] = [
    (Scenario::Panel, ScenarioLook::Panel),
    (Scenario::PossibleToday, ScenarioLook::PossibleToday),
    (Scenario::ParentsAgree, ScenarioLook::ParentsAgree),
];
/// From this width on, ranges and chart stand side by side. Points.
const SIDE_BY_SIDE: f32 = 560.0;
/// The height of the chart at the side, and below the case. Points.
const CHART: [f32; 2] = [180.0, 168.0];
/// From this width on, the line about the last change has one row, else two. Points.
const ONE_ROW: f32 = 380.0;

/// All of it in the column at the side.
pub fn column(ui: &mut Ui, view: &mut View<'_>) {
    figures(ui, view);
    ui.add_space(GAP_S);
    chart::ui(ui, view, CHART[0]);
    caveats::after_chart(ui, view);
    carries::ui(ui, view);
    ui.add_space(GAP_M);
    if button::quiet(ui, "Fold away").clicked() {
        view.want(Intent::Do(Action::FoldProjection));
    }
}

/// All of it below the case, in narrow windows; side by side as far as there is room.
pub fn below(ui: &mut Ui, view: &mut View<'_>) {
    if ui.available_width() < SIDE_BY_SIDE {
        figures(ui, view);
        ui.add_space(GAP_S);
        chart::ui(ui, view, CHART[0]);
        caveats::after_chart(ui, view);
        carries::ui(ui, view);
        return;
    }
    ui.spacing_mut().item_spacing.x = GAP_L;
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        ragged(left, |ui| {
            figures(ui, view);
        });
        ragged(right, |ui| {
            chart::ui(ui, view, CHART[1]);
            caveats::after_chart(ui, view);
            carries::ui(ui, view);
        });
    });
}

/// Columns stretch what is in them, and so the spaces between words: not here.
fn ragged(column: &mut Ui, show: impl FnOnce(&mut Ui)) {
    column.spacing_mut().item_spacing.x = GAP_S;
    column.with_layout(Layout::top_down(Align::Min), show);
}

/// The ranges, what they cannot tell, the draws that they are made of, and what they cover.
fn figures(ui: &mut Ui, view: &mut View<'_>) {
    saving(ui, view);
    caveats::first(ui, view);
    sure::ui(ui, view);
    caveats::before_chart(ui, view);
}

/// The saving over the horizon under the scenarios, and what the panel's was before.
fn saving(ui: &mut Ui, view: &mut View<'_>) {
    let projection = view.figures.projection.as_deref();
    let baseline = &view.review.setup().baseline;
    let years = projection.map_or(baseline.horizon.years(), |projection| projection.horizon);
    let base = projection.map_or(baseline.base_year, |projection| projection.base_year);
    heading::section(ui, &format!("Saving over {}", in_years(years)));
    let (from, to) = (base.label_after(1), base.label_after(years));
    // In place of the years, so that nothing moves while it is computed.
    let note = if projection.is_some() && view.figures.updating {
        "updating".to_owned()
    } else {
        format!("high needs block, {from} to {to}")
    };
    ui.label(theme::note(ui, note));
    ui.add_space(GAP_S);
    match projection {
        None => awaited(ui, view),
        Some(projection) if projection.counted == 0 => {
            ui.label("No case counts yet. Figures appear with the first recorded judgement that has a parent’s perspective beside it.");
        }
        Some(projection) if !projection.is_priced() => {
            ui.label("What these moves would save or cost is not known: a cost is missing in the table of provisions.");
        }
        Some(projection) => bars(ui, view, projection),
    }
}

/// Holds the place of the ranges until the first are there.
fn awaited(ui: &mut Ui, view: &View<'_>) {
    let recorded = |status: &Status| matches!(status, Status::Recorded | Status::Changing);
    if !view.statuses.iter().any(recorded) {
        ui.label(theme::note(ui, AWAITED));
        return;
    }
    for (scenario, look) in SHOWN {
        range_bar::awaited(ui, look);
        if scenario == Scenario::Panel && view.may_change() {
            last_change(ui, AWAITED);
        }
        ui.add_space(GAP_S);
    }
}

fn range(figure: Ranged) -> Option<Range> {
    Range::new(figure.p05, figure.point, figure.p95)
}

/// What is compared, on one axis.
struct Compared {
    ranges: Vec<(Scenario, ScenarioLook, Range)>,
    /// The panel's before the last change.
    before: Option<Range>,
    axis: Axis,
}

fn compared(view: &View<'_>, projection: &Projection) -> Compared {
    let ranges: Vec<(Scenario, ScenarioLook, Range)> = SHOWN
        .iter()
        .filter_map(|(scenario, look)| {
            let total = projection.scenario(*scenario)?.total_saving;
            Some((*scenario, *look, range(total)?))
        })
        .collect();
    let change = view.figures.change.as_ref();
    let before = change.and_then(|change| change::panel_before(change, projection));
    let axis = Axis::covering(ranges.iter().map(|(_, _, range)| *range).chain(before));
    Compared {
        ranges,
        before,
        axis: sure::widened(axis, view, projection),
    }
}

fn bars(ui: &mut Ui, view: &mut View<'_>, projection: &Projection) {
    let Compared {
        ranges,
        before,
        axis,
    } = compared(view, projection);
    let change = view.figures.change.as_ref();
    for (scenario, look, range) in ranges {
        let panel = look == ScenarioLook::Panel;
        let what = total_named(scenario, projection);
        let bar = RangeBar::of(look, range, projection.counted)
            .axis(axis)
            .before(before.filter(|_| panel))
            .verdict_said_once()
            .how(view.may_ask().then_some(&what))
            .show(ui);
        if view.may_ask() {
            explained::offered(ui, view, bar, Figure::TotalSaving(scenario));
        }
        if panel && view.may_change() {
            let words = change.map(|change| change::in_words(change, projection));
            last_change(ui, words.as_deref().unwrap_or(UNCHANGED));
        }
        ui.add_space(GAP_S);
    }
    range_bar::axis_row(ui, axis);
}

/// "Panel, saving over five years,": what is asked how it came about.
fn total_named(scenario: Scenario, projection: &Projection) -> String {
    let years = in_years(projection.horizon);
    format!("{}, saving over {years},", scenario.label())
}

/// The line about the last change, in a place that is kept for it. A screen reader says it when it
/// changes.
fn last_change(ui: &mut Ui, words: &str) {
    let row = ui.text_style_height(&TextStyle::Small) + ui.spacing().extra_text_line_spacing;
    let width = ui.available_width();
    let rows = if width < ONE_ROW { 2.0 } else { 1.0 };
    let size = vec2(width, row * rows);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_height(size.y);
        let label = ui.add(Label::new(theme::note(ui, words)).wrap());
        ui.ctx()
            .accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
    });
}

/// What stands where the last change is told, before there was one.
const UNCHANGED: &str = "unchanged since the review was opened";
/// What stands where figures will be.
const AWAITED: &str = "being computed";

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
    let open = view.place.projection_opened || view.place.asked.is_open();
    let size = vec2(ui.available_width(), CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        if button::quiet(ui, if open { "Fold away" } else { "Show all" }).clicked() {
            view.want(Intent::OpenProjection);
        }
        let known = view.figures.projection.as_deref();
        if let Some(projection) = known.filter(|known| !open && known.counted > 0) {
            let what = total_named(Scenario::Panel, projection);
            explained::how(ui, view, Figure::TotalSaving(Scenario::Panel), &what);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let Some(projection) = view.figures.projection.as_deref() else {
                ui.add(Label::new(theme::note(ui, "Projection: being computed")).truncate());
                return;
            };
            marks::mark(ui, Mark::Voice(theme::Tone::Panel));
            let lines = in_one_line(projection);
            let room = ui.available_width();
            let shown = lines.iter().find(|line| width(ui, line) <= room);
            let Some((whole, shown)) = lines.first().zip(shown.or(lines.last())) else {
                return;
            };
            let label = ui.add(Label::new(shown).truncate());
            // Whoever hears it has room for all of it.
            ui.ctx()
                .accesskit_node_builder(label.id, |node| node.set_value(whole.clone()));
            if shown != whole {
                label.on_hover_text(whole);
            }
        });
    });
}

/// How wide body text is in one line.
fn width(ui: &Ui, text: &str) -> f32 {
    let font = TextStyle::Body.resolve(ui.style());
    let painter = ui.painter();
    let colour = ui.visuals().text_color();
    painter
        .layout_no_wrap(text.to_owned(), font, colour)
        .size()
        .x
}

/// The panel's range in one line: all there is to say first, then as it is said where there is
/// ever less room.
fn in_one_line(projection: &Projection) -> Vec<String> {
    let panel = match projection.scenario(Scenario::Panel) {
        Some(panel) if projection.counted > 0 => panel,
        _ => return vec!["No case counts yet".to_owned()],
    };
    if !projection.is_priced() {
        return vec!["What this would save or cost is not known".to_owned()];
    }
    let years = in_years(projection.horizon);
    let range = money::range(panel.total_saving.p05, panel.total_saving.p95);
    let counted = count(projection.counted, "counted case", "counted cases");
    let few = count(projection.counted, "case", "cases");
    let parents = projection.scenario(Scenario::ParentsAgree).map(|parents| {
        let theirs = money::range(parents.total_saving.p05, parents.total_saving.p95);
        let verdict = match (
            panel.total_saving.spans_zero(),
            parents.total_saving.spans_zero(),
        ) {
            (false, false) => "",
            (true, true) => "; cannot tell whether either saves or costs",
            (true, false) => "; cannot tell whether the first saves or costs",
            (false, true) => "; cannot tell whether the second saves or costs",
        };
        format!("Panel, {years}: {range}; parents agree: {theirs}; from {few}{verdict}")
    });
    let shorter = if panel.total_saving.spans_zero() {
        vec![
            format!(
                "Panel, {years}: {range}, from {counted}; cannot tell whether this saves or costs"
            ),
            format!("Panel, {years}: {range}; {few} cannot tell whether this saves or costs"),
            format!("Panel, {years}: {range}; {few} cannot tell which"),
            format!("{range}; {few} cannot tell which"),
        ]
    } else {
        vec![
            format!("Panel, {years}: {range}, from {counted}"),
            format!("Panel, {years}: {range}, from {few}"),
            format!("{range}, from {few}"),
        ]
    };
    parents.into_iter().chain(shorter).collect()
}
