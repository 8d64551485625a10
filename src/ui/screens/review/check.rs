//! Checking: the judgement as it is read aloud, and what it does to the projection.

use eframe::egui::Ui;

use crate::review::case::Case;
use crate::review::paragraph;
use crate::ui::view::View;

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let words = paragraph::aloud(case, view.review.setup());
    ui.label(words.unwrap_or_else(|| "Not recorded yet".to_owned()));
}
