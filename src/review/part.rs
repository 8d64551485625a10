//! The parts of a review that are compared on their own, and what an entry of history says of those
//! that it touched.

use serde::{Deserialize, Serialize};

use super::digest::{Digest, Salt};
use super::text::CaseId;

/// A part of a review that is compared on its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// What is set up before the first case, and until when the review is kept.
    Setup,
    /// Which cases there are, and in what order.
    Cases,
    /// One case.
    Case(CaseId),
}

/// As history names places: "setup", "case C05".
impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Setup => f.write_str("setup"),
            Self::Cases => f.write_str("order of the cases"),
            Self::Case(id) => write!(f, "case {id}"),
        }
    }
}

/// A part that a change touched. `None` where the part is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Touched {
    /// Which part.
    pub part: Part,
    /// The hash of what stood there before, salted as the hash after the last change to this part
    /// was, so that the two are equal if nothing happened in between. The first time a part is
    /// touched it has a salt of its own.
    pub before: Option<Digest>,
    /// The hash of what stands there now.
    pub after: Option<Digest>,
}

/// The salts of a [`Touched`], kept beside the header, so that they can be taken out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TouchedSalts {
    /// Of the hash before, where it has one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Salt>,
    /// Of the hash after.
    pub after: Option<Salt>,
}

/// What an entry says of the parts that it touched.
pub(super) type Touches = (Vec<Touched>, Vec<TouchedSalts>);
