//! No judgement without the parent, and nobody answers for them.

use eframe::egui::Key;

use super::room::{CTRL, Room};
use super::words::*;

const WHY: &str = "She is left out of the talk at lunch.";

#[test]
fn a_case_without_a_parent_waits_until_they_are_heard() {
    let mut room = Room::with_sample();
    room.judge("C09");
    let before = room.range(PANEL_BAR);
    room.fill_in_panel(STATE_SPECIAL, WHY);
    assert_eq!(room.standing("C09"), WAITS);
    for attempt in [None, Some(Key::Enter)] {
        match attempt {
            None => room.press(RECORD),
            Some(key) => room.keys(CTRL, key),
        }
        let line = room.line("Missing: ").expect("what is missing");
        assert_eq!(line, "Missing: a parent’s perspective");
        assert_eq!(room.standing("C09"), WAITS);
        assert_eq!(room.range(PANEL_BAR), before);
        room.sees_nothing_of(IF_RECORDED);
        room.sees("6 of 10 recorded");
        room.sees("2 to come");
    }

    room.choose(WHO_SPOKE, "father");
    room.choose(HOW_HEARD, "in the room");
    room.fill_in(WHEN, "20 November 2026");
    room.answer(PARENT_SETTING, IDEAL);
    room.answer(PARENT_SUPPORT, NOT_IDEAL);
    room.answer(PARENT_TIME, "not stated");
    room.choose(PARENT_IDEAL, &format!("{RESOURCED} (where they are)"));
    assert_eq!(room.standing("C09"), WAITS, "their own words are missing");
    room.sees("Missing: ");
    room.fill_in(
        PARENT_WORDS,
        "The five of them are her people. Teach her form to sign.",
    );
    assert_eq!(room.standing("C09"), READY);
    room.press(RECORD);
    assert_eq!(room.standing("C09"), RECORDED);
    room.sees("disagrees (from their own ideal)");
    room.sees("7 of 10 recorded");
    assert_ne!(room.range(PANEL_BAR), before);
}

#[test]
fn whoever_could_not_be_reached_takes_two_attempts() {
    let mut room = Room::with_sample();
    room.judge("C10");
    room.fill_in_panel(
        "Post-16 and further education",
        "She has asked for it since Christmas.",
    );
    room.sees("An account of at least 2 attempts is needed.");
    assert_eq!(room.standing("C10"), WAITS);
    room.press(RECORD);
    assert_eq!(room.standing("C10"), WAITS);

    // A second attempt without a date and a person is none.
    room.press(ADD_ATTEMPT);
    room.fill_in(ATTEMPT_HOW, "letter, with a stamped envelope");
    room.press(RECORD);
    assert_eq!(room.standing("C10"), WAITS);
    room.sees("Missing: ");

    room.fill_in(ATTEMPT_WHEN, "18 June 2026");
    room.fill_in(ATTEMPT_BY, "class teacher");
    assert_eq!(room.standing("C10"), READY);
    room.press(RECORD);
    assert_eq!(room.standing("C10"), RECORDED);
    room.sees("no view (");
}

#[test]
fn placeholders_are_not_words() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in_panel(RESOURCED, WHY);
    assert_eq!(room.standing("C07"), READY);
    for placeholder in ["n/a", "-", "as above", "None", "..."] {
        room.fill_in(PARENT_WORDS, placeholder);
        assert_eq!(room.standing("C07"), WAITS, "{placeholder}");
        room.press(RECORD);
        assert_eq!(room.standing("C07"), WAITS, "{placeholder}");
        room.sees("6 of 10 recorded");
    }
    room.fill_in(
        PARENT_WORDS,
        "He is safe with her. Give him her on Wednesdays.",
    );
    room.press(RECORD);
    assert_eq!(room.standing("C07"), RECORDED);
}

