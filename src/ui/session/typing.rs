//! What is typed goes to the gate; what the gate refuses stays in its field, with the reason.

use super::Session;
use crate::review::Via;
use crate::review::text::{CaseId, says_something};
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
        let kept = match field.command(state, &text) {
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
