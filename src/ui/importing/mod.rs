//! Importing tables: a file is read on a thread of its own, shown, mended, tried on a copy of the
//! review, and only then put into it, so that one step takes all of it out again.

mod job;
mod mending;
mod take;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use job::{Job, Task};
pub use job::{Opened, ReadCases};
pub use take::{Came, Take};

use crate::exchange::{Incoming, Progress, TableKind};
use crate::review::Review;
use crate::review::history::Digest;
use crate::review::redact::Replacement;

/// Seconds that something may take before it is said how far it is.
pub const PATIENCE: f64 = 0.3;

/// As many of the rows that are left out are shown at first, and as many more each time.
const LEFT_OUT: usize = 100;

/// What a person wants of a table that is on its way in.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Take this sheet in, or leave it out.
    Take(TableKind, bool),
    /// A CSV file is this table.
    Is(TableKind),
    /// The cases are on this sheet.
    CasesOn(String),
    /// A column is this known one; `None` = it is left out.
    Match(usize, Option<&'static str>),
    /// What is being typed into a cell.
    Type(usize, usize, String),
    /// A cell has been typed to the end.
    Mend(usize, usize),
    /// Something was chosen for a cell.
    Put(usize, usize, String),
    /// Leave out what a row holds beyond the last column.
    CutShort(usize),
    /// Leave a row out, or take it in again.
    Skip(usize, bool),
    /// Leave out every row that cannot be read.
    SkipBad,
    /// Leave out the rows of cases that are here already.
    SkipHere,
    /// A name of a provision means the row with this code; `None` takes that back.
    Means(String, Option<String>),
    /// Put this in the place of a passage, wherever it stands in the table.
    Replace(String, Replacement),
    /// Show all columns, or only those that somebody should look at.
    ShowColumns(bool),
    /// Show more of the rows that are left out.
    ShowMoreLeftOut,
    /// Stop reading; what was mended stays.
    Stop,
    /// Read it again after that.
    Again,
    /// Put what was read into the review.
    Now,
    /// Do not: nothing has been changed.
    Never,
}

