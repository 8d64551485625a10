//! Carrying out what a person wants: the only place where intents change anything.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, Context, ThemePreference, ViewportCommand};

use super::{App, Message};
use crate::review::command::SetupEdit;
use crate::review::setup::MoneyRule;
use crate::review::{Command, Refusal, Via};
use crate::store;
use crate::ui::actions::Action;
use crate::ui::dialogs::Purpose;
use crate::ui::importing::Importing;
use crate::ui::intent::{Intent, PrepareTab, Screen, Step};
use crate::ui::new_review::NewReview;
use crate::ui::samples;
use crate::ui::session::Session;

impl App {
    /// Carries out what a person wants.
    pub(super) fn handle(&mut self, intent: Intent, ctx: &Context) {
        match intent {
            Intent::Keep(field) => {
                if let Some(session) = &mut self.session {
                    session.keep_field(&field);
                }
            }
            Intent::Do(action) => self.act(action, ctx),
            Intent::Apply(command) => self.apply(command),
            Intent::Go(screen) => {
                self.keep_typed();
                self.screen = screen;
                if screen == Screen::Start {
                    self.recent = store::recent::recent(self.services.as_ref());
                }
            }
            Intent::Prepare(tab) => self.place(|place| place.prepare = tab),
            Intent::OpenProjection => {
                self.place(|place| place.projection_opened = !place.projection_opened);
            }
            Intent::Step(step) => self.step(step),
            Intent::Room(to) => self.move_in_room(to, ctx),
            Intent::Voice(voice) => self.place(|place| place.voice = Some(voice)),
            Intent::Select(case) => {
                if let Some(session) = &mut self.session {
                    session.select(case);
                }
            }
            Intent::Open(path) => self.open(ctx, path),
            Intent::Begin => self.begin(ctx),
            Intent::ChoosePlace => {
                let suggested = self.new_review.path(self.services.as_ref());
                self.dialogs.ask(Purpose::NewReview, Some(suggested), ctx);
            }
            Intent::Import(path) => self.import(path),
            Intent::ImportNow { skip_bad_rows } => self.import_now(skip_bad_rows),
            Intent::ImportNever => self.importing = None,
            Intent::SaveCopy { path, replace } => self.save_copy(&path, replace),
            Intent::EditCase(id, edit) => {
                self.keep_typed();
                let case = self.session.as_ref().and_then(|s| s.review().case(&id));
                if let Some(command) = case.and_then(|case| edit.command(case)) {
                    self.apply(command);
                }
            }
            Intent::EditSetup(change) => {
                self.keep_typed();
                let setup = self
                    .session
                    .as_ref()
                    .map(|session| session.review().setup());
                if let Some(command) = setup.and_then(|setup| change.command(setup)) {
                    self.apply(command);
                }
            }
            Intent::SampleAfresh => self.sample(ctx, true),
            Intent::Dismiss => self.message = None,
        }
    }

    fn place(&mut self, change: impl FnOnce(&mut crate::ui::view::Place)) {
        if let Some(session) = &mut self.session {
            session.keep_typed();
            change(&mut session.place);
        }
    }

