//! The five scenarios of model.md §7, and what is figured out for each. What happens in them to a
//! case is `outcomes`'.

/// One of the five scenarios of model.md §7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scenario {
    /// As judged.
    Panel,
    /// A move that is blocked today does not happen.
    PossibleToday,
    /// A move happens only where the parents agree.
    ParentsAgree,
    /// The child goes where the parents see the ideal.
    ParentsIdeals,
    /// Contested cases go to the tribunal.
    TribunalTested,
}

impl Scenario {
    /// All five, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::Panel,
        Self::PossibleToday,
        Self::ParentsAgree,
        Self::ParentsIdeals,
        Self::TribunalTested,
    ];

    /// The name in files and tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Panel => "panel",
            Self::PossibleToday => "possible-today",
            Self::ParentsAgree => "parent-supported",
            Self::ParentsIdeals => "parents-ideal",
            Self::TribunalTested => "tribunal-tested",
        }
    }

    /// The name as shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Panel => "Panel",
            Self::PossibleToday => "Possible today",
            Self::ParentsAgree => "Parents agree",
            Self::ParentsIdeals => "Parents’ own ideals",
            Self::TribunalTested => "Tribunal-tested",
        }
    }
}

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
