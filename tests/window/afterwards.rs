//! Parents afterwards: who was asked about the judgement, from the case and from the list of all.

use eframe::egui::Key;

use super::room::{CTRL, Room};
use super::words::*;

const ANSWER: &str = "Asked afterwards, C02, mother";
const ON: &str = "Asked on, C02, mother";
const ON_FORM: &str = "Asked afterwards about this judgement";
const TO_BE_ASKED: &str = "Which parents: Still to be asked (";

fn afterwards() -> Room {
    let mut room = Room::with_sample();
    room.press(PREPARE);
    room.press(PARENTS_AFTERWARDS);
    room
}

/// How many have been asked, of how many.
fn asked(room: &Room) -> (usize, usize) {
    let line = room.line("Asked afterwards: ").expect("a headline");
    let told = line.strip_prefix("Asked afterwards: ").unwrap();
    let (asked, of) = told.split_once(" of ").unwrap();
    (asked.parse().unwrap(), of.parse().unwrap())
}

#[test]
fn an_answer_is_entered_in_its_row_and_undone() {
    let mut room = afterwards();
    let (before, of) = asked(&room);
    room.sees("disagrees (from their own ideal)");
    room.choose(ANSWER, "agrees with conditions");
    assert_eq!(asked(&room), (before + 1, of));
    room.sees("agrees with conditions (asked)");
    assert_eq!(room.value(ON), "21 November 2026");
    room.fill_in(ON, "19/11/2026");
    assert_eq!(room.value(ON), "19 November 2026");
    room.fill_in(ON, "somewhen");
    room.sees("Asked on: ");
    room.fill_in(ON, "18/11/2026");
    room.keys(CTRL, Key::Z);
    assert_eq!(room.value(ON), "19 November 2026");
    room.keys(CTRL, Key::Z);
    room.keys(CTRL, Key::Z);
    assert_eq!(asked(&room), (before, of));
    assert!(!room.offers(ON));
}

/// The row that was just answered stays under the hand; the next time it is gone.
#[test]
fn those_still_to_be_asked() {
    let mut room = afterwards();
    let (before, of) = asked(&room);
    let filter = room.offers_any(TO_BE_ASKED).unwrap();
    assert_eq!(filter, format!("{TO_BE_ASKED}{})", of - before));
    room.press(&filter);
    let place = room.place(ANSWER);
    room.choose(ANSWER, "agrees");
    assert_eq!(room.place(ANSWER), place);
    room.press(PARENTS_FIRST);
    room.press(PARENTS_AFTERWARDS);
    assert!(!room.offers(ANSWER));
    let heard = room.offers_any("Which parents: Heard (").unwrap();
    room.press(&heard);
    assert!(room.offers(ANSWER));
}

/// The panel changes its ideal after a parent was asked: said at once, on the form and in the list.
#[test]
fn an_answer_about_another_ideal_counts_no_more() {
    let mut room = afterwards();
    room.choose(ANSWER, "agrees");
    let (before, of) = asked(&room);
    room.press("C02");
    assert!(room.heading().starts_with("C02 · "));
    assert_eq!(room.value(ON_FORM), "agrees");
    room.choose(PANEL_IDEAL, STATE_SPECIAL);
    room.sees("Once the changes on the form are recorded, that answer counts no more.");
    room.sees("agrees (asked)");
    room.press(RECORD);
    room.press(JUDGE);
    room.sees(
        "Asked about another ideal on 21 November 2026 (agrees): counts no more. Until they are asked again: disagrees (from their own ideal).",
    );
    room.press(PREPARE);
    room.sees("Asked about another ideal on 21 November 2026 (agrees): counts no more");
    assert_eq!(asked(&room), (before - 1, of));
    room.choose(ANSWER, "disagrees");
    assert_eq!(asked(&room), (before, of));
    room.sees_nothing_of("counts no more");
}

#[test]
fn before_anything_is_recorded_there_is_nobody_to_ask() {
    let mut room = Room::new();
    room.press(NEW);
    room.fill_in(TITLE, "Nothing yet");
    room.fill_in(COUNCIL, "West Marsh");
    room.press(BEGIN);
    room.press(PARENTS_AFTERWARDS);
    room.sees("Nobody to ask yet");
    room.press("To the case files");
    room.sees("No cases yet");
}

/// What is read cannot be changed, and all of it can be read.
#[test]
fn whoever_inspects_reads_the_answers() {
    let mut room = afterwards();
    for (size, zoom) in [
        ([1366.0, 768.0], 1.0),
        ([1000.0, 700.0], 1.0),
        ([1366.0, 768.0], 1.5),
    ] {
        room.resize(size);
        room.zoom(zoom);
        assert!(room.offers(ANSWER), "{size:?} at {zoom}");
        assert_eq!(room.nameless(), Vec::<String>::new());
    }
}
