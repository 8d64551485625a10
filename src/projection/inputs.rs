//! What a projection starts from (model.md §1): the table, the baseline, and those cases that
//! count. It exists so that "which case counts, and as what" is answered once, and so that the
//! model can be tested on plain parts without recording a review first.

use crate::review::baseline::Baseline;
use crate::review::case::Case;
use crate::review::complete::Complete;
use crate::review::judgement::{Condition, Payer, SupportCost};
use crate::review::provision::Provision;
use crate::review::setup::Setup;
use crate::review::stance::{Stance, StanceFrom};
use crate::review::text::{CaseId, ProvisionCode};

/// Everything that the figures of model.md §2-§8 depend on, and nothing else (model.md §1).
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// The provision table. Cases name its rows by their position.
    pub provisions: Vec<Provision>,
    /// The council's baseline.
    pub baseline: Baseline,
    /// The counted cases, in the order of the review. A case that names a row that is not there
    /// is left out of all figures.
    pub cases: Vec<CountedCase>,
    /// What became of all the review's cases.
    pub tally: Tally,
}

/// How many of a review's cases count, and which do not (model.md §1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Cases in the review, but for those for practice.
    pub cases: usize,
    /// Of these, cases with a complete judgement, which includes a parent's perspective.
    pub complete: usize,
    /// The others: drafts, and cases that wait for a parent.
    pub drafts: usize,
    /// Complete, but "cannot tell" on the setting or without an ideal provision: count nowhere.
    pub undecided: Vec<CaseId>,
    /// Complete, but a provision named is not in the table: count nowhere. (The parents' own
    /// ideal outside the table only counts as not stated.)
    pub not_in_table: Vec<CaseId>,
    /// For practice, judged or not: count nowhere.
    pub practice: Vec<CaseId>,
}

/// A counted case (model.md §1, "Counted cases").
#[derive(Clone, Debug, PartialEq)]
pub struct CountedCase {
    /// The case number.
    pub id: CaseId,
    /// Row of the current provision (p_i).
    pub current: usize,
    /// Row of the ideal provision (q_i); `current` where the kind of setting is right.
    pub ideal: usize,
    /// £ per child per year of extra support that the high needs block would pay (s_i ≥ 0),
    /// base-year prices.
    pub support_cost: f64,
    /// Conditions that the panel set and that are not in place today.
    pub unmet: Vec<Condition>,
    /// Extra support that others than the high needs block would pay for; "shifted to others",
    /// never netted.
    pub shifted: Vec<SupportCost>,
    /// Row of the parents' own ideal (r_i); `None` = not stated.
    pub parents_ideal: Option<usize>,
    /// The effective stance.
    pub stance: Stance,
    /// How it is known.
    pub stance_from: StanceFrom,
}

impl CountedCase {
    /// Whether a condition that the panel set is not in place today.
    pub const fn is_blocked(&self) -> bool {
        !self.unmet.is_empty()
    }
}

impl Inputs {
    /// Inputs from plain parts: all of these cases count.
    pub fn new(provisions: Vec<Provision>, baseline: Baseline, cases: Vec<CountedCase>) -> Self {
        let tally = Tally {
            cases: cases.len(),
            complete: cases.len(),
            ..Tally::default()
        };
        Self {
            provisions,
            baseline,
            cases,
            tally,
        }
    }

    /// The inputs of a review: its table and baseline, and of its cases those that count. Drafts
    /// and judgements without a parent are not looked at.
    pub fn of<'a>(setup: &Setup, cases: impl IntoIterator<Item = &'a Case>) -> Self {
        let mut inputs = Self::new(setup.provisions.clone(), setup.baseline.clone(), Vec::new());
        for case in cases {
            if case.practice {
                inputs.tally.practice.push(case.id().clone());
                continue;
            }
            inputs.tally.cases += 1;
            match case.complete() {
                None => inputs.tally.drafts += 1,
                Some(complete) => inputs.take(&complete),
            }
        }
        inputs
    }

    fn take(&mut self, complete: &Complete<'_>) {
        self.tally.complete += 1;
        let id = complete.case().id();
        match complete.counted_ideal() {
            None => self.tally.undecided.push(id.clone()),
            Some(ideal) => match self.counted(complete, ideal) {
                None => self.tally.not_in_table.push(id.clone()),
                Some(case) => self.cases.push(case),
            },
        }
    }

    /// The case as it counts; `None` if its provisions are not in the table.
    fn counted(&self, complete: &Complete<'_>, ideal: &ProvisionCode) -> Option<CountedCase> {
        let judgement = complete.judgement();
        let stance = complete.effective_stance();
        Some(CountedCase {
            id: complete.case().id().clone(),
            current: self.row(&complete.case().file.current_provision)?,
            ideal: self.row(ideal)?,
            support_cost: judgement.support_paid_by(Payer::HighNeeds),
            unmet: judgement.unmet_conditions().cloned().collect(),
            shifted: judgement.shifted_support().copied().collect(),
            parents_ideal: stance.parents_ideal.and_then(|code| self.row(&code)),
            stance: stance.stance,
            stance_from: stance.from,
        })
    }

    /// The row of the table with this code.
    pub fn row(&self, code: &ProvisionCode) -> Option<usize> {
        self.provisions.iter().position(|row| row.code == *code)
    }
}
