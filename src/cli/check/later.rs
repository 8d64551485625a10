//! Dates after the last change to the file: nobody can have entered what had not happened yet.

use super::{Problem, place};
use crate::review::case::Case;
use crate::review::perspective::Perspective;
use crate::review::{Date, Review};

pub(super) fn problems(review: &Review) -> Vec<Problem> {
    let Some(last) = last_day(review) else {
        return Vec::new();
    };
    let cases = review.state().every_case();
    cases.flat_map(|case| of_case(case, last)).collect()
}

/// The day of the last change by the clocks here, which in summer are an hour ahead.
fn last_day(review: &Review) -> Option<Date> {
    let last = review.history().last_at()?.utc();
    let here = last.checked_add_signed(chrono::TimeDelta::hours(1))?;
    Date::new(here.date_naive()).ok()
}

fn of_case(case: &Case, last: Date) -> Vec<Problem> {
    let told = case.voices.iter().flat_map(dates);
    told.filter(|(_, on)| *on > last)
        .map(|(what, on)| {
            let on = on.in_words();
            let what = format!("{what} on {on}, which is after the last change to this file");
            Problem::warning(place(Some(case.id())), what)
        })
        .collect()
}

/// What a perspective says happened, and when.
fn dates(voice: &Perspective) -> Vec<(String, Date)> {
    let who = voice.speaker.map_or_else(
        || "a parent".to_owned(),
        |who| format!("a parent ({})", who.label()),
    );
    let heard = voice.date.filter(|_| voice.was_heard());
    let heard = heard.map(|on| (format!("{who} heard"), on));
    let attempts = voice.attempts.iter().filter_map(|attempt| attempt.on);
    let attempts = attempts.map(|on| (format!("an attempt to hear {who}"), on));
    let asked = voice.asked.as_ref();
    let asked = asked.map(|asked| (format!("{who} asked about the judgement"), asked.on));
    heard.into_iter().chain(attempts).chain(asked).collect()
}
