//! What "ideal" means to this panel, a page for the room: everybody's words, what recurs in them,
//! and the words that the panel agrees. The agreed words are the only gate to judging.

mod agree;
mod gather;
mod picture;

use eframe::egui::{Align, Frame, Label, Layout, Margin, Ui, vec2};

use super::said::Said;
use crate::review::panel::Member;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_XL, RADIUS, Tokens};
use crate::ui::view::View;

/// The least width of the room for the words with the picture beside them. Points.
const BESIDE: f32 = 860.0;

/// What "ideal" means.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let agreed = view.review.setup().definition.is_some();
    if agreed {
        agree::agreed(ui, view);
        ui.add_space(GAP_L);
    } else {
        reminder(ui);
        ui.add_space(GAP_M);
    }
    let width = ui.available_width();
    if width >= BESIDE {
        let each = ((width - GAP_XL) / 2.0).min(620.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_XL;
            let layout = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(each, 0.0), layout, |ui| {
                ui.set_width(each);
                gather::ui(ui, view);
            });
            ui.allocate_ui_with_layout(vec2(each, 0.0), layout, |ui| {
                ui.set_width(each);
                picture::ui(ui, view);
            });
        });
    } else {
        gather::ui(ui, view);
        ui.add_space(GAP_L);
        picture::ui(ui, view);
    }
    ui.add_space(GAP_L);
    let changing = view.review.setup().proposed.is_some();
    if view.may_change() && (!agreed || changing) {
        agree::form(ui, view);
    } else if changing {
        agree::proposed_only(ui, view);
    }
}

/// What everybody is asked to bear in mind, readable from the back of the room.
fn reminder(ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    Frame::new()
        .fill(tokens.accent_soft)
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let text = "Think outside the limits of today’s system: what would be good for the child, not what there is, what it costs or what can be had.";
            let text = theme::reading_in(ui, text, theme::wall_note());
            ui.add(Label::new(text).wrap());
        });
}

/// What a member is called: "SENCO, primary".
pub fn called(member: &Member) -> String {
    let role = member.role.label();
    let detail = member.detail.trim();
    if detail.is_empty() {
        role.to_owned()
    } else {
        format!("{role}, {detail}")
    }
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    let setup = view.review.setup();
    let spoken = setup.ideal_words.len();
    match (&setup.definition, &setup.proposed) {
        (Some(agreed), _) => {
            let on = agreed
                .agreed_on
                .map(|on| format!(" {}", on.day_and_month()));
            Said::done(&format!("agreed{}", on.unwrap_or_default()))
        }
        (None, Some(_)) => Said::open("words there, not agreed yet"),
        (None, None) if spoken > 0 => Said::open("being gathered"),
        (None, None) => Said::open("not yet"),
    }
}
