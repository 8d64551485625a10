//! A share that cannot be shown without its n: how many of how many, which cases, and the 90%
//! interval (model.md §9).

use crate::projection::FEW;
use crate::review::text::CaseId;

/// The z of a 90% interval (model.md §9).
pub const Z: f64 = 1.644_853_6;

/// k of n cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    cases: Vec<CaseId>,
    n: usize,
}

impl Share {
    /// The share of `n` cases that these are. `None` where n is 0, since there is nothing to have
    /// a share of, or where there are more of these than n.
    pub fn new(cases: Vec<CaseId>, n: usize) -> Option<Self> {
        (n > 0 && cases.len() <= n).then_some(Self { cases, n })
    }

    /// How many.
    pub const fn k(&self) -> usize {
        self.cases.len()
    }

    /// Of how many.
    pub const fn n(&self) -> usize {
        self.n
    }

    /// Which: the cases behind k.
    pub fn cases(&self) -> &[CaseId] {
        &self.cases
    }

    /// k/n, 0 to 1.
    pub fn value(&self) -> f64 {
        self.k() as f64 / self.n as f64
    }

    /// Wilson's 90% interval, low and high end, 0 to 1. Like every interval of sampling it speaks
    /// of cases drawn at random.
    pub fn interval(&self) -> (f64, f64) {
        let n = self.n as f64;
        let p = self.value();
        let spread = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let end = |sign: f64| (p + Z * Z / (2.0 * n) + sign * spread) / (1.0 + Z * Z / n);
        // None and all lie on the end itself, which rounding would miss.
        let low = if self.k() == 0 { 0.0 } else { end(-1.0) };
        let high = if self.k() == self.n { 1.0 } else { end(1.0) };
        (low, high)
    }

    /// Whether so few cases stand behind it that a caution is needed.
    pub const fn is_few(&self) -> bool {
        self.n < FEW
    }

    /// How it came about.
    pub const fn formula() -> &'static str {
        "k / n, with Wilson’s 90% interval, z = 1.6448536 (the model, §9)"
    }
}

/// The share of all of these that pass; `None` where there are none.
pub(super) fn share_of<T>(
    all: &[T],
    id: impl Fn(&T) -> CaseId,
    passes: impl Fn(&T) -> bool,
) -> Option<Share> {
    let cases = all.iter().filter(|one| passes(one)).map(id).collect();
    Share::new(cases, all.len())
}
