//! From one part of the screen to the next with one key, and back to what had the keyboard there.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::room::Room;
use super::words::*;

impl Room {
    /// The part of the screen that has the keyboard.
    fn part(&self) -> String {
        let nodes = self.nodes();
        let focused = nodes.iter().find(|node| node.is_focused());
        let focused = focused.unwrap_or_else(|| panic!("nothing has the keyboard"));
        let mut node = focused.accesskit_node();
        while node.role() != Role::Region {
            node = node.parent().expect("every control is in a part");
        }
        node.label().unwrap()
    }

    /// The parts that a key comes to, so many times.
    fn round(&mut self, modifiers: Modifiers, times: usize) -> Vec<String> {
        let mut go = || {
            self.keys(modifiers, Key::F6);
            self.part()
        };
        (0..times).map(|_| go()).collect()
    }
}

const REVIEW_PARTS: [&str; 5] = ["Top bar", "Cases", "Case", "Projection", "What comes next"];

#[test]
fn round_the_review_screen() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.type_into(REASONING, "Because.");
    let round = room.round(Modifiers::NONE, 5);
    let from_the_case: Vec<&str> = REVIEW_PARTS.into_iter().cycle().skip(3).take(5).collect();
    assert_eq!(round, from_the_case);
    assert_eq!(
        room.focus().as_deref(),
        Some(REASONING),
        "where the keyboard was last"
    );
    let mut back = room.round(Modifiers::SHIFT, 5);
    back.rotate_right(1);
    back.reverse();
    assert_eq!(back, from_the_case);
    assert_eq!(room.focus().as_deref(), Some(REASONING));
}

/// The first control of a part has the keyboard where none had it before, and Tab goes on from it.
#[test]
fn the_first_control_of_a_part() {
    let mut room = Room::with_sample();
    room.press(JUDGE);
    while room.focus().is_none() || room.part() != "Cases" {
        room.key(Key::F6);
    }
    assert_eq!(room.focus().as_deref(), Some("Parents afterwards"));
    room.key(Key::Tab);
    assert_eq!(room.part(), "Cases");
}

#[test]
fn other_screens_have_parts_too() {
    let mut room = Room::with_sample();
    room.press(PREPARE);
    let mut round = room.round(Modifiers::NONE, 3);
    round.sort();
    assert_eq!(round, ["Pages", "The review", "Top bar"]);
    room.press(HISTORY);
    let mut round = room.round(Modifiers::NONE, 2);
    round.sort();
    assert_eq!(round, ["History and seal", "Top bar"]);
    let mut room = Room::new();
    assert_eq!(room.round(Modifiers::NONE, 2), ["Top bar", "Start"]);
}

/// Folded away, the projection is no place to go to.
#[test]
fn what_is_not_on_the_screen_is_passed_over() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.keys(super::room::CTRL, Key::M);
    let round = room.round(Modifiers::NONE, 4);
    assert!(!round.contains(&"Projection".to_owned()), "{round:?}");
}
