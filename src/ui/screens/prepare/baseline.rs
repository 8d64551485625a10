//! The council's baseline: costs, grant and timing on the current course, which is drawn beside
//! them.

mod figures;
mod inputs;

use eframe::egui::{Id, Rect, Ui, UiBuilder, pos2, vec2};

use super::figures::{cover, forecast};
use super::provisions::lacking;
use super::said::Said;
use crate::ui::theme::{GAP_L, GAP_M, GAP_S};
use crate::ui::view::View;

/// From this width on the current course stands beside the inputs. Points.
const BESIDE: f32 = 900.0;
/// How much of the width the inputs take then.
const INPUTS: f32 = 0.53;

/// Shows the page.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    if !cover::uncovered(ui, view) {
        return;
    }
    if view.may_change() {
        cover::import(ui, view);
    }
    if ui.available_width() >= BESIDE {
        beside(ui, view);
    } else {
        inputs::course(ui, view);
        forecast::ui(ui, view);
        ui.add_space(GAP_L);
        inputs::scenarios(ui, view);
    }
}

/// Inputs on the left; what they come to on the right, where it stays in sight while they scroll.
fn beside(ui: &mut Ui, view: &mut View<'_>) {
    let area = ui.available_rect_before_wrap();
    let left = (area.width() * INPUTS).min(640.0);
    let inputs = ui.scope(|ui| {
        ui.set_max_width(left);
        inputs::course(ui, view);
        inputs::scenarios(ui, view);
    });
    let inputs = inputs.response.rect;
    let id = ui.scope_id().with("height of the current course");
    let height: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
    let top = stays_at(ui.clip_rect(), area.top(), inputs.bottom(), height);
    let at = pos2(area.left() + left + GAP_L, top);
    let room = vec2((area.right() - at.x).min(640.0), f32::INFINITY);
    let mut course = ui.new_child(
        UiBuilder::new()
            .id_salt("current course")
            .max_rect(Rect::from_min_size(at, room)),
    );
    forecast::ui(&mut course, view);
    let drawn = course.min_rect();
    note_height(ui, id, drawn.height());
    let missing = (drawn.bottom() - inputs.bottom()).max(0.0);
    ui.add_space(missing);
}

fn note_height(ui: &Ui, id: Id, height: f32) {
    ui.data_mut(|data| data.insert_temp(id, height));
}

/// The top of what stays in sight beside something that scrolls: never above its own top nor below
/// the other's end, and at its own top where it is too high to be seen whole.
fn stays_at(seen: Rect, top: f32, end: f32, height: f32) -> f32 {
    if height + GAP_M > seen.height() {
        return top;
    }
    (seen.top() + GAP_S).min(end - height).max(top)
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    let baseline = &view.review.setup().baseline;
    if baseline.allocation.get() == 0.0 {
        return Said::open("no allocation yet");
    }
    match baseline.without_source().count() {
        0 => Said::done("every figure with its source"),
        n => Said::open(&lacking(n)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_in_sight_keeps_within_its_bounds() {
        let seen = |top| Rect::from_min_size(pos2(0.0, top), vec2(100.0, 600.0));
        assert_eq!(stays_at(seen(100.0), 150.0, 2_000.0, 500.0), 150.0);
        let scrolled = stays_at(seen(100.0), -400.0, 1_600.0, 500.0);
        assert_eq!(scrolled, 100.0 + GAP_S);
        assert_eq!(stays_at(seen(100.0), -1_500.0, 500.0, 500.0), 0.0);
        assert_eq!(stays_at(seen(100.0), -400.0, 1_600.0, 700.0), -400.0);
    }
}
