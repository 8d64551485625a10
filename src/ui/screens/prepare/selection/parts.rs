//! What the helper that draws cases is built from: a number in words, and a small field.

use eframe::egui::Ui;

use crate::review::text::grouped;
use crate::ui::drawing::{Change, Drawing, Number};
use crate::ui::intent::Intent;
use crate::ui::view::View;
use crate::ui::widgets::field::Field;

/// "12,480".
pub fn number(n: u64) -> String {
    grouped(&n.to_string())
}

/// One of the small fields.
pub fn small(ui: &mut Ui, view: &mut View<'_>, drawing: &Drawing, number: Number, label: &str) {
    let mut text = drawing.number(number).to_owned();
    let field = Field::new(label, number)
        .width(180.0)
        .error(drawing.wrong(number))
        .keep_line();
    if field.show(ui, &mut text).changed() {
        view.want(Intent::Draw(Change::Number(number, text)));
    }
}
