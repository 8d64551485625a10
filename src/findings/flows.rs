//! Where children are and where the panel sees them: counted cases from current to ideal
//! provision, and how many children they stand for (model.md §4).

use crate::review::setup::Setup;
use crate::review::text::ProvisionCode;

use super::judged::{Counted, Judged};
use super::share::{Share, share_of};

/// Counted cases that are in one provision and whose ideal is one provision, perhaps the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Where they are now.
    pub current: ProvisionCode,
    /// Where the panel sees them.
    pub ideal: ProvisionCode,
    /// They as a share of the counted cases now in `current` (n_p).
    pub share: Share,
    /// Children that each of them stands for, N_p/n_p; 0 where nobody is placed there.
    pub stands_for_each: f64,
}

impl Flow {
    /// Whether they stay in the same kind of provision.
    pub fn stays(&self) -> bool {
        self.current == self.ideal
    }

    /// Children that all of them stand for.
    pub fn stands_for(&self) -> f64 {
        self.stands_for_each * self.share.k() as f64
    }

    /// How it came about.
    pub const fn formula() -> &'static str {
        "each case stands for N_p / n_p children: those placed in its current provision, by the counted cases from there (the model, §4)"
    }
}

/// All flows in which there is a case, in the order of the table.
pub(super) fn flows(setup: &Setup, judged: &Judged<'_>) -> Vec<Flow> {
    let mut flows = Vec::new();
    for (current, from) in setup.provisions.iter().enumerate() {
        let here: Vec<_> = judged.now_in(current).collect();
        for (ideal, to) in setup.provisions.iter().enumerate() {
            let share = share_of(&here, |case| Counted::id(case), |case| case.ideal == ideal);
            if let Some(share) = share.filter(|share| share.k() > 0) {
                flows.push(Flow {
                    current: from.code.clone(),
                    ideal: to.code.clone(),
                    stands_for_each: from.caseload.get() / share.n() as f64,
                    share,
                });
            }
        }
    }
    flows
}
