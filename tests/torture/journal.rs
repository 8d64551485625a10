//! The journal: torn at every byte it gives everything before the tear, damaged anywhere it gives
//! nothing that was not there, and what was undone since is undone again.

use dbv_case_review::review::Command;
use dbv_case_review::review::command::SetupEdit;
use dbv_case_review::store::journal::read as read_journal;

use super::made::{SECRET, apply, judged, text};
use super::*;

fn journal_of(disk: &SimDisk) -> Vec<u8> {
    let mut all = disk.everything().into_iter();
    let journal = all.find(|(path, _)| path.extension().is_some_and(|end| end == "journal"));
    journal.expect("no journal").1
}

fn typed(text: &str) -> Vec<Unfinished> {
    vec![Unfinished {
        field: "Note".to_owned(),
        text: text.to_owned(),
    }]
}

/// A journal of two changes and a text that is being typed, and where its lines end.
fn small() -> (Vec<u8>, Vec<usize>) {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(0).snapshot()).unwrap();
    let (mut review, keeper) = work(ready(open(&disk)));
    for change in 1..=2 {
        retitle(&mut review, &format!("Title {change}"));
        keeper.keep(review.snapshot());
        assert!(keeper.is_in_journal());
    }
    keeper.typed(typed("a note of\ntwo “lines”"));
    assert!(keeper.is_in_journal());
    let journal = journal_of(&disk);
    let ends = journal
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'\n');
    let ends: Vec<usize> = ends.map(|(at, _)| at).collect();
    assert_eq!(ends.len(), 5);
    (journal, ends)
}

#[test]
fn torn_at_every_byte_it_gives_all_that_stands_before_the_tear() {
    let (journal, ends) = small();
    for cut in 0..=journal.len() {
        // A line counts from its last byte on, with or without its end.
        let whole = ends.iter().filter(|end| cut >= **end).count();
        let read = read_journal(&journal[..cut]);
        let Ok(read) = read else {
            assert!(whole < 2, "cut at {cut}");
            continue;
        };
        assert!(whole >= 2, "cut at {cut}");
        assert_eq!(
            number(&read.opened.review),
            (whole - 2).min(2),
            "cut at {cut}"
        );
        let last = (whole == 5).then(|| typed("a note of\ntwo “lines”"));
        assert_eq!(read.unfinished, last.unwrap_or_default());
        assert!(!read.closed);
        let is_between = cut == journal.len() || ends.contains(&cut) || ends.contains(&(cut - 1));
        assert_eq!(read.torn, !is_between, "cut at {cut}");
        assert_eq!(read.opened.review.history().check(), Ok(()));
    }
    println!("journal: torn at each of {} bytes", journal.len());
}

#[test]
fn no_byte_of_it_can_change_unseen() {
    let (journal, ends) = small();
    for at in 0..journal.len() {
        let mut journal = journal.clone();
        journal[at] ^= 1 << (at % 7);
        let lines = ends.iter().filter(|end| at > **end).count();
        match read_journal(&journal) {
            Err(_) => assert!(lines < 2 || (lines == 2 && at == ends[1]), "at {at}"),
            Ok(read) => {
                assert!(read.torn || ends.contains(&at), "at {at}");
                assert!(number(&read.opened.review) <= lines.saturating_sub(1));
            }
        }
    }
}

/// Whoever goes on after a crash can take back what was done before it; the journal that begins
/// then knows nothing of that, and comes back all the same.
#[test]
fn what_is_undone_after_a_recovery_is_undone_after_the_next() {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(0).snapshot()).unwrap();
    let (mut review, keeper) = work(ready(open(&disk)));
    for change in 1..=3 {
        retitle(&mut review, &format!("Title {change}"));
        keeper.keep(review.snapshot());
    }
    assert!(keeper.is_in_journal());
    let disk = kill(&disk, keeper);
    let (mut review, keeper) = work(ready(open(&disk)));
    assert_eq!(number(&review), 3);
    for command in [Command::Undo, Command::Undo, Command::Redo, Command::Undo] {
        apply(&mut review, command);
        keeper.keep(review.snapshot());
        assert!(keeper.is_in_journal());
    }
    apply(&mut review, Command::Setup(SetupEdit::Note(text("after"))));
    keeper.keep(review.snapshot());
    assert!(keeper.is_in_journal());
    let disk = kill(&disk, keeper);
    let back = ready(open(&disk));
    assert_eq!(back.opened.review.snapshot(), review.snapshot());
    assert_eq!(number(&back.opened.review), 1);
    assert!(
        !back
            .notes
            .iter()
            .any(|note| note.contains("could not be read"))
    );
}

