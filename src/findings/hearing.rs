//! How far the parents have been heard before anybody judges: "Parents heard: 17 of 28", and what
//! was tried for each of the others. ([`Heard`](super::Heard) says the same of judged cases.)

use crate::review::case::Case;
use crate::review::perspective::{self, Attempt, Perspective, Source};
use crate::review::text::CaseId;

/// Every case of a review by how far its parents have been heard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hearing {
    /// A parent spoke or wrote to the panel, and all that is needed of it is there.
    pub heard: Vec<CaseId>,
    /// The others, in the order of the review, each with what was tried.
    pub others: Vec<NotYet>,
}

/// A case of which no parent has been heard, and what was tried.
#[derive(Clone, Debug, PartialEq)]
pub struct NotYet {
    /// The case.
    pub id: CaseId,
    /// How far it has got.
    pub standing: Standing,
    /// Every attempt that was noted, by date; those without one last.
    pub attempts: Vec<Attempt>,
    /// What is still missing of what has been begun, in words; empty where nothing is.
    pub missing: Option<String>,
}

/// How far it has got with parents who have not been heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Nothing has been noted.
    NothingYet,
    /// Something has been noted; it does not count as a parent's perspective yet.
    Begun,
    /// What a parent thinks is known from papers alone.
    FromPapers,
    /// Could not be reached, with a full account of at least two attempts.
    NotReached,
    /// Asked, but declined, with a full account.
    Declined,
}

impl Standing {
    /// All, those first who need somebody to do something.
    pub const ALL: [Self; 5] = [
        Self::NothingYet,
        Self::Begun,
        Self::FromPapers,
        Self::NotReached,
        Self::Declined,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NothingYet => "nothing yet",
            Self::Begun => "begun, not whole yet",
            Self::FromPapers => "from papers alone",
            Self::NotReached => "could not be reached",
            Self::Declined => "asked, but declined",
        }
    }

    /// Whether a judgement of the panel can be recorded as it is: somebody has answered, or there
    /// is an honest account of why nobody did.
    pub const fn is_enough(self) -> bool {
        matches!(self, Self::FromPapers | Self::NotReached | Self::Declined)
    }

    /// Whether it makes sense to ask, or to ask again: not where a parent has declined.
    pub const fn can_be_asked(self) -> bool {
        !matches!(self, Self::Declined)
    }
}

impl Hearing {
    /// How far the parents of these cases have been heard; cases for practice are none.
    pub fn of<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Self {
        let mut hearing = Self::default();
        for case in cases.into_iter().filter(|case| !case.practice) {
            match not_yet(case) {
                None => hearing.heard.push(case.id().clone()),
                Some(other) => hearing.others.push(other),
            }
        }
        hearing
    }

    /// How many cases there are.
    pub const fn cases(&self) -> usize {
        self.heard.len() + self.others.len()
    }

    /// The cases that stand like this.
    pub fn standing(&self, standing: Standing) -> impl Iterator<Item = &NotYet> {
        self.others
            .iter()
            .filter(move |one| one.standing == standing)
    }

    /// "Parents heard: 17 of 28", or that there is nobody to hear.
    pub fn headline(&self) -> String {
        if self.cases() == 0 {
            return "Parents heard: no cases yet".to_owned();
        }
        format!("Parents heard: {} of {}", self.heard.len(), self.cases())
    }

    /// All of them in one line: "Parents: 22 heard, 1 from papers alone, 2 declined or not reached,
    /// 3 to come".
    pub fn counts_in_words(&self) -> String {
        let counted = |all: &[Standing]| {
            let others = self.others.iter();
            others.filter(|one| all.contains(&one.standing)).count()
        };
        let papers = match counted(&[Standing::FromPapers]) {
            0 => String::new(),
            n => format!(", {n} from papers alone"),
        };
        format!(
            "Parents: {} heard{papers}, {} declined or not reached, {} to come",
            self.heard.len(),
            counted(&[Standing::NotReached, Standing::Declined]),
            counted(&[Standing::NothingYet, Standing::Begun])
        )
    }

    /// How the others stand, in one line: "nothing yet: 6; asked, but declined: 2".
    pub fn others_in_words(&self) -> String {
        let counts = Standing::ALL.map(|standing| (standing, self.standing(standing).count()));
        let told = counts.iter().filter(|(_, n)| *n > 0);
        let told: Vec<_> = told
            .map(|(standing, n)| format!("{}: {n}", standing.label()))
            .collect();
        told.join("; ")
    }
}

/// What was tried for this case; `None` if a parent spoke or wrote.
fn not_yet(case: &Case) -> Option<NotYet> {
    let young = case.file.is_under_sixteen();
    let whole = |from: fn(Source) -> bool| {
        let mut voices = case.voices.iter();
        voices.any(|voice| voice.source.is_some_and(from) && voice.is_whole(young))
    };
    if whole(|source| source.was_heard() && source != Source::FromPapers) {
        return None;
    }
    let begun: Vec<_> = perspective::begun(&case.voices, young).collect();
    // Whoever has begun to answer is not passed over for an account that somebody else declined.
    let standing = if !begun.is_empty() {
        Standing::Begun
    } else if whole(|source| source == Source::FromPapers) {
        Standing::FromPapers
    } else if whole(|source| source == Source::NotReached) {
        Standing::NotReached
    } else if whole(|source| source == Source::Declined) {
        Standing::Declined
    } else {
        Standing::NothingYet
    };
    let missing = begun.iter().map(|(_, lacks)| perspective::in_words(lacks));
    let missing: Vec<_> = missing.collect();
    Some(NotYet {
        id: case.id().clone(),
        standing,
        attempts: attempts(&case.voices),
        missing: (!missing.is_empty()).then(|| missing.join("; ")),
    })
}

fn attempts(voices: &[Perspective]) -> Vec<Attempt> {
    let mut attempts: Vec<_> = voices
        .iter()
        .flat_map(|voice| voice.attempts.clone())
        .collect();
    attempts.sort_by_key(|attempt| (attempt.on.is_none(), attempt.on));
    attempts
}

/// One attempt in a line: "3 May 2026, telephone, caseworker"; what was not noted is said.
pub fn attempt_in_words(attempt: &Attempt) -> String {
    let or = |words: &str, missing: &str| {
        let words = words.trim();
        if words.is_empty() {
            missing.to_owned()
        } else {
            words.to_owned()
        }
    };
    let on = attempt
        .on
        .map_or_else(|| "no date".to_owned(), |date| date.in_words());
    format!(
        "{on}, {}, {}",
        or(&attempt.how, "how is not noted"),
        or(&attempt.by, "by whom is not noted")
    )
}
