//! DBV Case Review: the library behind the window and the command line.
//!
//! Imports point one way, `ui → exchange, store → findings, projection, privacy → review`; a test
//! holds that. See ARCHITECTURE.md.

/// Finds identifying details in free text.
pub mod privacy;
pub mod review;
