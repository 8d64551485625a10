//! A list of points: each with its mark in a column of its own, so that long ones hang below their
//! first word.

use eframe::egui::{Label, Ui};

use crate::ui::theme::{self, GAP_S};

/// Shows the points, one below the other.
pub fn points<T: AsRef<str>>(ui: &mut Ui, points: impl IntoIterator<Item = T>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for point in points {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP_S;
                ui.label(theme::reading(ui, "•"));
                ui.add(Label::new(theme::reading(ui, point.as_ref())).wrap());
            });
        }
    });
}
