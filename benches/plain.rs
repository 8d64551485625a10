//! model.md §6 as plainly as it can be written: every draw through every case, move and year of
//! every scenario, nothing grouped, nothing kept. What the program is measured beside. It shares
//! the inputs with the program and nothing else, and draws its Gammas its own way.

use dbv_case_review::projection::{CountedCase, Inputs, Scenario};
use dbv_case_review::review::stance::Stance;

/// A share of the children behind a case (or of the imaginary child of a row) that goes somewhere.
struct Part {
    from: usize,
    to: usize,
    /// Place in the draw's weights.
    weight: usize,
    share: f64,
    value: Option<f64>,
}

/// 5th, 50th and 95th percentile.
pub type Range = [f64; 3];

/// For every scenario the ranges of A, of S(t) and of the sum of S up to t.
pub fn ranges(inputs: &Inputs, draws: usize, seed: u64) -> Vec<Vec<Range>> {
    let horizon = inputs.baseline.horizon.years();
    let parts: Vec<Vec<Part>> = Scenario::ALL.map(|s| parts(inputs, s)).into();
    let mut columns = vec![vec![Vec::with_capacity(draws); 1 + 2 * horizon]; parts.len()];
    let mut chance = Chance(seed);
    for _ in 0..draws {
        let weights = weights(inputs, &mut chance);
        for (parts, columns) in parts.iter().zip(&mut columns) {
            columns[0].push(full_effect(inputs, parts, &weights));
            let mut so_far = 0.0;
            for t in 1..=horizon {
                let saving = year(inputs, parts, &weights, t);
                so_far += saving;
                columns[2 * t - 1].push(saving);
                columns[2 * t].push(so_far);
            }
        }
    }
    let sorted = |column: &mut Vec<f64>| {
        column.sort_by(f64::total_cmp);
        [0.05, 0.5, 0.95].map(|q| percentile(column, q))
    };
    let scenarios = columns.iter_mut();
    scenarios
        .map(|columns| columns.iter_mut().map(sorted).collect())
        .collect()
}

fn percentile(sorted: &[f64], q: f64) -> f64 {
    let position = (sorted.len() - 1) as f64 * q;
    let (below, above) = (position.floor() as usize, position.ceil() as usize);
    sorted[below] + position.fract() * (sorted[above] - sorted[below])
}

/// Weights of the cases, then those of the imaginary children by row and destination, divided by
/// the sum of their row.
fn weights(inputs: &Inputs, chance: &mut Chance) -> Vec<f64> {
    let (rows, cases) = (inputs.provisions.len(), inputs.cases.len());
    let all: f64 = inputs.provisions.iter().map(|row| row.caseload.get()).sum();
    let mut weights = vec![0.0; cases + rows * rows];
    let mut sums = vec![0.0; rows];
    for (weight, case) in weights.iter_mut().zip(&inputs.cases) {
        *weight = chance.gamma(1.0);
        sums[case.current] += *weight;
    }
    for from in 0..rows {
        for (to, row) in inputs.provisions.iter().enumerate() {
            let spread = if all > 0.0 {
                0.5 * row.caseload.get() / all
            } else {
                0.0
            };
            let rest = if all > 0.0 { 0.5 } else { 1.0 };
            let shape = spread + if to == from { rest } else { 0.0 };
            if shape > 0.0 && sums[from] > 0.0 {
                weights[cases + from * rows + to] = chance.gamma(shape);
            }
        }
    }
    for from in 0..rows {
        let imaginary = &weights[cases + from * rows..cases + (from + 1) * rows];
        sums[from] += imaginary.iter().sum::<f64>();
    }
    for (weight, case) in weights.iter_mut().zip(&inputs.cases) {
        *weight /= sums[case.current];
    }
    for from in (0..rows).filter(|&from| sums[from] > 0.0) {
        for to in 0..rows {
            weights[cases + from * rows + to] /= sums[from];
        }
    }
    weights
}

fn value(inputs: &Inputs, from: usize, to: usize, support: f64) -> Option<f64> {
    if from == to {
        return Some(-support);
    }
    let avoidable = inputs.provisions[from].avoidable()?.get();
    Some(avoidable - inputs.provisions[to].unit_cost?.get() - support)
}

/// §7, and the imaginary children of §6.
fn parts(inputs: &Inputs, scenario: Scenario) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut moves, mut survive) = (0.0, 0.0);
    for (weight, case) in inputs.cases.iter().enumerate() {
        let from = case.current;
        for (to, share, value) in outcomes(inputs, scenario, case) {
            if from != case.ideal && to == case.ideal {
                survive += share;
            }
            parts.push(Part {
                from,
                to,
                weight,
                share,
                value,
            });
        }
        moves += if from == case.ideal { 0.0 } else { 1.0 };
    }
    let survival = if scenario == Scenario::ParentsIdeals || moves == 0.0 {
        1.0
    } else {
        survive / moves
    };
    let (rows, cases) = (inputs.provisions.len(), inputs.cases.len());
    for from in 0..rows {
        for to in (0..rows).filter(|&to| to != from) {
            parts.push(Part {
                from,
                to,
                weight: cases + from * rows + to,
                share: survival,
                value: value(inputs, from, to, 0.0),
            });
        }
    }
    parts
}

