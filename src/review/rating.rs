//! How the members' own first ratings are kept: given anew at will until they are revealed, frozen
//! from then on; a slip is corrected beside them, with a reason.

use super::Timestamp;
use super::case::Case;
use super::panel::MemberId;
use super::ratings::{Correction, MemberRating, Rating};
use super::refusal::Refusal;
use super::setup::Setup;

/// Keeps a member's first rating, or gives it anew.
pub(super) fn rate(
    case: &mut Case,
    setup: &Setup,
    member: MemberId,
    rating: &Rating,
) -> Result<(), Refusal> {
    not_revealed(case)?;
    if !setup.members.iter().any(|known| known.id == member) {
        return Err(Refusal::NoSuchMember(member));
    }
    case.ratings.skipped = false;
    let first = rating.clone();
    let given = &mut case.ratings.given;
    match given.iter_mut().find(|kept| kept.member == member) {
        Some(kept) => kept.first = first,
        None => given.push(MemberRating {
            member,
            first,
            corrections: Vec::new(),
        }),
    }
    Ok(())
}

/// Takes a member's rating out.
pub(super) fn unrate(case: &mut Case, member: MemberId) -> Result<(), Refusal> {
    not_revealed(case)?;
    let given = &mut case.ratings.given;
    let at = given.iter().position(|kept| kept.member == member);
    given.remove(at.ok_or_else(|| Refusal::NoSuchRating(case.file.id.clone()))?);
    Ok(())
}

/// Says that nobody rates before the discussion, or takes that back.
pub(super) fn skip(case: &mut Case, skip: bool) -> Result<(), Refusal> {
    not_revealed(case)?;
    if skip && !case.ratings.given.is_empty() {
        return Err(Refusal::RatedAlready(case.id().clone()));
    }
    case.ratings.skipped = skip;
    Ok(())
}

/// Shows the ratings, which freezes them. A second time changes nothing.
pub(super) fn reveal(case: &mut Case, now: Timestamp) -> Result<(), Refusal> {
    if case.ratings.given.is_empty() {
        return Err(Refusal::NoSuchRating(case.id().clone()));
    }
    case.ratings.revealed.get_or_insert(now);
    Ok(())
}

/// Puts a correction beside a revealed rating.
pub(super) fn correct(
    case: &mut Case,
    member: MemberId,
    correction: Correction,
) -> Result<(), Refusal> {
    if case.ratings.revealed.is_none() {
        return Err(Refusal::RatingsNotRevealed(case.id().clone()));
    }
    if !correction.reason.says_something() {
        return Err(Refusal::NoReason);
    }
    let given = &mut case.ratings.given;
    let kept = given.iter_mut().find(|kept| kept.member == member);
    kept.ok_or_else(|| Refusal::NoSuchRating(case.file.id.clone()))?
        .corrections
        .push(correction);
    Ok(())
}

impl Case {
    /// Whether the panel has judged before the first ratings were revealed: what is rated from then
    /// on is no first rating. The gate asks this and not the machine, since histories of older
    /// versions hold such ratings.
    pub fn was_judged_unrated(&self) -> bool {
        self.judgement().is_some() && self.ratings.revealed.is_none()
    }
}

fn not_revealed(case: &Case) -> Result<(), Refusal> {
    match case.ratings.revealed {
        None => Ok(()),
        Some(_) => Err(Refusal::RatingsRevealed(case.id().clone())),
    }
}
