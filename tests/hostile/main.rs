//! Files and tables that mean harm, or were made by a machine that ran wild: whatever is in them,
//! the answer comes soon, takes no more than a few times their size, and is a review or a reason.

// Helpers of tests fail by panicking, as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod files;
mod tables;
mod worst;
