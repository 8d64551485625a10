//! File dialogs behind a small trait, so that tests can answer them. One at a time; the dialog
//! runs on a thread of its own and the window goes on drawing.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use crate::review::Mode;

/// What a dialog is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Open a review through this door.
    Open(Mode),
    /// Say where a new review keeps itself.
    NewReview,
    /// Save a copy.
    SaveCopy,
    /// Say where the review keeps itself from now on.
    KeepElsewhere,
    /// Import a table of case files.
    ImportCases,
    /// Save the template workbook.
    SaveTemplate,
    /// Save pages for parents to print.
    SavePages,
}

impl Purpose {
    /// Whether it is about the review that was open when it was asked.
    pub const fn is_about_the_review(self) -> bool {
        matches!(
            self,
            Self::SaveCopy
                | Self::KeepElsewhere
                | Self::ImportCases
                | Self::SaveTemplate
                | Self::SavePages
        )
    }
}

/// Asks a person for a file.
pub trait Dialogs {
    /// Shows a dialog. `suggested` is a file to start from. Ignored while another one is open.
    fn ask(&mut self, purpose: Purpose, suggested: Option<PathBuf>, ctx: &Context);
    /// The answer, once there is one. `None` inside: the person cancelled, or the system has no
    /// file dialogs (the start screen then takes a typed path).
    fn poll(&mut self) -> Option<(Purpose, Option<PathBuf>)>;
    /// Whether the answer that was polled last came so soon that no person can have given it: the
    /// system has no file dialogs.
    fn had_none(&self) -> bool {
        false
    }
}

/// Nobody cancels a dialog faster than this.
const TOO_SOON: Duration = Duration::from_millis(300);

/// The system's own dialogs.
#[derive(Default)]
pub struct SystemDialogs {
    open: Option<(Purpose, Receiver<Option<PathBuf>>)>,
    asked: Option<Instant>,
    had_none: bool,
}

impl Dialogs for SystemDialogs {
    fn ask(&mut self, purpose: Purpose, suggested: Option<PathBuf>, ctx: &Context) {
        if self.open.is_some() {
            return;
        }
        let dialog = dialog(purpose, suggested);
        self.asked = Some(Instant::now());
        let (tell, answer) = channel();
        let ctx = ctx.clone();
        let run = move || {
            let picked = match purpose {
                Purpose::Open(_) | Purpose::ImportCases => pollster::block_on(dialog.pick_file()),
                Purpose::NewReview
                | Purpose::SaveCopy
                | Purpose::KeepElsewhere
                | Purpose::SaveTemplate
                | Purpose::SavePages => pollster::block_on(dialog.save_file()),
            };
            // The window may have been closed meanwhile.
            let _ = tell.send(picked.map(|file| file.path().to_path_buf()));
            ctx.request_repaint();
        };
        match std::thread::Builder::new()
            .name("file-dialog".to_owned())
            .spawn(run)
        {
            Ok(_) => self.open = Some((purpose, answer)),
            Err(error) => log::error!("no thread for a file dialog: {error}"),
        }
    }

    fn poll(&mut self) -> Option<(Purpose, Option<PathBuf>)> {
        let (purpose, answer) = self.open.as_ref()?;
        let purpose = *purpose;
        let answer = match answer.try_recv() {
            Ok(answer) => answer,
            Err(std::sync::mpsc::TryRecvError::Empty) => return None,
            Err(std::sync::mpsc::TryRecvError::Disconnected) => None,
        };
        self.open = None;
        let soon = self.asked.is_some_and(|asked| asked.elapsed() < TOO_SOON);
        self.had_none = answer.is_none() && soon;
        Some((purpose, answer))
    }

    fn had_none(&self) -> bool {
        self.had_none
    }
}

fn dialog(purpose: Purpose, suggested: Option<PathBuf>) -> rfd::AsyncFileDialog {
    const REVIEW: (&str, &[&str]) = ("Case review", &["dbvreview"]);
    let (title, (filter, extensions)) = match purpose {
        Purpose::Open(Mode::Work) => ("Open a review", REVIEW),
        Purpose::Open(Mode::Inspect) => ("Inspect a review", REVIEW),
        Purpose::Open(Mode::Train) => ("Train on a review", REVIEW),
        Purpose::NewReview => ("Where shall the review keep itself?", REVIEW),
        Purpose::SaveCopy => ("Save a copy", REVIEW),
        Purpose::KeepElsewhere => ("Where shall the review keep itself from now on?", REVIEW),
        Purpose::ImportCases => (
            "Import case files",
            ("Excel or CSV", &["xlsx", "csv"] as &[&str]),
        ),
        Purpose::SaveTemplate => ("Save a template workbook", ("Excel", &["xlsx"] as &[&str])),
        Purpose::SavePages => (
            "Save pages for parents",
            ("Page to print", &["html"] as &[&str]),
        ),
    };
    let mut dialog = rfd::AsyncFileDialog::new()
        .set_title(title)
        .add_filter(filter, extensions);
    if let Some(path) = suggested {
        if let Some(folder) = path.parent() {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = path.file_name() {
            dialog = dialog.set_file_name(name.to_string_lossy());
        }
    }
    dialog
}
