//! The fingerprint of a sealed review, as ten short words to write down, and words that somebody
//! typed compared with it.

mod words;

use serde::{Deserialize, Serialize};

use super::digest::Digest;

/// Words of a fingerprint: 80 bits, more than anybody can search through for a second review with
/// the same words.
pub const WORDS: usize = 10;

/// The fingerprint of everything in a review at the moment when it was sealed: a SHA-256 hash over
/// the head of its history (which carries all headers before it) and its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub Digest);

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
