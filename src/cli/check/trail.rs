//! What the history tells of each case: which judged cases were taken out, and which entries are
//! about a case that is no longer in the review. What was undone did not happen.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::review::Review;
use crate::review::Timestamp;
use crate::review::case::{Case, Standing, Status};
use crate::review::command::{Command, FileEdit, ImportedCase};
use crate::review::history::{Entries, Entry};
use crate::review::text::CaseId;

/// What the header of an added case is called: [`Command::kind`].
const ADDED: &str = "case added";

/// A case from the entry that added it to its end.
struct Life {
    number: CaseId,
    judged: bool,
    taken_out: Option<Timestamp>,
    /// Whether it is for practice, and whether it was when it was judged.
    practising: bool,
    judged_practising: bool,
    /// When it was said, after it had been judged, to be for practice (`true`), or a judgement made
    /// for practice was let count (`false`).
    practice: Option<(Timestamp, bool)>,
}

/// The lives of all cases, and whose each entry is.
pub(super) struct Trail {
    lives: Vec<Life>,
    /// Of the entries about one case: entry, life.
    of_entry: HashMap<u64, usize>,
    /// Of the cases that an entry imports.
    of_imported: HashMap<(u64, CaseId), usize>,
    here: HashSet<usize>,
}

impl Trail {
    pub(super) fn of(review: &Review) -> Self {
        let entries = review.history().entries();
        let mut trail = Self {
            lives: Vec::new(),
            of_entry: HashMap::new(),
            of_imported: HashMap::new(),
            here: HashSet::new(),
        };
        let mut now: HashMap<CaseId, usize> = HashMap::new();
        for (entry, undone) in entries.iter().zip(undone(entries)) {
            trail.follow(entry, undone, &mut now);
        }
        let state = review.state();
        let here = state.every_case().filter_map(|case| now.get(case.id()));
        trail.here = here.copied().collect();
        trail
    }

    fn follow(&mut self, entry: &Entry, undone: bool, now: &mut HashMap<CaseId, usize>) {
        let header = &entry.header;
        let command = entry.payload.as_ref().map(|payload| &payload.command);
        if let (Some(cases), false) = (command.and_then(Command::imported), undone) {
            for case in cases {
                let number = &case.file.id;
                let life = self.begin(number, is_judged(case));
                now.insert(number.clone(), life);
                self.of_imported
                    .insert((header.number, number.clone()), life);
            }
        }
        let Some(case) = &header.case else {
            return;
        };
        if undone || is(entry, &Command::Undo) || is(entry, &Command::Redo) {
            if let Some(life) = now.get(case) {
                self.of_entry.insert(header.number, *life);
            }
            return;
        }
        let added = header.kind == ADDED;
        let life = match now.get(case) {
            Some(life) if !added => *life,
            _ => self.begin(case, false),
        };
        now.insert(case.clone(), life);
        self.of_entry.insert(header.number, life);
        let Some(told) = self.lives.get_mut(life) else {
            return;
        };
        if is(entry, &Command::Record(case.clone())) {
            told.judged = true;
            told.judged_practising |= told.practising;
        } else if is(entry, &practice(case, true)) {
            told.practising = true;
            let counted = told.judged && !told.judged_practising;
            told.practice = counted.then_some((header.at, true));
        } else if is(entry, &practice(case, false)) {
            told.practising = false;
            told.practice = told.judged_practising.then_some((header.at, false));
        } else if is(entry, &Command::RemoveCase(case.clone())) {
            told.taken_out = Some(header.at);
            now.remove(case);
        } else if let Some(Command::EditCaseFile {
            edit: FileEdit::Id(new),
            ..
        }) = command
        {
            told.number = new.clone();
            now.remove(case);
            now.insert(new.clone(), life);
        }
    }

    fn begin(&mut self, number: &CaseId, judged: bool) -> usize {
        self.lives.push(Life {
            number: number.clone(),
            judged,
            taken_out: None,
            practising: false,
            judged_practising: false,
            practice: None,
        });
        self.lives.len() - 1
    }

    /// The cases that were taken out after a judgement was recorded, with the day; not those whose
    /// number is in the review now.
    pub(super) fn taken_out_after_judging(&self, review: &Review) -> BTreeMap<CaseId, Timestamp> {
        let here: HashSet<&CaseId> = review.state().every_case().map(Case::id).collect();
        let lives = self.lives.iter().filter(|life| life.judged);
        lives
            .filter(|life| !here.contains(&life.number))
            .filter_map(|life| Some((life.number.clone(), life.taken_out?)))
            .collect()
    }

    /// The cases that were said to be for practice, or to count after all, after a judgement had been
    /// recorded, with the day and which of the two: in the review, put aside or not.
    pub(super) fn practice_after_judging(&self) -> BTreeMap<CaseId, (Timestamp, bool)> {
        let here = self.here.iter().filter_map(|life| self.lives.get(*life));
        here.filter_map(|life| Some((life.number.clone(), life.practice?)))
            .collect()
    }

    /// Whether an entry is about a case that is no longer in the review, or never came into it.
    pub(super) fn is_gone(&self, entry: u64) -> bool {
        let life = self.of_entry.get(&entry);
        life.is_none_or(|life| !self.here.contains(life))
    }

    /// Whether a case that an entry imports is no longer in the review.
    pub(super) fn imported_is_gone(&self, entry: u64, case: &CaseId) -> bool {
        let life = self.of_imported.get(&(entry, case.clone()));
        life.is_none_or(|life| !self.here.contains(life))
    }
}

fn practice(case: &CaseId, practice: bool) -> Command {
    let case = case.clone();
    Command::Practice { case, practice }
}

/// By what the header calls it: its payload may have been taken out.
fn is(entry: &Entry, command: &Command) -> bool {
    entry.header.kind == command.kind()
}

/// Whether an entry only remarks on what happened, by what its header calls it: undo passes it
/// over.
fn is_remark(entry: &Entry) -> bool {
    const REMARK: &str = "note on the law shown";
    entry.header.kind == REMARK
}

/// Whether a case came with a judgement that was recorded.
fn is_judged(imported: &ImportedCase) -> bool {
    let mut case = Case::new(imported.file.clone());
    case.voices.clone_from(&imported.voices);
    case.standing = Standing::Draft(imported.draft.clone());
    case.status() == Status::ReadyToRecord
}

/// Of each entry, whether it was undone and not done again.
fn undone(entries: &Entries) -> Vec<bool> {
    let mut undone = vec![false; entries.len()];
    let (mut past, mut future): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for (at, entry) in entries.iter().enumerate() {
        let (from, to, now) = if is(entry, &Command::Undo) {
            (&mut past, &mut future, true)
        } else if is(entry, &Command::Redo) {
            (&mut future, &mut past, false)
        } else {
            if !is_remark(entry) {
                past.push(at);
                future.clear();
            }
            continue;
        };
        if let Some(change) = from.pop() {
            to.push(change);
            if let Some(change) = undone.get_mut(change) {
                *change = now;
            }
        }
    }
    undone
}
