//! Which parts of a review a change touched, as salted hashes of each before and after: so every
//! part can be held against the last entry that touched it, also where the commands themselves can
//! no longer be followed because a text was taken out of one of them.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use serde::Serialize;

use super::Date;
use super::case::Case;
use super::digest::{Digest, Salt, hash_of};
use super::history::{Entries, Entry};
use super::part::{Part, Touched, TouchedSalts, Touches};
use super::setup::Setup;
use super::state::State;
use super::text::CaseId;

/// Gives the hash of any part of a state.
pub(super) struct Digests<'a> {
    state: &'a State,
    cases: HashMap<&'a CaseId, &'a Case>,
}

impl<'a> Digests<'a> {
    /// For all parts.
    pub(super) fn of(state: &'a State) -> Self {
        let cases = state.by_number();
        Self { state, cases }
    }

    /// For these parts: the cases of a large review are not listed for one of them.
    pub(super) fn of_some(state: &'a State, parts: &[Part]) -> Self {
        let cases = match parts {
            [] | [_] => parts
                .iter()
                .filter_map(|part| case_of(state, part))
                .collect(),
            _ => state.by_number(),
        };
        Self { state, cases }
    }

    /// The salted hash of a part; `None` if it is not there.
    pub(super) fn get(&self, part: &Part, salt: Salt) -> Option<Digest> {
        match part {
            Part::Setup => Some(hash_of(
                &salt.0,
                &SetupPart {
                    setup: &self.state.setup,
                    keep_until: self.state.keep_until,
                },
            )),
            Part::Cases => {
                let ids: Vec<&CaseId> = self.state.cases.iter().map(|case| case.id()).collect();
                let aside = &self.state.archived;
                let aside: Vec<&CaseId> = aside.iter().map(|case| case.id()).collect();
                Some(if aside.is_empty() {
                    hash_of(&salt.0, &ids)
                } else {
                    hash_of(&salt.0, &(ids, aside))
                })
            }
            Part::Case(id) => self.cases.get(id).map(|case| hash_of(&salt.0, case)),
        }
    }
}

fn case_of<'a>(state: &'a State, part: &Part) -> Option<(&'a CaseId, &'a Case)> {
    match part {
        Part::Case(id) => state.numbered(id).map(|case| (case.id(), case)),
        Part::Setup | Part::Cases => None,
    }
}

/// What is hashed leaves out what is at its default, so that later fields do not change old hashes.
#[derive(Serialize)]
struct SetupPart<'a> {
    setup: &'a Setup,
    #[serde(skip_serializing_if = "Option::is_none")]
    keep_until: Option<Date>,
}

/// What is known of a part from the last entry that touched it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Last {
    pub(super) after: Option<Digest>,
    pub(super) salt: Option<Salt>,
}

/// The last that history says of every part.
#[derive(Clone, Debug, Default)]
pub(super) struct LastTouched(HashMap<Part, Last>);

impl LastTouched {
    pub(super) fn of(entries: &Entries) -> Self {
        let mut last = Self::default();
        for entry in entries {
            last.follow(entry);
        }
        last
    }

    /// Takes over what a further entry says. Returns the parts of which it says that something
    /// else stood there before than the entry before it left.
    pub(super) fn follow(&mut self, entry: &Entry) -> Vec<Part> {
        let mut torn = Vec::new();
        for (nth, touched) in entry.header.changes.iter().enumerate() {
            let now = Last {
                after: touched.after,
                salt: entry.salts.get(nth).and_then(|salts| salts.after),
            };
            let earlier = self.0.insert(touched.part.clone(), now);
            if earlier.is_some_and(|earlier| earlier.after != touched.before) {
                torn.push(touched.part.clone());
            }
        }
        torn
    }

