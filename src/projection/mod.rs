//! How recorded judgements become money: the model of model.md, section by section.
//!
//! [`Inputs`](crate::projection::Inputs) are what the figures depend on (§1).
//! [`point`](crate::projection::point()) gives the straight extrapolation of all scenarios, cheap
//! enough for every keystroke; [`project`](crate::projection::project) adds the ranges of §6 and
//! all else that is shown. This room knows no file, clock, screen or outside randomness: the same
//! inputs and seed give the same figures.
//!
//! The way of the data: `inputs` and `council` (§1) → `forecast` (§2), `valuation` (§3, §4),
//! `timeline` (§5), `scenarios` (§7) → `plan`, which point and draws (§6) share → `point`,
//! `ranges` → `influence`, `sensitivity`, `needs` (§8) → `figures`.

mod cautions;
pub(crate) mod chance;
mod council;
mod draws;
mod figures;
mod forecast;
mod influence;
mod inputs;
mod needs;
mod percentiles;
mod plan;
mod point;
mod ranges;
mod redraw;
mod scenarios;
mod sensitivity;
mod timeline;
mod valuation;

use std::convert::Infallible;

pub use cautions::FEW;
pub use draws::{Draws, Sampler};
pub use figures::{Projection, ScenarioFigures, YearFigures};
pub use forecast::{Forecast, ForecastYear, forecast};
pub use influence::{BreakEven, Concentration, Contested, Reversal, reversal, reversals};
pub use inputs::{CountedCase, Inputs, Tally};
pub use needs::{PlacesNeeded, places_needed};
pub use percentiles::Ranged;
pub use point::point;
pub use ranges::REDRAWS;
pub use redraw::{NotHalved, Redraw, Unseen, cases_to_halve, redraws};
pub use scenarios::Scenario;
pub use sensitivity::{Input, Sensitivity};
pub use valuation::{CaseValue, Coverage};

use council::Council;
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
    let unmitigated = forecast(inputs);
    let points = point::points(inputs, &council, &timeline, &unmitigated);
    sampler.prepare(inputs, &council, draws, go_on)?;
    let (scenarios, first_draws) =
        ranges::ranges(sampler, inputs, &council, &timeline, points, go_on)?;
    let cases = valuation::case_values(inputs, &council);
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
        coverage: valuation::coverage(inputs, &council),
        unmitigated,
        scenarios,
        first_draws,
        concentration: influence::concentration(&cases),
        contested: influence::contested(&cases),
        break_even: influence::break_even(&council),
        sensitivity: sensitivity::sensitivity(inputs, &council),
        cases,
    })
}
