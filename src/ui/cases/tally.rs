//! What the list needs to know of every case, and how many are like what. Made once for a revision,
//! and of a case only when that case has changed, since a keystroke changes one of two thousand.

use std::collections::HashMap;
use std::sync::Arc;

use super::Filter;
use crate::review::Review;
use crate::review::case::{Case, Status};
use crate::review::judgement::{Answer, Question};
use crate::review::perspective::{ParentAnswer, Perspective};
use crate::review::ratings::RatedIdeal;
use crate::review::stance::Stance;
use crate::review::text::ProvisionCode;

/// What the list needs to know of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is asked alone by a filter"
)]
pub struct Facts {
    /// Where it stands.
    pub status: Status,
    /// For practice: it counts nowhere.
    pub practice: bool,
    /// Put off for later, and not recorded since.
    pub parked: bool,
    /// Where the parents stand on the recorded judgement.
    pub stance: Option<Stance>,
    /// How many notes there are.
    pub notes: usize,
    /// A parent's perspective is still to be had, or to be finished.
    parent_to_come: bool,
    /// The parents declined or could not be reached.
    not_heard: bool,
    /// A parent answers one of the three questions otherwise than the panel.
    answers_differ: bool,
    /// The members' first ratings, once revealed, name several kinds of provision.
    members_differ: bool,
}

impl Facts {
    fn of(case: &Case) -> Self {
        let status = case.status();
        let recorded = matches!(status, Status::Recorded | Status::Changing);
        let complete = case.complete();
        Self {
            status,
            practice: case.practice,
            parked: case.parked && !recorded,
            stance: complete.map(|complete| complete.effective_stance().stance),
            notes: case.notes.len(),
            parent_to_come: case.voices.is_empty() || case.missing_from_parents().next().is_some(),
            not_heard: case
                .whole_voices()
                .is_some_and(|voices| voices.iter().all(|voice| !voice.was_heard())),
            answers_differ: an_answer_differs(case),
            members_differ: members_differ(case),
        }
    }

    /// Whether a judgement is recorded.
    pub const fn recorded(&self) -> bool {
        matches!(self.status, Status::Recorded | Status::Changing)
    }

    /// Whether it is still to be recorded, and would count.
    pub const fn waits(&self) -> bool {
        !self.practice && !self.recorded()
    }

    /// How far panel, parents and members are apart: the less, the further.
    pub(super) fn apart(&self) -> u8 {
        match self {
            Self { practice: true, .. } => 3,
            _ if self.stance == Some(Stance::Disagrees) => 0,
            _ if self.answers_differ => 1,
            _ if self.members_differ => 2,
            _ => 3,
        }
    }

    /// Whether a filter lets the case through. What is for practice counts nowhere, so it is among
    /// those that are asked for as such alone.
    pub(super) fn pass(&self, filter: Filter) -> bool {
        let disagrees = self.stance == Some(Stance::Disagrees);
        match filter {
            Filter::All => true,
            Filter::Practice => self.practice,
            Filter::Notes => self.notes > 0,
            Filter::Parked => self.parked,
            _ if self.practice => false,
            Filter::ForThePanel => {
                !matches!(self.status, Status::Recorded | Status::WaitsForParent)
            }
            Filter::ForAParent => self.parent_to_come,
            Filter::NotStarted => self.status == Status::NotStarted,
            Filter::Draft => self.status == Status::Draft,
            Filter::Ready => self.status == Status::ReadyToRecord,
            Filter::Changing => self.status == Status::Changing,
            Filter::Recorded => self.recorded(),
            Filter::ParentDisagrees => disagrees,
            Filter::Differ => disagrees || self.answers_differ,
            Filter::MembersDiffer => self.members_differ,
            Filter::NotHeard => self.not_heard,
        }
    }
}

/// Whether a parent finds ideal what the panel does not, or the other way round.
fn an_answer_differs(case: &Case) -> bool {
    let Some(complete) = case.complete() else {
        return false;
    };
    let panel = complete.judgement();
    let differs = |voice: &Perspective, question: Question| {
        let Some(ParentAnswer::Stated(parent)) = voice.answer(question) else {
            return false;
        };
        let both_tell =
            parent != Answer::CannotTell && panel.answer(question) != Answer::CannotTell;
        both_tell && parent != panel.answer(question)
    };
    complete.voices().iter().any(|voice| {
        Question::ALL
            .iter()
            .any(|question| differs(voice, *question))
    })
}

