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
use super::scenarios::Scenario;
use super::sensitivity::Sensitivity;
use super::valuation::{CaseValue, Coverage};

/// The figures of one scenario (model.md §4-§7). `F` is [`Ranged`], or `f64` for points alone.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioFigures<F> {
    /// Which.
    pub scenario: Scenario,
    /// Σ contribution, £ per year at full effect, base-year prices (§4).
    pub contributions: f64,
    /// The part of it from cases that save, ≥ 0.
    pub gross_saving: f64,
    /// The part of it from cases that cost, ≤ 0: the two add up to `contributions`.
    pub gross_cost: f64,
    /// Places used again at full effect, £ per year, base-year prices (§4).
    pub places_used_again: f64,
    /// A, £ per year at full effect, base-year prices (§4).
    pub full_effect: F,
    /// Share of the panel's moves that happen (§6).
    pub survival: f64,
    /// Saving over the horizon, £ of the years in which it arises (§5).
    pub total_saving: F,
    /// Balance of the DSG at the end of the horizon, £; negative = deficit.
    pub final_balance: F,
    /// t = 1..H.
    pub by_year: Vec<YearFigures<F>>,
}

/// The figures of one scenario in one year (model.md §5), £ of that year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearFigures<F> {
    /// Years after the base year.
    pub t: usize,
    /// The financial year, as "2025-26".
    pub year: String,
    /// S(t), places used again included.
    pub saving: F,
    /// Of which places used again.
    pub places_used_again: f64,
    /// In-year balance with saving, investment and grant.
    pub in_year_balance: F,
    /// Balance of the DSG at the end of the year.
    pub cumulative_balance: F,
    /// Expected appeals; 0 but in *Tribunal-tested* (§7).
    pub appeals: f64,
}

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
