//! Where a file and a journal do not agree, a person has said which version to go on with.

use super::copies;
use super::error::SaveError;
use super::format::write_checked;
use super::journal;
use super::work::{Access, CameFrom, Choice, Disagree, ForWork, Reason};
use crate::review::bounds;
use crate::services::Services;

impl Disagree {
    /// Goes on with one of the versions. The other is kept beside the file under a name of its
    /// own, or in the documents folder if nothing can be written there; the notes say where.
    ///
    /// # Errors
    /// [`SaveError`] if the other could not be kept; nothing was changed then.
    pub fn settle(mut self, choice: Choice, services: &dyn Services) -> Result<ForWork, SaveError> {
        let (disk, path) = (self.hold.disk.as_ref(), &self.hold.path);
        let (chosen, other, came_from) = match choice {
            Choice::File => {
                let text = write_checked(&self.journal.opened.review.snapshot())?;
                (self.file, text.into_bytes(), CameFrom::File)
            }
            Choice::Journal => {
                let file = disk.read(path, bounds::FILE_BYTES)?;
                let came_from = CameFrom::Journal {
                    changes: self.journal.entries,
                    last: self.journal.last,
                    crashed: true,
                };
                (self.journal, file, came_from)
            }
        };
        let kept = copies::keep(disk, path, &other, services)?;
        self.notes.push(format!(
            "The version that was not chosen is kept as {}.",
            kept.display()
        ));
        self.hold.behind = came_from != CameFrom::File;
        self.hold.unfinished = self.unfinished.clone();
        let is_sealed = chosen.opened.review.sealing().is_some() && !self.hold.behind;
        if is_sealed {
            // Nobody works on, so no journal of it begins that would take the place of this one.
            journal::put_aside(self.hold.disk.as_ref(), services, &self.hold.path)?;
        }
        Ok(ForWork {
            opened: chosen.opened,
            access: if is_sealed {
                Access::ReadOnly(Reason::Sealed)
            } else {
                Access::Mine(self.hold)
            },
            came_from,
            unfinished: self.unfinished,
            notes: self.notes,
        })
    }

    /// The file that they are versions of.
    pub fn path(&self) -> &std::path::Path {
        self.hold.path()
    }
}
