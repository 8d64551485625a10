//! Lists that end while they are read. A file says how long its lists are only by being read, and
//! a byte or two of it can stand for ten times as much memory; so what reads them counts, and
//! stops at the bound instead of finding out afterwards.
//!
//! Two bounds hold: each list has its own (model.md §11, [`bounds`]), and inside [`within`] all
//! lists together weigh no more than a file of that size, as this program writes it, could need.

use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, Error as _, SeqAccess, Visitor};

use super::bounds;
use super::case::Case;
use super::history::Entry;
use super::provision::Provision;

/// Bytes of memory for each byte of a file that its lists may take. As this program writes a
/// file, every entry of a list has a line of its own, and none needs as much.
const WEIGHT_FOR_A_BYTE: usize = 2;
/// What lists may take in however small a file, bytes.
const WEIGHT_AT_LEAST: usize = 64 * 1024;
/// What an entry weighs at least, bytes: reading it takes time, however small it is.
const LIGHTEST: usize = 24;
/// What an entry weighs at least that keeps something elsewhere in memory.
const LIGHTEST_OWNER: usize = 32;

thread_local! {
    /// What the lists that are being read may still weigh. Serde hands nothing down to the types
    /// that it reads, so it lies beside them, for this thread and the time of one reading.
    static LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// Reads a file of so many bytes: all its lists together are bounded too.
pub fn within<T>(bytes: usize, read: impl FnOnce() -> T) -> T {
    /// Puts back what held before, however the reading ends.
    struct Before(usize);
    impl Drop for Before {
        fn drop(&mut self) {
            LEFT.set(self.0);
        }
    }
    let allowed = bytes.saturating_mul(WEIGHT_FOR_A_BYTE);
    let _before = Before(LEFT.replace(allowed.max(WEIGHT_AT_LEAST)));
    read()
}

/// A list of a case or of the review's own.
pub(super) fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    at_most(from, bounds::LIST, light::<T>())
}

/// Passages that were looked at.
pub(super) fn passages<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    at_most(from, bounds::PASSAGES, light::<T>())
}

/// The provision table.
pub(super) fn provisions<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    at_most(from, bounds::PROVISIONS_MAX, light::<T>())
}

/// The provision table, where there is one.
pub(super) fn maybe_provisions<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<Vec<Provision>>, D::Error> {
    #[derive(serde::Deserialize)]
    #[serde(transparent)]
    struct Rows(#[serde(deserialize_with = "provisions")] Vec<Provision>);
    Ok(Option::<Rows>::deserialize(from)?.map(|Rows(rows)| rows))
}

/// The panel.
pub(super) fn members<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    at_most(from, bounds::MEMBERS, light::<T>())
}

/// Cases of an import.
pub(crate) fn imported<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    at_most(from, bounds::CASES, light::<T>())
}

/// Parts of a review: the setup, which cases, and each case that was there before or is after.
pub(super) fn parts<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    at_most(from, 2 + 2 * bounds::CASES, light::<T>())
}

/// Numbers of entries of history.
pub(super) fn numbers<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u64>, D::Error> {
    at_most(from, usize::MAX, light::<u64>())
}

/// The cases of a review.
pub(crate) fn cases<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<Vec<Arc<Case>>>, D::Error> {
    at_most(from, bounds::CASES, size_of::<Case>()).map(Arc::new)
}

/// The entries of a history: as many as fit into a file.
pub(crate) fn entries<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    at_most(from, usize::MAX, size_of::<Entry>())
}

/// What an entry of a list weighs in memory, without what it owns elsewhere.
const fn light<T>() -> usize {
    let least = if std::mem::needs_drop::<T>() {
        LIGHTEST_OWNER
    } else {
        LIGHTEST
    };
    if size_of::<T>() > least {
        size_of::<T>()
    } else {
        least
    }
}

fn at_most<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
    most: usize,
    weight: usize,
) -> Result<Vec<T>, D::Error> {
    from.deserialize_seq(Bounded {
        most,
        weight,
        of: PhantomData,
    })
}

struct Bounded<T> {
    most: usize,
    weight: usize,
    of: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Bounded<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut read = Vec::new();
        while let Some(entry) = list.next_element()? {
            if read.len() == self.most {
                return Err(A::Error::custom(format_args!(
                    "this list has more than {} entries, and that is the most it can have",
                    self.most
                )));
            }
            let Some(left) = LEFT.get().checked_sub(self.weight) else {
                return Err(A::Error::custom(
                    "up to here the lists hold far more entries than a file of this size can, as \
                     this program writes it",
                ));
            };
            LEFT.set(left);
            read.push(entry);
        }
        // What was kept ready for entries that did not come.
        read.shrink_to_fit();
        Ok(read)
    }
}
