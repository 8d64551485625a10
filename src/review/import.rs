//! How cases with what was recorded of them elsewhere come in: all or none, and a judgement
//! counts only where it could have been recorded here.

use std::sync::Arc;

use super::bounds;
use super::case::{Case, Standing};
use super::command::ImportedCase;
use super::judgement::{Asked, Draft, Matter};
use super::machine::{Moment, Note, add_case, record};
use super::refusal::Refusal;
use super::state::State;

/// Adds the cases; what else there is to say of each comes back as notes.
pub(super) fn import(
    state: &mut State,
    cases: &[ImportedCase],
    moment: Moment,
) -> Result<Vec<Note>, Refusal> {
    let mut notes = Vec::new();
    for imported in cases {
        let ImportedCase {
            file,
            voices,
            draft,
            asked,
        } = imported;
        let mut case = Case::new(file.clone());
        case.voices.clone_from(voices);
        case.standing = Standing::Draft(draft.clone());
        if let Some((stance, on)) = asked
            && let Some(ideal) = &draft.ideal
            && let Some(voice) = case.voices.first_mut()
        {
            let about = Matter::of(ideal, &draft.conditions);
            voice.asked = Some(Asked {
                stance: *stance,
                on: *on,
                about,
            });
        }
        if !draft.is_empty() {
            match record(&mut case, &state.setup, moment) {
                Ok(()) => {}
                Err(Refusal::Incomplete { case, missing }) => {
                    notes.push(Note::ImportedAsDraft(case, missing));
                }
                Err(_) => notes.push(Note::NoDefinitionYet(file.id.clone())),
            }
        }
        add_case(state, case)?;
        add_root_causes(state, draft);
    }
    Ok(notes)
}

/// Root causes that a record made elsewhere names join the review's own list.
fn add_root_causes(state: &mut State, draft: &Draft) {
    let known = &state.setup.root_causes;
    let new: Vec<_> = draft
        .root_causes
        .iter()
        .filter(|cause| !known.contains(cause))
        .cloned()
        .collect();
    if !new.is_empty() && known.len() + new.len() <= bounds::LIST {
        Arc::make_mut(&mut state.setup).root_causes.extend(new);
    }
}
