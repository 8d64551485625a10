//! What the history screen needs of a review beyond what is kept of it: found when the screen is
//! shown, and kept until the review, or what is wanted of it, is another one.

use std::collections::HashMap;

use crate::review::history::Digest;
use crate::review::text::CaseId;
use crate::review::{Command, Review, Timestamp};
use crate::ui::happened::{Happened, Kinds, Sifting};

/// All of it.
#[derive(Debug, Default)]
pub struct Book {
    /// The last entry of the history that this is of.
    of: Option<Digest>,
    happened: Happened,
    /// The entries whose text was taken out, with the places of the entries that say so.
    taken_out: HashMap<u64, Vec<usize>>,
    numbers: Vec<CaseId>,
    counts: HashMap<Kinds, usize>,
    /// When a judgement was recorded last.
    last_recorded: Option<Timestamp>,
    wanted: Sifting,
    sifted: Vec<usize>,
}

impl Book {
    /// Brings it up to date.
    pub fn update(&mut self, review: &Review, sifting: &Sifting) {
        let last = review.history().entries().last().map(|entry| entry.hash);
        let same = self.of == last && last.is_some();
        if !same {
            self.of = last;
            self.happened = Happened::to(review);
            self.taken_out = taken_out(review);
            self.last_recorded = last_recorded(review);
            self.numbers = self.happened.numbers();
        }
        let wanted = (&sifting.case, sifting.kinds);
        if !same || (&self.wanted.case, self.wanted.kinds) != wanted {
            self.sifted = self.happened.sifted(sifting);
            self.counts = self.happened.counts(sifting.case.as_ref());
        }
        self.wanted = sifting.clone();
    }

    /// What happened.
    pub const fn happened(&self) -> &Happened {
        &self.happened
    }

    /// The places of the entries that are wanted, the newest first.
    pub fn sifted(&self) -> &[usize] {
        &self.sifted
    }

    /// How many entries there are of a kind, of the case that is wanted.
    pub fn count(&self, kinds: Kinds) -> usize {
        self.counts.get(&kinds).copied().unwrap_or_default()
    }

    /// When a judgement was recorded last.
    pub const fn last_recorded(&self) -> Option<Timestamp> {
        self.last_recorded
    }

    /// The places of the entries that say that the text of this one was taken out.
    pub fn taken_out(&self, number: u64) -> &[usize] {
        self.taken_out.get(&number).map_or(&[], Vec::as_slice)
    }

    /// Every number that a case of this history has, or had when it was taken out, in order.
    pub fn numbers(&self) -> &[CaseId] {
        &self.numbers
    }
}

fn taken_out(review: &Review) -> HashMap<u64, Vec<usize>> {
    let mut all: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, entry) in review.history().entries().iter().enumerate() {
        let command = entry.payload.as_ref().map(|payload| &payload.command);
        if let Some(Command::Redact(redaction)) = command {
            for number in &redaction.entries {
                all.entry(*number).or_default().push(at);
            }
        }
    }
    all
}

fn last_recorded(review: &Review) -> Option<Timestamp> {
    let mut newest_first = review.history().entries().iter().rev();
    let found = newest_first.find(|entry| entry.header.kind == "judgement recorded");
    found.map(|entry| entry.header.at)
}
