//! Which version of a review is the newest: the file's, this computer's journal's, the one before
//! (`.bak`). Where one goes on from the other, the further one is taken and that is said; where
//! they went apart, a person decides, and nothing is thrown away.

use super::copies;
use super::error::{DiskTrouble, OpenError, SaveError};
use super::file;
use super::format::{Opened, write_checked};
use super::journal::Journal;
use super::names::{bak, folder_of};
use super::words::{at, count, name, sentence};
use super::work::{Access, CameFrom, Disagree, ForWork, Hold, Open, Reason, Version};
use crate::review::history::History;
use crate::services::Services;

/// Everything that may hold the review.
pub(super) struct Sources {
    pub(super) file: Result<Opened, OpenError>,
    pub(super) journal: Option<Journal>,
    pub(super) hold: Hold,
    /// What there is to say already.
    pub(super) notes: Vec<String>,
}

/// How a file stands to the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    /// The file holds everything.
    File,
    /// The journal goes on from the file.
    Journal,
    /// The journal was closed with another version than the file's: somebody wanted it so.
    Replaced,
    /// They went apart.
    Apart,
}

fn compare(file: &Opened, journal: &Journal) -> Stand {
    let (f, j) = (file.review.history(), journal.opened.review.history());
    let file_goes_on = j.is_continued_by(f);
    let journal_goes_on = f.is_continued_by(j);
    match (file_goes_on, journal_goes_on) {
        (true, true) if file.review.state() == journal.opened.review.state() => Stand::File,
        (true, true) if journal.closed => Stand::Replaced,
        (true, false) => Stand::File,
        (false, true) if !journal.closed && was_edited(file, journal) => Stand::Apart,
        (false, true) if !journal.closed => Stand::Journal,
        // When it was closed the file held all of this: an older one was put in its place.
        (false, true) => Stand::Apart,
        (false, false) if journal.closed => Stand::Replaced,
        _ => Stand::Apart,
    }
}

/// Whether a file from which the journal goes on holds something that its history does not say: then
/// going on from it does not give what the journal holds.
fn was_edited(file: &Opened, journal: &Journal) -> bool {
    let (f, j) = (file.review.history(), journal.opened.review.history());
    // After a passage was taken out nothing can be followed, and it must not come back.
    if lost_text(f, j) || j.redactions().count() > f.redactions().count() {
        return false;
    }
    let mut review = file.review.clone();
    let mut further = j.entries().iter().skip(f.entries().len());
    further.any(|entry| review.resume(entry.as_ref().clone()).is_err())
        || review.state() != journal.opened.review.state()
}

/// Opens the newest version, or says that a person has to decide.
pub(super) fn newest(sources: Sources, services: &dyn Services) -> Result<Open, OpenError> {
    let Sources {
        file,
        journal,
        hold,
        mut notes,
    } = sources;
    if journal.as_ref().is_some_and(|journal| journal.torn) {
        notes.push(
            "The end of the journal on this computer could not be read: what was changed in the \
             last moment before the program ended may be missing."
                .to_owned(),
        );
    }
    match (file, journal) {
        (Ok(file), None) => Ok(from_file(file, None, hold, notes)),
        (Ok(file), Some(journal)) => match compare(&file, &journal) {
            Stand::File => Ok(from_file(file, Some(journal), hold, notes)),
            Stand::Journal => Ok(from_journal(&file, journal, hold, notes, services)),
            Stand::Replaced => match kept_beside(&journal, &hold, services) {
                Ok(note) => {
                    notes.push(note);
                    Ok(from_file(file, Some(journal), hold, notes))
                }
                // What cannot be kept is not thrown away unasked either.
                Err(_) => Ok(apart(file, journal, hold, notes)),
            },
            Stand::Apart => Ok(apart(file, journal, hold, notes)),
        },
        (Err(why), journal) => without_file(why, journal, hold, notes, services),
    }
}

/// Puts the journal's version beside a file that is another one since it was closed, and says so.
fn kept_beside(
    journal: &Journal,
    hold: &Hold,
    services: &dyn Services,
) -> Result<String, SaveError> {
    let text = write_checked(&journal.opened.review.snapshot())?;
    let disk = hold.disk.as_ref();
    let kept = copies::keep(disk, &hold.path, text.as_bytes(), services)?;
    Ok(format!(
        "This file is another one than when it was last closed on this computer, at {}; that \
         version is kept as {}.",
        at(journal.last, services),
        kept.display()
    ))
}

