//! Case files are typed, one like another, put in order, put aside and brought back.

use eframe::egui::{Key, Modifiers};

use super::room::{CTRL, CTRL_SHIFT, Room};
use super::setup::new_review;
use super::words::*;

fn at_case_files() -> Room {
    let mut room = Room::with_sample();
    room.press(PREPARE);
    room.press(CASE_FILES);
    room
}

/// The numbers in the list, in order.
fn order(room: &Room) -> Vec<String> {
    let mut names = Vec::new();
    for number in 1..=12 {
        let id = format!("C{number:02}");
        if let Some(name) = room.offers_any(&format!("{id}, ")) {
            names.push((room.place(&name).top(), id));
        }
    }
    names.sort_by(|a, b| a.0.total_cmp(&b.0));
    names.into_iter().map(|(_, id)| id).collect()
}

#[test]
fn a_case_file_begins_with_number_and_place_and_nobody_chooses_for_them() {
    let mut room = new_review("Autumn workshops");
    room.press(CASE_FILES);
    room.press(TYPE_A_CASE);
    assert_eq!(room.value("Case number"), "C01");
    assert!(room.is_disabled(BEGIN_CASE));
    room.press("Leave it");
    room.sees("No cases yet.");
    room.press(TYPE_A_CASE);
    room.choose(WHERE_NOW, RESOURCED);
    room.press(BEGIN_CASE);
    room.sees("The case file C01 has begun.");
    assert_eq!(room.focus().as_deref(), Some("Year group or age band"));
    room.press(TYPE_A_CASE);
    room.type_into("Case number", "C01");
    room.sees("there is a case C01 already");
}

#[test]
fn a_duplicate_is_the_file_alone() {
    let mut room = at_case_files();
    room.go_to("C03");
    room.press("Duplicate");
    room.sees("C11 is a case file like C03, at the end of the list: without its parents’ words");
    assert_eq!(room.value("Case number"), "C11");
    assert!(room.standing("C11").starts_with("not started"));
    room.press("Undo");
    room.sees("It is as it was before.");
    room.keys(CTRL_SHIFT, Key::Z);
    room.sees_nothing_of("It is as it was before.");
    room.keys(CTRL, Key::Z);
    assert_eq!(room.offers_any("C11, "), None);
}

#[test]
fn a_case_moves_by_key_and_by_button_and_the_keyboard_goes_along() {
    let mut room = at_case_files();
    room.go_to("C02");
    room.keys(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(order(&room)[..3], ["C02", "C01", "C03"]);
    assert!(room.focus().unwrap().starts_with("C02, "));
    room.keys(Modifiers::ALT, Key::ArrowDown);
    room.keys(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(order(&room)[..3], ["C01", "C03", "C02"]);
    room.press("Move up");
    assert_eq!(order(&room)[..3], ["C01", "C02", "C03"]);
    room.go_to("C02");
    room.key(Key::ArrowDown);
    assert_eq!(room.value("Case number"), "C03");
    assert!(room.focus().unwrap().starts_with("C03, "));
}

#[test]
fn what_is_put_aside_is_in_no_list_until_it_is_brought_back() {
    let mut room = at_case_files();
    room.go_to("C04");
    room.press("Put aside");
    room.sees("C04 was put aside with all that was recorded of it.");
    assert_eq!(room.offers_any("C04, "), None);
    room.sees("9 case files");
    room.press("Show 1 case put aside");
    room.press("Bring back C04");
    room.sees("C04 is back, at the end of the list.");
    assert_eq!(order(&room).last().map(String::as_str), Some("C04"));
    room.press("Take out");
    room.sees("C04 was taken out of the review");
    room.press("Undo");
    assert!(room.offers_any("C04, ").is_some());
}

#[test]
fn all_that_were_put_aside_can_be_brought_back() {
    let mut room = at_case_files();
    room.go_to("C01");
    for _ in 0..9 {
        room.press("Put aside");
    }
    room.press("Show 9 cases put aside");
    room.press("Bring back C09");
    room.sees("C09 is back, at the end of the list.");
}

#[test]
fn what_was_typed_and_not_kept_is_shown_once_more_when_its_case_goes() {
    const COST: &str = "Cost of the present provision, £ a year";
    const LOST: &str = "“26k?” had not been kept, and its field is gone.";
    let mut room = at_case_files();
    room.go_to("C04");
    room.fill_in(COST, "26k?");
    room.press("Put aside");
    room.sees("C04 was put aside with all that was recorded of it.");
    room.sees(LOST);
    // It stays until it is put away, whatever is changed meanwhile.
    room.press("Move up");
    room.seconds_pass(30);
    room.sees(LOST);
    room.press(PUT_AWAY);
    room.sees_nothing_of(LOST);

    room.press("Duplicate");
    room.fill_in(COST, "27k?");
    room.press("Undo");
    room.sees("It is as it was before.");
    room.sees("“27k?” had not been kept, and its field is gone.");
}
