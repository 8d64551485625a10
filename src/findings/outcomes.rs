//! What the panel found: the three questions over all complete judgements, the setting also by
//! where children are, need and phase; and, of counted cases, which way the ideals lie.

use std::collections::BTreeMap;

use crate::review::complete::Complete;
use crate::review::judgement::{Answer, Question};
use crate::review::setup::Setup;
use crate::review::text::{CaseId, ProvisionCode, Text};

use super::groups::{Group, grouped};
use super::judged::{Counted, Judged};
use super::share::{Share, share_of};

/// What the panel found (model.md §9).
#[derive(Clone, Debug, PartialEq)]
pub struct Outcomes {
    /// Setting, support and timeliness, in this order, over complete judgements.
    pub questions: Vec<QuestionOutcome>,
    /// The setting by the provision where the child is now, in the order of the table.
    pub by_provision: Vec<(ProvisionCode, Answers)>,
    /// The setting by primary need, most cases first.
    pub by_need: Vec<Group<Answers>>,
    /// The setting by phase, most cases first.
    pub by_phase: Vec<Group<Answers>>,
    /// Which way the ideals lie; `None` without a counted case.
    pub moves: Option<Moves>,
}

/// The panel's answers to one question.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionOutcome {
    /// Which question.
    pub question: Question,
    /// The answers; `None` without a complete judgement.
    pub answers: Option<Answers>,
}

/// The panel's answers to one question in the same cases: three shares that add up to 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Ideal.
    pub ideal: Share,
    /// Not ideal.
    pub not_ideal: Share,
    /// The panel cannot tell.
    pub cannot_tell: Share,
}

impl Answers {
    fn of(question: Question, all: &[&Complete<'_>]) -> Option<Self> {
        let those = |answer| share_of(all, id, |one| one.judgement().answer(question) == answer);
        Some(Self {
            ideal: those(Answer::Ideal)?,
            not_ideal: those(Answer::NotIdeal)?,
            cannot_tell: those(Answer::CannotTell)?,
        })
    }

    /// The share with this answer.
    pub const fn share(&self, answer: Answer) -> &Share {
        match answer {
            Answer::Ideal => &self.ideal,
            Answer::NotIdeal => &self.not_ideal,
            Answer::CannotTell => &self.cannot_tell,
        }
    }

    /// How many cases.
    pub const fn n(&self) -> usize {
        self.ideal.n()
    }
}

fn id(complete: &&Complete<'_>) -> CaseId {
    complete.case().id().clone()
}

/// Which way the panel's ideal lies from where the child is, by `tier` (model.md §1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The same kind of provision.
    Stays,
    /// A lower tier.
    LessSpecialist,
    /// A higher tier.
    MoreSpecialist,
    /// Another kind of provision of the same tier.
    SameTier,
}

impl Direction {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 4] = [
        Self::LessSpecialist,
        Self::MoreSpecialist,
        Self::SameTier,
        Self::Stays,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Stays => "the same kind of provision",
            Self::LessSpecialist => "less specialist",
            Self::MoreSpecialist => "more specialist",
            Self::SameTier => "another kind, as specialist",
        }
    }

    fn of(setup: &Setup, case: &Counted<'_>) -> Self {
        let tier = |row: usize| setup.provisions.get(row).map(|row| row.tier);
        match (tier(case.current), tier(case.ideal)) {
            _ if case.current == case.ideal => Self::Stays,
            (now, ideal) if ideal < now => Self::LessSpecialist,
            (now, ideal) if ideal > now => Self::MoreSpecialist,
            _ => Self::SameTier,
        }
    }
}

/// Which way the ideals of the counted cases lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moves {
    /// In the order of [`Direction::ALL`]: four shares that add up to 1.
    pub directions: Vec<(Direction, Share)>,
    /// The right kind of provision, but the setting is not ideal: the wrong school. They are
    /// among those who stay.
    pub wrong_school: Share,
}

impl Moves {
    fn of(setup: &Setup, counted: &[Counted<'_>]) -> Option<Self> {
        let towards = |direction| {
            let share = share_of(counted, Counted::id, |case| {
                Direction::of(setup, case) == direction
            });
            share.map(|share| (direction, share))
        };
        let wrong_school = share_of(counted, Counted::id, |case| {
            let setting = case.complete.judgement().setting;
            case.current == case.ideal && setting == Answer::NotIdeal
        });
        Some(Self {
            directions: Direction::ALL.into_iter().filter_map(towards).collect(),
            wrong_school: wrong_school?,
        })
    }

    /// How it came about.
    pub const fn formula() -> &'static str {
        "counted cases by the tier of the ideal provision beside that of the current one (the model, §1 and §9)"
    }
}

impl Outcomes {
    pub(super) fn of(setup: &Setup, judged: &Judged<'_>) -> Self {
        let all: Vec<&Complete<'_>> = judged.complete.iter().collect();
        Self {
            questions: Question::ALL
                .into_iter()
                .map(|question| QuestionOutcome {
                    question,
                    answers: Answers::of(question, &all),
                })
                .collect(),
            by_provision: by_provision(setup, &all),
            by_need: by_text(&all, |complete| &complete.case().file.primary_need),
            by_phase: by_text(&all, |complete| &complete.case().file.phase),
            moves: Moves::of(setup, &judged.counted),
        }
    }

    /// The answers to one question.
    pub fn question(&self, question: Question) -> Option<&Answers> {
        let mut all = self.questions.iter();
        all.find(|one| one.question == question)?.answers.as_ref()
    }

    /// How it came about.
    pub const fn formula() -> &'static str {
        "complete judgements with this answer, of all complete judgements (the model, §9)"
    }
}

/// The setting by where the child is now; a provision that is not in the table comes after it.
fn by_provision(setup: &Setup, all: &[&Complete<'_>]) -> Vec<(ProvisionCode, Answers)> {
    let in_table = |code: &ProvisionCode| setup.provisions.iter().position(|p| p.code == *code);
    let mut here: BTreeMap<(usize, &ProvisionCode), Vec<&Complete<'_>>> = BTreeMap::new();
    for one in all {
        let code = &one.case().file.current_provision;
        let row = in_table(code).unwrap_or(usize::MAX);
        here.entry((row, code)).or_default().push(one);
    }
    let setting = |((_, code), here): ((usize, &ProvisionCode), Vec<_>)| {
        Answers::of(Question::Setting, &here).map(|answers| (code.clone(), answers))
    };
    here.into_iter().filter_map(setting).collect()
}

fn by_text<'a>(
    all: &[&'a Complete<'a>],
    written: impl Fn(&'a Complete<'a>) -> &'a Text,
) -> Vec<Group<Answers>> {
    let groups = grouped(all.iter().map(|one| (written(one), *one)));
    let setting = |group: Group<Vec<&Complete<'_>>>| {
        let of = Answers::of(Question::Setting, &group.of)?;
        let name = group.name;
        Some(Group { name, of })
    };
    groups.into_iter().filter_map(setting).collect()
}
