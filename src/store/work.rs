//! What opening a review for work gives: the review, the right to write it (or why there is none),
//! where its newest words came from, and what there is to say about that.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::file;
use super::format::Opened;
use super::lock::{InUse, Lock};
use super::seen::Seen;
use crate::review::Timestamp;

/// A text that was being typed and had not come through the gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unfinished {
    /// The field, in the window's own words for it.
    pub field: String,
    /// The text as typed.
    pub text: String,
}

/// What came of opening a review for work.
#[derive(Debug)]
pub enum Open {
    /// It is open.
    Ready(Box<ForWork>),
    /// The file and this computer's journal hold different versions: a person has to say which
    /// one to go on with.
    Disagree(Box<Disagree>),
}

/// A review that is open for work, or would be.
#[derive(Debug)]
pub struct ForWork {
    /// The review, with what had to be put right.
    pub opened: Opened,
    /// Whether it may be written.
    pub access: Access,
    /// Where its newest version was.
    pub came_from: CameFrom,
    /// Texts that were being typed when the program ended.
    pub unfinished: Vec<Unfinished>,
    /// What there is to say about all this, in sentences.
    pub notes: Vec<String>,
}

/// Whether a review may be written.
#[derive(Debug)]
pub enum Access {
    /// It may, by whoever holds this.
    Mine(Hold),
    /// It may only be read.
    ReadOnly(Reason),
}

/// Why a review may only be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Somebody else has it open.
    InUse(InUse),
    /// The file is marked read-only.
    Marked,
    /// It is sealed.
    Sealed,
}

/// Where the version of a review that was opened had been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CameFrom {
    /// In its file.
    File,
    /// In the journal on this computer, which went further than the file, or had it alone.
    Journal {
        /// Entries of history that the file did not have.
        changes: usize,
        /// When the last of them was made.
        last: Option<Timestamp>,
        /// Whether the program had ended without closing the review.
        crashed: bool,
    },
    /// In the `.bak` beside the file.
    Backup {
        /// When its last change was made.
        last: Option<Timestamp>,
    },
}

/// The right to write a review's file: its lock and what is known of the file. It goes to the
/// [`Keeper`](super::Keeper); dropped, it takes the lock away.
#[derive(Debug)]
pub struct Hold {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) path: PathBuf,
    /// `None` where no lock could be put beside the file.
    pub(super) lock: Option<Box<Lock>>,
    /// The file as it was last read or written; `None` if there was none: whatever stands there
    /// then is somebody else's.
    pub(super) seen: Option<Seen>,
    /// Whether the file lacks what was opened, so that it is to be written soon.
    pub(super) behind: bool,
    /// Whether what stands in the file's place is no good and is to be moved aside first.
    pub(super) damaged: bool,
    /// Whether what the file holds must not stay as the version before.
    pub(super) erasing: bool,
    pub(super) unfinished: Vec<Unfinished>,
}

impl Hold {
    /// Of a file without a lock beside it, as it is now: that version may be replaced.
    pub fn unlocked(disk: Arc<dyn Disk>, path: PathBuf) -> Self {
        let there = file::read(disk.as_ref(), &path).ok();
        Self {
            seen: there.map(|file| file.seen),
            ..Self::of(disk, path)
        }
    }

    /// Of a file of which nothing is known yet.
    pub(super) fn of(disk: Arc<dyn Disk>, path: PathBuf) -> Self {
        Self {
            disk,
            path,
            lock: None,
            seen: None,
            behind: false,
            damaged: false,
            erasing: false,
            unfinished: Vec::new(),
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// One of two versions of a review.
#[derive(Clone, Debug)]
pub struct Version {
    /// The review.
    pub opened: Opened,
    /// When its last change was made.
    pub last: Option<Timestamp>,
    /// How many entries its history has.
    pub entries: usize,
}

/// Which version to go on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The file's.
    File,
    /// The journal's.
    Journal,
}

/// A file and a journal that do not agree. Nothing has been changed yet; dropped, nothing is.
#[derive(Debug)]
pub struct Disagree {
    /// What the file holds.
    pub file: Version,
    /// What the journal on this computer holds.
    pub journal: Version,
    /// Where the two differ: "setup", "case C05".
    pub differs: Vec<String>,
    pub(super) unfinished: Vec<Unfinished>,
    pub(super) hold: Hold,
    pub(super) notes: Vec<String>,
}
