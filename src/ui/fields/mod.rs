//! Every text that a person can type, as one table: what stands in the field now, and which
//! command typed text becomes. Views name a field; nobody else turns text into commands.

mod as_text;
mod by_year;
mod named;
mod of_case;
mod read;
mod setup;
mod sources;
mod tables;

pub use by_year::YearList;
pub use setup::{SetupField, besides, proposed, something};
pub use sources::{SourceField, SourcePart};
pub use tables::{BaselineField, RowField, baseline_in_words, row_figures_in_words, row_in_words};

use serde::{Deserialize, Serialize};

use read::{Told, joined, lines, optional_date, words};
use tables::{baseline_shown, row_shown, set_baseline, set_row};

use crate::review::command::{Command, FileList, FileText, SetupEdit, VoiceText};
use crate::review::note::NoteId;
use crate::review::panel::MemberId;
use crate::review::paragraph;
use crate::review::perspective::VoiceId;
use crate::review::setup::{Definition, Selection};
use crate::review::state::State;
use crate::review::text::{CaseId, ProvisionCode};
use crate::ui::rating::has_rated;

/// A field that holds typed text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Field {
    /// What the review is called.
    Title,
    /// The council.
    LocalAuthority,
    /// Until when the review is kept.
    KeepUntil,
    /// What "ideal" means, in words that are not agreed yet.
    Definition,
    /// Who chose the cases.
    SelectionAccount,
    /// Another text of the setup.
    Setup(SetupField),
    /// The list of root causes, one a line.
    RootCauses,
    /// What tells a member from another of the same role.
    Member(MemberId),
    /// A cell of the provision table.
    Row(ProvisionCode, RowField),
    /// A figure of the baseline.
    Baseline(BaselineField),
    /// Where a figure of the table or the baseline comes from.
    Source(SourceField),
    /// The number of a case.
    CaseNumber(CaseId),
    /// A text of a case file.
    File(CaseId, FileText),
    /// A list of a case file, one a line.
    FileList(CaseId, FileList),
    /// What the present provision costs.
    AnnualCost(CaseId),
    /// Why the panel thinks so.
    Reasoning(CaseId),
    /// A cell of a condition.
    Condition(CaseId, usize, ConditionField),
    /// £ a year of extra support.
    Support(CaseId, usize),
    /// A dissenting view.
    Dissent(CaseId, usize),
    /// The parent's own words.
    Words(CaseId, VoiceId),
    /// What else the parent says.
    VoiceText(CaseId, VoiceId, VoiceText),
    /// When the parent was heard.
    HeardOn(CaseId, VoiceId),
    /// A cell of an attempt to hear the parent.
    Attempt(CaseId, VoiceId, usize, AttemptField),
    /// When the parent was asked about the judgement.
    AskedOn(CaseId, VoiceId),
    /// A note on a case.
    Note(CaseId, NoteId),
    /// The judgement as it is read aloud.
    Aloud(CaseId),
    /// Why a rating that has been revealed is corrected. It is kept with the correction.
    Correction(CaseId, MemberId),
}

/// The texts of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ConditionField {
    /// What would have to be in place.
    What,
    /// By when it could be.
    ByWhen,
    /// £ once.
    OneOff,
    /// £ a year.
    Yearly,
}

/// The texts of an attempt to hear a parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AttemptField {
    /// When.
    On,
    /// How.
    How,
    /// The role of who asked.
    By,
}

/// The case in a field, to look at or to change: which fields belong to a case stands here alone.
macro_rules! case_in {
    ($field:expr) => {
        match $field {
            Self::CaseNumber(id)
            | Self::File(id, _)
            | Self::FileList(id, _)
            | Self::AnnualCost(id)
            | Self::Reasoning(id)
            | Self::Condition(id, ..)
            | Self::Support(id, _)
            | Self::Dissent(id, _)
            | Self::Words(id, _)
            | Self::VoiceText(id, ..)
            | Self::Note(id, _)
            | Self::Aloud(id)
            | Self::Correction(id, _)
            | Self::HeardOn(id, _)
            | Self::Attempt(id, ..)
            | Self::AskedOn(id, _) => Some(id),
            _ => None,
        }
    };
}

