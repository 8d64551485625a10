//! Taking a passage out of a review: out of every text, and out of every entry of its history that
//! holds it. History says that a passage was taken out, when and why, never what.

mod passage;
mod taking;

use super::recording::Note;
use super::text::CaseId;

pub use super::redaction::{Redaction, Replacement, Why};
pub use passage::Passage;
pub(super) use passage::{is_marked, is_taken_out_of};

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
