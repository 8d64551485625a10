//! Whether the review on the screen is what its history and its seal say: found when it is opened,
//! and once more when the history is looked at. Everything the window shows "at the place" asks
//! here.

use crate::review::history::Digest;
use crate::review::seal::Sealing;
use crate::review::text::CaseId;
use crate::review::touched::Part;
use crate::review::{Command, HistoryCheck, Review, Timestamp, check_history};

/// Said of a case or the setup wherever it is shown.
pub const CHANGED: &str = "changed outside the program";

/// What was found.
#[derive(Clone, Debug)]
pub struct Outside {
    /// The head of the history that this is of.
    of: Digest,
    check: HistoryCheck,
    sealing: Option<Sealing>,
    sealed_at: Option<Timestamp>,
    /// Parts that a passage was taken out of, each with the last entry that says so.
    rests: Vec<(Part, u64)>,
}

impl Outside {
    /// Looks through a review.
    pub fn of(review: &Review) -> Self {
        Self {
            of: review.history().head(),
            check: check_history(&review.snapshot()),
            sealing: review.sealing(),
            sealed_at: sealed_at(review),
            rests: rests(review),
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
    pub const fn sealed_at(&self) -> Option<Timestamp> {
        self.sealed_at
    }

    /// Parts of which nobody can check what they said before this entry, which took text out of
    /// them.
    pub fn rests(&self) -> &[(Part, u64)] {
        &self.rests
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

fn sealed_at(review: &Review) -> Option<Timestamp> {
    let last = review.history().entries().last()?;
    (last.header.kind == Command::Seal.kind()).then_some(last.header.at)
}

fn rests(review: &Review) -> Vec<(Part, u64)> {
    let mut rests: Vec<(Part, u64)> = Vec::new();
    for (_, header) in review.history().redactions() {
        for touched in &header.changes {
            rests.retain(|(part, _)| *part != touched.part);
            rests.push((touched.part.clone(), header.number));
        }
    }
    rests.sort();
    rests
}
