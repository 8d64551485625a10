//! From judgements to the council (model.md §3 and §4): what each case is worth and stands for,
//! and how much of the council the reviewed provisions cover.

use crate::review::stance::{Stance, StanceFrom};
use crate::review::text::{CaseId, ProvisionCode};

use super::council::{Child, Council};
use super::explanation::{Factor, Source, Term, Unit, When};
use super::ledger::Ledger;
use super::notes::{Notes, Silent};
use super::outcomes::is_contested;

/// A counted case in the scenario *Panel* (model.md §3 and §4), base-year prices.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseValue {
    /// The case number.
    pub id: CaseId,
    /// The current provision.
    pub current: ProvisionCode,
    /// The ideal provision.
    pub ideal: ProvisionCode,
    /// The effective stance.
    pub stance: Stance,
    /// How it is known.
    pub stance_from: StanceFrom,
    /// Whether the case is contested: the parents disagree, or have no view on a move to less
    /// specialist provision (model.md §7).
    pub contested: bool,
    /// v_i, £ per child per year, positive saves; `None` = unpriced: a move whose value is not
    /// known and in no figure.
    pub value: Option<f64>,
    /// N_p / n_p, children; 0 in a provision where nobody is placed.
    pub stands_for: f64,
    /// N_p v_i / n_p, £ per year at full effect; 0 if unpriced.
    pub contribution: f64,
}

/// Which part of the table the counted cases cover (model.md §4).
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// Provisions with children and without a counted case.
    pub not_covered: Vec<ProvisionCode>,
    /// Share of all children who are in the others; `None` without children.
    pub covered_share_of_caseload: Option<f64>,
    /// Share of Σ N_p c_p over known costs that is theirs; `None` where that sum is 0.
    pub covered_share_of_known_spend: Option<f64>,
}

/// N_p / n_p.
pub(super) fn stands_for(council: &Council, child: &Child, notes: &mut impl Notes) -> f64 {
    let row = &council.rows[child.from];
    let judged = council.judged[child.from];
    let stands_for = row.caseload / judged;
    notes.term(|| {
        let what = format!("children in {}", row.name);
        let entered = Source::Table(row.code.clone());
        let factors = vec![
            Factor::new(what, row.caseload, Unit::Children, entered),
            Factor::per_case(judged),
        ];
        Term::plus("children behind one judged case", stands_for, factors)
    });
    stands_for
}

/// Every counted case in the scenario *Panel*, in the order of the inputs.
pub(super) fn case_values(panel: &Ledger<'_>) -> Vec<CaseValue> {
    let (inputs, council) = (panel.inputs, panel.council);
    let mut at: Vec<usize> = (0..council.children.len()).collect();
    at.sort_by_key(|&at| council.children[at].position);
    at.into_iter()
        .map(|at| {
            let child = &council.children[at];
            let case = &inputs.cases[child.position];
            CaseValue {
                id: case.id.clone(),
                current: inputs.provisions[child.from].code.clone(),
                ideal: inputs.provisions[child.ideal].code.clone(),
                stance: case.stance,
                stance_from: case.stance_from,
                contested: is_contested(council, child),
                value: council.value(child.from, child.ideal, child.support),
                stands_for: stands_for(council, child, &mut Silent),
                contribution: panel.case_saving(at, When::FullEffect, &mut Silent),
            }
        })
        .collect()
}

/// What the counted cases cover.
pub(super) fn coverage(council: &Council) -> Coverage {
    let rows = council.rows.iter().zip(&council.judged);
    Coverage {
        not_covered: rows
            .filter(|(row, judged)| row.caseload > 0.0 && **judged == 0.0)
            .map(|(row, _)| row.code.clone())
            .collect(),
        covered_share_of_caseload: covered(council, Of::Caseload, &mut Silent),
        covered_share_of_known_spend: covered(council, Of::KnownSpend, &mut Silent),
    }
}

/// What a share of the table is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// Σ N_p.
    Caseload,
    /// Σ N_p c_p over known costs.
    KnownSpend,
}

/// The share of the table that is in provisions of which a case was reviewed; `None` where the
/// whole is 0.
pub(super) fn covered(council: &Council, of: Of, notes: &mut impl Notes) -> Option<f64> {
    let (mut reviewed, mut all) = (0.0, 0.0);
    for (row, &judged) in council.rows.iter().zip(&council.judged) {
        let cost = match of {
            Of::Caseload => 1.0,
            Of::KnownSpend => row.cost.unwrap_or(0.0),
        };
        let part = row.caseload * cost;
        all += part;
        if judged == 0.0 {
            continue;
        }
        reviewed += part;
        notes.term(|| {
            let entered = || Source::Table(row.code.clone());
            let children = Factor::new("children", row.caseload, Unit::Children, entered());
            let cost = Factor::new("for each of them", cost, Unit::PerChild, entered());
            let factors = match of {
                Of::Caseload => vec![children],
                Of::KnownSpend => vec![children, cost],
            };
            Term::plus(row.name.clone(), part, factors)
        });
    }
    notes.common(|| match of {
        Of::Caseload => {
            let what = "children in the whole table";
            Factor::divisor(what, all, Unit::Children, Source::Worked)
        }
        Of::KnownSpend => {
            let what = "known spend of the whole table";
            Factor::divisor(what, all, Unit::PoundsAYear, Source::Worked)
        }
    });
    (all > 0.0).then(|| reviewed / all)
}
