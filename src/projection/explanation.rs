//! How a figure came about, one level at a time: the formula with its section, what went into it,
//! and where each of these is from. What is a figure itself can be asked in turn, down to what was
//! entered. The same functions that compute the figures write these down (see `notes`), so that an
//! explanation cannot tell another story.

use crate::review::judgement::Payer;
use crate::review::stance::Stance;
use crate::review::text::{CaseId, ProvisionCode};

use super::input::Input;
use super::percentiles::Ranged;
use super::scenario::Scenario;

/// When a figure holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// Once every child has passed a decision point; base-year prices, a year (model.md §4).
    FullEffect,
    /// Year t = 1..H, in prices of that year (model.md §5).
    Year(usize),
}

impl When {
    /// The unit of money that arises then.
    pub(super) const fn money(self) -> Unit {
        match self {
            Self::FullEffect => Unit::PoundsAYear,
            Self::Year(_) => Unit::Pounds,
        }
    }

    /// The position of its moment in a timeline.
    pub(super) const fn at(self) -> usize {
        match self {
            Self::FullEffect => 0,
            Self::Year(t) => t,
        }
    }
}

/// A figure that can be asked how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// N_p(t), children in a provision on the current course (§2).
    Children(ProvisionCode, usize),
    /// U(t), high-needs spend on the current course (§2).
    Spend(usize),
    /// F(t), high-needs allocation (§2).
    Allocation(usize),
    /// b(t), in-year balance on the current course (§2).
    CurrentInYear(usize),
    /// B(t), balance of the DSG on the current course (§2).
    CurrentBalance(usize),
    /// v_i, what the panel's judgement on one child is worth (§3).
    Value(CaseId),
    /// v(p→q, 0), what a move without further support is worth (§3).
    MoveValue(ProvisionCode, ProvisionCode),
    /// N_p/n_p, the children for whom a judged child stands (§4).
    StandsFor(CaseId),
    /// What the children behind one case save: its contribution at full effect (§4), or in a year
    /// (§5).
    CaseSaving(Scenario, CaseId, When),
    /// Σ contribution (§4).
    Contributions(Scenario),
    /// The contributions that save (§4).
    GrossSaving(Scenario),
    /// The contributions that cost (§4).
    GrossCost(Scenario),
    /// Children at a decision point for the first time in a year (§7).
    AtDecision(ProvisionCode, usize),
    /// Children of the forecast growth of a provision since the base year (§5).
    Grown(ProvisionCode, usize),
    /// Children who leave a provision (§4, §5).
    Leaving(Scenario, ProvisionCode, When),
    /// Children who enter a provision, and those of its forecast growth (§4, §5).
    Entering(Scenario, ProvisionCode, When),
    /// Places of one provision used again, as a number of children (§4, §5).
    Reused(Scenario, ProvisionCode, When),
    /// What places used again save (§4, §5).
    PlacesUsedAgain(Scenario, When),
    /// A (§4), or S(t) (§5).
    Saving(Scenario, When),
    /// D_p(t), share of children who have passed a decision point (§5).
    Decided(ProvisionCode, usize),
    /// E_p(t), share of children for whom it is in effect during the year (§5).
    InEffect(ProvisionCode, usize),
    /// Children to place in a provision by the end of a year (§5).
    ToPlace(Scenario, ProvisionCode, usize),
    /// λ_q(t), the share of them who find a place (§5).
    Found(Scenario, ProvisionCode, usize),
    /// Saving over the horizon (§5).
    TotalSaving(Scenario),
    /// What places used again save over the horizon (§5).
    TotalPlacesUsedAgain(Scenario),
    /// In-year balance with saving, investment and grant (§5).
    InYearBalance(Scenario, usize),
    /// Balance of the DSG at the end of a year (§5).
    Balance(Scenario, usize),
    /// Share of the panel's moves that happen (§6).
    Survival(Scenario),
    /// Expected appeals in a year (§7).
    Appeals(usize),
    /// Share of the table's children in the provisions reviewed (§4).
    CoveredCaseload,
    /// Share of the table's known spend in the provisions reviewed (§4).
    CoveredSpend,
    /// The fewest cases that make up half of the gross saving (§8).
    HalfOfSaving,
    /// Positive contributions of moves with this stance (§8).
    Contested(Stance),
    /// Share x = αω of contested cases lost at which Σ contribution is 0 (§8).
    BreakEvenAppeals,
    /// £ of extra support per moved child at which Σ contribution is 0 (§8).
    BreakEvenSupport,
    /// Children who will have moved into a provision by the end of a year (§8).
    MovedInto(ProvisionCode, usize),
    /// Support that others would pay (§8).
    Shifted(Payer),
    /// What the reversal of one judgement changes in A, or in the saving over the horizon (§8).
    Reversal(CaseId, Reversed),
    /// The panel's saving over the horizon with one input 10% lower or higher (§8).
    Sensitivity(Input),
}

