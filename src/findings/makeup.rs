//! How like the council these cases are (model.md §9), the counted ones or those that were chosen:
//! what their places cost beside what the table says, and how many of each phase and need.

use crate::review::case::Case;
use crate::review::setup::Setup;
use crate::review::text::{CaseId, ProvisionCode, Text};

use super::groups::{Group, grouped};

/// How like the council these cases are.
#[derive(Clone, Debug, PartialEq)]
pub struct Makeup {
    /// Provisions with children or cases, in the order of the table.
    pub provisions: Vec<ProvisionMakeup>,
    /// Mean cost of all cases that state one; `None` if none does.
    pub stated: Option<MeanCost>,
    /// Σ N_p c_p / Σ N_p over provisions with known cost, £ per child per year; `None` without
    /// children in any.
    pub table: Option<f64>,
    /// The cases by phase, most first.
    pub phases: Vec<Group<Vec<CaseId>>>,
    /// The cases by primary need, most first.
    pub needs: Vec<Group<Vec<CaseId>>>,
}

/// One provision.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvisionMakeup {
    /// Which.
    pub code: ProvisionCode,
    /// N_p, children placed there.
    pub caseload: f64,
    /// The cases from there.
    pub cases: Vec<CaseId>,
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
    fn of<'a>(cases: impl Iterator<Item = &'a Case>) -> Option<Self> {
        let stating = cases.filter_map(|case| Some((case.file.annual_cost?, case.id().clone())));
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
    /// Of these cases, by where the child is now.
    pub(super) fn of<'a>(setup: &Setup, cases: impl IntoIterator<Item = &'a Case>) -> Self {
        let cases: Vec<&Case> = cases.into_iter().collect();
        let provisions = setup.provisions.iter().map(|provision| {
            let here = cases.iter().copied();
            let here = here.filter(|case| case.file.current_provision == provision.code);
            ProvisionMakeup {
                code: provision.code.clone(),
                caseload: provision.caseload.get(),
                cases: here.clone().map(|case| case.id().clone()).collect(),
                stated: MeanCost::of(here),
                unit_cost: provision.unit_cost.map(|cost| cost.get()),
            }
        });
        Self {
            provisions: provisions
                .filter(|row| row.caseload > 0.0 || !row.cases.is_empty())
                .collect(),
            stated: MeanCost::of(cases.iter().copied()),
            table: table_mean(setup),
            phases: by_text(&cases, |case| &case.file.phase),
            needs: by_text(&cases, |case| &case.file.primary_need),
        }
    }

    /// How it came about.
    pub const fn formula() -> &'static str {
        "mean yearly cost of the cases that state one, beside c_p, and overall beside Σ N_p c_p / Σ N_p over known c_p (the model, §9)"
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
    cases: &[&'a Case],
    written: impl Fn(&'a Case) -> &'a Text,
) -> Vec<Group<Vec<CaseId>>> {
    grouped(cases.iter().map(|case| (written(case), case.id().clone())))
}
