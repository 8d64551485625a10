//! Carrying out what a person wants of a table on its way in.

use std::sync::Arc;

use super::{Importing, Wish};
use crate::exchange::{Incoming, TableKind};
use crate::review::Review;
use crate::review::redact::{Passage, Replacement};

impl Importing {
    /// Carries out what a person wants, and reads the cases again where that changes them.
    pub fn carry_out(&mut self, wish: Wish, review: &Review) {
        let again = match wish {
            Wish::Take(kind, taken) => {
                match kind {
                    TableKind::Cases => self.take.cases = taken,
                    TableKind::Provisions => self.take.provisions = taken,
                    TableKind::Baseline => self.take.baseline = taken,
                }
                self.renew_codes(review);
                true
            }
            Wish::Is(kind) => {
                self.open(review, Some(kind), None);
                false
            }
            Wish::CasesOn(sheet) => {
                self.open(review, None, Some(sheet));
                false
            }
            Wish::Match(column, known) => self.change(|cases| cases.match_column(column, known)),
            Wish::Type(row, column, text) => {
                self.typed.insert((row, column), text);
                false
            }
            Wish::Mend(row, column) => match self.typed.remove(&(row, column)) {
                Some(text) => self.put(row, column, &text),
                None => false,
            },
            Wish::Put(row, column, text) => self.put(row, column, &text),
            Wish::CutShort(row) => self.change(|cases| {
                cases.cut_short(row);
                true
            }),
            Wish::Skip(row, leave_out) => self.change(|cases| {
                cases.skip(row, leave_out);
                true
            }),
            Wish::SkipBad => {
                let read = self.read.as_ref();
                let bad = read.map(|read| read.problems.bad_rows().clone());
                self.skip_all(bad.unwrap_or_default())
            }
            Wish::SkipHere => {
                let dry = self.read.as_ref().map(|read| &read.dry);
                let rows = self.cases().zip(dry).map(|(cases, dry)| {
                    let mut rows = cases.rows_of(&dry.here_already);
                    rows.extend(cases.rows_of(&dry.put_aside));
                    rows
                });
                self.skip_all(rows.unwrap_or_default())
            }
            Wish::Code(instead_of, code) => {
                self.change(|cases| cases.replace_code(&instead_of, &code) > 0)
            }
            Wish::Replace(passage, put) => self.replace(&passage, put),
            Wish::ShowColumns(shown) => {
                self.columns_shown = shown;
                false
            }
            // The app does these.
            Wish::Now | Wish::Never => false,
        };
        if again {
            self.read_again(review);
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut Incoming) -> bool) -> bool {
        self.cases
            .as_mut()
            .is_some_and(|cases| change(Arc::make_mut(cases)))
    }

    fn put(&mut self, row: usize, column: usize, text: &str) -> bool {
        self.typed.remove(&(row, column));
        if self.cell(row, column) == text {
            return false;
        }
        self.touched.insert((row, column));
        self.change(|cases| cases.set_cell(row, column, text))
    }

    fn skip_all(&mut self, rows: impl IntoIterator<Item = usize>) -> bool {
        self.change(|cases| {
            for row in rows {
                cases.skip(row, true);
            }
            true
        })
    }

    /// The cases may name other provisions now; what was matched, mended and left out stays so.
    fn renew_codes(&mut self, review: &Review) {
        let codes = self.take.setup(self.opened.as_ref());
        let codes = codes.codes(review.setup());
        let Some(before) = self.cases() else {
            return;
        };
        let mut renewed = Incoming::new(before.table().clone(), codes);
        for column in 0..before.table().header().len() {
            let known = before.matching().known(column).map(|known| known.name);
            renewed.match_column(column, known);
        }
        for row in before.skipped() {
            renewed.skip(*row, true);
        }
        self.cases = Some(Arc::new(renewed));
    }

    /// Puts a mark in the place of a passage in every cell.
    fn replace(&mut self, passage: &str, put: Replacement) -> bool {
        let Ok(passage) = Passage::new(passage) else {
            return false;
        };
        let Some(cases) = self.cases() else {
            return false;
        };
        let mut cells = Vec::new();
        for row in cases.table().rows() {
            for (column, text) in row.cells().enumerate() {
                let found = passage.found_in(text);
                if found.is_empty() {
                    continue;
                }
                let mut text = text.to_owned();
                for place in found.iter().rev() {
                    text.replace_range(place.clone(), put.mark());
                }
                cells.push((row.number(), column, text));
            }
        }
        self.change(|cases| {
            for (row, column, text) in &cells {
                cases.set_cell(*row, *column, text);
            }
            !cells.is_empty()
        })
    }
}
