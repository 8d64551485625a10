//! The gate: whatever is done to a review, in whatever order, product.md's principles hold. They
//! are written in [`principles`] anew, in their own plain form, not with the code that they test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod aside;
mod kept;
mod panel;
mod parent;
mod principles;
mod random;
mod redact;
mod remarks;
mod resume;
mod seal;
mod stances;
mod steps;
mod tables;
mod tampered;
