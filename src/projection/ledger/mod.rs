//! The straight extrapolation of one scenario, line by line (model.md §4 and §5): what every case
//! is worth at every moment, which places are used again, and how many children find a place. It
//! reads like the page and can take notes; the draws of §6 go the quicker way through `plan`, and
//! tests hold the two together.

mod noted;

use crate::review::text::ProvisionCode;

use super::council::{Child, Council};
use super::explanation::{Factor, Figure, Rule, Source, Term, Unit, When};
use super::inputs::Inputs;
use super::notes::{Notes, Silent};
use super::outcomes::{Outcome, Outcomes, outcomes};
use super::scenario::Scenario;
use super::timeline::{Moment, Timeline};

/// Whether a contribution saves or costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Saves,
    Costs,
}

impl Sign {
    fn is_of(self, contribution: f64) -> bool {
        match self {
            Self::Saves => contribution > 0.0,
            Self::Costs => contribution < 0.0,
        }
    }
}

/// One scenario without draws: each judged child weighs 1/n_p.
pub(super) struct Ledger<'a> {
    pub inputs: &'a Inputs,
    pub council: &'a Council,
    pub timeline: &'a Timeline,
    pub scenario: Scenario,
    /// What happens to each child, in the council's order.
    outcomes: Vec<Outcomes>,
    /// Every move with a child and its share: whoever leaves a row for another.
    moves: Vec<(&'a Child, Outcome)>,
    /// λ_q by moment and row.
    found: Vec<Vec<f64>>,
    /// A, then S(t) for t = 1..H, as `saving` computes them.
    saved: Vec<f64>,
}

impl<'a> Ledger<'a> {
    /// The ledger of a scenario.
    pub fn of(
        inputs: &'a Inputs,
        council: &'a Council,
        timeline: &'a Timeline,
        scenario: Scenario,
    ) -> Self {
        let children = council.children.iter();
        let outcomes: Vec<Outcomes> = children
            .clone()
            .map(|child| outcomes(scenario, council, child))
            .collect();
        let ways = children.zip(&outcomes).flat_map(|(child, outcomes)| {
            let ways = outcomes.iter();
            ways.map(move |outcome| (child, outcome))
        });
        let mut ledger = Self {
            inputs,
            council,
            timeline,
            scenario,
            moves: ways
                .filter(|(child, outcome)| outcome.to != child.from)
                .collect(),
            outcomes,
            found: vec![vec![1.0; council.rows.len()]],
            saved: Vec::with_capacity(council.horizon + 1),
        };
        for t in 1..=council.horizon {
            let rows = 0..council.rows.len();
            let found = rows.map(|row| ledger.share_found(row, t, &mut Silent));
            let found = found.collect();
            ledger.found.push(found);
        }
        let years = (1..=council.horizon).map(When::Year);
        for when in std::iter::once(When::FullEffect).chain(years) {
            let saving = ledger.saving(when, &mut Silent);
            ledger.saved.push(saving);
        }
        ledger
    }

    /// A at full effect, else S(t), without computing it again.
    pub fn saved(&self, when: When) -> f64 {
        self.saved[when.at()]
    }

