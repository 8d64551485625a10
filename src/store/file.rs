//! A review's file on the disk: opened whole or not at all, and replaced so that at every moment
//! a whole review stands under its name, whatever happens to power, drive or network.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{Builder, TempPath};

use super::error::{OpenError, SaveError};
use super::format::{Opened, read_bytes, write_checked};
use crate::review::{Snapshot, bounds};

/// How often a step is tried that another program (a virus scanner, a folder in the cloud) may
/// hold up for a moment. Only Windows locks files that way.
const TRIES: u32 = if cfg!(windows) { 5 } else { 1 };
/// The pause before the second try; it doubles with every further one.
const PAUSE: Duration = Duration::from_millis(60);
/// Links from name to name before it is taken for a circle.
const LINKS: usize = 16;

/// Whether a copy may replace a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// It may.
    Yes,
    /// It may not.
    No,
}

/// Opens the review in a file.
///
/// # Errors
/// [`OpenError`] says why it was refused; nothing was taken over then.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(OpenError::NotAFile);
    }
    if about.len() > bounds::FILE_BYTES {
        return Err(OpenError::TooLarge);
    }
    let mut bytes = Vec::new();
    patiently(|| File::open(path))?
        .take(bounds::FILE_BYTES + 1)
        .read_to_end(&mut bytes)?;
    let opened = read_bytes(&bytes)?;
    Ok(Opened {
        read_only: about.permissions().readonly(),
        ..opened
    })
}

/// Keeps a review in its file. What was there before stays beside it as `NAME.dbvreview.bak`.
///
/// # Errors
/// [`SaveError`]; the file is the one that was there before then.
pub fn save(path: &Path, snapshot: &Snapshot) -> Result<(), SaveError> {
    let text = write_checked(snapshot)?;
    replace(path, text.as_bytes(), Previous::Keep)
}

/// Puts a copy of a review into another file.
///
/// # Errors
/// [`SaveError::Exists`] if there is a file and it may not be overwritten; else as [`save`].
pub fn save_copy(path: &Path, snapshot: &Snapshot, overwrite: Overwrite) -> Result<(), SaveError> {
    match overwrite {
        Overwrite::Yes => save(path, snapshot),
        Overwrite::No => {
            if fs::symlink_metadata(path).is_ok() {
                return Err(SaveError::Exists);
            }
            let text = write_checked(snapshot)?;
            create(path, text.as_bytes())
        }
    }
}

/// Whether the version before is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Previous {
    /// As `.bak`.
    Keep,
    /// Not at all.
    Drop,
}

/// Puts bytes in the place of a file, or makes it, in one step.
pub(super) fn replace(path: &Path, bytes: &[u8], previous: Previous) -> Result<(), SaveError> {
    let path = follow_links(path);
    let before = match fs::metadata(&path) {
        Ok(about) if !about.is_file() => return Err(SaveError::NotAFile),
        Ok(about) if about.permissions().readonly() => return Err(SaveError::ReadOnly),
        Ok(about) => Some(about),
        Err(_) => None,
    };
    let fresh = written_beside(&path, bytes)?;
    let earlier = match (&before, previous) {
        (Some(about), Previous::Keep) => {
            fs::set_permissions(&fresh, about.permissions())?;
            linked_beside(&path)
        }
        _ => None,
    };
    put(fresh, |fresh| fresh.persist(&path))?;
    if let Some(earlier) = earlier
        && let Err(error) = put(earlier, |earlier| earlier.persist(bak(&path)))
    {
        log::warn!("the version before was not kept as .bak: {}", error.kind());
    }
    sync_folder(&path);
    Ok(())
}

/// Makes a file that must not be there yet.
fn create(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let fresh = written_beside(path, bytes)?;
    put(fresh, |fresh| fresh.persist_noclobber(path)).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => SaveError::Exists,
        _ => error.into(),
    })?;
    sync_folder(path);
    Ok(())
}

/// The name under which the version before is kept.
pub fn bak(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".bak");
    name.into()
}

/// The file that a link leads to, so that the link stays one. Anything else is left as given.
fn follow_links(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = folder_of(&path).join(target),
            Err(_) => break,
        }
    }
    path
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A temporary file in the same folder, on the disk to the last byte and closed. It goes when it
/// is dropped.
fn written_beside(path: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    let mut file = temporary().tempfile_in(folder_of(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file.into_temp_path())
}

/// What stands under the name now, under a temporary one too; `None` if that cannot be had, which
/// is no reason not to keep the review.
fn linked_beside(path: &Path) -> Option<TempPath> {
    let folder = folder_of(path);
    let linked = temporary()
        .make_in(folder, |name| fs::hard_link(path, name))
        // Memory sticks and some network drives have no second names.
        .or_else(|_| {
            temporary().make_in(folder, |name| {
                fs::copy(path, name)?;
                File::options().write(true).open(name)?.sync_all()
            })
        });
    match linked {
        Ok(file) => Some(file.into_temp_path()),
        Err(error) => {
            log::warn!(
                "the version before cannot be kept as .bak: {}",
                error.kind()
            );
            None
        }
    }
}

fn temporary() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(".dbvreview-").suffix(".tmp");
    // As any other program would make a file here, not for this user alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// Gives a temporary file its name, with patience.
fn put(
    file: TempPath,
    name: impl Fn(TempPath) -> Result<(), tempfile::PathPersistError>,
) -> io::Result<()> {
    let mut waiting = Some(file);
    patiently(|| match waiting.take().map(&name) {
        None | Some(Ok(())) => Ok(()),
        Some(Err(failed)) => {
            waiting = Some(failed.path);
            Err(failed.error)
        }
    })
}

/// Tries again for a moment where another program is in the way.
fn patiently<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
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
    use super::error::DiskTrouble as D;
    matches!(D::from(error), D::InUse | D::NotAllowed)
}

/// Makes the new name itself last through a power cut, where the system can.
fn sync_folder(path: &Path) {
    #[cfg(unix)]
    if let Err(error) = File::open(folder_of(path)).and_then(|folder| folder.sync_all()) {
        log::debug!("the folder cannot be synced: {}", error.kind());
    }
    #[cfg(not(unix))]
    let _ = path;
}
