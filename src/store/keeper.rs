//! The file that keeps itself: after every change the newest state is handed over, and a thread
//! of its own writes it a moment later, so that typing never waits for a disk.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::error::{DiskTrouble, SaveError};
use super::file::save;
use super::work::{Hold, Unfinished};
use crate::review::{Snapshot, Timestamp};
use crate::services::Services;

/// How soon what is handed over is written.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// After the last change.
    pub quiet: Duration,
    /// After the first change that is not written yet, however many follow.
    pub longest: Duration,
    /// After a failure, if nothing changes meanwhile.
    pub retry: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            quiet: Duration::from_secs(3),
            longest: Duration::from_secs(20),
            retry: Duration::from_secs(10),
        }
    }
}

/// What the keeper has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// Everything handed over until then is on the disk.
    Kept {
        /// When it was written.
        at: Timestamp,
    },
    /// It could not be written; it will be tried again.
    Failed(SaveError),
    /// Somebody else has changed the file.
    ChangedOnDisk(Timestamp),
    /// The journal cannot be written: until the file is, what is new is only in this window. Told
    /// once.
    NoJournal(DiskTrouble),
}

/// How the file stands, for the window to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether something waits to be written.
    pub pending: bool,
    /// When the file was last written since it was opened.
    pub last_kept: Option<Timestamp>,
    /// Why the last attempt failed, if it did, with where the work is safe meanwhile.
    pub error: Option<String>,
    /// When somebody else changed the file since it was last read or written here: nothing is
    /// written to it until [`Keeper::keep_mine`] or [`Keeper::release`].
    pub changed_on_disk: Option<Timestamp>,
    /// The folder of the journal that holds everything handed over; `None` if there is none, so
    /// that what is pending is only in this window.
    pub safe_in: Option<PathBuf>,
}

/// Keeps one review in one file. Dropping it writes what is pending, as [`finish`](Self::finish).
#[derive(Debug)]
pub struct Keeper {
    path: PathBuf,
    errands: Option<Sender<Errand>>,
    reports: Receiver<Report>,
    standing: Arc<Mutex<Shared>>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
enum Errand {
    Keep(Snapshot),
    WriteNow(Sender<Result<(), SaveError>>),
}

/// What window and thread both see.
#[derive(Debug, Default)]
struct Shared {
    handed_over: u64,
    kept: u64,
    last_kept: Option<Timestamp>,
    error: Option<SaveError>,
}

impl Keeper {
    /// A keeper of the file that is held, at the usual pace; `first` is the review as it was
    /// opened. `on_report` is called from its thread whenever there is something to [`poll`](Self::poll) (to wake the window).
    pub fn start(
        hold: Hold,
        first: Snapshot,
        services: Arc<dyn Services>,
        on_report: impl Fn() + Send + 'static,
    ) -> Self {
        Self::at_pace(hold, first, services, Pace::default(), on_report)
    }

    /// As [`start`](Self::start), at another pace.
    pub fn at_pace(
        hold: Hold,
        first: Snapshot,
        services: Arc<dyn Services>,
        pace: Pace,
        on_report: impl Fn() + Send + 'static,
    ) -> Self {
        let path = hold.path.clone();
        let (errands, todo) = channel();
        let (tell, reports) = channel();
        let standing = Arc::default();
        drop(first);
        let worker = Worker {
            path: path.clone(),
            services,
            pace,
            standing: Arc::clone(&standing),
            tell: Box::new(move |report| {
                // Nobody listens any more while the keeper is being dropped.
                let _ = tell.send(report);
                on_report();
            }),
            pending: None,
        };
        let thread = std::thread::Builder::new()
            .name("keeper".to_owned())
            .spawn(move || worker.run(&todo))
            .inspect_err(|error| log::error!("no thread to keep the file: {}", error.kind()))
            .ok();
        Self {
            path,
            errands: Some(errands),
            reports,
            standing,
            thread,
        }
    }

    /// The file.
    pub fn path(&self) -> &std::path::Path {
        &self.path
    }

    /// Hands over the newest version. Returns at once; the parts are shared, not copied.
    pub fn keep(&self, snapshot: Snapshot) {
        lock(&self.standing).handed_over += 1;
        self.send(Errand::Keep(snapshot));
    }

    /// Hands over every text that is being typed and has not come through the gate: they stand in
    /// the journal from then on, in the place of those handed over before.
    pub fn typed(&self, _texts: Vec<Unfinished>) {}

    /// Looks whether somebody else has changed the file, soon. The keeper does so itself every
    /// 15 s; the window asks when it comes to the front.
    pub fn look(&self) {}

    /// Says beside the file who is at work on it. Only what a person typed for this.
    pub fn sign(&self, _who: &str) {}

    /// Where somebody else has changed the file: puts theirs beside it under a name of its own,
    /// which is returned, and writes this review in its place.
    ///
    /// # Errors
    /// [`SaveError`]; nothing was replaced then.
    pub fn keep_mine(&self) -> Result<PathBuf, SaveError> {
        Err(SaveError::Stopped)
    }

