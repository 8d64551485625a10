//! In which order the list has its cases.

use super::{Tally, digits};
use crate::review::Review;
use crate::review::case::{Case, Status};

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// As the review has them.
    #[default]
    AsPrepared,
    /// By number.
    Number,
    /// By status: those that wait first.
    Waiting,
    /// By where the children are now.
    Provision,
    /// Those first on which panel, parents or members are furthest apart.
    Disagreement,
}

impl Order {
    /// All, in order.
    pub const ALL: [Self; 5] = [
        Self::AsPrepared,
        Self::Number,
        Self::Waiting,
        Self::Provision,
        Self::Disagreement,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AsPrepared => "As prepared",
            Self::Number => "By number",
            Self::Waiting => "Waiting first",
            Self::Provision => "By provision",
            Self::Disagreement => "Disagreement first",
        }
    }
}

/// The places of all cases in this order.
pub(super) fn in_order(review: &Review, tally: &Tally, order: Order) -> Vec<usize> {
    let places = 0..review.cases().len();
    match order {
        Order::AsPrepared => places.collect(),
        Order::Number => sorted(tally.cases().map(|(case, _)| number(case))),
        Order::Waiting => sorted(tally.statuses().iter().map(|status| match status {
            Status::ReadyToRecord | Status::Changing => 0,
            Status::WaitsForParent => 1,
            Status::Draft => 2,
            Status::NotStarted => 3,
            Status::Recorded => 4,
        })),
        Order::Provision => sorted(tally.cases().map(|(case, _)| {
            let current = &case.file.current_provision;
            let mut rows = review.setup().provisions.iter();
            rows.position(|row| row.code == *current)
        })),
        Order::Disagreement => sorted(tally.cases().map(|(_, facts)| facts.apart())),
    }
}

/// The places in the order of their keys. Sorting is stable: alike cases keep the order of the
/// review.
fn sorted<K: Ord>(keys: impl Iterator<Item = K>) -> Vec<usize> {
    let mut keyed: Vec<(K, usize)> = keys.zip(0..).collect();
    keyed.sort_by(|one, other| one.0.cmp(&other.0));
    keyed.into_iter().map(|(_, at)| at).collect()
}

/// What comes before the number, the number as a number, and the whole name: C2 before C10.
fn number(case: &Case) -> (&str, usize, &str, &str) {
    let id = case.id().as_str();
    let before = id.find(|letter: char| letter.is_ascii_digit());
    let (before, _) = id.split_at(before.unwrap_or(id.len()));
    let digits = digits(case);
    let end = digits.find(|letter: char| !letter.is_ascii_digit());
    let (digits, _) = digits.split_at(end.unwrap_or(digits.len()));
    (before, digits.len(), digits, id)
}
