//! Who was in the room: ticked once for a session, with exceptions for single cases.

use serde::{Deserialize, Serialize};

use super::Date;
use super::case::Case;
use super::panel::MemberId;
use super::setup::Setup;

/// A session of the panel: a day, and who was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The day.
    pub on: Date,
    /// Who was there.
    #[serde(deserialize_with = "super::bounded::members")]
    pub present: Vec<MemberId>,
}

/// A member who was, or was not, there for one case, unlike for the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// Who.
    pub member: MemberId,
    /// Whether they were there for this case.
    pub present: bool,
}

/// The day on which a case was before the panel: when it was first judged here, or its ratings were
/// revealed; `None` = neither has happened. A judgement that was made elsewhere was imported on some
/// day, which says nothing of who was there.
pub fn day_of(case: &Case) -> Option<Date> {
    let first = case.judgement().map(|judged| judged.first_recorded);
    let judged = first.filter(|first| first.money_visible.is_some());
    let judged = judged.map(|first| first.at);
    judged.or(case.ratings.revealed).map(|at| at.date())
}

/// Who was there for a case, in the order of the panel: by its session, which is that of the day on
/// which it was before the panel, or of `today` while it has not been; with the exceptions of the
/// case. `None` = nobody has ticked who was there.
pub fn present(case: &Case, setup: &Setup, today: Date) -> Option<Vec<MemberId>> {
    let elsewhere = case.judgement().is_some() && day_of(case).is_none();
    let on = day_of(case).or((!elsewhere).then_some(today))?;
    let session = setup.sessions.iter().find(|session| session.on == on)?;
    let there = |member: MemberId| {
        let of_case = case.exceptions.iter().find(|one| one.member == member);
        of_case.map_or_else(|| session.present.contains(&member), |one| one.present)
    };
    let members = setup.members.iter().map(|member| member.id);
    Some(members.filter(|member| there(*member)).collect())
}
