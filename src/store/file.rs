//! A review's file on the disk: opened whole or not at all, and replaced so that at every moment
//! a whole review stands under its name, whatever happens to power, drive or network.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::disk::{About, Disk, Guard, RealDisk};
use super::error::{DiskTrouble, OpenError, SaveError};
use super::format::{Opened, read_bytes, write_checked};
use super::names::{self, bak, folder_of};
use super::seen::Seen;
use crate::review::{Snapshot, bounds};

/// How often a step is tried that another program (a virus scanner, a folder in the cloud) may
/// hold up for a moment: for nearly two seconds in all. Only Windows locks files that way.
const TRIES: u32 = if cfg!(windows) { 6 } else { 1 };
/// The pause before the second try; it doubles with every further one.
const PAUSE: Duration = Duration::from_millis(60);

/// Whether a copy may replace a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// It may.
    Yes,
    /// It may not.
    No,
}

/// Opens the review in a file, for reading.
///
/// # Errors
/// [`OpenError`] says why it was refused; nothing was taken over then.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let file = read(&RealDisk, path)?;
    opened(&file.bytes, file.read_only)
}

/// Keeps a review in its file. What was there before stays beside it as `NAME.dbvreview.bak`.
///
/// # Errors
/// [`SaveError`]; the file is the one that was there before then.
pub fn save(path: &Path, snapshot: &Snapshot) -> Result<(), SaveError> {
    save_on(&RealDisk, path, snapshot)
}

/// As [`save`], on another disk.
///
/// # Errors
/// As [`save`].
pub fn save_on(disk: &dyn Disk, path: &Path, snapshot: &Snapshot) -> Result<(), SaveError> {
    write(disk, path, snapshot).map(|_| ())
}

/// Puts a copy of a review into another file.
///
/// # Errors
/// [`SaveError::Exists`] if there is a file and it may not be overwritten; else as [`save`].
pub fn save_copy(path: &Path, snapshot: &Snapshot, overwrite: Overwrite) -> Result<(), SaveError> {
    match overwrite {
        Overwrite::Yes => save(path, snapshot),
        Overwrite::No if std::fs::symlink_metadata(path).is_ok() => Err(SaveError::Exists),
        Overwrite::No => {
            let text = write_checked(snapshot)?;
            create(&RealDisk, path, text.as_bytes())
        }
    }
}

/// A file's bytes, with what is known of it.
pub(super) struct Bytes {
    pub(super) bytes: Vec<u8>,
    pub(super) seen: Seen,
    /// Whether it is marked read-only.
    pub(super) read_only: bool,
}

/// Reads a file that may be a review's.
pub(super) fn read(disk: &dyn Disk, path: &Path) -> Result<Bytes, OpenError> {
    let about = disk.about(path)?;
    if !about.is_file {
        return Err(OpenError::NotAFile);
    }
    if about.len > bounds::FILE_BYTES {
        return Err(OpenError::TooLarge);
    }
    let bytes = patiently(|| disk.read(path, bounds::FILE_BYTES + 1))?;
    Ok(Bytes {
        seen: Seen::holding(&bytes, Some(&about)),
        bytes,
        read_only: about.read_only,
    })
}

/// The review in a file's bytes.
pub(super) fn opened(bytes: &[u8], read_only: bool) -> Result<Opened, OpenError> {
    Ok(Opened {
        read_only,
        ..read_bytes(bytes)?
    })
}

/// Keeps a review in its file, and says what the file is like then.
pub(super) fn write(disk: &dyn Disk, path: &Path, snapshot: &Snapshot) -> Result<Seen, SaveError> {
    let text = write_checked(snapshot)?;
    let path = names::whole(disk, path);
    let about = match replace(disk, &path, text.as_bytes(), Previous::Keep) {
        Ok(about) => about,
        Err(error) => {
            // Some network drives report as failed what they have done.
            let is_there = disk.read(&path, bounds::FILE_BYTES + 1);
            if !is_there.is_ok_and(|bytes| bytes == text.as_bytes()) {
                return Err(error);
            }
            None
        }
    };
    Ok(Seen::holding(text.as_bytes(), about.as_ref()))
}

/// Makes the version before the one that is there now.
pub(super) fn forget_version_before(disk: &dyn Disk, path: &Path) -> Result<(), SaveError> {
    let path = names::whole(disk, path);
    let bytes = disk.read(&path, bounds::FILE_BYTES + 1)?;
    replace(disk, &bak(&path), &bytes, Previous::Drop).map(|_| ())
}

/// Whether the version before is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Previous {
    /// As `.bak`.
    Keep,
    /// Not at all.
    Drop,
}

