//! A small chip that names somebody by what they are there as; never by name.

use eframe::egui::{Frame, Margin, Response, RichText, Stroke, Ui};

use crate::ui::theme::Tokens;

/// A chip with a role, e.g. "SENCO" or "the child’s own parent".
pub fn role_chip(ui: &mut Ui, role: &str) -> Response {
    let tokens = Tokens::of(ui);
    Frame::new()
        .stroke(Stroke::new(1.0, tokens.hairline))
        .fill(tokens.raised)
        .corner_radius(11)
        .inner_margin(Margin::symmetric(8, 1))
        .show(ui, |ui| {
            ui.label(RichText::new(role).small().color(tokens.ink))
        })
        .inner
}
