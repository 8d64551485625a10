//! What is to be taken out, and where it stands in a text.

use std::ops::Range;

use super::Replacement;
use crate::review::bounds;
use crate::review::refusal::Refusal;
use crate::review::text::Text;

/// Stands where a passage was if a longer mark would make the text too long. No passage is shorter.
const SHORT_MARK: &str = "[…]";

/// A passage of text that is to be taken out. It is found whatever its capitals, its spaces and
/// line breaks, its apostrophes and dashes, and only as whole words: "Ann" stands in "Ann's" and not
/// in "Anna". One with a digit in it is found whatever its spaces, hyphens and dots: people write a
/// telephone number or a postcode in more ways than one.
#[derive(Clone, PartialEq, Eq)]
pub struct Passage {
    wanted: Vec<char>,
    /// Whether spaces, hyphens and dots are passed over.
    closed_up: bool,
    /// Of several words, the longest.
    longest: Option<String>,
    /// For each length of a beginning of the passage: the longest shorter beginning that it ends
    /// with. With it a text is read once, however the passage repeats itself (Knuth, Morris, Pratt).
    falls_back: Vec<usize>,
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
    /// [`Refusal::PassageLength`] unless it has 3 to 2,000 characters;
    /// [`Refusal::PassageBrackets`] if it holds a square bracket, since marks stand in them.
    pub fn new(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        if text.contains(['[', ']']) {
            return Err(Refusal::PassageBrackets);
        }
        let long = text.chars().nth(bounds::PASSAGE_MAX).is_some();
        let text = if long { "" } else { text };
        let closed_up = text.contains(char::is_numeric);
        let wanted: Vec<char> = folded(text, closed_up)
            .into_iter()
            .map(|one| one.letter)
            .collect();
        if wanted.len() < bounds::PASSAGE_MIN {
            return Err(Refusal::PassageLength);
        }
        let falls_back = fallbacks(&wanted);
        Ok(Self {
            wanted,
            closed_up,
            longest: longest_word(text),
            falls_back,
        })
    }

    /// Whether it stands in a text.
    pub fn is_in(&self, text: &str) -> bool {
        !self.found_in(text).is_empty()
    }

    /// Where it stands in a text, as ranges of bytes that do not overlap.
    pub fn found_in(&self, text: &str) -> Vec<Range<usize>> {
        let text = folded(text, self.closed_up);
        let mut found = Vec::new();
        let mut free = 0;
        let mut matched = 0;
        for (at, one) in text.iter().enumerate() {
            matched = self.step(matched, one.letter);
            if matched == self.wanted.len() {
                let start = at + 1 - matched;
                if start >= free && self.is_whole(&text, start, at) {
                    if let Some(first) = text.get(start) {
                        found.push(first.bytes.start..one.bytes.end);
                    }
                    free = at + 1;
                }
                matched = self.falls_back.last().copied().unwrap_or(0);
            }
        }
        found
    }

    /// Of a passage of several words, the longest, which may stand alone elsewhere.
    ///
    /// `None` of one word, or where none has four letters.
    pub(super) fn longest(&self) -> Option<(&str, Self)> {
        let word = self.longest.as_deref()?;
        Some((word, Self::new(word).ok()?))
    }

    /// Whether it stands in a text outside another passage.
    pub(super) fn is_outside(&self, other: &Self, text: &str) -> bool {
        let others = other.found_in(text);
        let mut others = others.iter().peekable();
        self.found_in(text).iter().any(|mine| {
            while others.next_if(|other| other.end <= mine.start).is_some() {}
            others.peek().is_none_or(|other| mine.end <= other.start)
        })
    }

    /// How much of the passage is matched after one more letter.
    fn step(&self, mut matched: usize, letter: char) -> usize {
        loop {
            if self.wanted.get(matched) == Some(&letter) {
                return matched + 1;
            }
            if matched == 0 {
                return 0;
            }
            matched = self.falls_back.get(matched - 1).copied().unwrap_or(0);
        }
    }

    /// Whether a match does not begin or end within a word or within one letter of the text.
    fn is_whole(&self, text: &[Folded], first: usize, last: usize) -> bool {
        let before = first.checked_sub(1).and_then(|at| text.get(at));
        let after = text.get(last + 1);
        let apart = |outer: Option<&Folded>, edge: Option<&char>, inner: Option<&Folded>| {
            let (Some(outer), Some(inner)) = (outer, inner) else {
                return true;
            };
            let within_a_word =
                edge.is_some_and(|edge| edge.is_alphanumeric()) && outer.letter.is_alphanumeric();
            !within_a_word && outer.bytes != inner.bytes
        };
        let (first, last) = (text.get(first), text.get(last));
        let after_gap = |one: Option<&Folded>| one.is_some_and(|one| one.after_gap);
        (after_gap(first) || apart(before, self.wanted.first(), first))
            && (after_gap(after) || apart(after, self.wanted.last(), last))
    }

