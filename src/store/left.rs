//! What the program has of a review on this computer beside its file: what a crash left behind, and
//! how all of it is forgotten.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{Disk, RealDisk};
use super::error::SaveError;
use super::lock::{self, Asked, Lock};
use super::opening::clean_up;
use super::seen::is_not_there;
use super::{copies, journal, names, recent};
use crate::review::Timestamp;
use crate::services::Services;

/// A review that was open when the program ended without closing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOpen {
    /// Its file.
    pub path: PathBuf,
    /// When it was last worked on.
    pub last: Timestamp,
}

/// The reviews that were open for work when the program, or this computer, crashed, the latest
/// first. It asks the disk: not for every frame.
pub fn left_open(services: &dyn Services) -> Vec<LeftOpen> {
    let mut left: Vec<_> = journal::not_closed(&RealDisk, services)
        .into_iter()
        .filter(|(path, _)| !lock::is_held(&RealDisk, path))
        .map(|(path, last)| LeftOpen { path, last })
        .collect();
    left.sort_by_key(|one| std::cmp::Reverse(one.last));
    left
}

/// How long the third copy of a review that was closed stays on this computer, days.
const THIRD_COPY: i64 = 30;

/// Removes the third copies, in the journals, of reviews that were closed more than 30 days ago:
/// what was lost would have been missed, and a file that somebody removed should not stay here
/// unseen. So do journals that were put aside because they could not be read. For the start of the program.
pub fn tidy(services: &dyn Services) {
    let month = chrono::Duration::days(THIRD_COPY);
    let before = services.now().utc().checked_sub_signed(month);
    if let Some(before) = before.and_then(|before| Timestamp::new(before).ok()) {
        journal::remove_closed(&RealDisk, services, before);
    }
}

/// What was forgotten of a review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// What was removed from the disk.
    pub removed: Vec<PathBuf>,
    /// Whether it stood on the list of recent reviews.
    pub was_recent: bool,
    /// Other versions that the program once put beside the file; they are reviews like any other,
    /// so they stay until a person removes them.
    pub copies: Vec<PathBuf>,
}

/// Forgets a review on this computer: its journal, the version before beside it, its place on
/// the list of recent ones. The file itself stays. Close it first.
///
/// # Errors
/// [`SaveError::InUse`] if somebody is at work on it; else what could not be removed.
pub fn forget(path: &Path, services: &dyn Services) -> Result<Forgotten, SaveError> {
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let path = names::whole(disk.as_ref(), path);
    // Nobody opens it meanwhile; a lock that a crash left goes with this one.
    let _lock = match Lock::ask(&disk, &path, services, false) {
        Asked::Mine(lock) => Some(lock),
        Asked::InUse(_) => return Err(SaveError::InUse),
        Asked::Nowhere(_) => None,
    };
    clean_up(disk.as_ref(), services, &path);
    let journal = journal::of(services, &path);
    let aside = journal.as_deref();
    let aside = aside.map(|journal| journal::aside_of(disk.as_ref(), journal));
    let mut removed = Vec::new();
    for one in journal
        .into_iter()
        .chain(aside.unwrap_or_default())
        .chain([names::bak(&path)])
    {
        match disk.remove(&one) {
            Ok(()) => removed.push(one),
            Err(error) if is_not_there(&error) => {}
            Err(error) => return Err(SaveError::not_forgotten(&one, &error, &removed)),
        }
    }
    Ok(Forgotten {
        removed,
        was_recent: recent::forget(services, &path),
        copies: copies::beside(disk.as_ref(), &path),
    })
}

/// Other versions that the program once put beside a review's file: damaged ones, and those that
/// were not chosen.
pub fn copies_beside(path: &Path) -> Vec<PathBuf> {
    copies::beside(&RealDisk, &names::whole(&RealDisk, path))
}
