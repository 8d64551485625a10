//! Members' own first ratings of a case, made alone before the discussion.

use serde::{Deserialize, Serialize};

use super::Timestamp;
use super::judgement::{Answer, Confidence};
use super::panel::MemberId;
use super::text::{ProvisionCode, Text};

/// Where a member sees the ideal, or that they did not say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RatedIdeal {
    /// This kind of provision; the child's present one means "where they are".
    Provision(ProvisionCode),
    /// The member cannot tell.
    CannotTell,
    /// The member abstained.
    Abstained,
}

/// One member's own first view of a case, made before the discussion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// Where they see the ideal.
    pub ideal: RatedIdeal,
    /// Is the setting ideal? Optional.
    pub setting: Option<Answer>,
    /// Is the support ideal? Optional.
    pub support: Option<Answer>,
    /// Was it timely? Optional.
    pub timeliness: Option<Answer>,
    /// How sure. Optional.
    pub confidence: Option<Confidence>,
}

/// A member's rating with what was corrected afterwards; the first one is never overwritten once
/// it has been revealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberRating {
    /// Who.
    pub member: MemberId,
    /// The first rating.
    pub first: Rating,
    /// Corrections of slips, in order.
    #[serde(deserialize_with = "super::bounded::list")]
    pub corrections: Vec<Correction>,
}

impl MemberRating {
    /// The rating as it stands after corrections.
    pub fn current(&self) -> &Rating {
        self.corrections
            .last()
            .map_or(&self.first, |correction| &correction.rating)
    }
}

/// A slip in a revealed rating, put right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// What the member had meant.
    pub rating: Rating,
    /// Why it was corrected.
    pub reason: Text,
    /// When.
    pub at: Timestamp,
}

/// All first ratings of one case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratings {
    /// In the order in which they were made.
    #[serde(deserialize_with = "super::bounded::list")]
    pub given: Vec<MemberRating>,
    /// When they were revealed to the panel, which freezes them.
    pub revealed: Option<Timestamp>,
    /// Whether the members did not rate before the discussion, by the facilitator's choice.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub skipped: bool,
}
