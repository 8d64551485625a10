//! Files that come in: chosen in a dialog of the system, or dropped on the window.

use std::path::PathBuf;

use eframe::egui::Context;

use super::App;
use crate::review::Mode;
use crate::ui::dialogs::Purpose;
use crate::ui::intent::Intent;
use crate::ui::opening::Opening;
use crate::ui::session::Session;

impl App {
    pub(super) fn ask_for_file(
        &mut self,
        purpose: Purpose,
        suggested: Option<PathBuf>,
        ctx: &Context,
    ) {
        self.asked_in = self.sitting;
        self.dialogs.ask(purpose, suggested, ctx);
    }

    pub(super) fn take_dialog_answers(&mut self, ctx: &Context) {
        while let Some((purpose, answer)) = self.dialogs.poll() {
            let Some(path) = answer else {
                if self.dialogs.had_none() {
                    self.without_dialogs(purpose);
                }
                continue;
            };
            if purpose.is_about_the_review() && self.asked_in != self.sitting {
                self.failed("Not done: another review or another door has been opened since that file was asked for.".to_owned());
                continue;
            }
            match purpose {
                Purpose::Open(door) => self.handle(Intent::Open(Opening::file(path, door)), ctx),
                Purpose::NewReview => self.new_review.keep_at(with_extension(path)),
                Purpose::SaveCopy => {
                    // The dialog has asked about the name that it gave, and about no other.
                    let replace = path == with_extension(path.clone());
                    let path = with_extension(path);
                    self.handle(Intent::SaveCopy { path, replace }, ctx);
                }
                Purpose::KeepElsewhere => {
                    let replace = path == with_extension(path.clone());
                    let path = with_extension(path);
                    self.handle(Intent::KeepElsewhere { path, replace }, ctx);
                }
                Purpose::ImportCases => self.handle(Intent::Import(path), ctx),
                Purpose::SaveTemplate => self.save_template(&path),
                Purpose::SavePages => self.save_pages(&path),
            }
        }
    }

    pub(super) fn take_dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        for path in dropped.into_iter().map(|file| file.path().to_path_buf()) {
            let table = path
                .extension()
                .is_some_and(|ending| is_a_table(&ending.to_string_lossy()));
            // Whoever is reading goes on reading, and whoever trains goes on training.
            let door = self.session.as_ref().map_or(Mode::Work, Session::mode);
            let reading = door == Mode::Inspect;
            if table && reading {
                self.failed(
                    "Not done: this review is open to read only, and takes no case files."
                        .to_owned(),
                );
                continue;
            }
            let intent = if table && self.session.is_some() {
                Intent::Import(path)
            } else {
                Intent::Open(Opening::file(path, door))
            };
            self.handle(intent, ctx);
        }
    }
}

/// Whether a file with this ending holds tables.
fn is_a_table(ending: &str) -> bool {
    let tables = ["csv", "tsv", "xlsx", "xlsm", "xls", "ods"];
    tables
        .iter()
        .any(|table| ending.eq_ignore_ascii_case(table))
}

fn with_extension(path: PathBuf) -> PathBuf {
    if path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("dbvreview"))
    {
        path
    } else {
        let mut name = path.into_os_string();
        name.push(".dbvreview");
        PathBuf::from(name)
    }
}
