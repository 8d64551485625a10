//! Points of all scenarios without draws (model.md §4 and §5): each judged child weighs 1/n_p, and
//! there is no imaginary child. Cheap enough for every keystroke.

use crate::review::units::Money;

use super::council::Council;
use super::explanation::{Factor, Figure, Reversed, Source, Term, Unit, When};
use super::forecast;
use super::inputs::Inputs;
use super::ledger::{Ledger, Sign};
use super::notes::{Notes, Silent};
use super::outcomes::{appeals, survival};
use super::scenario::Scenario;
use super::scenario::{ScenarioFigures, YearFigures};
use super::timeline::Timeline;

/// Points of all five scenarios, in the order of [`Scenario::ALL`] (model.md §4-§7), without
/// draws: the same points as in a [`Projection`](super::Projection).
pub fn point(inputs: &Inputs) -> Vec<ScenarioFigures<f64>> {
    let council = Council::of(inputs);
    points(inputs, &council, &Timeline::of(&council))
}

/// Points of all five scenarios.
pub(super) fn points(
    inputs: &Inputs,
    council: &Council,
    timeline: &Timeline,
) -> Vec<ScenarioFigures<f64>> {
    let ledgers = Scenario::ALL.map(|scenario| Ledger::of(inputs, council, timeline, scenario));
    ledgers.iter().map(figures).collect()
}

fn figures(ledger: &Ledger<'_>) -> ScenarioFigures<f64> {
    let by_year: Vec<YearFigures<f64>> = years(ledger);
    ScenarioFigures {
        scenario: ledger.scenario,
        contributions: ledger.contributions(None, &mut Silent),
        gross_saving: ledger.contributions(Some(Sign::Saves), &mut Silent),
        gross_cost: ledger.contributions(Some(Sign::Costs), &mut Silent),
        places_used_again: ledger.places_used_again(When::FullEffect, &mut Silent),
        full_effect: ledger.saved(When::FullEffect),
        survival: survival(ledger.scenario, ledger.council, &mut Silent),
        total_saving: ledger.total(&mut Silent),
        final_balance: by_year.last().map_or(0.0, |year| year.cumulative_balance),
        by_year,
    }
}

fn years(ledger: &Ledger<'_>) -> Vec<YearFigures<f64>> {
    let base_year = ledger.inputs.baseline.base_year;
    (1..=ledger.council.horizon)
        .map(|t| YearFigures {
            t,
            year: base_year.label_after(t),
            saving: ledger.saved(When::Year(t)),
            places_used_again: ledger.places_used_again(When::Year(t), &mut Silent),
            in_year_balance: in_year_balance(ledger, t, &mut Silent),
            cumulative_balance: balance(ledger, t, &mut Silent),
            appeals: match ledger.scenario {
                Scenario::TribunalTested => {
                    appeals(ledger.council, ledger.timeline, t, &mut Silent)
                }
                _ => 0.0,
            },
        })
        .collect()
}

/// b(t) + S(t) − investment(t) + grant(t).
pub(super) fn in_year_balance(ledger: &Ledger<'_>, t: usize, notes: &mut impl Notes) -> f64 {
    let baseline = &ledger.inputs.baseline;
    let current = forecast::in_year_balance(ledger.inputs, t, &mut Silent);
    let saving = ledger.saved(When::Year(t));
    let entered = |list: &[Money]| list.get(t - 1).map_or(0.0, |money| money.get());
    let (investment, grant) = (entered(&baseline.investment), entered(&baseline.grant));
    notes.term(|| {
        let what = "in-year balance on the current course";
        let figure = Figure::CurrentInYear(t);
        Term::single(Factor::figure(what, current, Unit::Pounds, figure))
    });
    notes.term(|| {
        let figure = Figure::Saving(ledger.scenario, When::Year(t));
        Term::single(Factor::figure("saving", saving, Unit::Pounds, figure))
    });
    let entered = |what, money| Factor::new(what, money, Unit::Pounds, Source::Baseline);
    notes.term(|| Term::single_less(entered("investment", investment)));
    notes.term(|| Term::single(entered("grant", grant)));
    current + saving - investment + grant
}

/// The balance of the year before and the in-year balance; in the base year as entered.
pub(super) fn balance(ledger: &Ledger<'_>, t: usize, notes: &mut impl Notes) -> f64 {
    if t == 0 {
        return forecast::balance(ledger.inputs, 0, notes);
    }
    let before = balance(ledger, t - 1, &mut Silent);
    let in_year = in_year_balance(ledger, t, &mut Silent);
    notes.term(|| {
        let figure = match t {
            1 => Figure::CurrentBalance(0),
            t => Figure::Balance(ledger.scenario, t - 1),
        };
        let what = "balance at the end of the year before";
        Term::single(Factor::figure(what, before, Unit::Pounds, figure))
    });
    notes.term(|| {
        let figure = Figure::InYearBalance(ledger.scenario, t);
        let what = "in-year balance";
        Term::single(Factor::figure(what, in_year, Unit::Pounds, figure))
    });
    before + in_year
}

/// What the panel saves, for reversals and sensitivity (§8).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PanelSavings {
    /// A, £ a year at full effect.
    pub full_effect: f64,
    /// Saving over the horizon, £.
    pub total: f64,
}

impl PanelSavings {
    /// One of the two.
    pub const fn get(self, which: Reversed) -> f64 {
        match which {
            Reversed::FullEffect => self.full_effect,
            Reversed::TotalSaving => self.total,
        }
    }
}

/// What the panel saves in this council.
pub(super) fn panel_savings(inputs: &Inputs, council: &Council) -> PanelSavings {
    let timeline = Timeline::of(council);
    let ledger = Ledger::of(inputs, council, &timeline, Scenario::Panel);
    PanelSavings {
        full_effect: ledger.saved(When::FullEffect),
        total: ledger.total(&mut Silent),
    }
}