/// Puts bytes in the place of a file, or makes it, in one step; says what the new file is like,
/// where the disk tells. That is asked before it has the name, since afterwards it may be another
/// file already.
pub(super) fn replace(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    previous: Previous,
) -> Result<Option<About>, SaveError> {
    let before = match disk.about(path) {
        Ok(about) if !about.is_file => return Err(SaveError::NotAFile),
        Ok(about) if about.read_only => return Err(SaveError::ReadOnly),
        Ok(about) => Some(about),
        Err(_) => None,
    };
    let guard = before
        .as_ref()
        .and_then(|about| about.permissions.clone())
        .map_or(Guard::Usual, Guard::Like);
    let fresh = Loose::written(disk, path, bytes, &guard)?;
    let about = disk.about(&fresh.path).ok();
    let earlier = (before.is_some() && previous == Previous::Keep)
        .then(|| Loose::second_name(disk, path))
        .flatten();
    fresh.put(path)?;
    if let Some(earlier) = earlier
        && let Err(error) = earlier.put(&bak(path))
    {
        log::warn!("the version before was not kept as .bak: {}", error.kind());
    }
    sync_folder(disk, path);
    Ok(about)
}

/// Makes a file that must not be there yet.
pub(super) fn create(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let fresh = Loose::written(disk, path, bytes, &Guard::Usual)?;
    fresh.put_new(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => SaveError::Exists,
        _ => error.into(),
    })?;
    sync_folder(disk, path);
    Ok(())
}

/// A temporary file in the folder of the one that it is to become. It goes when it is dropped.
pub(super) struct Loose<'a> {
    disk: &'a dyn Disk,
    path: PathBuf,
    is_put: bool,
}

impl<'a> Loose<'a> {
    fn new(disk: &'a dyn Disk, beside: &Path) -> Self {
        Self {
            disk,
            path: names::temporary(beside),
            is_put: false,
        }
    }

    /// With these bytes, on the disk to the last of them.
    pub(super) fn written(
        disk: &'a dyn Disk,
        beside: &Path,
        bytes: &[u8],
        guard: &Guard,
    ) -> io::Result<Self> {
        let fresh = Self::new(disk, beside);
        disk.create_new(&fresh.path, bytes, guard)?;
        patiently(|| disk.sync(&fresh.path))?;
        Ok(fresh)
    }

    /// What stands under a name now, under a temporary one too; `None` if that cannot be had,
    /// which is no reason not to keep the review.
    fn second_name(disk: &'a dyn Disk, of: &Path) -> Option<Self> {
        let linked = Self::new(disk, of);
        let done = disk
            .link(of, &linked.path)
            .map(|()| linked)
            // Memory sticks and some network drives have no second names.
            .or_else(|_| {
                let bytes = disk.read(of, bounds::FILE_BYTES + 1)?;
                let guard = disk
                    .about(of)?
                    .permissions
                    .map_or(Guard::Usual, Guard::Like);
                Self::written(disk, of, &bytes, &guard)
            });
        done.inspect_err(|error| {
            log::warn!(
                "the version before cannot be kept as .bak: {}",
                error.kind()
            );
        })
        .ok()
    }

    /// Gives it its name, in the place of whatever has it.
    pub(super) fn put(mut self, name: &Path) -> io::Result<()> {
        patiently(|| self.disk.rename(&self.path, name))?;
        self.is_put = true;
        Ok(())
    }

    /// Gives it a name that nothing has yet.
    pub(super) fn put_new(mut self, name: &Path) -> io::Result<()> {
        patiently(|| self.disk.rename_new(&self.path, name))?;
        self.is_put = true;
        Ok(())
    }
}

impl Drop for Loose<'_> {
    fn drop(&mut self) {
        if self.is_put {
            return;
        }
        match self.disk.remove(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                log::debug!("a temporary file was left: {}", error.kind());
            }
            _ => {}
        }
    }
}

/// Tries again for a moment where another program is in the way.
pub(super) fn patiently<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let (mut left, mut pause) = (TRIES, PAUSE);
    loop {
        left -= 1;
        match attempt() {
            Err(error) if left > 0 && is_passing(&error) => std::thread::sleep(pause),
            done => return done,
        }
        pause *= 2;
    }
}

fn is_passing(error: &io::Error) -> bool {
    use DiskTrouble as D;
    matches!(D::from(error), D::InUse | D::NotAllowed)
}

/// Makes the new name itself last through a power cut, where the system can.
pub(super) fn sync_folder(disk: &dyn Disk, path: &Path) {
    if let Err(error) = disk.sync_folder(folder_of(path)) {
        log::debug!("the folder cannot be synced: {}", error.kind());
    }
}
