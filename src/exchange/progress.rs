//! How far a long piece of work is, and the wish to stop it. The window runs reading and trying on
//! a thread; the command line does not look.

use std::ops::ControlFlow;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub doing: Doing,
    /// How much of it is done.
    pub done: usize,
    /// How much there is of it: bytes while a file is opened, else rows or cases.
    pub of: usize,
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// The file is being opened and taken apart.
    Opening,
    /// Its rows are being read.
    Reading,
    /// What an import would do is being found out.
    Trying,
    /// The texts are being searched for identifying details.
    Looking,
}

impl Doing {
    /// In words, for a bar.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Opening => "Opening the file",
            Self::Reading => "Reading the rows",
            Self::Trying => "Finding out what an import would do",
            Self::Looking => "Looking for identifying details",
        }
    }
}

/// Is told how far it is, at most some hundred times for each piece of work, and says whether to
/// go on.
pub type Observer<'a> = &'a dyn Fn(Progress) -> ControlFlow<()>;

/// Somebody did not want it any more. Nothing has been changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it was stopped; nothing was changed")]
pub struct Stopped;

/// For whoever neither looks nor stops.
pub const NOBODY: Observer<'static> = &|_| ControlFlow::Continue(());

/// Tells an observer now and then.
pub(super) struct Teller<'a> {
    observer: Observer<'a>,
    doing: Doing,
    of: usize,
    told: usize,
}

impl<'a> Teller<'a> {
    pub const fn new(observer: Observer<'a>, doing: Doing, of: usize) -> Self {
        Self {
            observer,
            doing,
            of,
            told: 0,
        }
    }

    /// Says that so much is done, if that is more than a hundredth more than last time.
    pub fn at(&mut self, done: usize) -> Result<(), Stopped> {
        if done > 0 && done < self.told + (self.of / 100).max(1) {
            return Ok(());
        }
        self.told = done;
        let progress = Progress {
            doing: self.doing,
            done: done.min(self.of),
            of: self.of,
        };
        match (self.observer)(progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Stopped),
        }
    }
}
