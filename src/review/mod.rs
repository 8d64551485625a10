//! What a review is, and the one gate through which it changes.
//!
//! This room knows no screen, file, clock or outside randomness: times and salts come in as
//! arguments. Start at [`gate`] and [`command`]; what counts is decided in [`complete`].

pub mod aloud;
pub mod baseline;
pub mod bounded;
pub mod bounds;
pub mod case;
pub mod case_file;
pub mod check;
pub mod command;
pub mod complete;
pub mod councils;
mod digest;
pub mod door;
mod edits;
mod effort;
pub mod fingerprint;
mod found;
pub mod gate;
pub mod history;
mod import;
pub mod judgement;
pub mod law;
mod machine;
pub mod note;
pub mod panel;
pub mod paragraph;
pub mod part;
pub mod perspective;
pub mod provision;
mod rating;
pub mod ratings;
mod recording;
pub mod redact;
pub mod redaction;
pub mod refusal;
mod remarks;
mod resume;
mod saying;
pub mod seal;
pub mod session;
pub mod setup;
pub mod snapshot;
pub mod source;
mod sourced;
pub mod stance;
pub mod state;
pub mod text;
pub mod texts;
pub mod time;
pub mod touched;
pub mod units;
mod voices;

pub use check::{Ancestor, Complaint, Followed, HistoryCheck, Stop, Verified, check_history};
pub use command::Command;
pub use door::{Door, Mode};
pub use gate::{Applied, BecameDrafts, Review, Would};
pub use history::{Act, Salt, Via};
pub use recording::Note;
pub use redact::{Holding, Near, Passage, Redacted, Replacement, Why};
pub use refusal::Refusal;
pub use seal::{Fingerprint, Sealing};
pub use snapshot::Snapshot;
pub use time::{Date, Timestamp};
