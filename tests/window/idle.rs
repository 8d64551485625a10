//! A window that nobody touches is not drawn: no processor, no battery, no fan.

use std::time::Duration;

use eframe::egui::{Key, ViewportId};

use super::room::{CTRL, Room};
use super::words::*;

/// A timer may count minutes; nothing may move more often.
const LONG: Duration = Duration::from_secs(20);

/// At rest it asks for no frame, and goes on asking for none.
fn is_idle(room: &mut Room, place: &str) {
    // What was typed is kept by then, and messages that ask nothing have left.
    for _ in 0..2 {
        let now = room.window.ctx.input(|input| input.time);
        room.window.input_mut().time = Some(now + 31.0);
        room.window.step();
        room.window.input_mut().time = None;
        room.rest();
    }
    for _ in 0..3 {
        room.window.step();
        let output = room.window.output();
        let after = output.viewport_output[&ViewportId::ROOT].repaint_delay;
        assert!(after >= LONG, "{place}: drawn again after {after:?}");
    }
}

#[test]
fn every_step_of_a_case() {
    let mut room = Room::with_sample();
    for case in ["C01", "C07"] {
        room.go_to(case);
        for step in [READ, RATE, JUDGE, CHECK] {
            room.press(step);
            is_idle(&mut room, &format!("{case} {step}"));
        }
    }
}

#[test]
fn a_case_with_text_that_is_being_typed() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.type_into(REASONING, "He runs.");
    is_idle(&mut room, "typed");
    // Nor where it cannot be kept.
    room.type_into(WHEN, "some day");
    is_idle(&mut room, "refused");
}

#[test]
fn every_screen() {
    let mut room = Room::new();
    is_idle(&mut room, "the start");
    room.press(SAMPLE);
    for screen in [PREPARE, HISTORY, REVIEW] {
        room.press(screen);
        is_idle(&mut room, screen);
    }
    room.press(PREPARE);
    for page in PARTS {
        room.turn_to(page);
        is_idle(&mut room, page);
    }
}

#[test]
fn room_view() {
    let mut room = Room::with_sample();
    room.key(Key::F11);
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        room.keys(CTRL, key);
        is_idle(&mut room, "room view");
    }
}
