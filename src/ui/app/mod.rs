//! The app: what is open, and what happens in every frame around the views.

mod asking;
mod carry;
mod closing;
mod doors;
mod file;
mod files_in;
mod filing;
mod form;
mod history;
mod notices;
mod pacing;
mod palette;
mod paper;
mod rating;
mod regions;
mod room;
mod round;
mod shell;
mod taking_out;

use std::sync::Arc;
use std::time::Instant;

use closing::HeldUp;
use room::OnTheWall;

use eframe::egui::{self, Context, ViewportCommand};

use crate::projection::Projection;
use crate::review::Mode;
use crate::review::setup::MoneyRule;
use crate::services::Services;
use crate::store::Disagree;
use crate::ui::actions::{ACTIONS, Can, Entry};
use crate::ui::book::Book;
use crate::ui::dialogs::Dialogs;
use crate::ui::figures::Calculator;
use crate::ui::filing::Pages;
use crate::ui::going_on::GoingOn;
use crate::ui::importing::Importing;
use crate::ui::intent::{Intent, Screen};
use crate::ui::message::Message;
use crate::ui::new_review::NewReview;
use crate::ui::opening::Opening;
use crate::ui::palette::Palette;
use crate::ui::prepared::Prepared;
use crate::ui::remembered::{Forgetting, Remembered};
use crate::ui::screens::room::keys as room_keys;
use crate::ui::session::Session;
use crate::ui::taking_out::Found;
use crate::ui::theme;
use crate::ui::versions::Versions;
use crate::ui::view::money_visible;

/// Seconds that a message stays which asks nothing.
const MESSAGE_SECONDS: f64 = 20.0;

/// The app.
pub struct App {
    pub(super) services: Arc<dyn Services>,
    dialogs: Box<dyn Dialogs>,
    /// Why the file could not be kept, as it was told in the frame before.
    not_kept_told: Option<String>,
    /// Counts the reviews that have been open here.
    sitting: u64,
    /// In which of them a file dialog was asked for: its answer is for no other.
    asked_in: u64,
    pub(super) session: Option<Session>,
    pub(super) screen: Screen,
    pub(super) calculator: Calculator,
    pub(super) message: Option<Message>,
    /// The message on the screen, and since when, in seconds of the window's clock.
    message_since: Option<(String, f64)>,
    pub(super) new_review: NewReview,
    pub(super) typed_path: String,
    pub(super) importing: Option<Importing>,
    /// What the pages of *Prepare* say of all cases.
    pub(super) prepared: Prepared,
    /// The pages that a place is being chosen for.
    pages: Option<Pages>,
    pub(super) recent: Vec<Remembered>,
    /// What somebody is about to forget on this laptop.
    pub(super) forgetting: Option<Forgetting>,
    /// Two versions of a review that do not agree, as they are shown and as the store holds them.
    pub(super) versions: Option<(Versions, Box<Disagree>)>,
    /// By which name others are told who has a review open. Not kept anywhere.
    pub(super) who: String,
    going_on: GoingOn,
    was_in_front: bool,
    /// What the history screen needs.
    pub(super) book: Book,
    /// Where the text stands that is to be taken out.
    pub(super) found: Found,
    /// The palette, while it is open.
    pub(super) palette: Option<Palette>,
    /// What is to have the keyboard again, now that the palette is put away.
    keyboard_back: Option<egui::Id>,
    pub(super) intents: Vec<Intent>,
    started: Option<Instant>,
    /// What a person has been told stands in the way of closing.
    held_up: Option<HeldUp>,
    /// Whether text was being typed when the last pass ended: Escape then leaves the text.
    was_typing: bool,
    /// What is on the wall, and whether the window filled the screen before that.
    on_the_wall: Option<OnTheWall>,
}

