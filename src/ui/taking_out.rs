//! A passage of text that somebody is about to take out everywhere: what it is, what shall stand in
//! its place, and where it was found.

use eframe::egui::Id;

use crate::privacy::Kind;
use crate::review::history::Digest;
use crate::review::redact::{Holding, Passage, Replacement, Why};
use crate::review::{Refusal, Review};

/// Seconds without a key after which the passage is looked for.
const REST: f64 = 0.4;

/// What is on the panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakingOut {
    /// The passage, as typed.
    pub passage: String,
    /// What it was.
    pub why: Option<Why>,
    /// What shall stand in its place; `None` = what usually does.
    pub put: Option<Replacement>,
    /// What had the keyboard when the panel was opened, and gets it back.
    pub from: Option<Id>,
}

impl TakingOut {
    /// Of a passage that looked identifying.
    pub fn of(passage: &str, kind: Option<Kind>) -> Self {
        Self {
            passage: passage.to_owned(),
            why: kind.and_then(why),
            put: None,
            from: None,
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
    /// To take it out as proposed, without being asked.
    Directly(TakingOut),
    /// Not to take anything out.
    Leave,
    /// To take it out.
    Now,
}

/// Where the passage on the panel stands, looked for once for each passage and revision, when
/// typing has rested: a large review is a second's work.
#[derive(Debug, Default)]
pub struct Found {
    of: Option<(Option<Digest>, String)>,
    /// What it is to be looked for next, and since when.
    asked: Option<((Option<Digest>, String), f64)>,
    found: Option<Result<Holding, Refusal>>,
}

impl Found {
    /// Looks again if the passage or the review is another one, and has been for a while. Seconds
    /// until then, if it has not.
    pub fn update(&mut self, review: &Review, taking: Option<&TakingOut>, now: f64) -> Option<f64> {
        let Some(taking) = taking else {
            *self = Self::default();
            return None;
        };
        let last = review.history().entries().last().map(|entry| entry.hash);
        let wanted = (last, taking.passage.clone());
        if self.of.as_ref() == Some(&wanted) {
            self.asked = None;
            return None;
        }
        let first = self.of.is_none() && self.asked.is_none();
        let since = match &self.asked {
            Some((asked, since)) if *asked == wanted => *since,
            _ => now,
        };
        let passage = Passage::new(&taking.passage);
        let empty = taking.passage.trim().is_empty();
        let left = since + REST - now;
        if !first && !empty && passage.is_ok() && left > 0.0 {
            self.of = None;
            self.found = None;
            self.asked = Some((wanted, since));
            return Some(left);
        }
        self.of = Some(wanted);
        self.asked = None;
        self.found = (!empty).then(|| passage.map(|passage| review.holding(&passage)));
        None
    }

    /// Whether it waits until typing rests.
    pub const fn is_waiting(&self) -> bool {
        self.asked.is_some()
    }

    /// What was found; `None` before anything has been typed, and while it is being typed.
    pub const fn holding(&self) -> Option<&Result<Holding, Refusal>> {
        self.found.as_ref()
    }
}
