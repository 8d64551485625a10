//! How the rounds went: cases for practice, judgements without first ratings, law that was shown,
//! words for reading aloud that were written for another record. Nothing of it is wrong with a
//! file; whoever reads the judgements should know it.

use std::fmt::Write as _;

use serde::Serialize;

use crate::cli::words::listed;
use crate::review::case::Case;
use crate::review::law::LawNote;
use crate::review::paragraph::built;
use crate::review::text::CaseId;
use crate::review::{Review, Timestamp};

/// What stands beside the findings, by case.
#[derive(Serialize)]
pub(super) struct Round {
    /// For practice, judged or not.
    practice: Vec<CaseId>,
    judged_without_ratings: WithoutRatings,
    law_shown: Vec<Shown>,
    /// Recorded judgements whose words for reading aloud were written for another record.
    worded_for_another_record: Vec<CaseId>,
}

/// Recorded judgements that no member's first rating stands beside.
#[derive(Serialize)]
struct WithoutRatings {
    /// The panel said that it skips them.
    skipped: Vec<CaseId>,
    /// Nobody said anything.
    never_given: Vec<CaseId>,
}

#[derive(Serialize)]
struct Shown {
    case: CaseId,
    note: &'static str,
    at: Timestamp,
    #[serde(skip)]
    which: LawNote,
}

impl Round {
    pub(super) fn of(review: &Review) -> Self {
        let those = |is: &dyn Fn(&Case) -> bool| -> Vec<CaseId> {
            let cases = review.cases().filter(|case| is(case));
            cases.map(|case| case.id().clone()).collect()
        };
        let unrated = |case: &Case| case.counting().is_some() && case.ratings.given.is_empty();
        let stale = |case: &Case| {
            let worded = case.wording.as_ref().zip(case.counting());
            worded.is_some_and(|(words, record)| !words.is_current(&built(&record, review.setup())))
        };
        let counting = review.cases().filter(|case| !case.practice);
        let shown = counting.flat_map(|case| {
            case.law_shown.iter().map(|shown| Shown {
                case: case.id().clone(),
                note: code(shown.note),
                at: shown.at,
                which: shown.note,
            })
        });
        Self {
            practice: those(&|case| case.practice),
            judged_without_ratings: WithoutRatings {
                skipped: those(&|case| unrated(case) && case.ratings.skipped),
                never_given: those(&|case| unrated(case) && !case.ratings.skipped),
            },
            law_shown: shown.collect(),
            worded_for_another_record: those(&stale),
        }
    }

    /// A line for each thing that there is to say.
    pub(super) fn text(&self, out: &mut String) {
        let mut line = |what: &str, cases: &[CaseId]| {
            if !cases.is_empty() {
                let _ = writeln!(out, "{what}: {}", listed(cases));
            }
        };
        let WithoutRatings {
            skipped,
            never_given,
        } = &self.judged_without_ratings;
        line("For practice, and in no figure", &self.practice);
        line("Judged without first ratings, which were skipped", skipped);
        line(
            "Judged without first ratings, which nobody gave",
            never_given,
        );
        line(
            "The words for reading aloud were written for another record",
            &self.worded_for_another_record,
        );
        for shown in &self.law_shown {
            let on = shown.at.date().in_words();
            let which = shown.which.label();
            let _ = writeln!(out, "Law shown in case {} on {on}: {which}", shown.case);
        }
    }
}

/// For scripts.
const fn code(note: LawNote) -> &'static str {
    match note {
        LawNote::MainstreamAgainstWish => "mainstream_against_wish",
        LawNote::LessForResource => "less_for_resource",
    }
}
