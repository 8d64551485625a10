//! Disks with moods: a file that cannot be read for a moment, a folder that is gone, a
//! file that comes back.

use std::fmt;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use dbv_case_review::store::disk::{About, Guard, Taken};
use dbv_case_review::store::{DiskTrouble, OpenError, Reason, SaveError, take_over_on};

use super::recovery::{beside, crashed, other_way, put};
use super::*;

/// What a step of this name on this file fails with, if it does; it may also take its time.
type Mood = dyn Fn(&str, &Path) -> Option<io::Error> + Send + Sync;

/// A disk that asks its mood before every step.
#[derive(Clone)]
pub struct Moody(SimDisk, Arc<Mood>);

impl fmt::Debug for Moody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Moody {
    pub fn new(
        disk: &SimDisk,
        mood: impl Fn(&str, &Path) -> Option<io::Error> + Send + Sync + 'static,
    ) -> Self {
        Self(disk.clone(), Arc::new(mood))
    }

    fn ask(&self, step: &str, path: &Path) -> io::Result<&SimDisk> {
        (self.1)(step, path).map_or(Ok(&self.0), Err)
    }
}

impl Disk for Moody {
    fn about(&self, path: &Path) -> io::Result<About> {
        self.ask("about", path)?.about(path)
    }
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.ask("read", path)?.read(path, most)
    }
    fn create_new(&self, path: &Path, bytes: &[u8], guard: &Guard) -> io::Result<()> {
        self.ask("create", path)?.create_new(path, bytes, guard)
    }
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.ask("append", path)?.append(path, bytes)
    }
    fn sync(&self, path: &Path) -> io::Result<()> {
        self.ask("sync", path)?.sync(path)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.ask("rename", to)?.rename(from, to)
    }
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.ask("rename_new", to)?.rename_new(from, to)
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.ask("link", from)?.link(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.ask("remove", path)?.remove(path)
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.ask("create_folder", path)?.create_folder(path)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.ask("sync_folder", path)?.sync_folder(path)
    }
    fn list(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        self.ask("list", path)?.list(path)
    }
    fn link_target(&self, path: &Path) -> io::Result<PathBuf> {
        self.0.link_target(path)
    }
    fn lock(&self, path: &Path) -> io::Result<Taken> {
        self.ask("lock", path)?.lock(path)
    }
}

fn broken() -> Option<io::Error> {
    Some(io::Error::from_raw_os_error(5))
}

pub fn open_moody(disk: &Moody) -> Result<Open, OpenError> {
    open_for_work_on(Arc::new(disk.clone()), &there(), &services())
}

/// A stick is put back in, with what somebody did to the review on another computer.
#[test]
fn a_file_that_appears_again_is_not_written_over() {
    let left = crashed(1, 2);
    left.take(&there());
    let (mut review, keeper) = work(ready(open(&left)));
    put(&left, &there(), &other_way(1));
    assert_eq!(keeper.write_now(), Err(SaveError::ChangedOnDisk));
    assert!(keeper.standing().changed_on_disk.is_some());
    retitle(&mut review, "Title 3");
    keeper.keep(review.snapshot());
    assert_eq!(keeper.write_now(), Err(SaveError::ChangedOnDisk));
    assert_eq!(number(&read(&left, &there()).unwrap()), 77);
    let kept = keeper.keep_mine().unwrap();
    assert_eq!(number(&read(&left, &kept).unwrap()), 77);
    assert_eq!(number(&read(&left, &there()).unwrap()), 3);
    // What is just what would be written is nobody else's.
    let left = crashed(1, 2);
    left.take(&there());
    let (review, keeper) = work(ready(open(&left)));
    put(&left, &there(), &review);
    assert_eq!(keeper.write_now(), Ok(()));
    // Gone again, and a change elsewhere comes back with it.
    left.take(&there());
    put(&left, &there(), &other_way(1));
    keeper.keep(version(3).snapshot());
    assert_eq!(keeper.write_now(), Err(SaveError::ChangedOnDisk));
}

/// A drive that does not say what it holds after a write: the change of somebody else is seen.
#[test]
fn a_drive_that_says_nothing_after_a_write_hides_no_change() {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(1).snapshot()).unwrap();
    let quiet = Arc::new(AtomicUsize::new(0));
    let asked = Arc::clone(&quiet);
    let moody = Moody::new(&disk, move |step, path| {
        if asked.load(Ordering::SeqCst) == 1 && step == "rename" && path == there() {
            asked.store(2, Ordering::SeqCst);
        }
        let is_quiet = match asked.load(Ordering::SeqCst) {
            0 => false,
            1 => path != there(),
            _ => true,
        };
        (is_quiet && step == "about").then(broken)?
    });
    let (mut review, keeper) = work(ready(open_moody(&moody).unwrap()));
    retitle(&mut review, "Title 2");
    keeper.keep(review.snapshot());
    quiet.store(1, Ordering::SeqCst);
    assert_eq!(keeper.write_now(), Ok(()));
    quiet.store(0, Ordering::SeqCst);
    put(&disk, &there(), &other_way(1));
    retitle(&mut review, "Title 3");
    keeper.keep(review.snapshot());
    assert_eq!(keeper.write_now(), Err(SaveError::ChangedOnDisk));
    assert_eq!(number(&read(&disk, &there()).unwrap()), 77);
}

