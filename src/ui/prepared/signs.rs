//! Signs that what stands as a parent's words may not be theirs. They are looked for over the whole
//! history, so on a thread, once for each state of the review; until it is done the last ones stay.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use crate::findings::hollow::{Hollow, hollow};
use crate::review::Review;
use crate::review::history::Digest;

/// A history so long as this is looked through without waiting for it. Entries.
const LONG: usize = 2_000;
/// What is found within this time is on the screen in the same frame.
const AT_ONCE: Duration = Duration::from_millis(4);

/// The signs of the review that is open.
#[derive(Default)]
pub(super) struct Signs {
    /// Of which state they are, or are being looked for.
    of: Option<Digest>,
    found: Hollow,
    looking: Option<Receiver<Hollow>>,
}

impl Signs {
    /// Brings them up to date as far as that goes at once; `wake` is called when the rest is there.
    pub(super) fn update(&mut self, review: &Review, wake: impl FnOnce() + Send + 'static) {
        self.take();
        let last = review.history().entries().last().map(|entry| entry.hash);
        if self.looking.is_some() || (self.of == last && last.is_some()) {
            return;
        }
        self.of = last;
        let patience = match review.history().entries().len() < LONG {
            true => AT_ONCE,
            false => Duration::ZERO,
        };
        let review = review.snapshot();
        let (tell, answer) = channel();
        let run = move || {
            // The review may have been closed meanwhile.
            let _ = tell.send(hollow(&review));
            wake();
        };
        let thread = std::thread::Builder::new().name("signs".to_owned());
        if let Err(error) = thread.spawn(run) {
            log::error!("no thread to look for signs of hollow entries: {error}");
            self.found = Hollow::default();
            return;
        }
        match answer.recv_timeout(patience) {
            Ok(found) => self.found = found,
            Err(_) => self.looking = Some(answer),
        }
    }

    fn take(&mut self) {
        let Some(answer) = &self.looking else {
            return;
        };
        match answer.try_recv() {
            Ok(found) => self.found = found,
            Err(TryRecvError::Empty) => return,
            // Nobody could look: what was found before may not be so any more.
            Err(TryRecvError::Disconnected) => self.found = Hollow::default(),
        }
        self.looking = None;
    }

    pub(super) const fn found(&self) -> &Hollow {
        &self.found
    }
}

/// How many there are, in a line: "to ask: the same words in two or more cases: 3; not noted as read
/// back: 4"; nothing where there are none.
pub fn in_words(hollow: &Hollow) -> Option<String> {
    let mut told = Vec::new();
    let copied: usize = hollow.same_words.iter().map(Vec::len).sum();
    let mut tell = |n: usize, words: &str| {
        if n > 0 {
            told.push(format!("{words} ({n})"));
        }
    };
    tell(copied, "the same words in several cases");
    tell(
        hollow.typed_at_the_judgement.len(),
        "typed within a minute of recording",
    );
    tell(hollow.not_read_back.len(), "not noted as read back");
    if hollow.papers.every_one {
        tell(hollow.papers.voices.len(), "everything from papers");
    }
    (!told.is_empty()).then(|| format!("Worth asking about: {}", told.join("; ")))
}
