//! Somebody else has changed the file: what it holds now, and the ways on from there.

use std::path::PathBuf;

use super::Session;
use super::keeping::{ELSEWHERE, elsewhere};
use crate::review::Timestamp;
use crate::store::{self, OpenError, SaveError};
use crate::ui::intent::Intent;
use crate::ui::message::Message;

/// What the file holds now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Theirs {
    /// A review that can be gone on with.
    Review,
    /// Nothing that is a review any more.
    Damaged,
    /// What this program cannot read for another reason, in words.
    Unreadable(String),
}

impl Session {
    /// When somebody else changed the file, if they have.
    pub(super) fn changed_at(&self) -> Option<Timestamp> {
        self.keeper.as_ref()?.standing().changed_on_disk
    }

    /// Looks at what somebody else has put into the file, once for each time it was changed.
    pub fn look_at_theirs(&mut self) {
        let changed = self.changed_at();
        let known = self.theirs.as_ref().map(|(at, _)| *at);
        if changed == known {
            return;
        }
        self.theirs = changed.map(|at| (at, self.read_theirs()));
    }

    fn read_theirs(&self) -> Theirs {
        let Some(path) = self.path() else {
            return Theirs::Review;
        };
        match store::open(path) {
            Ok(_) => Theirs::Review,
            Err(error @ (OpenError::Newer { .. } | OpenError::Unreadable(_))) => {
                Theirs::Unreadable(error.to_string())
            }
            Err(_) => Theirs::Damaged,
        }
    }

    /// Whether what they put there is no review any more.
    pub fn theirs_is_damaged(&self) -> bool {
        matches!(self.theirs, Some((_, Theirs::Damaged)))
    }

    /// Whether they have put a review there that can be gone on with, now.
    pub fn can_take_theirs(&mut self) -> bool {
        let theirs = self.read_theirs();
        let can = theirs == Theirs::Review;
        self.theirs = self.changed_at().map(|at| (at, theirs));
        can
    }

    /// What is told of it until somebody has chosen.
    pub(super) fn changed_on_disk(&self, at: Timestamp) -> Message {
        let when = if self.services.day_of(at) == self.services.today() {
            format!("at {}", self.services.time_of_day(at))
        } else {
            format!("on {}", self.services.when(at))
        };
        let changed =
            format!("This file was changed by another program or another computer {when}.");
        let theirs = self.theirs.as_ref().map(|(_, theirs)| theirs);
        match theirs {
            Some(Theirs::Damaged) => Message::caution(format!(
                "The file can no longer be read as a review. The one open here is whole. {changed}"
            ))
            .offering("Write mine (the damaged one is kept)", Intent::KeepMine)
            .offering(ELSEWHERE, elsewhere()),
            Some(Theirs::Unreadable(why)) => {
                Message::caution(format!("{changed} {why} The one open here is whole."))
                    .offering("Keep mine (theirs is kept beside it)", Intent::KeepMine)
                    .offering(ELSEWHERE, elsewhere())
            }
            _ => {
                let safe = match self.keeper.as_ref().and_then(|k| k.standing().safe_in) {
                    Some(_) => "what is open here is in this laptop’s journal",
                    None => "what is open here is in this window",
                };
                Message::caution(format!(
                    "{changed} Nothing was written over it, and {safe}. Which one do you want to \
                     go on with?"
                ))
                .offering("Keep mine (theirs is kept beside it)", Intent::KeepMine)
                .offering("Take theirs (mine is kept beside it)", Intent::TakeTheirs)
            }
        }
    }

    /// The file was changed by somebody else: theirs goes beside it, this is written. Where theirs
    /// is now.
    ///
    /// # Errors
    /// Nothing was replaced then.
    pub fn keep_mine(&mut self) -> Result<Option<PathBuf>, SaveError> {
        self.keep_typed();
        match &self.keeper {
            Some(keeper) => keeper.keep_mine().map(Some),
            None => Ok(None),
        }
    }

    /// The file was changed by somebody else: this goes beside it, and the file is let go. Where
    /// this is now, if it held anything that the file does not.
    ///
    /// # Errors
    /// Nothing was let go then.
    pub fn take_theirs(&mut self) -> Result<Option<PathBuf>, SaveError> {
        self.keep_typed();
        let Some(keeper) = self.keeper.take() else {
            return Ok(None);
        };
        keeper.release().map_err(|(keeper, error)| {
            self.keeper = Some(*keeper);
            error
        })
    }
}
