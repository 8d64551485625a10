//! Which reviews this laptop remembers, as the start screen lists them; and what is about to be
//! forgotten of one.

use std::path::{Path, PathBuf};

use crate::review::{Date, Mode};
use crate::services::Services;
use crate::store::{self, LeftOpen, Recent};

/// A review that this laptop remembers.
#[derive(Clone, Debug, PartialEq)]
pub struct Remembered {
    /// Its file.
    pub path: PathBuf,
    /// "was open when the program ended, last change 14:02", if that is so.
    pub left_open: Option<String>,
    /// Until when it is to be kept, if that has passed.
    pub kept_too_long: Option<Date>,
}

impl Remembered {
    /// Its name: that of its file.
    pub fn name(&self) -> String {
        name_of(&self.path)
    }

    /// The folder that it is in.
    pub fn folder(&self) -> String {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        folder.display().to_string()
    }

    /// That it should not be kept any longer, and what to do.
    pub fn kept_too_long_in_words(&self) -> Option<String> {
        self.kept_too_long.map(kept_too_long)
    }

    /// All that are remembered, those that were left open first.
    pub fn all(services: &dyn Services) -> Vec<Self> {
        let today = services.today();
        let recent = store::recent::recent(services);
        let mut all: Vec<Self> = store::left_open(services)
            .into_iter()
            .map(|left| Self {
                left_open: Some(left_open(&left, services)),
                kept_too_long: None,
                path: left.path,
            })
            .collect();
        for Recent { path, keep_until } in recent {
            let kept_too_long = keep_until.filter(|until| *until < today);
            match all.iter_mut().find(|known| known.path == path) {
                Some(known) => known.kept_too_long = kept_too_long,
                None => all.push(Self {
                    path,
                    left_open: None,
                    kept_too_long,
                }),
            }
        }
        all
    }
}

fn left_open(left: &LeftOpen, services: &dyn Services) -> String {
    let last = if services.day_of(left.last) == services.today() {
        services.time_of_day(left.last)
    } else {
        services.when(left.last)
    };
    format!("Was open when the program ended, last change {last}")
}

/// That a review should not be kept any longer, and what to do.
pub fn kept_too_long(until: Date) -> String {
    format!(
        "It was to be kept until {}, which has passed. Forget it on this laptop, then delete the \
         file and its copies; or set a later date in “The file” under Prepare.",
        until.in_words()
    )
}

/// What a file is called on the screen.
pub fn name_of(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// What would be forgotten, before somebody says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Forgetting {
    /// The review's file, which stays.
    pub path: PathBuf,
    /// What goes, in words.
    pub goes: Vec<String>,
    /// What stays, in words.
    pub stays: Vec<String>,
    /// How the review is open, if it is, and would be closed.
    pub open: Option<Mode>,
}

impl Forgetting {
    /// What forgetting this review would mean.
    pub fn of(path: PathBuf, open: Option<Mode>, services: &dyn Services) -> Self {
        let mut goes = Vec::new();
        if store::left_open(services)
            .iter()
            .any(|left| left.path == path)
        {
            goes.push(
                "changes and texts that the file may not hold yet, since the program ended while \
                 it was open: open it once more before you forget it"
                    .to_owned(),
            );
        }
        let journal = match open {
            Some(Mode::Inspect | Mode::Train) => {
                "this laptop’s journal of it, if it was worked on here, with every change and unfinished text"
            }
            _ => "this laptop’s journal of it, with every change and unfinished text",
        };
        goes.push(journal.to_owned());
        goes.push("its entry among the recent reviews".to_owned());
        let bak = store::bak(&path);
        if bak.exists() {
            let name = bak.file_name().unwrap_or_default().to_string_lossy();
            goes.push(format!("the version before, “{name}”, beside the file"));
        }
        let mut stays = vec![
            if path.exists() {
                format!("the file itself, {}", path.display())
            } else {
                "the file itself, wherever it is now".to_owned()
            },
            "copies that were saved or sent elsewhere".to_owned(),
        ];
        for copy in store::copies_beside(&path) {
            let name = copy.file_name().unwrap_or_default().to_string_lossy();
            stays.push(format!("“{name}”, a version that was kept beside it"));
        }
        Self {
            path,
            goes,
            stays,
            open,
        }
    }
}
