//! A key cap: the key that stands for a rating, as it is printed on the keyboard.

use eframe::egui::{Align2, Color32, Painter, Pos2, Rect, Ui, vec2};

use crate::ui::theme::{self, RADIUS};

/// How wide and high a cap is. Points.
pub const SIZE: f32 = 24.0;

/// Paints a cap around a point.
pub fn paint(ui: &Ui, painter: &Painter, centre: Pos2, key: char, [fill, ink]: [Color32; 2]) {
    let rect = Rect::from_center_size(centre, vec2(SIZE, SIZE));
    painter.rect_filled(rect, RADIUS, fill);
    let font = theme::strong().resolve(ui.style());
    painter.text(centre, Align2::CENTER_CENTER, label(key), font, ink);
}

/// As it stands on the cap.
pub fn label(key: char) -> String {
    match key {
        '-' => "–".to_owned(),
        key => key.to_uppercase().to_string(),
    }
}
