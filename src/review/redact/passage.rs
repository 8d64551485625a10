//! What is to be taken out, and where it stands in a text.

use crate::review::refusal::Refusal;

/// Fewest characters of a passage.
const LEAST: usize = 3;
/// Most characters of a passage.
const MOST: usize = 2_000;

/// A passage of text that is to be taken out. It is found whatever its capitals, its spaces and
/// line breaks, and only as whole words: "Ann" does not stand in "Anna".
#[derive(Clone, PartialEq, Eq)]
pub struct Passage {
    wanted: Vec<char>,
}

/// Without the words: they must not get into a log.
impl std::fmt::Debug for Passage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Passage({} characters)", self.wanted.len())
    }
}

impl Passage {
    /// The passage, without the spaces around it.
    ///
    /// # Errors
    /// [`Refusal::PassageLength`] unless it has 3 to 2,000 characters.
    pub fn new(text: &str) -> Result<Self, Refusal> {
        let length = text.trim().chars().count();
        if !(LEAST..=MOST).contains(&length) {
            return Err(Refusal::PassageLength);
        }
        Ok(Self {
            wanted: text.trim().chars().collect(),
        })
    }
}
