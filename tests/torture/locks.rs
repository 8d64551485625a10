//! Two people, one file: on the real disk, the other one a process of its own.

use std::process::Child;
use std::time::Instant;

use dbv_case_review::store::{
    InUse, Reason, SaveError, copies_beside, forget, left_open, open_for_work, recent, save, tidy,
};

use super::kills::as_child;
use super::made::{SECRET, judged, moment};
use super::*;

fn start(folder: &Path) -> Child {
    let mut child = as_child("locks::the_other_one", folder).spawn().unwrap();
    let until = Instant::now() + Duration::from_secs(20);
    while !folder.join("ready").exists() {
        assert!(Instant::now() < until && child.try_wait().unwrap().is_none());
        std::thread::sleep(Duration::from_millis(5));
    }
    child
}

fn own(folder: &Path) -> Still {
    Still(Some(folder.join("own")))
}

fn path(folder: &Path) -> PathBuf {
    folder.join("West.dbvreview")
}

fn lock_of(folder: &Path) -> PathBuf {
    folder.join("West.dbvreview.lock")
}

fn opened(folder: &Path) -> ForWork {
    ready(open_for_work(&path(folder), &own(folder)).unwrap())
}

/// Not a test: the other process. It works on the review, and stays.
#[test]
#[ignore = "is started by another test"]
fn the_other_one() {
    let Some(folder) = std::env::var_os("TORTURE_IN").map(PathBuf::from) else {
        return;
    };
    let services = Arc::new(own(&folder));
    let ForWork { opened, access, .. } = opened(&folder);
    let mut review = opened.review;
    let first = review.snapshot();
    let keeper = Keeper::at_pace(mine(access), first, services, NEVER, || {});
    keeper.sign("  Jo at the front ");
    retitle(&mut review, "Title 2");
    keeper.keep(review.snapshot());
    assert!(keeper.is_in_journal());
    // The signature comes before it, in the same thread.
    keeper.write_now().unwrap();
    std::fs::write(folder.join("ready"), "").unwrap();
    std::thread::sleep(Duration::from_secs(60));
}

#[test]
fn the_second_can_only_read_until_the_first_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    save(&path(folder), &version(1).snapshot()).unwrap();
    let mut child = start(folder);
    let second = opened(folder);
    let Access::ReadOnly(Reason::InUse(who)) = second.access else {
        panic!("{:?}", second.access)
    };
    assert_eq!(
        who,
        InUse {
            machine: Some("LAPTOP-7".to_owned()),
            since: Some(moment()),
            who: Some("Jo at the front".to_owned()),
            here: true,
            may_take_over: false,
        }
    );
    assert_eq!(
        who.in_words(&own(folder)),
        "This review is open by Jo at the front in another window on this computer, since 14:02, \
         so here it can only be read. To work on it here, close it there and look again."
    );
    assert_eq!(left_open(&own(folder)), []);
    assert_eq!(forget(&path(folder), &own(folder)), Err(SaveError::InUse));
    // A crash locks nobody out, and what was done is there.
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(lock_of(folder).exists());
    let left = left_open(&own(folder));
    assert_eq!((left.len(), left[0].path.clone()), (1, path(folder)));
    let third = opened(folder);
    assert_eq!(number(&third.opened.review), 2);
    let hold = mine(third.access);
    assert!(lock_of(folder).exists());
    // In one process too.
    let fourth = opened(folder);
    assert!(matches!(fourth.access, Access::ReadOnly(Reason::InUse(_))));
    drop(hold);
    assert!(!lock_of(folder).exists());
}

#[test]
fn closing_takes_the_lock_away() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    save(&path(folder), &version(1).snapshot()).unwrap();
    for _ in 0..3 {
        let (mut review, keeper) = {
            let ForWork { opened, access, .. } = opened(folder);
            let (hold, first) = (mine(access), opened.review.snapshot());
            let services = Arc::new(own(folder));
            (
                opened.review,
                Keeper::at_pace(hold, first, services, NEVER, || {}),
            )
        };
        assert!(lock_of(folder).exists());
        retitle(&mut review, "Title 5");
        keeper.keep(review.snapshot());
        keeper.finish().unwrap();
        assert!(!lock_of(folder).exists());
        assert_eq!(left_open(&own(folder)), []);
    }
}

