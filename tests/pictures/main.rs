//! A few key states of the window as pictures, compared pixel by pixel with those in
//! `tests/snapshots`. One renderer is the truth: Mesa's software Vulkan on Debian 12, as `.ci/run`
//! has it:
//!
//!     cargo test --features window-tests --test pictures -- --ignored
//!
//! With `UPDATE_SNAPSHOTS=1` before it they are taken anew; look at them before they are committed.

// Helpers of tests fail by panicking, as tests do; the flows use more of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

#[path = "../window/room.rs"]
mod room;
#[path = "../window/seeing.rs"]
mod seeing;
mod tour;
#[path = "../window/words.rs"]
mod words;
#[path = "../window/world.rs"]
mod world;

use dbv_case_review::review::Mode;
use dbv_case_review::ui::opening::{Opening, Source};
use dbv_case_review::ui::samples::Sample;
use eframe::egui::{Event, Key, Modifiers, Theme};
use egui_kittest::SnapshotOptions;

use room::{CTRL, Room};
use words::*;
use world::World;

const LAPTOP: [f32; 2] = [1366.0, 768.0];
const PROJECTOR: [f32; 2] = [1920.0, 1080.0];

/// The county sample, through a door that keeps nothing: no clock is on the screen.
fn county(door: Mode, size: [f32; 2], case: &str) -> Room {
    let opening = Opening::new(Source::Sample(Sample::WestMarsh), door);
    let mut room = Room::through(World::new(), Some(opening), size);
    room.keys(CTRL, Key::F);
    room.type_text(case.trim_start_matches(['C', '0']));
    room.key(Key::Enter);
    assert!(room.heading().starts_with(case));
    room
}

/// Compares the window with its picture. A letter's edge may differ, a word may not.
fn picture(room: &mut Room, theme: Theme, name: &str) {
    room.window.ctx.set_theme(theme);
    // What is only under the pointer is in no picture, and a change has come to rest.
    room.window.event(Event::PointerGone);
    room.rest();
    let options = SnapshotOptions::new().threshold(1.0).max_failed_pixels(40);
    room.window.snapshot_options(name, &options);
}

#[test]
#[ignore = "pixels of one renderer: .ci/run compares them"]
fn the_start_screen() {
    let mut room = Room::of_size(LAPTOP);
    picture(&mut room, Theme::Light, "start");
}

#[test]
#[ignore = "pixels of one renderer: .ci/run compares them"]
fn reading_a_case() {
    let mut room = county(Mode::Train, PROJECTOR, "C11");
    room.press(READ);
    picture(&mut room, Theme::Light, "read-wide");
}

#[test]
#[ignore = "pixels of one renderer: .ci/run compares them"]
fn judging_a_case() {
    let mut room = county(Mode::Train, LAPTOP, "C02");
    room.press(JUDGE);
    picture(&mut room, Theme::Light, "judge");
}

#[test]
#[ignore = "pixels of one renderer: .ci/run compares them"]
fn judging_a_case_in_the_dark() {
    let mut room = county(Mode::Train, LAPTOP, "C28");
    room.press(JUDGE);
    room.press(RECORD);
    picture(&mut room, Theme::Dark, "judge-missing-dark");
}

#[test]
#[ignore = "pixels of one renderer: .ci/run compares them"]
fn judging_a_case_in_a_narrow_window() {
    let mut room = county(Mode::Train, [1000.0, 700.0], "C06");
    room.press(JUDGE);
    picture(&mut room, Theme::Light, "judge-narrow");
}

#[test]
#[ignore = "pixels of one renderer: .ci/run compares them"]
fn inspecting_a_case() {
    let mut room = county(Mode::Inspect, LAPTOP, "C16");
    room.press(JUDGE);
    picture(&mut room, Theme::Light, "inspect");
}

#[test]
#[ignore = "pixels of one renderer: .ci/run compares them"]
fn the_judgement_on_the_wall() {
    let mut room = county(Mode::Inspect, PROJECTOR, "C16");
    room.press(JUDGE);
    room.keys(Modifiers::NONE, Key::F11);
    picture(&mut room, Theme::Light, "room-judgement");
}
