//! One table: its bytes, its header, and what is wrong with either.

use std::collections::{BTreeSet, HashSet};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::decode::{Letters, letters};
use super::number::shortened;
use super::problem::{Problem, Problems};
use super::records::{Records, TooLarge, is_blank};
use crate::review::bounds;
use crate::review::text::grouped;

/// How many unknown columns a note names.
const NAMED: usize = 20;

/// The bytes of a table and where they come from.
#[derive(Clone, Debug)]
pub struct Sheet {
    name: String,
    bytes: Vec<u8>,
    letters: Letters,
    /// Where the text begins.
    start: usize,
}

/// One column that a table may have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// Its name.
    pub name: &'static str,
    /// Whether the table is none without it, and no row may leave it empty.
    pub required: bool,
}

/// A column that must be there.
pub(super) const fn required(name: &'static str) -> Column {
    Column {
        name,
        required: true,
    }
}

/// A column that may be left out.
pub(super) const fn optional(name: &'static str) -> Column {
    Column {
        name,
        required: false,
    }
}

/// What a table's header says.
pub(super) struct Header {
    /// Where each known column stands, in the order of the known columns.
    pub places: Vec<Option<usize>>,
    /// How many columns there are.
    pub width: usize,
    /// Columns that have a name and are not known, shortened.
    unknown: Vec<(usize, String)>,
    /// Columns that have no name.
    nameless: Vec<usize>,
}

