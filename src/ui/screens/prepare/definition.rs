//! What "ideal" means to this panel: the only gate to judging.

use eframe::egui::Ui;

use super::rail::Said;
use crate::ui::fields::Field;
use crate::ui::theme::{self, GAP_M};
use crate::ui::view::View;
use crate::ui::widgets::measure;

/// What "ideal" means.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.set_max_width(measure::reading_width(ui));
    ui.label(theme::reading(ui, "Before the first case, the panel agrees what “ideal” means to it: what a good place and good support would give a child, outside the limits of today’s system. Drafts can be entered before; nothing is recorded without it."));
    ui.add_space(GAP_M);
    view.text(ui, Field::Definition, "“Ideal”, as this panel agrees it", |field| {
        field.rows(6).placeholder("A place where the child is happy, safe and learning, close to home, with the support that …")
    });
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    match view.review.setup().definition {
        None => Said::open("to be agreed"),
        Some(_) => Said::nothing(),
    }
}