impl Field {
    /// What stands in the field, as a person would type it.
    pub fn shown(&self, state: &State) -> String {
        if let Self::Aloud(id) = self {
            return state.case(id).map_or_else(String::new, |case| {
                paragraph::aloud(case, state.setup()).unwrap_or_default()
            });
        }
        if let Some(id) = self.case() {
            let shown = state.case(id).and_then(|case| self.shown_of(case));
            return shown.unwrap_or_default();
        }
        let setup = state.setup();
        match self {
            Self::Title => setup.title.to_string(),
            Self::LocalAuthority => setup.local_authority.to_string(),
            Self::KeepUntil => state
                .keep_until()
                .map(|until| until.in_words())
                .unwrap_or_default(),
            Self::Definition => setup
                .proposed
                .as_ref()
                .map(|words| words.words.to_string())
                .unwrap_or_default(),
            Self::Setup(field) => field.shown(setup),
            Self::SelectionAccount => setup.selection.account.to_string(),
            Self::RootCauses => joined(&setup.root_causes),
            Self::Member(id) => {
                let member = setup.members.iter().find(|member| member.id == *id);
                member
                    .map(|member| member.detail.to_string())
                    .unwrap_or_default()
            }
            Self::Row(code, cell) => setup
                .provision(code)
                .map(|row| row_shown(row, *cell))
                .unwrap_or_default(),
            Self::Baseline(figure) => baseline_shown(&setup.baseline, *figure),
            Self::Source(source) => source.shown(setup),
            // Fields of cases have been answered above.
            _ => String::new(),
        }
    }

    /// The command that typed text becomes.
    ///
    /// # Errors
    /// What to tell the person beside the field, if the text cannot stand there.
    pub fn command(&self, state: &State, text: &str) -> Told<Command> {
        let setup = state.setup();
        let edit = match self {
            Self::Title => SetupEdit::Title(words(text)?),
            Self::LocalAuthority => SetupEdit::LocalAuthority(words(text)?),
            Self::KeepUntil => return Ok(Command::KeepUntil(optional_date(text)?)),
            Self::Definition => {
                let words = words(text)?;
                let proposed = Definition {
                    words,
                    ..proposed(setup)
                };
                SetupEdit::Proposed(something(proposed))
            }
            Self::Setup(field) => field.edit(setup, text)?,
            Self::SelectionAccount => {
                let account = words(text)?;
                SetupEdit::Selection(Selection {
                    account,
                    ..setup.selection.clone()
                })
            }
            Self::RootCauses => SetupEdit::RootCauses(lines(text)?),
            Self::Member(id) => {
                let member = setup.members.iter().find(|member| member.id == *id);
                let mut member = member
                    .cloned()
                    .ok_or("this member is no longer on the panel")?;
                member.detail = words(text)?;
                SetupEdit::PutMember(member)
            }
            Self::Row(code, cell) => {
                let row = setup.provision(code).cloned();
                let mut row = row.ok_or("this row is no longer in the table")?;
                set_row(&mut row, *cell, text)?;
                SetupEdit::PutProvision(row)
            }
            Self::Baseline(figure) => {
                let mut baseline = setup.baseline.clone();
                set_baseline(&mut baseline, *figure, text)?;
                SetupEdit::Baseline(Box::new(baseline))
            }
            Self::Source(source) => source.edit(setup, text)?,
            _ => return self.case_command(state, text),
        };
        Ok(Command::Setup(edit))
    }

