//! The provision table: kinds of placement with their caseloads and costs.

use eframe::egui::{Grid, Ui};

use super::rail::Said;
use crate::review::Command;
use crate::review::command::SetupEdit;
use crate::review::provision::{Provision, preset};
use crate::ui::fields::{Field, RowField};
use crate::ui::theme::{self, GAP_M};
use crate::ui::view::View;
use crate::ui::widgets::{access, button, measure};

/// The columns: heading, field, width in points.
const COLUMNS: [(&str, RowField, f32); 8] = [
    ("Name", RowField::Label, 210.0),
    ("Tier", RowField::Tier, 48.0),
    ("Children", RowField::Caseload, 84.0),
    ("£ a child a year", RowField::UnitCost, 96.0),
    ("Avoidable", RowField::AvoidableCost, 96.0),
    ("Growth", RowField::Growth, 72.0),
    ("Decision point", RowField::TransitionShare, 72.0),
    ("New places", RowField::NewPlaces, 110.0),
];

/// Shows the table.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui));
        ui.label(theme::note(ui, "Children and costs at the start, in prices of the base year; costs are what the high needs block pays. A cost left empty is not known, and is then never taken as nothing. Avoidable is the part that stops being paid when one child leaves; empty means all of it. Tier 0 is the least specialist. Decision point is the share of children who reach a phase transfer in a year. New places are totals so far, with “;” between years; empty means no limit stated, 0 means none."));
    });
    ui.add_space(GAP_M);
    let rows: Vec<Provision> = view.review.setup().provisions.clone();
    Grid::new("provisions")
        .num_columns(COLUMNS.len() + 2)
        .spacing([8.0, 8.0])
        .show(ui, |ui| {
            ui.label(theme::note(ui, "Code"));
            for (title, ..) in COLUMNS {
                ui.label(theme::note(ui, title));
            }
            ui.end_row();
            for row in &rows {
                ui.label(row.code.as_str());
                for (title, cell, width) in COLUMNS {
                    let name = format!("{}: {title}", row.code);
                    view.cell(ui, Field::Row(row.code.clone(), cell), &name, width);
                }
                if view.may_change() {
                    let out = button::quiet(ui, "Take out");
                    access::name(ui, &out, format!("Take {} out", row.code));
                    if out.clicked() {
                        view.apply(Command::Setup(SetupEdit::RemoveProvision(row.code.clone())));
                    }
                }
                ui.end_row();
            }
        });
    view.refusals(ui, cells(&rows));
    if !view.may_change() {
        return;
    }
    ui.add_space(GAP_M);
    let missing: Vec<Provision> = preset()
        .into_iter()
        .filter(|row| !rows.iter().any(|kept| kept.code == row.code))
        .collect();
    ui.horizontal_wrapped(|ui| {
        for row in missing {
            if button::quiet(ui, &format!("+ {}", row.name())).clicked() {
                view.apply(Command::Setup(SetupEdit::PutProvision(row)));
            }
        }
        if button::quiet(ui, "+ another kind").clicked()
            && let Some(row) = another(&rows)
        {
            view.apply(Command::Setup(SetupEdit::PutProvision(row)));
        }
    });
}

/// Every cell of the table with its name.
fn cells(rows: &[Provision]) -> impl Iterator<Item = (Field, String)> {
    rows.iter().flat_map(|row| {
        COLUMNS.iter().map(|(title, cell, _)| {
            (
                Field::Row(row.code.clone(), *cell),
                format!("{}, {title}", row.code),
            )
        })
    })
}

/// A further row with a code of its own.
fn another(rows: &[Provision]) -> Option<Provision> {
    use crate::review::text::{ProvisionCode, Text};
    use crate::review::units::Tier;
    let code = (1..=24)
        .filter_map(|number| ProvisionCode::new(format!("Kind{number}")).ok())
        .find(|code| !rows.iter().any(|row| row.code == *code))?;
    Some(Provision::new(code, Text::default(), Tier::new(1).ok()?))
}

/// What the list of pages says of this one.
pub fn said(_view: &View<'_>) -> Said {
    Said::nothing()
}
