//! A file that somebody else changed while it was open, and what was taken out of a review.

use dbv_case_review::review::redact::{Passage, Why};
use dbv_case_review::store::{Report, SaveError};

use super::made::{SECRET, act, judged};
use super::recovery::{other_way, put};
use super::*;

#[test]
fn what_somebody_else_wrote_is_never_written_over() {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(1).snapshot()).unwrap();
    let (mut review, keeper) = work(ready(open(&disk)));
    retitle(&mut review, "Title 2");
    keeper.keep(review.snapshot());
    put(&disk, &there(), &other_way(1));
    assert_eq!(keeper.write_now(), Err(SaveError::ChangedOnDisk));
    assert_eq!(number(&read(&disk, &there()).unwrap()), 77);
    let standing = keeper.standing();
    assert!(standing.changed_on_disk.is_some() && standing.pending);
    assert_eq!(
        standing.safe_in,
        services().0.map(|own| own.join("journals"))
    );
    assert!(matches!(keeper.poll(), Some(Report::ChangedOnDisk(_))));
    // Mine after all.
    let kept = keeper.keep_mine().unwrap();
    assert_eq!(number(&read(&disk, &kept).unwrap()), 77);
    assert_eq!(number(&read(&disk, &there()).unwrap()), 2);
    assert_eq!(keeper.standing().changed_on_disk, None);
    // Touched, not changed.
    disk.put(&there(), &disk.read(&there(), 99_999).unwrap());
    retitle(&mut review, "Title 3");
    keeper.keep(review.snapshot());
    keeper.write_now().unwrap();
    // Theirs.
    put(&disk, &there(), &other_way(2));
    retitle(&mut review, "Title 4");
    keeper.keep(review.snapshot());
    let kept = keeper
        .release()
        .unwrap()
        .expect("mine had something beyond theirs");
    assert_eq!(number(&read(&disk, &kept).unwrap()), 4);
    assert_eq!(number(&read(&disk, &there()).unwrap()), 77);
    let found = ready(open(&disk));
    assert_eq!(number(&found.opened.review), 77);
    // Theirs goes on from mine: there is nothing to put beside.
    let (review, keeper) = work(found);
    let mut theirs = review.clone();
    retitle(&mut theirs, "Title 78");
    put(&disk, &there(), &theirs);
    assert_eq!(keeper.release().unwrap(), None);
    assert_eq!(number(&ready(open(&disk)).opened.review), 78);
}

#[test]
fn what_was_not_settled_is_asked_again() {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(1).snapshot()).unwrap();
    let (mut review, keeper) = work(ready(open(&disk)));
    retitle(&mut review, "Title 2");
    keeper.keep(review.snapshot());
    put(&disk, &there(), &other_way(1));
    assert_eq!(keeper.finish(), Err(SaveError::ChangedOnDisk));
    let disagree = apart(open(&disk));
    assert_eq!(number(&disagree.journal.opened.review), 2);
}

/// Everything that this program has on the disk.
fn holds(disk: &SimDisk, words: &str) -> Vec<PathBuf> {
    let files = disk.everything().into_iter();
    let holding = files.filter(|(_, bytes)| {
        String::from_utf8_lossy(bytes)
            .to_lowercase()
            .contains(&words.to_lowercase())
    });
    holding.map(|(path, _)| path).collect()
}

#[test]
fn a_passage_that_was_taken_out_stands_nowhere_whatever_happens_meanwhile() {
    let whole = SimDisk::default();
    save_on(&whole, &there(), &judged(1).snapshot()).unwrap();
    let mut before = judged(1);
    retitle(&mut before, "Title 1");
    save_on(&whole, &there(), &before.snapshot()).unwrap();
    assert_eq!(holds(&whole, SECRET).len(), 2);
    let whole = whole.settled();
    for step in 1.. {
        let disk = whole.with_fault(step, disks::Fault::Power);
        let opened = open_for_work_on(Arc::new(disk.clone()), &there(), &services());
        let Ok(Open::Ready(for_work)) = opened else {
            continue;
        };
        let ForWork { opened, access, .. } = *for_work;
        let Access::Mine(hold) = access else { continue };
        let mut review = opened.review;
        let first = review.snapshot();
        let keeper = Keeper::at_pace(hold, first, Arc::new(services()), NEVER, || {});
        // A journal that is there.
        let _ = keeper.is_in_journal();
        let passage = Passage::new(SECRET).unwrap();
        let why = Why::SomethingElse;
        review.redact(&passage, why.usual(), why, act()).unwrap();
        let erased = keeper.erase(review.snapshot());
        let has_failed = disk.has_failed();
        let left = kill(&disk, keeper);
        if erased.is_ok() {
            assert_eq!(holds(&left, SECRET), [] as [PathBuf; 0]);
        }
        // Opened again, and closed, it stands nowhere once the review knows that it was taken out.
        let (review, keeper) = work(ready(open(&left)));
        let is_taken_out = review.history().redactions().count() > 0;
        keeper.finish().unwrap();
        if is_taken_out {
            assert_eq!(holds(&left, SECRET), [] as [PathBuf; 0], "cut at {step}");
        }
        if !has_failed {
            assert!(is_taken_out);
            break;
        }
    }
}

/// The power goes when the journal knows that a passage was taken out, and the file does not.
#[test]
fn a_passage_taken_out_just_before_a_crash_is_in_no_version_before() {
    for with_bak in [false, true] {
        let disk = SimDisk::default();
        save_on(&disk, &there(), &judged(1).snapshot()).unwrap();
        if with_bak {
            let mut second = judged(1);
            retitle(&mut second, "Title 1");
            save_on(&disk, &there(), &second.snapshot()).unwrap();
        }
        assert_eq!(disk.read(&bak(&there()), 9).is_ok(), with_bak);
        let (mut review, keeper) = work(ready(open(&disk)));
        let why = Why::SomethingElse;
        let passage = Passage::new(SECRET).unwrap();
        review.redact(&passage, why.usual(), why, act()).unwrap();
        keeper.keep(review.snapshot());
        assert!(keeper.is_in_journal());
        let left = kill(&disk, keeper);
        assert!(holds(&left, SECRET).contains(&there()));
        let (_, keeper) = work(ready(open(&left)));
        keeper.finish().unwrap();
        assert_eq!(holds(&left, SECRET), [] as [PathBuf; 0], "{with_bak}");
    }
}

/// A sealed file that was chosen is only read, and is not asked about again.
#[test]
fn a_sealed_version_that_was_chosen_is_only_read() {
    use dbv_case_review::review::Command;
    use dbv_case_review::store::Reason;
    let disk = super::recovery::crashed(1, 3);
    let mut theirs = other_way(1);
    theirs.apply(Command::Seal, act()).unwrap();
    put(&disk, &there(), &theirs);
    let found = apart(open(&disk))
        .settle(Choice::File, &services())
        .unwrap();
    assert!(matches!(found.access, Access::ReadOnly(Reason::Sealed)));
    let again = ready(open(&disk));
    assert!(matches!(again.access, Access::ReadOnly(Reason::Sealed)));
    let disk = super::recovery::crashed(1, 3);
    put(&disk, &there(), &theirs);
    let found = apart(open(&disk))
        .settle(Choice::Journal, &services())
        .unwrap();
    assert!(matches!(found.access, Access::Mine(_)));
}
