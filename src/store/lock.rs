//! Two people, one file: who works on a review says so beside it, and whoever comes second can
//! only read. That the first is still there is told by the system, not by what stands in the lock,
//! so a computer that crashed locks nobody out.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::disk::{Disk, Guard, Held, Taken};
use super::file::Loose;
use super::names;
use super::seen::is_not_there;
use crate::review::Timestamp;
use crate::services::Services;

/// No lock is longer, bytes.
const BYTES: u64 = 4096;
/// How often a lock is asked for that vanished meanwhile, or is in somebody's way for a moment.
const TRIES: usize = 8;
const PAUSE: Duration = Duration::from_millis(60);

/// What stands in a lock. No name of a person unless one was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    machine: String,
    since: Timestamp,
    who: Option<String>,
    process: u32,
    /// Which lock it is: a name can be another file than a moment ago.
    token: String,
}

/// Who has a review open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InUse {
    /// The name of the computer; `None` if the lock cannot be read.
    pub machine: Option<String>,
    /// Since when.
    pub since: Option<Timestamp>,
    /// Who, if somebody typed it.
    pub who: Option<String>,
    /// Whether it is this computer.
    pub here: bool,
    /// Whether nothing tells if it still is open, so that a person has to.
    pub may_take_over: bool,
}

impl InUse {
    /// Why it can only be read, and what to do.
    pub fn in_words(&self, services: &dyn Services) -> String {
        let who = self.who.as_ref().map(|who| format!(" by {who}"));
        let machine = match &self.machine {
            _ if self.here => Some(" in another window on this computer".to_owned()),
            Some(machine) => Some(format!(" on the computer “{machine}”")),
            None => Some(" on another computer".to_owned()),
        };
        let since = self.since.map(|since| {
            let day = match services.day_of(since) {
                day if day == services.today() => String::new(),
                day => format!(" on {}", day.in_words()),
            };
            format!(", since {}{day}", services.time_of_day(since))
        });
        let next = if self.may_take_over {
            "This folder does not tell whether it still is. If it is not, take it over."
        } else {
            "To work on it here, close it there and look again."
        };
        format!(
            "This review is open{}{}{}, so here it can only be read. {next}",
            who.unwrap_or_default(),
            machine.unwrap_or_default(),
            since.unwrap_or_default()
        )
    }
}

/// What came of asking for a review's lock.
#[derive(Debug)]
pub(super) enum Asked {
    /// It is ours.
    Mine(Lock),
    /// Somebody else has it.
    InUse(InUse),
    /// No lock can be put there.
    Nowhere(io::Error),
}

/// A review's lock, ours until it is dropped.
#[derive(Debug)]
pub struct Lock {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    record: Record,
    held: Option<Box<dyn Held>>,
}

impl Lock {
    /// Asks for the lock of the review at `path`. One that a crash left behind is taken; one of
    /// which nobody can tell whether it was is taken only with `take_over`.
    pub(super) fn ask(
        disk: &Arc<dyn Disk>,
        path: &Path,
        services: &dyn Services,
        take_over: bool,
    ) -> Asked {
        let path = names::lock(path);
        let record = Record {
            machine: services.machine_name(),
            since: services.now(),
            who: None,
            process: std::process::id(),
            token: String::from(services.salt()),
        };
        for left in (0..TRIES).rev() {
            match disk.lock(&path) {
                Ok(Taken::Mine(held)) => {
                    let mut lock = Self {
                        disk: Arc::clone(disk),
                        path: path.clone(),
                        record: record.clone(),
                        held: Some(held),
                    };
                    match lock.write() {
                        // Whoever had it may have removed the name while we were asking.
                        Ok(()) if lock.is_there() => return Asked::Mine(lock),
                        Ok(()) => lock.held = None,
                        Err(error) => return Asked::Nowhere(error),
                    }
                }
                Ok(Taken::Unsigned(held)) => {
                    let Some(there) = read(disk.as_ref(), &path) else {
                        return Self::unknown(disk.as_ref(), &path, &record, take_over);
                    };
                    return Asked::Mine(Self {
                        disk: Arc::clone(disk),
                        path,
                        record: there,
                        held: Some(held),
                    });
                }
                // A virus scanner that looks at a file is no person at work.
                Ok(Taken::Busy) if cfg!(windows) && left > 0 => std::thread::sleep(PAUSE),
                Ok(Taken::Busy) => {
                    let there = read(disk.as_ref(), &path);
                    return Asked::InUse(in_use(there, &record, false));
                }
                Ok(Taken::NoLocks) => {
                    return Self::by_name(disk, path, record, take_over, services);
                }
                // So Windows says while a lock is being removed.
                Err(error) if cfg!(windows) && left > 0 && is_refused(&error) => {
                    std::thread::sleep(PAUSE);
                }
                Err(error) if is_refused(&error) && is_anything_at(disk.as_ref(), &path) => {
                    return Self::unknown(disk.as_ref(), &path, &record, take_over);
                }
                Err(error) => return Asked::Nowhere(error),
            }
        }
        Asked::InUse(in_use(read(disk.as_ref(), &path), &record, true))
    }

