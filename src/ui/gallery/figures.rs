//! Figures as ranges: what is easy to show and what is not.

use eframe::egui::Ui;

use super::{Gallery, state};
use crate::ui::theme::{GAP_S, ScenarioLook};
use crate::ui::widgets::range::Range;
use crate::ui::widgets::range_axis::Axis;
use crate::ui::widgets::range_bar::{RangeBar, axis_row};
use crate::ui::widgets::swarm::Swarm;

/// Name, low, point and high in £, cases.
const CASES: [(&str, [f64; 3], usize); 7] = [
    ("Holds nought", [-2.1e6, 28e6, 57e6], 28),
    ("Costs throughout", [-38e6, -21e6, -4e6], 28),
    ("From one case", [-380e3, 120e3, 1.2e6], 1),
    ("Small", [300.0, 620.0, 940.0], 6),
    ("Very large", [1.2e9, 18e9, 96e9], 412),
    ("Ends alike", [4.2e6, 4.2e6, 4.2e6], 3),
    ("Point outside", [2e6, 9e6, 7e6], 5),
];
/// The scenarios in the order of legends, £ millions.
const SCENARIOS: [[f64; 3]; 6] = [
    [8.8, 50.1, 66.4],
    [-2.1, 28.0, 57.0],
    [-24.0, -3.0, 20.0],
    [-38.0, -21.0, -4.0],
    [0.4, 2.1, 3.2],
    [-12.0, -9.0, -7.0],
];

/// Single draws, £ millions.
const DRAWS: [f64; 12] = [
    31.2, 52.0, 44.1, 12.5, 61.8, 43.0, 38.7, 44.9, 43.6, 71.3, 44.3, 27.9,
];

/// A headline, and ranges that are hard to show.
pub fn ranges(ui: &mut Ui, _: &mut Gallery) {
    if let Some(range) = Range::new(8.8e6, 50.1e6, 66.4e6) {
        RangeBar::of(ScenarioLook::Panel, range, 28).big().show(ui);
    }
    for (name, [low, point, high], n) in CASES {
        ui.add_space(GAP_S);
        if let Some(range) = Range::new(low, point, high) {
            RangeBar::new(name, range, n).show(ui);
        }
    }
    ui.add_space(GAP_S);
    if let Some(range) = Range::new(-158e6, -108e6, -92e6) {
        let bar = RangeBar::new("Can be asked", range, 28).no_saving();
        bar.how(Some("the balance")).show(ui);
        state(
            ui,
            "anywhere on it; a balance, which neither saves nor costs",
        );
    }
}

/// All scenarios as they are compared.
pub fn scenarios(ui: &mut Ui, _: &mut Gallery) {
    let ranges = SCENARIOS.map(|millions| millions.map(|value| value * 1e6));
    let ranges: Vec<Range> = ranges
        .into_iter()
        .filter_map(|[low, point, high]| Range::new(low, point, high))
        .collect();
    let axis = Axis::covering(ranges.iter().copied());
    for (look, range) in ScenarioLook::ALL.into_iter().zip(ranges) {
        let bar = RangeBar::of(look, range, 28).axis(axis);
        bar.verdict_said_once().show(ui);
    }
    axis_row(ui, axis);
    state(ui, "said once where several stand together");
}

/// Draws one by one: none, the first, a swarm with the range that it makes up, and too many to lie
/// side by side.
pub fn draws(ui: &mut Ui, _: &mut Gallery) {
    let Some(range) = Range::new(8.8e6, 50.1e6, 66.4e6) else {
        return;
    };
    let draws = DRAWS.map(|millions| millions * 1e6);
    let axis = draws
        .iter()
        .fold(Axis::covering([range]), |axis, draw| axis.and(*draw));
    let mut many = Vec::new();
    for part in 0..8 {
        many.extend(draws.map(|draw| 0.5 * draw + f64::from(part) * 2e6));
    }
    for (words, draws, n, range) in [
        ("no draw yet", draws.get(..0), 28, None),
        ("the first, from one case", draws.get(3..4), 1, None),
        (
            "the newest at the end of the axis",
            draws.get(..10),
            28,
            Some(range),
        ),
        (
            "a swarm and its range",
            Some(draws.as_slice()),
            28,
            Some(range),
        ),
        (
            "more than there is room for",
            Some(many.as_slice()),
            1650,
            Some(range),
        ),
        (
            "beyond both ends of the axis",
            Some([31.2e6, -60e6, 35e6, 160e6].as_slice()),
            3,
            None,
        ),
        ("all alike", Some([31.2e6; 6].as_slice()), 6, None),
    ] {
        Swarm::new(draws.unwrap_or_default(), 50.1e6, n, axis)
            .range(range)
            .show(ui);
        state(ui, words);
        ui.add_space(GAP_S);
    }
    axis_row(ui, axis);
}