#[test]
fn the_panels_placeholders_are_not_reasons_either() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in_panel(RESOURCED, "see above");
    room.fill_in(REASONING, "n/a");
    room.press(RECORD);
    assert_eq!(
        room.line("Missing: ").as_deref(),
        Some("Missing: why the panel thinks so")
    );
}

#[test]
fn a_judgement_whose_parent_is_taken_out_no_longer_counts() {
    let mut room = Room::with_sample();
    room.judge("C02");
    let before = room.range(PANEL_BAR);
    room.press("Take this voice out");
    assert_ne!(room.standing("C02"), RECORDED);
    room.sees("5 of 10 recorded");
    assert_ne!(room.range(PANEL_BAR), before);
    room.keys(CTRL, Key::Z);
    assert_eq!(room.standing("C02"), RECORDED);
    assert_eq!(room.range(PANEL_BAR), before);
}

/// The one who was heard first is a step away while another is begun, and after that is undone.
#[test]
fn a_second_voice_does_not_hide_the_first() {
    let mut room = Room::with_sample();
    room.judge("C02");
    room.press("+ another voice");
    assert_eq!(room.focus().as_deref(), Some(WHO_SPOKE));
    assert_eq!(room.value(PARENT_WORDS), "");
    room.choose(WHO_SPOKE, "father");
    room.sees("It is not known where they stand until their perspective is whole.");
    room.keys(CTRL, Key::Z);
    room.press("1. mother");
    assert!(!room.value(PARENT_WORDS).is_empty());
}

/// What not every parent is asked stands behind "+" until it is wanted, and is shown as theirs.
#[test]
fn what_else_a_parent_says_is_entered_and_read() {
    let mut room = Room::with_sample();
    room.judge("C02");
    assert!(!room.offers("What they hope for"));
    room.press("+ hopes and fears");
    assert_eq!(room.focus().as_deref(), Some("What they hope for"));
    room.type_text("That she keeps her friends.");
    room.fill_in("What they fear", "Another move.");
    room.press("+ what would change their mind");
    assert_eq!(
        room.focus().as_deref(),
        Some("What would change their mind")
    );
    room.type_text("Seeing the unit first.");
    room.press("+ wish on mainstream");
    room.sees("The question of section 33, Children and Families Act 2014");
    room.answer("The parent. Their wish on mainstream", "against");
    room.press("+ read back");
    room.answer("Was this read back to them?", "yes");
    room.press(READ);
    for said in [
        "“That she keeps her friends.”",
        "“Another move.”",
        "“Seeing the unit first.”",
        "Does not wish for mainstream",
        "What is written was read back to them",
    ] {
        room.sees(said);
    }
    room.press(JUDGE);
    room.press("Take out the wish on mainstream");
    room.sees_nothing_of("The question of section 33");
    room.sees("+ wish on mainstream");
    room.keys(CTRL, Key::Z);
    room.sees("The question of section 33");
}

/// Going to and fro between voices loses nothing, and a voice that is only begun is seen.
#[test]
fn two_voices_keep_their_words() {
    let mut room = Room::with_sample();
    room.judge("C02");
    let hers = room.value(PARENT_WORDS);
    room.press("+ another voice");
    room.type_into(PARENT_WORDS, "I see it otherwise.");
    room.press("1. mother");
    assert_eq!(room.value(PARENT_WORDS), hers);
    room.sees("Another voice has been begun and does not count yet");
    room.press("2. a parent, begun");
    assert_eq!(room.value(PARENT_WORDS), "I see it otherwise.");
    room.press("+ hopes and fears");
    room.type_text("His own shelf.");
    room.choose(WHO_SPOKE, "father");
    room.press("Take this voice out");
    assert_eq!(room.value(PARENT_WORDS), hers);
    room.sees_nothing_of("His own shelf.");
    room.keys(CTRL, Key::Z);
    room.press("2. father, begun");
    assert_eq!(room.value(PARENT_WORDS), "I see it otherwise.");
    room.sees("His own shelf.");
}
