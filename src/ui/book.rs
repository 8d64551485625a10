//! What the history screen needs of a review beyond what is kept of it: found when the screen is
//! shown, and kept until the review, or what is wanted of it, is another one.

use crate::privacy::{self, Identifying};
use crate::review::Review;
use crate::review::history::Digest;
use crate::ui::happened::{Happened, Sifting};

/// All of it.
#[derive(Debug, Default)]
pub struct Book {
    /// The last entry of the history that this is of.
    of: Option<Digest>,
    happened: Happened,
    identifying: Vec<Identifying>,
    wanted: Sifting,
    sifted: Vec<usize>,
}

impl Book {
    /// Brings it up to date.
    pub fn update(&mut self, review: &Review, sifting: &Sifting) {
        let last = review.history().entries().last().map(|entry| entry.hash);
        let same = self.of == last && last.is_some();
        if !same {
            self.of = last;
            self.happened = Happened::to(review);
            self.identifying = privacy::identifying(review.setup(), review.cases());
        }
        let wanted = (&sifting.case, sifting.kinds);
        if !same || (&self.wanted.case, self.wanted.kinds) != wanted {
            self.sifted = self.happened.sifted(sifting);
        }
        self.wanted = sifting.clone();
    }

    /// What happened.
    pub const fn happened(&self) -> &Happened {
        &self.happened
    }

    /// The places of the entries that are wanted, the newest first.
    pub fn sifted(&self) -> &[usize] {
        &self.sifted
    }

    /// Text of the review that looks as if it identified somebody.
    pub fn identifying(&self) -> &[Identifying] {
        &self.identifying
    }
}
