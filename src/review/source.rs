//! Where a figure comes from: said beside it, so that whoever doubts a projection can follow it to a
//! paper.

use serde::{Deserialize, Serialize};

use super::text::Text;

/// Which average a cost per child is. In one council the median of independent placements was
/// £20,000 below the mean (domain.md 4.2), so it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Average {
    /// The mean.
    Mean,
    /// The median.
    Median,
}

impl Average {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Mean, Self::Median];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Median => "median",
        }
    }
}

/// Where one figure comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source<F> {
    /// Which figure.
    pub figure: F,
    /// The paper, return or person's office.
    pub from: Text,
    /// Of which year, as typed: "2024-25".
    pub year: Text,
    /// Which average it is, where that was said.
    pub average: Option<Average>,
}

impl<F> Source<F> {
    /// Nothing said yet of this figure.
    pub const fn of(figure: F) -> Self {
        Self {
            figure,
            from: Text::EMPTY,
            year: Text::EMPTY,
            average: None,
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.from.trim().is_empty() && self.year.trim().is_empty() && self.average.is_none()
    }
}

/// Puts a source into a list that holds one a figure; one that says nothing goes.
pub fn put<F: PartialEq>(sources: &mut Vec<Source<F>>, source: Source<F>) {
    let at = sources.iter().position(|kept| kept.figure == source.figure);
    match (at.and_then(|at| sources.get_mut(at)), source.is_empty()) {
        (Some(kept), false) => *kept = source,
        (Some(_), true) => sources.retain(|kept| kept.figure != source.figure),
        (None, false) => sources.push(source),
        (None, true) => {}
    }
}

/// What is said of a figure.
pub fn of<F: PartialEq>(sources: &[Source<F>], figure: F) -> Option<&Source<F>> {
    sources.iter().find(|source| source.figure == figure)
}

/// The figures of a row of the provision table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ProvisionFigure {
    /// Children placed there.
    Caseload,
    /// What a place costs.
    UnitCost,
    /// The part that stops being paid.
    AvoidableCost,
    /// Growth of the caseload.
    Growth,
    /// Share that reaches a decision point in a year.
    TransitionShare,
    /// Extra places.
    NewPlaces,
}

impl ProvisionFigure {
    /// All, in the order of the table.
    pub const ALL: [Self; 6] = [
        Self::Caseload,
        Self::UnitCost,
        Self::AvoidableCost,
        Self::Growth,
        Self::TransitionShare,
        Self::NewPlaces,
    ];
}

/// The figures of the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BaselineFigure {
    /// Inflation.
    Inflation,
    /// Spend outside the table.
    OtherSpend,
    /// The allocation in the base year.
    Allocation,
    /// Its growth.
    AllocationGrowth,
    /// The balance at the end of the base year.
    OpeningBalance,
    /// Decision points at which the new practice is followed.
    Ramp,
    /// The part of the first year that a move covers.
    FirstYearShare,
    /// The part of each effect that is realised.
    Realisation,
    /// Investment.
    Investment,
    /// Grant.
    Grant,
    /// Families who appeal.
    AppealShare,
    /// Appeals in which the council's placement does not stand.
    AppealLossShare,
    /// Last year's spend.
    LastYearSpend,
    /// Last year's allocation.
    LastYearAllocation,
    /// The balance at the end of last year.
    LastYearBalance,
}

impl BaselineFigure {
    /// All, in the order of the page.
    pub const ALL: [Self; 15] = [
        Self::Inflation,
        Self::Allocation,
        Self::AllocationGrowth,
        Self::OtherSpend,
        Self::OpeningBalance,
        Self::Investment,
        Self::Grant,
        Self::Ramp,
        Self::FirstYearShare,
        Self::Realisation,
        Self::AppealShare,
        Self::AppealLossShare,
        Self::LastYearSpend,
        Self::LastYearAllocation,
        Self::LastYearBalance,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_is_listed_once() {
        for (at, figure) in BaselineFigure::ALL.iter().enumerate() {
            assert!(!BaselineFigure::ALL[..at].contains(figure), "{figure:?}");
        }
        // The last of the enum: with it as many are listed as there are.
        let last = BaselineFigure::LastYearBalance as usize;
        assert_eq!(last + 1, BaselineFigure::ALL.len());
    }

    #[test]
    fn a_figure_has_one_source_or_none() {
        let mut sources = Vec::new();
        let mut source = Source::of(ProvisionFigure::UnitCost);
        put(&mut sources, source.clone());
        assert!(sources.is_empty(), "what says nothing is not kept");
        source.average = Some(Average::Median);
        put(&mut sources, source.clone());
        source.year = Text::new("2024-25").unwrap();
        put(&mut sources, source.clone());
        assert_eq!(sources, [source]);
        assert!(of(&sources, ProvisionFigure::Caseload).is_none());
        put(&mut sources, Source::of(ProvisionFigure::UnitCost));
        assert!(sources.is_empty());
    }
}
