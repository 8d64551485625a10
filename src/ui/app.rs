//! The app: what is open, and the only place where intents are carried out.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use eframe::egui::{self, Context, ThemePreference, ViewportCommand};

use super::actions::{ACTIONS, Action, Can};
use super::dialogs::{Dialogs, Purpose};
use super::figures::Calculator;
use super::importing::Importing;
use super::intent::{Intent, PrepareTab, Screen, Step};
use super::screens::start::NewReview;
use super::session::Session;
use super::view::money_visible;
use super::{samples, shell, theme};
use crate::review::command::SetupEdit;
use crate::review::setup::MoneyRule;
use crate::review::{Command, Mode, Refusal, Via};
use crate::services::Services;
use crate::store;

/// Something the window tells, until it is put away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Whether something failed.
    pub failed: bool,
    /// What.
    pub text: String,
}

/// The app.
pub struct App {
    pub(super) services: Arc<dyn Services>,
    dialogs: Box<dyn Dialogs>,
    pub(super) session: Option<Session>,
    pub(super) screen: Screen,
    pub(super) calculator: Calculator,
    pub(super) message: Option<Message>,
    pub(super) new_review: NewReview,
    pub(super) importing: Option<Importing>,
    pub(super) recent: Vec<PathBuf>,
    pub(super) intents: Vec<Intent>,
    started: Option<Instant>,
    leave_without: bool,
}

impl App {
    /// The app on a context. `draws` is the number of draws of a projection.
    pub fn new(
        ctx: &Context,
        services: Arc<dyn Services>,
        dialogs: Box<dyn Dialogs>,
        draws: usize,
        open: Option<PathBuf>,
    ) -> Self {
        theme::install(ctx);
        ctx.options_mut(|options| options.quit_shortcuts.clear());
        let wake = ctx.clone();
        let mut app = Self {
            recent: store::recent::recent(services.as_ref()),
            new_review: NewReview::default(),
            services,
            dialogs,
            session: None,
            screen: Screen::Start,
            calculator: Calculator::start(draws, move || wake.request_repaint()),
            message: None,
            importing: None,
            intents: Vec::new(),
            started: Some(Instant::now()),
            leave_without: false,
        };
        if let Some(path) = open {
            app.open(ctx, path);
        }
        app
    }

    /// Says when the program was started, so that the log can tell how long the first frame took.
    pub const fn started_at(mut self, at: Instant) -> Self {
        self.started = Some(at);
        self
    }

    /// What can be done now.
    pub(super) fn can(&self, ctx: &Context) -> Can {
        let Some(session) = &self.session else {
            return Can::default();
        };
        let review = session.review();
        let case = session.place.case.as_ref().and_then(|id| review.case(id));
        Can {
            open: true,
            change: session.mode() == Mode::Work,
            case: case.is_some() && self.screen == Screen::Review,
            undo: review.undoable().is_some(),
            redo: review.redoable().is_some(),
            money: money_visible(review, case),
            locked: review.setup().money == Some(MoneyRule::Locked),
            typing: ctx.text_edit_focused(),
        }
    }

