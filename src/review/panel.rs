//! The people in the room, by role and never by name.

use serde::{Deserialize, Serialize};

use super::text::Text;

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
