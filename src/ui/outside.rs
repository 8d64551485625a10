//! Whether the review on the screen is what its history says, found when it is opened and when the
//! history is looked at. Everything the window shows "at the place" asks here.

use crate::review::text::CaseId;
use crate::review::{HistoryCheck, Review, check_history};

/// Said of a case or the setup wherever it is shown.
pub const CHANGED: &str = "changed outside the program";

/// What was found.
#[derive(Clone, Debug)]
pub struct Outside {
    check: HistoryCheck,
}

impl Outside {
    /// Looks through a review.
    pub fn of(review: &Review) -> Self {
        Self {
            check: check_history(review.state(), review.history()),
        }
    }

    /// All that was found.
    pub const fn check(&self) -> &HistoryCheck {
        &self.check
    }

    fn names(&self, place: &str) -> bool {
        self.check
            .changed_outside
            .iter()
            .any(|named| named == place)
    }

    /// Whether this case is not what its history says.
    pub fn case(&self, id: &CaseId) -> bool {
        !self.check.changed_outside.is_empty() && self.names(&format!("case {id}"))
    }

    /// Whether the setup is not what its history says.
    pub fn setup(&self) -> bool {
        self.names("setup")
    }
}
