//! Words out of what was typed: small letters, singular and plural as one, in the passages that
//! belong together.

use crate::review::text::says_something;

/// Words that say nothing by themselves, in the order of the alphabet (an apostrophe is left out).
/// Some of them say everything here: what "ideal" means for a child is the question.
const STOP: &[&str] = &[
    "a",
    "about",
    "after",
    "all",
    "also",
    "always",
    "am",
    "an",
    "any",
    "are",
    "around",
    "as",
    "at",
    "be",
    "because",
    "been",
    "before",
    "being",
    "both",
    "by",
    "can",
    "child",
    "children",
    "could",
    "did",
    "do",
    "does",
    "doing",
    "done",
    "each",
    "etc",
    "every",
    "everyone",
    "everything",
    "for",
    "from",
    "get",
    "gets",
    "getting",
    "given",
    "go",
    "goes",
    "going",
    "got",
    "had",
    "has",
    "have",
    "having",
    "he",
    "her",
    "here",
    "hers",
    "herself",
    "hes",
    "him",
    "himself",
    "his",
    "how",
    "i",
    "ideal",
    "ideally",
    "if",
    "im",
    "in",
    "into",
    "is",
    "it",
    "its",
    "itself",
    "ive",
    "just",
    "let",
    "like",
    "make",
    "makes",
    "making",
    "many",
    "may",
    "me",
    "mean",
    "means",
    "might",
    "more",
    "most",
    "much",
    "must",
    "my",
    "need",
    "needed",
    "needs",
    "of",
    "on",
    "one",
    "ones",
    "only",
    "onto",
    "other",
    "others",
    "ought",
    "our",
    "ours",
    "out",
    "over",
    "own",
    "people",
    "person",
    "pupil",
    "pupils",
    "really",
    "same",
    "set",
    "shall",
    "she",
    "shes",
    "should",
    "so",
    "some",
    "someone",
    "something",
    "such",
    "than",
    "that",
    "thats",
    "the",
    "their",
    "theirs",
    "them",
    "themselves",
    "then",
    "there",
    "these",
    "they",
    "theyre",
    "theyve",
    "thing",
    "things",
    "think",
    "this",
    "those",
    "through",
    "to",
    "too",
    "under",
    "up",
    "upon",
    "us",
    "very",
    "want",
    "wants",
    "was",
    "way",
    "we",
    "well",
    "were",
    "weve",
    "what",
    "whatever",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whoever",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "would",
    "you",
    "young",
    "your",
    "youre",
    "yours",
    "yourself",
];
/// Words that turn the next one into its opposite.
const NOT: &[&str] = &[
    "no", "not", "never", "without", "nor", "dont", "doesnt", "isnt", "arent", "cant", "cannot",
    "wont", "shouldnt",
];
/// Words that join two things rather than make one of them.
const JOIN: &[&str] = &["and", "or", "but", "yet", "plus", "then", "so", "because"];

/// A word as it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// As written, in small letters; with the word that denies it.
    pub shown: String,
    /// The same for singular and plural.
    pub key: String,
    /// Which passage it stands in: a phrase does not reach over the end of one.
    pub passage: usize,
    /// Small words between the word before and this one: "close *to* home".
    pub between: Vec<String>,
    /// The sentence it stands in, as bytes of the text.
    pub sentence: (usize, usize),
}

/// The words of a text that count, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut passage = 0;
    for sentence in sentences(text) {
        let part = text.get(sentence.0..sentence.1).unwrap_or_default();
        for clause in part.split(is_break) {
            passage += 1;
            // Long ones are words: a placeholder is short.
            if clause.len() > 40 || says_something(clause) {
                passage = of_clause(clause, passage, sentence, &mut found);
            }
        }
    }
    found
}

