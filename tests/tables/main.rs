//! Tables from workbooks and CSV files: what is read of them, what is said of them, and how they
//! are mended on the way in. (`tests/hostile` has those that mean harm.)

// Helpers of tests fail by panicking, as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod books;
mod mending;
mod new;
mod same;
mod second;
mod shown;
mod speed;
mod template;
#[path = "../common/zips.rs"]
mod zips;

use dbv_case_review::exchange::{NOBODY, Read, Source, Table, TableKind, cases};
use dbv_case_review::review::command::ImportedCase;
use dbv_case_review::review::provision::preset;
use dbv_case_review::review::setup::{Definition, Setup};
use dbv_case_review::review::text::{ProvisionCode, Text};
use dbv_case_review::review::{Act, Review, Salt, Timestamp, Via};

const ACT: Act = Act {
    at: Timestamp::EPOCH,
    via: Via::Imported,
    money_visible: false,
    salt: Salt([0; 16]),
};

/// The codes of the preset.
fn codes() -> Vec<ProvisionCode> {
    preset().into_iter().map(|row| row.code).collect()
}

/// A review with the preset and a definition.
fn review() -> Review {
    let text = |words: &str| Text::new(words).unwrap();
    let mut setup = Setup::new(text("T"), text("L"), "2024-25".parse().unwrap());
    setup.definition = Some(Definition {
        words: text("Where the child thrives"),
        agreed_on: None,
        agreed_by: Vec::new(),
    });
    Review::begin(setup, ACT).unwrap()
}

/// Opens a file's bytes.
fn source(bytes: &[u8]) -> Source {
    Source::from_bytes("w.xlsx", bytes.to_vec(), NOBODY).unwrap_or_else(|why| panic!("{why}"))
}

/// The cases of a file's bytes.
fn table(bytes: &[u8]) -> Table {
    let table = source(bytes).table(TableKind::Cases, NOBODY);
    table.unwrap_or_else(|why| panic!("{why}")).unwrap()
}

fn read(bytes: &[u8]) -> Read<Vec<ImportedCase>> {
    cases(&table(bytes), codes())
}

/// Why these bytes are no table.
fn refused(bytes: &[u8]) -> String {
    let why = Table::from_bytes("w.xlsx", bytes, TableKind::Cases);
    why.map(|table| table.header().to_vec())
        .unwrap_err()
        .to_string()
}
