//! Answers how a figure came about: finds the function that computes it, lets it take notes, and
//! puts the formula of model.md beside them.

use crate::review::text::{CaseId, ProvisionCode};

use super::council::{Child, Council};
use super::explanation::{Explanation, Figure, Source, When};
use super::figures::Projection;
use super::inputs::Inputs;
use super::ledger::{Ledger, Sign};
use super::notes::{Notes, Written};
use super::percentiles::Ranged;
use super::scenario::Scenario;
use super::timeline::Timeline;
use super::valuation::Of;
use super::{
    forecast, influence, needs, outcomes, point, sensitivity, timeline, valuation, wording,
};

/// How this figure came about; `None` if these inputs have no such figure. `projection` is theirs:
/// it gives the range, where there is one.
pub fn explain(inputs: &Inputs, projection: &Projection, figure: &Figure) -> Option<Explanation> {
    let council = Council::of(inputs);
    let timeline = Timeline::of(&council);
    let mut notes = Written::default();
    let value = Desk {
        inputs,
        council: &council,
        timeline: &timeline,
    }
    .compute(figure, &mut notes)?;
    let range = range(projection, figure);
    let cases = cases(inputs, &notes.terms);
    Some(Explanation {
        figure: figure.clone(),
        title: figure.title(inputs),
        value,
        unit: figure.unit(),
        range,
        formula: figure.formula(),
        section: figure.section(),
        rule: notes.rule,
        factors: notes.factors,
        terms: notes.terms,
        remarks: notes.remarks,
        about_range: range.map(|_| wording::range(projection)),
        cases,
    })
}

/// What figures are computed from.
struct Desk<'a> {
    inputs: &'a Inputs,
    council: &'a Council,
    timeline: &'a Timeline,
}

