//! The columns of the table: what they are called, how wide they are, and what stands in an empty
//! cell.

use crate::review::provision::Provision;
use crate::ui::fields::{Field, RowField};
use crate::ui::theme::GAP_S;

/// A column of figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// The heading.
    pub title: &'static str,
    /// What is typed in it.
    pub cell: RowField,
    /// Points.
    pub width: f32,
}

const fn column(title: &'static str, cell: RowField, width: f32) -> Column {
    Column { title, cell, width }
}

/// The columns of figures, from the left.
pub const ALL: [Column; 7] = [
    column("Tier", RowField::Tier, 48.0),
    column("Children", RowField::Caseload, 84.0),
    column("£ a child a year", RowField::UnitCost, 108.0),
    column("Of it avoidable", RowField::AvoidableCost, 108.0),
    column("Growth", RowField::Growth, 72.0),
    column("Decision point", RowField::TransitionShare, 96.0),
    column("New places", RowField::NewPlaces, 112.0),
];

/// What opens a row. Points.
pub const OPENER: f32 = 128.0;
/// The least width of a name. Points.
const NAME: f32 = 190.0;
/// And the most: the longest name of the preset in a line. Points.
const WIDEST_NAME: f32 = 440.0;

/// How wide the column of names is in a table as wide as this; `None` where there is no room for
/// columns.
pub fn name_width(available: f32) -> Option<f32> {
    let others: f32 = ALL.iter().map(|column| column.width).sum();
    let gaps = GAP_S * (ALL.len() + 1) as f32;
    let left = available - others - gaps - OPENER;
    (left >= NAME).then(|| left.min(WIDEST_NAME))
}

impl Column {
    /// The field of this column in a row.
    pub fn field(&self, row: &Provision) -> Field {
        Field::Row(row.code.clone(), self.cell)
    }

    /// What stands in it where nothing is typed.
    pub fn empty(&self, row: &Provision) -> &'static str {
        empty(self.cell, row)
    }
}

/// What stands in an empty cell.
pub fn empty(cell: RowField, row: &Provision) -> &'static str {
    match cell {
        RowField::UnitCost => "not known",
        RowField::AvoidableCost if row.unit_cost.is_some() => "all of it",
        RowField::AvoidableCost => "not known",
        RowField::NewPlaces => "no limit",
        _ => "",
    }
}

/// What a screen reader calls a cell. The code tells rows apart that have one name.
pub fn name(row: &Provision, title: &str) -> String {
    format!("{}: {title}", row.code)
}
