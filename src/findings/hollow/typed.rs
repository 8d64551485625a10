//! Whose words were typed as the judgement was recorded, from history.
//!
//! History is gone through once. It is followed only as far as the question goes: since when a
//! voice has words, and whether they were typed. What undo takes back is taken back here too, a
//! case that gets another number stays the same case, and where an entry has lost its text nothing
//! is said of its case any more.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::mem::swap;

use super::{VoiceOf, heard, named};
use crate::review::case::Case;
use crate::review::command::{Command, FileEdit, VoiceEdit};
use crate::review::history::{Entry, History, Via};
use crate::review::perspective::VoiceId;
use crate::review::text::CaseId;
use crate::review::time::Timestamp;

/// Seconds.
const A_MINUTE: i64 = 60;

/// Voices of recorded cases of which no word stood there a minute before the judgement was recorded,
/// and all were typed then. A word put right in that minute is no sign, so the first words count and
/// not the last.
pub(super) fn at_the_judgement<'a>(
    history: &History,
    cases: impl Iterator<Item = &'a Case>,
) -> Vec<VoiceOf> {
    let mut followed = Followed::default();
    for entry in history.entries() {
        followed.entry(entry);
    }
    let mut found = Vec::new();
    for case in cases.filter(|case| case.judgement().is_some()) {
        let hasty = heard(case).filter(|voice| followed.is_hasty(case.id(), voice.id));
        found.extend(hasty.map(|voice| named(case, voice)));
    }
    found
}

/// Since when a voice has words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Since {
    at: Timestamp,
    typed: bool,
}

/// A case, whatever its number.
type Child = usize;
type OfVoices = BTreeMap<VoiceId, Since>;

/// What undo changes back: each holds the value that is not the present one.
enum Change {
    Number(CaseId, Option<Child>),
    Words(Child, OfVoices),
    Hasty(Child, OfVoices),
}

#[derive(Default)]
struct Followed {
    numbers: HashMap<CaseId, Child>,
    children: usize,
    words: HashMap<Child, OfVoices>,
    /// Words that were there for less than a minute when the judgement was recorded.
    hasty: HashMap<Child, OfVoices>,
    /// Cases of which an entry has lost its text, and cases whose beginning history does not tell.
    unknown: HashSet<Child>,
    past: Vec<Vec<Change>>,
    future: Vec<Vec<Change>>,
}

impl Followed {
    fn is_hasty(&self, case: &CaseId, voice: VoiceId) -> bool {
        let Some(child) = self.numbers.get(case) else {
            return false;
        };
        let of = |map: &HashMap<Child, OfVoices>| map.get(child)?.get(&voice).copied();
        let hasty = of(&self.hasty);
        // Words that were taken out and typed again are other words.
        hasty.is_some() && hasty == of(&self.words) && !self.unknown.contains(child)
    }

    fn entry(&mut self, entry: &Entry) {
        let Some(payload) = &entry.payload else {
            if let Some(case) = &entry.header.case {
                let child = self.child(case);
                self.unknown.insert(child);
            }
            return self.done(Vec::new());
        };
        match &payload.command {
            Command::Undo => {
                if let Some(changes) = self.past.pop() {
                    let back = self.swapped(changes);
                    self.future.push(back);
                }
            }
            Command::Redo => {
                if let Some(changes) = self.future.pop() {
                    let again = self.swapped(changes);
                    self.past.push(again);
                }
            }
            // These are not what undo takes back.
            Command::Seal | Command::Continue(_) | Command::Redact(_) => {}
            command if command.is_remark() || command.is_reveal() => {}
            command => {
                let changes = self.command(command, entry.header.at, entry.header.via);
                self.done(changes);
            }
        }
    }

    fn done(&mut self, changes: Vec<Change>) {
        self.future.clear();
        self.past.push(changes);
    }

