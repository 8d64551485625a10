//! A figure as the range that it is (product.md, "Always n, always a range").

use crate::ui::money;

/// What the point in a range is called.
pub(super) const POINT: &str = "straight extrapolation";

/// What the point in a range is, and what the range is, in plain words.
pub const POINT_EXPLAINED: &str = "The range is what matters: at best, about nine in ten results \
     lie in it. The straight extrapolation is the mark inside it: the result if the children judged \
     were exactly like all others in the same kind of provision.";

/// A 90% range in £ with its point. Positive saves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    low: f64,
    point: f64,
    high: f64,
}

impl Range {
    /// A range; `None` unless all three are finite and in order, apart from the point, which a
    /// resampled range need not hold.
    pub fn new(low: f64, point: f64, high: f64) -> Option<Self> {
        let finite = low.is_finite() && point.is_finite() && high.is_finite();
        (finite && low <= high).then_some(Self { low, point, high })
    }

    /// The lower end, £.
    pub const fn low(self) -> f64 {
        self.low
    }

    /// The straight extrapolation, £.
    pub const fn point(self) -> f64 {
        self.point
    }

    /// The upper end, £.
    pub const fn high(self) -> f64 {
        self.high
    }

    /// Whether it holds both saving and costing.
    pub fn spans_zero(self) -> bool {
        self.low < 0.0 && self.high > 0.0
    }

    /// As it is shown: "£9m to £66m".
    pub fn shown(self) -> String {
        money::range(self.low, self.high)
    }

    /// What must be said beside it where it holds both saving and costing.
    pub fn verdict(self, n: usize) -> Option<String> {
        let these = if n == 1 {
            "This 1 case".to_owned()
        } else {
            format!("These {n} cases")
        };
        self.spans_zero()
            .then(|| format!("{these} cannot tell whether this saves or costs"))
    }

    /// Its figures as they are said: "£8.8 million to £66.4 million, straight extrapolation
    /// £50.1 million".
    pub fn figures_spoken(self) -> String {
        format!(
            "{} to {}, {POINT} {}",
            money::spoken(self.low),
            money::spoken(self.high),
            money::spoken(self.point)
        )
    }

    /// All of a saving in words: its figures, the cases they are from, and what they cannot tell.
    pub fn spoken(self, n: usize) -> String {
        let mut said = format!("{}, from {}", self.figures_spoken(), cases(n));
        if let Some(verdict) = self.verdict(n) {
            said.push_str(". ");
            said.push_str(&verdict);
        }
        said
    }
}

/// "28 cases".
pub(super) fn cases(n: usize) -> String {
    if n == 1 {
        "1 case".to_owned()
    } else {
        format!("{n} cases")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_in_words() {
        let range = Range::new(8_800_000.0, 50_100_000.0, 66_400_000.0).unwrap();
        assert_eq!(
            range.spoken(28),
            "£8.8 million to £66.4 million, straight extrapolation £50.1 million, from 28 cases"
        );
        assert_eq!(range.verdict(28), None);
    }

    #[test]
    fn a_range_that_holds_nought_says_so() {
        let range = Range::new(-2_000_000.0, 28_000_000.0, 57_000_000.0).unwrap();
        assert_eq!(
            range.verdict(28).unwrap(),
            "These 28 cases cannot tell whether this saves or costs"
        );
        assert!(
            range
                .spoken(1)
                .ends_with("from 1 case. This 1 case cannot tell whether this saves or costs")
        );
    }

    #[test]
    fn no_range_of_what_is_no_number() {
        assert!(Range::new(f64::NAN, 1.0, 2.0).is_none());
        assert!(Range::new(0.0, 1.0, f64::INFINITY).is_none());
        assert!(Range::new(2.0, 1.0, 0.0).is_none());
    }
}
