//! Which cases the list shows and in which order, so that the list and "next case" agree.

use std::cmp::Ordering;

use crate::review::Review;
use crate::review::case::{Case, Status};
use crate::review::judgement::{Answer, Question};
use crate::review::perspective::{ParentAnswer, Perspective};
use crate::review::stance::Stance;

/// How a person has set the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// What is typed to find a case: its number, or words of its year, needs or provision.
    pub find: String,
    /// Which cases.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
}

/// Which cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// The panel has something to do.
    ForThePanel,
    /// A parent's perspective is still to be had, or to be finished.
    ForAParent,
    /// Recorded.
    Recorded,
    /// The parents declined or could not be reached.
    NotHeard,
    /// A parent disagrees with the recorded judgement.
    ParentDisagrees,
    /// A parent disagrees, or answers one of the three questions otherwise than the panel.
    Differ,
}

impl Filter {
    /// All, in order.
    pub const ALL: [Self; 7] = [
        Self::All,
        Self::ForThePanel,
        Self::ForAParent,
        Self::Recorded,
        Self::ParentDisagrees,
        Self::Differ,
        Self::NotHeard,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::ForThePanel => "Wait for the panel",
            Self::ForAParent => "Parent still to be heard",
            Self::Recorded => "Recorded",
            Self::NotHeard => "Declined or not reached",
            Self::ParentDisagrees => "Parent disagrees",
            Self::Differ => "Any answer differs",
        }
    }

    /// Whether it lets this case through.
    pub fn lets(self, case: &Case, status: Status) -> bool {
        let recorded = matches!(status, Status::Recorded | Status::Changing);
        match self {
            Self::All => true,
            Self::ForThePanel => !matches!(status, Status::Recorded | Status::WaitsForParent),
            Self::ForAParent => {
                case.voices.is_empty() || case.missing_from_parents().next().is_some()
            }
            Self::Recorded => recorded,
            Self::NotHeard => case
                .whole_voices()
                .is_some_and(|voices| voices.iter().all(|voice| !voice.was_heard())),
            Self::ParentDisagrees => disagrees(case),
            Self::Differ => disagrees(case) || an_answer_differs(case),
        }
    }
}

fn disagrees(case: &Case) -> bool {
    case.complete()
        .is_some_and(|case| case.effective_stance().stance == Stance::Disagrees)
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

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// As the review has them.
    #[default]
    AsPrepared,
    /// Those that wait first.
    Waiting,
    /// By where the children are now.
    Provision,
}

impl Order {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::AsPrepared, Self::Waiting, Self::Provision];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AsPrepared => "As prepared",
            Self::Waiting => "Waiting first",
            Self::Provision => "By provision",
        }
    }
}

/// The list as it is shown: made once for a revision and a setting, and read by the list, the foot
/// and the keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Every case's place in the review, in the order of the list.
    order: Vec<usize>,
    /// Whether the case at this place in the review is shown.
    is_shown: Vec<bool>,
    /// The places of those that are shown, in order.
    shown: Vec<usize>,
    /// The place of the case whose number is just what was typed.
    found: Option<usize>,
}

impl Listed {
    /// The list of a review.
    pub fn of(review: &Review, statuses: &[Status], listing: &Listing) -> Self {
        let cases: Vec<(&Case, Status)> = review.cases().zip(statuses.iter().copied()).collect();
        let order = in_order(review, &cases, listing.order);
        let wanted = Wanted::of(&listing.find);
        let is_shown: Vec<bool> = cases
            .iter()
            .map(|(case, status)| {
                listing.filter.lets(case, *status) && wanted.is_met_by(review, case)
            })
            .collect();
        let shown = |at: &usize| is_shown.get(*at).copied().unwrap_or(false);
        let shown: Vec<usize> = order.iter().copied().filter(shown).collect();
        let is_found = |at: &usize| {
            cases
                .get(*at)
                .is_some_and(|(case, _)| wanted.is_number_of(case))
        };
        Self {
            found: shown.iter().copied().find(is_found),
            order,
            is_shown,
            shown,
        }
    }

