//! Cases that are alike: they go the same way in every scenario, and differ in their support at
//! most. All that the scenarios need of their weights is two sums, Σ w_i and Σ s_i w_i, however
//! many they are (model.md §6, "one Gamma(k) for k alike cases").

use std::collections::BTreeMap;

use super::council::{Child, Council};

/// The cases of a council that are alike.
#[derive(Clone, Debug)]
pub(super) struct Kind {
    /// What they have in common, without support.
    pub child: Child,
    /// Which, by their place in the council's children.
    pub members: Vec<usize>,
    /// Whether any of them needs support.
    pub supported: bool,
}

/// The kinds of a council's cases; members in the order of their numbers.
pub(super) fn kinds(council: &Council) -> Vec<Kind> {
    let mut kinds = BTreeMap::new();
    for (i, child) in council.children.iter().enumerate() {
        let kind = kinds.entry(ways(child)).or_insert_with(|| Kind {
            child: Child {
                support: 0.0,
                ..*child
            },
            members: Vec::new(),
            supported: false,
        });
        kind.members.push(i);
        kind.supported |= child.support != 0.0;
    }
    kinds.into_values().collect()
}

/// All that decides where a child goes (§7).
fn ways(child: &Child) -> impl Ord + use<> {
    let blocked = child.blocked && child.moves();
    let agree = child.stance.supports();
    let stance = (!agree).then_some(child.stance);
    let Child { from, ideal, .. } = *child;
    (
        from,
        ideal,
        child.parents_ideal,
        stance,
        blocked,
        child.reversed,
    )
}
