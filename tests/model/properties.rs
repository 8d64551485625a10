//! What holds for whatever a council enters (model.md §11 bounds it).

use proptest::prelude::*;

use dbv_case_review::projection::{Draws, Projection, Ranged, point, project, reversals};

use super::reviews::inputs;

const DRAWS: Draws = Draws {
    count: 300,
    seed: 5,
};

/// Every number of a projection, with its name.
fn numbers(projection: &Projection) -> Vec<(String, f64)> {
    let mut all = Vec::new();
    let mut add = |name: &str, value: f64| all.push((name.to_owned(), value));
    for year in &projection.unmitigated.years {
        add("spend", year.spend);
        add("allocation", year.allocation);
        add("in-year", year.in_year_balance);
        add("cumulative", year.cumulative_balance);
    }
    for case in &projection.cases {
        add("value", case.value.unwrap_or(0.0));
        add("stands for", case.stands_for);
        add("contribution", case.contribution);
    }
    for figures in &projection.scenarios {
        add("contributions", figures.contributions);
        add("gross saving", figures.gross_saving);
        add("gross cost", figures.gross_cost);
        add("places", figures.places_used_again);
        add("survival", figures.survival);
        for year in &figures.by_year {
            add("places", year.places_used_again);
            add("appeals", year.appeals);
        }
    }
    let coverage = &projection.coverage;
    add(
        "caseload",
        coverage.covered_share_of_caseload.unwrap_or(0.0),
    );
    add(
        "spend",
        coverage.covered_share_of_known_spend.unwrap_or(0.0),
    );
    add("appeals", projection.break_even.appeals.unwrap_or(0.0));
    add("support", projection.break_even.support.unwrap_or(0.0));
    add("contested", projection.contested.gross_saving);
    add("disagrees", projection.contested.disagrees);
    add("no view", projection.contested.no_view);
    for bar in &projection.sensitivity {
        add("low", bar.low);
        add("high", bar.high);
        add("swing", bar.swing);
    }
    for range in ranges(projection) {
        add("point", range.point);
        add("p05", range.p05);
        add("p50", range.p50);
        add("p95", range.p95);
    }
    all
}

fn ranges(projection: &Projection) -> Vec<Ranged> {
    let mut all = Vec::new();
    for figures in &projection.scenarios {
        all.extend([
            figures.full_effect,
            figures.total_saving,
            figures.final_balance,
        ]);
        for year in &figures.by_year {
            all.extend([year.saving, year.in_year_balance, year.cumulative_balance]);
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_number_is_a_number(inputs in inputs()) {
        let projection = project(&inputs, DRAWS);
        for (name, value) in numbers(&projection) {
            prop_assert!(value.is_finite(), "{} is {}", name, value);
        }
        for reversal in reversals(&inputs) {
            prop_assert!(reversal.full_effect.is_finite() && reversal.total_saving.is_finite());
        }
    }

    #[test]
    fn percentiles_are_in_order(inputs in inputs()) {
        for range in ranges(&project(&inputs, DRAWS)) {
            prop_assert!(range.p05 <= range.p50 && range.p50 <= range.p95, "{:?}", range);
        }
    }

    #[test]
    fn the_order_of_cases_does_not_matter(inputs in inputs(), by in 0usize..25) {
        let mut turned = inputs.clone();
        turned.cases.rotate_left(by.min(inputs.cases.len()));
        let (one, other) = (project(&inputs, DRAWS), project(&turned, DRAWS));
        prop_assert_eq!(&one.scenarios, &other.scenarios);
        prop_assert_eq!(&one.break_even, &other.break_even);
        prop_assert_eq!(&one.sensitivity, &other.sensitivity);
    }

    #[test]
    fn the_point_needs_no_draws(inputs in inputs()) {
        let projection = project(&inputs, DRAWS);
        for (point, ranged) in point(&inputs).iter().zip(&projection.scenarios) {
            prop_assert_eq!(point.full_effect, ranged.full_effect.point);
            prop_assert_eq!(point.total_saving, ranged.total_saving.point);
            prop_assert_eq!(point.final_balance, ranged.final_balance.point);
            for (point, ranged) in point.by_year.iter().zip(&ranged.by_year) {
                prop_assert_eq!(point.saving, ranged.saving.point);
                prop_assert_eq!(point.in_year_balance, ranged.in_year_balance.point);
                prop_assert_eq!(point.cumulative_balance, ranged.cumulative_balance.point);
            }
        }
    }

    #[test]
    fn savings_and_balances_add_up(inputs in inputs()) {
        for figures in point(&inputs) {
            let total: f64 = figures.by_year.iter().map(|year| year.saving).sum();
            let size = figures.by_year.iter().map(|year| year.saving.abs()).sum::<f64>();
            prop_assert!((total - figures.total_saving).abs() <= 1e-9 * size);
            let full = figures.contributions + figures.places_used_again;
            let size = figures.gross_saving - figures.gross_cost + figures.places_used_again;
            prop_assert!((full - figures.full_effect).abs() <= 1e-9 * size);
        }
    }

    #[test]
    fn no_cases_no_saving(mut inputs in inputs()) {
        inputs.cases.clear();
        let projection = project(&inputs, DRAWS);
        prop_assert_eq!(projection.counted, 0);
        for figures in &projection.scenarios {
            prop_assert_eq!(figures.total_saving, Ranged::default());
            prop_assert_eq!(figures.full_effect, Ranged::default());
            prop_assert_eq!(figures.survival, 1.0);
        }
        prop_assert_eq!(projection.break_even.appeals, None);
        prop_assert_eq!(projection.break_even.support, None);
        prop_assert_eq!(projection.concentration.half_of_gross_saving_from, None);
        prop_assert!(projection.sensitivity.is_empty());
    }
}
