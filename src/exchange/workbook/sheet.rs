//! The cells of a sheet, one row after the other. Cells that hold nothing cost nothing, wherever
//! the sheet says it ends.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::super::columns::TableKind;
use super::super::progress::{Stopped, Teller};
use super::super::table::{Builder, Full, Table};
use super::package::{Broken, Part, attribute, is, push_text};
use super::parts::{Book, Shown, unescaped};
use super::value::{has_day, moment, number, padded, passed};
use crate::review::bounds;

/// Rows of an Excel sheet.
const ROWS: usize = 1_048_576;
/// Merged ranges that are looked at.
const MERGED: usize = 10_000;
/// Rows or columns that a note names.
const NAMED: usize = 10;

/// Why reading a sheet ended before its end.
pub(super) enum Ended {
    Broken(Broken),
    Stopped,
    /// The table is full, and says so.
    Full,
}

impl From<Broken> for Ended {
    fn from(why: Broken) -> Self {
        Self::Broken(why)
    }
}

impl From<Stopped> for Ended {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

impl From<Full> for Ended {
    fn from(_: Full) -> Self {
        Self::Full
    }
}

/// What a cell holds.
#[derive(Default)]
struct Cell {
    text: String,
    is_date: bool,
    is_formula: bool,
    flaw: Option<String>,
}

/// A sheet that is being read.
pub(super) struct Reading<'a> {
    book: &'a Book,
    table: Builder,
    /// Cells with formulas, by column.
    formulas: BTreeMap<usize, usize>,
    hidden_rows: Vec<usize>,
    /// Columns that are hidden, from and to.
    hidden_columns: Vec<(usize, usize)>,
    merged: usize,
    /// The row before the next one.
    row: usize,
}

impl<'a> Reading<'a> {
    pub fn new(name: String, kind: TableKind, book: &'a Book) -> Self {
        Self {
            book,
            table: Builder::widening(name, kind),
            formulas: BTreeMap::new(),
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            merged: 0,
            row: 0,
        }
    }

    /// Reads all of a sheet.
    pub fn read(mut self, part: &mut Part<'_>, teller: &mut Teller<'_>) -> Result<Table, Ended> {
        match self.follow(part, teller) {
            Ok(()) | Err(Ended::Full) => {}
            Err(Ended::Broken(why)) => return Err(part.bound().unwrap_or(why).into()),
            Err(stopped) => return Err(stopped),
        }
        self.say();
        Ok(self.table.finish())
    }

