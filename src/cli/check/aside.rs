//! Judged cases that count nowhere because somebody put them aside, took them out or said that they
//! are for practice: that moves the figures, and nothing else in the file shows it.

use serde::Serialize;

use super::trail::Trail;
use super::{Problem, place};
use crate::review::text::CaseId;
use crate::review::{Command, Review};

/// A case that was put aside.
#[derive(Serialize)]
pub(super) struct PutAside {
    pub(super) case: CaseId,
    pub(super) judged: bool,
}

pub(super) fn put_aside(review: &Review) -> Vec<PutAside> {
    let aside = review.state().archived().iter();
    aside
        .map(|case| PutAside {
            case: case.id().clone(),
            judged: case.judgement().is_some(),
        })
        .collect()
}

/// One warning for each judged case that counts nowhere any more.
pub(super) fn problems(review: &Review, trail: &Trail) -> Vec<Problem> {
    let aside = put_aside(review).into_iter().filter(|one| one.judged);
    let aside = aside.map(|PutAside { case, .. }| {
        let on = put_aside_on(review, &case).unwrap_or_default();
        let what = format!("judged, and put aside{on}: it counts nowhere");
        Problem::warning(place(Some(&case)), what)
    });
    let out = trail.taken_out_after_judging(review).into_iter();
    let out = out.map(|(case, at)| {
        let on = at.date().in_words();
        let what = format!("judged, and taken out of the review on {on}: it counts nowhere");
        Problem::warning(place(Some(&case)), what)
    });
    let practice = trail.practice_after_judging().into_iter();
    let practice = practice.map(|(case, (at, practice))| {
        let on = at.date().in_words();
        let what = match practice {
            true => format!("judged, and said on {on} to be for practice: it counts nowhere"),
            false => {
                format!("judged for practice, and let count on {on}, when its judgement was known")
            }
        };
        Problem::warning(place(Some(&case)), what)
    });
    aside.chain(out).chain(practice).collect()
}

/// " on 3 July 2026".
fn put_aside_on(review: &Review, case: &CaseId) -> Option<String> {
    let kind = Command::Archive(case.clone()).kind();
    let entries = review.history().entries().iter().rev();
    let mut headers = entries.map(|entry| &entry.header);
    let last = headers.find(|header| header.kind == kind && header.case.as_ref() == Some(case))?;
    Some(format!(" on {}", last.at.date().in_words()))
}
