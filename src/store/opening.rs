//! Opening a review for work: its lock, the newest version of it wherever that is, and the right
//! to write it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{Disk, RealDisk};
use super::error::{OpenError, SaveError};
use super::file::{open, save};
use super::lock::{Asked, Lock};
use super::names;
use super::work::{Access, CameFrom, Choice, Disagree, ForWork, Hold, Open, Reason};
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
    opened(Arc::new(RealDisk), path, services, true)
}

fn opened(
    disk: Arc<dyn Disk>,
    path: &Path,
    services: &dyn Services,
    take_over: bool,
) -> Result<Open, OpenError> {
    let path = names::whole(disk.as_ref(), path);
    let opened = open(&path)?;
    let access = if opened.read_only {
        Access::ReadOnly(Reason::Marked)
    } else {
        match Lock::ask(&disk, &path, services, take_over) {
            Asked::Mine(lock) => Access::Mine(Hold {
                lock: Some(lock),
                ..Hold::unlocked(disk, path)
            }),
            Asked::InUse(who) => Access::ReadOnly(Reason::InUse(who)),
            Asked::Nowhere(_) => Access::Mine(Hold::unlocked(disk, path)),
        }
    };
    Ok(Open::Ready(Box::new(ForWork {
        opened,
        access,
        came_from: CameFrom::File,
        unfinished: Vec::new(),
        notes: Vec::new(),
    })))
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
    save(&path, snapshot)?;
    let lock = match Lock::ask(&disk, &path, services, false) {
        Asked::Mine(lock) => Some(lock),
        Asked::InUse(_) => return Err(SaveError::InUse),
        Asked::Nowhere(_) => None,
    };
    Ok(Hold {
        lock,
        ..Hold::unlocked(disk, path)
    })
}

impl Disagree {
    /// Goes on with one of the versions. The other is kept beside the file under a name of its
    /// own, or in the documents folder if nothing can be written there; the notes say where.
    ///
    /// # Errors
    /// [`SaveError`] if the other could not be kept; nothing was changed then.
    pub fn settle(self, choice: Choice, _services: &dyn Services) -> Result<ForWork, SaveError> {
        let chosen = match choice {
            Choice::File => self.file,
            Choice::Journal => self.journal,
        };
        Ok(ForWork {
            opened: chosen.opened,
            access: Access::Mine(self.hold),
            came_from: CameFrom::File,
            unfinished: Vec::new(),
            notes: self.notes,
        })
    }

    /// The file that they are versions of.
    pub fn path(&self) -> &PathBuf {
        &self.hold.path
    }
}
