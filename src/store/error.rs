//! What can go wrong with a file, said once and in plain words: what happened, what is safe, what
//! to do next. No message repeats text of a case, since messages end up in logs and on projectors.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::version::{VERSION, WRITTEN_BY};
use crate::review::state::Violation;

/// What is at stake when a file does not open.
const UNTOUCHED: &str = "Nothing in it was changed.";
/// Where to look when a file is no good.
const TRY_BAK: &str = "If a file of the same name with “.bak” after it lies beside it, that is the \
                       version before: take a copy of it and open that.";
/// What is at stake when a file cannot be kept.
const STILL_HERE: &str =
    " The file is as it was before, and the review that is open still holds everything.";

/// Why a file was not opened. Nothing of it was taken over.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum OpenError {
    /// The disk did not give it.
    #[error("This file cannot be read: {0}. {next}", next = .0.next_for_opening())]
    Unreadable(DiskTrouble),
    /// This computer's journal of it, which may hold what the file lacks, cannot be read now.
    #[error(
        "The journal of this review on this computer cannot be read or put aside now: {0}. It may \
         hold changes that are not in the file, so the review was not opened for work. Nothing was \
         changed. Try again in a moment."
    )]
    Journal(DiskTrouble),
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
        ours = WRITTEN_BY,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The disk did not take it.
    Disk(DiskTrouble),
    /// The file is marked read-only.
    ReadOnly,
    /// A folder stands where the file should.
    NotAFile,
    /// A copy would replace something.
    Exists,
    /// It would be too large to be opened again.
    TooLarge,
    /// What was to be written did not read back as the same review.
    NotTheSame,
    /// Somebody else has it open.
    InUse,
    /// Somebody else has changed it.
    ChangedOnDisk,
    /// The background thread is gone.
    Stopped,
    /// The drive has not answered for a while; the writing goes on when it does.
    NoAnswer,
    /// A file that was to be forgotten is still there.
    NotForgotten {
        /// What could not be removed.
        left: PathBuf,
        /// Why.
        why: DiskTrouble,
        /// What was removed before.
        removed: Vec<PathBuf>,
    },
}

impl SaveError {
    pub(super) fn not_forgotten(left: &Path, why: &io::Error, removed: &[PathBuf]) -> Self {
        Self::NotForgotten {
            left: left.to_owned(),
            why: why.into(),
            removed: removed.to_vec(),
        }
    }

    fn what(&self) -> String {
        match self {
            Self::Disk(trouble) => format!("The review could not be written: {trouble}."),
            Self::ReadOnly => "This file is marked read-only, so nothing was written.".to_owned(),
            Self::NotAFile => "There is a folder of this name, so nothing was written.".to_owned(),
            Self::Exists => {
                "There is a file of this name already, and it was left as it is.".to_owned()
            }
            Self::TooLarge => "The review has grown beyond 64 MB, more than a file may hold, so \
                               it was not written."
                .to_owned(),
            Self::NotTheSame => "The review was not written, because reading it back did not give \
                                 the same review; this is a fault of the program."
                .to_owned(),
            Self::InUse => "Somebody is at work on this review in another window or on another \
                            computer, so nothing was written or removed."
                .to_owned(),
            Self::ChangedOnDisk => "Somebody else has changed this file since it was opened here, \
                                    so nothing was written over it."
                .to_owned(),
            Self::Stopped => "The part of the program that keeps the file has stopped; this is a \
                              fault of the program."
                .to_owned(),
            Self::NoAnswer => "The drive or the network folder does not answer, so nobody knows \
                               yet whether the review was written there. The program goes on \
                               trying."
                .to_owned(),
            Self::NotForgotten { left, why, removed } => {
                let removed: Vec<_> = removed
                    .iter()
                    .map(|one| one.display().to_string())
                    .collect();
                let before = match removed.join(", ") {
                    none if none.is_empty() => "Nothing was removed.".to_owned(),
                    removed => format!("Removed before: {removed}."),
                };
                format!("{} could not be removed: {why}. {before}", left.display())
            }
        }
    }

