//! What is found when a review is opened for work: every way in which file, `.bak` and journal can
//! stand to each other.

use dbv_case_review::review::redact::{Passage, Why};
use dbv_case_review::store::{CameFrom, DiskTrouble, OpenError, Reason, Report, SaveError};

use super::made::{SECRET, act, judged, moment};
use super::*;

fn folder() -> PathBuf {
    there().parent().unwrap().to_path_buf()
}

fn beside(name: &str) -> PathBuf {
    folder().join(name)
}

/// A file that holds a version, and a journal of this computer that holds a later one of it, as a
/// crash leaves them.
fn crashed(file: usize, journal: usize) -> SimDisk {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(file).snapshot()).unwrap();
    let (mut review, keeper) = work(ready(open(&disk)));
    for change in file + 1..=journal {
        retitle(&mut review, &format!("Title {change}"));
        keeper.keep(review.snapshot());
    }
    keeper.typed(vec![Unfinished {
        field: "Note".to_owned(),
        text: "half a sen".to_owned(),
    }]);
    assert!(keeper.is_in_journal());
    kill(&disk, keeper)
}

/// The same after the review was closed.
fn closed(changes: usize) -> SimDisk {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(changes).snapshot()).unwrap();
    let (_, keeper) = work(ready(open(&disk)));
    keeper.finish().unwrap();
    disk
}

fn put(disk: &SimDisk, path: &Path, review: &Review) {
    disk.put(path, write_text(&review.snapshot()).unwrap().as_bytes());
}

fn other_way(from: usize) -> Review {
    let mut review = version(from);
    retitle(&mut review, "Title 77");
    review
}

#[test]
fn a_journal_that_goes_on_from_the_file_is_taken() {
    let disk = crashed(1, 4);
    let found = ready(open(&disk));
    assert_eq!(number(&found.opened.review), 4);
    assert_eq!(
        found.came_from,
        CameFrom::Journal {
            changes: 3,
            last: Some(moment()),
            crashed: true
        }
    );
    assert_eq!(found.unfinished[0].text, "half a sen");
    assert_eq!(
        found.notes,
        [
            "The program had ended without closing this review. 3 changes and one unfinished text \
             were taken from the journal on this computer, last at 14:02."
        ]
    );
    // It comes into the file, and the text stays in the journal until it is given up.
    let (review, keeper) = work(found);
    assert!(keeper.standing().pending);
    keeper.write_now().unwrap();
    assert_eq!(number(&read(&disk, &there()).unwrap()), 4);
    let again = ready(open(&kill(&disk, keeper)));
    assert_eq!(again.came_from, CameFrom::File);
    assert_eq!(again.unfinished.len(), 1);
    assert_eq!(again.opened.review.snapshot(), review.snapshot());
    assert!(
        again.notes[0].contains("One unfinished text was brought back."),
        "{:?}",
        again.notes
    );
}

#[test]
fn a_file_that_goes_on_from_the_journal_is_taken() {
    let disk = crashed(1, 2);
    put(&disk, &there(), &version(3));
    let found = ready(open(&disk));
    assert_eq!(number(&found.opened.review), 3);
    assert_eq!(found.came_from, CameFrom::File);
    assert_eq!(found.unfinished.len(), 1);
}

#[test]
fn where_they_went_apart_a_person_decides_and_nothing_is_lost() {
    for choice in [Choice::File, Choice::Journal] {
        let disk = crashed(1, 3);
        put(&disk, &there(), &other_way(1));
        let disagree = apart(open(&disk));
        assert_eq!((disagree.file.entries, disagree.journal.entries), (7, 8));
        assert_eq!(disagree.differs, ["setup"]);
        let found = disagree.settle(choice, &services()).unwrap();
        let (chosen, other) = match choice {
            Choice::File => (77, 3),
            Choice::Journal => (3, 77),
        };
        assert_eq!(number(&found.opened.review), chosen);
        let kept = beside("West (kept 22 November 2026 14.02).dbvreview");
        assert_eq!(number(&read(&disk, &kept).unwrap()), other);
        assert!(found.notes[0].contains("West (kept 22 November 2026 14.02)"));
        let (review, keeper) = work(found);
        keeper.keep(review.snapshot());
        keeper.finish().unwrap();
        assert_eq!(number(&ready(open(&disk)).opened.review), chosen);
    }
}

