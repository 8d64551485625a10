//! How far somebody is in rating a case: whose turn it is, and how ratings are keyed. None of it is
//! the review's: a rating is kept by the gate as soon as it is given.

use crate::review::Date;
use crate::review::case::Case;
use crate::review::panel::{Member, MemberId};
use crate::review::ratings::{RatedIdeal, Rating};
use crate::review::session;
use crate::review::setup::Setup;
use crate::review::text::{CaseId, ProvisionCode};

/// Said of a case that by the facilitator’s choice nobody rated.
pub const SKIPPED: &str = "Rating was skipped for this case.";

/// How far somebody is on the *Rate* step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RatingPlace {
    /// The case that this is about; for another case it begins anew.
    pub case: Option<CaseId>,
    /// Whose rating is keyed next; `None` = the first member who has not rated.
    pub member: Option<MemberId>,
    /// Each member keys their own in turn, with the ratings before hidden; otherwise the
    /// facilitator keys all from cards.
    pub in_turn: bool,
    /// Whose rating was kept last.
    pub kept: Option<MemberId>,
    /// Whether the three questions and how sure are asked as well.
    pub more: bool,
    /// Whether the ticks of who is here are open.
    pub who_is_here: bool,
    /// A slip that is being put right.
    pub correcting: Option<Correcting>,
}

impl RatingPlace {
    /// How far somebody is with this case: how ratings are keyed stays from case to case.
    pub fn of(&self, case: &CaseId) -> Self {
        if self.case.as_ref() == Some(case) {
            return self.clone();
        }
        Self {
            case: Some(case.clone()),
            in_turn: self.in_turn,
            ..Self::default()
        }
    }

    /// Whose rating is keyed next: whoever was chosen, or the first who has not rated.
    pub fn at_hand(&self, case: &Case, setup: &Setup, today: Date) -> Option<MemberId> {
        let raters = raters(case, setup, today);
        let chosen = self.of(case.id()).member;
        let chosen = chosen.filter(|member| raters.contains(member));
        chosen.or_else(|| raters.into_iter().find(|member| !has_rated(case, *member)))
    }

    /// Who has not rated and goes on: whoever is at hand, or who comes after them. The turn, the foot
    /// and the keys of "go on" all ask here.
    pub fn next(&self, case: &Case, setup: &Setup, today: Date) -> Option<MemberId> {
        let here = self.at_hand(case, setup, today)?;
        if has_rated(case, here) {
            after(case, setup, today, here)
        } else {
            Some(here)
        }
    }

    /// Whether what a member rated may be on the screen of whoever keys the ratings. In turn nobody
    /// sees another's; whoever has just rated, and says more, sees their own.
    pub fn shows(&self, member: MemberId) -> bool {
        let has_the_word = self.kept == Some(member) && self.member == Some(member);
        !self.in_turn || (self.more && has_the_word)
    }
}

/// A slip in a revealed rating that is being put right, while somebody says what was meant. Why is
/// typed into [`Field::Correction`](super::fields::Field::Correction).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Correcting {
    /// Whose.
    pub member: Option<MemberId>,
    /// What was meant.
    pub ideal: Option<RatedIdeal>,
}

/// What a person wants on the *Rate* step.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// This member's rating is keyed next.
    Member(MemberId),
    /// Each member keys their own in turn, or the facilitator keys all from cards.
    InTurn(bool),
    /// A key was pressed that may stand for a rating. Whose it is, and of what, is found out when
    /// it is carried out: several may come before the window draws again.
    Key(char),
    /// The member at hand rates so.
    Choose(RatedIdeal),
    /// To the member before.
    Back,
    /// To the next member who has not rated.
    Next,
    /// Ask the three questions and how sure as well, or not.
    More(bool),
    /// Open the ticks of who is here, or close them.
    WhoIsHere(bool),
    /// How far somebody is in putting a slip right; `None` = not at it.
    Correct(Option<Correcting>),
    /// Keep the correction.
    KeepCorrection,
}

