//! Carrying out what a person wants: the only place where intents change anything.

use std::path::{Path, PathBuf};

use eframe::egui::{self, Context, ThemePreference, ViewportCommand};

use super::App;
use crate::projection::Projection;
use crate::review::command::SetupEdit;
use crate::review::setup::MoneyRule;
use crate::review::{Command, Mode, Refusal, Via};
use crate::store;
use crate::ui::actions::Action;
use crate::ui::asked::Ask;
use crate::ui::dialogs::Purpose;
use crate::ui::edits::SetupChange;
use crate::ui::filing;
use crate::ui::happened::Wish;
use crate::ui::intent::{Intent, PrepareTab, Screen};
use crate::ui::message::Message;
use crate::ui::opening::Source;
use crate::ui::palette;
use crate::ui::scene::Step;
use crate::ui::taking_out::{Taking, TakingOut};
use crate::ui::view::Spot;

impl App {
    /// Carries out what a person wants.
    pub(super) fn handle(&mut self, intent: Intent, ctx: &Context) {
        match intent {
            Intent::Keep(field) => {
                if let Some(session) = &mut self.session {
                    session.keep_field(&field);
                }
            }
            Intent::Enter(field, text) => {
                if let Some(session) = &mut self.session {
                    let now = ctx.input(|input| input.time);
                    session.drafts.put(field.clone(), text, now);
                    session.keep_field(&field);
                }
            }
            Intent::Do(action) => self.act(action, ctx),
            Intent::Apply(command) => self.apply(command),
            Intent::Go(screen) => {
                self.keep_typed();
                self.screen = screen;
                self.forgetting = None;
                self.versions = None;
                self.place(|place| place.unfolded.leave());
                if screen == Screen::History {
                    self.look_at_history();
                }
                if screen == Screen::Start {
                    self.list_remembered();
                }
            }
            Intent::Prepare(tab) => self.place(|place| {
                place.prepare = tab;
                place.unfolded.leave();
            }),
            Intent::HideSaid(hide) => self.place(|place| place.hide_said = hide),
            Intent::Draw(change) => self.place(|place| place.drawing.change(change)),
            Intent::OpenProjection => {
                self.place(|place| {
                    let open = place.projection_opened || place.asked.is_open();
                    place.projection_opened = !open;
                    place.asked.follow(Ask::Close);
                });
            }
            Intent::Ask { ask, by_key } => self.ask(ask, by_key),
            Intent::Redraw(more) => self.redraw(more),
            Intent::ClearRedraws => self.place(|place| place.redraws = 0),
            Intent::Step(step) => self.step(step),
            Intent::Room(to) => self.move_in_room(to, ctx),
            Intent::Voice(voice) => self.place(|place| {
                place.voice = Some(voice);
                place.attend = Some(Spot::Voice);
            }),
            Intent::Select(case) => {
                if let Some(session) = &mut self.session {
                    session.select(case);
                }
            }
            Intent::List(listing) => self.place(|place| place.listing = listing),
            Intent::GoToFound => self.go_to_found(),
            Intent::AttendMissing => self.attend_missing(),
            Intent::GoOnIn(field) => self.go_on_in(field),
            Intent::Attended => self.place(|place| {
                place.attend = None;
                place.go_on_in = None;
            }),
            Intent::ChooseReview(door) => self.ask_for_file(Purpose::Open(door), None, ctx),
            Intent::Open(opening) => self.open(ctx, opening),
            Intent::Begin => self.begin(ctx),
            Intent::ChoosePlace => {
                let suggested = self.new_review.path(self.services.as_ref());
                self.ask_for_file(Purpose::NewReview, Some(suggested), ctx);
            }
            Intent::Import(path) => self.import(path, ctx),
            Intent::Importing(wish) => self.on_importing(wish),
            Intent::Rating(wish) => self.on_rating(wish),
            Intent::Palette(wish) => self.on_palette(wish, ctx),
            Intent::LawShown(case, note) => self.law_shown(case, note),
            Intent::Filing(wish) => self.on_filing(wish, ctx),
            Intent::SaveCopy { path, replace } => self.save_copy(&path, replace),
            Intent::EditCase(id, edit) => {
                self.keep_typed();
                let case = self.session.as_ref().and_then(|s| s.review().case(&id));
                if let Some(command) = case.and_then(|case| edit.clone().command(case)) {
                    self.apply(command);
                    self.attend_new_entry(&id, &edit);
                }
            }
            Intent::EditSetup(SetupChange::Agree) => self.agree(),
            Intent::EditSetup(change) => {
                self.keep_typed();
                if matches!(change, SetupChange::ChangeWords | SetupChange::LeaveWords) {
                    self.place(|place| place.agreeing_failed = false);
                }
                let setup = self
                    .session
                    .as_ref()
                    .map(|session| session.review().setup());
                let dropped = setup.is_some_and(|setup| change.drops_the_draw(setup));
                if let Some(command) = setup.and_then(|setup| change.command(setup)) {
                    let said = "The draw is no longer part of the account; undo brings it back.";
                    self.change(command, dropped.then(|| said.to_owned()));
                }
            }
            Intent::EditTable(change) => self.edit_table(change),
            Intent::Unfold(fold) => self.place(|place| place.unfolded.turn(fold)),
            Intent::Unfolded { fold, open } => self.place(|place| place.unfolded.set(fold, open)),
            Intent::SampleAfresh(sample) => self.sample_afresh(ctx, sample),
            Intent::KeepElsewhere { path, replace } => self.keep_elsewhere(&path, replace, ctx),
            Intent::KeepMine => self.keep_mine(),
            Intent::TakeTheirs => self.take_theirs(ctx),
            Intent::LookAgain => self.look_again(false, ctx),
            Intent::TakeOver => self.look_again(true, ctx),
            Intent::GoOnWith(which) => self.go_on_with(ctx, which),
            Intent::DecideLater => self.decide_later(),
            Intent::AskToForget(path) => self.ask_to_forget(path),
            Intent::Forget(path) => self.forget(&path),
            Intent::SayWho => self.say_who(),
            Intent::CopyText(text) => {
                ctx.copy_text(text);
                self.message = Some(Message::said("It is in the clipboard."));
            }
            Intent::History(wish) => self.on_history(wish, ctx),
            Intent::TakeOut(wish) => self.on_taking_out(wish, ctx),
            Intent::Leave => self.leave_all_the_same(ctx),
            Intent::Dismiss => {
                self.held_up = None;
                self.message = None;
            }
        }
    }

