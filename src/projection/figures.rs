//! What a projection says: every figure of model.md §2-§8, with its unit. Screens, report and
//! command line read this and compute nothing more.

use crate::review::text::CaseId;
use crate::review::units::FinancialYear;

use super::draws::Draws;
use super::forecast::Forecast;
use super::influence::{BreakEven, Concentration, Contested};
use super::inputs::Tally;
use super::needs::Needs;
use super::percentiles::Ranged;
use super::scenario::{Scenario, ScenarioFigures};
use super::sensitivity::Sensitivity;
use super::valuation::{CaseValue, Coverage};

/// A whole projection (model.md §2-§8).
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// Draws and seed.
    pub draws: Draws,
    /// t = 0.
    pub base_year: FinancialYear,
    /// H, years.
    pub horizon: usize,
    /// Cases, complete, drafts, undecided.
    pub tally: Tally,
    /// Counted cases. With 0 all savings are 0 because nothing is known, not because nothing
    /// would be saved.
    pub counted: usize,
    /// Cases whose move is unpriced (§3): their value is not known and in no figure.
    pub unpriced: Vec<CaseId>,
    /// What the counted cases cover (§4).
    pub coverage: Coverage,
    /// The current course (§2).
    pub unmitigated: Forecast,
    /// The five scenarios, in the order of [`Scenario::ALL`].
    pub scenarios: Vec<ScenarioFigures<Ranged>>,
    /// The panel's saving over the horizon in each of the first draws, £: at most
    /// [`REDRAWS`](super::REDRAWS) of those whose percentiles are its range (§6).
    pub first_draws: Vec<f64>,
    /// Every counted case in the scenario *Panel*, in the order of the review.
    pub cases: Vec<CaseValue>,
    /// The fewest cases that make up half of the gross saving (§8).
    pub concentration: Concentration,
    /// What hangs on parents' disagreement (§8).
    pub contested: Contested,
    /// Where savings end (§8).
    pub break_even: BreakEven,
    /// What following the panel would need (§8).
    pub needs: Needs,
    /// What each input does to the panel's saving over the horizon (§8).
    pub sensitivity: Vec<Sensitivity>,
}

impl Projection {
    /// The figures of one scenario.
    pub fn scenario(&self, scenario: Scenario) -> Option<&ScenarioFigures<Ranged>> {
        self.scenarios
            .iter()
            .find(|figures| figures.scenario == scenario)
    }
}
