//! Salted hashes: what history says of a text without saying it.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// A SHA-256 hash, written in hexadecimal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(pub(super) [u8; 32]);

/// Salt of one hash: 128 random bits, so that a short text that was taken out cannot be guessed from
/// its hash.
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
pub(super) fn hash_of(prefix: &[u8], what: &impl Serialize) -> Digest {
    hash_and_length(prefix, what).0
}

/// The same, and how many bytes of JSON it was.
pub(super) fn hash_and_length(prefix: &[u8], what: &impl Serialize) -> (Digest, usize) {
    // These types always have a JSON form; were one not to, its hash would not match on reading.
    let json = serde_json::to_vec(what).unwrap_or_default();
    let bytes = json.len();
    let hash = Sha256::new_with_prefix(prefix).chain_update(json);
    (Digest(hash.finalize().into()), bytes)
}

impl Salt {
    /// A salt that is made from this one, from which nobody finds this one or another that is made
    /// from it: several hashes of one act can lose their salts one by one.
    pub(super) fn derived(self, what: &str, nth: usize) -> Self {
        let hash = Sha256::new_with_prefix(self.0)
            .chain_update(what)
            .chain_update((nth as u64).to_le_bytes())
            .finalize();
        let mut bits = [0; 16];
        for (bit, from) in bits.iter_mut().zip(hash) {
            *bit = from;
        }
        Self(bits)
    }
}
