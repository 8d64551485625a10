//! One file on disk. A review lives in `NAME.dbvreview` and keeps itself: nobody saves, nobody
//! is asked on closing, and at no moment is there less on the disk than a whole review.
//!
//! `format` is the text in the file, `file` opens and replaces it, `keeper` does so in the
//! background after every change, `recent` remembers which files were open. What went wrong is
//! in `error`, in words for the person at the screen.

pub mod error;
pub mod file;
pub mod format;
pub mod keeper;
pub mod recent;

pub use error::{Damage, DiskTrouble, OpenError, SaveError};
pub use file::{Overwrite, open, save, save_copy};
pub use format::{Opened, Warning, read_text, write_text};
pub use keeper::{Keeper, Pace, Report, Standing};

/// What the name of a review's file ends with.
pub const EXTENSION: &str = "dbvreview";
