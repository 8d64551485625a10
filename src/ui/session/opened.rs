//! What is said when a review has been opened: where its newest words came from, and what had to be
//! done for it.

use super::Session;
use crate::review::text::sentence;
use crate::store::{CameFrom, Unfinished};
use crate::ui::intent::Intent;
use crate::ui::message::Message;
use crate::ui::scene::Step;

/// Of a text without a field, as much is shown as a message bears; all of it is copied.
const SHOWN: usize = 1_200;

/// Of the unfinished texts, as many are named.
const PLACES: usize = 3;
/// Of each, as many characters at its end, and a word more.
const LAST: usize = 24;

/// The last words of a text, by which somebody sees where it ends.
fn last_words(text: &str) -> String {
    let text = text.trim_end();
    let long = text.chars().count().saturating_sub(LAST);
    let from = text.char_indices().nth(long).map_or(0, |(at, _)| at);
    let (before, last) = text.split_at_checked(from).unwrap_or(("", text));
    if before.is_empty() {
        return text.replace('\n', " ");
    }
    // Whole words, where there is more than one.
    let whole = last.split_once(char::is_whitespace);
    format!("…{}", whole.map_or(last, |(_, whole)| whole)).replace('\n', " ")
}

/// How it was found which version to go on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// By the program: one goes on from the other.
    Alone,
    /// A person chose one of two.
    Chosen,
}

impl Session {
    /// Notes what there is to say, and puts unfinished texts back into their fields.
    pub(super) fn greet(
        &mut self,
        came_from: &CameFrom,
        unfinished: Vec<Unfinished>,
        notes: Vec<String>,
        found: Found,
    ) {
        let went_on = matches!(came_from, CameFrom::Journal { .. }) || !unfinished.is_empty();
        let homeless = self.take_up(unfinished);
        if went_on {
            self.stand_where_it_ended();
        }
        let told = notes.join(" ");
        let told = match notes.len() {
            0 => None,
            1 if found == Found::Chosen => Some(Message::said(told)),
            // Only that the journal had more, and nothing that somebody should look into.
            1 if went_on && homeless.is_empty() => Some(Message::said(told)),
            _ => Some(Message::caution(told)),
        };
        let told = told.map(|told| {
            if went_on && found == Found::Alone {
                told.and(self.what_may_be_missing())
            } else {
                told
            }
        });
        let without = (!homeless.is_empty()).then(|| without_a_field(&homeless));
        self.greeting = told.into_iter().chain(without).reduce(Message::and);
    }
}

impl Session {
    /// What the journal cannot know, and where somebody was in the middle of a sentence.
    fn what_may_be_missing(&self) -> Message {
        let missing = "What was typed in the last five seconds may be missing.";
        let mut places: Vec<_> = self.drafts.all().collect();
        places.sort_by_key(|(field, _)| field.in_words());
        let more = places.len().saturating_sub(PLACES);
        let alone = places.len() == 1;
        let told =
            places
                .into_iter()
                .take(PLACES)
                .fold(Message::said(missing), |told, (field, text)| {
                    let place = field.in_words();
                    let ends = format!("{} ends “{}”.", sentence(&place), last_words(text));
                    let label = if alone {
                        "Go there".to_owned()
                    } else {
                        format!("Go to {place}")
                    };
                    let there = Message::said(ends);
                    told.and(there.offering(label, Intent::GoOnIn(field.clone())))
                });
        match more {
            0 => told,
            more => told.and(Message::said(format!("{more} more were not finished."))),
        }
    }

    /// On the case that was being typed about when the program ended, or was changed last.
    fn stand_where_it_ended(&mut self) {
        let typed = self.drafts.fields().into_iter().rev();
        let mut typed = typed.filter_map(|field| Some((field.case()?.clone(), field.step())));
        let typed = typed.next();
        let entries = self.review().history().entries();
        let changed = entries.last().and_then(|entry| entry.header.case.clone());
        let there = typed.or(changed.map(|case| (case, Step::Judge)));
        if let Some((case, step)) = there.filter(|(id, _)| self.review().case(id).is_some()) {
            self.place.case = Some(case);
            self.place.step = step;
        }
    }
}

/// Texts that no longer have a field are shown once, and can be copied.
fn without_a_field(texts: &[String]) -> Message {
    let all = texts.join("\n\n");
    let start: String = all.chars().take(SHOWN).collect();
    let more = if start.len() < all.len() { " …" } else { "" };
    let what = match texts {
        [_] => "A text was being typed whose field is gone or holds something else now:",
        _ => "Texts were being typed whose fields are gone or hold something else now:",
    };
    Message::caution(format!("{what} “{start}{more}”"))
        .offering("Copy what was typed", Intent::CopyText(all))
}
