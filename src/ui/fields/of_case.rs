//! The fields of a case: what stands in them, and which command typed text becomes.

use super::read::{Told, figure, joined, lines, optional_date, pounds, told, words};
use super::{AttemptField, ConditionField, Field};
use crate::exchange::number::{Kind, shown};
use crate::review::case::Case;
use crate::review::command::{Command, DraftEdit, FileEdit, FileList, VoiceEdit};
use crate::review::judgement::{Condition, Draft};
use crate::review::note::{NoteEdit, Wording};
use crate::review::paragraph;
use crate::review::perspective::{Attempt, Perspective, VoiceId};
use crate::review::state::State;
use crate::review::text::{CaseId, Text};
use crate::review::units::{Money, PerChild};

impl Field {
    pub(super) fn shown_of(&self, case: &Case) -> Option<String> {
        Some(match self {
            Self::CaseNumber(id) => id.to_string(),
            Self::File(_, field) => case.file.text(*field).to_string(),
            Self::FileList(_, FileList::SecondaryNeeds) => joined(&case.file.secondary_needs),
            Self::FileList(_, FileList::DocumentsSeen) => joined(&case.file.documents_seen),
            Self::FileList(_, FileList::DocumentsMissing) => joined(&case.file.documents_missing),
            Self::AnnualCost(_) => shown(case.file.annual_cost?.get()),
            Self::Reasoning(_) => case.draft().reasoning.to_string(),
            Self::Condition(_, at, cell) => {
                let draft = case.draft();
                let condition = draft.conditions.get(*at)?;
                match cell {
                    ConditionField::What => condition.what.to_string(),
                    ConditionField::ByWhen => condition.by_when.to_string(),
                    ConditionField::OneOff => shown(condition.one_off?.get()),
                    ConditionField::Yearly => shown(condition.yearly?.get()),
                }
            }
            Self::Support(_, at) => shown(case.draft().support_costs.get(*at)?.per_year.get()),
            Self::Dissent(_, at) => case.draft().dissent.get(*at)?.words.to_string(),
            Self::Words(_, voice) => case.voice(*voice)?.words.to_string(),
            Self::VoiceText(_, voice, text) => case.voice(*voice)?.text(*text).to_string(),
            Self::Note(_, note) => case.note(*note)?.words.to_string(),
            Self::HeardOn(_, voice) => case.voice(*voice)?.date?.in_words(),
            Self::AskedOn(_, voice) => case.voice(*voice)?.asked.as_ref()?.on.in_words(),
            Self::Attempt(_, voice, at, cell) => {
                let attempt = case.voice(*voice)?.attempts.get(*at)?;
                match cell {
                    AttemptField::On => attempt.on?.in_words(),
                    AttemptField::How => attempt.how.to_string(),
                    AttemptField::By => attempt.by.to_string(),
                }
            }
            _ => return None,
        })
    }

