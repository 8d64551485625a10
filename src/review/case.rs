//! One child's case in a review: the file, the parents' voices, the members' first ratings and
//! where the panel's finding stands.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::case_file::CaseFile;
use super::judgement::{Draft, Judgement};
use super::law::LawShown;
use super::note::{CaseNote, NoteId, Wording};
use super::perspective::{Perspective, VoiceId};
use super::ratings::Ratings;
use super::session::Exception;
use super::text::CaseId;

/// Everything recorded of one case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What the panel is shown.
    pub file: CaseFile,
    /// The parents' perspectives, in the order of recording; some may not be whole yet.
    #[serde(deserialize_with = "super::bounded::list")]
    pub voices: Vec<Perspective>,
    /// The members' own first ratings.
    pub ratings: Ratings,
    /// Where the panel's finding stands.
    pub standing: Standing,
    /// Whether money was revealed for this case while it is locked for the review.
    pub money_revealed: bool,
    /// Whether it is for practice: judged and shown, and in no figure.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub practice: bool,
    /// Whether the panel has put it off for later.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub parked: bool,
    /// Who was there for this case, unlike for its session.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::bounded::members"
    )]
    pub exceptions: Vec<Exception>,
    /// Notes, in the order in which they were begun.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::bounded::list"
    )]
    pub notes: Vec<CaseNote>,
    /// How the panel wants its judgement read aloud; `None` = as the record says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
    /// Notes on the law that were on the screen while the case was judged.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::bounded::list"
    )]
    pub law_shown: Vec<LawShown>,
}

/// Where the panel's finding on a case stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Standing {
    /// On the form; counts nowhere.
    Draft(Draft),
    /// Recorded. Changes on the form count only when they are recorded in turn.
    Recorded {
        /// What counts.
        judgement: Judgement,
        /// What is being changed, if anything.
        changes: Option<Draft>,
    },
}

/// The state of a case as the case list shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nothing on the form yet.
    NotStarted,
    /// On the form, something of the panel's part is missing.
    Draft,
    /// The panel's part is there; a parent's perspective is not.
    WaitsForParent,
    /// All is there and waits to be recorded.
    ReadyToRecord,
    /// Recorded.
    Recorded,
    /// Recorded, with changes on the form that do not count yet.
    Changing,
}

impl Status {
    /// All, in order.
    pub const ALL: [Self; 6] = [
        Self::NotStarted,
        Self::Draft,
        Self::WaitsForParent,
        Self::ReadyToRecord,
        Self::Recorded,
        Self::Changing,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NotStarted => "not started",
            Self::Draft => "draft",
            Self::WaitsForParent => "waits for a parent",
            Self::ReadyToRecord => "ready to record",
            Self::Recorded => "recorded",
            Self::Changing => "recorded, being changed",
        }
    }
}

impl Case {
    /// A case of which only the file is known.
    pub fn new(file: CaseFile) -> Self {
        Self {
            file,
            voices: Vec::new(),
            ratings: Ratings::default(),
            standing: Standing::Draft(Draft::default()),
            money_revealed: false,
            practice: false,
            parked: false,
            exceptions: Vec::new(),
            notes: Vec::new(),
            wording: None,
            law_shown: Vec::new(),
        }
    }

    /// The case number.
    pub const fn id(&self) -> &CaseId {
        &self.file.id
    }

    /// What is on the form: the draft, the changes being made, or the judgement as recorded.
    pub fn draft(&self) -> Cow<'_, Draft> {
        match &self.standing {
            Standing::Draft(draft) => Cow::Borrowed(draft),
            Standing::Recorded {
                changes: Some(changes),
                ..
            } => Cow::Borrowed(changes),
            Standing::Recorded {
                judgement,
                changes: None,
            } => Cow::Owned(judgement.to_draft()),
        }
    }

    /// The recorded judgement.
    pub const fn judgement(&self) -> Option<&Judgement> {
        match &self.standing {
            Standing::Draft(_) => None,
            Standing::Recorded { judgement, .. } => Some(judgement),
        }
    }

    /// The voice with this id.
    pub fn voice(&self, id: VoiceId) -> Option<&Perspective> {
        self.voices.iter().find(|voice| voice.id == id)
    }

    /// The id for a further voice.
    pub fn next_voice(&self) -> VoiceId {
        VoiceId(
            self.voices
                .iter()
                .map(|voice| voice.id.0)
                .max()
                .unwrap_or(0)
                .saturating_add(1),
        )
    }

    /// The note with this id.
    pub fn note(&self, id: NoteId) -> Option<&CaseNote> {
        self.notes.iter().find(|note| note.id == id)
    }

    /// The id for a further note.
    pub fn next_note(&self) -> NoteId {
        let ids = self.notes.iter().map(|note| note.id.0);
        NoteId(ids.max().unwrap_or(0).saturating_add(1))
    }
}