#[test]
fn a_file_that_was_edited_outside_is_another_version() {
    let disk = crashed(1, 1);
    let text = write_text(&version(1).snapshot()).unwrap();
    let edited = text.replacen("title: \"Title 1\"", "title: \"Title 9\"", 1);
    disk.put(&there(), edited.as_bytes());
    let disagree = apart(open(&disk));
    assert_eq!(disagree.differs, ["setup"]);
    // Once it was closed, it is what somebody wanted.
    let disk = closed(1);
    disk.put(&there(), edited.as_bytes());
    let (mut review, keeper) = work(ready(open(&disk)));
    assert_eq!(number(&review), 9);
    // What is done to it then comes back after a crash like anything else.
    retitle(&mut review, "Title 10");
    keeper.keep(review.snapshot());
    assert!(keeper.is_in_journal());
    let back = ready(open(&kill(&disk, keeper)));
    assert_eq!(number(&back.opened.review), 10);
}

#[test]
fn after_closing_the_file_counts_unless_an_older_one_took_its_place() {
    for (file, expected) in [(version(5), 5), (other_way(2), 77), (version(3), 3)] {
        let disk = closed(3);
        put(&disk, &there(), &file);
        let found = ready(open(&disk));
        assert_eq!(number(&found.opened.review), expected);
        assert_eq!((found.came_from, found.notes.len()), (CameFrom::File, 0));
    }
    let disk = closed(3);
    put(&disk, &there(), &version(2));
    let disagree = apart(open(&disk));
    assert_eq!(number(&disagree.journal.opened.review), 3);
}

#[test]
fn a_missing_file_is_found_in_the_journal_or_the_version_before() {
    // The journal goes further than the version before.
    let disk = crashed(1, 3);
    put(&disk, &bak(&there()), &version(0));
    disk.take(&there());
    let found = ready(open(&disk));
    assert_eq!(number(&found.opened.review), 3);
    assert!(matches!(
        found.came_from,
        CameFrom::Journal { crashed: true, .. }
    ));
    assert!(
        found.notes[0].contains("put back under its name"),
        "{:?}",
        found.notes
    );
    let (_, keeper) = work(found);
    keeper.finish().unwrap();
    assert_eq!(number(&read(&disk, &there()).unwrap()), 3);
    // After closing too: it is the third copy.
    disk.take(&there());
    disk.take(&bak(&there()));
    let found = ready(open(&disk));
    assert_eq!(number(&found.opened.review), 3);
    assert!(matches!(
        found.came_from,
        CameFrom::Journal { crashed: false, .. }
    ));
    // The version before goes further than the journal.
    let disk = closed(1);
    put(&disk, &bak(&there()), &version(2));
    disk.take(&there());
    let found = ready(open(&disk));
    assert_eq!(number(&found.opened.review), 2);
    assert!(matches!(found.came_from, CameFrom::Backup { .. }));
    // Only it.
    let disk = SimDisk::default();
    put(&disk, &bak(&there()), &version(2));
    assert_eq!(number(&ready(open(&disk)).opened.review), 2);
    // They went apart: the later one, and the other is kept.
    let disk = crashed(1, 3);
    put(&disk, &bak(&there()), &other_way(1));
    disk.take(&there());
    let found = ready(open(&disk));
    assert_eq!(number(&found.opened.review), 3);
    let kept = beside("West (kept 22 November 2026 14.02).dbvreview");
    assert_eq!(number(&read(&disk, &kept).unwrap()), 77);
    // Nothing.
    let none = open_for_work_on(Arc::new(SimDisk::default()), &there(), &services());
    assert_eq!(
        none.unwrap_err(),
        OpenError::Unreadable(DiskTrouble::NotThere)
    );
}

