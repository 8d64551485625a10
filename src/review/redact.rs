//! Taking a passage out of a review: out of every text, and out of every entry of its history that
//! holds it. History says that a passage was taken out, when and why, never what.

mod passage;
mod taking;

use serde::{Deserialize, Serialize};

use super::machine::Note;
use super::text::CaseId;
use super::touched::Part;

pub use passage::Passage;
pub(super) use passage::{is_marked, is_taken_out_of};

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

/// Where a passage stands, for whoever is about to take it out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holding {
    /// What of a passage of several words stands elsewhere too: somebody called by their first name
    /// only. `None` if nothing does.
    pub near: Option<Near>,
    /// The texts of the review as it is that hold it: case (`None` = setup) and field in words.
    pub places: Vec<(Option<CaseId>, String)>,
    /// Entries of history whose text holds it.
    pub entries: usize,
    /// Entries of history that hold it in a case number. These keep it: the number of a case is how
    /// history knows it.
    pub numbered: usize,
}

/// The longest word of a passage, where it stands without the rest.
#[derive(Clone, PartialEq, Eq)]
pub struct Near {
    /// The word, in small letters.
    pub word: String,
    /// Texts of the review in which it stands outside the passage.
    pub places: usize,
}

/// Without the word: it must not get into a log.
impl std::fmt::Debug for Near {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Near({} places)", self.places)
    }
}

impl Holding {
    /// Whether it stands nowhere that it could be taken out of.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty() && self.entries == 0
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

/// What taking a passage out has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redacted {
    /// The number of the entry that says so.
    pub entry: u64,
    /// Texts of the review that held it.
    pub fields: usize,
    /// Entries of history whose text was taken out.
    pub entries: usize,
    /// What else there is to say: a judgement of which nothing was left is a draft again.
    pub notes: Vec<Note>,
}
