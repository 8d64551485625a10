//! Whether entries that say that text was taken out can be genuine: one of them is all that it takes
//! to claim that a part may be different now.

use std::collections::HashMap;

use super::found::{At, Found};
use crate::review::command::Command;
use crate::review::history::{Entry, History};
use crate::review::part::Part;
use crate::review::redact::{Redaction, is_marked, is_taken_out_of};
use crate::review::state::State;
use crate::review::text::Text;
use crate::review::texts::{HasTexts, Typed};

/// Holds every such entry against the entries that it says were emptied, and against the texts in
/// which it says that marks were put.
pub(super) fn check(state: &State, history: &History, found: &mut Found) {
    let entries = history.entries();
    let last = last_touched(history);
    let mut emptied = false;
    for entry in entries {
        let Some(redaction) = redaction(entry) else {
            continue;
        };
        let at = At::Entry(entry.header.number);
        // A text whose entry was emptied already, or that never had one, is in no other.
        let had_one = !emptied && redaction.outside.is_empty();
        if redaction.entries.is_empty() && (redaction.fields == 0 || had_one) {
            let what = "it says that text was taken out, and of no entry of history";
            found.complain(at.clone(), what);
        }
        let is_empty = |number: &u64| {
            let index = usize::try_from(*number).ok()?.checked_sub(1)?;
            let earlier = entries.get(index)?;
            (*number < entry.header.number && earlier.payload.is_none()).then_some(())
        };
        if !redaction
            .entries
            .iter()
            .all(|number| is_empty(number).is_some())
        {
            let what = "it says that text was taken out of entries that still have theirs";
            found.complain(at.clone(), what);
        }
        if redaction.fields > 0 && lacks_marks(entry, redaction, state, &last) {
            let what = "it says that a mark stands where text was taken out, and none does";
            found.complain(at, what);
        }
        emptied |= !redaction.entries.is_empty();
    }
}

/// Where everything before an entry on text taken out can be followed: the parts that differ from
/// that by more than marks, though nothing touched them since.
pub(super) fn beyond(given: &State, state: &State, history: &History, entry: u64) -> Vec<Part> {
    let entries = history.entries().iter();
    let here = entries.filter(|each| each.header.number == entry);
    let Some((here, redaction)) = here
        .filter_map(|each| Some((each, redaction(each)?)))
        .next()
    else {
        return Vec::new();
    };
    let last = last_touched(history);
    let differs = |part: &&Part| {
        let same = match part {
            Part::Setup => {
                given.keep_until == state.keep_until
                    && only_marks(given.setup(), state.setup(), redaction)
            }
            Part::Case(id) => match (given.numbered(id), state.numbered(id)) {
                (Some(given), Some(now)) => only_marks(given, now, redaction),
                _ => false,
            },
            Part::Cases => true,
        };
        last.get(part) == Some(&entry) && !same
    };
    let parts = here.header.changes.iter().map(|touched| &touched.part);
    parts.filter(differs).cloned().collect()
}

fn redaction(entry: &Entry) -> Option<&Redaction> {
    match &entry.payload.as_ref()?.command {
        Command::Redact(redaction) => Some(redaction),
        _ => None,
    }
}

/// The number of the last entry that touched each part.
fn last_touched(history: &History) -> HashMap<&Part, u64> {
    let touched = history.entries().iter().flat_map(|entry| {
        let parts = entry.header.changes.iter().map(|touched| &touched.part);
        parts.map(|part| (part, entry.header.number))
    });
    touched.collect()
}

/// Whether no text of the parts that an entry names holds its mark, though nothing touched any of
/// them since.
fn lacks_marks(
    entry: &Entry,
    redaction: &Redaction,
    state: &State,
    last: &HashMap<&Part, u64>,
) -> bool {
    let parts = || entry.header.changes.iter().map(|touched| &touched.part);
    let untouched = parts().all(|part| last.get(part) == Some(&entry.header.number));
    untouched && parts().next().is_some() && !parts().any(|part| holds_mark(part, redaction, state))
}

fn holds_mark(part: &Part, redaction: &Redaction, state: &State) -> bool {
    let mut held = false;
    let mut look = |_: &str, typed: Typed<'_>| {
        held |= matches!(typed, Typed::Text(text) if is_marked(text, redaction.put));
    };
    match part {
        Part::Setup => state.setup().clone().show(&mut look),
        Part::Case(id) => {
            if let Some(case) = state.numbered(id) {
                case.clone().show(&mut look);
            }
        }
        Part::Cases => {}
    }
    held
}

/// Whether a part differs from what it was only by marks in its texts.
fn only_marks<T: HasTexts + Clone + PartialEq>(was: &T, now: &T, redaction: &Redaction) -> bool {
    let mut texts: Vec<Text> = Vec::new();
    now.clone().show(&mut |_, typed| {
        if let Typed::Text(text) = typed {
            texts.push(text.clone());
        }
    });
    let mut texts = texts.into_iter();
    let mut only = true;
    let mut marked = was.clone();
    marked.show(&mut |_, typed| {
        if let (Typed::Text(text), Some(fresh)) = (typed, texts.next()) {
            only &= is_taken_out_of(text, &fresh, redaction.put);
            *text = fresh;
        }
    });
    only && marked == *now
}
