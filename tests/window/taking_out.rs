//! Text that identifies somebody is taken out everywhere: of the screen, the history, the file, the
//! version before it, and what the window itself remembers.

use std::fs;

use dbv_case_review::review::Mode;
use dbv_case_review::ui::opening::{Opening, Source};
use dbv_case_review::ui::samples::Sample;
use eframe::egui::Key;

use super::history::rows;
use super::room::{CTRL, Room};
use super::words::*;
use super::world::World;

const ACTION: &str = "Take text out everywhere…";
const OFFER: &str = "Take it out everywhere…: “SW1A 2AA”";
const PASSAGE: &str = "The text to take out";
const WHAT: &str = "What it was";
const IN_PLACE: &str = "What stands in its place";
const TAKE_OUT: &str = "Take it out everywhere";
const LEAVE: &str = "Leave it as it is";

/// No file on this computer holds it.
fn gone_from_disk(room: &Room, passage: &str) {
    for file in room.world.files() {
        let bytes = fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let held = text.contains(&passage.to_lowercase());
        assert!(!held, "{} holds it", file.display());
    }
}

/// Somebody has typed a postcode into a case, and the file and the version before it hold it.
fn told_too_much() -> Room {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in(REASONING, "He lives at SW1A 2AA now.");
    for words in ["He said so at sw1a  2aa.", "He said so, at SW1A 2AA."] {
        room.world.minutes_pass(1);
        room.press(READ);
        room.press(JUDGE);
        room.fill_in(PARENT_WORDS, words);
        room.seconds_pass(30);
    }
    room
}

#[test]
fn it_is_gone_everywhere() {
    let mut room = told_too_much();
    assert_eq!(room.controls(OFFER), 2);
    room.press_nth(OFFER, 0);
    room.sees("In 2 texts of the review and 3 entries of its history");
    assert!(
        room.offers("C07: parent’s words (place 2)")
            || room.offers("C07: parent’s words (place 1)")
    );
    assert_eq!(room.value(WHAT), "An address or place");
    assert_eq!(room.value(IN_PLACE), "[place]");
    room.press(TAKE_OUT);

    room.sees("Taken out of 2 texts and of 3 entries of the history; [place] stands in its place.");
    assert!(!room.offers(PASSAGE));
    assert_eq!(room.value(REASONING), "He lives at [place] now.");
    assert_eq!(room.value(PARENT_WORDS), "He said so, at [place].");
    // The field’s own undo does not bring it back, nor does the review’s.
    for field in [REASONING, PARENT_WORDS] {
        room.type_into(field, "Something else.");
        for _ in 0..5 {
            room.keys(CTRL, Key::Z);
        }
        room.sees_nothing_of("SW1A");
        room.key(Key::Tab);
        for _ in 0..5 {
            room.keys(CTRL, Key::Z);
        }
        room.sees_nothing_of("SW1A");
    }
    for screen in [PREPARE, HISTORY, REVIEW] {
        room.press(screen);
        room.sees_nothing_of("SW1A");
        room.sees_nothing_of("sw1a");
    }
    room.seconds_pass(30);
    gone_from_disk(&room, "SW1A 2AA");
    gone_from_disk(&room, "sw1a  2aa");
    let file = room.world.sample();
    let mut room = room.close_and_open(&file);
    room.sees_nothing_of("changed outside");
    gone_from_disk(&room, "SW1A");
    room.go_to("C07");
}

/// The history says that something was taken out, when and what it was; never the text.
#[test]
fn the_history_says_when_and_what_it_was() {
    let mut room = told_too_much();
    room.world.minutes_pass(10);
    room.press_nth(OFFER, 0);
    room.choose(WHAT, "Something else");
    assert_eq!(room.value(IN_PLACE), "[removed]");
    room.choose(IN_PLACE, "[number]");
    room.press(TAKE_OUT);
    room.press(HISTORY);
    let verdict =
        "Not sealed; text was taken out, and what stood there before can no longer be checked";
    assert_eq!(room.heading(), verdict);
    room.sees("said before entry 7 can no longer be checked");
    room.sees("the history says when and why, not what");
    room.sees_nothing_of("nothing else was found changed");
    let before = rows(&room);
    let marked = before
        .iter()
        .filter(|row| row.contains("on the screen, can no longer be checked"));
    assert!(marked.count() >= 3, "{before:?}");
    room.sees("Replay stops at entry 4");
    let all = rows(&room);
    assert!(
        all[0].contains(
            "Passage taken out, C07, typed, money on the screen. Something else, out of 2 texts and 3 entries of this history; [number] stands in its place"
        ),
        "{all:?}"
    );
    let gone =
        "Its text was taken out on 21 November 2026, 14:12, by entry 7: it held something else.";
    assert_eq!(
        all.iter().filter(|row| row.contains(gone)).count(),
        3,
        "{all:?}"
    );
    room.choose("What kind of change", "Text taken out (4)");
    assert_eq!(rows(&room).len(), 4);

    // It can be sealed all the same, and the seal says what could be checked.
    room.press("Seal the review…");
    room.press("Seal now");
    room.sees("Sealed, and unchanged since");
    room.sees("Replay stops at entry 4");
}

