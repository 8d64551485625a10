//! The thread that writes the review's file: after a pause, never over what somebody else wrote.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::since::has_lost_text;
use super::{Pace, Report, Shared, lock};
use crate::review::{Snapshot, Timestamp};
use crate::services::Services;
use crate::store::copies;
use crate::store::error::SaveError;
use crate::store::file::{self, forget_version_before};
use crate::store::format::{read_bytes, write_checked};
use crate::store::seen::{Now, unseen};
use crate::store::work::Hold;

/// How often the keeper looks whether somebody else has changed the file.
const LOOK: Duration = Duration::from_secs(15);

/// What the filer is asked for.
pub(super) enum Errand {
    Keep(Snapshot),
    WriteNow(Sender<Result<(), SaveError>>),
    KeepNow(Snapshot, Sender<Result<(), SaveError>>),
    Look,
    Sign(String),
    KeepMine(Sender<Result<PathBuf, SaveError>>),
    Release(Sender<Result<Option<PathBuf>, SaveError>>),
    LetGo,
}

/// How it ended.
pub(super) struct Ended {
    /// Goes when the journal is closed.
    pub(super) _hold: Hold,
    /// What the file holds, if that is everything.
    pub(super) holds: Option<Snapshot>,
}

/// The newest version that is not on the disk, and when to write it.
struct Pending {
    since: Instant,
    due: Instant,
}

pub(super) struct Filer {
    hold: Hold,
    services: Arc<dyn Services>,
    pace: Pace,
    shared: Arc<Mutex<Shared>>,
    tell: Arc<dyn Fn(Report) + Send + Sync>,
    newest: Snapshot,
    /// How many versions were handed over until the newest.
    taken: u64,
    pending: Option<Pending>,
    /// Whether nothing is to be written any more.
    released: bool,
    look_at: Instant,
}

impl Filer {
    pub(super) fn new(
        hold: Hold,
        first: Snapshot,
        services: Arc<dyn Services>,
        pace: Pace,
        shared: Arc<Mutex<Shared>>,
        tell: Arc<dyn Fn(Report) + Send + Sync>,
    ) -> Self {
        let now = Instant::now();
        let pending = hold.behind.then(|| Pending {
            since: now,
            due: now + pace.quiet,
        });
        Self {
            taken: u64::from(hold.behind),
            hold,
            services,
            pace,
            shared,
            tell,
            newest: first,
            pending,
            released: false,
            look_at: now + LOOK,
        }
    }

    pub(super) fn run(mut self, todo: &Receiver<Errand>) -> Ended {
        loop {
            let due = self.pending.as_ref().map(|pending| pending.due);
            let wake = due.map_or(self.look_at, |due| due.min(self.look_at));
            match todo.recv_timeout(wake.saturating_duration_since(Instant::now())) {
                Ok(errand) => self.carry_out(errand),
                Err(RecvTimeoutError::Timeout) => {
                    if due.is_some_and(|due| due <= Instant::now()) {
                        let _ = self.write();
                    }
                    if self.look_at <= Instant::now() {
                        self.look();
                    }
                }
                Err(RecvTimeoutError::Disconnected) => {
                    let whole = !self.released && self.write().is_ok();
                    return Ended {
                        _hold: self.hold,
                        holds: whole.then_some(self.newest),
                    };
                }
            }
        }
    }

    /// Whoever asked may have stopped waiting for the answer.
    fn carry_out(&mut self, errand: Errand) {
        match errand {
            Errand::Keep(snapshot) => self.take(snapshot),
            Errand::WriteNow(answer) => {
                let _ = answer.send(self.write());
            }
            Errand::KeepNow(snapshot, answer) => {
                self.take(snapshot);
                let _ = answer.send(self.write());
            }
            Errand::Look => self.look(),
            Errand::Sign(who) => {
                let signed = self.hold.lock.as_mut().map(|lock| lock.sign(&who));
                if let Some(Err(error)) = signed {
                    log::debug!("the lock was not signed: {}", error.kind());
                }
            }
            Errand::KeepMine(answer) => {
                let _ = answer.send(self.keep_mine());
            }
            Errand::Release(answer) => {
                let released = self.mine_beside();
                let is_beside = released.is_ok();
                // Whoever did not wait goes on with it.
                self.released = answer.send(released).is_ok() && is_beside;
            }
            Errand::LetGo => self.released = true,
        }
        if self.released {
            self.pending = None;
        }
    }

