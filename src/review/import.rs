//! How cases with what was recorded of them elsewhere come in: all or none, and a judgement
//! counts only where it could have been recorded here.

use std::collections::HashSet;
use std::sync::Arc;

use super::bounds;
use super::case::{Case, Standing};
use super::command::ImportedCase;
use super::judgement::{Asked, Draft, Matter};
use super::recording::{Moment, Note, push_case, record};
use super::refusal::Refusal;
use super::state::State;
use super::text::{CaseId, Text};

/// Adds the cases; what else there is to say of each comes back as notes.
pub(super) fn import(
    state: &mut State,
    cases: &[ImportedCase],
    moment: Moment,
) -> Result<Vec<Note>, Refusal> {
    let mut notes = Vec::new();
    // What was recorded elsewhere was not recorded under this screen's figures.
    let elsewhere = Moment {
        money_visible: None,
        ..moment
    };
    let mut numbers: HashSet<CaseId> = state.every_case().map(|case| case.id().clone()).collect();
    for imported in cases {
        let id = &imported.file.id;
        if !numbers.insert(id.clone()) {
            return Err(Refusal::CaseExists(id.clone()));
        }
        let mut case = Case::new(imported.file.clone());
        case.voices.clone_from(&imported.voices);
        case.standing = Standing::Draft(imported.draft.clone());
        if !imported.draft.is_empty() {
            match record(&mut case, &state.setup, elsewhere) {
                Ok(()) => {}
                Err(Refusal::Incomplete { case, missing }) => {
                    notes.push(Note::ImportedAsDraft(case, missing));
                }
                Err(Refusal::NoDefinition) => notes.push(Note::NoDefinitionYet(id.clone())),
                Err(why) => return Err(why),
            }
        }
        if let Some((stance, on)) = imported.asked {
            let about = asked_about(&case)?;
            let voice = case.voices.first_mut();
            let voice = voice.ok_or_else(|| Refusal::NoSuchVoice(id.clone()))?;
            voice.asked = Some(Asked { stance, on, about });
        }
        push_case(state, case)?;
        add_root_causes(state, &imported.draft);
    }
    Ok(notes)
}

/// What a parent was asked about elsewhere: the judgement that came with them, also where it
/// cannot count here yet. An answer about nothing is refused rather than lost.
fn asked_about(case: &Case) -> Result<Matter, Refusal> {
    match (case.judgement(), &case.draft().ideal) {
        (Some(judgement), _) => Ok(judgement.matter()),
        (None, Some(ideal)) => Ok(Matter::of(ideal, &case.draft().conditions)),
        (None, None) => Err(Refusal::NothingToAskAbout(case.id().clone())),
    }
}

/// Root causes that a record made elsewhere names join the review's own list.
fn add_root_causes(state: &mut State, draft: &Draft) {
    let known = &state.setup.root_causes;
    let mut new: Vec<Text> = Vec::new();
    for cause in &draft.root_causes {
        if cause.says_something() && !known.contains(cause) && !new.contains(cause) {
            new.push(cause.clone());
        }
    }
    if !new.is_empty() && known.len() + new.len() <= bounds::LIST {
        Arc::make_mut(&mut state.setup).root_causes.extend(new);
    }
}
