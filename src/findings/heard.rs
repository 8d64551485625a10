//! How parents were heard, for whoever asks: was a parent heard in every case?

use crate::review::complete::Complete;
use crate::review::perspective::{Perspective, Source, Speaker};
use crate::review::text::CaseId;

use super::judged::Judged;
use super::share::{Share, share_of};

/// How the parents of complete cases were heard. A case can have several voices; one that is only
/// begun is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Voices by how they were heard, in the order of [`Source::ALL`].
    pub sources: Vec<HeardHow>,
    /// Voices by who spoke, or would have, in the order of [`Speaker::ALL`].
    pub speakers: Vec<HeardWhom>,
    /// Each case once; `None` without a complete judgement.
    pub by_case: Option<ByCase>,
}

/// Voices that were heard in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardHow {
    /// How.
    pub source: Source,
    /// The case of each voice: a case with two such voices is here twice.
    pub voices: Vec<CaseId>,
}

/// Voices of one kind of speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardWhom {
    /// Who.
    pub speaker: Speaker,
    /// The case of each voice: a case with two such voices is here twice.
    pub voices: Vec<CaseId>,
}

/// Each complete case once, by the best that is known of its parents: three shares that add up
/// to 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByCase {
    /// A parent spoke or wrote to the panel.
    pub spoke: Share,
    /// What a parent thinks is known from papers alone.
    pub papers_alone: Share,
    /// No parent was heard: all declined or could not be reached.
    pub not_heard: Share,
}

impl Heard {
    pub(super) fn of(judged: &Judged<'_>) -> Self {
        let voices = || {
            judged.complete.iter().flat_map(|complete| {
                let voices = complete.voices().iter();
                voices.map(|voice| (complete.case().id(), voice))
            })
        };
        let those = |passes: &dyn Fn(&Perspective) -> bool| {
            let passing = voices().filter(|(_, voice)| passes(voice));
            passing.map(|(id, _)| id.clone()).collect()
        };
        Self {
            sources: Source::ALL
                .into_iter()
                .map(|source| HeardHow {
                    source,
                    voices: those(&|voice| voice.source == Some(source)),
                })
                .collect(),
            speakers: Speaker::ALL
                .into_iter()
                .map(|speaker| HeardWhom {
                    speaker,
                    voices: those(&|voice| voice.speaker == Some(speaker)),
                })
                .collect(),
            by_case: ByCase::of(&judged.complete),
        }
    }

    /// How it came about.
    pub const fn formula() -> &'static str {
        "whole perspectives of complete cases, counted by voice and by case (the model, §9)"
    }
}

/// The best that is known of a case's parents.
#[derive(PartialEq, Eq)]
enum Best {
    Spoke,
    Papers,
    NotHeard,
}

impl Best {
    fn of(complete: &Complete<'_>) -> Self {
        let voices = || complete.voices().iter();
        let from_papers = |voice: &&Perspective| voice.source == Some(Source::FromPapers);
        if voices().any(|voice| voice.was_heard() && !from_papers(&voice)) {
            Self::Spoke
        } else if voices().any(|voice| from_papers(&voice)) {
            Self::Papers
        } else {
            Self::NotHeard
        }
    }
}

impl ByCase {
    fn of(all: &[Complete<'_>]) -> Option<Self> {
        let those = |best: Best| {
            let id = |one: &Complete<'_>| one.case().id().clone();
            share_of(all, id, |one| Best::of(one) == best)
        };
        Some(Self {
            spoke: those(Best::Spoke)?,
            papers_alone: those(Best::Papers)?,
            not_heard: those(Best::NotHeard)?,
        })
    }
}