impl App {
    /// The app on a context. `draws` is the number of draws of a projection.
    pub fn new(
        ctx: &Context,
        services: Arc<dyn Services>,
        dialogs: Box<dyn Dialogs>,
        draws: usize,
        open: Option<Opening>,
    ) -> Self {
        theme::install(ctx);
        ctx.options_mut(|options| options.quit_shortcuts.clear());
        let wake = ctx.clone();
        let mut app = Self {
            recent: Remembered::all(services.as_ref()),
            forgetting: None,
            versions: None,
            who: String::new(),
            going_on: GoingOn::new(services.as_ref()),
            was_in_front: true,
            new_review: NewReview::default(),
            typed_path: String::new(),
            services,
            dialogs,
            not_kept_told: None,
            sitting: 0,
            asked_in: 0,
            session: None,
            screen: Screen::Start,
            calculator: Calculator::start(draws, move || wake.request_repaint()),
            message: None,
            message_since: None,
            importing: None,
            prepared: Prepared::default(),
            pages: None,
            book: Book::default(),
            found: Found::default(),
            palette: None,
            keyboard_back: None,
            intents: Vec::new(),
            started: Some(Instant::now()),
            held_up: None,
            was_typing: false,
            on_the_wall: None,
        };
        match open {
            Some(opening) => app.open(ctx, opening),
            None => app.go_on_after_a_crash(ctx),
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
        // Nothing in room view changes the review, and no figure of money is in it.
        let at_the_form = self.room().is_none();
        let money = money_visible(review, case) && at_the_form;
        Can {
            open: true,
            change: session.mode() != Mode::Inspect && at_the_form,
            sealed: session.is_sealed(),
            wall: !at_the_form,
            door: Some(session.mode()),
            file: session.path().is_some(),
            kept: session.keeps_itself(),
            work: session.may_work(),
            case: case.is_some() && self.screen == Screen::Review,
            prepare: at_the_form && self.screen == Screen::Prepare,
            undo: review.undoable().is_some(),
            redo: review.redoable().is_some(),
            money,
            redraw: money
                && self.screen == Screen::Review
                && session.place.redraws < self.redraws(),
            locked: review.setup().money == Some(MoneyRule::Locked),
            typing: ctx.text_edit_focused(),
        }
    }

    fn shortcuts(&mut self, ctx: &Context) {
        if self.palette.is_some() {
            return self.keys_beside_the_palette(ctx);
        }
        let can = self.can(ctx);
        // Ctrl+Shift+Z before Ctrl+Z, which it contains.
        let (with_shift, without): (Vec<&Entry>, Vec<&Entry>) = ACTIONS.iter().partition(|entry| {
            entry
                .shortcut
                .is_some_and(|shortcut| shortcut.modifiers.shift)
        });
        for entry in with_shift.into_iter().chain(without) {
            let Some(shortcut) = entry.shortcut else {
                continue;
            };
            if !(entry.enabled)(&can) {
                continue;
            }
            // A slow machine may see several presses in one frame; each of them counts.
            let (modifiers, key) = (shortcut.modifiers, shortcut.logical_key);
            let presses = ctx.input_mut(|input| input.count_and_consume_key(modifiers, key));
            for _ in 0..presses {
                self.intents.push(Intent::Do(entry.action));
            }
        }
        if self.room().is_some() {
            let moves = room_keys::pressed(ctx);
            self.intents.extend(moves.into_iter().map(Intent::Room));
        } else if !self.escape_from_taking_out(ctx) {
            self.escape_from_explanation(ctx);
        }
    }

    /// Running text that has rested is kept although the focus is still in its field.
    fn keep_rested(&mut self, ctx: &Context) {
        let Some(session) = &mut self.session else {
            return;
        };
        let (due, next) = session.drafts.rested(ctx.input(|input| input.time));
        for field in due {
            session.keep_rested(&field);
        }
        if let Some(seconds) = next {
            ctx.request_repaint_after_secs(seconds as f32 + 0.05);
        }
    }

    /// A message that asks nothing leaves by itself.
    fn let_messages_go(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        // Nobody sees it while something else is on the wall.
        let hidden = self.room().is_some();
        let Some(message) = self
            .message
            .as_ref()
            .filter(|message| message.leaves() && !hidden)
        else {
            self.message_since = None;
            return;
        };
        let since = match &self.message_since {
            Some((shown, since)) if *shown == message.text => *since,
            _ => {
                self.message_since = Some((message.text.clone(), now));
                now
            }
        };
        let left = since + MESSAGE_SECONDS - now;
        if left <= 0.0 {
            self.message = None;
        } else {
            ctx.request_repaint_after_secs(left as f32 + 0.05);
        }
    }

    /// Tells what a change has brought about besides, and what the keeper has to say.
    fn tell(&mut self) {
        if let Some(heard) = self.session.as_ref().and_then(Session::heard) {
            self.tell_as_well(heard);
        }
        let told = self
            .session
            .as_mut()
            .map(crate::ui::session::Session::told)
            .unwrap_or_default();
        if !told.is_empty() {
            self.message = Some(Message::said(told.join(" ")));
        }
        let given_up = self.session.as_mut().map(Session::given_up);
        let given_up = given_up.unwrap_or_default();
        if !given_up.is_empty() {
            self.tell_as_well(Message::caution(given_up.join(" ")));
        }
        let Some(session) = &mut self.session else {
            return;
        };
        session.look_at_theirs();
        // One notice a subject: what was told of the file before is not so any more.
        if session.keeping_failed().is_some() {
            self.message = self.message.take().filter(|told| !told.about_the_file);
        }
    }

    fn title(&self, ctx: &Context) {
        let title = match &self.session {
            Some(session) => {
                let door = match session.mode() {
                    Mode::Work => "",
                    Mode::Inspect if session.is_sealed() => "Sealed: ",
                    Mode::Inspect => "Read-only: ",
                    Mode::Train => "Training: ",
                };
                format!("{door}{} – DBV Case Review", session.review().setup().title)
            }
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

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        let told = self.message.clone();
        self.take_dialog_answers(ctx);
        self.take_dropped_files(ctx);
        self.shortcuts(ctx);
        for intent in std::mem::take(&mut self.intents) {
            self.handle(intent, ctx);
        }
        self.keep_rested(ctx);
        self.journal_typed(ctx);
        self.look_at_the_file(ctx);
        if let Some(seconds) = self.going_on.looks(ctx.input(|input| input.time)) {
            ctx.request_repaint_after_secs(seconds as f32 + 0.05);
        }
        self.tell();
        self.let_messages_go(ctx);
        self.guard_closing(ctx);
        self.leave_room_for_trouble(told.as_ref());
        self.hang_on_the_wall(ctx);
        if let Some(session) = &mut self.session {
            let case = session.place.case.as_ref();
            let sure = session.place.redraws > 0;
            // Draws are keyed by case: the same ones are shown anew of the new figures.
            if self.calculator.update(session.review(), case, sure) {
                let projection = self.calculator.figures().projection.as_deref();
                let all = projection.map_or(0, Projection::redraws);
                session.place.redraws = session.place.redraws.min(all);
            }
        }
        self.keep_pace(ctx);
        self.keep_what_can_be_asked();
        self.open_the_book();
        self.look_for_passage(ctx);
        self.look_at_what_is_prepared(ctx);
        self.title(ctx);
        self.give_keyboard_back(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        shell::ui(self, ui);
        self.was_typing = ui.ctx().text_edit_focused();
        // What was wanted in this pass is carried out before the next one, which follows at once.
        if !self.intents.is_empty() {
            ui.ctx().request_repaint();
        }
        if let Some(started) = self.started.take() {
            log::info!("first frame after {} ms", started.elapsed().as_millis());
        }
    }
}
