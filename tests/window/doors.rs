//! The three doors: work, inspect, train.

use std::fs;
use std::sync::Arc;

use dbv_case_review::review::{Mode, Review};
use dbv_case_review::ui::opening::Opening;
use eframe::egui::{Key, Modifiers};

use super::room::{CTRL, CTRL_SHIFT, Room};
use super::words::*;
use super::world::kept;

const TRAIN: &str = "Train on this review";
const INSPECT: &str = "Inspect this review";
const WORK: &str = "Work on this review";
const ANEW: &str = "Begin the training anew";
const LAPTOP: [f32; 2] = [1366.0, 768.0];

/// Something is judged that was not judged before.
fn judge_c07(room: &mut Room) {
    room.judge("C07");
    room.fill_in_panel(RESOURCED, "He runs.");
    room.press(RECORD);
    assert_eq!(room.standing("C07"), RECORDED);
}

fn from_the_menu(room: &mut Room, entry: &str) {
    room.press("Menu");
    room.press(entry);
}

#[test]
fn training_on_a_sample_leaves_nothing_on_the_disk_and_begins_anew_with_one_key() {
    let mut room = Room::new();
    room.press("Train on First steps");
    room.sees("Training · everything works, and nothing is kept");
    judge_c07(&mut room);
    room.sees("7 of 10 recorded");
    for screen in [PREPARE, REVIEW] {
        room.press(screen);
        room.sees("Training");
    }
    room.keys(Modifiers::NONE, Key::F5);
    room.sees("6 of 10 recorded");
    assert_eq!(room.standing("C07"), "not started");
    assert!(room.heading().starts_with("C07 · "), "it stays on the case");
    room.press(JUDGE);
    assert_eq!(room.value(REASONING), "");

    // What is still being typed does not outlive it either.
    room.type_into(REASONING, "half a sen");
    room.press(ANEW);
    assert_eq!(room.value(REASONING), "");
    judge_c07(&mut room);
    let world = room.close();
    let left: Vec<_> = world.files();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn training_on_the_open_review_does_not_touch_its_file() {
    let mut room = Room::with_sample();
    room.go_to("C07");
    let file = room.world.sample();
    from_the_menu(&mut room, TRAIN);
    let before = fs::read(&file).unwrap();
    assert!(room.heading().starts_with("C07 · "));
    judge_c07(&mut room);
    // A copy of a training could pass for a panel's work.
    room.world
        .will_choose(&room.world.document("training.dbvreview"));
    room.keys(CTRL_SHIFT, Key::S);
    assert!(!room.world.document("training.dbvreview").exists());
    // Not even what cannot be kept holds anybody in a training.
    room.press(JUDGE);
    room.type_into("When", "no date at all");

    from_the_menu(&mut room, WORK);
    room.sees_nothing_of("Training");
    assert!(room.heading().starts_with("C07 · "));
    assert_eq!(room.standing("C07"), "not started");
    let world = room.close();
    assert_eq!(fs::read(&file).unwrap(), before);
    drop(world);
}

#[test]
fn a_review_in_training_is_not_among_the_recent_ones() {
    let room = Room::with_sample();
    let file = room.world.document("Autumn.dbvreview");
    fs::copy(room.world.sample(), &file).unwrap();
    let world = room.close();
    let opening = Opening::file(file, Mode::Train);
    let room = Room::through(Arc::clone(&world), Some(opening), LAPTOP);
    let room = Room::start(room.close(), None, LAPTOP);
    assert!(room.offers("Open First steps") && !room.offers("Open Autumn"));
}

/// A file dialog may stay open while the window is used.
#[test]
fn a_copy_asked_for_at_work_holds_nothing_of_a_training() {
    let mut room = Room::with_sample();
    let copy = room.world.document("copy.dbvreview");
    room.world.hold_dialogs(true);
    room.world.will_choose(&copy);
    room.keys(CTRL_SHIFT, Key::S);
    from_the_menu(&mut room, TRAIN);
    judge_c07(&mut room);
    room.world.hold_dialogs(false);
    room.rest();
    room.sees("Not done: another review or another door has been opened");
    assert!(!copy.exists());
}

#[test]
fn beginning_anew_takes_the_figures_back_too() {
    let mut room = Room::new();
    room.press("Train on First steps");
    let before = room.range(PANEL_BAR);
    judge_c07(&mut room);
    assert_ne!(room.range(PANEL_BAR), before);
    room.sees("Before C07 counted: ");
    room.keys(Modifiers::NONE, Key::F5);
    assert_eq!(room.range(PANEL_BAR), before);
    room.sees_nothing_of("C07 counted");
}

/// Some clickers send the key with which a slideshow begins.
#[test]
fn nothing_is_begun_anew_from_the_wall() {
    let mut room = Room::new();
    room.press("Train on First steps");
    judge_c07(&mut room);
    room.key(Key::F11);
    room.key(Key::F5);
    room.key(Key::Escape);
    assert_eq!(room.standing("C07"), RECORDED);
}

#[test]
fn a_review_whose_file_is_gone_stays_open() {
    let mut room = Room::with_sample();
    judge_c07(&mut room);
    // What is kept later would put the file back.
    let recorded = |review: &Review| {
        review
            .cases()
            .filter(|case| case.judgement().is_some())
            .count()
    };
    room.wait_until(|room| recorded(&kept(&room.world.sample())) == 7);
    fs::remove_file(room.world.sample()).unwrap();
    from_the_menu(&mut room, INSPECT);
    room.sees("cannot be read");
    assert_eq!(room.standing("C07"), RECORDED);
    assert!(room.offers(READ), "it is still there to be saved elsewhere");
}

#[test]
fn a_typed_path_leads_through_each_door() {
    for (door, says) in [
        ("Inspect this file", "Read-only"),
        ("Train on this file", "Training"),
    ] {
        let world = Room::with_sample().close();
        let mut room = Room::start(Arc::clone(&world), None, LAPTOP);
        room.fill_in(
            "Or type the path of a file",
            world.sample().to_str().unwrap(),
        );
        room.press(door);
        room.sees(says);
    }
}

#[test]
fn what_is_inspected_is_not_changed_and_can_then_be_worked_on() {
    let mut room = Room::with_sample();
    judge_c07(&mut room);
    let file = room.world.sample();
    let world = room.close();
    let before = fs::read(&file).unwrap();
    let opening = Opening::file(file.clone(), Mode::Inspect);
    let mut room = Room::through(Arc::clone(&world), Some(opening), LAPTOP);
    room.sees("Read-only");
    // A reader begins with the first case.
    assert!(room.heading().starts_with("C01 · "));
    room.judge("C07");
    assert!(!room.offers(RECORD));
    room.sees("He runs.");
    room.keys(CTRL, Key::Z);
    room.keys(Modifiers::NONE, Key::F5);
    assert_eq!(room.standing("C07"), RECORDED);
    assert_eq!(fs::read(&file).unwrap(), before);

    from_the_menu(&mut room, WORK);
    room.sees_nothing_of("Read-only");
    room.fill_in(REASONING, "He runs, and laughs.");
    from_the_menu(&mut room, INSPECT);
    room.sees("Read-only");
    room.sees("He runs, and laughs.");
}

#[test]
fn a_sample_is_inspected_as_it_is_and_worked_on_in_a_copy() {
    let mut room = Room::new();
    room.press("Inspect First steps");
    room.sees("Read-only");
    assert!(room.world.files().is_empty());
    room.press("Menu");
    assert!(room.offers_any(TRAIN).is_some() && room.offers_any(INSPECT).is_none());
    room.press(WORK);
    room.sees_nothing_of("Read-only");
    assert!(room.world.sample().exists());
}

/// A recorded judgement counts until its changes are recorded too, and that is what a reader reads
/// first.
#[test]
fn a_reader_sees_what_counts_and_the_changes_apart() {
    let mut room = Room::with_sample();
    room.judge("C03");
    room.fill_in(REASONING, "Only on the form.");
    room.sees("the changes below do not count");
    from_the_menu(&mut room, INSPECT);
    let told = room.screen();
    let at = |words: &str| {
        told.find(words)
            .unwrap_or_else(|| panic!("{words:?}: {told}"))
    };
    assert!(at("Why the panel thinks so") < at("Changes that are not recorded"));
    assert!(at("Changes that are not recorded") < at("Only on the form."));
    room.sees("Changes to it are on the form and do not count");
    // What cannot be recorded here has no figure.
    room.sees_nothing_of(IF_RECORDED);
}
