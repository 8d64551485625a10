//! The work on a thread: opening a file, reading its cases, and trying them on a copy of the review.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::take::{SetupTaken, Take};
use crate::exchange::{
    self, DryRun, Incoming, Matching, Observer, OtherName, Outcome, Problems, Progress,
    ProvisionTable, Read, Source, Stopped, Table, TableKind, Trouble,
};
use crate::review::Review;
use crate::review::baseline::Baseline;
use crate::review::command::ImportedCase;
use crate::review::text::CaseId;

/// What is done within this time is on the screen in the same frame.
const AT_ONCE: Duration = Duration::from_millis(60);

/// What a file holds.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The sheets of a workbook; a CSV file has none.
    pub sheets: Vec<String>,
    /// Whether it is a workbook.
    pub is_workbook: bool,
    /// Which table a CSV file is.
    pub is: TableKind,
    /// The provision table in it.
    pub provisions: Option<Read<ProvisionTable>>,
    /// The baseline in it.
    pub baseline: Option<Read<Baseline>>,
    /// What there is to say of it besides.
    pub notes: Vec<String>,
}

/// The cases as they could be read, and what an import would do.
#[derive(Clone, Debug)]
pub struct ReadCases {
    /// The good rows.
    pub cases: Vec<ImportedCase>,
    /// What is wrong with the others.
    pub problems: Problems,
    /// What was read in a way that somebody should know.
    pub notes: Vec<String>,
    /// What an import would do.
    pub dry: DryRun,
    /// What those judgements lack that would stay drafts, and the cases that lack it; the most
    /// cases first.
    pub lacking: Vec<(String, Vec<CaseId>)>,
    /// The rows that hold more than there are columns.
    pub beyond: BTreeSet<usize>,
    /// Names of provisions that the table does not have, and what somebody has said of them.
    pub other_names: Vec<OtherName>,
}

/// What is to be done.
pub(super) enum Task {
    /// Open a file, as this table, with the cases on this sheet.
    Open {
        path: PathBuf,
        is: Option<TableKind>,
        on: Option<String>,
    },
    /// Read the cases again, if any are taken in, and try all that is.
    Read {
        cases: Option<Arc<Incoming>>,
        setup: Box<SetupTaken>,
    },
}

/// What was found out.
#[derive(Default)]
pub(super) struct Found {
    pub opened: Option<(Opened, Take)>,
    pub cases: Option<Arc<Incoming>>,
    pub read: Option<ReadCases>,
}

/// A thread at work. Dropping it stops the work at the next step; nothing comes of it then.
pub(super) struct Job {
    answer: Receiver<Result<Found, String>>,
    progress: Arc<Mutex<Option<Progress>>>,
    stop: Arc<AtomicBool>,
    since: Instant,
    looked: bool,
}

impl Drop for Job {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Job {
    pub fn start(
        task: Task,
        review: Review,
        wake: Arc<dyn Fn() + Send + Sync>,
    ) -> Result<Self, String> {
        let (tell, answer) = channel();
        let progress = Arc::new(Mutex::new(None));
        let stop = Arc::new(AtomicBool::new(false));
        let (seen, stopped) = (Arc::clone(&progress), Arc::clone(&stop));
        let run = move || {
            let observer = |now: Progress| {
                if let Ok(mut seen) = seen.lock() {
                    *seen = Some(now);
                }
                match stopped.load(Ordering::Relaxed) {
                    true => ControlFlow::Break(()),
                    false => ControlFlow::Continue(()),
                }
            };
            let found = task.carry_out(&review, &observer);
            // The window may have been closed, or the import left, meanwhile.
            let _ = tell.send(found);
            wake();
        };
        std::thread::Builder::new()
            .name("import".to_owned())
            .spawn(run)
            .map_err(|why| format!("It cannot be read now: {why}."))?;
        Ok(Self {
            answer,
            progress,
            stop,
            since: Instant::now(),
            looked: false,
        })
    }

    /// What was found out, once it is. The first look waits a moment for what takes no longer.
    pub fn look(&mut self) -> Option<Result<Found, String>> {
        let gone = || Err("Something went wrong while it was read.".to_owned());
        if !self.looked {
            self.looked = true;
            return match self.answer.recv_timeout(AT_ONCE) {
                Ok(found) => Some(found),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => Some(gone()),
            };
        }
        match self.answer.try_recv() {
            Ok(found) => Some(found),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(gone()),
        }
    }

    pub fn seconds(&self) -> f64 {
        self.since.elapsed().as_secs_f64()
    }

