//! How sure? The draws of model.md §6 one by one, so that anyone can see what the range is made of:
//! what weighs how much in one of them, and how many cases it would take to halve the range.
//!
//! Nothing is drawn here that is not drawn for the range: the same streams give the same weights.

use std::convert::Infallible;

use crate::review::bounds;

use super::block::Sums;
use super::chance::{Chance, Drawn};
use super::council::Council;
use super::draws::{Draws, Sampler};
use super::figures::Projection;
use super::inputs::Inputs;
use super::percentiles::Ranged;
use super::plan::{BLOCK, Plan, Weights};
use super::ranges::REDRAWS;
use super::scenario::Scenario;
use super::timeline::Timeline;

/// With more children than this many times over, too few draws are left for a range.
const MOST: usize = 40;

/// What weighs how much in one draw (model.md §6).
#[derive(Clone, Debug, PartialEq)]
pub struct Redraw {
    /// By case, in the order of [`Inputs::cases`]: its weight as a multiple of 1/n_p, which it has
    /// in the straight extrapolation. 0 for a case that names a row that is not in the table.
    pub times: Vec<f64>,
    /// The child whom nobody has seen, in every row with a counted case.
    pub unseen: Vec<Unseen>,
}

/// The imaginary extra child of a provision in one draw (model.md §6).
#[derive(Clone, Debug, PartialEq)]
pub struct Unseen {
    /// Its row in the table.
    pub row: usize,
    /// Its share of that row's children, by the row where it goes; with the shares of the cases
    /// there they make 1.
    pub goes: Vec<f64>,
}

/// The first draws of those whose percentiles are the range, at most [`REDRAWS`]: number k gives
/// number k of [`Projection::first_draws`] (model.md §6).
pub fn redraws(inputs: &Inputs, draws: Draws) -> Vec<Redraw> {
    let council = Council::of(inputs);
    let count = draws.bounded().min(REDRAWS);
    let draws = Draws { count, ..draws };
    let mut sampler = Sampler::new();
    let Ok(()) = sampler.prepare(inputs, &council, draws, &|| Ok::<_, Infallible>(()));
    sampler.rewind();
    let mut sums = Sums::default();
    let weights = sampler.block(&council, 0..count, &mut sums);
    let mut redraws = vec![
        Redraw {
            times: vec![0.0; inputs.cases.len()],
            unseen: Vec::new(),
        };
        count
    ];
    let rows = council.rows.len();
    let mut left = vec![vec![1.0; count]; rows];
    for child in &council.children {
        let id = inputs.cases[child.position].id.as_str();
        let mut chance = Chance::of(draws.seed, Drawn::Case, id);
        let inverse = &weights.inverse_sums[child.from];
        let left = &mut left[child.from];
        for ((redraw, inverse), left) in redraws.iter_mut().zip(inverse).zip(left) {
            let share = chance.gamma_1() * inverse;
            *left -= share;
            redraw.times[child.position] = share * council.judged[child.from];
        }
    }
    for (draw, redraw) in redraws.iter_mut().enumerate() {
        for row in (0..rows).filter(|&row| council.judged[row] > 0.0) {
            let inverse = weights.inverse_sums[row][draw];
            let moves = weights.imaginary_moves[row].iter();
            let share = |part: &&[f64]| part.get(draw).map_or(0.0, |weight| weight * inverse);
            let mut goes: Vec<f64> = moves.map(share).collect();
            // It stays with what cases and its moves leave.
            goes[row] = 0.0;
            goes[row] = (left[row][draw] - goes.iter().sum::<f64>()).max(0.0);
            redraw.unseen.push(Unseen { row, goes });
        }
    }
    redraws
}

impl Projection {
    /// How many single draws there are to be looked at one by one: none where every draw gives the
    /// same, as where no case counts or nothing is known of what the moves are worth.
    pub fn redraws(&self) -> usize {
        let panel = self.scenario(Scenario::Panel);
        let is_range = panel.is_some_and(|panel| width(panel.total_saving) > 0.0);
        if is_range { self.first_draws.len() } else { 0 }
    }
}