#[test]
fn a_file_that_cannot_be_read_for_a_moment_is_left_as_it_is() {
    let disk = crashed(1, 2);
    put(&disk, &bak(&there()), &version(1));
    let newer = version(9);
    put(&disk, &there(), &newer);
    let without_lock = || {
        let mut all = disk.everything();
        all.retain(|(path, _)| !path.to_string_lossy().ends_with(".lock"));
        all
    };
    let before = without_lock();
    let moody = Moody::new(&disk, |step, path| {
        (step == "read" && path == there()).then(broken)?
    });
    let error = open_moody(&moody).unwrap_err();
    assert_eq!(error, OpenError::Unreadable(DiskTrouble::Gone));
    assert!(error.to_string().ends_with("and try again."), "{error}");
    assert!(before == without_lock());
    // The whole folder gone: on from the journal, and what comes back with it is not replaced.
    let gone = Arc::new(AtomicUsize::new(1));
    let asked = Arc::clone(&gone);
    let moody = Moody::new(&disk, move |_, path| {
        let is_gone = asked.load(Ordering::SeqCst) == 1;
        (is_gone && path.starts_with("/reviews")).then(broken)?
    });
    let found = ready(open_moody(&moody).unwrap());
    assert_eq!(number(&found.opened.review), 2);
    assert!(
        found
            .notes
            .iter()
            .any(|note| note.contains("does not answer"))
    );
    let (_, keeper) = work(found);
    let error = keeper.write_now().unwrap_err();
    assert_eq!(error, SaveError::Disk(DiskTrouble::Gone));
    gone.store(0, Ordering::SeqCst);
    assert_eq!(keeper.write_now(), Err(SaveError::ChangedOnDisk));
    assert_eq!(number(&read(&disk, &there()).unwrap()), 9);
    drop(keeper);
    assert!(
        !disk
            .everything()
            .iter()
            .any(|(path, _)| path.to_string_lossy().contains("damaged"))
    );
}

/// A lock that somebody else made and this person may not touch.
#[test]
fn nobody_works_beside_a_lock_that_may_not_be_touched() {
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(1).snapshot()).unwrap();
    let lock = there().with_file_name("West.dbvreview.lock");
    let moody = Moody::new(&disk, {
        let lock = lock.clone();
        move |step, path| {
            (step == "lock" && path == lock).then(|| io::ErrorKind::PermissionDenied.into())
        }
    });
    // None is there: nothing can be put there, which is said, and work goes on.
    let found = ready(open_moody(&moody).unwrap());
    assert!(found.notes[0].contains("Nothing could be put beside the file"));
    drop(mine(found.access));
    disk.put(&lock, b"whatever");
    let Access::ReadOnly(Reason::InUse(who)) = ready(open_moody(&moody).unwrap()).access else {
        panic!("two at work");
    };
    assert!(who.may_take_over);
    let taken = take_over_on(Arc::new(moody), &there(), &services()).unwrap();
    drop(mine(ready(taken).access));
    assert_eq!(disk.read(&lock, 99).unwrap(), b"whatever");
}

/// Whoever had the lock removes its name while it is asked for: what is locked then is nobody's.
#[cfg(unix)]
#[test]
fn a_lock_on_a_removed_file_is_none() {
    use dbv_case_review::store::disk::RealDisk;
    #[derive(Debug)]
    struct Removing(AtomicUsize);
    impl Disk for Removing {
        fn about(&self, path: &Path) -> io::Result<About> {
            RealDisk.about(path)
        }
        fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
            RealDisk.read(path, most)
        }
        fn create_new(&self, path: &Path, bytes: &[u8], guard: &Guard) -> io::Result<()> {
            RealDisk.create_new(path, bytes, guard)
        }
        fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
            RealDisk.append(path, bytes)
        }
        fn sync(&self, path: &Path) -> io::Result<()> {
            RealDisk.sync(path)
        }
        fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
            RealDisk.rename(from, to)
        }
        fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
            RealDisk.rename_new(from, to)
        }
        fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
            RealDisk.link(from, to)
        }
        fn remove(&self, path: &Path) -> io::Result<()> {
            RealDisk.remove(path)
        }
        fn create_folder(&self, path: &Path) -> io::Result<()> {
            RealDisk.create_folder(path)
        }
        fn sync_folder(&self, path: &Path) -> io::Result<()> {
            RealDisk.sync_folder(path)
        }
        fn list(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
            RealDisk.list(path)
        }
        fn link_target(&self, path: &Path) -> io::Result<PathBuf> {
            RealDisk.link_target(path)
        }
        fn lock(&self, path: &Path) -> io::Result<Taken> {
            let taken = RealDisk.lock(path);
            if self.0.fetch_add(1, Ordering::SeqCst) == 0 {
                std::fs::remove_file(path)?;
            }
            taken
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("West.dbvreview");
    dbv_case_review::store::save(&path, &version(1).snapshot()).unwrap();
    let own = made::Still(Some(folder.path().join("own")));
    let disk = Arc::new(Removing(AtomicUsize::new(0)));
    let first = open_for_work_on(disk, &path, &own).unwrap();
    let _first = mine(ready(first).access);
    assert!(folder.path().join("West.dbvreview.lock").exists());
    let second = dbv_case_review::store::open_for_work(&path, &own).unwrap();
    assert!(matches!(
        ready(second).access,
        Access::ReadOnly(Reason::InUse(_))
    ));
}

