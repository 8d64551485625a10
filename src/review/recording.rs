//! How a case comes into a review and how its judgement comes to count: the one place for both, used
//! by the gate and by an import.

use std::sync::Arc;

use super::case::{Case, Standing};
use super::complete::{Missing, finish};
use super::history::Act;
use super::judgement::Stamp;
use super::refusal::{Refusal, in_words};
use super::setup::Setup;
use super::state::{State, case_violations};
use super::text::CaseId;
use super::{Timestamp, bounds};

/// What the gate tells beyond "done".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A recorded judgement became a draft again, and what it lacks.
    DraftAgain(CaseId, Vec<Missing>),
    /// An imported judgement was kept as a draft, and what it lacks.
    ImportedAsDraft(CaseId, Vec<Missing>),
    /// Imported judgements were kept as drafts since no definition of "ideal" is agreed.
    NoDefinitionYet(CaseId),
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::DraftAgain(case, missing) => write!(
                f,
                "The judgement of case {case} is a draft again and counts nowhere until it is \
                 recorded; missing: {}.",
                in_words(missing)
            ),
            Self::ImportedAsDraft(case, missing) => {
                write!(
                    f,
                    "Case {case} was imported as a draft; missing: {}.",
                    in_words(missing)
                )
            }
            Self::NoDefinitionYet(case) => write!(
                f,
                "Case {case} was imported as a draft: what “ideal” means is not agreed yet."
            ),
        }
    }
}

/// When a command is applied and with what on the screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub(super) at: Timestamp,
    /// `None`: what is recorded now was made elsewhere, and nobody knows.
    pub(super) money_visible: Option<bool>,
}

impl Moment {
    /// When and how somebody acts.
    pub(super) const fn of(act: Act) -> Self {
        Self {
            at: act.at,
            money_visible: Some(act.money_visible),
        }
    }
}

/// Adds a case whose number is known to be new.
pub(super) fn push_case(state: &mut State, case: Case) -> Result<(), Refusal> {
    if state.cases.len() + state.archived.len() >= bounds::CASES {
        return Err(Refusal::TooMany {
            what: "cases",
            most: bounds::CASES,
        });
    }
    if let Some(why) = case_violations(&case, &state.setup).into_iter().next() {
        return Err(why);
    }
    Arc::make_mut(&mut state.cases).push(Arc::new(case));
    Ok(())
}

/// Records what is on the form: the one place where a judgement comes to count.
pub(super) fn record(case: &mut Case, setup: &Setup, moment: Moment) -> Result<(), Refusal> {
    if setup.definition.is_none() {
        return Err(Refusal::NoDefinition);
    }
    let missing = case.missing();
    let finished = finish(case.draft().as_ref(), &case.file.current_provision);
    match finished {
        Ok(finished) if missing.is_empty() => {
            let now = Stamp {
                at: moment.at,
                money_visible: moment.money_visible,
            };
            if let Standing::Recorded { changes: None, .. } = case.standing {
                return Ok(());
            }
            let judgement = finished.recorded(now, case.judgement());
            case.standing = Standing::Recorded {
                judgement,
                changes: None,
            };
            Ok(())
        }
        _ => Err(Refusal::Incomplete {
            case: case.id().clone(),
            missing,
        }),
    }
}
