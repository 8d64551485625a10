//! A passage of text that somebody is about to take out everywhere: what it is, what shall stand in
//! its place, and where it was found.

use crate::privacy::Kind;
use crate::review::history::Digest;
use crate::review::redact::{Holding, Passage, Replacement, Why};
use crate::review::{Refusal, Review};

/// What is on the panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakingOut {
    /// The passage, as typed.
    pub passage: String,
    /// What it was.
    pub why: Option<Why>,
    /// What shall stand in its place; `None` = what usually does.
    pub put: Option<Replacement>,
}

impl TakingOut {
    /// Of a passage that looked identifying.
    pub fn of(passage: &str, kind: Option<Kind>) -> Self {
        Self {
            passage: passage.to_owned(),
            why: kind.and_then(why),
            put: None,
        }
    }

    /// What stands in its place.
    pub fn replacement(&self) -> Replacement {
        let usual = self.why.map_or(Replacement::Removed, Why::usual);
        self.put.unwrap_or(usual)
    }
}

/// What a kind of detail was, where that is clear. Whose name it was, only a person knows.
const fn why(kind: Kind) -> Option<Why> {
    match kind {
        Kind::Postcode => Some(Why::Place),
        Kind::DateOfBirth => Some(Why::DateOfBirth),
        Kind::School => Some(Why::School),
        Kind::Upn | Kind::NhsNumber | Kind::Uln | Kind::Phone | Kind::NiNumber => Some(Why::Number),
        Kind::Email | Kind::Name | Kind::Other => None,
    }
}

/// What a person wants of the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taking {
    /// To be asked about this.
    Open(TakingOut),
    /// What was typed or chosen.
    Change(TakingOut),
    /// Not to take anything out.
    Leave,
    /// To take it out.
    Now,
}

/// Where the passage on the panel stands, looked for once for each passage and revision.
#[derive(Debug, Default)]
pub struct Found {
    of: Option<(Option<Digest>, String)>,
    found: Option<Result<Holding, Refusal>>,
}

impl Found {
    /// Looks again if the passage or the review is another one.
    pub fn update(&mut self, review: &Review, taking: Option<&TakingOut>) {
        let Some(taking) = taking else {
            *self = Self::default();
            return;
        };
        let last = review.history().entries().last().map(|entry| entry.hash);
        let of = Some((last, taking.passage.clone()));
        if self.of != of {
            self.of = of;
            let passage = Passage::new(&taking.passage);
            let empty = taking.passage.trim().is_empty();
            self.found = (!empty).then(|| passage.map(|passage| review.holding(&passage)));
        }
    }

    /// What was found; `None` before anything has been typed.
    pub const fn holding(&self) -> Option<&Result<Holding, Refusal>> {
        self.found.as_ref()
    }
}
