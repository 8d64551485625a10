//! One table as its header and rows, with the row numbers that a spreadsheet shows.

use std::collections::HashSet;
use std::io::Read as _;
use std::path::Path;

use super::decode::decode;
use super::number::shortened;
use super::problem::{Problem, Problems};
use crate::review::bounds;

/// The text of a table and where it comes from.
#[derive(Clone, Debug)]
pub struct Sheet {
    name: String,
    text: String,
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

/// A table taken apart.
pub(super) struct Rows {
    /// Where each known column stands, in the order of the known columns.
    pub places: Vec<Option<usize>>,
    /// Rows that are not empty, with their numbers.
    pub rows: Vec<(usize, csv::StringRecord)>,
    /// Columns that are not known, in words.
    pub notes: Vec<String>,
}

impl Sheet {
    /// Reads a file.
    ///
    /// # Errors
    /// [`Problem`] if it cannot be read, is more than 64 MB, or is no text.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        let name = path.display().to_string();
        let cannot = |why: std::io::Error| {
            whole_file(
                &name,
                format!("the file cannot be read: {}", in_words(&why)),
            )
        };
        let mut bytes = Vec::new();
        std::fs::File::open(path)
            .and_then(|file| file.take(bounds::FILE_BYTES + 1).read_to_end(&mut bytes))
            .map_err(cannot)?;
        Self::from_bytes(&name, &bytes)
    }

    /// Reads a file's bytes; `name` stands in messages.
    ///
    /// # Errors
    /// [`Problem`] if they are more than 64 MB or no text.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        if bytes.len() as u64 > bounds::FILE_BYTES {
            return Err(whole_file(name, "the file is larger than 64 MB".to_owned()));
        }
        match decode(bytes) {
            Ok(text) => Ok(Self {
                name: name.to_owned(),
                text,
            }),
            Err(why) => Err(whole_file(name, why.to_owned())),
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

    /// Takes the table apart. Problems of the header are problems of the whole file.
    pub(super) fn rows(&self, columns: &[Column], problems: &mut Problems) -> Rows {
        let mut records = self.records(problems).into_iter();
        let Some((header_row, header)) = records.next() else {
            problems.push_whole(self.problem(None, None, "the file is empty"));
            return Rows {
                places: vec![None; columns.len()],
                rows: Vec::new(),
                notes: Vec::new(),
            };
        };
        let names: Vec<String> = header
            .iter()
            .map(|name| name.trim().to_lowercase())
            .collect();
        self.check_header(header_row, &names, columns, problems);
        let places = columns
            .iter()
            .map(|column| names.iter().position(|name| name == column.name))
            .collect();
        let rows: Vec<_> = records.collect();
        for (row, record) in &rows {
            if record
                .iter()
                .skip(names.len())
                .any(|field| !field.trim().is_empty())
            {
                problems.push(self.problem(
                    Some(*row),
                    None,
                    "the row has more fields than the header; a text with a comma in it stands in \
                     quotation marks",
                ));
            }
        }
        let notes = self.unknown(&header, &names, columns, &rows);
        Rows {
            places,
            rows,
            notes,
        }
    }

    /// All records that are not empty, the header first, each with the row a spreadsheet shows.
    fn records(&self, problems: &mut Problems) -> Vec<(usize, csv::StringRecord)> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(self.text.as_bytes());
        let mut records = Vec::new();
        let mut row = 0;
        let mut record = csv::StringRecord::new();
        loop {
            let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            match reader.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) => {
                    row += 1 + self.empty_lines_at(start);
                    if record.iter().any(|field| !field.trim().is_empty()) {
                        records.push((row, record.clone()));
                    }
                }
                Err(why) => {
                    problems.push_whole(self.problem(None, None, format!("it is not CSV: {why}")));
                    break;
                }
            }
        }
        if let Some((row, last)) = records.last()
            && self.text.matches('"').count() % 2 == 1
            && last
                .iter()
                .next_back()
                .is_some_and(|field| field.contains('\n'))
        {
            let what = "a quotation mark opens in this row and does not close, so the rest of the \
                        file stands in one field";
            problems.push_whole(self.problem(Some(*row), None, what));
        }
        records
    }

    /// Empty lines that the reader passes over before the record that it reads next.
    fn empty_lines_at(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let rest = bytes.get(start..).unwrap_or_default();
        let after_carriage_return = start > 0 && bytes.get(start - 1) == Some(&b'\r');
        let mut lines = 0;
        let mut previous = if after_carriage_return { b'\r' } else { 0 };
        for &byte in rest {
            match byte {
                b'\n' if previous == b'\r' => {}
                b'\n' | b'\r' => lines += 1,
                _ => break,
            }
            previous = byte;
        }
        lines
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

    /// Columns that are not known and will be ignored, in words.
    fn unknown(
        &self,
        header: &csv::StringRecord,
        names: &[String],
        columns: &[Column],
        rows: &[(usize, csv::StringRecord)],
    ) -> Vec<String> {
        let known: HashSet<_> = columns.iter().map(|column| column.name).collect();
        let filled = |at: usize| {
            rows.iter()
                .any(|(_, record)| record.get(at).is_some_and(|field| !field.trim().is_empty()))
        };
        let mut unknown = Vec::new();
        for (at, (name, shown)) in names.iter().zip(header).enumerate() {
            if name.is_empty() {
                if filled(at) {
                    unknown.push(format!("number {} (it has no name)", at + 1));
                }
            } else if !known.contains(name.as_str()) {
                unknown.push(format!("“{}”", shortened(shown)));
            }
        }
        match unknown.as_slice() {
            [] => Vec::new(),
            [one] => vec![format!(
                "{}: column {one} is not known and was ignored",
                self.name
            )],
            several => vec![format!(
                "{}: columns {} are not known and were ignored",
                self.name,
                several.join(", ")
            )],
        }
    }

    /// A note on a place in this table.
    pub(super) fn note(&self, row: usize, column: &str, what: &str) -> String {
        format!("{}, row {row}, column {column}: {what}", self.name)
    }
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
fn in_words(why: &std::io::Error) -> String {
    match why.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "you are not allowed to".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => why.to_string(),
    }
}