fn apart(file: Opened, journal: Journal, hold: Hold, notes: Vec<String>) -> Open {
    let (f, j) = (&file.review, &journal.opened.review);
    Open::Disagree(Box::new(Disagree {
        differs: f.state().differences(j.state()),
        file: Version::of(file),
        unfinished: unfinished(&journal),
        journal: Version::of(journal.opened),
        hold,
        notes,
    }))
}

impl Version {
    fn of(opened: Opened) -> Self {
        let history = opened.review.history();
        Self {
            last: history.last_at(),
            entries: history.entries().len(),
            opened,
        }
    }
}

/// What was being typed; when a review is closed everything has been said to it.
fn unfinished(journal: &Journal) -> Vec<super::Unfinished> {
    if journal.closed {
        Vec::new()
    } else {
        journal.unfinished.clone()
    }
}

fn ready(
    opened: Opened,
    mut hold: Hold,
    came_from: CameFrom,
    journal: Option<&Journal>,
    mut notes: Vec<String>,
) -> Open {
    hold.erasing |= bak_holds_what_was_taken_out(&hold, &opened);
    hold.behind = came_from != CameFrom::File || hold.erasing;
    hold.unfinished = journal.map(unfinished).unwrap_or_default();
    if came_from == CameFrom::File && !hold.unfinished.is_empty() {
        notes.push(format!(
            "The program had ended without closing this review. {}.",
            sentence(
                &[count(hold.unfinished.len(), "unfinished text")],
                "brought back"
            )
        ));
    }
    let is_sealed = opened.review.sealing().is_some() && !hold.behind;
    Open::Ready(Box::new(ForWork {
        opened,
        came_from,
        unfinished: hold.unfinished.clone(),
        access: if is_sealed {
            Access::ReadOnly(Reason::Sealed)
        } else {
            Access::Mine(hold)
        },
        notes,
    }))
}

fn from_file(file: Opened, journal: Option<Journal>, hold: Hold, notes: Vec<String>) -> Open {
    ready(file, hold, CameFrom::File, journal.as_ref(), notes)
}

fn from_journal(
    file: &Opened,
    journal: Journal,
    mut hold: Hold,
    mut notes: Vec<String>,
    services: &dyn Services,
) -> Open {
    let (f, j) = (file.review.history(), journal.opened.review.history());
    let changes = j.entries().len() - f.entries().len();
    hold.erasing = lost_text(f, j);
    let mut what = vec![count(changes, "change")];
    let texts = unfinished(&journal).len();
    what.extend((texts > 0).then(|| count(texts, "unfinished text")));
    notes.push(format!(
        "The program had ended without closing this review. {}, last at {}.",
        sentence(&what, "taken from the journal on this computer"),
        at(journal.last, services)
    ));
    let came_from = CameFrom::Journal {
        changes,
        last: Some(journal.last),
        crashed: true,
    };
    ready(
        journal.opened.clone(),
        hold,
        came_from,
        Some(&journal),
        notes,
    )
}

/// Whether a passage was taken out of the later version that the earlier one still holds: then
/// that one must not stay as `.bak`.
fn lost_text(earlier: &History, later: &History) -> bool {
    let mut pairs = earlier.entries().iter().zip(later.entries());
    pairs.any(|(one, other)| one.payload.is_some() && other.payload.is_none())
}

/// As [`lost_text`], of the version before: a power cut may have come between the two.
fn bak_holds_what_was_taken_out(hold: &Hold, opened: &Opened) -> bool {
    let history = opened.review.history();
    if history.redactions().next().is_none() {
        return false;
    }
    let Ok(before) = file::read(hold.disk.as_ref(), &bak(&hold.path)) else {
        return false;
    };
    // Of one that cannot be read nobody knows.
    file::opened(&before.bytes, false)
        .map_or(true, |before| lost_text(before.review.history(), history))
}

