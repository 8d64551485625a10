//! What happened to a review, entry by entry. Each entry is a header that carries a salted hash
//! of its payload and the hash of the entry before; the payload (the command) is kept beside it,
//! so that text can later be taken out without breaking the chain.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Timestamp;
use super::command::Command;
use super::digest::hash_of;
pub use super::digest::{BadHex, Digest, Salt};
pub use super::entries::Entries;
use super::part::{Touched, TouchedSalts, Touches};
use super::redaction::Redaction;
use super::text::CaseId;

/// The way a change was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Via {
    /// Typed or clicked in the window.
    Typed,
    /// Imported from a table.
    Imported,
    /// Combined from another review.
    Combined,
}

/// What can be said of a change without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// 1, 2, 3, …
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// What kind of change, in words.
    pub kind: String,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// How it was made.
    pub via: Via,
    /// Whether figures of money were on the screen.
    pub money_visible: bool,
    /// The salted hash of the payload.
    pub payload: Digest,
    /// The hash of the header before; nought for the first.
    pub previous: Digest,
    /// The parts of the review that it touched. Entries of version 1 do not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "super::bounded::parts")]
    pub changes: Vec<Touched>,
}

/// What was done, with the salt of its hash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payload {
    /// The salt.
    pub salt: Salt,
    /// The command.
    pub command: Command,
}

/// One entry of history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The header.
    pub header: Header,
    /// The hash of the header.
    pub hash: Digest,
    /// The payload; `None` once its text was taken out.
    pub payload: Option<Payload>,
    /// The salts of the header's changes, in the same order; empty once they were taken out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "super::bounded::parts")]
    pub salts: Vec<TouchedSalts>,
}

/// All that happened to a review, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct History(Entries);

/// What a caller of the gate knows about a change and the gate does not.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    /// When.
    pub at: Timestamp,
    /// How it is made.
    pub via: Via,
    /// Whether figures of money are on the screen.
    pub money_visible: bool,
    /// Random bits for the salt.
    pub salt: Salt,
}

/// Where a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("entry {number} of the history {what}")]
pub struct BrokenChain {
    /// The first entry that does not fit.
    pub number: u64,
    /// What does not fit.
    pub what: &'static str,
}

/// Entries as an older file holds them; [`History::check`] says whether they are a history.
impl FromIterator<Arc<Entry>> for History {
    fn from_iter<I: IntoIterator<Item = Arc<Entry>>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl History {
    /// The entries, from the first on.
    pub const fn entries(&self) -> &Entries {
        &self.0
    }

    /// The hash of the last entry's header, which stands for all before it; nought if there is none.
    pub fn head(&self) -> Digest {
        self.0.last().map_or_else(Digest::default, |last| last.hash)
    }

    /// The hash of the first entry's header: the same in all versions of one review.
    pub fn root(&self) -> Option<Digest> {
        self.0.first().map(|first| first.hash)
    }

    /// When the last change was made.
    pub fn last_at(&self) -> Option<Timestamp> {
        self.0.last().map(|last| last.header.at)
    }

    /// Whether the other history begins with all of this one.
    pub fn is_continued_by(&self, other: &Self) -> bool {
        self.0.len() <= other.0.len()
            && (self.0.iter().zip(&other.0)).all(|(mine, theirs)| mine.hash == theirs.hash)
    }

    /// When the review was sealed, if the last entry seals it. What a header is called proves
    /// nothing.
    pub(super) fn sealed_at(&self) -> Option<Timestamp> {
        let last = self.0.last().filter(|last| last.is_seal());
        last.map(|last| last.header.at)
    }

    /// Whether an entry has lost its text, and none says that it was taken out.
    pub(super) fn has_lost_text(&self) -> bool {
        let mut lost = self.0.iter().filter(|entry| entry.payload.is_none());
        let accounted = self.taken_out();
        lost.any(|entry| !accounted.contains(&entry.header.number))
    }

    /// Whether every entry says which parts it touched: if the first one does, all do.
    pub(super) fn tells_parts(&self) -> bool {
        let first = self.0.first();
        first.is_some_and(|first| !first.header.changes.is_empty())
    }

    /// What history says of passages that were taken out, and when. The oldest first.
    pub fn redactions(&self) -> impl Iterator<Item = (&Redaction, &Header)> {
        let entries = self.0.iter();
        entries.filter_map(|entry| match &entry.payload.as_ref()?.command {
            Command::Redact(redaction) => Some((redaction, &entry.header)),
            _ => None,
        })
    }

    /// The numbers of the entries whose text was taken out, as history says.
    pub(super) fn taken_out(&self) -> HashSet<u64> {
        let redactions = self.redactions();
        redactions
            .flat_map(|(redaction, _)| redaction.entries.iter().copied())
            .collect()
    }

    pub(super) fn append(
        &mut self,
        command: Command,
        case: Option<CaseId>,
        (changes, salts): Touches,
        act: Act,
    ) -> Arc<Entry> {
        let number = self
            .0
            .last()
            .map_or(1, |last| last.header.number.saturating_add(1));
        let salt = act.salt.derived("payload", 0);
        let header = Header {
            number,
            at: act.at,
            kind: command.kind().to_owned(),
            case,
            via: act.via,
            money_visible: act.money_visible,
            payload: hash_of(&salt.0, &command),
            previous: self.head(),
            changes,
        };
        let entry = Arc::new(Entry {
            hash: hash_of(b"", &header),
            header,
            payload: Some(Payload { salt, command }),
            salts,
        });
        self.0.push(entry.clone());
        entry
    }

    /// Whether every entry follows on the one before and every payload is the one that its header
    /// speaks of.
    ///
    /// # Errors
    /// [`BrokenChain`] at the first entry that does not fit.
    pub fn check(&self) -> Result<(), BrokenChain> {
        let mut previous = Digest::default();
        for (entry, number) in self.0.iter().zip(1..) {
            entry
                .follows(number, previous)
                .map_err(|what| BrokenChain { number, what })?;
            previous = entry.hash;
        }
        Ok(())
    }

    /// Whether an entry follows on the last one.
    ///
    /// # Errors
    /// [`BrokenChain`] says what does not fit.
    pub(super) fn is_followed_by(&self, entry: &Entry) -> Result<(), BrokenChain> {
        let number = self.0.len() as u64 + 1;
        let broken = |what| BrokenChain { number, what };
        entry.follows(number, self.head()).map_err(broken)
    }

    /// The entries, for taking text out of them.
    pub(super) fn entries_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut Arc<Entry>> {
        self.0.iter_mut()
    }

    /// Takes over an entry that follows on the last one.
    pub(super) fn push(&mut self, entry: Arc<Entry>) {
        self.0.push(entry);
    }
}

impl Entry {
    /// Whether it seals the review.
    pub(super) fn is_seal(&self) -> bool {
        let payload = self.payload.as_ref();
        payload.is_some_and(|payload| payload.command == Command::Seal)
    }

    /// Whether this is the entry with this number, after the one with this hash, and says what was
    /// recorded; else what does not fit.
    fn follows(&self, number: u64, previous: Digest) -> Result<(), &'static str> {
        if self.header.number != number {
            return Err("is out of order");
        }
        if self.header.previous != previous {
            return Err("does not follow on the one before");
        }
        if self.hash != hash_of(b"", &self.header) {
            return Err("was changed");
        }
        if let Some(Payload { salt, command }) = &self.payload
            && self.header.payload != hash_of(&salt.0, command)
        {
            return Err("says something else than was recorded");
        }
        Ok(())
    }
}
