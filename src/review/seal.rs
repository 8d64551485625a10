//! The seal at the end of a workshop: a fingerprint of everything, which everybody takes away as ten
//! short words, so that a change made later shows, whoever made it.

use super::Timestamp;
use super::digest::{Digest, hash_and_length};
pub use super::fingerprint::{Fingerprint, OtherWords, WORDS};
use super::history::History;
use super::state::State;

/// What stands before everything that is hashed into a fingerprint.
const PREFIX: &[u8] = b"DBV Case Review, sealed\n";

impl Fingerprint {
    pub(super) fn of(state: &State, history: &History) -> Self {
        Self::weighed(state, history.head()).0
    }

    /// The fingerprint of a state under the head of a history, and how many bytes were hashed.
    pub(super) fn weighed(state: &State, head: Digest) -> (Self, usize) {
        let (hash, bytes) = hash_and_length(PREFIX, &(head, state));
        (Self(hash), bytes)
    }
}

/// What a seal says of the review that carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sealing {
    /// When it was sealed; `None` if no sealing stands at the end of its history, so that nobody
    /// knows.
    pub at: Option<Timestamp>,
    /// The fingerprint that was taken then; where the file has lost it, that of what is there now.
    pub fingerprint: Fingerprint,
    /// The fingerprint of what is there now.
    pub now: Fingerprint,
    /// Whether the history ends in the sealing and what is there gives the fingerprint that was
    /// taken then. What is wrong all the same was so before, or is the loss of a text of history.
    pub fits: bool,
    /// Whether everything is as it was then: it fits, the chain is whole, and no text of the history
    /// is missing that nobody says was taken out. Nobody can tell from the file alone that it was
    /// not sealed a second time: only words that others took away show that.
    pub unchanged: bool,
}

impl Sealing {
    /// A sentence for whoever reads the review, if it was changed since.
    pub const fn in_words(&self) -> Option<&'static str> {
        if self.unchanged {
            None
        } else if self.fits {
            Some(
                "this file was changed after it was sealed: it still gives the fingerprint that \
                 was taken then, but something of its history is not as it was",
            )
        } else {
            Some(
                "this file was changed after it was sealed: it does not give the fingerprint that \
                 was taken then",
            )
        }
    }
}

/// What a kept seal says, if there is one: sealed is what ends in the sealing, with a fingerprint
/// beside it.
pub(super) fn sealing(
    state: &State,
    history: &History,
    stored: Option<Fingerprint>,
) -> Option<Sealing> {
    let sealed_at = history.sealed_at();
    if stored.is_none() && sealed_at.is_none() {
        return None;
    }
    let now = Fingerprint::of(state, history);
    let fits = sealed_at.is_some() && stored == Some(now);
    Some(Sealing {
        at: sealed_at,
        fingerprint: stored.unwrap_or(now),
        now,
        fits,
        unchanged: fits && history.check().is_ok() && !history.has_lost_text(),
    })
}
