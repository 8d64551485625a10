//! The round of a case: what comes next on each of its steps. The keys of "go on" and the button at
//! the foot ask here, so that they do the same under the same words.

use super::rating::{self, Stage};
use super::scene::Step;
use super::view::Place;
use crate::review::case::{Case, Status};
use crate::review::panel::{Member, MemberId};
use crate::review::setup::Setup;
use crate::review::text::sentence;
use crate::review::{Date, Mode};

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// From reading to rating.
    Rate,
    /// Somebody who is present has not rated yet.
    RateBy(MemberId),
    /// All who are present have rated: the ratings are shown.
    Reveal,
    /// From rating to judging.
    Judge,
    /// The judgement is recorded, or what it lacks is shown.
    Record,
    /// From a recorded judgement to what is read aloud.
    Check,
    /// To another step, where nothing is left to do or nothing may be done on this one.
    See(Step),
    /// To the next case.
    Case,
}

/// What comes next where somebody is in a case.
pub fn next(case: &Case, place: &Place, setup: &Setup, mode: Mode, today: Date) -> Next {
    let works = mode != Mode::Inspect;
    let recorded = case.status() == Status::Recorded;
    let stage = rating::stage(case, setup);
    match place.step {
        Step::Read if works && stage == Stage::Open => Next::Rate,
        Step::Read => Next::See(Step::Rate),
        Step::Rate if works && stage == Stage::Open => {
            match place.rating.next(case, setup, today) {
                Some(who) => Next::RateBy(who),
                // Nobody is there who could rate.
                None if case.ratings.given.is_empty() => Next::Judge,
                None => Next::Reveal,
            }
        }
        Step::Rate if works && !recorded => Next::Judge,
        Step::Rate => Next::See(Step::Judge),
        Step::Judge if works && !recorded => Next::Record,
        Step::Judge if works => Next::Check,
        Step::Judge => Next::See(Step::Check),
        Step::Check if works && !recorded => Next::Record,
        Step::Check => Next::Case,
    }
}

impl Next {
    /// As the button says it.
    pub fn words(self, setup: &Setup) -> String {
        let fixed = match self {
            Self::Rate => "Rate this case",
            Self::RateBy(who) => return format!("Go on with {}", by_role(who, setup)),
            Self::Reveal => "Reveal the ratings",
            Self::Judge => "Judge this case",
            Self::Record => "Record judgement",
            Self::Check => "Check the judgement",
            Self::See(Step::Read) => "To the case file",
            Self::See(Step::Rate) => "To the ratings",
            Self::See(Step::Judge) => "To the judgement",
            Self::See(Step::Check) => "To the check",
            Self::Case => "Next case",
        };
        fixed.to_owned()
    }
}

/// A member by role, and by what else tells members of one role apart.
pub fn by_role(id: MemberId, setup: &Setup) -> String {
    let mut members = setup.members.iter();
    let member = members.find(|member| member.id == id);
    member.map_or_else(|| "a member".to_owned(), named)
}

fn named(member: &Member) -> String {
    if member.detail.says_something() {
        format!("{}, {}", member.role.label(), member.detail.trim())
    } else {
        member.role.label().to_owned()
    }
}

/// Members by role in a row: "SENCO; head, special school; finance".
pub fn in_a_row(members: &[MemberId], setup: &Setup) -> String {
    let names: Vec<String> = members.iter().map(|id| by_role(*id, setup)).collect();
    sentence(&names.join("; "))
}
