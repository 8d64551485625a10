//! DBV Case Review: the library behind the window and the command line.
//!
//! Imports point one way, `ui → exchange, store → findings, projection, privacy → review`; a test
//! holds that. See ARCHITECTURE.md.

/// Forecast, valuation, timeline, draws, scenarios and influence: model.md §1-8.
pub mod projection;
pub mod review;
