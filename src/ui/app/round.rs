//! The round of a case: from step to step, and what is done beside it.

use super::App;
use crate::review::Command;
use crate::review::Via;
use crate::review::law::LawNote;
use crate::review::text::CaseId;
use crate::ui::actions::Action;
use crate::ui::fields::Field;
use crate::ui::intent::Screen;
use crate::ui::scene::Step;
use crate::ui::unfolded::Fold;

impl App {
    /// To what comes next in the round of a case.
    pub(super) fn go_on(&mut self, ctx: &eframe::egui::Context) {
        let Some(session) = &self.session else { return };
        let recorded = session
            .place
            .case
            .as_ref()
            .and_then(|id| session.review().case(id))
            .is_some_and(|case| case.complete().is_some());
        match session.place.step {
            Step::Read => self.step(Step::Rate),
            Step::Rate => self.step(Step::Judge),
            Step::Judge => {
                self.record();
                let _ = recorded;
            }
            Step::Check => self.handle(crate::ui::intent::Intent::Do(Action::NextCase), ctx),
        }
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

    fn of_this_case<T>(
        &self,
        what: impl FnOnce(&crate::review::case::Case) -> T,
    ) -> Option<(CaseId, T)> {
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
        self.place(|place| place.prepare = crate::ui::intent::PrepareTab::Parents);
        self.screen = Screen::Prepare;
    }
}
