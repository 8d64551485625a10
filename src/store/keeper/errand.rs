//! What the thread of the journal is asked for, by its keeper and by the last words of a program that
//! fails.

use std::sync::mpsc::Sender;

use crate::review::Snapshot;
use crate::store::error::SaveError;
use crate::store::work::Unfinished;

/// What the journalist is asked for.
pub(in crate::store) enum Errand {
    /// The newest version.
    Keep(Snapshot),
    /// All texts being typed.
    Typed(Vec<Unfinished>),
    /// Say when everything handed over is on the disk, and whether it is.
    Settle(Sender<bool>),
    /// Begin anew with this version, so that nothing of the former ones is left.
    Anew(Snapshot, Sender<Result<(), SaveError>>),
    /// The review was closed, and its file holds this version.
    Close(Snapshot),
    /// The review is elsewhere.
    Remove,
}
