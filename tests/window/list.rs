//! The list of cases: a way to any of them, and what waits for whom.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;

use super::room::{CTRL, Room};
use super::words::*;

const WHICH: &str = "Which cases";
const ORDER: &str = "In which order";

/// The rows of the list, from the top.
fn rows(room: &Room) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = room
        .nodes()
        .into_iter()
        .filter(|node| node.accesskit_node().role() == Role::Button)
        .filter_map(|node| {
            let name = node.accesskit_node().label()?;
            let (case, _) = name.split_once(", ")?;
            case.starts_with('C')
                .then(|| (node.rect().top(), case.to_owned()))
        })
        .collect();
    rows.sort_by(|one, other| one.0.total_cmp(&other.0));
    rows.into_iter().map(|(_, case)| case).collect()
}

#[test]
fn a_number_leads_to_its_case() {
    let mut room = Room::with_sample();
    room.keys(CTRL, Key::F);
    assert_eq!(room.focus().as_deref(), Some(FIND));
    room.type_text("8");
    assert_eq!(rows(&room), ["C08"]);
    room.key(Key::Enter);
    assert!(room.heading().starts_with("C08 · "));
    assert_eq!(rows(&room).len(), 10, "all are shown again");
    assert_eq!(room.value(FIND), "");
}

#[test]
fn enter_without_a_number_goes_nowhere_and_a_whole_number_comes_first() {
    let mut room = Room::with_sample();
    room.go_to("C05");
    room.keys(CTRL, Key::F);
    room.key(Key::Enter);
    assert!(room.heading().starts_with("C05 · "));
    room.choose(ORDER, "Waiting first");
    room.keys(CTRL, Key::F);
    room.type_text("1");
    assert_eq!(rows(&room), ["C10", "C01"]);
    room.key(Key::Enter);
    assert!(room.heading().starts_with("C01 · "));
}

#[test]
fn words_find_cases_and_escape_shows_all_again() {
    let mut room = Room::with_sample();
    room.type_into(FIND, "autism");
    let found = rows(&room);
    assert!(!found.is_empty() && found.len() < 10, "{found:?}");
    room.key(Key::Escape);
    assert_eq!(rows(&room).len(), 10);
    room.type_into(FIND, "no such need");
    room.sees("No case is like this.");
    room.press("Show all cases");
    assert_eq!(rows(&room).len(), 10);
}

#[test]
fn what_waits_for_whom_can_be_shown_alone() {
    let mut room = Room::with_sample();
    room.sees("2 to come");
    room.choose(WHICH, "Parent still to be heard (2)");
    assert_eq!(rows(&room), ["C09", "C10"]);
    room.choose(WHICH, "Wait for the panel (4)");
    assert_eq!(rows(&room), ["C07", "C08", "C09", "C10"]);
    // The next case is the next one on the list, although the case on the screen is not on it.
    assert!(room.heading().starts_with("C01 · "));
    room.keys(CTRL, Key::ArrowDown);
    assert!(room.heading().starts_with("C07 · "));
    room.keys(CTRL, Key::ArrowUp);
    assert!(room.heading().starts_with("C07 · "), "none is before it");
    room.choose(WHICH, "Parent disagrees (1)");
    assert_eq!(rows(&room), ["C02"]);
}

#[test]
fn the_order_can_be_changed_and_next_case_follows_it() {
    let mut room = Room::with_sample();
    room.choose(ORDER, "Waiting first");
    let order = rows(&room);
    assert_eq!(order[..4], ["C07", "C08", "C09", "C10"]);
    assert_eq!(order[4..], ["C01", "C02", "C03", "C04", "C05", "C06"]);
    room.go_to("C10");
    room.keys(CTRL, Key::ArrowDown);
    assert!(room.heading().starts_with("C01 · "));
    room.choose(ORDER, "By provision");
    let order = rows(&room);
    let at = |case: &str| order.iter().position(|row| row == case).unwrap();
    // Mainstream stands above state special in the table, and that above independent special.
    assert!(at("C03") < at("C01") && at("C01") < at("C02"), "{order:?}");
}

/// The keyboard is on a row of the list.
fn to_the_row(room: &mut Room, case: &str) {
    let row = room.offers_any(&format!("{case}, ")).unwrap();
    room.control(None, &row, None).focus();
    room.rest();
}

fn set_aside(room: &mut Room, case: &str, how: &str) {
    room.go_to(case);
    room.press(MORE);
    room.press(how);
}

