//! What history keeps of a passage that was taken out: what it was, what stands there now, and
//! which entries lost their text with it. Never the passage.

use serde::{Deserialize, Serialize};

use super::part::Part;

/// What stands where a passage was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Replacement {
    /// Something.
    Removed,
    /// The child's name.
    Child,
    /// A parent's name.
    Parent,
    /// A school.
    School,
    /// A place.
    Place,
    /// A date.
    Date,
    /// A number.
    Number,
}

impl Replacement {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Removed,
        Self::Child,
        Self::Parent,
        Self::School,
        Self::Place,
        Self::Date,
        Self::Number,
    ];

    /// What is put into the text.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Removed => "[removed]",
            Self::Child => "[child]",
            Self::Parent => "[parent]",
            Self::School => "[school]",
            Self::Place => "[place]",
            Self::Date => "[date]",
            Self::Number => "[number]",
        }
    }
}

/// Why a passage was taken out: what it was. No free text, since that might say it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Why {
    /// A child's name.
    ChildsName,
    /// A parent's or carer's name.
    ParentsName,
    /// Another person's name.
    AnothersName,
    /// A school or setting.
    School,
    /// An address or place.
    Place,
    /// A date of birth.
    DateOfBirth,
    /// A number.
    Number,
    /// Something else.
    SomethingElse,
}

impl Why {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::ChildsName,
        Self::ParentsName,
        Self::AnothersName,
        Self::School,
        Self::Place,
        Self::DateOfBirth,
        Self::Number,
        Self::SomethingElse,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ChildsName => "a child’s name",
            Self::ParentsName => "a parent’s or carer’s name",
            Self::AnothersName => "another person’s name",
            Self::School => "a school or setting",
            Self::Place => "an address or place",
            Self::DateOfBirth => "a date of birth",
            Self::Number => "a number",
            Self::SomethingElse => "something else",
        }
    }

    /// What is put into the text unless somebody chooses otherwise.
    pub const fn usual(self) -> Replacement {
        match self {
            Self::ChildsName => Replacement::Child,
            Self::ParentsName => Replacement::Parent,
            Self::School => Replacement::School,
            Self::Place => Replacement::Place,
            Self::DateOfBirth => Replacement::Date,
            Self::Number => Replacement::Number,
            Self::AnothersName | Self::SomethingElse => Replacement::Removed,
        }
    }
}

/// What history keeps of a passage that was taken out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redaction {
    /// What it was.
    pub what: Why,
    /// What stands there now.
    pub put: Replacement,
    /// Texts of the review that held it.
    pub fields: usize,
    /// The numbers of the entries whose text was taken out with it.
    #[serde(deserialize_with = "super::bounded::numbers")]
    pub entries: Vec<u64>,
    /// Places that were not what history says already before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "super::bounded::parts")]
    pub outside: Vec<Part>,
}
