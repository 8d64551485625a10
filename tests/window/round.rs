//! The round of a case: read, rate, judge, check, and on to the next, by keys and by the button at
//! the foot; the words for reading aloud; law at hand; and money that is locked on all of it.

use dbv_case_review::review::Command;
use dbv_case_review::review::command::{SetupEdit, VoiceEdit};
use dbv_case_review::review::law::{LawNote, MainstreamWish};
use dbv_case_review::review::perspective::VoiceId;
use dbv_case_review::review::setup::MoneyRule;
use eframe::egui::{Key, ViewportCommand, ViewportId};
use egui_kittest::kittest::NodeT as _;

use super::room::{CTRL, CTRL_SHIFT, Room};
use super::room_view::{after, id};
use super::words::*;
use super::world::kept;

const WHY: &str = "He runs when the one adult who knows him is away.";
const OTHERWISE: &str = "Word it otherwise";
const AS_RECORDED: &str = "As the record says it";
const ALOUD: &str = "As it is read aloud";
const OURS: &str = "We think he should be where somebody knows him.";
const STEPS: [Key; 4] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];

fn go_on(room: &mut Room) {
    room.keys(CTRL, Key::Enter);
}

/// Whether a step is said to be done.
fn is_done(room: &Room, step: &str) -> bool {
    let tab = room.control(None, step, None);
    tab.accesskit_node().data().description() == Some("done")
}

fn is_on(room: &Room, step: &str) -> bool {
    let tab = room.control(None, step, None);
    tab.accesskit_node().is_selected() == Some(true)
}

#[test]
fn a_case_by_keys_from_reading_to_the_next() {
    let mut room = Room::with_sample();
    room.go_to("C07");
    assert!(is_on(&room, READ) && room.offers("Rate this case"));
    go_on(&mut room);
    assert!(is_on(&room, RATE));
    room.sees("Nobody has rated yet");
    // Going on never shows the ratings before all who are there have rated.
    for _ in 0..3 {
        go_on(&mut room);
    }
    assert!(is_on(&room, RATE) && !is_done(&room, RATE));
    for _ in 0..2 {
        room.type_text("2");
    }
    room.sees("2 of 5 have rated");
    assert!(room.offers("Reveal the 2 of 5") && !room.offers("Skip rating for this case"));
    go_on(&mut room);
    room.sees("2 of 5 have rated");
    for _ in 0..3 {
        room.type_text("2");
    }
    room.sees("All 5 have rated");
    assert!(room.offers("Reveal the ratings"));
    go_on(&mut room);
    assert!(is_on(&room, RATE) && is_done(&room, RATE));
    room.sees("The first ratings are revealed");
    go_on(&mut room);
    assert!(is_on(&room, JUDGE));
    assert!(room.offers(RECORD) && !is_done(&room, JUDGE));
    // What is missing gets the keyboard, as it did.
    go_on(&mut room);
    assert!(is_on(&room, JUDGE) && room.line("Missing: ").is_some());
    room.fill_in_panel(RESOURCED, WHY);
    room.type_into(REASONING, WHY);
    go_on(&mut room);
    assert!(is_on(&room, CHECK) && is_done(&room, JUDGE));
    assert_eq!(room.standing("C07"), RECORDED);
    room.sees("This judgement is recorded");
    room.sees("Before C07 counted");
    go_on(&mut room);
    assert!(room.heading().starts_with("C08 · ") && is_on(&room, READ));
}

#[test]
fn rating_may_be_skipped_and_the_form_says_so() {
    let mut room = Room::with_sample();
    room.go_to("C07");
    room.press(RATE);
    room.press("Skip rating for this case");
    assert!(is_done(&room, RATE));
    room.press("Judge this case");
    room.sees("Rating was skipped for this case.");
    room.fill_in_panel(RESOURCED, WHY);
    room.press(RECORD);
    room.sees("Rating was skipped for this case.");
    room.go_to("C08");
    room.press(JUDGE);
    room.sees("Nobody rated before the discussion.");
}

#[test]
fn what_is_typed_survives_every_step() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.type_into(REASONING, WHY);
    for step in STEPS {
        room.keys(CTRL, step);
    }
    room.press(JUDGE);
    assert_eq!(room.value(REASONING), WHY);
    room.go_to("C02");
    room.press(CHECK);
    room.press(OTHERWISE);
    room.type_into(ALOUD, OURS);
    room.keys(CTRL, Key::Num1);
    room.keys(CTRL, Key::Num4);
    room.sees(OURS);
    room.sees("In the panel’s own words");
    assert!(!room.offers(ALOUD), "it is read where one comes back");
}

#[test]
fn the_last_case_is_the_end_of_the_round() {
    let mut room = Room::with_sample();
    room.go_to("C10");
    room.press(CHECK);
    assert!(room.is_disabled(NEXT));
    room.keys(CTRL, Key::ArrowDown);
    assert!(room.heading().starts_with("C10"));
}

#[test]
fn it_is_worded_otherwise_and_back() {
    let mut room = Room::with_sample();
    room.go_to("C02");
    room.press(CHECK);
    room.press(OTHERWISE);
    assert_eq!(room.focus().as_deref(), Some(ALOUD));
    let built = room.value(ALOUD);
    room.type_into(ALOUD, OURS);
    room.press("Done");
    room.sees(OURS);
    room.sees_nothing_of(&built);
    room.press(AS_RECORDED);
    room.sees(&built);
    room.sees_nothing_of(OURS);
    room.press(OTHERWISE);
    room.type_into(ALOUD, OURS);
    room.press(AS_RECORDED);
    room.sees(&built);
    room.sees_nothing_of(OURS);
}

