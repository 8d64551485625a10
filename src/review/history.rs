//! What happened to a review, entry by entry. Each entry is a header that carries a salted hash
//! of its payload and the hash of the entry before; the payload (the command) is kept beside it,
//! so that text can later be taken out without breaking the chain.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::Timestamp;
use super::command::Command;
use super::text::CaseId;

/// A SHA-256 hash, written in hexadecimal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest([u8; 32]);

/// Salt of one payload's hash: 128 random bits, so that a short text that was taken out cannot be
/// guessed from its hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Salt(pub [u8; 16]);

/// Text that is no hash or salt.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a hexadecimal number of the right length")]
pub struct BadHex;

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex<const N: usize>(text: &str) -> Result<[u8; N], BadHex> {
    let mut bytes = [0; N];
    if text.len() != 2 * N || !text.is_ascii() {
        return Err(BadHex);
    }
    for (byte, at) in bytes.iter_mut().zip((0..).step_by(2)) {
        let digits = text.get(at..at + 2).ok_or(BadHex)?;
        *byte = u8::from_str_radix(digits, 16).map_err(|_| BadHex)?;
    }
    Ok(bytes)
}

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&to_hex(&self.0))
    }
}

impl TryFrom<String> for Digest {
    type Error = BadHex;
    fn try_from(text: String) -> Result<Self, BadHex> {
        from_hex(&text).map(Self)
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        to_hex(&digest.0)
    }
}

impl TryFrom<String> for Salt {
    type Error = BadHex;
    fn try_from(text: String) -> Result<Self, BadHex> {
        from_hex(&text).map(Self)
    }
}

impl From<Salt> for String {
    fn from(salt: Salt) -> Self {
        to_hex(&salt.0)
    }
}

/// The hash of something's JSON, after a prefix. JSON with the fields in the order of their
/// declaration is the same on every machine.
fn hash_of(prefix: &[u8], what: &impl Serialize) -> Digest {
    // These types always have a JSON form; were one not to, its hash would not match on reading.
    let json = serde_json::to_vec(what).unwrap_or_default();
    Digest(
        Sha256::new_with_prefix(prefix)
            .chain_update(json)
            .finalize()
            .into(),
    )
}

/// The way a change was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Via {
    /// Typed or clicked in the window.
    Typed,
    /// Imported from a table.
    Imported,
    /// Combined from another review.
    Combined,
}

/// What can be said of a change without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// 1, 2, 3, …
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// What kind of change, in words.
    pub kind: String,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// How it was made.
    pub via: Via,
    /// Whether figures of money were on the screen.
    pub money_visible: bool,
    /// The salted hash of the payload.
    pub payload: Digest,
    /// The hash of the header before; nought for the first.
    pub previous: Digest,
}

/// What was done, with the salt of its hash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payload {
    /// The salt.
    pub salt: Salt,
    /// The command.
    pub command: Command,
}

/// One entry of history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The header.
    pub header: Header,
    /// The hash of the header.
    pub hash: Digest,
    /// The payload; `None` once its text was taken out.
    pub payload: Option<Payload>,
}

/// All that happened to a review, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct History(#[serde(deserialize_with = "super::bounded::entries")] Vec<Arc<Entry>>);

/// What a caller of the gate knows about a change and the gate does not.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    /// When.
    pub at: Timestamp,
    /// How it is made.
    pub via: Via,
    /// Whether figures of money are on the screen.
    pub money_visible: bool,
    /// Random bits for the salt.
    pub salt: Salt,
}

/// Where a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("entry {number} of the history {what}")]
pub struct BrokenChain {
    /// The first entry that does not fit.
    pub number: u64,
    /// What does not fit.
    pub what: &'static str,
}

impl History {
    /// The entries, from the first on.
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.0
    }

    pub(super) fn append(&mut self, command: Command, act: Act) -> u64 {
        let number = self
            .0
            .last()
            .map_or(1, |last| last.header.number.saturating_add(1));
        let header = Header {
            number,
            at: act.at,
            kind: command.kind().to_owned(),
            case: command.case().cloned(),
            via: act.via,
            money_visible: act.money_visible,
            payload: hash_of(&act.salt.0, &command),
            previous: self.0.last().map_or_else(Digest::default, |last| last.hash),
        };
        let hash = hash_of(b"", &header);
        let payload = Some(Payload {
            salt: act.salt,
            command,
        });
        self.0.push(Arc::new(Entry {
            header,
            hash,
            payload,
        }));
        number
    }

    /// Whether every entry follows on the one before and every payload is the one that its header
    /// speaks of.
    ///
    /// # Errors
    /// [`BrokenChain`] at the first entry that does not fit.
    pub fn check(&self) -> Result<(), BrokenChain> {
        let mut previous = Digest::default();
        for (entry, number) in self.0.iter().zip(1..) {
            let broken = |what| Err(BrokenChain { number, what });
            if entry.header.number != number {
                return broken("is out of order");
            }
            if entry.header.previous != previous {
                return broken("does not follow on the one before");
            }
            if entry.hash != hash_of(b"", &entry.header) {
                return broken("was changed");
            }
            if let Some(Payload { salt, command }) = &entry.payload
                && entry.header.payload != hash_of(&salt.0, command)
            {
                return broken("says something else than was recorded");
            }
            previous = entry.hash;
        }
        Ok(())
    }
}
