//! File and journal hold two versions of one review, neither of which goes on from the other: what
//! a person needs to see to choose, as words.

mod differs;

use std::path::PathBuf;

pub use differs::Differs;

use super::words::count;
use crate::review::check_history;
use crate::services::Services;
use crate::store::{self, Disagree};

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// What stands in the file.
    File,
    /// What stands in this laptop's journal.
    Journal,
}

impl Which {
    /// Both, as they stand side by side.
    pub const ALL: [Self; 2] = [Self::File, Self::Journal];

    /// What it is called.
    pub const fn label(self) -> &'static str {
        match self {
            Self::File => "The file",
            Self::Journal => "This laptop’s journal",
        }
    }

    /// What the button says that goes on with it.
    pub const fn go_on(self) -> &'static str {
        match self {
            Self::File => "Go on with the file",
            Self::Journal => "Go on with the journal",
        }
    }
}

/// One version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When it was changed last: "21 November 2026, 14:02".
    pub last: String,
    /// How many changes its history has.
    pub entries: usize,
    /// How far the panel has come: "7 of 10 recorded".
    pub recorded: String,
    /// That it is not what its history says, if so.
    pub outside: Option<String>,
}

impl Version {
    fn of(version: &store::Version, services: &dyn Services) -> Self {
        let review = &version.opened.review;
        let all = review.cases().filter(|case| !case.practice).count();
        let recorded = review.cases().filter(|case| case.counting().is_some());
        let recorded = recorded.count();
        Self {
            last: version.last.map_or_else(
                || "on a day that is not known".to_owned(),
                |last| services.when(last),
            ),
            entries: version.entries,
            outside: check_history(&review.snapshot()).in_words(),
            recorded: format!("{recorded} of {} recorded", count(all, "case", "cases")),
        }
    }
}

/// The two, and what differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The file that both are versions of.
    pub path: PathBuf,
    /// What stands in it.
    pub file: Version,
    /// What stands in the journal.
    pub journal: Version,
    /// What it is called.
    pub title: String,
    /// Where they differ.
    pub differs: Vec<Differs>,
}

impl Versions {
    /// Two versions as the store has found them.
    pub fn of_two(disagree: &Disagree, services: &dyn Services) -> Self {
        let (file, journal) = (
            &disagree.file.opened.review,
            &disagree.journal.opened.review,
        );
        Self {
            path: disagree.path().to_owned(),
            file: Version::of(&disagree.file, services),
            journal: Version::of(&disagree.journal, services),
            title: file.setup().title.to_string(),
            differs: disagree
                .differs
                .iter()
                .map(|place| Differs::at(place, file, journal))
                .collect(),
        }
    }

    /// One of the two.
    pub const fn of(&self, which: Which) -> &Version {
        match which {
            Which::File => &self.file,
            Which::Journal => &self.journal,
        }
    }
}
