//! The time on a case, and how long those that are left may take.

use std::time::Duration;

use dbv_case_review::review::Mode;
use dbv_case_review::ui::opening::Opening;
use eframe::egui::{Event, Key, ViewportId};

use super::room::{CTRL, Room};
use super::words::*;
use super::world::kept;

const AWAY: &str = "Time on this case and cases left";

/// In how long the window would paint by itself.
fn paints_in(room: &mut Room) -> Duration {
    room.rest();
    let output = room.window.output();
    output.viewport_output[&ViewportId::ROOT].repaint_delay
}

fn minutes_pass(room: &mut Room, minutes: u64) {
    room.world.minutes_pass(minutes);
    room.rest();
}

fn record(room: &mut Room, case: &str, minutes: u64) {
    room.judge(case);
    minutes_pass(room, minutes);
    room.fill_in_panel(RESOURCED, "It is too loud where he is.");
    room.press(RECORD);
    assert_eq!(room.standing(case), RECORDED);
}

#[test]
fn minutes_on_a_case_add_up() {
    let mut room = Room::with_sample();
    room.go_to("C07");
    room.sees("0 min · 4 left");
    minutes_pass(&mut room, 12);
    room.sees("12 min · 4 left");
    room.sees("12 minutes on C07 so far");
    room.go_to("C08");
    room.sees("0 min · 4 left");
    minutes_pass(&mut room, 3);
    // Elsewhere in the program nobody is on a case.
    room.press(PREPARE);
    minutes_pass(&mut room, 40);
    room.press(REVIEW);
    room.sees("3 min · 4 left");
    room.go_to("C07");
    minutes_pass(&mut room, 4);
    room.sees("16 min, past 15 · 4 left");
}

#[test]
fn a_pace_is_told_from_the_second_case_on() {
    let mut room = Room::with_sample();
    record(&mut room, "C07", 10);
    room.sees("10 min · 3 left");
    room.sees_nothing_of("At this pace");
    record(&mut room, "C08", 20);
    room.sees("20 min, past 15 · 2 left");
    room.sees("At this pace 30 min: 15 minutes a case, the middle of the 2 recorded");
    // What is for practice makes no pace, and nobody waits for it.
    room.press(MORE);
    room.press("Make this a practice case");
    room.sees_nothing_of("At this pace");
    room.go_to("C09");
    room.press(MORE);
    room.press("Park this case");
    room.sees("0 min · 1 left");
    room.sees("1 case left to be recorded, and 1 parked");
    // What was recorded before this sitting makes none either.
    room.go_to("C01");
    minutes_pass(&mut room, 30);
    room.sees_nothing_of("At this pace");
}

#[test]
fn it_paints_once_a_minute_and_can_be_put_away() {
    let mut room = Room::with_sample();
    room.go_to("C07");
    let minute = Duration::from_secs(50)..=Duration::from_secs(60);
    let delay = paints_in(&mut room);
    assert!(minute.contains(&delay), "{delay:?}");
    room.key(Key::F11);
    assert_eq!(paints_in(&mut room), Duration::MAX, "on the wall");
    room.sees_nothing_of(" min · ");
    room.key(Key::Escape);
    room.press("0 min · 4 left");
    assert_eq!(paints_in(&mut room), Duration::MAX, "put away");
    room.go_to("C08");
    room.sees_nothing_of(" min · ");
    minutes_pass(&mut room, 5);
    room.press(AWAY);
    room.sees("5 min · 4 left");
    let input = room.window.input_mut();
    input.focused = false;
    input.events.push(Event::WindowFocused(false));
    assert_eq!(paints_in(&mut room), Duration::MAX, "behind another window");
}

#[test]
fn nothing_of_it_is_kept_or_shown_to_a_reader() {
    let mut room = Room::with_sample();
    let file = room.world.sample();
    let entries = kept(&file).history().entries().len();
    room.go_to("C07");
    minutes_pass(&mut room, 12);
    room.keys(CTRL, Key::ArrowDown);
    minutes_pass(&mut room, 12);
    let world = room.close();
    assert_eq!(kept(&file).history().entries().len(), entries);
    let opening = Opening::file(file, Mode::Inspect);
    let mut room = Room::through(world, Some(opening), [1366.0, 768.0]);
    room.press(REVIEW);
    room.go_to("C07");
    room.sees_nothing_of(" min · ");
    assert_eq!(paints_in(&mut room), Duration::MAX);
}
