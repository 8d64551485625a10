//! Which figures of a review are stated, and which of these have no source: what whoever audits a
//! projection asks first.

use super::baseline::{APPEAL_LOSS_SHARE, Baseline, FIRST_YEAR_SHARE};
use super::provision::{Provision, TRANSITION_SHARE_ENGLAND};
use super::source::{self, BaselineFigure, ProvisionFigure, Source};

impl Provision {
    /// Whether somebody has stated this figure: it is not what a new row starts with.
    pub fn states(&self, figure: ProvisionFigure) -> bool {
        match figure {
            ProvisionFigure::Caseload => self.caseload.get() > 0.0,
            ProvisionFigure::UnitCost => self.unit_cost.is_some(),
            ProvisionFigure::AvoidableCost => self.avoidable_cost.is_some(),
            ProvisionFigure::Growth => self.growth.get() != 0.0,
            ProvisionFigure::TransitionShare => {
                self.transition_share.get() != TRANSITION_SHARE_ENGLAND
            }
            ProvisionFigure::NewPlaces => !self.new_places.is_empty(),
        }
    }

    /// The figures that are stated without a source.
    pub fn without_source(&self) -> impl Iterator<Item = ProvisionFigure> {
        let stated = ProvisionFigure::ALL.into_iter();
        let stated = stated.filter(|figure| self.states(*figure));
        stated.filter(|figure| !has_source(&self.sources, *figure))
    }
}

impl Baseline {
    /// Whether somebody has stated this figure: it is not what a new baseline starts with.
    pub fn states(&self, figure: BaselineFigure) -> bool {
        let last = &self.last_year;
        match figure {
            BaselineFigure::Inflation => self.inflation.get() != 0.0,
            BaselineFigure::OtherSpend => self.other_spend.get() != 0.0,
            BaselineFigure::Allocation => self.allocation.get() != 0.0,
            BaselineFigure::AllocationGrowth => !self.allocation_growth.is_empty(),
            BaselineFigure::OpeningBalance => self.opening_balance.get() != 0.0,
            BaselineFigure::Ramp => !self.ramp.is_empty(),
            BaselineFigure::FirstYearShare => self.first_year_share.get() != FIRST_YEAR_SHARE,
            BaselineFigure::Realisation => self.realisation.get() != 1.0,
            BaselineFigure::Investment => !self.investment.is_empty(),
            BaselineFigure::Grant => !self.grant.is_empty(),
            BaselineFigure::AppealShare => self.appeal_share.get() != 1.0,
            BaselineFigure::AppealLossShare => self.appeal_loss_share.get() != APPEAL_LOSS_SHARE,
            BaselineFigure::LastYearSpend => last.spend.is_some(),
            BaselineFigure::LastYearAllocation => last.allocation.is_some(),
            BaselineFigure::LastYearBalance => last.balance.is_some(),
        }
    }

    /// The figures that are stated without a source.
    pub fn without_source(&self) -> impl Iterator<Item = BaselineFigure> {
        let stated = BaselineFigure::ALL.into_iter();
        let stated = stated.filter(|figure| self.states(*figure));
        stated.filter(|figure| !has_source(&self.sources, *figure))
    }
}

/// Whether it is said where a figure comes from; a year alone, or an average, does not say that.
fn has_source<F: PartialEq>(sources: &[Source<F>], figure: F) -> bool {
    source::of(sources, figure).is_some_and(|source| !source.from.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::provision::preset;
    use crate::review::text::Text;
    use crate::review::units::{Money, PerChild};

    #[test]
    fn what_is_new_states_nothing() {
        for row in preset() {
            assert_eq!(row.without_source().count(), 0);
        }
        let baseline = Baseline::starting("2024-25".parse().unwrap());
        assert_eq!(baseline.without_source().count(), 0);
    }

    #[test]
    fn what_is_stated_wants_a_source() {
        let mut row = preset().remove(3);
        row.unit_cost = Some(PerChild::new(26_000.0).unwrap());
        let missing: Vec<_> = row.without_source().collect();
        assert_eq!(missing, [ProvisionFigure::UnitCost]);
        let mut source = Source::of(ProvisionFigure::UnitCost);
        source.year = Text::new("2023-24").unwrap();
        source::put(&mut row.sources, source.clone());
        assert_eq!(row.without_source().count(), 1, "a year is no source");
        source.from = Text::new("Section 251 outturn").unwrap();
        source::put(&mut row.sources, source);
        assert_eq!(row.without_source().count(), 0);

        let mut baseline = Baseline::starting("2024-25".parse().unwrap());
        baseline.last_year.balance = Some(Money::new(0.0).unwrap());
        let missing: Vec<_> = baseline.without_source().collect();
        assert_eq!(missing, [BaselineFigure::LastYearBalance]);
    }
}
