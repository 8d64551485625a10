//! What is no good is refused whole, in plain words, with the place and without a word of a case.

use std::fs;

use dbv_case_review::review::{Review, bounds, check_history};
use dbv_case_review::store::{DiskTrouble, OpenError, Warning, open, read_text};

use super::made::{begun, judged};
use super::{message, refused, written};

#[test]
fn foreign_files_are_named_as_such() {
    for text in [
        "hello",
        "case_id,current_provision\nC01,Mainstream\n",
        "(version: 1)",
        "(version: 1, name: \"another program\")",
        "{\"version\": 1}",
        "\u{0}\u{1}\u{2}",
    ] {
        assert_eq!(refused(text), OpenError::Foreign, "{text:?}");
    }
    assert!(message("hello").starts_with("This is not a review of DBV Case Review."));
    for text in ["", " \n\t ", "\u{feff}"] {
        assert_eq!(refused(text), OpenError::Empty);
    }
}

#[test]
fn newer_files_are_named_with_both_versions() {
    let text = "#![enable(implicit_some)]\nDbvReview(version: 4, written_by: \"DBV Case Review \
                2.5.0\", something: [new @ and unreadable";
    let message = message(text);
    for words in [
        "written by a newer program (DBV Case Review 2.5.0)",
        "its file has version 4",
        concat!("this program, DBV Case Review ", env!("CARGO_PKG_VERSION")),
        "reads up to version 3",
        "Nothing in it was changed.",
        "Open it with the newer program.",
    ] {
        assert!(message.contains(words), "{words:?} is not in {message:?}");
    }
    assert!(matches!(
        refused("DbvReview(version: 18446744073709551615)"),
        OpenError::Newer {
            found: u64::MAX,
            written_by: None
        }
    ));
}

/// How a review is damaged after one piece of it was changed by hand; the place told is that one,
/// or soon after it where something is missing or too much.
fn damaged(from: &str, to: &str) -> String {
    let text = written(&judged(1));
    let (before, after) = text.split_once(from).expect(from);
    let line = before.split('\n').count();
    let changed = format!("{before}{to}{after}");
    let OpenError::Damaged(damage) = refused(&changed) else {
        panic!("{:?}", refused(&changed))
    };
    let after = ["missing", "after"]
        .iter()
        .any(|word| damage.what.contains(word));
    let lines = line..=line + if after { 20 } else { 0 };
    assert!(lines.contains(&damage.line), "{damage} but line {line}");
    damage.what
}

#[test]
fn damage_is_told_with_line_and_column() {
    let text = written(&judged(1)).replacen("horizon: 5", "horizon: five", 1);
    let line = text.lines().position(|line| line.contains("five")).unwrap() + 1;
    let column = text.lines().nth(line - 1).unwrap().find("five").unwrap() + 1;
    let expected = format!(
        "This review is damaged at line {line}, column {column}: a number should stand here. It \
         was not opened. Nothing in it was changed. If a file of the same name with “.bak” after \
         it lies beside it, that is the version before: take a copy of it and open that."
    );
    assert_eq!(message(&text), expected);
}

#[test]
fn damage_is_told_in_plain_words() {
    for (from, to, what) in [
        (
            "horizon: 5",
            "horizon: 11",
            "A horizon must be 1 to 10 years; 11 is not",
        ),
        ("horizon: 5,", "", "the field “horizon” is missing"),
        (
            "horizon: 5,",
            "horizon: 5, horizon: 5,",
            "the field “horizon” is twice",
        ),
        (
            "horizon: 5,",
            "horizont: 5,",
            "there is a field that this version of the program does not know",
        ),
        (
            "inflation: 0.0",
            "inflation: NaN",
            "Inflation or allocation growth must be between −20% and 50%; NaN is not",
        ),
        (
            "inflation: 0.0",
            "inflation: inf",
            "Inflation or allocation growth must be between −20% and 50%; inf is not",
        ),
        (
            "money: Locked",
            "money: Hidden",
            "one of these words should stand here: Live, Locked, Revealed",
        ),
        (
            "\"2026-11-20\"",
            "\"Quillwort, on a Tuesday\"",
            "“…” is not a date from 1950 to 2150, written like 2026-05-14 or 14/05/2026",
        ),
        (
            "26417.35",
            "2000000.01",
            "Money per child must be £0 to £2,000,000; 2000000.01 is not",
        ),
        ("26417.35", "\"Quillwort\"", "a number should stand here"),
        (
            "title: \"Spring workshop\"",
            "title: 5",
            "a text in quotation marks should stand here",
        ),
        (
            "title: \"Spring workshop\",",
            "title: \"Spring workshop\"",
            "a comma is missing",
        ),
        (
            "money_revealed: false",
            "money_revealed: no",
            "“true” or “false” should stand here",
        ),
        (
            "  history: [",
            "  history: (",
            "a bracket is missing or in the wrong place",
        ),
        (
            "  ],\n)\n",
            "  ],\n)\nx",
            "there is something after the end of the review",
        ),
    ] {
        assert_eq!(damaged(from, to), what, "{from:?} → {to:?}");
    }
    let long = format!("note: \"{}\"", "é".repeat(20_001));
    let what = damaged("note: \"\"", &long);
    assert_eq!(
        what,
        "a field holds at most 20,000 characters; this text has 20001, which is 1 too many"
    );
}

