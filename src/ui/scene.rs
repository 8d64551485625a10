//! The steps of a case, the scenes of room view that follow them, and how one moves among those.

use crate::review::case::{Case, Status};

/// The steps of one case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Step {
    /// The case file, with the child's and the parents' words.
    #[default]
    Read,
    /// Each member's own first rating.
    Rate,
    /// Where the panel stands, then panel and parent side by side.
    Judge,
    /// The judgement read aloud, and what it does.
    Check,
}

impl Step {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Read, Self::Rate, Self::Judge, Self::Check];

    /// The name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Read => "Read",
            Self::Rate => "Rate",
            Self::Judge => "Judge",
            Self::Check => "Check",
        }
    }

    /// Where the panel goes on with a case to which it comes from this step of another one. A child
    /// is read about, and the parents' words are heard, before anybody rates or judges.
    pub fn resuming(case: &Case, from: Self) -> Self {
        let ratings = &case.ratings;
        match case.status() {
            Status::Recorded if from == Self::Check => Self::Check,
            Status::NotStarted if ratings.revealed.is_some() || ratings.skipped => Self::Judge,
            Status::NotStarted if !ratings.given.is_empty() => Self::Rate,
            // A parent's words may be all that is there of it.
            Status::NotStarted => Self::Read,
            Status::WaitsForParent | Status::Draft if case.draft().is_empty() => Self::Read,
            _ => Self::Judge,
        }
    }

    /// Which of the four, from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().take_while(|step| **step != self).count() + 1
    }
}

/// One thing at a time on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scene {
    /// Which child.
    Case,
    /// The child's and the parents' words.
    Words,
    /// What is asked.
    Question,
    /// The members' first ratings, once revealed.
    Panel,
    /// The judgement read aloud.
    Judgement,
}

/// A move within room view. None of them changes the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Out of room view.
    Leave,
    /// To this scene.
    To(Scene),
    /// To the scene before.
    Back,
    /// To the scene after.
    On,
    /// A page up, from the top of a text to the scene before.
    PageUp,
    /// A page down, from the end of a text to the scene after.
    PageDown,
}

impl Scene {
    /// All, in order.
    pub const ALL: [Self; 5] = [
        Self::Case,
        Self::Words,
        Self::Question,
        Self::Panel,
        Self::Judgement,
    ];

    /// The name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Case => "The case",
            Self::Words => "Their words",
            Self::Question => "The question",
            Self::Panel => "Where the panel stands",
            Self::Judgement => "The judgement",
        }
    }

    /// Which of the five, from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().take_while(|scene| **scene != self).count() + 1
    }

    /// The scene after this one.
    pub fn on(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// The scene before this one.
    pub fn back(self) -> Option<Self> {
        Self::ALL
            .into_iter()
            .take_while(|scene| *scene != self)
            .last()
    }

    /// What hangs on the wall at this step of a case: nothing of a rating before it is revealed, and
    /// nothing of a draft.
    pub fn following(step: Step, case: &Case) -> Self {
        let revealed = case.ratings.revealed.is_some();
        match step {
            Step::Read => Self::Case,
            Step::Rate | Step::Judge if revealed => Self::Panel,
            Step::Judge if case.complete().is_some() => Self::Judgement,
            Step::Rate | Step::Judge => Self::Question,
            Step::Check => Self::Judgement,
        }
    }

    /// The step of a case that this scene is of: the one that somebody is on, where the scene hangs
    /// there too.
    pub fn step(self, now: Step, case: &Case) -> Step {
        if Self::following(now, case) == self {
            return now;
        }
        match self {
            Self::Case | Self::Words => Step::Read,
            Self::Question => Step::Rate,
            Self::Panel if case.ratings.revealed.is_some() => Step::Judge,
            Self::Panel => Step::Rate,
            Self::Judgement => Step::Check,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Timestamp;
    use crate::review::case_file::CaseFile;
    use crate::review::text::{CaseId, ProvisionCode};

    #[test]
    fn one_after_the_other() {
        assert_eq!(Scene::Case.back(), None);
        assert_eq!(Scene::Judgement.on(), None);
        for (at, scene) in Scene::ALL.into_iter().enumerate() {
            assert_eq!(scene.number(), at + 1);
            assert!(scene.on().is_none_or(|next| next.back() == Some(scene)));
        }
    }

    #[test]
    fn step_and_scene_follow_each_other() {
        let id = CaseId::new("C1").unwrap();
        let code = ProvisionCode::new("Mainstream").unwrap();
        let mut case = Case::new(CaseFile::new(id, code));
        let moment = chrono::DateTime::from_timestamp(1_750_000_000, 0).unwrap();
        let moment = Timestamp::new(moment).unwrap();
        for revealed in [None, Some(moment)] {
            case.ratings.revealed = revealed;
            for step in Step::ALL {
                let scene = Scene::following(step, &case);
                assert_eq!(scene.step(step, &case), step, "back to where one was");
                let from_afar = scene.step(Step::Read, &case);
                assert_eq!(Scene::following(from_afar, &case), scene);
            }
        }
    }
}
