//! One row, cell by cell. A cell that cannot be read leaves a problem behind and gives nothing,
//! so that reading goes on to the next.

use super::codes::{Code, code};
use super::number::{Kind, number, shortened};
use super::problem::Problems;
use super::sheet::{Column, Rows, Sheet};
use crate::review::Date;
use crate::review::bounds;
use crate::review::text::Text;
use crate::review::units::OutOfBounds;

/// A row that is being read.
pub(super) struct Row<'a> {
    sheet: &'a Sheet,
    columns: &'static [Column],
    places: &'a [Option<usize>],
    record: &'a csv::StringRecord,
    /// The row as a spreadsheet shows it.
    pub number: usize,
    problems: &'a mut Problems,
    notes: &'a mut Vec<String>,
}

/// Reads a table row by row; the rows for which `read` leaves no problem are kept.
pub(super) fn each_row<T>(
    sheet: &Sheet,
    columns: &'static [Column],
    mut read: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> (Vec<T>, Problems, Vec<String>) {
    let mut problems = Problems::default();
    let Rows {
        places,
        rows,
        mut notes,
    } = sheet.rows(columns, &mut problems);
    let mut kept = Vec::new();
    if problems.whole_file() {
        return (kept, problems, notes);
    }
    for (number, record) in &rows {
        let value = read(&mut Row {
            sheet,
            columns,
            places: &places,
            record,
            number: *number,
            problems: &mut problems,
            notes: &mut notes,
        });
        if let Some(value) = value
            && !problems.bad_rows().contains(number)
        {
            kept.push(value);
        }
    }
    (kept, problems, notes)
}

impl Row<'_> {
    /// The cell without the spaces around it; empty if the column is not there.
    pub fn cell(&self, column: &str) -> &str {
        self.columns
            .iter()
            .position(|known| known.name == column)
            .and_then(|at| self.places.get(at).copied().flatten())
            .and_then(|place| self.record.get(place))
            .map_or("", str::trim)
    }

    /// Whether any of these columns, or of those that begin like this, says something.
    pub fn any_with_prefix(&self, prefix: &str) -> bool {
        self.columns
            .iter()
            .any(|column| column.name.starts_with(prefix) && !self.cell(column.name).is_empty())
    }

    /// Says that a cell is wrong.
    pub fn wrong(&mut self, column: &str, what: impl Into<String>) {
        let problem = self.sheet.problem(Some(self.number), Some(column), what);
        self.problems.push(problem);
    }

    /// Says how a cell was read.
    pub fn note(&mut self, column: &str, what: &str) {
        self.notes.push(self.sheet.note(self.number, column, what));
    }

    /// What a cell says; `None` if it is empty, or wrong.
    pub fn get<T, E: ToString>(
        &mut self,
        column: &str,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return None;
        }
        match read(cell) {
            Ok(value) => Some(value),
            Err(why) => {
                let why = why.to_string();
                self.wrong(column, why);
                None
            }
        }
    }

    /// What a cell says that must not be empty.
    pub fn require<T, E: ToString>(
        &mut self,
        column: &str,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        if self.cell(column).is_empty() {
            self.wrong(column, "it is empty, and is required");
        }
        self.get(column, read)
    }

    /// Free text.
    pub fn text(&mut self, column: &str) -> Text {
        self.get(column, |text| Text::new(text)).unwrap_or_default()
    }

    /// A number.
    pub fn quantity<T>(
        &mut self,
        column: &str,
        kind: Kind,
        new: impl Fn(f64) -> Result<T, OutOfBounds>,
    ) -> Option<T> {
        self.get(column, |text| quantity(text, kind, &new))
    }

    /// A date.
    pub fn date(&mut self, column: &str) -> Option<Date> {
        self.get(column, str::parse)
    }

    /// One of the words of a list.
    pub fn code<T: Copy>(&mut self, column: &str, codes: &[Code<T>]) -> Option<T> {
        self.get(column, |text| code(text, codes))
    }

    /// What stands between the semicolons of a cell; empty parts are left out.
    pub fn list<T, E: ToString>(
        &mut self,
        column: &str,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Vec<T> {
        let parts = parts(self.cell(column));
        if parts.len() > bounds::LIST {
            self.wrong(column, too_many(parts.len()));
            return Vec::new();
        }
        let mut values = Vec::new();
        for part in &parts {
            match read(part) {
                Ok(value) => values.push(value),
                Err(why) => self.wrong(column, why.to_string()),
            }
        }
        values
    }

    /// Texts with semicolons between.
    pub fn texts(&mut self, column: &str) -> Vec<Text> {
        self.list(column, |text| Text::new(text))
    }

    /// A list of quantities, one a year. A year in the middle that says nothing is wrong: the
    /// ones after it would move.
    pub fn by_year<T>(
        &mut self,
        column: &str,
        kind: Kind,
        new: impl Fn(f64) -> Result<T, OutOfBounds>,
    ) -> Vec<T> {
        match by_year(self.cell(column), kind, new) {
            Ok(values) => values,
            Err(why) => {
                self.wrong(column, why);
                Vec::new()
            }
        }
    }
}

/// What stands between the semicolons, without what is empty.
pub(super) fn parts(cell: &str) -> Vec<String> {
    cell.split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

fn too_many(length: usize) -> String {
    format!(
        "a list holds at most {}; this one has {length}",
        bounds::LIST
    )
}

/// A number within the bounds of its quantity.
pub(super) fn quantity<T>(
    text: &str,
    kind: Kind,
    new: impl Fn(f64) -> Result<T, OutOfBounds>,
) -> Result<T, String> {
    number(text, kind).and_then(|value| new(value).map_err(|why| why.to_string()))
}

/// A whole number within the bounds of its quantity.
pub(super) fn whole<T>(
    text: &str,
    (least, most): (u8, u8),
    new: impl Fn(u8) -> Result<T, OutOfBounds>,
) -> Result<T, String> {
    let value = number(text, Kind::Count)?;
    let fits = value.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(&value);
    if !fits {
        return Err(format!(
            "it must be a whole number from {least} to {most}; {} is not",
            shortened(text)
        ));
    }
    // Checked: a whole number within a byte's bounds.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    new(value as u8).map_err(|why| why.to_string())
}

/// Quantities, one a year, with semicolons between.
pub(super) fn by_year<T>(
    cell: &str,
    kind: Kind,
    new: impl Fn(f64) -> Result<T, OutOfBounds>,
) -> Result<Vec<T>, String> {
    let cell = cell.trim().trim_end_matches([';', ' ']);
    if cell.is_empty() {
        return Ok(Vec::new());
    }
    let years: Vec<&str> = cell.split(';').collect();
    if years.len() > bounds::LIST {
        return Err(too_many(years.len()));
    }
    years
        .into_iter()
        .zip(1..)
        .map(|(text, year)| {
            if text.trim().is_empty() {
                Err(format!("year {year} is empty; write 0 for none"))
            } else {
                quantity(text, kind, &new)
            }
        })
        .collect()
}
