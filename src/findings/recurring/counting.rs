//! Counts words and phrases by who said them. Longer phrases first: a shorter one stands beside
//! them if anybody says it outside of those, a single word if two members do.

use std::collections::{BTreeMap, HashMap};

use super::tokens::{Token, tokens};
use super::{MOST, Recurring, Said, Saying};
use crate::review::panel::MemberId;
use crate::review::setup::IdealWords;

/// Small words that a phrase can have between two of its words.
const BETWEEN: usize = 2;
/// Words of a phrase that count, the most.
const LONGEST: usize = 3;

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
    let mut taken = Taken::nothing_of(&voices);
    let mut found = Vec::new();
    for length in (1..=LONGEST).rev() {
        let outside = if length > 1 { 1 } else { 2 };
        let kept: Vec<_> = places(&voices, length)
            .into_iter()
            .filter(|places| {
                let free = places.iter().filter(|at| !taken.holds(**at, length));
                said_by(free) >= outside
            })
            .collect();
        for places in &kept {
            for place in places {
                taken.take(*place, length);
            }
        }
        found.extend(kept.into_iter().map(|places| (length, places)));
    }
    let mut said: Vec<_> = found
        .into_iter()
        .map(|(length, places)| Found {
            members: said_by(places.iter()),
            length,
            key: key(&voices, &places, length),
            places,
        })
        .collect();
    said.sort_by(|a, b| {
        let rank = |one: &Found| (one.members, one.length);
        rank(b).cmp(&rank(a)).then_with(|| a.key.cmp(&b.key))
    });
    said.truncate(MOST);
    let told = said.iter().map(|found| Said {
        words: shown(&voices, &found.places, found.length),
        by: sayings(entries, &voices, &found.places),
    });
    Recurring {
        said: told.collect(),
        members: voices.len(),
    }
}

/// A word or phrase that recurs.
struct Found {
    members: usize,
    length: usize,
    /// The same however it is written.
    key: String,
    places: Vec<Place>,
}

fn key(voices: &[Voice], places: &[Place], length: usize) -> String {
    let first = places
        .first()
        .and_then(|place| words_at(voices, *place, length));
    let words = first.map_or(&[] as &[Token], |(_, words)| words).iter();
    words
        .map(|word| word.key.as_str())
        .collect::<Vec<_>>()
        .join(" ")
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

/// Every word or phrase of this length that two voices say, with every place where it is said, in
/// the order of the voices.
fn places(voices: &[Voice], length: usize) -> Vec<Vec<Place>> {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut found: HashMap<[usize; LONGEST], Vec<Place>> = HashMap::new();
    for (at_voice, voice) in voices.iter().enumerate() {
        for (at_entry, (_, words)) in voice.entries.iter().enumerate() {
            for (at, phrase) in words.windows(length).enumerate() {
                if !is_phrase(phrase) {
                    continue;
                }
                let mut key = [usize::MAX; LONGEST];
                for (part, word) in key.iter_mut().zip(phrase) {
                    let next = numbers.len();
                    *part = *numbers.entry(&word.key).or_insert(next);
                }
                found.entry(key).or_default().push((at_voice, at_entry, at));
            }
        }
    }
    found
        .into_values()
        .filter(|places| said_by(places.iter()) > 1)
        .collect()
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

/// Which words are in a phrase that is kept: by voice, entry and word.
struct Taken(Vec<Vec<Vec<bool>>>);

impl Taken {
    fn nothing_of(voices: &[Voice]) -> Self {
        let words = |entry: &(usize, Vec<Token>)| vec![false; entry.1.len()];
        let voices = voices.iter();
        Self(
            voices
                .map(|voice| voice.entries.iter().map(words).collect())
                .collect(),
        )
    }

    fn take(&mut self, (voice, entry, at): Place, length: usize) {
        let entries = self.0.get_mut(voice).and_then(|voice| voice.get_mut(entry));
        if let Some(words) = entries.and_then(|entry| entry.get_mut(at..at + length)) {
            words.fill(true);
        }
    }

    fn holds(&self, (voice, entry, at): Place, length: usize) -> bool {
        let words = self.0.get(voice).and_then(|voice| voice.get(entry));
        let words = words.and_then(|words| words.get(at..at + length));
        words.is_some_and(|words| words.iter().all(|taken| *taken))
    }
}

/// How many voices say it; places stand in their order.
fn said_by<'a>(places: impl Iterator<Item = &'a Place>) -> usize {
    let mut last = None;
    places
        .filter(|place| last.replace(place.0) != Some(place.0))
        .count()
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