    fn follow(&mut self, part: &mut Part<'_>, teller: &mut Teller<'_>) -> Result<(), Ended> {
        let mut is_sheet = false;
        loop {
            teller.at(usize::try_from(part.read()).unwrap_or(usize::MAX))?;
            match part.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "worksheet" => is_sheet = true,
                    "row" => {
                        let row = attribute(&start, "r");
                        let hidden = is_yes(attribute(&start, "hidden"));
                        self.row(row, hidden, part, teller)?;
                    }
                    "col" if is_yes(attribute(&start, "hidden")) => {
                        let at = |name| attribute(&start, name).and_then(|at| at.parse().ok());
                        let from_to = at("min").zip(at("max"));
                        let some = self.hidden_columns.len() < NAMED;
                        self.hidden_columns.extend(from_to.filter(|_| some));
                    }
                    "mergeCell" => {
                        let range = attribute(&start, "ref").unwrap_or_default();
                        self.merge(&range)?;
                    }
                    _ => {}
                },
                Event::End(end) if end.local_name().as_ref() == "worksheet" && is_sheet => {
                    return Ok(());
                }
                Event::Eof => return Err(Broken::Damaged.into()),
                _ => {}
            }
        }
    }

    /// Reads a row to its end.
    fn row(
        &mut self,
        number: Option<String>,
        hidden: bool,
        part: &mut Part<'_>,
        teller: &mut Teller<'_>,
    ) -> Result<(), Ended> {
        let row = match number {
            Some(number) => number.parse().map_err(|_| Broken::Damaged)?,
            None => self.row + 1,
        };
        if row <= self.row || row > ROWS {
            return Err(Broken::Damaged.into());
        }
        self.row = row;
        let mut cells: BTreeMap<usize, Cell> = BTreeMap::new();
        let (mut next, mut bytes) = (0, 0);
        loop {
            match part.next()? {
                Event::Start(start) if is(&start, "c") => {
                    let at = match attribute(&start, "r") {
                        Some(at) => place(&at).ok_or(Broken::Damaged)?.1,
                        None => next,
                    };
                    if at >= bounds::TABLE_COLUMNS {
                        return Err(Broken::Damaged.into());
                    }
                    next = at + 1;
                    let kind = attribute(&start, "t").unwrap_or_default();
                    let format = attribute(&start, "s").and_then(|format| format.parse().ok());
                    let cell = self.cell(&kind, format.unwrap_or(0), part)?;
                    bytes += cell.text.len();
                    if bytes > bounds::TABLE_ROW_BYTES {
                        let what = "this row holds more than 2 MB of text, more than any row";
                        self.table.wrong(Some(row), what);
                        return Err(Ended::Full);
                    }
                    if cell.flaw.is_some() || !cell.text.trim().is_empty() {
                        cells.insert(at, cell);
                    }
                    teller.at(usize::try_from(part.read()).unwrap_or(usize::MAX))?;
                }
                Event::End(end) if end.local_name().as_ref() == "row" => break,
                Event::Eof => return Err(Broken::Damaged.into()),
                _ => {}
            }
        }
        self.keep(row, hidden, &cells)
    }

    fn keep(
        &mut self,
        row: usize,
        hidden: bool,
        cells: &BTreeMap<usize, Cell>,
    ) -> Result<(), Ended> {
        let Some((last, _)) = cells.last_key_value() else {
            return Ok(());
        };
        if hidden && self.hidden_rows.len() <= NAMED {
            self.hidden_rows.push(row);
        }
        let texts = (0..=*last).map(|at| cells.get(&at).map_or("", |cell| cell.text.as_str()));
        self.table.row(row, texts)?;
        for (at, cell) in cells {
            if cell.is_formula {
                *self.formulas.entry(*at).or_default() += 1;
            }
            if cell.is_date {
                self.table.date(row, *at);
            }
            if let Some(flaw) = &cell.flaw {
                self.table.flaw(row, *at, flaw)?;
            }
        }
        Ok(())
    }

    /// Reads a cell to its end.
    fn cell(&self, kind: &str, format: usize, part: &mut Part<'_>) -> Result<Cell, Ended> {
        let mut text = String::new();
        let (mut is_formula, mut has_value) = (false, false);
        let (mut within, mut aside) = (false, false);
        loop {
            match part.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "f" => is_formula = true,
                    "v" if kind != "inlineStr" => (within, has_value) = (true, true),
                    "t" => (within, has_value) = (true, true),
                    "rPh" => aside = true,
                    _ => {}
                },
                Event::End(end) => match end.local_name().as_ref() {
                    "c" => break,
                    "v" | "t" => within = false,
                    "rPh" => aside = false,
                    _ => {}
                },
                Event::Eof => return Err(Broken::Damaged.into()),
                event if within && !aside => {
                    push_text(&event, &mut text);
                    if text.len() > bounds::TABLE_ROW_BYTES {
                        return Err(Broken::TooMuch.into());
                    }
                }
                _ => {}
            }
        }
        let is_blank = text.trim().is_empty();
        let mut cell = self.said(kind, format, text)?;
        cell.is_formula = is_formula;
        // Only a text can come to nothing; other programs write <v/> where they do not know.
        let comes_to_nothing = kind == "str" && has_value;
        if is_formula && is_blank && !comes_to_nothing {
            cell.flaw = Some(
                "this cell is a formula, and the workbook does not hold what it comes to; open it \
                 in Excel, save it again, or write the value here"
                    .to_owned(),
            );
        }
        Ok(cell)
    }

    /// What a cell of this kind and format says.
    fn said(&self, kind: &str, format: usize, raw: String) -> Result<Cell, Broken> {
        let plain = |text: String| Cell {
            text,
            ..Cell::default()
        };
        Ok(match kind {
            "s" if raw.is_empty() => Cell::default(),
            "s" => {
                let at = raw.trim().parse().map_err(|_| Broken::Damaged)?;
                let text = self.book.texts.get(at).ok_or(Broken::Damaged)?;
                plain(text.to_owned())
            }
            "str" | "inlineStr" => plain(unescaped(&raw).into_owned()),
            "b" => plain(match raw.trim() {
                "1" | "true" => "yes".to_owned(),
                "" => String::new(),
                _ => "no".to_owned(),
            }),
            "e" => Cell {
                flaw: Some(format!(
                    "this cell shows {}, which is Excel’s word for something wrong; put it right \
                     in the workbook, or write the value here",
                    super::super::number::shortened(&raw)
                )),
                ..Cell::default()
            },
            "d" => {
                let day = raw.trim_end_matches('Z').trim_end_matches(".000");
                let day = day.trim_end_matches("T00:00:00").to_owned();
                Cell {
                    is_date: true,
                    ..plain(day)
                }
            }
            _ => match raw.trim().parse::<f64>() {
                Ok(value) if value.is_finite() => {
                    let shown = self.book.formats.get(format).copied().unwrap_or_default();
                    let text = match shown {
                        Shown::Number => None,
                        Shown::Padded(digits) => Some(padded(value, digits)),
                        Shown::Moment => moment(value, self.book.from_1904),
                        Shown::Passed => passed(value),
                    };
                    Cell {
                        is_date: shown == Shown::Moment && text.as_deref().is_some_and(has_day),
                        ..plain(text.unwrap_or_else(|| number(value)))
                    }
                }
                _ => plain(raw),
            },
        })
    }

    /// Marks what a merged range covers and does not say.
    fn merge(&mut self, range: &str) -> Result<(), Ended> {
        self.merged += 1;
        if self.merged > MERGED {
            let what = "more than 10,000 ranges of cells are merged; unmerge them";
            self.table.wrong(None, what);
            return Err(Ended::Full);
        }
        let (from, to) = range.split_once(':').unwrap_or((range, range));
        let (from, to) = place(from).zip(place(to)).ok_or(Broken::Damaged)?;
        self.table.merged(range, from, to)?;
        Ok(())
    }

    /// Says what somebody should know of how the sheet was read.
    fn say(&mut self) {
        let count: usize = self.formulas.values().sum();
        let header_row = self.table.so_far().header_row();
        if count > 0 {
            let columns: Vec<String> = self.formulas.keys().map(|at| self.column(*at)).collect();
            let what = format!(
                "{count} {} in {} {}; what {} showed when the workbook was saved was taken",
                if count == 1 {
                    "cell is a formula"
                } else {
                    "cells are formulas"
                },
                if columns.len() == 1 {
                    "column"
                } else {
                    "columns"
                },
                listed(&columns),
                if count == 1 { "it" } else { "they" },
            );
            self.table.note(&what);
        }
        self.hidden_rows.retain(|row| *row > header_row);
        if !self.hidden_rows.is_empty() {
            let rows: Vec<String> = self.hidden_rows.iter().map(ToString::to_string).collect();
            let what = format!("hidden rows were read like the others: {}", listed(&rows));
            self.table.note(&what);
        }
        let width = self.table.so_far().header().len();
        let hidden: Vec<String> = self
            .hidden_columns
            .iter()
            .flat_map(|(from, to)| (from.saturating_sub(1)..*to.min(&width)).take(NAMED + 1))
            .map(|at| self.column(at))
            .collect();
        if !hidden.is_empty() {
            let what = format!(
                "hidden columns were read like the others: {}",
                listed(&hidden)
            );
            self.table.note(&what);
        }
    }

    fn column(&self, at: usize) -> String {
        self.table.so_far().column_name(at)
    }
}

