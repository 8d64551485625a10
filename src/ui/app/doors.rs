//! The doors: how a review comes into the window and leaves it, for work, to inspect, to train.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;

use super::App;
use crate::review::Mode;
use crate::store::{self, Choice, Disagree, ForWork, Open, OpenError, Opened};
use crate::ui::actions::Action;
use crate::ui::book::Book;
use crate::ui::intent::{Intent, Screen};
use crate::ui::message::Message;
use crate::ui::new_review::NewReview;
use crate::ui::opening::{Opening, Source};
use crate::ui::prepared::Prepared;
use crate::ui::remembered::{kept_too_long, name_of};
use crate::ui::samples::Sample;
use crate::ui::session::{Found, Session};
use crate::ui::versions::{Versions, Which};

impl App {
    /// Opens a review through a door. What is open stays until the new one is there.
    pub(super) fn open(&mut self, ctx: &Context, opening: Opening) {
        // Two versions that wait for somebody to choose hold the file, which may be this one.
        if self.versions.is_some() {
            self.decide_later();
        }
        let opening = match self.at_its_place(opening) {
            Ok(opening) => opening,
            Err(why) => return self.failed(why),
        };
        if self.is_open(&opening) {
            self.screen = Screen::Review;
            return;
        }
        // A review that is left for another door of its own is written before it is read again.
        if self.is_of_what_is_open(&opening.source) && !self.can_be_left() {
            return;
        }
        match &opening.source {
            Source::File(path) if opening.door == Mode::Work => {
                let found = store::open_for_work(path, self.services.as_ref());
                self.work_on(ctx, path, found);
            }
            source => match read(source) {
                Ok(opened) => {
                    if self.close_session() {
                        let services = Arc::clone(&self.services);
                        self.enter(Session::opened(opening, opened, services));
                    }
                }
                Err(why) => self.failed(why),
            },
        }
    }

    /// Opens a review for work that another computer had open and, as far as a person can tell,
    /// left.
    pub(super) fn take_over(&mut self, ctx: &Context, path: PathBuf) {
        let found = store::take_over(&path, self.services.as_ref());
        self.work_on(ctx, &path, found);
    }

    fn work_on(&mut self, ctx: &Context, path: &Path, found: Result<Open, OpenError>) {
        match found {
            Ok(Open::Ready(for_work)) => {
                if self.close_session() {
                    self.enter_to_work(ctx, path, *for_work, Found::Alone);
                }
            }
            Ok(Open::Disagree(disagree)) => {
                if self.close_session() {
                    self.show_versions(disagree);
                }
            }
            Err(error) => self.failed(error.to_string()),
        }
    }

    fn enter_to_work(&mut self, ctx: &Context, path: &Path, for_work: ForWork, found: Found) {
        let services = Arc::clone(&self.services);
        let session = Session::at_work(path.to_owned(), for_work, found, services, waker(ctx));
        session.sign_if(&self.who);
        self.enter(session);
    }

    fn show_versions(&mut self, disagree: Box<Disagree>) {
        self.versions = Some((
            Versions::of_two(&disagree, self.services.as_ref()),
            disagree,
        ));
        self.message = None;
        self.screen = Screen::Versions;
    }

    /// Goes on with one of two versions; the other is kept.
    pub(super) fn go_on_with(&mut self, ctx: &Context, which: Which) {
        let Some((versions, disagree)) = self.versions.take() else {
            return;
        };
        let choice = match which {
            Which::File => Choice::File,
            Which::Journal => Choice::Journal,
        };
        match disagree.settle(choice, self.services.as_ref()) {
            Ok(for_work) => self.enter_to_work(ctx, &versions.path, for_work, Found::Chosen),
            Err(error) => {
                // Nothing was changed, so it is asked again.
                self.open(ctx, Opening::file(versions.path, Mode::Work));
                self.failed(error.to_string());
            }
        }
    }

    /// Leaves two versions as they are.
    pub(super) fn decide_later(&mut self) {
        self.versions = None;
        self.screen = Screen::Start;
        self.list_remembered();
    }

    /// After a crash: opens what was open, unless the program ended at once when it last did so.
    pub(super) fn go_on_after_a_crash(&mut self, ctx: &Context) {
        let left = store::left_open(self.services.as_ref());
        let Some(left) = left.into_iter().next() else {
            return;
        };
        let name = name_of(&left.path);
        if self.going_on.failed_before() {
            self.message = Some(Message::caution(format!(
                "The program ended again soon after it had gone on with “{name}” by itself, so \
                 this time it waits. Everything is in this laptop’s journal; open it below."
            )));
            return;
        }
        self.going_on.begins();
        self.open(ctx, Opening::file(left.path, Mode::Work));
    }

    /// Through another door into the review that is open.
    pub(super) fn through(&mut self, door: Mode, ctx: &Context) {
        let Some(session) = &self.session else {
            return;
        };
        let opening = Opening::new(session.source().clone(), door);
        let place = session.place.clone();
        self.open(ctx, opening);
        // Whoever changes the door stays on the case.
        if let Some(session) = &mut self.session {
            session.stand_at(place);
        }
    }

    /// In training: back to how it was when the training began.
    pub(super) fn train_anew(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.begin_anew();
        self.calculator.forget();
        self.importing = None;
        let text = "Everything is as it was when the training began.";
        self.message = Some(Message::said(text));
    }

    /// A sample is worked on in a copy of its own, and a file under its whole path.
    fn at_its_place(&self, opening: Opening) -> Result<Opening, String> {
        let source = match (opening.source, opening.door) {
            (Source::Sample(sample), Mode::Work) => {
                Source::File(sample.place(self.services.as_ref(), false)?)
            }
            (Source::File(path), _) => Source::File(std::path::absolute(&path).unwrap_or(path)),
            (sample, _) => sample,
        };
        Ok(Opening::new(source, opening.door))
    }

