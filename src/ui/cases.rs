//! Which cases the list shows and in which order, so that the list and "next case" agree.

mod order;
mod tally;

use std::sync::Arc;

use crate::review::Review;
use crate::review::case::Case;
use crate::review::text::ProvisionCode;
pub use order::Order;
use order::in_order;
pub use tally::{Facts, Tally};

/// How a person has set the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// What is typed to find a case: its number, or words of its year, needs or provision.
    pub find: String,
    /// Which cases.
    pub filter: Filter,
    /// Of children who are now in this kind of provision; `None` = in any.
    pub now_in: Option<ProvisionCode>,
    /// In which order.
    pub order: Order,
}

impl Listing {
    /// Whether it is set to anything beside what is typed to find a case.
    pub fn is_set(&self) -> bool {
        let find = self.find.clone();
        *self
            != Self {
                find,
                ..Self::default()
            }
    }
}

/// Which cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// The panel has something to do.
    ForThePanel,
    /// A parent's perspective is still to be had, or to be finished.
    ForAParent,
    /// Nothing on the form yet.
    NotStarted,
    /// Something of the panel's part is missing.
    Draft,
    /// All is there and waits to be recorded.
    Ready,
    /// Recorded.
    Recorded,
    /// Recorded, with changes that do not count yet.
    Changing,
    /// A parent disagrees with the recorded judgement.
    ParentDisagrees,
    /// A parent disagrees, or answers one of the three questions otherwise than the panel.
    Differ,
    /// The members' first ratings, once revealed, name several kinds of provision.
    MembersDiffer,
    /// The parents declined or could not be reached.
    NotHeard,
    /// Put off for later.
    Parked,
    /// For practice.
    Practice,
    /// With notes.
    Notes,
}

impl Filter {
    /// All, in order.
    pub const ALL: [Self; 15] = [
        Self::All,
        Self::ForThePanel,
        Self::ForAParent,
        Self::NotStarted,
        Self::Draft,
        Self::Ready,
        Self::Recorded,
        Self::Changing,
        Self::ParentDisagrees,
        Self::Differ,
        Self::MembersDiffer,
        Self::NotHeard,
        Self::Parked,
        Self::Practice,
        Self::Notes,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::ForThePanel => "Wait for the panel",
            Self::ForAParent => "Parent still to be heard",
            Self::NotStarted => "Not started",
            Self::Draft => "Draft",
            Self::Ready => "Ready to record",
            Self::Recorded => "Recorded",
            Self::Changing => "Recorded, being changed",
            Self::ParentDisagrees => "Parent disagrees",
            Self::Differ => "Panel and parent answer differently",
            Self::MembersDiffer => "Members rated differently",
            Self::NotHeard => "Declined or not reached",
            Self::Parked => "Parked",
            Self::Practice => "For practice",
            Self::Notes => "With notes",
        }
    }

    /// Whether it is offered even while no case is like this.
    pub const fn is_always_offered(self) -> bool {
        matches!(
            self,
            Self::All | Self::ForThePanel | Self::ForAParent | Self::Recorded
        )
    }
}

/// The list as it is shown: made once for a revision and a setting, and read by the list, the foot
/// and the keys.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    tally: Arc<Tally>,
    /// Every case's place in the review, in the order of the list.
    order: Vec<usize>,
    /// Where in that order the case at this place in the review stands.
    ranks: Vec<usize>,
    /// Whether the case at this place in the review is shown.
    is_shown: Vec<bool>,
    /// The places of those that are shown, in order.
    shown: Vec<usize>,
    /// How many of them wait to be recorded and are not parked.
    waiting: usize,
    /// The place of the case whose number is just what was typed.
    found: Option<usize>,
}

impl Listed {
    /// The list of a review.
    pub fn of(review: &Review, tally: &Arc<Tally>, listing: &Listing) -> Self {
        let order = in_order(review, tally, listing.order);
        let wanted = Wanted::of(&listing.find);
        let is_there = |case: &Case| {
            let now_in = listing.now_in.as_ref();
            now_in.is_none_or(|code| case.file.current_provision == *code)
        };
        let is_shown: Vec<bool> = tally
            .cases()
            .map(|(case, facts)| {
                facts.pass(listing.filter) && is_there(case) && wanted.is_met_by(review, case)
            })
            .collect();
        let shown = |at: &usize| is_shown.get(*at).copied().unwrap_or(false);
        let shown: Vec<usize> = order.iter().copied().filter(shown).collect();
        let mut ranks = vec![0; order.len()];
        for (rank, at) in order.iter().enumerate() {
            if let Some(place) = ranks.get_mut(*at) {
                *place = rank;
            }
        }
        let cases = review.state().cases();
        let is_found = |at: &usize| cases.get(*at).is_some_and(|case| wanted.is_number_of(case));
        let waits = |at: &&usize| {
            tally
                .facts(**at)
                .is_some_and(|one| one.waits() && !one.parked)
        };
        Self {
            found: shown.iter().copied().find(is_found),
            waiting: shown.iter().filter(waits).count(),
            tally: Arc::clone(tally),
            order,
            ranks,
            is_shown,
            shown,
        }
    }

