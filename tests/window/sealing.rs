//! Sealing at the end of a workshop: ten words, read-only from then on, and a new version to go on.

use std::fs;

use dbv_case_review::review::{Command, Mode, Via};
use dbv_case_review::services::Services as _;
use dbv_case_review::store;
use dbv_case_review::ui::opening::Opening;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;

use super::room::{CTRL, Room};
use super::words::*;
use super::world::kept;

const SEAL: &str = "Seal the review…";
const SEAL_NOW: &str = "Seal now";
const CONTINUE: &str = "Continue in a new version";
const TAKEN_AWAY: &str = "The words from your paper or photograph";

/// The sample, sealed through the window.
fn sealed() -> Room {
    let mut room = Room::with_sample();
    room.press(HISTORY);
    room.press(SEAL);
    room.press(SEAL_NOW);
    room
}

/// The ten words as a screen reader is told of them.
fn words(room: &Room) -> Vec<String> {
    let told = room.nodes().into_iter().find_map(|node| {
        let node = node.accesskit_node();
        let label = node.label().filter(|_| node.role() == Role::Group)?;
        Some(label.strip_prefix("The seal in ten words: ")?.to_owned())
    });
    let told = told.unwrap_or_else(|| panic!("no seal: {}", room.screen()));
    told.split(", ")
        .map(|word| word.split_once(' ').unwrap().1.to_owned())
        .collect()
}

#[test]
fn what_will_be_sealed_is_shown_and_then_sealed() {
    let mut room = Room::with_sample();
    room.judge("C07");
    // The caret is still in the field when the review is sealed.
    room.type_into(REASONING, "He said it last.");
    room.press("Menu");
    room.press(SEAL);
    room.sees("This will be sealed");
    room.sees("6 of 10 cases recorded");
    room.sees("1 case not recorded");
    room.sees("3 cases not judged");
    assert_eq!(room.focus().as_deref(), Some(SEAL_NOW));
    room.key(Key::Enter);

    assert_eq!(
        room.heading(),
        "Sealed, and unchanged since 21 November 2026, 14:00"
    );
    room.sees("Sealed · it can be read");
    let file = room.world.sample();
    let review = kept(&file);
    let seal = review.sealing().unwrap();
    assert!(seal.unchanged);
    assert_eq!(words(&room), seal.fingerprint.words());
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("He said it last."));

    // Nothing offers to change it from now on.
    for change in [SEAL, SEAL_NOW, "Work on this review"] {
        assert!(!room.offers(change), "{change}");
    }
    room.press("Menu");
    for change in [SEAL, "Work on this review"] {
        assert!(!room.offers(change), "{change}");
    }
    room.key(Key::Escape);
    room.press(REVIEW);
    room.judge("C07");
    room.sees("He said it last.");
    assert!(!room.offers(REASONING));
    room.keys(CTRL, Key::Z);
    let _world = room.close();
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn sealing_can_be_left() {
    let mut room = Room::with_sample();
    room.press(HISTORY);
    room.press(SEAL);
    room.press("C08");
    assert!(room.heading().starts_with("C08"));
    room.press(HISTORY);
    room.press("Not now");
    room.sees_nothing_of("This will be sealed");
    let file = room.world.sample();
    let _world = room.close();
    assert!(kept(&file).sealing().is_none());
}

#[test]
fn what_cannot_be_kept_is_told_before_anything_is_sealed() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in(REASONING, &"Because. ".repeat(2_300));
    room.press(HISTORY);
    room.press(SEAL);
    room.press(SEAL_NOW);
    room.sees("Not sealed. Something typed into case C07 cannot be kept as it stands");
    room.sees("This will be sealed");
}

