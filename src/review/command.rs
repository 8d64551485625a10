//! Everything that can change a review, as data. A command is what history keeps, so each is as
//! small as the change it makes and says nothing that it does not change.

use serde::{Deserialize, Serialize};

use super::Date;
use super::baseline::Baseline;
use super::case_file::CaseFile;
use super::fingerprint::Fingerprint;
use super::judgement::{
    Answer, Condition, Confidence, Dissent, Draft, Ideal, Question, SupportCost,
};
use super::panel::{Member, MemberId};
use super::perspective::{
    Attempt, ParentAnswer, ParentIdeal, Perspective, Source, Speaker, VoiceId,
};
use super::provision::Provision;
use super::ratings::Rating;
use super::redaction::Redaction;
use super::setup::{Definition, IdealWords, MoneyRule, Selection, Setup};
use super::stance::Stance;
use super::text::{CaseId, ProvisionCode, Text};
use super::units::PerChild;

/// One change to a review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Begins a review; the first command of every history, and only that.
    Create(Box<Setup>),
    /// Changes what is set up before the first case.
    Setup(SetupEdit),
    /// Adds a case file.
    AddCase(Box<CaseFile>),
    /// Changes one field of a case file.
    EditCaseFile {
        /// Which case.
        case: CaseId,
        /// What changes.
        edit: FileEdit,
    },
    /// Takes a case out of the review.
    RemoveCase(CaseId),
    /// Puts a case aside: it stays in the file with all that was recorded of it, and is in no list,
    /// figure or total.
    Archive(CaseId),
    /// Brings a case back that was put aside, at the end of the list.
    Restore(CaseId),
    /// Moves a case in the order of the review.
    MoveCase {
        /// Which case.
        case: CaseId,
        /// Before which one it stands then; `None` = at the end.
        before: Option<CaseId>,
    },
    /// Adds case files with what was recorded of them elsewhere, all or none.
    Import(#[serde(deserialize_with = "super::bounded::imported")] Vec<ImportedCase>),
    /// Takes in what the tables of one file hold, all or none: the provision table and the baseline
    /// in place of the review's, then case files.
    ImportTables {
        /// The provision table; `None` = the review's own stays.
        #[serde(deserialize_with = "super::bounded::maybe_provisions")]
        provisions: Option<Vec<Provision>>,
        /// The baseline; `None` = the review's own stays.
        baseline: Option<Box<Baseline>>,
        /// The cases.
        #[serde(deserialize_with = "super::bounded::imported")]
        cases: Vec<ImportedCase>,
    },
    /// Keeps a member's own first rating; before the reveal it may be given anew.
    Rate {
        /// Which case.
        case: CaseId,
        /// Whose rating.
        member: MemberId,
        /// The rating.
        rating: Rating,
    },
    /// Takes a member's rating out before the reveal.
    Unrate {
        /// Which case.
        case: CaseId,
        /// Whose rating.
        member: MemberId,
    },
    /// Shows the first ratings to the panel, which freezes them.
    RevealRatings(CaseId),
    /// Puts a slip in a revealed rating right, with a reason; the first rating stays.
    CorrectRating {
        /// Which case.
        case: CaseId,
        /// Whose rating.
        member: MemberId,
        /// What was meant.
        rating: Rating,
        /// Why.
        reason: Text,
    },
    /// Changes one field of a parent's perspective; the next free voice begins with its first
    /// field.
    EditVoice {
        /// Which case.
        case: CaseId,
        /// Which voice.
        voice: VoiceId,
        /// What changes.
        edit: VoiceEdit,
    },
    /// Takes a parent's perspective out.
    RemoveVoice {
        /// Which case.
        case: CaseId,
        /// Which voice.
        voice: VoiceId,
    },
    /// Keeps what a parent said when asked about the panel's recorded judgement; `None` takes
    /// the answer out again.
    AskStance {
        /// Which case.
        case: CaseId,
        /// Which voice.
        voice: VoiceId,
        /// What they said, and when.
        asked: Option<(Stance, Date)>,
    },
    /// Puts the date right on which a parent was asked. What they were asked about stays.
    RedateStance {
        /// Which case.
        case: CaseId,
        /// Which voice.
        voice: VoiceId,
        /// When they were asked.
        on: Date,
    },
    /// Changes one field of the judgement on the form.
    EditDraft {
        /// Which case.
        case: CaseId,
        /// What changes.
        edit: DraftEdit,
    },
    /// Records what is on the form as the panel's judgement.
    Record(CaseId),
    /// Takes back changes on the form of a recorded judgement.
    DiscardChanges(CaseId),
    /// Makes a recorded judgement a draft again.
    Reopen(CaseId),
    /// Shows money for one case while it is locked for the review.
    RevealMoney(CaseId),
    /// Takes the last change back.
    Undo,
    /// Makes the change again that was taken back last.
    Redo,
    /// Says until when the review is to be kept; `None` takes that back.
    KeepUntil(Option<Date>),
    /// Closes the review at the end of a workshop: from then on it can only be continued.
    Seal,
    /// Goes on with a sealed review, of which this is the fingerprint.
    Continue(Fingerprint),
    /// Tells that a passage was taken out. Only
    /// [`Review::redact`](super::Review::redact), which knows the passage, does it.
    Redact(Redaction),
}

