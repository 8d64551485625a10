//! How a figure came about, in place of the projection and beside the case: what it is, its
//! formula, and line by line what it was made of. What is a figure itself leads a step further,
//! down to what was entered.

mod crumbs;
mod figure;
mod lines;
mod offer;

use eframe::egui::{Align, Layout, TextStyle, Ui, vec2};

pub use offer::{how, in_one_text, note, offered};

use super::{SIDE_BY_SIDE, ragged};
use crate::projection::Explanation;
use crate::ui::asked::Ask;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_L, GAP_M, GAP_XS};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::link::link;
use crate::ui::widgets::measure::line_width;
use crate::ui::widgets::scroll;

/// Room for the ways back beside the trail. Points.
const WAYS_BACK: f32 = 160.0;

/// In the column at the side.
pub fn column(ui: &mut Ui, view: &mut View<'_>) {
    shown(ui, view, |ui, view, explanation| {
        figure::ui(ui, view, explanation);
        ui.add_space(GAP_M);
        lines::ui(ui, view, explanation);
        figure::about_the_range(ui, explanation);
        ui.add_space(GAP_M);
    });
}

/// Below the case, in narrow windows; side by side as far as there is room.
pub fn below(ui: &mut Ui, view: &mut View<'_>) {
    if ui.available_width() < SIDE_BY_SIDE {
        return column(ui, view);
    }
    shown(ui, view, |ui, view, explanation| {
        ui.spacing_mut().item_spacing.x = GAP_L;
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            ragged(left, |ui| {
                figure::ui(ui, view, explanation);
                figure::about_the_range(ui, explanation);
            });
            ragged(right, |ui| lines::ui(ui, view, explanation));
        });
    });
}

/// What it is about and the ways back stay; the rest scrolls, every figure in its own place.
fn shown(
    ui: &mut Ui,
    view: &mut View<'_>,
    show: impl FnOnce(&mut Ui, &mut View<'_>, &Explanation),
) {
    head(ui, view);
    let Some(figure) = view.place.asked.now().cloned() else {
        return;
    };
    match view.figures.explanation(&figure) {
        Some(explanation) => {
            // Asked anew it begins at its top; on the way back it stands where it was left.
            let anew = view.place.attend == Some(Spot::Explanation);
            let name = ("explained", figure);
            scroll::vertical_from(ui, name, anew.then_some(0.0), |ui| {
                // Room for the ring around the title.
                ui.add_space(GAP_XS);
                show(ui, view, &explanation);
            });
        }
        None => drop(ui.label(theme::note(ui, "being computed"))),
    }
    // What was left stands on a part of the list that is not drawn: the title will do.
    if view.place.attend == Some(Spot::Asked) {
        view.want(Intent::Attended);
    }
}

/// The ways back, and where on the trail this is: between them where there is room, else below.
fn head(ui: &mut Ui, view: &mut View<'_>) {
    let names = crumbs::names(view);
    let deep = names.len() > 1;
    let crumbs = line_width(ui, &names.join("  ›  "), &TextStyle::Small);
    let fits = crumbs + WAYS_BACK <= ui.available_width();
    let size = vec2(ui.available_width(), CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        if deep {
            if link(ui, "Back", TextStyle::Body).clicked() {
                view.ask(ui, Ask::Back);
            }
            if fits {
                ui.add_space(GAP_M);
                trail(ui, view, &names);
            }
        } else {
            ui.label(theme::note(ui, "How this came about"));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if link(ui, "Close", TextStyle::Body).clicked() {
                view.ask(ui, Ask::Close);
            }
        });
    });
    if deep && !fits {
        in_one_text(ui, |ui| trail(ui, view, &names));
    }
    ui.add_space(GAP_XS);
}

fn trail(ui: &mut Ui, view: &mut View<'_>, names: &[String]) {
    for (at, name) in names.iter().enumerate() {
        if at + 1 == names.len() {
            ui.label(theme::note(ui, name));
        } else {
            if link(ui, name, TextStyle::Small).clicked() {
                view.ask(ui, Ask::BackTo(at));
            }
            ui.label(theme::note(ui, "›"));
        }
    }
}
