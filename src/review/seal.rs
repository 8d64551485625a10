//! The fingerprint of a sealed review: what everybody takes away from the workshop, so that a
//! change made later shows, whoever made it.

use serde::{Deserialize, Serialize};

use super::history::Digest;

/// The fingerprint of everything in a review at the moment when it was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub Digest);
