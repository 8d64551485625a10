//! Sensitivity (model.md §8): the panel's saving over the horizon with each input in turn 10%
//! lower and higher.

use super::alike::condensed;
use super::council::Council;
use super::explanation::{Factor, Rule, Source, Term, Unit};
use super::influence::HALF_A_PENNY;
use super::input::Input;
use super::inputs::Inputs;
use super::ledger::Ledger;
use super::notes::{Notes, Silent};
use super::point::panel_savings;

/// What one input does to the panel's saving over the horizon (model.md §8).
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// The input.
    pub input: Input,
    /// £ over the horizon with the input times 0.9.
    pub low: f64,
    /// £ with the input times 1.1.
    pub high: f64,
    /// Largest minus smallest of low, base and high, £.
    pub swing: f64,
    /// Whether a share was capped at 1, so that `high` is less than 10% higher.
    pub shortened: bool,
}

/// All inputs that make a difference of half a penny or more, the largest swing first. `go_on` is
/// asked before each.
pub(super) fn sensitivity<E>(
    inputs: &Inputs,
    council: &Council,
    go_on: &impl Fn() -> Result<(), E>,
) -> Result<Vec<Sensitivity>, E> {
    let council = &condensed(council);
    let base = panel_savings(inputs, council).total;
    let unit_costs = inputs.provisions.iter().filter(|p| p.unit_cost.is_some());
    let others = [
        Input::SupportCosts,
        Input::TransitionShare,
        Input::Growth,
        Input::Inflation,
        Input::Ramp,
        Input::FirstYearShare,
        Input::Realisation,
    ];
    let inputs_varied = unit_costs
        .map(|row| Input::UnitCost(row.code.clone()))
        .chain(others);
    let mut bars = inputs_varied
        .map(|input| go_on().map(|()| bar(inputs, council, input, base)))
        .collect::<Result<Vec<Sensitivity>, E>>()?;
    bars.retain(|bar| bar.swing >= HALF_A_PENNY);
    bars.sort_by(|a, b| {
        let larger_first = b.swing.total_cmp(&a.swing);
        larger_first.then_with(|| a.input.cmp(&b.input))
    });
    Ok(bars)
}

fn bar(inputs: &Inputs, council: &Council, input: Input, base: f64) -> Sensitivity {
    let (low, _) = varied(inputs, council, &input, 0.9);
    let (high, shortened) = varied(inputs, council, &input, 1.1);
    Sensitivity {
        swing: swing([low, base, high], shortened, &mut Silent),
        input,
        low,
        high,
        shortened,
    }
}

/// The swing of one input, taking notes.
pub(super) fn swing_noted(panel: &Ledger<'_>, input: &Input, notes: &mut impl Notes) -> f64 {
    let (inputs, council) = (panel.inputs, &condensed(panel.council));
    let base = panel_savings(inputs, council).total;
    let (low, _) = varied(inputs, council, input, 0.9);
    let (high, shortened) = varied(inputs, council, input, 1.1);
    swing([low, base, high], shortened, notes)
}

/// Largest minus smallest of low, base and high.
fn swing([low, base, high]: [f64; 3], shortened: bool, notes: &mut impl Notes) -> f64 {
    let worked = |what, value| Term::single(Factor::new(what, value, Unit::Pounds, Source::Worked));
    notes.rule(Rule::Spread);
    notes.term(|| worked("10% lower", low));
    notes.term(|| worked("as entered", base));
    notes.term(|| worked("10% higher", high));
    if shortened {
        notes.remark(|| "A share cannot be more than 1, so “higher” is less than 10%.".to_owned());
    }
    low.max(base).max(high) - low.min(base).min(high)
}

/// The panel's saving over the horizon with the input times a factor, and whether a share was
/// capped.
fn varied(inputs: &Inputs, council: &Council, input: &Input, factor: f64) -> (f64, bool) {
    let mut council = council.clone();
    let mut capped = false;
    let mut scale_share = |share: &mut f64| {
        capped |= *share * factor > 1.0;
        *share = (*share * factor).min(1.0);
    };
    match input {
        Input::UnitCost(code) => {
            if let Some(row) = inputs.row(code) {
                let row = &mut council.rows[row];
                row.cost = row.cost.map(|cost| cost * factor);
                row.avoidable = row.avoidable.map(|cost| cost * factor);
            }
        }
        Input::SupportCosts => {
            for child in &mut council.children {
                child.support *= factor;
            }
        }
        Input::TransitionShare => {
            for row in &mut council.rows {
                scale_share(&mut row.transition);
            }
        }
        Input::Growth => {
            for row in &mut council.rows {
                row.growth *= factor;
            }
        }
        Input::Inflation => council.inflation *= factor,
        Input::Ramp => {
            if council.ramp.is_empty() {
                council.ramp.push(1.0);
            }
            council.ramp.iter_mut().for_each(scale_share);
        }
        Input::FirstYearShare => scale_share(&mut council.first_year),
        Input::Realisation => scale_share(&mut council.realisation),
    }
    (panel_savings(inputs, &council).total, capped)
}
