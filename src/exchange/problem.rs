//! What is wrong with a table, so that the person who made it finds the place.

use std::collections::BTreeSet;

use super::progress::Stopped;

/// How many problems are listed; the rest are counted.
const LISTED: usize = 100;

/// Something in a table that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Problem {
    /// The file, as it was named.
    pub file: String,
    /// The row as a spreadsheet shows it: the header is row 1, a record whose fields hold line
    /// breaks is one row, and empty rows count. `None` = the whole file.
    pub row: Option<usize>,
    /// The column; in the baseline, the field. `None` = the whole row.
    pub column: Option<String>,
    /// What is wrong, in plain words.
    pub what: String,
    /// Where the column stands in the table, counted from 0, if the problem is of one: with the row
    /// the very cell that can be mended.
    pub place: Option<usize>,
}

impl Problem {
    pub(super) fn new(
        file: &str,
        row: Option<usize>,
        column: Option<&str>,
        what: impl Into<String>,
    ) -> Self {
        Self {
            file: file.to_owned(),
            row,
            column: column.map(str::to_owned),
            what: what.into(),
            place: None,
        }
    }

    /// A problem of a whole file.
    pub(super) fn of_file(file: &str, what: impl Into<String>) -> Self {
        Self::new(file, None, None, what)
    }

    pub(super) fn in_column(mut self, place: usize) -> Self {
        self.place = Some(place);
        self
    }

    /// The row and column of the cell that is wrong, if it is one.
    pub fn cell(&self) -> Option<(usize, usize)> {
        self.row.zip(self.place)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.what)
    }
}

/// All that is wrong with a table: the first hundred in full, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    listed: Vec<Problem>,
    more: usize,
    bad_rows: BTreeSet<usize>,
    whole_file: bool,
}

impl Problems {
    /// Adds one of a row.
    pub(super) fn push(&mut self, problem: Problem) {
        self.bad_rows.extend(problem.row);
        self.list(problem);
    }

    /// Adds one of the whole file or its header. It is listed, however many there are of rows: then
    /// before them.
    pub(super) fn push_whole(&mut self, problem: Problem) {
        self.whole_file = true;
        if self.listed.len() < LISTED {
            self.listed.push(problem);
        } else {
            self.listed.pop();
            self.more += 1;
            self.listed.insert(0, problem);
        }
    }

    fn list(&mut self, problem: Problem) {
        if self.listed.len() < LISTED {
            self.listed.push(problem);
        } else {
            self.more += 1;
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// The problems that are listed, at most a hundred.
    pub fn listed(&self) -> &[Problem] {
        &self.listed
    }

    /// How many more there are.
    pub const fn more(&self) -> usize {
        self.more
    }

    /// The rows that cannot be read, in order.
    pub const fn bad_rows(&self) -> &BTreeSet<usize> {
        &self.bad_rows
    }

    /// Whether something is wrong with the whole file, which no skipping of rows mends.
    pub const fn whole_file(&self) -> bool {
        self.whole_file
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        let mut problems = Self::default();
        problems.push_whole(problem);
        problems
    }
}

impl std::fmt::Display for Problems {
    /// One problem a line.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for problem in &self.listed {
            writeln!(f, "{problem}")?;
        }
        match self.more {
            0 => Ok(()),
            1 => writeln!(f, "and 1 more problem"),
            more => writeln!(f, "and {more} more problems"),
        }
    }
}

/// Why there is no table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Something is wrong with the file.
    #[error("{0}")]
    Wrong(Problem),
    /// Somebody stopped it.
    #[error("{0}")]
    Stopped(Stopped),
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Self {
        Self::Wrong(problem)
    }
}

impl From<Stopped> for Trouble {
    fn from(stopped: Stopped) -> Self {
        Self::Stopped(stopped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_are_listed_and_the_rest_counted() {
        let mut problems = Problems::default();
        for row in 2..=121 {
            let problem = Problem::new("cases.csv", Some(row), Some("case_id"), "it is empty");
            problems.push(problem);
        }
        assert_eq!(problems.listed().len(), 100);
        assert_eq!(problems.more(), 20);
        assert_eq!(problems.bad_rows().len(), 120);
        assert!(problems.to_string().ends_with("and 20 more problems\n"));
        assert!(
            problems
                .to_string()
                .starts_with("cases.csv, row 2, column case_id: it is empty\n")
        );
        let whole = Problem::of_file("cases.csv", "it goes on");
        problems.push_whole(whole.clone());
        assert_eq!(problems.listed().first(), Some(&whole));
        assert_eq!((problems.listed().len(), problems.more()), (100, 21));
        assert!(problems.whole_file());
    }
}
