//! Whether a review is what its history says: the chain is verified, the commands are followed from
//! the first on, and where they cannot be followed every part is held against the last entry that
//! touched it.

mod found;
mod headers;
mod redactions;
mod replay;

use super::Timestamp;
use super::history::BrokenChain;
use super::part::Part;
use super::seal::Fingerprint;
use super::snapshot::Snapshot;
use super::text::CaseId;
use super::touched;
use found::{At, Found};
use replay::replay;

/// Whether a review is what its history says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryCheck {
    /// Whether the chain is whole, or where it is broken.
    pub chain: Result<(), BrokenChain>,
    /// How far the commands could be followed.
    pub followed: Followed,
    /// Where something was changed outside the program, in words: "setup", "case C05", "history,
    /// entry 12"; each once, empty if nowhere.
    pub changed_outside: Vec<String>,
    /// What is wrong at those places; some have several.
    pub complaints: Vec<Complaint>,
    /// What may be honest and is still worth a look: a clock that was set back.
    pub warnings: Vec<Complaint>,
    /// Places of which nobody can tell, in words.
    pub unchecked: Vec<String>,
    /// Parts that only an entry on text taken out vouches for: what they said before it can no
    /// longer be checked.
    pub rests_on_redaction: Vec<Part>,
    /// The entry after which each of these can be checked again, in the same order.
    rests_since: Vec<u64>,
    ancestors: Vec<Ancestor>,
    parts: Vec<Part>,
}

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Where, as history names places.
    pub place: String,
    /// What, as a sentence about that place without its first words: "it differs from …".
    pub what: &'static str,
}

/// A sealed version that a review goes on from, as its history names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ancestor {
    /// Its fingerprint.
    pub fingerprint: Fingerprint,
    /// The entry that goes on from it.
    pub entry: u64,
    /// When it was sealed, if the entry before the one that goes on from it is the sealing.
    pub sealed_at: Option<Timestamp>,
    /// When it was gone on from.
    pub at: Timestamp,
    /// Whether the history before gives this fingerprint.
    pub verified: Verified,
}

/// Whether a history gives the fingerprint that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// It does.
    Verified,
    /// It does not.
    Differs,
    /// Nobody can tell, since the history cannot be followed that far.
    CannotBeChecked,
}

/// How far the commands of a history could be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Followed {
    /// To the end.
    Whole,
    /// Not further than this.
    Until {
        /// The first entry that could not be followed.
        entry: u64,
        /// Why.
        why: Stop,
    },
}

/// Why a history cannot be followed further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Its text was taken out, which history says.
    TakenOut,
    /// It is none that could have been made.
    CannotBeFollowed,
    /// Following it would take too long.
    TooLong,
}

impl Stop {
    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::TakenOut => "a text was taken out there",
            Self::CannotBeFollowed => "no such change could have been made there",
            Self::TooLong => "following it further would take too long",
        }
    }
}

impl HistoryCheck {
    /// Whether the chain is whole and nothing was changed outside the program, as far as anybody can
    /// tell.
    pub const fn is_unchanged(&self) -> bool {
        self.chain.is_ok() && self.changed_outside.is_empty()
    }

    /// Whether this case was changed outside the program.
    pub fn changed_outside_case(&self, case: &CaseId) -> bool {
        self.parts
            .iter()
            .any(|part| matches!(part, Part::Case(id) if id == case))
    }

    /// The parts that were changed outside the program.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Whether the setup was changed outside the program.
    pub fn changed_outside_setup(&self) -> bool {
        self.parts.contains(&Part::Setup)
    }

    /// A sentence for whoever reads the review, if it is not what its history says.
    pub fn in_words(&self) -> Option<String> {
        let what = match &self.chain {
            Err(broken) => broken.to_string(),
            Ok(()) if self.changed_outside.is_empty() => return None,
            Ok(()) => self.places(),
        };
        Some(format!("This file was changed outside the program: {what}"))
    }

    /// For each part of [`rests_on_redaction`](Self::rests_on_redaction), in the same order, the
    /// entry after which it can be checked again.
    pub fn rests_since(&self) -> &[u64] {
        &self.rests_since
    }

    /// The sealed versions that this one goes on from, the oldest first.
    pub fn ancestors(&self) -> &[Ancestor] {
        &self.ancestors
    }

    /// Sentences on what rests on entries about text taken out alone, if anything does.
    pub fn rests_in_words(&self) -> Vec<String> {
        let mut since = self.rests_since.clone();
        since.sort_unstable();
        since.dedup();
        let one = |entry: u64| {
            let here = self.rests_on_redaction.iter().zip(&self.rests_since);
            let here = here.filter(|(_, since)| **since == entry);
            let places: Vec<String> = here.map(|(part, _)| part.to_string()).collect();
            format!(
                "What stood in these before entry {entry} can no longer be checked, because text \
                 was taken out: {}",
                listed(&places)
            )
        };
        since.into_iter().map(one).collect()
    }

    /// The places that were changed outside the program, in one line; of many, some are counted.
    pub fn places(&self) -> String {
        listed(&self.changed_outside)
    }

    /// A sentence on what could not be checked, if anything could not.
    pub fn unchecked_in_words(&self) -> Option<String> {
        let Followed::Until { entry, why } = self.followed else {
            return None;
        };
        if self.unchecked.is_empty() {
            return None;
        }
        Some(format!(
            "The history cannot be followed beyond entry {entry} ({}), so nobody can tell whether \
             these are as they were recorded: {}",
            why.label(),
            listed(&self.unchecked)
        ))
    }
}

/// Places in one line; of many, some are only counted.
fn listed(places: &[String]) -> String {
    /// Places named; the rest are counted.
    const NAMED: usize = 5;
    let named = places.iter().take(NAMED).map(String::as_str);
    let mut listed = named.collect::<Vec<_>>().join(", ");
    if places.len() > NAMED {
        listed.push_str(&format!(" and {} more", places.len() - NAMED));
    }
    listed
}

/// Verifies the chain, follows the history from its first entry and compares what it gives with the
/// state, and holds every header against its command. Where the history cannot be followed to its
/// end, each part is held against the hash that the last entry which touched it left.
pub fn check_history(snapshot: &Snapshot) -> HistoryCheck {
    let Snapshot { state, history, .. } = snapshot;
    let mut found = Found::default();
    let warnings = headers::check(history, &mut found);
    redactions::check(state, history, &mut found);
    let replayed = replay(history, &mut found);
    match (replayed.followed, &replayed.state) {
        (Followed::Whole, Some(given)) => {
            let parts = touched::differing_places(given, state);
            found.differ(parts);
        }
        (followed, given) => {
            if let Followed::Until { entry, why } = followed {
                if why == Stop::CannotBeFollowed {
                    found.complain(At::From(entry), "it cannot be followed");
                }
                let given = given.as_ref();
                let beyond = given.map(|given| redactions::beyond(given, state, history, entry));
                found.by_parts(state, history, beyond.unwrap_or_default());
            }
        }
    }
    found.sort();
    let (rests_on_redaction, rests_since) = found.rests.into_iter().unzip();
    HistoryCheck {
        chain: history.check(),
        followed: replayed.followed,
        changed_outside: found::places(&found.complaints),
        complaints: found.complaints.into_iter().map(found::named).collect(),
        warnings: warnings.into_iter().map(found::named).collect(),
        unchecked: found.unchecked.iter().map(ToString::to_string).collect(),
        rests_on_redaction,
        rests_since,
        ancestors: replayed.ancestors,
        parts: found.parts,
    }
}