/// Why there is no number of cases that would halve a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHalved {
    /// There is no range: every draw gives the same, or no case counts.
    NoRange,
    /// More cases than a review can hold (model.md §11).
    TooMany,
}

/// About how many cases, those that count included, it would take to halve the range of the
/// panel's saving over the horizon, if the others were drawn at random, were judged much as these
/// were and were spread over the provisions much as these are.
///
/// What others would be judged is what the range itself takes them to be: as one of these cases
/// or, as often as the imaginary child weighs in (model.md §6), as nobody seen yet. With m times as
/// many such children in every provision, the shapes of all Gammas are m times as large; a Gamma of
/// m times the shape is the sum of m, so that m draws added together make one draw of such a
/// review. Copies of these cases alone would promise too much: that nothing new ever turns up.
///
/// m is found by trial; between two whole m, 1/width² is taken to be linear. `projection` is that
/// of these inputs, and `sampler` is best the one that it was made with. `stop` is asked every few
/// hundred draws; once it says so, the answer is `None`.
pub fn cases_to_halve(
    sampler: &mut Sampler,
    inputs: &Inputs,
    projection: &Projection,
    stop: &dyn Fn() -> bool,
) -> Option<Result<usize, NotHalved>> {
    let go_on = || if stop() { Err(()) } else { Ok(()) };
    let panel = projection.scenario(Scenario::Panel);
    let today = panel.map_or(0.0, |panel| width(panel.total_saving));
    if projection.counted == 0 || today <= 0.0 {
        return Some(Err(NotHalved::NoRange));
    }
    let council = Council::of(inputs);
    sampler
        .prepare(inputs, &council, projection.draws, &go_on)
        .ok()?;
    let more = Larger {
        timeline: Timeline::of(&council),
        plan: Plan::of(&council, sampler.kinds(), Scenario::Panel),
        council,
    };
    let most = (1..=MOST)
        .rev()
        .find(|&times| more.cases(times as f64) <= bounds::CASES as f64);
    let trial = |times| more.range(sampler, times, &go_on).map(width);
    let times = times_to_halve(today, most.unwrap_or(1), trial).ok()?;
    Some(match times {
        Some(times) => Ok(more.cases(times).ceil() as usize),
        None => Err(NotHalved::TooMany),
    })
}

fn width(range: Ranged) -> f64 {
    range.p95 - range.p05
}

/// How often over the children must be there until the range is half as wide as with them once.
/// `None` if more often than `most`.
fn times_to_halve<E>(
    today: f64,
    most: usize,
    mut trial: impl FnMut(usize) -> Result<f64, E>,
) -> Result<Option<f64>, E> {
    // What grows evenly with the cases.
    let precision = |width: f64| 1.0 / (width * width);
    let target = precision(today / 2.0);
    let mut low = (1, precision(today));
    let mut next = 4;
    let mut high = loop {
        let times = next.min(most);
        if times <= low.0 {
            return Ok(None);
        }
        let reached = precision(trial(times)?);
        if reached >= target {
            break (times, reached);
        }
        low = (times, reached);
        next = times + 1;
    };
    while high.0 - low.0 > 1 {
        let times = low.0.midpoint(high.0);
        let reached = precision(trial(times)?);
        if reached >= target {
            high = (times, reached);
        } else {
            low = (times, reached);
        }
    }
    let part = (target - low.1) / (high.1 - low.1);
    Ok(Some(low.0 as f64 + part))
}

/// A review in which every counted case and every imaginary child is there several times.
struct Larger {
    council: Council,
    timeline: Timeline,
    plan: Plan,
}

impl Larger {
    /// How many cases it has. In every provision one child stays imaginary.
    fn cases(&self, times: f64) -> f64 {
        let reviewed = self.council.judged.iter().filter(|&&n| n > 0.0).count();
        times * self.council.children.len() as f64 + (times - 1.0) * reviewed as f64
    }

