//! Everything that can change a review, as data. A command is what history keeps, so each is as
//! small as the change it makes and says nothing that it does not change.

mod kinds;

use serde::{Deserialize, Serialize};

use super::Date;
use super::baseline::Baseline;
use super::case_file::CaseFile;
use super::fingerprint::Fingerprint;
use super::judgement::{
    Answer, Condition, Confidence, Dissent, Draft, Ideal, Question, SupportCost,
};
use super::law::{LawNote, LessThanPlan, MainstreamWish};
use super::note::{NoteEdit, NoteId, Wording};
use super::panel::{Member, MemberId};
use super::perspective::{
    Attempt, ParentAnswer, ParentIdeal, Perspective, Source, Speaker, VoiceId,
};
use super::provision::Provision;
use super::ratings::Rating;
use super::redaction::Redaction;
use super::session::Session;
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
    /// Says that the members do not rate this case before the discussion, or takes that back.
    SkipRating {
        /// Which case.
        case: CaseId,
        /// Whether rating is skipped.
        skip: bool,
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
    /// Says that a member was there for this case, or was not, unlike for the session; `None` = as
    /// for the session.
    Except {
        /// Which case.
        case: CaseId,
        /// Who.
        member: MemberId,
        /// Whether they were there.
        present: Option<bool>,
    },
    /// Says that a case is for practice: it is judged and shown, and counts nowhere; or takes that
    /// back.
    Practice {
        /// Which case.
        case: CaseId,
        /// Whether it is for practice.
        practice: bool,
    },
    /// Puts a case off for later in the meeting, or takes it up again.
    Park {
        /// Which case.
        case: CaseId,
        /// Whether it waits.
        parked: bool,
    },
    /// Changes a note on a case; the next free note begins with its first edit.
    EditNote {
        /// Which case.
        case: CaseId,
        /// Which note.
        note: NoteId,
        /// What changes.
        edit: NoteEdit,
    },
    /// Takes a note out.
    RemoveNote {
        /// Which case.
        case: CaseId,
        /// Which note.
        note: NoteId,
    },
    /// Words a recorded judgement anew for reading aloud; `None` = as the record says it.
    Word {
        /// Which case.
        case: CaseId,
        /// The words.
        wording: Option<Wording>,
    },
    /// Keeps that a note on the law was on the screen. It is no change of anybody's, so undo does
    /// not stop at it.
    LawShown {
        /// Which case.
        case: CaseId,
        /// Which note.
        note: LawNote,
    },
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
    /// Says who was there on a day; a day that is known already is put right.
    PutSession(Session),
    /// Takes a session out.
    RemoveSession(Date),
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

/// What else a parent may say, in their own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum VoiceText {
    /// What they hope for.
    Hopes,
    /// What they fear.
    Fears,
    /// What would change their mind.
    WouldChange,
}

impl VoiceText {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Hopes, Self::Fears, Self::WouldChange];

    /// As it is asked.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Hopes => "What they hope for",
            Self::Fears => "What they fear",
            Self::WouldChange => "What would change their mind",
        }
    }
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
    /// Whether what was written down was read back to them.
    ReadBack(Option<bool>),
    /// What they wish as to mainstream.
    Mainstream(Option<MainstreamWish>),
    /// What else they say.
    Text(VoiceText, Text),
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
    /// Whether the ideal has less provision than the plan specifies, and why.
    LessThanPlan(Option<LessThanPlan>),
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
