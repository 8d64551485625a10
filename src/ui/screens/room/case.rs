//! The case: which child, where they are now, and who they are.

use eframe::egui::Ui;

use super::wall::{self, Columns};
use crate::review::case::Case;
use crate::ui::screens::review;
use crate::ui::view::View;

/// Shows it.
pub fn ui(ui: &mut Ui, columns: Columns, view: &View<'_>, case: &Case) {
    wall::title(ui, &review::title(case));
    columns.pair(ui, |ui| facts(ui, view, case), |ui| portrait(ui, case));
}

fn facts(ui: &mut Ui, view: &View<'_>, case: &Case) {
    let (file, unknown) = (&case.file, "not in this case file");
    let needs = review::needs(case).join("; ");
    let needs = if needs.is_empty() { unknown } else { &needs };
    wall::fact(ui, "Needs", needs);
    let now = view.review.setup().provision_name(&file.current_provision);
    wall::fact(ui, "Now in", now);
    let since = if file.plan_since.trim().is_empty() {
        unknown
    } else {
        file.plan_since.as_str()
    };
    wall::fact(ui, "Plan since", since);
}

fn portrait(ui: &mut Ui, case: &Case) {
    wall::section(ui, "About");
    let words = &case.file.pen_portrait;
    if words.says_something() {
        wall::text(ui, words);
    } else {
        wall::note(ui, "There is no pen portrait in this case file.");
    }
}
