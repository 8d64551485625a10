//! The command palette: whatever can be done and every case, by a few letters of its name. It reads
//! the one list of actions, and finds cases as the list of cases does. What is offered is worked out
//! when what is typed changes, or what can be done, and not in every frame.

use eframe::egui::Id;

use super::actions::{ACTIONS, Action, Can, Entry, Group};
use super::cases::Wanted;
use crate::review::Review;
use crate::review::text::CaseId;

/// What a person wants of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Open it, or put it away.
    Toggle,
    /// Put it away, with nothing chosen.
    Leave,
    /// This is chosen.
    Take(Choice),
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// To be done.
    Action(Action),
    /// To go to.
    Case(CaseId),
}

/// A row of the palette.
#[derive(Clone, Copy, Debug)]
pub enum Offer {
    /// Something that can be done.
    Action(&'static Entry),
    /// The case at this place in the review.
    Case(usize),
}

impl Offer {
    /// What choosing it means.
    pub fn choice(&self, review: Option<&Review>) -> Option<Choice> {
        match self {
            Self::Action(entry) => Some(Choice::Action(entry.action)),
            Self::Case(at) => {
                let case = review?.cases().nth(*at)?;
                Some(Choice::Case(case.id().clone()))
            }
        }
    }
}

/// The palette while it is open.
#[derive(Debug, Default)]
pub struct Palette {
    /// What is typed.
    pub typed: String,
    /// What had the keyboard before.
    pub back: Option<Id>,
    chosen: usize,
    offers: Vec<Offer>,
    /// What the offers are for.
    of: Option<For>,
}

/// What offers depend on.
#[derive(Debug, PartialEq, Eq)]
struct For {
    typed: String,
    can: Can,
    revision: Option<u64>,
}

impl Palette {
    /// An empty palette; closed, it gives the keyboard back to this.
    pub fn opened(back: Option<Id>) -> Self {
        Self {
            back,
            ..Self::default()
        }
    }

    /// Works out what is offered, where that may have become something else. What fits best is
    /// chosen when other letters have been typed.
    pub fn look(&mut self, can: &Can, review: Option<&Review>) {
        let revision = review.map(Review::revision);
        let before = self.of.as_ref();
        let same_letters = before.is_some_and(|of| of.typed == self.typed);
        if same_letters && before.is_some_and(|of| of.can == *can && of.revision == revision) {
            return;
        }
        self.offers = offers(&self.typed, can, review);
        let last = self.offers.len().saturating_sub(1);
        self.chosen = if same_letters {
            self.chosen.min(last)
        } else {
            0
        };
        self.of = Some(For {
            typed: self.typed.clone(),
            can: *can,
            revision,
        });
    }

    /// What is offered, what fits best first.
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// Which of them is chosen, from 0.
    pub const fn chosen(&self) -> usize {
        self.chosen
    }

    /// What is chosen, if there is anything.
    pub fn choice(&self, review: Option<&Review>) -> Option<Choice> {
        self.offers.get(self.chosen)?.choice(review)
    }

    /// So many rows down, or up; it stays at the ends.
    pub fn move_by(&mut self, rows: isize) {
        let last = self.offers.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(rows).min(last);
    }
}

/// How well something fits what is typed: the less the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The number or the name of a case.
    IsIt,
    /// It begins like this.
    Begins,
    /// A word of it begins like this.
    WordBegins,
    /// It holds this, or all words of this.
    Holds,
    /// A case that holds this.
    CaseHolds,
    /// It has these letters in this order, within so many.
    Scattered(usize),
    /// What it does is said in these words.
    Hint,
}

fn offers(typed: &str, can: &Can, review: Option<&Review>) -> Vec<Offer> {
    let wanted = Wanted::of(typed);
    let typed = typed.trim().to_lowercase();
    let mut found: Vec<((Fit, bool, usize), Offer)> = Vec::new();
    // With nothing typed, what is about this screen comes first.
    let here = match (can.case, can.prepare) {
        (true, _) => Some(Group::Case),
        (_, true) => Some(Group::Prepare),
        _ => None,
    };
    for (at, entry) in ACTIONS.iter().enumerate() {
        let offered = (entry.enabled)(can) && entry.action != Action::Palette;
        if let Some(fit) = fit(entry, &typed).filter(|_| offered) {
            let elsewhere = typed.is_empty() && Some(entry.group) != here;
            found.push(((fit, elsewhere, at), Offer::Action(entry)));
        }
    }
    for (at, case) in review.iter().flat_map(|review| review.cases()).enumerate() {
        let fit = if wanted.is_number_of(case) {
            Fit::IsIt
        } else if review.is_some_and(|review| wanted.is_met_by(review, case)) {
            Fit::CaseHolds
        } else {
            continue;
        };
        found.push(((fit, true, at), Offer::Case(at)));
    }
    // No two have the same key, so the order is always the same.
    found.sort_unstable_by_key(|(key, _)| *key);
    found.into_iter().map(|(_, offer)| offer).collect()
}

