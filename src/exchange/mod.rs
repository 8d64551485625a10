//! Reads what was written down elsewhere: the tables of a workbook, or of a spreadsheet saved as
//! CSV.
//!
//! Nothing is guessed and nothing is half read. Every value that cannot be read is a [`Problem`]
//! that names file, row and column, and all of them are listed at once, so that a table is put
//! right in one go. What an imported judgement lacks is no problem: it is kept as a draft, which
//! counts nowhere, and [`outcomes`] says what is missing. Nothing in a cell is ever executed.
//!
//! The way in: a [`Source`] is a file, whose first bytes say what it is; it gives a [`Table`],
//! whatever it was; a [`Matching`] says which of its columns is which. [`cases`], [`provisions`] and
//! [`baseline`] read it as it is; an [`Incoming`] is a table of cases that a person matches, mends
//! and reads again, and a [`DryRun`] says what an [`import`] would do. What takes long tells an
//! [`Observer`] how far it is, and stops when that says so. The way out is the [`template`].
//!
//! The window and the command line import through here, and through the gate.

mod baseline;
mod cases;
mod codes;
mod columns;
mod csv;
mod decode;
mod dry_run;
mod incoming;
mod matching;
pub mod number;
mod outcome;
pub mod pages;
mod places;
mod problem;
mod progress;
mod provisions;
mod records;
mod row;
mod source;
mod table;
mod template;
mod voice;
mod workbook;

pub use baseline::baseline;
pub use cases::cases;
pub use codes::{
    answer_code, payer_code, selection_code, selection_method, source_code, speaker_code,
    stance_code, stance_from_code,
};
pub use columns::{Column, TableKind, Takes};
pub use dry_run::DryRun;
pub use incoming::{Accepts, Incoming, OtherName};
pub use matching::{Matching, letters};
pub use outcome::{Imported, Outcome, import, outcomes};
pub use places::Places;
pub use problem::{Problem, Problems, Trouble};
pub use progress::{Doing, NOBODY, Observer, Progress, Stopped};
pub use provisions::{ProvisionTable, provisions};
pub use source::Source;
pub use table::{Table, TableRow};
pub use template::{TemplateError, template};

/// What a table gave.
#[derive(Clone, Debug, Default)]
pub struct Read<T> {
    /// What could be read: the good rows.
    pub value: T,
    /// What could not.
    pub problems: Problems,
    /// What was ignored or read in a way that somebody should know.
    pub notes: Vec<String>,
}
