//! model.md §8: what carries the result.

use dbv_case_review::projection::{Inputs, Scenario};
use dbv_case_review::review::judgement::Payer;
use dbv_case_review::review::stance::Stance;

use super::worth::{contribution, stands_for};
use super::years::{moments, panel};
use super::{Case, Page, Sum, in_year, scenarios};

/// Sum of positive contributions (panel).
pub fn gross_saving(page: &Page) -> Sum {
    positive(page, |_| true)
}

/// Positive contributions of all moves with this stance, to whatever tier.
pub fn contested(page: &Page, stance: Stance) -> Sum {
    positive(page, |case| case.moves() && case.stance == stance)
}

fn positive(page: &Page, which: impl Fn(&Case) -> bool) -> Sum {
    let chosen = page.cases.iter().filter(|case| which(case));
    let all = chosen.map(|case| contribution(page, case));
    Sum::all(all.map(|one| Sum {
        value: one.value.max(0.0),
        size: one.size,
    }))
}

/// Σ contribution of a scenario, at a share x of its own.
fn contributions(page: &Page, scenario: Scenario, x: f64) -> Sum {
    let mut page = page.clone();
    page.x = x;
    let all = page.cases.iter();
    Sum::all(all.map(|case| scenarios::contribution(&page, scenario, case)))
}

/// Σ contribution without and with all contested cases lost: the line on which the break-even x
/// lies.
pub fn line(page: &Page) -> (Sum, Sum) {
    let at = |x: f64| contributions(page, Scenario::TribunalTested, x);
    (at(0.0), at(1.0))
}

/// Σ contribution / Σ N_p w_i over all moves; `None` where no children move.
pub fn break_even_support(page: &Page) -> Option<Sum> {
    let moving = page.cases.iter().filter(|case| case.moves());
    let children: f64 = moving.map(|case| stands_for(page, case)).sum();
    let sum = contributions(page, Scenario::Panel, page.x);
    (children > 0.0).then(|| sum.times(1.0 / children))
}

/// What a reversal changes: Σ contribution, A, the saving over the horizon.
pub fn reversal(page: &Page, id: &str) -> [Sum; 3] {
    let mut reversed = page.clone();
    for case in &mut reversed.cases {
        case.reversed |= case.id == id;
    }
    let before = page.cases.iter().find(|case| case.id == id).unwrap();
    let (total, full_effect) = panel(page);
    let (total_after, full_effect_after) = panel(&reversed);
    [
        contribution(page, before).times(-1.0),
        full_effect_after.minus(full_effect),
        total_after.minus(total),
    ]
}

/// What it would need: children who will have moved into a row by
/// t = 1..H, before λ, and the places stated.
pub fn moved_in(page: &Page, row: usize) -> (Vec<f64>, Option<Vec<f64>>) {
    let moments = moments(page);
    let moving = || {
        page.cases
            .iter()
            .filter(|case| case.moves() && case.ideal == row)
    };
    let by = |t: usize| -> f64 {
        let weighed = moving().map(|c| moments[t].decided[c.from] / page.judged(c.from) as f64);
        weighed.sum()
    };
    let years = 1..=page.horizon;
    let stated: Option<Vec<f64>> = years
        .clone()
        .map(|t| in_year(&page.rows[row].places, t))
        .collect();
    (years.map(by).collect(), stated)
}

/// The cases with a condition that is not in place today, once for each condition, in the order of
/// the review.
pub fn unmet<'a>(inputs: &'a Inputs, page: &Page) -> Vec<&'a str> {
    let counts = |id: &str| page.cases.iter().any(|case| case.id == id);
    let cases = inputs
        .cases
        .iter()
        .map(|case| (case.id.as_str(), &case.unmet));
    let counted = cases.filter(|(id, _)| counts(id));
    let unmet = counted.flat_map(|(id, unmet)| unmet.iter().map(move |_| id));
    unmet.collect()
}

/// Σ N_p w_i × £ a year that a payer other than the high needs block would pay.
pub fn shifted(inputs: &Inputs, page: &Page, payer: Payer) -> Sum {
    Sum::all(page.cases.iter().map(|case| {
        let mut given = inputs.cases.iter();
        let given = given.find(|given| given.id.as_str() == case.id).unwrap();
        let theirs = given.shifted.iter().filter(|cost| cost.payer == payer);
        let support: f64 = theirs.map(|cost| cost.per_year.get()).sum();
        let children = page.rows[case.from].caseload / page.judged(case.from) as f64;
        Sum::of(children * support)
    }))
}
