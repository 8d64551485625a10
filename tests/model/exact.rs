//! The program against the page read a second time (`reference`), for whatever a council enters:
//! every figure of model.md §2-§8 that does not rest on draws agrees to 1e-9 of what it was added
//! up from.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use dbv_case_review::projection::{
    CountedCase, Draws, Inputs, Projection, Ranged, ScenarioFigures, project,
};
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::text::CaseId;

use super::carries;
use super::edges::EDGES;
use super::reference::course::course;
use super::reference::years::{Answer, answer};
use super::reference::{Page, Sum, worth};
use super::reviews::inputs;
use super::worked_example::{INDEPENDENT_DAY, MAINSTREAM, case, share, worked_example};

/// What is looked at here rests on no draws.
const FEW: Draws = Draws { count: 60, seed: 3 };

/// What does not agree.
#[derive(Default)]
pub struct Differences(Vec<String>);

impl Differences {
    pub fn near(&mut self, what: &str, given: f64, expected: Sum) {
        if !expected.is(given) {
            let off = (given - expected.value).abs() / expected.size;
            self.0
                .push(format!("{what}: {given}, not {} ({off:e})", expected.value));
        }
    }

    pub fn same<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, given: T, expected: T) {
        if given != expected {
            self.0.push(format!("{what}: {given:?}, not {expected:?}"));
        }
    }
}

/// Where the program and the page differ.
pub fn differences(inputs: &Inputs) -> Vec<String> {
    let draws = Draws { count: 60, seed: 3 };
    let (projection, page) = (project(inputs, draws), Page::of(inputs));
    let mut found = Differences::default();
    current_course(&projection, &page, &mut found);
    council(&projection, &page, &mut found);
    for figures in &projection.scenarios {
        scenario(figures, &answer(&page, figures.scenario), &mut found);
    }
    carries::compare(inputs, &projection, &page, &mut found);
    found.0
}

fn current_course(projection: &Projection, page: &Page, found: &mut Differences) {
    let expected = course(page);
    let given = &projection.unmitigated;
    found.same("at least", given.at_least, expected.at_least);
    found.same("years", given.years.len(), expected.spend.len());
    for year in &given.years {
        found.near("U", year.spend, expected.spend[year.t]);
        found.near("F", year.allocation, expected.allocation[year.t]);
        found.near("b", year.in_year_balance, expected.in_year[year.t]);
        found.near("B", year.cumulative_balance, expected.balance[year.t]);
    }
}

/// Cases and coverage (§3, §4).
fn council(projection: &Projection, page: &Page, found: &mut Differences) {
    found.same("counted", projection.counted, page.cases.len());
    let ids = |cases: &[CaseId]| cases.iter().map(ToString::to_string).collect::<Vec<_>>();
    let mut unpriced = Vec::new();
    found.same("cases", projection.cases.len(), page.cases.len());
    for (given, case) in projection.cases.iter().zip(&page.cases) {
        found.same("case", given.id.to_string(), case.id.clone());
        let value = worth::worth(page, case.from, case.ideal, case.support);
        found.same("priced", given.value.is_some(), value.is_some());
        if let (Some(given), Some(value)) = (given.value, value) {
            found.near("value", given, value);
        } else {
            unpriced.push(case.id.clone());
        }
        found.same(
            "current",
            given.current.as_str(),
            page.rows[case.from].code.as_str(),
        );
        found.same(
            "ideal",
            given.ideal.as_str(),
            page.rows[case.ideal].code.as_str(),
        );
        found.same("stance", given.stance, case.stance);
        found.near(
            "stands for",
            given.stands_for,
            Sum::of(worth::stands_for(page, case)),
        );
        found.near(
            "contribution",
            given.contribution,
            worth::contribution(page, case),
        );
    }
    found.same("unpriced", ids(&projection.unpriced), unpriced);
    let coverage = &projection.coverage;
    let not_covered: Vec<&str> = coverage
        .not_covered
        .iter()
        .map(|code| code.as_str())
        .collect();
    found.same("not covered", not_covered, worth::not_covered(page));
    let (caseload, spend) = worth::covered(page);
    for (what, given, expected) in [
        (
            "caseload covered",
            coverage.covered_share_of_caseload,
            caseload,
        ),
        (
            "spend covered",
            coverage.covered_share_of_known_spend,
            spend,
        ),
    ] {
        found.same(what, given.is_some(), expected.is_some());
        found.near(what, given.unwrap_or(0.0), Sum::of(expected.unwrap_or(0.0)));
    }
}

