//! What a command is, without its text: the words that history shows of it, the case it is about,
//! and what it means for undo.

use super::{Command, ImportedCase, SetupEdit};
use crate::review::setup::MoneyRule;
use crate::review::text::CaseId;

impl Command {
    /// What kind of change this is, in words that history shows.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Create(_) => "review begun",
            Self::Setup(edit) => edit.kind(),
            Self::AddCase(_) => "case added",
            Self::EditCaseFile { .. } => "case file changed",
            Self::RemoveCase(_) => "case taken out",
            Self::Archive(_) => "case put aside",
            Self::Restore(_) => "case brought back",
            Self::MoveCase { .. } => "order of the cases changed",
            Self::Import(_) => "cases imported",
            Self::ImportTables { .. } => "tables imported",
            Self::Rate { .. } => "first rating",
            Self::Unrate { .. } => "first rating taken out",
            Self::SkipRating { skip: true, .. } => "rating skipped",
            Self::SkipRating { skip: false, .. } => "rating taken up after all",
            Self::RevealRatings(_) => "ratings revealed",
            Self::CorrectRating { .. } => "rating corrected",
            Self::EditVoice { .. } => "parent perspective",
            Self::RemoveVoice { .. } => "parent perspective taken out",
            Self::AskStance { asked: Some(_), .. } => "parent asked",
            Self::AskStance { asked: None, .. } => "parent’s answer taken out",
            Self::RedateStance { .. } => "date put right",
            Self::EditDraft { .. } => "judgement on the form",
            Self::Record(_) => "judgement recorded",
            Self::DiscardChanges(_) => "changes taken back",
            Self::Reopen(_) => "judgement reopened",
            Self::RevealMoney(_) => "money revealed",
            Self::Except { .. } => "who was there for a case",
            Self::Practice { practice: true, .. } => "case for practice",
            Self::Practice { .. } => "case no longer for practice",
            Self::Park { parked: true, .. } => "case parked",
            Self::Park { .. } => "parked case taken up again",
            Self::EditNote { .. } => "note",
            Self::RemoveNote { .. } => "note taken out",
            Self::Word { .. } => "words for reading aloud",
            Self::LawShown { .. } => "note on the law shown",
            Self::Undo => "undone",
            Self::Redo => "done again",
            Self::KeepUntil(_) => "how long it is kept",
            Self::Seal => "sealed",
            Self::Continue(_) => "continued after sealing",
            Self::Redact(_) => "passage taken out",
        }
    }

    /// The case that this command is about, if it is about one.
    pub const fn case(&self) -> Option<&CaseId> {
        match self {
            Self::AddCase(file) => Some(&file.id),
            Self::EditCaseFile { case, .. }
            | Self::RemoveCase(case)
            | Self::Archive(case)
            | Self::Restore(case)
            | Self::MoveCase { case, .. }
            | Self::Rate { case, .. }
            | Self::Unrate { case, .. }
            | Self::SkipRating { case, .. }
            | Self::RevealRatings(case)
            | Self::CorrectRating { case, .. }
            | Self::EditVoice { case, .. }
            | Self::RemoveVoice { case, .. }
            | Self::AskStance { case, .. }
            | Self::RedateStance { case, .. }
            | Self::EditDraft { case, .. }
            | Self::Record(case)
            | Self::DiscardChanges(case)
            | Self::Reopen(case)
            | Self::RevealMoney(case)
            | Self::Except { case, .. }
            | Self::Practice { case, .. }
            | Self::Park { case, .. }
            | Self::EditNote { case, .. }
            | Self::RemoveNote { case, .. }
            | Self::Word { case, .. }
            | Self::LawShown { case, .. } => Some(case),
            Self::Create(_)
            | Self::Setup(_)
            | Self::Import(_)
            | Self::ImportTables { .. }
            | Self::Undo
            | Self::Redo
            | Self::KeepUntil(_)
            | Self::Seal
            | Self::Continue(_)
            | Self::Redact(_) => None,
        }
    }

    /// The cases that it brings from elsewhere, if it is an import.
    pub fn imported(&self) -> Option<&[ImportedCase]> {
        match self {
            Self::Import(cases) | Self::ImportTables { cases, .. } => Some(cases),
            _ => None,
        }
    }

    /// Whether it only remarks on what happened: undo passes it over.
    pub const fn is_remark(&self) -> bool {
        matches!(self, Self::LawShown { .. })
    }

    /// Whether undo stops here: what the panel has seen cannot be unseen.
    pub const fn is_reveal(&self) -> bool {
        matches!(
            self,
            Self::RevealRatings(_)
                | Self::RevealMoney(_)
                | Self::Setup(SetupEdit::Money(MoneyRule::Revealed))
        )
    }
}

impl SetupEdit {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Title(_) | Self::LocalAuthority(_) | Self::Note(_) => "title or council changed",
            Self::Purpose(_) | Self::MeetsOn(_) => "purpose or workshop days changed",
            Self::IdealWords(_) => "members’ words on ideal",
            Self::Definition(_) => "definition of ideal",
            Self::Proposed(_) => "words for ideal, not agreed yet",
            Self::Selection(_) => "selection of cases",
            Self::Money(_) => "money while judging",
            Self::PutMember(_) | Self::RemoveMember(_) | Self::MoveMember { .. } => "panel changed",
            Self::PutSession(_) | Self::RemoveSession(_) => "who was there",
            Self::PutProvision(_) | Self::RemoveProvision(_) | Self::Provisions(_) => {
                "provision table changed"
            }
            Self::Baseline(_) => "baseline changed",
            Self::RootCauses(_) => "list of root causes changed",
            Self::KeepPassage(_) | Self::WatchPassage(_) => "passage looked at",
        }
    }
}
