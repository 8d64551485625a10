//! Carrying out what a person wants of case files and of tables on their way in.

use std::path::PathBuf;

use eframe::egui::Context;

use super::App;
use super::doors::waker;
use crate::review::history::Entries;
use crate::review::text::CaseId;
use crate::review::{Command, Refusal, Via};
use crate::ui::filing::{self, NewCase, Wish};
use crate::ui::importing::{self, Importing};
use crate::ui::intent::{Intent, PrepareTab, Screen};
use crate::ui::message::{Message, Offer};

impl App {
    /// Carries out what a person wants of the case files.
    pub(super) fn on_filing(&mut self, wish: Wish, ctx: &Context) {
        match wish {
            Wish::ShowAside(shown) => self.place(|place| place.filing.aside_shown = shown),
            Wish::ShowKept(shown) => self.place(|place| place.filing.kept_shown = shown),
            Wish::Number(number) => self.of_new(|new| new.number = number),
            Wish::Provision(code) => self.of_new(|new| new.provision = code),
            Wish::Leave => self.place(|place| place.filing.new = None),
            Wish::New => self.new_case(),
            Wish::Begin => self.begin_case(),
            Wish::Duplicate(id) => self.duplicate(&id),
            Wish::Move(id, by) => {
                self.keep_typed();
                let review = self.session.as_ref().map(|session| session.review());
                if let Some(command) = review.and_then(|review| filing::moved(review, &id, by)) {
                    self.change(command, None);
                }
            }
            Wish::PutAside(id) => {
                let said = format!(
                    "{id} was put aside with all that was recorded of it. It counts nowhere until it is brought back."
                );
                self.change(Command::Archive(id), Some(said));
            }
            Wish::BringBack(id) => {
                let said = format!("{id} is back, at the end of the list.");
                if self.change(Command::Restore(id.clone()), Some(said)) {
                    self.select(id);
                }
            }
            Wish::TakeOut(id) => {
                let said =
                    format!("{id} was taken out of the review with all that was recorded of it.");
                self.change(Command::RemoveCase(id), Some(said));
            }
            Wish::TakeBack(last, steps) => self.take_back(last, steps),
            Wish::Copy(pages) => self.copy_pages(&pages, ctx),
            Wish::Save(pages) => self.ask_for_pages(pages, ctx),
        }
    }

    fn select(&mut self, id: CaseId) {
        if let Some(session) = &mut self.session {
            session.select(id);
        }
    }

    fn new_case(&mut self) {
        self.place(|_| ());
        if let Some(session) = &mut self.session {
            let new = NewCase::of(session.review());
            session.place.filing.new = Some(new);
            session.place.prepare = PrepareTab::Cases;
            session.place.attend = Some(crate::ui::view::Spot::NewCase);
        }
        self.screen = Screen::Prepare;
    }

    /// Changes the case file that is about to begin, if one is.
    fn of_new(&mut self, change: impl FnOnce(&mut NewCase)) {
        self.place(|place| {
            if let Some(new) = &mut place.filing.new {
                change(new);
            }
        });
    }

    fn begin_case(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        let new = session.place.filing.new.as_ref();
        let Some(file) = new.and_then(|new| new.file(session.review())) else {
            return;
        };
        let id = file.id.clone();
        let said = format!("The case file {id} has begun. It keeps itself.");
        if self.change(Command::AddCase(Box::new(file)), Some(said)) {
            self.select(id);
            self.place(|place| {
                place.filing.new = None;
                place.attend = Some(crate::ui::view::Spot::CaseFile);
            });
        }
    }

    fn duplicate(&mut self, id: &CaseId) {
        self.keep_typed();
        let review = self.session.as_ref().map(|session| session.review());
        let Some(file) = review.and_then(|review| filing::duplicate(review, id)) else {
            return;
        };
        let new = file.id.clone();
        let said = format!(
            "{new} is a case file like {id}, at the end of the list: without its parents’ words, its ratings and its judgement."
        );
        if self.change(Command::AddCase(Box::new(file)), Some(said)) {
            self.select(new);
        }
    }

    /// Makes a change and says that it was made, with the way back; whether it was.
    pub(super) fn change(&mut self, command: Command, said: Option<String>) -> bool {
        let Some(session) = &mut self.session else {
            return false;
        };
        session.keep_typed();
        let applied = match session.apply(command, Via::Typed) {
            Ok(applied) => applied,
            Err(refusal) => {
                self.refused(&refusal);
                return false;
            }
        };
        if let (Some(said), Some(_)) = (said, applied.entry) {
            session.told();
            self.say_with_undo(said, 1);
        }
        applied.entry.is_some()
    }

    /// Says what was done, and offers to take it back for as long as nothing else was.
    pub(super) fn say_with_undo(&mut self, said: String, steps: usize) {
        let entries = self
            .session
            .as_ref()
            .map(|s| s.review().history().entries());
        let last = entries.and_then(Entries::last).map(|entry| entry.hash);
        let message = Message::said(said);
        self.message = Some(match last.filter(|_| steps > 0) {
            Some(last) => message.offering("Undo", Intent::Filing(Wish::TakeBack(last, steps))),
            None => message,
        });
    }

