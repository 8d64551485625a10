//! Every screen as a screen reader is told it, kept as text in `tests/snapshots/access`:
//!
//!     UPDATE_SNAPSHOTS=1 cargo test --features window-tests --test window access_screens
//!
//! keeps them as they are now; read what has changed before it is committed.

use dbv_case_review::review::Mode;
use dbv_case_review::ui::intent::PrepareTab;
use dbv_case_review::ui::opening::{Opening, Source};
use dbv_case_review::ui::samples::Sample;
use eframe::egui::Key;

use super::access_tree::Looked;
use super::room::{CTRL, Room};
use super::words::*;
use super::world::World;

const LAPTOP: [f32; 2] = [1366.0, 768.0];

/// The sample through a door that keeps nothing, so that nothing on the screen comes when a disk is
/// ready.
fn sample(door: Mode) -> Room {
    let opening = Opening::new(Source::Sample(Sample::FirstSteps), door);
    let mut room = Room::through(World::new(), Some(opening), LAPTOP);
    room.go_to("C01");
    room
}

#[test]
fn start() {
    let mut looked = Looked::default();
    let mut room = Room::new();
    looked.at(&mut room, "start");
    room.press(NEW);
    looked.at(&mut room, "start-new-review");
    room.press(BEGIN);
    looked.at(&mut room, "start-message");
    looked.done();
}

#[test]
fn prepare() {
    let mut looked = Looked::default();
    let mut room = sample(Mode::Train);
    room.press(PREPARE);
    for (at, page) in PrepareTab::ALL.into_iter().enumerate() {
        if at > 0 {
            room.keys(CTRL, Key::PageDown);
        }
        assert_eq!(room.heading(), page.label());
        let name = format!("{page:?}").to_lowercase();
        looked.at(&mut room, &format!("prepare-{name}"));
    }
    looked.done();
}

#[test]
fn review() {
    let mut looked = Looked::default();
    let mut room = sample(Mode::Train);
    for (case, what) in [("C02", "recorded"), ("C07", "open")] {
        room.go_to(case);
        for (key, step) in [
            (Key::Num1, "read"),
            (Key::Num2, "rate"),
            (Key::Num3, "judge"),
            (Key::Num4, "check"),
        ] {
            room.keys(CTRL, key);
            looked.at(&mut room, &format!("review-{step}-{what}"));
        }
    }
    looked.done();
}

#[test]
fn all_that_a_judgement_can_hold() {
    let mut looked = Looked::default();
    let mut room = sample(Mode::Train);
    room.judge("C07");
    room.answer(PANEL_SETTING, NOT_IDEAL);
    for more in ["+ condition", ADD_SUPPORT, "+ confidence", "+ dissent"] {
        room.press(more);
    }
    looked.at(&mut room, "review-judge-more");
    looked.done();
}

#[test]
fn asked_how_a_figure_came_about() {
    let mut looked = Looked::default();
    let mut room = sample(Mode::Train);
    let how = room.offers_any("How did ").unwrap();
    room.press_nth(&how, 0);
    looked.at(&mut room, "review-how");
    looked.done();
}

#[test]
fn narrow_and_magnified() {
    let mut looked = Looked::default();
    let mut room = sample(Mode::Train);
    room.judge("C07");
    room.resize([1000.0, 700.0]);
    looked.at(&mut room, "review-judge-narrow");
    room.press(PREPARE);
    looked.at(&mut room, "prepare-narrow");
    looked.done();
}

#[test]
fn reading_only() {
    let mut looked = Looked::default();
    let mut room = sample(Mode::Inspect);
    room.go_to("C02");
    room.press(JUDGE);
    looked.at(&mut room, "inspect-judge");
    room.press(HISTORY);
    looked.at(&mut room, "inspect-history");
    looked.done();
}

#[test]
fn history() {
    let mut looked = Looked::default();
    let mut room = sample(Mode::Train);
    room.press(HISTORY);
    looked.at(&mut room, "history");
    looked.done();
}

#[test]
fn room_view() {
    let mut looked = Looked::default();
    let mut room = sample(Mode::Train);
    room.go_to("C02");
    room.keys(CTRL, Key::Num1);
    room.key(Key::F11);
    for scene in ["case", "words", "question", "panel", "judgement"] {
        looked.at(&mut room, &format!("room-{scene}"));
        room.key(Key::ArrowRight);
    }
    looked.done();
}

#[test]
fn menu_and_palette() {
    let mut looked = Looked::default();
    let mut room = sample(Mode::Train);
    room.press("Menu");
    looked.at(&mut room, "menu");
    room.key(Key::Escape);
    room.keys(CTRL, Key::K);
    looked.at(&mut room, "palette");
    room.type_text("c0");
    looked.at(&mut room, "palette-cases");
    room.type_text("qq");
    looked.at(&mut room, "palette-nothing");
    looked.done();
}
