//! Counts words and phrases by who said them. Longer phrases first: a shorter one, or a word, has
//! to be said by two members outside of those to stand beside them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::tokens::{Token, tokens};
use super::{MOST, Recurring, Said, Saying};
use crate::review::panel::MemberId;
use crate::review::setup::IdealWords;

/// Small words that a phrase can have between two of its words.
const BETWEEN: usize = 2;
/// Words of a phrase that count, most first.
const LENGTHS: [usize; 3] = [3, 2, 1];

/// What one member said, in one entry or several.
struct Voice {
    member: Option<MemberId>,
    /// Entry and its words.
    entries: Vec<(usize, Vec<Token>)>,
}

/// Where something was said: the voice, which of its entries, from which word on.
type Place = (usize, usize, usize);

pub(super) fn recurring(entries: &[IdealWords]) -> Recurring {
    let voices = voices(entries);
    let mut taken: HashSet<Place> = HashSet::new();
    let mut found = Vec::new();
    for length in LENGTHS {
        let kept: Vec<_> = places(&voices, length)
            .into_iter()
            .filter(|(_, places)| {
                said_by(places.iter().filter(|at| !is_taken(**at, length, &taken))) > 1
            })
            .collect();
        for (_, places) in &kept {
            for &(voice, entry, at) in places {
                taken.extend((at..at + length).map(|at| (voice, entry, at)));
            }
        }
        found.extend(kept.into_iter().map(|(_, places)| (length, places)));
    }
    let mut said: Vec<_> = found
        .iter()
        .map(|(length, places)| {
            (
                *length,
                said_by(places.iter()),
                shown(&voices, places, *length),
                places,
            )
        })
        .collect();
    said.sort_by(|a, b| b.1.cmp(&a.1).then(b.0.cmp(&a.0)).then(a.2.cmp(&b.2)));
    said.truncate(MOST);
    Recurring {
        said: said
            .into_iter()
            .map(|(_, _, words, places)| Said {
                words,
                by: sayings(entries, &voices, places),
            })
            .collect(),
        members: voices.len(),
    }
}

fn voices(entries: &[IdealWords]) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        if !entry.words.says_something() {
            continue;
        }
        let words = (at, tokens(&entry.words));
        let same = |voice: &&mut Voice| voice.member.is_some() && voice.member == entry.by;
        match voices.iter_mut().find(same) {
            Some(voice) => voice.entries.push(words),
            None => voices.push(Voice {
                member: entry.by,
                entries: vec![words],
            }),
        }
    }
    voices
}

/// Every word or phrase of this length, with every place where it is said.
fn places(voices: &[Voice], length: usize) -> BTreeMap<String, Vec<Place>> {
    let mut found: HashMap<String, Vec<Place>> = HashMap::new();
    for (at_voice, voice) in voices.iter().enumerate() {
        for (at_entry, (_, words)) in voice.entries.iter().enumerate() {
            for (at, phrase) in words.windows(length).enumerate() {
                if is_phrase(phrase) {
                    let keys: Vec<_> = phrase.iter().map(|token| token.key.as_str()).collect();
                    found
                        .entry(keys.join(" "))
                        .or_default()
                        .push((at_voice, at_entry, at));
                }
            }
        }
    }
    found.retain(|_, places| said_by(places.iter()) > 1);
    // In a fixed order, so that which phrase is kept does not hang on chance.
    found.into_iter().collect()
}

/// Whether these words stand together: in one passage, with few small words between them, and not
/// one word again and again.
fn is_phrase(words: &[Token]) -> bool {
    let Some((first, rest)) = words.split_first() else {
        return false;
    };
    rest.iter().all(|word| {
        word.passage == first.passage && word.between.len() <= BETWEEN && word.key != first.key
    })
}

fn is_taken((voice, entry, at): Place, length: usize, taken: &HashSet<Place>) -> bool {
    (at..at + length).all(|at| taken.contains(&(voice, entry, at)))
}

fn said_by<'a>(places: impl Iterator<Item = &'a Place>) -> usize {
    places.map(|place| place.0).collect::<BTreeSet<_>>().len()
}

fn words_at(
    voices: &[Voice],
    (voice, entry, at): Place,
    length: usize,
) -> Option<(usize, &[Token])> {
    let (entry, words) = voices.get(voice)?.entries.get(entry)?;
    Some((*entry, words.get(at..at + length)?))
}

/// The way of writing it that is most frequent; of several the first in the alphabet.
fn shown(voices: &[Voice], places: &[Place], length: usize) -> String {
    let mut ways: BTreeMap<String, usize> = BTreeMap::new();
    for place in places {
        if let Some((_, words)) = words_at(voices, *place, length) {
            *ways.entry(written(words)).or_default() += 1;
        }
    }
    let most = ways.values().copied().max().unwrap_or(0);
    let mut ways = ways.into_iter();
    ways.find(|(_, times)| *times == most)
        .map(|(way, _)| way)
        .unwrap_or_default()
}

fn written(words: &[Token]) -> String {
    let mut out = String::new();
    for (at, word) in words.iter().enumerate() {
        let small = if at == 0 {
            &[]
        } else {
            word.between.as_slice()
        };
        for part in small.iter().chain([&word.shown]) {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(part);
        }
    }
    out
}

/// Each voice once, with the sentence in which it said this first.
fn sayings(entries: &[IdealWords], voices: &[Voice], places: &[Place]) -> Vec<Saying> {
    let mut said: Vec<Saying> = Vec::new();
    let mut last = None;
    for place in places {
        if last.replace(place.0) == Some(place.0) {
            continue;
        }
        let Some((entry, [word, ..])) = words_at(voices, *place, 1) else {
            continue;
        };
        let text = entries.get(entry).map_or("", |entry| entry.words.as_str());
        said.push(Saying {
            member: voices.get(place.0).and_then(|voice| voice.member),
            entry,
            sentence: text
                .get(word.sentence.0..word.sentence.1)
                .unwrap_or_default()
                .to_owned(),
        });
    }
    said
}
