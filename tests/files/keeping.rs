//! Keeping: the version before stays, a failure costs nothing, nothing is left behind, and the
//! file keeps itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::{Command, Review, bounds};
use dbv_case_review::store::{
    DiskTrouble, Hold, Keeper, Overwrite, Pace, Recent, Report, SaveError, Standing, open, recent,
    save_copy,
};

use dbv_case_review::store::disk::RealDisk;

use super::made::{Still, apply, begun, code, date, id, judged, moment, retitle, text};
use super::{keep, names, title};

#[test]
fn the_version_before_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dbvreview");
    let bak = folder.path().join("a.dbvreview.bak");
    let mut review = judged(1);
    keep(&path, &review).unwrap();
    assert!(!bak.exists());
    for (now, before) in [("Second", "Spring workshop"), ("Third", "Second")] {
        retitle(&mut review, now);
        keep(&path, &review).unwrap();
        assert_eq!(
            (title(&path), title(&bak)),
            (now.to_owned(), before.to_owned())
        );
    }
    assert_eq!(names(folder.path()), ["a.dbvreview", "a.dbvreview.bak"]);
}

/// Other systems may keep a reader out for a moment while a name is given.
#[cfg(unix)]
#[test]
fn at_every_moment_there_is_a_whole_review() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dbvreview");
    let mut review = begun();
    keep(&path, &review).unwrap();
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(std::sync::atomic::Ordering::Relaxed) {
                assert!(open(&path).is_ok());
            }
        });
        for number in 0..60 {
            retitle(&mut review, &format!("Title {number}"));
            keep(&path, &review).unwrap();
        }
        done.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}

#[test]
fn a_failed_save_costs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dbvreview");
    let mut review = begun();
    keep(&path, &review).unwrap();
    retitle(&mut review, "Second");
    // A mark, a folder in the way, a folder that is a file, a folder that is gone.
    let mut mark = fs::metadata(&path).unwrap().permissions();
    mark.set_readonly(true);
    fs::set_permissions(&path, mark.clone()).unwrap();
    assert_eq!(keep(&path, &review), Err(SaveError::ReadOnly));
    assert!(open(&path).unwrap().read_only);
    #[allow(clippy::permissions_set_readonly_false)]
    mark.set_readonly(false);
    fs::set_permissions(&path, mark).unwrap();
    let inside = path.join("b.dbvreview");
    assert_eq!(
        keep(&inside, &review),
        Err(SaveError::Disk(DiskTrouble::NotThere))
    );
    let gone = folder.path().join("gone").join("b.dbvreview");
    let message = keep(&gone, &review).unwrap_err().to_string();
    assert_eq!(
        message,
        "The review could not be written: the file or its folder is not there. The file is as it \
         was before, and the review that is open still holds everything. Check the name, and \
         whether the drive or memory stick is still connected, or keep it elsewhere."
    );
    assert_eq!(keep(folder.path(), &review), Err(SaveError::NotAFile));
    assert_eq!(title(&path), "Spring workshop");
    assert_eq!(names(folder.path()), ["a.dbvreview"]);
}

#[test]
fn a_bak_that_cannot_be_replaced_does_not_stop_the_review() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dbvreview");
    fs::create_dir_all(folder.path().join("a.dbvreview.bak").join("full")).unwrap();
    let mut review = begun();
    keep(&path, &review).unwrap();
    retitle(&mut review, "Second");
    keep(&path, &review).unwrap();
    assert_eq!(title(&path), "Second");
    assert_eq!(names(folder.path()), ["a.dbvreview", "a.dbvreview.bak"]);
}

#[test]
fn a_copy_replaces_only_what_it_may() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.dbvreview");
    let review = begun();
    let copy = |overwrite| save_copy(&path, &review.snapshot(), overwrite);
    fs::write(&path, "something else").unwrap();
    assert_eq!(copy(Overwrite::No), Err(SaveError::Exists));
    assert_eq!(fs::read_to_string(&path).unwrap(), "something else");
    assert_eq!(copy(Overwrite::Yes), Ok(()));
    assert_eq!(title(&path), "Spring workshop");
    fs::remove_file(&path).unwrap();
    assert_eq!(copy(Overwrite::No), Ok(()));
    assert_eq!(
        names(folder.path()),
        ["copy.dbvreview", "copy.dbvreview.bak"]
    );
}

