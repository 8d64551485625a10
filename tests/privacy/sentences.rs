//! Reads the marked sentences.

use std::ops::Range;

use dbv_case_review::privacy::Kind;

/// A sentence without its marks, and what was marked in it.
pub struct Sentence {
    /// The line of the file, from 1.
    pub line: usize,
    pub text: String,
    /// Bytes of `text`, and what they are.
    pub marked: Vec<(Range<usize>, Kind)>,
    pub part: Part,
}

/// Which part of the set a sentence is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The scanner may be improved by looking at it.
    Open,
    /// Only measured.
    HeldOut,
}

/// The set, in the order of its file.
pub fn all() -> Vec<Sentence> {
    of(include_str!("sentences.txt"))
}

/// The sentences written later.
pub fn unseen() -> Vec<Sentence> {
    of(include_str!("unseen.txt"))
}

/// The sentences written last.
pub fn last() -> Vec<Sentence> {
    of(include_str!("last.txt"))
}

fn of(text: &str) -> Vec<Sentence> {
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(number, line)| sentence(number, line))
        .collect()
}

fn sentence(number: usize, line: &str) -> Sentence {
    let mut text = String::new();
    let mut marked = Vec::new();
    let mut rest = line;
    while let Some((before, kind, passage, after)) = next_mark(rest) {
        text.push_str(before);
        marked.push((text.len()..text.len() + passage.len(), kind));
        text.push_str(passage);
        rest = after;
    }
    text.push_str(rest);
    assert!(
        Kind::ALL
            .iter()
            .all(|kind| !text.contains(&format!("[{}:", kind.code()))),
        "line {number}: a mark is not closed"
    );
    Sentence {
        line: number,
        text,
        marked,
        part: part(line),
    }
}

/// The next `[kind: passage]`: what stands before it, its kind and passage, and what comes after.
/// Other brackets are text.
fn next_mark(text: &str) -> Option<(&str, Kind, &str, &str)> {
    text.match_indices('[').find_map(|(at, _)| {
        let (code, rest) = text[at + 1..].split_once(": ")?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.code() == code)?;
        let (passage, after) = rest.split_once(']')?;
        Some((&text[..at], kind, passage, after))
    })
}

/// By a hash of the line (FNV-1a), so that adding a sentence moves no other.
fn part(line: &str) -> Part {
    let hash = line.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    match hash % 3 {
        0 => Part::HeldOut,
        _ => Part::Open,
    }
}
