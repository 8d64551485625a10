//! Passages that look identifying, that somebody looked at, and that were kept: "Mr Tumble" is no
//! member of staff.

use std::collections::HashSet;

use super::Identifying;
use crate::review::setup::Setup;
use crate::review::text::Text;

/// The passages kept. Each is matched whole, whatever its capitals, white space and apostrophes:
/// keeping "Jack" says nothing of "Jack Miller".
#[derive(Clone, Debug, Default)]
pub struct Kept(HashSet<String>);

impl Kept {
    /// These passages; blank ones keep nothing.
    pub fn new<T: AsRef<str>>(passages: impl IntoIterator<Item = T>) -> Self {
        let folded = passages.into_iter().map(|passage| folded(passage.as_ref()));
        Self(folded.filter(|passage| !passage.is_empty()).collect())
    }

    /// The passages that a review keeps.
    pub fn of(setup: &Setup) -> Self {
        Self::new(setup.not_identifying.iter().map(Text::as_str))
    }

    /// Says of each finding whether its words were kept.
    pub(super) fn mark(&self, found: &mut [Identifying]) {
        for one in found {
            one.kept = self.holds(&one.text);
        }
    }

    /// Whether this passage was kept.
    pub fn holds(&self, passage: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&folded(passage))
    }
}

/// The passages of a review under which these words are kept: what has to be watched again so that
/// they are.
pub fn kept_as<'a>(setup: &'a Setup, words: &str) -> impl Iterator<Item = &'a Text> {
    let words = folded(words);
    let kept = setup.not_identifying.iter();
    kept.filter(move |passage| !words.is_empty() && folded(passage) == words)
}

/// By way of capitals, as when a passage is taken out: every ß and every sigma is one.
fn folded(passage: &str) -> String {
    passage
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '’' | '‘' | 'ʼ' => '\'',
            _ => c,
        })
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_known_again_whole() {
        let kept = Kept::new(["Mr  O’Tumble", "ls98 4qt", " \n"]);
        for same in ["mr o'tumble", "Mr\nO’Tumble", "LS984QT", "LS98  4qt"] {
            assert!(kept.holds(same), "{same}");
        }
        for other in ["Mr O’Tumbler", "O’Tumble", "LS98 4Q", ""] {
            assert!(!kept.holds(other), "{other}");
        }
        assert!(!Kept::default().holds("Mr O’Tumble"));
    }
}