/// The key for the child's present provision, whichever row of the table that is.
pub const WHERE_THEY_ARE: char = '0';
/// The key for a member who cannot tell.
pub const CANNOT_TELL: char = '?';
/// The key for a member who abstains.
pub const ABSTAIN: char = '-';

/// The key of a row of the provision table, counted from 0: the figures from 1, then the letters
/// but for the c of "cannot tell". `None` beyond.
pub fn key_of(at: usize) -> Option<char> {
    let letters = ('a'..='z').filter(|letter| *letter != 'c');
    ('1'..='9').chain(letters).nth(at)
}

/// What a key stands for in a case; `None` for any other.
pub fn choice(case: &Case, setup: &Setup, key: char) -> Option<RatedIdeal> {
    let provision = |code: &ProvisionCode| RatedIdeal::Provision(code.clone());
    match key.to_ascii_lowercase() {
        WHERE_THEY_ARE | '.' => {
            let here = &case.file.current_provision;
            let mut known = setup.provisions.iter().map(|row| &row.code);
            known.find(|code| *code == here).map(provision)
        }
        CANNOT_TELL | 'c' => Some(RatedIdeal::CannotTell),
        ABSTAIN | '–' | '−' => Some(RatedIdeal::Abstained),
        key => {
            let mut rows = setup.provisions.iter().enumerate();
            let row = rows.find(|(at, _)| key_of(*at) == Some(key));
            row.map(|(_, row)| provision(&row.code))
        }
    }
}

/// The key of a rating, for the cap beside a name.
pub fn key_for(setup: &Setup, ideal: &RatedIdeal) -> Option<char> {
    match ideal {
        RatedIdeal::CannotTell => Some(CANNOT_TELL),
        RatedIdeal::Abstained => Some(ABSTAIN),
        RatedIdeal::Provision(code) => {
            let mut rows = setup.provisions.iter();
            key_of(rows.position(|row| row.code == *code)?)
        }
    }
}

/// A rating in words.
pub fn in_words(setup: &Setup, ideal: &RatedIdeal) -> String {
    match ideal {
        RatedIdeal::Provision(code) => setup.provision_name(code).to_owned(),
        RatedIdeal::CannotTell => "cannot tell".to_owned(),
        RatedIdeal::Abstained => "abstains".to_owned(),
    }
}

/// A member by role, and by what tells two of the same role apart.
pub fn called(setup: &Setup, member: MemberId) -> String {
    let mut members = setup.members.iter();
    let found = members.find(|known| known.id == member);
    found.map_or_else(|| "no longer on the panel".to_owned(), role)
}

/// The same of a member who is at hand.
pub fn role(member: &Member) -> String {
    if member.detail.says_something() {
        format!("{}, {}", member.role.label(), member.detail.trim())
    } else {
        member.role.label().to_owned()
    }
}

/// The rating of a member as it was given first.
pub fn given(case: &Case, member: MemberId) -> Option<&Rating> {
    let mut given = case.ratings.given.iter();
    given
        .find(|rating| rating.member == member)
        .map(|rating| &rating.first)
}

/// Who rates after this member: the next in the order of the panel who has not rated, beginning
/// again at its head.
pub fn after(case: &Case, setup: &Setup, today: Date, member: MemberId) -> Option<MemberId> {
    let raters = raters(case, setup, today);
    let at = raters.iter().position(|one| *one == member).unwrap_or(0);
    let (before, rest) = raters.split_at(at);
    let mut round = rest.iter().chain(before);
    round
        .find(|one| **one != member && !has_rated(case, **one))
        .copied()
}

/// Who stands before this member in the order of the panel; the last one where nobody is at hand.
pub fn before(
    case: &Case,
    setup: &Setup,
    today: Date,
    member: Option<MemberId>,
) -> Option<MemberId> {
    let raters = raters(case, setup, today);
    let at = raters.iter().position(|one| Some(*one) == member);
    let at = at.unwrap_or(raters.len());
    raters.get(at.checked_sub(1)?).copied()
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
