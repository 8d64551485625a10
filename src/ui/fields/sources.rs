//! The fields that say where a figure comes from, and of which year.

use serde::{Deserialize, Serialize};

use super::read::{Told, words};
use crate::review::command::SetupEdit;
use crate::review::setup::Setup;
use crate::review::source::{self, BaselineFigure, ProvisionFigure, Source};
use crate::review::text::ProvisionCode;

/// A field about the source of a figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SourceField {
    /// Of a figure of the provision table.
    Row(ProvisionCode, ProvisionFigure, SourcePart),
    /// Of a figure of the baseline.
    Baseline(BaselineFigure, SourcePart),
}

/// What is typed about a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SourcePart {
    /// The paper, return or person's office.
    From,
    /// Of which year.
    Year,
}

impl SourceField {
    /// Whether words stand here rather than a year.
    pub(super) const fn holds_words(&self) -> bool {
        let (Self::Row(_, _, part) | Self::Baseline(_, part)) = self;
        matches!(part, SourcePart::From)
    }

    pub(super) fn shown(&self, setup: &Setup) -> String {
        match self {
            Self::Row(code, figure, part) => {
                let row = setup.provision(code);
                let source = row.and_then(|row| source::of(&row.sources, *figure));
                source
                    .map(|source| part_of(source, *part))
                    .unwrap_or_default()
            }
            Self::Baseline(figure, part) => source::of(&setup.baseline.sources, *figure)
                .map(|source| part_of(source, *part))
                .unwrap_or_default(),
        }
    }

    pub(super) fn edit(&self, setup: &Setup, text: &str) -> Told<SetupEdit> {
        match self {
            Self::Row(code, figure, part) => {
                let row = setup.provision(code).cloned();
                let mut row = row.ok_or("this row is no longer in the table")?;
                set(&mut row.sources, *figure, *part, text)?;
                Ok(SetupEdit::PutProvision(row))
            }
            Self::Baseline(figure, part) => {
                let mut baseline = setup.baseline.clone();
                set(&mut baseline.sources, *figure, *part, text)?;
                Ok(SetupEdit::Baseline(Box::new(baseline)))
            }
        }
    }

    pub(super) fn is_there(&self, setup: &Setup) -> bool {
        match self {
            Self::Row(code, ..) => setup.provision(code).is_some(),
            Self::Baseline(..) => true,
        }
    }
}

fn part_of<F>(source: &Source<F>, part: SourcePart) -> String {
    match part {
        SourcePart::From => source.from.to_string(),
        SourcePart::Year => source.year.to_string(),
    }
}

fn set<F: PartialEq + Copy>(
    sources: &mut Vec<Source<F>>,
    figure: F,
    part: SourcePart,
    text: &str,
) -> Told<()>
where
    Source<F>: Clone,
{
    let mut source = source::of(sources, figure)
        .cloned()
        .unwrap_or(Source::of(figure));
    match part {
        SourcePart::From => source.from = words(text)?,
        SourcePart::Year => source.year = words(text)?,
    }
    source::put(sources, source);
    Ok(())
}

/// Every source in words, as far as any is stated: "cost from section 251, 2024-25 (mean)".
pub(super) fn in_words<F: Copy>(
    sources: &[Source<F>],
    name: impl Fn(F) -> &'static str,
) -> Option<String> {
    let told = sources.iter().map(|source| {
        let year = match source.year.trim() {
            "" => String::new(),
            year => format!(", {year}"),
        };
        let average = source
            .average
            .map(|average| format!(" ({})", average.label()));
        let from = match source.from.trim() {
            "" => "source not stated",
            from => from,
        };
        let average = average.unwrap_or_default();
        format!("{}: {from}{year}{average}", name(source.figure))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("sources: {}", told.join("; ")))
}

/// What a figure of a row is called in a line.
pub(super) const fn row_figure(figure: ProvisionFigure) -> &'static str {
    match figure {
        ProvisionFigure::Caseload => "children",
        ProvisionFigure::UnitCost => "cost",
        ProvisionFigure::AvoidableCost => "avoidable cost",
        ProvisionFigure::Growth => "growth",
        ProvisionFigure::TransitionShare => "decision point",
        ProvisionFigure::NewPlaces => "new places",
    }
}

/// What a figure of the baseline is called in a line.
pub(super) const fn baseline_figure(figure: BaselineFigure) -> &'static str {
    match figure {
        BaselineFigure::Inflation => "inflation",
        BaselineFigure::OtherSpend => "spend outside the table",
        BaselineFigure::Allocation => "allocation",
        BaselineFigure::AllocationGrowth => "its growth",
        BaselineFigure::OpeningBalance => "balance",
        BaselineFigure::Ramp => "share that follows the new practice",
        BaselineFigure::FirstYearShare => "part of the first year",
        BaselineFigure::Realisation => "realised",
        BaselineFigure::Investment => "investment",
        BaselineFigure::Grant => "grant",
        BaselineFigure::AppealShare => "share who appeal",
        BaselineFigure::AppealLossShare => "share of appeals lost",
        BaselineFigure::LastYearSpend => "spent the year before",
        BaselineFigure::LastYearAllocation => "granted the year before",
        BaselineFigure::LastYearBalance => "balance the year before",
    }
}
