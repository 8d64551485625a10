//! A text as words with the gaps between them, which is all that the detectors look at.

use super::lexicon::{Marks, marks};

/// A run of letters and digits, with apostrophes inside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub text: &'a str,
    /// What stands between the word before and this one.
    pub gap: &'a str,
    /// The word's first byte.
    pub start: usize,
    /// What it is, without a possessive ending.
    marks: Marks,
}

/// The words of a text.
pub(super) fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut gap_start = 0;
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_letter = chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        let inside = c.is_alphanumeric() || (start.is_some() && is_apostrophe(c) && next_is_letter);
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.extend(word(text, gap_start, from, at));
                (gap_start, start) = (at, None);
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        words.extend(word(text, gap_start, from, text.len()));
    }
    words
}

fn word(text: &str, gap_start: usize, start: usize, end: usize) -> Option<Word<'_>> {
    let gap = text.get(gap_start..start)?;
    let text = text.get(start..end)?;
    Some(Word {
        text,
        gap,
        start,
        marks: marks(stem(text)),
    })
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

impl<'a> Word<'a> {
    pub const fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether this is one of these words, given with spaces between them, in whatever case.
    pub fn is_any(&self, of: &str) -> bool {
        of.split(' ').any(|one| self.is(one))
    }

    /// The same of the word without a possessive ending.
    pub fn stem_is_any(&self, of: &str) -> bool {
        of.split(' ')
            .any(|one| self.stem().eq_ignore_ascii_case(one))
    }

    /// Whether this has a possessive ending.
    pub fn is_possessive(&self) -> bool {
        self.stem().len() < self.text.len()
    }

    /// Whether this is that word, in whatever case.
    pub fn is(&self, that: &str) -> bool {
        self.text.eq_ignore_ascii_case(that)
    }

    /// Whether it begins with a digit: hardly any word does, and most numbers are told by it.
    pub fn begins_with_digit(&self) -> bool {
        self.text.as_bytes().first().is_some_and(u8::is_ascii_digit)
    }

    /// Whether there is a digit in it.
    pub fn has_digit(&self) -> bool {
        self.text.bytes().any(|b| b.is_ascii_digit())
    }

    pub fn is_digits(&self) -> bool {
        self.text.bytes().all(|b| b.is_ascii_digit())
    }

    /// The number that this word is, if it is one of at most four digits.
    pub fn number(&self) -> Option<u32> {
        (self.is_digits() && self.text.len() <= 4)
            .then(|| self.text.parse().ok())
            .flatten()
    }

    /// Whether this is written like a name: "Jack", "O’Brien", "McDonald", but not "I’m", "CAMHS"
    /// or "Y7".
    pub fn is_capitalised(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|c| c.is_alphabetic() || is_apostrophe(c))
            && self.text.split(is_apostrophe).any(|part| {
                part.starts_with(char::is_uppercase) && part.chars().skip(1).any(char::is_lowercase)
            })
    }

    /// The word without a possessive ending.
    pub fn stem(&self) -> &'a str {
        stem(self.text)
    }

    /// Whether it is any of these, in whatever case and with or without a possessive ending.
    pub const fn is_a(&self, any: Marks) -> bool {
        self.marks.is(any)
    }

    /// Whether the word may have its capital only from standing at the start of a sentence.
    pub fn starts_sentence(&self) -> bool {
        self.start == self.gap.len() || self.gap.contains(['.', '!', '?', '\n', '•', '“', '"', '‘'])
    }

    /// Whether only space stands before this word.
    pub fn follows_closely(&self) -> bool {
        is_space(self.gap)
    }
}

fn stem(text: &str) -> &str {
    text.strip_suffix(['s', 'S'])
        .and_then(|rest| rest.strip_suffix(is_apostrophe))
        .unwrap_or(text)
}

/// One to three spaces, ordinary or unbreakable.
pub(super) fn is_space(gap: &str) -> bool {
    !gap.is_empty()
        && gap.len() <= 9
        && gap.chars().count() <= 3
        && gap
            .chars()
            .all(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'))
}

/// The first words joined to a code of exactly this many ASCII letters and digits, where nothing
/// but single spaces or hyphens stands between them: the code, and where it ends. Small words beside
/// a number ("at 12 34 56 a") are no code.
pub(super) fn joined(words: &[Word], length: usize) -> Option<(String, usize)> {
    joined_small(words, length).filter(|(_, end)| {
        let mut pieces = words.iter().take_while(|word| word.end() <= *end);
        let small = |word: &Word| word.text.bytes().any(|b| b.is_ascii_lowercase());
        words.first().is_some_and(|first| first.end() == *end) || !pieces.any(small)
    })
}

/// The same with small letters.
pub(super) fn joined_small(words: &[Word], length: usize) -> Option<(String, usize)> {
    let mut code = String::new();
    for (nth, word) in words.iter().enumerate() {
        let near = nth == 0 || is_space(word.gap) || word.gap == "-";
        if !near || !word.text.is_ascii() || code.len() + word.text.len() > length {
            return None;
        }
        code.push_str(word.text);
        if code.len() == length {
            return Some((code.to_ascii_uppercase(), word.end()));
        }
    }
    None
}

/// The words from each word on: what a detector that looks ahead goes through.
pub(super) fn from_each<'w, 'a>(words: &'w [Word<'a>]) -> impl Iterator<Item = &'w [Word<'a>]> {
    (0..words.len()).filter_map(|at| words.get(at..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_gaps_make_up_the_text() {
        let text = "“O’Brien’s dog”, Y7 – he 'said' so.";
        let words = split(text);
        let parts: Vec<_> = words.iter().map(|word| word.text).collect();
        assert_eq!(parts, ["O’Brien’s", "dog", "Y7", "he", "said", "so"]);
        for word in &words {
            assert_eq!(text.get(word.start..word.end()), Some(word.text));
        }
    }

    #[test]
    fn what_is_written_like_a_name() {
        let is = |text| split(text).first().is_some_and(Word::is_capitalised);
        for name in [
            "Jack",
            "O’Brien",
            "D'Souza",
            "McDonald",
            "Élodie",
            "Jo",
            "Smith's",
        ] {
            assert!(is(name), "{name}");
        }
        for other in ["I", "I’m", "I've", "CAMHS", "Y7", "jack", "B", "Year7"] {
            assert!(!is(other), "{other}");
        }
    }
}
