//! The file that keeps itself: after every change the newest version is handed over; one thread
//! puts it into the journal at once, another writes the file a moment later, so that typing never
//! waits for a disk and no word waits for the file.

pub(super) mod errand;
mod filer;
mod journalist;
mod since;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::emergency;
use super::error::SaveError;
use super::journal::Writer;
use super::work::{Hold, Unfinished};
use crate::review::{Snapshot, Timestamp};
use crate::services::Services;
use errand::Errand as JournalErrand;
use filer::{Ended, Filer};
use journalist::Journalist;

/// How long the window waits for a drive: one that hangs must not hang it.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long closing waits after that.
const LAST_PATIENCE: Duration = Duration::from_secs(4);
/// How long letting go of a file waits.
const SHORT_PATIENCE: Duration = Duration::from_secs(1);

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
    NoJournal(SaveError),
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

/// Keeps one review in one file. Dropping it writes what is pending, as [`finish`](Self::finish),
/// and waits some seconds for that: where the drive hangs the journal stays as it is, so that the
/// next start goes on from it.
#[derive(Debug)]
pub struct Keeper {
    path: PathBuf,
    /// `None` when it is ending, as the next.
    errands: Option<Sender<filer::Errand>>,
    journal: Option<Arc<Sender<JournalErrand>>>,
    journal_in: Option<PathBuf>,
    reports: Receiver<Report>,
    shared: Arc<Mutex<Shared>>,
    /// Says that the file's thread is at its end, and with what; as the next.
    filer: Receiver<Ended>,
    journalist: Receiver<()>,
}

/// What the window and both threads see.
#[derive(Debug, Default)]
struct Shared {
    handed_over: u64,
    kept: u64,
    last_kept: Option<Timestamp>,
    error: Option<SaveError>,
    changed_on_disk: Option<Timestamp>,
    journal_failed: bool,
}

impl Keeper {
    /// A keeper of the file that is held, at the usual pace; `first` is the review as it was
    /// opened. `on_report` is called from its threads whenever there is something to
    /// [`poll`](Self::poll) (to wake the window).
    pub fn start(
        hold: Hold,
        first: Snapshot,
        services: Arc<dyn Services>,
        on_report: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self::at_pace(hold, first, services, Pace::default(), on_report)
    }