fn outcomes(
    inputs: &Inputs,
    scenario: Scenario,
    case: &CountedCase,
) -> Vec<(usize, f64, Option<f64>)> {
    let from = case.current;
    let judged = || {
        (
            case.ideal,
            1.0,
            value(inputs, from, case.ideal, case.support_cost),
        )
    };
    let stays = || (from, 1.0, Some(0.0));
    let goes = |to| (to, 1.0, value(inputs, from, to, 0.0));
    let moves = case.ideal != from;
    let agree = matches!(case.stance, Stance::Agrees | Stance::AgreesWithConditions);
    let tier = |row: usize| inputs.provisions[row].tier;
    match scenario {
        Scenario::PossibleToday if moves && case.is_blocked() => vec![stays()],
        Scenario::ParentsAgree if moves && !agree => vec![stays()],
        Scenario::ParentsIdeals => vec![match case.parents_ideal {
            Some(own) if own != case.ideal => goes(own),
            None if !agree => stays(),
            _ => judged(),
        }],
        Scenario::TribunalTested => {
            let contested = match case.stance {
                Stance::Disagrees => true,
                Stance::NoView => tier(case.ideal) < tier(from),
                _ => false,
            };
            if !contested || case.parents_ideal == Some(case.ideal) {
                return vec![judged()];
            }
            let baseline = &inputs.baseline;
            let x = baseline.appeal_share.get() * baseline.appeal_loss_share.get();
            let (panel, parents) = (judged(), case.parents_ideal.map_or_else(stays, goes));
            vec![(panel.0, 1.0 - x, panel.2), (parents.0, x, parents.2)]
        }
        _ => vec![judged()],
    }
}

fn full_effect(inputs: &Inputs, parts: &[Part], weights: &[f64]) -> f64 {
    let caseloads: Vec<f64> = inputs.provisions.iter().map(|p| p.caseload.get()).collect();
    let none = vec![0.0; caseloads.len()];
    saving(
        inputs,
        parts,
        weights,
        &caseloads,
        &none,
        &vec![1.0; caseloads.len()],
    )
}

/// S(t) (§5).
fn year(inputs: &Inputs, parts: &[Part], weights: &[f64], t: usize) -> f64 {
    let baseline = &inputs.baseline;
    let ramp = |t: usize| {
        let list = &baseline.ramp;
        list.get(t - 1)
            .or(list.last())
            .map_or(1.0, |share| share.get())
    };
    let ramped = |t: usize| (1..=t).map(ramp).sum::<f64>();
    let (before, now) = (ramped(t - 1), ramped(t));
    let (mut effect, mut decided, mut grown) = (Vec::new(), Vec::new(), Vec::new());
    for row in &inputs.provisions {
        let children = row.caseload.get() * (1.0 + row.growth.get()).powi(t as i32);
        let share = |ramp: f64| (row.transition_share.get() * ramp).min(1.0);
        let (d0, d1) = (share(before), share(now));
        effect.push(children * (d0 + baseline.first_year_share.get() * (d1 - d0)));
        decided.push(children * d1);
        grown.push((children - row.caseload.get()).max(0.0));
    }
    let mut needed = vec![0.0; decided.len()];
    for part in parts.iter().filter(|part| part.to != part.from) {
        needed[part.to] += decided[part.from] * weights[part.weight] * part.share;
    }
    let limited = inputs.provisions.iter().zip(&needed).map(|(row, &needed)| {
        let list = &row.new_places;
        match list.get(t - 1).or(list.last()) {
            Some(places) if places.get() < needed => places.get() / needed,
            _ => 1.0,
        }
    });
    let limits: Vec<f64> = limited.collect();
    let price = (1.0 + baseline.inflation.get()).powi(t as i32);
    let saving = saving(inputs, parts, weights, &effect, &grown, &limits);
    baseline.realisation.get() * price * saving
}

fn saving(
    inputs: &Inputs,
    parts: &[Part],
    weights: &[f64],
    effect: &[f64],
    grown: &[f64],
    limits: &[f64],
) -> f64 {
    let mut sum = 0.0;
    let mut out = vec![0.0; effect.len()];
    let mut into = vec![0.0; effect.len()];
    for part in parts {
        let Some(value) = part.value else { continue };
        let limit = if part.to == part.from {
            1.0
        } else {
            limits[part.to]
        };
        let children = effect[part.from] * weights[part.weight] * part.share * limit;
        sum += children * value;
        if part.to != part.from {
            out[part.from] += children;
            into[part.to] += children;
        }
    }
    for (q, row) in inputs.provisions.iter().enumerate() {
        if let (Some(cost), Some(avoidable)) = (row.unit_cost, row.avoidable()) {
            let children = f64::min(out[q], into[q] + grown[q]);
            sum += (cost.get() - avoidable.get()) * children;
        }
    }
    sum
}

/// SplitMix64, and Gammas from it by Marsaglia and Tsang (2000).
struct Chance(u64);

impl Chance {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (((z ^ (z >> 31)) >> 12) as f64 + 0.5) / (1u64 << 52) as f64
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * self.uniform().ln()).sqrt();
        radius * (std::f64::consts::TAU * self.uniform()).cos()
    }

    fn gamma(&mut self, shape: f64) -> f64 {
        if shape == 1.0 {
            return -self.uniform().ln();
        }
        if shape < 1.0 {
            let power = self.uniform().powf(1.0 / shape);
            return self.gamma(shape + 1.0) * power;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = (1.0 + c * x).powi(3);
            if v > 0.0 && self.uniform().ln() < 0.5 * x * x + d - d * v + d * v.ln() {
                return d * v;
            }
        }
    }
}