#[test]
fn words_that_were_taken_away_are_compared() {
    let mut room = sealed();
    let mut taken: Vec<String> = words(&room);
    room.type_into(TAKEN_AWAY, &format!("{}, ", taken[0].to_uppercase()));
    room.sees("The same so far: 1 of 10.");
    let numbered = (1..)
        .zip(&taken)
        .map(|(nth, word)| format!("{nth}. {word}"));
    room.type_into(TAKEN_AWAY, &numbered.collect::<Vec<_>>().join("  "));
    room.sees("All ten words are the same.");
    let right = std::mem::replace(&mut taken[3], "moonlight".to_owned());
    room.type_into(TAKEN_AWAY, &taken.join(" "));
    room.sees(&format!(
        "Not the same: word 4 is “{right}” here, not “moonlight”."
    ));
}

#[test]
fn a_new_version_goes_on_and_names_its_ancestor() {
    let mut room = sealed();
    let (file, taken) = (room.world.sample(), words(&room));
    let before = fs::read(&file).unwrap();
    room.world.minutes_pass(60);
    room.press(CONTINUE);
    room.sees("This is a new version, in the file “First steps (version 2).dbvreview”.");
    room.sees_nothing_of("Sealed · ");
    room.judge("C07");
    room.fill_in(REASONING, "On second thoughts.");
    room.press(HISTORY);
    assert_eq!(
        room.heading(),
        "Not sealed; everything is what its history says"
    );
    let ancestor = format!(
        "Continues the version sealed on 21 November 2026, 14:00 with the words: {}.",
        taken.join(" ")
    );
    room.sees(&ancestor);

    // And it can be sealed in turn, with other words.
    room.press(SEAL);
    room.press(SEAL_NOW);
    assert_eq!(
        room.heading(),
        "Sealed, and unchanged since 21 November 2026, 15:00"
    );
    room.sees(&ancestor);
    assert_ne!(words(&room), taken);
    let second = file.with_file_name("First steps (version 2).dbvreview");
    assert!(kept(&second).sealing().is_some());
    let _world = room.close();
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_sealed_file_opens_for_reading_and_says_what_was_changed_since() {
    let room = sealed();
    let file = room.world.sample();
    let mut room = room.close_and_open(&file);
    room.sees("Sealed · ");
    room.press(HISTORY);
    assert_eq!(
        room.heading(),
        "Sealed, and unchanged since 21 November 2026, 14:00"
    );
    let world = room.close();

    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replacen("the best climber", "the worst climber", 1),
    )
    .unwrap();
    let mut room = Room::with_file(&world, &file);
    room.press(HISTORY);
    let since = "Sealed on 21 November 2026, 14:00, and changed outside the program since";
    assert_eq!(room.heading(), since);
    room.press("case C07");
    assert!(room.heading().starts_with("C07"));
}

/// The words that were sealed do not make a changed file the one that was sealed.
#[test]
fn nobody_is_told_to_take_home_the_words_of_a_changed_file() {
    let room = sealed();
    let (file, taken) = (room.world.sample(), words(&room));
    let world = room.close();
    let text = fs::read_to_string(&file).unwrap();
    let changed = text.replacen("the best climber", "the worst climber", 1);
    fs::write(&file, changed).unwrap();
    let mut room = Room::with_file(&world, &file);
    room.press(HISTORY);
    room.sees(&format!(
        "The words that were sealed: {}. The file no longer gives them.",
        taken.join(" ")
    ));
    room.sees_nothing_of("take them home");
    room.sees_nothing_of("The seal in ten words");
    room.type_into(TAKEN_AWAY, &taken.join(" "));
    room.sees("These are the words that were sealed, but this file is another one now.");
    room.sees_nothing_of("All ten words are the same.");
    // Nor are the words that it gives now those that were sealed.
    let now = kept(&file).sealing().unwrap().now.in_words();
    room.type_into(TAKEN_AWAY, &now);
    room.sees("These are the words of this file as it is now, not those that were sealed.");
}

