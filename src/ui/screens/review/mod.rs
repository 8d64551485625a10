//! The cases, one by one: the list, the case with panel and parent side by side, and the
//! projection beside them.

mod case;
mod case_menu;
mod check;
mod extras;
mod footer;
mod judge;
mod law;
mod list;
mod missing;
mod notes;
mod pace;
mod panel;
mod parent;
pub(super) mod presence;
mod projection;
mod rate;
mod read;
mod record;
mod side;
mod steps;

pub(super) use case::{needs, title};
pub(super) use parent::{alone as parents_form, besides_said};
pub(super) use read::attribution;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use crate::review::case::Case;
use crate::ui::intent::{Intent, PrepareTab, Screen};
use crate::ui::scene::Step;
use crate::ui::theme::Tokens;
use crate::ui::view::View;
use crate::ui::widgets::region::{Part, region};
use crate::ui::widgets::{button, heading, measure, scroll};

/// Below this width (points) the projection stands in one line at the bottom.
const NARROW: f32 = 1100.0;

/// From this width on (points) the projection has more room.
const WIDE: f32 = 1600.0;

/// A lower window (points) has no room for the case and what is asked about it side by side.
const LOW: f32 = 480.0;

/// Shows the screen.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let tokens = Tokens::of(ui);
    let narrow = ui.available_width() < NARROW;
    let wide = ui.available_width() >= WIDE;
    let side = Frame::new()
        .fill(tokens.recessed)
        .inner_margin(Margin::symmetric(12, 12));
    if view.review.cases().len() == 0 {
        CentralPanel::default().show(ui, |ui| {
            region(ui, Part::Main, "Case", |ui| empty(ui, view));
        });
        return;
    }
    // Borrowed from the review, not from the view: nothing is copied in a frame.
    let review = view.review;
    let selected = view.place.case.as_ref().and_then(|id| review.case(id));
    let money = view.money_visible(selected);
    Panel::left("cases")
        .exact_size(if narrow { 164.0 } else { 216.0 })
        .resizable(false)
        .frame(side)
        .show(ui, |ui| {
            region(ui, Part::List, "Cases", |ui| list::ui(ui, view));
        });
    Panel::bottom("footer")
        .frame(
            Frame::new()
                .fill(tokens.paper)
                .inner_margin(Margin::symmetric(16, 8)),
        )
        .show(ui, |ui| {
            region(ui, Part::Foot, "What comes next", |ui| {
                if narrow && money {
                    projection::line(ui, view);
                }
                if let Some(case) = selected {
                    footer::ui(ui, view, case);
                }
            });
        });
    let asked = view.place.asked.is_open();
    if money && narrow && (view.place.projection_opened || asked) {
        let whole = ui.available_height();
        // What was asked for comes first where there is little of it.
        let share = if asked && whole < LOW { 0.75 } else { 0.5 };
        let height = whole * share;
        Panel::bottom("projection below")
            .exact_size(height)
            .resizable(false)
            .frame(side)
            .show(ui, |ui| {
                region(ui, Part::Projection, "Projection", |ui| match asked {
                    true => projection::explained::below(ui, view),
                    false => scrolled(ui, |ui| projection::below(ui, view)),
                });
            });
    }
    if money && !narrow && !view.place.projection_folded {
        Panel::right("projection")
            .exact_size(if wide { 328.0 } else { 276.0 })
            .resizable(false)
            .frame(side)
            .show(ui, |ui| {
                region(ui, Part::Projection, "Projection", |ui| match asked {
                    true => projection::explained::column(ui, view),
                    false => scrolled(ui, |ui| projection::column(ui, view)),
                });
            });
    }
    CentralPanel::default()
        .frame(
            Frame::new()
                .fill(tokens.paper)
                .inner_margin(Margin::symmetric(if narrow { 12 } else { 20 }, 12)),
        )
        .show(ui, |ui| {
            region(ui, Part::Main, "Case", |ui| match selected {
                Some(case) => one_case(ui, view, case),
                None => {
                    heading::page(ui, "Choose a case on the left");
                }
            });
        });
}

/// The projection with all it has to say, at the side or below.
fn scrolled(ui: &mut Ui, projection: impl FnOnce(&mut Ui)) {
    scroll::vertical(ui, "projection", projection);
}

fn one_case(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    case::header(ui, view, case);
    case_menu::says(ui, view, case);
    ui.separator();
    // Every case and step keeps its own place in its own scroll.
    scroll::paged(ui, (case.id(), view.place.step), |ui| {
        match view.place.step {
            Step::Read => read::ui(ui, view, case),
            Step::Rate => rate::ui(ui, view, case),
            Step::Check => check::ui(ui, view, case),
            Step::Judge if view.may_change() => judge::ui(ui, view, case),
            // Nothing is offered that would be refused.
            Step::Judge => record::ui(ui, view, case),
        }
        notes::ui(ui, view, case);
        ui.add_space(24.0);
    });
}

fn empty(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(48.0);
    ui.set_max_width(measure::reading_width(ui));
    heading::page(ui, "No cases yet");
    ui.label("Import case files from a table, or type the first one. Each describes a child by number and circumstances, never by name.");
    ui.add_space(12.0);
    if view.may_change() && button::primary(ui, "Prepare case files", true).clicked() {
        view.want(Intent::Prepare(PrepareTab::Cases));
        view.want(Intent::Go(Screen::Prepare));
    }
}
