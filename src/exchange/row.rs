//! One row, cell by cell. A cell that cannot be read leaves a problem behind and gives nothing,
//! so that reading goes on to the next.

use std::collections::BTreeSet;

use super::codes::{Code, code};
use super::columns::{Column, TableKind, Takes};
use super::matching::Matching;
use super::number::{Kind, number, shortened};
use super::problem::Problems;
use super::progress::{Doing, NOBODY, Observer, Stopped, Teller};
use super::table::Table;
use crate::review::Date;
use crate::review::bounds;
use crate::review::text::{Text, grouped};
use crate::review::units::OutOfBounds;

/// How many notes are kept in full; the rest are counted.
const NOTED: usize = 100;

/// What is to be read, and how.
pub(super) struct Asked<'a> {
    pub table: &'a Table,
    pub matching: &'a Matching,
    /// Rows that are left out by choice.
    pub skipped: &'a BTreeSet<usize>,
    pub observer: Observer<'a>,
}

/// A row that is being read.
pub(super) struct Row<'a> {
    asked: &'a Asked<'a>,
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

/// The good rows of a table, and what there is to say of the others.
pub(super) type Rows<T> = (Vec<T>, Problems, Vec<String>);

/// Reads a table that is matched by its header alone.
pub(super) fn each_row_of<T>(
    table: &Table,
    kind: TableKind,
    read: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Rows<T> {
    let asked = Asked {
        table,
        matching: &Matching::of(table, kind),
        skipped: &BTreeSet::new(),
        observer: NOBODY,
    };
    // Nobody stops it.
    each_row(&asked, read).unwrap_or_default()
}

/// Reads a table row by row; the rows for which `read` leaves no problem are kept, and none where
/// something is wrong with the whole file.
pub(super) fn each_row<T>(
    asked: &Asked<'_>,
    mut read: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Result<Rows<T>, Stopped> {
    let Asked {
        table, matching, ..
    } = *asked;
    let mut problems = table.problems().clone();
    if problems.is_empty() {
        problems = matching.problems(table);
    }
    if problems.whole_file() {
        return Ok((Vec::new(), problems, table.notes().to_vec()));
    }
    let columns = matching.kind().columns();
    let (mut notes, mut entries) = (Notes::default(), 0);
    let mut kept = Vec::new();
    let mut filled = BTreeSet::new();
    let rows = table.rows();
    let mut teller = Teller::new(asked.observer, Doing::Reading, rows.len());
    for (done, row) in rows.enumerate() {
        teller.at(done)?;
        let number = row.number();
        if asked.skipped.contains(&number) {
            continue;
        }
        if row.goes_on() {
            let what = "the row has more fields than the header; a text with a comma in it stands \
                        in quotation marks";
            problems.push(table.problem(Some(number), None, what));
        }
        let mut cells = vec![String::new(); columns.len()];
        for (at, cell) in row.cells().enumerate() {
            let Some(known) = matching.places().get(at).copied().flatten() else {
                if !cell.is_empty() {
                    filled.insert(at);
                }
                continue;
            };
            if let (Some(place), Some(column)) = (cells.get_mut(known), columns.get(known)) {
                *place = as_taken(asked, (number, at), cell, column);
            }
        }
        let mut row = Row {
            asked,
            columns,
            cells: &cells,
            number,
            problems: &mut problems,
            notes: &mut notes,
            entries: &mut entries,
        };
        row.say_flaws();
        let value = read(&mut row);
        kept.extend(value.filter(|_| !problems.bad_rows().contains(&number)));
    }
    let left_out = matching.left_out(table, &filled);
    let said = table.notes().iter().cloned().chain(left_out);
    Ok((kept, problems, said.chain(notes.all()).collect()))
}

/// What a cell says to the column that it stands in: a date of a workbook says itself in words
/// where any words may stand, and only its day where a date should.
fn as_taken(asked: &Asked<'_>, at: (usize, usize), cell: &str, column: &Column) -> String {
    if !asked.table.is_date(at.0, at.1) {
        return cell.to_owned();
    }
    let (day, time) = cell.split_once('T').unwrap_or((cell, ""));
    match (column.takes, day.parse::<Date>()) {
        (Takes::Date, _) => day.to_owned(),
        (Takes::Words | Takes::List, Ok(date)) if time.is_empty() => date.in_words(),
        (Takes::Words | Takes::List, Ok(date)) => format!("{}, {time}", date.in_words()),
        _ => cell.to_owned(),
    }
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
        self.wrong_in(column, column, what);
    }

    /// Says that a cell is wrong, under the name of a field that is no column.
    pub fn wrong_in(&mut self, column: &str, name: &str, what: impl Into<String>) {
        let asked = self.asked;
        let mut problem = asked.table.problem(Some(self.number), Some(name), what);
        problem.place = asked.matching.place(column);
        self.problems.push(problem);
    }

    /// Says of which cells nothing can be taken.
    fn say_flaws(&mut self) {
        let asked = self.asked;
        for (at, flaw) in asked.table.flaws_of(self.number) {
            if let Some(known) = asked.matching.known(at) {
                self.wrong(known.name, flaw);
            }
        }
    }

    /// Says how a cell was read.
    pub fn note(&mut self, column: &str, what: &str) {
        self.notes
            .push(self.asked.table.note(self.number, column, what));
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
        if self.cell(column).is_empty() && !self.is_flawed(column) {
            self.wrong(column, "it is empty, and is required");
        }
        self.get(column, read)
    }

    /// Free text.
    pub fn text(&mut self, column: &str) -> Text {
        self.get(column, Text::tidy).unwrap_or_default()
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
        self.get(column, |text| match text.parse::<Date>() {
            Ok(date) => Ok(date),
            Err(_)
                if text
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte == b'.') =>
            {
                Err(format!(
                    "“{}” is a number, not a date; write it as 14 November 2026, or give the cell \
                     the format of a date",
                    shortened(text)
                ))
            }
            Err(why) => Err(why.to_string()),
        })
    }

    /// Whether it has been said already that nothing can be taken from a cell.
    pub fn is_flawed(&self, column: &str) -> bool {
        let place = self.asked.matching.place(column);
        place.is_some_and(|at| self.asked.table.flaw(self.number, at).is_some())
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
        self.list(column, Text::tidy)
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