impl Sheet {
    /// Reads a file.
    ///
    /// # Errors
    /// [`Problem`] if it cannot be read, is more than 64 MB, or is no text.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        let name = path.display().to_string();
        let cannot = |why: io::Error| {
            whole_file(
                &name,
                format!("the file cannot be read: {}", in_words(&why)),
            )
        };
        Self::new(name.clone(), read(path).map_err(cannot)?)
    }

    /// Reads a file's bytes; `name` stands in messages.
    ///
    /// # Errors
    /// [`Problem`] if they are more than 64 MB or no text.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        Self::new(name.to_owned(), bytes.to_vec())
    }

    fn new(name: String, bytes: Vec<u8>) -> Result<Self, Problem> {
        if bytes.len() as u64 > bounds::FILE_BYTES {
            return Err(whole_file(
                &name,
                "the file is larger than 64 MB".to_owned(),
            ));
        }
        match letters(&bytes) {
            Ok((letters, start)) => Ok(Self {
                name,
                bytes,
                letters,
                start,
            }),
            Err(why) => Err(whole_file(&name, why.to_owned())),
        }
    }

    /// A problem at a place in this table.
    pub(super) fn problem(
        &self,
        row: Option<usize>,
        column: Option<&str>,
        what: impl Into<String>,
    ) -> Problem {
        Problem {
            file: self.name.clone(),
            row,
            column: column.map(str::to_owned),
            what: what.into(),
        }
    }

    /// Its records, the header first.
    pub(super) fn records(&self) -> Records<'_> {
        Records::new(&self.bytes, self.letters, self.start)
    }

    /// Reads the header. Its problems are problems of the whole file.
    pub(super) fn header(
        &self,
        records: &mut Records<'_>,
        columns: &[Column],
        problems: &mut Problems,
    ) -> Option<Header> {
        let row = match records.next() {
            Ok(Some(row)) => row,
            Ok(None) => {
                problems.push_whole(self.problem(None, None, "the file is empty"));
                return None;
            }
            Err(why) => {
                self.too_large(records, why, problems);
                return None;
            }
        };
        let names: Vec<String> = records
            .fields()
            .map(|name| name.trim().to_lowercase())
            .collect();
        self.check_header(row, &names, columns, problems);
        let known: HashSet<_> = columns.iter().map(|column| column.name).collect();
        let unknown = names
            .iter()
            .enumerate()
            .filter(|(_, name)| !name.is_empty() && !known.contains(name.as_str()))
            .map(|(at, _)| (at, shortened(&records.field(at).unwrap_or_default())));
        Some(Header {
            places: columns
                .iter()
                .map(|column| names.iter().position(|name| name == column.name))
                .collect(),
            width: names.len(),
            unknown: unknown.collect(),
            nameless: (0..names.len())
                .filter(|at| names.get(*at).is_some_and(String::is_empty))
                .collect(),
        })
    }

    /// Says that the row that is being read is larger than any row.
    pub(super) fn too_large(&self, records: &Records<'_>, why: TooLarge, problems: &mut Problems) {
        let what = match why {
            TooLarge::Row => format!(
                "this row is longer than {} MB, more than any row holds; perhaps a quotation mark \
                 opens in it and does not close",
                bounds::TABLE_ROW_BYTES / (1024 * 1024)
            ),
            TooLarge::Columns => format!(
                "this row has more than {} columns, more than a spreadsheet has",
                grouped(&bounds::TABLE_COLUMNS.to_string())
            ),
        };
        problems.push_whole(self.problem(Some(records.row()), None, what));
    }

    /// Looks for a quotation mark that opens in the last row, here, and does not close.
    pub(super) fn check_end(&self, row: usize, in_lines: bool, problems: &mut Problems) {
        let marks = || self.bytes.iter().filter(|byte| **byte == b'"').count();
        if in_lines && marks() % 2 == 1 {
            let what = "a quotation mark opens in this row and does not close, so the rest of the \
                        file stands in one field";
            problems.push_whole(self.problem(Some(row), None, what));
        }
    }

    fn check_header(
        &self,
        row: usize,
        names: &[String],
        columns: &[Column],
        problems: &mut Problems,
    ) {
        let row = Some(row);
        let missing: Vec<_> = columns
            .iter()
            .filter(|column| column.required && !names.iter().any(|name| name == column.name))
            .collect();
        let one_field = (names.len() == 1).then(|| names.first()).flatten();
        if let Some(separator) =
            one_field.and_then(|name| name.chars().find(|c| ";\t".contains(*c)))
            && !missing.is_empty()
        {
            let which = if separator == ';' {
                "semicolons"
            } else {
                "tabs"
            };
            let what = format!("its columns are separated by {which}; save it with commas");
            problems.push_whole(self.problem(row, None, what));
            return;
        }
        for column in missing {
            let what = format!(
                "the header has no column “{}”, which is required",
                column.name
            );
            problems.push_whole(self.problem(row, Some(column.name), what));
        }
        for column in columns {
            if names.iter().filter(|name| *name == column.name).count() > 1 {
                let what = "the header has this column twice";
                problems.push_whole(self.problem(row, Some(column.name), what));
            }
        }
    }

    /// Columns that are not known and will be ignored, in words: those with a name, and of those
    /// without the ones that hold something.
    pub(super) fn unknown(&self, header: &Header, filled: &BTreeSet<usize>) -> Option<String> {
        let nameless = filled
            .iter()
            .map(|at| (*at, format!("number {} (it has no name)", at + 1)));
        let named = header.unknown.iter();
        let mut unknown: Vec<(usize, String)> = named
            .map(|(at, name)| (*at, format!("“{name}”")))
            .chain(nameless)
            .collect();
        unknown.sort();
        let more = unknown.len().saturating_sub(NAMED);
        unknown.truncate(NAMED);
        let mut names: Vec<String> = unknown.into_iter().map(|(_, name)| name).collect();
        if more > 0 {
            names.push(format!("and {more} more"));
        }
        match names.as_slice() {
            [] => None,
            [one] => Some(format!(
                "{}: column {one} is not known and was ignored",
                self.name
            )),
            several => Some(format!(
                "{}: columns {} are not known and were ignored",
                self.name,
                several.join(", ")
            )),
        }
    }

    /// A note on a place in this table.
    pub(super) fn note(&self, row: usize, column: &str, what: &str) -> String {
        format!("{}, row {row}, column {column}: {what}", self.name)
    }
}

impl Header {
    /// The columns without a name that this record fills in.
    pub(super) fn filled(&self, records: &Records<'_>) -> impl Iterator<Item = usize> {
        let nameless = self.nameless.iter().copied();
        let nameless = nameless.take_while(|at| *at < records.width());
        nameless.filter(|at| records.field(*at).is_some_and(|field| !is_blank(&field)))
    }

    /// Whether this record has something beyond the columns.
    pub(super) fn is_exceeded_by(&self, records: &Records<'_>) -> bool {
        records
            .fields()
            .skip(self.width)
            .any(|field| !is_blank(&field))
    }
}

/// The bytes of a file, and no more than one more than it may have.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let length = file.metadata()?.len().min(bounds::FILE_BYTES);
    // One more than there are, so that reading to the end needs no more room.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
    file.take(bounds::FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn whole_file(name: &str, what: String) -> Problem {
    Problem {
        file: name.to_owned(),
        row: None,
        column: None,
        what,
    }
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
