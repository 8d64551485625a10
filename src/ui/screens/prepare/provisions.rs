//! The provision table: kinds of placement with their caseloads and costs, and where each figure
//! comes from.

mod add;
mod columns;
mod form;
mod keys;
mod sums;
mod table;

use eframe::egui::{Label, Ui};

use super::figures::{cover, forecast, help};
use super::said::Said;
use crate::guidance;
use crate::review::provision::Provision;
use crate::ui::intent::{Intent, PrepareTab};
use crate::ui::theme::{self, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::words::count;

/// What the help on the whole table is called.
const TABLE: &str = "The rows of the table";

/// Shows the page.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.label(theme::note(ui, TABLE));
        help::mark(ui, view, TABLE);
        let rule = "A cost that nobody knows stays empty: not known, and never taken as nothing.";
        ui.add(Label::new(theme::note(ui, rule)).wrap());
    });
    help::text(ui, view, TABLE, guidance::TABLE);
    ui.add_space(GAP_S);
    if !cover::uncovered(ui, view) {
        return;
    }
    let rows: Vec<Provision> = view.review.setup().provisions.clone();
    table::ui(ui, view, &rows);
    ui.add_space(GAP_S);
    sums::ui(ui, &rows);
    if let Some(line) = forecast::in_a_line(view) {
        ui.horizontal_wrapped(|ui| {
            ui.label(format!("{line}."));
            if ui.link("See it by year").clicked() {
                view.want(Intent::Prepare(PrepareTab::Baseline));
            }
        });
    }
    if view.may_change() {
        ui.add_space(GAP_M);
        add::ui(ui, view, &rows);
        cover::import(ui, view);
    }
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    let rows = &view.review.setup().provisions;
    let here = |row: &&Provision| row.caseload.get() > 0.0;
    if !rows.iter().any(|row| here(&row)) {
        return Said::open("no children yet");
    }
    let unknown = rows
        .iter()
        .filter(here)
        .filter(|row| row.unit_cost.is_none());
    let unknown = unknown.count();
    let unsourced: usize = rows.iter().map(|row| row.without_source().count()).sum();
    let mut parts = Vec::new();
    if unknown > 0 {
        parts.push(format!("{} not known", count(unknown, "cost", "costs")));
    }
    if unsourced > 0 {
        parts.push(lacking(unsourced));
    }
    if parts.is_empty() {
        Said::done("every figure with its source")
    } else {
        Said::open(&parts.join(", "))
    }
}

/// How many figures have no source, in the list of pages.
pub(super) fn lacking(unsourced: usize) -> String {
    count(
        unsourced,
        "figure without a source",
        "figures without a source",
    )
}
