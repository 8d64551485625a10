//! A CSV file as a table.

use super::columns::TableKind;
use super::decode::{Letters, letters};
use super::matching::Matching;
use super::problem::Problem;
use super::progress::{Doing, Observer, Stopped, Teller};
use super::records::{Records, TooLarge};
use super::table::{ABOVE, Builder, Table};
use crate::review::bounds;
use crate::review::text::grouped;

/// What can stand between columns, and what a note calls it. Commas first: they are what is meant
/// where nothing speaks against it.
const SEPARATORS: [(u8, &str); 3] = [(b',', "commas"), (b';', "semicolons"), (b'\t', "tabs")];

/// The bytes of a CSV file and where they come from.
#[derive(Clone, Debug)]
pub(super) struct Csv {
    name: String,
    bytes: Vec<u8>,
    letters: Letters,
    /// Where the text begins.
    start: usize,
}

impl Csv {
    /// Takes a file's bytes; `name` stands in messages.
    pub fn new(name: &str, bytes: Vec<u8>) -> Result<Self, Problem> {
        let (letters, start) = letters(&bytes).map_err(|why| Problem::of_file(name, why))?;
        Ok(Self {
            name: name.to_owned(),
            bytes,
            letters,
            start,
        })
    }

    /// Its rows. What is wrong with them is in the table.
    pub fn table(&self, kind: TableKind, observer: Observer<'_>) -> Result<Table, Stopped> {
        let (separator, called) = self.separator(kind);
        let mut table = Builder::new(self.name.clone(), kind);
        if separator != b',' {
            table.note(&format!(
                "its columns are separated by {called}, not commas"
            ));
        }
        let mut teller = Teller::new(observer, Doing::Opening, self.bytes.len());
        let mut records = self.records(separator);
        let mut ends_in_lines = false;
        loop {
            teller.at(records.at())?;
            match records.next() {
                Ok(None) => break,
                Ok(Some(row)) => {
                    ends_in_lines = records.ends_in_lines();
                    if table.row(row, records.fields()).is_err() {
                        break;
                    }
                }
                Err(why) => {
                    table.wrong(Some(records.row()), in_words(why));
                    break;
                }
            }
        }
        self.check_end(&mut table, ends_in_lines);
        Ok(table.finish())
    }

    fn records(&self, separator: u8) -> Records<'_> {
        Records::new(&self.bytes, self.letters, self.start, separator)
    }

    /// What separates the columns: that under which most of a header is known, and if nothing of it
    /// is, that under which there are columns at all.
    fn separator(&self, kind: TableKind) -> (u8, &'static str) {
        let known = |separator: u8| {
            let mut records = self.records(separator);
            let mut best = ((0, 0), false);
            for row in 0..=ABOVE {
                let Ok(Some(_)) = records.next() else {
                    break;
                };
                let header: Vec<String> = records.fields().map(|name| name.into_owned()).collect();
                let found = Matching::of_header(&header, kind).found();
                best.0 = found.max(best.0);
                best.1 |= row == 0 && header.len() > 1;
            }
            best
        };
        let mut best = (SEPARATORS[0], known(b','));
        for separator in SEPARATORS.into_iter().skip(1) {
            let found = known(separator.0);
            if found > best.1 {
                best = (separator, found);
            }
        }
        best.0
    }

    /// Looks for a quotation mark that opens in the last row and does not close.
    fn check_end(&self, table: &mut Builder, in_lines: bool) {
        let marks = || self.bytes.iter().filter(|byte| **byte == b'"').count();
        if in_lines && marks() % 2 == 1 {
            let what = "a quotation mark opens in this row and does not close, so the rest of the \
                        file stands in one field";
            table.wrong(Some(table.last_row()), what);
        }
    }
}

/// Why a row is larger than any row.
fn in_words(why: TooLarge) -> String {
    match why {
        TooLarge::Row => format!(
            "this row is longer than {} MB, more than any row holds; perhaps a quotation mark \
             opens in it and does not close",
            bounds::TABLE_ROW_BYTES / (1024 * 1024)
        ),
        TooLarge::Columns => format!(
            "this row has more than {} columns, more than a spreadsheet has",
            grouped(&bounds::TABLE_COLUMNS.to_string())
        ),
    }
}
