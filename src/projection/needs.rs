//! What it would need (model.md §8): places for the children who would move, conditions that are
//! not in place today, and support that others than the high needs block would pay for.

use crate::review::judgement::{Condition, Payer};
use crate::review::text::{CaseId, ProvisionCode};

use super::explanation::{Factor, Figure, Source, Term, Unit};
use super::ledger::Ledger;
use super::notes::{Notes, Silent};
use super::valuation::stands_for;

/// What following the panel would need (model.md §8). Expected appeals stand in the scenario
/// *Tribunal-tested*.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Needs {
    /// Every provision into which a counted case moves, in the order of the table.
    pub places: Vec<PlacesNeeded>,
    /// The conditions of counted cases that are not in place today, in the order of the review.
    pub conditions: Vec<Unmet>,
    /// Support that others would pay for, by payer; those who would pay nothing are left out.
    pub shifted: Vec<Shifted>,
}

/// Children who move into a provision if the panel is followed, and the places stated for them.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacesNeeded {
    /// The provision.
    pub provision: ProvisionCode,
    /// Children who will have moved there by the end of years t = 1..H, before any limit (§8).
    pub moved_in: Vec<f64>,
    /// Extra places stated for years t = 1..H; `None` = no limit stated.
    pub stated: Option<Vec<f64>>,
}

/// A condition that is not in place today, once for its case and never scaled (model.md §8).
#[derive(Clone, Debug, PartialEq)]
pub struct Unmet {
    /// The case.
    pub case: CaseId,
    /// What would have to be in place, with its costs as entered and who would pay.
    pub condition: Condition,
}

/// What somebody other than the high needs block would pay (model.md §8).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shifted {
    /// Who.
    pub payer: Payer,
    /// £ a year at full effect, base-year prices: Σ N_p w_i × £ a year.
    pub per_year: f64,
}

impl Needs {
    /// £ once that the unmet conditions cost as far as costs are entered, and how many of them
    /// have none entered.
    pub fn one_off(&self) -> (f64, usize) {
        entered(self.conditions.iter().map(|unmet| unmet.condition.one_off))
    }

    /// £ a year that they cost as far as costs are entered, and how many have none entered.
    pub fn yearly(&self) -> (f64, usize) {
        entered(self.conditions.iter().map(|unmet| unmet.condition.yearly))
    }
}

fn entered(costs: impl Iterator<Item = Option<crate::review::units::Money>>) -> (f64, usize) {
    costs.fold((0.0, 0), |(sum, missing), cost| match cost {
        Some(cost) => (sum + cost.get(), missing),
        None => (sum, missing + 1),
    })
}

/// What it would need.
pub(super) fn needs(panel: &Ledger<'_>) -> Needs {
    let inputs = panel.inputs;
    let known = |row: usize| row < panel.council.rows.len();
    let cases = inputs.cases.iter();
    let counted = cases.filter(|case| known(case.current) && known(case.ideal));
    Needs {
        places: places(panel),
        conditions: counted
            .flat_map(|case| {
                let conditions = case.unmet.iter();
                conditions.map(|condition| Unmet {
                    case: case.id.clone(),
                    condition: condition.clone(),
                })
            })
            .collect(),
        shifted: Payer::ALL
            .into_iter()
            .map(|payer| Shifted {
                payer,
                per_year: shifted(panel, payer, &mut Silent),
            })
            .filter(|shifted| shifted.per_year != 0.0)
            .collect(),
    }
}

/// For every provision into which a counted case moves, in the order of the table: Σ_{p≠q}
/// N_p(t) D_p(t) w_i by year (model.md §8), unpriced moves included.
fn places(panel: &Ledger<'_>) -> Vec<PlacesNeeded> {
    let council = panel.council;
    let entered = |row: usize| {
        let mut moves = council.children.iter().filter(|child| child.moves());
        moves.any(|child| child.ideal == row)
    };
    let rows = (0..council.rows.len()).filter(|&row| entered(row));
    rows.map(|row| PlacesNeeded {
        provision: council.rows[row].code.clone(),
        moved_in: (1..=council.horizon)
            .map(|t| panel.to_place(row, t, &mut Silent))
            .collect(),
        stated: (!council.rows[row].places.is_empty()).then(|| {
            let years = panel.timeline.moments.iter().skip(1);
            years.map(|year| year.places[row]).collect()
        }),
    })
    .collect()
}

/// Σ N_p w_i × £ a year that this payer would pay.
pub(super) fn shifted(panel: &Ledger<'_>, payer: Payer, notes: &mut impl Notes) -> f64 {
    let council = panel.council;
    let mut sum = 0.0;
    for child in &council.children {
        let costs = panel.inputs.cases[child.position].shifted.iter();
        let theirs = costs.filter(|cost| cost.payer == payer);
        let support: f64 = theirs.map(|cost| cost.per_year.get()).sum();
        if support == 0.0 {
            continue;
        }
        let children = stands_for(council, child, &mut Silent);
        sum += children * support;
        notes.term(|| {
            let id = council.id(child).clone();
            let what = "of further support for each child";
            let factors = vec![
                Factor::figure(
                    "children it stands for",
                    children,
                    Unit::Children,
                    Figure::StandsFor(id.clone()),
                ),
                Factor::new(what, support, Unit::PerChild, Source::Case(id.clone())),
            ];
            Term::plus(format!("children like {id}"), children * support, factors)
        });
    }
    sum
}
