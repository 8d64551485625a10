//! A file that somebody names, and the tables in it. What it is is seen by its first bytes, not by
//! its name: a workbook that is called .csv is read as a workbook, and the other way round.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::columns::TableKind;
use super::csv::Csv;
use super::problem::{Problem, Trouble};
use super::progress::{NOBODY, Observer};
use super::table::Table;
use super::workbook::{self, Workbook};
use crate::review::bounds;

const TOO_LARGE: &str = "the file is larger than 64 MB";

/// A file with tables in it: one in a CSV file, several in a workbook.
pub struct Source {
    name: String,
    what: What,
}

enum What {
    Csv(Csv),
    Workbook(Box<Workbook>),
}

impl Source {
    /// Opens a file.
    ///
    /// # Errors
    /// [`Trouble`] if it cannot be read, is more than 64 MB, is no table and no workbook, or is a
    /// workbook that is damaged, protected by a password or made to cost too much.
    pub fn open(path: &Path, observer: Observer<'_>) -> Result<Self, Trouble> {
        let name = path.display().to_string();
        let bytes = read(path).map_err(|why| {
            Problem::of_file(
                &name,
                match why.kind() {
                    io::ErrorKind::FileTooLarge => TOO_LARGE.to_owned(),
                    _ => format!("the file cannot be read: {}", in_words(&why)),
                },
            )
        })?;
        Self::from_bytes(&name, bytes, observer)
    }

    /// Takes a file's bytes; `name` stands in messages.
    ///
    /// # Errors
    /// As [`Source::open`].
    pub fn from_bytes(name: &str, bytes: Vec<u8>, observer: Observer<'_>) -> Result<Self, Trouble> {
        if bytes.len() as u64 > bounds::FILE_BYTES {
            return Err(Problem::of_file(name, TOO_LARGE).into());
        }
        let what = if workbook::is_one(&bytes) {
            What::Workbook(Box::new(Workbook::open(name, bytes, observer)?))
        } else {
            What::Csv(Csv::new(name, bytes)?)
        };
        Ok(Self {
            name: name.to_owned(),
            what,
        })
    }

    /// What it is called in messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is a workbook.
    pub const fn is_workbook(&self) -> bool {
        matches!(self.what, What::Workbook(_))
    }

    /// The sheets of a workbook that can be seen, in order; a CSV file has none.
    pub fn sheets(&self) -> Vec<&str> {
        match &self.what {
            What::Csv(_) => Vec::new(),
            What::Workbook(workbook) => workbook.visible().collect(),
        }
    }

    /// Reads a table: of a workbook the sheet of its name, and for cases also the only sheet,
    /// whatever its name is; a CSV file is whichever table is asked for. `None` if a workbook has
    /// no such sheet.
    ///
    /// # Errors
    /// [`Trouble`]. What is wrong with rows and cells is in the table.
    pub fn table(
        &mut self,
        kind: TableKind,
        observer: Observer<'_>,
    ) -> Result<Option<Table>, Trouble> {
        match &mut self.what {
            What::Csv(csv) => Ok(Some(csv.table(kind, observer)?)),
            What::Workbook(workbook) => workbook.table(kind, observer),
        }
    }

    /// Reads the sheet with this name as this table, in a workbook whose sheets have other names.
    ///
    /// # Errors
    /// As [`Source::table`].
    pub fn sheet(
        &mut self,
        sheet: &str,
        kind: TableKind,
        observer: Observer<'_>,
    ) -> Result<Option<Table>, Trouble> {
        match &mut self.what {
            What::Csv(_) => Ok(None),
            What::Workbook(workbook) => workbook.sheet(sheet, kind, observer),
        }
    }

    /// What there is to say of the file besides its tables: sheets that are hidden or not known.
    pub fn notes(&self) -> Vec<String> {
        match &self.what {
            What::Csv(_) => Vec::new(),
            What::Workbook(workbook) => workbook.notes(),
        }
    }
}

impl Table {
    /// Opens a file and reads a table from it.
    ///
    /// # Errors
    /// [`Problem`] as of [`Source::open`], or if a workbook has no such sheet.
    pub fn open(path: &Path, kind: TableKind) -> Result<Self, Problem> {
        Self::of(Source::open(path, NOBODY), kind)
    }

    /// Reads a table from a file's bytes; `name` stands in messages.
    ///
    /// # Errors
    /// As [`Table::open`].
    pub fn from_bytes(name: &str, bytes: &[u8], kind: TableKind) -> Result<Self, Problem> {
        Self::of(Source::from_bytes(name, bytes.to_vec(), NOBODY), kind)
    }

    fn of(source: Result<Source, Trouble>, kind: TableKind) -> Result<Self, Problem> {
        let read = || {
            let mut source = source?;
            let table = source.table(kind, NOBODY)?;
            table.ok_or_else(|| Trouble::Wrong(source.has_no(kind)))
        };
        read().map_err(|trouble| match trouble {
            Trouble::Wrong(problem) => problem,
            Trouble::Stopped(stopped) => Problem::of_file("", stopped.to_string()),
        })
    }

    /// A CSV table for a test.
    #[cfg(test)]
    #[allow(clippy::unwrap_used)]
    pub(super) fn from_csv(name: &str, text: &str, kind: TableKind) -> Self {
        Self::from_bytes(name, text.as_bytes(), kind).unwrap()
    }
}

impl Source {
    /// That a workbook has no sheet for a table, and which it has.
    pub fn has_no(&self, kind: TableKind) -> Problem {
        let what = match &self.what {
            What::Csv(_) => "it is no workbook".to_owned(),
            What::Workbook(workbook) => workbook.has_no(kind),
        };
        Problem::of_file(&self.name, what)
    }
}

/// The bytes of a file, and no more than one more than it may have.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > bounds::FILE_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    // One more than there are, so that reading to the end needs no more room.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
    file.take(bounds::FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What the system says, in words where they are plain.
fn in_words(why: &io::Error) -> String {
    match why.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "you are not allowed to".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => why.to_string(),
    }
}
