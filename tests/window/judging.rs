//! The main job: a judgement beside the parent's perspective, and the money moves.

use eframe::egui::Key;

use super::room::{CTRL, Room};
use super::words::*;
use super::world::kept;

const WHY: &str = "He runs when the one adult who knows him is away.";

#[test]
fn a_case_is_judged_and_the_projection_moves() {
    let mut room = Room::with_sample();
    room.judge("C07");
    let before = room.range(PANEL_BAR);
    room.sees("6 cases");

    room.answer(PANEL_SETTING, NOT_IDEAL);
    room.answer(PANEL_SUPPORT, NOT_IDEAL);
    room.answer(PANEL_TIME, IDEAL);
    room.choose(PANEL_IDEAL, RESOURCED);
    // Not before there is something to record.
    room.sees_nothing_of(IF_RECORDED);
    room.fill_in(REASONING, WHY);

    assert_eq!(room.standing("C07"), READY);
    let line = room.line(IF_RECORDED).expect("what recording would do");
    assert!(line.contains('£') && line.contains("7 cases"), "{line}");
    assert_eq!(room.range(PANEL_BAR), before, "a draft is in no figure");

    room.press(RECORD);
    assert_eq!(room.standing("C07"), RECORDED);
    room.sees_nothing_of(IF_RECORDED);
    room.sees("7 of 10 recorded");
    room.sees("This judgement is recorded");
    let after = room.range(PANEL_BAR);
    assert_ne!(after, before);
    // The foster carer sees the ideal where he is.
    room.sees("disagrees (from their own ideal)");

    let file = room.world.sample();
    let mut room = room.close_and_open(&file);
    let entries = kept(&file).history().entries().len();
    assert_eq!(room.standing("C07"), RECORDED);
    assert_eq!(room.range(PANEL_BAR), after);
    room.judge("C07");
    assert_eq!(room.value(REASONING), WHY);
    assert!(room.is_chosen(&format!("{PANEL_SETTING}: {NOT_IDEAL}")));
    assert!(room.is_chosen(&format!("{PANEL_TIME}: {IDEAL}")));
    assert_eq!(room.value(PANEL_IDEAL), RESOURCED);
    let _world = room.close();
    assert_eq!(
        kept(&file).history().entries().len(),
        entries,
        "looking changes nothing"
    );
}

#[test]
fn the_effect_of_a_draft_stands_on_its_own_case_only() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in_panel(RESOURCED, WHY);
    room.wait_for(IF_RECORDED);
    assert!(room.line(IF_RECORDED).is_some(), "said once");
    for other in ["C06", "C08", "C01"] {
        room.go_to(other);
        room.sees_nothing_of(IF_RECORDED);
    }
    room.press(PREPARE);
    room.sees_nothing_of(IF_RECORDED);
}

#[test]
fn a_setting_that_is_ideal_needs_no_second_answer() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.answer(PANEL_SETTING, IDEAL);
    assert!(room.value(PANEL_IDEAL).starts_with(MAINSTREAM));
    assert!(room.is_disabled(PANEL_IDEAL));
    room.answer(PANEL_SUPPORT, IDEAL);
    room.answer(PANEL_TIME, IDEAL);
    room.fill_in(REASONING, WHY);
    room.keys(CTRL, Key::Enter);
    assert_eq!(room.standing("C07"), RECORDED);
    room.sees("agrees (from their own ideal)");
}

#[test]
fn what_is_missing_is_said_in_the_order_of_the_form() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.answer(PANEL_SETTING, NOT_IDEAL);
    room.press(RECORD);
    let line = room.line("Missing: ").expect("what is missing");
    for part in [
        "support",
        "timeliness",
        "where the ideal would be",
        "why the panel thinks so",
    ] {
        assert!(line.contains(part), "{part:?} is not in {line:?}");
    }
    assert!(
        !line.contains("setting") && !line.contains("parent"),
        "{line}"
    );
    assert_ne!(room.standing("C07"), RECORDED);
}

#[test]
fn a_changed_judgement_counts_only_when_it_is_recorded_again() {
    let mut room = Room::with_sample();
    room.judge("C03");
    let before = room.range(PANEL_BAR);
    room.choose(PANEL_IDEAL, RESOURCED);
    assert_eq!(room.standing("C03"), "recorded, being changed");
    assert_eq!(room.range(PANEL_BAR), before);
    room.press("Take the changes back");
    assert_eq!(room.standing("C03"), RECORDED);
    assert_eq!(room.value(PANEL_IDEAL), STATE_SPECIAL);
    room.choose(PANEL_IDEAL, RESOURCED);
    room.press(RECORD);
    assert_eq!(room.standing("C03"), RECORDED);
    assert_ne!(room.range(PANEL_BAR), before);
}

/// Entries of a list are kept without a word of anything lost, and the caret is where one types.
#[test]
fn a_condition_is_typed_and_kept() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.press("+ condition");
    let what = "Condition 1: what would have to be in place";
    assert_eq!(room.focus().as_deref(), Some(what));
    room.type_text("A second keyworder");
    room.key(Key::Tab);
    room.fill_in("By when, condition 1", "January 2027");
    room.fill_in("£ a year, condition 1", "1,200");
    room.press("+ dissent");
    room.type_text("I see it otherwise.");
    room.key(Key::Tab);
    room.sees_nothing_of("had not been kept");
    assert_eq!(room.value(what), "A second keyworder");
    assert_eq!(room.value("By when, condition 1"), "January 2027");
    assert_eq!(
        room.value("In their words, dissent 1"),
        "I see it otherwise."
    );
}

/// What cannot be kept is not passed over by recording.
#[test]
fn a_judgement_is_not_recorded_over_an_error() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in_panel(RESOURCED, "He runs.");
    room.press("+ condition");
    room.type_text("A second keyworker");
    room.fill_in("£ once, condition 1", "lots");
    room.press(RECORD);
    room.sees("Not recorded: something typed into");
    assert_eq!(room.standing("C07"), READY);
    room.fill_in("£ once, condition 1", "900");
    room.press(RECORD);
    assert_eq!(room.standing("C07"), RECORDED);
}

/// The caret stands at the first question, and a child who was not read about is read about first.
#[test]
fn reading_comes_before_judging() {
    let mut room = Room::with_sample();
    room.judge("C07");
    let first = format!("{PANEL_SETTING}: {IDEAL}");
    assert_eq!(room.focus().as_deref(), Some(first.as_str()));
    room.press(NEXT);
    assert!(room.heading().starts_with("C08 · "));
    room.sees("The parents’ words");
    assert!(!room.offers(RECORD));
}
