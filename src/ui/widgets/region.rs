//! The parts of a screen: each is a landmark for screen readers, and a place that the keyboard goes
//! to with one key (F6), to what it had there last or else to the first control.

use eframe::egui::accesskit::Role;
use eframe::egui::{Context, FocusDirection, Id, Rect, Ui, UiBuilder};

use super::access;

/// A part of a screen, in the order in which the keyboard goes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The bar on top.
    Top,
    /// What is told or asked below it.
    Told,
    /// The list at the side: cases, or pages.
    List,
    /// What the screen is about.
    Main,
    /// The projection.
    Projection,
    /// The foot.
    Foot,
}

/// What is remembered of the parts from pass to pass.
#[derive(Clone, Debug, Default)]
struct Parts {
    /// Those on the screen, each with the pass in which it was there last.
    seen: Vec<(Part, u64)>,
    /// What had the keyboard when it was last looked at.
    focused: Option<Id>,
    /// The part that it is in.
    here: Option<Part>,
    /// What had the keyboard last in each part.
    last: Vec<(Part, Id)>,
    /// Where the keyboard is to go.
    going: Option<Part>,
}

fn id() -> Id {
    Id::unique("parts of the screen")
}

fn change<R>(ctx: &Context, change: impl FnOnce(&mut Parts) -> R) -> R {
    ctx.data_mut(|data| change(data.get_temp_mut_or_default(id())))
}

/// The keyboard goes to the next part that is on the screen, or to the one before.
pub fn go(ctx: &Context, back: bool) {
    let now = ctx.cumulative_pass_nr();
    let nothing = ctx.memory(|memory| memory.focused().is_none());
    change(ctx, |parts| {
        parts.seen.retain(|(_, pass)| pass + 2 > now);
        parts.seen.sort_unstable();
        let here = parts.here.filter(|_| !nothing);
        let from = parts.going.or(here);
        let mut seen = parts.seen.iter().map(|(part, _)| *part);
        let next = match (from, back) {
            (Some(from), false) => seen.clone().find(|part| *part > from),
            (Some(from), true) => seen.clone().rfind(|part| *part < from),
            (None, _) => None,
        };
        parts.going = next.or_else(|| if back { seen.next_back() } else { seen.next() });
    });
    ctx.request_repaint();
}

/// Shows a part of a screen under this name.
pub fn region<R>(ui: &mut Ui, part: Part, name: &str, show: impl FnOnce(&mut Ui) -> R) -> R {
    let landmark = UiBuilder::new()
        .accessibility_role(Role::Region)
        .accessibility_label(name);
    let shown = ui.scope_builder(landmark, |ui| {
        arrive(ui, part);
        show(ui)
    });
    access::bounds(ui, &shown.response);
    let room = shown.response.rect.intersect(ui.clip_rect());
    notice(ui, part, room);
    shown.inner
}

/// Gives the keyboard to what had it here last, or else to the first control that follows.
fn arrive(ui: &Ui, part: Part) {
    if ui.memory(|memory| memory.top_modal_layer().is_some()) {
        // What lies over the screen keeps the keyboard until it is gone.
        return;
    }
    let last = change(ui.ctx(), |parts| {
        if parts.going != Some(part) {
            return None;
        }
        parts.going = None;
        let last = parts.last.iter().find(|(of, _)| *of == part);
        Some(last.map(|(_, id)| *id))
    });
    let Some(last) = last else { return };
    let last = last.filter(|id| {
        let control = ui.ctx().read_response(*id);
        control.is_some_and(|control| control.enabled())
    });
    if let Some(last) = last {
        ui.memory_mut(|memory| memory.request_focus(last));
        return;
    }
    // As if the keyboard were just before the part and somebody pressed Tab.
    let before = ui.scope_id().with("before the first control");
    ui.memory_mut(|memory| {
        memory.request_focus(before);
        memory.move_focus(FocusDirection::Next);
        memory.interested_in_focus(before, ui.layer_id());
    });
}

/// Remembers what has come to have the keyboard here.
fn notice(ui: &Ui, part: Part, room: Rect) {
    let now = ui.ctx().cumulative_pass_nr();
    let focused = ui.memory(|memory| memory.focused());
    let is_here = focused.is_some_and(|id| {
        let control = ui.ctx().read_response(id);
        control.is_some_and(|control| {
            control.layer_id == ui.layer_id() && room.contains(control.interact_rect.center())
        })
    });
    change(ui.ctx(), |parts| {
        parts.seen.retain(|(of, _)| *of != part);
        parts.seen.push((part, now));
        let Some(id) = focused.filter(|id| is_here && parts.focused != Some(*id)) else {
            return;
        };
        parts.focused = Some(id);
        parts.here = Some(part);
        parts.last.retain(|(of, _)| *of != part);
        parts.last.push((part, id));
    });
}
