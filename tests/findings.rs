//! The findings against model.md §9: its numbers, published examples, a second plain
//! implementation of α, what must change nothing, and the sample counted by hand.

// In tests, helpers may unwrap and panic as tests do.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "findings/afterwards.rs"]
mod afterwards;
#[path = "findings/alpha.rs"]
mod alpha;
#[path = "findings/chosen.rs"]
mod chosen;
#[path = "findings/hearing.rs"]
mod hearing;
#[path = "findings/outcomes.rs"]
mod outcomes;
#[path = "findings/parents.rs"]
mod parents;
#[path = "findings/plain.rs"]
mod plain;
#[path = "findings/properties.rs"]
mod properties;
#[path = "findings/sample.rs"]
mod sample;
#[path = "findings/shares.rs"]
mod shares;
#[path = "findings/world.rs"]
mod world;
