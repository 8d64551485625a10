//! What is typed goes to the gate; what the gate refuses stays in its field, with the reason.

use super::Session;
use crate::review::state::State;
use crate::review::text::{CaseId, says_something};
use crate::review::{Command, Via};
use crate::ui::fields::Field;

impl Session {
    /// Keeps what was typed into a field. What the gate refuses stays in the field, with the
    /// reason beside it.
    pub fn keep_field(&mut self, field: &Field) {
        let Some(typed) = self.drafts.get(field) else {
            return;
        };
        let state = self.review().state();
        if typed.text == field.shown(state) {
            self.drafts.drop(field);
            return;
        }
        let text = typed.text.clone();
        let command = match note_left_empty(field, state, &text) {
            Some(None) => return self.drafts.drop(field),
            Some(Some(command)) => Ok(command),
            None => field.command(state, &text),
        };
        let kept = match command {
            Ok(command) => self
                .apply(command, Via::Typed)
                .map_err(|refusal| refusal.to_string()),
            Err(why) => Err(why),
        };
        match kept {
            Ok(_) => {
                self.drafts.drop(field);
                self.follow_number(field, &text);
            }
            Err(why) => self.drafts.refuse(field, why),
        }
    }

    /// Stays on the case on the screen when its number has changed, with what is being typed.
    fn follow_number(&mut self, field: &Field, typed: &str) {
        if let Field::CaseNumber(before) = field
            && let Ok(now) = CaseId::new(typed)
        {
            self.drafts.rename_case(before, &now);
            self.place.pace.rename_case(before, &now);
            if self.place.case.as_ref() == Some(before) {
                self.place.case = Some(now);
            }
        }
    }

    /// Keeps running text that has rested; what would take the words from under a recorded
    /// judgement waits until the person leaves the field.
    pub fn keep_rested(&mut self, field: &Field) {
        let typed = self.drafts.get(field).map(|typed| typed.text.as_str());
        let words = typed.is_some_and(says_something);
        let recorded = field
            .case()
            .and_then(|id| self.review().case(id))
            .is_some_and(|case| case.judgement().is_some());
        // An empty note goes, but not from under somebody who looks for other words.
        if !words && matches!(field, Field::Note(..)) {
            return;
        }
        if words || !recorded {
            self.keep_field(field);
        }
    }

    /// Keeps everything that was typed, before something else happens.
    pub fn keep_typed(&mut self) {
        for field in self.drafts.fields() {
            self.keep_field(&field);
        }
    }
}

/// What becomes of a note that is left without a word: one that has begun is taken out, and one that
/// has not leaves no trace (`Some(None)`).
fn note_left_empty(field: &Field, state: &State, text: &str) -> Option<Option<Command>> {
    let Field::Note(case, note) = field else {
        return None;
    };
    let has_begun = state
        .case(case)
        .is_some_and(|case| case.note(*note).is_some());
    let remove = Command::RemoveNote {
        case: case.clone(),
        note: *note,
    };
    text.trim().is_empty().then(|| has_begun.then_some(remove))
}
