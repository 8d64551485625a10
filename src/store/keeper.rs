//! The file that keeps itself: after every change the newest state is handed over, and a thread
//! of its own writes it a moment later, so that typing never waits for a disk.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::error::SaveError;
use super::file::save;
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
            quiet: Duration::from_secs(1),
            longest: Duration::from_secs(5),
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
}

/// How the file stands, for the window to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether something waits to be written.
    pub pending: bool,
    /// When the file was last written since it was opened.
    pub last_kept: Option<Timestamp>,
    /// Why the last attempt failed, if it did.
    pub error: Option<String>,
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
    /// A keeper of the file at `path`, at the usual pace. `on_report` is called from its thread
    /// whenever there is something to [`poll`](Self::poll) (to wake the window).
    pub fn start(
        path: PathBuf,
        services: Arc<dyn Services>,
        on_report: impl Fn() + Send + 'static,
    ) -> Self {
        Self::at_pace(path, services, Pace::default(), on_report)
    }

    /// As [`start`](Self::start), at another pace.
    pub fn at_pace(
        path: PathBuf,
        services: Arc<dyn Services>,
        pace: Pace,
        on_report: impl Fn() + Send + 'static,
    ) -> Self {
        let (errands, todo) = channel();
        let (tell, reports) = channel();
        let standing = Arc::default();
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