    fn act(&mut self, action: Action, ctx: &Context) {
        match action {
            Action::Start => self.handle(Intent::Go(Screen::Start), ctx),
            Action::Open => self.dialogs.ask(Purpose::Open, None, ctx),
            Action::Sample => self.sample(ctx, false),
            Action::SaveCopy => {
                let suggested = self.session.as_ref().map(|session| copy_of(session.path()));
                self.dialogs.ask(Purpose::SaveCopy, suggested, ctx);
            }
            Action::ImportCases => {
                self.dialogs.ask(Purpose::ImportCases, None, ctx);
                self.place(|place| place.prepare = PrepareTab::Cases);
                self.screen = Screen::Prepare;
            }
            Action::Undo => self.apply(Command::Undo),
            Action::Redo => self.apply(Command::Redo),
            Action::NextCase | Action::PreviousCase => {
                let steps = if action == Action::NextCase { 1 } else { -1 };
                if let Some(session) = &mut self.session
                    && let Some(case) = session.neighbour(steps)
                {
                    session.select(case);
                }
            }
            Action::Record => self.record(),
            Action::Read => self.step(Step::Read),
            Action::Judge => self.step(Step::Judge),
            Action::RoomView => self.toggle_room(ctx),
            Action::FoldProjection => {
                self.place(|place| {
                    place.projection_folded = !place.projection_folded;
                    place.projection_opened = !place.projection_folded;
                });
            }
            Action::RevealMoneyHere => {
                let case = self
                    .session
                    .as_ref()
                    .and_then(|session| session.place.case.clone());
                if let Some(case) = case {
                    self.apply(Command::RevealMoney(case));
                }
            }
            Action::RevealMoney => {
                self.apply(Command::Setup(SetupEdit::Money(MoneyRule::Revealed)));
            }
            Action::SwitchTheme => {
                let dark = ctx.theme() == egui::Theme::Dark;
                ctx.set_theme(if dark {
                    ThemePreference::Light
                } else {
                    ThemePreference::Dark
                });
            }
            Action::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    fn apply(&mut self, command: Command) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        if let Err(refusal) = session.apply(command, Via::Typed) {
            self.refused(&refusal);
        }
    }

    fn refused(&mut self, refusal: &Refusal) {
        self.message = Some(Message {
            failed: true,
            text: format!("Not done: {refusal}."),
        });
    }

    fn record(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        session.place.step = Step::Judge;
        let Some(case) = session.place.case.clone() else {
            return;
        };
        match session.apply(Command::Record(case), Via::Typed) {
            Ok(_) => {
                session.place.show_missing = false;
                self.message = None;
            }
            // The foot of the screen says what is missing, in place.
            Err(Refusal::Incomplete { .. }) => session.place.show_missing = true,
            Err(refusal) => self.refused(&refusal),
        }
    }

    pub(super) fn keep_typed(&mut self) {
        if let Some(session) = &mut self.session {
            session.keep_typed();
        }
    }

    /// Closes what is open; whether it could be left without losing anything. If not, it stays
    /// open.
    fn close_session(&mut self) -> bool {
        let Some(session) = &mut self.session else {
            return true;
        };
        if let Some(trouble) = session.in_the_way() {
            self.failed(trouble);
            return false;
        }
        self.session = None;
        self.calculator.forget();
        self.importing = None;
        true
    }

    fn failed(&mut self, text: String) {
        self.message = Some(Message { failed: true, text });
    }

    pub(super) fn open(&mut self, ctx: &Context, path: PathBuf) {
        let path = std::path::absolute(&path).unwrap_or(path);
        if self
            .session
            .as_ref()
            .is_some_and(|session| same_file(session.path(), &path))
        {
            self.screen = Screen::Review;
            return;
        }
        match store::open(&path) {
            // What was open stays untouched until the new file is there.
            Ok(opened) => {
                if self.close_session() {
                    store::recent::remember(self.services.as_ref(), &path);
                    let services = Arc::clone(&self.services);
                    self.enter(Session::opened(path, opened, services, waker(ctx)));
                }
            }
            Err(error) => self.failed(error.to_string()),
        }
    }

    fn enter(&mut self, session: Session) {
        self.message = (!session.warnings.is_empty()).then(|| Message {
            failed: true,
            text: session.warnings.join(" "),
        });
        let ready = session.review().cases().len() > 0;
        self.screen = if ready {
            Screen::Review
        } else {
            Screen::Prepare
        };
        self.session = Some(session);
    }

    fn begin(&mut self, ctx: &Context) {
        let begun = self.new_review.begin(self.services.as_ref());
        let (path, review) = match begun {
            Ok(begun) => begun,
            Err(why) => return self.failed(why),
        };
        // Only when the new file is there is what was open closed.
        if let Err(error) = store::save(&path, review.state(), review.history()) {
            return self.failed(error.to_string());
        }
        store::recent::remember(self.services.as_ref(), &path);
        if self.close_session() {
            let services = Arc::clone(&self.services);
            self.new_review = NewReview::default();
            self.enter(Session::begun(path, review, services, waker(ctx)));
        }
    }

    fn sample(&mut self, ctx: &Context, afresh: bool) {
        let services = Arc::clone(&self.services);
        let is_open = |app: &Self| {
            let place = samples::path(services.as_ref());
            app.session
                .as_ref()
                .zip(place)
                .is_some_and(|(s, place)| same_file(s.path(), &place))
        };
        // Nobody writes to the sample while it is put there anew.
        if afresh && is_open(self) && !self.close_session() {
            return;
        }
        match samples::place(self.services.as_ref(), afresh) {
            Ok(path) => {
                self.open(ctx, path);
                if afresh && self.message.is_none() {
                    let text = "The sample is as it was at first. What was tried in it is kept beside it, in “First steps.dbvreview.bak”.";
                    self.message = Some(Message {
                        failed: false,
                        text: text.to_owned(),
                    });
                }
            }
            Err(why) => self.failed(why),
        }
    }

    fn save_copy(&mut self, path: &Path, replace: bool) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        let review = session.review();
        let overwrite = if replace {
            store::Overwrite::Yes
        } else {
            store::Overwrite::No
        };
        let saved = store::save_copy(path, review.state(), review.history(), overwrite);
        self.message = Some(match saved {
            Ok(()) => Message {
                failed: false,
                text: format!("A copy was saved as {}.", path.display()),
            },
            Err(error) => Message {
                failed: true,
                text: error.to_string(),
            },
        });
    }

