//! The provision table: kinds of placement with their caseloads and costs (model.md §1).

use serde::{Deserialize, Serialize};

use super::source::{ProvisionFigure, Source};
use super::text::{ProvisionCode, Text};
use super::units::{Caseload, Growth, PerChild, Places, Share, Tier};

/// Share of plans that reach a phase transfer in a year: England, January 2026, 142,257 transfers
/// due of 718,838 plans (model.md §1).
pub const TRANSITION_SHARE_ENGLAND: f64 = 0.198;

/// One kind of placement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// Identifier used by cases.
    pub code: ProvisionCode,
    /// Text shown.
    pub label: Text,
    /// How specialist, 0 = least.
    pub tier: Tier,
    /// Children placed there at t = 0 (N_p).
    pub caseload: Caseload,
    /// £ per child per year that the high needs block pays, base-year prices (c_p).
    /// `None` = unknown, which is never taken as 0 in a move.
    pub unit_cost: Option<PerChild>,
    /// The part of `unit_cost` that stops being paid when a child is not there (a_p ≤ c_p).
    /// `None` = all of it.
    pub avoidable_cost: Option<PerChild>,
    /// Caseload growth per year on the current course (g_p).
    pub growth: Growth,
    /// Share of the caseload that reaches a natural decision point in a year (τ_p).
    pub transition_share: Share,
    /// Extra places there for moved children, totals so far from year 1 on; the last value
    /// repeats. Empty = no limit stated.
    #[serde(deserialize_with = "super::bounded::list")]
    pub new_places: Vec<Places>,
    /// Where the figures come from, one a figure at most.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::bounded::list"
    )]
    pub sources: Vec<Source<ProvisionFigure>>,
}

impl Provision {
    /// A provision with nothing known of it but its name and place in the order.
    pub fn new(code: ProvisionCode, label: Text, tier: Tier) -> Self {
        Self {
            code,
            label,
            tier,
            caseload: const { Caseload::constant(0.0) },
            unit_cost: None,
            avoidable_cost: None,
            growth: const { Growth::constant(0.0) },
            transition_share: const { Share::constant(TRANSITION_SHARE_ENGLAND) },
            new_places: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// £ per child per year that stop being paid when a child leaves (a_p), `None` = unknown.
    /// An avoidable cost without a unit cost is unknown too: it has no whole to be part of.
    pub fn avoidable(&self) -> Option<PerChild> {
        self.unit_cost
            .map(|cost| self.avoidable_cost.unwrap_or(cost))
    }

    /// Whether it is mainstream education with a plan, in the sense of the Children and Families Act
    /// 2014, section 83: no special school. A resourced provision belongs to a mainstream school; in
    /// a council's own table it is known by the plan's code only. SEN Support is without a plan.
    pub fn is_mainstream(&self) -> bool {
        const RESOURCED: [&str; 2] = ["ResourcedProvision", "RPSEN"];
        self.tier.get() == 1 || RESOURCED.contains(&self.code.as_str())
    }

    /// Whether it is surely a special school: from the tier of the state's own on. What lies between
    /// (a unit under a council's own name, alternative provision) may belong to a mainstream school.
    pub const fn is_special(&self) -> bool {
        self.tier.get() >= 3
    }

    /// The label, or the code where no label is given.
    pub fn name(&self) -> &str {
        if self.label.trim().is_empty() {
            self.code.as_str()
        } else {
            &self.label
        }
    }
}

/// The rows of the DfE's DSG management plan (domain.md 3.2), with independent special schools
/// split into day and residential and SEN Support without a plan added (model.md §1). No costs
/// and no caseloads: those are the council's own.
pub fn preset() -> Vec<Provision> {
    const ROWS: &[(&str, &str, Tier)] = &[
        (
            "SenSupport",
            "SEN Support in mainstream, without a plan",
            Tier::constant(0),
        ),
        (
            "Mainstream",
            "Mainstream school or academy",
            Tier::constant(1),
        ),
        (
            "ResourcedProvision",
            "Resourced provision or SEN unit",
            Tier::constant(2),
        ),
        (
            "StateSpecial",
            "Maintained special school or academy",
            Tier::constant(3),
        ),
        (
            "IndependentSpecialDay",
            "Independent or non-maintained special school, day",
            Tier::constant(4),
        ),
        (
            "IndependentSpecialResidential",
            "Independent or non-maintained special school, residential",
            Tier::constant(5),
        ),
        (
            "AlternativeProvision",
            "Hospital school or alternative provision",
            Tier::constant(2),
        ),
        (
            "FurtherEducation",
            "Post-16 and further education",
            Tier::constant(1),
        ),
        (
            "Other",
            "Other placement or direct payment",
            Tier::constant(2),
        ),
    ];
    ROWS.iter()
        .map(|&(code, label, tier)| {
            Provision::new(ProvisionCode::constant(code), Text::cut(label), tier)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preset_holds_the_rows_of_the_plan() {
        let rows = preset();
        assert_eq!(rows.len(), 9);
        assert!(
            rows.iter()
                .all(|row| row.unit_cost.is_none() && row.caseload.get() == 0.0)
        );
    }

    #[test]
    fn what_stops_being_paid() {
        let mut row = preset().remove(3);
        row.avoidable_cost = Some(PerChild::new(16_000.0).unwrap());
        assert_eq!(row.avoidable(), None);
        row.unit_cost = Some(PerChild::new(26_000.0).unwrap());
        assert_eq!(row.avoidable().unwrap().get(), 16_000.0);
        row.avoidable_cost = None;
        assert_eq!(row.avoidable().unwrap().get(), 26_000.0);
    }
}
