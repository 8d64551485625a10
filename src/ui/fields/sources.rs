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
