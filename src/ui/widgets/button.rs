//! Buttons beyond egui's own: the one primary button of a screen, and the quiet one.

use eframe::egui::{Button, CornerRadius, Response, RichText, Stroke, Ui, vec2};

use super::{focus, marks};
use crate::ui::theme::{GAP_M, RADIUS, Tokens, strong};

/// The one button a screen leads to, filled with the accent. Disabled where it cannot be pressed
/// yet; say beside it why. Text: a verb first ("Record judgement").
pub fn primary(ui: &mut Ui, text: &str, enabled: bool) -> Response {
    let tokens = Tokens::of(ui);
    let (fill, words, edge) = if enabled {
        let edge = Stroke::new(1.0, tokens.accent);
        (tokens.accent, tokens.on_accent, edge)
    } else {
        let edge = Stroke::new(1.0, tokens.hairline);
        (tokens.recessed, tokens.ink_muted, edge)
    };
    let text = RichText::new(text).text_style(strong()).color(words);
    let button = Button::new(text).fill(fill).stroke(edge);
    let response = ui
        .add_enabled_ui(enabled, |ui| {
            // Not faded: what the screen leads to can be read before it can be pressed.
            ui.set_opacity(1.0);
            ui.add(button)
        })
        .inner;
    if response.hovered() {
        let shade = tokens.ink.gamma_multiply(0.15);
        ui.painter().rect_filled(response.rect, RADIUS, shade);
    }
    if response.has_focus() {
        let corners = CornerRadius::same(RADIUS);
        focus::ring(ui.painter(), response.rect, corners, tokens);
    }
    response
}

/// A quiet button that unfolds what stands below it, with an arrow that says whether it has.
pub fn folding(ui: &mut Ui, text: &str, open: bool) -> Response {
    let arrow = vec2(GAP_M, 0.0);
    let text = RichText::new(text).text_style(strong());
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding.x += arrow.x;
            ui.add(Button::new(text).frame_when_inactive(false))
        })
        .inner;
    let centre = response.rect.left_center() + arrow * 0.75;
    marks::paint_fold(ui.painter(), centre, open, Tokens::of(ui).ink_muted);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(open));
    response
}

/// A button without a frame, for what is offered and seldom wanted ("+ condition").
pub fn quiet(ui: &mut Ui, text: &str) -> Response {
    let tokens = Tokens::of(ui);
    let text = RichText::new(text).color(tokens.accent);
    ui.add(Button::new(text).frame_when_inactive(false))
}