#[test]
fn a_damaged_file_is_kept_beside_and_a_whole_one_takes_its_place() {
    let whole = write_text(&version(2).snapshot()).unwrap();
    for damaged in [
        &whole.as_bytes()[..whole.len() / 2],
        b"",
        b"\0\0\0\0",
        b"something else",
    ] {
        let disk = crashed(2, 3);
        put(&disk, &bak(&there()), &version(1));
        disk.put(&there(), damaged);
        let found = ready(open(&disk));
        assert_eq!(number(&found.opened.review), 3);
        assert!(
            found.notes[1].contains("“West.damaged.dbvreview”"),
            "{:?}",
            found.notes
        );
        let (_, keeper) = work(found);
        keeper.finish().unwrap();
        assert_eq!(number(&read(&disk, &there()).unwrap()), 3);
        assert_eq!(
            disk.read(&beside("West.damaged.dbvreview"), 99_999)
                .unwrap(),
            damaged
        );
        // A damaged file is no version before.
        assert_eq!(number(&read(&disk, &bak(&there())).unwrap()), 1);
    }
    // The version before alone.
    let disk = SimDisk::default();
    put(&disk, &bak(&there()), &version(1));
    disk.put(&there(), &whole.as_bytes()[..99]);
    let found = ready(open(&disk));
    assert!(matches!(found.came_from, CameFrom::Backup { .. }));
    assert!(
        found.notes[2].contains("what was changed after that is missing"),
        "{:?}",
        found.notes
    );
    // Neither: it is told as always, and nothing is touched.
    let disk = SimDisk::default();
    disk.put(&there(), &whole.as_bytes()[..99]);
    let error = open_for_work_on(Arc::new(disk.clone()), &there(), &services()).unwrap_err();
    assert!(matches!(error, OpenError::Damaged(_)));
    assert_eq!(disk.names(&folder()), ["West.dbvreview"]);
}

#[test]
fn a_newer_programs_file_is_left_alone_whatever_else_there_is() {
    let disk = crashed(1, 3);
    let newer = b"#![enable(implicit_some)]\nDbvReview(version: 99, written_by: \"x\", new: 1)";
    disk.put(&there(), newer);
    let error = open_for_work_on(Arc::new(disk.clone()), &there(), &services()).unwrap_err();
    assert!(matches!(error, OpenError::Newer { found: 99, .. }));
    assert_eq!(disk.read(&there(), 999).unwrap(), newer);
}

#[test]
fn a_journal_that_cannot_be_read_is_put_aside() {
    let disk = crashed(1, 3);
    let all = disk.everything();
    let (journal, _) = all
        .iter()
        .find(|(path, _)| path.starts_with("/own"))
        .unwrap();
    disk.put(journal, b"0123456789abcdef (nothing)\n");
    let found = ready(open(&disk));
    assert_eq!(number(&found.opened.review), 1);
    assert!(
        found.notes[0].contains("cannot be read"),
        "{:?}",
        found.notes
    );
    assert!(disk.names(journal.parent().unwrap())[0].ends_with(".unreadable"));
}

#[test]
fn a_sealed_review_is_only_read() {
    use dbv_case_review::review::Command;
    let mut review = version(1);
    review.apply(Command::Seal, act()).unwrap();
    let disk = SimDisk::default();
    save_on(&disk, &there(), &review.snapshot()).unwrap();
    let found = ready(open(&disk));
    assert!(matches!(found.access, Access::ReadOnly(Reason::Sealed)));
    assert_eq!(disk.everything().len(), 1);
    // It was being continued when the program ended.
    let hold = Hold::unlocked(Arc::new(disk.clone()), there());
    let keeper = Keeper::at_pace(hold, review.snapshot(), Arc::new(services()), NEVER, || {});
    let fingerprint = review.sealing().unwrap().fingerprint;
    review.apply(Command::Continue(fingerprint), act()).unwrap();
    keeper.keep(review.snapshot());
    assert!(keeper.is_in_journal());
    let found = ready(open(&kill(&disk, keeper)));
    assert_eq!(found.opened.review.snapshot(), review.snapshot());
    assert!(matches!(found.access, Access::Mine(_)));
}

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
