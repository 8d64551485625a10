//! `check`: whole, complete, unchanged, anonymous; and files that do not open.

use serde_json::Value;

use crate::Desk;

#[track_caller]
fn has_keys(value: &Value, expected: &str) {
    let mut expected: Vec<_> = expected.split_whitespace().collect();
    expected.sort_unstable();
    let mut keys: Vec<_> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    assert_eq!(keys, expected);
}

const KEYS: &str =
    "readable version problems cases complete drafts waiting_for_parent history seal identifying";

#[test]
fn a_review_in_order() {
    let desk = Desk::with_worked_example("random");
    let json = desk
        .run(["check", "r.dbvreview", "--format", "json"])
        .ended(0)
        .json();
    has_keys(&json, KEYS);
    has_keys(
        &json["history"],
        "entries chain matches_review changed_outside",
    );
    assert_eq!(json["readable"], true);
    assert_eq!(json["version"], 1);
    assert_eq!(json["problems"], serde_json::json!([]));
    assert_eq!(
        (&json["cases"], &json["complete"]),
        (&28.into(), &28.into())
    );
    assert_eq!(json["history"]["chain"], "whole");
    assert_eq!(json["history"]["matches_review"], true);
    assert_eq!(json["seal"], Value::Null);
    desk.run(["check", "r.dbvreview"])
        .ended(0)
        .says("Nothing needs anybody’s attention");
}

#[test]
fn a_review_changed_outside_the_program() {
    let desk = Desk::with_worked_example("random");
    let text = desk.text("r.dbvreview");
    // The review stands before its history in the file: this changes the review alone.
    desk.write(
        "r.dbvreview",
        text.replacen("caseload: 1988", "caseload: 2988", 1),
    );
    let json = desk
        .run(["check", "r.dbvreview", "--format", "json"])
        .ended(1)
        .json();
    assert_eq!(json["history"]["matches_review"], false);
    assert_eq!(
        json["history"]["changed_outside"],
        serde_json::json!(["setup"])
    );
    assert_eq!(json["problems"][0]["severity"], "error");
    assert_eq!(json["problems"][0]["where"], "setup");
    desk.run(["check", "r.dbvreview"])
        .ended(1)
        .says("changed outside the program");
    // This changes both, and the chain shows it.
    desk.write(
        "r.dbvreview",
        text.replace("caseload: 1988", "caseload: 2988"),
    );
    let json = desk
        .run(["check", "r.dbvreview", "--format", "json"])
        .ended(1)
        .json();
    assert_eq!(json["history"]["chain"], "broken");
    assert_eq!(json["problems"][0]["where"], "history");
}

#[test]
fn a_parent_taken_out_of_the_file_makes_a_draft() {
    let desk = Desk::with_worked_example("random");
    let text = desk.text("r.dbvreview");
    let changed = text.replacen("He needs people, who know him,\nand time.", "n/a", 1);
    assert_ne!(changed, text);
    desk.write("r.dbvreview", changed);
    let json = desk
        .run(["check", "r.dbvreview", "--format", "json"])
        .ended(1)
        .json();
    assert_eq!(json["complete"], 27);
    assert_eq!(json["waiting_for_parent"], serde_json::json!(["C01"]));
    assert_eq!(
        json["history"]["changed_outside"],
        serde_json::json!(["case C01"])
    );
    let ran = desk
        .run([
            "project",
            "r.dbvreview",
            "--format",
            "json",
            "--draws",
            "100",
        ])
        .ended(1);
    assert!(ran.messages.contains("case C01"));
    assert_eq!(ran.json()["review"]["complete"], 27);
}

#[test]
fn files_that_do_not_open() {
    let desk = Desk::with_worked_example("random");
    let text = desk.text("r.dbvreview");
    desk.write("damaged.dbvreview", &text[..text.len() / 2]);
    desk.write(
        "newer.dbvreview",
        text.replacen("version: 1", "version: 7", 1),
    );
    desk.write("foreign.dbvreview", "Dear all,");
    for (name, words, version) in [
        ("damaged.dbvreview", "line", Value::Null),
        ("newer.dbvreview", "newer program", 7.into()),
        (
            "foreign.dbvreview",
            "not a review of DBV Case Review",
            Value::Null,
        ),
        ("gone.dbvreview", "not there", Value::Null),
    ] {
        let ran = desk.run(["check", name, "--format", "json"]).ended(2);
        assert!(ran.messages.contains(words), "{}", ran.messages);
        let json = ran.json();
        has_keys(&json, KEYS);
        assert_eq!(json["readable"], false, "{name}");
        assert_eq!(json["version"], version, "{name}");
        assert_eq!(json["problems"][0]["severity"], "error");
        let text = desk.run(["check", name]).ended(2).says(words);
        assert!(text.out.is_empty());
        let ran = desk.run(["project", name]).ended(2).says(words);
        assert!(ran.out.is_empty());
    }
}