    /// The range of the panel's saving over the horizon, £; without its point.
    fn range<E>(
        &self,
        sampler: &mut Sampler,
        times: usize,
        go_on: &impl Fn() -> Result<(), E>,
    ) -> Result<Ranged, E> {
        let at_once = BLOCK / times * times;
        let mut sums = Sums::default();
        let mut totals = Vec::new();
        sampler.rewind();
        for start in (0..sampler.count()).step_by(at_once) {
            go_on()?;
            let draws = at_once.min(sampler.count() - start);
            let weights = sampler.block(&self.council, start..start + draws, &mut sums);
            self.savings(&weights, times, &mut totals);
        }
        Ok(Ranged::of(0.0, &mut totals))
    }

    /// The savings over the horizon in the draws of a block, this many of them put together.
    fn savings(&self, weights: &Weights<'_>, times: usize, totals: &mut Vec<f64>) {
        let mut slots = Vec::new();
        self.plan.sum(weights, &mut slots);
        let draws = weights.draws / times;
        for (slot, &row) in slots.iter_mut().zip(&self.plan.slot_rows) {
            let inverse = &weights.inverse_sums[row];
            for draw in 0..draws {
                let some = draw * times..(draw + 1) * times;
                let (mut sum, mut of) = (0.0, 0.0);
                for (share, inverse) in slot[some.clone()].iter().zip(&inverse[some]) {
                    sum += share / inverse;
                    of += 1.0 / inverse;
                }
                slot[draw] = sum / of;
            }
        }
        let mut block = vec![0.0; draws];
        for moment in self.timeline.moments.iter().skip(1) {
            let saving = self.plan.saving(moment, &slots, draws);
            let parts = saving.moves.iter().zip(&saving.places);
            for (total, (moves, places)) in block.iter_mut().zip(parts) {
                *total += moves + places;
            }
        }
        totals.append(&mut block);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Precision that grows as with a prior of `prior` cases.
    fn found(prior: f64, most: usize) -> Option<f64> {
        let width = |times: usize| (times as f64 + prior).powf(-0.5);
        let trial = |times: usize| Ok::<_, Infallible>(width(times));
        let Ok(times) = times_to_halve(width(1), most, trial);
        times
    }

    #[test]
    fn the_search_finds_where_the_range_is_half_as_wide() {
        for prior in [0.0, 0.3, 1.0, 7.5, 40.0] {
            // times + prior = 4 (1 + prior)
            let right = 4.0 + 3.0 * prior;
            let times = found(prior, 200);
            assert!(times.is_some_and(|times| (times - right).abs() < 1e-6));
            assert_eq!(found(prior, right.ceil() as usize - 1), None);
        }
        assert_eq!(found(0.0, 1), None);
        assert_eq!(found(0.0, 0), None);
    }

    /// Where a trial is less precise than today, the search still ends.
    #[test]
    fn the_search_ends_where_nothing_is_gained() {
        let Ok(times) = times_to_halve(1.0, 50, |_| Ok::<_, Infallible>(1.0));
        assert_eq!(times, None);
        let Ok(times) = times_to_halve(1.0, 50, |_| Ok::<_, Infallible>(3.0));
        assert_eq!(times, None);
        let Ok(times) = times_to_halve(1.0, 50, |_| Ok::<_, Infallible>(0.1));
        assert!(times.is_some_and(|times| (1.0..2.0).contains(&times)));
    }

    /// Four times as many children: those judged, and of the four who were nobody seen three.
    #[test]
    fn a_larger_review_has_judged_whom_nobody_had_seen() {
        use crate::review::baseline::Baseline;
        use crate::review::provision;
        let baseline = Baseline::starting("2024-25".parse().unwrap());
        let inputs = Inputs::new(provision::preset(), baseline, Vec::new());
        let mut council = Council::of(&inputs);
        council.judged[1] = 5.0;
        council.judged[3] = 2.0;
        let larger = Larger {
            timeline: Timeline::of(&council),
            plan: Plan::of(&council, &[], Scenario::Panel),
            council,
        };
        assert_eq!(larger.cases(4.0), 3.0 * 2.0);
        assert_eq!(larger.cases(1.0), 0.0);
    }
}
