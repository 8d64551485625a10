//! The doors: how a review comes into the window and leaves it, for work, to inspect, to train.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::Context;

use super::{App, Message};
use crate::review::Mode;
use crate::store::{self, Opened};
use crate::ui::intent::Screen;
use crate::ui::new_review::NewReview;
use crate::ui::opening::{Opening, Source};
use crate::ui::samples::Sample;
use crate::ui::session::Session;

impl App {
    /// Opens a review through a door. What is open stays until the new one is there.
    pub(super) fn open(&mut self, ctx: &Context, opening: Opening) {
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
        match read(&opening.source) {
            Ok(opened) => {
                if self.close_session() {
                    self.remember(&opening);
                    let services = Arc::clone(&self.services);
                    self.enter(Session::opened(opening, opened, services, waker(ctx)));
                }
            }
            Err(why) => self.failed(why),
        }
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
        self.message = Some(Message {
            failed: false,
            text: "Everything is as it was when the training began.".to_owned(),
        });
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

    /// Training leaves no trace on the disk.
    fn remember(&self, opening: &Opening) {
        if let (Source::File(path), Mode::Work | Mode::Inspect) = (&opening.source, opening.door) {
            store::recent::remember(self.services.as_ref(), path, None);
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

    /// Closes what is open; whether it could be left without losing anything. If not, it stays
    /// open.
    fn close_session(&mut self) -> bool {
        if !self.can_be_left() {
            return false;
        }
        self.session = None;
        self.sitting += 1;
        self.calculator.forget();
        self.importing = None;
        true
    }

    /// Writes what is pending; whether what is open can be left without losing anything.
    fn can_be_left(&mut self) -> bool {
        let trouble = self.session.as_mut().and_then(Session::in_the_way);
        let can = trouble.is_none();
        if let Some(trouble) = trouble {
            self.failed(trouble);
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
        if let Err(error) = store::save(&path, &review.snapshot()) {
            return self.failed(error.to_string());
        }
        store::recent::remember(self.services.as_ref(), &path, None);
        if self.close_session() {
            let services = Arc::clone(&self.services);
            self.new_review = NewReview::default();
            self.enter(Session::begun(path, review, services, waker(ctx)));
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
                    self.message = Some(Message {
                        failed: false,
                        text,
                    });
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
fn same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    one == other || real(one) == real(other)
}

fn waker(ctx: &Context) -> impl Fn() + Send + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}
