//! The samples, embedded so that a copied program has them too. They are inspected and trained on
//! as they are; for work each has a copy of its own, which keeps itself like any review.

use std::path::PathBuf;

use crate::services::Services;
use crate::store::{self, Opened};

/// A sample review. Every child and family in it is invented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sample {
    /// Ten children, four of them to be judged.
    FirstSteps,
    /// A county's 28 children, after its workshops.
    WestMarsh,
}

impl Sample {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::FirstSteps, Self::WestMarsh];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::FirstSteps => "First steps",
            Self::WestMarsh => "West Marsh county",
        }
    }

    /// What it is good for.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::FirstSteps => {
                "Ten invented children. Six are judged, four are yours to try: for a first look, in ten minutes."
            }
            Self::WestMarsh => {
                "An invented county after its workshops: 28 children, first ratings, parents who agree, disagree or wait to be heard. For inspecting and for training."
            }
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::FirstSteps => include_str!("../../sample_reviews/first-steps.dbvreview"),
            Self::WestMarsh => include_str!("../../sample_reviews/west-marsh.dbvreview"),
        }
    }

    /// The review as the program carries it.
    ///
    /// # Errors
    /// What to tell the person; a test holds that there is none.
    pub fn open(self) -> Result<Opened, String> {
        store::read_text(self.text()).map_err(|error| error.to_string())
    }

    /// Where the copy for work is or would be.
    pub fn path(self, services: &dyn Services) -> Option<PathBuf> {
        let folder = services.data_folder()?;
        let name = format!("{}.{}", self.name(), store::EXTENSION);
        Some(folder.join("samples").join(name))
    }

    /// Whether there is a copy for work that is no longer as it was at first.
    pub fn was_tried(self, services: &dyn Services) -> bool {
        self.path(services)
            .and_then(|path| std::fs::read_to_string(path).ok())
            .is_some_and(|copy| copy != self.text())
    }

    /// Where the copy for work is, made if it is not there yet or shall be made afresh.
    ///
    /// # Errors
    /// What to tell the person, if no copy can be written.
    pub fn place(self, services: &dyn Services, afresh: bool) -> Result<PathBuf, String> {
        let path = self
            .path(services)
            .ok_or("This computer gives the program no folder of its own to keep the sample in.")?;
        if path.exists() && !afresh {
            return Ok(path);
        }
        let review = self.open()?.review;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| {
                format!(
                    "The sample could not be put into {}: {error}.",
                    folder.display()
                )
            })?;
        }
        store::save(&path, &review.snapshot()).map_err(|error| error.to_string())?;
        Ok(path)
    }
}
