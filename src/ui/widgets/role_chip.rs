//! A small chip that names somebody by what they are there as; never by name.

use eframe::egui::{
    Color32, Response, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, Vec2, WidgetInfo, vec2,
};

use crate::ui::theme::{GAP_L, GAP_S, Tokens};

/// Height of a chip. Points.
const HEIGHT: f32 = GAP_L;

/// Chips of several roles, in as many lines as they need.
pub fn role_chips<'a>(ui: &mut Ui, roles: impl IntoIterator<Item = &'a str>) {
    ui.scope(|ui| {
        // A line of chips is as high as a chip, not as a control.
        ui.spacing_mut().interact_size.y = HEIGHT;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(GAP_S);
            for role in roles {
                role_chip(ui, role);
            }
        });
    });
}

/// A chip with a role, e.g. "SENCO" or "the child’s own parent". It goes to the next line whole.
pub fn role_chip(ui: &mut Ui, role: &str) -> Response {
    let tokens = Tokens::of(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let text = ui
        .painter()
        .layout_no_wrap(role.to_owned(), font, Color32::PLACEHOLDER);
    let size = vec2(text.size().x + 2.0 * GAP_S, HEIGHT);
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
