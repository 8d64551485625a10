//! The words and sources of a ledger's lines, for whoever asks how a figure came about.

use crate::review::text::CaseId;

use super::super::council::Child;
use super::super::explanation::{Factor, Figure, Source, Term, Unit, When};
use super::super::forecast::{inflation_words, power};
use super::super::notes::Notes;
use super::super::outcomes::{Outcome, Outcomes};
use super::super::timeline::decided_factors;
use super::Ledger;

impl Ledger<'_> {
    /// κ (1+π)^t; at full effect 1, and nothing to note.
    pub(super) fn in_money(&self, when: When, notes: &mut impl Notes) -> f64 {
        if let When::Year(t) = when {
            notes.common(|| {
                let what = "of each case’s effect is realised";
                let share = self.council.realisation;
                Factor::new(what, share, Unit::Share, Source::Baseline)
            });
            notes.common(|| {
                let prices = power(1.0 + self.council.inflation, t);
                let what = inflation_words(self.inputs, t);
                Factor::new(what, prices, Unit::Factor, Source::Baseline)
            });
        }
        self.moment(when).factor
    }

    /// What the children behind one case save.
    pub fn like(&self, id: &CaseId, saving: f64, when: When) -> Term {
        let figure = Figure::CaseSaving(self.scenario, id.clone(), when);
        let what = format!("children like {id}");
        Term::single(Factor::figure(what, saving, when.money(), figure))
    }

    /// The children behind a case for whom it is in effect, the share of them with this outcome,
    /// and the share that finds a place.
    pub(super) fn children_noted(
        &self,
        child: &Child,
        outcome: Outcome,
        when: When,
    ) -> Vec<Factor> {
        let moment = self.moment(when);
        let row = &self.council.rows[child.from];
        let what = format!("children in {}", row.name);
        let children = moment.children[child.from];
        let mut factors = Vec::new();
        match when {
            When::FullEffect => factors.push(Factor::new(
                what,
                children,
                Unit::Children,
                Source::Table(row.code.clone()),
            )),
            When::Year(t) => {
                let figure = Figure::Children(row.code.clone(), t);
                factors.push(Factor::figure(what, children, Unit::Children, figure));
                let share = moment.share[child.from];
                let figure = Figure::InEffect(row.code.clone(), t);
                factors.push(Factor::figure(
                    "of them in effect",
                    share,
                    Unit::Share,
                    figure,
                ));
            }
        }
        factors.push(Factor::per_case(self.council.judged[child.from]));
        factors.extend(self.share_noted(outcome));
        factors.extend(self.found_noted(child, outcome, when));
        factors
    }

    /// The children behind a case who have been decided by the end of year t.
    pub(super) fn decided_noted(&self, child: &Child, t: usize) -> Vec<Factor> {
        let mut factors = decided_factors(self.council, self.timeline, child.from, t);
        factors.push(Factor::per_case(self.council.judged[child.from]));
        factors
    }

    /// The share of the children with this outcome, where they do not all have it.
    pub(super) fn share_noted(&self, outcome: Outcome) -> Option<Factor> {
        (outcome.share != 1.0).then(|| {
            let what = if outcome.as_panel {
                "of them, for whom the council’s placement stands"
            } else {
                "of them, who appeal and for whom it does not stand"
            };
            Factor::new(what, outcome.share, Unit::Share, Source::Baseline)
        })
    }

    fn found_noted(&self, child: &Child, outcome: Outcome, when: When) -> Option<Factor> {
        let When::Year(t) = when else { return None };
        let limited = self.moment(when).places[outcome.to].is_finite();
        (outcome.to != child.from && limited).then(|| {
            let code = self.council.rows[outcome.to].code.clone();
            Factor::figure(
                "of them find a place",
                self.found[t][outcome.to],
                Unit::Share,
                Figure::Found(self.scenario, code, t),
            )
        })
    }

    /// What an outcome is worth for one child.
    pub(super) fn value_noted(&self, child: &Child, outcome: Outcome, value: f64) -> Factor {
        let judged = self.council.value(child.from, child.ideal, child.support);
        let code = |row: usize| self.council.rows[row].code.clone();
        let id = self.council.id(child).clone();
        if outcome.to == child.ideal && judged == Some(value) && !child.reversed {
            let what = "difference in cost a year, on average";
            Factor::figure(what, value, Unit::PerChild, Figure::Value(id))
        } else if outcome.to == child.from {
            Factor::new(
                "for each child who stays",
                value,
                Unit::PerChild,
                Source::Case(id),
            )
        } else {
            let what = "for each child, where the parents see the ideal";
            let figure = Figure::MoveValue(code(child.from), code(outcome.to));
            Factor::figure(what, value, Unit::PerChild, figure)
        }
    }

    /// "Independent day to Mainstream", or "stay in Mainstream".
    pub(super) fn goes_where(&self, child: &Child, outcome: Outcome) -> String {
        let name = |row: usize| &self.council.rows[row].name;
        if outcome.to == child.from {
            format!("stay in {}", name(child.from))
        } else {
            format!("{} to {}", name(child.from), name(outcome.to))
        }
    }
}

/// Cases that add nothing to a sum, by the reason.
#[derive(Debug, Default)]
pub(super) struct Nothing<'a> {
    unpriced: Vec<&'a CaseId>,
    held_back: Vec<&'a CaseId>,
    stay: usize,
}

impl<'a> Nothing<'a> {
    /// Takes in a case that adds nothing.
    pub fn note(&mut self, id: &'a CaseId, child: &Child, outcomes: Outcomes) {
        if outcomes.iter().any(|outcome| outcome.value.is_none()) {
            self.unpriced.push(id);
        } else if child.moves() && outcomes.iter().all(|outcome| outcome.to == child.from) {
            self.held_back.push(id);
        } else {
            self.stay += 1;
        }
    }

    /// Says which, and why.
    pub fn remark(self, notes: &mut impl Notes) {
        if !self.unpriced.is_empty() {
            let which = listed(&self.unpriced);
            notes.remark(|| format!("The value of {which} is not known and not in this sum."));
        }
        if !self.held_back.is_empty() {
            let which = listed(&self.held_back);
            notes.remark(|| format!("Moves that do not happen here: {which}."));
        }
        match self.stay {
            0 => {}
            1 => notes.remark(|| {
                "1 case adds nothing: the child stays without further support.".to_owned()
            }),
            n => notes.remark(|| {
                format!("{n} cases add nothing: the children stay without further support.")
            }),
        }
    }
}

/// Case numbers with commas between: of many the first, and how many more.
fn listed(cases: &[&CaseId]) -> String {
    const SHOWN: usize = 12;
    let shown: Vec<String> = cases.iter().take(SHOWN).map(ToString::to_string).collect();
    let shown = shown.join(", ");
    match cases.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