/// Which figure a reversal changes (model.md §8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reversed {
    /// A, £ a year at full effect.
    FullEffect,
    /// The saving over the horizon, £.
    TotalSaving,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// £ of the year in which it arises, or over the horizon.
    Pounds,
    /// £ a year at full effect, base-year prices.
    PoundsAYear,
    /// £ per child per year, base-year prices.
    PerChild,
    /// Children.
    Children,
    /// Cases.
    Cases,
    /// A share, 0 to 1.
    Share,
    /// A plain factor.
    Factor,
    /// Appeals a year.
    Appeals,
}

/// Where a number is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Entered in the table, in this provision's row.
    Table(ProvisionCode),
    /// Entered in the baseline.
    Baseline,
    /// What the panel and the parents said of this case.
    Case(CaseId),
    /// A count of the cases judged.
    Count,
    /// Worked out for this figure alone, as the words beside it say.
    Worked,
    /// A figure, which can be asked in turn.
    Figure(Figure),
}

/// A number in a product.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor {
    /// What it is.
    pub what: String,
    /// How much; in [`Unit`].
    pub value: f64,
    /// What it counts.
    pub unit: Unit,
    /// Whether it divides instead of multiplying.
    pub divides: bool,
    /// Where it is from.
    pub source: Source,
}

/// One line of an explanation: a product.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// What its product is.
    pub what: String,
    /// Whether it is taken off.
    pub minus: bool,
    /// What is multiplied.
    pub factors: Vec<Factor>,
    /// The product, with its sign, as the figure was computed with it.
    pub value: f64,
}

/// How the lines make the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// Their sum, times the common factors.
    #[default]
    Sum,
    /// The smallest of them, times the common factors.
    Least,
    /// Their sum if it is above nought, else nought.
    NotBelowNought,
    /// How many they are.
    Count,
    /// The largest minus the smallest of them.
    Spread,
}

/// How a figure came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Which figure.
    pub figure: Figure,
    /// What it is called.
    pub title: String,
    /// The figure itself, the straight extrapolation; `None` = not known, or there is none.
    pub value: Option<f64>,
    /// What it counts.
    pub unit: Unit,
    /// Its 90% range, where model.md §6 gives one.
    pub range: Option<Ranged>,
    /// The formula, in the letters of model.md.
    pub formula: &'static str,
    /// The section of model.md, as "§5".
    pub section: &'static str,
    /// How the lines make it.
    pub rule: Rule,
    /// What multiplies all lines alike.
    pub factors: Vec<Factor>,
    /// The lines.
    pub terms: Vec<Term>,
    /// What is to be known beside it: what was left out, and why.
    pub remarks: Vec<String>,
    /// How the range was made, where there is one.
    pub about_range: Option<String>,
    /// The cases behind it, in the order of the review.
    pub cases: Vec<CaseId>,
}

impl Explanation {
    /// The figure made again from the lines as they stand here.
    pub fn recomputed(&self) -> f64 {
        let products = self.terms.iter().map(Term::product);
        let made = match self.rule {
            Rule::Sum => products.sum(),
            Rule::NotBelowNought => products.sum::<f64>().max(0.0),
            Rule::Least => products.fold(f64::INFINITY, f64::min),
            Rule::Count => return self.terms.len() as f64,
            Rule::Spread => {
                let largest = products.clone().fold(f64::NEG_INFINITY, f64::max);
                largest - products.fold(f64::INFINITY, f64::min)
            }
        };
        made * product(&self.factors)
    }
}

impl Term {
    /// The product of the factors as they stand here, with its sign.
    pub fn product(&self) -> f64 {
        let product = product(&self.factors);
        if self.minus { 0.0 - product } else { product }
    }
}

/// The product of factors; 1 of none.
fn product(factors: &[Factor]) -> f64 {
    factors.iter().fold(1.0, |product, factor| {
        if factor.divides {
            product / factor.value
        } else {
            product * factor.value
        }
    })
}
