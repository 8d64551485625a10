//! What can go wrong with a file, said once and in plain words: what happened, what is safe, what
//! to do next. No message repeats text of a case, since messages end up in logs and on projectors.

use std::io;

use thiserror::Error;

use super::format::VERSION;
use crate::review::state::Violation;

/// What is at stake when a file does not open.
const UNTOUCHED: &str = "Nothing in it was changed.";
/// Where to look when a file is no good.
const TRY_BAK: &str = "If a file of the same name with “.bak” after it lies beside it, that is the \
                       version before: take a copy of it and open that.";
/// What is at stake when a file cannot be kept.
const STILL_HERE: &str =
    "The file is as it was before, and the review that is open still holds everything.";

/// Why a file was not opened. Nothing of it was taken over.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum OpenError {
    /// The disk did not give it.
    #[error("This file cannot be read: {0}. {next}", next = .0.next())]
    Unreadable(DiskTrouble),
    /// A folder, a device.
    #[error("This is not a file but a folder or a device. Choose a file.")]
    NotAFile,
    /// More bytes than a review can have.
    #[error(
        "This file is larger than 64 MB, more than any review holds, so it was not opened. \
         {UNTOUCHED} Check that it is the right file."
    )]
    TooLarge,
    /// Not a byte in it, or only blanks.
    #[error("This file is empty. {TRY_BAK}")]
    Empty,
    /// Something else.
    #[error(
        "This is not a review of DBV Case Review. {UNTOUCHED} Choose a file whose name ends in \
         “.dbvreview”; tables in CSV or Excel are imported into a review."
    )]
    Foreign,
    /// Of a later version of the program.
    #[error(
        "This review was written by a newer program{by}: its file has version {found}, and this \
         program, {ours}, reads up to version {VERSION}. {UNTOUCHED} Open it with the newer \
         program.",
        ours = super::format::WRITTEN_BY,
        by = written_by.as_deref().map(|by| format!(" ({by})")).unwrap_or_default()
    )]
    Newer {
        /// The file's version.
        found: u64,
        /// The program that wrote it, where it says so.
        written_by: Option<String>,
    },
    /// A review that cannot be read to its end.
    #[error("This review is damaged at {0} It was not opened. {UNTOUCHED} {TRY_BAK}")]
    Damaged(Damage),
    /// A review that holds what no review can.
    #[error(
        "This review holds what a review cannot hold, perhaps since it was changed outside the \
         program, so it was not opened. {UNTOUCHED} {TRY_BAK} What does not fit: {places}",
        places = in_words(.0)
    )]
    Refused(Vec<Violation>),
}

/// Where a file is damaged, and how.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}, column {column}: {what}.")]
pub struct Damage {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What is wrong there, in words that hold no text of the file.
    pub what: String,
}

/// How many places a message lists before it only counts.
const LISTED: usize = 8;

fn in_words(violations: &[Violation]) -> String {
    let mut places: Vec<String> = violations
        .iter()
        .take(LISTED)
        .map(|violation| format!("{}: {}", violation.place, violation.why))
        .collect();
    if violations.len() > LISTED {
        places.push(format!("and {} more", violations.len() - LISTED));
    }
    format!("{}.", places.join("; "))
}

/// Why a review was not kept. The file on the disk is the one that was there before.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SaveError {
    /// The disk did not take it.
    #[error("The review could not be written: {0}. {STILL_HERE} {next}", next = .0.next())]
    Disk(DiskTrouble),
    /// The file is marked read-only.
    #[error(
        "This file is marked read-only, so nothing was written. {STILL_HERE} Save a copy under \
         another name, or take the mark off."
    )]
    ReadOnly,
    /// A folder stands where the file should.
    #[error("There is a folder of this name, so nothing was written. Choose another name.")]
    NotAFile,
    /// A copy would replace something.
    #[error(
        "There is a file of this name already, and it was left as it is. Choose another name, or \
         say that it is to be replaced."
    )]
    Exists,
    /// It would be too large to be opened again.
    #[error(
        "The review has grown beyond 64 MB, more than a file may hold, so it was not written. \
         {STILL_HERE} What was changed since it was last kept is only in this window, so write \
         that down. Taking texts out does not help, since the history keeps every change: begin \
         a new review for the next workshop."
    )]
    TooLarge,
    /// What was to be written did not read back as the same review.
    #[error(
        "The review was not written, because reading it back did not give the same review; this \
         is a fault of the program. {STILL_HERE} Take back the last change, and report this."
    )]
    NotTheSame,
    /// Somebody else has it open.
    #[error(
        "Somebody is at work on this review in another window or on another computer, so nothing \
         was written or removed. Close it there first."
    )]
    InUse,
    /// Somebody else has changed it.
    #[error(
        "Somebody else has changed this file since it was opened here, so nothing was written over \
         it. {STILL_HERE} Say which version to go on with; the other is kept beside it."
    )]
    ChangedOnDisk,
    /// The background thread is gone.
    #[error(
        "The part of the program that keeps the file has stopped; this is a fault of the program. \
         {STILL_HERE} Save a copy now, then close and open the program again."
    )]
    Stopped,
}

/// What a disk says, in words.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DiskTrouble {
    /// No such file or folder.
    #[error("the file or its folder is not there")]
    NotThere,
    /// Not allowed.
    #[error("this computer does not allow it")]
    NotAllowed,
    /// Another program holds it.
    #[error("another program is using the file")]
    InUse,
    /// No room.
    #[error("there is no room left on the disk")]
    Full,
    /// A name that the system does not take.
    #[error("the name with all its folders is too long for this computer")]
    TooLong,
    /// Something else, as the system says it.
    #[error("the system says “{0}”")]
    Other(String),
}

/// Windows: another program has the file open in a way that excludes us.
const SHARING_VIOLATION: i32 = 32;
/// Windows: another program has locked a part of the file.
const LOCK_VIOLATION: i32 = 33;

impl DiskTrouble {
    /// What to do about it.
    pub const fn next(&self) -> &'static str {
        match self {
            Self::NotThere => {
                "Check the name, and whether the drive or memory stick is still connected."
            }
            Self::NotAllowed => {
                "Choose another folder, such as your documents, or ask who looks after this computer."
            }
            Self::InUse => "Close it there, or wait a moment: the program tries again.",
            Self::Full => "Make room, or choose another drive.",
            Self::TooLong => "Choose a shorter name, or a folder nearer to the top.",
            Self::Other(_) => "Try again, or choose another folder.",
        }
    }
}

impl From<&io::Error> for DiskTrouble {
    fn from(error: &io::Error) -> Self {
        use io::ErrorKind as K;
        if cfg!(windows)
            && matches!(
                error.raw_os_error(),
                Some(SHARING_VIOLATION | LOCK_VIOLATION)
            )
        {
            return Self::InUse;
        }
        match error.kind() {
            K::NotFound | K::NotADirectory => Self::NotThere,
            K::PermissionDenied | K::ReadOnlyFilesystem => Self::NotAllowed,
            K::ResourceBusy | K::ExecutableFileBusy => Self::InUse,
            K::StorageFull | K::QuotaExceeded | K::FileTooLarge => Self::Full,
            K::InvalidFilename => Self::TooLong,
            kind => Self::Other(kind.to_string()),
        }
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        Self::Unreadable((&error).into())
    }
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        Self::Disk((&error).into())
    }
}
