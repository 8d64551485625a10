//! The file of an open review: how it stands, in words, and what can be done about it.

use std::path::Path;
use std::sync::Arc;

use super::Session;
use crate::review::Mode;
use crate::store::{self, Keeper, Reason, Report, SaveError};
use crate::ui::about_file::AboutFile;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::message::Message;
use crate::ui::opening::Source;

/// What stands on the button that keeps the review in another file.
pub const ELSEWHERE: &str = "Keep it elsewhere…";

/// What may come of taking a review over from somebody who has it open after all.
const TAKEN_OVER: &str = "If somebody is at work on it there all the same, neither version is lost, but one of you will have to choose between them.";

impl Session {
    /// The file that it is of, if it is of one.
    pub fn path(&self) -> Option<&Path> {
        match &self.source {
            Source::File(path) => Some(path),
            Source::Sample(_) => None,
        }
    }

    /// Whether it keeps itself.
    pub const fn keeps_itself(&self) -> bool {
        self.keeper.is_some()
    }

    /// How the file stands, in a few words: "kept 14:02"; nothing where it does not keep itself.
    pub fn kept_in_words(&self) -> String {
        let Some(keeper) = &self.keeper else {
            return String::new();
        };
        let standing = keeper.standing();
        let changed = standing.changed_on_disk.is_some();
        if changed && !standing.pending {
            return "changed elsewhere".to_owned();
        }
        let waits = standing.error.is_some() || changed;
        match (
            waits && standing.pending,
            standing.pending,
            standing.last_kept,
        ) {
            (true, ..) if standing.safe_in.is_some() => {
                "in the journal; not in the file yet".to_owned()
            }
            (true, ..) => "not kept yet".to_owned(),
            (false, true, _) => "keeping".to_owned(),
            (false, false, Some(at)) => format!("kept {}", self.services.time_of_day(at)),
            (false, false, None) => "kept".to_owned(),
        }
    }

    /// What somebody should know of the file for as long as it is so, and can do about it.
    pub fn standing(&self) -> Option<Message> {
        if let Some(Reason::InUse(who)) = &self.reading {
            let told = who.in_words(self.services.as_ref());
            let (look, again) = ("Look again", Intent::LookAgain);
            return Some(if who.may_take_over {
                Message::caution(format!("{told} {TAKEN_OVER}"))
                    .offering(look, again)
                    .offering("Take it over", Intent::TakeOver)
            } else {
                Message::caution(told).offering(look, again)
            });
        }
        let standing = self.keeper.as_ref()?.standing();
        if let Some(at) = standing.changed_on_disk {
            return Some(self.changed_on_disk(at));
        }
        let told = Message::failed(standing.error?).offering(ELSEWHERE, elsewhere());
        // It says in which folder the work is safe.
        Some(
            standing
                .safe_in
                .iter()
                .fold(told, |told, folder| told.naming(folder)),
        )
    }

    /// Why the file could not be kept, if it could not.
    pub fn keeping_failed(&self) -> Option<String> {
        let standing = self.keeper.as_ref()?.standing();
        let changed = standing.changed_on_disk.map(|at| self.services.when(at));
        standing.error.or(changed)
    }

    /// Whether the journal holds everything that the file does not, after
    /// [`in_the_way`](Self::in_the_way): then the next start goes on from it.
    pub fn is_safe_to_leave(&mut self) -> bool {
        let Some(keeper) = &self.keeper else {
            return false;
        };
        let standing = keeper.standing();
        let waits = standing.error.is_some() || standing.changed_on_disk.is_some();
        // Closing a file that holds every change leaves no unfinished text in the journal.
        if self.drafts.refused().is_some() && !(waits && standing.pending) {
            return false;
        }
        keeper.typed(self.unfinished());
        keeper.is_in_journal()
    }

