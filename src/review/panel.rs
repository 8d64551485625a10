//! The people in the room, by role and never by name, and their own first ratings.

use serde::{Deserialize, Serialize};

use super::Timestamp;
use super::judgement::{Answer, Confidence};
use super::text::{ProvisionCode, Text};

/// What somebody on a panel is there as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Special educational needs co-ordinator.
    Senco,
    /// Head of a mainstream school.
    HeadMainstream,
    /// Head of a special school.
    HeadSpecial,
    /// Educational psychologist.
    EducationalPsychologist,
    /// Health: therapist, paediatrician, nurse, commissioner.
    Health,
    /// Social care.
    SocialCare,
    /// SEND officer of the council.
    SendOfficer,
    /// Finance officer of the council.
    Finance,
    /// Early years.
    EarlyYears,
    /// College or post-16.
    PostSixteen,
    /// Parent-carer forum.
    ParentCarerForum,
    /// A parent of the child under review, in the room.
    ChildsParent,
    /// Somebody else; the member's `detail` says who.
    Other,
}

impl Role {
    /// All roles, in the order in which they are offered.
    pub const ALL: [Self; 13] = [
        Self::Senco,
        Self::HeadMainstream,
        Self::HeadSpecial,
        Self::EducationalPsychologist,
        Self::Health,
        Self::SocialCare,
        Self::SendOfficer,
        Self::Finance,
        Self::EarlyYears,
        Self::PostSixteen,
        Self::ParentCarerForum,
        Self::ChildsParent,
        Self::Other,
    ];

    /// The role in words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Senco => "SENCO",
            Self::HeadMainstream => "head, mainstream school",
            Self::HeadSpecial => "head, special school",
            Self::EducationalPsychologist => "educational psychologist",
            Self::Health => "health",
            Self::SocialCare => "social care",
            Self::SendOfficer => "SEND officer",
            Self::Finance => "finance",
            Self::EarlyYears => "early years",
            Self::PostSixteen => "college or post-16",
            Self::ParentCarerForum => "parent-carer forum",
            Self::ChildsParent => "the child’s own parent",
            Self::Other => "other",
        }
    }
}

/// What kind of organisation a member comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Organisation {
    /// A mainstream school.
    MainstreamSchool,
    /// A special school.
    SpecialSchool,
    /// A college or another post-16 setting.
    College,
    /// An early years setting.
    EarlyYears,
    /// The council.
    Council,
    /// The NHS.
    Nhs,
    /// A charity or voluntary organisation.
    Charity,
    /// A parent-carer forum.
    ParentCarerForum,
    /// The child's family.
    Family,
    /// Another.
    Other,
}

impl Organisation {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::MainstreamSchool,
        Self::SpecialSchool,
        Self::College,
        Self::EarlyYears,
        Self::Council,
        Self::Nhs,
        Self::Charity,
        Self::ParentCarerForum,
        Self::Family,
        Self::Other,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::MainstreamSchool => "mainstream school",
            Self::SpecialSchool => "special school",
            Self::College => "college or post-16 setting",
            Self::EarlyYears => "early years setting",
            Self::Council => "council",
            Self::Nhs => "NHS",
            Self::Charity => "charity or voluntary organisation",
            Self::ParentCarerForum => "parent-carer forum",
            Self::Family => "the child’s family",
            Self::Other => "other organisation",
        }
    }
}

/// Identifies a member within a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MemberId(pub u16);

/// One member of the panel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Which member.
    pub id: MemberId,
    /// What they are there as.
    pub role: Role,
    /// What tells two of the same role apart, e.g. "secondary". Never a name.
    pub detail: Text,
    /// What kind of organisation they come from; `None` = not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Organisation>,
}

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
}
