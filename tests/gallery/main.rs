//! The widgets as a person, a keyboard and a screen reader meet them, on the screen that
//! `--gallery` opens.

mod accounts;
mod choices;
mod fields;
mod figures;
mod pressed;
mod said;

use dbv_case_review::ui::gallery::Gallery;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};

/// As high as everything on it, so that all of it can be clicked.
const WHOLE: [f32; 2] = [1366.0, 3600.0];

type Screen = Harness<'static, Gallery>;

fn gallery() -> Screen {
    sized(WHOLE, Theme::Light)
}

fn sized(size: [f32; 2], theme: Theme) -> Screen {
    let mut screen = Harness::builder()
        .with_size(size)
        .build_eframe(|cc| Gallery::new(&cc.egui_ctx));
    screen.state_mut().theme = theme;
    screen.run();
    screen
}

fn nodes(screen: &Screen) -> Vec<Node<'_>> {
    screen.root().children_recursive().collect()
}

/// The name of what has the keyboard.
fn focused(screen: &Screen) -> Option<String> {
    let nodes = nodes(screen);
    let focused = nodes.iter().find(|node| node.is_focused());
    focused.and_then(|node| node.accesskit_node().label())
}

#[test]
fn it_is_whole_in_light_and_dark() {
    for theme in [Theme::Light, Theme::Dark] {
        let screen = sized(WHOLE, theme);
        assert_eq!(screen.ctx.theme(), theme);
        for section in [
            "Type",
            "Choices",
            "Notices",
            "Ranges",
            "How figures came about",
            "Colour and contrast",
        ] {
            screen.get_by_role_and_label(Role::Heading, section);
        }
        let contrast = if theme == Theme::Dark { "8.2" } else { "6.2" };
        screen.get_by_label(&format!("panel, {contrast} on paper"));
    }
}

#[test]
fn light_and_dark_are_switched() {
    let mut screen = gallery();
    screen.get_by_label("Theme: dark").click();
    screen.run();
    assert_eq!(screen.state().theme, Theme::Dark);
    assert_eq!(screen.ctx.theme(), Theme::Dark);
}

/// From a quarter of a projector's width to all of it nothing may fall over or stand out of the
/// window.
#[test]
fn it_holds_at_any_width() {
    for width in [420.0, 700.0, 1000.0, 1366.0, 1920.0] {
        let screen = sized([width, 900.0], Theme::Light);
        for node in nodes(&screen) {
            let role = node.accesskit_node().role();
            let control = [
                Role::Button,
                Role::RadioButton,
                Role::TextInput,
                Role::ComboBox,
            ];
            if control.contains(&role) {
                let (right, name) = (node.rect().right(), node.accesskit_node().label());
                assert!(right <= width, "{name:?} ends at {right} of {width}");
            }
        }
    }
}

/// Every stop of the Tab key has a name, and the way leads round.
#[test]
fn the_tab_key_goes_round() {
    let mut screen = gallery();
    let mut stops = Vec::new();
    for _ in 0..200 {
        screen.key_press(Key::Tab);
        screen.run();
        let name = focused(&screen).expect("a name");
        if stops.first() == Some(&name) {
            break;
        }
        stops.push(name);
    }
    for name in [
        "Record judgement",
        "+ condition",
        "Age",
        "Ideal",
        "Undo",
        "in place today",
    ] {
        let is_stop = stops.iter().any(|stop| stop == name);
        assert_eq!(is_stop, name != "Record judgement", "{name} in {stops:?}");
    }
    let panel = stops.iter().filter(|stop| stop.starts_with("The panel: "));
    assert_eq!(panel.count(), 1, "a row of answers is one stop");
}
