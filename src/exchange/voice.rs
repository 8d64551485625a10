//! A parent's perspective in a row of the cases. What is blank stays unsaid; the gate decides
//! whether it is whole.

use super::codes::{PARENT_ANSWERS, SOURCES, SPEAKERS, STANCES, is_word};
use super::places::Places;
use super::row::Row;
use crate::review::Date;
use crate::review::judgement::{Draft, Ideal};
use crate::review::perspective::{Attempt, ParentIdeal, Perspective, VoiceId};
use crate::review::stance::Stance;
use crate::review::text::Text;

/// What the row says of a parent; nothing if no column of theirs is filled in.
pub(super) fn voice(row: &mut Row<'_>, known: &Places) -> Option<Perspective> {
    if !row.any_with_prefix("parent_") {
        return None;
    }
    Some(Perspective {
        speaker: row.code("parent_speaker", SPEAKERS),
        source: row.code("parent_source", SOURCES),
        words: row.text("parent_words"),
        setting: row.code("parent_setting", PARENT_ANSWERS),
        support: row.code("parent_support", PARENT_ANSWERS),
        timeliness: row.code("parent_timeliness", PARENT_ANSWERS),
        ideal: row.get("parent_ideal", |text| ideal(text, known)),
        date: row.date("parent_date"),
        attempts: row.list("parent_attempts", attempt),
        ..Perspective::new(VoiceId(1))
    })
}

fn ideal(text: &str, known: &Places) -> Result<ParentIdeal, String> {
    match known.named(text) {
        Ok(code) => Ok(ParentIdeal::Provision(code)),
        Err(_) if is_word(text, "not_stated") => Ok(ParentIdeal::NotStated),
        Err(why) => Err(format!("{why}, nor is it not_stated")),
    }
}

/// "date, how, role of who asked". A date that is none is wrong; what is left out leaves the
/// account incomplete, and the gate will not count it.
fn attempt(text: &str) -> Result<Attempt, String> {
    let mut parts = text.splitn(3, ',').map(str::trim);
    let mut next = || parts.next().unwrap_or_default();
    let on = match next() {
        "" => None,
        date => Some(date.parse().map_err(|why| {
            format!("{why}; an attempt is written “date, how, role of who asked”")
        })?),
    };
    let words = |text: &str| Text::tidy(text).map_err(|why| why.to_string());
    Ok(Attempt {
        on,
        how: words(next())?,
        by: words(next())?,
    })
}

/// What the parent said when asked about the judgement in the same row.
pub(super) fn asked(
    row: &mut Row<'_>,
    voice: Option<&Perspective>,
    draft: &Draft,
) -> Option<(Stance, Date)> {
    const STANCE: &str = "parent_stance_asked";
    const ON: &str = "parent_stance_asked_on";
    let stance = row.code(STANCE, STANCES);
    let on = row.date(ON);
    match (row.cell(STANCE).is_empty(), row.cell(ON).is_empty()) {
        (false, true) => row.wrong(ON, "it is empty; a stance that was asked has its date"),
        (true, false) => row.wrong(STANCE, "it is empty, but there is a date of asking"),
        _ => {}
    }
    let stance = stance?;
    if !matches!(draft.ideal, Some(Ideal::Provision(_))) {
        if row.cell("ideal_provision").is_empty() || draft.ideal.is_some() {
            row.wrong(
                STANCE,
                "a parent can only be asked about an ideal that the panel named, and \
                 ideal_provision names none",
            );
        }
        return None;
    }
    if voice
        .and_then(|voice| voice.source)
        .is_some_and(|source| !source.was_heard())
    {
        row.wrong(
            STANCE,
            "whoever declined or was not reached was not asked this either",
        );
        return None;
    }
    Some((stance, on?))
}