/// The words of one clause; returns the last passage that it has.
fn of_clause(
    clause: &str,
    mut passage: usize,
    sentence: (usize, usize),
    found: &mut Vec<Token>,
) -> usize {
    let (mut between, mut denied) = (Vec::new(), None::<String>);
    for word in words(clause) {
        let bare: String = word.chars().filter(|c| *c != '\'').collect();
        if NOT.contains(&bare.as_str()) {
            denied = Some(word);
        } else if JOIN.contains(&bare.as_str()) {
            passage += 1;
            between.clear();
            denied = None;
        } else if STOP.binary_search(&bare.as_str()).is_ok() {
            between.push(word);
        } else {
            let key = singular(&word);
            let (shown, key) = match denied.take() {
                Some(not) => (format!("{not} {word}"), format!("not {key}")),
                None => (word, key),
            };
            found.push(Token {
                shown,
                key,
                passage,
                between: std::mem::take(&mut between),
                sentence,
            });
        }
    }
    passage
}

/// The sentences of a text, as bytes, without the spaces around them.
fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    let ends = text
        .char_indices()
        .filter(|(_, c)| matches!(c, '.' | '!' | '?' | '\n' | ';'));
    let ends = ends.map(|(at, c)| at + c.len_utf8()).chain([text.len()]);
    for end in ends {
        let part = text.get(start..end).unwrap_or_default();
        let (blank, words) = (part.len() - part.trim_start().len(), part.trim());
        if !words.is_empty() {
            found.push((start + blank, start + blank + words.len()));
        }
        start = end;
    }
    found
}

fn is_break(c: char) -> bool {
    !c.is_alphanumeric()
        && !c.is_whitespace()
        && !matches!(c, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}')
}

/// Words in small letters; an apostrophe or hyphen inside belongs to the word, "'s" does not.
fn words(clause: &str) -> impl Iterator<Item = String> {
    clause.split_whitespace().filter_map(|word| {
        let word = word
            .to_lowercase()
            .replace('’', "'")
            .replace(['\u{2010}', '\u{2011}'], "-");
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.strip_suffix("'s").unwrap_or(word);
        word.chars()
            .any(char::is_alphabetic)
            .then(|| word.to_owned())
    })
}

/// The same for singular and plural, as far as simple rules go: it is compared, never shown.
fn singular(word: &str) -> String {
    let cut = |end: &str, instead: &str| {
        let folded = format!("{}{instead}", word.strip_suffix(end)?);
        (folded.chars().count() >= 3).then_some(folded)
    };
    let kept = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    let folded = cut("ies", "y")
        .or_else(|| {
            ["ches", "shes", "sses", "xes"]
                .iter()
                .find_map(|end| cut(end, end.strip_suffix("es")?))
        })
        .or_else(|| if kept { None } else { cut("s", "") });
    folded.unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.key).collect()
    }

    #[test]
    fn small_letters_without_small_words_and_plurals() {
        assert_eq!(keys("Friends, and HAPPINESS!"), ["friend", "happiness"]);
        assert_eq!(
            keys("The child’s friend’s therapies"),
            ["friend", "therapy"]
        );
        assert_eq!(
            keys("classes boxes churches bus analysis"),
            ["class", "box", "church", "bus", "analysis"]
        );
        assert_eq!(keys("well-being 2 12/05"), ["well-being"]);
        assert_eq!(
            keys("no exclusions; not happy"),
            ["not exclusion", "not happy"]
        );
        assert_eq!(keys("n/a"), Vec::<String>::new());
        assert_eq!(keys("n/a. Safe. -"), ["safe"]);
    }

    #[test]
    fn small_words_can_be_looked_up() {
        assert!(STOP.is_sorted());
        // What denies or joins is looked for first.
        assert!(NOT.iter().all(|word| !STOP.contains(word)));
    }

    #[test]
    fn passages_end_where_things_are_listed() {
        let passages = |text: &str| {
            let tokens = tokens(text);
            tokens
                .iter()
                .map(|token| token.passage)
                .collect::<std::collections::HashSet<_>>()
                .len()
        };
        assert_eq!(passages("close to home"), 1);
        assert_eq!(passages("happy and safe"), 2);
        assert_eq!(passages("happy, safe. learning"), 3);
    }

    #[test]
    fn a_sentence_is_where_it_is() {
        let text = " Safe. Happy – at home!\nLearning";
        let found: Vec<_> = tokens(text)
            .iter()
            .map(|t| &text[t.sentence.0..t.sentence.1])
            .collect();
        assert_eq!(
            found,
            ["Safe.", "Happy – at home!", "Happy – at home!", "Learning"]
        );
    }
}