    /// Changes back, or again: each change with the value that it replaced, in the other order.
    fn swapped(&mut self, changes: Vec<Change>) -> Vec<Change> {
        let mut back: Vec<Change> = changes.into_iter().rev().collect();
        for change in &mut back {
            match change {
                Change::Number(number, child) => {
                    let now = match child.take() {
                        Some(before) => self.numbers.insert(number.clone(), before),
                        None => self.numbers.remove(number),
                    };
                    *child = now;
                }
                Change::Words(child, words) => swap(self.words.entry(*child).or_default(), words),
                Change::Hasty(child, hasty) => swap(self.hasty.entry(*child).or_default(), hasty),
            }
        }
        back
    }

    fn command(&mut self, command: &Command, at: Timestamp, via: Via) -> Vec<Change> {
        match command {
            Command::AddCase(file) => vec![self.begins(&file.id)],
            Command::RemoveCase(case) => {
                let child = self.numbers.remove(case);
                vec![Change::Number(case.clone(), child)]
            }
            Command::EditCaseFile {
                case,
                edit: FileEdit::Id(new),
            } if new != case => {
                let child = self.child(case);
                self.numbers.remove(case);
                let before = self.numbers.insert(new.clone(), child);
                vec![
                    Change::Number(case.clone(), Some(child)),
                    Change::Number(new.clone(), before),
                ]
            }
            Command::EditVoice {
                case,
                voice,
                edit: VoiceEdit::Words(words),
            } => {
                let typed = via == Via::Typed;
                let says = words.says_something();
                self.on_words(case, |of| match of.get(voice) {
                    _ if !says => {
                        of.remove(voice);
                    }
                    Some(_) => {}
                    None => {
                        of.insert(*voice, Since { at, typed });
                    }
                })
            }
            Command::RemoveVoice { case, voice } => self.on_words(case, |of| {
                of.remove(voice);
            }),
            Command::Record(case) => self.recorded(case, at),
            // The panel goes back to the case, with words that it knows now.
            Command::Reopen(case) => {
                let child = self.child(case);
                let before = self.hasty.remove(&child).unwrap_or_default();
                vec![Change::Hasty(child, before)]
            }
            command => {
                let imported = command.imported().unwrap_or_default();
                let mut changes = Vec::new();
                for case in imported {
                    changes.push(self.begins(&case.file.id));
                    let voices = case.voices.iter();
                    let said = voices.filter(|voice| voice.words.says_something());
                    changes.extend(self.on_words(&case.file.id, |of| {
                        of.extend(said.map(|voice| (voice.id, Since { at, typed: false })));
                    }));
                }
                changes
            }
        }
    }

    /// A case that is new under this number.
    fn begins(&mut self, number: &CaseId) -> Change {
        let child = self.another();
        let before = self.numbers.insert(number.clone(), child);
        Change::Number(number.clone(), before)
    }

    fn another(&mut self) -> Child {
        self.children += 1;
        self.children
    }

    /// The case with this number. One that history has not told of before came with an entry that
    /// has lost its text, perhaps with words.
    fn child(&mut self, number: &CaseId) -> Child {
        if let Some(child) = self.numbers.get(number) {
            return *child;
        }
        let child = self.another();
        self.numbers.insert(number.clone(), child);
        self.unknown.insert(child);
        child
    }

    fn on_words(&mut self, case: &CaseId, change: impl FnOnce(&mut OfVoices)) -> Vec<Change> {
        let child = self.child(case);
        let words = self.words.entry(child).or_default();
        let before = words.clone();
        change(words);
        vec![Change::Words(child, before)]
    }

    fn recorded(&mut self, case: &CaseId, at: Timestamp) -> Vec<Change> {
        let child = self.child(case);
        let just_typed = |since: &Since| {
            let ago = at.utc().signed_duration_since(since.at.utc()).num_seconds();
            since.typed && (0..=A_MINUTE).contains(&ago)
        };
        let words = self.words.entry(child).or_default();
        let now = words.iter().filter(|(_, since)| just_typed(since));
        let hasty = self.hasty.entry(child).or_default();
        let before = hasty.clone();
        hasty.extend(now.map(|(voice, since)| (*voice, *since)));
        vec![Change::Hasty(child, before)]
    }
}
