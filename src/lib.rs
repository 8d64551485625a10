//! DBV Case Review: the library behind the window and the command line.
//!
//! Imports point one way, `ui → exchange, store → findings, projection, privacy → review`; a test
//! holds that. See ARCHITECTURE.md.

/// The command line: new, check and project, thin over the rooms below.
pub mod cli;
/// Import of tables: what can be read, and every place where it cannot.
pub mod exchange;
/// What the judged cases show together: shares, flows and agreement, model.md §9.
pub mod findings;
/// What the fields of a review mean, what is typical, and where that is known from.
pub mod guidance;
/// Finds identifying details in free text.
pub mod privacy;
/// Forecast, valuation, timeline, draws, scenarios and influence: model.md §1-8.
pub mod projection;
/// What a review is, and the one gate through which it changes.
pub mod review;
/// The outside world behind one small trait.
pub mod services;
/// One file on disk: its format, and keeping it whole.
pub mod store;
/// The window.
#[cfg(feature = "window")]
pub mod ui;
