//! Every step of a save fails in every way, and the power is cut at every step.

use super::disks::{FAULTS, Fault};
use super::*;

fn with_two_versions() -> SimDisk {
    let disk = SimDisk::default();
    for changes in [0, 1] {
        save_on(&disk, &there(), &version(changes).snapshot()).unwrap();
    }
    disk.settled()
}

#[test]
fn a_save_of_which_any_step_fails_costs_nothing() {
    let disk = with_two_versions();
    let newer = version(2).snapshot();
    let folder = there().parent().unwrap().to_path_buf();
    let (mut tried, mut failed) = (0, 0);
    for fault in FAULTS {
        for step in 1.. {
            let disk = disk.with_fault(step, fault);
            let saved = save_on(&disk, &there(), &newer);
            if !disk.has_failed() {
                saved.unwrap();
                break;
            }
            tried += 1;
            let disk = disk.settled();
            let found = read(&disk, &there()).expect("the file is no review any more");
            match saved {
                Ok(()) => assert_eq!(number(&found), 2, "{fault:?} at {step}"),
                // What was done and reported as failed may be either.
                Err(_) if fault == Fault::DoneButFailed => assert!(number(&found) >= 1),
                Err(ref error) => {
                    failed += 1;
                    assert_eq!(number(&found), 1, "{fault:?} at {step}: {error}");
                }
            }
            let before = read(&disk, &bak(&there())).expect("the version before is none any more");
            assert!(number(&before) < number(&found) || saved.is_err());
            let mut left = disk.names(&folder);
            left.retain(|name| !name.starts_with("West."));
            // Only where removing it failed is a temporary file left.
            assert!(left.len() <= 1, "{left:?}");
            let opened = work(ready(open(&disk)));
            assert_eq!(
                disk.names(&folder)
                    .iter()
                    .filter(|name| name.ends_with(".tmp"))
                    .count(),
                0
            );
            drop(opened);
        }
    }
    println!("save: {tried} failures of a step, {failed} of them failed the save; all whole");
    assert!(tried >= 40 && failed >= 10, "{tried}, {failed}");
}

#[test]
fn a_save_cut_off_by_the_power_at_any_step_leaves_a_whole_review() {
    let disk = with_two_versions();
    let newer = version(2).snapshot();
    let (mut cuts, mut disks) = (0, 0);
    for step in 1.. {
        let disk = disk.with_fault(step, Fault::Power);
        let saved = save_on(&disk, &there(), &newer);
        cuts += 1;
        for left in disk.after_power_cut() {
            disks += 1;
            let found = read(&left, &there()).expect("no review under the name");
            let at_least = if saved.is_ok() && !disk.has_failed() {
                2
            } else {
                1
            };
            assert!(
                number(&found) >= at_least,
                "cut at {step}: {}",
                number(&found)
            );
        }
        if !disk.has_failed() {
            saved.unwrap();
            break;
        }
    }
    println!("save: power cut at {cuts} steps, {disks} disks as they may be then; all whole");
    assert!(cuts > 8 && disks > 3 * cuts);
}

/// What was confirmed by the journal or the file is there after a power cut at any step of
/// opening, changing, saving and closing.
#[test]
fn whatever_was_confirmed_survives_a_power_cut_at_any_step() {
    let disk = with_two_versions();
    let (mut cuts, mut disks) = (0, 0);
    for step in 1.. {
        let disk = disk.with_fault(step, Fault::Power);
        let mut confirmed = 1;
        let opened = open_for_work_on(Arc::new(disk.clone()), &there(), &services());
        if let Ok(Open::Ready(for_work)) = opened
            && matches!(for_work.access, Access::Mine(_))
        {
            let (mut review, keeper) = work(*for_work);
            for change in 2..=4 {
                retitle(&mut review, &format!("Title {change}"));
                keeper.keep(review.snapshot());
                let journaled = keeper.is_in_journal();
                let saved = change == 3 && keeper.write_now().is_ok();
                if journaled || saved {
                    confirmed = change;
                }
            }
            if keeper.finish().is_ok() {
                confirmed = 4;
            }
        }
        cuts += 1;
        for left in disk.after_power_cut() {
            disks += 1;
            let before = left.everything();
            let found = ready(open(&left));
            if number(&found.opened.review) < confirmed {
                eprintln!("{:?} {:?}", found.came_from, found.notes);
                for (path, bytes) in before {
                    eprintln!("{path:?} {}", bytes.len());
                }
            }
            let found = number(&found.opened.review);
            assert!(found >= confirmed, "cut at {step}: {found} of {confirmed}");
        }
        if !disk.has_failed() {
            break;
        }
    }
    println!("work: power cut at {cuts} steps, {disks} disks as they may be then; nothing lost");
    assert!(cuts > 40 && disks > 3 * cuts);
}

/// No step that fails once costs a word, and the keeper goes on.
#[test]
fn work_goes_on_after_any_step_failed() {
    let disk = with_two_versions();
    let mut tried = 0;
    for fault in FAULTS {
        for step in 1.. {
            let disk = disk.with_fault(step, fault);
            let opened = open_for_work_on(Arc::new(disk.clone()), &there(), &services());
            let Ok(Open::Ready(for_work)) = opened else {
                // The very file could not be read: that is told, and tried again by a person.
                assert!(disk.has_failed());
                tried += 1;
                continue;
            };
            let (mut review, keeper) = work(*for_work);
            retitle(&mut review, "Title 2");
            keeper.keep(review.snapshot());
            let journaled = keeper.is_in_journal();
            let saved = keeper.write_now();
            if journaled || saved.is_ok() {
                let left = disk.with_fault(u64::MAX, Fault::Power);
                let found = ready(open(&left));
                assert_eq!(number(&found.opened.review), 2, "{fault:?} at {step}");
            }
            // One failure is over: it comes into the file now.
            assert_eq!(keeper.write_now(), Ok(()), "{fault:?} at {step}");
            let _ = keeper.finish();
            let had_failed = disk.has_failed();
            let found = read(&disk.settled(), &there()).unwrap();
            assert_eq!(number(&found), 2, "{fault:?} at {step}");
            if !had_failed {
                break;
            }
            tried += 1;
        }
    }
    println!("work: {tried} failures of a step; nothing lost");
    assert!(tried > 100);
}
