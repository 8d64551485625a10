//! The journal: every change goes there at once, so that a crash costs no words. One file for each
//! review that is open for work, in the program's own folder on this computer: the review as it
//! was when the journal began, then every entry of history since, and the texts that are being
//! typed. A line is one record, with a sum over it; what a crash tore off at the end is left out.

mod record;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{Disk, Guard};
use super::file::Loose;
use super::format::{Opened, read_text};
use super::names;
use super::seen::{Seen, modified};
use super::work::Unfinished;
use crate::review::{Timestamp, bounds};
use crate::services::Services;

use record::Record;
pub(super) use writer::Writer;

/// What the name of a journal ends with.
const ENDING: &str = "journal";
/// No journal is read beyond this, bytes: a review at its limit, every character of it escaped,
/// and as much again of changes.
const BYTES: u64 = 4 * bounds::FILE_BYTES;

/// What a journal holds.
#[derive(Clone, Debug)]
pub struct Journal {
    /// The review's file.
    pub path: PathBuf,
    /// The review, with every change that could be read.
    pub opened: Opened,
    /// Texts that were being typed.
    pub unfinished: Vec<Unfinished>,
    /// When the last record was made.
    pub last: Timestamp,
    /// Whether the review was closed; otherwise the program ended in the middle.
    pub closed: bool,
    /// Whether something at its end could not be read.
    pub torn: bool,
    /// Whether there is more behind that, so that it is no line that a crash tore off.
    pub has_more: bool,
}

/// A journal of which not even the beginning can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Reads a journal as far as it can be read.
///
/// # Errors
/// [`Unreadable`] if there is no review in it.
pub fn read(bytes: &[u8]) -> Result<Journal, Unreadable> {
    let mut lines = record::lines(bytes);
    let (Some(Record::About(about)), Some(Record::Base(base))) = (lines.next(), lines.next())
    else {
        return Err(Unreadable);
    };
    if about.version > record::VERSION {
        return Err(Unreadable);
    }
    let mut journal = Journal {
        path: about.path.into(),
        opened: read_text(&base).map_err(|_| Unreadable)?,
        unfinished: Vec::new(),
        last: about.at,
        closed: false,
        torn: false,
        has_more: false,
    };
    for record in lines.by_ref() {
        journal.closed = false;
        match record {
            Record::Entry(entry) => {
                journal.last = entry.header.at;
                let review = &mut journal.opened.review;
                if review.resume(Arc::unwrap_or_clone(entry)).is_err() {
                    (journal.torn, journal.has_more) = (true, true);
                    return Ok(journal);
                }
            }
            Record::Typed { texts, at } => {
                journal.unfinished = texts.into_owned();
                journal.last = at;
            }
            Record::Closed { at } => {
                journal.closed = true;
                journal.last = at;
            }
            // A journal begins once.
            Record::About(_) | Record::Base(_) => {
                (journal.torn, journal.has_more) = (true, true);
                return Ok(journal);
            }
        }
    }
    journal.torn = lines.torn;
    journal.has_more = lines.has_more;
    Ok(journal)
}

/// The folder of the journals; `None` if the program has none on this computer.
pub(super) fn folder(services: &dyn Services) -> Option<PathBuf> {
    services.data_folder().map(|folder| folder.join("journals"))
}

/// The journal of the review at this whole path.
pub(super) fn of(services: &dyn Services, path: &Path) -> Option<PathBuf> {
    let name = format!("{}.{ENDING}", names::digest_of(path));
    folder(services).map(|folder| folder.join(name))
}

/// What came of looking for a journal.
pub(super) enum Found {
    None,
    Journal(Box<Journal>),
    /// There is one that cannot be read.
    Unreadable {
        /// Where it was put, so that a new one does not take its place.
        aside: Option<PathBuf>,
    },
}

/// The journal of the review at this whole path. One that was closed and holds just what the file
/// holds need not be read: `seen` is that file.
pub(super) fn find(
    disk: &dyn Disk,
    services: &dyn Services,
    path: &Path,
    seen: Option<&Seen>,
) -> Found {
    let Some(name) = of(services, path).filter(|name| disk.about(name).is_ok()) else {
        return Found::None;
    };
    let bytes = disk.read(&name, BYTES).unwrap_or_default();
    if seen.is_some_and(|seen| record::is_closed_with(&bytes, |base| seen.is_of(base))) {
        return Found::None;
    }
    match read(&bytes) {
        Ok(journal) => {
            if journal.has_more {
                keep_aside(disk, &name, &bytes);
            }
            Found::Journal(Box::new(journal))
        }
        Err(Unreadable) => {
            let aside = unreadable(&name);
            let done = disk.rename(&name, &aside);
            Found::Unreadable {
                aside: done.is_ok().then_some(aside),
            }
        }
    }
}

/// Keeps a copy of a journal of which only a part could be read: the next one takes its place.
fn keep_aside(disk: &dyn Disk, name: &Path, bytes: &[u8]) {
    let aside = unreadable(name);
    let kept =
        Loose::written(disk, &aside, bytes, &Guard::Private).and_then(|copy| copy.put(&aside));
    if let Err(error) = kept {
        log::warn!("a damaged journal was not kept: {}", error.kind());
    }
}

/// Where a journal is put that cannot be read.
pub(super) fn unreadable(name: &Path) -> PathBuf {
    name.with_extension("unreadable")
}

/// Puts a journal that was not closed aside, since another review takes its place.
pub(super) fn put_aside(disk: &dyn Disk, services: &dyn Services, path: &Path) {
    if let Some(name) = of(services, path)
        && in_short(disk, &name).is_some_and(|short| !short.closed)
        && let Err(error) = disk.rename(&name, &unreadable(&name))
    {
        log::warn!("a journal was not put aside: {}", error.kind());
    }
}

/// All journals of this computer.
fn all(disk: &dyn Disk, services: &dyn Services) -> Vec<PathBuf> {
    let mut names = folder(services)
        .and_then(|folder| disk.list(&folder).ok())
        .unwrap_or_default();
    names.retain(|name| name.extension().is_some_and(|ending| ending == ENDING));
    names
}

fn in_short(disk: &dyn Disk, name: &Path) -> Option<record::Short> {
    record::in_short(&disk.read(name, BYTES).ok()?)
}

/// All journals of reviews that were not closed: the review's file, and the time of the last
/// record.
pub(super) fn not_closed(disk: &dyn Disk, services: &dyn Services) -> Vec<(PathBuf, Timestamp)> {
    let all = all(disk, services).into_iter();
    all.filter_map(|name| in_short(disk, &name))
        .filter(|short| !short.closed)
        .map(|short| (short.path, short.last))
        .collect()
}

/// Removes the journals of reviews that were closed before a moment.
pub(super) fn remove_closed(disk: &dyn Disk, services: &dyn Services, before: Timestamp) {
    for name in all(disk, services) {
        let written = disk.about(&name).ok().and_then(|about| modified(&about));
        // Only what is old is read.
        if written.is_some_and(|written| written < before)
            && in_short(disk, &name).is_some_and(|short| short.closed)
            && let Err(error) = disk.remove(&name)
        {
            log::warn!("an old journal was not removed: {}", error.kind());
        }
    }
}
