//! Help, version, what is not there, and how the program ends.

use std::process::Stdio;

use dbv_case_review::cli::{self, Outcome};
use dbv_case_review::review::Mode;
use dbv_case_review::services::Machine;

use crate::{Desk, program};

#[test]
fn help_and_version() {
    let desk = Desk::new();
    let help = desk
        .run(["--help"])
        .ended(0)
        .says("check FILE")
        .says("Exit status");
    assert!(help.messages.is_empty());
    assert!(!help.out.contains("review report") && !help.out.contains("combine"));
    assert!(
        !help.out.contains("gallery"),
        "it is for whoever works on the program"
    );
    let version = desk.run(["--version"]).ended(0);
    assert_eq!(
        version.out,
        concat!("dbv-case-review ", env!("CARGO_PKG_VERSION"), "\n")
    );
    desk.run(["check", "-h"]).ended(0).says("Exit status");
}

#[test]
fn what_this_version_has_not_is_said() {
    let desk = Desk::new();
    for command in ["report", "combine"] {
        let ran = desk
            .run([command, "a", "-o", "b"])
            .ended(2)
            .says("not in this version");
        assert!(ran.out.is_empty());
    }
    assert!(!desk.path("r.dbvreview").exists());
}

#[test]
fn arguments_that_are_none() {
    let desk = Desk::new();
    for (args, words) in [
        (&["check"][..], "needs a file"),
        (&["check", "a", "b"], "one argument too many"),
        (&["a", "b"], "one argument too many"),
        (&["new", "x"], "one argument too many"),
        (&["check", "a", "--draws", "500"], "does not belong"),
        (&["check", "a", "--format", "csv"], "none of text, json"),
        (
            &["project", "a", "--format", "xml"],
            "none of text, json, csv",
        ),
        (&["project", "a", "--colour"], "There is no option --colour"),
        (&["project", "a", "-x"], "There is no option -x"),
        (&["project", "a", "--seed", "-1"], "whole number"),
        (&["project", "a", "--seed"], "needs a value"),
        (&["project", "a", "--draws", "99"], "100 to 1,000,000"),
        (&["project", "a", "--draws", "1000001"], "100 to 1,000,000"),
        (&["new"], "--title and --local-authority and --output"),
        (&["new", "--title", "a", "--title", "b"], "given twice"),
        (&["a", "--inspect", "--train"], "exclude each other"),
        (&["--inspect"], "need a file"),
        (&["check", "a", "--train"], "does not belong"),
    ] {
        let ran = desk.run(args).ended(2).says(words).says("--help");
        assert!(ran.out.is_empty(), "{args:?}");
    }
}

/// The window is asked for on a file and through a door; nothing is read or written for it yet.
#[test]
fn the_doors_to_the_window() {
    let ask = |args: &[&str]| {
        let (mut out, mut messages) = (Vec::new(), Vec::new());
        let args = args.iter().map(std::ffi::OsString::from);
        let asked = cli::run(args, &Machine, &mut out, &mut messages);
        assert!(out.is_empty() && messages.is_empty());
        asked
    };
    let through = |door| Outcome::OpenWindow(Some(("a.dbvreview".into(), door)));
    assert_eq!(ask(&[]), Outcome::OpenWindow(None));
    assert_eq!(ask(&["a.dbvreview"]), through(Mode::Work));
    assert_eq!(ask(&["--inspect", "a.dbvreview"]), through(Mode::Inspect));
    assert_eq!(ask(&["a.dbvreview", "--train"]), through(Mode::Train));
}

#[test]
fn a_reader_that_stops_reading_is_no_panic() {
    let desk = Desk::with_worked_example("random");
    let mut child = program(desk.0.path())
        .args([
            "project",
            "r.dbvreview",
            "--format",
            "json",
            "--draws",
            "100",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(
        output.stderr.is_empty(),
        "{:?}",
        String::from_utf8(output.stderr)
    );
}

#[cfg(not(feature = "window"))]
#[test]
fn without_its_window_the_program_says_so() {
    let desk = Desk::new();
    for args in [&[][..], &["r.dbvreview"]] {
        let ran = desk.run(args).ended(2).says("built without its window");
        assert!(ran.out.is_empty());
    }
}
