//! How sure? One draw looked at by itself (model.md §6), and how many cases would halve the range.

use std::cell::Cell;

use dbv_case_review::projection::{
    CountedCase, Draws, Inputs, NotHalved, REDRAWS, Redraw, Sampler, Scenario, cases_to_halve,
    project, redraws,
};
use dbv_case_review::review::baseline::repeating;
use dbv_case_review::review::text::CaseId;
use dbv_case_review::review::units::Caseload;

use super::worked_example::{FURTHER_EDUCATION, MAINSTREAM, share, worked_example};

fn draws(count: usize) -> Draws {
    Draws { count, seed: 2024 }
}

/// E_p(t): the share of a row's children in effect during year t (§5).
fn in_effect(inputs: &Inputs, row: usize, t: usize) -> f64 {
    let baseline = &inputs.baseline;
    let decided = |t: usize| {
        let ramp = |s| repeating(&baseline.ramp, s).map_or(1.0, |ramp| ramp.get());
        let sum: f64 = (1..=t).map(ramp).sum();
        (inputs.provisions[row].transition_share.get() * sum).min(1.0)
    };
    decided(t - 1) + baseline.first_year_share.get() * (decided(t) - decided(t - 1))
}

/// The panel's saving over the horizon where the cases and the children nobody has seen weigh as
/// in this draw: §3, §5 and §6 written down one move after the other, without places limits.
fn saving(inputs: &Inputs, redraw: &Redraw) -> f64 {
    let rows = &inputs.provisions;
    let worth = |from: usize, to: usize| -> Option<f64> {
        Some(rows[from].avoidable()?.get() - rows[to].unit_cost?.get())
    };
    let mut moves: Vec<(usize, usize, f64, f64)> = Vec::new();
    for (case, times) in inputs.cases.iter().zip(&redraw.times) {
        let alike = inputs.cases.iter().filter(|c| c.current == case.current);
        let (p, q) = (case.current, case.ideal);
        moves.push((p, q, times / alike.count() as f64, case.support_cost));
    }
    for unseen in &redraw.unseen {
        for (to, share) in unseen.goes.iter().enumerate() {
            moves.push((unseen.row, to, *share, 0.0));
        }
    }
    let baseline = &inputs.baseline;
    let mut sum = 0.0;
    for t in 1..=baseline.horizon.years() {
        let grown = |p: usize| {
            let now = rows[p].caseload.get() * (1.0 + rows[p].growth.get()).powi(t as i32);
            (now, (now - rows[p].caseload.get()).max(0.0))
        };
        let (mut out, mut into) = (vec![0.0; rows.len()], vec![0.0; rows.len()]);
        let mut year = 0.0;
        for &(from, to, weight, support) in &moves {
            let children = grown(from).0 * in_effect(inputs, from, t) * weight;
            if from == to {
                year -= children * support;
            } else if let Some(worth) = worth(from, to) {
                year += children * (worth - support);
                out[from] += children;
                into[to] += children;
            }
        }
        for (q, row) in rows.iter().enumerate() {
            if let (Some(cost), Some(avoidable)) = (row.unit_cost, row.avoidable()) {
                let again = f64::min(out[q], into[q] + grown(q).1);
                year += (cost.get() - avoidable.get()) * again;
            }
        }
        sum += baseline.realisation.get() * (1.0 + baseline.inflation.get()).powi(t as i32) * year;
    }
    sum
}

#[test]
fn a_draw_looked_at_is_the_draw_of_the_range() {
    let mut other = worked_example();
    other.cases.reverse();
    other.cases.swap(3, 17);
    other.baseline.ramp = vec![share(0.2), share(0.5)];
    other.provisions[MAINSTREAM].caseload = Caseload::new(0.0).unwrap();
    for inputs in [worked_example(), other] {
        let projection = project(&inputs, draws(300));
        let redraws = redraws(&inputs, draws(300));
        assert_eq!(redraws.len(), REDRAWS);
        assert_eq!(projection.first_draws.len(), REDRAWS);
        for (redraw, drawn) in redraws.iter().zip(&projection.first_draws) {
            let plain = saving(&inputs, redraw);
            assert!((plain - drawn).abs() < 1e-9 * drawn.abs() + 1e-3);
        }
        let differ = projection
            .first_draws
            .windows(2)
            .all(|two| two[0] != two[1]);
        assert!(differ, "every draw is another");
    }
}

/// Cases and the child nobody has seen share out each provision; nothing is in a provision of which
/// no case was reviewed.
#[test]
fn the_weights_of_a_provision_make_one() {
    let inputs = worked_example();
    for redraw in redraws(&inputs, draws(300)) {
        let mut shares = vec![0.0; inputs.provisions.len()];
        for unseen in &redraw.unseen {
            assert!(unseen.goes.iter().all(|share| *share >= 0.0));
            shares[unseen.row] += unseen.goes.iter().sum::<f64>();
        }
        for (case, times) in inputs.cases.iter().zip(&redraw.times) {
            assert!(*times > 0.0);
            let alike = inputs.cases.iter().filter(|c| c.current == case.current);
            shares[case.current] += times / alike.count() as f64;
        }
        for (row, share) in shares.into_iter().enumerate() {
            let reviewed = inputs.cases.iter().any(|case| case.current == row);
            let expected = if reviewed { 1.0 } else { 0.0 };
            assert!((share - expected).abs() < 1e-12, "{row}: {share}");
        }
    }
}

