//! Draws the cases of a review from a council's caseload list, so that nobody has to pick them and
//! anybody can draw them again.
//!
//! Every case of the list gets a key of its own: the first 64 bits of the project's generator
//! (FNV-1a into SplitMix64 into Xoshiro256++, see `projection/chance.rs`) for the seed and the
//! case number. In each group the smallest keys are drawn. So a draw depends on the seed, the case
//! numbers and their groups alone: not on the order of the list, the platform or the day.

mod allocate;
mod list;
mod protocol;

use crate::projection::chance::{Chance, Drawn};
use crate::review::Date;
use crate::review::setup::{Draw, DrawnGroup, SelectionMethod};
use crate::review::text::{CaseId, Text};

pub use list::{BadLine, BadList, Caseload, Group, LONGEST_LIST, Listed, MOST_GROUPS, Pasted};

/// Cases that are named in each group beside those drawn: whoever cannot be reviewed is replaced
/// by the next, so that nobody has to pick then either.
pub const RESERVES: usize = 5;

/// How many cases are drawn, and from which groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// So many of all, whatever their group.
    Random {
        /// Cases to draw.
        n: usize,
    },
    /// So many of all, each group by its share of the list (largest remainder; of groups with the
    /// same remainder the larger first, then by name).
    InProportion {
        /// Cases to draw.
        n: usize,
    },
    /// The same number in each group.
    SameInEach {
        /// Cases to draw in each group.
        each: usize,
    },
    /// So many of all in proportion, but no fewer than `each` in any group. Where that alone takes
    /// more than `n`, more than `n` are drawn.
    AtLeast {
        /// Cases to draw.
        n: usize,
        /// The fewest in any group.
        each: usize,
    },
}

impl How {
    /// Whether the groups of the list matter.
    pub const fn is_by_group(self) -> bool {
        !matches!(self, Self::Random { .. })
    }

    /// The method in words: "at random within groups, the same number from each".
    pub fn in_words(self) -> String {
        match self {
            Self::Random { .. } => "at random from all".to_owned(),
            Self::InProportion { .. } => {
                "at random within groups, each group by its share of the list".to_owned()
            }
            Self::SameInEach { each } => {
                format!("at random within groups, {each} from each group")
            }
            Self::AtLeast { each, .. } => format!(
                "at random within groups, each group by its share of the list, but at least {each} from each"
            ),
        }
    }
}

/// A list of cases drawn by chance, with all that it takes to draw it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The seed.
    pub seed: u64,
    /// How it was drawn.
    pub how: How,
    /// The groups, by name; one without a name where groups do not matter.
    pub groups: Vec<DrawnFrom>,
    /// Sixteen figures and letters that only this list gives, in whatever order: whoever draws
    /// again can see that it is the same list.
    pub list_check: String,
}

/// What was drawn from one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnFrom {
    /// The group, as it is written in the list; `None` = no group given, or all.
    pub name: Option<Text>,
    /// Cases in it.
    pub of: usize,
    /// How many were asked for; more than were drawn where the group is too small.
    pub wanted: usize,
    /// The cases drawn, in the order of the draw.
    pub drawn: Vec<CaseId>,
    /// Who comes next if one of them cannot be reviewed, in this order; at most [`RESERVES`].
    pub reserves: Vec<CaseId>,
}

impl DrawnFrom {
    /// Whether the group had fewer than were asked for.
    pub const fn is_too_small(&self) -> bool {
        self.drawn.len() < self.wanted
    }
}

impl Sample {
    /// All cases drawn, group by group.
    pub fn ids(&self) -> impl Iterator<Item = &CaseId> {
        self.groups.iter().flat_map(|group| &group.drawn)
    }

    /// How many were drawn.
    pub fn drawn(&self) -> usize {
        self.groups.iter().map(|group| group.drawn.len()).sum()
    }

    /// The draw as the review keeps it.
    pub fn to_draw(&self, drawn_on: Option<Date>) -> Draw {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let groups = self.groups.iter().map(|group| DrawnGroup {
            name: group.name.clone().unwrap_or_default(),
            of: count(group.of),
            drawn: count(group.drawn.len()),
        });
        Draw {
            seed: self.seed,
            drawn_on,
            groups: groups.collect(),
        }
    }

    /// How the cases were chosen, as the review says it.
    pub const fn method(&self) -> SelectionMethod {
        if self.how.is_by_group() {
            SelectionMethod::StratifiedRandom
        } else {
            SelectionMethod::Random
        }
    }

    /// How many cases the list holds.
    pub fn listed(&self) -> usize {
        self.groups.iter().map(|group| group.of).sum()
    }
}

impl Caseload {
    /// Draws from this list. What a group has too few of is not made up elsewhere.
    pub fn draw(&self, seed: u64, how: How) -> Sample {
        let groups = if how.is_by_group() {
            let sizes: Vec<usize> = self.groups().iter().map(|group| group.ids.len()).collect();
            let wanted = allocate::wanted(how, &sizes);
            let pairs = self.groups().iter().zip(wanted);
            pairs
                .map(|(group, wanted)| {
                    drawn_from(group.name.clone(), group.ids.iter(), seed, wanted)
                })
                .collect()
        } else {
            let wanted = match how {
                How::Random { n } => n,
                _ => 0,
            };
            let all = self.groups().iter().flat_map(|group| &group.ids);
            vec![drawn_from(None, all, seed, wanted)]
        };
        Sample {
            seed,
            how,
            groups,
            list_check: self.check(),
        }
    }
}

fn drawn_from<'a>(
    name: Option<Text>,
    ids: impl Iterator<Item = &'a CaseId>,
    seed: u64,
    wanted: usize,
) -> DrawnFrom {
    // By number where two keys are alike, so that the order of the list never decides.
    let mut keyed: Vec<(u64, &CaseId)> = ids.map(|id| (key(seed, id), id)).collect();
    keyed.sort_unstable();
    let of = keyed.len();
    let mut in_order = keyed.into_iter().map(|(_, id)| id.clone());
    let drawn: Vec<_> = in_order.by_ref().take(wanted).collect();
    DrawnFrom {
        name,
        of,
        wanted,
        drawn,
        reserves: in_order.take(RESERVES).collect(),
    }
}

/// The key of a case: whoever has the smallest is drawn first.
fn key(seed: u64, id: &CaseId) -> u64 {
    Chance::of(seed, Drawn::Listed, id.as_str()).whole()
}

#[cfg(test)]
mod tests;
