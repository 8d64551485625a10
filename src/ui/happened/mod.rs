//! What happened to a review, made ready to be told: which entries there are of a kind and of a
//! case, through every change of its number, and what an undo took back. Found once for each
//! revision, since a history has tens of thousands of entries.

mod entered;
mod kinds;

use std::collections::HashMap;

pub use entered::{Told, told};
pub use kinds::Kinds;

use crate::review::Command;
use crate::review::Review;
use crate::review::command::FileEdit;
use crate::review::history::Entry;
use crate::review::text::CaseId;
use crate::review::touched::Part;

/// A case through all its numbers.
type Child = u32;

/// Which entries a person wants to see, and which one in full.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sifting {
    /// Of this case alone.
    pub case: Option<CaseId>,
    /// Of this kind alone.
    pub kinds: Kinds,
    /// The entry that is shown in full, by its number.
    pub opened: Option<u64>,
}

/// What a person wants on the history screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To see these entries.
    Sift(Sifting),
    /// To see what happened to this case.
    OfCase(CaseId),
    /// To compare the words that they took away.
    Words(String),
    /// To be shown what will be sealed, or not to seal.
    Prepare(bool),
    /// To seal.
    Seal,
}

/// What is known of one entry beyond itself.
#[derive(Clone, Debug, Default)]
struct About {
    kinds: Kinds,
    /// What it took back or made again, by its place.
    of: Option<usize>,
    children: Vec<Child>,
}

/// All entries of a history, made ready.
#[derive(Clone, Debug, Default)]
pub struct Happened {
    about: Vec<About>,
    children: Children,
    /// Cases whose first ratings have been revealed.
    revealed: Vec<Child>,
}

/// Which case has which number now.
#[derive(Clone, Debug, Default)]
struct Children {
    by_number: HashMap<CaseId, Child>,
    count: Child,
}

impl Children {
    /// The case of this number; from now on there is one.
    fn of(&mut self, id: &CaseId) -> Child {
        if let Some(child) = self.by_number.get(id) {
            return *child;
        }
        let child = self.count;
        self.count += 1;
        self.by_number.insert(id.clone(), child);
        child
    }

    fn rename(&mut self, from: &CaseId, to: &CaseId) {
        let child = self.of(from);
        self.by_number.remove(from);
        self.by_number.insert(to.clone(), child);
    }
}

impl Happened {
    /// What happened to this review.
    pub fn to(review: &Review) -> Self {
        let mut all = Self::default();
        let (mut done, mut undone): (Vec<usize>, Vec<usize>) = Default::default();
        let entries = review.history().entries();
        for (at, entry) in entries.iter().enumerate() {
            let of = match entry.payload.as_ref().map(|payload| &payload.command) {
                Some(Command::Undo) => {
                    let of = done.pop();
                    undone.extend(of);
                    of
                }
                Some(Command::Redo) => {
                    let of = undone.pop();
                    done.extend(of);
                    of
                }
                _ => {
                    undone.clear();
                    done.push(at);
                    None
                }
            };
            let about = all.about(entry, of, entries.get(of.unwrap_or(at)));
            all.about.push(about);
        }
        all
    }

    fn about(
        &mut self,
        entry: &Entry,
        of: Option<usize>,
        meant: Option<&std::sync::Arc<Entry>>,
    ) -> About {
        let mut children: Vec<Child> = match of.and_then(|of| self.about.get(of)) {
            Some(about) => about.children.clone(),
            None => self.of_entry(entry),
        };
        let command = meant
            .and_then(|entry| entry.payload.as_ref())
            .map(|p| &p.command);
        if let Some(Command::EditCaseFile {
            case,
            edit: FileEdit::Id(new),
        }) = command
        {
            let back = entry
                .payload
                .as_ref()
                .is_some_and(|p| p.command == Command::Undo);
            let (from, to) = if back { (new, case) } else { (case, new) };
            self.children.rename(from, to);
        }
        children.sort_unstable();
        children.dedup();
        let own = Kinds::of(&entry.header.kind);
        if own == Kinds::Ratings && entry.header.kind == "ratings revealed" {
            self.revealed.extend(&children);
        }
        let kinds = of
            .and_then(|of| self.about.get(of))
            .map_or(own, |about| about.kinds);
        let kinds = if entry.payload.is_none() {
            Kinds::TakenOut
        } else {
            kinds
        };
        About {
            kinds,
            of,
            children,
        }
    }

    fn of_entry(&mut self, entry: &Entry) -> Vec<Child> {
        let mut children: Vec<Child> = Vec::new();
        children.extend(entry.header.case.as_ref().map(|id| self.children.of(id)));
        for touched in &entry.header.changes {
            if let Part::Case(id) = &touched.part {
                children.push(self.children.of(id));
            }
        }
        if let Some(Command::Import(cases)) = entry.payload.as_ref().map(|p| &p.command) {
            children.extend(cases.iter().map(|case| self.children.of(&case.file.id)));
        }
        children
    }

    /// The places of the entries that are wanted, the newest first.
    pub fn sifted(&self, sifting: &Sifting) -> Vec<usize> {
        let child = sifting
            .case
            .as_ref()
            .map(|id| self.children.by_number.get(id));
        let wanted = |about: &About| {
            let of_case = match child {
                None => true,
                Some(None) => false,
                Some(Some(child)) => about.children.contains(child),
            };
            of_case && (sifting.kinds == Kinds::All || sifting.kinds == about.kinds)
        };
        let places = self.about.iter().enumerate().rev();
        places
            .filter(|(_, about)| wanted(about))
            .map(|(at, _)| at)
            .collect()
    }

    /// The entry that was taken back or made again here, by its place.
    pub fn meant(&self, at: usize) -> Option<usize> {
        self.about.get(at)?.of
    }

    /// How many entries there are of a kind.
    pub fn count(&self, kinds: Kinds) -> usize {
        let all = self.about.iter();
        all.filter(|about| kinds == Kinds::All || about.kinds == kinds)
            .count()
    }

    /// Every number that a case of this history has, or had when it was taken out, in order.
    pub fn numbers(&self) -> Vec<CaseId> {
        let mut numbers: Vec<CaseId> = self.children.by_number.keys().cloned().collect();
        numbers.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        numbers
    }

    /// Whether the first ratings of the case that this entry is about may be told.
    pub fn ratings_are_revealed(&self, at: usize) -> bool {
        let about = self.about.get(at);
        about.is_some_and(|about| {
            about
                .children
                .iter()
                .all(|child| self.revealed.contains(child))
        })
    }
}