    pub(super) fn place(&mut self, change: impl FnOnce(&mut crate::ui::view::Place)) {
        if let Some(session) = &mut self.session {
            session.keep_typed();
            change(&mut session.place);
        }
    }

    fn act(&mut self, action: Action, ctx: &Context) {
        match action {
            Action::Start => self.handle(Intent::Go(Screen::Start), ctx),
            Action::Open => self.handle(Intent::ChooseReview(Mode::Work), ctx),
            Action::Work => self.through(Mode::Work, ctx),
            Action::Inspect => self.through(Mode::Inspect, ctx),
            Action::Train => self.through(Mode::Train, ctx),
            Action::TrainAnew => self.train_anew(),
            Action::SaveCopy => {
                let suggested = self.a_copy();
                self.ask_for_file(Purpose::SaveCopy, suggested, ctx);
            }
            Action::KeepElsewhere => {
                let suggested = self.another_place();
                self.ask_for_file(Purpose::KeepElsewhere, suggested, ctx);
            }
            Action::Forget => self.ask_to_forget_this(ctx),
            Action::ImportCases => {
                self.ask_for_file(Purpose::ImportCases, None, ctx);
                self.place(|place| place.prepare = PrepareTab::Cases);
                self.screen = Screen::Prepare;
            }
            Action::NewCase => self.on_filing(filing::Wish::New, ctx),
            Action::SaveTemplate => self.ask_for_template(ctx),
            Action::History => self.handle(Intent::Go(Screen::History), ctx),
            Action::CaseHistory => {
                let case = self.session.as_ref().and_then(|s| s.place.case.clone());
                if let Some(case) = case {
                    self.on_history(Wish::OfCase(case), ctx);
                }
            }
            Action::Seal => self.on_history(Wish::Prepare(true), ctx),
            Action::Continue => self.continue_in_a_new_version(ctx),
            Action::TakeOut => {
                self.on_taking_out(Taking::Open(TakingOut::default()), ctx);
            }
            Action::Undo => self.apply(Command::Undo),
            Action::Redo => self.apply(Command::Redo),
            Action::NextPage | Action::PreviousPage => self.place(|place| {
                let now = place.prepare;
                let to = match action {
                    Action::NextPage => now.next(),
                    _ => now.previous(),
                };
                if let Some(to) = to {
                    place.prepare = to;
                    place.attend = Some(Spot::Page);
                }
            }),
            Action::NextCase | Action::PreviousCase => {
                let steps = if action == Action::NextCase { 1 } else { -1 };
                if let Some(session) = &mut self.session
                    && let Some(case) = session.neighbour(steps)
                {
                    session.select(case);
                }
            }
            Action::FindCase => self.place(|place| place.attend = Some(Spot::Find)),
            Action::Record => self.record(),
            Action::Read => self.step(Step::Read),
            Action::Rate => self.step(Step::Rate),
            Action::Judge => self.step(Step::Judge),
            Action::Check => self.step(Step::Check),
            Action::GoOn => self.go_on(ctx),
            Action::AddNote => self.add_note(),
            Action::Park => self.park(),
            Action::Practice => self.practise(),
            Action::AskParents => self.ask_parents(),
            Action::Palette => self.on_palette(palette::Wish::Toggle, ctx),
            Action::NextRegion => self.take_keyboard(false, ctx),
            Action::PreviousRegion => self.take_keyboard(true, ctx),
            Action::RoomView => self.toggle_room(ctx),
            Action::FoldProjection => {
                self.place(|place| {
                    place.asked.follow(Ask::Close);
                    place.projection_folded = !place.projection_folded;
                    place.projection_opened = !place.projection_folded;
                });
            }
            Action::Redraw => {
                self.redraw(1);
                // By key or from the menu: it is shown where it can be seen.
                self.place(|place| {
                    place.asked.follow(Ask::Close);
                    place.projection_folded = false;
                    place.projection_opened = true;
                    place.attend = Some(Spot::Redraws);
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

    /// How many single draws of the range there are to be looked at.
    pub(super) fn redraws(&self) -> usize {
        let projection = self.calculator.figures().projection.as_deref();
        projection.map_or(0, Projection::redraws)
    }

    /// Shows more draws, as far as there are any.
    fn redraw(&mut self, more: usize) {
        let all = self.redraws();
        self.place(|place| place.redraws = place.redraws.saturating_add(more).min(all));
    }

    pub(super) fn apply(&mut self, command: Command) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        if let Err(refusal) = session.apply(command, Via::Typed) {
            self.refused(&refusal);
        }
    }

    pub(super) fn refused(&mut self, refusal: &Refusal) {
        let told = Message::failed(format!("Not done: {refusal}."));
        self.message = Some(match refusal {
            Refusal::Sealed => told.offering("See the seal", Intent::Go(Screen::History)),
            _ => told,
        });
    }

    fn go_to_found(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        if session.place.listing.find.trim().is_empty() {
            return;
        }
        if let Some(case) = session.found() {
            session.select(case);
            session.place.listing.find.clear();
        }
    }

    pub(super) fn keep_typed(&mut self) {
        if let Some(session) = &mut self.session {
            session.keep_typed();
        }
    }

    pub(super) fn said(&mut self, text: String) {
        self.message = Some(Message::said(text));
    }

    pub(super) fn failed(&mut self, text: String) {
        self.message = Some(Message::failed(text));
    }

    /// Where a copy of what is open might go.
    fn a_copy(&self) -> Option<PathBuf> {
        let session = self.session.as_ref()?;
        match session.source() {
            Source::File(path) => Some(copy_of(path)),
            Source::Sample(sample) => {
                let folder = self.services.documents_folder()?;
                Some(copy_of(&folder.join(sample.name())))
            }
        }
    }

    fn save_copy(&mut self, path: &Path, replace: bool) {
        let Some(session) = &mut self.session else {
            return;
        };
        // It could pass for a panel's work.
        if session.mode() == Mode::Train {
            return self.failed("Not done: nothing of a training is kept.".to_owned());
        }
        session.keep_typed();
        let review = session.review();
        let overwrite = if replace {
            store::Overwrite::Yes
        } else {
            store::Overwrite::No
        };
        let saved = store::save_copy(path, &review.snapshot(), overwrite);
        self.message = Some(match saved {
            Ok(()) => Message::said(format!("A copy was saved as {}.", path.display())),
            Err(error) => Message::failed(error.to_string()),
        });
    }

    /// What is done where the system has no file dialogs.
    pub(super) fn without_dialogs(&mut self, purpose: Purpose) {
        let text = match (purpose, self.a_copy()) {
            (Purpose::SaveCopy, Some(path)) => return self.save_copy(&path, false),
            (Purpose::KeepElsewhere, _) => return self.offer_another_place(),
            (Purpose::ImportCases, _) => "Drop the table on this window.",
            (Purpose::SaveTemplate | Purpose::SavePages, _) => {
                return self.save_in_documents(purpose);
            }
            (Purpose::NewReview, _) => "Type the path of the file into its field.",
            _ => "Type the path of the file on the start screen, or drop the file on this window.",
        };
        let text = format!("This computer has no file dialog to show. {text}");
        self.failed(text);
    }
}

/// A name for a copy beside the file, which no file has yet.
pub(super) fn copy_of(path: &Path) -> PathBuf {
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