/// What was changed before it was sealed was not changed since.
#[test]
fn a_file_that_was_changed_before_it_was_sealed_says_so() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in(REASONING, "She is lonely.");
    let file = room.world.sample();
    let world = room.close();
    let text = fs::read_to_string(&file).unwrap();
    let changed = text.replacen("the best climber", "the worst climber", 1);
    fs::write(&file, changed).unwrap();
    let mut room = Room::with_file(&world, &file);
    room.press(HISTORY);
    room.press(SEAL);
    room.press(SEAL_NOW);
    assert_eq!(
        room.heading(),
        "Sealed on 21 November 2026, 14:00, unchanged since. It had been changed outside the program before"
    );
    assert!(room.offers("case C07"));
    assert_eq!(words(&room).len(), 10);
}

#[test]
fn a_file_without_a_seal_knows_the_words_of_the_version_before() {
    let mut room = sealed();
    let taken = words(&room).join(" ");
    room.world.minutes_pass(60);
    room.press(CONTINUE);
    room.press(HISTORY);
    room.sees("This file carries no seal. If you hold ten words");
    room.sees("The history before it gives them.");
    room.type_into(TAKEN_AWAY, &taken);
    room.sees("These are the words of the sealed version that this file says it continued on");
    room.type_into(TAKEN_AWAY, &"moonlight ".repeat(10));
    room.sees("These are not the words of any sealed version that this file continues");
}

#[test]
fn the_same_words_in_another_order_and_nine_of_ten_are_told() {
    let mut room = sealed();
    let mut taken = words(&room);
    taken.swap(1, 6);
    room.type_into(TAKEN_AWAY, &taken.join(" "));
    room.sees("These are the same words in another order.");
    taken.swap(1, 6);
    taken.remove(4);
    room.type_into(TAKEN_AWAY, &taken.join(" "));
    room.sees("Nine of ten are the same, one is missing: word 5");
}

/// Whoever rewrites everything can seal anew; the words that others took away show it.
#[test]
fn a_second_seal_has_other_words() {
    let room = sealed();
    let (file, taken) = (room.world.sample(), words(&room));
    let world = room.close();
    let mut review = kept(&file);
    let seal = review.sealing().unwrap().fingerprint;
    for command in [Command::Continue(seal), Command::Seal] {
        review.apply(command, world.act(Via::Typed, false)).unwrap();
    }
    store::save(&file, &review.snapshot()).unwrap();
    let mut room = Room::with_file(&world, &file);
    room.press(HISTORY);
    room.sees("Sealed, and unchanged since");
    room.type_into(TAKEN_AWAY, &taken.join(" "));
    assert!(room.shows("Not the same: ") || room.shows("No word is the same."));
}

#[test]
fn what_was_sealed_can_be_trained_on() {
    let room = sealed();
    let file = room.world.sample();
    let world = room.close();
    let before = fs::read(&file).unwrap();
    let opening = Opening::file(file.clone(), Mode::Train);
    let mut room = Room::through(world, Some(opening), [1366.0, 768.0]);
    room.judge("C07");
    room.fill_in(REASONING, "To try it out.");
    room.sees_nothing_of("Not done");
    assert_eq!(room.value(REASONING), "To try it out.");
    let _world = room.close();
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_date_until_which_it_is_kept_is_told_when_it_has_passed() {
    let mut room = Room::with_sample();
    room.press(PREPARE);
    room.press("The file");
    room.fill_in("Keep until", "31/12/2027");
    assert_eq!(room.value("Keep until"), "31 December 2027");
    room.sees_nothing_of("That date has passed");
    room.fill_in("Keep until", "1 May 2026");
    room.sees("This review was to be kept until 1 May 2026. That date has passed");
    room.fill_in("Keep until", "tomorrow");
    room.sees("Error: ");
    room.fill_in("Keep until", "");
    room.sees_nothing_of("That date has passed");
    room.press(HISTORY);
    room.sees("Keep until: 1 May 2026");
}