    /// What is done where the system has no file dialogs.
    pub(super) fn without_dialogs(&mut self, purpose: Purpose) {
        let copy = self.session.as_ref().map(|session| copy_of(session.path()));
        let text = match (purpose, copy) {
            (Purpose::SaveCopy, Some(path)) => return self.save_copy(&path, false),
            (Purpose::ImportCases, _) => "Drop the table on this window.",
            (Purpose::NewReview, _) => "Type the path of the file into its field.",
            _ => "Type the path of the file on the start screen, or drop the file on this window.",
        };
        let text = format!("This computer has no file dialog to show. {text}");
        self.message = Some(Message { failed: true, text });
    }

    fn import(&mut self, path: PathBuf) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        session.place.prepare = PrepareTab::Cases;
        self.screen = Screen::Prepare;
        self.importing = Some(Importing::read(path, session.review()));
    }

    fn import_now(&mut self, skip_bad_rows: bool) {
        let Some(session) = &mut self.session else {
            return;
        };
        let Some(importing) = self.importing.take() else {
            return;
        };
        match importing.import(session, skip_bad_rows) {
            Ok(text) => {
                // The summary says it in one line.
                session.told();
                self.message = Some(Message {
                    failed: false,
                    text,
                })
            }
            Err(refusal) => {
                self.importing = Some(importing);
                self.refused(&refusal);
            }
        }
    }
}

/// Whether two paths lead to one file.
fn same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    one == other || real(one) == real(other)
}

fn waker(ctx: &Context) -> impl Fn() + Send + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}

/// A name for a copy beside the file, which no file has yet.
fn copy_of(path: &Path) -> PathBuf {
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy())
        .unwrap_or_default();
    let named = |number: usize| {
        let number = if number == 1 {
            String::new()
        } else {
            format!(" {number}")
        };
        path.with_file_name(format!("{stem} copy{number}.{}", store::EXTENSION))
    };
    (1..100)
        .map(named)
        .find(|path| !path.exists())
        .unwrap_or_else(|| named(100))
}
