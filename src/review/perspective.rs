//! The parent's own view, beside the judgement: who spoke, how they were heard, in their own
//! words, how they answer the panel's three questions, what they see as ideal, and when; or an
//! honest account of why nobody could be heard.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::Date;
use super::command::VoiceText;
use super::judgement::{Answer, Asked, Question};
use super::law::MainstreamWish;
use super::text::{ProvisionCode, Text};

/// Who spoke, by role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Speaker {
    /// The child's mother.
    Mother,
    /// The child's father.
    Father,
    /// A carer.
    Carer,
    /// A foster carer.
    FosterCarer,
    /// The young person, of 16 or over.
    YoungPerson,
    /// Whoever else has parental responsibility.
    ParentalResponsibility,
}

impl Speaker {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Mother,
        Self::Father,
        Self::Carer,
        Self::FosterCarer,
        Self::YoungPerson,
        Self::ParentalResponsibility,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Mother => "mother",
            Self::Father => "father",
            Self::Carer => "carer",
            Self::FosterCarer => "foster carer",
            Self::YoungPerson => "the young person, 16+",
            Self::ParentalResponsibility => "parental responsibility",
        }
    }
}

/// How the parent was heard, or that they were not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Source {
    /// Spoke in the room.
    InTheRoom,
    /// Interviewed beforehand.
    Interview,
    /// Wrote.
    Written,
    /// Taken from papers (plan, annual review): may show disagreement, never agreement.
    FromPapers,
    /// Asked, but declined.
    Declined,
    /// Could not be reached.
    NotReached,
}

impl Source {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::InTheRoom,
        Self::Interview,
        Self::Written,
        Self::FromPapers,
        Self::Declined,
        Self::NotReached,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::InTheRoom => "in the room",
            Self::Interview => "interview",
            Self::Written => "in writing",
            Self::FromPapers => "from papers",
            Self::Declined => "asked, but declined",
            Self::NotReached => "could not be reached",
        }
    }

    /// Whether the parent's own words came to the panel at all.
    pub const fn was_heard(self) -> bool {
        !matches!(self, Self::Declined | Self::NotReached)
    }

    /// Attempts of which an account is needed.
    pub const fn attempts_needed(self) -> usize {
        match self {
            Self::Declined => 1,
            Self::NotReached => 2,
            _ => 0,
        }
    }
}

/// How a parent answers one of the three questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ParentAnswer {
    /// An answer, as the panel gives them.
    Stated(Answer),
    /// Asked, and did not say.
    NotStated,
}

impl ParentAnswer {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::Stated(Answer::Ideal),
        Self::Stated(Answer::NotIdeal),
        Self::Stated(Answer::CannotTell),
        Self::NotStated,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Stated(answer) => answer.label(),
            Self::NotStated => "not stated",
        }
    }
}

/// What the parent sees as ideal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParentIdeal {
    /// This kind of provision.
    Provision(ProvisionCode),
    /// Asked, and did not say.
    NotStated,
}

/// One attempt to hear a parent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    /// When.
    pub on: Option<Date>,
    /// How: telephone, letter, visit, …
    pub how: Text,
    /// The role of who asked.
    pub by: Text,
}

impl Attempt {
    /// Whether the account says who asked, when and how.
    pub fn is_whole(&self) -> bool {
        self.on.is_some() && self.how.says_something() && self.by.says_something()
    }

    /// What it says, whatever its capitals, white space and punctuation.
    fn said(&self) -> (Option<Date>, String, String) {
        let bare = |text: &Text| {
            let letters = text.chars().filter(|letter| letter.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect()
        };
        (self.on, bare(&self.how), bare(&self.by))
    }
}

/// Identifies a voice within a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct VoiceId(pub u16);

/// One parent's perspective as it stands on the form; anything may still be missing. It counts
/// when [`missing`](Perspective::missing) is empty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Perspective {
    /// Which voice.
    pub id: VoiceId,
    /// Who spoke.
    pub speaker: Option<Speaker>,
    /// How they were heard.
    pub source: Option<Source>,
    /// In their own words.
    pub words: Text,
    /// Is the setting ideal?
    pub setting: Option<ParentAnswer>,
    /// Is the support ideal?
    pub support: Option<ParentAnswer>,
    /// Did it come in time?
    pub timeliness: Option<ParentAnswer>,
    /// What they see as ideal.
    pub ideal: Option<ParentIdeal>,
    /// When they were heard.
    pub date: Option<Date>,
    /// For declined and not reached: what was tried.
    #[serde(deserialize_with = "super::bounded::list")]
    pub attempts: Vec<Attempt>,
    /// Their stance on the panel's judgement, if they were asked about it.
    pub asked: Option<Asked>,
    /// Whether what was written down was read back to them; `None` = nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_back: Option<bool>,
    /// What they wish as to mainstream; `None` = not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mainstream: Option<MainstreamWish>,
    /// What they hope for.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub hopes: Text,
    /// What they fear.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub fears: Text,
    /// What would change their mind.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub would_change: Text,
}

impl Perspective {
    /// An empty form.
    pub const fn new(id: VoiceId) -> Self {
        Self {
            id,
            speaker: None,
            source: None,
            words: Text::EMPTY,
            setting: None,
            support: None,
            timeliness: None,
            ideal: None,
            date: None,
            attempts: Vec::new(),
            asked: None,
            read_back: None,
            mainstream: None,
            hopes: Text::EMPTY,
            fears: Text::EMPTY,
            would_change: Text::EMPTY,
        }
    }

