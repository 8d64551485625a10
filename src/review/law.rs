//! Law that a reviewer must see beside a finding, and when: a short factual note, never a block
//! (domain.md 6.2). What the notes say is in [`guidance`](crate::guidance).

use serde::{Deserialize, Serialize};

use super::Timestamp;
use super::judgement::{Draft, Ideal};
use super::perspective::{ParentIdeal, Perspective};
use super::provision::Provision;
use super::setup::Setup;
use super::text::ProvisionCode;

/// What the parent wishes as to mainstream education (Children and Families Act 2014, section 33).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MainstreamWish {
    /// For mainstream.
    For,
    /// Against mainstream.
    Against,
    /// Asked, and did not say.
    NotStated,
}

impl MainstreamWish {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::For, Self::Against, Self::NotStated];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::For => "wishes for mainstream",
            Self::Against => "does not wish for mainstream",
            Self::NotStated => "not stated",
        }
    }
}

/// Why the panel's ideal has less provision than the child's plan specifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LessThanPlan {
    /// The child needs less than was specified.
    ByNeed,
    /// For reasons of resource: it costs too much, or is not to be had.
    ByResource,
}

impl LessThanPlan {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::ByNeed, Self::ByResource];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ByNeed => "because the child needs less",
            Self::ByResource => "for reasons of resource",
        }
    }
}

/// A note on the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LawNote {
    /// The panel's ideal is mainstream, and a parent does not wish for that.
    MainstreamAgainstWish,
    /// The panel's ideal has less provision than the plan specifies, for reasons of resource.
    LessForResource,
}

impl LawNote {
    /// All.
    pub const ALL: [Self; 2] = [Self::MainstreamAgainstWish, Self::LessForResource];

    /// What it is about. The wish may be known from the parent's own ideal alone, so nothing is put
    /// into their mouth.
    pub const fn label(self) -> &'static str {
        match self {
            Self::MainstreamAgainstWish => {
                "mainstream, where a parent sees it otherwise or does not wish for it"
            }
            Self::LessForResource => {
                "less provision than the plan specifies, for reasons of resource"
            }
        }
    }
}

/// That a note was on the screen while a case was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LawShown {
    /// Which note.
    pub note: LawNote,
    /// When it was first shown.
    pub at: Timestamp,
}

/// The notes that a judgement on the form, with these parents beside it, calls for.
pub fn notes(draft: &Draft, voices: &[Perspective], setup: &Setup) -> Vec<LawNote> {
    let mut notes = Vec::new();
    let named = match &draft.ideal {
        Some(Ideal::Provision(code)) => Some(code),
        _ => None,
    };
    if named.is_some_and(|code| is_mainstream(setup, code))
        && voices.iter().any(|voice| is_against(voice, setup))
    {
        notes.push(LawNote::MainstreamAgainstWish);
    }
    if draft.less_than_plan == Some(LessThanPlan::ByResource) {
        notes.push(LawNote::LessForResource);
    }
    notes
}

/// Whether this row of the table is mainstream in the sense of the Children and Families Act 2014,
/// section 83(2) (<https://www.legislation.gov.uk/ukpga/2014/6/section/83>): a maintained school,
/// Academy or post-16 institution that is no special one. What that comes to for the rows of the
/// DSG management plan ([`Provision::is_mainstream`](super::provision::Provision::is_mainstream)):
///
/// - SEN Support is not, since section 33 is about what a plan names, and there would be none.
/// - A resourced provision or SEN unit is: it belongs to a mainstream school.
/// - Alternative provision is not: a pupil referral unit is no maintained school there, and an
///   alternative provision Academy no Academy school; a hospital school is a special one.
/// - Further education is: a general college is a mainstream post-16 institution. The plan has special
///   colleges in the same row; a council that keeps them apart says so by their tier.
/// - A row that is not in the table is neither: nobody knows what it is.
fn is_mainstream(setup: &Setup, code: &ProvisionCode) -> bool {
    setup.provision(code).is_some_and(|row| row.is_mainstream())
}

/// Whether a parent who was heard, or the young person of 16 or over who speaks for themselves
/// (section 33(2)(a) takes both), does not wish for mainstream: as they said, or, where nobody asked
/// them, since they see the ideal in a special school. Who was asked and did not say has no wish that
/// is known.
fn is_against(voice: &Perspective, setup: &Setup) -> bool {
    let sees_elsewhere = |own: &ProvisionCode| {
        let row = setup.provision(own);
        row.is_some_and(Provision::is_special)
    };
    voice.was_heard()
        && match (voice.mainstream, &voice.ideal) {
            (Some(MainstreamWish::Against), _) => true,
            (None, Some(ParentIdeal::Provision(own))) => sees_elsewhere(own),
            _ => false,
        }
}

#[cfg(test)]
#[path = "law_tests.rs"]
mod tests;