    /// What there is to say about the file.
    pub fn about_file(&self) -> Option<AboutFile> {
        let path = self.path()?;
        let text = |part: Option<&std::ffi::OsStr>| {
            part.unwrap_or_default().to_string_lossy().into_owned()
        };
        let standing = self.keeper.as_ref().map(Keeper::standing);
        let kept = match standing.as_ref() {
            None => "Not from here".to_owned(),
            Some(standing) if standing.changed_on_disk.is_some() => {
                "Changed since by another program or another computer".to_owned()
            }
            Some(standing) => match (standing.pending, standing.last_kept) {
                (false, Some(at)) => format!("{}, with everything so far", self.services.when(at)),
                (false, None) => "Nothing has been changed since it was opened".to_owned(),
                (true, Some(at)) => format!("{}; the newest waits", self.services.when(at)),
                (true, None) => "Not since it was opened; the newest waits".to_owned(),
            },
        };
        // The disk is not asked in every frame: whatever was written here has a version before.
        let was_kept = standing.as_ref().is_some_and(|s| s.last_kept.is_some());
        let journal = standing.and_then(|standing| standing.safe_in);
        let bak = store::bak(path);
        Some(AboutFile {
            path: path.to_owned(),
            name: text(path.file_name()),
            folder: text(path.parent().map(Path::as_os_str)),
            kept,
            journal: journal.map(|folder| folder.display().to_string()),
            bak: was_kept.then(|| text(bak.file_name())),
        })
    }

    /// What stands in the way of leaving this review, after everything that can be kept has been
    /// written.
    pub fn in_the_way(&mut self) -> Option<String> {
        if self.mode() == Mode::Train {
            return None;
        }
        if let Err(error) = self.write_now() {
            return Some(error);
        }
        // Also where everything is kept: another start would open theirs without a word.
        if let Some(at) = self.changed_at() {
            return Some(self.changed_on_disk(at).text);
        }
        let (field, why) = self.drafts.refused()?;
        Some(format!(
            "Something typed into {} cannot be kept as it stands: {why}.",
            field.place()
        ))
    }

    /// Writes what is pending without letting go.
    ///
    /// # Errors
    /// What to tell the person if the file could not be written.
    pub fn write_now(&mut self) -> Result<(), String> {
        self.keep_typed();
        match &self.keeper {
            Some(keeper) => keeper.write_now().map_err(|error| error.to_string()),
            None => Ok(()),
        }
    }

    /// After a passage was taken out: it goes from what is being typed, from journal and file, and
    /// from the version before.
    ///
    /// # Errors
    /// What to tell the person if it may stand in one of them still.
    pub fn erase(&mut self) -> Result<(), String> {
        self.journal_typed_anew();
        let snapshot = self.door.review().snapshot();
        match &self.keeper {
            Some(keeper) => keeper.erase(snapshot).map_err(|error| error.to_string()),
            None => Ok(()),
        }
    }

    /// What the keeper has to tell that does not stand in [`standing`](Self::standing).
    pub fn heard(&self) -> Option<Message> {
        let keeper = self.keeper.as_ref()?;
        let told = std::iter::from_fn(|| keeper.poll()).filter_map(|report| match report {
            Report::NoJournal(why) => Some(why),
            _ => None,
        });
        let why = match told.last()? {
            SaveError::Disk(trouble) => format!(": {trouble}"),
            _ => String::new(),
        };
        let told = Message::caution(format!(
            "The journal on this laptop cannot be written{why}. Work can go on: every change is \
             in the file a few seconds after it is made, and until then only in this window."
        ));
        Some(told.about_the_file())
    }

    /// Looks whether somebody else has changed the file.
    pub fn look(&self) {
        if let Some(keeper) = &self.keeper {
            keeper.look();
        }
    }

    /// Says to others who has it open, if anybody has typed who that is.
    pub fn sign_if(&self, who: &str) {
        if !who.trim().is_empty() {
            self.sign(who);
        }
    }

    /// Says to others who has it open.
    pub fn sign(&self, who: &str) {
        if let Some(keeper) = &self.keeper {
            keeper.sign(who);
        }
    }

    /// Keeps the review in this file from now on. What is being typed, undo and where somebody is
    /// stay as they are; the file before stays as it is on the disk.
    ///
    /// # Errors
    /// It goes on keeping itself where it did then.
    pub fn keep_elsewhere(
        &mut self,
        path: &Path,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Result<(), SaveError> {
        self.keep_typed();
        let snapshot = self.door.review().snapshot();
        let hold = store::begin(path, &snapshot, self.services.as_ref())?;
        let services = Arc::clone(&self.services);
        let fresh = Keeper::start(hold, snapshot, services, wake);
        if let Some(before) = self.keeper.replace(fresh) {
            before.let_go();
        }
        self.source = Source::File(path.to_owned());
        self.journal_typed_anew();
        Ok(())
    }
}

pub(super) fn elsewhere() -> Intent {
    Intent::Do(Action::KeepElsewhere)
}
