//! One table in memory, wherever it came from: what its header says, its rows with the numbers
//! that a person sees, and what is wrong with cells before anybody asks what they mean.
//!
//! A row is one text with a mark between its cells, so that a table weighs no more than what it
//! says, however many cells that is spread over.

use std::collections::{BTreeMap, BTreeSet};

use super::number::shortened;
use super::problem::{Problem, Problems};
use crate::review::bounds;
use crate::review::text::grouped;

/// Stands between the cells of a row; a cell that holds it gets a blank instead.
const BETWEEN: char = '\u{1f}';
/// How many cells can be flawed before a table is refused as a whole.
const FLAWS: usize = 10_000;

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

/// Puts a table together row by row, within the bounds of one.
pub(super) struct Builder {
    table: Table,
    has_header: bool,
    /// Whether a cell beyond the header makes a column without a name, as it does in a workbook.
    widens: bool,
    /// Bytes of all rows.
    bytes: u64,
}

/// The table holds as much as a table can; what is wrong is in its problems.
pub(super) struct Full;

impl Builder {
    pub fn new(name: String) -> Self {
        Self {
            table: Table {
                name,
                header: Vec::new(),
                header_row: 0,
                lines: Vec::new(),
                dates: BTreeSet::new(),
                flaws: BTreeMap::new(),
                problems: Problems::default(),
                notes: Vec::new(),
            },
            has_header: false,
            widens: false,
            bytes: 0,
        }
    }

    /// One that becomes wider where a row has more cells than the header.
    pub fn widening(name: String) -> Self {
        Self {
            widens: true,
            ..Self::new(name)
        }
    }

    /// Adds a row that says something; the first is the header.
    pub fn row<T: AsRef<str>>(
        &mut self,
        row: usize,
        cells: impl Iterator<Item = T>,
    ) -> Result<(), Full> {
        if !self.has_header {
            self.has_header = true;
            self.table.header_row = row;
            self.table.header = cells
                .map(|cell| without_marks(cell.as_ref().trim()).into_owned())
                .collect();
            return Ok(());
        }
        if self.table.lines.len() >= bounds::TABLE_ROWS {
            let most = grouped(&bounds::TABLE_ROWS.to_string());
            let what = format!("a table holds at most {most} rows, and this one goes on");
            return self.full(Some(row), what);
        }
        let width = self.table.header.len();
        let mut line = Line {
            row,
            cells: String::new(),
            goes_on: false,
        };
        let mut marks = 0;
        for (at, cell) in cells.enumerate() {
            let cell = cell.as_ref().trim();
            if cell.is_empty() {
                continue;
            }
            if at >= width && self.widens {
                self.table.header.resize(at + 1, String::new());
            } else if at >= width {
                line.goes_on = true;
                break;
            }
            line.cells.extend(std::iter::repeat_n(BETWEEN, at - marks));
            marks = at;
            line.cells.push_str(&without_marks(cell));
        }
        line.cells.shrink_to_fit();
        self.bytes += line.cells.len() as u64;
        self.table.lines.push(line);
        if self.bytes > bounds::FILE_BYTES {
            return self.full(
                Some(row),
                "the table holds more than 64 MB of text".to_owned(),
            );
        }
        Ok(())
    }

    fn full(&mut self, row: Option<usize>, what: String) -> Result<(), Full> {
        self.wrong(row, what);
        Err(Full)
    }

    /// Says that something is wrong with the whole table.
    pub fn wrong(&mut self, row: Option<usize>, what: impl Into<String>) {
        let problem = self.table.problem(row, None, what);
        self.table.problems.push_whole(problem);
    }

    /// Says how the table was read.
    pub fn note(&mut self, what: &str) {
        let note = format!("{}: {what}", self.table.name);
        self.table.notes.push(note);
    }

    /// Says that a cell holds a date.
    pub fn date(&mut self, row: usize, column: usize) {
        self.table.dates.insert((row, column));
    }

    /// Says that nothing can be taken from a cell.
    pub fn flaw(&mut self, row: usize, column: usize, why: &str) -> Result<(), Full> {
        if self.table.flaws.len() >= FLAWS {
            let what = format!(
                "more than {} cells hold formulas without a value, errors or parts of merged cells",
                grouped(&FLAWS.to_string())
            );
            return self.full(Some(row), what);
        }
        self.table
            .flaws
            .entry((row, column))
            .or_insert_with(|| why.to_owned());
        Ok(())
    }

    /// Marks the cells that a merged range covers and that could say something else: those after
    /// its first, in rows that say something, if the first says something. `from` and `to` are row
    /// and column.
    pub fn merged(
        &mut self,
        range: &str,
        from: (usize, usize),
        to: (usize, usize),
    ) -> Result<(), Full> {
        let last_column = to.1.min(self.table.header.len().saturating_sub(1));
        if (from.0..=to.0).contains(&self.table.header_row) && last_column > from.1 {
            let what = format!(
                "{range} are merged, so that columns have no header of their own; unmerge them"
            );
            return self.full(Some(self.table.header_row), what);
        }
        if self.table.cell(from.0, from.1).is_empty() {
            return Ok(());
        }
        let why = format!(
            "{range} are merged, and only the first of these cells has a value; unmerge them, or \
             write here what this one says"
        );
        let start = self.table.lines.partition_point(|line| line.row < from.0);
        let lines = self.table.lines.get(start..).unwrap_or_default();
        let rows: Vec<usize> = lines
            .iter()
            .map(|line| line.row)
            .take_while(|row| *row <= to.0)
            .collect();
        for row in rows {
            for column in from.1..=last_column {
                if (row, column) != from {
                    self.flaw(row, column, &why)?;
                }
            }
        }
        Ok(())
    }

    /// What there is so far.
    pub const fn so_far(&self) -> &Table {
        &self.table
    }

    /// The row that was added last.
    pub fn last_row(&self) -> usize {
        let last = self.table.lines.last();
        last.map_or(self.table.header_row, |line| line.row)
    }

    /// The table. One without a header has a problem.
    pub fn finish(mut self) -> Table {
        if !self.has_header && self.table.problems.is_empty() {
            self.wrong(None, "the file is empty");
        }
        self.table.lines.shrink_to_fit();
        self.table
    }
}
