//! Points of all scenarios without draws (model.md §4 and §5): each judged child weighs 1/n_p, and
//! there is no imaginary child. Cheap enough for every keystroke.

use super::alike::kinds;
use super::council::Council;
use super::figures::{ScenarioFigures, YearFigures};
use super::forecast::{Forecast, forecast};
use super::inputs::Inputs;
use super::plan::{BLOCK, Plan, Weights};
use super::scenarios::{Scenario, appeals, survival};
use super::timeline::Timeline;
use super::valuation::Contributions;

/// The value of moves and support, and of places used again, by moment: at full effect, then
/// t = 1..H. £ a year.
#[derive(Clone, Debug)]
pub(super) struct Savings {
    moves: Vec<f64>,
    places: Vec<f64>,
}

impl Savings {
    /// A (§4).
    pub fn full_effect(&self) -> f64 {
        self.moves[0] + self.places[0]
    }

    /// S(t) for t = 1..H.
    pub fn saving(&self, t: usize) -> f64 {
        self.moves[t] + self.places[t]
    }

    /// Saving over the horizon (§5).
    pub fn total(&self) -> f64 {
        (1..self.moves.len()).map(|t| self.saving(t)).sum()
    }
}

/// Points of all five scenarios, in the order of [`Scenario::ALL`] (model.md §4-§7), without
/// draws: the same points as in a [`Projection`](super::Projection).
pub fn point(inputs: &Inputs) -> Vec<ScenarioFigures<f64>> {
    let council = Council::of(inputs);
    points(inputs, &council, &Timeline::of(&council), &forecast(inputs))
}

/// Points of all five scenarios.
pub(super) fn points(
    inputs: &Inputs,
    council: &Council,
    timeline: &Timeline,
    current_course: &Forecast,
) -> Vec<ScenarioFigures<f64>> {
    Scenario::ALL
        .into_iter()
        .map(|scenario| {
            let savings = savings(council, timeline, scenario);
            let appeals = match scenario {
                Scenario::TribunalTested => appeals(council, &timeline.decided),
                _ => vec![0.0; council.horizon],
            };
            let by_year = years(inputs, current_course, &savings, &appeals);
            let contributions = Contributions::of(council, scenario);
            ScenarioFigures {
                scenario,
                contributions: contributions.net(),
                gross_saving: contributions.saving,
                gross_cost: contributions.cost,
                places_used_again: savings.places[0],
                full_effect: savings.full_effect(),
                survival: survival(scenario, council),
                total_saving: savings.total(),
                final_balance: by_year.last().map_or(0.0, |year| year.cumulative_balance),
                by_year,
            }
        })
        .collect()
}

fn years(
    inputs: &Inputs,
    current_course: &Forecast,
    savings: &Savings,
    appeals: &[f64],
) -> Vec<YearFigures<f64>> {
    let baseline = &inputs.baseline;
    let mut balance = baseline.opening_balance.get();
    let years = current_course.years.iter().skip(1).zip(appeals);
    years
        .map(|(year, &appeals)| {
            let t = year.t;
            let paid =
                |list: &[crate::review::units::Money]| list.get(t - 1).map_or(0.0, |m| m.get());
            let once = paid(&baseline.grant) - paid(&baseline.investment);
            let in_year = year.in_year_balance + savings.saving(t) + once;
            balance += in_year;
            YearFigures {
                t,
                year: year.year.clone(),
                saving: savings.saving(t),
                places_used_again: savings.places[t],
                in_year_balance: in_year,
                cumulative_balance: balance,
                appeals,
            }
        })
        .collect()
}

/// The panel's savings, for reversals and sensitivity (§8).
pub(super) fn panel_savings(council: &Council) -> Savings {
    savings(council, &Timeline::of(council), Scenario::Panel)
}

fn savings(council: &Council, timeline: &Timeline, scenario: Scenario) -> Savings {
    let of_one = |value: f64| {
        let mut block = [0.0; BLOCK];
        block[0] = value;
        block
    };
    let inverse = |&n: &f64| of_one(if n > 0.0 { 1.0 / n } else { 0.0 });
    let inverse_sums: Vec<_> = council.judged.iter().map(inverse).collect();
    let kinds = kinds(council);
    let sums: Vec<[f64; 2]> = kinds
        .iter()
        .map(|kind| {
            let supports = kind.members.iter().map(|&i| council.children[i].support);
            [kind.members.len() as f64, supports.sum()]
        })
        .collect();
    let weights = Weights {
        kinds: sums
            .iter()
            .map(|[count, _]| std::slice::from_ref(count))
            .collect(),
        supports: sums
            .iter()
            .map(|[_, sum]| (1.0, std::slice::from_ref(sum)))
            .collect(),
        imaginary_values: &[],
        imaginary_leaving: &[],
        imaginary_moves: Vec::new(),
        inverse_sums: &inverse_sums,
        draws: 1,
    };
    let plan = Plan::of(council, &kinds, scenario, false);
    let mut slots = Vec::new();
    plan.sum(&weights, &mut slots);
    let at_moments = timeline.moments.iter().map(|moment| {
        let saving = plan.saving(moment, &slots, 1);
        (saving.moves[0], saving.places[0])
    });
    let (moves, places) = at_moments.unzip();
    Savings { moves, places }
}
