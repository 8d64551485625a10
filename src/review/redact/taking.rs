//! How a passage is found in a review and its history, and taken out of both.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Holding, Near, Passage, Redacted, Redaction, Replacement, Why};
use crate::review::case::{Case, Standing};
use crate::review::check::{Followed, HistoryCheck, check_history};
use crate::review::command::Command;
use crate::review::gate::Review;
use crate::review::history::{Act, Entry};
use crate::review::part::{Part, Touches};
use crate::review::recording::Note;
use crate::review::refusal::Refusal;
use crate::review::state::State;
use crate::review::text::{CaseId, Text};
use crate::review::texts::{HasTexts, Typed};
use crate::review::touched::{self, Digests, LastTouched, differing};

impl Review {
    /// Where a passage stands. Reads the whole review and its history: not for every key pressed.
    pub fn holding(&self, passage: &Passage) -> Holding {
        let entries = self.history().entries();
        let in_number = |entry: &&Arc<Entry>| {
            let case = entry.header.case.as_ref();
            case.is_some_and(|case| passage.is_in(case.as_str()))
        };
        Holding {
            near: near(passage, self.state()),
            places: places(passage, self.state()),
            entries: entries.iter().filter(|entry| holds(passage, entry)).count(),
            numbered: entries.iter().filter(in_number).count(),
        }
    }

    /// Takes a passage out of every text of the review and puts a mark in its place; every entry of
    /// history that holds it loses its text, and so do the salts of all hashes that could be used
    /// to guess it. Nothing can be undone afterwards. Headers keep the number that a case had.
    ///
    /// # Errors
    /// [`Refusal`] says what to do first; nothing has changed then.
    pub fn redact(
        &mut self,
        passage: &Passage,
        put: Replacement,
        why: Why,
        act: Act,
    ) -> Result<Redacted, Refusal> {
        if self.sealing().is_some() {
            return Err(Refusal::Sealed);
        }
        if passage.is_in(put.mark()) {
            return Err(Refusal::PassageInMark(put.mark()));
        }
        stands_in_no_identifier(passage, self.state())?;
        let places = places(passage, self.state());
        let entries = self.history().entries().iter();
        let held: Vec<Arc<Entry>> = entries
            .filter(|entry| holds(passage, entry))
            .cloned()
            .collect();
        if places.is_empty() && held.is_empty() {
            return Err(Refusal::PassageNotThere);
        }
        let (after, notes) = without(passage, put, self.state())?;

        let check = check_history(&self.snapshot());
        let (touches, kept) = self.vouched(&after, &check, act);
        let numbers: Vec<u64> = held.iter().map(|entry| entry.header.number).collect();
        self.forget(&numbers.iter().copied().collect(), &kept);
        let redaction = Redaction {
            what: why,
            put,
            fields: places.len(),
            entries: numbers,
            outside: check.parts().to_vec(),
        };
        self.machine.state = after;
        self.machine.forget();
        self.revision += 1;
        let case = only_case(&places, &held);
        let entry = self.append(Command::Redact(redaction), case, touches, act);
        self.last = LastTouched::of(self.history.entries());
        Ok(Redacted {
            entry,
            fields: places.len(),
            entries: held.len(),
            notes,
        })
    }

    /// What the entry on a redaction has to say of parts, and the parts of which the last entry
    /// before it still says enough. It vouches anew for every part whose text changes, and for those
    /// that only the whole history could be checked against, where that could be followed. Of what
    /// could not be checked before it says nothing.
    fn vouched(&self, after: &State, check: &HistoryCheck, act: Act) -> (Touches, HashSet<Part>) {
        let before = self.state();
        let whole = check.followed == Followed::Whole;
        let digests = Digests::of(before);
        let changed: HashSet<Part> = differing(before, after).into_iter().collect();
        let (mut kept, mut listed) = (HashSet::new(), Vec::new());
        for part in touched::all(after) {
            let last = self.last.get(&part).unwrap_or_default();
            let stands = last.salt.map(|salt| digests.get(&part, salt) == last.after);
            match stands {
                Some(true) if !changed.contains(&part) => drop(kept.insert(part)),
                Some(_) => listed.push(part),
                None if whole => listed.push(part),
                None => {}
            }
        }
        let (changes, mut salts) = (self.last).touches(listed, Some(before), after, act.salt);
        // What stood there before is what nobody shall guess.
        salts.iter_mut().for_each(|salts| salts.before = None);
        ((changes, salts), kept)
    }

    /// Takes the text out of these entries, and every salt but those that the parts that are kept
    /// are checked by.
    fn forget(&mut self, numbers: &HashSet<u64>, kept: &HashSet<Part>) {
        let mut seen = HashSet::new();
        for entry in self.history.entries_mut().rev() {
            let gone = numbers.contains(&entry.header.number);
            let parts = entry.header.changes.iter().map(|touched| &touched.part);
            let last: Vec<bool> = parts
                .map(|part| seen.insert(part.clone()) && kept.contains(part))
                .collect();
            if !gone && entry.salts.is_empty() {
                continue;
            }
            let mut salts = entry.salts.clone();
            for (nth, salts) in salts.iter_mut().enumerate() {
                salts.before = None;
                if last.get(nth) != Some(&true) {
                    salts.after = None;
                }
            }
            if salts.iter().all(|salts| salts.after.is_none()) {
                salts.clear();
            }
            let payload = if gone { None } else { entry.payload.clone() };
            *entry = Arc::new(Entry {
                header: entry.header.clone(),
                hash: entry.hash,
                payload,
                salts,
            });
        }
    }
}

