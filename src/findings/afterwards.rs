//! Who has been asked about the panel's judgement afterwards, and where every parent who was heard
//! stands on it now, by how that is known. Whoever declined or was not reached stands apart: that is
//! no view, never agreement (product.md, "Nobody answers for the parent").

use crate::review::Date;
use crate::review::case::Case;
use crate::review::complete::Complete;
use crate::review::judgement::{Ideal, Judgement, Matter};
use crate::review::perspective::{Perspective, Source, VoiceId};
use crate::review::stance::{self, Stance, StanceFrom};
use crate::review::text::CaseId;

/// Every parent beside a recorded judgement, in the order of the review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Afterwards {
    /// Those who were heard.
    pub heard: Vec<Asking>,
    /// Those who declined or could not be reached.
    pub not_heard: Vec<NotHeard>,
    /// Recorded cases that are for practice, and so in no list.
    pub practice: usize,
}

/// A parent who was heard, beside a recorded judgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// The case.
    pub case: CaseId,
    /// Which of its voices.
    pub voice: VoiceId,
    /// Where they stand on the judgement now.
    pub stance: Stance,
    /// How that is known.
    pub from: StanceFrom,
    /// An answer that counts no more.
    pub void: Option<Void>,
    /// Whether the panel names an ideal that somebody can agree with.
    pub can_be_asked: bool,
    /// Whether theirs, of several parents of the case, is the stance that counts.
    pub counts: bool,
}

impl Asking {
    /// Whether they have been asked about this judgement, as it is.
    pub fn is_asked(&self) -> bool {
        self.from == StanceFrom::Asked
    }

    /// Whether they are still to be asked.
    pub fn is_to_be_asked(&self) -> bool {
        self.can_be_asked && !self.is_asked()
    }
}

/// A parent who was not heard, beside a recorded judgement: no view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotHeard {
    /// The case.
    pub case: CaseId,
    /// Which of its voices.
    pub voice: VoiceId,
    /// Declined, or not reached.
    pub source: Source,
}

/// An answer that was given about another ideal or other conditions than the judgement's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Void {
    /// When they were asked.
    pub on: Date,
    /// What they said.
    pub stance: Stance,
    /// Whether it is the ideal that is another, rather than its conditions alone.
    pub other_ideal: bool,
}

impl Void {
    /// The answer of this voice, if it was given about something else than this.
    pub fn of(voice: &Perspective, matter: &Matter) -> Option<Self> {
        let asked = voice.asked.as_ref().filter(|_| voice.was_heard())?;
        (asked.about != *matter).then(|| Self {
            on: asked.on,
            stance: asked.stance,
            other_ideal: asked.about.ideal != matter.ideal,
        })
    }

    /// "Asked about another ideal on 3 June 2026 (agrees): counts no more"
    pub fn in_words(&self) -> String {
        let about = match self.other_ideal {
            true => "another ideal",
            false => "other conditions",
        };
        let (on, said) = (self.on.in_words(), self.stance.label());
        format!("Asked about {about} on {on} ({said}): counts no more")
    }
}

impl Afterwards {
    /// Of these cases.
    pub fn of<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Self {
        let mut all = Self::default();
        for complete in cases.into_iter().filter_map(Case::complete) {
            if complete.case().practice {
                all.practice += 1;
                continue;
            }
            all.add(&complete);
        }
        all
    }

    fn add(&mut self, complete: &Complete<'_>) {
        let (case, judgement) = (complete.case().id(), complete.judgement());
        let several = complete.voices().rest().next().is_some();
        let sets = several.then(|| complete.effective_stance().voice);
        for voice in complete.voices().iter() {
            match voice.source {
                Some(source) if !source.was_heard() => self.not_heard.push(NotHeard {
                    case: case.clone(),
                    voice: voice.id,
                    source,
                }),
                _ => self.heard.push(Asking {
                    counts: sets == Some(voice.id),
                    ..asking(case, voice, judgement)
                }),
            }
        }
    }

    /// How many have been asked about the judgement, as it is.
    pub fn asked(&self) -> usize {
        self.heard.iter().filter(|one| one.is_asked()).count()
    }

    /// How many can be asked: the panel names an ideal, or they have been.
    pub fn can_be_asked(&self) -> usize {
        let heard = self.heard.iter();
        heard
            .filter(|one| one.can_be_asked || one.is_asked())
            .count()
    }

    /// How many are still to be asked.
    pub fn to_be_asked(&self) -> usize {
        self.heard.iter().filter(|one| one.is_to_be_asked()).count()
    }

    /// How many of those heard stand like this, as this is known.
    pub fn count(&self, stance: Stance, from: StanceFrom) -> usize {
        let heard = self.heard.iter();
        heard
            .filter(|one| (one.stance, one.from) == (stance, from))
            .count()
    }

    /// How many stand like this, and how that is known: "4 (1 asked, 2 from their own ideal, 1 from
    /// papers)".
    pub fn in_words(&self, stance: Stance) -> String {
        let ways = [StanceFrom::Asked, StanceFrom::Derived, StanceFrom::Papers];
        let counts = ways.map(|from| (from, self.count(stance, from)));
        let all: usize = counts.iter().map(|(_, n)| n).sum();
        let known = |from: StanceFrom| match (from, stance) {
            // Without a view there is nothing that an ideal or a paper would tell.
            (StanceFrom::Derived | StanceFrom::Papers, Stance::NoView) => no_view(from),
            _ => from.label(),
        };
        let told: Vec<_> = counts.iter().filter(|(_, n)| *n > 0).collect();
        match told.as_slice() {
            [] => all.to_string(),
            [(from, _)] => format!("{all} ({})", known(*from)),
            several => {
                let told: Vec<String> = several
                    .iter()
                    .map(|(from, n)| format!("{n} {}", known(*from)))
                    .collect();
                format!("{all} ({})", told.join(", "))
            }
        }
    }

    /// Those who were not heard, in words: "2 declined, 1 could not be reached"; nothing where
    /// there are none.
    pub fn not_heard_in_words(&self) -> Option<String> {
        let count = |source| {
            let those = self.not_heard.iter();
            those.filter(|one| one.source == source).count()
        };
        let told = [
            (count(Source::Declined), "declined"),
            (count(Source::NotReached), "could not be reached"),
        ];
        let told: Vec<String> = told
            .into_iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, word)| format!("{n} {word}"))
            .collect();
        (!told.is_empty()).then(|| told.join(", "))
    }
}

const fn no_view(from: StanceFrom) -> &'static str {
    match from {
        StanceFrom::Papers => "known from papers alone",
        _ => "not asked, and no ideal to go by",
    }
}

fn asking(case: &CaseId, voice: &Perspective, judgement: &Judgement) -> Asking {
    let (stance, from) = stance::of_voice(voice, judgement);
    let void = voice
        .asked
        .is_some()
        .then(|| Void::of(voice, &judgement.matter()))
        .flatten();
    Asking {
        case: case.clone(),
        voice: voice.id,
        stance,
        from,
        void,
        can_be_asked: matches!(judgement.ideal, Ideal::Provision(_)),
        counts: false,
    }
}