impl<'a> Desk<'a> {
    fn ledger(&self, scenario: Scenario) -> Ledger<'a> {
        Ledger::of(self.inputs, self.council, self.timeline, scenario)
    }

    fn row(&self, code: &ProvisionCode) -> Option<usize> {
        self.inputs.row(code)
    }

    /// The place of a case in the council's order.
    fn child(&self, id: &CaseId) -> Option<usize> {
        let mut children = self.council.children.iter();
        children.position(|child| self.council.id(child) == id)
    }

    fn is_a_year(&self, t: usize) -> bool {
        (1..=self.council.horizon).contains(&t)
    }

    fn is_a_moment(&self, when: When) -> bool {
        match when {
            When::FullEffect => true,
            When::Year(t) => self.is_a_year(t),
        }
    }

    /// The figure, taking notes. `None`: there is no such figure here; `Some(None)`: there is, but
    /// it is not known or has no value.
    fn compute(&self, figure: &Figure, notes: &mut impl Notes) -> Option<Option<f64>> {
        match *figure {
            Figure::Spend(t)
            | Figure::Allocation(t)
            | Figure::CurrentInYear(t)
            | Figure::CurrentBalance(t) => {
                (t <= self.council.horizon).then(|| Some(self.current_course(figure, t, notes)))
            }
            Figure::Value(ref id) => Some(self.value(self.child(id)?, notes)),
            Figure::MoveValue(ref from, ref to) => {
                let (from, to) = (self.row(from)?, self.row(to)?);
                let none = &Source::Worked;
                Some(self.council.noted_value(from, to, 0.0, none, notes))
            }
            Figure::CoveredCaseload => Some(valuation::covered(self.council, Of::Caseload, notes)),
            Figure::CoveredSpend => Some(valuation::covered(self.council, Of::KnownSpend, notes)),
            Figure::HalfOfSaving => {
                let panel = self.ledger(Scenario::Panel);
                let few = influence::concentration(&panel, notes);
                Some(few.half_of_gross_saving_from.map(|few| few as f64))
            }
            Figure::BreakEvenAppeals => {
                let panel = self.ledger(Scenario::Panel);
                Some(influence::break_even_appeals(&panel, notes))
            }
            Figure::BreakEvenSupport => {
                let panel = self.ledger(Scenario::Panel);
                Some(influence::break_even_support(&panel, notes))
            }
            _ => self.in_a_scenario(figure, notes).map(Some),
        }
    }

    fn current_course(&self, figure: &Figure, t: usize, notes: &mut impl Notes) -> f64 {
        match figure {
            Figure::Spend(_) => forecast::spend(self.inputs, t, notes),
            Figure::Allocation(_) => forecast::allocation(self.inputs, t, notes),
            Figure::CurrentInYear(_) => forecast::in_year_balance(self.inputs, t, notes),
            _ => forecast::balance(self.inputs, t, notes),
        }
    }

    fn value(&self, at: usize, notes: &mut impl Notes) -> Option<f64> {
        let child: &Child = &self.council.children[at];
        let case = Source::Case(self.council.id(child).clone());
        notes.remark(|| {
            "Positive saves. From the average costs in the table, not from what this child’s own \
             place costs."
                .to_owned()
        });
        self.council
            .noted_value(child.from, child.ideal, child.support, &case, notes)
    }

    fn in_a_scenario(&self, figure: &Figure, notes: &mut impl Notes) -> Option<f64> {
        match *figure {
            Figure::CaseSaving(scenario, ref id, when) if self.is_a_moment(when) => {
                let at = self.child(id)?;
                Some(self.ledger(scenario).case_saving(at, when, notes))
            }
            Figure::Contributions(scenario) => {
                Some(self.ledger(scenario).contributions(None, notes))
            }
            Figure::GrossSaving(scenario) => {
                let saves = Some(Sign::Saves);
                Some(self.ledger(scenario).contributions(saves, notes))
            }
            Figure::GrossCost(scenario) => {
                let costs = Some(Sign::Costs);
                Some(self.ledger(scenario).contributions(costs, notes))
            }
            Figure::PlacesUsedAgain(scenario, when) if self.is_a_moment(when) => {
                Some(self.ledger(scenario).places_used_again(when, notes))
            }
            Figure::Saving(scenario, when) if self.is_a_moment(when) => {
                Some(self.ledger(scenario).saving(when, notes))
            }
            Figure::TotalSaving(scenario) => Some(self.ledger(scenario).total(notes)),
            Figure::TotalPlacesUsedAgain(scenario) => {
                Some(self.ledger(scenario).total_places(notes))
            }
            Figure::InYearBalance(scenario, t) if self.is_a_year(t) => {
                Some(point::in_year_balance(&self.ledger(scenario), t, notes))
            }
            Figure::Balance(scenario, t) if t <= self.council.horizon => {
                Some(point::balance(&self.ledger(scenario), t, notes))
            }
            Figure::Survival(scenario) => Some(outcomes::survival(scenario, self.council, notes)),
            Figure::Appeals(t) if self.is_a_year(t) => {
                Some(outcomes::appeals(self.council, self.timeline, t, notes))
            }
            _ => self.of_children(figure, notes),
        }
    }

    fn of_children(&self, figure: &Figure, notes: &mut impl Notes) -> Option<f64> {
        let years = self.council.horizon;
        match *figure {
            Figure::Children(ref code, t) if t <= years => {
                Some(forecast::children(self.inputs, self.row(code)?, t, notes))
            }
            Figure::StandsFor(ref id) => {
                let child = &self.council.children[self.child(id)?];
                Some(valuation::stands_for(self.council, child, notes))
            }
            Figure::Decided(ref code, t) if t <= years => {
                let row = self.row(code)?;
                Some(timeline::decided_share(self.council, row, t, notes))
            }
            Figure::InEffect(ref code, t) if self.is_a_year(t) => {
                let row = self.row(code)?;
                Some(timeline::share_in_effect(self.council, row, t, notes))
            }
            Figure::AtDecision(ref code, t) if self.is_a_year(t) => {
                let (row, council) = (self.row(code)?, self.council);
                Some(outcomes::at_decision(council, self.timeline, row, t, notes))
            }
            Figure::Grown(ref code, t) if t <= years => {
                Some(timeline::growth(self.council, self.row(code)?, t, notes))
            }
            Figure::Leaving(scenario, ref code, when) if self.is_a_moment(when) => {
                let row = self.row(code)?;
                Some(self.ledger(scenario).leaving(row, when, notes))
            }
            Figure::Entering(scenario, ref code, when) if self.is_a_moment(when) => {
                let row = self.row(code)?;
                Some(self.ledger(scenario).entering(row, when, notes))
            }
            Figure::Reused(scenario, ref code, when) if self.is_a_moment(when) => {
                let row = self.row(code)?;
                Some(self.ledger(scenario).reused(row, when, notes))
            }
            Figure::ToPlace(scenario, ref code, t) if self.is_a_year(t) => {
                let row = self.row(code)?;
                Some(self.ledger(scenario).to_place(row, t, notes))
            }
            Figure::Found(scenario, ref code, t) if self.is_a_year(t) => {
                let row = self.row(code)?;
                Some(self.ledger(scenario).share_found(row, t, notes))
            }
            Figure::MovedInto(ref code, t) if self.is_a_year(t) => {
                let row = self.row(code)?;
                Some(self.ledger(Scenario::Panel).to_place(row, t, notes))
            }
            _ => self.carries_the_result(figure, notes),
        }
    }

    fn carries_the_result(&self, figure: &Figure, notes: &mut impl Notes) -> Option<f64> {
        let panel = self.ledger(Scenario::Panel);
        match *figure {
            Figure::Contested(stance) => Some(influence::contested_by(&panel, stance, notes)),
            Figure::Shifted(payer) => Some(needs::shifted(&panel, payer, notes)),
            Figure::Reversal(ref id, which) => influence::reversal_noted(&panel, id, which, notes),
            Figure::Sensitivity(ref input) => Some(sensitivity::swing_noted(&panel, input, notes)),
            _ => None,
        }
    }
}

/// The range of a figure, where §6 gives one.
fn range(projection: &Projection, figure: &Figure) -> Option<Ranged> {
    let of = |scenario| projection.scenario(scenario);
    let year = |scenario, t: usize| of(scenario)?.by_year.get(t.checked_sub(1)?);
    match *figure {
        Figure::Saving(scenario, When::FullEffect) => Some(of(scenario)?.full_effect),
        Figure::Saving(scenario, When::Year(t)) => Some(year(scenario, t)?.saving),
        Figure::TotalSaving(scenario) => Some(of(scenario)?.total_saving),
        Figure::InYearBalance(scenario, t) => Some(year(scenario, t)?.in_year_balance),
        Figure::Balance(scenario, t) => Some(year(scenario, t)?.cumulative_balance),
        _ => None,
    }
}

/// The cases that lines name, in the order of the review.
fn cases(inputs: &Inputs, terms: &[super::explanation::Term]) -> Vec<CaseId> {
    let sources = terms.iter().flat_map(|term| &term.factors);
    let named: std::collections::BTreeSet<&CaseId> = sources
        .filter_map(|factor| match &factor.source {
            Source::Case(id) => Some(id),
            Source::Figure(figure) => figure.case(),
            _ => None,
        })
        .collect();
    let all = inputs.cases.iter().map(|case| &case.id);
    all.filter(|id| named.contains(id)).cloned().collect()
}