#[test]
fn a_review_that_could_not_be_opened_again_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dbvreview");
    let mut review = begun();
    keep(&path, &review).unwrap();
    for number in 0..430 {
        let mut file = CaseFile::new(id(number), code("Mainstream"));
        file.pen_portrait = text(&"👩".repeat(bounds::TEXT));
        apply(&mut review, Command::AddCase(Box::new(file)));
    }
    assert_eq!(keep(&path, &review), Err(SaveError::TooLarge));
    assert_eq!(open(&path).unwrap().review.cases().len(), 0);
    assert_eq!(names(folder.path()), ["a.dbvreview"]);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().unwrap();
    let shelf = folder.path().join("shelf");
    fs::create_dir(&shelf).unwrap();
    let (link, target) = (
        folder.path().join("link.dbvreview"),
        shelf.join("a.dbvreview"),
    );
    symlink("shelf/a.dbvreview", &link).unwrap();
    let mut review = begun();
    keep(&link, &review).unwrap();
    fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
    retitle(&mut review, "Second");
    keep(&link, &review).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(
        (title(&link), title(&target)),
        ("Second".to_owned(), "Second".to_owned())
    );
    assert_eq!(
        fs::metadata(&target).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert_eq!(names(&shelf), ["a.dbvreview", "a.dbvreview.bak"]);
    assert_eq!(names(folder.path()), ["link.dbvreview", "shelf"]);
}

const QUICK: Pace = Pace {
    quiet: Duration::from_millis(60),
    longest: Duration::from_millis(300),
    retry: Duration::from_millis(150),
};
const NEVER: Pace = Pace {
    quiet: Duration::from_secs(3600),
    longest: Duration::from_secs(3600),
    retry: Duration::from_secs(3600),
};

fn keeper(path: &Path, pace: Pace) -> Keeper {
    let hold = Hold::unlocked(Arc::new(RealDisk), path.to_owned());
    let first = begun().snapshot();
    Keeper::at_pace(hold, first, Arc::new(Still(None)), pace, || {})
}

fn hand_over(keeper: &Keeper, review: &Review) {
    keeper.keep(review.snapshot());
}

/// What becomes of the file; this keeper has no journal.
fn wait_for(keeper: &Keeper) -> Report {
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        match keeper.poll() {
            None | Some(Report::NoJournal(_)) => {}
            Some(report) => return report,
        }
        assert!(Instant::now() < until, "no report");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn the_file_keeps_itself_soon_after_the_last_change() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dbvreview");
    let pace = Pace {
        quiet: Duration::from_secs(2),
        ..Pace::default()
    };
    let (woken, wakes) = std::sync::mpsc::channel();
    let hold = Hold::unlocked(Arc::new(RealDisk), path.clone());
    let data = folder.path().join("data");
    let services = Arc::new(Still(Some(data.clone())));
    let first = begun().snapshot();
    let keeper = Keeper::at_pace(hold, first, services, pace, move || {
        woken.send(()).unwrap();
    });
    let at_first = Standing {
        safe_in: Some(data.join("journals")),
        ..Standing::default()
    };
    assert_eq!(keeper.standing(), at_first);
    let mut review = begun();
    let mut changes = Vec::new();
    for number in 0..20 {
        retitle(&mut review, &format!("Title {number}"));
        changes.push(review.snapshot());
    }
    let clock = Instant::now();
    for change in changes {
        keeper.keep(change);
    }
    let is_pending = keeper.standing().pending;
    // On a computer that does nothing for two seconds they are more than one.
    let is_at_once = clock.elapsed() < pace.quiet;
    assert!(is_pending || !is_at_once);
    wakes.recv_timeout(Duration::from_secs(20)).unwrap();
    assert_eq!(keeper.poll(), Some(Report::Kept { at: moment() }));
    let standing = keeper.standing();
    assert_eq!(standing.last_kept, Some(moment()));
    if is_at_once {
        assert_eq!((standing.pending, standing.error), (false, None));
        assert_eq!(title(&path), "Title 19");
    }
    keeper.finish().unwrap();
    assert_eq!(title(&path), "Title 19");
    // Twenty changes, one file: no version before.
    if is_at_once {
        assert_eq!(names(folder.path()), ["a.dbvreview", "data"]);
    }
}

