//! The entries of a history, kept in pieces that a review shares with its copies: what is handed
//! to another thread at every change costs a few pointers, however long the history is.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::bounded;
use super::history::Entry;

/// Entries in a piece. Adding one copies the pointers of the last piece, if that is shared.
const PIECE: usize = 256;

/// Entries of a history, from the first on.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// All are full but the last, which is never empty.
    pieces: Vec<Arc<Vec<Arc<Entry>>>>,
}

impl Entries {
    /// How many there are.
    pub fn len(&self) -> usize {
        let full = self.pieces.len().saturating_sub(1);
        full * PIECE + self.pieces.last().map_or(0, |last| last.len())
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The first one.
    pub fn first(&self) -> Option<&Arc<Entry>> {
        self.get(0)
    }

    /// The last one.
    pub fn last(&self) -> Option<&Arc<Entry>> {
        self.pieces.last()?.last()
    }

    /// The one at this place, from 0.
    pub fn get(&self, at: usize) -> Option<&Arc<Entry>> {
        self.pieces.get(at / PIECE)?.get(at % PIECE)
    }

    /// All, in order.
    pub fn iter(&self) -> Iter<'_> {
        Iter {
            entries: self,
            places: 0..self.len(),
        }
    }

    /// All, for taking text out of them.
    pub(super) fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut Arc<Entry>> {
        let pieces = self.pieces.iter_mut();
        pieces.flat_map(|piece| Arc::make_mut(piece).iter_mut())
    }

    pub(super) fn push(&mut self, entry: Arc<Entry>) {
        match self.pieces.last_mut() {
            Some(last) if last.len() < PIECE => Arc::make_mut(last).push(entry),
            _ => self.pieces.push(Arc::new(vec![entry])),
        }
    }
}

/// Pieces that two histories share are not looked at.
impl PartialEq for Entries {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = self.pieces.iter().zip(&other.pieces);
        self.len() == other.len() && pairs.all(|(a, b)| Arc::ptr_eq(a, b) || a == b)
    }
}

impl FromIterator<Arc<Entry>> for Entries {
    fn from_iter<I: IntoIterator<Item = Arc<Entry>>>(entries: I) -> Self {
        let mut all = Self::default();
        entries.into_iter().for_each(|entry| all.push(entry));
        all
    }
}

/// A list like any other: a file does not show the pieces.
impl Serialize for Entries {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self)
    }
}

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let entries: Vec<Arc<Entry>> = bounded::entries(from)?;
        Ok(entries.into_iter().collect())
    }
}

/// Goes through entries, from either end.
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    entries: &'a Entries,
    places: Range<usize>,
}

impl<'a> Iterator for Iter<'a> {
    type Item = &'a Arc<Entry>;

    fn next(&mut self) -> Option<Self::Item> {
        self.entries.get(self.places.next()?)
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.entries.get(self.places.nth(n)?)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.places.size_hint()
    }
}

impl DoubleEndedIterator for Iter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.entries.get(self.places.next_back()?)
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<'a> IntoIterator for &'a Entries {
    type Item = &'a Arc<Entry>;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::setup::Setup;
    use crate::review::text::Text;
    use crate::review::{Act, Review, Salt, Timestamp, Via};

    fn numbered(many: usize) -> Vec<Arc<Entry>> {
        let year = "2024-25".parse().unwrap();
        let setup = Setup::new(Text::cut("Review"), Text::default(), year);
        let act = Act {
            at: Timestamp::EPOCH,
            via: Via::Typed,
            money_visible: false,
            salt: Salt::default(),
        };
        let review = Review::begin(setup, act).unwrap();
        let first = review.history().entries().first().unwrap().as_ref();
        let entry = |number: usize| {
            let mut entry = first.clone();
            entry.header.number = number as u64;
            Arc::new(entry)
        };
        (0..many).map(entry).collect()
    }

    #[test]
    fn it_is_the_list_that_it_was_made_of_however_long() {
        for many in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7] {
            let list = numbered(many);
            let entries: Entries = list.iter().cloned().collect();
            assert_eq!((entries.len(), entries.is_empty()), (many, many == 0));
            assert_eq!(
                (entries.first(), entries.last()),
                (list.first(), list.last())
            );
            assert!(entries.iter().eq(&list));
            assert!(entries.iter().rev().eq(list.iter().rev()));
            let further = entries.iter().skip(many / 2);
            assert!(further.eq(list.iter().skip(many / 2)));
            assert_eq!(entries.get(many), None);
            let written = serde_json::to_string(&entries).unwrap();
            assert_eq!(written, serde_json::to_string(&list).unwrap());
            let read: Entries = serde_json::from_str(&written).unwrap();
            assert_eq!(read, entries);
        }
    }

    #[test]
    fn a_copy_stays_as_it_was_and_shares_what_it_can() {
        let list = numbered(2 * PIECE);
        let mut entries: Entries = list.iter().cloned().collect();
        let copy = entries.clone();
        entries.push(Arc::clone(&list[0]));
        assert_ne!(entries, copy);
        assert!(copy.iter().eq(&list));
        let pieces = entries.pieces.iter().zip(&copy.pieces);
        assert!(pieces.into_iter().all(|(a, b)| Arc::ptr_eq(a, b)));
        if let Some(last) = entries.iter_mut().next_back() {
            Arc::make_mut(last).payload = None;
        }
        assert!(copy.iter().all(|entry| entry.payload.is_some()));
    }
}
