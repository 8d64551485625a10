//! Whatever a council may enter (model.md §11 bounds it), at random.

use proptest::prelude::*;

use dbv_case_review::projection::{CountedCase, Inputs};
use dbv_case_review::review::baseline::Baseline;
use dbv_case_review::review::judgement::{Payer, SupportCost};
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::stance::{Stance, StanceFrom};
use dbv_case_review::review::text::CaseId;
use dbv_case_review::review::units::{Growth, Horizon, PerChild, Places, PriceGrowth};

use super::worked_example::{money, not_in_place, row, share};

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

fn support_from_others() -> impl Strategy<Value = SupportCost> {
    let others = Payer::ALL
        .into_iter()
        .filter(|payer| *payer != Payer::HighNeeds);
    let payer = proptest::sample::select(others.collect::<Vec<_>>());
    (payer, within(0.0, 50_000.0)).prop_map(|(payer, pounds)| SupportCost {
        per_year: PerChild::new(pounds).unwrap(),
        payer,
    })
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
        proptest::collection::vec(support_from_others(), 0..3),
    )
        .prop_map(
            |(current, ideal, support_cost, blocked, parents_ideal, stance, shifted)| CountedCase {
                id: CaseId::new("C").unwrap(),
                current,
                ideal,
                support_cost,
                unmet: blocked.then(not_in_place).into_iter().collect(),
                shifted,
                parents_ideal,
                stance,
                stance_from: StanceFrom::Derived,
            },
        )
}

/// A review: a table, a baseline and counted cases, in an order of their own.
pub fn inputs() -> impl Strategy<Value = Inputs> {
    (2usize..8).prop_flat_map(|rows| {
        let provisions: Vec<_> = (0..rows).map(provision).collect();
        // The letters put the case numbers into another order than the cases.
        let cases = proptest::collection::vec((counted_case(rows), "[A-Z]"), 0..25);
        (provisions, baseline(), cases).prop_map(|(provisions, baseline, cases)| {
            let cases = (0..)
                .zip(cases)
                .map(|(number, (case, letter))| CountedCase {
                    id: CaseId::new(format!("{letter}{number}")).unwrap(),
                    ..case
                });
            Inputs::new(provisions, baseline, cases.collect())
        })
    })
}
