//! Changes to one entry of a list, or to one part of a record, worked out when they are carried out:
//! what was typed into its neighbours has been kept by then, and is not written over.

use crate::review::Command;
use crate::review::case::Case;
use crate::review::command::{DraftEdit, SetupEdit, VoiceEdit};
use crate::review::judgement::{Condition, Dissent, Payer, SupportCost};
use crate::review::panel::{MemberId, Role};
use crate::review::perspective::{Attempt, VoiceId};
use crate::review::setup::{SelectionMethod, Setup};
use crate::review::text::Text;
use crate::review::units::PerChild;

/// A change to one entry of a list of the case on the screen. Entries count from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum CaseEdit {
    /// A further condition.
    AddCondition,
    /// A condition less.
    RemoveCondition(usize),
    /// Whether a condition is in place today.
    InPlace(usize, bool),
    /// Who would pay for a condition.
    ConditionPayer(usize, Option<Payer>),
    /// Further support.
    AddSupport,
    /// A kind of support less.
    RemoveSupport(usize),
    /// Who would pay for support.
    SupportPayer(usize, Payer),
    /// A further root cause.
    AddCause(Text),
    /// A root cause less.
    RemoveCause(usize),
    /// A further dissenting view.
    AddDissent,
    /// A dissenting view less.
    RemoveDissent(usize),
    /// Whose view it is.
    DissentBy(usize, Option<Role>),
    /// A further attempt to hear a parent.
    AddAttempt(VoiceId),
}

impl CaseEdit {
    /// The command that this is for a case as it stands; `None` if the entry is gone.
    pub fn command(self, case: &Case) -> Option<Command> {
        if let Self::AddAttempt(voice) = self {
            let mut list = case.voice(voice)?.attempts.clone();
            list.push(Attempt {
                on: None,
                how: Text::default(),
                by: Text::default(),
            });
            let edit = VoiceEdit::Attempts(list);
            return Some(Command::EditVoice {
                case: case.id().clone(),
                voice,
                edit,
            });
        }
        let edit = self.draft(case)?;
        Some(Command::EditDraft {
            case: case.id().clone(),
            edit,
        })
    }

    fn draft(self, case: &Case) -> Option<DraftEdit> {
        let form = case.draft().into_owned();
        let (mut conditions, mut costs) = (form.conditions, form.support_costs);
        let (mut causes, mut views) = (form.root_causes, form.dissent);
        Some(match self {
            Self::AddCondition => {
                conditions.push(Condition::new(Text::default(), false));
                DraftEdit::Conditions(conditions)
            }
            Self::RemoveCondition(at) => DraftEdit::Conditions(without(conditions, at)?),
            Self::InPlace(at, in_place) => {
                conditions.get_mut(at)?.in_place = in_place;
                DraftEdit::Conditions(conditions)
            }
            Self::ConditionPayer(at, payer) => {
                conditions.get_mut(at)?.payer = payer;
                DraftEdit::Conditions(conditions)
            }
            Self::AddSupport => {
                costs.push(SupportCost {
                    per_year: PerChild::ZERO,
                    payer: Payer::HighNeeds,
                });
                DraftEdit::SupportCosts(costs)
            }
            Self::RemoveSupport(at) => DraftEdit::SupportCosts(without(costs, at)?),
            Self::SupportPayer(at, payer) => {
                costs.get_mut(at)?.payer = payer;
                DraftEdit::SupportCosts(costs)
            }
            Self::AddCause(cause) => {
                causes.push(cause);
                DraftEdit::RootCauses(causes)
            }
            Self::RemoveCause(at) => DraftEdit::RootCauses(without(causes, at)?),
            Self::AddDissent => {
                views.push(Dissent {
                    by: None,
                    words: Text::default(),
                });
                DraftEdit::Dissent(views)
            }
            Self::RemoveDissent(at) => DraftEdit::Dissent(without(views, at)?),
            Self::DissentBy(at, by) => {
                views.get_mut(at)?.by = by;
                DraftEdit::Dissent(views)
            }
            Self::AddAttempt(_) => return None,
        })
    }
}

fn without<T>(mut list: Vec<T>, at: usize) -> Option<Vec<T>> {
    (at < list.len()).then(|| {
        list.remove(at);
        list
    })
}

/// A change to one part of a record of the setup.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SetupChange {
    /// What a member is there as.
    MemberRole(MemberId, Role),
    /// How the cases were chosen.
    Method(SelectionMethod),
}

impl SetupChange {
    /// The command that this is for a setup as it stands; `None` if the record is gone.
    pub fn command(self, setup: &Setup) -> Option<Command> {
        let edit = match self {
            Self::MemberRole(id, role) => {
                let mut member = setup.members.iter().find(|member| member.id == id)?.clone();
                member.role = role;
                SetupEdit::PutMember(member)
            }
            Self::Method(method) => {
                let mut selection = setup.selection.clone();
                selection.method = method;
                SetupEdit::Selection(selection)
            }
        };
        Some(Command::Setup(edit))
    }
}
