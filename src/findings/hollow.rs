//! Signs that what stands as a parent's words may not be theirs: the same words in several cases,
//! everything from papers, words that were typed as the judgement was recorded, nothing read back.
//! None of them proves anything (two children can have one mother), so each is a question for
//! whoever can check it, nothing is refused for it, and no figure uses it.
//!
//! Cases for practice and cases put aside are left out.

mod typed;

use std::collections::HashMap;

use crate::review::Snapshot;
use crate::review::case::Case;
use crate::review::perspective::{Perspective, Source, VoiceId};
use crate::review::text::CaseId;

/// Letters and figures that words have at least before the same ones elsewhere are a sign: "She is
/// happy there" is what many would say.
const LONG_ENOUGH: usize = 20;
/// Cases with a parent who was heard, from which on it says something that all are from papers.
const SEVERAL: usize = 3;

/// A parent's perspective of a case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VoiceOf {
    /// Which case.
    pub case: CaseId,
    /// Which of its voices.
    pub voice: VoiceId,
}

/// All signs of a review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hollow {
    /// Voices of two or more cases that have the same words, whatever their capitals, white space
    /// and punctuation; in the order of the review.
    pub same_words: Vec<Vec<VoiceOf>>,
    /// Voices that were heard, and how many of them from papers.
    pub papers: Papers,
    /// Voices of which no word stood there a minute before the judgement was recorded, and all were
    /// typed then.
    pub typed_at_the_judgement: Vec<VoiceOf>,
    /// Voices heard in the room or in an interview, of which it is not noted that what was written
    /// down was read back: of recorded cases, and of all where reading back is noted at all.
    pub not_read_back: Vec<VoiceOf>,
    /// Whether reading back is noted of any voice of the review. Where it is not, nothing was
    /// missed in a single case: tables have no column for it.
    pub notes_read_back: bool,
}

/// How many of the voices that were heard are from papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Papers {
    /// Those from papers.
    pub voices: Vec<VoiceOf>,
    /// Perspectives that are whole, of parents who were heard.
    pub heard: usize,
    /// Whether all of them are from papers, in at least three cases.
    pub every_one: bool,
}

/// A sign on one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The same words stand in other cases.
    SameWords {
        /// Whose words.
        voice: VoiceId,
        /// Where else they stand.
        others: Vec<CaseId>,
    },
    /// All that is known of parents in this review is from papers.
    EveryOneFromPapers {
        /// How many perspectives.
        voices: usize,
    },
    /// The words were typed within a minute of the recording of the judgement.
    TypedAtTheJudgement {
        /// Whose words.
        voice: VoiceId,
    },
    /// It is not noted that the words were read back.
    NotReadBack {
        /// Whose words.
        voice: VoiceId,
    },
}

/// The signs of a review. Time grows with the entries of its history and the length of its texts.
pub fn hollow(review: &Snapshot) -> Hollow {
    let cases = || {
        let cases = review.state.cases().iter().map(AsRef::as_ref);
        cases.filter(|case: &&Case| !case.practice)
    };
    Hollow {
        same_words: same_words(cases()),
        papers: Papers::of(cases()),
        typed_at_the_judgement: typed::at_the_judgement(&review.history, cases()),
        not_read_back: not_read_back(cases()),
        notes_read_back: notes_read_back(cases()),
    }
}

impl Hollow {
    /// Whether there is nothing to ask.
    pub fn is_empty(&self) -> bool {
        self.same_words.is_empty()
            && !self.papers.every_one
            && self.typed_at_the_judgement.is_empty()
            && self.not_read_back.is_empty()
    }

    /// The signs on one case.
    pub fn of_case(&self, case: &CaseId) -> Vec<Sign> {
        let mut signs = Vec::new();
        for group in &self.same_words {
            let mut others: Vec<CaseId> = Vec::new();
            for one in group.iter().filter(|one| one.case != *case) {
                if others.last() != Some(&one.case) {
                    others.push(one.case.clone());
                }
            }
            signs.extend(of(group, case).map(|voice| Sign::SameWords {
                voice,
                others: others.clone(),
            }));
        }
        if self.papers.every_one && of(&self.papers.voices, case).next().is_some() {
            let voices = self.papers.voices.len();
            signs.push(Sign::EveryOneFromPapers { voices });
        }
        let typed = of(&self.typed_at_the_judgement, case);
        signs.extend(typed.map(|voice| Sign::TypedAtTheJudgement { voice }));
        let asked = |_: &VoiceId| self.notes_read_back;
        let not_read_back = of(&self.not_read_back, case).filter(asked);
        signs.extend(not_read_back.map(|voice| Sign::NotReadBack { voice }));
        signs
    }
}

/// The voices of one case among these.
fn of<'a>(voices: &'a [VoiceOf], case: &CaseId) -> impl Iterator<Item = VoiceId> + use<'a> {
    let case = case.clone();
    let those = voices.iter().filter(move |one| one.case == case);
    those.map(|one| one.voice)
}

