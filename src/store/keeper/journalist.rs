//! The thread that writes the journal, the moment it gets something: apart from the file's, so
//! that a network drive that hangs holds up no word.

use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};

use super::errand::Errand;
use super::since::Held;
use super::{Report, Shared, lock};
use crate::review::Snapshot;
use crate::store::error::{DiskTrouble, SaveError};
use crate::store::journal::Writer;
use crate::store::work::Unfinished;

pub(super) struct Journalist {
    /// `None` if this computer has no place for journals.
    writer: Option<Writer>,
    newest: Snapshot,
    typed: Vec<Unfinished>,
    typed_is_new: bool,
    /// What the journal holds; `None` if it is to begin anew.
    held: Option<Held>,
    shared: Arc<Mutex<Shared>>,
    tell: Arc<dyn Fn(Report) + Send + Sync>,
}

impl Journalist {
    pub(super) fn new(
        writer: Option<Writer>,
        newest: Snapshot,
        typed: Vec<Unfinished>,
        shared: Arc<Mutex<Shared>>,
        tell: Arc<dyn Fn(Report) + Send + Sync>,
    ) -> Self {
        Self {
            writer,
            newest,
            typed,
            typed_is_new: false,
            held: None,
            shared,
            tell,
        }
    }

    /// Until the review is closed, or nobody can ask any more.
    pub(super) fn run(mut self, todo: &Receiver<Errand>) {
        let _ = self.write();
        while let Ok(first) = todo.recv() {
            // What came meanwhile is written, and synced, in one go.
            let mut waiting = Vec::new();
            for errand in std::iter::once(first).chain(todo.try_iter()) {
                match errand {
                    Errand::Keep(newest) => self.newest = newest,
                    Errand::Typed(texts) => {
                        self.typed_is_new |= self.typed != texts;
                        self.typed = texts;
                    }
                    Errand::Settle(answer) => waiting.push(answer),
                    Errand::Anew(newest, answer) => {
                        self.newest = newest;
                        self.held = None;
                        // Whoever asked may have stopped waiting, here and below.
                        let _ = answer.send(self.write().and_then(|()| self.forget_aside()));
                    }
                    Errand::Close(last) => return self.close(&last),
                    Errand::Remove => return self.remove(),
                }
            }
            let written = self.write();
            for answer in waiting {
                let _ = answer.send(written.is_ok());
            }
        }
    }

    /// Writes what the journal does not hold yet.
    fn write(&mut self) -> Result<(), SaveError> {
        let Some(writer) = &mut self.writer else {
            return self.told(Err(SaveError::Disk(DiskTrouble::NotThere)));
        };
        let held = self.held.take().filter(|_| !writer.is_long());
        let added = held.as_ref().and_then(|held| held.added(&self.newest));
        let written = match added {
            Some((entries, held)) => {
                let typed = self.typed_is_new.then_some(self.typed.as_slice());
                writer.add(entries, typed).map(|()| held)
            }
            None => {
                let begun = writer.begin(&self.newest, &self.typed, false);
                begun.map(|()| Held::begun(&self.newest))
            }
        };
        self.typed_is_new = false;
        // What a failure left half done at the end is not added to.
        let (held, written) = match written {
            Ok(held) => (Some(held), Ok(())),
            Err(error) => (None, Err(error)),
        };
        self.held = held;
        self.told(written)
    }

    fn forget_aside(&self) -> Result<(), SaveError> {
        match &self.writer {
            Some(writer) => Ok(writer.forget_aside()?),
            None => Ok(()),
        }
    }

    /// Says how it went, a failure only once.
    fn told(&self, written: Result<(), SaveError>) -> Result<(), SaveError> {
        let had_failed = {
            let mut shared = lock(&self.shared);
            std::mem::replace(&mut shared.journal_failed, written.is_err())
        };
        if let (Err(error), false) = (&written, had_failed) {
            log::warn!("the journal was not written");
            (self.tell)(Report::NoJournal(error.clone()));
        }
        written
    }

    /// What the file holds is kept a third time, for when file and `.bak` are lost.
    fn close(self, last: &Snapshot) {
        let closed = self.writer.map(|mut writer| writer.begin(last, &[], true));
        if let Some(Err(_)) = closed {
            // The journal that stands there says the same, only at greater length.
            log::warn!("the journal was not closed");
        }
    }

    fn remove(self) {
        let removed = self.writer.map(|writer| writer.remove());
        if let Some(Err(error)) = removed {
            log::warn!("the journal was not removed: {}", error.kind());
        }
    }
}
