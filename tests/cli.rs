//! The built program from outside: every command, its results, its messages and how it ends.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "cli/check.rs"]
mod check;
#[path = "cli/doors.rs"]
mod doors;
#[path = "cli/general.rs"]
mod general;
#[path = "cli/new.rs"]
mod new;
#[path = "cli/project.rs"]
mod project;
#[path = "cli/round.rs"]
mod round;
#[path = "cli/tables.rs"]
mod tables;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own for one test, and the program run in it.
struct Desk(tempfile::TempDir);

/// How a run ended, and what it said.
struct Ran {
    status: i32,
    out: String,
    messages: String,
}

impl Ran {
    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|why| panic!("{why}: {}", self.out))
    }

    #[track_caller]
    fn ended(self, status: i32) -> Self {
        assert_eq!(self.status, status, "{}\n{}", self.out, self.messages);
        assert!(!self.messages.contains("panicked"), "{}", self.messages);
        self
    }

    #[track_caller]
    fn says(self, words: &str) -> Self {
        let all = format!("{}\n{}", self.out, self.messages);
        assert!(all.contains(words), "“{words}” is not in\n{all}");
        self
    }
}

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        std::fs::write(self.path(name), bytes).unwrap();
        self
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    fn run<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Ran {
        let output = program(self.0.path()).args(args).output().unwrap();
        ran(&output)
    }

    /// `new` with the words that every review needs, and these besides.
    fn new_review(&self, more: &[&str]) -> Ran {
        let base = [
            "new",
            "--title",
            "T",
            "--local-authority",
            "L",
            "-o",
            "r.dbvreview",
        ];
        self.run(base.iter().chain(more))
    }

    /// `new` with an agreed definition and `cases.csv`.
    fn import(&self, cases: &str) -> Ran {
        self.write("cases.csv", cases);
        self.new_review(&["--definition", DEFINITION, "--cases", "cases.csv"])
    }
}

const DEFINITION: &str = "Where the child learns, belongs and is near home";

fn program(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_dbv-case-review"));
    program.current_dir(folder);
    program
}

fn ran(output: &Output) -> Ran {
    Ran {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout.clone()).unwrap(),
        messages: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}
