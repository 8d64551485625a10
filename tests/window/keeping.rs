//! Nothing typed is ever lost, and every change can be taken back.

use eframe::egui::Key;

use super::room::{CTRL, CTRL_SHIFT, Room};
use super::words::*;
use super::world::kept;

const WHY: &str = "Half a sentence, and the bell rin";

/// Somebody types why, and the keyboard is still in the field.
fn typing() -> Room {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.type_into(REASONING, WHY);
    assert_eq!(room.focus().as_deref(), Some(REASONING));
    room
}

/// What the file holds of it.
fn reasoning_in(path: &std::path::Path) -> String {
    let review = kept(path);
    let case = review.cases().find(|case| case.id().as_str() == "C07");
    case.unwrap().draft().reasoning.to_string()
}

#[test]
fn another_case_and_back() {
    let mut room = typing();
    room.keys(CTRL, Key::ArrowDown);
    assert!(room.heading().starts_with("C08 · "));
    room.press(JUDGE);
    assert_eq!(room.value(REASONING), "");
    room.keys(CTRL, Key::ArrowUp);
    assert_eq!(room.value(REASONING), WHY);
}

/// It is in the review before anything else happens, not only in the field.
#[test]
fn another_case_and_then_the_program_is_gone() {
    let mut room = typing();
    room.keys(CTRL, Key::ArrowDown);
    let file = room.world.sample();
    let _world = room.vanish();
    assert_eq!(reasoning_in(&file), WHY);
}

#[test]
fn another_case_by_its_row() {
    let mut room = typing();
    room.go_to("C02");
    room.go_to("C07");
    assert_eq!(room.value(REASONING), WHY);
}

#[test]
fn another_screen_and_back() {
    let mut room = typing();
    room.press(PREPARE);
    assert_eq!(room.heading(), ABOUT);
    room.press(REVIEW);
    assert_eq!(room.value(REASONING), WHY);
    let file = room.world.sample();
    let _world = room.vanish();
    assert_eq!(reasoning_in(&file), WHY);
}

#[test]
fn another_step_and_back() {
    let mut room = typing();
    room.keys(CTRL, Key::Num1);
    assert!(!room.offers(REASONING));
    room.keys(CTRL, Key::Num3);
    assert_eq!(room.value(REASONING), WHY);
}

#[test]
fn the_window_is_closed() {
    let room = typing();
    let file = room.world.sample();
    let mut room = room.close_and_open(&file);
    room.judge("C07");
    assert_eq!(room.value(REASONING), WHY);
    assert_eq!(reasoning_in(&file), WHY);
}

#[test]
fn typing_pauses_and_then_the_program_is_gone() {
    let mut room = typing();
    let file = room.world.sample();
    room.seconds_pass(3);
    assert_eq!(room.focus().as_deref(), Some(REASONING), "it may go on");
    let _world = room.vanish();
    assert_eq!(reasoning_in(&file), WHY);
}

#[test]
fn another_review_is_opened() {
    let mut room = typing();
    let file = room.world.sample();
    let review = kept(&file);
    let other = room.world.document("Other.dbvreview");
    dbv_case_review::store::save(&other, &review.snapshot()).unwrap();
    room.world.will_choose(&other);
    room.keys(CTRL, Key::O);
    room.judge("C07");
    assert_eq!(room.value(REASONING), "");
    assert_eq!(reasoning_in(&file), WHY);
}

/// What is typed into a field is the field's own until it is left.
#[test]
fn recording_takes_what_is_still_being_typed() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.answer(PANEL_SETTING, IDEAL);
    room.answer(PANEL_SUPPORT, IDEAL);
    room.answer(PANEL_TIME, IDEAL);
    room.type_into(REASONING, WHY);
    room.keys(CTRL, Key::Enter);
    assert_eq!(room.standing("C07"), RECORDED);
    let file = room.world.sample();
    let _world = room.close();
    assert_eq!(reasoning_in(&file), WHY);
}

#[test]
fn a_change_is_taken_back_and_made_again() {
    let mut room = Room::with_sample();
    room.judge("C07");
    let answer = format!("{PANEL_SUPPORT}: {NOT_IDEAL}");
    room.press(&answer);
    room.keys(CTRL, Key::Z);
    assert!(!room.is_chosen(&answer));
    room.keys(CTRL_SHIFT, Key::Z);
    assert!(room.is_chosen(&answer));
}

#[test]
fn a_recorded_judgement_is_taken_back_and_made_again() {
    let mut room = Room::with_sample();
    room.judge("C07");
    let before = room.range(PANEL_BAR);
    room.fill_in_panel(RESOURCED, "He runs.");
    room.press(RECORD);
    let after = room.range(PANEL_BAR);
    room.keys(CTRL, Key::Z);
    assert_eq!(room.standing("C07"), READY);
    assert_eq!(room.range(PANEL_BAR), before);
    room.keys(CTRL_SHIFT, Key::Z);
    assert_eq!(room.standing("C07"), RECORDED);
    assert_eq!(room.range(PANEL_BAR), after);
}

/// In a field, the keys take back what was typed there and nothing else.
#[test]
fn in_a_field_the_fields_own_undo_comes_first() {
    let mut room = Room::with_sample();
    room.judge("C07");
    let answer = format!("{PANEL_SUPPORT}: {NOT_IDEAL}");
    room.press(&answer);
    room.type_into(REASONING, WHY);
    room.keys(CTRL, Key::Z);
    assert!(room.is_chosen(&answer));
    assert_ne!(room.value(REASONING), WHY);
}

/// Nor does it reach past the field when there is nothing in it to take back.
#[test]
fn a_field_without_text_takes_nothing_else_back() {
    let mut room = Room::with_sample();
    room.judge("C07");
    let answer = format!("{PANEL_SUPPORT}: {NOT_IDEAL}");
    room.press(&answer);
    room.press(REASONING);
    room.keys(CTRL, Key::Z);
    assert!(room.is_chosen(&answer));
}

#[test]
fn the_bar_says_when_it_was_kept() {
    let mut room = Room::with_sample();
    room.world.minutes_pass(2);
    room.judge("C07");
    room.answer(PANEL_SETTING, IDEAL);
    room.wait_for("kept 14:02");
}
