//! The inputs that are varied one by one (model.md §8, sensitivity), and what they are called.

use std::fmt;

use crate::review::text::ProvisionCode;

/// An input that is varied.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Input {
    /// The unit cost of a provision, and the part of it that stops being paid, by one factor.
    UnitCost(ProvisionCode),
    /// All support costs.
    SupportCosts,
    /// Transition shares of all rows (τ).
    TransitionShare,
    /// Growth of all rows (g).
    Growth,
    /// Inflation (π).
    Inflation,
    /// The ramp in all years (ρ).
    Ramp,
    /// The part of the first year that a move covers (φ).
    FirstYearShare,
    /// Realisation (κ).
    Realisation,
}

impl fmt::Display for Input {
    /// The name in files and tables.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnitCost(code) => write!(f, "unit_cost:{code}"),
            Self::SupportCosts => f.write_str("support_costs"),
            Self::TransitionShare => f.write_str("transition_share"),
            Self::Growth => f.write_str("growth"),
            Self::Inflation => f.write_str("inflation"),
            Self::Ramp => f.write_str("ramp"),
            Self::FirstYearShare => f.write_str("first_year_share"),
            Self::Realisation => f.write_str("realisation"),
        }
    }
}

impl Input {
    /// In words; a provision's name follows.
    pub const fn words(&self) -> &'static str {
        match self {
            Self::UnitCost(_) => "the cost of a place in",
            Self::SupportCosts => "all support costs",
            Self::TransitionShare => "the share that reaches a decision point in a year",
            Self::Growth => "the growth of the caseload",
            Self::Inflation => "inflation",
            Self::Ramp => "the decision points at which it is followed",
            Self::FirstYearShare => "the part of the first year",
            Self::Realisation => "the part of each case’s effect that is realised",
        }
    }
}
