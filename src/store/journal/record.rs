//! One record of a journal, and its line: a sum over the record, a blank, the record in RON. RON
//! and not JSON, because every number comes back from it exactly.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::review::Timestamp;
use crate::review::history::Entry;
use crate::store::error::SaveError;
use crate::store::work::Unfinished;

/// Hexadecimal digits of the sum.
const SUM: usize = 16;
/// Brackets in brackets. A record has some fifteen.
const DEPTH: usize = 64;

/// What a journal consists of.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Record<'a> {
    /// First: which review.
    About(About),
    /// Second: the text of its file at that time, version and all.
    Base(Cow<'a, str>),
    /// A change.
    Entry(Arc<Entry>),
    /// All texts being typed, in the place of those before.
    Typed {
        texts: Cow<'a, [Unfinished]>,
        at: Timestamp,
    },
    /// The review was closed, and its file held all of this.
    Closed { at: Timestamp },
}

/// Which review a journal is of.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct About {
    /// Of the journal's own format.
    pub(super) version: u32,
    pub(super) path: String,
    pub(super) machine: String,
    pub(super) at: Timestamp,
}

/// The version of the journal's format. A program that does not know a change must say so, and not
/// take its line for one that a crash tore off: 2 since cases can be put aside and change places, 3
/// since who was there, notes and what else stands beside a finding are kept.
pub(super) const VERSION: u32 = 3;

fn options() -> ron::Options {
    ron::Options::default().with_recursion_limit(DEPTH)
}

fn sum(body: &[u8]) -> String {
    let digest = Sha256::digest(body);
    digest
        .iter()
        .take(SUM / 2)
        .map(|b| format!("{b:02x}"))
        .collect()
}

impl Record<'_> {
    /// Puts its line at the end.
    pub(super) fn write(&self, lines: &mut Vec<u8>) -> Result<(), SaveError> {
        let body = options()
            .to_string(self)
            .map_err(|_| SaveError::NotTheSame)?;
        lines.extend(sum(body.as_bytes()).as_bytes());
        lines.push(b' ');
        lines.extend(body.as_bytes());
        lines.push(b'\n');
        Ok(())
    }

    fn read(line: &[u8]) -> Option<Record<'static>> {
        options().from_str(body(line)?).ok()
    }
}

/// What stands in a line, if it is whole.
fn body(line: &[u8]) -> Option<&str> {
    let (found, rest) = line.split_at_checked(SUM)?;
    let body = rest.strip_prefix(b" ")?;
    (sum(body).as_bytes() == found).then_some(())?;
    std::str::from_utf8(body).ok()
}

/// The records, up to the first line that is not whole.
pub(super) struct Lines<'a> {
    rest: &'a [u8],
    /// Whether it ended at a line that is not whole.
    pub(super) torn: bool,
    /// Whether there are further lines behind that one.
    pub(super) has_more: bool,
}

pub(super) const fn lines(bytes: &[u8]) -> Lines<'_> {
    Lines {
        rest: bytes,
        torn: false,
        has_more: false,
    }
}

fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    if bytes.is_empty() {
        return None;
    }
    let end = bytes.iter().position(|byte| *byte == b'\n');
    let (line, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
    Some((line, rest.strip_prefix(b"\n").unwrap_or(rest)))
}

impl Iterator for Lines<'_> {
    type Item = Record<'static>;

    fn next(&mut self) -> Option<Record<'static>> {
        let (line, rest) = split(self.rest)?;
        let record = Record::read(line);
        self.rest = if record.is_some() { rest } else { &[] };
        self.torn = record.is_none();
        self.has_more = self.torn && !rest.is_empty();
        record
    }
}

/// What can be said of a journal without its review.
pub(super) struct Short {
    pub(super) path: PathBuf,
    pub(super) last: Timestamp,
    pub(super) closed: bool,
}

/// A journal in short; `None` if not even that can be read.
pub(super) fn in_short(bytes: &[u8]) -> Option<Short> {
    let (first, rest) = split(bytes)?;
    let Some(Record::About(about)) = Record::read(first) else {
        return None;
    };
    // The review itself is long, and nothing of it is asked.
    let (_, rest) = split(rest)?;
    let mut short = Short {
        path: about.path.into(),
        last: about.at,
        closed: false,
    };
    for record in lines(rest) {
        short.closed = false;
        match record {
            Record::Entry(entry) => short.last = entry.header.at,
            Record::Typed { at, .. } => short.last = at,
            Record::Closed { at } => (short.closed, short.last) = (true, at),
            Record::About(_) | Record::Base(_) => return None,
        }
    }
    Some(short)
}

/// Whether a journal was closed, with nothing but a base for which `is_held` holds.
pub(super) fn is_closed_with(bytes: &[u8], is_held: impl FnOnce(&[u8]) -> bool) -> bool {
    let mut lines = lines(bytes);
    let begins = matches!(lines.next(), Some(Record::About(_)));
    let base = lines.next();
    begins
        && matches!(base, Some(Record::Base(base)) if is_held(base.as_bytes()))
        && matches!(lines.next(), Some(Record::Closed { .. }))
        && lines.next().is_none()
        && !lines.torn
}
