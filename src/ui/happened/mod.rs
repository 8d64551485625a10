//! What happened to a review, made ready to be told: which entries there are of a kind and of a
//! case, through every change of its number, and what an undo took back. Found once for each
//! revision, since a history has tens of thousands of entries.

mod entered;
mod forms;
mod imported;
mod kinds;
mod of_case;

use std::collections::HashMap;

pub use entered::{Told, told};
pub use forms::Form;
use forms::Forms;
pub use imported::imported;
pub use kinds::Kinds;

use crate::review::Command;
use crate::review::Review;
use crate::review::command::FileEdit;
use crate::review::history::Entry;
use crate::review::part::Part;
use crate::review::text::CaseId;

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
    /// The cases of an import, in its order.
    imported: Vec<Child>,
    /// What stood on the form when a judgement was recorded.
    recorded: Option<Form>,
}

impl About {
    /// Whether it is of this case; of any, where none is asked for.
    fn is_of(&self, child: Option<Option<&Child>>) -> bool {
        match child {
            None => true,
            Some(None) => false,
            Some(Some(child)) => self.children.contains(child),
        }
    }
}

/// Carries on what stands on the forms; what stood there if a judgement is recorded here.
fn follow(
    forms: &mut Forms,
    at: usize,
    entry: &Entry,
    about: &About,
    meant: Option<&std::sync::Arc<Entry>>,
) -> Option<Form> {
    let header = &entry.header;
    let Some(payload) = &entry.payload else {
        forms.lose(header.number, &header.kind, &about.children);
        return None;
    };
    let children = match about.imported.is_empty() {
        true => &about.children,
        false => &about.imported,
    };
    match (
        &payload.command,
        about.of,
        meant.and_then(|entry| entry.payload.as_ref()),
    ) {
        (Command::Undo, Some(of), _) => forms.take_back(of),
        (Command::Redo, Some(of), Some(meant)) => forms.follow(of, &meant.command, children),
        (Command::Undo | Command::Redo, ..) => {}
        (command, ..) => {
            forms.follow(at, command, children);
            if let Command::Record(_) = command {
                return about
                    .children
                    .first()
                    .and_then(|child| forms.form(*child))
                    .cloned();
            }
        }
    }
    None
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
        let mut forms = Forms::of(review);
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
                Some(command) if command.is_remark() => None,
                _ => {
                    undone.clear();
                    done.push(at);
                    None
                }
            };
            let meant = entries.get(of.unwrap_or(at));
            let mut about = all.about(entry, of, meant);
            about.recorded = follow(&mut forms, at, entry, &about, meant);
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
        let imported = match of.and_then(|of| self.about.get(of)) {
            Some(about) => about.imported.clone(),
            None => self.imported_by(entry),
        };
        About {
            kinds,
            of,
            children,
            imported,
            recorded: None,
        }
    }

    fn imported_by(&mut self, entry: &Entry) -> Vec<Child> {
        let command = entry.payload.as_ref().map(|payload| &payload.command);
        let cases = command.and_then(Command::imported).unwrap_or_default();
        let numbers = cases.iter().map(|case| &case.file.id);
        numbers.map(|id| self.children.of(id)).collect()
    }

    fn of_entry(&mut self, entry: &Entry) -> Vec<Child> {
        let mut children: Vec<Child> = Vec::new();
        children.extend(entry.header.case.as_ref().map(|id| self.children.of(id)));
        for touched in &entry.header.changes {
            if let Part::Case(id) = &touched.part {
                children.push(self.children.of(id));
            }
        }
        children.extend(self.imported_by(entry));
        children
    }

    /// The places of the entries that are wanted, the newest first.
    pub fn sifted(&self, sifting: &Sifting) -> Vec<usize> {
        let child = sifting
            .case
            .as_ref()
            .map(|id| self.children.by_number.get(id));
        let wanted = |about: &About| {
            about.is_of(child) && (sifting.kinds == Kinds::All || sifting.kinds == about.kinds)
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

    /// How many entries there are of each kind, of all cases or of this one.
    pub fn counts(&self, case: Option<&CaseId>) -> HashMap<Kinds, usize> {
        let mut counts = HashMap::new();
        let child = case.map(|id| self.children.by_number.get(id));
        for about in &self.about {
            if about.is_of(child) {
                *counts.entry(about.kinds).or_default() += 1;
                if about.kinds != Kinds::All {
                    *counts.entry(Kinds::All).or_default() += 1;
                }
            }
        }
        counts
    }

    /// Which case of the import at this place is the one that has this number now.
    pub fn imported(&self, at: usize, case: &CaseId) -> Option<usize> {
        let child = self.children.by_number.get(case)?;
        let imported = &self.about.get(at)?.imported;
        imported.iter().position(|one| one == child)
    }

    /// What stood on the form when a judgement was recorded at this place.
    pub fn recorded(&self, at: usize) -> Option<&Form> {
        self.about.get(at)?.recorded.as_ref()
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
