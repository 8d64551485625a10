//! The axis on which ranges are compared. It always holds nought: a saving is a distance from it.

use eframe::egui::Rect;

use super::range_bar::Range;

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

    /// Where a value lies, 0 to 1.
    pub(super) fn share(self, value: f64) -> f32 {
        ((value - self.low) / (self.high - self.low)) as f32
    }

    /// Where a share of the axis lies in a bar.
    pub(super) fn x(share: f32, bar: Rect) -> f32 {
        let room = (bar.width() - 2.0 * INSET).max(1.0);
        bar.left() + INSET + share.clamp(0.0, 1.0) * room
    }

    /// Whether the line of nought is worth drawing.
    pub(super) fn holds_zero(self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }

    /// Round values along the axis, nought among them, at most five or so.
    pub fn steps(self) -> Vec<f64> {
        let rough = (self.high - self.low) / 4.5;
        let magnitude = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|factor| factor * magnitude)
            .find(|step| *step >= rough)
            .unwrap_or(10.0 * magnitude);
        let first = (self.low / step).ceil() as i64;
        let last = (self.high / step).floor() as i64;
        (first..=last).map(|at| at as f64 * step).collect()
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
        assert_eq!(axis.steps(), [-20e6, 0.0, 20e6, 40e6, 60e6]);
        assert!(Axis::covering([]).holds_zero());
    }

    #[test]
    fn steps_are_round() {
        assert_eq!(Axis::covering([range(-1.0, 2.0, 3.5)]).steps().len(), 5);
        assert_eq!(
            Axis::covering([range(0.0, 3e6, 8e6)]).steps(),
            [0.0, 2e6, 4e6, 6e6, 8e6]
        );
    }
}
