//! How honest is the 90% range (model.md §6)? Councils are simulated of which the truth is known,
//! and it is counted how often the range of a panel's cases holds it. Long, so run by name:
//!
//! `cargo test --release --no-default-features --test coverage -- --ignored --nocapture`
//!
//! What was found once is kept in `tests/coverage/table.txt`; `UPDATE_COVERAGE=1` writes it anew.

// In tests, helpers may unwrap as tests do.
#![allow(clippy::unwrap_used)]

#[path = "model/reference/chance.rs"]
mod chance;
#[path = "coverage/councils.rs"]
mod councils;
#[path = "coverage/priors.rs"]
mod priors;
#[path = "coverage/table.rs"]
mod table;
