//! Version 1 of the file, before histories said which parts a change touched and reviews were
//! sealed. Its types stand here as they were; each turns into today's.
//!
//! The rule for every older version: a type that has not changed since is used as it is today, and
//! is copied here on the day it changes. What is hashed leaves out later fields at their default,
//! so the hashes of old entries hold.

use std::sync::Arc;

use serde::Deserialize;

use crate::review::case::Case;
use crate::review::case_file::CaseFile;
use crate::review::command::{
    Command as Today, DraftEdit, FileEdit, ImportedCase, SetupEdit, VoiceEdit,
};
use crate::review::history::{self, Digest, History, Salt, Via};
use crate::review::panel::MemberId;
use crate::review::perspective::VoiceId;
use crate::review::ratings::Rating;
use crate::review::setup::Setup;
use crate::review::stance::Stance;
use crate::review::state;
use crate::review::text::{CaseId, Text};
use crate::review::{Date, Snapshot, Timestamp, bounded};

/// The number of this version.
pub const VERSION: u64 = 1;

/// A file.
#[derive(Deserialize)]
#[serde(rename = "DbvReview", deny_unknown_fields)]
pub struct Document {
    #[serde(rename = "version")]
    _version: u32,
    #[serde(rename = "written_by")]
    _written_by: String,
    review: State,
    #[serde(deserialize_with = "bounded::entries")]
    history: Vec<Converted>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct State {
    setup: Arc<Setup>,
    #[serde(deserialize_with = "bounded::cases")]
    cases: Arc<Vec<Arc<Case>>>,
}

/// Turned into today's one by one while they are read, so that a file is not in memory twice.
#[derive(Deserialize)]
#[serde(from = "Entry")]
struct Converted(Arc<history::Entry>);

impl From<Entry> for Converted {
    fn from(entry: Entry) -> Self {
        Self(Arc::new(entry.into()))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    header: Header,
    hash: Digest,
    payload: Option<Payload>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    number: u64,
    at: Timestamp,
    kind: String,
    case: Option<CaseId>,
    via: Via,
    money_visible: bool,
    payload: Digest,
    previous: Digest,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Payload {
    salt: Salt,
    command: Command,
}

#[derive(Deserialize)]
enum Command {
    Create(Box<Setup>),
    Setup(SetupEdit),
    AddCase(Box<CaseFile>),
    EditCaseFile {
        case: CaseId,
        edit: FileEdit,
    },
    RemoveCase(CaseId),
    Import(#[serde(deserialize_with = "bounded::imported")] Vec<ImportedCase>),
    Rate {
        case: CaseId,
        member: MemberId,
        rating: Rating,
    },
    Unrate {
        case: CaseId,
        member: MemberId,
    },
    RevealRatings(CaseId),
    CorrectRating {
        case: CaseId,
        member: MemberId,
        rating: Rating,
        reason: Text,
    },
    EditVoice {
        case: CaseId,
        voice: VoiceId,
        edit: VoiceEdit,
    },
    RemoveVoice {
        case: CaseId,
        voice: VoiceId,
    },
    AskStance {
        case: CaseId,
        voice: VoiceId,
        asked: Option<(Stance, Date)>,
    },
    RedateStance {
        case: CaseId,
        voice: VoiceId,
        on: Date,
    },
    EditDraft {
        case: CaseId,
        edit: DraftEdit,
    },
    Record(CaseId),
    DiscardChanges(CaseId),
    Reopen(CaseId),
    RevealMoney(CaseId),
    Undo,
    Redo,
}

impl From<Document> for Snapshot {
    fn from(document: Document) -> Self {
        let State { setup, cases } = document.review;
        let entries = document.history.into_iter();
        Self {
            state: state::State::of_version_1(setup, cases),
            history: entries.map(|Converted(entry)| entry).collect::<History>(),
            seal: None,
        }
    }
}

impl From<Entry> for history::Entry {
    fn from(entry: Entry) -> Self {
        let Entry {
            header,
            hash,
            payload,
        } = entry;
        Self {
            header: header.into(),
            hash,
            payload: payload.map(|Payload { salt, command }| history::Payload {
                salt,
                command: command.into(),
            }),
            salts: Vec::new(),
        }
    }
}

impl From<Header> for history::Header {
    fn from(header: Header) -> Self {
        let Header {
            number,
            at,
            kind,
            case,
            via,
            money_visible,
            payload,
            previous,
        } = header;
        Self {
            number,
            at,
            kind,
            case,
            via,
            money_visible,
            payload,
            previous,
            changes: Vec::new(),
        }
    }
}

impl From<Command> for Today {
    fn from(command: Command) -> Self {
        use Command as C;
        match command {
            C::Create(setup) => Self::Create(setup),
            C::Setup(edit) => Self::Setup(edit),
            C::AddCase(file) => Self::AddCase(file),
            C::EditCaseFile { case, edit } => Self::EditCaseFile { case, edit },
            C::RemoveCase(case) => Self::RemoveCase(case),
            C::Import(cases) => Self::Import(cases),
            C::Rate {
                case,
                member,
                rating,
            } => Self::Rate {
                case,
                member,
                rating,
            },
            C::Unrate { case, member } => Self::Unrate { case, member },
            C::RevealRatings(case) => Self::RevealRatings(case),
            C::CorrectRating {
                case,
                member,
                rating,
                reason,
            } => Self::CorrectRating {
                case,
                member,
                rating,
                reason,
            },
            C::EditVoice { case, voice, edit } => Self::EditVoice { case, voice, edit },
            C::RemoveVoice { case, voice } => Self::RemoveVoice { case, voice },
            C::AskStance { case, voice, asked } => Self::AskStance { case, voice, asked },
            C::RedateStance { case, voice, on } => Self::RedateStance { case, voice, on },
            C::EditDraft { case, edit } => Self::EditDraft { case, edit },
            C::Record(case) => Self::Record(case),
            C::DiscardChanges(case) => Self::DiscardChanges(case),
            C::Reopen(case) => Self::Reopen(case),
            C::RevealMoney(case) => Self::RevealMoney(case),
            C::Undo => Self::Undo,
            C::Redo => Self::Redo,
        }
    }
}