    /// The places in the review of the cases to show, in their order.
    pub fn shown(&self) -> &[usize] {
        &self.shown
    }

    /// The case that was looked for: the one of just this number, else the first that is shown.
    pub fn found(&self) -> Option<usize> {
        self.found.or(self.shown.first().copied())
    }

    /// Where the list goes from the case at this place, so many steps on: to the next that is
    /// shown, even if the case itself is not.
    pub fn neighbour(&self, at: usize, steps: isize) -> Option<usize> {
        let here = self.order.iter().position(|place| *place == at)?;
        let (before, after) = self.order.split_at(here);
        let is_shown = |place: &&usize| self.is_shown.get(**place).copied().unwrap_or(false);
        let far = steps.unsigned_abs().checked_sub(1)?;
        if steps < 0 {
            before.iter().rev().filter(is_shown).nth(far).copied()
        } else {
            let on = after.iter().skip(1).filter(is_shown).nth(far).copied();
            // Whoever looks at a case that is not shown comes to those that are.
            let is_here = self.is_shown.get(at).copied().unwrap_or(false);
            on.or_else(|| self.shown.first().copied().filter(|_| !is_here))
        }
    }
}

fn in_order(review: &Review, cases: &[(&Case, Status)], order: Order) -> Vec<usize> {
    let mut places: Vec<usize> = (0..cases.len()).collect();
    // Sorting is stable: alike cases keep the order of the review.
    match order {
        Order::AsPrepared => {}
        Order::Waiting => places.sort_by_key(|at| {
            cases.get(*at).map(|(_, status)| match status {
                Status::ReadyToRecord | Status::Changing => 0,
                Status::WaitsForParent => 1,
                Status::Draft => 2,
                Status::NotStarted => 3,
                Status::Recorded => 4,
            })
        }),
        Order::Provision => {
            let row = |case: &Case| {
                let current = &case.file.current_provision;
                let mut rows = review.setup().provisions.iter();
                rows.position(|row| row.code == *current)
            };
            let rows: Vec<Option<usize>> = cases.iter().map(|(case, _)| row(case)).collect();
            places.sort_by(|one, other| match (rows.get(*one), rows.get(*other)) {
                (Some(one), Some(other)) => one.cmp(other),
                _ => Ordering::Equal,
            });
        }
    }
    places
}

/// What was typed to find a case.
pub enum Wanted {
    /// Nothing: every case is met.
    Anything,
    /// A number, without noughts before it.
    Number(String),
    /// Words, in small letters.
    Words(String),
}

impl Wanted {
    /// What this asks for.
    pub fn of(typed: &str) -> Self {
        let typed = typed.trim().to_lowercase();
        let number = typed.trim_start_matches('0');
        if typed.is_empty() {
            Self::Anything
        } else if !number.is_empty() && number.chars().all(|letter| letter.is_ascii_digit()) {
            Self::Number(number.to_owned())
        } else {
            Self::Words(typed)
        }
    }

    /// Whether this is the number of the case, or its whole name.
    pub fn is_number_of(&self, case: &Case) -> bool {
        match self {
            Self::Anything => false,
            Self::Number(number) => digits(case) == number,
            Self::Words(words) => case.id().as_str().to_lowercase() == *words,
        }
    }

    /// Whether a case is meant: its number begins so, or it holds the words.
    pub fn is_met_by(&self, review: &Review, case: &Case) -> bool {
        let id = case.id().as_str();
        match self {
            Self::Anything => true,
            Self::Number(number) => digits(case).starts_with(number.as_str()),
            Self::Words(words) => {
                let file = &case.file;
                let says = |text: &str| text.to_lowercase().contains(words.as_str());
                says(id)
                    || says(&file.year_group)
                    || says(&file.phase)
                    || says(&file.primary_need)
                    || file.secondary_needs.iter().any(|need| says(need))
                    || says(review.setup().provision_name(&file.current_provision))
            }
        }
    }
}

/// The number in a case's name: "11" of "C011".
fn digits(case: &Case) -> &str {
    let id = case.id().as_str();
    id.trim_start_matches(|letter: char| !letter.is_ascii_digit())
        .trim_start_matches('0')
}
