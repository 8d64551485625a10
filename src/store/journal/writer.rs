//! Writing a journal: begun anew in one step, then only added to.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::record::{About, Record, VERSION};
use crate::review::history::Entry;
use crate::review::{Snapshot, bounds};
use crate::services::Services;
use crate::store::disk::{Disk, Guard};
use crate::store::error::SaveError;
use crate::store::file::{Loose, patiently, sync_folder};
use crate::store::format::write_text;
use crate::store::names::folder_of;
use crate::store::work::Unfinished;

/// With as many bytes of changes a journal begins anew, if the review itself is not longer.
const CHANGES: u64 = 8 * 1024 * 1024;

/// The journal of one review, being written.
pub(in crate::store) struct Writer {
    disk: Arc<dyn Disk>,
    services: Arc<dyn Services>,
    name: PathBuf,
    of: PathBuf,
    /// Bytes when it began, and since.
    base: u64,
    added: u64,
}

impl Writer {
    /// A journal of the review at this whole path; `None` if there is no place for it on this
    /// computer.
    pub(in crate::store) fn new(
        disk: Arc<dyn Disk>,
        services: Arc<dyn Services>,
        path: &Path,
    ) -> Option<Self> {
        Some(Self {
            name: super::of(services.as_ref(), path)?,
            disk,
            services,
            of: path.to_owned(),
            base: 0,
            added: 0,
        })
    }

    /// Its own file.
    pub(in crate::store) fn name(&self) -> &Path {
        &self.name
    }

    /// Begins it anew with a review. What was there before is there until the new one is whole.
    pub(in crate::store) fn begin(
        &mut self,
        review: &Snapshot,
        typed: &[Unfinished],
        closed: bool,
    ) -> Result<(), SaveError> {
        let at = self.services.now();
        let mut lines = Vec::new();
        let about = About {
            version: VERSION,
            path: self.of.to_string_lossy().into_owned(),
            machine: self.services.machine_name(),
            at,
        };
        Record::About(about).write(&mut lines)?;
        Record::Base(write_text(review)?.into()).write(&mut lines)?;
        if !typed.is_empty() {
            let texts = typed.into();
            Record::Typed { texts, at }.write(&mut lines)?;
        }
        if closed {
            Record::Closed { at }.write(&mut lines)?;
        }
        let disk = self.disk.as_ref();
        let folder = folder_of(&self.name);
        if disk.about(folder).is_err() {
            disk.create_folder(folder)?;
            sync_folder(disk, folder);
        }
        Loose::written(disk, &self.name, &lines, &Guard::Private)?.put(&self.name)?;
        sync_folder(disk, &self.name);
        (self.base, self.added) = (lines.len() as u64, 0);
        Ok(())
    }

    /// Adds changes, and the texts being typed if they are others than before; on the disk to the
    /// last byte.
    pub(in crate::store) fn add(
        &mut self,
        entries: Vec<Arc<Entry>>,
        typed: Option<&[Unfinished]>,
    ) -> Result<(), SaveError> {
        let mut lines = Vec::new();
        for entry in entries {
            Record::Entry(entry).write(&mut lines)?;
        }
        if let Some(typed) = typed {
            let (texts, at) = (typed.into(), self.services.now());
            Record::Typed { texts, at }.write(&mut lines)?;
        }
        if lines.is_empty() {
            return Ok(());
        }
        patiently(|| self.disk.append(&self.name, &lines))?;
        patiently(|| self.disk.sync(&self.name))?;
        self.added += lines.len() as u64;
        Ok(())
    }

    /// Removes what was put aside of this review's journals: it may hold what was taken out.
    pub(in crate::store) fn forget_aside(&self) -> std::io::Result<()> {
        for aside in super::aside_of(self.disk.as_ref(), &self.name) {
            patiently(|| self.disk.remove(&aside))?;
        }
        Ok(())
    }

    /// Whether it has grown so long that it should begin anew.
    pub(in crate::store) fn is_long(&self) -> bool {
        self.added > CHANGES.max(self.base).min(2 * bounds::FILE_BYTES)
    }

    /// Removes it.
    pub(in crate::store) fn remove(&self) -> std::io::Result<()> {
        self.disk.remove(&self.name)?;
        sync_folder(self.disk.as_ref(), &self.name);
        Ok(())
    }
}
