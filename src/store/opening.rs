//! Opening a review for work: its lock, its newest version wherever that is, and the right to
//! write it. Which version is the newest is decided in [`recovery`](super::recovery).

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::disk::{Disk, RealDisk};
use super::error::{DiskTrouble, OpenError, SaveError};
use super::file::{self, Bytes};
use super::format::Opened;
use super::journal::{self, Found};
use super::lock::{Asked, Lock};
use super::names;
use super::recovery::{self, Sources};
use super::seen::{Now, Seen};
use super::work::{Access, CameFrom, ForWork, Hold, Open, Reason};
use crate::review::Snapshot;
use crate::services::Services;

/// Opens the review at `path` for work.
///
/// # Errors
/// [`OpenError`] says why it was refused; nothing was changed then.
pub fn open_for_work(path: &Path, services: &dyn Services) -> Result<Open, OpenError> {
    open_for_work_on(Arc::new(RealDisk), path, services)
}

/// As [`open_for_work`], on another disk.
///
/// # Errors
/// As [`open_for_work`].
pub fn open_for_work_on(
    disk: Arc<dyn Disk>,
    path: &Path,
    services: &dyn Services,
) -> Result<Open, OpenError> {
    opened(disk, path, services, false)
}

/// As [`open_for_work`], where [`InUse::may_take_over`](super::InUse::may_take_over) says that
/// nobody can tell whether the review is still open elsewhere, and a person does.
///
/// # Errors
/// As [`open_for_work`].
pub fn take_over(path: &Path, services: &dyn Services) -> Result<Open, OpenError> {
    take_over_on(Arc::new(RealDisk), path, services)
}

/// As [`take_over`], on another disk.
///
/// # Errors
/// As [`open_for_work`].
pub fn take_over_on(
    disk: Arc<dyn Disk>,
    path: &Path,
    services: &dyn Services,
) -> Result<Open, OpenError> {
    opened(disk, path, services, true)
}

fn opened(
    disk: Arc<dyn Disk>,
    path: &Path,
    services: &dyn Services,
    take_over: bool,
) -> Result<Open, OpenError> {
    let path = names::whole(disk.as_ref(), path);
    let mut file = OnDisk::read(disk.as_ref(), &path);
    let mut notes = Vec::new();
    let seen = file.seen.as_ref();
    let found = journal::find(disk.as_ref(), services, &path, seen);
    let is_left_open = matches!(&found, Found::Journal(journal) if !journal.closed);
    let may_be_left_open = is_left_open || matches!(found, Found::NotNow(_));
    if let Some(reason) = file.only_for_reading(is_left_open) {
        return file.read_only(reason, may_be_left_open);
    }
    let lock = match Lock::ask(&disk, &path, services, take_over) {
        Asked::Mine(lock) => {
            clean_up(disk.as_ref(), services, &path);
            Some(Box::new(lock))
        }
        Asked::InUse(who) => {
            // The journal of another window of this computer is its own.
            let is_ours = may_be_left_open && !who.here;
            return file.read_only(Reason::InUse(who), is_ours);
        }
        Asked::Nowhere(error) => {
            notes.push(format!(
                "Nothing could be put beside the file to show that it is open here, because {}: \
                 make sure that nobody else works on it at the same time.",
                DiskTrouble::from(&error)
            ));
            None
        }
    };
    let journal = the_journal(found, disk.as_ref(), services, &path, &mut notes)?;
    // Whoever had the lock until now may have written the file while we were reading it.
    if !file.is_as_read(disk.as_ref(), &path) {
        file = OnDisk::read(disk.as_ref(), &path);
    }
    let hold = Hold {
        lock,
        seen: file.seen,
        ..Hold::of(disk, path)
    };
    let sources = Sources {
        file: file.opened,
        journal,
        hold,
        notes,
    };
    recovery::newest(sources, services)
}

/// Removes what a save that was cut off has left, beside the file and beside its journal. Only for
/// whoever holds the lock.
pub(super) fn clean_up(disk: &dyn Disk, services: &dyn Services, path: &Path) {
    names::sweep(disk, path);
    if let Some(journal) = journal::of(services, path) {
        names::sweep(disk, &journal);
    }
}

