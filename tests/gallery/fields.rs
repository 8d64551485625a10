//! Typing, and choosing from a list.

use dbv_case_review::ui::theme;
use dbv_case_review::ui::widgets::field::Field;
use eframe::egui::Key;
use eframe::egui::accesskit::{Live, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::gallery;

const WHY: &str = "Why the panel thinks so";

#[test]
fn typing() {
    let mut screen = gallery();
    let field = screen.get_by_role_and_label(Role::MultilineTextInput, WHY);
    let hint = "What in the file or in the room says so";
    assert_eq!(field.accesskit_node().data().description(), Some(hint));
    field.focus();
    screen.run();
    let field = screen.get_by_role_and_label(Role::MultilineTextInput, WHY);
    field.type_text("She is calm there.");
    screen.run();
    assert_eq!(screen.state().why, "She is calm there.");
}

#[test]
fn a_field_says_what_is_wrong_with_it() {
    let screen = gallery();
    let field = screen.get_by_role_and_label(Role::TextInput, "Age");
    let data = field.accesskit_node();
    assert_eq!(data.data().description(), Some("write an age in figures"));
    assert!(data.data().invalid().is_some());
    let said = screen.get_by_label("Error: write an age in figures");
    assert_eq!(said.accesskit_node().data().live(), Some(Live::Polite));
    let payer = screen.get_by_role_and_label(Role::ComboBox, "Payer");
    assert!(payer.accesskit_node().data().invalid().is_some());
}

#[test]
fn what_cannot_be_changed_can_be_read() {
    let screen = gallery();
    for (role, name) in [
        (Role::MultilineTextInput, "What was seen"),
        (Role::ComboBox, "How heard"),
    ] {
        let node = screen.get_by_role_and_label(role, name);
        assert!(node.accesskit_node().is_disabled(), "{name}");
        assert!(
            node.value().is_some_and(|value| !value.is_empty()),
            "{name}"
        );
    }
}

#[test]
fn choosing_from_a_list() {
    let mut screen = gallery();
    screen
        .get_by_role_and_label(Role::ComboBox, "Ideal")
        .click();
    screen.run();
    screen.get_by_label("Special school, day").click();
    screen.run();
    assert_eq!(screen.state().ideal, Some("Special school, day"));
    let select = screen.get_by_role_and_label(Role::ComboBox, "Ideal");
    assert_eq!(select.value().as_deref(), Some("Special school, day"));
}

#[test]
fn choosing_from_a_list_by_keyboard() {
    let mut screen = gallery();
    screen
        .get_by_role_and_label(Role::ComboBox, "Ideal")
        .focus();
    screen.run();
    screen.key_press(Key::Space);
    screen.run();
    screen.get_by_label("Special school, day").focus();
    screen.run();
    screen.key_press(Key::Enter);
    screen.run();
    assert_eq!(screen.state().ideal, Some("Special school, day"));
}

/// The height of a field in some state.
fn height(shape: impl Fn(Field<'_>) -> Field<'_> + 'static) -> f32 {
    let mut screen = Harness::builder()
        .with_context_setup(theme::install)
        .build_ui_state(
            move |ui, height| {
                let shown = ui.scope(|ui| {
                    shape(Field::new("Age", "height")).show(ui, &mut String::new());
                });
                *height = shown.response.rect.height();
            },
            0.0,
        );
    screen.run();
    *screen.state()
}

/// A hint gives way to an error, and an error to nothing, without anything below jumping.
#[test]
fn the_line_below_keeps_its_place() {
    let free = height(|field| field.keep_line());
    let hint = height(|field| field.hint("In years"));
    let error = height(|field| field.keep_line().error(Some("write an age in figures")));
    assert_eq!((free, free), (hint, error));
    assert!(free > height(|field| field) + 16.0);
}

/// What is wrong with a cell is told on the cell, and shown below the table by whoever shows it.
#[test]
fn a_cell_does_not_tell_its_error_twice() {
    let mut screen = Harness::builder()
        .with_context_setup(theme::install)
        .build_ui(|ui| {
            let cell = Field::new("", "cell").spoken("ISS: Children").in_a_table();
            cell.error(Some("write a number"))
                .show(ui, &mut "many".to_owned());
        });
    screen.run();
    let cell = screen.get_by_role_and_label(Role::TextInput, "ISS: Children");
    let data = cell.accesskit_node();
    assert_eq!(data.data().description(), Some("write a number"));
    assert!(data.data().invalid().is_some());
    assert!(screen.query_by_label_contains("Error").is_none());
}

/// Several fields have one label: the eye sees which is which, the ear is told.
#[test]
fn a_spoken_name_goes_before_the_label() {
    let mut screen = Harness::builder()
        .with_context_setup(theme::install)
        .build_ui(|ui| {
            for at in 1..=2 {
                let field = Field::new("How", at).spoken(format!("How, attempt {at}"));
                field.show(ui, &mut String::new());
            }
        });
    screen.run();
    screen.get_by_role_and_label(Role::TextInput, "How, attempt 1");
    screen.get_by_role_and_label(Role::TextInput, "How, attempt 2");
}