    /// A text with a mark in the place of the passage; `None` if the passage is not in it.
    pub(super) fn taken_out_of(&self, text: &Text, put: Replacement) -> Option<Text> {
        let found = self.found_in(text);
        if found.is_empty() {
            return None;
        }
        let with = |mark: &str| {
            let mut out = String::with_capacity(text.len());
            let mut from = 0;
            for place in &found {
                out.push_str(text.get(from..place.start).unwrap_or_default());
                out.push_str(mark);
                from = place.end;
            }
            out.push_str(text.get(from..).unwrap_or_default());
            out
        };
        let short = || Text::cut(&with(SHORT_MARK));
        Some(Text::new(with(put.mark())).unwrap_or_else(|_| short()))
    }
}

fn longest_word(text: &str) -> Option<String> {
    /// Shorter ones are in every text.
    const LETTERS: usize = 4;
    let words = || {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    let named =
        words().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS);
    let longest = named.max_by_key(|word| word.chars().count())?;
    (words().count() > 1).then(|| longest.to_lowercase())
}

/// Whether a mark stands in a text.
pub(in crate::review) fn is_marked(text: &str, put: Replacement) -> bool {
    text.contains(put.mark()) || text.contains(SHORT_MARK)
}

/// Whether a text is what another is once something in it was replaced by marks.
pub(in crate::review) fn is_taken_out_of(was: &str, now: &str, put: Replacement) -> bool {
    let by = |mark: &str| {
        let mut pieces = now.split(mark);
        let Some(mut rest) = pieces.next().and_then(|first| was.strip_prefix(first)) else {
            return false;
        };
        let pieces: Vec<&str> = pieces.collect();
        let Some((last, between)) = pieces.split_last() else {
            return rest.is_empty();
        };
        for piece in between {
            let Some((_, after)) = rest.split_once(piece) else {
                return false;
            };
            rest = after;
        }
        rest.ends_with(last)
    };
    was == now || by(put.mark()) || by(SHORT_MARK)
}

fn fallbacks(wanted: &[char]) -> Vec<usize> {
    let mut falls_back = vec![0; wanted.len()];
    let mut matched = 0;
    for (at, letter) in wanted.iter().enumerate().skip(1) {
        while matched > 0 && wanted.get(matched) != Some(letter) {
            matched = falls_back.get(matched - 1).copied().unwrap_or(0);
        }
        if wanted.get(matched) == Some(letter) {
            matched += 1;
        }
        if let Some(here) = falls_back.get_mut(at) {
            *here = matched;
        }
    }
    falls_back
}

/// A letter as it is compared, and the bytes of the text that it came from.
struct Folded {
    letter: char,
    bytes: Range<usize>,
    /// Whether something was passed over before it.
    after_gap: bool,
}

/// A text as it is compared: small letters, one space for any white space, plain apostrophes and
/// dashes, without what cannot be seen; closed up, also without spaces, hyphens and dots.
fn folded(text: &str, closed_up: bool) -> Vec<Folded> {
    let mut out: Vec<Folded> = Vec::with_capacity(text.len());
    let mut after_gap = false;
    for (start, c) in text.char_indices() {
        let bytes = start..start + c.len_utf8();
        let plain = match c {
            _ if c.is_whitespace() => ' ',
            '’' | '‘' | '\u{2BC}' | '\u{2032}' | '`' | '´' => '\'',
            '“' | '”' | '\u{2033}' => '"',
            '\u{2010}'..='\u{2012}' | '–' | '—' | '−' => '-',
            '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => continue,
            _ => c,
        };
        if closed_up && matches!(plain, ' ' | '-' | '.') {
            after_gap = true;
            continue;
        }
        match out.last_mut() {
            Some(last) if plain == ' ' && last.letter == ' ' => last.bytes.end = bytes.end,
            _ => {
                // By way of capitals, so that ß is found as SS and every sigma is one.
                let letters = plain.to_uppercase().flat_map(char::to_lowercase);
                out.extend(letters.map(|letter| Folded {
                    letter,
                    bytes: bytes.clone(),
                    after_gap,
                }));
                after_gap = false;
            }
        }
    }
    out
}
