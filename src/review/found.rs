//! Where a case was found last: a place to look first, and nothing else.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::case::Case;
use super::text::CaseId;

/// Whoever asks for a case asks for it again, a hundred times in a frame of the window, and 2,000
/// of them are long to look through. What stands at the place is always held against what is asked
/// for, so that it cannot be wrong, only of no use.
#[derive(Debug, Default)]
pub(super) struct LastFound(AtomicUsize);

impl LastFound {
    /// Where the case with this number stands.
    pub fn find(&self, cases: &[Arc<Case>], id: &CaseId) -> Option<usize> {
        let is_it = |case: &Arc<Case>| case.id() == id;
        let last = self.0.load(Ordering::Relaxed);
        if cases.get(last).is_some_and(is_it) {
            return Some(last);
        }
        let at = cases.iter().position(is_it)?;
        self.0.store(at, Ordering::Relaxed);
        Some(at)
    }
}

impl Clone for LastFound {
    fn clone(&self) -> Self {
        Self(AtomicUsize::new(self.0.load(Ordering::Relaxed)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::case_file::CaseFile;
    use crate::review::text::ProvisionCode;

    #[test]
    fn a_case_is_found_where_it_stands_now() {
        let case = |id: &str| {
            let row = ProvisionCode::new("Mainstream").unwrap();
            Arc::new(Case::new(CaseFile::new(CaseId::new(id).unwrap(), row)))
        };
        let id = |id: &str| CaseId::new(id).unwrap();
        let mut cases = vec![case("C1"), case("C2"), case("C3")];
        let last = LastFound::default();
        assert_eq!(last.find(&cases, &id("C3")), Some(2));
        assert_eq!(last.find(&cases, &id("C3")), Some(2));
        cases.swap_remove(0);
        assert_eq!(last.find(&cases, &id("C3")), Some(0));
        assert_eq!(last.find(&cases, &id("C2")), Some(1));
        assert_eq!(last.find(&cases, &id("C1")), None);
    }
}