/// A file on its way in.
pub struct Importing {
    path: PathBuf,
    opened: Option<Opened>,
    cases: Option<Arc<Incoming>>,
    read: Option<ReadCases>,
    take: Take,
    trouble: Option<String>,
    job: Option<Job>,
    /// The last entry of the history that it was tried on.
    of: Option<Digest>,
    /// Whether what was read last is not what stands in the table now.
    stopped: bool,
    /// Whether somebody has changed, matched or left out something.
    mended: bool,
    /// Whether it is to be imported as soon as it has been read.
    pressed: bool,
    /// Whether the thread, if it is at work, opens the file.
    opening: bool,
    left_out_shown: usize,
    typed: HashMap<(usize, usize), String>,
    touched: BTreeSet<(usize, usize)>,
    columns_shown: bool,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Importing {
    /// Begins to read a file for this review. `wake` is called when there is something new.
    pub fn begin(path: PathBuf, review: &Review, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let mut importing = Self {
            path,
            opened: None,
            cases: None,
            read: None,
            take: Take::default(),
            trouble: None,
            job: None,
            of: None,
            stopped: false,
            mended: false,
            pressed: false,
            opening: false,
            left_out_shown: LEFT_OUT,
            typed: HashMap::new(),
            touched: BTreeSet::new(),
            columns_shown: false,
            wake: Arc::new(wake),
        };
        importing.open(review, None, None);
        importing
    }

    /// Opens the file, as this table, with the cases on this sheet.
    fn open(&mut self, review: &Review, is: Option<TableKind>, on: Option<String>) {
        let path = self.path.clone();
        self.start(Task::Open { path, is, on }, review);
    }

    /// Reads the cases again, as they are mended now, and tries all that is taken in on the review
    /// as it is now.
    fn read_again(&mut self, review: &Review) {
        self.stopped = true;
        let setup = Box::new(self.take.setup(self.opened.as_ref()));
        let cases = self.cases.as_ref().filter(|_| self.take.cases);
        let cases = cases.map(Arc::clone);
        self.start(Task::Read { cases, setup }, review);
    }

    fn start(&mut self, task: Task, review: &Review) {
        self.of = last(review);
        self.trouble = None;
        self.opening = matches!(task, Task::Open { .. });
        let wake = Arc::clone(&self.wake);
        match Job::start(task, review.clone(), wake) {
            Ok(job) => self.job = Some(job),
            Err(why) => self.trouble = Some(why),
        }
        self.look();
    }

    /// Takes what the thread has found out, and reads again what was tried on another review: its
    /// provision table may be another one, too.
    pub fn update(&mut self, review: &Review) {
        self.look();
        if self.job.is_none() && self.opened.is_some() && self.of != last(review) {
            self.take_what_is_typed();
            self.renew_places(review);
            self.read_again(review);
        }
    }

    /// It is to be imported, as it stands with what is being typed, once that has been read.
    pub fn press(&mut self, review: &Review) {
        self.pressed = true;
        self.update(review);
        if self.take_what_is_typed() {
            self.read_again(review);
        }
    }

    /// Whether it was to be imported and can be decided now; asked once.
    pub fn is_due(&mut self) -> bool {
        !self.is_working() && std::mem::take(&mut self.pressed)
    }

    /// Stops reading. What was opened and mended stays.
    pub fn stop(&mut self) {
        self.job = None;
        self.pressed = false;
    }

    fn look(&mut self) {
        let Some(found) = self.job.as_mut().and_then(Job::look) else {
            return;
        };
        self.job = None;
        match found {
            Ok(found) => {
                if let Some((opened, take)) = found.opened {
                    self.opened = Some(opened);
                    self.take = take;
                    self.cases = found.cases;
                    self.typed.clear();
                    self.touched.clear();
                    self.mended = false;
                    self.left_out_shown = LEFT_OUT;
                }
                self.read = found.read;
                self.stopped = false;
            }
            Err(why) => self.trouble = Some(why),
        }
    }

    /// The file's name.
    pub fn name(&self) -> String {
        let name = self.path.file_name();
        name.map_or_else(
            || self.path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        )
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why nothing of it can be read, if nothing can.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// What it holds, once that is known.
    pub const fn opened(&self) -> Option<&Opened> {
        self.opened.as_ref()
    }

    /// The cases on their way in.
    pub fn cases(&self) -> Option<&Incoming> {
        self.cases.as_deref()
    }

    /// What could be read of them, and what an import would do.
    pub const fn read(&self) -> Option<&ReadCases> {
        self.read.as_ref()
    }

    /// What is taken in.
    pub const fn take(&self) -> Take {
        self.take
    }

    /// Whether it is being read.
    pub const fn is_working(&self) -> bool {
        self.job.is_some()
    }

    /// How far it is, once it has taken longer than a moment.
    pub fn progress(&self) -> Option<Progress> {
        let job = self.job.as_ref()?;
        (job.seconds() > PATIENCE).then(|| job.progress()).flatten()
    }

    /// Whether somebody has stopped the reading, so that what is shown may be out of date.
    pub const fn was_stopped(&self) -> bool {
        self.stopped && self.job.is_none()
    }

    /// Whether it waits to be imported until it has been read.
    pub const fn is_pressed(&self) -> bool {
        self.pressed
    }

    /// Whether work would be lost with it: cells mended, columns matched or rows left out.
    pub fn is_mended(&self) -> bool {
        self.mended || !self.typed.is_empty()
    }

    /// How many of the rows that are left out are shown.
    pub const fn left_out_shown(&self) -> usize {
        self.left_out_shown
    }

    /// Whether all columns are shown.
    pub const fn columns_shown(&self) -> bool {
        self.columns_shown
    }

    /// What stands in a cell, as it is being typed.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let typed = self.typed.get(&(row, column)).map(String::as_str);
        let kept = || self.cases().map(|cases| cases.table().cell(row, column));
        typed.or_else(kept).unwrap_or_default()
    }

    /// The cells that somebody has changed here.
    pub const fn touched(&self) -> &BTreeSet<(usize, usize)> {
        &self.touched
    }
}

fn last(review: &Review) -> Option<Digest> {
    review.history().entries().last().map(|entry| entry.hash)
}
