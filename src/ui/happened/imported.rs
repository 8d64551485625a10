//! What came with one case of an import: of the parents, and of the panel.

use super::entered::Told;
use crate::review::baseline::Baseline;
use crate::review::command::ImportedCase;
use crate::review::judgement::{Ideal, Question};
use crate::review::perspective::{ParentIdeal, Perspective};
use crate::review::provision::Provision;
use crate::review::setup::Setup;
use crate::review::text::{CaseId, Text, sentence};
use crate::ui::widgets::quote::in_quotes;
use crate::ui::words::{a_few, count};

/// How many cases an import brought, and the first of them.
pub fn case_files(cases: &[ImportedCase]) -> String {
    let ids: Vec<&CaseId> = cases.iter().map(|case| &case.file.id).collect();
    let files = count(ids.len(), "case file", "case files");
    format!("{files}: {}", a_few(&ids))
}

impl Told<'_> {
    /// What the tables of one file brought.
    pub(super) fn tables(
        self,
        provisions: Option<&[Provision]>,
        baseline: Option<&Baseline>,
        cases: &[ImportedCase],
    ) -> String {
        let provisions = provisions.map(|rows| format!("Provision table, {}", self.table(rows)));
        let baseline = baseline.map(|baseline| format!("Baseline: {}", self.baseline(baseline)));
        let cases = (!cases.is_empty()).then(|| sentence(&case_files(cases)));
        let told: Vec<String> = [provisions, baseline, cases]
            .into_iter()
            .flatten()
            .collect();
        told.join(". ")
    }
}

/// All of it, in words.
pub fn imported(case: &ImportedCase, setup: &Setup) -> String {
    let place = setup.provision_name(&case.file.current_provision);
    let mut told = vec![format!("{}: now in {place}", case.file.id)];
    told.extend(case.voices.iter().map(|voice| of_voice(voice, setup)));
    if case.voices.is_empty() {
        told.push("Nothing of a parent came with it".to_owned());
    }
    told.push(judgement(case, setup));
    if let Some((stance, on)) = &case.asked {
        told.push(format!(
            "Asked about it on {}: {}",
            on.in_words(),
            stance.label()
        ));
    }
    format!("{}.", told.join(". "))
}

fn of_voice(voice: &Perspective, setup: &Setup) -> String {
    let mut who = vec![
        voice
            .speaker
            .map_or("a parent", |speaker| speaker.label())
            .to_owned(),
    ];
    who.extend(voice.source.map(|source| source.label().to_owned()));
    who.extend(voice.date.map(|date| date.in_words()));
    let mut parts: Vec<String> = Vec::new();
    parts.extend(quoted(&voice.words));
    for question in Question::ALL {
        let answer = voice.answer(question);
        parts.extend(answer.map(|answer| format!("{}: {}", question.word(), answer.label())));
    }
    parts.extend(voice.ideal.as_ref().map(|ideal| match ideal {
        ParentIdeal::Provision(code) => format!("the ideal: {}", setup.provision_name(code)),
        ParentIdeal::NotStated => "the ideal: not stated".to_owned(),
    }));
    let who = sentence(&who.join(", "));
    match parts.is_empty() {
        true => who,
        false => format!("{who}: {}", parts.join("; ")),
    }
}

fn judgement(case: &ImportedCase, setup: &Setup) -> String {
    let draft = &case.draft;
    if draft.is_empty() {
        return "No judgement came with it".to_owned();
    }
    let mut parts: Vec<String> = Vec::new();
    for question in Question::ALL {
        let answer = draft.answer(question);
        parts.extend(answer.map(|answer| format!("{}: {}", question.word(), answer.label())));
    }
    parts.extend(draft.ideal.as_ref().map(|ideal| match ideal {
        Ideal::Provision(code) => format!("the ideal: {}", setup.provision_name(code)),
        Ideal::CannotTell => "the ideal: cannot tell".to_owned(),
    }));
    parts.extend(quoted(&draft.reasoning).map(|words| format!("why: {words}")));
    format!("The judgement: {}", parts.join("; "))
}

fn quoted(text: &Text) -> Option<String> {
    (!text.trim().is_empty()).then(|| in_quotes(text))
}