/// On a disk without locks nobody can tell, so a person says it.
#[test]
fn where_there_are_no_locks_it_can_be_taken_over() {
    struct Elsewhere(Still);
    impl dbv_case_review::services::Services for Elsewhere {
        fn now(&self) -> dbv_case_review::review::Timestamp {
            self.0.now()
        }
        fn salt(&self) -> dbv_case_review::review::Salt {
            dbv_case_review::review::Salt([8; 16])
        }
        fn time_of_day(&self, at: dbv_case_review::review::Timestamp) -> String {
            self.0.time_of_day(at)
        }
        fn today(&self) -> dbv_case_review::review::Date {
            self.0.today()
        }
        fn documents_folder(&self) -> Option<PathBuf> {
            None
        }
        fn data_folder(&self) -> Option<PathBuf> {
            None
        }
        fn machine_name(&self) -> String {
            "HALL-2".to_owned()
        }
        fn is_running(&self, _: u32) -> Option<bool> {
            None
        }
    }
    use dbv_case_review::store::take_over_on;
    let disk = SimDisk::default();
    save_on(&disk, &there(), &version(1).snapshot()).unwrap();
    let first = ready(open(&disk));
    let elsewhere = Elsewhere(services());
    let second = open_for_work_on(Arc::new(disk.clone()), &there(), &elsewhere);
    let Access::ReadOnly(Reason::InUse(who)) = ready(second.unwrap()).access else {
        panic!("two at work")
    };
    assert!(who.may_take_over && !who.here);
    assert!(who.in_words(&elsewhere).ends_with(
        "on the computer “LAPTOP-7”, since 14:02, so here it can only be read. This folder does \
         not tell whether it still is. If it is not, take it over."
    ));
    let third = take_over_on(Arc::new(disk.clone()), &there(), &elsewhere).unwrap();
    let hold = mine(ready(third).access);
    // Whoever had it does not take the other's lock away.
    drop(first);
    let lock = there().with_file_name("West.dbvreview.lock");
    assert!(disk.read(&lock, 999).is_ok());
    drop(hold);
    assert!(disk.read(&lock, 999).is_err());
}

fn everything_in(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            everything_in(&path, found);
        } else {
            let bytes = std::fs::read(&path).unwrap();
            found.push((path, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
}

#[test]
fn what_is_forgotten_is_gone_from_this_computer() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let mut review = judged(1);
    save(&path(folder), &review.snapshot()).unwrap();
    recent::remember(&own(folder), &path(folder), None);
    let ForWork { opened, access, .. } = opened(folder);
    let services = Arc::new(own(folder));
    let keeper = Keeper::at_pace(
        mine(access),
        opened.review.snapshot(),
        services,
        NEVER,
        || {},
    );
    retitle(&mut review, "Title 2");
    keeper.keep(review.snapshot());
    keeper.finish().unwrap();
    // What crashes and choices leave.
    let kept = folder.join("West (kept 22 November 2026 14.02).dbvreview");
    std::fs::copy(path(folder), &kept).unwrap();
    std::fs::write(lock_of(folder), "stale").unwrap();
    assert_eq!(copies_beside(&path(folder)), std::slice::from_ref(&kept));
    let forgotten = forget(&path(folder), &own(folder)).unwrap();
    assert!(forgotten.was_recent);
    assert_eq!(
        (forgotten.removed.len(), forgotten.copies),
        (2, vec![kept.clone()])
    );
    let mut left = Vec::new();
    everything_in(folder, &mut left);
    left.retain(|(_, text)| text.contains(SECRET) || text.contains("West"));
    let mut left: Vec<_> = left.into_iter().map(|(path, _)| path).collect();
    left.sort();
    assert_eq!(left, [kept, path(folder)]);
    assert!(!lock_of(folder).exists());
    // Once more: nothing to do.
    let again = forget(&path(folder), &own(folder)).unwrap();
    assert_eq!((again.removed.len(), again.was_recent), (0, false));
}

#[test]
fn third_copies_go_after_a_month_and_what_a_crash_left_stays() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let journals = folder.join("own/journals");
    let work_on = |name: &str| {
        let path = folder.join(name);
        save(&path, &version(1).snapshot()).unwrap();
        let ForWork { opened, access, .. } = ready(open_for_work(&path, &own(folder)).unwrap());
        let (hold, first) = (mine(access), opened.review.snapshot());
        let keeper = Keeper::at_pace(hold, first, Arc::new(own(folder)), NEVER, || {});
        assert!(keeper.is_in_journal());
        keeper
    };
    let age = |days: u64| {
        let now = std::time::SystemTime::from(moment().utc());
        for journal in std::fs::read_dir(&journals).unwrap() {
            let file = std::fs::File::options()
                .write(true)
                .open(journal.unwrap().path());
            file.unwrap()
                .set_modified(now - Duration::from_secs(days * 86_400))
                .unwrap();
        }
    };
    let count = || std::fs::read_dir(&journals).unwrap().count();
    work_on("A.dbvreview").finish().unwrap();
    let open = work_on("B.dbvreview");
    std::fs::write(journals.join("0123.2.unreadable"), "put aside").unwrap();
    assert_eq!(count(), 3);
    for (days, left) in [(29, 3), (31, 1)] {
        age(days);
        tidy(&own(folder));
        assert_eq!(count(), left);
    }
    assert_eq!(left_open(&own(folder)), []);
    drop(open);
}

#[cfg(unix)]
#[test]
fn a_journal_is_for_this_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    save(&path(folder), &version(1).snapshot()).unwrap();
    let ForWork { opened, access, .. } = opened(folder);
    let services = Arc::new(own(folder));
    let keeper = Keeper::at_pace(
        mine(access),
        opened.review.snapshot(),
        services,
        NEVER,
        || {},
    );
    assert!(keeper.is_in_journal());
    let journals = std::fs::read_dir(folder.join("own/journals")).unwrap();
    for journal in journals {
        let mode = journal.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
