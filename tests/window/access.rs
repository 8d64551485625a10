//! For whoever cannot see the screen well: every control has a name, headings lead the way, and
//! the window comes to rest. (Coming to rest, names of inputs and letters that no font has are
//! looked at after every step of every test; see `Room::rest`.)

use eframe::egui::accesskit::Role;

use egui_kittest::kittest::NodeT as _;

use super::room::Room;
use super::words::*;

/// The sizes and zooms at which every screen is looked at.
const LOOKS: [([f32; 2], f32); 3] = [
    ([1366.0, 768.0], 1.0),
    ([1000.0, 700.0], 1.0),
    ([1366.0, 768.0], 1.5),
];

pub(super) fn looked_at(room: &mut Room, screen: &str) {
    for (size, zoom) in LOOKS {
        room.resize(size);
        room.zoom(zoom);
        assert_eq!(room.nameless(), [""; 0], "{screen} at {size:?}, {zoom}");
        let heading = room.heading();
        assert!(!heading.trim().is_empty(), "{screen}");
    }
    room.resize(LOOKS[0].0);
    room.zoom(LOOKS[0].1);
}

#[test]
fn the_start_screen() {
    let mut room = Room::new();
    looked_at(&mut room, "start");
    room.press(NEW);
    looked_at(&mut room, "new review");
}

#[test]
fn every_part_of_prepare() {
    let mut room = Room::with_sample();
    room.press(PREPARE);
    for part in PARTS {
        room.press(part);
        assert_eq!(room.heading(), part);
        looked_at(&mut room, part);
    }
}

#[test]
fn reading_and_judging() {
    let mut room = Room::with_sample();
    for case in ["C04", "C07", "C10"] {
        room.go_to(case);
        room.press(READ);
        looked_at(&mut room, case);
        room.press(JUDGE);
        looked_at(&mut room, case);
    }
}

#[test]
fn what_is_behind_the_plus() {
    let mut room = Room::with_sample();
    room.judge("C07");
    for more in [
        "+ condition",
        ADD_SUPPORT,
        "+ confidence",
        "+ dissent",
        "+ another voice",
    ] {
        room.press(more);
        looked_at(&mut room, more);
    }
}

#[test]
fn the_menu_and_a_message() {
    let mut room = Room::new();
    room.press("Menu");
    assert_eq!(room.nameless(), [""; 0]);
    room.key(eframe::egui::Key::Escape);
    room.press(NEW);
    room.press(BEGIN);
    looked_at(&mut room, "a message");
    let alert = room
        .nodes()
        .into_iter()
        .any(|node| node.accesskit_node().role() == Role::Alert);
    assert!(alert, "what failed is announced");
}

/// Whoever hears "£ a year" must know of which condition.
#[test]
fn entries_of_one_kind_are_told_apart_by_ear() {
    let mut room = Room::with_sample();
    for (case, more) in [
        ("C07", ["+ condition", ADD_SUPPORT, "+ dissent"].as_slice()),
        ("C10", &[ADD_ATTEMPT]),
    ] {
        room.judge(case);
        for more in more {
            room.press(more);
            room.press(more);
        }
        let mut names = Vec::new();
        for node in room.nodes() {
            let node = node.accesskit_node();
            let entered = [
                Role::TextInput,
                Role::MultilineTextInput,
                Role::ComboBox,
                Role::CheckBox,
                Role::RadioButton,
            ];
            if entered.contains(&node.role()) {
                names.extend(node.label());
            }
        }
        names.sort();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{case}: {twice:?}");
    }
}

/// The same question is asked of both; whoever hears it must know which is which.
#[test]
fn both_sides_are_told_apart_by_ear() {
    let mut room = Room::with_sample();
    room.judge("C07");
    let mut groups = Vec::new();
    for node in room.nodes() {
        let node = node.accesskit_node();
        if node.role() == Role::RadioGroup {
            groups.extend(node.label());
        }
    }
    for name in [
        PANEL_SETTING,
        PARENT_SETTING,
        PANEL_SUPPORT,
        PARENT_SUPPORT,
        PANEL_TIME,
        PARENT_TIME,
    ] {
        let count = groups.iter().filter(|group| *group == name).count();
        assert_eq!(count, 1, "{name} in {groups:?}");
    }
}