/// How an action fits what is typed, in small letters; none if it does not.
fn fit(entry: &Entry, typed: &str) -> Option<Fit> {
    let text = entry.text.to_lowercase();
    let word_begins = |word: &str| {
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        words.any(|begun| begun.starts_with(word))
    };
    if text.starts_with(typed) {
        Some(Fit::Begins)
    } else if typed.split_whitespace().all(word_begins) {
        Some(Fit::WordBegins)
    } else if typed.split_whitespace().all(|word| text.contains(word)) {
        Some(Fit::Holds)
    } else if let Some(within) = scattered(&text, typed) {
        Some(Fit::Scattered(within))
    } else {
        let hint = entry.hint.to_lowercase();
        let said = typed.chars().count() > 1 && hint.contains(typed);
        said.then_some(Fit::Hint)
    }
}

/// Within how many letters of a text all that are typed stand in this order, from the beginning of
/// one of its words on; none if they do not.
fn scattered(text: &str, typed: &str) -> Option<usize> {
    let mut before = ' ';
    let begins = text.char_indices().filter(|(_, letter)| {
        let begins = !before.is_alphanumeric() && letter.is_alphanumeric();
        before = *letter;
        begins
    });
    let spans = begins.filter_map(|(at, _)| span(text.get(at..)?, typed));
    spans.min()
}

/// How many letters from the first it takes to meet all that are typed, the first with the first.
fn span(text: &str, typed: &str) -> Option<usize> {
    let mut letters = text.chars().enumerate();
    let mut end = 0;
    for (nth, wanted) in typed.chars().filter(|l| !l.is_whitespace()).enumerate() {
        let (at, _) = letters.find(|(_, letter)| *letter == wanted)?;
        if nth == 0 && at != 0 {
            return None;
        }
        end = at + 1;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_a_case() -> Can {
        Can {
            open: true,
            change: true,
            case: true,
            ..Can::default()
        }
    }

    fn names(typed: &str, can: &Can) -> Vec<&'static str> {
        let offers = offers(typed, can, None);
        let names = offers.iter().filter_map(|offer| match offer {
            Offer::Action(entry) => Some(entry.text),
            Offer::Case(_) => None,
        });
        names.collect()
    }

    #[test]
    fn with_nothing_typed_what_is_about_the_case_comes_first() {
        let offered = names("", &at_a_case());
        assert_eq!(offered.first(), Some(&"Go on with the case"));
        assert!(offered.contains(&"Leave"));
        assert!(!offered.contains(&"Reveal money for all cases"));
    }

    #[test]
    fn letters_match_anywhere_and_what_fits_best_comes_first() {
        let can = at_a_case();
        assert_eq!(names("rec", &can).first(), Some(&"Record judgement"));
        assert_eq!(names("judg", &can).first(), Some(&"Judge the case"));
        assert_eq!(names("rj", &can).first(), Some(&"Record judgement"));
        assert_eq!(names("CASE next", &can).first(), Some(&"Next case"));
        assert_eq!(names("bright", &can), ["Light or dark"]);
        assert_eq!(names("xyzzy", &can), [""; 0]);
    }

    #[test]
    fn the_same_letters_give_the_same_order() {
        for typed in ["", "a", "ca", "re", "th"] {
            assert_eq!(names(typed, &at_a_case()), names(typed, &at_a_case()));
        }
    }

    #[test]
    fn nothing_is_offered_that_cannot_be_done() {
        assert!(!names("record", &Can::default()).contains(&"Record judgement"));
        assert!(!names("find", &at_a_case()).contains(&"Find an action or a case…"));
    }
}
