//! The same draws evaluated twice: once as the program does it, grouped, bundled and block by
//! block, and once case by case, move by move and year by year, as model.md §4-§6 are written.
#![allow(clippy::unwrap_used)]

use std::convert::Infallible;

use super::super::alike::{Kind, kinds};
use super::super::chance::{Chance, Drawn};
use super::super::council::{Child, Council};
use super::super::draws::{Draws, Sampler};
use super::super::imaginary::{Destinations, Imaginary};
use super::super::inputs::{CountedCase, Inputs};
use super::super::notes::Silent;
use super::super::outcomes::{outcomes, survival};
use super::super::plan::{BLOCK, Plan, Weights};
use super::super::scenario::Scenario;
use super::super::timeline::{Moment, Timeline};
use super::draw;
use crate::review::baseline::Baseline;
use crate::review::judgement::Condition;
use crate::review::provision::Provision;
use crate::review::stance::{Stance, StanceFrom};
use crate::review::text::{CaseId, ProvisionCode, Text};
use crate::review::units::{Caseload, Growth, Horizon, PerChild, Places, Tier};

const DRAWS: Draws = Draws {
    count: 600,
    seed: 7,
};

/// Rows with unknown costs, places used again, limits and nobody in them; cases of all kinds.
fn inputs(cases: usize) -> Inputs {
    let per_child = |pounds: f64| PerChild::new(pounds).unwrap();
    let table = [
        ("A", 0, 700.0, None),
        ("B", 1, 2_000.0, Some(9_000.0)),
        ("C", 2, 150.0, Some(21_000.0)),
        ("D", 3, 1_000.0, Some(26_000.0)),
        ("E", 4, 300.0, Some(60_000.0)),
        ("F", 2, 0.0, Some(15_000.0)),
    ];
    let mut provisions: Vec<Provision> = table
        .into_iter()
        .map(|(code, tier, caseload, cost)| {
            let mut row = Provision::new(
                ProvisionCode::new(code).unwrap(),
                Text::new(code).unwrap(),
                Tier::new(tier).unwrap(),
            );
            row.caseload = Caseload::new(caseload).unwrap();
            row.unit_cost = cost.map(per_child);
            row.growth = Growth::new(0.01 * f64::from(tier)).unwrap();
            row
        })
        .collect();
    provisions[3].avoidable_cost = Some(per_child(16_000.0));
    provisions[2].avoidable_cost = Some(per_child(12_000.0));
    provisions[1].new_places = [40.0, 200.0].map(|n| Places::new(n).unwrap()).to_vec();
    provisions[2].new_places = vec![Places::new(30.0).unwrap()];
    let mut baseline = Baseline::starting("2024-25".parse().unwrap());
    baseline.horizon = Horizon::new(3).unwrap();
    let mut chance = Chance::of(1, Drawn::Agreement, "cases");
    let cases = (1..=cases)
        .map(|n| {
            let current = chance.below(6);
            let stays = chance.below(2) == 0;
            let ideal = if stays { current } else { chance.below(6) };
            let blocked = chance.below(4) == 0;
            let condition = Condition::new(Text::new("a lift").unwrap(), false);
            CountedCase {
                id: CaseId::new(format!("C{n:04}")).unwrap(),
                current,
                ideal,
                support_cost: [0.0, 0.0, 3_000.0, 10.0 * n as f64][chance.below(4)],
                unmet: if blocked { vec![condition] } else { Vec::new() },
                shifted: Vec::new(),
                parents_ideal: [None, Some(ideal), Some(chance.below(6))][chance.below(3)],
                stance: Stance::ALL[chance.below(4)],
                stance_from: StanceFrom::Asked,
            }
        })
        .collect();
    Inputs::new(provisions, baseline, cases)
}

