//! Which review is opened, and through which of the three doors: work, inspect, train.

use std::path::PathBuf;

use super::samples::Sample;
use crate::review::Mode;

/// Where a review comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// A sample that the program carries inside.
    Sample(Sample),
}

/// A review and a door to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Which review.
    pub source: Source,
    /// Which door.
    pub door: Mode,
}

impl Opening {
    /// To this review through this door.
    pub const fn new(source: Source, door: Mode) -> Self {
        Self { source, door }
    }

    /// To a file through this door.
    pub const fn file(path: PathBuf, door: Mode) -> Self {
        Self::new(Source::File(path), door)
    }
}