    pub(super) fn case_command(&self, state: &State, text: &str) -> Told<Command> {
        let file = |id: &CaseId, edit| Command::EditCaseFile {
            case: id.clone(),
            edit,
        };
        let draft = |id: &CaseId, edit| Command::EditDraft {
            case: id.clone(),
            edit,
        };
        let voice = |id: &CaseId, voice: &VoiceId, edit| Command::EditVoice {
            case: id.clone(),
            voice: *voice,
            edit,
        };
        Ok(match self {
            Self::CaseNumber(id) => file(id, FileEdit::Id(told(CaseId::new(text))?)),
            Self::File(id, field) => file(id, FileEdit::Text(*field, words(text)?)),
            Self::FileList(id, field) => file(id, FileEdit::List(*field, lines(text)?)),
            Self::AnnualCost(id) => file(id, FileEdit::AnnualCost(pounds(text, PerChild::new)?)),
            Self::Reasoning(id) => draft(id, DraftEdit::Reasoning(words(text)?)),
            Self::Condition(id, at, cell) => {
                let mut conditions = form(state, id)?.conditions;
                let condition = conditions.get_mut(*at).ok_or("this condition is gone")?;
                set_condition(condition, *cell, text)?;
                draft(id, DraftEdit::Conditions(conditions))
            }
            Self::Support(id, at) => {
                let mut costs = form(state, id)?.support_costs;
                let cost = costs.get_mut(*at).ok_or("this support is gone")?;
                cost.per_year = figure(text, Kind::Money, PerChild::new)?;
                draft(id, DraftEdit::SupportCosts(costs))
            }
            Self::Dissent(id, at) => {
                let mut views = form(state, id)?.dissent;
                views.get_mut(*at).ok_or("this view is gone")?.words = words(text)?;
                draft(id, DraftEdit::Dissent(views))
            }
            Self::Words(id, v) => voice(id, v, VoiceEdit::Words(words(text)?)),
            Self::VoiceText(id, v, t) => voice(id, v, VoiceEdit::Text(*t, words(text)?)),
            Self::Note(id, note) => Command::EditNote {
                case: id.clone(),
                note: *note,
                edit: NoteEdit::Words(words(text)?),
            },
            Self::Aloud(id) => Command::Word {
                case: id.clone(),
                wording: worded(state, id, text)?,
            },
            Self::Correction(..) => {
                return Err("on the step Rate, keep the correction or leave it".to_owned());
            }
            Self::HeardOn(id, v) => voice(id, v, VoiceEdit::Date(optional_date(text)?)),
            Self::Attempt(id, v, at, cell) => {
                let mut attempts = heard(state, id, *v)?.attempts;
                set_attempt(
                    attempts.get_mut(*at).ok_or("this attempt is gone")?,
                    *cell,
                    text,
                )?;
                voice(id, v, VoiceEdit::Attempts(attempts))
            }
            Self::AskedOn(id, v) => {
                let on = optional_date(text)?.ok_or("when was the parent asked?")?;
                Command::RedateStance {
                    case: id.clone(),
                    voice: *v,
                    on,
                }
            }
            _ => return Err("this field is gone".to_owned()),
        })
    }
}

fn form(state: &State, id: &CaseId) -> Told<Draft> {
    let case = state
        .case(id)
        .ok_or("this case is no longer in the review")?;
    Ok(case.draft().into_owned())
}

/// Words for reading aloud; none where they are what the record says, or nothing.
fn worded(state: &State, id: &CaseId, text: &str) -> Told<Option<Wording>> {
    let complete = state.case(id).and_then(Case::complete);
    let complete = complete.ok_or("there is no judgement to be worded any more")?;
    let built = paragraph::built(&complete, state.setup());
    let words = words(text)?;
    if !words.says_something() || words.as_str() == built {
        return Ok(None);
    }
    let built = Text::cut(&built);
    Ok(Some(Wording { words, built }))
}

fn heard(state: &State, id: &CaseId, voice: VoiceId) -> Told<Perspective> {
    let case = state
        .case(id)
        .ok_or("this case is no longer in the review")?;
    Ok(case
        .voice(voice)
        .ok_or("this voice is no longer there")?
        .clone())
}

fn set_condition(condition: &mut Condition, cell: ConditionField, text: &str) -> Told<()> {
    match cell {
        ConditionField::What => condition.what = words(text)?,
        ConditionField::ByWhen => condition.by_when = words(text)?,
        ConditionField::OneOff => condition.one_off = pounds(text, Money::new)?,
        ConditionField::Yearly => condition.yearly = pounds(text, Money::new)?,
    }
    Ok(())
}

fn set_attempt(attempt: &mut Attempt, cell: AttemptField, text: &str) -> Told<()> {
    match cell {
        AttemptField::On => attempt.on = optional_date(text)?,
        AttemptField::How => attempt.how = words(text)?,
        AttemptField::By => attempt.by = words(text)?,
    }
    Ok(())
}
