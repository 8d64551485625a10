//! `project --format json`: the keys and their order are a contract. Pounds, unrounded.

use serde::Serialize;

use super::findings::{self, FindingsPart};
use super::needs::{self, NeedsPart};
use super::{judged_aside, plain};
use crate::exchange::{selection_code, stance_code, stance_from_code};
use crate::findings::Findings;
use crate::projection::{CaseValue, Projection, Ranged, ScenarioFigures, YearFigures};
use crate::review::Review;
use crate::review::text::{CaseId, ProvisionCode};

/// The version of the model that the figures follow.
const MODEL_VERSION: u32 = 1;

#[derive(Serialize)]
pub(super) struct Report<'a> {
    review: ReviewPart<'a>,
    model: Model,
    unmitigated: Vec<CurrentCourse<'a>>,
    scenarios: Vec<Scenario<'a>>,
    cases: Vec<Case<'a>>,
    concentration: Concentration<'a>,
    contested: Contested,
    break_even: BreakEven,
    sensitivity: Vec<Sensitivity>,
    needs: NeedsPart<'a>,
    findings: FindingsPart<'a>,
}

#[derive(Serialize)]
struct ReviewPart<'a> {
    title: &'a str,
    local_authority: &'a str,
    cases: usize,
    complete: usize,
    drafts: usize,
    undecided: Vec<&'a CaseId>,
    unpriced: &'a [CaseId],
    not_covered: &'a [ProvisionCode],
    covered_share_of_caseload: Option<f64>,
    counted: usize,
    selection: &'static str,
    reviewed_in_few_cases: Vec<&'a ProvisionCode>,
    /// Judged, and in no figure.
    put_aside: Vec<&'a CaseId>,
    /// For practice, judged or not: in nothing else here.
    practice: &'a [CaseId],
}

#[derive(Serialize)]
struct Model {
    version: u32,
    draws: usize,
    seed: u64,
    horizon: usize,
    base_year: String,
}

#[derive(Serialize)]
struct CurrentCourse<'a> {
    t: usize,
    year: &'a str,
    spend: f64,
    allocation: f64,
    in_year_balance: f64,
    cumulative_balance: f64,
}

#[derive(Serialize)]
struct R {
    point: f64,
    p05: f64,
    p50: f64,
    p95: f64,
}

#[derive(Serialize)]
struct Scenario<'a> {
    name: &'static str,
    contributions: f64,
    places_used_again: f64,
    full_effect: R,
    gross_saving: f64,
    gross_cost: f64,
    survival: f64,
    total_saving: R,
    final_balance: R,
    by_year: Vec<Year<'a>>,
}

#[derive(Serialize)]
struct Year<'a> {
    t: usize,
    year: &'a str,
    saving: R,
    places_used_again: f64,
    in_year_balance: R,
    cumulative_balance: R,
    appeals: f64,
}

#[derive(Serialize)]
struct Case<'a> {
    id: &'a CaseId,
    current: &'a ProvisionCode,
    ideal: &'a ProvisionCode,
    stance: &'static str,
    stance_from: &'static str,
    value: Option<f64>,
    stands_for: f64,
    contribution: f64,
}

#[derive(Serialize)]
struct Concentration<'a> {
    half_of_gross_saving_from: Option<usize>,
    cases: &'a [CaseId],
}

#[derive(Serialize)]
struct Contested {
    gross_saving: f64,
    disagrees: f64,
    no_view: f64,
}

#[derive(Serialize)]
struct BreakEven {
    appeals: Option<f64>,
    support: Option<f64>,
}

#[derive(Serialize)]
struct Sensitivity {
    input: String,
    low: f64,
    high: f64,
    shortened: bool,
}

