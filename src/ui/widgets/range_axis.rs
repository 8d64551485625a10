//! The axis on which ranges are compared. It always holds nought: a saving is a distance from it.

use eframe::egui::Rect;

use super::range::Range;

/// Room at both ends of a bar, so that caps and points are not cut. Points.
const INSET: f32 = 8.0;

/// An axis in £ from low to high, holding nought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    low: f64,
    high: f64,
}

impl Axis {
    /// The axis that holds all of these ranges, and nought.
    pub fn covering(ranges: impl IntoIterator<Item = Range>) -> Self {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        for range in ranges {
            low = low.min(range.low()).min(range.point());
            high = high.max(range.high()).max(range.point());
        }
        if high <= low {
            high = low + 1.0;
        }
        Self { low, high }
    }

    /// The same axis, longer where this value asks for it.
    pub fn and(self, value: f64) -> Self {
        Self {
            low: self.low.min(value),
            high: self.high.max(value),
        }
    }

    /// Where a value lies, 0 to 1.
    pub(super) fn share(self, value: f64) -> f32 {
        ((value - self.low) / (self.high - self.low)) as f32
    }

    /// Where a share of the axis lies in a bar.
    pub(super) fn x(share: f32, bar: Rect) -> f32 {
        let room = (bar.width() - 2.0 * INSET).max(1.0);
        bar.left() + INSET + share.clamp(0.0, 1.0) * room
    }

    /// Whether there is room for a value.
    pub fn holds(self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// Whether the line of nought is worth drawing.
    pub(super) fn holds_zero(self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }

    /// Round values along the axis at even steps, nought among them: as many as there are round
    /// steps for, and no more than this many.
    pub fn steps(self, at_most: usize) -> Vec<f64> {
        let span = self.high - self.low;
        let mut magnitude = 10_f64.powf((span / at_most.max(1) as f64).log10().floor());
        // A step of the span itself leaves two values at most, so this ends.
        loop {
            for factor in [1.0, 2.0, 2.5, 5.0] {
                let step = factor * magnitude;
                let first = (self.low / step).ceil() as i64;
                let last = (self.high / step).floor() as i64;
                let count = usize::try_from(last - first + 1).unwrap_or(0);
                if count <= at_most.max(1) {
                    return (first..=last).map(|at| at as f64 * step).collect();
                }
            }
            magnitude *= 10.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(low: f64, point: f64, high: f64) -> Range {
        Range::new(low, point, high).unwrap()
    }

    #[test]
    fn it_holds_nought_and_all_ranges() {
        let axis = Axis::covering([range(9e6, 50e6, 66e6), range(-24e6, -2e6, 20e6)]);
        assert_eq!((axis.share(-24e6), axis.share(66e6)), (0.0, 1.0));
        assert!(axis.holds_zero());
        assert_eq!(axis.steps(6), [-20e6, 0.0, 20e6, 40e6, 60e6]);
        assert!(Axis::covering([]).holds_zero());
    }

    #[test]
    fn steps_are_round_and_even() {
        let axis = Axis::covering([range(-38e6, 2e6, 66e6)]);
        assert_eq!(axis.steps(6), [-20e6, 0.0, 20e6, 40e6, 60e6]);
        assert_eq!(axis.steps(4), [-25e6, 0.0, 25e6, 50e6]);
        assert_eq!(axis.steps(1), [0.0]);
        let axis = Axis::covering([range(0.0, 3e6, 8e6)]);
        assert_eq!(axis.steps(5), [0.0, 2e6, 4e6, 6e6, 8e6]);
        assert_eq!(axis.steps(0), [0.0]);
    }
}