/// The journal, if there is one. What cannot be read in it is put aside, so that none of it is
/// lost, and said. Only for whoever holds the lock.
fn the_journal(
    found: Found,
    disk: &dyn Disk,
    services: &dyn Services,
    path: &Path,
    notes: &mut Vec<String>,
) -> Result<Option<journal::Journal>, OpenError> {
    let not_aside = |error: io::Error| OpenError::Journal((&error).into());
    match found {
        Found::None => Ok(None),
        Found::Journal(journal) => {
            if journal.has_more {
                journal::keep_aside(disk, services, path).map_err(not_aside)?;
            }
            Ok(Some(*journal))
        }
        Found::Unreadable(why) => {
            let aside = journal::put_aside(disk, services, path).map_err(not_aside)?;
            let why = if why.newer {
                "was written by a newer program, so"
            } else {
                "cannot be read, so"
            };
            notes.push(format!(
                "The journal of this review on this computer {why} changes that had not come into \
                 the file may be missing.{}",
                aside.map_or_else(String::new, |aside| {
                    format!(" It was put aside as {}.", aside.display())
                })
            ));
            Ok(None)
        }
        Found::NotNow(error) => Err(not_aside(error)),
    }
}

/// What stands under a review's name.
struct OnDisk {
    opened: Result<Opened, OpenError>,
    seen: Option<Seen>,
}

impl OnDisk {
    fn read(disk: &dyn Disk, path: &Path) -> Self {
        match file::read(disk, path) {
            Ok(Bytes {
                bytes,
                seen,
                read_only,
            }) => Self {
                opened: file::opened(&bytes, read_only),
                seen: Some(seen),
            },
            Err(error) => Self {
                opened: Err(error),
                seen: None,
            },
        }
    }

    fn is_as_read(&mut self, disk: &dyn Disk, path: &Path) -> bool {
        let now = self.seen.as_mut().map(|seen| seen.compare(disk, path));
        matches!(now, Some(Ok(Now::Same)))
    }

    /// Why it can only be read whoever asks. A sealed review that was being continued when the
    /// program ended may still be worked on.
    fn only_for_reading(&self, is_left_open: bool) -> Option<Reason> {
        let opened = self.opened.as_ref().ok()?;
        if opened.read_only {
            return Some(Reason::Marked);
        }
        (opened.review.sealing().is_some() && !is_left_open).then_some(Reason::Sealed)
    }

    fn read_only(self, reason: Reason, journal_waits: bool) -> Result<Open, OpenError> {
        let waits = "The journal on this computer may hold changes that are not in this file. They \
                     come back when it is opened for work here.";
        Ok(Open::Ready(Box::new(ForWork {
            opened: self.opened?,
            access: Access::ReadOnly(reason),
            came_from: CameFrom::File,
            unfinished: Vec::new(),
            notes: journal_waits
                .then(|| waits.to_owned())
                .into_iter()
                .collect(),
        })))
    }
}

/// Puts a review that has just begun, or goes on elsewhere, into a file of its own, and holds it
/// for work. What stands under the name is replaced: whether it may be is for the caller to ask.
///
/// # Errors
/// [`SaveError`]; nothing was replaced then.
pub fn begin(path: &Path, snapshot: &Snapshot, services: &dyn Services) -> Result<Hold, SaveError> {
    begin_on(Arc::new(RealDisk), path, snapshot, services)
}

/// As [`begin`], on another disk.
///
/// # Errors
/// As [`begin`].
pub fn begin_on(
    disk: Arc<dyn Disk>,
    path: &Path,
    snapshot: &Snapshot,
    services: &dyn Services,
) -> Result<Hold, SaveError> {
    let path = names::whole(disk.as_ref(), path);
    let lock = match Lock::ask(&disk, &path, services, false) {
        Asked::Mine(lock) => Some(Box::new(lock)),
        Asked::InUse(_) => return Err(SaveError::InUse),
        Asked::Nowhere(_) => None,
    };
    let seen = Some(file::write(disk.as_ref(), &path, snapshot)?);
    // Of another review that was under this name when the program crashed.
    journal::make_room(disk.as_ref(), services, &path);
    Ok(Hold {
        lock,
        seen,
        ..Hold::of(disk, path)
    })
}