/// S(t) of every draw in every scenario, full effect first: by scenario, moment and draw.
fn drawn(inputs: &Inputs, mut sampler: Sampler) -> Vec<Vec<Vec<f64>>> {
    let council = Council::of(inputs);
    let timeline = Timeline::of(&council);
    let go_on = || Ok::<_, Infallible>(());
    let Ok(()) = sampler.prepare(inputs, &council, DRAWS, &go_on);
    let plans = Scenario::ALL.map(|s| Plan::of(&council, sampler.kinds(), s));
    let Ok(columns) = draw(&mut sampler, &council, &timeline, &plans, &go_on);
    let columns = columns.into_iter();
    columns
        .map(|columns| [vec![columns.full_effect], columns.saving].concat())
        .collect()
}

/// What moves from row to row in one draw: the weight, divided by the sum of its row, and what
/// that is worth.
struct Move {
    from: usize,
    to: usize,
    weight: f64,
    value: Option<f64>,
}

fn plainly(inputs: &Inputs) -> Vec<Vec<Vec<f64>>> {
    let council = Council::of(inputs);
    let timeline = Timeline::of(&council);
    let destinations = Destinations::of(inputs);
    let mut cases: Vec<Chance> = council
        .children
        .iter()
        .map(|child| {
            let id = &inputs.cases[child.position].id;
            Chance::of(DRAWS.seed, Drawn::Case, id.as_str())
        })
        .collect();
    let mut imaginary: Vec<Imaginary> = inputs
        .provisions
        .iter()
        .map(|row| {
            Imaginary::new(
                Imaginary::key(DRAWS.seed, row.code.as_str()),
                &destinations,
                1,
            )
        })
        .collect();
    let mut found = vec![vec![Vec::new(); timeline.moments.len()]; Scenario::ALL.len()];
    for _ in 0..DRAWS.count {
        let weights: Vec<f64> = cases.iter_mut().map(Chance::gamma_1).collect();
        imaginary.iter_mut().for_each(|child| child.fill(0..1));
        let mut sums: Vec<f64> = imaginary.iter().map(|c| c.totals(0..1)[0]).collect();
        for (child, weight) in council.children.iter().zip(&weights) {
            sums[child.from] += weight;
        }
        for (scenario, found) in Scenario::ALL.into_iter().zip(&mut found) {
            let moves = moves(&council, scenario, &weights, &imaginary, &sums);
            for (moment, found) in timeline.moments.iter().zip(found) {
                found.push(saving(&council, moment, &moves));
            }
        }
    }
    found
}

fn moves(
    council: &Council,
    scenario: Scenario,
    weights: &[f64],
    imaginary: &[Imaginary],
    sums: &[f64],
) -> Vec<Move> {
    let mut moves = Vec::new();
    for (child, weight) in council.children.iter().zip(weights) {
        for outcome in outcomes(scenario, council, child).iter() {
            moves.push(Move {
                from: child.from,
                to: outcome.to,
                weight: outcome.share * weight / sums[child.from],
                value: outcome.value,
            });
        }
    }
    let survival = survival(scenario, council, &mut Silent);
    for (from, child) in imaginary.iter().enumerate() {
        if council.judged[from] > 0.0 {
            let away = child.moves(0..1).filter(|&(to, _)| to != from);
            moves.extend(away.map(|(to, weight)| Move {
                from,
                to,
                weight: survival * weight[0] / sums[from],
                value: council.value(from, to, 0.0),
            }));
        }
    }
    moves
}

/// §4 and §5 for one moment.
fn saving(council: &Council, moment: &Moment, moves: &[Move]) -> f64 {
    let rows = council.rows.len();
    let (mut needed, mut out, mut into) = (vec![0.0; rows], vec![0.0; rows], moment.grown.clone());
    for away in moves.iter().filter(|m| m.to != m.from) {
        needed[away.to] += moment.decided[away.from] * away.weight;
    }
    let mut sum = 0.0;
    for Move {
        from,
        to,
        weight,
        value,
    } in moves
    {
        let Some(value) = value else { continue };
        let short = from != to && needed[*to] > moment.places[*to];
        let limit = if short {
            moment.places[*to] / needed[*to]
        } else {
            1.0
        };
        let children = moment.effect[*from] * weight * limit;
        sum += children * value;
        if from != to {
            out[*from] += children;
            into[*to] += children;
        }
    }
    for (q, row) in council.rows.iter().enumerate() {
        sum += row.place_credit() * f64::min(out[q], into[q]);
    }
    moment.factor * sum
}

