//! The widgets as a person, a keyboard and a screen reader meet them.

mod page;

use dbv_case_review::review::judgement::Answer;
use dbv_case_review::ui::theme;
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Color32, Key, Modifiers, TextStyle, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use page::{Page, show};

const PARENT: &str = "The parent: is the setting ideal?";

fn gallery<'a>(theme: Theme) -> Harness<'a, Page> {
    Harness::builder()
        .with_size([1366.0, 900.0])
        .with_theme(theme)
        .with_context_setup(theme::install)
        .build_ui_state(show, Page::default())
}

/// Which answer of the parent's row has the keyboard.
fn focused(harness: &Harness<'_, Page>) -> Option<String> {
    let nodes: Vec<_> = harness.root().children_recursive().collect();
    nodes
        .iter()
        .find(|node| node.is_focused())
        .and_then(|node| node.accesskit_node().label())
}

#[test]
fn every_widget_is_there_in_light_and_dark_and_has_a_name() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut harness = gallery(theme);
        harness.run();
        harness.get_by_role_and_label(Role::Heading, "C11 · Year 7 · autism, anxiety");
        harness.get_by_role_and_label(Role::Heading, "The parent");
        harness.get_by_role_and_label(Role::MultilineTextInput, "Why");
        harness.get_by_role_and_label(Role::ComboBox, "Ideal");
        harness.get_by_role_and_label(Role::RadioGroup, PARENT);
        harness.get_by_role_and_label(Role::Blockquote, "Mother, interview, 14 May");
        harness.get_by_label("Error: write an age in figures");
        harness.get_by_label("C09 waits for a parent");
    }
}

#[test]
fn headings_have_levels() {
    let mut harness = gallery(Theme::Light);
    harness.run();
    for (text, level) in [
        ("C11 · Year 7 · autism, anxiety", 1),
        ("Cases", 2),
        ("Stances", 3),
    ] {
        let node = harness.get_by_role_and_label(Role::Heading, text);
        assert_eq!(node.accesskit_node().data().level(), Some(level), "{text}");
    }
}

#[test]
fn a_range_is_read_out_whole() {
    let mut harness = gallery(Theme::Light);
    harness.run();
    let node = harness.get_by_role_and_label(
        Role::Image,
        "Panel: £8.8 million to £66.4 million, straight extrapolation £50.1 million, from 28 cases",
    );
    assert_eq!(node.value().as_deref(), Some("£9m to £66m"));
    harness.get_by_label(
        "Possible today: minus £2.1 million to £57 million, straight extrapolation £28 million, from 28 cases. \
         These 28 cases cannot tell whether this saves or costs",
    );
}

#[test]
fn a_field_says_what_is_wrong_with_it() {
    let mut harness = gallery(Theme::Light);
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Age");
    let data = field.accesskit_node();
    assert_eq!(data.data().description(), Some("write an age in figures"));
    assert!(data.data().invalid().is_some());
    let field = harness.get_by_role_and_label(Role::MultilineTextInput, "Why");
    field.focus();
    harness.run();
    harness
        .get_by_role_and_label(Role::MultilineTextInput, "Why")
        .type_text("She is calm there.");
    harness.run();
    assert_eq!(harness.state().why, "She is calm there.");
}

#[test]
fn choosing_by_click() {
    let mut harness = gallery(Theme::Light);
    harness.run();
    harness
        .get_by_label(&format!("{PARENT}: not ideal"))
        .click();
    harness.run();
    assert_eq!(harness.state().parent, Some(Answer::NotIdeal));
    assert_eq!(harness.state().panel, Some(Answer::NotIdeal));
    for (label, toggled) in [("ideal", Toggled::False), ("not ideal", Toggled::True)] {
        let label = format!("{PARENT}: {label}");
        let node = harness.get_by_role_and_label(Role::RadioButton, &label);
        assert_eq!(node.accesskit_node().toggled(), Some(toggled), "{label}");
    }
}

#[test]
fn choosing_by_keyboard() {
    let mut harness = gallery(Theme::Light);
    harness.state_mut().parent = None;
    harness.run();
    // Nothing is chosen: the first answer is the Tab stop, and resting there chooses nothing.
    harness.get_by_label(&format!("{PARENT}: ideal")).focus();
    harness.run();
    assert_eq!(harness.state().parent, None);
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(harness.state().parent, Some(Answer::Ideal));
    for answer in [Answer::NotIdeal, Answer::CannotTell, Answer::Ideal] {
        harness.key_press(Key::ArrowRight);
        harness.run();
        assert_eq!(harness.state().parent, Some(answer), "arrows go round");
        assert_eq!(
            focused(&harness),
            Some(format!("{PARENT}: {}", answer.label()))
        );
    }
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert_eq!(harness.state().parent, Some(Answer::CannotTell));
    // The row is one stop of the Tab key.
    harness.key_press(Key::Tab);
    harness.run();
    assert!(focused(&harness).is_some_and(|name| !name.starts_with(PARENT)));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run();
    assert_eq!(focused(&harness), Some(format!("{PARENT}: cannot tell")));
    assert_eq!(harness.state().parent, Some(Answer::CannotTell));
}

#[test]
fn choosing_from_a_list() {
    let mut harness = gallery(Theme::Light);
    harness.run();
    harness
        .get_by_role_and_label(Role::ComboBox, "Ideal")
        .click();
    harness.run();
    harness.get_by_label("Resourced provision").click();
    harness.run();
    assert_eq!(harness.state().ideal, Some("Resourced provision"));
    let select = harness.get_by_role_and_label(Role::ComboBox, "Ideal");
    assert_eq!(select.value().as_deref(), Some("Resourced provision"));
}

#[test]
fn a_notice_offers_its_action() {
    let mut harness = gallery(Theme::Light);
    harness.run();
    harness.get_by_label("Undo").click();
    harness.run();
    assert_eq!(harness.state().undone, 1);
}

#[test]
fn the_primary_button_waits_until_it_can_be_pressed() {
    let mut harness = gallery(Theme::Light);
    harness.run();
    assert!(
        harness
            .get_by_label("Record judgement")
            .accesskit_node()
            .is_disabled()
    );
    harness.state_mut().why = "Because.".to_owned();
    harness.run();
    assert!(
        !harness
            .get_by_label("Record judgement")
            .accesskit_node()
            .is_disabled()
    );
}

/// At half the width and twice the zoom nothing may fall over.
#[test]
fn it_holds_in_a_narrow_window() {
    let mut harness = Harness::builder()
        .with_size([700.0, 500.0])
        .with_context_setup(theme::install)
        .build_ui_state(show, Page::default());
    harness.run();
    harness.get_by_label(&format!("{PARENT}: cannot tell"));
}

#[test]
fn figures_below_each_other_line_up() {
    use dbv_case_review::ui::widgets::measure;
    let (mut widths, mut reading) = (Vec::new(), 0.0);
    let harness = Harness::builder()
        .with_context_setup(theme::install)
        .build_ui(|ui| {
            let style = TextStyle::Body;
            widths = ["£111,111.", "£888,888.", "£406,172."]
                .map(|text| measure::tabular(ui, text, &style, Color32::BLACK))
                .map(|job| ui.fonts_mut(|fonts| fonts.layout_job(job)).size().x)
                .to_vec();
            reading = measure::reading_width(ui);
        });
    drop(harness);
    let [first, others @ ..] = widths.as_slice() else {
        panic!("no widths");
    };
    for other in others {
        assert!((first - other).abs() < 1.0, "{first} {other}");
    }
    assert!((480.0..=580.0).contains(&reading), "{reading}");
}
