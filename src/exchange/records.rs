//! A table's bytes as records, one after the other: none is kept, and none can be larger than a
//! row of a spreadsheet, so that a table costs little more memory than what it says.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::decode::Letters;
use crate::review::bounds;

/// What the buffers begin with; they grow to the bounds where a table needs it.
const FIELDS_FIRST: usize = 4 * 1024;
const ENDS_FIRST: usize = 64;

/// The records of a table, in order.
pub(super) struct Records<'a> {
    bytes: &'a [u8],
    letters: Letters,
    /// Where the next record begins.
    at: usize,
    /// The row of the last record, as a spreadsheet shows it.
    row: usize,
    reader: Reader,
    fields: Vec<u8>,
    ends: Vec<usize>,
    /// How many fields the last record has.
    count: usize,
}

/// Why a table cannot be read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TooLarge {
    /// More bytes in a row than [`bounds::TABLE_ROW_BYTES`].
    Row,
    /// More fields in a row than [`bounds::TABLE_COLUMNS`].
    Columns,
}

impl<'a> Records<'a> {
    pub fn new(bytes: &'a [u8], letters: Letters, start: usize, separator: u8) -> Self {
        Self {
            bytes,
            letters,
            at: start,
            row: 0,
            reader: ReaderBuilder::new().delimiter(separator).build(),
            fields: vec![0; FIELDS_FIRST],
            ends: vec![0; ENDS_FIRST],
            count: 0,
        }
    }

    /// Goes to the next record that is not empty; `Ok(None)` at the end, else its row.
    ///
    /// # Errors
    /// [`TooLarge`]; [`Records::row`] says which row is.
    pub fn next(&mut self) -> Result<Option<usize>, TooLarge> {
        loop {
            let start = self.at;
            let read = self.read();
            if read == Ok(false) {
                return Ok(None);
            }
            self.row += 1 + self.empty_lines_at(start);
            read?;
            if !self.is_empty() {
                return Ok(Some(self.row));
            }
        }
    }

    /// How many bytes have been read.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The row that was read last, as a spreadsheet shows it.
    pub const fn row(&self) -> usize {
        self.row
    }

    /// The fields of the record.
    pub fn fields(&self) -> impl Iterator<Item = std::borrow::Cow<'_, str>> {
        (0..self.count).filter_map(|at| self.field(at))
    }

    /// One field of the record.
    pub fn field(&self, at: usize) -> Option<std::borrow::Cow<'_, str>> {
        if at >= self.count {
            return None;
        }
        let start = match at.checked_sub(1) {
            None => 0,
            Some(before) => *self.ends.get(before)?,
        };
        let field = self.fields.get(start..*self.ends.get(at)?)?;
        Some(self.letters.text(field))
    }

    /// Whether no field of the record says anything.
    fn is_empty(&self) -> bool {
        let end = self
            .count
            .checked_sub(1)
            .and_then(|last| self.ends.get(last));
        let written = self.fields.get(..end.copied().unwrap_or_default());
        // Without looking at each field of the many rows that are nothing but commas.
        written.is_some_and(|bytes| bytes.iter().all(u8::is_ascii_whitespace))
            || self.fields().all(|field| is_blank(&field))
    }

    /// Whether the record's last field reaches over lines, as one does whose quotation mark does
    /// not close.
    pub fn ends_in_lines(&self) -> bool {
        self.count
            .checked_sub(1)
            .and_then(|last| self.field(last))
            .is_some_and(|field| field.contains('\n'))
    }

    /// Reads a record into the buffers; `false` at the end.
    fn read(&mut self) -> Result<bool, TooLarge> {
        let (mut written, mut ended) = (0, 0);
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let (result, read, wrote, ends) = self.reader.read_record(
                rest,
                self.fields.get_mut(written..).unwrap_or_default(),
                self.ends.get_mut(ended..).unwrap_or_default(),
            );
            self.at += read;
            written += wrote;
            ended += ends;
            match result {
                // Nothing is left: the reader is asked once more, for the last record.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => {
                    grow(&mut self.fields, bounds::TABLE_ROW_BYTES).ok_or(TooLarge::Row)?;
                }
                ReadRecordResult::OutputEndsFull => {
                    grow(&mut self.ends, bounds::TABLE_COLUMNS).ok_or(TooLarge::Columns)?;
                }
                ReadRecordResult::Record => {
                    self.count = ended;
                    return Ok(true);
                }
                ReadRecordResult::End => {
                    self.count = 0;
                    return Ok(false);
                }
            }
        }
    }

    /// Empty lines that the reader passes over before the record that begins here.
    fn empty_lines_at(&self, start: usize) -> usize {
        let rest = self.bytes.get(start..).unwrap_or_default();
        let before = start.checked_sub(1).and_then(|at| self.bytes.get(at));
        let mut lines = 0;
        let mut previous = before.copied().filter(|byte| *byte == b'\r').unwrap_or(0);
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
}

/// Twice the room, up to a bound; `None` if there is no more.
fn grow<T: Clone + Default>(buffer: &mut Vec<T>, most: usize) -> Option<()> {
    if buffer.len() >= most {
        return None;
    }
    buffer.resize((buffer.len() * 2).min(most), T::default());
    Some(())
}

/// Whether a field says nothing.
pub(super) fn is_blank(field: &str) -> bool {
    field.trim().is_empty()
}