/// Every command there is comes back from the journal as it went in.
#[test]
fn a_whole_workshop_comes_back() {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &begun().snapshot()).unwrap();
    let (_, keeper) = work(ready(open(&disk)));
    let review = judged(3);
    keeper.keep(review.snapshot());
    assert!(keeper.is_in_journal());
    let disk = kill(&disk, keeper);
    let back = ready(open(&disk));
    assert_eq!(back.opened.review.snapshot(), review.snapshot());
    assert!(back.opened.review.undoable().is_some());
    for note in back.notes {
        assert!(!note.contains(SECRET));
    }
}

#[test]
fn a_closed_review_leaves_a_short_journal_of_what_the_file_holds() {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(0).snapshot()).unwrap();
    let (mut review, keeper) = work(ready(open(&disk)));
    keeper.typed(typed("given up"));
    retitle(&mut review, "Title 1");
    keeper.keep(review.snapshot());
    keeper.finish().unwrap();
    let journal = read_journal(&journal_of(&disk)).unwrap();
    assert!(journal.closed && !journal.torn);
    assert_eq!(journal.unfinished, []);
    assert_eq!(journal.opened.review.snapshot(), review.snapshot());
    assert_eq!(journal.path, there());
}

/// Without a place for journals the work goes on, and that is said once.
#[test]
fn without_a_journal_work_goes_on() {
    use dbv_case_review::store::{Report, SaveError};
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(0).snapshot()).unwrap();
    let nowhere = Arc::new(Still(None));
    let hold = Hold::unlocked(Arc::new(disk.clone()), there());
    let first = version(0).snapshot();
    let keeper = Keeper::at_pace(hold, first, nowhere, NEVER, || {});
    let mut review = version(0);
    for change in 1..=2 {
        retitle(&mut review, &format!("Title {change}"));
        keeper.keep(review.snapshot());
        assert!(!keeper.is_in_journal());
    }
    assert_eq!(keeper.standing().safe_in, None);
    keeper.write_now().unwrap();
    let mut told = 0;
    while let Some(report) = keeper.poll() {
        told += usize::from(matches!(report, Report::NoJournal(_)));
    }
    assert_eq!(told, 1);
    assert_eq!(number(&read(&disk, &there()).unwrap()), 2);
    // Where the file fails too, the message says how it is.
    let words = SaveError::TooLarge.told(None);
    assert!(words.contains("only in this window"), "{words}");
}

/// Of a journal that is damaged in the middle, what can be read comes back, and the rest is not
/// written over.
#[test]
fn a_journal_damaged_in_the_middle_is_kept() {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(0).snapshot()).unwrap();
    let (mut review, keeper) = work(ready(open(&disk)));
    for change in 1..=3 {
        retitle(&mut review, &format!("Title {change}"));
        keeper.keep(review.snapshot());
        assert!(keeper.is_in_journal());
    }
    let disk = kill(&disk, keeper);
    let all = disk.everything();
    let (name, bytes) = all
        .iter()
        .find(|(path, _)| path.starts_with("/own"))
        .unwrap();
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    let ends: Vec<usize> = ends.map(|(at, _)| at).collect();
    let mut damaged = bytes.clone();
    damaged[ends[2] + 40] ^= 1;
    disk.put(name, &damaged);
    let found = ready(open(&disk));
    assert_eq!(number(&found.opened.review), 1);
    assert!(
        found
            .notes
            .iter()
            .any(|note| note.contains("could not be read"))
    );
    let (_, keeper) = work(found);
    keeper.finish().unwrap();
    assert_eq!(
        disk.read(&name.with_extension("unreadable"), u64::MAX)
            .unwrap(),
        damaged
    );
}
