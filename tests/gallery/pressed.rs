//! Buttons, rows, ticks, and the actions of notices.

use eframe::egui::Key;
use eframe::egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{Screen, gallery};

fn toggled(screen: &Screen, name: &str) -> Option<Toggled> {
    screen.get_by_label(name).accesskit_node().toggled()
}

#[test]
fn the_primary_button_waits_until_it_can_be_pressed() {
    let mut screen = gallery();
    let waits = |screen: &Screen| {
        let button = screen.get_by_role_and_label(Role::Button, "Record judgement");
        button.accesskit_node().is_disabled()
    };
    assert!(waits(&screen));
    screen.state_mut().why = "Because.".to_owned();
    screen.run();
    assert!(!waits(&screen));
}

#[test]
fn a_notice_offers_its_action() {
    let mut screen = gallery();
    screen.get_by_label("Undo").click();
    screen.run();
    assert_eq!(screen.state().undone, 1);
    screen.get_by_label("Undo").focus();
    screen.run();
    screen.key_press(Key::Enter);
    screen.run();
    assert_eq!(screen.state().undone, 2);
}

/// Right of the words where both fit on one line, below them where they do not.
#[test]
fn an_action_stands_where_there_is_room() {
    let screen = gallery();
    let place = |name: &str| screen.get_by_label(name).rect();
    let (words, undo) = (place("C09 was taken out."), place("Undo"));
    assert!(undo.left() > words.right());
    assert!((undo.center().y - words.center().y).abs() < 2.0);
    let words = screen.get_by_label_contains("could not be kept").rect();
    assert!(place("Try again").top() >= words.bottom());
    let (first, second) = (place("Try again"), place("Keep elsewhere"));
    assert!(first.top() == second.top() && first.right() < second.left());
}

#[test]
fn a_row_is_selected_by_keyboard() {
    let mut screen = gallery();
    assert_eq!(toggled(&screen, "Case files"), Some(Toggled::True));
    screen
        .get_by_role_and_label(Role::Button, "Baseline")
        .focus();
    screen.run();
    screen.key_press(Key::Space);
    screen.run();
    assert_eq!(screen.state().row, 0);
    assert_eq!(toggled(&screen, "Baseline"), Some(Toggled::True));
}

#[test]
fn a_tick_is_taken_back_by_keyboard() {
    let mut screen = gallery();
    assert_eq!(toggled(&screen, "in place today"), Some(Toggled::True));
    screen.get_by_label("in place today").focus();
    screen.run();
    screen.key_press(Key::Space);
    screen.run();
    assert!(!screen.state().ticked);
    assert_eq!(toggled(&screen, "in place today"), Some(Toggled::False));
}
