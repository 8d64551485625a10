//! How far panel and parents agree (model.md §9): where parents stand on the judgement, by how
//! that is known, and both beside each other on the same three questions.

use crate::review::complete::Complete;
use crate::review::judgement::{Answer, Question};
use crate::review::perspective::{ParentAnswer, Perspective, Source};
use crate::review::stance::{self, Stance, StanceFrom};
use crate::review::text::CaseId;

use super::judged::{Counted, Judged};
use super::share::{Share, share_of};

/// How far panel and parents agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Parents {
    /// Counted cases by effective stance, in the order of [`Stance::ALL`]; empty without a
    /// counted case.
    pub stances: Vec<StanceCount>,
    /// Complete cases: setting, support and timeliness, in this order.
    pub questions: Vec<SideBySide>,
}

/// Counted cases with one effective stance. The lists are apart because they are worth different
/// things; together they are the share's cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StanceCount {
    /// The stance.
    pub stance: Stance,
    /// They of all counted cases.
    pub share: Share,
    /// The parent was asked about this judgement.
    pub asked: Vec<CaseId>,
    /// From the parent's own ideal, said before the panel judged.
    pub derived: Vec<CaseId>,
    /// From papers, which can show disagreement but never agreement.
    pub papers: Vec<CaseId>,
    /// Asked for a view, but declined: no view, never agreement.
    pub declined: Vec<CaseId>,
    /// Could not be reached: no view, never agreement.
    pub not_reached: Vec<CaseId>,
}

/// What parents say to one of the panel's questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParentSays {
    /// A parent was heard, and this is the answer.
    Heard(ParentAnswer),
    /// No parent was heard: all declined or could not be reached.
    NotHeard,
}

impl ParentSays {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Heard(ParentAnswer::Stated(Answer::Ideal)),
        Self::Heard(ParentAnswer::Stated(Answer::NotIdeal)),
        Self::Heard(ParentAnswer::Stated(Answer::CannotTell)),
        Self::Heard(ParentAnswer::NotStated),
        Self::NotHeard,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Heard(answer) => answer.label(),
            Self::NotHeard => "not heard",
        }
    }

    fn of(question: Question, complete: &Complete<'_>) -> Self {
        let Some(voice) = speaking(complete) else {
            return Self::NotHeard;
        };
        // A whole perspective has all answers; a missing one would say nothing either.
        Self::Heard(voice.answer(question).unwrap_or(ParentAnswer::NotStated))
    }
}

/// The voice that stands for a case's parents on the three questions: of those who were heard, the
/// one who agrees least with the judgement, the earliest of several alike. This is the voice that
/// sets the effective stance, unless that one declined or could not be reached: then somebody
/// else's answers are known and are not thrown away.
fn speaking<'a>(complete: &Complete<'a>) -> Option<&'a Perspective> {
    let heard = complete.voices().iter().filter(|voice| voice.was_heard());
    let judgement = complete.judgement();
    heard.min_by_key(|voice| (stance::of_voice(voice, judgement).0, voice.heard_on()))
}

/// Panel and parents on one question.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBySide {
    /// Which.
    pub question: Question,
    /// Every pair of answers: the panel's in the order of [`Answer::ALL`], in each the parents' in
    /// the order of [`ParentSays::ALL`]. All complete cases are in exactly one.
    pub cells: Vec<Cell>,
    /// Cases with the same answer of those where both say "ideal" or "not ideal"; `None` without
    /// such a case.
    pub same: Option<Share>,
}

/// Complete cases with one pair of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The panel's answer.
    pub panel: Answer,
    /// The parents'.
    pub parents: ParentSays,
    /// Which cases.
    pub cases: Vec<CaseId>,
}

impl SideBySide {
    fn of(question: Question, all: &[Complete<'_>]) -> Self {
        let said: Vec<_> = all
            .iter()
            .map(|one| {
                let panel = one.judgement().answer(question);
                (one.case().id(), panel, ParentSays::of(question, one))
            })
            .collect();
        let pairs = Answer::ALL
            .into_iter()
            .flat_map(|panel| ParentSays::ALL.map(|parents| (panel, parents)));
        let cell = |(panel, parents)| {
            let here = said.iter().filter(|one| (one.1, one.2) == (panel, parents));
            let cases = here.map(|one| one.0.clone()).collect();
            Cell {
                panel,
                parents,
                cases,
            }
        };
        let decided: Vec<_> = said
            .iter()
            .filter_map(|&(id, panel, parents)| match parents {
                ParentSays::Heard(ParentAnswer::Stated(theirs))
                    if panel != Answer::CannotTell && theirs != Answer::CannotTell =>
                {
                    Some((id, panel == theirs))
                }
                _ => None,
            })
            .collect();
        Self {
            question,
            cells: pairs.map(cell).collect(),
            same: share_of(&decided, |one| one.0.clone(), |one| one.1),
        }
    }

    /// The cases with this pair of answers.
    pub fn cases(&self, panel: Answer, parents: ParentSays) -> &[CaseId] {
        let mut cells = self.cells.iter();
        let cell = cells.find(|cell| cell.panel == panel && cell.parents == parents);
        cell.map_or(&[], |cell| &cell.cases)
    }

    /// How it came about.
    pub const fn formula() -> &'static str {
        "complete cases by the panel’s answer and the parents’: of several parents heard, the one who agrees least with the judgement (the model, §9)"
    }
}

impl StanceCount {
    fn of(stance: Stance, counted: &[Counted<'_>]) -> Option<Self> {
        let stances: Vec<_> = counted.iter().map(|case| (case, Known::of(case))).collect();
        let share = share_of(&stances, |one| one.0.id(), |one| one.1.0 == stance)?;
        let known = |known| {
            let those = stances.iter().filter(|one| one.1 == (stance, known));
            those.map(|one| one.0.id()).collect()
        };
        Some(Self {
            stance,
            share,
            asked: known(Known::Stance(StanceFrom::Asked)),
            derived: known(Known::Stance(StanceFrom::Derived)),
            papers: known(Known::Stance(StanceFrom::Papers)),
            declined: known(Known::Declined),
            not_reached: known(Known::NotReached),
        })
    }

    /// How it came about.
    pub const fn formula() -> &'static str {
        "counted cases by effective stance: of several parents the one who agrees least (the model, §1 and §9)"
    }
}

/// How the effective stance is known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Stance(StanceFrom),
    Declined,
    NotReached,
}

impl Known {
    fn of(case: &Counted<'_>) -> (Stance, Self) {
        let effective = case.complete.effective_stance();
        let voice = case.case().voice(effective.voice);
        let known = match voice.and_then(|voice| voice.source) {
            Some(Source::Declined) => Self::Declined,
            Some(Source::NotReached) => Self::NotReached,
            _ => Self::Stance(effective.from),
        };
        (effective.stance, known)
    }
}

impl Parents {
    pub(super) fn of(judged: &Judged<'_>) -> Self {
        let stances = Stance::ALL.into_iter();
        Self {
            stances: stances
                .filter_map(|stance| StanceCount::of(stance, &judged.counted))
                .collect(),
            questions: Question::ALL
                .map(|question| SideBySide::of(question, &judged.complete))
                .to_vec(),
        }
    }
}
