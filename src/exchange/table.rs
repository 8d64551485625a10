//! One table in memory, wherever it came from: what its header says, its rows with the numbers
//! that a person sees, and what is wrong with cells before anybody asks what they mean.
//!
//! A row is one text with a mark between its cells, so that a table weighs no more than what it
//! says, however many cells that is spread over.

use std::collections::{BTreeMap, BTreeSet};

mod builder;

use super::number::shortened;
use super::problem::{Problem, Problems};

pub(super) use builder::{ABOVE, Builder, Full};

/// Stands between the cells of a row; a cell that holds it gets a blank instead.
const BETWEEN: char = '\u{1f}';
/// A table: a header and rows.
#[derive(Clone, Debug)]
pub struct Table {
    name: String,
    header: Vec<String>,
    header_row: usize,
    lines: Vec<Line>,
    /// Cells that hold a date of a workbook, written as 2026-11-14: row, column.
    dates: BTreeSet<(usize, usize)>,
    /// Cells that hold nothing that can be taken, and why: row, column.
    flaws: BTreeMap<(usize, usize), String>,
    problems: Problems,
    notes: Vec<String>,
}

#[derive(Clone, Debug)]
struct Line {
    row: usize,
    cells: String,
    /// Whether the row goes on after the last column.
    goes_on: bool,
}

/// One row of a [`Table`].
#[derive(Clone, Copy, Debug)]
pub struct TableRow<'a> {
    line: &'a Line,
}

impl<'a> TableRow<'a> {
    /// The row as a spreadsheet shows it: the header is row 1 where nothing stands above it.
    pub const fn number(&self) -> usize {
        self.line.row
    }

    /// Its cells as far as they say something.
    pub fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.line.cells.split(BETWEEN)
    }

    /// Whether it has more fields than the header has columns.
    pub const fn goes_on(&self) -> bool {
        self.line.goes_on
    }
}

impl Table {
    /// What it is called in messages: the file, and in a workbook the sheet.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names of its columns, as they are written.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The row in which the header stands.
    pub const fn header_row(&self) -> usize {
        self.header_row
    }

    /// The rows below the header that say something.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = TableRow<'_>> {
        self.lines.iter().map(|line| TableRow { line })
    }

    /// What stands in a cell; empty where nothing does.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.line(row)
            .and_then(|line| line.cells.split(BETWEEN).nth(column))
            .unwrap_or_default()
    }

    /// Whether a cell holds a date of a workbook.
    pub(super) fn is_date(&self, row: usize, column: usize) -> bool {
        self.dates.contains(&(row, column))
    }

    /// Why nothing can be taken from a cell.
    pub(super) fn flaw(&self, row: usize, column: usize) -> Option<&str> {
        self.flaws.get(&(row, column)).map(String::as_str)
    }

    /// The columns of a row from whose cells nothing can be taken, and why.
    pub(super) fn flaws_of(&self, row: usize) -> impl Iterator<Item = (usize, &str)> {
        let flaws = self.flaws.range((row, 0)..(row + 1, 0));
        flaws.map(|((_, column), why)| (*column, why.as_str()))
    }

    /// What is wrong with the table as a whole.
    pub const fn problems(&self) -> &Problems {
        &self.problems
    }

    /// How it was read, where somebody should know.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Puts a text into a cell; `false` if there is no such row or column.
    pub fn set_cell(&mut self, row: usize, column: usize, text: &str) -> bool {
        if column >= self.header.len() {
            return false;
        }
        let Ok(at) = self.lines.binary_search_by_key(&row, |line| line.row) else {
            return false;
        };
        let Some(line) = self.lines.get_mut(at) else {
            return false;
        };
        let mut cells: Vec<&str> = line.cells.split(BETWEEN).collect();
        let text = without_marks(text.trim());
        if cells.len() <= column {
            cells.resize(column + 1, "");
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = &text;
        }
        line.cells = cells.join("\u{1f}");
        self.dates.remove(&(row, column));
        self.flaws.remove(&(row, column));
        true
    }

    /// Leaves out what a row holds beyond the last column.
    pub fn cut_short(&mut self, row: usize) {
        if let Some(line) = self.lines.iter_mut().find(|line| line.row == row) {
            line.goes_on = false;
        }
    }

    fn line(&self, row: usize) -> Option<&Line> {
        let at = self.lines.binary_search_by_key(&row, |line| line.row);
        self.lines.get(at.ok()?)
    }

    /// A problem at a place in this table.
    pub(super) fn problem(
        &self,
        row: Option<usize>,
        column: Option<&str>,
        what: impl Into<String>,
    ) -> Problem {
        Problem::new(&self.name, row, column, what)
    }

    /// A note on a place in this table.
    pub(super) fn note(&self, row: usize, column: &str, what: &str) -> String {
        format!("{}, row {row}, column {column}: {what}", self.name)
    }

    /// A column as it is called in messages.
    pub fn column_name(&self, column: usize) -> String {
        match self.header.get(column).map(|name| shortened(name)) {
            Some(name) if !name.is_empty() => format!("“{name}”"),
            _ => format!("number {} (it has no name)", column + 1),
        }
    }
}

fn without_marks(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains(BETWEEN) {
        text.replace(BETWEEN, " ").into()
    } else {
        text.into()
    }
}
