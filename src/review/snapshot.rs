//! A review as it is kept: what a file, a journal and a copy hold of it. Cheap to make, since its
//! parts are shared with the review that goes on.

use super::history::History;
use super::seal::Fingerprint;
use super::state::State;

/// All that is kept of a review.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Setup and cases.
    pub state: State,
    /// What happened to it.
    pub history: History,
    /// The fingerprint that was taken when it was sealed; `None` if it is not sealed.
    pub seal: Option<Fingerprint>,
}
