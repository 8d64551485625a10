//! The 90% range of a figure (model.md §6): 5th, 50th and 95th percentile of its draws.

use std::cmp::Ordering;

/// A figure with its range. It covers sampling alone (model.md §6); units are the figure's own.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ranged {
    /// The straight extrapolation, without draws (model.md §4 and §5).
    pub point: f64,
    /// 5th percentile of the draws.
    pub p05: f64,
    /// Median of the draws. It differs from the point: the imaginary child mostly stays.
    pub p50: f64,
    /// 95th percentile of the draws.
    pub p95: f64,
}

impl Ranged {
    /// The figure and its range moved by a fixed amount.
    pub fn shifted(self, by: f64) -> Self {
        Self {
            point: self.point + by,
            p05: self.p05 + by,
            p50: self.p50 + by,
            p95: self.p95 + by,
        }
    }

    /// Whether the range holds both a saving and a cost, so that the cases cannot tell which.
    pub fn spans_zero(self) -> bool {
        self.p05 < 0.0 && self.p95 > 0.0
    }

    /// The range of these draws around a point: position (K−1)q, linear. Reorders the draws. The
    /// median parts them, so that each end is looked for in its own half.
    pub(crate) fn of(point: f64, draws: &mut [f64]) -> Self {
        let Some(last) = draws.len().checked_sub(1) else {
            return Self {
                point,
                ..Self::default()
            };
        };
        let [low, middle, high] = [0.05, 0.5, 0.95].map(|q| Position::of(last, q));
        let (lower, median, upper) = parted(draws, middle.below);
        let above_median = least(upper, f64::INFINITY);
        let p05 = if low.below < middle.below {
            let (_, value, above) = parted(lower, low.below);
            low.between(value, least(above, median))
        } else {
            low.between(median, above_median)
        };
        let p95 = if high.below > middle.below {
            let (_, value, above) = parted(upper, high.below - middle.below - 1);
            high.between(value, least(above, f64::INFINITY))
        } else {
            high.between(median, above_median)
        };
        Self {
            point,
            p05,
            p50: middle.between(median, above_median),
            p95,
        }
    }
}

/// A position among sorted draws: so many are below, and so far on to the next.
#[derive(Clone, Copy)]
struct Position {
    below: usize,
    part: f64,
}

impl Position {
    fn of(last: usize, q: f64) -> Self {
        let position = last as f64 * q;
        let below = position as usize;
        let part = position - below as f64;
        Self { below, part }
    }

    fn between(self, value: f64, next: f64) -> f64 {
        if self.part == 0.0 {
            return value;
        }
        value + self.part * (next - value)
    }
}

/// The draw that so many are below, with those and the others. No draw is "not a number", and
/// plain comparison is the quickest.
fn parted(draws: &mut [f64], below: usize) -> (&mut [f64], f64, &mut [f64]) {
    let compare = |a: &f64, b: &f64| a.partial_cmp(b).unwrap_or(Ordering::Equal);
    let (lower, &mut value, upper) = draws.select_nth_unstable_by(below, compare);
    (lower, value, upper)
}

/// The smallest of some draws and another number.
fn least(draws: &[f64], other: f64) -> f64 {
    draws.iter().copied().fold(other, f64::min)
}

#[cfg(test)]
mod tests {
    use super::super::chance::{Chance, Drawn};
    use super::*;

    #[test]
    fn percentiles_lie_between_the_draws_in_proportion() {
        let mut draws: Vec<f64> = (0..=10).rev().map(f64::from).collect();
        let range = Ranged::of(4.0, &mut draws);
        assert_eq!(
            (range.point, range.p05, range.p50, range.p95),
            (4.0, 0.5, 5.0, 9.5)
        );
    }

    #[test]
    fn they_are_those_of_sorted_draws() {
        let mut chance = Chance::of(1, Drawn::Case, "C01");
        for count in (1..60).chain([100, 999, 1_000, 4_001]) {
            // Rounded, so that some are equal.
            let mut draws: Vec<f64> = (0..count)
                .map(|_| (chance.gamma_1() * 50.0).round())
                .collect();
            let mut sorted = draws.clone();
            sorted.sort_by(f64::total_cmp);
            let range = Ranged::of(0.0, &mut draws);
            for (q, value) in [(0.05, range.p05), (0.5, range.p50), (0.95, range.p95)] {
                let position = (count - 1) as f64 * q;
                let below = sorted[position.floor() as usize];
                let above = sorted[position.ceil() as usize];
                let expected = below + position.fract() * (above - below);
                assert_eq!(value, expected, "{q} of {count}");
            }
        }
    }

    #[test]
    fn few_draws() {
        assert_eq!(Ranged::of(1.0, &mut [7.0]).p95, 7.0);
        let two = Ranged::of(1.0, &mut [10.0, 0.0]);
        assert_eq!((two.p05, two.p50, two.p95), (0.5, 5.0, 9.5));
    }
}
