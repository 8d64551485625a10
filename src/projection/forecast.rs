//! The current course (model.md §2): what is spent and granted if nothing changes.

use crate::review::baseline::repeating;

use super::inputs::Inputs;

/// The current course, t = 0..H (model.md §2).
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Whether spend is "at least" this much: a provision with children has no known unit cost
    /// and is left out.
    pub at_least: bool,
    /// Each year, the base year first.
    pub years: Vec<ForecastYear>,
}

/// One year on the current course (model.md §2), £ of that year.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastYear {
    /// Years after the base year.
    pub t: usize,
    /// The financial year, as "2024-25".
    pub year: String,
    /// U(t), high-needs spend.
    pub spend: f64,
    /// F(t), high-needs allocation.
    pub allocation: f64,
    /// b(t) = F(t) − U(t).
    pub in_year_balance: f64,
    /// B(t), balance of the DSG at the end of the year; negative = deficit. At t = 0 the opening
    /// balance as given.
    pub cumulative_balance: f64,
}

/// The forecast of these inputs (model.md §2).
pub fn forecast(inputs: &Inputs) -> Forecast {
    let baseline = &inputs.baseline;
    let mut children: Vec<f64> = inputs
        .provisions
        .iter()
        .map(|row| row.caseload.get())
        .collect();
    let mut price = 1.0;
    let mut allocation = baseline.allocation.get();
    let mut balance = baseline.opening_balance.get();
    let mut years = Vec::with_capacity(baseline.horizon.years() + 1);
    for t in 0..=baseline.horizon.years() {
        if t > 0 {
            price *= 1.0 + baseline.inflation.get();
            let growth = repeating(&baseline.allocation_growth, t);
            allocation *= 1.0 + growth.map_or(0.0, |growth| growth.get());
            for (children, row) in children.iter_mut().zip(&inputs.provisions) {
                *children *= 1.0 + row.growth.get();
            }
        }
        let spend = price * (placements(inputs, &children) + baseline.other_spend.get());
        let in_year = allocation - spend;
        if t > 0 {
            balance += in_year;
        }
        years.push(ForecastYear {
            t,
            year: baseline.base_year.label_after(t),
            spend,
            allocation,
            in_year_balance: in_year,
            cumulative_balance: balance,
        });
    }
    Forecast {
        at_least: inputs
            .provisions
            .iter()
            .any(|row| row.unit_cost.is_none() && row.caseload.get() > 0.0),
        years,
    }
}

/// Σ_p N_p(t) c_p over known costs, £ in base-year prices.
fn placements(inputs: &Inputs, children: &[f64]) -> f64 {
    let rows = inputs.provisions.iter().zip(children);
    rows.map(|(row, children)| row.unit_cost.map_or(0.0, |cost| cost.get()) * children)
        .sum()
}
