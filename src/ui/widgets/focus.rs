//! The ring around what has the keyboard, where egui's own would not be seen.

use eframe::egui::{CornerRadius, Painter, Rect, Stroke, StrokeKind};

use crate::ui::theme::{FOCUS_WIDTH, Tokens};

/// A ring that stands off a fill of any colour: paper between, ink around.
pub fn ring(painter: &Painter, rect: Rect, corners: CornerRadius, tokens: &Tokens) {
    let gap = Stroke::new(1.0, tokens.paper);
    painter.rect_stroke(rect, corners, gap, StrokeKind::Outside);
    painter.rect_stroke(
        rect.expand(1.0),
        corners + CornerRadius::same(1),
        Stroke::new(FOCUS_WIDTH, tokens.ink),
        StrokeKind::Outside,
    );
}
