//! The case files as a list: number, year group, where the child is, and how it stands. Only the
//! rows in sight are drawn in a large review; the arrows go from row to row, and with Alt they move
//! the case.

use eframe::egui::{EventFilter, Id, Key, Modifiers, Ui};

use super::rows::{self, Row};
use crate::review::case::{Case, Status};
use crate::review::setup::Setup;
use crate::review::text::CaseId;
use crate::ui::filing::Wish;
use crate::ui::intent::Intent;
use crate::ui::view::View;
use crate::ui::widgets::marks::Mark;

/// What was done with the rows.
#[derive(Default)]
struct Done {
    chosen: Option<CaseId>,
    moved: Option<(CaseId, isize)>,
    /// By key, so that the keyboard goes along.
    by_key: bool,
}

/// Shows the list, as high as there is room.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let cases: Vec<&Case> = view.review.cases().collect();
    let (statuses, setup) = (view.statuses, view.review.setup());
    let selected = view.place.case.clone();
    let may_move = view.may_change();
    let mut done = Done::default();
    let here = cases
        .iter()
        .position(|case| Some(case.id()) == selected.as_ref());
    let row_here = here.zip(selected.as_ref());
    rows::scrolled(ui, "Case files", cases.len(), row_here, |ui, range| {
        for at in range {
            let (Some(case), Some(status)) = (cases.get(at), statuses.get(at)) else {
                continue;
            };
            let is_selected = here == Some(at);
            rows::of(ui, "case files", case.id(), |ui| {
                row(ui, setup, (case, *status), is_selected, may_move, &mut done);
            });
            if done.by_key && is_selected && done.moved.is_none() {
                let next = ui.input(|input| input.key_pressed(Key::ArrowDown));
                let to = if next { at + 1 } else { at.wrapping_sub(1) };
                done.chosen = cases.get(to).map(|case| case.id().clone());
                done.by_key = false;
                if done.chosen.is_some() {
                    ui.data_mut(|data| data.insert_temp(wanted(), true));
                }
            }
        }
    });
    if let Some((case, by)) = done.moved {
        view.want(Intent::Filing(Wish::Move(case, by)));
    }
    if let Some(case) = done.chosen {
        view.want(Intent::Select(case));
    }
}

/// Whether the row of the chosen case is to have the keyboard next.
fn wanted() -> Id {
    Id::unique("case file row wants the keyboard")
}

/// One row. The whole row is one named button.
fn row(
    ui: &mut Ui,
    setup: &Setup,
    (case, status): (&Case, Status),
    selected: bool,
    may_move: bool,
    done: &mut Done,
) {
    let file = &case.file;
    let place = setup.provision_name(&file.current_provision);
    let facts = match file.year_group.is_empty() {
        true => place.to_owned(),
        false => format!("{} · {place}", file.year_group),
    };
    let shown = Row {
        mark: Mark::Status(status),
        name: case.id().as_str(),
        word: status.label(),
        facts: &facts,
    };
    let response = shown.show(ui, selected);
    if may_move {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description("Alt and the up or down arrow move it in the list");
        });
    }
    if response.clicked() {
        done.chosen = Some(case.id().clone());
        response.request_focus();
    }
    let called = selected && ui.data(|data| data.get_temp::<bool>(wanted())).is_some();
    if called {
        response.request_focus();
        ui.data_mut(|data| data.remove::<bool>(wanted()));
    }
    if response.has_focus() {
        keys(ui, case, response.id, selected, may_move, done);
    }
}

/// The arrows, while a row has the keyboard.
fn keys(ui: &Ui, case: &Case, id: Id, selected: bool, may_move: bool, done: &mut Done) {
    let arrows = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    for (key, by) in [(Key::ArrowUp, -1), (Key::ArrowDown, 1)] {
        if may_move && pressed(Modifiers::ALT, key) {
            done.moved = Some((case.id().clone(), by));
            return;
        }
    }
    let arrow = ui.input(|input| {
        input.modifiers.is_none()
            && (input.key_pressed(Key::ArrowUp) || input.key_pressed(Key::ArrowDown))
    });
    if arrow && selected {
        done.by_key = true;
    } else if arrow {
        done.chosen = Some(case.id().clone());
    }
}
