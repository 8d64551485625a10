//! Arguments in, window or command out.

use std::path::PathBuf;
use std::process::ExitCode;

use dbv_case_review::cli::{self, Outcome};
use dbv_case_review::review::Mode;
use dbv_case_review::services::{Machine, log_to_stderr};
use dbv_case_review::store;

fn main() -> ExitCode {
    log_to_stderr();
    store::emergency::install();
    let outcome = cli::run(
        std::env::args_os().skip(1),
        &Machine,
        &mut std::io::stdout(),
        &mut std::io::stderr(),
    );
    match outcome {
        Outcome::Exit(status) => ExitCode::from(status),
        Outcome::OpenWindow(file) => {
            store::tidy(&Machine);
            ended(open_window(file))
        }
        Outcome::OpenGallery => ended(open_gallery()),
    }
}

fn ended(window: Result<(), String>) -> ExitCode {
    match window {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

#[cfg(feature = "window")]
fn open_gallery() -> Result<(), String> {
    dbv_case_review::ui::run_gallery()
}

#[cfg(not(feature = "window"))]
fn open_gallery() -> Result<(), String> {
    open_window(None)
}

#[cfg(feature = "window")]
fn open_window(file: Option<(PathBuf, Mode)>) -> Result<(), String> {
    dbv_case_review::ui::run(file, std::sync::Arc::new(Machine))
}

#[cfg(not(feature = "window"))]
fn open_window(_file: Option<(PathBuf, Mode)>) -> Result<(), String> {
    Err(
        "This copy of the program was built without its window; dbv-case-review --help shows what \
         it can do."
            .to_owned(),
    )
}
