//! What carries the result (model.md §8): few cases, contested cases, appeals, support.

use crate::review::stance::Stance;
use crate::review::text::CaseId;

use super::alike::condensed;
use super::council::{Child, Council};
use super::explanation::{Factor, Figure, Reversed, Rule, Source, Term, Unit, When};
use super::inputs::Inputs;
use super::ledger::{Ledger, Sign};
use super::notes::{Notes, Silent};
use super::point::{PanelSavings, panel_savings};
use super::scenario::Scenario;
use super::timeline::Timeline;
use super::valuation::stands_for;

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
pub(super) fn concentration(panel: &Ledger<'_>, notes: &mut impl Notes) -> Concentration {
    let mut saving: Vec<(&CaseId, f64)> = panel
        .contributing()
        .filter(|(_, contribution)| *contribution > 0.0)
        .map(|(child, contribution)| (panel.council.id(child), contribution))
        .collect();
    saving.sort_by(|(one, a), (other, b)| b.total_cmp(a).then_with(|| one.cmp(other)));
    let gross = panel.contributions(Some(Sign::Saves), &mut Silent);
    notes.rule(Rule::Count);
    if gross <= 0.0 {
        return Concentration::default();
    }
    let mut sum = 0.0;
    let mut few = Vec::new();
    for (id, contribution) in saving {
        // Half, but for what rounding takes from equal parts.
        if sum >= gross * (0.5 - 1e-12) {
            break;
        }
        sum += contribution;
        few.push(id.clone());
        notes.term(|| panel.like(id, contribution, When::FullEffect));
    }
    Concentration {
        half_of_gross_saving_from: Some(few.len()),
        cases: few,
    }
}

/// Positive contributions by stance.
pub(super) fn contested(panel: &Ledger<'_>) -> Contested {
    Contested {
        gross_saving: panel.contributions(Some(Sign::Saves), &mut Silent),
        disagrees: contested_by(panel, Stance::Disagrees, &mut Silent),
        no_view: contested_by(panel, Stance::NoView, &mut Silent),
    }
}

/// Positive contributions of moves with this stance.
pub(super) fn contested_by(panel: &Ledger<'_>, stance: Stance, notes: &mut impl Notes) -> f64 {
    let mut sum = 0.0;
    for (child, contribution) in panel.contributing() {
        if !child.moves() || child.stance != stance {
            continue;
        }
        if panel.is_unpriced(child) {
            let id = panel.council.id(child);
            notes.remark(|| format!("The value of {id} is not known and not in this sum."));
        }
        if contribution <= 0.0 {
            continue;
        }
        sum += contribution;
        notes.term(|| panel.like(panel.council.id(child), contribution, When::FullEffect));
    }
    sum
}

/// The two break-even points. Σ contribution is a straight line in x and in the support.
pub(super) fn break_even(panel: &Ledger<'_>) -> BreakEven {
    BreakEven {
        appeals: break_even_appeals(panel, &mut Silent),
        support: break_even_support(panel, &mut Silent),
    }
}

/// x = αω at which the tribunal-tested Σ contribution is 0.
pub(super) fn break_even_appeals(panel: &Ledger<'_>, notes: &mut impl Notes) -> Option<f64> {
    let as_judged = panel.contributions(None, &mut Silent);
    let mut all_lost = condensed(panel.council);
    all_lost.appeal_effect = 1.0;
    let timeline = Timeline::of(&all_lost);
    let lost = Ledger::of(panel.inputs, &all_lost, &timeline, Scenario::TribunalTested);
    let lost = as_judged - lost.contributions(None, &mut Silent);
    if lost.abs() <= HALF_A_PENNY {
        notes.remark(|| "Appeals change nothing here.".to_owned());
        return None;
    }
    let x = as_judged / lost + 0.0;
    if !(0.0..=1.0).contains(&x) {
        notes.remark(|| {
            "However many contested cases are lost, the sum does not reach 0.".to_owned()
        });
        return None;
    }
    notes.term(|| {
        let figure = Figure::Contributions(Scenario::Panel);
        let judged = "Σ contribution as judged";
        let lost_what = "what it falls by if all contested cases are lost";
        let factors = vec![
            Factor::figure(judged, as_judged, Unit::PoundsAYear, figure),
            Factor::divisor(lost_what, lost, Unit::PoundsAYear, Source::Worked),
        ];
        Term::plus("share of contested cases lost", x, factors)
    });
    Some(x)
}

