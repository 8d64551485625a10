//! DBV Case Review: the library behind the window and the command line.
//!
//! Imports point one way, `ui → exchange, store → findings, projection, privacy → review`; a test
//! holds that. See ARCHITECTURE.md.

pub mod review;
#[cfg(feature = "window")]
pub mod ui;