#[test]
fn changes_without_a_pause_do_not_keep_it_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let keeper = keeper(&folder.path().join("a.dbvreview"), QUICK);
    let mut review = begun();
    let until = Instant::now() + Duration::from_secs(20);
    while !matches!(keeper.poll(), Some(Report::Kept { .. })) {
        retitle(&mut review, &format!("Title {:?}", Instant::now()));
        hand_over(&keeper, &review);
        std::thread::sleep(Duration::from_millis(20));
        assert!(Instant::now() < until, "never written");
    }
}

#[test]
fn closing_writes_what_is_pending() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dbvreview");
    let mut review = begun();
    let first = keeper(&path, NEVER);
    hand_over(&first, &review);
    first.finish().unwrap();
    assert_eq!(title(&path), "Spring workshop");
    retitle(&mut review, "Second");
    let second = keeper(&path, NEVER);
    hand_over(&second, &review);
    drop(second);
    assert_eq!(title(&path), "Second");
    keeper(&path, NEVER).finish().unwrap();
    assert_eq!(names(folder.path()), ["a.dbvreview", "a.dbvreview.bak"]);
}

#[test]
fn a_keeper_that_fails_says_so_and_tries_again() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = folder.path().join("stick");
    let path = shelf.join("a.dbvreview");
    let keeper = keeper(&path, QUICK);
    hand_over(&keeper, &begun());
    let Report::Failed(error) = wait_for(&keeper) else {
        panic!("written where nothing is")
    };
    assert_eq!(error, SaveError::Disk(DiskTrouble::NotThere));
    let standing = keeper.standing();
    assert!(standing.pending && standing.error.unwrap().contains("memory stick"));
    assert_eq!(keeper.write_now(), Err(error));
    fs::create_dir(&shelf).unwrap();
    while matches!(wait_for(&keeper), Report::Failed(_)) {}
    assert_eq!(keeper.standing().error, None);
    assert_eq!(title(&path), "Spring workshop");
}

fn recent_paths(services: &Still) -> Vec<PathBuf> {
    let all = recent::recent(services);
    all.into_iter().map(|one| one.path).collect()
}

#[test]
fn recent_reviews_are_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let services = Still(Some(folder.path().join("deep").join("own")));
    let paths: Vec<PathBuf> = (0..15)
        .map(|number| folder.path().join(format!("{number} “x’s”.dbvreview")))
        .collect();
    assert!(recent::recent(&services).is_empty());
    for path in &paths {
        fs::write(path, "").unwrap();
        recent::remember(&services, path, None);
    }
    let latest: Vec<_> = paths.iter().rev().take(12).cloned().collect();
    assert_eq!(recent_paths(&services), latest);
    let until = Some(date("2027-11-22"));
    recent::remember(&services, &paths[9], until);
    let first = Recent {
        path: paths[9].clone(),
        keep_until: until,
    };
    assert_eq!(recent::recent(&services)[0], first);
    assert_eq!(recent::recent(&services).len(), 12);
    fs::remove_file(&paths[9]).unwrap();
    assert_eq!(recent::recent(&services).len(), 11);
    // Whatever is in it: no list, no harm.
    let list = folder.path().join("deep/own/recent.ron");
    for bad in [&b"[[["[..], b"", b"\xff", b"[5]", b"[(path: 5)]"] {
        fs::write(&list, bad).unwrap();
        assert!(recent::recent(&services).is_empty());
    }
    recent::remember(&services, &paths[3], None);
    assert_eq!(recent_paths(&services), [paths[3].clone()]);
    // As the program wrote it before reviews had a date until when they are kept.
    fs::write(&list, format!("[\n  {:?},\n]", paths[4])).unwrap();
    assert_eq!(recent_paths(&services), [paths[4].clone()]);
    assert_eq!(names(&folder.path().join("deep/own")), ["recent.ron"]);
    assert!(recent::recent(&Still(None)).is_empty());
    recent::remember(&Still(None), &paths[3], None);
}
