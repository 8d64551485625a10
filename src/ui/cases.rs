//! Which cases the list shows and in which order, so that the list and "next case" agree.

use std::cmp::Ordering;

use crate::review::Review;
use crate::review::case::{Case, Status};
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
    /// A parent disagrees with the recorded judgement.
    ParentDisagrees,
}

impl Filter {
    /// All, in order.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::ForThePanel,
        Self::ForAParent,
        Self::Recorded,
        Self::ParentDisagrees,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::ForThePanel => "Wait for the panel",
            Self::ForAParent => "Parent still to be heard",
            Self::Recorded => "Recorded",
            Self::ParentDisagrees => "Parent disagrees",
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
            Self::ParentDisagrees => case
                .complete()
                .is_some_and(|case| case.effective_stance().stance == Stance::Disagrees),
        }
    }
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

/// The places in the review of the cases to show, in their order.
pub fn listed(review: &Review, statuses: &[Status], listing: &Listing) -> Vec<usize> {
    let cases: Vec<(&Case, Status)> = review.cases().zip(statuses.iter().copied()).collect();
    let mut places = in_order(review, &cases, listing.order);
    let wanted = Wanted::of(&listing.find);
    places.retain(|at| {
        cases.get(*at).is_some_and(|(case, status)| {
            listing.filter.lets(case, *status) && wanted.is_met_by(review, case)
        })
    });
    places
}

/// Where the list goes from the case at this place, so many steps on: to the next that is shown,
/// even if the case itself is not.
pub fn neighbour(
    review: &Review,
    statuses: &[Status],
    listing: &Listing,
    at: usize,
    steps: isize,
) -> Option<usize> {
    let cases: Vec<(&Case, Status)> = review.cases().zip(statuses.iter().copied()).collect();
    let order = in_order(review, &cases, listing.order);
    let shown = listed(review, statuses, listing);
    let here = order.iter().position(|place| *place == at)?;
    let (before, after) = order.split_at(here);
    let is_shown = |place: &&usize| shown.contains(place);
    let far = steps.unsigned_abs().checked_sub(1)?;
    if steps < 0 {
        before.iter().rev().filter(is_shown).nth(far).copied()
    } else {
        after.iter().skip(1).filter(is_shown).nth(far).copied()
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
enum Wanted {
    Anything,
    Number(String),
    Words(String),
}

impl Wanted {
    fn of(typed: &str) -> Self {
        let typed = typed.trim().to_lowercase();
        if typed.is_empty() {
            Self::Anything
        } else if typed.chars().all(|letter| letter.is_ascii_digit()) {
            Self::Number(typed.trim_start_matches('0').to_owned())
        } else {
            Self::Words(typed)
        }
    }

    fn is_met_by(&self, review: &Review, case: &Case) -> bool {
        let id = case.id().as_str();
        match self {
            Self::Anything => true,
            Self::Number(number) => {
                let digits = id.trim_start_matches(|letter: char| !letter.is_ascii_digit());
                digits.trim_start_matches('0').starts_with(number.as_str())
            }
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
