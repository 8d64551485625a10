//! How like the council the counted cases are (model.md §9): what their places cost beside what
//! the table says, and how many of each phase and need.

use crate::review::setup::Setup;
use crate::review::text::{CaseId, ProvisionCode, Text};

use super::groups::{Group, grouped};
use super::judged::{Counted, Judged};

/// How like the council the counted cases are.
#[derive(Clone, Debug, PartialEq)]
pub struct Makeup {
    /// Provisions with children or counted cases, in the order of the table.
    pub provisions: Vec<ProvisionMakeup>,
    /// Mean cost of all counted cases that state one; `None` if none does.
    pub stated: Option<MeanCost>,
    /// Σ N_p c_p / Σ N_p over provisions with known cost, £ per child per year; `None` without
    /// children in any.
    pub table: Option<f64>,
    /// Counted cases by phase, most first.
    pub phases: Vec<Group<Vec<CaseId>>>,
    /// Counted cases by primary need, most first.
    pub needs: Vec<Group<Vec<CaseId>>>,
}

/// One provision.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvisionMakeup {
    /// Which.
    pub code: ProvisionCode,
    /// N_p, children placed there.
    pub caseload: f64,
    /// Counted cases from there.
    pub counted: Vec<CaseId>,
    /// Mean cost of those that state one; `None` if none does.
    pub stated: Option<MeanCost>,
    /// c_p, £ per child per year; `None` = unknown.
    pub unit_cost: Option<f64>,
}

/// The mean of what cases say their place costs.
#[derive(Clone, Debug, PartialEq)]
pub struct MeanCost {
    /// £ per child per year, as stated.
    pub mean: f64,
    /// The cases that state one: their number is the mean's n.
    pub cases: Vec<CaseId>,
}

impl MeanCost {
    fn of<'a>(cases: impl Iterator<Item = &'a Counted<'a>>) -> Option<Self> {
        let stating = cases.filter_map(|case| Some((case.case().file.annual_cost?, case.id())));
        let (costs, cases): (Vec<_>, Vec<_>) = stating.unzip();
        let mut costs: Vec<f64> = costs.into_iter().map(|cost| cost.get()).collect();
        // In order of size, so that the order of the cases changes no rounding.
        costs.sort_by(f64::total_cmp);
        let n = costs.len() as f64;
        let mean = costs.iter().sum::<f64>() / n;
        (!cases.is_empty()).then_some(Self { mean, cases })
    }

    /// How many cases it is the mean of.
    pub const fn n(&self) -> usize {
        self.cases.len()
    }
}

impl Makeup {
    pub(super) fn of(setup: &Setup, judged: &Judged<'_>) -> Self {
        let provisions =
            setup
                .provisions
                .iter()
                .enumerate()
                .map(|(row, provision)| ProvisionMakeup {
                    code: provision.code.clone(),
                    caseload: provision.caseload.get(),
                    counted: judged.now_in(row).map(Counted::id).collect(),
                    stated: MeanCost::of(judged.now_in(row)),
                    unit_cost: provision.unit_cost.map(|cost| cost.get()),
                });
        Self {
            provisions: provisions
                .filter(|row| row.caseload > 0.0 || !row.counted.is_empty())
                .collect(),
            stated: MeanCost::of(judged.counted.iter()),
            table: table_mean(setup),
            phases: by_text(judged, |case| &case.case().file.phase),
            needs: by_text(judged, |case| &case.case().file.primary_need),
        }
    }

    /// How it came about.
    pub const fn formula() -> &'static str {
        "mean yearly cost of the counted cases that state one, beside c_p, and overall beside Σ N_p c_p / Σ N_p over known c_p (the model, §9)"
    }
}

fn table_mean(setup: &Setup) -> Option<f64> {
    let known = setup.provisions.iter().filter_map(|row| {
        let children = row.caseload.get();
        Some((children, children * row.unit_cost?.get()))
    });
    let (children, cost) = known.fold((0.0, 0.0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
    (children > 0.0).then(|| cost / children)
}

fn by_text<'a>(
    judged: &'a Judged<'a>,
    written: impl Fn(&'a Counted<'a>) -> &'a Text,
) -> Vec<Group<Vec<CaseId>>> {
    grouped(judged.counted.iter().map(|case| (written(case), case.id())))
}
