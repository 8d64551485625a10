//! How what stands beside a finding changes: notes, who was there, practice, words for reading
//! aloud, and law that was shown.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::Timestamp;
use super::case::Case;
use super::law::{LawNote, LawShown};
use super::note::{CaseNote, NoteEdit, NoteId, Wording};
use super::panel::MemberId;
use super::refusal::Refusal;
use super::session::Exception;
use super::setup::Setup;
use super::state::State;
use super::text::{CaseId, Text};

/// Changes a note; the next free one begins with its first edit.
pub(super) fn edit_note(
    case: &mut Case,
    id: NoteId,
    edit: &NoteEdit,
    now: Timestamp,
) -> Result<(), Refusal> {
    if case.note(id).is_none() && id == case.next_note() {
        case.notes.push(CaseNote {
            id,
            by: None,
            words: Text::default(),
            at: now,
        });
    }
    let missing = Refusal::NoSuchNote(case.id().clone());
    let note = case.notes.iter_mut().find(|note| note.id == id);
    let note = note.ok_or(missing)?;
    match edit {
        NoteEdit::By(by) => note.by = *by,
        NoteEdit::Words(words) => note.words = words.clone(),
    }
    Ok(())
}

/// Takes a note out.
pub(super) fn remove_note(case: &mut Case, id: NoteId) -> Result<(), Refusal> {
    if case.note(id).is_none() {
        return Err(Refusal::NoSuchNote(case.id().clone()));
    }
    case.notes.retain(|note| note.id != id);
    Ok(())
}

/// Says whether a member was there for this case, unlike for its session.
pub(super) fn except(case: &mut Case, member: MemberId, present: Option<bool>) {
    case.exceptions.retain(|kept| kept.member != member);
    let exception = present.map(|present| Exception { member, present });
    case.exceptions.extend(exception);
}

/// Words a recorded judgement anew, or as the record says it.
pub(super) fn word(case: &mut Case, wording: Option<&Wording>) -> Result<(), Refusal> {
    if case.judgement().is_none() {
        return Err(Refusal::NothingRecorded(case.id().clone()));
    }
    if wording.is_some_and(|wording| !wording.words.says_something()) {
        return Err(Refusal::NoWords);
    }
    case.wording = wording.cloned();
    Ok(())
}

/// Keeps that a note on the law was shown; a second time changes nothing.
pub(super) fn law_shown(case: &mut Case, note: LawNote, now: Timestamp) {
    if case.law_shown.iter().all(|shown| shown.note != note) {
        case.law_shown.push(LawShown { note, at: now });
    }
}

/// Keeps what was shown of the law where a change is taken back, or made again: it was on the
/// screen, whatever became of the judgement. A case that goes by that takes it along, and so does
/// one whose number changes. Gives the cases that were copied for it.
pub(super) fn carry_law_shown(from: &State, to: &mut State) -> Vec<Arc<Case>> {
    let mut copied = Vec::new();
    let mut elsewhere: HashMap<&CaseId, &Case> = HashMap::new();
    let lists = [
        (from.cases(), &mut to.cases),
        (from.archived(), &mut to.archived),
    ];
    for (from, to) in lists {
        for (at, case) in from.iter().enumerate() {
            let there = to.get(at);
            // What two states share was not touched between them.
            if there.is_some_and(|there| Arc::ptr_eq(case, there)) || case.law_shown.is_empty() {
                continue;
            }
            if there.is_some_and(|there| there.id() == case.id()) {
                copied.extend(add_law_shown(case, to, at));
            } else {
                elsewhere.insert(case.id(), case);
            }
        }
    }
    if elsewhere.is_empty() {
        return copied;
    }
    for list in [&mut to.cases, &mut to.archived] {
        let cases = list.iter().enumerate();
        let found = cases.filter_map(|(at, case)| Some((at, *elsewhere.get(case.id())?)));
        let found: Vec<(usize, &Case)> = found.collect();
        for (at, case) in found {
            copied.extend(add_law_shown(case, list, at));
        }
    }
    copied
}

/// Adds what was shown of the law on a case to an earlier or later state of it.
// The signature is that of a state's lists.
#[allow(clippy::rc_buffer)]
fn add_law_shown(from: &Case, list: &mut Arc<Vec<Arc<Case>>>, at: usize) -> Option<Arc<Case>> {
    let there = list.get(at)?;
    let is_new = |shown: &&LawShown| there.law_shown.iter().all(|kept| kept.note != shown.note);
    let new: Vec<LawShown> = from.law_shown.iter().filter(is_new).copied().collect();
    if new.is_empty() {
        return None;
    }
    let slot = Arc::make_mut(list).get_mut(at)?;
    Arc::make_mut(slot).law_shown.extend(new);
    Some(slot.clone())
}

/// What of this the gate would refuse.
pub(super) fn violations(case: &Case, setup: &Setup) -> Vec<Refusal> {
    let mut found = Vec::new();
    let twice = |what| Refusal::EntryTwice(case.id().clone(), what);
    let mut notes = HashSet::new();
    if case.notes.iter().any(|note| !notes.insert(note.id)) {
        found.push(twice("notes"));
    }
    let mut members = HashSet::new();
    for Exception { member, .. } in &case.exceptions {
        if setup.members.iter().all(|known| known.id != *member) {
            found.push(Refusal::NoSuchMember(*member));
        }
        if !members.insert(member) {
            found.push(twice("exceptions"));
        }
    }
    let mut law = HashSet::new();
    if case.law_shown.iter().any(|shown| !law.insert(shown.note)) {
        found.push(twice("notes on the law"));
    }
    if case.ratings.skipped && !case.ratings.given.is_empty() {
        found.push(Refusal::RatedAlready(case.id().clone()));
    }
    found
}
