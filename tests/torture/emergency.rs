//! The program itself fails: what was handed over is in the journal, and the last words say where,
//! without a word of a case.

use dbv_case_review::store::{emergency, open_for_work, save};

use super::kills::as_child;
use super::made::SECRET;
use super::*;

/// Not a test: the process that panics.
#[test]
#[ignore = "is started by another test, to panic"]
fn panics() {
    let Some(folder) = std::env::var_os("TORTURE_IN").map(PathBuf::from) else {
        return;
    };
    emergency::install();
    let services = Arc::new(Still(Some(folder.join("own"))));
    let path = folder.join("West.dbvreview");
    let ForWork { opened, access, .. } = ready(open_for_work(&path, services.as_ref()).unwrap());
    let mut review = opened.review;
    let first = review.snapshot();
    let keeper = Keeper::at_pace(mine(access), first, services, NEVER, || {});
    for change in 2..=40 {
        retitle(&mut review, &format!("Title {change}"));
        keeper.keep(review.snapshot());
    }
    let failed = std::thread::spawn(|| panic!("{SECRET} says “no”"));
    assert!(failed.join().is_err());
    // Nothing is tidied up.
    std::process::abort();
}

#[test]
fn a_panic_flushes_the_journal_and_says_where_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("West.dbvreview");
    save(&path, &version(1).snapshot()).unwrap();
    let mut child = as_child("emergency::panics", folder.path());
    let output = child.stderr(std::process::Stdio::piped()).output().unwrap();
    let words = String::from_utf8(output.stderr).unwrap();
    let journals = folder.path().join("own").join("journals");
    let expected = format!(
        "Everything until now is safe in the journal on this computer, in {}.\nStart the program \
         and open the review again: it goes on where it was.",
        journals.display()
    );
    assert!(words.contains(&expected), "{words}");
    assert!(words.contains("The program has failed at tests/torture/emergency.rs, line "));
    assert!(!words.contains(SECRET), "{words}");
    let services = Still(Some(folder.path().join("own")));
    let found = ready(open_for_work(&path, &services).unwrap());
    assert_eq!(number(&found.opened.review), 40);
}

#[test]
fn where_the_file_cannot_be_written_the_message_says_where_the_work_is() {
    let folder = tempfile::tempdir().unwrap();
    let stick = folder.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    let path = stick.join("West.dbvreview");
    save(&path, &version(1).snapshot()).unwrap();
    let services = Arc::new(Still(Some(folder.path().join("own"))));
    let ForWork { opened, access, .. } = ready(open_for_work(&path, services.as_ref()).unwrap());
    let mut review = opened.review;
    let first = review.snapshot();
    let keeper = Keeper::at_pace(mine(access), first, services.clone(), NEVER, || {});
    // The stick is pulled out.
    std::fs::remove_dir_all(&stick).unwrap();
    retitle(&mut review, "Title 2");
    keeper.keep(review.snapshot());
    assert!(keeper.is_in_journal());
    keeper.write_now().unwrap_err();
    let journals = folder.path().join("own").join("journals");
    assert_eq!(
        keeper.standing().error.unwrap(),
        format!(
            "The review could not be written: the file or its folder is not there. The file is as \
             it was before. Everything since then is safe in the journal on this computer ({}), \
             and comes back when the review is opened here again. Check the name, and whether the \
             drive or memory stick is still connected, or keep it elsewhere.",
            journals.display()
        )
    );
    // Kept elsewhere: the work goes on there, and the old journal goes.
    let elsewhere = folder.path().join("East.dbvreview");
    let begun = dbv_case_review::store::begin(&elsewhere, &review.snapshot(), services.as_ref());
    let there = Keeper::at_pace(
        begun.unwrap(),
        review.snapshot(),
        services.clone(),
        NEVER,
        || {},
    );
    keeper.let_go();
    assert!(there.is_in_journal());
    assert_eq!(std::fs::read_dir(&journals).unwrap().count(), 1);
    there.finish().unwrap();
    assert_eq!(dbv_case_review::store::left_open(services.as_ref()), []);
    assert_eq!(
        number(&dbv_case_review::store::open(&elsewhere).unwrap().review),
        2
    );
    assert!(!path.exists());
}
