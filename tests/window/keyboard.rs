//! One whole case judged without the mouse.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};

use super::room::{CTRL, Room};
use super::words::*;

/// The field of a condition that has just been begun.
const CONDITION: &str = "Condition 1: what would have to be in place";
/// More stops than any screen has.
const STOPS: usize = 80;

impl Room {
    /// Goes on with Tab until this has the keyboard.
    pub(super) fn tab_to(&mut self, name: &str) {
        let mut met = Vec::new();
        for _ in 0..STOPS {
            if self.focus().as_deref() == Some(name) {
                return;
            }
            self.tab();
            met.push(self.focus().unwrap_or_default());
        }
        panic!("Tab does not come to {name:?}, but to {met:#?}");
    }

    /// Opens the list that has the keyboard and goes down to this option.
    fn pick(&mut self, option: &str) {
        self.key(Key::Space);
        self.tab_to(option);
        self.key(Key::Enter);
    }
}

#[test]
fn a_case_is_judged_by_keys_alone() {
    let mut room = Room::new();
    room.tab_to(SAMPLE);
    room.key(Key::Enter);
    for _ in 7..9 {
        room.keys(CTRL, Key::ArrowDown);
    }
    assert!(room.heading().starts_with("C09 · "));
    room.keys(CTRL, Key::Num3);

    room.tab_to(&format!("{PANEL_SETTING}: {IDEAL}"));
    room.key(Key::ArrowRight);
    assert!(room.is_chosen(&format!("{PANEL_SETTING}: {NOT_IDEAL}")));
    room.tab_to(PANEL_IDEAL);
    room.pick(STATE_SPECIAL);
    assert_eq!(room.value(PANEL_IDEAL), STATE_SPECIAL);
    room.tab_to(&format!("{PANEL_SUPPORT}: {IDEAL}"));
    room.key(Key::Space);
    room.tab_to(&format!("{PANEL_TIME}: {IDEAL}"));
    room.key(Key::Enter);
    room.tab_to(REASONING);
    room.type_text("She is left out of the talk at lunch.");

    room.tab_to(WHO_SPOKE);
    room.pick("mother");
    room.tab_to(HOW_HEARD);
    room.pick("interview");
    room.tab_to(WHEN);
    room.type_text("14 May 2026");
    room.tab_to(&format!("{PARENT_SETTING}: {IDEAL}"));
    room.key(Key::Space);
    room.tab_to(&format!("{PARENT_SUPPORT}: {IDEAL}"));
    room.key(Key::Space);
    room.tab_to(&format!("{PARENT_TIME}: {IDEAL}"));
    room.key(Key::Space);
    room.tab_to(PARENT_IDEAL);
    room.pick("not stated");
    room.tab_to(PARENT_WORDS);
    room.type_text("Her people are there.");

    assert_eq!(
        room.standing("C09"),
        WAITS,
        "the last words are still being typed"
    );
    room.tab_to(RECORD);
    room.key(Key::Space);
    assert_eq!(room.standing("C09"), RECORDED);
    room.sees("no view (");

    // The judgement is read aloud from the wall, and on to the next child.
    room.key(Key::F11);
    room.sees("The judgement");
    room.sees("Her people are there.");
    room.key(Key::Escape);
    room.keys(CTRL, Key::ArrowDown);
    assert!(room.heading().starts_with("C10 · "));
}

/// Tab goes all the way round and back again; nothing holds the keyboard.
#[test]
fn nothing_holds_the_keyboard() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.tab_to(PANEL_IDEAL);
    let mut stops = Vec::new();
    for _ in 0..STOPS {
        room.key(Key::Tab);
        let stop = room.focus();
        if stop.as_deref() == Some(PANEL_IDEAL) {
            break;
        }
        stops.push(stop);
    }
    assert!(stops.len() < STOPS, "Tab does not come round: {stops:#?}");
    assert!(stops.iter().any(|stop| stop.as_deref() == Some(RECORD)));
    room.keys(Modifiers::SHIFT, Key::Tab);
    assert_eq!(Some(&room.focus()), stops.last());
}

