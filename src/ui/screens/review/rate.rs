//! Rating: each member's own first view, before the discussion.

use eframe::egui::Ui;

use super::record;
use crate::review::case::Case;
use crate::ui::view::View;

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    record::first_ratings(ui, view.review.setup(), case);
}
