//! One row, cell by cell. A cell that cannot be read leaves a problem behind and gives nothing,
//! so that reading goes on to the next.

use std::collections::BTreeSet;

use super::codes::{Code, code};
use super::number::{Kind, number, shortened};
use super::problem::Problems;
use super::sheet::{Column, Sheet};
use crate::review::Date;
use crate::review::bounds;
use crate::review::text::{Text, grouped};
use crate::review::units::OutOfBounds;

/// How many notes are kept in full; the rest are counted.
const NOTED: usize = 100;

/// A row that is being read.
pub(super) struct Row<'a> {
    sheet: &'a Sheet,
    columns: &'static [Column],
    /// What stands in each known column.
    cells: &'a [String],
    /// The row as a spreadsheet shows it.
    pub number: usize,
    problems: &'a mut Problems,
    notes: &'a mut Notes,
    /// Entries of lists in all rows so far.
    entries: &'a mut usize,
}

#[derive(Default)]
struct Notes {
    listed: Vec<String>,
    more: usize,
}

impl Notes {
    fn push(&mut self, note: String) {
        if self.listed.len() < NOTED {
            self.listed.push(note);
        } else {
            self.more += 1;
        }
    }

    fn all(mut self) -> Vec<String> {
        if self.more > 0 {
            self.listed.push(format!("and {} more notes", self.more));
        }
        self.listed
    }
}

/// Reads a table row by row; the rows for which `read` leaves no problem are kept, and none where
/// something is wrong with the whole file.
pub(super) fn each_row<T>(
    sheet: &Sheet,
    columns: &'static [Column],
    mut read: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> (Vec<T>, Problems, Vec<String>) {
    let mut problems = Problems::default();
    let mut records = sheet.records();
    let Some(header) = sheet
        .header(&mut records, columns, &mut problems)
        .filter(|_| !problems.whole_file())
    else {
        return (Vec::new(), problems, Vec::new());
    };
    let (mut notes, mut entries) = (Notes::default(), 0);
    let (mut kept, mut count) = (Vec::new(), 0);
    let mut filled = BTreeSet::new();
    let mut last = (1, records.ends_in_lines());
    loop {
        let number = match records.next() {
            Ok(Some(number)) => number,
            Ok(None) => break,
            Err(why) => {
                sheet.too_large(&records, why, &mut problems);
                break;
            }
        };
        count += 1;
        if count > bounds::TABLE_ROWS {
            let most = grouped(&bounds::TABLE_ROWS.to_string());
            let what = format!("a table holds at most {most} rows, and this one goes on");
            problems.push_whole(sheet.problem(Some(number), None, what));
            break;
        }
        last = (number, records.ends_in_lines());
        filled.extend(header.filled(&records));
        if header.is_exceeded_by(&records) {
            let what = "the row has more fields than the header; a text with a comma in it stands \
                        in quotation marks";
            problems.push(sheet.problem(Some(number), None, what));
        }
        let cell = |place: &Option<usize>| place.and_then(|at| records.field(at));
        let cells: Vec<String> = header
            .places
            .iter()
            .map(|place| cell(place).unwrap_or_default().trim().to_owned())
            .collect();
        let value = read(&mut Row {
            sheet,
            columns,
            cells: &cells,
            number,
            problems: &mut problems,
            notes: &mut notes,
            entries: &mut entries,
        });
        kept.extend(value.filter(|_| !problems.bad_rows().contains(&number)));
    }
    sheet.check_end(last.0, last.1, &mut problems);
    if problems.whole_file() {
        kept = Vec::new();
    }
    let unknown = sheet.unknown(&header, &filled);
    let notes = unknown.into_iter().chain(notes.all()).collect();
    (kept, problems, notes)
}

impl Row<'_> {
    /// The cell without the spaces around it; empty if the column is not there.
    pub fn cell(&self, column: &str) -> &str {
        self.columns
            .iter()
            .position(|known| known.name == column)
            .and_then(|at| self.cells.get(at))
            .map_or("", String::as_str)
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
        let count = count_parts(self.cell(column));
        if count > bounds::LIST {
            self.wrong(column, too_many(count));
            return Vec::new();
        }
        *self.entries += count;
        if count > 0 && *self.entries > bounds::TABLE_ENTRIES {
            let most = grouped(&bounds::TABLE_ENTRIES.to_string());
            let what = format!("the lists of a table hold at most {most} entries; these are more");
            self.wrong(column, what);
            return Vec::new();
        }
        let parts: Vec<String> = parts(self.cell(column)).map(str::to_owned).collect();
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
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// How much stands between the semicolons, without what is empty.
pub(super) fn count_parts(cell: &str) -> usize {
    parts(cell).count()
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
    let years = cell.split(';').count();
    if years > bounds::LIST {
        return Err(too_many(years));
    }
    cell.split(';')
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
