//! What a screen reader is told beyond what egui tells it.

use eframe::egui::accesskit::Rect;
use eframe::egui::{Response, Ui};

/// Another name for screen readers than what is written on it, where several on one screen are
/// written alike ("Take out"). It must hold the words that are seen.
pub fn name(ui: &Ui, response: &Response, name: impl Into<String>) {
    let name = name.into();
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
}

/// Where a group is. egui tells it of controls and labels alone.
pub fn bounds(ui: &Ui, group: &Response) {
    let rect = group.rect;
    let bounds = Rect {
        x0: rect.left().into(),
        y0: rect.top().into(),
        x1: rect.right().into(),
        y1: rect.bottom().into(),
    };
    ui.ctx()
        .accesskit_node_builder(group.id, |node| node.set_bounds(bounds));
}
