//! What carries the result (model.md §8): few cases, contested cases, appeals, support.

use crate::review::stance::Stance;
use crate::review::text::CaseId;

use super::council::{Child, Council};
use super::inputs::Inputs;
use super::point::{Savings, panel_savings};
use super::scenarios::{Scenario, outcomes};
use super::valuation::{CaseValue, Contributions, contribution};

/// Sums of money below half a penny are noise of the computation.
pub(super) const HALF_A_PENNY: f64 = 0.005;

/// The fewest cases whose contributions make up at least half of the gross saving (model.md §8).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concentration {
    /// How many; `None` if nothing saves.
    pub half_of_gross_saving_from: Option<usize>,
    /// Which, the largest first.
    pub cases: Vec<CaseId>,
}

/// Positive contributions of moves whose parents do not agree, to whatever tier (model.md §8),
/// £ per year at full effect.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Contested {
    /// All positive contributions, for comparison.
    pub gross_saving: f64,
    /// Of moves with which the parents disagree.
    pub disagrees: f64,
    /// Of moves on which they have no view.
    pub no_view: f64,
}

/// Where the panel's saving ends (model.md §8).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BreakEven {
    /// The share x = α ω of contested cases lost at which Σ contribution is 0; `None` if there is
    /// none in 0..1, or if the sum does not depend on it.
    pub appeals: Option<f64>,
    /// £ per moved child per year of extra support at which Σ contribution is 0, negative where
    /// the sum is; `None` without moves of children.
    pub support: Option<f64>,
}

/// What would change if one judgement were reversed, a move that would not happen (model.md §8).
#[derive(Clone, Debug, PartialEq)]
pub struct Reversal {
    /// The case.
    pub id: CaseId,
    /// Change of Σ contribution, £ per year at full effect: minus the case's contribution.
    pub contributions: f64,
    /// Change of A, £ per year at full effect; places used again change too.
    pub full_effect: f64,
    /// Change of the saving over the horizon, £.
    pub total_saving: f64,
}

/// Largest contributions first, until they make half.
pub(super) fn concentration(cases: &[CaseValue]) -> Concentration {
    let mut saving: Vec<&CaseValue> = cases.iter().filter(|c| c.contribution > 0.0).collect();
    saving.sort_by(|a, b| {
        let larger_first = b.contribution.total_cmp(&a.contribution);
        larger_first.then_with(|| a.id.cmp(&b.id))
    });
    let gross: f64 = saving.iter().map(|case| case.contribution).sum();
    if gross <= 0.0 {
        return Concentration::default();
    }
    let mut sum = 0.0;
    let mut few = Vec::new();
    for case in saving {
        // Half, but for what rounding takes from equal parts.
        if sum >= gross * (0.5 - 1e-12) {
            break;
        }
        sum += case.contribution;
        few.push(case.id.clone());
    }
    Concentration {
        half_of_gross_saving_from: Some(few.len()),
        cases: few,
    }
}

/// Positive contributions by stance.
pub(super) fn contested(cases: &[CaseValue]) -> Contested {
    let positive = |which: &dyn Fn(&CaseValue) -> bool| {
        let chosen = cases.iter().filter(|case| which(case));
        // From 0, since the sum of nothing is −0.
        chosen.fold(0.0, |sum, case| sum + case.contribution.max(0.0))
    };
    let moves = |case: &CaseValue, stance| case.current != case.ideal && case.stance == stance;
    Contested {
        gross_saving: positive(&|_| true),
        disagrees: positive(&|case| moves(case, Stance::Disagrees)),
        no_view: positive(&|case| moves(case, Stance::NoView)),
    }
}

/// The two break-even points. Σ contribution is a straight line in x and in the support.
pub(super) fn break_even(council: &Council) -> BreakEven {
    let panel = Contributions::of(council, Scenario::Panel).net();
    let mut all_lost = council.clone();
    all_lost.appeal_effect = 1.0;
    let lost = Contributions::of(&all_lost, Scenario::TribunalTested).net();
    let appeals = ((panel - lost).abs() > HALF_A_PENNY).then(|| panel / (panel - lost) + 0.0);
    let moves = council.children.iter().filter(|child| child.moves());
    let moved: f64 = moves.map(|child| council.stands_for(child.from)).sum();
    BreakEven {
        appeals: appeals.filter(|x| (0.0..=1.0).contains(x)),
        support: (moved > 0.0).then(|| panel / moved),
    }
}

/// What the reversal of this case would change; `None` if it is not a counted case that moves.
/// Points only; computed on demand.
pub fn reversal(inputs: &Inputs, id: &CaseId) -> Option<Reversal> {
    let council = Council::of(inputs);
    let mut moving = council.children.iter().filter(|child| child.moves());
    let child = moving.find(|child| inputs.cases[child.position].id == *id)?;
    let as_judged = panel_savings(&council);
    Some(reversed(inputs, &council, child, &as_judged))
}

/// For every counted case that moves, what its reversal would change, in the order of the inputs.
/// Points only; computed on demand. The work grows with the square of the number of cases.
pub fn reversals(inputs: &Inputs) -> Vec<Reversal> {
    let council = Council::of(inputs);
    let as_judged = panel_savings(&council);
    let mut moving: Vec<&Child> = council.children.iter().filter(|c| c.moves()).collect();
    moving.sort_by_key(|child| child.position);
    moving
        .into_iter()
        .map(|child| reversed(inputs, &council, child, &as_judged))
        .collect()
}

fn reversed(inputs: &Inputs, council: &Council, child: &Child, as_judged: &Savings) -> Reversal {
    let reversed = panel_savings(&council.with_reversed(child.position));
    let outcomes = outcomes(Scenario::Panel, council, child);
    Reversal {
        id: inputs.cases[child.position].id.clone(),
        contributions: 0.0 - contribution(council, child, outcomes),
        full_effect: reversed.full_effect() - as_judged.full_effect(),
        total_saving: reversed.total() - as_judged.total(),
    }
}
