//! Scrolling for people without a mouse: what gets the keyboard comes into sight, and a text with
//! nothing in it to press is paged by key.

use eframe::egui::{AsIdSalt, Id, Key, Modifiers, Popup, ScrollArea, Ui, vec2};

use super::field::stands_in;
use crate::ui::theme::{self, GAP_M};

/// Scrolls up and down and keeps its place under this name.
pub fn vertical<R>(ui: &mut Ui, name: impl AsIdSalt, show: impl FnOnce(&mut Ui) -> R) -> R {
    vertical_from(ui, name, None, show)
}

/// The same, set to this place now where there is one.
pub fn vertical_from<R>(
    ui: &mut Ui,
    name: impl AsIdSalt,
    from: Option<f32>,
    show: impl FnOnce(&mut Ui) -> R,
) -> R {
    let mut area = ScrollArea::vertical().id_salt(name).auto_shrink(false);
    if let Some(from) = from {
        area = area.vertical_scroll_offset(from);
    }
    area.show(ui, |ui| {
        let shown = show(ui);
        follow_focus(ui);
        shown
    })
    .inner
}

/// The same for what is read: Page Up and Down, Home and End go through it while nothing is typed.
pub fn paged<R>(ui: &mut Ui, name: impl AsIdSalt, show: impl FnOnce(&mut Ui) -> R) -> R {
    vertical(ui, name, |ui| {
        let shown = show(ui);
        by_page(ui);
        shown
    })
}

/// Brings what has just been given the keyboard into sight. To be called at the end of what
/// scrolls.
pub fn follow_focus(ui: &Ui) {
    let followed = ui.scope_id().with("followed focus");
    let here = focused_in(ui);
    let before = ui
        .data(|data| data.get_temp::<Option<Id>>(followed))
        .flatten();
    let now = here.map(|(id, _)| id);
    if now == before {
        return;
    }
    ui.data_mut(|data| data.insert_temp(followed, now));
    let by_mouse = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    if let Some((_, rect)) = here
        && !by_mouse
        && !ui.clip_rect().contains_rect(rect)
    {
        ui.scroll_to_rect(rect.expand(GAP_M), None);
    }
}

/// What has the keyboard, if it stands in what scrolls here, and where.
fn focused_in(ui: &Ui) -> Option<(Id, eframe::egui::Rect)> {
    let id = ui.memory(|memory| memory.focused())?;
    let control = ui.ctx().read_response(id)?;
    let rect = stands_in(ui, id).unwrap_or(control.rect);
    let inside = control.layer_id == ui.layer_id() && ui.min_rect().contains(rect.center());
    inside.then_some((id, rect))
}

fn by_page(ui: &Ui) {
    if ui.ctx().text_edit_focused() || Popup::is_any_open(ui.ctx()) {
        return;
    }
    // Two lines stay, so that the eye finds its place again.
    let page = ui.clip_rect().height() - 2.0 * theme::line_height(ui);
    let whole = ui.min_rect().height();
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let pages = pressed(Key::PageUp) as f32 - pressed(Key::PageDown) as f32;
    let ends = pressed(Key::Home) as f32 - pressed(Key::End) as f32;
    let by = pages * page + ends * whole;
    if by != 0.0 {
        ui.scroll_with_delta(vec2(0.0, by));
    }
}
