//! Changes to the provision table and the baseline that are pressed rather than typed, worked out
//! when they are carried out: what was typed into a neighbour has been kept by then.

use crate::review::Command;
use crate::review::baseline::Baseline;
use crate::review::command::SetupEdit;
use crate::review::provision::Provision;
use crate::review::setup::Setup;
use crate::review::source::{self, Average, BaselineFigure, ProvisionFigure, Source};
use crate::review::text::ProvisionCode;
use crate::review::units::{PerChild, PriceGrowth, Share};

/// A change to the tables of figures.
#[derive(Clone, Debug, PartialEq)]
pub enum TableChange {
    /// What a place costs is not known; nor is the part that is avoidable.
    CostNotKnown(ProvisionCode),
    /// What a place costs elsewhere, with where that is known from, is taken for a row.
    Cost(ProvisionCode, PerChild, Source<ProvisionFigure>),
    /// Which average a cost is.
    Average(ProvisionCode, Option<Average>),
    /// A preset of the baseline: its values, with where they come from.
    Preset(Vec<f64>, Source<BaselineFigure>),
}

impl TableChange {
    /// The command that this is for a setup as it stands; `None` if there is nothing to change.
    pub fn command(self, setup: &Setup) -> Option<Command> {
        let edit = match self {
            Self::CostNotKnown(code) => SetupEdit::PutProvision(cost_not_known(setup, &code)?),
            Self::Cost(code, cost, from) => {
                let mut row = setup.provision(&code)?.clone();
                row.unit_cost = Some(cost);
                source::put(&mut row.sources, from);
                SetupEdit::PutProvision(row)
            }
            Self::Average(code, average) => {
                let mut row = setup.provision(&code)?.clone();
                let said = source::of(&row.sources, ProvisionFigure::UnitCost).cloned();
                let mut said = said.unwrap_or(Source::of(ProvisionFigure::UnitCost));
                said.average = average;
                source::put(&mut row.sources, said);
                SetupEdit::PutProvision(row)
            }
            Self::Preset(values, from) => {
                let mut baseline = setup.baseline.clone();
                put_values(&mut baseline, from.figure, &values)?;
                source::put(&mut baseline.sources, from);
                SetupEdit::Baseline(Box::new(baseline))
            }
        };
        Some(Command::Setup(edit))
    }
}

fn cost_not_known(setup: &Setup, code: &ProvisionCode) -> Option<Provision> {
    let mut row = setup.provision(code)?.clone();
    row.unit_cost = None;
    row.avoidable_cost = None;
    // What the figures came from says nothing of figures that nobody has.
    let costs = [ProvisionFigure::UnitCost, ProvisionFigure::AvoidableCost];
    row.sources.retain(|source| !costs.contains(&source.figure));
    Some(row)
}

fn put_values(baseline: &mut Baseline, figure: BaselineFigure, values: &[f64]) -> Option<()> {
    let share = || Share::new(values.first().copied()?).ok();
    match figure {
        BaselineFigure::AllocationGrowth => {
            let growth = values.iter().map(|value| PriceGrowth::new(*value).ok());
            baseline.allocation_growth = growth.collect::<Option<_>>()?;
        }
        BaselineFigure::AppealShare => baseline.appeal_share = share()?,
        BaselineFigure::AppealLossShare => baseline.appeal_loss_share = share()?,
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::provision::preset;
    use crate::review::text::Text;

    fn text(words: &str) -> Text {
        Text::new(words).unwrap()
    }

    fn setup() -> Setup {
        let year = "2024-25".parse().unwrap();
        let mut setup = Setup::new(text("Autumn"), text("West Marsh"), year);
        setup.provisions = preset();
        let row = setup.provisions.get_mut(3).unwrap();
        row.unit_cost = Some(PerChild::new(26_000.0).unwrap());
        row.avoidable_cost = Some(PerChild::new(16_000.0).unwrap());
        for figure in ProvisionFigure::ALL {
            let mut source = Source::of(figure);
            source.from = text("Section 251 outturn");
            source::put(&mut row.sources, source);
        }
        setup
    }

    fn state_special() -> ProvisionCode {
        ProvisionCode::new("StateSpecial").unwrap()
    }

    #[test]
    fn a_cost_that_is_not_known_has_no_part_and_no_source() {
        let setup = setup();
        let Some(Command::Setup(SetupEdit::PutProvision(row))) =
            TableChange::CostNotKnown(state_special()).command(&setup)
        else {
            panic!("a row");
        };
        assert_eq!((row.unit_cost, row.avoidable_cost), (None, None));
        assert_eq!(row.sources.len(), 4);
    }

    #[test]
    fn a_preset_brings_its_source() {
        let mut from = Source::of(BaselineFigure::AllocationGrowth);
        from.from = text("commonly quoted, not confirmed");
        let change = TableChange::Preset(vec![0.05, 0.03], from);
        let Some(Command::Setup(SetupEdit::Baseline(baseline))) = change.command(&setup()) else {
            panic!("a baseline");
        };
        assert_eq!(baseline.allocation_growth.len(), 2);
        assert_eq!(baseline.without_source().count(), 0);
    }

    #[test]
    fn there_is_no_preset_for_what_only_a_council_knows() {
        let change = TableChange::Preset(vec![1.0], Source::of(BaselineFigure::Allocation));
        assert_eq!(change.command(&setup()), None);
    }
}
