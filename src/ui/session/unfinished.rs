//! What is being typed goes to the journal every few seconds, and comes back from it after a crash:
//! into its field if that still shows what it showed then, else to be read once more and copied.

use super::Session;
use crate::review::state::State;
use crate::review::text::says_something;
use crate::store::Unfinished;
use crate::ui::fields::Field;

/// Seconds between two times that what is being typed is handed to the journal.
const EVERY_SECONDS: f64 = 3.0;

/// What the journal knows of what is being typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Journaled {
    revision: u64,
    fields: Vec<Field>,
    at: Option<f64>,
}

impl Session {
    /// Hands what is being typed to the journal, not more often than every few seconds; in how
    /// many it is due again. What has been kept meanwhile is taken from the journal at once.
    pub fn journal_typed(&mut self, now: f64) -> Option<f64> {
        let keeper = self.keeper.as_ref()?;
        let revision = self.drafts.revision();
        if revision == self.journaled.revision {
            return None;
        }
        let is_there = |field| self.drafts.get(field).is_some();
        let all_there = self.journaled.fields.iter().all(is_there);
        let due = self.journaled.at.map_or(0.0, |at| at + EVERY_SECONDS - now);
        if all_there && due > 0.0 {
            return Some(due);
        }
        let texts = self.unfinished();
        if !texts.is_empty() || !self.journaled.fields.is_empty() {
            keeper.typed(texts);
        }
        self.journaled = Journaled {
            revision,
            fields: self.drafts.all().map(|(field, _)| field.clone()).collect(),
            at: Some(now),
        };
        None
    }

    /// Hands what is being typed to the journal now, as if it knew nothing of it.
    pub(super) fn journal_typed_anew(&mut self) {
        if let Some(keeper) = &self.keeper {
            keeper.typed(self.unfinished());
        }
        self.journaled = Journaled::default();
    }

    pub(super) fn unfinished(&self) -> Vec<Unfinished> {
        let state = self.door.review().state();
        let all = self.drafts.all().map(|(field, text)| Unfinished {
            field: name_of(field, state),
            text: text.to_owned(),
        });
        all.collect()
    }

    /// Puts unfinished texts back into their fields. Returns those whose field is gone or holds
    /// something else by now.
    pub(super) fn take_up(&mut self, unfinished: Vec<Unfinished>) -> Vec<String> {
        let mut homeless = Vec::new();
        for Unfinished { field, text } in unfinished {
            let state = self.door.review().state();
            let known = field_in(&field);
            let shown = known.as_ref().map(|(field, _)| field.shown(state));
            if shown.as_ref().is_some_and(|shown| shown.starts_with(&text)) {
                // It was kept before the program ended.
                continue;
            }
            match known {
                Some((field, was)) if field.is_there(state) && was == state_of(&field, state) => {
                    self.drafts.put(field, text, 0.0);
                }
                _ if says_something(&text) => homeless.push(text),
                _ => {}
            }
        }
        homeless
    }
}

/// A field in the journal, with what it showed when the text was typed.
fn name_of(field: &Field, state: &State) -> String {
    format!("{:016x} {}", state_of(field, state), field.to_text())
}

fn field_in(name: &str) -> Option<(Field, u64)> {
    let (was, field) = name.split_once(' ')?;
    let was = u64::from_str_radix(was, 16).ok()?;
    Some((Field::from_text(field)?, was))
}

/// A number for what a field shows, another one for any other text (FNV-1a).
fn state_of(field: &Field, state: &State) -> u64 {
    let shown = field.shown(state);
    shown.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
