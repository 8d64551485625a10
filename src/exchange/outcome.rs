//! What became of imported cases, in the gate's own words.

use std::collections::HashSet;
use std::sync::Arc;

use crate::review::case::Case;
use crate::review::command::{Command, ImportedCase};
use crate::review::text::CaseId;
use crate::review::{Act, Note, Refusal, Review};

/// What became of one imported case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Which case.
    pub case: CaseId,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of an imported case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Its judgement is complete, with the parent's perspective, and is recorded.
    Recorded,
    /// Its judgement is a draft and counts nowhere; what is missing.
    Draft(Vec<String>),
    /// The table holds no judgement of it; what is missing of the parent's perspective, if one
    /// has been begun.
    NotJudged(Vec<String>),
}

/// Imports cases through the gate.
///
/// # Errors
/// [`Refusal`], and nothing was imported.
pub fn import(
    review: &mut Review,
    cases: Vec<ImportedCase>,
    act: Act,
) -> Result<Vec<Imported>, Refusal> {
    let ids: Vec<CaseId> = cases.iter().map(|case| case.file.id.clone()).collect();
    let applied = review.apply(Command::Import(cases), act)?;
    Ok(outcomes(review, &ids, &applied.notes))
}

/// What became of these cases, given what the gate noted when it imported them.
pub fn outcomes(review: &Review, ids: &[CaseId], notes: &[Note]) -> Vec<Imported> {
    told(review.state().cases(), ids, notes)
}

/// What became of cases among these, or would.
pub(super) fn told(cases: &[Arc<Case>], ids: &[CaseId], notes: &[Note]) -> Vec<Imported> {
    let without_definition: HashSet<&CaseId> = notes
        .iter()
        .filter_map(|note| match note {
            Note::NoDefinitionYet(case) => Some(case),
            _ => None,
        })
        .collect();
    let wanted: HashSet<&CaseId> = ids.iter().collect();
    cases
        .iter()
        .filter(|case| wanted.contains(case.id()))
        .map(|case| {
            let words = |parents_only: bool| {
                case.missing()
                    .into_iter()
                    .filter(|missing| missing.is_parents() || !parents_only)
                    .map(|missing| missing.to_string())
                    .collect::<Vec<_>>()
            };
            let outcome = if case.complete().is_some() {
                Outcome::Recorded
            } else if case.draft().is_empty() {
                Outcome::NotJudged(if case.voices.is_empty() {
                    Vec::new()
                } else {
                    words(true)
                })
            } else {
                let mut missing = Vec::new();
                if without_definition.contains(case.id()) {
                    missing.push("what “ideal” means to this panel".to_owned());
                }
                missing.extend(words(false));
                Outcome::Draft(missing)
            };
            Imported {
                case: case.id().clone(),
                outcome,
            }
        })
        .collect()
}