    fn is_open(&self, opening: &Opening) -> bool {
        // What is only read is read again: the file may have become another one since.
        let same_door = self
            .session
            .as_ref()
            .is_some_and(|session| session.mode() == opening.door && opening.door != Mode::Inspect);
        same_door && self.is_of_what_is_open(&opening.source)
    }

    fn is_of_what_is_open(&self, source: &Source) -> bool {
        self.session
            .as_ref()
            .is_some_and(|session| match (session.source(), source) {
                (Source::File(one), Source::File(other)) => same_file(one, other),
                (one, other) => one == other,
            })
    }

    /// Puts what is open at the head of the recent reviews. Training leaves no trace on the disk.
    pub(super) fn remember_open(&self) {
        let Some(session) = &self.session else {
            return;
        };
        if let (Some(path), Mode::Work | Mode::Inspect) = (session.path(), session.mode()) {
            let keep_until = session.review().state().keep_until();
            store::recent::remember(self.services.as_ref(), path, keep_until);
        }
    }

    fn enter(&mut self, mut session: Session) {
        let warnings = !session.warnings.is_empty();
        let warnings = warnings.then(|| Message::failed(session.warnings.join(" ")));
        let greeting = session.greeting.take();
        let told = [greeting, self.kept_too_long(&session), warnings];
        self.message = told.into_iter().flatten().reduce(Message::and);
        let ready = session.review().cases().len() > 0;
        self.screen = if ready {
            Screen::Review
        } else {
            Screen::Prepare
        };
        self.session = Some(session);
        self.remember_open();
    }

    /// That a review should not be kept any longer, to whoever works on it or reads it.
    fn kept_too_long(&self, session: &Session) -> Option<Message> {
        let until = session.review().state().keep_until()?;
        let is_kept_here = session.path().is_some() && session.mode() != Mode::Train;
        let passed = is_kept_here && until < self.services.today();
        passed.then(|| {
            let forget = Intent::Do(Action::Forget);
            Message::caution(kept_too_long(until)).offering("Forget it on this laptop…", forget)
        })
    }

    /// Lets what is open go, without a last word.
    pub(super) fn leave(&mut self) {
        self.session = None;
        self.sitting += 1;
        self.calculator.forget();
        self.importing = None;
        self.prepared = Prepared::default();
        self.book = Book::default();
        self.forgetting = None;
        self.screen = Screen::Start;
    }

    /// Closes what is open; whether it could be left without losing anything. If not, it stays
    /// open.
    pub(super) fn close_session(&mut self) -> bool {
        if !self.can_be_left() {
            return false;
        }
        self.leave();
        true
    }

    /// Writes what is pending; whether what is open can be left without losing anything.
    fn can_be_left(&mut self) -> bool {
        let trouble = self.session.as_mut().and_then(Session::in_the_way);
        let can = trouble.is_none();
        if let Some(trouble) = trouble {
            let session = self.session.as_ref();
            // What stays true while it is so is told above already.
            let is_told = session.is_some_and(|session| session.keeping_failed().is_some());
            self.failed(if is_told {
                "Not done: this review stays open until that is settled.".to_owned()
            } else {
                trouble
            });
        }
        can
    }

    /// Begins a new review with what the start screen's form says.
    pub(super) fn begin(&mut self, ctx: &Context) {
        let begun = self.new_review.begin(self.services.as_ref());
        let (path, review) = match begun {
            Ok(begun) => begun,
            Err(why) => return self.failed(why),
        };
        // Only when the new file is there is what was open closed.
        let hold = match store::begin(&path, &review.snapshot(), self.services.as_ref()) {
            Ok(hold) => hold,
            Err(error) => return self.failed(error.to_string()),
        };
        if self.close_session() {
            let services = Arc::clone(&self.services);
            self.new_review = NewReview::default();
            let session = Session::begun(hold, review, services, waker(ctx));
            session.sign_if(&self.who);
            self.enter(session);
        }
    }

    /// Puts the copy of a sample back to how it was at first, and opens it.
    pub(super) fn sample_afresh(&mut self, ctx: &Context, sample: Sample) {
        let copy = sample.path(self.services.as_ref()).map(Source::File);
        // Nobody writes to the sample while it is put there anew.
        if copy.is_some_and(|copy| self.is_of_what_is_open(&copy)) && !self.close_session() {
            return;
        }
        let was_tried = sample.was_tried(self.services.as_ref());
        // What the journal knows of it is not to come back.
        if let Some(path) = sample.path(self.services.as_ref())
            && let Err(error) = store::forget(&path, self.services.as_ref())
        {
            return self.failed(error.to_string());
        }
        match sample.place(self.services.as_ref(), was_tried) {
            Ok(path) => {
                self.open(ctx, Opening::file(path, Mode::Work));
                if self.message.is_none() {
                    let text = if was_tried {
                        format!(
                            "The sample is as it was at first. What was tried in it is kept beside it, in “{}.dbvreview.bak”.",
                            sample.name()
                        )
                    } else {
                        "The sample is as it was at first.".to_owned()
                    };
                    self.message = Some(Message::said(text));
                }
            }
            Err(why) => self.failed(why),
        }
    }
}

fn read(source: &Source) -> Result<Opened, String> {
    match source {
        Source::File(path) => store::open(path).map_err(|error| error.to_string()),
        Source::Sample(sample) => sample.open(),
    }
}

/// Whether two paths lead to one file.
pub(super) fn same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    one == other || real(one) == real(other)
}

pub(super) fn waker(ctx: &Context) -> impl Fn() + Send + Sync + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}
