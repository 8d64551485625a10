//! Sealing an open review, taking text out of it, and looking through its history.

use super::Session;
use crate::review::redact::{Passage, Redacted, Replacement, Why};
use crate::review::{Command, Refusal, Review, Via};
use crate::services::Services;
use crate::ui::view::money_visible;

impl Session {
    /// Looks through the history once more. What goes through the gate changes nothing outside it,
    /// so this is done when the history is shown, not after every change.
    pub fn look_through(&mut self) {
        self.outside.update(self.door.review());
    }

    /// Whether the review is sealed.
    pub const fn is_sealed(&self) -> bool {
        self.review().sealing().is_some()
    }

    /// Seals the review. Everything typed is kept first, and everything written: what could not be
    /// would be missing in what everybody takes away.
    ///
    /// # Errors
    /// What stands in the way; nothing is sealed then.
    pub fn seal(&mut self) -> Result<(), String> {
        if let Some(trouble) = self.in_the_way() {
            return Err(format!("Not sealed. {trouble}"));
        }
        self.apply(Command::Seal, Via::Typed)
            .map_err(|refusal| format!("Not sealed: {refusal}."))?;
        self.look_through();
        self.write_now()
    }

    /// Takes a passage out of the review, its history and what is being typed, and out of the file
    /// and the version before it; or why the file could not be written.
    ///
    /// # Errors
    /// [`Refusal`] if it is not taken out; nothing has changed then.
    pub fn redact(
        &mut self,
        passage: &Passage,
        put: Replacement,
        why: Why,
    ) -> Result<(Redacted, Result<(), String>), Refusal> {
        let money = money_visible(self.review(), None);
        let act = self.services.act(Via::Typed, money);
        let redacted = self.door.redact(passage, put, why, act)?;
        self.drafts.take_out(passage, put);
        self.told.clear();
        self.orphans.clear();
        self.look_through();
        let erased = self.erase();
        Ok((redacted, erased))
    }
}

/// A training goes on from what was sealed: everything works in it, and nothing is kept.
pub(super) fn go_on(review: &mut Review, services: &dyn Services) {
    if let Some(sealing) = review.sealing() {
        let act = services.act(Via::Typed, false);
        // What could not be gone on from is refused with a reason when somebody changes it.
        let _ = review.apply(Command::Continue(sealing.fingerprint), act);
    }
}