#[test]
fn a_number_typed_in_the_list_leads_to_its_case() {
    let mut room = Room::with_sample();
    to_the_row(&mut room, "C03");
    room.type_text("8");
    assert!(room.heading().starts_with("C08 · "));
    assert!(room.focus().unwrap().starts_with("C08, "), "it goes along");
    // Digits that follow one another soon are one number.
    room.seconds_pass(2);
    room.type_text("1");
    assert!(room.heading().starts_with("C01 · "));
    room.type_text("0");
    assert!(room.heading().starts_with("C10 · "));
    room.type_text("4");
    assert!(room.heading().starts_with("C04 · "), "nobody is 104");
    assert!(room.focus().unwrap().starts_with("C04, "));
    assert_eq!(room.value(FIND), "");
}

#[test]
fn next_case_passes_parked_cases_over_until_nothing_else_is_left() {
    let mut room = Room::with_sample();
    set_aside(&mut room, "C08", "Park this case");
    room.sees("Parked: it waits until the others are done");
    assert!(room.offers("C08, not started; parked"));
    room.sees("6 of 10 recorded");
    room.sees("1 parked");
    room.go_to("C07");
    room.keys(CTRL, Key::ArrowDown);
    assert!(room.heading().starts_with("C09 · "));
    room.keys(CTRL, Key::ArrowUp);
    assert!(
        room.heading().starts_with("C08 · "),
        "the way back passes nothing over"
    );
    set_aside(&mut room, "C07", "Park this case");
    set_aside(&mut room, "C09", "Park this case");
    room.go_to("C10");
    room.press(NEXT);
    assert!(
        room.heading().starts_with("C07 · "),
        "only parked ones are left"
    );
    room.press(NEXT);
    assert!(
        room.heading().starts_with("C10 · "),
        "it is not recorded, so it comes before what is parked"
    );
    room.go_to("C08");
    room.press("Take it up again");
    room.sees_nothing_of("Parked: it waits");
    room.choose(WHICH, "Parked (2)");
    assert_eq!(rows(&room), ["C07", "C09"]);
    room.keys(CTRL, Key::Z);
    room.keys(CTRL, Key::Z);
    assert_eq!(rows(&room), ["C07", "C08"]);
}

#[test]
fn a_practice_case_is_said_to_be_one_and_is_not_counted() {
    let mut room = Room::with_sample();
    set_aside(&mut room, "C02", "Make this a practice case");
    room.sees("For practice: shown and judged, counts nowhere");
    room.sees("5 of 9 recorded");
    room.sees("1 for practice");
    assert!(room.offers_any("C02, recorded; for practice").is_some());
    room.choose(WHICH, "Recorded (5)");
    room.choose(WHICH, "For practice (1)");
    assert_eq!(rows(&room), ["C02"]);
    room.press("Let it count");
    room.sees("6 of 10 recorded");
}

#[test]
fn the_list_can_be_set_by_provision_and_by_disagreement() {
    let mut room = Room::with_sample();
    room.press("Now in");
    let option = room.offers_any(STATE_SPECIAL).unwrap();
    room.press(&option);
    let there = rows(&room);
    assert!(!there.is_empty() && there.len() < 10, "{there:?}");
    room.choose(WHICH, "Recorded (6)");
    let fewer = rows(&room);
    assert!(fewer.iter().all(|case| there.contains(case)));
    room.choose("Now in", "Any provision");
    room.choose(WHICH, "All (10)");
    room.choose(ORDER, "Disagreement first");
    assert_eq!(rows(&room)[0], "C02");
    room.choose(ORDER, "By number");
    assert_eq!(rows(&room)[9], "C10");
}

#[test]
fn recording_says_what_is_missing_and_leads_there() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.sees_nothing_of("Missing: ");
    room.press(RECORD);
    room.sees("Missing: the panel’s answer on setting");
    let first = format!("{PANEL_SETTING}: {IDEAL}");
    assert_eq!(room.focus().as_deref(), Some(first.as_str()));
    room.fill_in_panel(RESOURCED, "n/a");
    room.keys(CTRL, Key::Enter);
    assert_eq!(room.focus().as_deref(), Some(REASONING));
    room.fill_in(REASONING, "He runs.");
    room.press(RECORD);
    assert_eq!(room.standing("C07"), RECORDED);
}

/// From the case file too, and into the parent's part.
#[test]
fn the_foot_leads_to_what_is_missing_of_a_parent() {
    let mut room = Room::with_sample();
    room.judge("C09");
    room.fill_in_panel(STATE_SPECIAL, "She reads when it is quiet.");
    assert_eq!(room.standing("C09"), WAITS);
    room.press(READ);
    room.press("Go there");
    assert_eq!(room.focus().as_deref(), Some(WHO_SPOKE));
    room.judge("C10");
    room.fill_in_panel(RESOURCED, "She reads when it is quiet.");
    room.press(RECORD);
    // One attempt is told; another one is to be added.
    assert_eq!(room.focus().as_deref(), Some(ADD_ATTEMPT));
}