    pub fn progress(&self) -> Option<Progress> {
        *self.progress.lock().ok()?
    }
}

impl Task {
    fn carry_out(self, review: &Review, observer: Observer<'_>) -> Result<Found, String> {
        match self {
            Self::Open { path, is, on } => {
                open(&path, is, on.as_deref(), review, observer).map_err(in_words)
            }
            Self::Read { cases, setup } => {
                let read = read(cases.as_deref(), &setup, review, observer);
                let read = read.map_err(|stopped| stopped.to_string())?;
                Ok(Found {
                    read: Some(read),
                    ..Found::default()
                })
            }
        }
    }
}

fn in_words(trouble: Trouble) -> String {
    match trouble {
        // The name stands above it.
        Trouble::Wrong(problem) => {
            let place = problem.row.map(|row| format!("Row {row}: "));
            format!("{}{}.", place.unwrap_or_default(), problem.what)
        }
        Trouble::Stopped(stopped) => stopped.to_string(),
    }
}

fn open(
    path: &Path,
    is: Option<TableKind>,
    on: Option<&str>,
    review: &Review,
    observer: Observer<'_>,
) -> Result<Found, Trouble> {
    let mut source = Source::open(path, observer)?;
    let is_workbook = source.is_workbook();
    let is = match (is_workbook, is) {
        (true, _) => TableKind::Cases,
        (false, Some(is)) => is,
        (false, None) => guess(&mut source, observer)?,
    };
    let mut table = |kind| match (is_workbook, on) {
        (true, Some(on)) if kind == TableKind::Cases => source.sheet(on, kind, observer),
        (true, _) => source.table(kind, observer),
        (false, _) if kind == is => source.table(kind, observer),
        (false, _) => Ok(None),
    };
    let setup = review.setup();
    let provisions = table(TableKind::Provisions)?.map(|table| exchange::provisions(&table));
    let year = setup.baseline.base_year;
    let baseline = table(TableKind::Baseline)?.map(|table| exchange::baseline(&table, year));
    let cases = table(TableKind::Cases)?;
    let opened = Opened {
        sheets: source.sheets().into_iter().map(str::to_owned).collect(),
        is_workbook,
        is,
        provisions,
        baseline,
        notes: source.notes(),
    };
    let take = Take::at_first(&opened, cases.is_some(), setup);
    let taken = take.setup(Some(&opened));
    let cases = cases.map(|table| Arc::new(Incoming::new(table, taken.places(setup))));
    let read = read(cases.as_deref(), &taken, review, observer)?;
    Ok(Found {
        opened: Some((opened, take)),
        cases,
        read: Some(read),
    })
}

/// Which table a CSV file is, by its header.
fn guess(source: &mut Source, observer: Observer<'_>) -> Result<TableKind, Trouble> {
    for kind in [TableKind::Cases, TableKind::Provisions, TableKind::Baseline] {
        let fits = |table: Table| Matching::of(&table, kind).problems(&table).is_empty();
        if source.table(kind, observer)?.is_some_and(fits) {
            return Ok(kind);
        }
    }
    Ok(TableKind::Cases)
}

fn read(
    cases: Option<&Incoming>,
    setup: &SetupTaken,
    review: &Review,
    observer: Observer<'_>,
) -> Result<ReadCases, Stopped> {
    let found = match cases {
        Some(cases) => cases.read(observer)?,
        None => exchange::Read::default(),
    };
    let command = |cases| setup.command(cases);
    let dry = DryRun::by(review, &found.value, command, observer)?;
    let table = cases.map(Incoming::table);
    let whole = table.map(|table| table.problems().clone());
    let mut problems = found.problems;
    if problems.is_empty()
        && let Some(whole) = whole.filter(|whole| !whole.is_empty())
    {
        problems = whole;
    }
    let rows = table.into_iter().flat_map(Table::rows);
    let beyond = rows.filter(|row| row.goes_on()).map(|row| row.number());
    Ok(ReadCases {
        cases: found.value,
        problems,
        notes: found.notes,
        lacking: lacking(&dry),
        dry,
        beyond: beyond.collect(),
        other_names: cases.map(Incoming::other_names).unwrap_or_default(),
    })
}

/// The drafts, those together that lack the same.
fn lacking(dry: &DryRun) -> Vec<(String, Vec<CaseId>)> {
    let mut lacking: BTreeMap<String, Vec<CaseId>> = BTreeMap::new();
    for one in &dry.imported {
        if let Outcome::Draft(missing) = &one.outcome {
            let alike = lacking.entry(missing.join("; ")).or_default();
            alike.push(one.case.clone());
        }
    }
    let mut lacking: Vec<_> = lacking.into_iter().collect();
    lacking.sort_by_key(|(_, cases)| std::cmp::Reverse(cases.len()));
    lacking
}
