//! The foot of room view: the same moves as the keys make, by name, for whoever has the mouse.
//! Quiet, so that nobody looks at it who does not look for it.

use eframe::egui::{Align, Button, Layout, Response, RichText, Ui};

use crate::ui::actions::{self, Action};
use crate::ui::intent::Intent;
use crate::ui::scene::{Move, Scene};
use crate::ui::theme::{self, Tokens};
use crate::ui::view::View;

/// Below this width (points) the scenes go by their numbers.
const NARROW: f32 = 1200.0;

/// Below this width (points) the way to other cases stands in a line of its own.
const IN_ONE_LINE: f32 = 780.0;

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, scene: Scene) {
    let narrow = ui.available_width() < NARROW;
    let in_two_lines = ui.available_width() < IN_ONE_LINE;
    ui.horizontal_wrapped(|ui| {
        step(ui, view, "Previous", Move::Back, scene.back().is_some());
        for to in Scene::ALL {
            let name = format!("{}. {}", to.number(), to.label());
            let number = to.number().to_string();
            let shown = if narrow { &number } else { &name };
            let response = quiet(ui, shown, to == scene, true);
            let response = if narrow {
                response.on_hover_text(to.label())
            } else {
                response
            };
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_label(name));
            if response.clicked() {
                view.want(Intent::Room(Move::To(to)));
            }
        }
        step(ui, view, "Next", Move::On, scene.on().is_some());
        if !in_two_lines {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                elsewhere(ui, view)
            });
        }
    });
    if in_two_lines {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            elsewhere(ui, view)
        });
    }
}

/// Out of room view, and to other cases; from right to left.
fn elsewhere(ui: &mut Ui, view: &mut View<'_>) {
    let leave = quiet(ui, "Leave room view", false, true);
    if leave.on_hover_text("Esc").clicked() {
        view.want(Intent::Room(Move::Leave));
    }
    for action in [Action::NextCase, Action::PreviousCase] {
        to_case(ui, view, action);
    }
}

fn step(ui: &mut Ui, view: &mut View<'_>, text: &str, to: Move, enabled: bool) {
    if quiet(ui, text, false, enabled).clicked() {
        view.want(Intent::Room(to));
    }
}

fn to_case(ui: &mut Ui, view: &mut View<'_>, action: Action) {
    let Some(entry) = actions::entry(action) else {
        return;
    };
    let mut response = quiet(ui, entry.text, false, true);
    if let Some(keys) = &entry.shortcut {
        response = response.on_hover_text(ui.ctx().format_shortcut(keys));
    }
    if response.clicked() {
        view.want(Intent::Do(action));
    }
}

/// A small muted button without a frame; the one for what is on the wall stands out.
fn quiet(ui: &mut Ui, text: &str, here: bool, enabled: bool) -> Response {
    let tokens = Tokens::of(ui);
    let text = if here {
        RichText::new(text)
            .text_style(theme::strong())
            .color(tokens.ink)
    } else {
        RichText::new(text).color(tokens.ink_muted)
    };
    let button = Button::selectable(here, text);
    ui.add_enabled(enabled, button)
}
