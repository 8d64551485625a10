//! The page read a second time: model.md §3-§7 written down as literally as possible, one move
//! after the other, and compared with the program for whatever a council enters. Points only.

use dbv_case_review::projection::{CountedCase, Inputs, Scenario};
use dbv_case_review::review::baseline::repeating;
use dbv_case_review::review::stance::Stance;

/// A part of a case's children that goes to `to`; value `None` = unpriced.
struct Part {
    from: usize,
    to: usize,
    weight: f64,
    value: Option<f64>,
}

/// A and S(t) for t = 1..H.
pub fn savings(inputs: &Inputs, scenario: Scenario) -> (f64, Vec<f64>) {
    let parts = parts(inputs, scenario);
    let rows = &inputs.provisions;
    let caseloads: Vec<f64> = rows.iter().map(|row| row.caseload.get()).collect();
    let none = vec![0.0; rows.len()];
    let unlimited = vec![None; rows.len()];
    let full = value(inputs, &parts, &caseloads, &caseloads, &none, &unlimited);
    let years = 1..=inputs.baseline.horizon.years();
    (full, years.map(|t| year(inputs, &parts, t)).collect())
}

/// D_p(t).
fn decided(inputs: &Inputs, row: usize, t: usize) -> f64 {
    let ramp = &inputs.baseline.ramp;
    let sum: f64 = (1..=t)
        .map(|s| repeating(ramp, s).map_or(1.0, |ramp| ramp.get()))
        .sum();
    (inputs.provisions[row].transition_share.get() * sum).min(1.0)
}

fn year(inputs: &Inputs, parts: &[Part], t: usize) -> f64 {
    let baseline = &inputs.baseline;
    let (mut effect, mut by_end, mut grown, mut places) = (vec![], vec![], vec![], vec![]);
    for (p, row) in inputs.provisions.iter().enumerate() {
        let children = row.caseload.get() * (1.0 + row.growth.get()).powi(t as i32);
        let (before, now) = (decided(inputs, p, t - 1), decided(inputs, p, t));
        let phi = baseline.first_year_share.get();
        effect.push(children * (before + phi * (now - before)));
        by_end.push(children * now);
        grown.push((children - row.caseload.get()).max(0.0));
        places.push(repeating(&row.new_places, t).map(|places| places.get()));
    }
    let price = (1.0 + baseline.inflation.get()).powi(t as i32);
    baseline.realisation.get() * price * value(inputs, parts, &effect, &by_end, &grown, &places)
}

fn value(
    inputs: &Inputs,
    parts: &[Part],
    effect: &[f64],
    by_end: &[f64],
    grown: &[f64],
    places: &[Option<f64>],
) -> f64 {
    let scaled = |to: usize| {
        let moves = parts.iter().filter(|part| part.to == to && part.from != to);
        let need: f64 = moves.map(|part| by_end[part.from] * part.weight).sum();
        match places[to] {
            Some(places) if places < need => places / need,
            _ => 1.0,
        }
    };
    let (mut sum, mut out, mut into) = (0.0, vec![0.0; effect.len()], vec![0.0; effect.len()]);
    for part in parts {
        let stays = part.from == part.to;
        let children = effect[part.from] * part.weight * if stays { 1.0 } else { scaled(part.to) };
        sum += children * part.value.unwrap_or(0.0);
        if !stays && part.value.is_some() {
            out[part.from] += children;
            into[part.to] += children;
        }
    }
    for (q, row) in inputs.provisions.iter().enumerate() {
        if let (Some(cost), Some(avoidable)) = (row.unit_cost, row.avoidable()) {
            sum += (cost.get() - avoidable.get()) * out[q].min(into[q] + grown[q]);
        }
    }
    sum
}

fn parts(inputs: &Inputs, scenario: Scenario) -> Vec<Part> {
    let mut parts = Vec::new();
    for case in counted(inputs) {
        let alike = counted(inputs).filter(|other| other.current == case.current);
        let weight = 1.0 / alike.count() as f64;
        for (share, to, value) in happens(inputs, scenario, case) {
            parts.push(Part {
                from: case.current,
                to,
                weight: weight * share,
                value,
            });
        }
    }
    parts
}

fn counted(inputs: &Inputs) -> impl Iterator<Item = &CountedCase> {
    let rows = inputs.provisions.len();
    let in_table = move |case: &&CountedCase| case.current < rows && case.ideal < rows;
    inputs.cases.iter().filter(in_table)
}

/// §7: shares, where they go, what that is worth.
fn happens(
    inputs: &Inputs,
    scenario: Scenario,
    case: &CountedCase,
) -> Vec<(f64, usize, Option<f64>)> {
    let rows = &inputs.provisions;
    let worth = |to: usize, support: f64| {
        if to == case.current {
            return Some(-support);
        }
        let (avoidable, cost) = (rows[case.current].avoidable()?, rows[to].unit_cost?);
        Some(avoidable.get() - cost.get() - support)
    };
    let judged = (1.0, case.ideal, worth(case.ideal, case.support_cost));
    let stays = (1.0, case.current, Some(0.0));
    let own = case.parents_ideal.filter(|&row| row < rows.len());
    let moves = case.current != case.ideal;
    let agrees = matches!(case.stance, Stance::Agrees | Stance::AgreesWithConditions);
    match scenario {
        Scenario::PossibleToday if moves && case.is_blocked() => vec![stays],
        Scenario::ParentsAgree if moves && !agrees => vec![stays],
        Scenario::ParentsIdeals => match own {
            Some(own) if own == case.ideal => vec![judged],
            Some(own) => vec![(1.0, own, worth(own, 0.0))],
            None if agrees => vec![judged],
            None => vec![stays],
        },
        Scenario::TribunalTested => {
            let lower = rows[case.ideal].tier < rows[case.current].tier;
            let contested =
                case.stance == Stance::Disagrees || case.stance == Stance::NoView && lower;
            if !contested || own == Some(case.ideal) {
                return vec![judged];
            }
            let baseline = &inputs.baseline;
            let x = baseline.appeal_share.get() * baseline.appeal_loss_share.get();
            let other = own.map_or(stays, |own| (1.0, own, worth(own, 0.0)));
            vec![(1.0 - x, judged.1, judged.2), (x, other.1, other.2)]
        }
        _ => vec![judged],
    }
}
