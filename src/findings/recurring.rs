//! What keeps coming back when the members of a panel say, each for themselves, what "ideal"
//! means: words and phrases by how many members said them, with what they said behind each. It
//! takes the place of the toolkit's word cloud (domain.md 1.2), in which size says how often a
//! word was repeated and nobody can see by whom.

mod counting;
mod tokens;

use crate::review::panel::MemberId;
use crate::review::setup::IdealWords;

/// Words and phrases that are kept, the most.
pub const MOST: usize = 40;

/// What several members said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recurring {
    /// Most members first; of those alike phrases before words, then by the alphabet.
    pub said: Vec<Said>,
    /// Members who said anything in words. Whoever is not named counts once for every entry.
    pub members: usize,
}

/// A word or phrase that more than one member said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// As it was written most often, in small letters.
    pub words: String,
    /// Each member who said it, in the order of the entries: their number is its count.
    pub by: Vec<Saying>,
}

/// One member's words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// Who; `None` = not named.
    pub member: Option<MemberId>,
    /// Which entry of the list, counted from 0.
    pub entry: usize,
    /// The sentence in which they said it first.
    pub sentence: String,
}

impl Said {
    /// How many members said it.
    pub const fn members(&self) -> usize {
        self.by.len()
    }
}

impl Recurring {
    /// What recurs in these entries. Entries of one member are one voice; what only stands where
    /// words should ("n/a") is none.
    pub fn of(entries: &[IdealWords]) -> Self {
        counting::recurring(entries)
    }

    /// How it came about.
    pub const fn formula() -> &'static str {
        "words and phrases by the members who said them, however often; singular and plural are one, small words are left out, and a word that hardly anybody says outside a phrase is left to the phrase"
    }
}

#[cfg(test)]
mod tests;
