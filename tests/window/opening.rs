//! Opening: the sample from the start screen, and files that are no good.

use dbv_case_review::store;
use eframe::egui::Key;

use super::room::{CTRL, Room};
use super::words::{OPEN, PUT_AWAY, REASONING, REVIEW};
use super::world::{World, kept};

#[test]
fn the_sample_is_stepped_through_with_one_key() {
    let mut room = Room::with_sample();
    for case in 1..=10 {
        let begins = format!("C{case:02} · ");
        let heading = room.heading();
        assert!(
            heading.starts_with(&begins),
            "{heading} instead of {begins}"
        );
        room.keys(CTRL, Key::ArrowDown);
    }
    // At the end of the list it stays where it is.
    assert!(room.heading().starts_with("C10 · "));
    room.keys(CTRL, Key::ArrowUp);
    assert!(room.heading().starts_with("C09 · "));
}

#[test]
fn the_sample_says_what_its_cases_wait_for() {
    let room = Room::with_sample();
    room.sees("6 of 10 recorded");
    assert_eq!(room.standing("C06"), "recorded");
    assert_eq!(room.standing("C07"), "not started");
}

#[test]
fn a_file_that_was_changed_by_hand_says_so_and_where() {
    let mut room = Room::with_sample();
    room.sees_nothing_of("changed outside");
    let whole = std::fs::read_to_string(room.world.sample()).unwrap();
    // The first place is the review itself, the history stands after it.
    let changed = whole.replacen("confidence: Low", "confidence: High", 1);
    assert_ne!(changed, whole);
    let path = room.world.put("changed.dbvreview", &changed);
    room.world.will_choose(&path);
    room.keys(CTRL, Key::O);
    room.sees("This file was changed outside the program: case C02");
}

/// A text of a whole review, with the version of a program that is yet to come.
fn newer(text: &str) -> String {
    text.replacen("version: 4,", "version: 99,", 1)
}

#[test]
fn what_is_no_good_is_told_once_and_leaves_what_is_open_alone() {
    let mut room = Room::with_sample();
    let sample = room.world.sample();
    let before = std::fs::read(&sample).unwrap();
    let whole = String::from_utf8(before.clone()).unwrap();
    let cut = &whole[..whole.len() / 2];
    for (name, contents, says) in [
        ("cut.dbvreview", cut, "This review is damaged at line "),
        ("letter.docx", "Dear all, …", "This is not a review"),
        ("newer.dbvreview", &newer(&whole), "newer program"),
    ] {
        let path = room.world.put(name, contents);
        room.world.will_choose(&path);
        room.keys(CTRL, Key::O);
        let told = room.lines(says);
        assert_eq!(told.len(), 1, "{name}: {told:?}");
        assert!(room.heading().starts_with("C01 · "), "{name}");
        room.sees("First steps");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), contents);
        room.press(PUT_AWAY);
        room.sees_nothing_of(says);
    }
    // What was open is open: it can still be worked on and keeps itself.
    room.judge("C07");
    room.type_into(REASONING, "Still here.");
    let _world = room.close();
    assert_ne!(std::fs::read(&sample).unwrap(), before);
}

#[test]
fn a_file_that_is_no_good_opens_nothing_at_the_start() {
    let world = World::new();
    let path = world.put("cut.dbvreview", "DbvReview(");
    let room = Room::with_file(&world, &path);
    room.sees("This review is damaged at line ");
    assert!(!room.offers(REVIEW));
    assert_eq!(room.heading(), "DBV Case Review");
}

#[test]
fn the_sample_can_be_begun_afresh() {
    let mut room = Room::with_sample();
    room.judge("C02");
    room.press("Take this voice out");
    room.sees("5 of 10 recorded");
    room.press("Menu");
    room.press("Start");
    room.press("Begin “First steps” afresh");
    room.sees("6 of 10 recorded");
    assert_eq!(room.standing("C02"), "recorded");
}

#[test]
fn a_review_is_opened_by_dialog_and_is_recent_afterwards() {
    let room = Room::with_sample();
    let sample = room.world.sample();
    let copy = room.world.document("Autumn.dbvreview");
    let review = kept(&sample);
    store::save(&copy, &review.snapshot()).unwrap();
    let mut room = Room::start(room.close(), None, [1366.0, 768.0]);
    room.world.will_choose(&copy);
    room.press(OPEN);
    // A panel goes on where something is still to be done.
    assert!(room.heading().starts_with("C07 · "));
    let mut room = Room::start(room.close(), None, [1366.0, 768.0]);
    room.press("Open Autumn");
    assert!(room.heading().starts_with("C07 · "));
}
