//! The cases that were chosen, judged or not: how much of the council's table they cover, and how
//! like the council they are (model.md §4 and §9). It is asked before the workshop, when there is
//! still time to choose others; [`Findings`](super::Findings) says the same of counted cases.

use crate::projection::FEW;
use crate::review::case::Case;
use crate::review::setup::Setup;
use crate::review::text::{CaseId, ProvisionCode};

use super::makeup::Makeup;

/// The cases chosen, beside the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Cases in the review.
    pub cases: usize,
    /// Provisions with children or cases, in the order of the table.
    pub provisions: Vec<Covered>,
    /// Cases whose provision is not in the table.
    pub not_in_table: Vec<CaseId>,
    /// Σ N_p, children; 0 = the table has no caseloads yet.
    pub caseload: f64,
    /// What they cost, and how many of each phase and need.
    pub makeup: Makeup,
}

/// How one provision is covered by the cases chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Covered {
    /// Which.
    pub code: ProvisionCode,
    /// N_p, children placed there.
    pub caseload: f64,
    /// The cases from there.
    pub cases: Vec<CaseId>,
    /// N_p / Σ N_p, 0 to 1; `None` without children in the table.
    pub share_of_caseload: Option<f64>,
    /// N_p c_p / Σ N_p c_p over known c_p, 0 to 1; `None` where c_p is not known or the sum is 0.
    pub share_of_known_spend: Option<f64>,
}

/// What is to be said of how a provision is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Covering {
    /// Children, and no case: it adds nothing to any figure.
    NotCovered,
    /// Fewer than [`FEW`] cases.
    Few,
    /// Cases where nobody is placed: they stand for no children (model.md §11).
    NoChildren,
    /// [`FEW`] cases or more.
    Enough,
}

impl Covered {
    /// What is to be said of it.
    pub fn covering(&self) -> Covering {
        if self.caseload == 0.0 {
            Covering::NoChildren
        } else if self.cases.is_empty() {
            Covering::NotCovered
        } else if self.cases.len() < FEW {
            Covering::Few
        } else {
            Covering::Enough
        }
    }
}

