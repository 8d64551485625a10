//! How samples are made: from tables, through the readers and the gate that everybody else uses,
//! at a clock that is set by hand and with salts that only count, so that the same tables always
//! give the same file.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use dbv_case_review::exchange::{self, Read, Table, TableKind};
use dbv_case_review::review::command::{Command, ImportedCase};
use dbv_case_review::review::setup::{MoneyRule, Setup};
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::FinancialYear;
use dbv_case_review::review::{Act, Review, Salt, Timestamp, Via};
use dbv_case_review::store;

/// One sample: a folder of tables, and what makes a review of them.
pub struct Sample {
    /// The name of the folder and of the file beside it.
    pub name: &'static str,
    /// Makes the review.
    pub make: fn(&Tables) -> Review,
}

impl Sample {
    /// The review, made anew.
    pub fn made(&self) -> Review {
        (self.make)(&self.tables())
    }

    /// Its tables.
    pub fn tables(&self) -> Tables {
        Tables(samples().join(self.name))
    }

    /// Where its file is.
    pub fn path(&self) -> PathBuf {
        samples().join(format!("{}.dbvreview", self.name))
    }

    /// The text of its file, made anew.
    pub fn written(&self) -> String {
        let review = self.made();
        store::write_text(&review.snapshot()).unwrap()
    }
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_reviews")
}

/// A text that is known to be one.
pub fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

/// A case number that is known to be one.
pub fn case_id(id: &str) -> CaseId {
    CaseId::new(id).unwrap()
}

/// The folder of a sample's tables.
pub struct Tables(PathBuf);

/// A row of a small table: what stands in each column.
pub type Row = HashMap<String, String>;

impl Tables {
    /// A setup with the sample's provisions and baseline, and nothing else.
    pub fn setup(&self, title: &str, local_authority: &str, year: &str) -> Setup {
        let year: FinancialYear = year.parse().unwrap();
        let mut setup = Setup::new(text(title), text(local_authority), year);
        setup.provisions = clean(exchange::provisions(&self.table(TableKind::Provisions))).rows;
        setup.baseline = clean(exchange::baseline(&self.table(TableKind::Baseline), year));
        assert_eq!(setup.baseline.base_year, year);
        setup
    }

    /// The case files with all that the table says of them.
    pub fn cases(&self, setup: &Setup) -> Vec<ImportedCase> {
        clean(exchange::cases(&self.table(TableKind::Cases), codes(setup)))
    }

    /// The case on which the panel tries the round, in the columns of `cases.csv`.
    pub fn practice(&self, setup: &Setup) -> Vec<ImportedCase> {
        let table = Table::open(&self.0.join("practice.csv"), TableKind::Cases).unwrap();
        clean(exchange::cases(&table, codes(setup)))
    }

    /// Parents who spoke besides those of `cases.csv`, in the same columns: the program's reader
    /// of cases reads them, once each row names a provision as every case must.
    pub fn further_voices(&self, setup: &Setup) -> Vec<ImportedCase> {
        let (header, rows) = self.records("voices.csv");
        let codes = codes(setup);
        let mut table = csv::Writer::from_writer(Vec::new());
        let here = |first: &str| [first.to_owned()];
        table
            .write_record(header.into_iter().chain(here("current_provision")))
            .unwrap();
        for row in rows {
            table
                .write_record(row.into_iter().chain(here(codes[0].as_str())))
                .unwrap();
        }
        let bytes = table.into_inner().unwrap();
        let table = Table::from_bytes("voices.csv", &bytes, TableKind::Cases).unwrap();
        clean(exchange::cases(&table, &codes))
    }

    /// A small table that only this sample has.
    pub fn small(&self, name: &str) -> Vec<Row> {
        let (header, rows) = self.records(name);
        let named = |row: Vec<String>| header.iter().cloned().zip(row).collect();
        rows.into_iter().map(named).collect()
    }

    /// What the sample says of itself to a person.
    pub fn readme(&self) -> String {
        std::fs::read_to_string(self.0.join("README.md")).unwrap()
    }

