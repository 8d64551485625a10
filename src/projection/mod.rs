//! How recorded judgements become money: the model of model.md, section by section.
//!
//! [`Inputs`](crate::projection::Inputs) are what the figures depend on (§1).
//! [`point`](crate::projection::point()) gives the straight extrapolation of all scenarios, cheap
//! enough for every keystroke; [`project`](crate::projection::project) adds the ranges of §6 and
//! all else that is shown. This room knows no file, clock, screen or outside randomness: the same
//! inputs and seed give the same figures.
//!
//! The way of the data: `inputs` and `council` (§1) → `forecast` (§2), `timeline` (§5), `outcomes`
//! (§7) → `ledger`, which adds up the points of a scenario line by line (§3-§5), and `plan`, which
//! does the same for many `draws` at once (§6) → `point`, `ranges` → `valuation`, `influence`,
//! `sensitivity`, `needs` (§4, §8) → `figures`. Whatever computes a figure can take `notes`, which
//! [`explain`](crate::projection::explain()) makes into an [`Explanation`].

mod alike;
mod block;
mod bundles;
mod cautions;
pub(crate) mod chance;
mod council;
mod draws;
mod explain;
mod explanation;
mod figures;
mod forecast;
mod held;
mod imaginary;
mod influence;
mod input;
mod inputs;
mod ledger;
mod needs;
mod notes;
mod outcomes;
mod percentiles;
mod plan;
mod point;
mod ranges;
mod redraw;
mod scenario;
mod sensitivity;
mod sums;
mod timeline;
mod valuation;
mod wording;

use std::convert::Infallible;

pub use cautions::FEW;
pub use draws::{Draws, Sampler};
pub use explain::explain;
pub use explanation::{Explanation, Factor, Figure, Reversed, Rule, Source, Term, Unit, When};
pub use figures::Projection;
pub use forecast::{Forecast, ForecastYear, forecast};
pub use held::{HELD_AT_LEAST, HELD_OVER_ALL, MISSED_BELOW, held};
pub use influence::{BreakEven, Concentration, Contested, Reversal, reversal, reversals};
pub use input::Input;
pub use inputs::{CountedCase, Inputs, Tally};
pub use needs::{Needs, PlacesNeeded, Shifted, Unmet};
pub use percentiles::Ranged;
pub use point::point;
pub use ranges::REDRAWS;
pub use redraw::{NotHalved, Redraw, Unseen, cases_to_halve, redraws};
pub use scenario::{Scenario, ScenarioFigures, YearFigures};
pub use sensitivity::Sensitivity;
pub use valuation::{CaseValue, Coverage};

use council::Council;
use ledger::Ledger;
use notes::Silent;
use timeline::Timeline;

/// The projection of these inputs (model.md §2-§8).
pub fn project(inputs: &Inputs, draws: Draws) -> Projection {
    let Ok(projection) = compute(&mut Sampler::new(), inputs, draws, &|| {
        Ok::<_, Infallible>(())
    });
    projection
}

/// The projection of these inputs, with weights kept from earlier calls. `stop` is asked every few
/// hundred draws; once it says so, the answer is `None`.
pub fn project_with(
    sampler: &mut Sampler,
    inputs: &Inputs,
    draws: Draws,
    stop: &dyn Fn() -> bool,
) -> Option<Projection> {
    let go_on = || if stop() { Err(()) } else { Ok(()) };
    compute(sampler, inputs, draws, &go_on).ok()
}

fn compute<E>(
    sampler: &mut Sampler,
    inputs: &Inputs,
    draws: Draws,
    go_on: &impl Fn() -> Result<(), E>,
) -> Result<Projection, E> {
    let council = Council::of(inputs);
    let timeline = Timeline::of(&council);
    let panel = &Ledger::of(inputs, &council, &timeline, Scenario::Panel);
    let others = Scenario::ALL.into_iter().filter(|s| *s != Scenario::Panel);
    let others = others.map(|scenario| {
        go_on()?;
        Ok(point::figures(&Ledger::of(
            inputs, &council, &timeline, scenario,
        )))
    });
    let points = std::iter::once(Ok(point::figures(panel)))
        .chain(others)
        .collect::<Result<Vec<_>, E>>()?;
    sampler.prepare(inputs, &council, draws, go_on)?;
    let (scenarios, first_draws) = ranges::ranges(sampler, &council, &timeline, points, go_on)?;
    let cases = valuation::case_values(panel);
    Ok(Projection {
        draws: Draws {
            count: draws.bounded(),
            ..draws
        },
        base_year: inputs.baseline.base_year,
        horizon: council.horizon,
        tally: inputs.tally.clone(),
        counted: council.children.len(),
        unpriced: cases
            .iter()
            .filter(|case| case.value.is_none())
            .map(|case| case.id.clone())
            .collect(),
        coverage: valuation::coverage(&council),
        unmitigated: forecast(inputs),
        scenarios,
        first_draws,
        concentration: influence::concentration(panel, &mut Silent),
        contested: influence::contested(panel),
        break_even: influence::break_even(panel),
        needs: needs::needs(panel),
        sensitivity: sensitivity::sensitivity(inputs, &council, go_on)?,
        cases,
    })
}
