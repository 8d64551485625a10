//! What has the keyboard: the ring around it where egui's own would not be seen, and where it goes back to.

use eframe::egui::{ComboBox, CornerRadius, Painter, Rect, Response, Stroke, StrokeKind, Ui};

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

/// Gives the keyboard back to a list's box when its list has been closed by key: by choosing, or by
/// Escape.
pub fn back_from_list(ui: &Ui, list: &Response) {
    let id = list.id.with("was open");
    let open = ComboBox::is_open(ui.ctx(), list.id);
    let before = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    if before == open {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, open));
    let by_mouse = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    if before && !by_mouse {
        list.request_focus();
    }
}

/// Gives a control the keyboard when it comes onto the screen, and never again while it is there.
/// Whether it has just come.
pub fn once(ui: &Ui, control: &Response) -> bool {
    let id = control.id.with("shown in pass");
    let now = ui.ctx().cumulative_pass_nr();
    let before: Option<u64> = ui.data(|data| data.get_temp(id));
    ui.data_mut(|data| data.insert_temp(id, now));
    let comes = before.is_none_or(|before| before + 1 < now);
    if comes {
        control.request_focus();
    }
    comes
}