    fn records(&self, name: &str) -> (Vec<String>, Vec<Vec<String>>) {
        let mut reader = csv::Reader::from_path(self.0.join(name)).unwrap();
        let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        let header = cells(reader.headers().unwrap());
        let rows = reader.records().map(|row| cells(&row.unwrap())).collect();
        (header, rows)
    }

    fn table(&self, kind: TableKind) -> Table {
        let name = format!("{}.csv", kind.name());
        Table::open(&self.0.join(name), kind).unwrap()
    }
}

fn codes(setup: &Setup) -> Vec<ProvisionCode> {
    let rows = setup.provisions.iter();
    rows.map(|row| row.code.clone()).collect()
}

/// What a table gave, if there was nothing to say about it.
fn clean<T>(read: Read<T>) -> T {
    assert!(read.problems.is_empty(), "{}", read.problems);
    assert!(read.notes.is_empty(), "{:?}", read.notes);
    read.value
}

/// A review on which somebody works, with a clock that each change moves on.
pub struct Desk {
    review: Review,
    now: DateTime<Utc>,
    step: TimeDelta,
}

impl Desk {
    /// Begins a review; every later change takes `seconds`.
    pub fn begin(setup: Setup, at: &str, seconds: i64) -> Self {
        let now = moment(at);
        let review = Review::begin(setup, act(1, now, Via::Typed, false)).unwrap();
        Self {
            review,
            now,
            step: TimeDelta::seconds(seconds),
        }
    }

    /// The review as it stands.
    pub const fn review(&self) -> &Review {
        &self.review
    }

    /// The finished review.
    pub fn end(self) -> Review {
        self.review
    }

    /// Waits until then, which must not be over yet.
    #[track_caller]
    pub fn wait_until(&mut self, at: DateTime<Utc>) {
        assert!(self.now < at, "it is {} already, past {at}", self.now);
        self.now = at;
    }

    /// A change typed in the window.
    #[track_caller]
    pub fn typed(&mut self, command: Command) {
        let money = money_visible(&self.review, command.case());
        self.apply(command, Via::Typed, money);
    }

    /// A tick or a key: it takes a second.
    #[track_caller]
    pub fn ticked(&mut self, command: Command) {
        let step = std::mem::replace(&mut self.step, TimeDelta::seconds(1));
        self.typed(command);
        self.step = step;
    }

    /// A table imported.
    #[track_caller]
    pub fn imported(&mut self, cases: Vec<ImportedCase>) {
        self.apply(Command::Import(cases), Via::Imported, false);
    }

    /// Every change must be one, and leave nothing to say.
    #[track_caller]
    fn apply(&mut self, command: Command, via: Via, money_visible: bool) {
        self.now += self.step;
        let number = self.review.history().entries().len() + 1;
        let shown = format!("{command:?}");
        let applied = self
            .review
            .apply(command, act(number, self.now, via, money_visible));
        let applied = applied.unwrap_or_else(|why| panic!("{why}\n{shown}"));
        assert!(applied.entry.is_some(), "this changes nothing: {shown}");
        assert!(applied.notes.is_empty(), "{:?}\n{shown}", applied.notes);
    }
}

/// A moment as history writes it: 2026-07-01T09:00:00Z.
pub fn moment(at: &str) -> DateTime<Utc> {
    at.parse().unwrap()
}

fn act(number: usize, now: DateTime<Utc>, via: Via, money_visible: bool) -> Act {
    let [low, high] = u16::try_from(number).unwrap().to_le_bytes();
    let mut salt = [low; 16];
    salt[0] ^= high;
    Act {
        at: Timestamp::new(now).unwrap(),
        via,
        money_visible,
        salt: Salt(salt),
    }
}

/// Whether the window would show figures of money with this case open.
fn money_visible(review: &Review, case: Option<&CaseId>) -> bool {
    match review.setup().money {
        Some(MoneyRule::Live | MoneyRule::Revealed) => true,
        Some(MoneyRule::Locked) => case
            .and_then(|id| review.case(id))
            .is_some_and(|case| case.money_revealed),
        None => false,
    }
}