    /// There is a lock that this person may not touch: only a person can tell whether it holds.
    fn unknown(disk: &dyn Disk, path: &Path, ours: &Record, take_over: bool) -> Asked {
        if take_over {
            return Asked::Nowhere(io::ErrorKind::PermissionDenied.into());
        }
        Asked::InUse(in_use(read(disk, path), ours, true))
    }

    /// Where the disk has no locks: whoever makes the file has it. One that cannot be read was torn
    /// by a power cut, since it is made whole.
    fn by_name(
        disk: &Arc<dyn Disk>,
        path: PathBuf,
        record: Record,
        take_over: bool,
        services: &dyn Services,
    ) -> Asked {
        let there = read(disk.as_ref(), &path);
        let is_stale = there.as_ref().is_none_or(|there| {
            there.machine == record.machine && services.is_running(there.process) == Some(false)
        });
        if (take_over || is_stale)
            && let Err(error) = disk.remove(&path)
            && error.kind() != io::ErrorKind::NotFound
        {
            return Asked::Nowhere(error);
        }
        let lock = Self {
            disk: Arc::clone(disk),
            path,
            record,
            held: None,
        };
        match lock.make() {
            Ok(()) => Asked::Mine(lock),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Asked::InUse(in_use(there, &lock.record, true))
            }
            Err(error) => Asked::Nowhere(error),
        }
    }

    fn make(&self) -> io::Result<()> {
        let text = ron::to_string(&self.record).unwrap_or_default();
        let disk = self.disk.as_ref();
        Loose::written(disk, &self.path, text.as_bytes(), &Guard::Usual)?.put_new(&self.path)
    }

    /// Says who is at work. Only what a person typed for this.
    ///
    /// # Errors
    /// As the system says; the lock holds all the same.
    pub(super) fn sign(&mut self, who: &str) -> io::Result<()> {
        self.record.who =
            Some(who.trim().chars().take(100).collect()).filter(|who: &String| !who.is_empty());
        self.write()
    }

    fn write(&mut self) -> io::Result<()> {
        let text = ron::to_string(&self.record).unwrap_or_default();
        match &mut self.held {
            Some(held) => held.write(text.as_bytes()),
            None => {
                self.disk.remove(&self.path)?;
                self.make()
            }
        }
    }

    /// Whether what stands under the name is this lock.
    fn is_there(&self) -> bool {
        read(self.disk.as_ref(), &self.path).is_some_and(|there| there.token == self.record.token)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Somebody may have taken it over.
        if self.is_there() {
            // Windows removes no file that is open, other systems should not show one that is
            // nobody's.
            if cfg!(windows) {
                self.held = None;
            }
            if let Err(error) = self.disk.remove(&self.path) {
                log::debug!("the lock was not removed: {}", error.kind());
            }
        }
    }
}

/// Whether anybody has the review at `path` open for work.
pub(super) fn is_held(disk: &dyn Disk, path: &Path) -> bool {
    let path = names::lock(path);
    disk.about(&path).is_ok() && matches!(disk.lock(&path), Ok(Taken::Busy))
}

fn is_refused(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::PermissionDenied
}

fn is_anything_at(disk: &dyn Disk, path: &Path) -> bool {
    !disk.about(path).is_err_and(|error| is_not_there(&error))
}

fn read(disk: &dyn Disk, path: &Path) -> Option<Record> {
    let bytes = disk.read(path, BYTES).ok()?;
    ron::from_str(std::str::from_utf8(&bytes).ok()?).ok()
}

fn in_use(there: Option<Record>, ours: &Record, may_take_over: bool) -> InUse {
    let here = there
        .as_ref()
        .is_some_and(|there| there.machine == ours.machine);
    InUse {
        here,
        may_take_over,
        since: there.as_ref().map(|there| there.since),
        who: there.as_ref().and_then(|there| there.who.clone()),
        machine: there.map(|there| there.machine),
    }
}
