//! Which root causes the panel named, and how often.

use std::cmp::Reverse;

use crate::review::setup::Setup;
use crate::review::text::{CaseId, Text};

use super::groups::{grouped, key, shown};
use super::judged::Judged;
use super::share::{Share, share_of};

/// The root causes that the panel named in complete judgements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Causes {
    /// Each cause that somebody named, most frequent first; those alike in the order of the
    /// review's list. A case can name several, so the shares do not add up to 1.
    pub named: Vec<Cause>,
    /// Cases in which none was named; `None` without a complete judgement.
    pub none_named: Option<Share>,
}

/// One root cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// As the review's list has it, else as first written.
    pub name: Text,
    /// Complete judgements that name it, of all complete judgements.
    pub share: Share,
}

impl Causes {
    pub(super) fn of(setup: &Setup, judged: &Judged<'_>) -> Self {
        let all = &judged.complete;
        let named = all.iter().flat_map(|complete| {
            let causes = complete.judgement().root_causes.iter();
            causes.map(|cause| (cause, complete.case().id().clone()))
        });
        let listed = |name: &Text| {
            let mut list = setup.root_causes.iter().enumerate();
            list.find(|(_, listed)| key(listed) == key(name))
        };
        let mut causes: Vec<(usize, Cause)> = grouped(named)
            .into_iter()
            .filter_map(|group| {
                let name = group.name?;
                let (at, name) = listed(&name)
                    .map_or((usize::MAX, name.clone()), |(at, as_listed)| {
                        (at, shown(as_listed))
                    });
                let share = Share::new(once_each(group.of), all.len())?;
                Some((at, Cause { name, share }))
            })
            .collect();
        // The sort is stable: causes outside the list stay in the order of their names.
        causes.sort_by_key(|(at, cause)| (Reverse(cause.share.k()), *at));
        let nothing = |causes: &[Text]| causes.iter().all(|cause| key(cause).is_none());
        Self {
            named: causes.into_iter().map(|(_, cause)| cause).collect(),
            none_named: share_of(
                all,
                |complete| complete.case().id().clone(),
                |complete| nothing(&complete.judgement().root_causes),
            ),
        }
    }

    /// How it came about.
    pub const fn formula() -> &'static str {
        "complete judgements that name the cause, of all complete judgements (the model, §9)"
    }
}

/// A case that names a cause twice names it once. The same case comes one after the other.
fn once_each(mut cases: Vec<CaseId>) -> Vec<CaseId> {
    cases.dedup();
    cases
}
