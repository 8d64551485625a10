//! What is written beside a case without being part of the finding: a note that anybody in the room
//! may add at any time, and the judgement as the panel wants it read aloud.

use serde::{Deserialize, Serialize};

use super::Timestamp;
use super::panel::Role;
use super::text::Text;

/// Identifies a note within a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NoteId(pub u16);

/// A note on a case. It is in no figure and no finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseNote {
    /// Which note.
    pub id: NoteId,
    /// Whose, by role; `None` = nobody said.
    pub by: Option<Role>,
    /// In their words.
    pub words: Text,
    /// When it was begun.
    pub at: Timestamp,
}

/// A change to a note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum NoteEdit {
    /// Whose it is.
    By(Option<Role>),
    /// What it says.
    Words(Text),
}

/// How the panel wants its judgement read aloud, in words of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The words.
    pub words: Text,
    /// The paragraph that the program had built from the record when they were written. Where it
    /// builds another one now, the record has changed and the words may say what no longer holds.
    pub built: Text,
}

impl Wording {
    /// Whether the words were written for the record as it stands.
    pub fn is_current(&self, built: &str) -> bool {
        self.built == Text::cut(built)
    }
}
