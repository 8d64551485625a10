//! What is said when a review has been opened: where its newest words came from, and what had to be
//! done for it.

use super::Session;
use crate::review::Timestamp;
use crate::store::{CameFrom, Unfinished};
use crate::ui::intent::Intent;
use crate::ui::message::Message;
use crate::ui::words::count;

/// Of a text without a field, as much is shown as a message bears; all of it is copied.
const SHOWN: usize = 1_200;

impl Session {
    /// Notes what there is to say, and puts unfinished texts back into their fields.
    pub(super) fn greet(
        &mut self,
        came_from: &CameFrom,
        unfinished: Vec<Unfinished>,
        notes: Vec<String>,
    ) {
        let (back, homeless) = self.take_up(unfinished);
        let mut parts: Vec<Message> = Vec::new();
        parts.extend(self.said_of(came_from, back));
        parts.extend(notes.into_iter().map(Message::caution));
        if !homeless.is_empty() {
            parts.push(without_a_field(&homeless));
        }
        self.greeting = parts.into_iter().reduce(Message::and);
    }

    fn said_of(&self, came_from: &CameFrom, back: usize) -> Option<Message> {
        let texts = count(back, "unfinished text", "unfinished texts");
        let after = |last: Option<Timestamp>| {
            let last = last.map(|last| self.soon(last));
            last.map(|last| format!(" after {last}"))
                .unwrap_or_default()
        };
        let text = match came_from {
            CameFrom::File if back == 0 => return None,
            CameFrom::File => format!(
                "The program ended unexpectedly. Everything is here: {texts} came from this \
                 laptop’s journal."
            ),
            CameFrom::Journal {
                changes,
                last,
                crashed,
            } => {
                let begins = if *crashed {
                    format!("The program ended unexpectedly{}.", after(*last))
                } else {
                    "The file was behind this laptop’s journal.".to_owned()
                };
                let changes = count(*changes, "change", "changes");
                let both = if back == 0 {
                    changes
                } else {
                    format!("{changes} and {texts}")
                };
                format!("{begins} Everything is here: {both} came from this laptop’s journal.")
            }
            CameFrom::Backup { last } => {
                let last = last.map(|last| self.services.when(last));
                let until = last
                    .map(|last| format!(", changed last {last}"))
                    .unwrap_or_default();
                return Some(Message::caution(format!(
                    "This is the version before, from the “.bak” beside the file{until}."
                )));
            }
        };
        Some(Message::said(text))
    }

    /// The time of a moment, with its day if that is not today.
    fn soon(&self, at: Timestamp) -> String {
        if self.services.day_of(at) == self.services.today() {
            self.services.time_of_day(at)
        } else {
            self.services.when(at)
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
