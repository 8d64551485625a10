//! What stands beside a review's file, and under which names.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest as _, Sha256};

use super::EXTENSION;
use super::disk::Disk;
use crate::services::Services;

/// Links from name to name before it is taken for a circle.
const LINKS: usize = 16;

/// The name under which the version before is kept.
pub fn bak(path: &Path) -> PathBuf {
    with(path, ".bak")
}

/// The name of the lock.
pub(super) fn lock(path: &Path) -> PathBuf {
    with(path, ".lock")
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The whole path of the file that a path leads to, so that a link stays one.
pub(super) fn whole(disk: &dyn Disk, path: &Path) -> PathBuf {
    let mut path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for _ in 0..LINKS {
        match disk.link_target(&path) {
            Ok(target) => path = folder_of(&path).join(target),
            Err(_) => break,
        }
    }
    path
}

/// The folder that a file is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// What stands for a path in other names: the same for the same path on this computer.
pub(super) fn digest_of(path: &Path) -> String {
    let mut text = path.as_os_str().to_string_lossy().into_owned();
    if cfg!(windows) {
        text = text.to_lowercase();
    }
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(16).map(|b| format!("{b:02x}")).collect()
}

/// How the names of the temporary files beside this file begin.
fn temporary_start(path: &Path) -> String {
    let name = path.file_name().map(Path::new).unwrap_or(path);
    let digest = digest_of(name);
    format!(".dbvreview-{}-", digest.get(..8).unwrap_or_default())
}

const TEMPORARY_END: &str = ".tmp";

/// A name beside a file for what is not finished.
pub(super) fn temporary(path: &Path) -> PathBuf {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let (start, process) = (temporary_start(path), std::process::id());
    folder_of(path).join(format!("{start}{process}-{number}{TEMPORARY_END}"))
}

/// Removes what a save that was cut off has left beside a file. Only for whoever holds its lock.
pub(super) fn sweep(disk: &dyn Disk, path: &Path) {
    let start = temporary_start(path);
    for found in disk.list(folder_of(path)).unwrap_or_default() {
        let name = found.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(&start) && name.ends_with(TEMPORARY_END) {
            // What cannot be removed now goes another time.
            let _ = disk.remove(&found);
        }
    }
}

/// Where a file that is no good is kept: "NAME.damaged.dbvreview", with a number from the second.
pub(super) fn damaged(path: &Path, number: usize) -> PathBuf {
    beside(path, &numbered(".damaged", number))
}

/// Where a version that was not chosen is kept: "NAME (kept 22 November 2026 14.02).dbvreview".
pub(super) fn kept(path: &Path, services: &dyn Services, number: usize) -> PathBuf {
    let time = services.time_of_day(services.now()).replace(':', ".");
    let day = services.today().in_words();
    beside(
        path,
        &format!("{})", numbered(&format!(" (kept {day} {time}"), number)),
    )
}

/// Whether a file is one of those, of the review at `path`.
pub(super) fn is_copy_of(found: &Path, path: &Path) -> bool {
    let name = |path: &Path| {
        path.file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    let found_name = name(found);
    let rest = found_name.strip_prefix(&name(path));
    found.extension().is_some_and(|ending| ending == EXTENSION)
        && rest.is_some_and(|rest| {
            rest.starts_with(".damaged") || (rest.starts_with(" (kept ") && rest.ends_with(')'))
        })
}

fn numbered(text: &str, number: usize) -> String {
    match number {
        0 | 1 => text.to_owned(),
        _ => format!("{text} {number}"),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.file_stem().unwrap_or_default().to_owned();
    name.push(ending);
    name.push(format!(".{EXTENSION}"));
    path.with_file_name(name)
}
