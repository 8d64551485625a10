//! Who chose the cases, and how.

use eframe::egui::Ui;

use super::rail::Said;
use crate::review::setup::SelectionMethod;
use crate::ui::edits::SetupChange;
use crate::ui::fields::Field;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_M};
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::measure;

/// Who chose the cases, and how.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let kept = view.review.setup().selection.clone();
    let mut method = Some(kept.method);
    ui.set_max_width(measure::reading_width(ui));
    view.changeable(ui, |ui| {
        Select::new("How were the cases chosen?", "selection").show(
            ui,
            &mut method,
            &SelectionMethod::ALL,
            |method| method.label().to_owned(),
        );
    });
    if let Some(method) = method.filter(|method| *method != kept.method) {
        view.want(Intent::EditSetup(SetupChange::Method(method)));
    }
    let means = if kept.method.is_random() {
        "The ranges cover what chance does in such a sample, about nine times in ten at best."
    } else {
        "The ranges cover chance alone, and only for cases drawn at random. For these cases the real uncertainty is wider; every figure says so."
    };
    ui.label(theme::note(ui, means));
    ui.add_space(GAP_M);
    view.text(
        ui,
        Field::SelectionAccount,
        "Who chose them, from which list, what was left out",
        |field| field.rows(4),
    );
}

/// What the list of pages says of this one.
pub fn said(_view: &View<'_>) -> Said {
    Said::nothing()
}
