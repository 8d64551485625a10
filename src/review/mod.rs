//! What a review is, and the one gate through which it changes.
//!
//! This room knows no screen, file, clock or outside randomness: times and salts come in as
//! arguments.

pub mod baseline;
pub mod bounds;
pub mod case;
pub mod case_file;
pub mod complete;
pub mod judgement;
pub mod panel;
pub mod perspective;
pub mod provision;
pub mod setup;
pub mod stance;
pub mod text;
pub mod time;
pub mod units;

pub use time::{Date, Timestamp};