fn scenario(given: &ScenarioFigures<Ranged>, expected: &Answer, found: &mut Differences) {
    let mut near = |what: &str, value: f64, sum: Sum| {
        found.near(&format!("{}, {what}", given.scenario.name()), value, sum);
    };
    near("contributions", given.contributions, expected.contributions);
    near("gross saving", given.gross_saving, expected.gross_saving);
    near("gross cost", given.gross_cost, expected.gross_cost);
    near(
        "places used again",
        given.places_used_again,
        expected.places,
    );
    near("A", given.full_effect.point, expected.full_effect);
    near("survival", given.survival, Sum::of(expected.survival));
    near("total", given.total_saving.point, expected.total);
    near(
        "final balance",
        given.final_balance.point,
        expected.final_balance,
    );
    near(
        "years",
        given.by_year.len() as f64,
        Sum::of(expected.years.len() as f64),
    );
    for (year, expected) in given.by_year.iter().zip(&expected.years) {
        near("S", year.saving.point, expected.saving);
        near(
            "places used again by year",
            year.places_used_again,
            expected.places,
        );
        near(
            "in-year balance",
            year.in_year_balance.point,
            expected.in_year,
        );
        near("balance", year.cumulative_balance.point, expected.balance);
        near("appeals", year.appeals, expected.appeals);
    }
}

#[test]
fn the_worked_example() {
    assert_eq!(differences(&worked_example()), Vec::<String>::new());
}

#[test]
fn whatever_a_council_enters_and_at_every_edge() {
    for edge in EDGES {
        let mut runner = TestRunner::new(ProptestConfig {
            cases: if edge.name == "as it comes" { 96 } else { 16 },
            failure_persistence: None,
            ..ProptestConfig::default()
        });
        let bent = inputs().prop_map(|inputs| edge.of(inputs));
        let outcome = runner.run(&bent, |inputs| {
            let found = differences(&inputs);
            prop_assert!(found.is_empty(), "{}", found.join("\n"));
            Ok(())
        });
        assert!(outcome.is_ok(), "{}: {}", edge.name, outcome.unwrap_err());
    }
}

/// Entries past H are ignored (§1), so a share that is capped there shortens nothing (§8).
#[test]
fn what_lies_past_the_horizon_shortens_no_bar() {
    let mut inputs = worked_example();
    inputs.baseline.ramp = [0.2, 0.3, 0.4, 0.5, 0.6, 1.0].map(share).to_vec();
    let projection = project(&inputs, FEW);
    let bars = projection.sensitivity.iter();
    let ramp = bars.filter(|bar| bar.input.to_string() == "ramp");
    assert_eq!(ramp.map(|bar| bar.shortened).collect::<Vec<_>>(), [false]);
}

/// Half is enough: of two alike one, of three two, of four two.
#[test]
fn half_of_the_gross_saving_is_half() {
    for (alike, few) in [(1, 1), (2, 1), (3, 2), (4, 2), (10, 5)] {
        let mut inputs = worked_example();
        let numbered = |number: usize| CountedCase {
            id: CaseId::new(format!("C{number}")).unwrap(),
            ..case(INDEPENDENT_DAY, MAINSTREAM, Stance::Agrees, None)
        };
        inputs.cases = (0..alike).map(numbered).collect();
        let concentration = project(&inputs, FEW).concentration;
        assert_eq!(
            concentration.half_of_gross_saving_from,
            Some(few),
            "of {alike}"
        );
    }
}

/// The largest review that there may be (§11: 5,000 cases), once.
#[test]
fn thousands_of_cases() {
    let mut runner = TestRunner::deterministic();
    let tree = inputs()
        .prop_filter("many", |i| i.cases.len() > 15)
        .new_tree(&mut runner);
    let mut inputs = tree.unwrap().current();
    let some = inputs.cases.clone();
    for copy in 1.. {
        if inputs.cases.len() >= 5_000 {
            break;
        }
        inputs.cases.extend(some.iter().map(|case| {
            let id = CaseId::new(format!("{}-{copy}", case.id)).unwrap();
            let support_cost = case.support_cost + f64::from(copy);
            CountedCase {
                id,
                support_cost,
                ..case.clone()
            }
        }));
    }
    inputs.cases.truncate(5_000);
    assert_eq!(differences(&inputs), Vec::<String>::new());
}
