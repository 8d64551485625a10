//! Whether the review on the screen is what its history and its seal say: found when it is opened,
//! and once more when the history is looked at. Everything the window shows "at the place" asks
//! here.

use crate::review::history::Digest;
use crate::review::part::Part;
use crate::review::seal::Sealing;
use crate::review::text::CaseId;
use crate::review::{HistoryCheck, Review, Timestamp, check_history};

/// Said of a case or the setup wherever it is shown.
pub const CHANGED: &str = "changed outside the program";

/// What was found.
#[derive(Clone, Debug)]
pub struct Outside {
    /// The head of the history that this is of.
    of: Digest,
    check: HistoryCheck,
    sealing: Option<Sealing>,
}

impl Outside {
    /// Looks through a review.
    pub fn of(review: &Review) -> Self {
        Self {
            of: review.history().head(),
            check: check_history(&review.snapshot()),
            sealing: review.sealing(),
        }
    }

    /// Looks again if anything has happened since.
    pub fn update(&mut self, review: &Review) {
        if self.of != review.history().head() {
            *self = Self::of(review);
        }
    }

    /// All that was found of the history.
    pub const fn check(&self) -> &HistoryCheck {
        &self.check
    }

    /// The seal, if there is one.
    pub const fn sealing(&self) -> Option<&Sealing> {
        self.sealing.as_ref()
    }

    /// When it was sealed; `None` where its history does not end with that.
    pub fn sealed_at(&self) -> Option<Timestamp> {
        self.sealing.and_then(|sealing| sealing.at)
    }

    /// Parts of which nobody can check what they said before this entry, which took text out of
    /// them.
    pub fn rests(&self) -> impl ExactSizeIterator<Item = (&Part, u64)> {
        let since = self.check.rests_since().iter().copied();
        self.check.rests_on_redaction.iter().zip(since)
    }

    /// Whether there is a seal, and everything is as it was when it was put there.
    pub fn seal_holds(&self) -> bool {
        self.sealing.is_some_and(|sealing| sealing.unchanged)
    }

    /// Whether this case is not what its history says.
    pub fn case(&self, id: &CaseId) -> bool {
        self.check.changed_outside_case(id)
    }

    /// Whether the setup is not what its history says.
    pub fn setup(&self) -> bool {
        self.check.changed_outside_setup()
    }
}
