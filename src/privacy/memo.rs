//! What looks identifying in a review that changes a case at a time: what has not changed is not
//! looked into again.

use std::collections::HashMap;
use std::sync::Arc;

use super::Kept;
use super::fields::{Identifying, of_case, of_setup};
use crate::review::case::Case;
use crate::review::setup::Setup;
use crate::review::text::CaseId;

/// What was found, kept for as long as the case it was found in is the very same one. States of a
/// review share the cases that did not change.
#[derive(Debug, Default)]
pub struct Memo {
    cases: HashMap<CaseId, (Arc<Case>, Arc<[Identifying]>)>,
    found: Vec<Identifying>,
}

impl Memo {
    /// Looks into the setup, and into every case that is not the one of last time.
    pub fn update<'a>(&mut self, setup: &Setup, cases: impl IntoIterator<Item = &'a Arc<Case>>) {
        let kept = Kept::of(setup);
        let mut before = std::mem::take(&mut self.cases);
        self.found = of_setup(setup);
        for case in cases {
            let same = before
                .remove(case.id())
                .filter(|(looked, _)| Arc::ptr_eq(looked, case));
            let found = same.map_or_else(|| of_case(case).into(), |(_, found)| found);
            self.found.extend_from_slice(&found);
            let looked = (Arc::clone(case), found);
            self.cases.insert(case.id().clone(), looked);
        }
        kept.mark(&mut self.found);
    }

    /// What [`identifying`](super::identifying) gives of what was last looked into.
    pub fn found(&self) -> &[Identifying] {
        &self.found
    }
}
