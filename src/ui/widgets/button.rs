//! Buttons beyond egui's own: the one primary button of a screen, and the quiet one.

use eframe::egui::{Button, Response, RichText, Stroke, StrokeKind, Ui};

use crate::ui::theme::{FOCUS_WIDTH, Tokens, strong};

/// The one button a screen leads to, filled with the accent. Disabled where it cannot be pressed
/// yet; say beside it why. Text: a verb first ("Record judgement").
pub fn primary(ui: &mut Ui, text: &str, enabled: bool) -> Response {
    let tokens = Tokens::of(ui);
    let text = RichText::new(text)
        .text_style(strong())
        .color(tokens.on_accent);
    let button = Button::new(text).fill(tokens.accent).stroke(Stroke::NONE);
    let response = ui.add_enabled(enabled, button);
    if response.has_focus() {
        // A ring in the fill's own colour would not be seen: it stands off by its width.
        ui.painter().rect_stroke(
            response.rect.expand(FOCUS_WIDTH),
            6.0,
            Stroke::new(FOCUS_WIDTH, tokens.ink),
            StrokeKind::Outside,
        );
    }
    response
}

/// A button without a frame, for what is offered and seldom wanted ("+ condition").
pub fn quiet(ui: &mut Ui, text: &str) -> Response {
    let tokens = Tokens::of(ui);
    let text = RichText::new(text).color(tokens.accent);
    ui.add(Button::new(text).frame_when_inactive(false))
}
