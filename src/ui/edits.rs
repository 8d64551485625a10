//! Changes to one entry of a list, or to one part of a record, worked out when they are carried out:
//! what was typed into its neighbours has been kept by then, and is not written over.

use crate::review::case::Case;
use crate::review::command::{DraftEdit, SetupEdit, VoiceEdit};
use crate::review::judgement::{Condition, Dissent, Payer, SupportCost};
use crate::review::panel::{Member, MemberId, Organisation, Role};
use crate::review::perspective::{Attempt, VoiceId};
use crate::review::session::Session;
use crate::review::setup::{SelectionMethod, Setup};
use crate::review::text::Text;
use crate::review::units::PerChild;
use crate::review::{Command, Date};
use crate::ui::drawing::Drawn;
use crate::ui::fields::{proposed, something};

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

/// The session of a day as it is after a change, in the order of the panel.
fn attended(setup: &Setup, on: Date, change: impl FnOnce(&mut Vec<MemberId>)) -> Session {
    let known = setup.sessions.iter().find(|session| session.on == on);
    let mut present = known.map_or_else(Vec::new, |session| session.present.clone());
    change(&mut present);
    let place = |member: &MemberId| setup.members.iter().position(|known| known.id == *member);
    present.sort_by_key(place);
    Session { on, present }
}

/// A change to one part of a record of the setup.
#[derive(Clone, Debug, PartialEq)]
pub enum SetupChange {
    /// What a member is there as.
    MemberRole(MemberId, Role),
    /// What kind of organisation a member comes from.
    MemberOrganisation(MemberId, Option<Organisation>),
    /// A further member, as this.
    AddMember(Role),
    /// How the cases were chosen.
    Method(SelectionMethod),
    /// A draw from a list, with all that follows from it.
    Draw(Drawn),
    /// The draw is not kept any more; what was said besides is.
    NoDraw,
    /// A workshop day less.
    RemoveDay(Date),
    /// Whether a member was there on a day.
    Here(Date, MemberId, bool),
    /// All of the panel were there on a day.
    AllHere(Date),
    /// When the words on "ideal" are agreed.
    AgreedOn(Date),
    /// So many of a role agree with them.
    AgreedBy(Role, usize),
    /// All of the panel agree with them.
    AllAgree,
    /// The panel agrees the words.
    Agree,
    /// The agreed words are to be changed: they hold until others are agreed.
    ChangeWords,
    /// The agreed words stay as they are.
    LeaveWords,
}

impl SetupChange {
    /// Whether a draw goes with the method that it was.
    pub fn drops_the_draw(&self, setup: &Setup) -> bool {
        let draw = setup.selection.draw.as_ref();
        matches!(self, Self::Method(method) if draw.is_some_and(|draw| draw.method() != *method))
    }

    /// The command that this is for a setup as it stands; `None` if the record is gone.
    pub fn command(self, setup: &Setup) -> Option<Command> {
        let edit = match self {
            Self::MemberRole(id, role) => {
                let mut member = setup.members.iter().find(|member| member.id == id)?.clone();
                member.role = role;
                SetupEdit::PutMember(member)
            }
            Self::MemberOrganisation(id, organisation) => {
                let mut member = setup.members.iter().find(|member| member.id == id)?.clone();
                member.organisation = organisation;
                SetupEdit::PutMember(member)
            }
            Self::AddMember(role) => SetupEdit::PutMember(new_member(setup, role)),
            Self::Draw(drawn) => SetupEdit::Selection(drawn.put_into(&setup.selection)),
            Self::NoDraw => {
                let mut selection = setup.selection.clone();
                selection.draw = None;
                SetupEdit::Selection(selection)
            }
            Self::RemoveDay(day) => {
                let mut days = setup.meets_on.clone();
                days.retain(|kept| *kept != day);
                SetupEdit::MeetsOn(days)
            }
            Self::Here(on, member, here) => SetupEdit::PutSession(attended(setup, on, |present| {
                present.retain(|one| *one != member);
                if here {
                    present.push(member);
                }
            })),
            Self::AllHere(on) => SetupEdit::PutSession(attended(setup, on, |present| {
                *present = setup.members.iter().map(|member| member.id).collect();
            })),
            Self::AgreedOn(_)
            | Self::AgreedBy(..)
            | Self::AllAgree
            | Self::Agree
            | Self::ChangeWords
            | Self::LeaveWords => self.of_ideal(setup)?,
            Self::Method(method) => {
                let mut selection = setup.selection.clone();
                selection.method = method;
                // Cases that were drawn were not chosen in another way.
                selection.draw = selection.draw.filter(|draw| draw.method() == method);
                SetupEdit::Selection(selection)
            }
        };
        Some(Command::Setup(edit))
    }

    /// A change to the words on "ideal".
    fn of_ideal(self, setup: &Setup) -> Option<SetupEdit> {
        let mut words = proposed(setup);
        match self {
            Self::AgreedOn(date) => words.agreed_on = Some(date),
            Self::AgreedBy(role, number) => {
                words.agreed_by.retain(|by| *by != role);
                words.agreed_by.extend(std::iter::repeat_n(role, number));
            }
            Self::AllAgree => {
                words.agreed_by = setup.members.iter().map(|member| member.role).collect();
            }
            Self::Agree => {
                return setup
                    .proposed
                    .clone()
                    .map(|agreed| SetupEdit::Definition(Some(agreed)));
            }
            Self::ChangeWords => words = setup.definition.clone()?,
            Self::LeaveWords => return Some(SetupEdit::Proposed(None)),
            _ => return None,
        }
        Some(SetupEdit::Proposed(something(words)))
    }
}

/// A member of this role, with the organisation that follows from it where one does.
fn new_member(setup: &Setup, role: Role) -> Member {
    let ids = setup.members.iter().map(|member| member.id.0);
    let organisation = match role {
        Role::HeadMainstream => Some(Organisation::MainstreamSchool),
        Role::HeadSpecial => Some(Organisation::SpecialSchool),
        Role::SendOfficer | Role::Finance => Some(Organisation::Council),
        Role::ParentCarerForum => Some(Organisation::ParentCarerForum),
        Role::ChildsParent => Some(Organisation::Family),
        _ => None,
    };
    Member {
        id: MemberId(ids.max().unwrap_or(0).saturating_add(1)),
        role,
        detail: Text::default(),
        organisation,
    }
}