    const fn next(&self) -> &'static str {
        match self {
            Self::Disk(trouble) => trouble.next(),
            Self::ReadOnly => "Keep it elsewhere, or take the mark off.",
            Self::NotAFile => "Choose another name.",
            Self::Exists => "Choose another name, or say that it is to be replaced.",
            Self::TooLarge => {
                "Making texts shorter does not help, since the history keeps every change: begin a \
                 new review for the next workshop, or take long texts out everywhere."
            }
            Self::NotTheSame => "Take back the last change, and report this.",
            Self::InUse => "Close it there first.",
            Self::ChangedOnDisk => "Say which version to go on with; the other is kept beside it.",
            Self::Stopped => "Save a copy now, then close and open the program again.",
            Self::NoAnswer => "Connect the drive again, or keep the review elsewhere.",
            Self::NotForgotten { .. } => "Forget it again, or remove the file yourself.",
        }
    }

    /// Whether there is something to say about what is safe: not where only a name was no good.
    const fn leaves_work_unwritten(&self) -> bool {
        !matches!(
            self,
            Self::NotAFile | Self::Exists | Self::InUse | Self::NotForgotten { .. }
        )
    }

    /// The message for a review that is open: what happened, what is safe and where, what to do.
    /// `safe_in` is the folder of the journal that holds everything.
    pub fn told(&self, safe_in: Option<&Path>) -> String {
        let safe = match safe_in {
            _ if !self.leaves_work_unwritten() => String::new(),
            Some(folder) if *self == Self::NoAnswer => format!(
                " Everything is safe in the journal on this computer ({}), and comes back when the \
                 review is opened here again.",
                folder.display()
            ),
            None if *self == Self::NoAnswer => " What was changed since it was last written may \
                                               only be in this window: leave it open."
                .to_owned(),
            Some(folder) => format!(
                " The file is as it was before. Everything since then is safe in the journal on \
                 this computer ({}), and comes back when the review is opened here again.",
                folder.display()
            ),
            None => " The file is as it was before. What was changed since then is only in this \
                     window: leave it open, and keep the review elsewhere."
                .to_owned(),
        };
        format!("{}{safe} {}", self.what(), self.next())
    }
}

/// What happened, what is safe, what to do.
impl std::fmt::Display for SaveError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let safe = match self {
            Self::NoAnswer => " The review that is open still holds everything.",
            _ if self.leaves_work_unwritten() => STILL_HERE,
            _ => "",
        };
        write!(f, "{}{safe} {}", self.what(), self.next())
    }
}

impl std::error::Error for SaveError {}

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
    /// The drive or the network is gone.
    #[error("the drive or the network folder does not answer")]
    Gone,
    /// A name that the system does not take.
    #[error("the name with all its folders is too long for this computer")]
    TooLong,
    /// Something else, as the system says it.
    #[error("the system says “{0}”")]
    Other(String),
}

/// What only the number tells. Windows: another program has the file open, or has locked a part
/// of it; the device is not ready or gone, the network's name or the whole share is gone.
#[cfg(windows)]
const fn by_number(number: i32) -> Option<DiskTrouble> {
    match number {
        32 | 33 => Some(DiskTrouble::InUse),
        21 | 53 | 55 | 59 | 64 | 67 | 121 | 1167 | 1231 | 1232 => Some(DiskTrouble::Gone),
        _ => None,
    }
}

/// What only the number tells: EIO, which is what a drive says that was pulled out.
#[cfg(not(windows))]
const fn by_number(number: i32) -> Option<DiskTrouble> {
    match number {
        5 => Some(DiskTrouble::Gone),
        _ => None,
    }
}

impl DiskTrouble {
    /// What to do about it.
    pub const fn next(&self) -> &'static str {
        match self {
            Self::NotThere => {
                "Check the name, and whether the drive or memory stick is still connected, or keep \
                 it elsewhere."
            }
            Self::NotAllowed => {
                "Keep it elsewhere, such as in your documents, or ask who looks after this computer."
            }
            Self::InUse => "Close it there, or wait a moment: the program tries again.",
            Self::Full => "Make room, or keep it elsewhere.",
            Self::Gone => "Connect it again: the program tries again. Or keep it elsewhere.",
            Self::TooLong => "Keep it under a shorter name, or in a folder nearer to the top.",
            Self::Other(_) => "Try again, or keep it elsewhere.",
        }
    }
}

impl DiskTrouble {
    /// What to do where a file does not open: nobody tries again then but the person.
    const fn next_for_opening(&self) -> &'static str {
        match self {
            Self::InUse => "Close it there, or wait a moment, and open it again.",
            Self::Gone | Self::Other(_) => {
                "Nothing was changed. Wait a moment or connect the drive again, and try again."
            }
            _ => self.next(),
        }
    }
}

impl From<&io::Error> for DiskTrouble {
    fn from(error: &io::Error) -> Self {
        use io::ErrorKind as K;
        if let Some(trouble) = error.raw_os_error().and_then(by_number) {
            return trouble;
        }
        match error.kind() {
            K::NotFound | K::NotADirectory => Self::NotThere,
            K::PermissionDenied | K::ReadOnlyFilesystem => Self::NotAllowed,
            K::ResourceBusy | K::ExecutableFileBusy => Self::InUse,
            K::StorageFull | K::QuotaExceeded | K::FileTooLarge => Self::Full,
            K::StaleNetworkFileHandle
            | K::NetworkDown
            | K::NetworkUnreachable
            | K::HostUnreachable
            | K::NotConnected
            | K::ConnectionAborted
            | K::ConnectionReset
            | K::TimedOut => Self::Gone,
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
