//! The file: what goes in comes out, what is no good is refused with a reason, and no failure
//! costs what was kept before.

// Helpers of tests fail by panicking, as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::time::Instant;

use dbv_case_review::review::{Followed, Review, check_history};
use dbv_case_review::store::{OpenError, SaveError, open, read_text, save, write_text};

mod keeping;
mod made;
mod older;
mod random;
mod refusals;

use made::{SECRET, begun, judged};

fn written(review: &Review) -> String {
    write_text(&review.snapshot()).unwrap()
}

fn keep(path: &Path, review: &Review) -> Result<(), SaveError> {
    save(path, &review.snapshot())
}

fn title(path: &Path) -> String {
    open(path).unwrap().review.setup().title.to_string()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn refused(text: &str) -> OpenError {
    let error = read_text(text).expect_err("it opened");
    let message = error.to_string();
    assert!(!message.contains(SECRET), "{message}");
    assert!(!message.contains("  "), "{message}");
    error
}

fn message(text: &str) -> String {
    refused(text).to_string()
}

#[test]
fn a_person_can_read_the_file() {
    let text = written(&judged(1));
    let head = "#![enable(implicit_some, unwrap_newtypes)]\nDbvReview(\n  version: 4,\n  \
                written_by: \"DBV Case Review ";
    assert!(text.starts_with(head), "{}", &text[..200]);
    for lines in [
        "\n      title: \"Spring workshop\",\n",
        "\n        words: \"Where the child thrives,\nwith what is needed.\",\n        agreed_on: \
         \"2026-11-20\",\n",
        "pen_portrait: r#\"Quillwort portrait: she says “not today” and means \"tomorrow\". ",
        "\n\nAnd a second paragraph.\"#,\n",
        "ideal: Provision(\"Mainstream\"),",
        "annual_cost: 26417.35,",
        "speaker: Mother,",
        "member: 1,",
        "kind: \"judgement recorded\",",
    ] {
        assert!(text.contains(lines), "{lines:?} is not in\n{text}");
    }
    // Setup and cases first, what happened after them.
    assert!(text.find("\n  review: (").unwrap() < text.find("\n  history: [").unwrap());
    assert!(!text.contains('\r') && text.ends_with(")\n"));
}

#[test]
fn what_goes_in_comes_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dbvreview");
    for review in [begun(), judged(3)] {
        keep(&path, &review).unwrap();
        let back = open(&path).unwrap();
        assert_eq!(back.review.state(), review.state());
        assert_eq!(back.review.history(), review.history());
        assert_eq!(back.warnings, []);
        assert!(!back.read_only);
        let check = check_history(&back.review.snapshot());
        assert_eq!(check.chain, Ok(()));
        assert!(
            check.followed == Followed::Whole && check.is_unchanged(),
            "{check:?}"
        );
        assert_eq!(written(&back.review), written(&review));
    }
}

#[test]
fn line_ends_of_another_system_and_marks_of_editors_do_no_harm() {
    let review = judged(1);
    let text = format!("\u{feff}{}", written(&review).replace('\n', "\r\n"));
    let back = read_text(&text).unwrap();
    assert_eq!(back.review.state(), review.state());
    assert_eq!(back.review.history().check(), Ok(()));
}

/// Not a test but a measurement: `cargo test --release --test files -- --ignored --nocapture`.
#[test]
#[ignore = "measures"]
fn sizes_and_times() {
    let folder = tempfile::tempdir().unwrap();
    for cases in [28, 2_000] {
        let review = judged(cases);
        let path = folder.path().join(format!("{cases}.dbvreview"));
        keep(&path, &review).unwrap();
        let clock = Instant::now();
        let text = written(&review);
        let writing = clock.elapsed();
        let clock = Instant::now();
        keep(&path, &review).unwrap();
        let saving = clock.elapsed();
        let clock = Instant::now();
        open(&path).unwrap();
        let opening = clock.elapsed();
        let clock = Instant::now();
        let check = check_history(&review.snapshot());
        let checking = clock.elapsed();
        let entries = review.history().entries().len();
        println!(
            "{cases} cases, {entries} entries: {} bytes; text {writing:?}, save {saving:?}, open {opening:?}, check {checking:?} ({:?})",
            text.len(),
            check.followed
        );
    }
}