/// £ of support per moved child at which the panel's Σ contribution is 0.
pub(super) fn break_even_support(panel: &Ledger<'_>, notes: &mut impl Notes) -> Option<f64> {
    let contributions = panel.contributions(None, &mut Silent);
    let council = panel.council;
    let moves = council.children.iter().filter(|child| child.moves());
    let moved: f64 = moves
        .map(|child| stands_for(council, child, &mut Silent))
        .sum();
    if moved <= 0.0 {
        notes.remark(|| "No child would move.".to_owned());
        return None;
    }
    notes.term(|| {
        let figure = Figure::Contributions(Scenario::Panel);
        let factors = vec![
            Factor::figure("Σ contribution", contributions, Unit::PoundsAYear, figure),
            Factor::divisor(
                "children who would move",
                moved,
                Unit::Children,
                Source::Worked,
            ),
        ];
        Term::plus("for each of them", contributions / moved, factors)
    });
    Some(contributions / moved)
}

/// What the reversal of this case would change; `None` if it is not a counted case that moves.
/// Points only; computed on demand.
pub fn reversal(inputs: &Inputs, id: &CaseId) -> Option<Reversal> {
    let council = Council::of(inputs);
    let mut moving = council.children.iter().filter(|child| child.moves());
    let child = moving.find(|child| inputs.cases[child.position].id == *id)?;
    let as_judged = panel_savings(inputs, &council);
    Some(reversed(inputs, &council, child, as_judged))
}

/// For every counted case that moves, what its reversal would change, in the order of the inputs.
/// Points only; computed on demand. The work grows with the square of the number of cases.
pub fn reversals(inputs: &Inputs) -> Vec<Reversal> {
    let council = Council::of(inputs);
    let as_judged = panel_savings(inputs, &council);
    let mut moving: Vec<&Child> = council.children.iter().filter(|c| c.moves()).collect();
    moving.sort_by_key(|child| child.position);
    moving
        .into_iter()
        .map(|child| reversed(inputs, &council, child, as_judged))
        .collect()
}

fn reversed(
    inputs: &Inputs,
    council: &Council,
    child: &Child,
    as_judged: PanelSavings,
) -> Reversal {
    let reversed = panel_savings(inputs, &council.with_reversed(child.position));
    let value = council.value(child.from, child.ideal, child.support);
    let stands_for = stands_for(council, child, &mut Silent);
    Reversal {
        id: inputs.cases[child.position].id.clone(),
        contributions: 0.0 - stands_for * value.unwrap_or(0.0),
        full_effect: changed(as_judged, reversed, Reversed::FullEffect, &mut Silent),
        total_saving: changed(as_judged, reversed, Reversed::TotalSaving, &mut Silent),
    }
}

/// What a reversal changes; `None` if it is not a counted case that moves.
pub(super) fn reversal_noted(
    panel: &Ledger<'_>,
    id: &CaseId,
    which: Reversed,
    notes: &mut impl Notes,
) -> Option<f64> {
    let (inputs, council) = (panel.inputs, panel.council);
    let mut moving = council.children.iter().filter(|child| child.moves());
    let child = moving.find(|child| panel.council.id(child) == id)?;
    let as_judged = panel_savings(inputs, council);
    let reversed = panel_savings(inputs, &council.with_reversed(child.position));
    Some(changed(as_judged, reversed, which, notes))
}

fn changed(
    as_judged: PanelSavings,
    reversed: PanelSavings,
    which: Reversed,
    notes: &mut impl Notes,
) -> f64 {
    let (figure, unit) = match which {
        Reversed::FullEffect => (
            Figure::Saving(Scenario::Panel, When::FullEffect),
            Unit::PoundsAYear,
        ),
        Reversed::TotalSaving => (Figure::TotalSaving(Scenario::Panel), Unit::Pounds),
    };
    let (before, after) = (as_judged.get(which), reversed.get(which));
    notes.term(|| {
        let what = "if the child stays";
        Term::single(Factor::new(what, after, unit, Source::Worked))
    });
    notes.term(|| Term::single_less(Factor::figure("as judged", before, unit, figure)));
    after - before
}
