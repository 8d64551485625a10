//! Versions of a review that were not chosen, or are no good: never thrown away, always put beside
//! the file under a name of their own.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::error::SaveError;
use super::file::{create, patiently, sync_folder};
use super::names;
use crate::services::Services;

/// Names that are tried: nobody keeps so many.
const MOST: usize = 1000;

/// Puts a version beside the file, or into the documents folder if nothing can be written there;
/// returns where.
pub(super) fn keep(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    services: &dyn Services,
) -> Result<PathBuf, SaveError> {
    put(disk, path, bytes, services).or_else(|error| {
        let documents = services.documents_folder().ok_or(error)?;
        disk.create_folder(&documents)?;
        let name = path.file_name().unwrap_or_default();
        put(disk, &documents.join(name), bytes, services)
    })
}

fn put(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    services: &dyn Services,
) -> Result<PathBuf, SaveError> {
    for number in 1..MOST {
        let name = names::kept(path, services, number);
        match create(disk, &name, bytes) {
            Err(SaveError::Exists) => {}
            done => return done.map(|()| name),
        }
    }
    Err(SaveError::Exists)
}

/// Gives a file that is no good another name, so that nothing is written over it; returns which.
/// `None` if it is not there any more.
pub(super) fn set_aside(disk: &dyn Disk, path: &Path) -> Result<Option<PathBuf>, SaveError> {
    for number in 1..MOST {
        let name = names::damaged(path, number);
        match patiently(|| disk.rename_new(path, &name)) {
            Ok(()) => {
                sync_folder(disk, path);
                return Ok(Some(name));
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        }
    }
    Err(SaveError::Exists)
}

/// The versions that stand beside a file.
pub(super) fn beside(disk: &dyn Disk, path: &Path) -> Vec<PathBuf> {
    let mut found = disk.list(names::folder_of(path)).unwrap_or_default();
    found.retain(|one| names::is_copy_of(one, path));
    found.sort();
    found
}