    fn take(&mut self, snapshot: Snapshot) {
        let now = Instant::now();
        let since = self.pending.as_ref().map_or(now, |pending| pending.since);
        let due = (now + self.pace.quiet).min(since + self.pace.longest);
        self.hold.erasing |= has_lost_text(&self.newest, &snapshot);
        self.newest = snapshot;
        self.taken += 1;
        self.pending = Some(Pending { since, due });
    }

    /// Writes what is pending and tells how it went.
    fn write(&mut self) -> Result<(), SaveError> {
        if self.pending.is_none() {
            return Ok(());
        }
        let written = self.write_if_unchanged();
        let mut shared = lock(&self.shared);
        let report = match &written {
            Ok(()) => {
                let at = self.services.now();
                shared.kept = self.taken;
                shared.last_kept = Some(at);
                shared.error = None;
                self.pending = None;
                Some(Report::Kept { at })
            }
            Err(error) => {
                if let Some(pending) = &mut self.pending {
                    // The next change counts from here: it is tried soon, not at every letter.
                    pending.since = Instant::now();
                    pending.due = pending.since + self.pace.retry;
                }
                // What somebody else did is told apart, and once.
                let changed = *error == SaveError::ChangedOnDisk;
                shared.error = (!changed).then(|| error.clone());
                (!changed).then(|| Report::Failed(error.clone()))
            }
        };
        drop(shared);
        if let Some(report) = report {
            (self.tell)(report);
        }
        written
    }

    fn write_if_unchanged(&mut self) -> Result<(), SaveError> {
        if self.is_changed()? {
            return Err(SaveError::ChangedOnDisk);
        }
        if self.hold.damaged {
            copies::set_aside(self.hold.disk.as_ref(), &self.hold.path)?;
            self.hold.damaged = false;
        }
        let disk = self.hold.disk.as_ref();
        self.hold.seen = Some(file::write(disk, &self.hold.path, &self.newest)?);
        if self.hold.erasing {
            forget_version_before(disk, &self.hold.path)?;
            self.hold.erasing = false;
        }
        Ok(())
    }

    /// Whether somebody else has changed the file, which is told when it is first seen.
    fn is_changed(&mut self) -> Result<bool, SaveError> {
        let (disk, path) = (self.hold.disk.as_ref(), &self.hold.path);
        let now = match self.hold.seen.as_mut() {
            Some(seen) => seen.compare(disk, path)?,
            // A drive that came back may bring what was written elsewhere.
            None => unseen(disk, path, || write_checked(&self.newest).ok())?,
        };
        let changed = match now {
            Now::Other(at) => Some(at.unwrap_or_else(|| self.services.now())),
            // A file that is gone is written again.
            Now::Same | Now::Gone => None,
        };
        self.tell_changed(changed);
        Ok(changed.is_some())
    }

    fn tell_changed(&self, changed: Option<Timestamp>) {
        let before = std::mem::replace(&mut lock(&self.shared).changed_on_disk, changed);
        if let (Some(at), true) = (changed, changed != before) {
            (self.tell)(Report::ChangedOnDisk(at));
        }
    }

    fn look(&mut self) {
        self.look_at = Instant::now() + LOOK;
        // A drive that does not answer is told when something is to be written.
        let _ = self.is_changed();
    }

    /// Theirs goes beside, mine in its place.
    fn keep_mine(&mut self) -> Result<PathBuf, SaveError> {
        let (disk, path) = (self.hold.disk.as_ref(), &self.hold.path);
        let theirs = file::read(disk, path).map_err(|_| SaveError::ChangedOnDisk)?;
        let kept = copies::keep(disk, path, &theirs.bytes, self.services.as_ref())?;
        self.hold.seen = Some(theirs.seen);
        self.pending.get_or_insert_with(|| Pending {
            since: Instant::now(),
            due: Instant::now(),
        });
        self.write()?;
        Ok(kept)
    }

    /// What theirs does not hold of mine goes beside it.
    fn mine_beside(&self) -> Result<Option<PathBuf>, SaveError> {
        let (disk, path) = (self.hold.disk.as_ref(), &self.hold.path);
        let theirs = file::read(disk, path).ok();
        let theirs = theirs.and_then(|file| read_bytes(&file.bytes).ok());
        if theirs.is_some_and(|theirs| goes_on(&self.newest, &theirs.review.snapshot())) {
            return Ok(None);
        }
        let text = write_checked(&self.newest)?;
        copies::keep(disk, path, text.as_bytes(), self.services.as_ref()).map(Some)
    }
}

/// Whether the other version holds everything of this one.
fn goes_on(one: &Snapshot, other: &Snapshot) -> bool {
    let same_length = one.history.entries().len() == other.history.entries().len();
    one.history.is_continued_by(&other.history) && (!same_length || one == other)
}
