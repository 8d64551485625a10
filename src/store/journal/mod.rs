//! The journal: every change goes there at once, so that a crash costs no words. One file for each
//! review that is open for work, in the program's own folder on this computer: the review as it
//! was when the journal began, then every entry of history since, and the texts that are being
//! typed. A line is one record, with a sum over it; what a crash tore off at the end is left out.

mod record;
mod writer;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::disk::{Disk, Guard};
use super::file::Loose;
use super::format::{Opened, read_text};
use super::names;
use super::seen::{Seen, is_not_there, modified};
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
pub struct Unreadable {
    /// Whether a newer program wrote it.
    pub newer: bool,
}

/// Reads a journal as far as it can be read.
///
/// # Errors
/// [`Unreadable`] if there is no review in it.
pub fn read(bytes: &[u8]) -> Result<Journal, Unreadable> {
    let mut lines = record::lines(bytes);
    let (Some(Record::About(about)), Some(Record::Base(base))) = (lines.next(), lines.next())
    else {
        return Err(Unreadable { newer: false });
    };
    if about.version > record::VERSION {
        return Err(Unreadable { newer: true });
    }
    let mut journal = Journal {
        path: about.path.into(),
        opened: read_text(&base).map_err(|_| Unreadable { newer: false })?,
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
    /// There is one, and what is in it is none.
    Unreadable(Unreadable),
    /// There is one that the disk does not give now.
    NotNow(io::Error),
}

/// How often a journal is asked for, and the pause before the second time; it doubles.
const TRIES: u32 = 4;
const PAUSE: Duration = Duration::from_millis(60);

/// Looks for the journal of the review at this whole path, and changes nothing. One that was
/// closed and holds just what the file holds need not be read: `seen` is that file.
pub(super) fn find(
    disk: &dyn Disk,
    services: &dyn Services,
    path: &Path,
    seen: Option<&Seen>,
) -> Found {
    let Some(name) = of(services, path) else {
        return Found::None;
    };
    let bytes = match bytes_of(disk, &name) {
        Ok(bytes) => bytes,
        Err(error) if is_not_there(&error) => return Found::None,
        Err(error) => return Found::NotNow(error),
    };
    if seen.is_some_and(|seen| record::is_closed_with(&bytes, |base| seen.is_of(base))) {
        return Found::None;
    }
    read(&bytes).map_or_else(Found::Unreadable, |journal| {
        Found::Journal(Box::new(journal))
    })
}

/// A virus scanner or a backup may be in the way for a moment.
fn bytes_of(disk: &dyn Disk, name: &Path) -> io::Result<Vec<u8>> {
    let mut pause = PAUSE;
    for _ in 1..TRIES {
        match disk.read(name, BYTES) {
            Err(error) if !is_not_there(&error) => std::thread::sleep(pause),
            done => return done,
        }
        pause *= 2;
    }
    disk.read(name, BYTES)
}

/// How the name of a journal that was put aside ends.
const ASIDE: &str = "unreadable";
/// Names that are tried.
const MOST: usize = 1000;

/// Gives a journal that cannot be read, or is another review's, another name, so that a new one
/// does not take its place; returns which. `None` if it is not there any more. Only for whoever
/// holds the review's lock.
pub(super) fn put_aside(
    disk: &dyn Disk,
    services: &dyn Services,
    path: &Path,
) -> io::Result<Option<PathBuf>> {
    let Some(name) = of(services, path) else {
        return Ok(None);
    };
    match under_a_free_name(&name, |aside| disk.rename_new(&name, aside)) {
        Err(error) if is_not_there(&error) => Ok(None),
        done => done.map(Some),
    }
}

/// Keeps a copy of a journal of which only a part could be read: the next one takes its place.
/// Only for whoever holds the review's lock.
pub(super) fn keep_aside(
    disk: &dyn Disk,
    services: &dyn Services,
    path: &Path,
) -> io::Result<Option<PathBuf>> {
    let Some(name) = of(services, path) else {
        return Ok(None);
    };
    let bytes = bytes_of(disk, &name)?;
    let put = |aside: &Path| Loose::written(disk, aside, &bytes, &Guard::Private)?.put_new(aside);
    under_a_free_name(&name, put).map(Some)
}

/// "NAME.unreadable", with a number from the second.
fn under_a_free_name(name: &Path, put: impl Fn(&Path) -> io::Result<()>) -> io::Result<PathBuf> {
    for number in 1..MOST {
        let ending = match number {
            1 => ASIDE.to_owned(),
            _ => format!("{number}.{ASIDE}"),
        };
        let aside = name.with_extension(ending);
        match put(&aside) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done.map(|()| aside),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// All that was put aside of the journal of this name.
pub(super) fn aside_of(disk: &dyn Disk, name: &Path) -> Vec<PathBuf> {
    let start = name.with_extension("");
    let start = start.file_name().unwrap_or_default().to_string_lossy();
    let mut found = disk.list(names::folder_of(name)).unwrap_or_default();
    found.retain(|one| {
        let one_name = one.file_name().unwrap_or_default().to_string_lossy();
        one_name.starts_with(&*start) && one.extension().is_some_and(|ending| ending == ASIDE)
    });
    found
}

/// Puts the journal at this path aside unless it was closed, since another review takes its place.
pub(super) fn make_room(disk: &dyn Disk, services: &dyn Services, path: &Path) {
    let Some(name) = of(services, path) else {
        return;
    };
    let is_closed = in_short(disk, &name).is_some_and(|short| short.closed);
    if !is_closed && let Err(error) = put_aside(disk, services, path) {
        log::warn!("a journal was not put aside: {}", error.kind());
    }
}

/// All journals of this computer, or all that were put aside.
fn all(disk: &dyn Disk, services: &dyn Services, of_ending: &str) -> Vec<PathBuf> {
    let mut names = folder(services)
        .and_then(|folder| disk.list(&folder).ok())
        .unwrap_or_default();
    names.retain(|name| name.extension().is_some_and(|ending| ending == of_ending));
    names
}

fn in_short(disk: &dyn Disk, name: &Path) -> Option<record::Short> {
    record::in_short(&disk.read(name, BYTES).ok()?)
}

/// All journals of reviews that were not closed: the review's file, and the time of the last
/// record.
pub(super) fn not_closed(disk: &dyn Disk, services: &dyn Services) -> Vec<(PathBuf, Timestamp)> {
    let all = all(disk, services, ENDING).into_iter();
    all.filter_map(|name| in_short(disk, &name))
        .filter(|short| !short.closed)
        .map(|short| (short.path, short.last))
        .collect()
}

/// Removes the journals of reviews that were closed before a moment, and what was put aside before
/// it.
pub(super) fn remove_closed(disk: &dyn Disk, services: &dyn Services, before: Timestamp) {
    let is_old = |name: &Path| {
        let written = disk.about(name).ok().and_then(|about| modified(&about));
        written.is_some_and(|written| written < before)
    };
    // Only what is old is read.
    let closed = all(disk, services, ENDING)
        .into_iter()
        .filter(|name| is_old(name) && in_short(disk, name).is_some_and(|short| short.closed));
    let aside = all(disk, services, ASIDE).into_iter();
    for name in closed.chain(aside.filter(|name| is_old(name))) {
        if let Err(error) = disk.remove(&name) {
            log::warn!("an old journal was not removed: {}", error.kind());
        }
    }
}
