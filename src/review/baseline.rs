//! The council's baseline: what is spent and granted on the current course (model.md §1).

use serde::{Deserialize, Serialize};

use super::source::{BaselineFigure, Source};
use super::units::{FinancialYear, Horizon, Money, PriceGrowth, Share};

/// The part of a financial year that a September start covers: 7 of 12 months.
pub const FIRST_YEAR_SHARE: f64 = 7.0 / 12.0;
/// Share of placement appeals in which the council's placement does not stand: 2024-25, the
/// council's preference in 13 of 68 placement outcomes with a stated preference (model.md §7).
pub const APPEAL_LOSS_SHARE: f64 = 0.81;

/// Costs, grant and timing of one council. Lists "by year" start at t = 1; where they say
/// *repeats*, the last value stands for all later years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The year t = 0, in whose prices all costs are given.
    pub base_year: FinancialYear,
    /// Years after it (H).
    pub horizon: Horizon,
    /// Inflation per year (π).
    pub inflation: PriceGrowth,
    /// £ of high-needs spend outside the table, base-year prices (O).
    pub other_spend: Money,
    /// £ of high-needs allocation in the base year (F_0).
    pub allocation: Money,
    /// Growth of the allocation by year, repeats (f_t); empty = 0.
    #[serde(deserialize_with = "super::bounded::list")]
    pub allocation_growth: Vec<PriceGrowth>,
    /// £ balance of the DSG at the end of the base year, negative = deficit (B_0).
    pub opening_balance: Money,
    /// Share of decision points by year at which the new practice is followed, repeats (ρ_t);
    /// empty = all.
    #[serde(deserialize_with = "super::bounded::list")]
    pub ramp: Vec<Share>,
    /// Share of the first year that a move covers (φ).
    pub first_year_share: Share,
    /// Part of each case's effect that is realised (κ).
    pub realisation: Share,
    /// £ of investment by year, cash, does not repeat.
    #[serde(deserialize_with = "super::bounded::list")]
    pub investment: Vec<Money>,
    /// £ of grant by year, cash, does not repeat.
    #[serde(deserialize_with = "super::bounded::list")]
    pub grant: Vec<Money>,
    /// Share of families in contested cases who appeal (α).
    pub appeal_share: Share,
    /// Share of appeals in which the council's placement does not stand (ω).
    pub appeal_loss_share: Share,
    /// The year before the base year as it turned out. To compare the forecast with, never in it.
    #[serde(default, skip_serializing_if = "LastYear::is_empty")]
    pub last_year: LastYear,
    /// Where the figures come from, one a figure at most.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::bounded::list"
    )]
    pub sources: Vec<Source<BaselineFigure>>,
}

/// The year before the base year as it turned out, cash; `None` = not stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LastYear {
    /// £ of high-needs spend.
    pub spend: Option<Money>,
    /// £ of high-needs allocation.
    pub allocation: Option<Money>,
    /// £ balance of the DSG at its end, negative = deficit.
    pub balance: Option<Money>,
}

impl LastYear {
    /// Whether nothing is stated.
    pub const fn is_empty(&self) -> bool {
        self.spend.is_none() && self.allocation.is_none() && self.balance.is_none()
    }
}

impl Baseline {
    /// A baseline with nothing filled in but model.md's defaults.
    pub fn starting(base_year: FinancialYear) -> Self {
        Self {
            base_year,
            horizon: const { Horizon::constant(5) },
            inflation: const { PriceGrowth::constant(0.0) },
            other_spend: const { Money::constant(0.0) },
            allocation: const { Money::constant(0.0) },
            allocation_growth: Vec::new(),
            opening_balance: const { Money::constant(0.0) },
            ramp: Vec::new(),
            first_year_share: const { Share::constant(FIRST_YEAR_SHARE) },
            realisation: const { Share::constant(1.0) },
            investment: Vec::new(),
            grant: Vec::new(),
            appeal_share: const { Share::constant(1.0) },
            appeal_loss_share: const { Share::constant(APPEAL_LOSS_SHARE) },
            last_year: LastYear::default(),
            sources: Vec::new(),
        }
    }
}

/// The value of a list "by year" that repeats its last value, for year `t` ≥ 1; `None` if the
/// list is empty.
pub fn repeating<T: Copy>(by_year: &[T], t: usize) -> Option<T> {
    by_year.get(t.saturating_sub(1)).or(by_year.last()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_repeat_their_last_value() {
        assert_eq!(repeating(&[1, 2], 1), Some(1));
        assert_eq!(repeating(&[1, 2], 2), Some(2));
        assert_eq!(repeating(&[1, 2], 9), Some(2));
        assert_eq!(repeating::<i32>(&[], 1), None);
    }

    #[test]
    fn defaults_are_those_of_the_model() {
        let baseline = Baseline::starting("2024-25".parse().unwrap());
        assert_eq!(baseline.horizon.years(), 5);
        assert_eq!(baseline.appeal_loss_share.get(), 0.81);
        assert_eq!(baseline.realisation.get(), 1.0);
    }
}
