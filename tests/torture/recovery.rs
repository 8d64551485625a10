//! What is found when a review is opened for work: every way in which file, `.bak` and journal can
//! stand to each other.

use dbv_case_review::store::{CameFrom, DiskTrouble, OpenError, Reason, begin_on};

use super::made::{act, moment};
use super::*;

fn folder() -> PathBuf {
    there().parent().unwrap().to_path_buf()
}

pub fn beside(name: &str) -> PathBuf {
    folder().join(name)
}

/// A file that holds a version, and a journal of this computer that holds a later one of it, as a
/// crash leaves them.
pub fn crashed(file: usize, journal: usize) -> SimDisk {
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

pub fn put(disk: &SimDisk, path: &Path, review: &Review) {
    disk.put(path, write_text(&review.snapshot()).unwrap().as_bytes());
}

pub fn other_way(from: usize) -> Review {
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
    // Where the journal goes on from what the file was before, too.
    let disk = crashed(1, 3);
    disk.put(&there(), edited.as_bytes());
    assert_eq!(number(&apart(open(&disk)).file.opened.review), 9);
    // Once it was closed, it is what somebody wanted; what it was then is kept beside it.
    let disk = closed(1);
    disk.put(&there(), edited.as_bytes());
    let found = ready(open(&disk));
    assert_eq!(found.notes.len(), 1, "{:?}", found.notes);
    let (mut review, keeper) = work(found);
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
    for (file, expected, kept) in [
        (version(5), 5, 0),
        (other_way(2), 77, 1),
        (version(3), 3, 0),
    ] {
        let disk = closed(3);
        put(&disk, &there(), &file);
        let found = ready(open(&disk));
        assert_eq!(number(&found.opened.review), expected);
        assert_eq!(
            (&found.came_from, found.notes.len()),
            (&CameFrom::File, kept)
        );
        // What went another way is not lost.
        let copy = read(
            &disk,
            &beside("West (kept 22 November 2026 14.02).dbvreview"),
        );
        assert_eq!(copy.as_ref().map(number), (kept == 1).then_some(3));
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
            found.notes[1].contains("“damaged” in its name"),
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

/// A journal as a program of that version of its format would begin it.
fn of_version(journal: &[u8], version: u32) -> Vec<u8> {
    use sha2::{Digest as _, Sha256};
    let text = str::from_utf8(journal).unwrap();
    let (first, rest) = text.split_once('\n').unwrap();
    let (_, body) = first.split_once(' ').unwrap();
    assert!(body.contains("version:3"), "{body}");
    let body = body.replacen("version:3", &format!("version:{version}"), 1);
    let sum = Sha256::digest(&body);
    let sum: String = sum[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{sum} {body}\n{rest}").into_bytes()
}

#[test]
fn a_journal_of_an_older_program_is_read_and_a_newer_ones_said_to_be_that() {
    for (version, read) in [(1, true), (2, true), (3, true), (4, false)] {
        let disk = crashed(1, 3);
        let all = disk.everything();
        let mut all = all.iter();
        let (journal, bytes) = all.find(|(path, _)| path.starts_with("/own")).unwrap();
        disk.put(journal, &of_version(bytes, version));
        let found = ready(open(&disk));
        let said = found.notes.join("\n");
        assert_eq!(number(&found.opened.review), if read { 3 } else { 1 });
        assert_eq!(said.contains("by a newer program"), !read, "{said}");
    }
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

/// What was begun with the program before comes back from the journal of this one.
#[test]
fn a_crash_in_a_review_of_an_older_program_costs_nothing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/v1");
    let mut tried = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let disk = SimDisk::default();
        disk.put(&there(), &std::fs::read(file.unwrap().path()).unwrap());
        let found = ready(open(&disk));
        assert_eq!(found.came_from, CameFrom::File);
        let (mut review, keeper) = work(found);
        retitle(&mut review, "Title 5");
        keeper.keep(review.snapshot());
        assert!(keeper.is_in_journal());
        let found = ready(open(&kill(&disk, keeper)));
        assert!(matches!(
            found.came_from,
            CameFrom::Journal { changes: 1, .. }
        ));
        let (review, keeper) = work(found);
        assert_eq!(number(&review), 5);
        keeper.finish().unwrap();
        tried += 1;
    }
    assert!(tried >= 4);
}

/// Another review takes the name of one that was lost in a crash.
#[test]
fn a_new_review_does_not_take_the_journal_of_another() {
    let disk = crashed(1, 3);
    disk.take(&there());
    let shared: Arc<dyn Disk> = Arc::new(disk.clone());
    let new = other_way(0).snapshot();
    let hold = begin_on(shared, &there(), &new, &services()).unwrap();
    let keeper = Keeper::at_pace(hold, new, Arc::new(services()), NEVER, || {});
    keeper.finish().unwrap();
    let own = services().0.unwrap().join("journals");
    let names = disk.names(&own);
    let aside = names.iter().find(|name| name.ends_with(".unreadable"));
    let aside = disk
        .read(&own.join(aside.expect("it is gone")), u64::MAX)
        .unwrap();
    let journal = dbv_case_review::store::journal::read(&aside).unwrap();
    assert_eq!(number(&journal.opened.review), 3);
}
