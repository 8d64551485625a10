//! What a field is called in a sentence, and where in the program it stands.

use super::{Field, SetupField, SourceField};
use crate::review::command::{FileList, FileText, VoiceText};
use crate::review::perspective::VoiceId;
use crate::ui::intent::PrepareTab;
use crate::ui::scene::Step;

impl Field {
    /// Case and field in words: "C07, why the panel thinks so".
    pub fn in_words(&self) -> String {
        let what = self.what();
        match self.case() {
            Some(case) => format!("{case}, {what}"),
            None => what.to_owned(),
        }
    }

    const fn what(&self) -> &'static str {
        match self {
            Self::Title => "the title",
            Self::LocalAuthority => "the council",
            Self::KeepUntil => "until when it is kept",
            Self::Definition => "what “ideal” means",
            Self::SelectionAccount => "how the cases were chosen",
            Self::Setup(field) => field.what(),
            Self::RootCauses => "the root causes",
            Self::Member(_) => "a panel member",
            Self::Row(..) => "the provision table",
            Self::Baseline(_) => "the baseline",
            Self::Source(_) => "where a figure comes from",
            Self::CaseNumber(_) => "the case number",
            Self::File(_, text) => match text {
                FileText::YearGroup => "the year group",
                FileText::Phase => "the phase",
                FileText::PrimaryNeed => "the primary need",
                FileText::PlanSince => "since when there has been a plan",
                FileText::PenPortrait => "who this child is",
                FileText::ChildViews => "the child’s own views",
                FileText::Aspirations => "what the child hopes for",
                FileText::ProvisionSummary => "what is provided today",
            },
            Self::FileList(_, list) => match list {
                FileList::SecondaryNeeds => "further needs",
                FileList::DocumentsSeen => "documents seen",
                FileList::DocumentsMissing => "documents missing",
            },
            Self::AnnualCost(_) => "what the present provision costs",
            Self::Reasoning(_) => "why the panel thinks so",
            Self::Condition(..) => "a condition",
            Self::Support(..) => "extra support",
            Self::Dissent(..) => "a dissenting view",
            Self::Words(..) => "the parent’s own words",
            Self::VoiceText(_, _, VoiceText::Hopes) => "what the parent hopes for",
            Self::VoiceText(_, _, VoiceText::Fears) => "what the parent fears",
            Self::VoiceText(_, _, VoiceText::WouldChange) => "what would change the parent’s mind",
            Self::Note(..) => "a note",
            Self::Aloud(_) => "the words for reading aloud",
            Self::Correction(..) => "why a rating is corrected",
            Self::HeardOn(..) => "when the parent was heard",
            Self::Attempt(..) => "an attempt to hear the parent",
            Self::AskedOn(..) => "when the parent was asked",
        }
    }

    /// The parent's voice that it belongs to.
    pub const fn voice(&self) -> Option<VoiceId> {
        match self {
            Self::Words(_, voice)
            | Self::VoiceText(_, voice, _)
            | Self::HeardOn(_, voice)
            | Self::Attempt(_, voice, ..)
            | Self::AskedOn(_, voice) => Some(*voice),
            _ => None,
        }
    }

    /// The part of *Prepare* that it stands in; `None` for the form of a case.
    pub const fn prepared_in(&self) -> Option<PrepareTab> {
        Some(match self {
            Self::Title | Self::LocalAuthority | Self::RootCauses => PrepareTab::About,
            Self::KeepUntil => PrepareTab::File,
            Self::Definition => PrepareTab::Definition,
            Self::SelectionAccount => PrepareTab::Selection,
            Self::Setup(field) => match field {
                SetupField::Purpose | SetupField::NewDay => PrepareTab::About,
                SetupField::Said(_) | SetupField::SaidBesides(_) | SetupField::AgreedOn => {
                    PrepareTab::Definition
                }
                _ => PrepareTab::Selection,
            },
            Self::Member(_) => PrepareTab::Panel,
            Self::Row(..) | Self::Source(SourceField::Row(..)) => PrepareTab::Provisions,
            Self::Baseline(_) | Self::Source(_) => PrepareTab::Baseline,
            Self::CaseNumber(_) | Self::File(..) | Self::FileList(..) | Self::AnnualCost(_) => {
                PrepareTab::Cases
            }
            _ => return None,
        })
    }

    /// The step of a case that it stands in.
    pub const fn step(&self) -> Step {
        match self {
            Self::Aloud(_) => Step::Check,
            Self::Correction(..) => Step::Rate,
            _ => Step::Judge,
        }
    }
}
