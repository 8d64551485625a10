//! How much work it is to follow a history. A file can hold a hundred thousand changes of a few
//! hundred bytes, each of which copies a case of megabytes, or five thousand pointers; and undo
//! keeps the last five hundred states. Following ends where that is more than any workshop makes.

use std::collections::VecDeque;
use std::sync::Arc;

use super::case::{Case, Standing};
use super::command::{Command, SetupEdit};
use super::judgement::Draft;
use super::machine::UNDO_DEPTH;
use super::panel::MemberId;
use super::state::State;
use super::text::Text;

/// Nanoseconds, about, that following may take on a slow computer.
const MOST_TIME: usize = 2_000_000_000;
/// Bytes that the states which can be undone may take beside the last one.
const MOST_KEPT: usize = 64 * 1024 * 1024;

/// Texts and the bytes in them.
#[derive(Clone, Copy, Default)]
struct Weight {
    texts: usize,
    bytes: usize,
}

impl Weight {
    fn add(&mut self, text: &Text) {
        self.texts += 1;
        self.bytes += text.len();
    }

    /// Nanoseconds, about, for looking at it, copying it and letting it go.
    const fn time(self) -> usize {
        200 * self.texts + self.bytes / 2
    }

    /// Bytes of a copy.
    const fn kept(self) -> usize {
        48 * self.texts + self.bytes
    }
}

/// The work that was done so far.
#[derive(Default)]
pub(super) struct Effort {
    time: usize,
    /// What each of the last states keeps that it does not share.
    kept: VecDeque<usize>,
    kept_together: usize,
}

impl Effort {
    /// Takes another command upon itself; `None` if that is too much.
    pub(super) fn take(&mut self, state: &State, command: &Command) -> Option<()> {
        /// For every entry, and for every case of the state in each: it is looked for and its
        /// pointer copied.
        const ENTRY: usize = 2_000;
        const POINTER: usize = 40;
        let touched = command.case().and_then(|id| state.numbered(id)).map(weight);
        let touched = touched.unwrap_or_default();
        let pointers = state.cases.len() + state.archived.len();
        self.time += ENTRY + POINTER * pointers + touched.time();
        let mut passages = Weight::default();
        match command {
            Command::Setup(edit) => {
                let kept = state.setup.not_identifying.iter();
                kept.for_each(|passage| passages.add(passage));
                // Who was there is copied with the setup too, a few bytes each.
                let sessions = &state.setup.sessions;
                passages.texts += sessions.len();
                let ticks = sessions.iter().map(|session| session.present.len());
                passages.bytes += ticks.sum::<usize>() * size_of::<MemberId>();
                self.time += 20 * ENTRY + passages.time();
                if let SetupEdit::Provisions(_) | SetupEdit::RemoveProvision(_) = edit {
                    let all = state.every_case().map(|case| weight(case).time());
                    self.time += all.sum::<usize>() + 20 * POINTER * pointers;
                } else {
                    self.time += POINTER * pointers;
                }
            }
            Command::Import(cases) => self.time += 10 * ENTRY * cases.len(),
            Command::ImportTables {
                provisions, cases, ..
            } => {
                self.time += 40 * ENTRY + 10 * ENTRY * cases.len();
                if provisions.is_some() {
                    let all = state.cases.iter().map(|case| weight(case).time());
                    self.time += all.sum::<usize>() + 20 * POINTER * pointers;
                }
            }
            _ => {}
        }
        // What the command itself brings is in the file too, and is counted there.
        self.keep(touched.kept() + passages.kept() + 8 * pointers);
        (self.time <= MOST_TIME && self.kept_together <= MOST_KEPT).then_some(())
    }

    /// Takes the hashing of a state upon itself. What is too much shows at the next command.
    pub(super) const fn hashed(&mut self, bytes: usize) {
        self.time += 20 * bytes;
    }

    /// Takes upon itself that cases came to stand elsewhere, by whatever command, an undoing too:
    /// what was there and what is are held against each other by their numbers.
    pub(super) fn moved(&mut self, state: &State) {
        const PLACE: usize = 1_000;
        self.time += PLACE * (state.cases.len() + state.archived.len());
    }

    /// Takes the cases upon itself that undo or redo copied. What is too much shows at the next
    /// command.
    pub(super) fn carried(&mut self, cases: &[Arc<Case>]) {
        let mut bytes = 0;
        for weight in cases.iter().map(|case| weight(case)) {
            self.time += weight.time();
            bytes += weight.kept();
        }
        self.kept_together += bytes;
        if let Some(last) = self.kept.back_mut() {
            *last += bytes;
        }
    }

    fn keep(&mut self, bytes: usize) {
        self.kept.push_back(bytes);
        self.kept_together += bytes;
        if self.kept.len() > UNDO_DEPTH {
            self.kept_together -= self.kept.pop_front().unwrap_or_default();
        }
    }
}

/// The texts of a case, and whatever costs as much.
fn weight(case: &Case) -> Weight {
    // Fields that are there in every case.
    let mut weight = Weight {
        texts: 20,
        bytes: 1_000,
    };
    let file = &case.file;
    let texts = [
        &file.year_group,
        &file.phase,
        &file.primary_need,
        &file.plan_since,
        &file.pen_portrait,
        &file.child_views,
        &file.aspirations,
        &file.provision_summary,
    ];
    let lists = [
        &file.secondary_needs,
        &file.documents_seen,
        &file.documents_missing,
    ];
    let listed = lists.into_iter().flatten();
    texts
        .into_iter()
        .chain(listed)
        .for_each(|text| weight.add(text));
    for voice in &case.voices {
        weight.texts += 5;
        let said = [
            &voice.words,
            &voice.hopes,
            &voice.fears,
            &voice.would_change,
        ];
        said.into_iter().for_each(|text| weight.add(text));
        for attempt in &voice.attempts {
            weight.add(&attempt.how);
            weight.add(&attempt.by);
        }
        for (what, _, by_when) in voice.asked.iter().flat_map(|asked| &asked.about.conditions) {
            weight.add(what);
            weight.add(by_when);
        }
    }
    for rating in &case.ratings.given {
        weight.texts += 3;
        for correction in &rating.corrections {
            weight.texts += 2;
            weight.add(&correction.reason);
        }
    }
    case.notes.iter().for_each(|note| weight.add(&note.words));
    let worded = case.wording.iter();
    let worded = worded.flat_map(|wording| [&wording.words, &wording.built]);
    worded.for_each(|text| weight.add(text));
    weight.texts += case.exceptions.len() + case.law_shown.len();
    match &case.standing {
        Standing::Draft(draft) => form(&mut weight, draft),
        Standing::Recorded { judgement, changes } => {
            form(&mut weight, &judgement.to_draft());
            changes.iter().for_each(|draft| form(&mut weight, draft));
        }
    }
    weight
}

fn form(weight: &mut Weight, form: &Draft) {
    weight.add(&form.reasoning);
    weight.texts += form.support_costs.len();
    form.root_causes.iter().for_each(|cause| weight.add(cause));
    for condition in &form.conditions {
        weight.texts += 2;
        weight.add(&condition.what);
        weight.add(&condition.by_when);
    }
    form.dissent
        .iter()
        .for_each(|dissent| weight.add(&dissent.words));
}
