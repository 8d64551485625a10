//! Nothing is lost: every step of saving failing, the power cut after every step, the process
//! killed at any moment, two people on one file, and what is found after each of them.

// Helpers of tests fail by panicking, as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use dbv_case_review::review::Review;
use dbv_case_review::store::disk::Disk;
use dbv_case_review::store::{
    Access, Choice, Disagree, ForWork, Hold, Keeper, Open, Pace, Unfinished, bak, open_for_work_on,
    read_text, save_on, write_text,
};

mod changed;
mod disks;
mod emergency;
mod faults;
mod forgotten;
mod hangs;
mod journal;
mod kills;
mod locks;
#[allow(dead_code)]
#[path = "../files/made.rs"]
mod made;
mod moods;
mod recovery;
mod timings;

use disks::SimDisk;
use made::{Still, begun, retitle};

/// Where the review is, on a disk in memory.
fn there() -> PathBuf {
    std::path::absolute("/reviews/West.dbvreview").unwrap()
}

fn services() -> Still {
    Still(Some(std::path::absolute("/own").unwrap()))
}

/// Nothing is written but when asked.
const NEVER: Pace = Pace {
    quiet: Duration::from_secs(3600),
    longest: Duration::from_secs(3600),
    retry: Duration::from_secs(3600),
};

/// A review after so many changes, each of which continues the one before.
fn version(changes: usize) -> Review {
    let mut review = begun();
    for number in 1..=changes {
        retitle(&mut review, &format!("Title {number}"));
    }
    review
}

fn title_of(review: &Review) -> String {
    review.setup().title.to_string()
}

/// The number of the version that a review is.
fn number(review: &Review) -> usize {
    let title = title_of(review);
    let number = title.strip_prefix("Title ").map(|number| number.parse());
    number.map_or(0, Result::unwrap)
}

fn read(disk: &dyn Disk, path: &Path) -> Option<Review> {
    let bytes = disk.read(path, u64::MAX).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    read_text(&text).ok().map(|opened| opened.review)
}

fn open(disk: &SimDisk) -> Open {
    open_for_work_on(Arc::new(disk.clone()), &there(), &services()).unwrap()
}

fn ready(open: Open) -> ForWork {
    match open {
        Open::Ready(ready) => *ready,
        Open::Disagree(disagree) => panic!("they disagree: {disagree:?}"),
    }
}

fn apart(open: Open) -> Disagree {
    match open {
        Open::Disagree(disagree) => *disagree,
        Open::Ready(ready) => panic!("they agree: {:?}", ready.came_from),
    }
}

fn mine(access: Access) -> Hold {
    match access {
        Access::Mine(hold) => hold,
        Access::ReadOnly(why) => panic!("not ours: {why:?}"),
    }
}

/// A review that is open for work on a disk.
fn work(for_work: ForWork) -> (Review, Keeper) {
    let ForWork { opened, access, .. } = for_work;
    let first = opened.review.snapshot();
    let keeper = Keeper::at_pace(mine(access), first, Arc::new(services()), NEVER, || {});
    (opened.review, keeper)
}

/// As if the process had been killed: nothing more is written.
fn kill(disk: &SimDisk, keeper: Keeper) -> SimDisk {
    let left = disk.with_fault(u64::MAX, disks::Fault::Power);
    drop(keeper);
    left
}