#[test]
fn brackets_within_brackets_end_somewhere() {
    let text = written(&begun()).replacen("note: \"\"", &"(".repeat(100_000), 1);
    assert!(matches!(refused(&text), OpenError::Damaged(_)));
}

#[test]
fn bytes_that_are_no_text_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dbvreview");
    let mut bytes = written(&begun()).into_bytes();
    let at = bytes.windows(6).position(|w| w == b"Spring").unwrap();
    bytes[at] = 0xff;
    fs::write(&path, &bytes).unwrap();
    let message = open(&path).unwrap_err().to_string();
    assert!(
        message.contains("line 8, column 15: there are bytes here that are no text."),
        "{message}"
    );
    fs::write(&path, [0xff, 0xfe, b'D', 0]).unwrap();
    assert_eq!(open(&path).unwrap_err(), OpenError::Foreign);
}

#[test]
fn what_no_review_can_hold_is_listed_by_place() {
    let text = written(&judged(2))
        .replacen(
            "current_provision: \"StateSpecial\"",
            "current_provision: \"Moon\"",
            1,
        )
        .replacen("id: \"C02\"", "id: \"C01\"", 1);
    let message = message(&text);
    assert!(
        message.starts_with("This review holds what a review cannot hold"),
        "{message}"
    );
    assert!(
        message.contains("case C01: “Moon” is not in the provision table;"),
        "{message}"
    );
    assert!(
        message.contains("case C01: there is a case C01 already"),
        "{message}"
    );
}

#[test]
fn a_judgement_without_its_parent_opens_as_a_draft() {
    let review = judged(2);
    let text = written(&review);
    // The parents' perspectives on the first case, taken out by hand.
    let start = text.find("voices: [").unwrap();
    let indent = &text[text[..start].rfind('\n').unwrap()..start];
    let end = start + text[start..].find(&format!("{indent}],")).unwrap() + indent.len() + 1;
    let opened = read_text(&format!("{}voices: []{}", &text[..start], &text[end..])).unwrap();
    let Warning::DraftAgain { case, .. } = &opened.warnings[0];
    assert_eq!((case.as_str(), opened.warnings.len()), ("C01", 1));
    let message = opened.warnings[0].to_string();
    assert!(
        message.contains("(a parent’s perspective). It was opened as a draft"),
        "{message}"
    );
    let counted = |review: &Review| {
        review
            .cases()
            .filter(|case| case.complete().is_some())
            .count()
    };
    assert_eq!((counted(&review), counted(&opened.review)), (2, 1));
    let check = check_history(&opened.review.snapshot());
    assert_eq!(check.changed_outside, ["case C01"]);
    // It can be kept and opened again, and still shows.
    let again = read_text(&written(&opened.review)).unwrap();
    assert_eq!(again.warnings, []);
    let check = check_history(&again.review.snapshot());
    assert_eq!(check.changed_outside, ["case C01"]);
}

#[test]
fn a_part_of_a_file_never_opens() {
    let review = judged(1);
    let text = written(&review);
    let whole = text.trim_end().len();
    for cut in (0..whole)
        .filter(|cut| text.is_char_boundary(*cut))
        .step_by(29)
    {
        refused(&text[..cut]);
    }
    for cut in (whole - 200..whole).filter(|cut| text.is_char_boundary(*cut)) {
        refused(&text[..cut]);
    }
    assert!(read_text(&text[..whole]).is_ok());
}

#[test]
fn not_even_the_disk_may_be_there() {
    let folder = tempfile::tempdir().unwrap();
    let missing = open(&folder.path().join("no.dbvreview")).unwrap_err();
    assert_eq!(missing, OpenError::Unreadable(DiskTrouble::NotThere));
    assert_eq!(open(folder.path()).unwrap_err(), OpenError::NotAFile);
    let large = folder.path().join("large.dbvreview");
    fs::File::create(&large)
        .unwrap()
        .set_len(bounds::FILE_BYTES + 1)
        .unwrap();
    assert_eq!(open(&large).unwrap_err(), OpenError::TooLarge);
}
