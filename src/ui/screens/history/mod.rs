//! What happened to the review. Whoever opens it wants to know first whether anything has been
//! changed since the meeting, then when each case was judged, and with what on the screen, then
//! what exactly happened to one case; it stands in this order.

mod compare;
mod entries;
mod judged;
mod row;
mod seal;
mod sealing;
mod verdict;

use eframe::egui::{CentralPanel, Frame, Margin, Ui};

use crate::ui::theme::{GAP_L, GAP_M, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::region::{Part, region};
use crate::ui::widgets::scroll;

/// The page is no wider than this. Points.
const WIDEST: f32 = 1400.0;

/// Shows the screen.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let frame = Frame::new()
        .fill(Tokens::of(ui).paper)
        .inner_margin(Margin::symmetric(24, 0));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        region(ui, Part::Main, "History and seal", |ui| page(ui, view));
    });
}

fn page(ui: &mut Ui, view: &mut View<'_>) {
    scroll::paged(ui, "history", |ui| {
        let width = WIDEST.min(ui.available_width());
        ui.set_max_width(width);
        ui.add_space(GAP_M);
        verdict::ui(ui, view);
        ui.add_space(GAP_M);
        seal::ui(ui, view);
        ui.add_space(GAP_M);
        entries::ui(ui, view);
        ui.add_space(GAP_L);
    });
}