/// The projection as the contract has it.
pub(super) fn report<'a>(
    kept: &'a Review,
    findings: &'a Findings,
    projection: &'a Projection,
) -> Report<'a> {
    let concentration = &projection.concentration;
    let contested = projection.contested;
    let break_even = projection.break_even;
    Report {
        review: review(kept, projection),
        model: Model {
            version: MODEL_VERSION,
            draws: projection.draws.count,
            seed: projection.draws.seed,
            horizon: projection.horizon,
            base_year: projection.base_year.to_string(),
        },
        unmitigated: unmitigated(projection),
        scenarios: projection.scenarios.iter().map(scenario).collect(),
        cases: projection.cases.iter().map(case).collect(),
        concentration: Concentration {
            half_of_gross_saving_from: concentration.half_of_gross_saving_from,
            cases: &concentration.cases,
        },
        contested: Contested {
            gross_saving: plain(contested.gross_saving),
            disagrees: plain(contested.disagrees),
            no_view: plain(contested.no_view),
        },
        break_even: BreakEven {
            appeals: break_even.appeals.map(plain),
            support: break_even.support.map(plain),
        },
        sensitivity: projection
            .sensitivity
            .iter()
            .map(|bar| Sensitivity {
                input: bar.input.to_string(),
                low: plain(bar.low),
                high: plain(bar.high),
                shortened: bar.shortened,
            })
            .collect(),
        needs: needs::part(projection),
        findings: findings::part(findings),
    }
}

fn review<'a>(kept: &'a Review, projection: &'a Projection) -> ReviewPart<'a> {
    let setup = kept.setup();
    let tally = &projection.tally;
    let few = projection.reviewed_in_few_cases();
    ReviewPart {
        title: &setup.title,
        local_authority: &setup.local_authority,
        cases: tally.cases,
        complete: tally.complete,
        drafts: tally.drafts,
        undecided: tally.undecided.iter().chain(&tally.not_in_table).collect(),
        unpriced: &projection.unpriced,
        not_covered: &projection.coverage.not_covered,
        covered_share_of_caseload: projection.coverage.covered_share_of_caseload.map(plain),
        counted: projection.counted,
        selection: selection_code(setup.selection.method),
        reviewed_in_few_cases: few.into_iter().map(|(code, _)| code).collect(),
        put_aside: judged_aside(kept),
        practice: &tally.practice,
    }
}

fn unmitigated(projection: &Projection) -> Vec<CurrentCourse<'_>> {
    projection
        .unmitigated
        .years
        .iter()
        .map(|year| CurrentCourse {
            t: year.t,
            year: &year.year,
            spend: plain(year.spend),
            allocation: plain(year.allocation),
            in_year_balance: plain(year.in_year_balance),
            cumulative_balance: plain(year.cumulative_balance),
        })
        .collect()
}

fn r(figure: Ranged) -> R {
    R {
        point: plain(figure.point),
        p05: plain(figure.p05),
        p50: plain(figure.p50),
        p95: plain(figure.p95),
    }
}

fn scenario(figures: &ScenarioFigures<Ranged>) -> Scenario<'_> {
    Scenario {
        name: figures.scenario.name(),
        contributions: plain(figures.contributions),
        places_used_again: plain(figures.places_used_again),
        full_effect: r(figures.full_effect),
        gross_saving: plain(figures.gross_saving),
        gross_cost: plain(figures.gross_cost),
        survival: plain(figures.survival),
        total_saving: r(figures.total_saving),
        final_balance: r(figures.final_balance),
        by_year: figures.by_year.iter().map(year).collect(),
    }
}

fn year(figures: &YearFigures<Ranged>) -> Year<'_> {
    Year {
        t: figures.t,
        year: &figures.year,
        saving: r(figures.saving),
        places_used_again: plain(figures.places_used_again),
        in_year_balance: r(figures.in_year_balance),
        cumulative_balance: r(figures.cumulative_balance),
        appeals: plain(figures.appeals),
    }
}

fn case(case: &CaseValue) -> Case<'_> {
    Case {
        id: &case.id,
        current: &case.current,
        ideal: &case.ideal,
        stance: stance_code(case.stance),
        stance_from: stance_from_code(case.stance_from),
        value: case.value.map(plain),
        stands_for: plain(case.stands_for),
        contribution: plain(case.contribution),
    }
}
