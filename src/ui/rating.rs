//! How far somebody is in rating a case: whose turn it is, and how ratings are keyed. None of it is
//! the review's: a rating is kept by the gate as soon as it is given.

use crate::review::panel::MemberId;
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