    fn moment(&self, when: When) -> &'a Moment {
        &self.timeline.moments[when.at()]
    }

    /// The children behind a case for whom it is in effect.
    fn in_effect(&self, child: &Child, when: When) -> f64 {
        child.count * self.moment(when).effect[child.from] / self.council.judged[child.from]
    }

    /// λ where a child needs a place that may be short, else 1.
    fn share_with_place(&self, child: &Child, outcome: Outcome, when: When) -> f64 {
        if outcome.to == child.from {
            return 1.0;
        }
        self.found[when.at()][outcome.to]
    }

    /// N_p(t) E_p(t) w_i v_i λ of one child, by its place in the council's order, in prices of the
    /// year; at full effect N_p v_i / n_p, its contribution.
    pub fn case_saving(&self, at: usize, when: When, notes: &mut impl Notes) -> f64 {
        let child = &self.council.children[at];
        let children = self.in_effect(child, when);
        let mut sum = 0.0;
        for outcome in self.outcomes[at].iter() {
            let Some(value) = outcome.value else {
                notes.remark(|| {
                    format!(
                        "The value of {} is not known and in no figure.",
                        self.council.id(child)
                    )
                });
                continue;
            };
            let found = self.share_with_place(child, outcome, when);
            let saving = children * outcome.share * found * value;
            sum += saving;
            notes.term(|| {
                let mut factors = self.children_noted(child, outcome, when);
                factors.push(self.value_noted(child, outcome, value));
                Term::plus(self.goes_where(child, outcome), saving, factors)
            });
        }
        // + 0, since a cost times no children is −0.
        self.in_money(when, notes) * sum + 0.0
    }

    /// Whether what is judged of a child is a move of unknown value.
    pub fn is_unpriced(&self, child: &Child) -> bool {
        let council = self.council;
        council
            .value(child.from, child.ideal, child.support)
            .is_none()
    }

    /// Every child with its contribution.
    pub fn contributing(&self) -> impl Iterator<Item = (&'a Child, f64)> {
        let children = self.council.children.iter().enumerate();
        children.map(|(at, child)| {
            let contribution = self.case_saving(at, When::FullEffect, &mut Silent);
            (child, contribution)
        })
    }

    /// Σ contribution of the cases that `which` takes; all of them where it is `None`.
    pub fn contributions(&self, which: Option<Sign>, notes: &mut impl Notes) -> f64 {
        self.cases(which, When::FullEffect, notes)
    }

    /// What all cases save together, or those with a sign.
    fn cases(&self, which: Option<Sign>, when: When, notes: &mut impl Notes) -> f64 {
        let mut sum = 0.0;
        let mut nothing = noted::Nothing::default();
        for (at, child) in self.council.children.iter().enumerate() {
            let saving = self.case_saving(at, when, &mut Silent);
            sum += match which {
                Some(sign) if !sign.is_of(saving) => continue,
                _ => saving,
            };
            if saving == 0.0 {
                nothing.note(self.council.id(child), child, self.outcomes[at]);
            } else {
                notes.term(|| self.like(self.council.id(child), saving, when));
            }
        }
        nothing.remark(notes);
        sum
    }

    /// Children who leave a row whose places can be used again, priced moves only.
    pub fn leaving(&self, row: usize, when: When, notes: &mut impl Notes) -> f64 {
        self.going(|child, _| child.from == row, when, notes)
    }

    /// Children who enter it, and those of its forecast growth.
    pub fn entering(&self, row: usize, when: When, notes: &mut impl Notes) -> f64 {
        let grown = self.moment(when).grown[row];
        if let When::Year(t) = when {
            notes.term(|| {
                let figure = Figure::Grown(self.council.rows[row].code.clone(), t);
                let what = "children of its forecast growth";
                Term::single(Factor::figure(what, grown, Unit::Children, figure))
            });
        }
        self.going(|_, outcome| outcome.to == row, when, notes) + grown
    }

    fn going(
        &self,
        which: impl Fn(&Child, Outcome) -> bool,
        when: When,
        notes: &mut impl Notes,
    ) -> f64 {
        let mut sum = 0.0;
        for &(child, outcome) in &self.moves {
            if outcome.value.is_none() || !which(child, outcome) {
                continue;
            }
            let found = self.share_with_place(child, outcome, when);
            let children = self.in_effect(child, when) * outcome.share * found;
            sum += children;
            notes.term(|| {
                let factors = self.children_noted(child, outcome, when);
                Term::plus(
                    format!("children like {}", self.council.id(child)),
                    children,
                    factors,
                )
            });
        }
        sum
    }

    /// Places of a row used again, as children: min(out, in + growth).
    pub fn reused(&self, row: usize, when: When, notes: &mut impl Notes) -> f64 {
        let leaving = self.leaving(row, when, &mut Silent);
        let entering = self.entering(row, when, &mut Silent);
        notes.rule(Rule::Least);
        let mut note = |what: &str, children: f64, figure: &dyn Fn(ProvisionCode) -> Figure| {
            notes.term(|| {
                let figure = figure(self.council.rows[row].code.clone());
                Term::single(Factor::figure(what, children, Unit::Children, figure))
            });
        };
        let scenario = self.scenario;
        note("leave it", leaving, &|code| {
            Figure::Leaving(scenario, code, when)
        });
        note("need a place there", entering, &|code| {
            Figure::Entering(scenario, code, when)
        });
        leaving.min(entering)
    }

    /// Σ_q (c_q − a_q) min(out_q, in_q + growth).
    pub fn places_used_again(&self, when: When, notes: &mut impl Notes) -> f64 {
        let mut sum = 0.0;
        for (row, provision) in self.council.rows.iter().enumerate() {
            let credit = provision.place_credit();
            if credit == 0.0 {
                continue;
            }
            let reused = self.reused(row, when, &mut Silent);
            sum += credit * reused;
            notes.term(|| {
                let code = provision.code.clone();
                let figure = Figure::Reused(self.scenario, code.clone(), when);
                let paid = "of a place is paid whether or not a child is there";
                let factors = vec![
                    Factor::figure("places used again", reused, Unit::Children, figure),
                    Factor::new(paid, credit, Unit::PerChild, Source::Table(code)),
                ];
                Term::plus(provision.name.clone(), credit * reused, factors)
            });
        }
        notes.remark(|| {
            let growth = match when {
                When::FullEffect => "",
                When::Year(_) => {
                    " A child of the forecast growth is otherwise forecast at the full cost."
                }
            };
            format!(
                "A child who enters a place that another has left costs only what is not paid \
                 anyway.{growth}"
            )
        });
        self.in_money(when, notes) * sum
    }

    /// A at full effect, else S(t).
    pub fn saving(&self, when: When, notes: &mut impl Notes) -> f64 {
        let cases = self.cases(None, when, notes);
        let places = self.places_used_again(when, &mut Silent);
        notes.term(|| {
            let figure = Figure::PlacesUsedAgain(self.scenario, when);
            Term::single(Factor::figure(
                "places used again",
                places,
                when.money(),
                figure,
            ))
        });
        cases + places
    }

    /// Saving over the horizon: Σ S(t).
    pub fn total(&self, notes: &mut impl Notes) -> f64 {
        (1..=self.council.horizon)
            .map(|t| {
                let when = When::Year(t);
                let saving = self.saved(when);
                notes.term(|| {
                    let year = self.inputs.baseline.base_year.label_after(t);
                    let figure = Figure::Saving(self.scenario, when);
                    Term::single(Factor::figure(year, saving, Unit::Pounds, figure))
                });
                saving
            })
            .sum()
    }

    /// What places used again save over the horizon.
    pub fn total_places(&self, notes: &mut impl Notes) -> f64 {
        (1..=self.council.horizon)
            .map(|t| {
                let when = When::Year(t);
                let places = self.places_used_again(when, &mut Silent);
                notes.term(|| {
                    let year = self.inputs.baseline.base_year.label_after(t);
                    let figure = Figure::PlacesUsedAgain(self.scenario, when);
                    Term::single(Factor::figure(year, places, Unit::Pounds, figure))
                });
                places
            })
            .sum()
    }

    /// Children to place in a row by the end of year t, before any limit: all moves there, unpriced
    /// ones included.
    pub fn to_place(&self, row: usize, t: usize, notes: &mut impl Notes) -> f64 {
        let mut sum = 0.0;
        for &(child, outcome) in self.moves.iter().filter(|(_, outcome)| outcome.to == row) {
            let judged = self.council.judged[child.from];
            let decided = child.count * self.timeline.decided(child.from, t) / judged;
            sum += decided * outcome.share;
            notes.term(|| {
                let mut factors = self.decided_noted(child, t);
                factors.extend(self.share_noted(outcome));
                let what = format!("children like {}", self.council.id(child));
                Term::plus(what, decided * outcome.share, factors)
            });
        }
        sum
    }

    /// λ_q(t): the share of the children to place in a row who find one; 1 without a limit.
    pub fn share_found(&self, row: usize, t: usize, notes: &mut impl Notes) -> f64 {
        let places = self.timeline.moments[t].places[row];
        if places.is_infinite() {
            notes.term(|| {
                let what = "no limit stated";
                Term::single(Factor::new(what, 1.0, Unit::Share, Source::Worked))
            });
            return 1.0;
        }
        let need = self.to_place(row, t, &mut Silent);
        notes.rule(Rule::Least);
        notes.term(|| {
            let what = "all of them";
            Term::single(Factor::new(what, 1.0, Unit::Share, Source::Worked))
        });
        if need <= places {
            return 1.0;
        }
        let found = places / need;
        notes.term(|| {
            let code = self.council.rows[row].code.clone();
            let figure = Figure::ToPlace(self.scenario, code.clone(), t);
            let stated = Source::Table(code);
            let need = Factor::figure("children to place", need, Unit::Children, figure);
            let factors = vec![
                Factor::new("places stated", places, Unit::Children, stated),
                Factor {
                    divides: true,
                    ..need
                },
            ];
            Term::plus("places for those who need one", found, factors)
        });
        found
    }
}
