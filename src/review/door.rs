//! The door to a review knows its mode: at work and in training everything goes through the gate, in
//! inspection the gate refuses every command.

use super::command::Command;
use super::gate::{Applied, Review};
use super::history::Act;
use super::redact::{Passage, Redacted, Replacement, Why};
use super::refusal::Refusal;

/// How a review is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// For work; the file keeps itself.
    Work,
    /// For reading only.
    Inspect,
    /// For trying things out: everything works, and whoever holds the door stores nothing.
    Train,
}

/// A review behind its door.
#[derive(Clone, Debug)]
pub struct Door {
    review: Review,
    mode: Mode,
}

impl Door {
    /// A door to this review.
    pub const fn new(review: Review, mode: Mode) -> Self {
        Self { review, mode }
    }

    /// The review, for looking.
    pub const fn review(&self) -> &Review {
        &self.review
    }

    /// How it is open.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// Changes the review through its gate.
    ///
    /// # Errors
    /// [`Refusal::ReadOnly`] in inspection; else what the gate refuses.
    pub fn apply(&mut self, command: Command, act: Act) -> Result<Applied, Refusal> {
        match self.mode {
            Mode::Work | Mode::Train => self.review.apply(command, act),
            Mode::Inspect => Err(Refusal::ReadOnly),
        }
    }

    /// Takes a passage out: see [`Review::redact`].
    ///
    /// # Errors
    /// [`Refusal::ReadOnly`] in inspection; else what the review refuses.
    pub fn redact(
        &mut self,
        passage: &Passage,
        put: Replacement,
        why: Why,
        act: Act,
    ) -> Result<Redacted, Refusal> {
        match self.mode {
            Mode::Work | Mode::Train => self.review.redact(passage, put, why, act),
            Mode::Inspect => Err(Refusal::ReadOnly),
        }
    }
}