/// Another number of draws gives the same first ones, and what is judged of one case leaves the
/// weights in other provisions alone.
#[test]
fn a_draw_stays_what_it_is() {
    let inputs = worked_example();
    let hundred = redraws(&inputs, draws(10_000));
    assert_eq!(redraws(&inputs, draws(12)), hundred[..12]);
    let mut fewer = inputs.clone();
    fewer.cases.retain(|case| case.id.as_str() != "C01");
    for (redraw, before) in redraws(&fewer, draws(100)).iter().zip(&hundred) {
        for (case, times) in fewer.cases.iter().zip(&redraw.times) {
            let at = inputs.cases.iter().position(|c| c.id == case.id).unwrap();
            let moved = (times - before.times[at]).abs() > 1e-12;
            assert_eq!(moved, case.current == inputs.cases[0].current);
        }
    }
    let another = Draws { count: 5, seed: 7 };
    assert_ne!(redraws(&inputs, another), hundred[..5]);
}

#[test]
fn a_case_outside_the_table_weighs_nothing() {
    let mut inputs = worked_example();
    inputs.cases[2].ideal = 99;
    let redraw = &redraws(&inputs, draws(100))[0];
    assert_eq!(redraw.times[2], 0.0);
    assert_eq!(
        redraw.times.iter().filter(|times| **times > 0.0).count(),
        27
    );
}

fn to_halve(inputs: &Inputs, count: usize) -> Result<usize, NotHalved> {
    let projection = project(inputs, draws(count));
    cases_to_halve(&mut Sampler::new(), inputs, &projection, &|| false).unwrap()
}

/// Numbers above 0 and below 1 that owe nothing to the program's.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        let Self(state) = self;
        *state = state.wrapping_mul(6_364_136_223_846_793_005);
        *state = state.wrapping_add(1_442_695_040_888_963_407);
        ((*state >> 33) as usize) % n
    }
}

/// The review with more cases, drawn one after the other as the model sees them (Pólya's urn):
/// each is as one of those before it in its provision, or as the imaginary child, all alike.
fn grown(inputs: &Inputs, cases: usize, dice: &mut Dice) -> Inputs {
    let mut grown = inputs.clone();
    let today = inputs.cases.len();
    for at in today..cases {
        let row = inputs.cases[at % today].current;
        let alike = grown.cases.iter().filter(|case| case.current == row);
        let alike: Vec<&CountedCase> = alike.collect();
        let mut new = match alike.get(dice.below(alike.len() + 1)) {
            Some(&case) => case.clone(),
            None => CountedCase {
                ideal: unseen_goes(inputs, row, dice),
                support_cost: 0.0,
                ..alike[0].clone()
            },
        };
        new.id = CaseId::new(format!("G{at}")).unwrap();
        grown.cases.push(new);
    }
    grown
}

/// Half of the time it stays, else it goes where children are placed today.
fn unseen_goes(inputs: &Inputs, row: usize, dice: &mut Dice) -> usize {
    if dice.below(2) == 0 {
        return row;
    }
    let caseloads = inputs.provisions.iter().map(|row| row.caseload.get());
    let mut left = dice.below(caseloads.clone().sum::<f64>() as usize) as f64;
    for (to, caseload) in caseloads.enumerate() {
        if left < caseload {
            return to;
        }
        left -= caseload;
    }
    row
}

/// How wide the range is with so many cases, drawn as the model sees them: the mean of many such
/// reviews, as a share of today's.
fn narrowed(inputs: &Inputs, cases: usize) -> f64 {
    let width = |inputs: &Inputs| {
        let projection = project(inputs, draws(1_000));
        let range = projection.scenario(Scenario::Panel).unwrap().total_saving;
        range.p95 - range.p05
    };
    let mut dice = Dice(20_261_122);
    let reviews = 60;
    let widths: f64 = (0..reviews)
        .map(|_| width(&grown(inputs, cases, &mut dice)))
        .sum();
    widths / f64::from(reviews) / width(inputs)
}

/// The search puts draws together instead of drawing reviews: it may be off by what single reviews
/// differ (0.02, the standard error of these means).
#[test]
fn so_many_cases_do_halve_the_range() {
    let inputs = worked_example();
    let mut fewer = inputs.clone();
    fewer.cases.truncate(12);
    for inputs in [&inputs, &fewer] {
        let cases = to_halve(inputs, 10_000).unwrap();
        let ratio = narrowed(inputs, cases);
        assert!((ratio - 0.5).abs() < 0.06, "{ratio} with {cases} cases");
    }
    // Four times as many are not enough, since others may be judged as nobody was yet.
    let ratio = narrowed(&inputs, 4 * inputs.cases.len());
    assert!(ratio > 0.53, "{ratio}");
}

#[test]
fn there_may_be_no_such_number() {
    let inputs = worked_example();
    let mut none = inputs.clone();
    none.cases.clear();
    assert_eq!(to_halve(&none, 300), Err(NotHalved::NoRange));
    let mut unmoved = inputs.clone();
    unmoved.baseline.realisation = share(0.0);
    assert_eq!(to_halve(&unmoved, 300), Err(NotHalved::NoRange));

    let mut many = inputs.clone();
    many.cases.retain(|case| case.current != FURTHER_EDUCATION);
    let cases = many.cases.clone();
    for round in 0..60 {
        many.cases.extend(cases.iter().cloned().map(|mut case| {
            case.id = CaseId::new(format!("{}-{round}", case.id)).unwrap();
            case
        }));
    }
    assert_eq!(to_halve(&many, 300), Err(NotHalved::TooMany));
}

#[test]
fn whoever_no_longer_wants_to_know_is_not_kept_waiting() {
    let inputs = worked_example();
    let projection = project(&inputs, draws(1_000));
    let asked = Cell::new(0);
    let stop = || {
        asked.set(asked.get() + 1);
        asked.get() > 3
    };
    assert_eq!(
        cases_to_halve(&mut Sampler::new(), &inputs, &projection, &stop),
        None
    );
    assert_eq!(asked.get(), 4);
}
