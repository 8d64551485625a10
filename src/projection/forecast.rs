//! The current course (model.md §2): what is spent and granted if nothing changes.

use crate::review::baseline::repeating;

use super::explanation::{Factor, Figure, Source, Term, Unit};
use super::inputs::Inputs;
use super::notes::{Notes, Silent};

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
    let years = 0..=baseline.horizon.years();
    Forecast {
        at_least: unknown_costs(inputs).next().is_some(),
        years: years
            .map(|t| ForecastYear {
                t,
                year: baseline.base_year.label_after(t),
                spend: spend(inputs, t, &mut Silent),
                allocation: allocation(inputs, t, &mut Silent),
                in_year_balance: in_year_balance(inputs, t, &mut Silent),
                cumulative_balance: balance(inputs, t, &mut Silent),
            })
            .collect(),
    }
}

/// Rows with children whose cost is not known.
fn unknown_costs(inputs: &Inputs) -> impl Iterator<Item = usize> {
    let rows = inputs.provisions.iter().enumerate();
    rows.filter(|(_, row)| row.unit_cost.is_none() && row.caseload.get() > 0.0)
        .map(|(row, _)| row)
}

/// `base` to the power of a number of years, by multiplication: the same on every platform.
pub(super) fn power(base: f64, years: usize) -> f64 {
    (0..years).fold(1.0, |power, _| power * base)
}

/// N_p (1+g_p)^t.
pub(super) fn grown(caseload: f64, growth: f64, years: usize) -> f64 {
    caseload * power(1.0 + growth, years)
}

/// N_p(t) = N_p (1+g_p)^t.
pub(super) fn children(inputs: &Inputs, row: usize, t: usize, notes: &mut impl Notes) -> f64 {
    let provision = &inputs.provisions[row];
    let (caseload, growth) = (provision.caseload.get(), provision.growth.get());
    let children = grown(caseload, growth, t);
    notes.term(|| {
        let entered = Source::Table(provision.code.clone());
        let factors = vec![
            Factor::new(
                "children there in the base year",
                caseload,
                Unit::Children,
                entered.clone(),
            ),
            Factor::new(
                format!("for {} of {:.1}% growth", years(t), growth * 100.0),
                power(1.0 + growth, t),
                Unit::Factor,
                entered,
            ),
        ];
        Term::plus("children", children, factors)
    });
    children
}

/// "1 year", "3 years".
fn years(t: usize) -> String {
    match t {
        1 => "1 year".to_owned(),
        t => format!("{t} years"),
    }
}

/// What (1+π)^t stands for.
pub(super) fn inflation_words(inputs: &Inputs, t: usize) -> String {
    let inflation = inputs.baseline.inflation.get() * 100.0;
    format!("for {} of {inflation:.1}% inflation", years(t))
}

/// (1+π)^t.
pub(super) fn price(inputs: &Inputs, t: usize, notes: &mut impl Notes) -> f64 {
    let price = power(1.0 + inputs.baseline.inflation.get(), t);
    notes.common(|| {
        Factor::new(
            inflation_words(inputs, t),
            price,
            Unit::Factor,
            Source::Baseline,
        )
    });
    price
}

/// U(t) = (1+π)^t (Σ_p N_p(t) c_p + O); an unknown c_p is left out.
pub(super) fn spend(inputs: &Inputs, t: usize, notes: &mut impl Notes) -> f64 {
    let mut sum = 0.0;
    for (row, provision) in inputs.provisions.iter().enumerate() {
        let Some(cost) = provision.unit_cost.map(|cost| cost.get()) else {
            continue;
        };
        let children = children(inputs, row, t, &mut Silent);
        let spend = children * cost;
        sum += spend;
        notes.term(|| {
            let code = &provision.code;
            let factors = vec![
                Factor::figure(
                    "children",
                    children,
                    Unit::Children,
                    Figure::Children(code.clone(), t),
                ),
                Factor::new(
                    "for each of them",
                    cost,
                    Unit::PerChild,
                    Source::Table(code.clone()),
                ),
            ];
            Term::plus(provision.name(), spend, factors)
        });
    }
    for row in unknown_costs(inputs) {
        let name = inputs.provisions[row].name();
        notes.remark(|| format!("The cost of {name} is not known and is left out: at least this."));
    }
    let other = inputs.baseline.other_spend.get();
    notes.term(|| {
        let what = "other high-needs spend, in base-year prices";
        Term::single(Factor::new(what, other, Unit::Pounds, Source::Baseline))
    });
    price(inputs, t, notes) * (sum + other)
}

/// F(t) = F(t−1)(1+f_t).
pub(super) fn allocation(inputs: &Inputs, t: usize, notes: &mut impl Notes) -> f64 {
    let baseline = &inputs.baseline;
    if t == 0 {
        let entered = baseline.allocation.get();
        notes.term(|| {
            let what = "allocation in the base year";
            Term::single(Factor::new(what, entered, Unit::Pounds, Source::Baseline))
        });
        return entered;
    }
    let before = allocation(inputs, t - 1, &mut Silent);
    let growth = 1.0 + repeating(&baseline.allocation_growth, t).map_or(0.0, |f| f.get());
    notes.term(|| {
        let factors = vec![
            Factor::figure(
                "allocation of the year before",
                before,
                Unit::Pounds,
                Figure::Allocation(t - 1),
            ),
            Factor::new("for its growth", growth, Unit::Factor, Source::Baseline),
        ];
        Term::plus("allocation", before * growth, factors)
    });
    before * growth
}

/// b(t) = F(t) − U(t).
pub(super) fn in_year_balance(inputs: &Inputs, t: usize, notes: &mut impl Notes) -> f64 {
    let allocation = allocation(inputs, t, &mut Silent);
    let spend = spend(inputs, t, &mut Silent);
    notes.term(|| {
        let figure = Figure::Allocation(t);
        Term::single(Factor::figure(
            "allocation",
            allocation,
            Unit::Pounds,
            figure,
        ))
    });
    notes.term(|| {
        let figure = Figure::Spend(t);
        Term::single_less(Factor::figure("spend", spend, Unit::Pounds, figure))
    });
    allocation - spend
}

/// B(t) = B(t−1) + b(t); B(0) as entered.
pub(super) fn balance(inputs: &Inputs, t: usize, notes: &mut impl Notes) -> f64 {
    if t == 0 {
        let entered = inputs.baseline.opening_balance.get();
        notes.term(|| {
            let what = "balance at the end of the base year";
            Term::single(Factor::new(what, entered, Unit::Pounds, Source::Baseline))
        });
        return entered;
    }
    let before = balance(inputs, t - 1, &mut Silent);
    let in_year = in_year_balance(inputs, t, &mut Silent);
    notes.term(|| {
        let what = "balance at the end of the year before";
        let figure = Figure::CurrentBalance(t - 1);
        Term::single(Factor::figure(what, before, Unit::Pounds, figure))
    });
    notes.term(|| {
        let what = "in-year balance";
        let figure = Figure::CurrentInYear(t);
        Term::single(Factor::figure(what, in_year, Unit::Pounds, figure))
    });
    before + in_year
}
