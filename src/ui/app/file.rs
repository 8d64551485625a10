//! The file of what is open, as the app carries out what is wanted of it: kept elsewhere, changed
//! by somebody else, taken over, and forgotten.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::App;
use super::doors::{same_file, waker};
use crate::review::Mode;
use crate::store::{self, Reason};
use crate::ui::intent::{Intent, PrepareTab, Screen};
use crate::ui::message::Message;
use crate::ui::opening::Opening;
use crate::ui::remembered::{Forgetting, Remembered, name_of};
use crate::ui::session::Session;

impl App {
    /// Keeps what is open in another file from now on.
    pub(super) fn keep_elsewhere(&mut self, path: &Path, replace: bool, ctx: &Context) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let Some(session) = self.session.as_mut().filter(|s| s.keeps_itself()) else {
            return self.failed("Not done: nothing is open that keeps itself.".to_owned());
        };
        let before = session.path().map(Path::to_path_buf).unwrap_or_default();
        if same_file(&before, &path) {
            let text = "That is the file that it keeps itself in already.";
            return self.failed(text.to_owned());
        }
        if path.exists() && !replace {
            let text = format!(
                "There is a file {} already, and it was left as it is. Choose another name.",
                path.display()
            );
            return self.failed(text);
        }
        match session.keep_elsewhere(&path, waker(ctx)) {
            Ok(()) => {
                session.sign_if(&self.who);
                self.remember_open();
                let told = Message::said(format!(
                    "From now on the review keeps itself in {}. The file before stays as it is: {}.",
                    path.display(),
                    before.display()
                ));
                let told = told.naming(&path).naming(&before);
                self.message = Some(told.about_the_file());
            }
            Err(error) => {
                let text = format!("It could not be kept in {}. {error}", path.display());
                self.message = Some(Message::failed(text).naming(&path));
            }
        }
    }

    /// Where the review might keep itself, if not where it does: in the documents, under its name.
    pub(super) fn another_place(&self) -> Option<PathBuf> {
        let session = self.session.as_ref()?;
        let folder = self.services.documents_folder()?;
        let wanted = folder.join(session.path()?.file_name()?);
        Some(if wanted.exists() {
            super::carry::copy_of(&wanted)
        } else {
            wanted
        })
    }

    /// A place that takes the review now: on another disk than one that is full.
    fn a_place_that_takes_it(&self) -> Option<PathBuf> {
        let session = self.session.as_ref()?;
        let name = session.path()?.file_name()?;
        let text = store::write_text(&session.review().snapshot()).ok()?;
        let folders = [
            self.services.documents_folder(),
            self.services.data_folder(),
        ];
        let taking = folders
            .into_iter()
            .flatten()
            .find(|folder| takes(folder, text.as_bytes()))?;
        let wanted = taking.join(name);
        Some(if wanted.exists() {
            super::carry::copy_of(&wanted)
        } else {
            wanted
        })
    }

    /// Where the system has no file dialogs, one place is offered.
    pub(super) fn offer_another_place(&mut self) {
        let Some(path) = self.a_place_that_takes_it() else {
            return self.failed("This computer has no file dialog to show, and no folder here takes the review. Make room on its disk, or save a copy on the command line.".to_owned());
        };
        let text = format!(
            "This computer has no file dialog to show. The review can keep itself in {}.",
            path.display()
        );
        let replace = false;
        let told = Message::caution(text).naming(&path);
        let there = Intent::KeepElsewhere { path, replace };
        self.message = Some(told.offering("Keep it there", there));
    }

    /// The file was changed by somebody else: goes on with what is open here.
    pub(super) fn keep_mine(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        let theirs = if session.theirs_is_damaged() {
            "The damaged one"
        } else {
            "Theirs"
        };
        self.message = Some(match session.keep_mine() {
            Ok(Some(kept)) => Message::said(format!(
                "The file holds your version again. {theirs} is kept as {}.",
                kept.display()
            ))
            .naming(&kept),
            Ok(None) => return,
            Err(error) => Message::failed(error.to_string()),
        });
    }

    /// The file was changed by somebody else: goes on with what is in it.
    pub(super) fn take_theirs(&mut self, ctx: &Context) {
        let Some(session) = &mut self.session else {
            return;
        };
        let Some(path) = session.path().map(Path::to_path_buf) else {
            return;
        };
        // It may have become something else since it was offered; the notice says so then.
        if !session.can_take_theirs() {
            return;
        }
        let mine = match session.take_theirs() {
            Ok(mine) => mine,
            Err(error) => return self.failed(error.to_string()),
        };
        let place = session.place.clone();
        self.leave();
        self.open(ctx, Opening::file(path, Mode::Work));
        if let Some(session) = &mut self.session {
            session.stand_at(place);
        }
        let kept = mine.as_ref().map_or_else(
            || "You had changed nothing that they have not.".to_owned(),
            |mine| format!("Yours is kept as {}.", mine.display()),
        );
        let told = if self.session.is_some() {
            Message::said(format!("Their version is open. {kept}"))
        } else {
            Message::failed(kept)
        };
        self.tell_as_well(mine.iter().fold(told, |told, mine| told.naming(mine)));
    }

    /// Says something after what is being told already.
    pub(super) fn tell_as_well(&mut self, more: Message) {
        self.message = Some(match self.message.take() {
            Some(told) => told.and(more),
            None => more,
        });
    }

    /// Whether the review can be worked on by now; `anyway` takes over what was left.
    pub(super) fn look_again(&mut self, anyway: bool, ctx: &Context) {
        let Some(session) = &self.session else {
            return;
        };
        let Some(path) = session.path().map(Path::to_path_buf) else {
            return;
        };
        let place = session.place.clone();
        if anyway {
            self.take_over(ctx, path);
        } else {
            self.open(ctx, Opening::file(path, Mode::Work));
        }
        let Some(session) = &mut self.session else {
            return;
        };
        session.stand_at(place);
        let text = match session.reading() {
            _ if session.mode() == Mode::Work && anyway => {
                "The review is yours to work on now. If the program ended there without closing it, the last words typed there may still be in that computer’s journal."
            }
            _ if session.mode() == Mode::Work => "The review is yours to work on now.",
            Some(Reason::InUse(_)) => "It is still open there.",
            // What is told above says why.
            _ => return,
        };
        self.tell_as_well(Message::said(text));
    }

    /// Looks at the file whenever the window comes to the front.
    pub(super) fn look_at_the_file(&mut self, ctx: &Context) {
        let in_front = ctx.input(|input| input.focused);
        if let Some(session) = self
            .session
            .as_ref()
            .filter(|_| in_front && !self.was_in_front)
        {
            session.look();
        }
        self.was_in_front = in_front;
    }

    /// Hands what is being typed to the journal.
    pub(super) fn journal_typed(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        let again = self.session.as_mut().and_then(|s| s.journal_typed(now));
        if let Some(seconds) = again {
            ctx.request_repaint_after_secs(seconds as f32 + 0.05);
        }
    }

    /// Shows what would be forgotten of a review, where it was asked.
    pub(super) fn ask_to_forget(&mut self, path: Option<PathBuf>) {
        self.keep_typed();
        self.forgetting = path.map(|path| {
            let open = self.session.as_ref().map(Session::mode);
            let open = open.filter(|_| self.has_open(&path));
            Forgetting::of(path, open, self.services.as_ref())
        });
    }

    /// From the menu: it is asked on the part about the file.
    pub(super) fn ask_to_forget_this(&mut self, ctx: &Context) {
        let path = self.session.as_ref().and_then(Session::path);
        let Some(path) = path.map(Path::to_path_buf) else {
            return;
        };
        self.handle(Intent::Prepare(PrepareTab::File), ctx);
        self.handle(Intent::Go(Screen::Prepare), ctx);
        self.ask_to_forget(Some(path));
    }

    /// Forgets a review on this laptop. If it is open, it is kept once more and closed.
    pub(super) fn forget(&mut self, path: &Path) {
        self.forgetting = None;
        if self.has_open(path) && !self.close_session() {
            return;
        }
        let name = name_of(path);
        self.message = Some(match store::forget(path, self.services.as_ref()) {
            Ok(forgotten) => {
                let mut text = format!("“{name}” is forgotten on this laptop.");
                if path.exists() {
                    text.push_str(&format!(" Its file stays: {}.", path.display()));
                }
                let copies = forgotten.copies.len();
                if copies > 0 {
                    let copies = crate::ui::words::count(copies, "copy", "copies");
                    text.push_str(&format!(" Beside it there are {copies} that were kept."));
                }
                Message::said(text)
            }
            Err(error) => Message::failed(error.to_string()),
        });
        self.screen = Screen::Start;
        self.list_remembered();
    }

    pub(super) fn list_remembered(&mut self) {
        self.recent = Remembered::all(self.services.as_ref());
    }

    fn has_open(&self, path: &Path) -> bool {
        let open = self.session.as_ref().and_then(Session::path);
        open.is_some_and(|open| same_file(open, path))
    }

    /// Tells others by which name this one wants to be known.
    pub(super) fn say_who(&mut self) {
        if let Some(session) = &self.session {
            session.sign(&self.who);
        }
    }
}

/// Whether a folder takes as much as this, by trying it. Nothing of it stays there.
fn takes(folder: &Path, bytes: &[u8]) -> bool {
    let tried = tempfile::tempfile_in(folder).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    tried.is_ok()
}
