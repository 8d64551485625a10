//! What the program keeps of a review on this computer: for this user alone, and what could not be
//! forgotten is named.

use dbv_case_review::services::Services as _;
use dbv_case_review::store::{InUse, SaveError, forget, recent};

use super::made::moment;
use super::*;

#[test]
fn what_could_not_be_forgotten_is_named_with_what_was() {
    let folder = tempfile::tempdir().unwrap();
    let own = Still(Some(folder.path().join("own")));
    let path = folder.path().join("West.dbvreview");
    dbv_case_review::store::save(&path, &version(1).snapshot()).unwrap();
    let found = dbv_case_review::store::open_for_work(&path, &own).unwrap();
    let ForWork { opened, access, .. } = ready(found);
    let first = opened.review.snapshot();
    let services = Arc::new(Still(own.data_folder()));
    Keeper::at_pace(mine(access), first, services, NEVER, || {})
        .finish()
        .unwrap();
    // No file, so that it cannot be removed as one.
    let bak = bak(&path);
    std::fs::create_dir(&bak).unwrap();
    let error = forget(&path, &own).unwrap_err();
    let SaveError::NotForgotten { left, removed, .. } = &error else {
        panic!("{error:?}")
    };
    assert_eq!((left, removed.len()), (&bak, 1));
    assert!(error.to_string().contains("Removed before: "), "{error}");
}

#[cfg(unix)]
#[test]
fn the_list_of_recent_reviews_is_for_this_user_alone_and_knows_links() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("own");
    let own = Still(Some(data.clone()));
    let path = folder.path().join("West.dbvreview");
    let link = folder.path().join("link.dbvreview");
    std::fs::write(&path, "").unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    recent::remember(&own, &link, None);
    recent::remember(&own, &path, None);
    let all = recent::recent(&own);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].path, path);
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(
        (mode(&data), mode(&data.join("recent.ron"))),
        (0o700, 0o600)
    );
}

/// Shortly after midnight in British summer time the day of UTC is still the one before.
#[test]
fn the_day_of_a_lock_is_the_local_one() {
    struct East;
    impl dbv_case_review::services::Services for East {
        fn now(&self) -> dbv_case_review::review::Timestamp {
            moment()
        }
        fn salt(&self) -> dbv_case_review::review::Salt {
            services().salt()
        }
        fn time_of_day(&self, _: dbv_case_review::review::Timestamp) -> String {
            "00:02".to_owned()
        }
        fn today(&self) -> dbv_case_review::review::Date {
            "2026-11-23".parse().unwrap()
        }
        fn day_of(&self, _: dbv_case_review::review::Timestamp) -> dbv_case_review::review::Date {
            "2026-11-23".parse().unwrap()
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
    let who = InUse {
        since: Some(moment()),
        ..InUse::default()
    };
    let words = who.in_words(&East);
    assert!(words.contains("since 00:02, so here"), "{words}");
}
