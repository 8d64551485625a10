//! What a laptop remembers of a review can go, and what stays is said before.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use dbv_case_review::review::{Command, Mode, Via};
use dbv_case_review::services::Services as _;
use dbv_case_review::store;
use dbv_case_review::ui::opening::Opening;
use eframe::egui::Key;

use super::access::looked_at;
use super::room::Room;
use super::words::*;
use super::world::{World, kept};

const FORGET: &str = "Forget it on this laptop";
const LEAVE: &str = "Do not forget it";
const ASKED: &str = "Forget “Autumn” on this laptop?";
const IN_THE_LIST: &str = "Forget… Autumn on this laptop";

/// A review in the documents, worked on and closed.
fn worked_on() -> (Arc<World>, PathBuf) {
    let room = Room::with_sample();
    let file = room.world.document("Autumn.dbvreview");
    fs::copy(room.world.sample(), &file).unwrap();
    let world = room.close();
    let mut room = Room::with_file(&world, &file);
    room.judge("C07");
    room.fill_in(REASONING, "He runs.");
    let world = room.close();
    assert!(world.journal_holds("Autumn"));
    assert!(store::bak(&file).exists());
    (world, file)
}

fn started(world: &Arc<World>) -> Room {
    Room::start(Arc::clone(world), None, [1366.0, 768.0])
}

fn is_forgotten(world: &World, file: &std::path::Path) {
    assert!(!world.journal_holds("Autumn"));
    assert!(!store::bak(file).exists());
    assert_eq!(kept(file).cases().len(), 10, "the file itself stays");
}

#[test]
fn from_the_list_of_recent_reviews() {
    let (world, file) = worked_on();
    let mut room = started(&world);
    room.press(IN_THE_LIST);
    room.sees(ASKED);
    room.sees("this laptop’s journal of it");
    room.sees("Autumn.dbvreview.bak");
    room.sees("the file itself");
    room.press(LEAVE);
    room.sees_nothing_of(ASKED);
    assert!(world.journal_holds("Autumn"));

    room.press(IN_THE_LIST);
    room.press(FORGET);
    room.sees("“Autumn” is forgotten on this laptop. Its file stays: ");
    assert!(!room.offers("Open Autumn"));
    is_forgotten(&world, &file);
    let _world = room.close();
}

/// The safe answer has the keyboard, and Escape leaves everything as it is.
#[test]
fn by_key_the_safe_answer_comes_first() {
    let (world, _) = worked_on();
    let mut room = started(&world);
    room.tab_to(IN_THE_LIST);
    room.key(Key::Enter);
    room.sees(ASKED);
    assert_eq!(room.focus().as_deref(), Some(LEAVE));
    looked_at(&mut room, "to be forgotten?");
    room.key(Key::Escape);
    room.sees_nothing_of(ASKED);
    assert!(world.journal_holds("Autumn"));
    room.tab_to(IN_THE_LIST);
    room.key(Key::Space);
    room.tab_to(FORGET);
    room.key(Key::Enter);
    room.sees("is forgotten on this laptop");
    let _world = room.close();
}

/// The review that is open is kept once more, and closed.
#[test]
fn the_open_review_from_the_menu() {
    let (world, file) = worked_on();
    let mut room = Room::with_file(&world, &file);
    room.judge("C07");
    room.type_into(REASONING, "He runs, and laughs.");
    room.press("Menu");
    room.press("Forget this review on this laptop…");
    assert_eq!(room.heading(), THE_FILE);
    room.sees(ASKED);
    room.sees("The review is kept in its file once more and closed.");
    room.press(FORGET);
    assert_eq!(room.heading(), "DBV Case Review");
    is_forgotten(&world, &file);
    let review = kept(&file);
    let case = review.cases().find(|case| case.id().as_str() == "C07");
    assert_eq!(
        case.unwrap().draft().reasoning.as_str(),
        "He runs, and laughs."
    );
    let _world = room.close();
    is_forgotten(&world, &file);
}

/// Of a review that is only read, it says no more than is true.
#[test]
fn what_is_only_read_is_not_kept_once_more() {
    let (world, file) = worked_on();
    let opening = Opening::file(file.clone(), Mode::Inspect);
    let mut room = Room::through(world, Some(opening), [1366.0, 768.0]);
    room.press("Menu");
    room.press("Forget this review on this laptop…");
    room.sees("The review is closed; its file stays as it is.");
    room.sees_nothing_of("kept in its file once more");
    room.press(FORGET);
    let world = room.close();
    is_forgotten(&world, &file);
}

/// What somebody else has open is not forgotten under their hands.
#[test]
fn not_what_another_window_works_on() {
    let (world, file) = worked_on();
    let other = Room::with_file(&world, &file);
    let mut room = started(&world);
    room.press(IN_THE_LIST);
    room.press(FORGET);
    room.sees("Close it there first.");
    assert!(world.journal_holds("Autumn"));
    drop((room, other));
}

#[test]
fn a_review_that_was_kept_too_long_says_so() {
    let (world, file) = worked_on();
    let mut review = kept(&file);
    let until = "2026-11-20".parse().unwrap();
    review
        .apply(
            Command::KeepUntil(Some(until)),
            world.act(Via::Typed, false),
        )
        .unwrap();
    store::save(&file, &review.snapshot()).unwrap();
    let mut room = Room::with_file(&world, &file);
    room.sees("It was to be kept until 20 November 2026, which has passed.");
    room.press("Forget it on this laptop…");
    room.sees(ASKED);
    room.press(LEAVE);
    let world = room.close();
    let room = started(&world);
    room.sees("It was to be kept until 20 November 2026, which has passed.");
    let _world = room.close();
}