    /// What is known of all cases.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// The places in the review of the cases to show, in their order.
    pub fn shown(&self) -> &[usize] {
        &self.shown
    }

    /// The case that was looked for: the one of just this number, else the first that is shown.
    pub fn found(&self) -> Option<usize> {
        self.found.or(self.shown.first().copied())
    }

    /// The place of the case with just this number, and whether there are longer numbers that
    /// begin like it.
    pub fn numbered(&self, typed: &str) -> (Option<usize>, bool) {
        let wanted = Wanted::of(typed);
        let Wanted::Number(number) = &wanted else {
            // Noughts alone: another digit tells which.
            return (None, !typed.is_empty());
        };
        let cases = || self.tally.cases().map(|(case, _)| case);
        let begins = |case: &Case| {
            let digits = digits(case);
            digits.len() > number.len() && digits.starts_with(number.as_str())
        };
        (
            cases().position(|case| wanted.is_number_of(case)),
            cases().any(begins),
        )
    }

    /// Where the list goes from the case at this place, so many steps on: to the next that is
    /// shown, even if the case itself is not. On its way down it passes parked cases over until
    /// nothing else is left, and then comes back to them.
    pub fn neighbour(&self, at: usize, steps: isize) -> Option<usize> {
        let here = *self.ranks.get(at)?;
        let (before, after) = self.order.split_at_checked(here)?;
        let far = steps.unsigned_abs().checked_sub(1)?;
        if steps < 0 {
            let is_shown = |place: &&usize| self.shows(**place);
            return before.iter().rev().filter(is_shown).nth(far).copied();
        }
        let passes = self.others_wait(at);
        let stops = |place: &usize| self.shows(*place) && !(passes && self.is_parked(*place));
        let on = after.iter().copied().skip(1).filter(stops).nth(far);
        // Whoever looks at a case that is not shown comes to those that are.
        let to_those = || {
            let first = self.shown.iter().copied().find(stops);
            first.filter(|_| !self.shows(at))
        };
        let back = || {
            let mut parked = self.shown.iter().copied();
            parked.find(|place| !passes && *place != at && self.is_parked(*place))
        };
        on.or_else(to_those).or_else(back)
    }

    fn shows(&self, at: usize) -> bool {
        self.is_shown.get(at).copied().unwrap_or(false)
    }

    fn is_parked(&self, at: usize) -> bool {
        let facts = self.tally.facts(at);
        facts.is_some_and(|facts| facts.parked && facts.waits())
    }

    /// Whether a case that is shown and not parked waits beside the one at this place.
    fn others_wait(&self, at: usize) -> bool {
        let facts = self.tally.facts(at).filter(|_| self.shows(at));
        let this = facts.is_some_and(|facts| facts.waits() && !facts.parked);
        self.waiting > usize::from(this)
    }
}

/// What was typed to find a case.
pub enum Wanted {
    /// Nothing: every case is met.
    Anything,
    /// A number, without noughts before it.
    Number(String),
    /// Words, in small letters.
    Words(String),
}

impl Wanted {
    /// What this asks for.
    pub fn of(typed: &str) -> Self {
        let typed = typed.trim().to_lowercase();
        let number = typed.trim_start_matches('0');
        if typed.is_empty() {
            Self::Anything
        } else if !number.is_empty() && number.chars().all(|letter| letter.is_ascii_digit()) {
            Self::Number(number.to_owned())
        } else {
            Self::Words(typed)
        }
    }

    /// Whether this is the number of the case, or its whole name.
    pub fn is_number_of(&self, case: &Case) -> bool {
        match self {
            Self::Anything => false,
            Self::Number(number) => digits(case) == number,
            Self::Words(words) => case.id().as_str().to_lowercase() == *words,
        }
    }

    /// Whether a case is meant: its number begins so, or it holds the words.
    pub fn is_met_by(&self, review: &Review, case: &Case) -> bool {
        let id = case.id().as_str();
        match self {
            Self::Anything => true,
            Self::Number(number) => digits(case).starts_with(number.as_str()),
            Self::Words(words) => {
                let file = &case.file;
                let says = |text: &str| text.to_lowercase().contains(words.as_str());
                says(id)
                    || says(&file.year_group)
                    || says(&file.phase)
                    || says(&file.primary_need)
                    || file.secondary_needs.iter().any(|need| says(need))
                    || says(review.setup().provision_name(&file.current_provision))
            }
        }
    }
}

/// The number in a case's name: "11" of "C011".
fn digits(case: &Case) -> &str {
    let id = case.id().as_str();
    id.trim_start_matches(|letter: char| !letter.is_ascii_digit())
        .trim_start_matches('0')
}
