//! Whether a review is what its history says: the chain is verified, the commands are followed from
//! the first on, and where they cannot be followed every part is held against the last entry that
//! touched it.

use super::command::Command;
use super::effort::Effort;
use super::history::{BrokenChain, History};
use super::machine::{Machine, Moment};
use super::snapshot::Snapshot;
use super::state::{State, table_refusal};
use super::text::CaseId;
use super::touched::{self, LastTouched, Part, is_there, without_mere_order};

/// Whether a review is what its history says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryCheck {
    /// Whether the chain is whole, or where it is broken.
    pub chain: Result<(), BrokenChain>,
    /// How far the commands could be followed.
    pub followed: Followed,
    /// Where the review differs from what the history gives, in words: "setup", "case C05"; empty
    /// if nowhere.
    pub changed_outside: Vec<String>,
    /// Places of which nobody can tell, in words.
    pub unchecked: Vec<String>,
    parts: Vec<Part>,
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
            Ok(()) => listed(&self.changed_outside),
        };
        Some(format!("This file was changed outside the program: {what}"))
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
/// state. Where the history cannot be followed to its end, each part is held against the hash that
/// the last entry which touched it left.
pub fn check_history(snapshot: &Snapshot) -> HistoryCheck {
    let Snapshot { state, history, .. } = snapshot;
    let mut found = Found::default();
    let followed = match replay(history) {
        Ok(replayed) => {
            found.parts = touched::differing_places(&replayed, state);
            Followed::Whole
        }
        Err((entry, why)) => {
            if why == Stop::CannotBeFollowed {
                found
                    .history
                    .push(format!("history, from entry {entry} on"));
            }
            found.by_parts(state, history);
            Followed::Until { entry, why }
        }
    };
    let parts = found.parts.iter().map(ToString::to_string);
    HistoryCheck {
        chain: history.check(),
        followed,
        changed_outside: found.history.into_iter().chain(parts).collect(),
        unchecked: found.unchecked.iter().map(ToString::to_string).collect(),
        parts: found.parts,
    }
}

/// What a check has found so far.
#[derive(Default)]
struct Found {
    history: Vec<String>,
    parts: Vec<Part>,
    unchecked: Vec<Part>,
}

impl Found {
    /// Holds every part against the last entry that touched it.
    fn by_parts(&mut self, state: &State, history: &History) {
        let accounted = history.taken_out();
        let mut last = LastTouched::default();
        let mut wrong = Vec::new();
        for entry in history.entries() {
            wrong.extend(last.follow(entry));
            let number = entry.header.number;
            match entry.payload.as_ref().map(|payload| &payload.command) {
                Some(Command::Redact(redaction)) => wrong.extend(redaction.outside.clone()),
                None if !accounted.contains(&number) => {
                    self.history.push(format!("history, entry {number}"));
                }
                _ => {}
            }
        }
        // Entries of version 1 do not say what they touched.
        let all_told = history.tells_parts();
        let digests = touched::Digests::of(state);
        for part in touched::all(state) {
            match last.get(&part) {
                None if all_told => wrong.push(part),
                None => self.unchecked.push(part),
                Some(known) => match (known.after, known.salt) {
                    (Some(_), None) => self.unchecked.push(part),
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
        self.parts = without_mere_order(wrong, |part| known(part) == is_there(part, state));
    }
}

/// The state that a history gives, or the first entry that cannot be followed, and why.
fn replay(history: &History) -> Result<State, (u64, Stop)> {
    let mut machine: Option<Machine> = None;
    let mut effort = Effort::default();
    for (entry, number) in history.entries().iter().zip(1..) {
        let no = (number, Stop::CannotBeFollowed);
        let command = match &entry.payload {
            None => return Err((number, Stop::TakenOut)),
            Some(payload) => &payload.command,
        };
        let moment = Moment {
            at: entry.header.at,
            money_visible: Some(entry.header.money_visible),
        };
        match (&mut machine, command) {
            (Some(_), Command::Redact(_)) => return Err((number, Stop::TakenOut)),
            (None, Command::Create(setup)) if table_refusal(&setup.provisions).is_none() => {
                machine = Some(Machine::new(State::new(setup.as_ref().clone()), false));
            }
            (None, _) => return Err(no),
            (Some(machine), command) => {
                let more = effort.take(&machine.state, command);
                more.ok_or((number, Stop::TooLong))?;
                machine.step(command, moment).map_err(|_| no)?;
            }
        }
    }
    let none = (1, Stop::CannotBeFollowed);
    machine.map(|machine| machine.state).ok_or(none)
}
