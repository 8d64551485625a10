//! The command line: what the window does, for scripts and for people who check from outside.
//! Thin over the library. Results go to standard output, messages to standard error.
//!
//! Exit status: 0 done and nothing to report; 1 done, but something needs a person; 2 not done,
//! nothing written.

mod args;
mod check;
mod new;
mod project;
mod words;

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::review::Mode;
use crate::services::Services;
use crate::store::Opened;
use args::Ask;

/// What the program is to do after the command line has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// End with this exit status.
    Exit(u8),
    /// Open the window, on a file through a door if one is named.
    OpenWindow(Option<(PathBuf, Mode)>),
    /// Open the window that shows every widget in every state.
    OpenGallery,
}

/// Done, and nothing to report.
const DONE: u8 = 0;
/// Done, but something needs a person.
const NEEDS_A_PERSON: u8 = 1;
/// Not done.
const NOT_DONE: u8 = 2;

const HELP: &str = include_str!("cli/help.txt");
const SEE_HELP: &str = "dbv-case-review --help shows the commands and their options.";

/// What a command gave.
struct Done {
    /// For standard output.
    out: String,
    /// For standard error.
    messages: String,
    status: u8,
}

impl Done {
    /// Done, with a result and nothing to report.
    fn with(out: String) -> Self {
        Self {
            out,
            messages: String::new(),
            status: DONE,
        }
    }

    /// Not done, and why.
    fn not(why: impl std::fmt::Display) -> Self {
        Self {
            out: String::new(),
            messages: format!("{}\n", why.to_string().trim_end()),
            status: NOT_DONE,
        }
    }
}

/// Does what the arguments (without the program's own name) ask for.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    services: &dyn Services,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> Outcome {
    let done = match args::parse(args) {
        Ok(Ask::Window(file)) => return Outcome::OpenWindow(file),
        Ok(Ask::Gallery) => return Outcome::OpenGallery,
        Ok(Ask::Help) => Done::with(HELP.to_owned()),
        Ok(Ask::Version) => Done::with(format!("dbv-case-review {}\n", env!("CARGO_PKG_VERSION"))),
        Ok(Ask::New(asked)) => new::new(&asked, services),
        Ok(Ask::Check { file, json }) => check::check(&file, json),
        Ok(Ask::Project(asked)) => project::project(&asked),
        Err(why) => Done::not(format!("{why}\n{SEE_HELP}")),
    };
    // Nobody is left to tell if standard error is closed.
    let _ = stderr.write_all(done.messages.as_bytes());
    let written = stdout
        .write_all(done.out.as_bytes())
        .and_then(|()| stdout.flush());
    match written {
        // Whoever reads may stop reading, as `head` does.
        Err(why) if why.kind() != ErrorKind::BrokenPipe => {
            let _ = writeln!(stderr, "the result could not be written out: {why}");
            Outcome::Exit(NOT_DONE)
        }
        _ => Outcome::Exit(done.status),
    }
}

/// Opens a review for a command that cannot go on without it.
fn open(file: &Path) -> Result<Opened, Done> {
    crate::store::open(file).map_err(|why| Done::not(format!("{}: {why}", file.display())))
}
