//! A small chip that names somebody by what they are there as; never by name.

use eframe::egui::{
    Color32, Response, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, vec2,
};

use crate::ui::theme::{GAP_S, Tokens};

/// A chip with a role, e.g. "SENCO" or "the child’s own parent". It goes to the next line whole.
pub fn role_chip(ui: &mut Ui, role: &str) -> Response {
    let tokens = Tokens::of(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let text = ui
        .painter()
        .layout_no_wrap(role.to_owned(), font, Color32::PLACEHOLDER);
    let size = vec2(text.size().x + 2.0 * GAP_S, GAP_S * 3.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, role));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let edge = Stroke::new(1.0, tokens.hairline);
        let rounding = rect.height() / 2.0;
        painter.rect(rect, rounding, tokens.raised, edge, StrokeKind::Inside);
        let at = rect.center() - text.size() / 2.0;
        painter.galley(at, text, tokens.ink);
    }
    response
}
