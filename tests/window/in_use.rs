//! Two people, one file.

use std::sync::Arc;

use dbv_case_review::review::Mode;
use dbv_case_review::ui::opening::Opening;

use super::room::Room;
use super::words::*;
use super::world::kept;

const IN_USE: &str = "This review is open";
const LOOK_AGAIN: &str = "Look again";
const NAME: &str = "Name shown to others, if you like";

#[test]
fn the_second_one_reads_until_the_first_has_closed() {
    let mut first = Room::with_sample();
    let file = first.world.sample();
    first.press(PREPARE);
    first.press(THE_FILE);
    first.fill_in(NAME, "SEND team, room 2");
    let mut second = Room::with_file(&first.world, &file);
    second.sees(IN_USE);
    second.sees("SEND team, room 2");
    second.sees("since 14:00");
    second.sees("Read-only");
    second.judge("C07");
    assert!(!second.offers(RECORD));
    second.press(LOOK_AGAIN);
    second.sees("It is still open there.");
    second.sees(IN_USE);

    first.press(REVIEW);
    first.judge("C07");
    first.fill_in(REASONING, "He runs.");
    let _world = first.close();
    second.press(LOOK_AGAIN);
    second.sees("The review is yours to work on now.");
    second.sees_nothing_of(IN_USE);
    assert!(
        second.heading().starts_with("C07 · "),
        "it stays on the case"
    );
    second.judge("C07");
    assert_eq!(second.value(REASONING), "He runs.");
    second.fill_in(REASONING, "He runs, and laughs.");
    let _world = second.close();
    let review = kept(&file);
    let case = review.cases().find(|case| case.id().as_str() == "C07");
    assert_eq!(
        case.unwrap().draft().reasoning.as_str(),
        "He runs, and laughs."
    );
}

/// Whoever has it open is not disturbed by readers and trainees.
#[test]
fn reading_and_training_need_no_lock() {
    let first = Room::with_sample();
    let files = first.world.files().len();
    for door in [Mode::Inspect, Mode::Train] {
        let opening = Opening::file(first.world.sample(), door);
        let world = Arc::clone(&first.world);
        let second = Room::through(world, Some(opening), [1366.0, 768.0]);
        second.sees_nothing_of(IN_USE);
        let _world = second.close();
    }
    assert_eq!(first.world.files().len(), files);
    let _world = first.close();
}

/// A computer that crashed locks nobody out.
#[test]
fn a_lock_that_a_crash_left_is_taken() {
    let room = Room::with_sample();
    let file = room.world.sample();
    let world = room.power_cut();
    let lock = world
        .files()
        .into_iter()
        .any(|path| path.extension().is_some_and(|ending| ending == "lock"));
    assert!(lock);
    let room = Room::with_file(&world, &file);
    room.sees_nothing_of(IN_USE);
    room.sees_nothing_of("Read-only");
}

/// The name is nobody's business unless it was typed.
#[test]
fn no_name_is_shown_that_nobody_typed() {
    let first = Room::with_sample();
    let file = first.world.sample();
    let second = Room::with_file(&first.world, &file);
    second.sees(IN_USE);
    second.sees_nothing_of("open by ");
}
