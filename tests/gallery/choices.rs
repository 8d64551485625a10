//! Choosing one of a few answers.

use dbv_case_review::review::judgement::Answer;
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{focused, gallery};

const PARENT: &str = "The parent: is the setting ideal?";
const READ: &str = "The panel, long ago: is the setting ideal?";

#[test]
fn by_click() {
    let mut screen = gallery();
    screen.get_by_label(&format!("{PARENT}: not ideal")).click();
    screen.run();
    assert_eq!(screen.state().parent, Some(Answer::NotIdeal));
    assert_eq!(screen.state().panel, Some(Answer::NotIdeal));
    for (label, toggled) in [("ideal", Toggled::False), ("not ideal", Toggled::True)] {
        let label = format!("{PARENT}: {label}");
        let node = screen.get_by_role_and_label(Role::RadioButton, &label);
        assert_eq!(node.accesskit_node().toggled(), Some(toggled), "{label}");
    }
}

#[test]
fn by_keyboard() {
    let mut screen = gallery();
    screen.state_mut().parent = None;
    screen.run();
    // Nothing is chosen: the first answer is the Tab stop, and resting there chooses nothing.
    screen.get_by_label(&format!("{PARENT}: ideal")).focus();
    screen.run();
    assert_eq!(screen.state().parent, None);
    screen.key_press(Key::Space);
    screen.run();
    assert_eq!(screen.state().parent, Some(Answer::Ideal));
    for answer in [Answer::NotIdeal, Answer::CannotTell, Answer::Ideal] {
        screen.key_press(Key::ArrowRight);
        screen.run();
        assert_eq!(screen.state().parent, Some(answer), "arrows go round");
        let name = format!("{PARENT}: {}", answer.label());
        assert_eq!(focused(&screen), Some(name));
    }
    screen.key_press(Key::ArrowUp);
    screen.run();
    assert_eq!(screen.state().parent, Some(Answer::CannotTell));
    // The row is one stop of the Tab key.
    screen.key_press(Key::Tab);
    screen.run();
    assert!(focused(&screen).is_some_and(|name| !name.starts_with(PARENT)));
    screen.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    screen.run();
    assert_eq!(focused(&screen), Some(format!("{PARENT}: cannot tell")));
    assert_eq!(screen.state().parent, Some(Answer::CannotTell));
}

/// Tab and an arrow right after it, as quick hands type: the row keeps the keyboard.
#[test]
fn by_an_arrow_right_after_tab() {
    let mut screen = gallery();
    screen.key_press(Key::Tab);
    screen.run();
    assert_eq!(focused(&screen).as_deref(), Some("Theme: light"));
    screen.key_press(Key::ArrowRight);
    screen.run();
    assert_eq!(focused(&screen).as_deref(), Some("Theme: dark"));
}

#[test]
fn a_row_is_a_group_with_a_place_and_a_count() {
    let screen = gallery();
    let group = screen.get_by_role_and_label(Role::RadioGroup, PARENT);
    let answers = group.children_recursive().filter(|node| {
        let node = node.accesskit_node();
        node.role() == Role::RadioButton
    });
    for (at, answer) in answers.enumerate() {
        assert!(group.rect().contains_rect(answer.rect()), "{at}");
        let data = answer.accesskit_node();
        assert_eq!(data.data().position_in_set(), Some(at + 1));
        assert_eq!(data.data().size_of_set(), Some(3));
    }
}

#[test]
fn what_cannot_be_changed_can_be_read() {
    let mut screen = gallery();
    let group = screen.get_by_role_and_label(Role::RadioGroup, READ);
    assert!(group.accesskit_node().is_disabled());
    for (answer, toggled) in [("ideal", Toggled::True), ("not ideal", Toggled::False)] {
        let name = format!("{READ}: {answer}");
        let node = screen.get_by_role_and_label(Role::RadioButton, &name);
        assert!(node.accesskit_node().is_disabled());
        assert_eq!(node.accesskit_node().toggled(), Some(toggled));
    }
    screen.get_by_label(&format!("{READ}: not ideal")).click();
    screen.run();
    let name = format!("{READ}: ideal");
    let still = screen.get_by_role_and_label(Role::RadioButton, &name);
    assert_eq!(still.accesskit_node().toggled(), Some(Toggled::True));
}
