//! What must be said beside a projection (model.md §9 and §11): how few cases stand behind a
//! provision, which cases stand for nobody, and what was not reviewed.

use crate::review::text::{CaseId, ProvisionCode};

use super::figures::Projection;
use super::scenario::Scenario;

/// Fewer cases than this behind a provision call for a caution (model.md §9).
pub const FEW: usize = 5;

impl Projection {
    /// Provisions with children of which a counted case was reviewed, with how many, in the order
    /// of the cases.
    pub fn reviewed(&self) -> Vec<(&ProvisionCode, usize)> {
        let mut counts: Vec<(&ProvisionCode, usize)> = Vec::new();
        for case in self.cases.iter().filter(|case| case.stands_for > 0.0) {
            match counts.iter_mut().find(|(code, _)| *code == &case.current) {
                Some((_, n)) => *n += 1,
                None => counts.push((&case.current, 1)),
            }
        }
        counts
    }

    /// Those of them of which fewer than [`FEW`] cases were reviewed.
    pub fn reviewed_in_few_cases(&self) -> Vec<(&ProvisionCode, usize)> {
        let mut few = self.reviewed();
        few.retain(|(_, n)| *n < FEW);
        few
    }

    /// What places used again save over the horizon in a scenario, £ (model.md §5): part of its
    /// saving.
    pub fn places_used_again(&self, scenario: Scenario) -> f64 {
        let years = self.scenario(scenario).map(|figures| &figures.by_year);
        let years = years.into_iter().flatten();
        // From 0, since the sum of nothing is −0.
        years.fold(0.0, |sum, year| sum + year.places_used_again)
    }

    /// Counted cases where nobody is placed: they stand for no children (model.md §11).
    pub fn standing_for_nobody(&self) -> Vec<&CaseId> {
        let empty = self.cases.iter().filter(|case| case.stands_for == 0.0);
        empty.map(|case| &case.id).collect()
    }

    /// Whether anything is known of what the panel's moves save or cost. Where moves are unpriced
    /// and nothing else has a value, the figures are 0 because nothing is known (model.md §3).
    pub fn is_priced(&self) -> bool {
        let nothing = self.scenario(Scenario::Panel).is_none_or(|panel| {
            let saving = panel.total_saving;
            (saving.p05, saving.point, saving.p95) == (0.0, 0.0, 0.0)
        });
        self.unpriced.is_empty() || !nothing
    }
}
