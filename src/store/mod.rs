//! One file on disk. A review lives in `NAME.dbvreview` and keeps itself: nobody saves, nobody
//! is asked on closing, and at no moment is there less on the disk than a whole review.
//!
//! `format` is the text in the file, `file` opens and replaces it, `keeper` does so in the
//! background after every change and puts every change into the `journal` at once. `opening`
//! opens a review for work: it takes the `lock` and finds the newest version (`recovery`).
//! `left` knows what a crash left behind and how to forget a review, `recent` which files were
//! open, `emergency` what to do in a panic. All of it goes to the `disk` in small steps. What went
//! wrong is in `error`, in words for the person at the screen.

mod copies;
pub mod disk;
pub mod emergency;
pub mod error;
pub mod file;
pub mod format;
pub mod journal;
pub mod keeper;
mod left;
mod lock;
mod names;
mod opening;
pub mod recent;
mod recovery;
mod seen;
mod settle;
mod version;
mod words;
mod work;

pub use error::{Damage, DiskTrouble, OpenError, SaveError};
pub use file::{Overwrite, open, save, save_copy, save_on};
pub use format::{Opened, Warning, read_text, write_text};
pub use keeper::{Keeper, Pace, Report, Standing};
pub use left::{Forgotten, LeftOpen, copies_beside, forget, left_open, tidy};
pub use lock::{InUse, Lock};
pub use names::bak;
pub use opening::{begin, begin_on, open_for_work, open_for_work_on, take_over, take_over_on};
pub use recent::Recent;
pub use work::{
    Access, CameFrom, Choice, Disagree, ForWork, Hold, Open, Reason, Unfinished, Version,
};

/// What the name of a review's file ends with.
pub const EXTENSION: &str = "dbvreview";
pub use version::{VERSION, WRITTEN_BY};
