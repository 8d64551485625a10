//! What the targets try is in the tests of the program, which try it too.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../../tests/hostile/targets.rs"]
pub mod targets;

#[path = "../../tests/common/zips.rs"]
pub mod zips;
