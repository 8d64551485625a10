//! What a check has found so far, and where.

use std::collections::{BTreeMap, HashSet};

use super::Complaint;
use crate::review::command::Command;
use crate::review::history::History;
use crate::review::part::Part;
use crate::review::state::State;
use crate::review::touched::{self, LastTouched, is_there, without_mere_order};

/// A place, in the order in which places are named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum At {
    /// An entry of history.
    Entry(u64),
    /// All entries from one on.
    From(u64),
    /// A part of the review.
    Part(Part),
}

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Entry(number) => write!(f, "history, entry {number}"),
            Self::From(number) => write!(f, "history, from entry {number} on"),
            Self::Part(part) => part.fmt(f),
        }
    }
}

/// What is wrong, and where.
pub(super) type Wrong = (At, &'static str);

/// The complaint with its place in words.
pub(super) fn named((at, what): Wrong) -> Complaint {
    let place = at.to_string();
    Complaint { place, what }
}

/// The places of sorted complaints, each once.
pub(super) fn places(complaints: &[Wrong]) -> Vec<String> {
    let mut places: Vec<&At> = complaints.iter().map(|(at, _)| at).collect();
    places.dedup();
    places.into_iter().map(ToString::to_string).collect()
}

/// What a check has found so far.
#[derive(Default)]
pub(super) struct Found {
    pub(super) complaints: Vec<Wrong>,
    pub(super) parts: Vec<Part>,
    pub(super) unchecked: Vec<Part>,
    /// Parts that an entry on text taken out vouches for, and which entry.
    pub(super) rests: BTreeMap<Part, u64>,
}

impl Found {
    pub(super) fn complain(&mut self, at: At, what: &'static str) {
        self.complaints.push((at, what));
    }

    /// Takes down that these parts are not what the history gives.
    pub(super) fn differ(&mut self, parts: Vec<Part>) {
        let what = "it differs from what the history gives";
        let wrong = parts.iter().cloned().map(|part| (At::Part(part), what));
        self.complaints.extend(wrong);
        self.parts = parts;
    }

    pub(super) fn sort(&mut self) {
        self.complaints.sort();
        self.complaints.dedup();
    }

    /// Holds every part against the last entry that touched it. Some are known to be wrong.
    pub(super) fn by_parts(&mut self, state: &State, history: &History, mut wrong: Vec<Part>) {
        let mut last = LastTouched::default();
        for entry in history.entries() {
            wrong.extend(last.follow(entry));
            let number = entry.header.number;
            let command = entry.payload.as_ref().map(|payload| &payload.command);
            if let Some(Command::Redact(redaction)) = command {
                wrong.extend(redaction.outside.clone());
                let parts = entry.header.changes.iter().map(|touched| &touched.part);
                self.rests.extend(parts.map(|part| (part.clone(), number)));
            }
        }
        let there: HashSet<Part> = touched::all(state).collect();
        self.rests.retain(|part, _| there.contains(part));
        // Entries of version 1 do not say what they touched.
        let all_told = history.tells_parts();
        let digests = touched::Digests::of(state);
        for part in touched::all(state) {
            match last.get(&part) {
                None if all_told => wrong.push(part),
                None => self.unchecked.push(part),
                Some(known) => match (known.after, known.salt) {
                    // Whoever takes text out vouches anew for every part that loses its salt.
                    (Some(_), None) => {
                        let what = "what it could be checked by is missing, and no entry says \
                                    that it was taken out";
                        self.complain(At::Part(part.clone()), what);
                        self.unchecked.push(part);
                    }
                    (Some(after), Some(salt)) if digests.get(&part, salt) == Some(after) => {}
                    _ => wrong.push(part),
                },
            }
        }
        let gone = last.parts().filter(|(_, known)| known.after.is_some());
        let gone = gone
            .map(|(part, _)| part)
            .filter(|part| !is_there(part, state));
        wrong.extend(gone.cloned());
        wrong.sort();
        wrong.dedup();
        self.unchecked
            .retain(|part| wrong.binary_search(part).is_err());
        let known = |part: &Part| last.get(part).is_some_and(|known| known.after.is_some());
        self.differ(without_mere_order(wrong, |part| {
            known(part) == is_there(part, state)
        }));
    }
}
