//! DBV Case Review: the library behind the window and the command line.
//!
//! Imports point one way, `ui → exchange, store → findings, projection, privacy → review`; a test
//! holds that. See ARCHITECTURE.md.

/// What a review is, and the one gate through which it changes.
pub mod review;
/// The outside world behind one small trait.
pub mod services;
/// One file on disk: its format, and keeping it whole.
pub mod store;
