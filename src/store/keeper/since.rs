//! What a journal lacks of the newest version: the entries to add, or that it has to begin anew,
//! since they could not be followed from where it began.

use std::sync::Arc;

use crate::review::Command;
use crate::review::Snapshot;
use crate::review::history::{Entry, History};

/// What a journal holds.
#[derive(Clone, Debug)]
pub(super) struct Held {
    history: History,
    /// Changes since it began that can be taken back, and those that can be made again. What was
    /// done before cannot: whoever reads the journal begins with a review that knows nothing of it.
    undo: usize,
    redo: usize,
}

impl Held {
    /// What one holds that begins with this version.
    pub(super) fn begun(with: &Snapshot) -> Self {
        Self {
            history: with.history.clone(),
            undo: 0,
            redo: 0,
        }
    }

    /// The entries to add, and what the journal holds then; `None` if it is to begin anew.
    pub(super) fn added(&self, newest: &Snapshot) -> Option<(Vec<Arc<Entry>>, Self)> {
        let entries = newest.history.entries();
        let last = self.history.entries().last();
        let so_far = self.history.entries().len();
        let goes_on = match (last, so_far.checked_sub(1)) {
            (Some(last), Some(at)) => entries.get(at).is_some_and(|entry| entry.hash == last.hash),
            _ => true,
        };
        if !goes_on {
            return None;
        }
        let mut held = Self {
            history: newest.history.clone(),
            ..self.clone()
        };
        let new: Vec<Arc<Entry>> = entries.iter().skip(so_far).cloned().collect();
        for entry in &new {
            held.follow(&entry.payload.as_ref()?.command)?;
        }
        Some((new, held))
    }

    fn follow(&mut self, command: &Command) -> Option<()> {
        match command {
            Command::Undo => {
                self.undo = self.undo.checked_sub(1)?;
                self.redo += 1;
            }
            Command::Redo => {
                self.redo = self.redo.checked_sub(1)?;
                self.undo += 1;
            }
            // What was taken out must not stand in what came before it either.
            Command::Redact(_) => return None,
            _ if command.is_remark() => {}
            _ => {
                self.undo += 1;
                self.redo = 0;
            }
        }
        Some(())
    }
}

/// Whether a passage was taken out since.
pub(super) fn has_lost_text(earlier: &Snapshot, later: &Snapshot) -> bool {
    let so_far = earlier.history.entries().len();
    let mut new = later.history.entries().iter().skip(so_far);
    new.any(|entry| {
        let command = entry.payload.as_ref().map(|payload| &payload.command);
        matches!(command, Some(Command::Redact(_)))
    })
}
