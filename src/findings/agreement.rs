//! How far members agreed before they talked (model.md §9): Krippendorff's α of their first
//! ratings, and the share of cases in which all saw the same ideal.
//!
//! **What is a first rating?** What a member gave alone and what was revealed: `MemberRating::first`.
//! A correction is made after the reveal, with everybody's ratings in sight, so it is not an
//! independent rating, even where it puts a mere slip right; agreement that could be mended after
//! the reveal would not be worth its name. So corrections do not enter α; the cases in which a
//! rating that enters it was corrected are listed beside it. What is not revealed is secret and
//! changes nothing here.

use std::collections::HashMap;

use crate::projection::chance::{Chance, Drawn};
use crate::review::ratings::RatedIdeal;
use crate::review::setup::Setup;
use crate::review::text::{CaseId, ProvisionCode};

use super::alpha::{Alpha, NoAlpha, TRIES, Unit, alpha};
use super::judged::{Counted, Judged};
use super::share::{Share, share_of};

/// How far members agreed before they talked, over counted cases with two or more ratings of the
/// ideal provision. Who abstained or could not tell gave none.
#[derive(Clone, Debug, PartialEq)]
pub struct Members {
    /// α, or why there is none.
    pub alpha: Result<Alpha, NoAlpha>,
    /// The cases with two or more ratings, by case number: what α rests on.
    pub cases: Vec<CaseId>,
    /// Ratings in these cases.
    pub ratings: usize,
    /// Of these cases those in which all ratings are the same; `None` if there are none.
    pub all_agree: Option<Share>,
    /// Of these cases those in which the ideal of a rating was corrected later. α is of the
    /// ratings as they were first given.
    pub corrected: Vec<CaseId>,
}

/// A case with its pairable ratings.
struct Rated<'a> {
    case: &'a Counted<'a>,
    ideals: Vec<&'a ProvisionCode>,
    unit: Unit,
}

impl Members {
    pub(super) fn of(setup: &Setup, judged: &Judged<'_>) -> Self {
        let mut values = HashMap::new();
        // By case number, so that the order of the file changes neither chance nor rounding.
        let mut by_number: Vec<_> = judged.counted.iter().collect();
        by_number.sort_by_key(|case| case.case().id());
        let rated: Vec<Rated<'_>> = by_number
            .into_iter()
            .filter_map(|case| Rated::of(case, &mut values))
            .collect();
        let cases = rated.iter().map(|one| one.case.id()).collect();
        let corrected = rated.iter().filter(|one| one.is_corrected());
        let corrected = corrected.map(|one| one.case.id()).collect();
        let all_agree = share_of(&rated, |one| one.case.id(), |one| one.unit.all_agree());
        let ratings = rated.iter().map(|one| one.ideals.len()).sum();
        let units: Vec<Unit> = rated.into_iter().map(|one| one.unit).collect();
        let chance = Chance::of(setup.seed, Drawn::Agreement, "members");
        Self {
            alpha: alpha(&units, values.len(), chance, TRIES),
            cases,
            ratings,
            all_agree,
            corrected,
        }
    }
}

impl<'a> Rated<'a> {
    /// The case, if it has two ratings that have been revealed. `values` numbers the provisions
    /// named, as they come.
    fn of(case: &'a Counted<'a>, values: &mut HashMap<&'a ProvisionCode, usize>) -> Option<Self> {
        let ratings = &case.case().ratings;
        ratings.revealed?;
        let ideals: Vec<&ProvisionCode> = ratings
            .given
            .iter()
            .filter_map(|rating| provision(&rating.first.ideal))
            .collect();
        let numbers: Vec<usize> = ideals
            .iter()
            .map(|ideal| {
                let next = values.len();
                *values.entry(ideal).or_insert(next)
            })
            .collect();
        let unit = Unit::of(&numbers)?;
        Some(Self { case, ideals, unit })
    }

    fn is_corrected(&self) -> bool {
        let mut given = self.case.case().ratings.given.iter();
        given.any(|rating| rating.current().ideal != rating.first.ideal)
    }
}

/// The provision that a rating names; who abstained or could not tell names none.
const fn provision(ideal: &RatedIdeal) -> Option<&ProvisionCode> {
    match ideal {
        RatedIdeal::Provision(code) => Some(code),
        RatedIdeal::CannotTell | RatedIdeal::Abstained => None,
    }
}