/// Whether members who said where the ideal would be said different kinds of provision. Nothing is
/// told of ratings that are not revealed; a slip that was put right is none.
fn members_differ(case: &Case) -> bool {
    if case.ratings.revealed.is_none() {
        return false;
    }
    let mut named = case.ratings.given.iter().filter_map(|rating| {
        let RatedIdeal::Provision(code) = &rating.current().ideal else {
            return None;
        };
        Some(code)
    });
    let first = named.next();
    named.any(|code| Some(code) != first)
}

/// All cases of a review as the list needs them.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Each with the case that it was made of.
    known: Vec<(Arc<Case>, Facts)>,
    statuses: Vec<Status>,
    like: HashMap<Filter, usize>,
    /// How many children are in each kind of provision, in the order of the table.
    placed: Vec<(ProvisionCode, usize)>,
    left: usize,
    left_parked: usize,
}

impl Tally {
    /// Of a review, with what is still so from the tally before.
    pub fn of(review: &Review, before: Option<&Self>) -> Self {
        let cases = review.state().cases();
        let at_first: &[(Arc<Case>, Facts)] = before.map_or(&[], |before| &before.known);
        let known: Vec<(Arc<Case>, Facts)> = cases
            .iter()
            .enumerate()
            .map(|(at, case)| match at_first.get(at) {
                Some((same, facts)) if Arc::ptr_eq(same, case) => (Arc::clone(same), *facts),
                _ => (Arc::clone(case), Facts::of(case)),
            })
            .collect();
        let all = || known.iter().map(|(_, facts)| facts);
        let like = Filter::ALL.map(|filter| (filter, all().filter(|one| one.pass(filter)).count()));
        Self {
            statuses: all().map(|facts| facts.status).collect(),
            like: like.into_iter().collect(),
            placed: placed(review, &known),
            left: all().filter(|one| one.waits() && !one.parked).count(),
            left_parked: all().filter(|one| one.waits() && one.parked).count(),
            known,
        }
    }

    /// Where every case stands, in the order of the review.
    pub fn statuses(&self) -> &[Status] {
        &self.statuses
    }

    /// What there is to know of the case at this place.
    pub fn facts(&self, at: usize) -> Option<&Facts> {
        self.known.get(at).map(|(_, facts)| facts)
    }

    /// How many cases a filter lets through.
    pub fn count(&self, filter: Filter) -> usize {
        self.like.get(&filter).copied().unwrap_or(0)
    }

    /// How many cases there are to record: what is for practice is not.
    pub fn to_record(&self) -> usize {
        self.known.len() - self.count(Filter::Practice)
    }

    /// How many of them are not recorded yet: parked ones only once no other is left.
    pub const fn left(&self) -> usize {
        match self.left {
            0 => self.left_parked,
            left => left,
        }
    }

    /// How many parked cases wait besides, while others do.
    pub const fn left_parked(&self) -> usize {
        match self.left {
            0 => 0,
            _ => self.left_parked,
        }
    }

    /// Where children are now, in the order of the provision table, and how many.
    pub fn placed(&self) -> &[(ProvisionCode, usize)] {
        &self.placed
    }

    pub(super) fn cases(&self) -> impl Iterator<Item = (&Case, &Facts)> {
        self.known.iter().map(|(case, facts)| (&**case, facts))
    }
}

fn placed(review: &Review, known: &[(Arc<Case>, Facts)]) -> Vec<(ProvisionCode, usize)> {
    let mut counts: HashMap<&ProvisionCode, usize> = HashMap::new();
    for (case, _) in known {
        *counts.entry(&case.file.current_provision).or_default() += 1;
    }
    let rows = review.setup().provisions.iter();
    rows.filter_map(|row| Some((row.code.clone(), *counts.get(&row.code)?)))
        .collect()
}
