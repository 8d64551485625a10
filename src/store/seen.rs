//! What a file was like when this program last read or wrote it, so that a change by anybody else
//! is noticed before it is written over.

use std::io;
use std::path::Path;
use std::time::SystemTime;

use sha2::{Digest as _, Sha256};

use super::disk::{About, Disk};
use crate::review::{Timestamp, bounds};

/// A file as it was at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// `None` where the disk did not say: then the bytes are compared.
    stamp: Option<Stamp>,
    hash: [u8; 32],
}

/// What can be asked without reading the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    len: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    const fn of(about: &About) -> Self {
        Self {
            len: about.len,
            modified: about.modified,
        }
    }
}

/// How a file is now, beside how it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Now {
    /// It holds the same bytes.
    Same,
    /// It is not there.
    Gone,
    /// Somebody else has written it, and when.
    Other(Option<Timestamp>),
}

impl Seen {
    /// A file that holds these bytes.
    pub(super) fn holding(bytes: &[u8], about: Option<&About>) -> Self {
        Self {
            stamp: about.map(Stamp::of),
            hash: Sha256::digest(bytes).into(),
        }
    }

    /// Whether the file held just these bytes.
    pub(super) fn is_of(&self, bytes: &[u8]) -> bool {
        Sha256::digest(bytes)[..] == self.hash
    }

    /// Compares with the file now. Reading it is left out while its time and length are the same.
    ///
    /// # Errors
    /// If the disk does not say.
    pub(super) fn compare(&mut self, disk: &dyn Disk, path: &Path) -> io::Result<Now> {
        let about = match disk.about(path) {
            Ok(about) => about,
            Err(error) if is_not_there(&error) => return Ok(Now::Gone),
            Err(error) => return Err(error),
        };
        let stamp = Some(Stamp::of(&about));
        if stamp == self.stamp && about.modified.is_some() {
            return Ok(Now::Same);
        }
        let bytes = disk.read(path, bounds::FILE_BYTES + 1)?;
        if self.is_of(&bytes) {
            // A sync client or a backup only touched it.
            self.stamp = stamp;
            return Ok(Now::Same);
        }
        Ok(Now::Other(modified(&about)))
    }
}

/// How a file is now of which nothing was known, or that was not there: only bytes that are just
/// `ours` are no version of somebody else's.
///
/// # Errors
/// If the disk does not say.
pub(super) fn unseen(
    disk: &dyn Disk,
    path: &Path,
    ours: impl FnOnce() -> Option<String>,
) -> io::Result<Now> {
    let about = match disk.about(path) {
        Ok(about) => about,
        Err(error) if is_not_there(&error) => return Ok(Now::Gone),
        Err(error) => return Err(error),
    };
    let bytes = disk.read(path, bounds::FILE_BYTES + 1)?;
    Ok(match ours() {
        Some(ours) if ours.as_bytes() == bytes => Now::Same,
        _ => Now::Other(modified(&about)),
    })
}

/// Whether nothing stands under a name, for sure.
pub(super) fn is_not_there(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// When a file was last written.
pub(super) fn modified(about: &About) -> Option<Timestamp> {
    Timestamp::new(about.modified?.into()).ok()
}
