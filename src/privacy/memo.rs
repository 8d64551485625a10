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

#[cfg(test)]
mod tests {
    use super::super::identifying;
    use super::*;
    use crate::review::case_file::CaseFile;
    use crate::review::text::{ProvisionCode, Text};

    fn case(number: usize) -> Arc<Case> {
        let id = CaseId::new(format!("C{number}")).unwrap();
        let mut file = CaseFile::new(id, ProvisionCode::new("Mainstream").unwrap());
        file.pen_portrait = Text::cut(&format!("Write to child{number}@example.org."));
        Arc::new(Case::new(file))
    }

    #[test]
    fn the_memo_gives_what_looking_anew_gives() {
        let mut setup = Setup::new(
            Text::cut("Mrs Patel"),
            Text::default(),
            "2024-25".parse().unwrap(),
        );
        let mut cases: Vec<_> = (0..4).map(case).collect();
        let mut memo = Memo::default();
        let anew = |setup: &Setup, cases: &[Arc<Case>]| {
            identifying(setup, cases.iter().map(AsRef::as_ref))
        };
        memo.update(&setup, &cases);
        assert_eq!(memo.found(), anew(&setup, &cases));
        assert_eq!(memo.found().len(), 5);
        Arc::make_mut(&mut cases[2]).file.pen_portrait = Text::cut("Mrs Patel");
        cases.swap(0, 1);
        cases.pop();
        setup.not_identifying = vec![Text::cut("mrs patel")];
        memo.update(&setup, &cases);
        assert_eq!(memo.found(), anew(&setup, &cases));
        assert_eq!(memo.found().iter().filter(|one| one.kept).count(), 2);
    }
}
