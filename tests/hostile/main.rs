//! Files and tables that mean harm, or were made by a machine that ran wild: whatever is in them,
//! the answer comes soon, takes no more than a few times their size, and is a review or a reason.
//!
//! The tests run with small files; the same at the full size, and how long it takes, is measured by
//! `cargo test --release --no-default-features --test hostile -- --ignored --nocapture`.

// Helpers of tests fail by panicking, as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::OnceLock;
use std::time::{Duration, Instant};

mod files;
mod seeds;
mod tables;
mod targets;
mod values;
mod workbooks;
mod worst;
#[path = "../common/zips.rs"]
mod zips;

/// Megabyte, for sizes.
const MB: usize = 1024 * 1024;
/// What a file of 64 MB may take, in a release build.
const LONGEST: Duration = Duration::from_secs(2);

/// What something took, and gave.
struct Took<T> {
    gave: T,
    /// The most bytes that were in use at once, on this thread.
    peak: usize,
    /// As [`clock`] tells it.
    time: Duration,
}

/// How long this thread has been working, where the system says so: what else the computer is doing
/// meanwhile makes nothing slow. Elsewhere the time on the wall.
fn clock() -> Duration {
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    let worked = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = worked.and_then(|line| line.split(' ').next()?.parse().ok());
    nanos.map_or_else(
        || BEGAN.get_or_init(Instant::now).elapsed(),
        Duration::from_nanos,
    )
}

fn took<T>(what: impl FnOnce() -> T) -> Took<T> {
    let mut gave = None;
    let before = clock();
    let used = allocation_counter::measure(|| gave = Some(what()));
    Took {
        gave: gave.unwrap(),
        peak: usize::try_from(used.bytes_max).unwrap(),
        time: clock() - before,
    }
}