    /// Whether words stand here, rather than figures, dates or codes.
    pub const fn holds_words(&self) -> bool {
        if let Self::Source(source) = self {
            return source.holds_words();
        }
        matches!(
            self,
            Self::Title
                | Self::LocalAuthority
                | Self::Member(_)
                | Self::FileList(..)
                | Self::Condition(_, _, ConditionField::What | ConditionField::ByWhen)
                | Self::Attempt(_, _, _, AttemptField::How | AttemptField::By)
                | Self::Definition
                | Self::Correction(..)
                | Self::File(..)
        ) || self.keeps_while_typing()
            || matches!(self, Self::Setup(field) if field.holds_words())
    }

    /// Whether text here may be kept while it is still being typed: running text, of which a part
    /// is worth something. Half a figure is another figure.
    pub const fn keeps_while_typing(&self) -> bool {
        matches!(
            self,
            Self::Reasoning(_)
                | Self::Words(..)
                | Self::VoiceText(..)
                | Self::Note(..)
                | Self::Aloud(_)
                | Self::Dissent(..)
                | Self::File(
                    _,
                    FileText::PenPortrait
                        | FileText::ChildViews
                        | FileText::Aspirations
                        | FileText::ProvisionSummary
                )
                | Self::SelectionAccount
                | Self::Definition
        ) || matches!(self, Self::Setup(field) if field.keeps_while_typing())
    }

    /// Whether the field belongs to an entry of a list.
    pub const fn is_in_a_list(&self) -> bool {
        matches!(
            self,
            Self::Condition(..) | Self::Support(..) | Self::Dissent(..) | Self::Attempt(..)
        )
    }

    /// Where the field is, for a message about it: "case C07", "the provision table".
    pub fn place(&self) -> String {
        match self.case() {
            Some(case) => format!("case {case}"),
            None => match self {
                Self::Row(..) | Self::Source(SourceField::Row(..)) => {
                    "the provision table".to_owned()
                }
                Self::Baseline(_) | Self::Source(_) => "the baseline".to_owned(),
                _ => "the parts of Prepare".to_owned(),
            },
        }
    }

    /// The case that the field belongs to.
    pub const fn case(&self) -> Option<&CaseId> {
        case_in!(self)
    }

    /// The same field of the case under its new number.
    pub fn of_case(mut self, new: &CaseId) -> Self {
        if let Some(id) = case_in!(&mut self) {
            *id = new.clone();
        }
        self
    }

    /// Whether the record that the field belongs to is still there.
    pub fn is_there(&self, state: &State) -> bool {
        let Some(id) = self.case() else {
            return match self {
                Self::Row(code, _) => state.setup().provision(code).is_some(),
                Self::Source(source) => source.is_there(state.setup()),
                Self::Member(id) => state.setup().members.iter().any(|m| m.id == *id),
                Self::Setup(field) => field.is_there(state.setup()),
                _ => true,
            };
        };
        let Some(case) = state.case(id) else {
            return false;
        };
        let (draft, heard) = (case.draft(), |voice: &VoiceId| case.voice(*voice));
        match self {
            Self::Condition(_, at, _) => *at < draft.conditions.len(),
            Self::Support(_, at) => *at < draft.support_costs.len(),
            Self::Dissent(_, at) => *at < draft.dissent.len(),
            Self::Note(_, note) => case.note(*note).is_some() || *note == case.next_note(),
            Self::Aloud(_) => case.complete().is_some(),
            Self::Correction(_, by) => case.ratings.revealed.is_some() && has_rated(case, *by),
            Self::Words(_, voice) | Self::VoiceText(_, voice, _) | Self::HeardOn(_, voice) => {
                heard(voice).map_or(*voice == case.next_voice(), |v| {
                    v.source.is_none() || v.was_heard()
                })
            }
            Self::Attempt(_, voice, at, _) => {
                heard(voice).is_some_and(|v| !v.was_heard() && *at < v.attempts.len())
            }
            Self::AskedOn(_, voice) => heard(voice).is_some_and(|v| v.asked.is_some()),
            _ => true,
        }
    }
}
