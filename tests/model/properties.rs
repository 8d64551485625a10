//! What holds for whatever a council enters (model.md §11 bounds it).

use proptest::prelude::*;

use dbv_case_review::projection::{
    CountedCase, Draws, Inputs, Projection, Ranged, point, project, reversals,
};
use dbv_case_review::review::baseline::Baseline;
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::stance::{Stance, StanceFrom};
use dbv_case_review::review::text::CaseId;
use dbv_case_review::review::units::{Growth, Horizon, PerChild, Places, PriceGrowth};

use super::reference;
use super::worked_example::{money, not_in_place, row, share};

const DRAWS: Draws = Draws {
    count: 300,
    seed: 5,
};

/// A number from a range, or one of its ends.
fn within(low: f64, high: f64) -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(low), 1 => Just(high), 4 => low..high]
}

fn provision(number: usize) -> impl Strategy<Value = Provision> {
    (
        0u8..6,
        prop_oneof![Just(0.0), within(0.0, 1_000_000.0), within(0.0, 3_000.0)],
        proptest::option::of((
            within(0.0, 2_000_000.0),
            proptest::option::of(within(0.0, 1.0)),
        )),
        within(-0.5, 1.0),
        within(0.0, 1.0),
        proptest::collection::vec(within(0.0, 500.0), 0..3),
    )
        .prop_map(move |(tier, caseload, cost, growth, transition, places)| {
            let unit_cost = cost.map(|(cost, _)| cost);
            let mut row = row(&format!("P{number}"), tier, caseload, unit_cost, growth);
            row.avoidable_cost =
                cost.and_then(|(cost, part)| part.map(|part| PerChild::new(cost * part).unwrap()));
            row.growth = Growth::new(growth).unwrap();
            row.transition_share = share(transition);
            row.new_places = places.iter().map(|&n| Places::new(n).unwrap()).collect();
            row
        })
}

fn baseline() -> impl Strategy<Value = Baseline> {
    let amount = || within(-1e11, 1e11);
    let amounts = || proptest::collection::vec(amount(), 0..4);
    let growth = || within(-0.2, 0.5);
    (
        (
            prop_oneof![Just(1u8), Just(10), 1u8..=10],
            growth(),
            amount(),
            amount(),
            amount(),
        ),
        (
            proptest::collection::vec(growth(), 0..12),
            proptest::collection::vec(within(0.0, 1.0), 0..12),
            amounts(),
            amounts(),
        ),
        [
            within(0.0, 1.0),
            within(0.0, 1.0),
            within(0.0, 1.0),
            within(0.0, 1.0),
        ],
    )
        .prop_map(
            |((years, inflation, other, allocation, opening), lists, shares)| {
                let price = |value| PriceGrowth::new(value).unwrap();
                let mut baseline = Baseline::starting("2024-25".parse().unwrap());
                baseline.horizon = Horizon::new(years).unwrap();
                baseline.inflation = price(inflation);
                baseline.other_spend = money(other);
                baseline.allocation = money(allocation);
                baseline.opening_balance = money(opening);
                baseline.allocation_growth = lists.0.into_iter().map(price).collect();
                baseline.ramp = lists.1.into_iter().map(share).collect();
                baseline.investment = lists.2.into_iter().map(money).collect();
                baseline.grant = lists.3.into_iter().map(money).collect();
                baseline.first_year_share = share(shares[0]);
                baseline.realisation = share(shares[1]);
                baseline.appeal_share = share(shares[2]);
                baseline.appeal_loss_share = share(shares[3]);
                baseline
            },
        )
}

/// Cases may name rows that are not in the table.
fn counted_case(rows: usize) -> impl Strategy<Value = CountedCase> {
    (
        0..rows + 1,
        0..rows + 1,
        prop_oneof![Just(0.0), within(0.0, 2_000_000.0)],
        any::<bool>(),
        proptest::option::of(0..rows + 1),
        proptest::sample::select(Stance::ALL.to_vec()),
    )
        .prop_map(
            |(current, ideal, support_cost, blocked, parents_ideal, stance)| CountedCase {
                id: CaseId::new("C").unwrap(),
                current,
                ideal,
                support_cost,
                unmet: blocked.then(not_in_place).into_iter().collect(),
                shifted: Vec::new(),
                parents_ideal,
                stance,
                stance_from: StanceFrom::Derived,
            },
        )
}

fn inputs() -> impl Strategy<Value = Inputs> {
    (2usize..8).prop_flat_map(|rows| {
        let provisions: Vec<_> = (0..rows).map(provision).collect();
        let cases = proptest::collection::vec(counted_case(rows), 0..25);
        (provisions, baseline(), cases).prop_map(|(provisions, baseline, mut cases)| {
            for (number, case) in cases.iter_mut().enumerate() {
                case.id = CaseId::new(format!("C{number}")).unwrap();
            }
            Inputs::new(provisions, baseline, cases)
        })
    })
}

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
    fn the_page_read_literally_says_the_same(inputs in inputs()) {
        for figures in point(&inputs) {
            let (full_effect, by_year) = reference::savings(&inputs, figures.scenario);
            // What cancels out leaves rounding errors of the size of its parts.
            let size = 1e6 * inputs.provisions.iter().map(|p| p.caseload.get()).sum::<f64>();
            prop_assert!((figures.full_effect - full_effect).abs() <= 1e-12 * size + 0.001);
            for (year, saving) in figures.by_year.iter().zip(by_year) {
                let grown = size * 3f64.powi(year.t as i32);
                prop_assert!((year.saving - saving).abs() <= 1e-12 * grown + 0.001);
            }
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
