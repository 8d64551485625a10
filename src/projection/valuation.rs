//! From judgements to the council (model.md §3 and §4): what each case is worth and stands for,
//! and how much of the council the reviewed provisions cover.

use crate::review::stance::{Stance, StanceFrom};
use crate::review::text::{CaseId, ProvisionCode};

use super::council::{Child, Council};
use super::inputs::Inputs;
use super::scenarios::{Outcomes, Scenario, outcomes};

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

/// Contributions of all cases in a scenario, £ per year at full effect (model.md §4).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Contributions {
    /// Sum of those that save, ≥ 0.
    pub saving: f64,
    /// Sum of those that cost, ≤ 0.
    pub cost: f64,
}

impl Contributions {
    /// Of all cases in this scenario.
    pub fn of(council: &Council, scenario: Scenario) -> Self {
        let mut sums = Self::default();
        for child in &council.children {
            let contribution = contribution(council, child, outcomes(scenario, council, child));
            if contribution > 0.0 {
                sums.saving += contribution;
            } else {
                sums.cost += contribution;
            }
        }
        sums
    }

    /// Netted.
    pub fn net(self) -> f64 {
        self.saving + self.cost
    }
}

/// N_p v / n_p for a case with these outcomes.
pub(super) fn contribution(council: &Council, child: &Child, outcomes: Outcomes) -> f64 {
    // + 0, since a cost times no children is −0.
    council.stands_for(child.from) * outcomes.value() + 0.0
}

/// Every counted case in the scenario *Panel*, in the order of the inputs.
pub(super) fn case_values(inputs: &Inputs, council: &Council) -> Vec<CaseValue> {
    let mut children: Vec<&Child> = council.children.iter().collect();
    children.sort_by_key(|child| child.position);
    children
        .into_iter()
        .map(|child| {
            let case = &inputs.cases[child.position];
            let outcomes = outcomes(Scenario::Panel, council, child);
            CaseValue {
                id: case.id.clone(),
                current: inputs.provisions[child.from].code.clone(),
                ideal: inputs.provisions[child.ideal].code.clone(),
                stance: case.stance,
                stance_from: case.stance_from,
                value: council.value(child.from, child.ideal, child.support),
                stands_for: council.stands_for(child.from),
                contribution: contribution(council, child, outcomes),
            }
        })
        .collect()
}

/// What the counted cases cover.
pub(super) fn coverage(inputs: &Inputs, council: &Council) -> Coverage {
    let rows = || council.rows.iter().enumerate();
    let share = |of: &dyn Fn(usize) -> f64| {
        let all: f64 = rows().map(|(p, _)| of(p)).sum();
        let covered = rows().filter(|(p, _)| council.judged[*p] > 0.0);
        // + 0, since the sum of nothing is −0.
        let covered: f64 = covered.map(|(p, _)| of(p)).sum::<f64>() + 0.0;
        (all > 0.0).then(|| covered / all)
    };
    let caseload = |p: usize| council.rows[p].caseload;
    let spend = |p: usize| caseload(p) * council.rows[p].cost.unwrap_or(0.0);
    Coverage {
        not_covered: rows()
            .filter(|(p, row)| row.caseload > 0.0 && council.judged[*p] == 0.0)
            .map(|(p, _)| inputs.provisions[p].code.clone())
            .collect(),
        covered_share_of_caseload: share(&caseload),
        covered_share_of_known_spend: share(&spend),
    }
}
