//! A list and what is chosen in it: side by side where there is room, else below each other.

use eframe::egui::{Rect, Ui, UiBuilder, pos2, vec2};

use super::page;
use crate::ui::theme::{GAP_L, GAP_M};
use crate::ui::view::View;
use crate::ui::widgets::scroll;

/// From this width on they stand side by side. Points.
const ABREAST: f32 = 800.0;
/// Width of the list then. Points.
const LIST: f32 = 340.0;
/// Height of the list where it stands above. Points.
const ABOVE: f32 = 236.0;

/// Shows both. `name` tells what scrolls here from what scrolls elsewhere; what is chosen begins at
/// its top when `chosen` is another one.
pub fn ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    (name, chosen): (&str, &str),
    list: impl FnOnce(&mut Ui, &mut View<'_>),
    shown: impl FnOnce(&mut Ui, &mut View<'_>),
) {
    let room = ui.available_rect_before_wrap();
    if page::is_low(ui) {
        both(ui, view, list, shown);
        return;
    }
    if room.width() < ABREAST {
        scroll::vertical(ui, (name, "both"), |ui| both(ui, view, list, shown));
        return;
    }
    let edge = room.left() + LIST;
    let left = Rect::from_min_max(room.min, pos2(edge, room.bottom()));
    let right = Rect::from_min_max(pos2(edge + GAP_L, room.top()), room.max);
    within(ui, left, |ui| list(ui, view));
    within(ui, right, |ui| {
        scroll::vertical(ui, (name, chosen), |ui| {
            shown(ui, view);
            ui.add_space(GAP_L);
        });
    });
    ui.advance_cursor_after_rect(room);
}

/// Below each other.
fn both(
    ui: &mut Ui,
    view: &mut View<'_>,
    list: impl FnOnce(&mut Ui, &mut View<'_>),
    shown: impl FnOnce(&mut Ui, &mut View<'_>),
) {
    let size = vec2(ui.available_width(), ABOVE);
    let above = Rect::from_min_size(ui.cursor().min, size);
    within(ui, above, |ui| list(ui, view));
    ui.advance_cursor_after_rect(above);
    ui.add_space(GAP_M);
    ui.separator();
    ui.add_space(GAP_M);
    shown(ui, view);
    ui.add_space(GAP_L);
}

fn within(ui: &mut Ui, room: Rect, show: impl FnOnce(&mut Ui)) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(room));
    child.set_width(room.width());
    show(&mut child);
}