    /// As [`start`](Self::start), at another pace.
    pub fn at_pace(
        hold: Hold,
        first: Snapshot,
        services: Arc<dyn Services>,
        pace: Pace,
        on_report: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let (tell, reports) = channel();
        let tell: Arc<dyn Fn(Report) + Send + Sync> = Arc::new(move |report| {
            // Nobody listens any more while the keeper is being dropped.
            let _ = tell.send(report);
            on_report();
        });
        let shared = Arc::new(Mutex::new(Shared {
            handed_over: u64::from(hold.behind),
            ..Shared::default()
        }));
        let path = hold.path.clone();
        let writer = Writer::new(Arc::clone(&hold.disk), Arc::clone(&services), &path);
        let journal_in = writer.as_ref().and_then(|writer| writer.name().parent());
        let journal_in = journal_in.map(Path::to_path_buf);
        let journalist = Journalist::new(
            writer,
            first.clone(),
            hold.unfinished.clone(),
            Arc::clone(&shared),
            Arc::clone(&tell),
        );
        let filer = Filer::new(hold, first, services, pace, Arc::clone(&shared), tell);
        let (journal, to_journal) = channel();
        let (errands, todo) = channel();
        let journal = Arc::new(journal);
        emergency::remember(&journal, journal_in.as_deref());
        Self {
            path,
            errands: Some(errands),
            journal: Some(journal),
            journal_in,
            reports,
            shared,
            filer: ending("keeper", move || filer.run(&todo)),
            journalist: ending("journal", move || journalist.run(&to_journal)),
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Hands over the newest version. Returns at once; the parts are shared, not copied.
    pub fn keep(&self, snapshot: Snapshot) {
        lock(&self.shared).handed_over += 1;
        self.to_journal(JournalErrand::Keep(snapshot.clone()));
        self.send(filer::Errand::Keep(snapshot));
    }

    /// Hands over every text that is being typed and has not come through the gate: they stand in
    /// the journal from then on, in the place of those handed over before.
    pub fn typed(&self, texts: Vec<Unfinished>) {
        self.to_journal(JournalErrand::Typed(texts));
    }

    /// Looks whether somebody else has changed the file, soon. The keeper does so itself every
    /// 15 s; the window asks when it comes to the front.
    pub fn look(&self) {
        self.send(filer::Errand::Look);
    }

    /// Says beside the file who is at work on it. Only what a person typed for this.
    pub fn sign(&self, who: &str) {
        self.send(filer::Errand::Sign(who.to_owned()));
    }

    /// Where somebody else has changed the file: puts theirs beside it under a name of its own,
    /// which is returned, and writes this review in its place.
    ///
    /// # Errors
    /// [`SaveError`]; nothing was replaced then.
    pub fn keep_mine(&self) -> Result<PathBuf, SaveError> {
        self.ask(filer::Errand::KeepMine)
    }

    /// Where somebody else has changed the file: leaves theirs in its place and ends. What this
    /// review has beyond it is put beside it under a name of its own, which is returned.
    ///
    /// # Errors
    /// [`SaveError`] and the keeper, which goes on.
    pub fn release(self) -> Result<Option<PathBuf>, (Box<Self>, SaveError)> {
        match self.ask(filer::Errand::Release) {
            Ok(copy) => {
                self.to_journal(JournalErrand::Remove);
                Ok(copy)
            }
            Err(error) => Err((Box::new(self), error)),
        }
    }

    /// Ends without writing, and the journal goes too: for a review that is kept elsewhere now.
    /// Where the drive hangs that is done when it answers.
    pub fn let_go(self) {
        self.send(filer::Errand::LetGo);
        self.to_journal(JournalErrand::Remove);
        let (done, is_done) = channel::<()>();
        let ending = thread("letting go", move || {
            drop(self);
            drop(done);
        });
        if ending {
            let _ = is_done.recv_timeout(SHORT_PATIENCE);
        }
    }

    /// After a passage was taken out: the journal begins anew, the file is written, and the
    /// version before goes, so that none of them holds it. Waits until that is so. Texts being
    /// typed that hold it are handed over anew before.
    ///
    /// # Errors
    /// [`SaveError`]; the passage may stand in what could not be written, and it is tried again.
    pub fn erase(&self, snapshot: Snapshot) -> Result<(), SaveError> {
        lock(&self.shared).handed_over += 1;
        let (answer, journal) = channel();
        self.to_journal(JournalErrand::Anew(snapshot.clone(), answer));
        let written = self.ask(|answer| filer::Errand::KeepNow(snapshot, answer));
        // Where there is no journal, none holds it.
        match journal.recv_timeout(PATIENCE) {
            Ok(Err(error)) if self.journal_in.is_some() => written.and(Err(error)),
            Err(RecvTimeoutError::Timeout) => written.and(Err(SaveError::NoAnswer)),
            _ => written,
        }
    }

    /// Writes what is pending now and waits for it, 10 s at most; with nothing pending, does
    /// nothing.
    ///
    /// # Errors
    /// [`SaveError::NoAnswer`] if the drive does not answer; the writing goes on then. Else
    /// [`SaveError`]; what is pending stays so and is tried again. [`Standing::error`] says it
    /// together with where the work is safe.
    pub fn write_now(&self) -> Result<(), SaveError> {
        self.ask(filer::Errand::WriteNow)
    }

    /// Waits until everything handed over is in the journal; whether it is.
    pub fn is_in_journal(&self) -> bool {
        let (answer, done) = channel();
        self.to_journal(JournalErrand::Settle(answer));
        done.recv_timeout(PATIENCE).unwrap_or(false)
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
        let shared = lock(&self.shared);
        let safe_in = self.journal_in.clone().filter(|_| !shared.journal_failed);
        Standing {
            pending: shared.kept < shared.handed_over,
            last_kept: shared.last_kept,
            error: shared
                .error
                .as_ref()
                .map(|error| error.told(safe_in.as_deref())),
            changed_on_disk: shared.changed_on_disk,
            safe_in,
        }
    }

    fn to_journal(&self, errand: JournalErrand) {
        let sent = self.journal.as_ref().map(|journal| journal.send(errand));
        if !matches!(sent, Some(Ok(()))) {
            lock(&self.shared).journal_failed = true;
        }
    }

    fn send(&self, errand: filer::Errand) {
        let sent = self.errands.as_ref().map(|errands| errands.send(errand));
        if !matches!(sent, Some(Ok(()))) {
            lock(&self.shared).error = Some(SaveError::Stopped);
        }
    }

    fn ask<T>(
        &self,
        errand: impl FnOnce(Sender<Result<T, SaveError>>) -> filer::Errand,
    ) -> Result<T, SaveError> {
        let (answer, done) = channel();
        self.send(errand(answer));
        done.recv_timeout(PATIENCE)
            .unwrap_or_else(|none| match none {
                RecvTimeoutError::Timeout => Err(SaveError::NoAnswer),
                RecvTimeoutError::Disconnected => Err(SaveError::Stopped),
            })
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // A thread ends, the file's after a last write, when nobody can send to it any more.
        self.errands = None;
        let ended = self.filer.recv_timeout(LAST_PATIENCE);
        if let Some(last) = ended.as_ref().ok().and_then(|ended| ended.holds.clone()) {
            self.to_journal(JournalErrand::Close(last));
        }
        self.journal = None;
        let journal = self.journalist.recv_timeout(LAST_PATIENCE);
        for why in [ended.as_ref().err(), journal.as_ref().err()] {
            match why {
                Some(RecvTimeoutError::Timeout) => {
                    log::warn!("a drive does not answer; the review is left to its journal");
                }
                Some(RecvTimeoutError::Disconnected) => {
                    log::error!("a thread that keeps the file had stopped");
                }
                None => {}
            }
        }
        // The lock goes last, with what `ended` holds.
    }
}

/// Runs something beside; whether it could be begun.
fn thread(name: &str, run: impl FnOnce() + Send + 'static) -> bool {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(run)
        .inspect_err(|error| log::error!("no thread to keep the file: {}", error.kind()))
        .is_ok()
}

/// As [`thread`]; gives what it came to at its end. Nobody has to wait for it.
fn ending<T: Send + 'static>(name: &str, run: impl FnOnce() -> T + Send + 'static) -> Receiver<T> {
    let (done, ended) = channel();
    thread(name, move || {
        let _ = done.send(run());
    });
    ended
}

/// A holder of the lock that panicked left nothing half done in there.
fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
