//! A table of cases on its way into a review: which column is which, what was mended in it, which
//! rows stay out. It can be read again after every change, and nothing is in the review before
//! somebody imports what was read.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Read;
use super::cases;
use super::columns::{TableKind, Takes};
use super::matching::Matching;
use super::number::shortened;
use super::places::Places;
use super::progress::{Observer, Stopped};
use super::row::Asked;
use super::table::Table;
use crate::review::command::ImportedCase;
use crate::review::text::CaseId;

/// How many different codes that are not known are told.
const TOLD: usize = 100;

/// A table of cases on its way in.
#[derive(Clone, Debug)]
pub struct Incoming {
    table: Table,
    matching: Matching,
    skipped: BTreeSet<usize>,
    codes: Places,
}

/// What can stand in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepts {
    /// In words: "a date, such as …".
    pub words: String,
    /// The words of which it must be one, if it must.
    pub choices: Vec<String>,
}

impl Incoming {
    /// A table for a review whose provision table has these rows, matched by its header.
    pub fn new(table: Table, codes: impl Into<Places>) -> Self {
        Self {
            matching: Matching::of(&table, TableKind::Cases),
            table,
            skipped: BTreeSet::new(),
            codes: codes.into(),
        }
    }

    /// The table, with what was mended.
    pub const fn table(&self) -> &Table {
        &self.table
    }

    /// Which column is which.
    pub const fn matching(&self) -> &Matching {
        &self.matching
    }

    /// Says which known column a column is; `None` = it is left out. `false` if there is no such
    /// column on either side.
    pub fn match_column(&mut self, column: usize, known: Option<&str>) -> bool {
        self.matching.set(column, known)
    }

    /// Puts a text into a cell; `false` if there is no such cell.
    pub fn set_cell(&mut self, row: usize, column: usize, text: &str) -> bool {
        self.table.set_cell(row, column, text)
    }

    /// Leaves out what a row holds beyond the last column.
    pub fn cut_short(&mut self, row: usize) {
        self.table.cut_short(row);
    }

    /// Leaves a row out, or takes it in again.
    pub fn skip(&mut self, row: usize, leave_out: bool) {
        if leave_out {
            self.skipped.insert(row);
        } else {
            self.skipped.remove(&row);
        }
    }

    /// The rows that are left out by choice.
    pub const fn skipped(&self) -> &BTreeSet<usize> {
        &self.skipped
    }

    /// What can stand in a column's cells; `None` for a column that is left out.
    pub fn accepts(&self, column: usize) -> Option<Accepts> {
        let known = self.matching.known(column)?;
        let codes = || self.codes.codes().iter().map(ToString::to_string);
        let choices = match known.takes {
            Takes::Codes(words) => words().into_iter().map(str::to_owned).collect(),
            Takes::Provision => codes().collect(),
            Takes::ProvisionOr(word) => codes().chain([word.to_owned()]).collect(),
            _ => Vec::new(),
        };
        Some(Accepts {
            words: known.takes.in_words(),
            choices,
        })
    }

    /// Reads all rows that are not left out, from the beginning.
    ///
    /// # Errors
    /// [`Stopped`] if the observer said so.
    pub fn read(&self, observer: Observer<'_>) -> Result<Read<Vec<ImportedCase>>, Stopped> {
        let asked = Asked {
            table: &self.table,
            matching: &self.matching,
            skipped: &self.skipped,
            observer,
        };
        cases::read(&asked, &self.codes)
    }

    /// What stands where a code of the provision table should and is none, with the number of cells
    /// that hold it, in the order of the alphabet; at most a hundred.
    pub fn unknown_codes(&self) -> Vec<(String, usize)> {
        let mut unknown: BTreeMap<&str, usize> = BTreeMap::new();
        for row in self.table.rows() {
            if self.skipped.contains(&row.number()) {
                continue;
            }
            for (at, cell) in row.cells().enumerate() {
                let word = match self.matching.known(at).map(|known| known.takes) {
                    Some(Takes::Provision) => "",
                    Some(Takes::ProvisionOr(word)) => word,
                    _ => continue,
                };
                let is_known = super::codes::is_word(cell, word) || self.codes.named(cell).is_ok();
                if !cell.is_empty() && !is_known {
                    *unknown.entry(cell).or_default() += 1;
                }
            }
        }
        let unknown = unknown.into_iter().take(TOLD);
        unknown
            .map(|(code, cells)| (shortened(code), cells))
            .collect()
    }

    /// Puts a code wherever a cell that should hold one holds this instead; how many cells it was.
    pub fn replace_code(&mut self, instead_of: &str, code: &str) -> usize {
        let is_code = |at: usize| {
            let takes = self.matching.known(at).map(|known| known.takes);
            matches!(takes, Some(Takes::Provision | Takes::ProvisionOr(_)))
        };
        let rows = self.table.rows();
        let cells: Vec<(usize, usize)> = rows
            .flat_map(|row| {
                let cells = row.cells().enumerate();
                let wanted =
                    cells.filter(|(at, cell)| is_code(*at) && shortened(cell) == instead_of);
                let places: Vec<_> = wanted.map(|(at, _)| (row.number(), at)).collect();
                places
            })
            .collect();
        for (row, column) in &cells {
            self.table.set_cell(*row, *column, code);
        }
        cells.len()
    }

    /// The rows in which these cases stand.
    pub fn rows_of(&self, cases: &[CaseId]) -> BTreeSet<usize> {
        let wanted: HashSet<&str> = cases.iter().map(CaseId::as_str).collect();
        let Some(place) = self.matching.place("case_id") else {
            return BTreeSet::new();
        };
        let rows = self.table.rows();
        rows.filter(|row| row.cells().nth(place).is_some_and(|id| wanted.contains(id)))
            .map(|row| row.number())
            .collect()
    }
}