impl Chosen {
    /// These cases beside the table of their review; those for practice stand for nobody.
    pub fn of<'a>(setup: &Setup, cases: impl IntoIterator<Item = &'a Case>) -> Self {
        let cases = cases.into_iter().filter(|case| !case.practice);
        let cases: Vec<&Case> = cases.collect();
        let caseload = setup.provisions.iter().map(|row| row.caseload.get()).sum();
        let makeup = Makeup::of(setup, cases.iter().copied());
        let spends = setup.provisions.iter().filter_map(|row| {
            let cost = row.unit_cost?;
            Some(row.caseload.get() * cost.get())
        });
        let spend: f64 = spends.sum();
        let share = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
        let provisions = makeup.provisions.iter().map(|row| Covered {
            code: row.code.clone(),
            caseload: row.caseload,
            cases: row.cases.clone(),
            share_of_caseload: share(row.caseload, caseload),
            share_of_known_spend: row
                .unit_cost
                .and_then(|cost| share(row.caseload * cost, spend)),
        });
        Self {
            cases: cases.len(),
            provisions: provisions.collect(),
            not_in_table: cases
                .iter()
                .filter(|case| setup.provision(&case.file.current_provision).is_none())
                .map(|case| case.id().clone())
                .collect(),
            caseload,
            makeup,
        }
    }

    /// The provisions of which this is to be said.
    pub fn that(&self, covering: Covering) -> impl Iterator<Item = &Covered> {
        self.provisions
            .iter()
            .filter(move |row| row.covering() == covering)
    }

    /// Provisions with children that have a case, and all that have children: n of N.
    pub fn covered(&self) -> (usize, usize) {
        let with_children = self.provisions.iter().filter(|row| row.caseload > 0.0);
        let covered = with_children.clone().filter(|row| !row.cases.is_empty());
        (covered.count(), with_children.count())
    }

    /// The share of all children who are in provisions without a case, 0 to 1; `None` without
    /// children in the table.
    pub fn not_covered_of_caseload(&self) -> Option<f64> {
        let parts = self
            .that(Covering::NotCovered)
            .filter_map(|row| row.share_of_caseload);
        (self.caseload > 0.0).then(|| parts.sum::<f64>() + 0.0)
    }

    /// The share of the known spend that is in provisions without a case, 0 to 1; `None` where no
    /// spend is known.
    pub fn not_covered_of_known_spend(&self) -> Option<f64> {
        let mut known = self
            .provisions
            .iter()
            .filter_map(|row| row.share_of_known_spend);
        known.next()?;
        let parts = self
            .that(Covering::NotCovered)
            .filter_map(|row| row.share_of_known_spend);
        Some(parts.sum::<f64>() + 0.0)
    }

    /// The provisions with the fewest cases of those with any and with children: the smallest
    /// cells, which say least; fewest first, then by the order of the table.
    pub fn smallest(&self) -> Vec<&Covered> {
        let mut few: Vec<&Covered> = self.that(Covering::Few).collect();
        few.sort_by_key(|row| row.cases.len());
        few
    }

    /// All that is to be said of the coverage, a sentence each, the gravest first; provisions by
    /// their names in the table.
    pub fn in_words(&self, setup: &Setup) -> Vec<String> {
        if self.cases == 0 {
            return vec!["There are no cases yet.".to_owned()];
        }
        if self.caseload == 0.0 {
            let none = "The provision table has no caseloads yet, so nobody can say how much of the council these cases cover.";
            return vec![none.to_owned()];
        }
        let (covered, all) = self.covered();
        let mut said = vec![format!(
            "The cases cover {covered} of {all} kinds of provision that have children."
        )];
        said.extend(self.not_covered_in_words(setup));
        let few: Vec<_> = self
            .smallest()
            .into_iter()
            .map(|row| {
                format!(
                    "{} (n = {})",
                    setup.provision_name(&row.code),
                    row.cases.len()
                )
            })
            .collect();
        if !few.is_empty() {
            said.push(format!(
                "Fewer than {FEW} cases, which say next to nothing about the others there: {}.",
                few.join("; ")
            ));
        }
        let nobody: Vec<_> = self
            .that(Covering::NoChildren)
            .map(|row| {
                format!(
                    "{} ({})",
                    setup.provision_name(&row.code),
                    listed(&row.cases)
                )
            })
            .collect();
        if !nobody.is_empty() {
            said.push(format!(
                "The table says that nobody is placed here, so these cases stand for no children: {}.",
                nobody.join("; ")
            ));
        }
        if !self.not_in_table.is_empty() {
            said.push(format!(
                "Not in the table is the provision of: {}.",
                listed(&self.not_in_table)
            ));
        }
        said
    }

    fn not_covered_in_words(&self, setup: &Setup) -> Option<String> {
        let names = self
            .that(Covering::NotCovered)
            .map(|row| setup.provision_name(&row.code));
        let names: Vec<_> = names.collect();
        if names.is_empty() {
            return None;
        }
        let mut shares = Vec::new();
        if let Some(share) = self.not_covered_of_caseload() {
            shares.push(format!("{} of the children", per_cent(share)));
        }
        if let Some(share) = self.not_covered_of_known_spend() {
            shares.push(format!("{} of the spend that is known", per_cent(share)));
        }
        Some(format!(
            "Not covered: {}. That is {}; nothing that is found here speaks of them.",
            names.join("; "),
            shares.join(" and ")
        ))
    }

    /// How it came about.
    pub const fn formula() -> &'static str {
        "all cases in the review by their current provision, beside N_p; shares N_p / Σ N_p and N_p c_p / Σ N_p c_p over known c_p (the model, §4 and §9)"
    }
}

/// A share in whole per cent; what is not nothing is not shown as nothing.
fn per_cent(share: f64) -> String {
    if share > 0.0 && share < 0.005 {
        "less than 1%".to_owned()
    } else {
        format!("{:.0}%", share * 100.0)
    }
}

fn listed(ids: &[CaseId]) -> String {
    let ids: Vec<_> = ids.iter().map(CaseId::as_str).collect();
    ids.join(", ")
}