/// The first ten, and whether there are more.
fn listed(some: &[String]) -> String {
    let first = some.get(..NAMED).unwrap_or(some).join(", ");
    let more = if some.len() > NAMED { ", …" } else { "" };
    format!("{first}{more}")
}

fn is_yes(attribute: Option<String>) -> bool {
    matches!(attribute.as_deref(), Some("1" | "true"))
}

/// Row (from 1) and column (from 0) of "B3".
pub(super) fn place(text: &str) -> Option<(usize, usize)> {
    let plain = text.replace('$', "");
    let digits = plain.find(|c: char| c.is_ascii_digit())?;
    let (column, row) = plain.split_at(digits);
    if column.is_empty() || column.len() > 3 || row.len() > 7 {
        return None;
    }
    let mut at = 0;
    for letter in column.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        at = at * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    let row = row.parse().ok().filter(|row| *row > 0)?;
    Some((row, at.checked_sub(1)?))
}

/// "B3" for a row (from 1) and column (from 0).
#[cfg(test)]
fn named(row: usize, column: usize) -> String {
    format!("{}{row}", super::super::matching::letters(column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_they_are_written() {
        for (row, column) in [(1, 0), (3, 1), (1_048_576, 16_383), (10, 26)] {
            assert_eq!(place(&named(row, column)), Some((row, column)));
        }
        for bad in ["", "3", "B", "B0", "ABCD1", "B12345678", "3B", "B3:"] {
            assert_eq!(place(bad), None, "{bad}");
        }
    }
}
