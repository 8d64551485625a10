//! Carrying out what a person wants of a table on its way in.

use std::sync::Arc;

use super::{Importing, LEFT_OUT, Wish};
use crate::exchange::{Incoming, TableKind};
use crate::review::command::SetupEdit;
use crate::review::redact::{Passage, Replacement};
use crate::review::{Command, Review};

impl Importing {
    /// Carries out what a person wants, and reads the cases again where that changes them.
    pub fn carry_out(&mut self, wish: Wish, review: &Review) {
        if !matches!(wish, Wish::Mend(..)) {
            // Whoever goes on with it wants to see what comes of that first.
            self.pressed = false;
        }
        // What is being typed is part of the table, whatever is wanted of that next.
        let kept = !matches!(wish, Wish::Type(..)) && self.take_what_is_typed();
        let again = match wish {
            Wish::Take(kind, taken) => {
                match kind {
                    TableKind::Cases => {
                        self.take.cases = taken;
                        // It was read with or without them.
                        self.read = None;
                    }
                    TableKind::Provisions => self.take.provisions = taken,
                    TableKind::Baseline => self.take.baseline = taken,
                }
                self.renew_places(review);
                true
            }
            // What is opened anew brings its own cells.
            Wish::Is(kind) => return self.open(review, Some(kind), None),
            Wish::CasesOn(sheet) => return self.open(review, None, Some(sheet)),
            Wish::Match(column, known) => self.change(|cases| cases.match_column(column, known)),
            Wish::Type(row, column, text) => {
                self.typed.insert((row, column), text);
                false
            }
            // That has just been done.
            Wish::Mend(..) => false,
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
            Wish::Means(name, code) => self.change(|cases| cases.mean(&name, code.as_deref())),
            Wish::Replace(passage, put) => {
                let passage = Passage::new(&passage).ok();
                passage.is_some_and(|passage| self.replace(&passage, put))
            }
            Wish::ShowColumns(shown) => {
                self.columns_shown = shown;
                false
            }
            Wish::ShowMoreLeftOut => {
                self.left_out_shown += LEFT_OUT;
                false
            }
            Wish::Again => true,
            // The app does these.
            Wish::Stop | Wish::Now | Wish::Never => false,
        };
        if again || kept {
            self.read_again(review);
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut Incoming) -> bool) -> bool {
        let cases = self.cases.as_mut();
        let changed = cases.is_some_and(|cases| change(Arc::make_mut(cases)));
        self.mended |= changed;
        changed
    }

    /// Puts what is being typed into its cells; whether that changes any.
    pub(super) fn take_what_is_typed(&mut self) -> bool {
        let mut changed = false;
        for ((row, column), text) in std::mem::take(&mut self.typed) {
            changed |= self.put(row, column, &text);
        }
        changed
    }

    fn put(&mut self, row: usize, column: usize, text: &str) -> bool {
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

    /// The cases may name other provisions now.
    pub(super) fn renew_places(&mut self, review: &Review) {
        let taken = self.take.setup(self.opened.as_ref());
        if let Some(cases) = &mut self.cases {
            Arc::make_mut(cases).renew(taken.places(review.setup()));
        }
    }

    /// Puts a mark in the place of a passage that was taken out of the review, wherever it stands in
    /// what is on its way in, and reads that again. `false` if it cannot be told where it stands.
    pub fn take_out(&mut self, passage: &Passage, put: Replacement, review: &Review) -> bool {
        if self.is_working() && self.opening {
            return false;
        }
        self.take_what_is_typed();
        self.replace(passage, put);
        let Some(opened) = &mut self.opened else {
            return false;
        };
        for note in &mut opened.notes {
            if let Some(marked) = marked(note, passage, put) {
                *note = marked;
            }
        }
        let mut problems = Vec::new();
        if let Some(provisions) = &mut opened.provisions {
            let rows = std::mem::take(&mut provisions.value.rows);
            let mut command = Command::Setup(SetupEdit::Provisions(rows));
            passage.take_out_of(put, &mut command);
            if let Command::Setup(SetupEdit::Provisions(rows)) = command {
                provisions.value.rows = rows;
            }
            problems.extend(provisions.problems.listed());
        }
        if let Some(baseline) = &mut opened.baseline {
            let mut command = Command::Setup(SetupEdit::Baseline(Box::new(baseline.value.clone())));
            passage.take_out_of(put, &mut command);
            if let Command::Setup(SetupEdit::Baseline(without)) = command {
                baseline.value = *without;
            }
            problems.extend(baseline.problems.listed());
        }
        if problems.iter().any(|one| passage.is_in(&one.to_string())) {
            return false;
        }
        // What was read of it before is not kept.
        self.read = None;
        self.read_again(review);
        true
    }

    /// Puts a mark in the place of a passage in every cell.
    fn replace(&mut self, passage: &Passage, put: Replacement) -> bool {
        let Some(cases) = self.cases() else {
            return false;
        };
        let mut cells = Vec::new();
        for row in cases.table().rows() {
            for (column, text) in row.cells().enumerate() {
                if let Some(text) = marked(text, passage, put) {
                    cells.push((row.number(), column, text));
                }
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

/// The text with a mark in the place of a passage, if that stands in it.
fn marked(text: &str, passage: &Passage, put: Replacement) -> Option<String> {
    let found = passage.found_in(text);
    let mut marked = text.to_owned();
    for place in found.iter().rev() {
        marked.replace_range(place.clone(), put.mark());
    }
    (!found.is_empty()).then_some(marked)
}
