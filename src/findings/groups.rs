//! Cases put together by what somebody typed: the same word with other capitals or spaces around
//! it is the same group.

use std::collections::HashMap;

use crate::review::text::{Text, says_something};

/// Cases that have something in common, and what is said of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<T> {
    /// What they have in common, as first written; `None` = not stated.
    pub name: Option<Text>,
    /// What is said of them.
    pub of: T,
}

/// The same for all ways of writing a word; `None` where none is written.
///
/// "n/a" and "-" are not words, but "KS2", "16+" and "P" are: what is typed here is short, so
/// figures and single letters count.
pub(super) fn key(written: &str) -> Option<String> {
    let letters = written.chars().filter(|c| c.is_alphabetic()).count();
    let stated = letters == 1 || written.chars().any(char::is_numeric) || says_something(written);
    stated.then(|| {
        let words: Vec<_> = written.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ")
    })
}

/// What was written, without the spaces around it.
pub(super) fn shown(written: &Text) -> Text {
    Text::cut(written.trim())
}

/// These in groups, the largest first, those alike by name; what is not stated comes last.
pub(super) fn grouped<'a, T>(all: impl IntoIterator<Item = (&'a Text, T)>) -> Vec<Group<Vec<T>>> {
    let mut at: HashMap<Option<String>, usize> = HashMap::new();
    let mut groups: Vec<(Option<String>, Group<Vec<T>>)> = Vec::new();
    for (written, one) in all {
        let key = key(written);
        let place = *at.entry(key.clone()).or_insert_with(|| {
            let name = key.as_ref().map(|_| shown(written));
            groups.push((
                key,
                Group {
                    name,
                    of: Vec::new(),
                },
            ));
            groups.len() - 1
        });
        if let Some((_, group)) = groups.get_mut(place) {
            group.of.push(one);
        }
    }
    groups.sort_by(|(a, one), (b, other)| {
        let size = other.of.len().cmp(&one.of.len());
        a.is_none().cmp(&b.is_none()).then(size).then(a.cmp(b))
    });
    groups.into_iter().map(|(_, group)| group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_is_still_stated_and_a_placeholder_is_not() {
        for (written, expected) in [
            (" Key  Stage 2\n", Some("key stage 2")),
            ("16+", Some("16+")),
            ("P", Some("p")),
            ("SEMH", Some("semh")),
            ("", None),
            (" \n", None),
            ("n/a", None),
            ("-", None),
            ("Not known", None),
        ] {
            assert_eq!(key(written).as_deref(), expected, "{written:?}");
        }
    }

    #[test]
    fn the_largest_group_comes_first_and_what_is_not_stated_last() {
        let texts = ["", "b", "n/a", "A ", "-", "B", " a"].map(Text::cut);
        let groups = grouped(texts.iter().zip(0..));
        let told: Vec<_> = groups
            .iter()
            .map(|group| (group.name.as_deref(), group.of.clone()))
            .collect();
        let expected = [
            (Some("A"), vec![3, 6]),
            (Some("b"), vec![1, 5]),
            (None, vec![0, 2, 4]),
        ];
        assert_eq!(told, expected);
    }
}
