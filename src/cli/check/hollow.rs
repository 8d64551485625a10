//! Signs that what stands as a parent's words may not be theirs, counted, and as questions to
//! whoever can check it. None of them proves anything, so they change nothing about how `check`
//! ends.

use std::fmt::Write as _;

use serde::Serialize;

use crate::cli::words::listed;
use crate::findings::hollow::{self, VoiceOf};
use crate::review::Review;
use crate::review::text::CaseId;

/// What is hollow, perhaps.
#[derive(Serialize)]
pub(super) struct Hollow {
    /// Voices of several cases with the same words, a list for each such words.
    same_words: Vec<Vec<Voice>>,
    from_papers: FromPapers,
    /// Typed within a minute of the judgement.
    within_a_minute: Vec<Voice>,
    never_read_back: Vec<Voice>,
    /// A question, and the cases of which it is asked.
    #[serde(skip)]
    questions: Vec<(String, Vec<CaseId>)>,
}

#[derive(Serialize)]
struct Voice {
    case: CaseId,
    /// The first is 1.
    voice: u16,
}

#[derive(Serialize)]
struct FromPapers {
    /// How many are from papers.
    voices: usize,
    /// Of how many parents' perspectives that were heard.
    of: usize,
    /// Whether all are, in several cases.
    all: bool,
}

impl Hollow {
    pub(super) fn of(review: &Review) -> Self {
        let found = hollow::hollow(&review.snapshot());
        let mut questions: Vec<(String, Vec<CaseId>)> = Vec::new();
        for case in review.cases().map(|case| case.id()) {
            for sign in found.of_case(case) {
                let words = sign.in_words();
                match questions.iter_mut().find(|(asked, _)| *asked == words) {
                    Some((_, cases)) if cases.last() == Some(case) => {}
                    Some((_, cases)) => cases.push(case.clone()),
                    None => questions.push((words, vec![case.clone()])),
                }
            }
        }
        let voices = |all: &[VoiceOf]| all.iter().map(Voice::of).collect();
        Self {
            same_words: found.same_words.iter().map(|one| voices(one)).collect(),
            from_papers: FromPapers {
                voices: found.papers.voices.len(),
                of: found.papers.heard,
                all: found.papers.every_one,
            },
            within_a_minute: voices(&found.typed_at_the_judgement),
            never_read_back: voices(&found.not_read_back),
            questions,
        }
    }

    /// The questions, each once with its cases.
    pub(super) fn text(&self, out: &mut String) {
        if !self.questions.is_empty() {
            let _ = writeln!(
                out,
                "What to ask of the parents’ words (advice; nothing is wrong):"
            );
        }
        for (question, cases) in &self.questions {
            let _ = writeln!(out, "  {}: {question}", listed(cases));
        }
    }
}

impl Voice {
    fn of(found: &VoiceOf) -> Self {
        Self {
            case: found.case.clone(),
            voice: found.voice.0,
        }
    }
}