fn journal_of(disk: &SimDisk) -> PathBuf {
    let mut all = disk.everything().into_iter().map(|(path, _)| path);
    all.find(|path| path.extension().is_some_and(|end| end == "journal"))
        .unwrap()
}

#[test]
fn a_journal_that_cannot_be_read_for_a_moment_is_waited_for_and_left_as_it_is() {
    for (failures, opens) in [(1, true), (usize::MAX, false)] {
        let disk = crashed(1, 3);
        let journal = journal_of(&disk);
        let before = disk.read(&journal, u64::MAX).unwrap();
        let tried = AtomicUsize::new(0);
        let name = journal.clone();
        let moody = Moody::new(&disk, move |step, path| {
            let fails =
                step == "read" && path == name && tried.fetch_add(1, Ordering::SeqCst) < failures;
            fails.then(|| io::ErrorKind::PermissionDenied.into())
        });
        match open_moody(&moody) {
            Ok(found) => {
                assert!(opens);
                assert_eq!(number(&ready(found).opened.review), 3);
            }
            Err(error) => {
                assert!(!opens);
                assert_eq!(error, OpenError::Journal(DiskTrouble::NotAllowed));
            }
        }
        assert_eq!(disk.read(&journal, u64::MAX).unwrap(), before);
        assert!(
            !disk
                .everything()
                .iter()
                .any(|(path, _)| path.to_string_lossy().contains("unreadable"))
        );
    }
}

#[test]
fn no_journal_that_was_put_aside_takes_the_place_of_another() {
    let mut disk = crashed(1, 3);
    let journal = journal_of(&disk);
    for number in 1..=3 {
        disk.put(&journal, format!("nothing {number}").as_bytes());
        let (mut review, keeper) = work(ready(open(&disk)));
        retitle(&mut review, "Title 2");
        keeper.keep(review.snapshot());
        assert!(keeper.is_in_journal());
        disk = kill(&disk, keeper);
    }
    let aside = || -> Vec<Vec<u8>> {
        let all = disk.everything().into_iter();
        all.filter(|(path, _)| path.extension().is_some_and(|end| end == "unreadable"))
            .map(|(_, bytes)| bytes)
            .collect()
    };
    assert_eq!(aside().len(), 3);
    // While somebody else has it open, nothing of his is put anywhere.
    let (_, keeper) = work(ready(open(&disk)));
    assert!(keeper.is_in_journal());
    let theirs = disk.read(&journal, u64::MAX).unwrap();
    disk.put(&journal, b"nothing 4");
    let lock = there().with_file_name("West.dbvreview.lock");
    let moody = Moody::new(&disk, move |step, path| {
        (step == "lock" && path == lock).then(|| io::ErrorKind::PermissionDenied.into())
    });
    let second = ready(open_moody(&moody).unwrap());
    assert!(matches!(second.access, Access::ReadOnly(_)));
    assert_eq!(disk.read(&journal, 99).unwrap(), b"nothing 4");
    disk.put(&journal, &theirs);
    // What is taken out must not stand in them either.
    keeper.erase(version(2).snapshot()).unwrap();
    assert_eq!(aside(), [] as [Vec<u8>; 0]);
}

/// The clock does not say which version is the right one.
#[test]
fn where_journal_and_the_version_before_went_apart_the_journal_is_taken() {
    use dbv_case_review::review::{Act, Command, command::SetupEdit};
    let disk = crashed(1, 3);
    let mut later = version(1);
    let title = Command::Setup(SetupEdit::Title(made::text("Title 77")));
    let at = "2027-11-22T14:02:05Z".to_owned().try_into().unwrap();
    later.apply(title, Act { at, ..made::act() }).unwrap();
    put(&disk, &bak(&there()), &later);
    disk.take(&there());
    let found = ready(open(&disk));
    assert_eq!(number(&found.opened.review), 3);
    let kept = beside("West (kept 22 November 2026 14.02).dbvreview");
    assert_eq!(number(&read(&disk, &kept).unwrap()), 77);
}
