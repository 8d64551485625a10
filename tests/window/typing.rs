//! Text in a field: pasted from elsewhere, of any length, taken back by the field's own undo, and
//! each case's own.

use eframe::egui::{Event, Key, Modifiers};

use super::room::{CTRL, CTRL_SHIFT, Room};
use super::words::*;

/// A laptop's screen is this high.
const SCREEN: f32 = 768.0;

fn judging() -> Room {
    let mut room = Room::with_sample();
    room.judge("C07");
    room
}

/// Pastes where the keyboard is.
fn paste(room: &mut Room, text: &str) {
    let event = Event::Paste(text.to_owned());
    room.window.input_mut().events.push(event);
    room.rest();
}

/// Gives a field the keyboard without the mouse, which would set the caret.
fn keyboard_to(room: &mut Room, field: &str) {
    room.control(None, field, None).focus();
    room.rest();
}

/// Long enough for the field to take what was typed for one piece.
fn pause(room: &mut Room) {
    room.seconds_pass(2);
}

/// A text of so many characters, in paragraphs.
fn long(characters: usize) -> String {
    "He runs when she is away.\n"
        .chars()
        .cycle()
        .take(characters)
        .collect()
}

#[test]
fn what_is_pasted_is_cleaned_before_it_is_shown() {
    let mut room = judging();
    room.press(REASONING);
    paste(&mut room, "He\u{a0}runs.\r\nShe\u{7} stays.\u{b}\r\n");
    assert_eq!(room.value(REASONING), "He runs.\nShe stays.");
    room.type_text(" Both.");
    let whole = "He runs.\nShe stays. Both.";
    assert_eq!(room.value(REASONING), whole, "the caret is at its end");
    pause(&mut room);
    assert_eq!(room.value(REASONING), whole);
    room.type_text(" ");
    assert_eq!(room.value(REASONING), format!("{whole} "));
}

#[test]
fn a_field_of_one_line_takes_lines_as_one() {
    let mut room = judging();
    room.press(FIND);
    paste(&mut room, "C0\r\n1");
    assert!(!room.value(FIND).contains(['\r', '\n']));
}

#[test]
fn too_long_a_text_is_said_by_how_much_and_not_cut() {
    let mut room = judging();
    let text = long(21_204);
    room.press(REASONING);
    paste(&mut room, &text);
    let said = "1,204 characters too many to be kept: a field holds 20,000";
    room.sees(said);
    assert_eq!(room.value(REASONING), text);
    room.key(Key::Tab);
    room.go_to("C08");
    room.judge("C07");
    assert_eq!(room.value(REASONING), text);
    room.sees(said);
    // What remains after the part that is too much is kept.
    keyboard_to(&mut room, REASONING);
    room.keys(CTRL, Key::A);
    paste(&mut room, &long(20_000));
    room.sees_nothing_of("too many");
    pause(&mut room);
    pause(&mut room);
    assert_eq!(room.value(REASONING), long(20_000));
    room.sees_nothing_of("Error: ");
}

#[test]
fn a_long_text_scrolls_in_its_field() {
    let mut room = judging();
    room.press(REASONING);
    let short = room.place(REASONING).height();
    paste(&mut room, &long(20_000));
    let place = room.place(REASONING);
    assert!(place.height() > short, "it grows with the text at first");
    assert!(place.height() < SCREEN / 2.0, "{place:?}");
    assert!(place.bottom() <= SCREEN, "the caret is in sight: {place:?}");
    // From the first word to the last and on: the field stays where it is.
    room.keys(CTRL, Key::Home);
    room.type_text("Now: ");
    assert!(room.value(REASONING).starts_with("Now: He runs"));
    assert_eq!(room.place(REASONING).height(), place.height());
}

#[test]
fn a_field_takes_back_what_was_typed_in_it_and_then_nothing() {
    let mut room = judging();
    let answer = format!("{PANEL_SUPPORT}: {NOT_IDEAL}");
    room.press(&answer);
    room.press(REASONING);
    pause(&mut room);
    for words in ["He runs.", " She stays."] {
        room.type_text(words);
        pause(&mut room);
    }
    room.keys(CTRL, Key::Z);
    assert_eq!(room.value(REASONING), "He runs.");
    for _ in 0..5 {
        room.keys(CTRL, Key::Z);
    }
    assert_eq!(room.value(REASONING), "");
    assert!(room.is_chosen(&answer), "the review stays as it is");
    room.keys(CTRL_SHIFT, Key::Z);
    assert_eq!(room.value(REASONING), "He runs.");
    room.keys(CTRL, Key::Y);
    assert_eq!(room.value(REASONING), "He runs. She stays.");
    for _ in 0..5 {
        room.keys(CTRL_SHIFT, Key::Z);
    }
    assert_eq!(room.value(REASONING), "He runs. She stays.");
    assert!(room.is_chosen(&answer));
}

#[test]
fn what_the_review_takes_back_a_field_does_not_bring_back() {
    let mut room = judging();
    room.press(REASONING);
    pause(&mut room);
    room.type_text("He runs.");
    pause(&mut room);
    room.key(Key::Escape);
    room.keys(CTRL, Key::Z);
    assert_eq!(room.value(REASONING), "");
    keyboard_to(&mut room, REASONING);
    for key in [Key::Z, Key::Y, Key::Z] {
        room.keys(CTRL, key);
        assert_eq!(room.value(REASONING), "", "{key:?}");
    }
}

#[test]
fn what_was_typed_for_one_case_is_not_taken_back_in_another() {
    let mut room = judging();
    room.type_into(REASONING, "He runs.");
    pause(&mut room);
    room.judge("C08");
    let other = room.value(REASONING);
    keyboard_to(&mut room, REASONING);
    room.keys(CTRL, Key::Z);
    assert_eq!(room.value(REASONING), other);
    room.judge("C07");
    assert_eq!(room.value(REASONING), "He runs.");
}

#[test]
fn each_case_keeps_its_caret_and_what_can_be_taken_back() {
    let mut room = judging();
    room.press(REASONING);
    pause(&mut room);
    room.type_text("He runs.");
    pause(&mut room);
    room.key(Key::Home);
    room.go_to("C08");
    room.press(JUDGE);
    room.go_to("C07");
    room.press(JUDGE);
    keyboard_to(&mut room, REASONING);
    room.type_text("Now ");
    assert_eq!(room.value(REASONING), "Now He runs.");
    pause(&mut room);
    room.keys(CTRL, Key::Z);
    assert_eq!(room.value(REASONING), "He runs.");
    room.keys(Modifiers::SHIFT, Key::End);
    room.type_text("She stays.");
    assert_eq!(room.value(REASONING), "She stays.");
}

#[test]
fn once_text_is_taken_out_no_field_brings_it_back() {
    let mut room = judging();
    room.press(REASONING);
    pause(&mut room);
    room.type_text("Write to one@example.org about him.");
    pause(&mut room);
    room.type_text(" Soon.");
    pause(&mut room);
    room.press("Replace with [removed]: “one@example.org”");
    assert!(!room.value(REASONING).contains("example"));
    keyboard_to(&mut room, REASONING);
    for _ in 0..5 {
        room.keys(CTRL, Key::Z);
        assert!(!room.value(REASONING).contains("example"));
    }
}
