//! The seal at the end of a workshop: a fingerprint of everything, which everybody takes away as ten
//! short words, so that a change made later shows, whoever made it.

mod words;

use serde::{Deserialize, Serialize};

use super::Timestamp;
use super::digest::{Digest, hash_and_length};
use super::history::History;
use super::state::State;

/// What stands before everything that is hashed into a fingerprint.
const PREFIX: &[u8] = b"DBV Case Review, sealed\n";
/// Words of a fingerprint: 80 bits, more than anybody can search through for a second review with
/// the same words.
pub const WORDS: usize = 10;

/// The fingerprint of everything in a review at the moment when it was sealed: a SHA-256 hash over
/// the head of its history (which carries all headers before it) and its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub Digest);

/// What a seal says of the review that carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sealing {
    /// When it was sealed; `None` if no sealing stands at the end of its history, so that nobody
    /// knows.
    pub at: Option<Timestamp>,
    /// The fingerprint that was taken then; where the file has lost it, that of what is there now.
    pub fingerprint: Fingerprint,
    /// The fingerprint of what is there now.
    pub now: Fingerprint,
    /// Whether the history ends in the sealing and what is there gives the fingerprint that was
    /// taken then. What is wrong all the same was so before, or is the loss of a text of history.
    pub fits: bool,
    /// Whether everything is as it was then: it fits, the chain is whole, and no text of the history
    /// is missing that nobody says was taken out. Nobody can tell from the file alone that it was
    /// not sealed a second time: only words that others took away show that.
    pub unchanged: bool,
}

impl Sealing {
    /// A sentence for whoever reads the review, if it was changed since.
    pub const fn in_words(&self) -> Option<&'static str> {
        if self.unchanged {
            None
        } else if self.fits {
            Some(
                "this file was changed after it was sealed: it still gives the fingerprint that \
                 was taken then, but something of its history is not as it was",
            )
        } else {
            Some(
                "this file was changed after it was sealed: it does not give the fingerprint that \
                 was taken then",
            )
        }
    }
}

/// Typed words that are not those of a fingerprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherWords {
    /// Another number of words than ten.
    Count(usize),
    /// Which words differ, counted from 1.
    Differ(Vec<usize>),
}

impl std::fmt::Display for OtherWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Count(typed) => write!(f, "a fingerprint has {WORDS} words; these are {typed}"),
            Self::Differ(places) if places.len() == WORDS => f.write_str("no word is the same"),
            Self::Differ(places) => {
                let places: Vec<String> = places.iter().map(ToString::to_string).collect();
                write!(f, "not the same: word {}", places.join(", "))
            }
        }
    }
}

impl Fingerprint {
    pub(super) fn of(state: &State, history: &History) -> Self {
        Self::weighed(state, history.head()).0
    }

    /// The fingerprint of a state under the head of a history, and how many bytes were hashed.
    pub(super) fn weighed(state: &State, head: Digest) -> (Self, usize) {
        let (hash, bytes) = hash_and_length(PREFIX, &(head, state));
        (Self(hash), bytes)
    }

    /// The fingerprint as words to read out, write down or photograph.
    pub fn words(&self) -> [&'static str; WORDS] {
        let Digest(bytes) = self.0;
        let mut words = [""; WORDS];
        for (word, byte) in words.iter_mut().zip(bytes) {
            *word = words::LIST
                .get(usize::from(byte))
                .copied()
                .unwrap_or_default();
        }
        words
    }

    /// The words on one line.
    pub fn in_words(&self) -> String {
        self.words().join(" ")
    }

    /// Compares with words that somebody took away, however they write them: capitals, commas,
    /// numbers and line breaks do not matter.
    ///
    /// # Errors
    /// [`OtherWords`] says where they differ.
    pub fn is(&self, typed: &str) -> Result<(), OtherWords> {
        let typed: Vec<String> = typed
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        if typed.len() != WORDS {
            return Err(OtherWords::Count(typed.len()));
        }
        let pairs = (1..).zip(typed.iter().zip(self.words()));
        let differ: Vec<usize> = pairs
            .filter(|(_, (typed, word))| typed != word)
            .map(|(nth, _)| nth)
            .collect();
        if differ.is_empty() {
            Ok(())
        } else {
            Err(OtherWords::Differ(differ))
        }
    }
}

/// What a kept seal says, if there is one: sealed is what ends in the sealing, with a fingerprint
/// beside it.
pub(super) fn sealing(
    state: &State,
    history: &History,
    stored: Option<Fingerprint>,
) -> Option<Sealing> {
    let sealed_at = history.sealed_at();
    if stored.is_none() && sealed_at.is_none() {
        return None;
    }
    let now = Fingerprint::of(state, history);
    let fits = sealed_at.is_some() && stored == Some(now);
    Some(Sealing {
        at: sealed_at,
        fingerprint: stored.unwrap_or(now),
        now,
        fits,
        unchanged: fits && history.check().is_ok() && !history.has_lost_text(),
    })
}
