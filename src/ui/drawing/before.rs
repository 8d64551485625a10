//! What is said of a draw before it is made: what is still lacking, and what the list cannot give.

use super::{Drawing, From, Number, Way, whole};
use crate::findings::sampling::How;
use crate::review::text::grouped;

impl Drawing {
    /// What is still to be said before anything can be drawn; `None` = nothing.
    pub fn lacks(&self, reviews_seed: u64) -> Option<&'static str> {
        if self.list().is_none() {
            return Some(match self.from {
                From::Pasted => "Paste the list first",
                From::Rows => "Say how many rows the spreadsheet has",
            });
        }
        let says = |number: Number| whole(self.number(number)).is_some_and(|n| n > 0);
        let (cases, each) = (says(Number::Cases), says(Number::Each));
        match self.way {
            Way::SameInEach if !each => Some("Say how many from each group"),
            Way::SameInEach => None,
            Way::AtLeast if cases && !each => Some("Say at least how many from each group"),
            _ if !cases => Some("Say how many cases"),
            _ => None,
        }
        .or_else(|| {
            let seed = self.seed(reviews_seed);
            seed.is_none().then_some("Say which seed")
        })
    }

    /// What these numbers ask for that the list cannot give, before it is drawn from.
    pub fn too_much(&self) -> Option<String> {
        let (list, how) = (self.list()?, self.how()?);
        let groups = || list.groups().iter().map(|group| group.ids.len());
        let small = |each: usize| groups().filter(|size| *size < each).count();
        let number = |n: usize| grouped(&n.to_string());
        match how {
            How::Random { n } | How::InProportion { n } | How::AtLeast { n, .. }
                if n > list.len() =>
            {
                Some(format!(
                    "The list has {} cases, fewer than {}: all of them would be drawn",
                    number(list.len()),
                    number(n)
                ))
            }
            How::AtLeast { n, each } => {
                let least: usize = groups().map(|size| size.min(each)).sum();
                (least > n).then(|| {
                    format!(
                        "At least {} from each of {} groups are {} cases, more than {} in all: {} would be drawn",
                        number(each),
                        number(groups().count()),
                        number(least),
                        number(n),
                        number(least)
                    )
                })
            }
            How::SameInEach { each } => match small(each) {
                0 => None,
                small => Some(format!(
                    "{} of {} groups have fewer than {} cases: all of theirs would be drawn",
                    number(small),
                    number(groups().count()),
                    number(each)
                )),
            },
            _ => None,
        }
    }
}
