//! A table as it grows, row by row, whatever it is read from: it ends at its bounds, and finds the
//! header where something else stands above it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::columns::TableKind;
use super::super::matching::Matching;
use super::super::problem::Problems;
use super::{BETWEEN, Line, Table, without_marks};
use crate::review::bounds;
use crate::review::text::grouped;

/// Rows that may stand above the header.
pub(crate) const ABOVE: usize = 10;
/// How many cells can be flawed before a table is refused as a whole.
const FLAWS: usize = 10_000;

/// Puts a table together row by row, within the bounds of one.
pub(crate) struct Builder {
    table: Table,
    kind: TableKind,
    has_header: bool,
    /// Whether the header has all columns that it must have.
    is_whole: bool,
    /// Whether a cell beyond the header makes a column without a name, as it does in a workbook.
    widens: bool,
    /// Bytes of all rows.
    bytes: u64,
}

/// The table holds as much as a table can; what is wrong is in its problems.
pub(crate) struct Full;

impl Builder {
    pub fn new(name: String, kind: TableKind) -> Self {
        Self {
            kind,
            is_whole: false,
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
    pub fn widening(name: String, kind: TableKind) -> Self {
        Self {
            widens: true,
            ..Self::new(name, kind)
        }
    }

    /// Adds a row that says something. The first is the header; if it lacks columns that must be
    /// there, and one of the next rows has them all, that one is, and what stood above it, such as
    /// a title, is left out.
    pub fn row<T: AsRef<str>>(
        &mut self,
        row: usize,
        cells: impl Iterator<Item = T>,
    ) -> Result<(), Full> {
        if self.has_header && (self.is_whole || self.table.lines.len() >= ABOVE) {
            return self.line(row, cells);
        }
        let cells: Vec<String> = cells
            .map(|cell| without_marks(cell.as_ref().trim()).into_owned())
            .collect();
        let is_whole = Matching::of_header(&cells, self.kind).is_whole();
        if self.has_header && !is_whole {
            return self.line(row, cells.iter());
        }
        if self.has_header {
            self.note(&format!(
                "the header was taken to be row {row}; what stands above it was left out"
            ));
            self.table.lines.clear();
            self.table.dates.clear();
            self.table.flaws.clear();
            self.bytes = 0;
        }
        (self.has_header, self.is_whole) = (true, is_whole);
        self.table.header_row = row;
        self.table.header = cells;
        Ok(())
    }

    fn line<T: AsRef<str>>(
        &mut self,
        row: usize,
        cells: impl Iterator<Item = T>,
    ) -> Result<(), Full> {
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
