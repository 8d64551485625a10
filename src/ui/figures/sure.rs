//! How sure? What is told of single draws beside their figures, worked out once somebody has asked
//! for them: what weighs most and least in each, and how many cases would halve the range.

use std::collections::BTreeSet;

use crate::projection::{Inputs, NotHalved, Projection, Redraw, Sampler, cases_to_halve, redraws};
use crate::review::text::{CaseId, ProvisionCode};

/// As many cases as a line can name at either end.
const NAMED: usize = 2;
/// From this share of a provision's children on, the child whom nobody has seen weighs much: as much
/// as all cases judged there.
const MUCH: f64 = 0.5;

/// What is told of the single draws of a projection.
#[derive(Clone, Debug, PartialEq)]
pub struct Sureness {
    /// For every draw of [`Projection::first_draws`], what weighs how much in it.
    pub weighings: Vec<Weighing>,
    /// How many cases would halve the range; `None` while it is being computed.
    pub to_halve: Option<Result<usize, NotHalved>>,
}

/// What weighs most and least in a draw. Of the cases those that have a value, each with its weight
/// as a multiple of that in the straight extrapolation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weighing {
    /// The provision where a child whom nobody has seen weighs much, and its share of the children
    /// there.
    pub unseen: Option<(ProvisionCode, f64)>,
    /// From the heaviest of those that weigh no less than in the straight extrapolation.
    pub most: Vec<(CaseId, f64)>,
    /// From the lightest of those that weigh less.
    pub least: Vec<(CaseId, f64)>,
}

impl Sureness {
    /// What can be told at once.
    pub(super) fn begun(inputs: &Inputs, projection: &Projection) -> Self {
        // A case of value 0 weighs nothing in the figure, however much it weighs.
        let valued = projection.cases.iter().filter(|case| {
            let value = case.value.unwrap_or(0.0);
            value != 0.0 && case.stands_for > 0.0
        });
        let valued: BTreeSet<&CaseId> = valued.map(|case| &case.id).collect();
        let draws = redraws(inputs, projection.draws);
        Self {
            weighings: draws
                .iter()
                .map(|redraw| Weighing::of(inputs, redraw, &valued))
                .collect(),
            to_halve: None,
        }
    }

    /// With the number of cases that would halve the range; `None` if it was stopped.
    pub(super) fn whole(
        mut self,
        sampler: &mut Sampler,
        inputs: &Inputs,
        projection: &Projection,
        stop: &dyn Fn() -> bool,
    ) -> Option<Self> {
        self.to_halve = Some(cases_to_halve(sampler, inputs, projection, stop)?);
        Some(self)
    }
}

impl Weighing {
    fn of(inputs: &Inputs, redraw: &Redraw, valued: &BTreeSet<&CaseId>) -> Self {
        let cases = inputs.cases.iter().zip(&redraw.times);
        let mut cases: Vec<(&CaseId, f64)> = cases
            .filter(|(case, _)| valued.contains(&case.id))
            .map(|(case, times)| (&case.id, *times))
            .collect();
        cases.sort_by(|(a, x), (b, y)| x.total_cmp(y).then_with(|| a.cmp(b)));
        let lighter = cases.partition_point(|(_, times)| *times < 1.0);
        let (least, most) = cases.split_at_checked(lighter).unwrap_or_default();
        let owned = |(id, times): &(&CaseId, f64)| ((*id).clone(), *times);
        Self {
            unseen: much_unseen(inputs, redraw),
            most: most.iter().rev().take(NAMED).map(owned).collect(),
            least: least.iter().take(NAMED).map(owned).collect(),
        }
    }
}

/// Where the child whom nobody has seen weighs much; of several such provisions that where it stands
/// for the most children.
fn much_unseen(inputs: &Inputs, redraw: &Redraw) -> Option<(ProvisionCode, f64)> {
    let provisions = redraw.unseen.iter().filter_map(|unseen| {
        let share: f64 = unseen.goes.iter().sum();
        Some((inputs.provisions.get(unseen.row)?, share))
    });
    let much = provisions.filter(|(provision, share)| {
        let is_there = provision.caseload.get() > 0.0;
        *share >= MUCH && is_there
    });
    let most = much.max_by(|(a, x), (b, y)| {
        let [a, b] = [a.caseload.get() * x, b.caseload.get() * y];
        a.total_cmp(&b)
    });
    most.map(|(provision, share)| (provision.code.clone(), share))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::{Draws, project};
    use crate::ui::samples::Sample;

    #[test]
    fn what_weighs_most_weighs_no_less_than_it_did() {
        let review = Sample::WestMarsh.open().unwrap().review;
        let inputs = Inputs::of(review.setup(), review.cases());
        let draws = Draws {
            count: 100,
            seed: 1,
        };
        let told = Sureness::begun(&inputs, &project(&inputs, draws));
        let drawn = redraws(&inputs, draws);
        assert_eq!(told.weighings.len(), 100);
        assert!(told.weighings.iter().any(|told| told.unseen.is_some()));
        for (told, redraw) in told.weighings.iter().zip(drawn) {
            assert!(told.most.iter().all(|(_, times)| *times >= 1.0));
            assert!(told.least.iter().all(|(_, times)| *times < 1.0));
            let shares = redraw.unseen.iter().map(|unseen| unseen.goes.iter().sum());
            let most = shares.fold(0.0, f64::max);
            assert_eq!(told.unseen.is_some(), most >= MUCH);
        }
    }
}
