//! What the judged cases show together (model.md §9): outcomes, flows, root causes, agreement
//! among members and with parents, how like the council the cases are, and who was heard.
//!
//! [`Findings::of`](crate::findings::Findings::of) gives one struct for screens, report and
//! command line, so that they cannot disagree. It starts from
//! [`Complete`](crate::review::complete::Complete) judgements, so nothing of a draft comes in;
//! which of them are *counted* is what [`Inputs`](crate::projection::Inputs) says. Every figure
//! carries the case numbers behind it, and a `formula` says how it came about.

pub mod afterwards;
mod agreement;
mod alpha;
mod causes;
pub mod chosen;
mod flows;
mod groups;
mod heard;
pub mod hearing;
pub mod hollow;
mod judged;
mod makeup;
mod outcomes;
mod parents;
pub mod recurring;
pub mod sampling;
mod share;

use crate::projection::Tally;
use crate::review::case::Case;
use crate::review::setup::Setup;

pub use agreement::Members;
pub use alpha::{Alpha, Interval, NoAlpha};
pub use causes::{Cause, Causes};
pub use flows::Flow;
pub use groups::Group;
pub use heard::{ByCase, Heard, HeardHow, HeardWhom};
pub use makeup::{Makeup, MeanCost, ProvisionMakeup};
pub use outcomes::{Answers, Direction, Moves, Outcomes, QuestionOutcome};
pub use parents::{Cell, ParentSays, Parents, SideBySide, StanceCount};
pub use share::{Share, Z};

use judged::Judged;

/// All findings of a review (model.md §9).
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// What became of the review's cases.
    pub tally: Tally,
    /// Counted cases.
    pub counted: usize,
    /// The three questions, and which way the panel's ideals lie.
    pub outcomes: Outcomes,
    /// Where counted children are and where they should be, in the order of the table.
    pub flows: Vec<Flow>,
    /// Root causes, most frequent first.
    pub causes: Causes,
    /// How far members agreed before they talked.
    pub members: Members,
    /// How far panel and parents agree.
    pub parents: Parents,
    /// How like the council the counted cases are.
    pub makeup: Makeup,
    /// How parents were heard.
    pub heard: Heard,
}

impl Findings {
    /// The findings of a review's cases. The review's seed ([`Setup::seed`]) rules the resamples
    /// of [`Members`]; their order in the file changes no figure.
    pub fn of<'a>(setup: &Setup, cases: impl IntoIterator<Item = &'a Case>) -> Self {
        let judged = Judged::of(setup, cases);
        Self {
            outcomes: Outcomes::of(setup, &judged),
            flows: flows::flows(setup, &judged),
            causes: Causes::of(setup, &judged),
            members: Members::of(setup, &judged),
            parents: Parents::of(&judged),
            makeup: Makeup::of(setup, judged.counted.iter().map(|case| case.case())),
            heard: Heard::of(&judged),
            counted: judged.counted.len(),
            tally: judged.tally,
        }
    }
}
