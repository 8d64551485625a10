//! A file that is marked read-only is for reading: nothing offers to change it.

use std::fs;

use dbv_case_review::review::Mode;
use dbv_case_review::ui::opening::{Opening, Source};
use dbv_case_review::ui::samples::Sample;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;

use egui_kittest::kittest::NodeT as _;

use super::room::{CTRL, CTRL_SHIFT, Room};
use super::words::*;
use super::world::World;

/// The sample with a judgement under way, closed, and marked read-only.
fn marked() -> (Room, Vec<u8>) {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in_panel(RESOURCED, "He runs.");
    let file = room.world.sample();
    let world = room.close();
    let mut about = fs::metadata(&file).unwrap().permissions();
    about.set_readonly(true);
    fs::set_permissions(&file, about).unwrap();
    let before = fs::read(&file).unwrap();
    (Room::with_file(&world, &file), before)
}

/// Everything that could be typed into, chosen or ticked on this screen is disabled.
fn nothing_to_change(room: &Room) {
    for node in room.nodes() {
        let node = node.accesskit_node();
        let changes = [
            Role::TextInput,
            Role::MultilineTextInput,
            Role::CheckBox,
            Role::RadioButton,
        ];
        // What narrows a list changes no review.
        let finds = (node.label()).is_some_and(|name| name == FIND || name.starts_with("Which "));
        if changes.contains(&node.role()) && !node.data().is_read_only() && !finds {
            assert!(node.is_disabled(), "{:?} can be changed", node.label());
        }
    }
}

#[test]
fn it_is_shown_and_nothing_can_be_changed() {
    let (mut room, before) = marked();
    room.sees("Read-only");
    room.judge("C07");
    assert_eq!(room.standing("C07"), READY);
    room.sees("He runs.");
    room.sees("This is a draft. It is in no figure until it is recorded.");
    for change in [RECORD, "+ ", "Take ", LOCK, LIVE] {
        assert_eq!(room.offers_any(change), None);
    }
    // What is read is not dressed up as something to fill in.
    for control in [REASONING, PANEL_IDEAL, PARENT_WORDS] {
        assert!(!room.offers(control), "{control}");
    }
    nothing_to_change(&room);

    for (modifiers, key) in [(CTRL, Key::Enter), (CTRL, Key::Z), (CTRL_SHIFT, Key::Z)] {
        room.keys(modifiers, key);
        assert_eq!(room.standing("C07"), READY);
        // Going on leads a reader to the next step.
        room.press(JUDGE);
        room.sees("He runs.");
    }
    let file = room.world.sample();
    let _world = room.close();
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn prepare_is_for_reading_too() {
    let (mut room, _) = marked();
    room.press(PREPARE);
    for part in PARTS {
        room.press(part);
        nothing_to_change(&room);
        for change in [
            TYPE_A_CASE,
            IMPORT,
            LOCK,
            LIVE,
            "Add: ",
            "Add a day",
            "Draw cases",
            "Change these words",
            "Take ",
            "+ ",
        ] {
            let offered = room.offers_any(change);
            assert_eq!(offered, None, "{part}");
        }
    }
}

#[test]
fn the_menu_offers_no_change() {
    let (mut room, _) = marked();
    room.press("Menu");
    for change in ["Import case files…", "Undo", "Redo"] {
        let named = |label: Option<String>| label.is_some_and(|label| label.starts_with(change));
        let entry = room.nodes().into_iter().find(|node| {
            let node = node.accesskit_node();
            node.role() == Role::Button && named(node.label())
        });
        assert!(
            entry.expect(change).accesskit_node().is_disabled(),
            "{change}"
        );
    }
}

#[test]
fn a_copy_can_be_saved_and_worked_on() {
    let (mut room, before) = marked();
    let copy = room.world.document("mine.dbvreview");
    room.world.will_choose(&copy);
    room.keys(CTRL_SHIFT, Key::S);
    let file = room.world.sample();
    let mut room = room.close_and_open(&copy);
    room.sees_nothing_of("Read-only");
    room.judge("C07");
    room.press(RECORD);
    assert_eq!(room.standing("C07"), RECORDED);
    let _world = room.close();
    assert_eq!(fs::read(&file).unwrap(), before);
}

/// The county sample holds one of everything that a record can have.
#[test]
fn the_whole_record_can_be_read() {
    let source = Source::Sample(Sample::WestMarsh);
    let opening = Opening::new(source, Mode::Inspect);
    let mut room = Room::through(World::new(), Some(opening), [1366.0, 768.0]);
    let mut read = |case: &str, words: &[&str]| {
        room.keys(CTRL, Key::F);
        room.type_text(case.trim_start_matches(['C', '0']));
        room.key(Key::Enter);
        assert!(room.heading().starts_with(case));
        room.press(JUDGE);
        for words in words {
            room.sees(words);
        }
        nothing_to_change(&room);
    };
    // Two voices, and money that was hidden when the panel first judged.
    read(
        "C02",
        &[
            "Another voice",
            "recorded without money on the screen, changed with it",
        ],
    );
    // A condition that is not there today, and an answer about this judgement.
    read(
        "C06",
        &[
            "not in place today",
            "Asked about this judgement on 2 July 2026",
        ],
    );
    // First ratings with a slip that was put right.
    read(
        "C10",
        &[
            "First ratings, before the discussion",
            "Corrected. SEND officer: first",
        ],
    );
    // Two who see it otherwise.
    read(
        "C16",
        &[
            "Who sees it otherwise",
            "parent-carer forum",
            "head, special school",
        ],
    );
    // Who was asked, and did not want to be.
    read("C18", &["Who asked, when and how", "6 May 2026"]);
    // A draft is called one.
    read(
        "C21",
        &["This is a draft.", "No parent has been heard yet."],
    );
    // Nobody could be reached.
    read("C25", &["could not be reached"]);
}
