//! A table of cases on its way into a review: which column is which, what was mended in it, which
//! rows stay out. It can be read again after every change, and nothing is in the review before
//! somebody imports what was read.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Read;
use super::cases;
use super::columns::{TableKind, Takes};
use super::matching::Matching;
use super::number::shortened;
use super::places::{Places, plain};
use super::progress::{Observer, Stopped};
use super::row::Asked;
use super::table::Table;
use crate::review::command::ImportedCase;
use crate::review::text::{CaseId, ProvisionCode};

/// How many different names that the table does not have are told.
const TOLD: usize = 100;

/// A table of cases on its way in.
#[derive(Clone, Debug)]
pub struct Incoming {
    table: Table,
    matching: Matching,
    skipped: BTreeSet<usize>,
    places: Places,
}

/// A name of a provision that the table does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherName {
    /// The name, shortened.
    pub name: String,
    /// How many cells hold it.
    pub cells: usize,
    /// Which provision somebody has said that it means.
    pub means: Option<ProvisionCode>,
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
    pub fn new(table: Table, places: impl Into<Places>) -> Self {
        Self {
            matching: Matching::of(&table, TableKind::Cases),
            table,
            skipped: BTreeSet::new(),
            places: places.into(),
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
        let codes = || self.places.codes().iter().map(ToString::to_string);
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
        cases::read(&asked, &self.places)
    }

    /// Names of provisions that the table does not have, with what somebody has said that they mean;
    /// in the order of the alphabet, at most a hundred.
    pub fn other_names(&self) -> Vec<OtherName> {
        let mut names: BTreeMap<String, OtherName> = BTreeMap::new();
        for row in self.table.rows() {
            if self.skipped.contains(&row.number()) {
                continue;
            }
            for (at, cell) in row.cells().enumerate() {
                if !self.is_another_name(at, cell) {
                    continue;
                }
                let name = names.entry(plain(cell)).or_insert_with(|| OtherName {
                    name: shortened(cell),
                    cells: 0,
                    means: self.places.means(cell).cloned(),
                });
                name.cells += 1;
            }
        }
        names.into_values().take(TOLD).collect()
    }

    /// Whether a cell should name a provision, and holds a name that the table does not have.
    fn is_another_name(&self, column: usize, cell: &str) -> bool {
        let word = match self.matching.known(column).map(|known| known.takes) {
            Some(Takes::Provision) => "",
            Some(Takes::ProvisionOr(word)) => word,
            _ => return false,
        };
        let is_word = !word.is_empty() && super::codes::is_word(cell, word);
        !cell.trim().is_empty() && !is_word && self.places.in_table(cell).is_err()
    }

    /// Whether a cell waits for somebody to say what the name in it means.
    pub fn waits_for_a_name(&self, row: usize, column: usize) -> bool {
        let cell = self.table.cell(row, column);
        self.is_another_name(column, cell) && self.places.means(cell).is_none()
    }

    /// Says which provision a name means; `None` takes that back. `false` if the table has no such
    /// provision.
    pub fn mean(&mut self, name: &str, code: Option<&str>) -> bool {
        let known = self.places.codes().iter();
        let found = code.map(|code| known.clone().find(|one| one.as_str() == code).cloned());
        if found == Some(None) {
            return false;
        }
        self.places.mean(name, found.flatten());
        true
    }

    /// Takes over the rows of another provision table; what somebody has said of names stays.
    pub fn renew(&mut self, places: Places) {
        self.places.renewed(places);
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