/// The fields that hold a passage.
fn places(passage: &Passage, state: &State) -> Vec<(Option<CaseId>, String)> {
    fields(state, |text| passage.is_in(text))
}

/// The longest word of a passage, where it stands without the rest.
fn near(passage: &Passage, state: &State) -> Option<Near> {
    let (word, alone) = passage.longest()?;
    let places = fields(state, |text| alone.is_outside(passage, text)).len();
    let word = word.to_owned();
    (places > 0).then_some(Near { word, places })
}

/// The fields of which this is true.
fn fields(state: &State, holds: impl Fn(&Text) -> bool) -> Vec<(Option<CaseId>, String)> {
    let mut fields = Vec::new();
    let mut look = |case: Option<&CaseId>, within: &mut dyn HasTexts| {
        within.show(&mut |field, typed| match typed {
            Typed::Text(text) if holds(text) => fields.push((case.cloned(), field.to_owned())),
            _ => {}
        });
    };
    look(None, &mut state.setup.as_ref().clone());
    for case in state.every_case() {
        look(Some(case.id()), &mut case.clone());
    }
    fields
}

/// Whether an entry holds a passage, be it in the number of a case.
fn holds(passage: &Passage, entry: &Entry) -> bool {
    let Some(payload) = &entry.payload else {
        return false;
    };
    let mut found = false;
    payload.command.clone().show(&mut |_, typed| {
        found |= match typed {
            Typed::Text(text) => passage.is_in(text),
            Typed::Case(id) => passage.is_in(id.as_str()),
            Typed::Code(code) => passage.is_in(code.as_str()),
        };
    });
    found
}

/// The numbers of cases and the codes of the table are changed by hand: each is known by its own.
fn stands_in_no_identifier(passage: &Passage, state: &State) -> Result<(), Refusal> {
    let mut why = Ok(());
    let mut look = |typed: Typed<'_>| match typed {
        Typed::Case(id) if passage.is_in(id.as_str()) => {
            why = Err(Refusal::PassageInCaseNumber(id.clone()));
        }
        Typed::Code(code) if passage.is_in(code.as_str()) => {
            why = Err(Refusal::PassageInCode(code.clone()));
        }
        _ => {}
    };
    let mut setup = state.setup.as_ref().clone();
    setup.show(&mut |_, typed| look(typed));
    for case in state.every_case() {
        let mut case = case.clone();
        case.show(&mut |_, typed| look(typed));
    }
    why
}

/// The state without the passage. A judgement of which something is left stays recorded.
fn without(
    passage: &Passage,
    put: Replacement,
    state: &State,
) -> Result<(State, Vec<Note>), Refusal> {
    let mut after = state.clone();
    let mut setup = state.setup.as_ref().clone();
    if passage.take_out_of(put, &mut setup) {
        let definition = setup.definition.as_ref();
        if definition.is_some_and(|definition| !definition.words.says_something()) {
            return Err(Refusal::PassageIsDefinition);
        }
        after.setup = Arc::new(setup);
    }
    let mut notes = Vec::new();
    let (cases, aside) = (&mut after.cases, &mut after.archived);
    for shared in (Arc::make_mut(cases).iter_mut()).chain(Arc::make_mut(aside)) {
        let mut case = shared.as_ref().clone();
        if passage.take_out_of(put, &mut case) {
            forget_equal_changes(&mut case);
            let lacks = case.settle();
            notes.extend(lacks.map(|lacks| Note::DraftAgain(case.id().clone(), lacks)));
            *shared = Arc::new(case);
        }
    }
    Ok((after, notes))
}

impl Passage {
    /// Takes it out of every text of something that is in no review yet; whether it was in one.
    pub fn take_out_of(&self, put: Replacement, from: &mut impl HasTexts) -> bool {
        let mut changed = false;
        from.show(&mut |_, typed| {
            if let Typed::Text(text) = typed
                && let Some(fresh) = self.taken_out_of(text, put)
            {
                *text = fresh;
                changed = true;
            }
        });
        changed
    }
}

/// Changes on the form that only the passage told apart from what is recorded are none any more.
fn forget_equal_changes(case: &mut Case) {
    if let Standing::Recorded { judgement, changes } = &mut case.standing
        && *changes == Some(judgement.to_draft())
    {
        *changes = None;
    }
}

/// The case, if the passage was in this one only.
fn only_case(places: &[(Option<CaseId>, String)], held: &[Arc<Entry>]) -> Option<CaseId> {
    let in_places = places.iter().map(|(case, _)| case);
    let in_entries = held.iter().map(|entry| &entry.header.case);
    let cases: HashSet<&Option<CaseId>> = in_places.chain(in_entries).collect();
    match cases.into_iter().collect::<Vec<_>>().as_slice() {
        [case] => (*case).clone(),
        _ => None,
    }
}
