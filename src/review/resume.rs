//! Taking up entries that a journal kept after the review's file was last written.

use std::sync::Arc;

use super::gate::Review;
use super::history::{BrokenChain, Entry};
use super::part::Part;
use super::recording::Moment;
use super::state::State;
use super::touched::{Digests, differing};

impl Review {
    /// Appends an entry exactly as it was appended before the program ended, and makes its change.
    /// It can be undone as if the review had never been closed.
    ///
    /// # Errors
    /// [`BrokenChain`] if it does not follow on the last entry, says something else than its hash,
    /// or cannot be followed from what the review is; nothing has changed then.
    pub fn resume(&mut self, entry: Entry) -> Result<(), BrokenChain> {
        let number = self.history.entries().len() as u64 + 1;
        let broken = |what| BrokenChain { number, what };
        self.history.is_followed_by(&entry)?;
        let payload = entry.payload.as_ref();
        let command = payload.map(|payload| &payload.command);
        let command = command.ok_or(broken("has lost its text"))?;
        let cannot = broken("cannot be followed");
        self.is_the_fingerprint(command)
            .map_err(|_| cannot.clone())?;
        let mut machine = self.machine.clone();
        let moment = Moment {
            at: entry.header.at,
            money_visible: Some(entry.header.money_visible),
        };
        match machine.step(command, moment) {
            Ok(Some(_)) => {}
            Ok(None) | Err(_) => return Err(cannot),
        }
        let parts = differing(self.state(), &machine.state);
        if !self.touches_just(&entry, parts, &machine.state) {
            return Err(broken("gives another review"));
        }
        self.machine = machine;
        let entry = Arc::new(entry);
        self.history.push(entry.clone());
        self.last.follow(&entry);
        self.follow_seal(&entry);
        self.revision += 1;
        Ok(())
    }

    /// Whether an entry says of just these parts what they were and what they are now. What they
    /// were is asked of the review itself: where it was changed outside the program before, the
    /// last entry says something else.
    fn touches_just(&self, entry: &Entry, parts: Vec<Part>, now: &State) -> bool {
        let said = entry.header.changes.iter().map(|touched| &touched.part);
        let was = Digests::of_some(self.state(), &parts);
        let now = Digests::of_some(now, &parts);
        said.eq(&parts)
            && entry.salts.len() == parts.len()
            && (entry.header.changes.iter().zip(&entry.salts)).all(|(touched, salts)| {
                let part = &touched.part;
                let last = self.last.get(part).and_then(|last| last.salt);
                let before = last.or(salts.before).and_then(|salt| was.get(part, salt));
                let after = salts.after.and_then(|salt| now.get(part, salt));
                before == touched.before && after == touched.after
            })
    }
}