/// A change to the setup.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SetupEdit {
    /// What the review is called.
    Title(Text),
    /// The council.
    LocalAuthority(Text),
    /// The note shown with the title.
    Note(Text),
    /// What the review is for.
    Purpose(Text),
    /// The days of its workshops.
    MeetsOn(#[serde(deserialize_with = "super::bounded::list")] Vec<Date>),
    /// What members said that "ideal" means.
    IdealWords(#[serde(deserialize_with = "super::bounded::list")] Vec<IdealWords>),
    /// What "ideal" means.
    Definition(Option<Definition>),
    /// Words for it that are not agreed yet; agreeing takes them away.
    Proposed(Option<Definition>),
    /// Who chose the cases, and how.
    Selection(Selection),
    /// Whether money is shown while judging.
    Money(MoneyRule),
    /// Adds a member, or changes the one with this id.
    PutMember(Member),
    /// Takes a member out who has rated nothing.
    RemoveMember(MemberId),
    /// Puts a member before another, or last (`None`).
    MoveMember {
        /// Who.
        member: MemberId,
        /// Before whom.
        before: Option<MemberId>,
    },
    /// Adds a row to the provision table, or changes the one with this code.
    PutProvision(Provision),
    /// Takes a row out that no case refers to.
    RemoveProvision(ProvisionCode),
    /// Replaces the whole table.
    Provisions(#[serde(deserialize_with = "super::bounded::provisions")] Vec<Provision>),
    /// Replaces the baseline.
    Baseline(Box<Baseline>),
    /// Replaces the list of root causes.
    RootCauses(#[serde(deserialize_with = "super::bounded::list")] Vec<Text>),
    /// Says of a passage that looks identifying that it is not.
    KeepPassage(Text),
    /// Takes that back.
    WatchPassage(Text),
}

/// The text fields of a case file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FileText {
    /// Age band or year group.
    YearGroup,
    /// Phase.
    Phase,
    /// Primary need.
    PrimaryNeed,
    /// Since when there has been a plan.
    PlanSince,
    /// Who this child is.
    PenPortrait,
    /// What the child says.
    ChildViews,
    /// What the child hopes for.
    Aspirations,
    /// What is provided today.
    ProvisionSummary,
}

/// The lists of a case file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FileList {
    /// Further needs.
    SecondaryNeeds,
    /// Documents that the panel saw.
    DocumentsSeen,
    /// Documents that were missing.
    DocumentsMissing,
}

/// A change to a case file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FileEdit {
    /// The case number.
    Id(CaseId),
    /// Where the child is now.
    CurrentProvision(ProvisionCode),
    /// What it costs, £ a year.
    AnnualCost(Option<PerChild>),
    /// A text.
    Text(FileText, Text),
    /// A list.
    List(
        FileList,
        #[serde(deserialize_with = "super::bounded::list")] Vec<Text>,
    ),
}

/// A change to a parent's perspective.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum VoiceEdit {
    /// Who spoke.
    Speaker(Option<Speaker>),
    /// How they were heard.
    Source(Option<Source>),
    /// In their own words.
    Words(Text),
    /// Their answer to a question.
    Answer(Question, Option<ParentAnswer>),
    /// What they see as ideal.
    Ideal(Option<ParentIdeal>),
    /// When they were heard.
    Date(Option<Date>),
    /// What was tried.
    Attempts(#[serde(deserialize_with = "super::bounded::list")] Vec<Attempt>),
}

/// A change to the judgement on the form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum DraftEdit {
    /// The answer to a question. "Ideal" on the setting names the present provision as the ideal.
    Answer(Question, Option<Answer>),
    /// Where the ideal would be.
    Ideal(Option<Ideal>),
    /// Why.
    Reasoning(Text),
    /// What would have to be in place.
    Conditions(#[serde(deserialize_with = "super::bounded::list")] Vec<Condition>),
    /// Extra support.
    SupportCosts(#[serde(deserialize_with = "super::bounded::list")] Vec<SupportCost>),
    /// Root causes.
    RootCauses(#[serde(deserialize_with = "super::bounded::list")] Vec<Text>),
    /// How sure.
    Confidence(Option<Confidence>),
    /// Who disagrees.
    Dissent(#[serde(deserialize_with = "super::bounded::list")] Vec<Dissent>),
}

/// A case with what was recorded of it elsewhere. A judgement that is complete is recorded, one
/// that is not stays a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportedCase {
    /// The case file.
    pub file: CaseFile,
    /// The parents' perspectives.
    #[serde(deserialize_with = "super::bounded::list")]
    pub voices: Vec<Perspective>,
    /// The judgement.
    pub draft: Draft,
    /// What the first voice said when asked about that judgement, and when.
    pub asked: Option<(Stance, Date)>,
}

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
            | Self::RevealMoney(case) => Some(case),
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
            Self::PutProvision(_) | Self::RemoveProvision(_) | Self::Provisions(_) => {
                "provision table changed"
            }
            Self::Baseline(_) => "baseline changed",
            Self::RootCauses(_) => "list of root causes changed",
            Self::KeepPassage(_) | Self::WatchPassage(_) => "passage looked at",
        }
    }
}
