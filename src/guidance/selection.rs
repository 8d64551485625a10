//! What follows from how the cases were chosen, in plain words: said where it is entered, beside
//! every range, and in the report.

use crate::review::setup::SelectionMethod;

/// What a way of choosing cases means for what they can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// In one sentence.
    pub short: &'static str,
    /// What else there is to know.
    pub more: &'static str,
    /// Whether the real uncertainty is wider than the ranges shown (model.md §6).
    pub wider: bool,
}

/// What this way of choosing cases means.
pub const fn consequence(method: SelectionMethod) -> Consequence {
    let (short, more) = match method {
        SelectionMethod::Random => (
            "A random sample: the range covers what chance does in it, about nine times in ten at best.",
            "It speaks of the list that the cases were drawn from, and of nobody who was left out of it. Kinds of provision with few children may not be in it at all: see the coverage.",
        ),
        SelectionMethod::StratifiedRandom => (
            "A random sample within groups: the range covers what chance does in it, about nine times in ten at best.",
            "Where the groups are the kinds of provision, unequal shares do no harm: each child stands for the children of its own provision. Other groups (schools, phases, areas) are not weighed: where they were drawn in unequal shares, some children count for more than they should.",
        ),
        SelectionMethod::Purposive => (
            "Not a random sample: the range shows sampling alone, so it will understate the uncertainty.",
            "Cases that were picked show what can be, not how often it is. How far they are from the others, no figure here can tell.",
        ),
        SelectionMethod::Everyone => (
            "Everyone in one group: that is no sample of anybody else, and the range cannot say how others differ.",
            "Within the group nothing was left to chance. About children outside it these cases say nothing; the figures carry them over all the same, as if they had been drawn at random, so the range will understate the uncertainty.",
        ),
        SelectionMethod::NotKnown => (
            "Nobody recorded how the cases were chosen: the range shows sampling alone, so it may understate the uncertainty, nobody can say by how much.",
            "If somebody knows, it is worth asking: it is the first thing that readers of the figures will ask.",
        ),
    };
    Consequence {
        short,
        more,
        wider: !method.is_random(),
    }
}

/// Why the real uncertainty is wider than a range, as it begins a sentence; `None` where the cases
/// were drawn at random.
pub const fn why_wider(method: SelectionMethod) -> Option<&'static str> {
    match method {
        SelectionMethod::Random | SelectionMethod::StratifiedRandom => None,
        SelectionMethod::NotKnown => Some("It is not known how the cases were chosen"),
        SelectionMethod::Purposive | SelectionMethod::Everyone => {
            Some("The cases were not drawn at random")
        }
    }
}