/// Words for another record are not read; both are shown, and the panel chooses.
#[test]
fn words_for_another_record_wait_for_a_choice() {
    let mut room = Room::with_sample();
    room.go_to("C03");
    room.press(CHECK);
    room.press(OTHERWISE);
    room.type_into(ALOUD, OURS);
    room.press(JUDGE);
    room.choose(PANEL_IDEAL, RESOURCED);
    room.press(CHECK);
    room.sees("The changes on the form are not, and do not count.");
    room.press(RECORD);
    room.sees("The record has changed since the panel worded it.");
    room.sees(OURS);
    room.key(Key::F11);
    room.sees_nothing_of(OURS);
    room.key(Key::F11);
    room.press("Keep the panel’s words");
    room.sees("In the panel’s own words");
    room.sees_nothing_of("The record has changed");
}

#[test]
fn what_is_not_recorded_is_not_read_and_leads_to_what_is_missing() {
    let mut room = Room::with_sample();
    room.go_to("C10");
    room.press(CHECK);
    room.sees("Not recorded yet");
    room.press("Go to what is missing");
    assert!(is_on(&room, JUDGE));
    assert!(room.focus().is_some());
}

#[test]
fn a_practice_case_is_judged_and_changes_no_figure() {
    let mut room = Room::with_sample();
    room.go_to("C07");
    let before = room.range(PANEL_BAR);
    room.press("Menu");
    room.press("Practice case, or one that counts");
    room.sees("For practice: shown and judged, counts nowhere");
    room.press(JUDGE);
    room.fill_in_panel(RESOURCED, WHY);
    room.press(RECORD);
    room.sees("it is judged and shown, and changes no figure");
    assert_eq!(room.range(PANEL_BAR), before);
}

/// A note on the law is beside the panel's part on both steps, and that it was shown is kept once.
#[test]
fn law_is_at_hand_and_that_is_kept_once() {
    let against = Command::EditVoice {
        case: id("C07"),
        voice: VoiceId(1),
        edit: VoiceEdit::Mainstream(Some(MainstreamWish::Against)),
    };
    let mut room = after([against]);
    room.judge("C07");
    room.sees_nothing_of("Under section 33 a plan names");
    room.answer(PANEL_SETTING, IDEAL);
    room.sees("Under section 33 a plan names");
    room.answer(PANEL_SUPPORT, IDEAL);
    room.answer(PANEL_TIME, IDEAL);
    room.fill_in(REASONING, WHY);
    room.press("+ less than the plan");
    room.press("for reasons of resource");
    room.sees("section 42");
    room.press(RECORD);
    assert_eq!(room.standing("C07"), RECORDED);
    room.sees("section 33");
    room.sees("section 42");
    let file = room.world.sample();
    let _world = room.close();
    let review = kept(&file);
    let shown = &review.case(&id("C07")).unwrap().law_shown;
    let notes: Vec<LawNote> = shown.iter().map(|shown| shown.note).collect();
    let both = [LawNote::MainstreamAgainstWish, LawNote::LessForResource];
    assert_eq!(notes, both);
}

/// While money is locked there is no figure of it on any step, in room view or anywhere around.
#[test]
fn locked_money_is_nowhere_on_the_round() {
    let mut room = after([Command::Setup(SetupEdit::Money(MoneyRule::Locked))]);
    let no_money = |room: &Room, place: &str| {
        for text in room.texts() {
            assert!(!text.contains('£'), "{place}: {text}");
        }
        let commands = &room.window.output().viewport_output[&ViewportId::ROOT].commands;
        for command in commands {
            if let ViewportCommand::Title(title) = command {
                assert!(!title.contains('£'), "{title}");
            }
        }
    };
    for case in ["C01", "C02", "C05", "C07", "C10"] {
        room.go_to(case);
        for step in STEPS {
            room.keys(CTRL, step);
            no_money(&room, &format!("{case}, {step:?}"));
            room.key(Key::F11);
            no_money(&room, &format!("{case}, {step:?} on the wall"));
            room.key(Key::F11);
        }
    }
    // Conditions are asked, with who would pay; what they cost is not.
    room.judge("C07");
    room.press("+ condition");
    room.type_text("A second keyworker");
    room.choose("Payer, condition 1", "health");
    assert!(!room.offers(ADD_SUPPORT));
    no_money(&room, "a condition");
    room.fill_in_panel(RESOURCED, WHY);
    room.press(RECORD);
    assert_eq!(room.standing("C07"), RECORDED);
    no_money(&room, "recorded");
    room.press("Menu");
    no_money(&room, "the menu");
    room.key(Key::Escape);
    room.keys(CTRL_SHIFT, Key::H);
    no_money(&room, "history");
    room.press(REVIEW);
    room.sees("Money is locked until it is revealed.");
    room.press("Reveal money for this case");
    room.sees("Before C07 counted");
    assert!(room.shows("£"));
    room.go_to("C08");
    no_money(&room, "another case");
    room.go_to("C02");
    room.press(CHECK);
    room.press(REVEAL);
    assert!(room.shows("£"));
}
