//! The 90% range of a figure (model.md §6): 5th, 50th and 95th percentile of its draws.

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

    /// The range of these draws around a point: position (K−1)q, linear. Reorders the draws.
    pub(crate) fn of(point: f64, draws: &mut [f64]) -> Self {
        Self {
            point,
            p05: percentile(draws, 0.05),
            p50: percentile(draws, 0.5),
            p95: percentile(draws, 0.95),
        }
    }
}

fn percentile(draws: &mut [f64], q: f64) -> f64 {
    if draws.is_empty() {
        return 0.0;
    }
    let position = (draws.len() - 1) as f64 * q;
    let below = position as usize;
    let part = position - below as f64;
    let (_, &mut low, above) = draws.select_nth_unstable_by(below, f64::total_cmp);
    if part == 0.0 {
        return low;
    }
    let high = above.iter().copied().fold(f64::INFINITY, f64::min);
    low + part * (high - low)
}

#[cfg(test)]
mod tests {
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
    fn few_draws() {
        assert_eq!(Ranged::of(1.0, &mut [7.0]).p95, 7.0);
        let two = Ranged::of(1.0, &mut [10.0, 0.0]);
        assert_eq!((two.p05, two.p50, two.p95), (0.5, 5.0, 9.5));
    }
}
