//! Arguments in, window or command out.

use std::path::PathBuf;
use std::process::ExitCode;

use dbv_case_review::cli::{self, Outcome};
use dbv_case_review::services::Machine;

fn main() -> ExitCode {
    let outcome = cli::run(
        std::env::args_os().skip(1),
        &Machine,
        &mut std::io::stdout().lock(),
        &mut std::io::stderr().lock(),
    );
    match outcome {
        Outcome::Exit(status) => ExitCode::from(status),
        Outcome::OpenWindow(file) => open_window(file),
    }
}

// The window is built in another room; until it is there, this says so.
#[cfg(feature = "window")]
fn open_window(_file: Option<PathBuf>) -> ExitCode {
    eprintln!("The window is not part of this build yet; dbv-case-review --help shows what is.");
    ExitCode::from(2)
}

#[cfg(not(feature = "window"))]
fn open_window(_file: Option<PathBuf>) -> ExitCode {
    eprintln!(
        "This copy of the program was built without its window; dbv-case-review --help shows what \
         it can do."
    );
    ExitCode::from(2)
}
