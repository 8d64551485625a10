//! Disks with moods: a file that cannot be read for a moment, a folder that is gone, a step that
//! hangs, a file that comes back.

use std::fmt;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use dbv_case_review::store::disk::{About, Guard, Taken};
use dbv_case_review::store::{OpenError, SaveError};

use super::recovery::{beside, closed, crashed, other_way, put};
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

fn open_moody(disk: &Moody) -> Result<Open, OpenError> {
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