#[test]
fn grouped_draws_are_the_plain_ones() {
    for cases in [1, 28, 400] {
        let inputs = inputs(cases);
        let (grouped, plain) = (drawn(&inputs, Sampler::new()), plainly(&inputs));
        for (grouped, plain) in grouped.iter().flatten().zip(plain.iter().flatten()) {
            assert_eq!(grouped.len(), plain.len());
            let largest = plain.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
            for (grouped, plain) in grouped.iter().zip(plain) {
                let apart = (grouped - plain).abs();
                assert!(apart <= 1e-9 * largest, "{grouped} is not {plain}");
            }
        }
    }
}

/// One draw in which every judged child weighs the same and nobody is imaginary.
fn at_the_point(inputs: &Inputs) -> Vec<Vec<f64>> {
    let council = Council::of(inputs);
    let timeline = Timeline::of(&council);
    let kinds = kinds(&council);
    let block = |number: f64| [number; BLOCK];
    let sum = |kind: &Kind, of: &dyn Fn(&Child) -> f64| -> f64 {
        kind.members.iter().map(|&i| of(&council.children[i])).sum()
    };
    let counts: Vec<_> = kinds
        .iter()
        .map(|kind| block(sum(kind, &|_| 1.0)))
        .collect();
    let supports: Vec<_> = kinds
        .iter()
        .map(|kind| block(sum(kind, &|c| c.support)))
        .collect();
    let inverse = council
        .judged
        .iter()
        .map(|&n| block(if n > 0.0 { 1.0 / n } else { 0.0 }));
    let inverse: Vec<_> = inverse.collect();
    let none = vec![block(0.0); council.rows.len()];
    let weights = Weights {
        kinds: counts.iter().map(|count| &count[..]).collect(),
        supports: supports.iter().map(|support| (1.0, &support[..])).collect(),
        imaginary_values: &none,
        imaginary_leaving: &none,
        imaginary_moves: vec![none.iter().map(|none| &none[..]).collect(); none.len()],
        inverse_sums: &inverse,
        draws: 1,
    };
    let saving = |scenario| {
        let plan = Plan::of(&council, &kinds, scenario);
        let mut slots = Vec::new();
        plan.sum(&weights, &mut slots);
        let moments = timeline.moments.iter();
        let savings = moments.map(|moment| plan.saving(moment, &slots, 1));
        savings
            .map(|saving| saving.moves[0] + saving.places[0])
            .collect()
    };
    Scenario::ALL.into_iter().map(saving).collect()
}

/// What the draws go through says the same as the ledger, from which the points come.
#[test]
fn the_plan_agrees_with_the_ledger() {
    for cases in [1, 28, 400] {
        let inputs = inputs(cases);
        let points = super::super::point::point(&inputs);
        for (plan, point) in at_the_point(&inputs).iter().zip(points) {
            let years = point.by_year.iter().map(|year| year.saving);
            for (plan, point) in plan
                .iter()
                .zip(std::iter::once(point.full_effect).chain(years))
            {
                let apart = (plan - point).abs();
                assert!(
                    apart <= 1e-9 * point.abs().max(1.0),
                    "{plan} is not {point}"
                );
            }
        }
    }
}

/// What is too large to be kept is drawn again each time, and the same.
#[test]
fn kept_or_not_the_draws_are_the_same() {
    let inputs = inputs(200);
    let kept = drawn(&inputs, Sampler::new());
    assert!(kept == drawn(&inputs, Sampler::keeping(0)));
}
