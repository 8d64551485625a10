//! What the pages of *Prepare* say of all cases: how far the parents are heard, and what looks as if
//! it identified somebody. Found when a page is shown, a case once for as long as it is the same, and
//! a little in every frame, so that a large review can be worked on meanwhile.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::findings::hearing::Hearing;
use crate::privacy::{self, Identifying, Kept, Rare};
use crate::review::Review;
use crate::review::case::Case;
use crate::review::history::Digest;
use crate::review::setup::Setup;
use crate::review::text::Text;

/// As long as a frame may be held up by looking.
const BUDGET: Duration = Duration::from_millis(10);

/// A case, kept so that no other can stand in its place, and what was found in it.
type Looked = (Arc<Case>, Vec<Identifying>);

/// All of it.
#[derive(Default)]
pub struct Prepared {
    of: Option<Digest>,
    hearing: Hearing,
    rare: Vec<Rare>,
    looked: HashMap<usize, Looked>,
    waiting: Vec<Arc<Case>>,
    in_setup: Vec<Identifying>,
    found: Vec<Identifying>,
}

impl Prepared {
    /// Brings it up to date, as far as there is time for in this frame; whether something is left.
    pub fn update(&mut self, review: &Review) -> bool {
        let last = review.history().entries().last().map(|entry| entry.hash);
        let state = review.state();
        let every = || state.cases().iter().chain(state.archived());
        let same = self.of == last && last.is_some();
        if !same {
            self.of = last;
            self.hearing = Hearing::of(review.cases());
            self.rare = privacy::rare(review.setup(), review.cases());
            self.in_setup = privacy::identifying(review.setup(), []);
            let mut before = std::mem::take(&mut self.looked);
            self.waiting.clear();
            for case in every() {
                match before.remove(&key(case)) {
                    Some(looked) => drop(self.looked.insert(key(case), looked)),
                    None => self.waiting.push(Arc::clone(case)),
                }
            }
            // Taken from the end, in the order of the review.
            self.waiting.reverse();
        }
        if same && self.waiting.is_empty() {
            return false;
        }
        self.look(review.setup());
        let kept = Kept::new(review.setup().not_identifying.iter().map(Text::as_str));
        self.found.clone_from(&self.in_setup);
        for case in every() {
            let looked = self.looked.get(&key(case));
            let found = looked.map_or(&[][..], |(_, found)| found.as_slice());
            self.found.extend(found.iter().map(|one| Identifying {
                kept: kept.holds(&one.text),
                ..one.clone()
            }));
        }
        !self.waiting.is_empty()
    }

    fn look(&mut self, setup: &Setup) {
        let since = Instant::now();
        // Of the setup it has been found already.
        let year = setup.baseline.base_year;
        let mut blank = Setup::new(Text::default(), Text::default(), year);
        blank.provisions.clear();
        blank.root_causes.clear();
        while let Some(case) = self.waiting.pop() {
            let found = privacy::identifying(&blank, [case.as_ref()]);
            self.looked.insert(key(&case), (case, found));
            if since.elapsed() > BUDGET {
                break;
            }
        }
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
    pub fn open(&self) -> usize {
        self.found.iter().filter(|one| !one.kept).count()
    }

    /// How many cases are still to be looked through.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Who could be known without a name.
    pub fn rare(&self) -> &[Rare] {
        &self.rare
    }
}

fn key(case: &Arc<Case>) -> usize {
    Arc::as_ptr(case).addr()
}
