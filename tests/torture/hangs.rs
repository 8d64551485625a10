//! A drive that hangs must not hang the window.

use std::sync::atomic::{AtomicUsize, Ordering};

use dbv_case_review::store::SaveError;

use super::moods::{Moody, open_moody};
use super::*;

/// A network drive that neither does what it is asked nor says that it cannot.
#[test]
fn a_drive_that_hangs_holds_up_neither_the_window_nor_the_end() {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(1).snapshot()).unwrap();
    let hangs = Arc::new(AtomicUsize::new(0));
    let asked = Arc::clone(&hangs);
    let moody = Moody::new(&disk, move |step, path| {
        while step == "rename" && path == there() && asked.load(Ordering::SeqCst) == 1 {
            std::thread::sleep(Duration::from_millis(5));
        }
        None
    });
    let (mut review, keeper) = work(ready(open_moody(&moody).unwrap()));
    retitle(&mut review, "Title 2");
    keeper.keep(review.snapshot());
    hangs.store(1, Ordering::SeqCst);
    let clock = std::time::Instant::now();
    let error = keeper.write_now().unwrap_err();
    assert_eq!(error, SaveError::NoAnswer);
    assert!(
        error
            .told(keeper.standing().safe_in.as_deref())
            .contains("safe in the journal")
    );
    assert!(keeper.is_in_journal());
    drop(keeper);
    let waited = clock.elapsed();
    assert!(waited < Duration::from_secs(25), "{waited:?}");
    // The next start goes on from the journal.
    let left = disk.with_fault(u64::MAX, disks::Fault::Power);
    assert_eq!(number(&read(&left, &there()).unwrap()), 1);
    assert_eq!(number(&ready(open(&left)).opened.review), 2);
    // When it answers, it is written.
    hangs.store(0, Ordering::SeqCst);
    while number(&read(&disk, &there()).unwrap()) != 2 {
        assert!(clock.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_drive_that_hangs_is_let_go_of_at_once() {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(1).snapshot()).unwrap();
    let hangs = Arc::new(AtomicUsize::new(0));
    let asked = Arc::clone(&hangs);
    let moody = Moody::new(&disk, move |step, path| {
        while step == "rename" && path == there() && asked.load(Ordering::SeqCst) > 0 {
            asked.store(2, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(5));
        }
        None
    });
    let for_work = ready(open_moody(&moody).unwrap());
    let first = for_work.opened.review.snapshot();
    let pace = Pace {
        quiet: Duration::ZERO,
        ..NEVER
    };
    hangs.store(1, Ordering::SeqCst);
    let keeper = Keeper::at_pace(
        mine(for_work.access),
        first,
        Arc::new(services()),
        pace,
        || {},
    );
    keeper.keep(version(2).snapshot());
    while hangs.load(Ordering::SeqCst) != 2 {
        std::thread::sleep(Duration::from_millis(5));
    }
    let clock = std::time::Instant::now();
    keeper.let_go();
    assert!(clock.elapsed() < Duration::from_secs(3));
    hangs.store(0, Ordering::SeqCst);
}