impl Sign {
    /// Which voice it is about; `None` = the review.
    pub const fn voice(&self) -> Option<VoiceId> {
        match self {
            Self::SameWords { voice, .. }
            | Self::TypedAtTheJudgement { voice }
            | Self::NotReadBack { voice } => Some(*voice),
            Self::EveryOneFromPapers { .. } => None,
        }
    }

    /// As a question to whoever can check it.
    pub fn in_words(&self) -> String {
        match self {
            Self::SameWords { others, .. } => format!(
                "The same words stand in {}. Did these parents say the same, or were the words copied?",
                listed(others)
            ),
            Self::EveryOneFromPapers { voices } => format!(
                "All {voices} parents’ views in this review are from papers. Could a parent still be asked?"
            ),
            Self::TypedAtTheJudgement { .. } => {
                "These words were typed within a minute of recording the judgement. Had the panel heard them before it judged?".to_owned()
            }
            Self::NotReadBack { .. } => {
                "By the record this was not read back to the parent. Was it, or could it still be?".to_owned()
            }
        }
    }
}

/// "C2, C7, C9 and 4 more cases".
fn listed(cases: &[CaseId]) -> String {
    const NAMED: usize = 3;
    let more = cases.len().saturating_sub(NAMED);
    let mut parts: Vec<String> = cases.iter().take(NAMED).map(ToString::to_string).collect();
    match more {
        0 => {}
        1 => parts.push("one more case".to_owned()),
        more => parts.push(format!("{more} more cases")),
    }
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => parts.concat(),
    }
}

fn named(case: &Case, voice: &Perspective) -> VoiceOf {
    VoiceOf {
        case: case.id().clone(),
        voice: voice.id,
    }
}

/// The perspectives of a case that are whole, of parents who were heard.
fn heard(case: &Case) -> impl Iterator<Item = &Perspective> {
    let young = case.file.is_under_sixteen();
    let voices = case.voices.iter();
    voices.filter(move |voice| voice.was_heard() && voice.is_whole(young))
}

/// Groups of voices that say the same. Words of a perspective that is only begun are taken too: the
/// question is best asked before it is whole.
fn same_words<'a>(cases: impl Iterator<Item = &'a Case>) -> Vec<Vec<VoiceOf>> {
    let mut place: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<VoiceOf>> = Vec::new();
    for case in cases {
        let spoke = |voice: &&Perspective| voice.source.is_none_or(Source::was_heard);
        for voice in case.voices.iter().filter(spoke) {
            let Some(words) = bare(&voice.words) else {
                continue;
            };
            let at = *place.entry(words).or_insert(groups.len());
            match groups.get_mut(at) {
                Some(group) => group.push(named(case, voice)),
                None => groups.push(vec![named(case, voice)]),
            }
        }
    }
    groups.retain(|group| {
        let first = group.first();
        group
            .iter()
            .any(|one| Some(&one.case) != first.map(|first| &first.case))
    });
    groups
}

/// Letters and figures alone, in small letters; `None` where there are too few of them.
fn bare(words: &str) -> Option<String> {
    let letters = words.chars().filter(|c| c.is_alphanumeric());
    let bare: String = letters.flat_map(char::to_lowercase).collect();
    (bare.chars().count() >= LONG_ENOUGH).then_some(bare)
}

impl Papers {
    fn of<'a>(cases: impl Iterator<Item = &'a Case>) -> Self {
        let mut papers = Self::default();
        let mut with_a_parent = 0;
        for case in cases {
            let before = papers.heard;
            for voice in heard(case) {
                papers.heard += 1;
                if voice.source == Some(Source::FromPapers) {
                    papers.voices.push(named(case, voice));
                }
            }
            with_a_parent += usize::from(papers.heard > before);
        }
        papers.every_one = with_a_parent >= SEVERAL && papers.voices.len() == papers.heard;
        papers
    }
}

fn notes_read_back<'a>(cases: impl Iterator<Item = &'a Case>) -> bool {
    let mut voices = cases.flat_map(|case| &case.voices);
    voices.any(|voice| voice.read_back.is_some())
}

fn not_read_back<'a>(cases: impl Iterator<Item = &'a Case>) -> Vec<VoiceOf> {
    let cases: Vec<&Case> = cases.collect();
    let is_noted = notes_read_back(cases.iter().copied());
    let mut found = Vec::new();
    for case in cases {
        if !is_noted && case.judgement().is_none() {
            continue;
        }
        let spoke = |voice: &&Perspective| {
            matches!(voice.source, Some(Source::InTheRoom | Source::Interview))
        };
        let silent = heard(case)
            .filter(spoke)
            .filter(|voice| voice.read_back != Some(true));
        found.extend(silent.map(|voice| named(case, voice)));
    }
    found
}

#[cfg(test)]
mod meeting;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
