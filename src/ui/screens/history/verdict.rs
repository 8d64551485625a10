//! The verdict: one large sentence.

use eframe::egui::Ui;

use crate::ui::view::View;
use crate::ui::widgets::heading;

/// Shows it.
pub fn ui(ui: &mut Ui, _view: &mut View<'_>) {
    heading::page(ui, "Not sealed");
}
