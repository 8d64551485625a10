//! The round of a case: from step to step, and what is done beside it.

use eframe::egui::Context;

use super::App;
use crate::review::case::Case;
use crate::review::law::LawNote;
use crate::review::text::CaseId;
use crate::review::{Command, Via};
use crate::ui::actions::Action;
use crate::ui::fields::Field;
use crate::ui::intent::{Intent, PrepareTab, Screen};
use crate::ui::rating;
use crate::ui::round::{self, Next};
use crate::ui::scene::Step;
use crate::ui::unfolded::Fold;

impl App {
    /// To what comes next in the round of a case.
    pub(super) fn go_on(&mut self, ctx: &Context) {
        self.keep_typed();
        let Some((case, next)) = self.comes_next() else {
            return;
        };
        match next {
            Next::Rate => self.step(Step::Rate),
            Next::RateBy(member) => self.on_rating(rating::Wish::Member(member)),
            Next::Reveal => self.apply(Command::RevealRatings(case)),
            Next::Judge => self.step(Step::Judge),
            Next::Record => self.record(),
            Next::Check => self.step(Step::Check),
            Next::See(step) => self.step(step),
            Next::Case => self.handle(Intent::Do(Action::NextCase), ctx),
        }
    }

    fn comes_next(&self) -> Option<(CaseId, Next)> {
        let session = self.session.as_ref()?;
        let (review, place) = (session.review(), &session.place);
        let case = review.case(place.case.as_ref()?)?;
        let (setup, mode) = (review.setup(), session.mode());
        let next = round::next(case, place, setup, mode, self.services.today());
        Some((case.id().clone(), next))
    }

    /// Parks the case on the screen, or takes it up again.
    pub(super) fn park(&mut self) {
        if let Some((case, parked)) = self.of_this_case(|case| !case.parked) {
            self.apply(Command::Park { case, parked });
        }
    }

    /// Says that the case on the screen is for practice, or counts.
    pub(super) fn practise(&mut self) {
        if let Some((case, practice)) = self.of_this_case(|case| !case.practice) {
            self.apply(Command::Practice { case, practice });
        }
    }

    fn of_this_case<T>(&self, what: impl FnOnce(&Case) -> T) -> Option<(CaseId, T)> {
        let session = self.session.as_ref()?;
        let case = session.review().case(session.place.case.as_ref()?)?;
        Some((case.id().clone(), what(case)))
    }

    /// Begins a note on the case on the screen.
    pub(super) fn add_note(&mut self) {
        self.keep_typed();
        if let Some((case, note)) = self.of_this_case(crate::review::case::Case::next_note) {
            self.place(|place| {
                place.unfolded.open(Fold::Notes(case.clone()));
                place.go_on_in = Some(Field::Note(case, note));
            });
        }
    }

    /// Keeps that a note on the law was on the screen, once.
    pub(super) fn law_shown(&mut self, case: CaseId, note: LawNote) {
        let Some(session) = &mut self.session else {
            return;
        };
        let shown = session.review().case(&case).is_none_or(|case| {
            let mut shown = case.law_shown.iter();
            shown.any(|shown| shown.note == note)
        });
        if !shown {
            // Where the review does not change any more, nobody judges either.
            let _ = session.apply(Command::LawShown { case, note }, Via::Typed);
        }
    }

    /// To what the parents say of the judgements.
    pub(super) fn ask_parents(&mut self) {
        self.place(|place| place.prepare = PrepareTab::Afterwards);
        self.screen = Screen::Prepare;
    }
}