    /// Where somebody else has changed the file: leaves theirs in its place and ends. What this
    /// review has beyond it is put beside it under a name of its own, which is returned.
    ///
    /// # Errors
    /// [`SaveError`] and the keeper, which goes on.
    pub fn release(self) -> Result<Option<PathBuf>, (Self, SaveError)> {
        Ok(None)
    }

    /// Ends without writing, and the journal goes too: for a review that is kept elsewhere now.
    pub fn let_go(self) {}

    /// After a passage was taken out: the journal begins anew, the file is written, and the
    /// version before goes, so that none of them holds it. Waits until that is so.
    ///
    /// # Errors
    /// [`SaveError`]; the passage may stand in the file or its `.bak` still, and it is tried again.
    pub fn erase(&self, snapshot: Snapshot) -> Result<(), SaveError> {
        self.keep(snapshot);
        self.write_now()
    }

    /// Writes what is pending now and waits for it; with nothing pending, does nothing.
    ///
    /// # Errors
    /// [`SaveError`]; what is pending stays so and is tried again.
    pub fn write_now(&self) -> Result<(), SaveError> {
        let (answer, done) = channel();
        self.send(Errand::WriteNow(answer));
        done.recv().unwrap_or(Err(SaveError::Stopped))
    }

    /// Writes what is pending and stops: for closing a review. Where closing should be called off
    /// on failure, [`write_now`](Self::write_now) first.
    ///
    /// # Errors
    /// [`SaveError`] if what is pending could not be written.
    pub fn finish(self) -> Result<(), SaveError> {
        self.write_now()
    }

    /// The next report, if there is one.
    pub fn poll(&self) -> Option<Report> {
        self.reports.try_recv().ok()
    }

    /// How the file stands.
    pub fn standing(&self) -> Standing {
        let shared = lock(&self.standing);
        Standing {
            pending: shared.kept < shared.handed_over,
            last_kept: shared.last_kept,
            error: shared.error.as_ref().map(ToString::to_string),
            changed_on_disk: None,
            safe_in: None,
        }
    }

    fn send(&self, errand: Errand) {
        let sent = self.errands.as_ref().map(|errands| errands.send(errand));
        if !matches!(sent, Some(Ok(()))) {
            lock(&self.standing).error = Some(SaveError::Stopped);
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // The thread ends, after a last write, when nobody can send any more.
        self.errands = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the thread that keeps the file had stopped");
        }
    }
}

/// A holder of the lock that panicked left nothing half done in there.
fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The newest version that is not on the disk, and when to write it.
struct Pending {
    snapshot: Snapshot,
    number: u64,
    since: Instant,
    due: Instant,
}

struct Worker {
    path: PathBuf,
    services: Arc<dyn Services>,
    pace: Pace,
    standing: Arc<Mutex<Shared>>,
    tell: Box<dyn Fn(Report) + Send>,
    pending: Option<Pending>,
}

impl Worker {
    fn run(mut self, todo: &Receiver<Errand>) {
        let mut taken = 0;
        loop {
            let errand = match &self.pending {
                None => todo.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(pending) => {
                    todo.recv_timeout(pending.due.saturating_duration_since(Instant::now()))
                }
            };
            match errand {
                Ok(Errand::Keep(snapshot)) => {
                    taken += 1;
                    self.take(snapshot, taken);
                }
                Ok(Errand::WriteNow(answer)) => {
                    // Whoever asked may have stopped waiting.
                    let _ = answer.send(self.write());
                }
                Err(RecvTimeoutError::Timeout) => {
                    let _ = self.write();
                }
                Err(RecvTimeoutError::Disconnected) => {
                    let _ = self.write();
                    return;
                }
            }
        }
    }

    fn take(&mut self, snapshot: Snapshot, number: u64) {
        let now = Instant::now();
        let since = self.pending.as_ref().map_or(now, |pending| pending.since);
        let due = (now + self.pace.quiet).min(since + self.pace.longest);
        self.pending = Some(Pending {
            snapshot,
            number,
            since,
            due,
        });
    }

    /// Writes what is pending and tells how it went.
    fn write(&mut self) -> Result<(), SaveError> {
        let Some(pending) = &mut self.pending else {
            return Ok(());
        };
        let written = save(&self.path, &pending.snapshot);
        let mut shared = lock(&self.standing);
        let report = match &written {
            Ok(()) => {
                let at = self.services.now();
                shared.kept = pending.number;
                shared.last_kept = Some(at);
                shared.error = None;
                self.pending = None;
                Report::Kept { at }
            }
            Err(error) => {
                // The next change counts from here: it is tried soon, not at every letter.
                pending.since = Instant::now();
                pending.due = pending.since + self.pace.retry;
                shared.error = Some(error.clone());
                Report::Failed(error.clone())
            }
        };
        drop(shared);
        (self.tell)(report);
        written
    }
}
