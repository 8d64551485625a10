//! Headings that a screen reader can jump between.

use eframe::egui::accesskit::Role;
use eframe::egui::{Label, Response, RichText, TextStyle, Ui};

use crate::ui::theme;

/// The one heading of a page (level 1, 26 bold).
pub fn page(ui: &mut Ui, text: &str) -> Response {
    heading(ui, text, TextStyle::Heading, 1)
}

/// The heading of a section (level 2, 19 bold).
pub fn section(ui: &mut Ui, text: &str) -> Response {
    heading(ui, text, theme::section(), 2)
}

/// The heading of a group within a section (level 3, 16 bold).
pub fn group(ui: &mut Ui, text: &str) -> Response {
    heading(ui, text, theme::strong(), 3)
}

/// A heading of this level in a style of its own, as room view has them.
pub fn heading(ui: &mut Ui, text: &str, style: TextStyle, level: usize) -> Response {
    let response = ui.add(Label::new(RichText::new(text).text_style(style)).wrap());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        node.set_label(text);
    });
    response
}