    pub(super) fn get(&self, part: &Part) -> Option<Last> {
        self.0.get(part).copied()
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = (&Part, &Last)> {
        self.0.iter()
    }

    /// What an entry has to say of these parts.
    pub(super) fn touches(
        &self,
        parts: Vec<Part>,
        before: Option<&State>,
        after: &State,
        salt: Salt,
    ) -> Touches {
        let earlier = before.map(|state| Digests::of_some(state, &parts));
        let later = Digests::of_some(after, &parts);
        let one = |(nth, part): (usize, Part)| {
            let now = salt.derived("after", nth);
            let linked = self.get(&part).and_then(|last| last.salt);
            let own = salt.derived("before", nth);
            let was = earlier.as_ref();
            let was = was.and_then(|earlier| earlier.get(&part, linked.unwrap_or(own)));
            let touched = Touched {
                before: was,
                after: later.get(&part, now),
                part,
            };
            let salts = TouchedSalts {
                before: (linked.is_none() && was.is_some()).then_some(own),
                after: touched.after.map(|_| now),
            };
            (touched, salts)
        };
        parts.into_iter().enumerate().map(one).unzip()
    }
}

/// The parts that differ between two states, the setup first. What the states share is not looked
/// at.
pub(super) fn differing(before: &State, after: &State) -> Vec<Part> {
    let mut parts = Vec::new();
    let same_setup = Arc::ptr_eq(&before.setup, &after.setup) || before.setup == after.setup;
    if !same_setup || before.keep_until != after.keep_until {
        parts.push(Part::Setup);
    }
    let aside_as_before = Arc::ptr_eq(&before.archived, &after.archived);
    if Arc::ptr_eq(&before.cases, &after.cases) && aside_as_before {
        return parts;
    }
    let (old, new) = (&before.cases, &after.cases);
    let in_place = aside_as_before
        && old.len() == new.len()
        && (old.iter().zip(new.iter())).all(|(a, b)| Arc::ptr_eq(a, b) || a.id() == b.id());
    if in_place {
        let changed = (old.iter().zip(new.iter())).filter(|(a, b)| !Arc::ptr_eq(a, b) && a != b);
        parts.extend(changed.map(|(_, case)| Part::Case(case.id().clone())));
        return parts;
    }
    if !same_numbers(old, new) || !same_numbers(&before.archived, &after.archived) {
        parts.push(Part::Cases);
    }
    // What both begin with is left out: a history that adds thousands of cases is followed one by
    // one.
    let same = |(a, b): &(&Arc<Case>, &Arc<Case>)| Arc::ptr_eq(a, b);
    let alike = old.iter().zip(new.iter()).take_while(same).count();
    let (old, new) = (beyond(before, alike), beyond(after, alike));
    let numbers: BTreeSet<&CaseId> = old.keys().chain(new.keys()).copied().collect();
    let differs = |id: &&CaseId| match (old.get(*id), new.get(*id)) {
        (Some(a), Some(b)) => !std::ptr::eq(*a, *b) && a != b,
        _ => true,
    };
    let changed = numbers.into_iter().filter(differs);
    parts.extend(changed.map(|id| Part::Case(id.clone())));
    parts
}

/// Whether these are cases of the same numbers, in the same order.
fn same_numbers(a: &[Arc<Case>], b: &[Arc<Case>]) -> bool {
    (a.iter().map(|case| case.id())).eq(b.iter().map(|case| case.id()))
}

/// The cases after the first few, by number.
fn beyond(state: &State, first: usize) -> HashMap<&CaseId, &Case> {
    let cases = state.every_case().skip(first);
    cases.map(|case| (case.id(), case)).collect()
}

/// All parts of a state.
pub(super) fn all(state: &State) -> impl Iterator<Item = Part> {
    let cases = state.every_case().map(|case| Part::Case(case.id().clone()));
    [Part::Setup, Part::Cases].into_iter().chain(cases)
}

impl State {
    /// Where two reviews differ, in words: "setup", "case C05".
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let parts = differing_places(self, other);
        parts.iter().map(ToString::to_string).collect()
    }
}

/// The parts that differ, for people: without the order of the cases where cases that are in only
/// one of the states say it better.
pub(super) fn differing_places(before: &State, after: &State) -> Vec<Part> {
    without_mere_order(differing(before, after), |part| {
        is_there(part, before) == is_there(part, after)
    })
}

/// Whether a state has this part.
pub(super) fn is_there(part: &Part, state: &State) -> bool {
    match part {
        Part::Case(id) => state.has_number(id),
        Part::Setup | Part::Cases => true,
    }
}

/// Leaves out the order of the cases where cases that do not stay say it better.
pub(super) fn without_mere_order(mut parts: Vec<Part>, stays: impl Fn(&Part) -> bool) -> Vec<Part> {
    if !parts.iter().all(stays) {
        parts.retain(|part| *part != Part::Cases);
    }
    parts
}