#[test]
fn by_key_alone_from_the_menu() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in(REASONING, "Poppy is lonely there.");
    room.press("Menu");
    room.press(ACTION);
    assert_eq!(room.focus().as_deref(), Some(PASSAGE));
    room.type_text("po");
    room.sees("Error: ");
    room.type_text("pp");
    // It is looked for when typing has rested, and cannot be taken out unseen.
    room.sees("Being looked for…");
    room.sees_nothing_of("It stands nowhere");
    room.seconds_pass(1);
    room.sees("It stands nowhere in this review or its history.");
    assert!(room.is_disabled(TAKE_OUT));
    room.type_text("y");
    room.sees("Being looked for…");
    room.seconds_pass(1);
    room.sees("In 1 text of the review and 1 entry of its history");
    // Nobody but a person knows whose name it was.
    room.sees("Say what it was first");
    assert!(room.is_disabled(TAKE_OUT));
    room.key(Key::Tab);
    assert_eq!(room.focus().as_deref(), Some(WHAT));
    room.key(Key::Enter);
    room.key(Key::Tab);
    room.key(Key::Enter);
    assert_eq!(room.value(WHAT), "A child’s name");
    while room.focus().as_deref() != Some(TAKE_OUT) {
        room.key(Key::Tab);
    }
    room.key(Key::Enter);
    room.sees("Taken out of 1 text and of 1 entry");
    assert_eq!(room.value(REASONING), "[child] is lonely there.");
}

/// Whoever was in a field is in it again, whether the panel was left or did what it is for.
#[test]
fn the_keyboard_goes_back_to_where_it_was() {
    let mut room = told_too_much();
    room.judge("C07");
    while room.focus().is_none_or(|focus| focus != OFFER) {
        room.tab();
    }
    room.key(Key::Enter);
    assert_eq!(room.focus().as_deref(), Some(PASSAGE));
    room.press(LEAVE);
    assert_eq!(room.focus().as_deref(), Some(OFFER));
}

/// What could not be kept yet is text too.
#[test]
fn text_that_is_being_typed_loses_it() {
    let mut room = told_too_much();
    room.judge("C08");
    let long = format!("{} at SW1A 2AA", "Because. ".repeat(2_300));
    room.fill_in(REASONING, &long);
    room.sees("Error: ");
    room.press("Menu");
    room.press(ACTION);
    room.type_text("SW1A 2AA");
    room.seconds_pass(1);
    room.choose(WHAT, "An address or place");
    room.press(TAKE_OUT);
    assert!(room.value(REASONING).ends_with(" at [place]"));
    room.sees_nothing_of("SW1A");
    room.seconds_pass(30);
    gone_from_disk(&room, "SW1A");
}

#[test]
fn it_can_be_left_as_it_is() {
    let mut room = told_too_much();
    room.press_nth(OFFER, 0);
    room.press(LEAVE);
    assert!(!room.offers(PASSAGE));
    // By key: first out of the field, then out of the panel.
    room.press_nth(OFFER, 0);
    assert_eq!(room.focus().as_deref(), Some(PASSAGE));
    room.key(Key::Escape);
    assert!(room.offers(PASSAGE));
    room.key(Key::Escape);
    assert!(!room.offers(PASSAGE));
    assert_eq!(room.value(REASONING), "He lives at SW1A 2AA now.");
}

#[test]
fn whoever_reads_is_not_offered_it() {
    let opening = Opening::new(Source::Sample(Sample::WestMarsh), Mode::Inspect);
    let mut room = Room::through(World::new(), Some(opening), [1366.0, 768.0]);
    room.press("Menu");
    assert!(room.is_disabled(ACTION));
}
