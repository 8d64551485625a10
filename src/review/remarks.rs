//! How what stands beside a finding changes: notes, who was there, practice, words for reading
//! aloud, and law that was shown.

use std::collections::HashSet;

use super::Timestamp;
use super::case::Case;
use super::law::{LawNote, LawShown};
use super::note::{CaseNote, NoteEdit, NoteId, Wording};
use super::panel::MemberId;
use super::refusal::Refusal;
use super::session::Exception;
use super::setup::Setup;
use super::text::Text;

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
