//! Parents first: who has been heard before the workshop, and what was tried for the others.

use eframe::egui::Ui;

use super::rail::Said;
use crate::ui::view::View;

/// Shows the page.
pub fn ui(_ui: &mut Ui, _view: &mut View<'_>) {}

/// What the list of pages says of this one.
pub fn said(_view: &View<'_>) -> Said {
    Said::nothing()
}