/// A list that was opened by key closes by key, and its box has the keyboard again.
#[test]
fn a_list_closes_by_key_and_gives_the_keyboard_back() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.press(&format!("{PANEL_SETTING}: {NOT_IDEAL}"));
    room.tab_to(PANEL_IDEAL);
    room.pick(STATE_SPECIAL);
    assert_eq!(room.focus().as_deref(), Some(PANEL_IDEAL));
    assert!(!room.offers(RESOURCED), "the list is closed");
    room.key(Key::Space);
    assert!(room.offers(RESOURCED));
    room.key(Key::Escape);
    assert!(!room.offers(RESOURCED));
    assert_eq!(room.focus().as_deref(), Some(PANEL_IDEAL));
    assert_eq!(room.value(PANEL_IDEAL), STATE_SPECIAL);
}

/// What has the keyboard is in sight, and what is read is paged by key.
#[test]
fn what_has_the_keyboard_is_in_sight() {
    let mut room = Room::with_sample();
    room.judge("C02");
    room.tab_to("+ dissent");
    room.rest();
    let place = room.place("+ dissent");
    assert!(
        place.top() > 60.0 && place.bottom() < 768.0 - 56.0,
        "{place}"
    );

    room.press(READ);
    let top = |room: &Room| {
        let heading = room.control(Some(Role::Heading), "Hopes", None);
        heading.rect().top()
    };
    let before = top(&room);
    room.key(Key::PageDown);
    assert!(top(&room) < before);
    room.key(Key::PageUp);
    assert_eq!(top(&room), before);
}

/// The round of one case through the real app: read, rate, reveal, judge with the parent beside it,
/// record, check, and on to the next child.
#[test]
fn the_whole_round_by_keys_alone() {
    let mut room = Room::new();
    room.tab_to(SAMPLE);
    room.key(Key::Enter);

    // To a case by its number. It is read first.
    room.keys(CTRL, Key::K);
    room.type_text("9");
    room.key(Key::Enter);
    assert!(room.heading().starts_with("C09 · "));
    room.sees("Hopes");
    assert!(
        [READ, RATE, JUDGE, CHECK]
            .iter()
            .all(|step| room.offers(step))
    );

    // Every member's own first rating in one key; what they are is not on the screen of the next.
    room.keys(CTRL, Key::Enter);
    room.sees("Nobody has rated yet");
    let mut members = 0;
    while !room.shows(&format!("All {members} have rated")) {
        assert!(members < 13, "it does not end: {}", room.screen());
        room.type_text(["1", "2", "0", "?", "-"][members % 5]);
        members += 1;
    }
    room.keys(CTRL, Key::Enter);
    room.sees("The first ratings are revealed");
    room.keys(CTRL, Key::Enter);

    // The judgement, with a condition.
    room.tab_to(&format!("{PANEL_SETTING}: {IDEAL}"));
    room.key(Key::ArrowRight);
    assert!(room.is_chosen(&format!("{PANEL_SETTING}: {NOT_IDEAL}")));
    room.tab_to(PANEL_IDEAL);
    room.pick(STATE_SPECIAL);
    room.tab_to(&format!("{PANEL_SUPPORT}: {IDEAL}"));
    room.key(Key::Space);
    room.tab_to(&format!("{PANEL_TIME}: {IDEAL}"));
    room.key(Key::Enter);
    room.tab_to(REASONING);
    room.type_text("She is left out of the talk at lunch.");
    room.tab_to("+ condition");
    room.key(Key::Enter);
    assert_eq!(room.focus().as_deref(), Some(CONDITION));
    room.type_text("Speech therapy in school.");

    // The parent.
    room.tab_to(WHO_SPOKE);
    room.pick("mother");
    room.tab_to(HOW_HEARD);
    room.pick("interview");
    room.tab_to(WHEN);
    room.type_text("14 May 2026");
    for question in [PARENT_SETTING, PARENT_SUPPORT, PARENT_TIME] {
        room.tab_to(&format!("{question}: {IDEAL}"));
        room.key(Key::Space);
    }
    room.tab_to(PARENT_IDEAL);
    room.pick("not stated");
    room.tab_to(PARENT_WORDS);
    room.type_text("Her people are there.");

    // Recorded, read aloud, and on.
    room.keys(CTRL, Key::Enter);
    assert_eq!(room.standing("C09"), RECORDED);
    room.sees("Her people are there.");
    room.sees("Who was there");
    room.keys(CTRL, Key::Enter);
    assert!(room.heading().starts_with("C10 · "));
    assert!(
        !room.offers(REASONING),
        "the next child is read about first"
    );
}