    fn shortcuts(&mut self, ctx: &Context) {
        let can = self.can(ctx);
        for entry in ACTIONS {
            let Some(shortcut) = entry.shortcut else {
                continue;
            };
            if (entry.enabled)(&can) && ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
                self.intents.push(Intent::Do(entry.action));
            }
        }
    }

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
            Intent::Step(step) => self.place(|place| place.step = step),
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
            Intent::SaveCopy(path) => self.save_copy(&path),
            Intent::SampleAfresh => self.sample(ctx, true),
            Intent::Dismiss => self.message = None,
        }
    }

    fn place(&mut self, change: impl FnOnce(&mut super::view::Place)) {
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
            Action::Read => self.place(|place| place.step = Step::Read),
            Action::Judge => self.place(|place| place.step = Step::Judge),
            Action::FoldProjection => {
                self.place(|place| place.projection_folded = !place.projection_folded);
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
        match session.apply(command, Via::Typed) {
            Ok(applied) => {
                session.stay_on_a_case();
                let notes: Vec<String> = applied.notes.iter().map(ToString::to_string).collect();
                if !notes.is_empty() {
                    self.message = Some(Message {
                        failed: false,
                        text: notes.join(" "),
                    });
                }
            }
            Err(refusal) => self.refused(&refusal),
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

    /// Closes what is open; whether it could be written. If not, it stays open.
    fn close_session(&mut self) -> bool {
        let Some(session) = &mut self.session else {
            return true;
        };
        match session.write_now() {
            Ok(()) => {
                self.session = None;
                self.calculator.forget();
                self.importing = None;
                true
            }
            Err(error) => {
                self.message = Some(Message {
                    failed: true,
                    text: error,
                });
                false
            }
        }
    }

    fn open(&mut self, ctx: &Context, path: PathBuf) {
        let same = self
            .session
            .as_ref()
            .is_some_and(|session| session.path() == path);
        if same {
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
            Err(error) => {
                self.message = Some(Message {
                    failed: true,
                    text: error.to_string(),
                })
            }
        }
    }

    fn enter(&mut self, session: Session) {
        self.message = (!session.warnings.is_empty()).then(|| Message {
            failed: false,
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
        match self.new_review.begin(self.services.as_ref()) {
            Ok((path, review)) => {
                if self.close_session() {
                    let services = Arc::clone(&self.services);
                    let mut session = Session::begun(path.clone(), review, services, waker(ctx));
                    // Says at once if the place cannot be written to.
                    if let Err(error) = session.write_now() {
                        self.message = Some(Message {
                            failed: true,
                            text: error,
                        });
                        return;
                    }
                    store::recent::remember(self.services.as_ref(), &path);
                    self.new_review = NewReview::default();
                    self.enter(session);
                }
            }
            Err(why) => {
                self.message = Some(Message {
                    failed: true,
                    text: why,
                })
            }
        }
    }

    fn sample(&mut self, ctx: &Context, afresh: bool) {
        if afresh && !self.close_session() {
            return;
        }
        match samples::place(self.services.as_ref(), afresh) {
            Ok(path) => self.open(ctx, path),
            Err(why) => {
                self.message = Some(Message {
                    failed: true,
                    text: why,
                })
            }
        }
    }

    fn save_copy(&mut self, path: &std::path::Path) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        let review = session.review();
        // The dialog has asked about replacing a file.
        let saved = store::save_copy(
            path,
            review.state(),
            review.history(),
            store::Overwrite::Yes,
        );
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
                self.message = Some(Message {
                    failed: false,
                    text,
                })
            }
            Err((importing, refusal)) => {
                self.importing = Some(importing);
                self.refused(&refusal);
            }
        }
        if let Some(session) = &mut self.session {
            session.stay_on_a_case();
        }
    }

    fn take_dialog_answers(&mut self, ctx: &Context) {
        while let Some((purpose, answer)) = self.dialogs.poll() {
            let Some(path) = answer else { continue };
            match purpose {
                Purpose::Open => self.handle(Intent::Open(path), ctx),
                Purpose::NewReview => self.new_review.keep_at(with_extension(path)),
                Purpose::SaveCopy => self.handle(Intent::SaveCopy(with_extension(path)), ctx),
                Purpose::ImportCases => self.handle(Intent::Import(path), ctx),
            }
        }
    }

    fn take_dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        for path in dropped.into_iter().map(|file| file.path().to_path_buf()) {
            let table = path
                .extension()
                .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
            let intent = if table && self.session.is_some() {
                Intent::Import(path)
            } else {
                Intent::Open(path)
            };
            self.handle(intent, ctx);
        }
    }

    /// Running text that has rested is kept although the focus is still in its field.
    fn keep_rested(&mut self, ctx: &Context) {
        let Some(session) = &mut self.session else {
            return;
        };
        let (due, next) = session.drafts.rested(ctx.input(|input| input.time));
        for field in due {
            session.keep_field(&field);
        }
        if let Some(seconds) = next {
            ctx.request_repaint_after_secs(seconds as f32 + 0.05);
        }
    }

    /// Nothing is lost on closing: everything is written first, and what cannot be is told.
    fn guard_closing(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        let Some(session) = &mut self.session else {
            return;
        };
        let trouble = match session.write_now() {
            Err(error) => Some(error),
            Ok(()) if !session.drafts.fields().is_empty() => Some(
                "Something that was typed cannot be kept as it stands; the field says why."
                    .to_owned(),
            ),
            Ok(()) => None,
        };
        if let Some(trouble) = trouble
            && !self.leave_without
        {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.leave_without = true;
            let text = format!("{trouble} Close once more to leave without it.");
            self.message = Some(Message { failed: true, text });
        }
    }

    fn title(&self, ctx: &Context) {
        let title = match &self.session {
            Some(session) => format!("{} – DBV Case Review", session.review().setup().title),
            None => "DBV Case Review".to_owned(),
        };
        let id = egui::Id::unique("window title");
        let shown: Option<String> = ctx.data(|data| data.get_temp(id));
        if shown.as_ref() != Some(&title) {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            ctx.data_mut(|data| data.insert_temp(id, title));
        }
    }
}

fn waker(ctx: &Context) -> impl Fn() + Send + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
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

fn copy_of(path: &std::path::Path) -> PathBuf {
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    path.with_file_name(format!("{stem} copy.dbvreview"))
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.take_dialog_answers(ctx);
        self.take_dropped_files(ctx);
        self.shortcuts(ctx);
        for intent in std::mem::take(&mut self.intents) {
            self.handle(intent, ctx);
        }
        self.keep_rested(ctx);
        self.guard_closing(ctx);
        if let Some(session) = &self.session {
            self.calculator
                .update(session.review(), session.place.case.as_ref());
        }
        self.title(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        shell::ui(self, ui);
        // What was wanted in this pass is carried out before the next one, which follows at once.
        if !self.intents.is_empty() {
            ui.ctx().request_repaint();
        }
        if let Some(started) = self.started.take() {
            log::info!("first frame after {} ms", started.elapsed().as_millis());
        }
    }
}
