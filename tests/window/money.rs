//! Money is on the screen only once the panel has said so.

use super::room::Room;
use super::setup::{SAMPLE_CASES, agree, new_review};
use super::words::*;

/// A new review with the sample's ten cases and a definition, so that their judgements count.
pub(super) fn imported() -> Room {
    let mut room = new_review("Autumn workshops");
    agree(&mut room);
    let table = room.world.put("cases.csv", SAMPLE_CASES);
    room.world.will_choose(&table);
    room.press(CASE_FILES);
    room.press(IMPORT);
    room.press("Import 10 case files");
    room
}

/// No money anywhere on the review screen, whatever the window, the case and the step.
fn no_money_on_review(room: &mut Room) {
    for (size, case) in [
        ([1366.0, 768.0], "C02"),
        ([1366.0, 768.0], "C04"),
        ([1000.0, 700.0], "C07"),
    ] {
        room.resize(size);
        room.go_to(case);
        for step in [READ, JUDGE] {
            room.press(step);
            // What a child's file says in its own words is not the program's.
            room.sees_nothing_of("£");
        }
        assert!(!room.offers(ADD_SUPPORT));
        room.sees_nothing_of(IF_RECORDED);
        room.sees_nothing_of("Saving over");
    }
    room.resize([1366.0, 768.0]);
}

#[test]
fn before_the_panel_is_asked_there_is_no_money() {
    let mut room = imported();
    room.press(ABOUT);
    room.sees("Not decided yet.");
    room.press(REVIEW);
    no_money_on_review(&mut room);
}

#[test]
fn locked_money_is_nowhere_until_it_is_revealed() {
    let mut room = imported();
    room.press(ABOUT);
    room.press(LOCK);
    room.sees("Money is locked until somebody reveals it.");
    room.press(REVIEW);
    no_money_on_review(&mut room);

    // Not in the line about a draft either, and the judgement says what the panel saw.
    room.judge("C07");
    room.fill_in_panel(RESOURCED, "He runs.");
    assert_eq!(room.standing("C07"), READY);
    room.sees_nothing_of("£");
    room.press(RECORD);
    assert_eq!(room.standing("C07"), RECORDED);
    room.sees("Recorded without money on the screen");
    room.sees_nothing_of("£");
    room.sees_nothing_of("Before C07 counted");
    room.press(JUDGE);
    room.sees("recorded without money on the screen");

    room.press("Menu");
    room.press(REVEAL);
    room.sees("Saving over five years");
    room.sees("£12,900 a year");
    assert!(room.offers(ADD_SUPPORT));
    room.go_to("C08");
    room.sees("£66,400 a year");
}

#[test]
fn a_case_form_shows_no_cost_while_money_is_locked() {
    let mut room = imported();
    const COST: &str = "Cost of the present provision, £ a year";
    assert!(!room.offers(COST));
    room.press(ABOUT);
    room.press(LIVE);
    room.press(CASE_FILES);
    assert!(room.offers(COST));
}

#[test]
fn live_money_is_there_at_once() {
    let mut room = imported();
    room.press(ABOUT);
    room.press(LIVE);
    room.sees("Money is shown live.");
    room.press(REVIEW);
    room.sees("Saving over five years");
    room.judge("C02");
    room.sees("£58,900 a year");
    assert!(room.offers(ADD_SUPPORT));
}

#[test]
fn money_that_was_seen_is_not_locked_again() {
    let mut room = imported();
    room.press(ABOUT);
    room.press(LIVE);
    room.press(REVIEW);
    room.judge("C07");
    room.fill_in_panel(RESOURCED, "He runs.");
    room.press(RECORD);
    room.sees("Recorded with money on the screen");
    room.press(PREPARE);
    room.press(ABOUT);
    room.press(LOCK);
    room.sees("money has been seen in this review; it cannot be hidden again");
    room.sees("Money is shown live.");
}

/// Where there is no room for the column, the range is still there, with what it rests on.
#[test]
fn a_narrow_window_says_the_projection_in_one_line() {
    let mut room = Room::with_sample();
    let wide = room.range(PANEL_BAR);
    room.resize([1000.0, 700.0]);
    let line = room.line("Panel, five years: ").expect("the line");
    let shown = line.trim_start_matches("Panel, five years: ");
    let shown = shown.split(';').next().unwrap_or_default();
    assert!(wide.starts_with(shown), "{line} and {wide}");
    assert!(
        line.contains("parents agree: ") && line.contains("from 6 cases"),
        "{line}"
    );
}

#[test]
fn the_projection_folds_away_and_comes_back() {
    let mut room = Room::with_sample();
    room.sees("Saving over five years");
    room.press("Fold away");
    room.sees_nothing_of("Saving over five years");
    room.keys(super::room::CTRL, eframe::egui::Key::M);
    room.sees("Saving over five years");
}