/// The file is missing or no good: the furthest of journal and `.bak`.
fn without_file(
    why: OpenError,
    journal: Option<Journal>,
    mut hold: Hold,
    mut notes: Vec<String>,
    services: &dyn Services,
) -> Result<Open, OpenError> {
    let disk = hold.disk.as_ref();
    if matches!(
        why,
        OpenError::Unreadable(DiskTrouble::Gone | DiskTrouble::Other(_))
    ) && let Some(journal) = &journal
        && disk.list(folder_of(&hold.path)).is_err()
    {
        notes.push(
            "The drive or the network folder of this review does not answer. What is done here is \
             in the journal on this computer, and comes into the file when the drive is back, \
             unless something else stands there then."
                .to_owned(),
        );
        return Ok(from_journal_alone(journal, hold, notes, services));
    }
    let Some(what) = lost(&why) else {
        return Err(why);
    };
    let before = file::read(disk, &bak(&hold.path)).ok();
    let before = before.and_then(|file| Some((file::opened(&file.bytes, false).ok()?, file.bytes)));
    let backup_is_further = match (&journal, &before) {
        (None, None) => return Err(why),
        (None, Some(_)) => true,
        (Some(_), None) => false,
        (Some(journal), Some((before, _))) => {
            let (j, b) = (journal.opened.review.history(), before.review.history());
            // Where they went apart the journal is this laptop's own, and holds every change.
            j.is_continued_by(b) && !b.is_continued_by(j)
        }
    };
    hold.damaged = !matches!(why, OpenError::Unreadable(_));
    notes.push(what.to_owned());
    if hold.damaged {
        notes.push("The damaged file stays beside it, with “damaged” in its name.".to_owned());
    }
    match (journal, before) {
        (Some(journal), other) if !backup_is_further => {
            if let Some((other, bytes)) = other {
                keep_if_apart(&other, &journal.opened, &bytes, &hold, services, &mut notes)
                    .map_err(|_| why)?;
            }
            Ok(from_journal_alone(&journal, hold, notes, services))
        }
        (journal, Some((before, _))) => {
            if let Some(journal) = &journal {
                let text = write_checked(&journal.opened.review.snapshot());
                let bytes = text.map_err(|_| why.clone())?.into_bytes();
                keep_if_apart(
                    &journal.opened,
                    &before,
                    &bytes,
                    &hold,
                    services,
                    &mut notes,
                )
                .map_err(|_| why)?;
            }
            let last = before.review.history().last_at();
            notes.push(format!(
                "What stands here is the version before it (“{}”){}: what was changed after that is \
                 missing.",
                name(&bak(&hold.path)),
                last.map_or_else(String::new, |last| format!(", last changed at {}", at(last, services)))
            ));
            Ok(ready(
                before,
                hold,
                CameFrom::Backup { last },
                journal.as_ref(),
                notes,
            ))
        }
        _ => Err(why),
    }
}

fn from_journal_alone(
    journal: &Journal,
    hold: Hold,
    mut notes: Vec<String>,
    services: &dyn Services,
) -> Open {
    let came_from = CameFrom::Journal {
        changes: journal.opened.review.history().entries().len(),
        last: Some(journal.last),
        crashed: !journal.closed,
    };
    notes.push(format!(
        "What stands here is from the journal on this computer, last at {}.",
        at(journal.last, services)
    ));
    ready(
        journal.opened.clone(),
        hold,
        came_from,
        Some(journal),
        notes,
    )
}

/// What to say of a file that is missing or no good; `None` where the file is not to be replaced,
/// as one that only cannot be read now: it may be whole, and newer than anything here.
const fn lost(why: &OpenError) -> Option<&'static str> {
    match why {
        OpenError::Unreadable(DiskTrouble::NotThere) => {
            Some("The file was not there any more; it is put back under its name.")
        }
        OpenError::Damaged(_) | OpenError::Empty | OpenError::Foreign | OpenError::Refused(_) => {
            Some("The file is damaged and could not be opened; a whole one takes its place.")
        }
        _ => None,
    }
}

/// Where two versions went apart, the one that was not taken is put beside the file.
fn keep_if_apart(
    other: &Opened,
    taken: &Opened,
    bytes: &[u8],
    hold: &Hold,
    services: &dyn Services,
    notes: &mut Vec<String>,
) -> Result<(), SaveError> {
    if other
        .review
        .history()
        .is_continued_by(taken.review.history())
    {
        return Ok(());
    }
    let kept = copies::keep(hold.disk.as_ref(), &hold.path, bytes, services)?;
    notes.push(format!(
        "There was another version that went another way; it is kept as {}.",
        kept.display()
    ));
    Ok(())
}
