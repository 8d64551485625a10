//! The cases that findings rest on. Which case is complete, and which is counted, is decided
//! elsewhere; it is asked here once, so that all findings mean the same cases.

use std::collections::HashMap;

use crate::projection::{CountedCase, Inputs, Tally};
use crate::review::case::Case;
use crate::review::complete::Complete;
use crate::review::setup::Setup;
use crate::review::text::CaseId;

/// A counted case (model.md §1): the judgement, and its rows in the table.
pub(super) struct Counted<'a> {
    /// The judgement with the parents' perspectives.
    pub complete: Complete<'a>,
    /// Row of the current provision.
    pub current: usize,
    /// Row of the ideal provision.
    pub ideal: usize,
}

/// The judged cases of a review, in its order.
pub(super) struct Judged<'a> {
    /// All complete judgements.
    pub complete: Vec<Complete<'a>>,
    /// Those of them that count.
    pub counted: Vec<Counted<'a>>,
    /// What became of all cases.
    pub tally: Tally,
}

impl<'a> Judged<'a> {
    pub fn of(setup: &Setup, cases: impl IntoIterator<Item = &'a Case>) -> Self {
        let cases: Vec<&Case> = cases.into_iter().collect();
        let inputs = Inputs::of(setup, cases.iter().copied());
        let rows: HashMap<&CaseId, &CountedCase> =
            inputs.cases.iter().map(|case| (&case.id, case)).collect();
        let complete: Vec<_> = cases.iter().filter_map(|case| case.counting()).collect();
        let counted = complete.iter().filter_map(|complete| {
            let case = rows.get(complete.case().id())?;
            Some(Counted {
                complete: complete.clone(),
                current: case.current,
                ideal: case.ideal,
            })
        });
        Self {
            counted: counted.collect(),
            tally: inputs.tally.clone(),
            complete,
        }
    }

    /// Counted cases now in this row of the table (n_p of model.md §4).
    pub fn now_in(&self, row: usize) -> impl Iterator<Item = &Counted<'a>> {
        self.counted.iter().filter(move |case| case.current == row)
    }
}

impl<'a> Counted<'a> {
    /// The case.
    pub const fn case(&self) -> &'a Case {
        self.complete.case()
    }

    /// Its number.
    pub fn id(&self) -> CaseId {
        self.case().id().clone()
    }
}
