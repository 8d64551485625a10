//! What the fields of a review mean, what is typical, and where that is known from: data for
//! whoever fills them in, below the window so that report and command line can say the same.
//!
//! Every figure here has a named paper. None is ever filled in silently: examples are there to
//! compare with, presets are put in by somebody who chose them by their label.

mod baseline;
mod costs;
pub mod law;
mod papers;
mod presets;
mod provisions;
mod selection;

use crate::review::source::{BaselineFigure, ProvisionFigure};

pub use costs::{Example, examples};
pub use papers::Paper;
pub use presets::{ALLOCATION_GROWTH, APPEAL_LOSS, APPEAL_SHARE, Preset};
pub use selection::{Consequence, consequence, why_wider};

/// What to do with a figure that nobody has.
pub const NOT_KNOWN: &str = "Leave it empty: what is not known is never taken as nothing.";

/// Help for one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// What the figure is.
    pub means: &'static str,
    /// What it is elsewhere, each with its source; empty where no source says.
    pub typical: &'static [Typical],
    /// What to do if it is not known.
    pub not_known: &'static str,
}

/// What a figure is elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typical {
    /// In a sentence.
    pub says: &'static str,
    /// Where that is known from.
    pub from: Paper,
}

impl Help {
    /// All of it as paragraphs: what it means, what is typical with its source, what to do if it
    /// is not known.
    pub fn in_words(&self) -> Vec<String> {
        let typical = self.typical.iter().map(|typical| {
            let from = typical.from.in_words();
            format!("{} ({from})", typical.says)
        });
        std::iter::once(self.means.to_owned())
            .chain(typical)
            .chain(Some(self.not_known.to_owned()))
            .collect()
    }
}

/// Help for a figure of the provision table (model.md §1).
pub const fn provision(figure: ProvisionFigure) -> &'static Help {
    match figure {
        ProvisionFigure::Caseload => &provisions::CASELOAD,
        ProvisionFigure::UnitCost => &provisions::UNIT_COST,
        ProvisionFigure::AvoidableCost => &provisions::AVOIDABLE_COST,
        ProvisionFigure::Growth => &provisions::GROWTH,
        ProvisionFigure::TransitionShare => &provisions::TRANSITION_SHARE,
        ProvisionFigure::NewPlaces => &provisions::NEW_PLACES,
    }
}

/// Help for a figure of the baseline (model.md §1).
pub const fn baseline(figure: BaselineFigure) -> &'static Help {
    match figure {
        BaselineFigure::Inflation => &baseline::INFLATION,
        BaselineFigure::OtherSpend => &baseline::OTHER_SPEND,
        BaselineFigure::Allocation => &baseline::ALLOCATION,
        BaselineFigure::AllocationGrowth => &baseline::ALLOCATION_GROWTH,
        BaselineFigure::OpeningBalance => &baseline::OPENING_BALANCE,
        BaselineFigure::Ramp => &baseline::RAMP,
        BaselineFigure::FirstYearShare => &baseline::FIRST_YEAR_SHARE,
        BaselineFigure::Realisation => &baseline::REALISATION,
        BaselineFigure::Investment => &baseline::INVESTMENT,
        BaselineFigure::Grant => &baseline::GRANT,
        BaselineFigure::AppealShare => &baseline::APPEAL_SHARE,
        BaselineFigure::AppealLossShare => &baseline::APPEAL_LOSS_SHARE,
        BaselineFigure::LastYearSpend => &baseline::LAST_YEAR_SPEND,
        BaselineFigure::LastYearAllocation => &baseline::LAST_YEAR_ALLOCATION,
        BaselineFigure::LastYearBalance => &baseline::LAST_YEAR_BALANCE,
    }
}

/// Values to choose from for a figure of the baseline, each with its label and its source; empty
/// where there are none. They are put in only by somebody who chose one.
pub const fn presets(figure: BaselineFigure) -> &'static [Preset] {
    match figure {
        BaselineFigure::AllocationGrowth => ALLOCATION_GROWTH,
        BaselineFigure::AppealShare => APPEAL_SHARE,
        BaselineFigure::AppealLossShare => APPEAL_LOSS,
        _ => &[],
    }
}

/// Help for how specialist a provision is (model.md §1, `tier`).
pub const TIER: &Help = &provisions::TIER;
/// Help for the base year.
pub const BASE_YEAR: &Help = &baseline::BASE_YEAR;
/// Help for the number of years after it.
pub const HORIZON: &Help = &baseline::HORIZON;
/// Help for the table as a whole: which rows it has and why.
pub const TABLE: &Help = &provisions::TABLE;

#[cfg(test)]
mod tests;
