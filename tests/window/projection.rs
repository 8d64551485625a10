//! The projection beside the case: what it was before the last change, what becomes of the
//! balance, and what is said where there is little room or little is known.

use dbv_case_review::projection::{Draws, Inputs, Projection, Ranged, Scenario, project};
use dbv_case_review::ui::money;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;

use super::money::imported;
use super::room::{CTRL, CTRL_SHIFT, DRAWS, Room};
use super::words::*;
use super::world::kept;

const WHY: &str = "He runs when the one adult who knows him is away.";

/// The panel's range as it is shown.
fn panel(room: &Room) -> String {
    let range = room.range(PANEL_BAR);
    range.split(" (").next().unwrap_or_default().to_owned()
}

/// C07 is recorded in the sample.
fn recorded() -> (Room, [String; 2]) {
    let mut room = Room::with_sample();
    let before = panel(&room);
    room.judge("C07");
    room.fill_in_panel(RESOURCED, WHY);
    room.sees_nothing_of("Before ");
    room.press(RECORD);
    let after = panel(&room);
    assert_ne!(before, after);
    (room, [before, after])
}

#[test]
fn the_last_change_is_named_with_the_range_before_it() {
    let (mut room, [before, after]) = recorded();
    let counted = format!("Before C07 counted: {before}, from 6 cases");
    room.sees(&counted);
    // Looking elsewhere, and what is no change of the figures, leave it.
    room.go_to("C02");
    room.sees(&counted);
    room.press(PREPARE);
    room.press(ABOUT);
    room.fill_in(TITLE, "Second steps");
    room.press(REVIEW);
    room.sees(&counted);

    room.judge("C03");
    let other = panel(&room);
    assert_eq!(other, after);
    room.choose(PANEL_IDEAL, RESOURCED);
    room.sees(&counted);
    room.press(RECORD);
    room.sees(&format!("Before C03 changed: {after}, from 7 cases"));
}

#[test]
fn undo_is_a_change_like_any_other() {
    let (mut room, [before, after]) = recorded();
    room.keys(CTRL, Key::Z);
    assert_eq!(panel(&room), before);
    room.sees(&format!("While C07 counted: {after}, from 7 cases"));
    room.keys(CTRL_SHIFT, Key::Z);
    room.sees(&format!("Before C07 counted: {before}, from 6 cases"));
}

#[test]
fn a_changed_baseline_names_no_case() {
    let (mut room, [_, after]) = recorded();
    room.press(PREPARE);
    room.press(BASELINE);
    room.fill_in("Inflation a year", "10%");
    room.press(REVIEW);
    room.sees(&format!(
        "Before the baseline changed: {after}, from 7 cases"
    ));
    room.sees_nothing_of("C07 counted");
}

#[test]
fn another_opening_knows_of_no_change() {
    let (room, _) = recorded();
    let file = room.world.sample();
    let room = room.close_and_open(&file);
    room.sees_nothing_of("Before ");
    room.sees_nothing_of("C07 counted");
}

/// What the chart tells a screen reader.
fn chart(room: &Room) -> String {
    let charts: Vec<String> = room
        .nodes()
        .into_iter()
        .filter(|node| node.accesskit_node().role() == Role::Image)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Balance at the end of each year"))
        .collect();
    assert_eq!(charts.len(), 1, "{}", room.screen());
    charts.concat()
}

pub(super) fn projected(room: &Room) -> Projection {
    let review = kept(&room.world.sample());
    let inputs = Inputs::of(review.setup(), review.cases());
    let seed = review.setup().seed;
    project(&inputs, Draws { count: DRAWS, seed })
}

#[test]
fn the_chart_says_what_the_projection_says() {
    let room = Room::with_sample();
    let said = chart(&room);
    let projection = projected(&room);
    let last = projection.unmitigated.years.last().unwrap();
    let deficit = money::spoken(-last.cumulative_balance);
    for words in [
        "2024-25 to 2029-30",
        "It begins at minus £21.4 million",
        &format!("On the current course the deficit reaches {deficit} in 2029-30"),
        "Balance in 2029-30, from 6 cases",
    ] {
        assert!(said.contains(words), "{words:?} is not in {said:?}");
    }
    for scenario in [
        Scenario::Panel,
        Scenario::PossibleToday,
        Scenario::ParentsAgree,
    ] {
        let Ranged {
            point, p05, p95, ..
        } = projection.scenario(scenario).unwrap().final_balance;
        let words = format!(
            "{}, {} to {}, straight extrapolation {}",
            scenario.label(),
            money::spoken(p05),
            money::spoken(p95),
            money::spoken(point)
        );
        assert!(said.contains(&words), "{words:?} is not in {said:?}");
    }
    // Whoever sees it reads the same.
    let deficit = money::short(-last.cumulative_balance);
    let title = format!("On the current course the deficit reaches {deficit} in 2029-30");
    assert_eq!(room.line(&title), Some(title));
    let judged = projection.scenario(Scenario::Panel).unwrap().final_balance;
    let range = money::range(-judged.p95, -judged.p05);
    room.sees(&format!(
        "As the panel judges: a deficit of {range}, from 6 cases"
    ));
}

#[test]
fn provisions_are_called_by_their_names() {
    let room = Room::with_sample();
    let line = room.line("No case was reviewed in: ").unwrap();
    assert!(line.contains(RESOURCED), "{line}");
    let line = room.line("Fewer than 5 cases stand for: ").unwrap();
    assert!(line.contains(&format!("{STATE_SPECIAL} (2)")), "{line}");
}

#[test]
fn in_a_narrow_window_one_line_opens() {
    let (mut room, [before, after]) = recorded();
    for (size, zoom) in [([1000.0, 700.0], 1.0), ([1000.0, 700.0], 1.5)] {
        room.resize(size);
        room.zoom(zoom);
        // Told whole, however little of it there is room for.
        let line = room.line("Panel, five years: ").unwrap();
        assert!(line.contains(&after), "{line}");
        assert!(line.contains("from 7 cases"), "{line}");
        assert!(line.contains("cannot tell"), "{line}");
        room.sees_nothing_of("Saving over");
        room.press("Show all");
        room.sees(&format!("Before C07 counted: {before}, from 6 cases"));
        chart(&room);
        assert_eq!(room.controls("Fold away"), 1);
        room.press("Fold away");
        room.sees_nothing_of("Saving over");
    }
}

/// Without costs in the table nothing is known, which is not £0.
#[test]
fn what_is_not_known_is_not_nought() {
    let mut room = imported();
    room.press(ABOUT);
    room.press(LIVE);
    room.press(REVIEW);
    room.judge("C07");
    room.fill_in_panel(RESOURCED, WHY);
    room.sees("If recorded: what this would save or cost is not known");
    room.press(RECORD);
    room.sees("What these moves would save or cost is not known");
    room.sees_nothing_of("£0");
    // Nor is there a balance without an allocation.
    room.sees_nothing_of("On the current course");
}
