//! When what is judged takes effect (model.md §5): children move at decision points only, a move
//! in September covers part of its first year, and places may be short.

use crate::review::baseline::repeating;

use super::council::Council;

/// The children concerned at one moment: a year t = 1..H, or the time when every child has passed
/// a decision point (§4). By row of the table.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    /// Children in effect: N_p(t) E_p(t); at full effect N_p.
    pub effect: Vec<f64>,
    /// Children decided by the end of the year, for the places limits: N_p(t) D_p(t).
    pub decided: Vec<f64>,
    /// Children of the forecast growth: max(0, N_q(t) − N_q); at full effect none.
    pub grown: Vec<f64>,
    /// Extra places stated, L_q(t); infinite = no limit stated.
    pub places: Vec<f64>,
    /// κ (1+π)^t; at full effect 1.
    pub factor: f64,
}

/// All moments of a council, and the decided children that appeals are counted from.
#[derive(Clone, Debug)]
pub(super) struct Timeline {
    /// Full effect first, then t = 1..H.
    pub moments: Vec<Moment>,
    /// N_p(t) D_p(t) for t = 0..H.
    pub decided: Vec<Vec<f64>>,
}

impl Timeline {
    /// The timeline of this council (§5).
    pub fn of(council: &Council) -> Self {
        let mut timeline = Self {
            moments: vec![full_effect(council)],
            decided: vec![vec![0.0; council.rows.len()]],
        };
        let mut children: Vec<f64> = council.rows.iter().map(|row| row.caseload).collect();
        let mut before = vec![0.0; council.rows.len()];
        let (mut ramp, mut price) = (0.0, 1.0);
        for t in 1..=council.horizon {
            ramp += repeating(&council.ramp, t).unwrap_or(1.0);
            price *= 1.0 + council.inflation;
            for (children, row) in children.iter_mut().zip(&council.rows) {
                *children *= 1.0 + row.growth;
            }
            let share = decided_share(council, ramp);
            let factor = council.realisation * price;
            let moment = year(council, t, &children, &before, &share, factor);
            timeline.decided.push(moment.decided.clone());
            timeline.moments.push(moment);
            before = share;
        }
        timeline
    }
}

/// D_p(t) = min(1, τ_p Σ_{s≤t} ρ_s).
fn decided_share(council: &Council, ramp: f64) -> Vec<f64> {
    let rows = council.rows.iter();
    rows.map(|row| (row.transition * ramp).min(1.0)).collect()
}

fn year(
    council: &Council,
    t: usize,
    children: &[f64],
    before: &[f64],
    share: &[f64],
    factor: f64,
) -> Moment {
    let rows = 0..council.rows.len();
    Moment {
        effect: rows
            .clone()
            .map(|p| children[p] * (before[p] + council.first_year * (share[p] - before[p])))
            .collect(),
        decided: rows.clone().map(|p| children[p] * share[p]).collect(),
        grown: rows
            .clone()
            .map(|p| (children[p] - council.rows[p].caseload).max(0.0))
            .collect(),
        places: rows
            .map(|p| repeating(&council.rows[p].places, t).unwrap_or(f64::INFINITY))
            .collect(),
        factor,
    }
}

/// Once every child has passed a decision point, without timing, limits and κ (§4).
fn full_effect(council: &Council) -> Moment {
    let caseloads: Vec<f64> = council.rows.iter().map(|row| row.caseload).collect();
    Moment {
        decided: caseloads.clone(),
        effect: caseloads,
        grown: vec![0.0; council.rows.len()],
        places: vec![f64::INFINITY; council.rows.len()],
        factor: 1.0,
    }
}