    /// What else they say.
    pub const fn text(&self, text: VoiceText) -> &Text {
        match text {
            VoiceText::Hopes => &self.hopes,
            VoiceText::Fears => &self.fears,
            VoiceText::WouldChange => &self.would_change,
        }
    }

    /// The answer to a question.
    pub const fn answer(&self, question: Question) -> Option<ParentAnswer> {
        match question {
            Question::Setting => self.setting,
            Question::Support => self.support,
            Question::Timeliness => self.timeliness,
        }
    }

    /// Whether the parent's own words came to the panel; not, as long as nobody says how.
    pub fn was_heard(&self) -> bool {
        self.source.is_some_and(Source::was_heard)
    }

    /// What is still missing before this counts as a parent's perspective.
    pub fn missing(&self, child_is_under_sixteen: bool) -> Vec<MissingFromParent> {
        use MissingFromParent as M;
        let mut missing = Vec::new();
        match self.speaker {
            None => missing.push(M::Speaker),
            Some(Speaker::YoungPerson) if child_is_under_sixteen => {
                missing.push(M::YoungPersonUnder16)
            }
            Some(_) => {}
        }
        let Some(source) = self.source else {
            missing.push(M::Source);
            return missing;
        };
        if source.was_heard() {
            if !self.words.says_something() {
                missing.push(M::Words);
            }
            for question in Question::ALL {
                if self.answer(question).is_none() {
                    missing.push(M::Answer(question));
                }
            }
            if self.ideal.is_none() {
                missing.push(M::Ideal);
            }
            if self.date.is_none() {
                missing.push(M::Date);
            }
        } else {
            let told = self.attempts_told();
            let needed = source.attempts_needed();
            if told < needed {
                missing.push(M::Attempts { needed, told });
            }
        }
        missing
    }

    /// Whether this counts as a parent's perspective.
    pub fn is_whole(&self, child_is_under_sixteen: bool) -> bool {
        self.missing(child_is_under_sixteen).is_empty()
    }

    /// When the parent was heard; where they were not, when somebody last tried to hear them, as far
    /// as that is told in full. A date left on the form from another source says neither.
    pub fn heard_on(&self) -> Option<Date> {
        if self.source?.was_heard() {
            self.date
        } else {
            let whole = self.attempts.iter().filter(|attempt| attempt.is_whole());
            whole.filter_map(|attempt| attempt.on).max()
        }
    }

    /// Attempts that say who asked, when and how. One that was entered twice in the same words
    /// is one attempt.
    pub fn attempts_told(&self) -> usize {
        let whole = self.attempts.iter().filter(|one| one.is_whole());
        let told: HashSet<_> = whole.map(Attempt::said).collect();
        told.len()
    }

    /// Whether anything stands on this form. What is only begun counts nowhere.
    pub fn is_begun(&self) -> bool {
        *self != Self::new(self.id)
    }
}

/// The perspectives that have been begun and are not whole, each with what it lacks.
pub fn begun(
    voices: &[Perspective],
    child_is_under_sixteen: bool,
) -> impl Iterator<Item = (&Perspective, Vec<MissingFromParent>)> {
    voices
        .iter()
        .filter(|voice| voice.is_begun())
        .map(move |voice| (voice, voice.missing(child_is_under_sixteen)))
        .filter(|(_, lacks)| !lacks.is_empty())
}

/// What a parent's perspective lacks, as one line.
pub fn in_words(lacks: &[MissingFromParent]) -> String {
    let lacks: Vec<_> = lacks.iter().map(ToString::to_string).collect();
    lacks.join("; ")
}

/// What a parent's perspective lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingFromParent {
    /// Who spoke.
    Speaker,
    /// A young person speaks as such from 16 on; this child is younger.
    YoungPersonUnder16,
    /// How they were heard.
    Source,
    /// Their own words (placeholders are not words).
    Words,
    /// Their answer to a question.
    Answer(Question),
    /// What they see as ideal.
    Ideal,
    /// When they were heard.
    Date,
    /// An account of the attempts to hear them.
    Attempts {
        /// How many are needed.
        needed: usize,
        /// How many say who asked, when and how.
        told: usize,
    },
}

impl std::fmt::Display for MissingFromParent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Speaker => f.write_str("who spoke"),
            Self::YoungPersonUnder16 => {
                f.write_str("a speaker: a young person speaks for themselves from 16 on")
            }
            Self::Source => f.write_str("how the parent was heard"),
            Self::Words => f.write_str("the parent’s own words"),
            Self::Answer(question) => {
                write!(
                    f,
                    "the parent’s answer on {} (or “not stated”)",
                    question.word()
                )
            }
            Self::Ideal => f.write_str("what the parent sees as ideal (or “not stated”)"),
            Self::Date => f.write_str("when the parent was heard"),
            Self::Attempts { needed, told } => write!(
                f,
                "who asked the parent, when and how: {needed} {} needed, {told} told in full",
                if *needed == 1 { "attempt" } else { "attempts" }
            ),
        }
    }
}

#[cfg(test)]
mod tests;
