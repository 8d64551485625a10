//! From draws to ranges (model.md §6): every draw goes through §4 and §5 as the point does, and the
//! percentiles of what comes out stand beside the point.

use super::block::Sums;
use super::council::Council;
use super::draws::{Sampler, blocks};
use super::percentiles::Ranged;
use super::plan::{BLOCK, Plan};
use super::scenario::Scenario;
use super::scenario::{ScenarioFigures, YearFigures};
use super::timeline::Timeline;

/// Figures of draws held at a time, at most (8 bytes each). Beyond it scenarios go one by one.
const HELD: usize = 16_000_000;

/// What all draws say of one scenario, £.
struct Columns {
    full_effect: Vec<f64>,
    /// S(t), by year t = 1..H.
    saving: Vec<Vec<f64>>,
    /// Σ_{s≤t} S(s), by year; the last is the saving over the horizon.
    saved_so_far: Vec<Vec<f64>>,
}

impl Columns {
    fn new(horizon: usize, draws: usize) -> Self {
        let years = || {
            (0..horizon)
                .map(|_| Vec::with_capacity(draws))
                .collect::<Vec<_>>()
        };
        Self {
            full_effect: Vec::with_capacity(draws),
            saving: years(),
            saved_so_far: years(),
        }
    }
}

/// How many single draws are kept for looking at one by one.
pub const REDRAWS: usize = 100;

/// The points of all scenarios with their ranges, and the panel's saving over the horizon in each
/// of the first draws, £.
pub(super) fn ranges<E>(
    sampler: &mut Sampler,
    council: &Council,
    timeline: &Timeline,
    points: Vec<ScenarioFigures<f64>>,
    go_on: &impl Fn() -> Result<(), E>,
) -> Result<(Vec<ScenarioFigures<Ranged>>, Vec<f64>), E> {
    let figures = points.len() * 2 * council.horizon * sampler.count();
    let at_once = if figures <= HELD { points.len() } else { 1 };
    let mut ranged = Vec::with_capacity(points.len());
    let mut first_draws = Vec::new();
    let mut points = points.into_iter().peekable();
    while points.peek().is_some() {
        let some: Vec<_> = points.by_ref().take(at_once).collect();
        let plans = some
            .iter()
            .map(|point| Plan::of(council, sampler.kinds(), point.scenario))
            .collect::<Vec<_>>();
        let columns = draw(sampler, council, timeline, &plans, go_on)?;
        for (point, columns) in some.into_iter().zip(columns) {
            go_on()?;
            if point.scenario == Scenario::Panel {
                first_draws = columns.first_draws();
            }
            ranged.push(with_ranges(point, columns));
        }
    }
    Ok((ranged, first_draws))
}

/// All draws through all plans.
fn draw<E>(
    sampler: &mut Sampler,
    council: &Council,
    timeline: &Timeline,
    plans: &[Plan],
    go_on: &impl Fn() -> Result<(), E>,
) -> Result<Vec<Columns>, E> {
    let count = sampler.count();
    let mut columns: Vec<Columns> = plans
        .iter()
        .map(|_| Columns::new(council.horizon, count))
        .collect();
    let mut sums = Sums::default();
    let mut slots = Vec::new();
    sampler.rewind();
    for draws in blocks(count) {
        go_on()?;
        let weights = sampler.block(council, draws.clone(), &mut sums);
        for (plan, columns) in plans.iter().zip(&mut columns) {
            plan.sum(&weights, &mut slots);
            columns.take(plan, timeline, &slots, draws.len());
        }
    }
    Ok(columns)
}

impl Columns {
    /// The saving over the horizon in the first draws.
    fn first_draws(&self) -> Vec<f64> {
        let totals = self.saved_so_far.last().into_iter().flatten();
        totals.take(REDRAWS).copied().collect()
    }

    /// Takes in the draws of a block.
    fn take(&mut self, plan: &Plan, timeline: &Timeline, slots: &[[f64; BLOCK]], draws: usize) {
        let mut so_far = [0.0; BLOCK];
        for (t, moment) in timeline.moments.iter().enumerate() {
            let mut saving = plan.saving(moment, slots, draws);
            for (sum, places) in saving.moves.iter_mut().zip(&saving.places) {
                *sum += places;
            }
            let total = &saving.moves[..draws];
            if t == 0 {
                self.full_effect.extend_from_slice(total);
                continue;
            }
            for (so_far, saving) in so_far.iter_mut().zip(total) {
                *so_far += saving;
            }
            self.saving[t - 1].extend_from_slice(total);
            self.saved_so_far[t - 1].extend_from_slice(&so_far[..draws]);
        }
    }
}

/// A scenario's points with the percentiles of its draws. Balances are savings moved by what does
/// not depend on the draws.
fn with_ranges(point: ScenarioFigures<f64>, columns: Columns) -> ScenarioFigures<Ranged> {
    let Columns {
        mut full_effect,
        saving,
        saved_so_far,
    } = columns;
    let mut total_saving = Ranged::default();
    let mut final_balance = Ranged::default();
    let mut total = 0.0;
    let mut by_year = Vec::with_capacity(point.by_year.len());
    let years = point.by_year.into_iter();
    for ((year, mut savings), mut so_far) in years.zip(saving).zip(saved_so_far) {
        total += year.saving;
        let saving = Ranged::of(year.saving, &mut savings);
        total_saving = if year.t == 1 {
            saving
        } else {
            Ranged::of(total, &mut so_far)
        };
        final_balance = moved(total_saving, year.cumulative_balance);
        by_year.push(YearFigures {
            t: year.t,
            year: year.year,
            saving,
            places_used_again: year.places_used_again,
            in_year_balance: moved(saving, year.in_year_balance),
            cumulative_balance: final_balance,
            appeals: year.appeals,
        });
    }
    ScenarioFigures {
        scenario: point.scenario,
        contributions: point.contributions,
        gross_saving: point.gross_saving,
        gross_cost: point.gross_cost,
        places_used_again: point.places_used_again,
        full_effect: Ranged::of(point.full_effect, &mut full_effect),
        survival: point.survival,
        total_saving,
        final_balance,
        by_year,
    }
}

/// The range moved so that its point becomes this one.
fn moved(range: Ranged, point: f64) -> Ranged {
    Ranged {
        point,
        ..range.shifted(point - range.point)
    }
}

#[cfg(test)]
#[path = "ranges_tests.rs"]
mod tests;
