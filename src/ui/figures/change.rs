//! What the projection was before the last change of what counts, and what that change was. It is
//! found by comparing what the figures were computed from, not by listening for commands, so that
//! whatever moves the figures is told: a judgement, a parent, undo, an import, the baseline.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::projection::{CountedCase, Inputs, Projection};
use crate::review::stance::Stance;
use crate::review::text::{CaseId, ProvisionCode};

/// The last change of what counts, and the whole projection before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What changed.
    pub cause: Cause,
    /// The projection before it.
    pub before: Arc<Projection>,
}

/// What changed between two projections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// Whether the baseline or the table of provisions did.
    pub baseline: bool,
    /// The cases that did; empty where it was the baseline alone.
    pub cases: Vec<CaseId>,
    /// What happened to them.
    pub happened: Happened,
}

/// What happened to cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// They count, and did not before.
    Count,
    /// They counted, and do no more.
    CountNoMore,
    /// They count otherwise than before, or some of them one way and some another.
    Changed,
}

impl Cause {
    /// What changed between these; `None` if all figures depend on the same as before.
    pub fn between(before: &Inputs, after: &Inputs) -> Option<Self> {
        let baseline = before.baseline != after.baseline || before.provisions != after.provisions;
        let (old, new) = (facts(before), facts(after));
        let mut cases = Vec::new();
        let mut all = None;
        let mut note = |id: &CaseId, happened| {
            cases.push(id.clone());
            all = match all {
                None => Some(happened),
                Some(same) if same == happened => all,
                Some(_) => Some(Happened::Changed),
            };
        };
        for case in &after.cases {
            match old.get(&case.id) {
                None => note(&case.id, Happened::Count),
                Some(known) if new.get(&case.id) != Some(known) => {
                    note(&case.id, Happened::Changed);
                }
                Some(_) => {}
            }
        }
        for case in &before.cases {
            if !new.contains_key(&case.id) {
                note(&case.id, Happened::CountNoMore);
            }
        }
        (baseline || !cases.is_empty()).then_some(Self {
            baseline,
            cases,
            happened: all.unwrap_or(Happened::Changed),
        })
    }
}

/// What the figures take from a case. How its stance is known is not among it.
#[derive(PartialEq)]
struct Facts<'a> {
    current: Option<&'a ProvisionCode>,
    ideal: Option<&'a ProvisionCode>,
    support_cost: f64,
    blocked: bool,
    parents_ideal: Option<&'a ProvisionCode>,
    stance: Stance,
}

/// By case. Provisions are named by code, since a changed table moves its rows.
fn facts(inputs: &Inputs) -> BTreeMap<&CaseId, Facts<'_>> {
    let code = |row: usize| inputs.provisions.get(row).map(|row| &row.code);
    let of = |case: &CountedCase| Facts {
        current: code(case.current),
        ideal: code(case.ideal),
        support_cost: case.support_cost,
        blocked: case.is_blocked(),
        parents_ideal: case.parents_ideal.and_then(code),
        stance: case.stance,
    };
    inputs
        .cases
        .iter()
        .map(|case| (&case.id, of(case)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::baseline::Baseline;
    use crate::review::provision;
    use crate::review::stance::StanceFrom;
    use crate::review::units::{FinancialYear, PriceGrowth};

    fn case(id: &str) -> CountedCase {
        CountedCase {
            id: CaseId::new(id).unwrap(),
            current: 3,
            ideal: 1,
            support_cost: 0.0,
            unmet: Vec::new(),
            shifted: Vec::new(),
            parents_ideal: None,
            stance: Stance::NoView,
            stance_from: StanceFrom::Derived,
        }
    }

    fn inputs(cases: &[CountedCase]) -> Inputs {
        let baseline = Baseline::starting(FinancialYear::starting(2024).unwrap());
        Inputs::new(provision::preset(), baseline, cases.to_vec())
    }

    fn named(before: &Inputs, after: &Inputs) -> Option<(bool, String, Happened)> {
        let cause = Cause::between(before, after)?;
        let ids: Vec<String> = cause.cases.iter().map(ToString::to_string).collect();
        Some((cause.baseline, ids.join(" "), cause.happened))
    }

    #[test]
    fn a_case_that_counts_and_one_that_does_no_more() {
        let one = inputs(&[case("C01")]);
        let two = inputs(&[case("C01"), case("C02")]);
        let said = |happened| Some((false, "C02".to_owned(), happened));
        assert_eq!(named(&one, &two), said(Happened::Count));
        assert_eq!(named(&two, &one), said(Happened::CountNoMore));
        assert_eq!(named(&one, &one), None);
    }

    #[test]
    fn a_parent_who_comes_round_is_a_change() {
        let before = inputs(&[case("C01"), case("C02")]);
        let mut after = before.clone();
        after.cases[1].stance = Stance::Agrees;
        let said = Some((false, "C02".to_owned(), Happened::Changed));
        assert_eq!(named(&before, &after), said);
        let mut asked = before.clone();
        asked.cases[1].stance_from = StanceFrom::Asked;
        assert_eq!(named(&before, &asked), None);
    }

    #[test]
    fn several_at_once() {
        let before = inputs(&[case("C01"), case("C02")]);
        let after = inputs(&[case("C01"), case("C03"), case("C04")]);
        let said = Some((false, "C03 C04 C02".to_owned(), Happened::Changed));
        assert_eq!(named(&before, &after), said);
    }

    #[test]
    fn the_baseline_names_no_case() {
        let before = inputs(&[case("C01")]);
        let mut dearer = before.clone();
        dearer.baseline.inflation = PriceGrowth::new(0.1).unwrap();
        let said = Some((true, String::new(), Happened::Changed));
        assert_eq!(named(&before, &dearer), said);
        // A row above moves the others; the case is where it was.
        let mut longer = before.clone();
        longer.provisions.insert(0, longer.provisions[8].clone());
        longer.provisions[0].code = ProvisionCode::new("New").unwrap();
        longer.cases[0].current += 1;
        longer.cases[0].ideal += 1;
        assert_eq!(named(&before, &longer), said);
    }
}
