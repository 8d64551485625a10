//! What the pages of *Prepare* say of all cases: how far the parents are heard, and what looks as if
//! it identified somebody. The latter is looked for on a thread of its own, in a case once for as
//! long as it is the same, so that a large review can be worked on meanwhile.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use crate::findings::hearing::Hearing;
use crate::privacy::{self, Identifying, Memo, Rare};
use crate::review::Review;
use crate::review::case::Case;
use crate::review::history::Digest;
use crate::review::setup::Setup;

/// What is found within this time is on the screen in the same frame.
const AT_ONCE: Duration = Duration::from_millis(12);

/// All of it.
#[derive(Default)]
pub struct Prepared {
    of: Option<Digest>,
    heard_of: Option<Digest>,
    hearing: Hearing,
    rare: Vec<Rare>,
    /// Not there while it is being brought up to date.
    memo: Option<Memo>,
    looking: Option<Receiver<Memo>>,
    /// Of which review was looked last, or is being looked.
    looked: Option<Digest>,
    found: Vec<Identifying>,
    open: usize,
}

impl Prepared {
    /// Brings it up to date as far as that goes at once; `wake` is called when the rest is there.
    pub fn update(&mut self, review: &Review, wake: impl FnOnce() + Send + 'static) {
        let last = review.history().entries().last().map(|entry| entry.hash);
        if self.of != last || last.is_none() {
            self.of = last;
            self.rare = privacy::rare(review.setup(), review.cases());
        }
        self.take();
        if self.looking.is_none() && (self.looked != last || last.is_none()) {
            self.looked = last;
            self.look(review, wake);
        }
    }

    /// Counts the parents who are heard, once for each state of the review.
    pub fn hear(&mut self, review: &Review) {
        let last = review.history().entries().last().map(|entry| entry.hash);
        if self.heard_of != last || last.is_none() {
            self.heard_of = last;
            self.hearing = Hearing::of(review.cases());
        }
    }

    fn look(&mut self, review: &Review, wake: impl FnOnce() + Send + 'static) {
        let state = review.state();
        let cases = state.cases().iter().chain(state.archived()).cloned();
        let (cases, setup): (Vec<Arc<Case>>, Setup) = (cases.collect(), review.setup().clone());
        let mut memo = self.memo.take().unwrap_or_default();
        let (tell, answer) = channel();
        let run = move || {
            memo.update(&setup, &cases);
            // The review may have been closed meanwhile.
            let _ = tell.send(memo);
            wake();
        };
        match std::thread::Builder::new()
            .name("identifying".to_owned())
            .spawn(run)
        {
            Ok(_) => {
                if let Ok(memo) = answer.recv_timeout(AT_ONCE) {
                    self.keep(memo);
                } else {
                    self.looking = Some(answer);
                }
            }
            Err(error) => log::error!("no thread to look for identifying details: {error}"),
        }
    }

    fn take(&mut self) {
        let Some(answer) = &self.looking else {
            return;
        };
        match answer.try_recv() {
            Ok(memo) => self.keep(memo),
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => self.looking = None,
        }
    }

    fn keep(&mut self, memo: Memo) {
        self.found = memo.found().to_vec();
        self.open = self.found.iter().filter(|one| !one.kept).count();
        self.memo = Some(memo);
        self.looking = None;
    }

    /// How far the parents are heard.
    pub const fn hearing(&self) -> &Hearing {
        &self.hearing
    }

    /// What looks identifying, in the order of the review, what was kept among it.
    pub fn found(&self) -> &[Identifying] {
        &self.found
    }

    /// How much of it somebody should look at.
    pub const fn open(&self) -> usize {
        self.open
    }

    /// Whether it is being looked for for the first time.
    pub const fn is_looking(&self) -> bool {
        self.looking.is_some() && self.memo.is_none() && self.found.is_empty()
    }

    /// Who could be known without a name.
    pub fn rare(&self) -> &[Rare] {
        &self.rare
    }
}
