//! Text while it is being typed. It lives here, outside any widget, from the first key on, and
//! goes to the gate when the focus leaves its field, when typing pauses, and before anything else
//! happens (another case, undo, closing). What the gate refuses stays, with the reason beside it.

use std::collections::HashMap;

use super::fields::Field;
use crate::review::redact::{Passage, Replacement};
use crate::review::text::CaseId;

/// Seconds without a key after which running text is kept.
pub const PAUSE_SECONDS: f64 = 2.0;

/// Text that differs from what the review holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// The text as typed.
    pub text: String,
    /// Why it could not be kept, if it could not.
    pub refused: Option<String>,
    /// When it last changed, in seconds of the window's clock.
    pub changed_at: f64,
}

/// All text that is being typed.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    typed: HashMap<Field, Typed>,
    /// Counts the changes.
    revision: u64,
}

impl Drafts {
    /// The text typed into a field, if it is not in the review yet.
    pub fn get(&self, field: &Field) -> Option<&Typed> {
        self.typed.get(field)
    }

    /// Notes what stands in a field now.
    pub fn put(&mut self, field: Field, text: String, now: f64) {
        self.revision += 1;
        self.typed.insert(
            field,
            Typed {
                text,
                refused: None,
                changed_at: now,
            },
        );
    }

    /// Forgets what was typed into a field: it is in the review, or was given up.
    pub fn drop(&mut self, field: &Field) {
        self.revision += 1;
        self.typed.remove(field);
    }

    /// What was typed into one field stands in another now, unless something stands there.
    pub fn hand_over(&mut self, from: &Field, to: Field) {
        if let Some(typed) = self.typed.remove(from) {
            self.revision += 1;
            self.typed.entry(to).or_insert(typed);
        }
    }

    /// Another number whenever any text is another.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Every text that is not in the review yet, with its field.
    pub fn all(&self) -> impl Iterator<Item = (&Field, &str)> {
        let typed = self.typed.iter();
        typed.map(|(field, typed)| (field, typed.text.as_str()))
    }

    /// Notes why text could not be kept.
    pub fn refuse(&mut self, field: &Field, why: String) {
        if let Some(typed) = self.typed.get_mut(field) {
            typed.refused = Some(why);
        }
    }

    /// Every field with text that is not in the review yet, oldest first.
    pub fn fields(&self) -> Vec<Field> {
        let mut fields: Vec<_> = self.typed.iter().collect();
        fields.sort_by(|a, b| a.1.changed_at.total_cmp(&b.1.changed_at));
        fields.into_iter().map(|(field, _)| field.clone()).collect()
    }

    /// Fields whose running text has rested long enough to be kept, and the seconds until the
    /// next one will have.
    pub fn rested(&self, now: f64) -> (Vec<Field>, Option<f64>) {
        let mut due = Vec::new();
        let mut next: Option<f64> = None;
        for (field, typed) in &self.typed {
            if !field.keeps_while_typing() || typed.refused.is_some() {
                continue;
            }
            let wait = typed.changed_at + PAUSE_SECONDS - now;
            if wait <= 0.0 {
                due.push(field.clone());
            } else {
                next = Some(next.map_or(wait, |next| next.min(wait)));
            }
        }
        (due, next)
    }

    /// The case with this number has another one now.
    pub fn rename_case(&mut self, old: &CaseId, new: &CaseId) {
        self.revision += 1;
        let typed = std::mem::take(&mut self.typed);
        self.typed = typed
            .into_iter()
            .map(|(field, typed)| {
                let moved = field.case() == Some(old);
                (if moved { field.of_case(new) } else { field }, typed)
            })
            .collect();
    }

    /// Takes a passage out of everything that is being typed.
    pub fn take_out(&mut self, passage: &Passage, put: Replacement) {
        for typed in self.typed.values_mut() {
            let found = passage.found_in(&typed.text);
            for place in found.iter().rev() {
                typed.text.replace_range(place.clone(), put.mark());
                // What was said of the text may quote it.
                typed.refused = None;
            }
        }
        self.revision += 1;
    }

    /// Gives up text whose field is gone, or may by now be another one's. Returns it, so that it
    /// can be shown once more.
    pub fn give_up(&mut self, gone: impl Fn(&Field) -> bool) -> Vec<String> {
        let fields: Vec<Field> = self
            .typed
            .keys()
            .filter(|field| gone(field))
            .cloned()
            .collect();
        self.revision += 1;
        fields
            .iter()
            .filter_map(|field| self.typed.remove(field))
            .map(|typed| typed.text)
            .collect()
    }

    /// One field with text that cannot be kept as it stands, and why.
    pub fn refused(&self) -> Option<(&Field, &str)> {
        self.typed
            .iter()
            .find_map(|(field, typed)| Some((field, typed.refused.as_deref()?)))
    }
}
