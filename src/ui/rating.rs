//! How far somebody is in rating a case: whose turn it is, and how ratings are keyed. None of it is
//! the review's: a rating is kept by the gate as soon as it is given.

use crate::review::Date;
use crate::review::case::Case;
use crate::review::panel::MemberId;
use crate::review::session;
use crate::review::setup::Setup;
use crate::review::text::CaseId;

/// How far somebody is on the *Rate* step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RatingPlace {
    /// The case that this is about; for another case it begins anew.
    pub case: Option<CaseId>,
    /// Whose rating is keyed next; `None` = the first member who has not rated.
    pub member: Option<MemberId>,
    /// Whether each member keys their own in turn, with the ratings before hidden.
    pub in_turn: bool,
}

/// What a person wants on the *Rate* step.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// This member's rating is keyed next.
    Member(MemberId),
    /// Each member keys their own in turn, or the facilitator keys all from cards.
    InTurn(bool),
}

/// How it stands with the first ratings of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// They are shown, and frozen.
    Revealed,
    /// By the facilitator's choice nobody rates this case.
    Skipped,
    /// Nobody is on the panel.
    NoPanel,
    /// The case was judged and nobody had rated: what is rated now is no first rating.
    TooLate,
    /// Members may rate.
    Open,
}

/// How it stands with the first ratings of a case.
pub fn stage(case: &Case, setup: &Setup) -> Stage {
    if case.ratings.revealed.is_some() {
        Stage::Revealed
    } else if case.ratings.skipped {
        Stage::Skipped
    } else if !case.ratings.given.is_empty() {
        Stage::Open
    } else if case.judgement().is_some() {
        Stage::TooLate
    } else if setup.members.is_empty() {
        Stage::NoPanel
    } else {
        Stage::Open
    }
}

/// Who is offered for rating, in the order of the panel: who is present, or all members where
/// nobody has ticked who is, and whoever has rated already. Nobody unless ratings may be given.
pub fn raters(case: &Case, setup: &Setup, today: Date) -> Vec<MemberId> {
    if stage(case, setup) != Stage::Open {
        return Vec::new();
    }
    let present = session::present(case, setup, today);
    let there = |member: MemberId| {
        present
            .as_ref()
            .is_none_or(|present| present.contains(&member))
    };
    let members = setup.members.iter().map(|member| member.id);
    members
        .filter(|member| there(*member) || has_rated(case, *member))
        .collect()
}

/// Who of those has not rated yet.
pub fn still_to_rate(case: &Case, setup: &Setup, today: Date) -> Vec<MemberId> {
    let mut members = raters(case, setup, today);
    members.retain(|member| !has_rated(case, *member));
    members
}

/// Whether everybody who is offered has rated, so that the ratings can be revealed.
pub fn all_have_rated(case: &Case, setup: &Setup, today: Date) -> bool {
    !case.ratings.given.is_empty()
        && stage(case, setup) == Stage::Open
        && still_to_rate(case, setup, today).is_empty()
}

/// Whether this member has rated the case.
pub fn has_rated(case: &Case, member: MemberId) -> bool {
    let mut given = case.ratings.given.iter();
    given.any(|rating| rating.member == member)
}