    /// An undo that is offered goes when something else was changed: it would take that back.
    pub(super) fn let_offers_go(&mut self) {
        let entries = self
            .session
            .as_ref()
            .map(|s| s.review().history().entries());
        let now = entries.and_then(Entries::last).map(|entry| entry.hash);
        let offers = self.message.as_ref().map(|message| &message.offers);
        let until = self.message.as_ref().and_then(|told| told.until_after);
        if until.is_some_and(|until| Some(until) != now) {
            self.message = None;
            return;
        }
        let is_stale = |offer: &Offer| matches!(&offer.intent, Intent::Filing(Wish::TakeBack(last, _)) if Some(*last) != now);
        if !offers.is_some_and(|offers| offers.iter().any(is_stale)) {
            return;
        }
        // What stays until it is put away stays, without the offer.
        self.message = self.message.take().filter(|message| !message.leaves());
        if let Some(message) = &mut self.message {
            message.offers.retain(|offer| !is_stale(offer));
        }
    }

    fn take_back(&mut self, last: crate::review::history::Digest, steps: usize) {
        self.keep_typed();
        let Some(session) = &mut self.session else {
            return;
        };
        let entries = session.review().history().entries();
        if entries.last().map(|entry| entry.hash) != Some(last) {
            return self.failed(
                "Not done: something else has been changed since. Undo goes back step by step."
                    .to_owned(),
            );
        }
        let mut done: Result<(), Refusal> = Ok(());
        for _ in 0..steps {
            done = session.apply(Command::Undo, Via::Typed).map(drop);
            if done.is_err() {
                break;
            }
        }
        session.told();
        match done {
            Ok(()) => {
                let entries = session.review().history().entries();
                let last = entries.last().map(|entry| entry.hash);
                let told = Message::said("It is as it was before.");
                self.message = Some(told.until_after(last));
            }
            Err(refusal) => self.refused(&refusal),
        }
    }

    /// Begins to read a file of tables.
    pub(super) fn import(&mut self, path: PathBuf, ctx: &Context) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        session.place.prepare = PrepareTab::Cases;
        session.place.filing.new = None;
        self.screen = Screen::Prepare;
        if let Some(importing) = self.importing.as_ref().filter(|one| one.is_mended()) {
            let name = importing.name();
            return self.failed(format!(
                "Not done: “{name}” has been worked on here and is not imported yet. Import it, or press “Do not import”, and then choose the other file."
            ));
        }
        self.message = None;
        self.importing = Some(Importing::begin(path, session.review(), waker(ctx)));
    }

    /// Carries out what a person wants of a table on its way in.
    pub(super) fn on_importing(&mut self, wish: importing::Wish) {
        let (Some(importing), Some(session)) = (&mut self.importing, &mut self.session) else {
            return;
        };
        match wish {
            importing::Wish::Never => self.importing = None,
            // Of a file that was never opened there is nothing to go back to.
            importing::Wish::Stop if importing.opened().is_none() => self.importing = None,
            importing::Wish::Stop => importing.stop(),
            importing::Wish::Now => {
                session.keep_typed();
                importing.press(session.review());
                self.import_when_due();
            }
            wish => importing.carry_out(wish, session.review()),
        }
    }

    /// Imports what somebody wanted imported, once it has been read.
    fn import_when_due(&mut self) {
        let (Some(session), Some(importing)) = (&mut self.session, &mut self.importing) else {
            return;
        };
        if !importing.is_due() {
            return;
        }
        if let Some(way) = importing.in_the_way() {
            return self.failed(format!("Not done: {way}"));
        }
        match importing.import(session) {
            Ok(came) => {
                // The summary says it in one line.
                session.told();
                if let Some(case) = importing.first() {
                    session.select(case);
                }
                self.importing = None;
                self.say_with_undo(came.said, usize::from(came.changed));
            }
            Err(refusal) => self.refused(&refusal),
        }
    }

    /// Takes what the threads and the pages of *Prepare* have found out.
    pub(super) fn look_at_what_is_prepared(&mut self, ctx: &Context) {
        if let (Some(importing), Some(session)) = (&mut self.importing, &self.session) {
            importing.update(session.review());
            if importing.is_working() {
                ctx.request_repaint_after_secs(0.1);
            }
        }
        self.import_when_due();
        let Some(session) = &self.session else {
            self.prepared = crate::ui::prepared::Prepared::default();
            return;
        };
        self.prepared.hear(session.review());
        self.prepared.look_for_signs(session.review(), waker(ctx));
        if matches!(self.screen, Screen::Prepare | Screen::History) {
            self.prepared.update(session.review(), waker(ctx));
        }
        self.let_offers_go();
    }
}
