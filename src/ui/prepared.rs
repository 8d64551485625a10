//! What the pages of *Prepare* say of all cases: how far the parents are heard, and what looks as if
//! it identified somebody. The latter is looked for on a thread of its own, in a case once for as
//! long as it is the same, so that a large review can be worked on meanwhile.

mod signs;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use crate::findings::afterwards::Afterwards;
use crate::findings::chosen::Chosen;
use crate::findings::hearing::Hearing;
use crate::findings::hollow::Hollow;
use crate::findings::recurring::Recurring;
use crate::privacy::{self, Identifying, Memo, Rare};
use crate::review::Review;
use crate::review::case::Case;
use crate::review::history::Digest;
use crate::review::panel::MemberId;
use crate::review::setup::Setup;
use crate::review::state::State;

pub use signs::in_words as signs_in_words;

/// What is found within this time is on the screen in the same frame.
const AT_ONCE: Duration = Duration::from_millis(12);

/// All of it.
#[derive(Default)]
pub struct Prepared {
    /// The first entry of the review that this is of.
    whose: Option<Digest>,
    of: Option<Digest>,
    /// The state that the hearing is of.
    heard_of: Option<State>,
    hearing: Hearing,
    /// Where the parents stand on the recorded judgements.
    afterwards: Afterwards,
    rare: Vec<Rare>,
    signs: signs::Signs,
    /// The cases beside the table.
    chosen: Option<Chosen>,
    /// What recurs in what members said of "ideal".
    recurring: Recurring,
    /// In how many cases each member has rated.
    rated: HashMap<MemberId, usize>,
    /// Not there while it is being brought up to date.
    memo: Option<Memo>,
    looking: Option<Receiver<Answer>>,
    /// What is being looked through holds text that has been taken out since.
    outdated: bool,
    /// Nobody could look.
    failed: bool,
    /// Of which review was looked last, or is being looked.
    looked: Option<Digest>,
    found: Vec<Identifying>,
    /// What of it somebody should look at, and in how many other places it stands.
    open: Vec<(Identifying, usize)>,
}

/// What a thread has found, and in whose review.
struct Answer {
    whose: Option<Digest>,
    memo: Memo,
}

impl Prepared {
    /// Brings it up to date as far as that goes at once; `wake` is called when the rest is there.
    pub fn update(&mut self, review: &Review, wake: impl FnOnce() + Send + 'static) {
        self.hear(review);
        let last = review.history().entries().last().map(|entry| entry.hash);
        if self.of != last || last.is_none() {
            self.of = last;
            self.find(review);
        }
        self.take();
        if self.looking.is_none() && (self.looked != last || last.is_none()) {
            self.looked = last;
            self.look(review, wake);
        }
    }

    /// Text was taken out of the review: nothing that was found of it before is shown any more. The
    /// cases that did not hold it need not be looked into again.
    pub fn forget_found(&mut self) {
        let (memo, looking) = (self.memo.take(), self.looking.take());
        *self = Self {
            whose: self.whose,
            outdated: looking.is_some(),
            memo,
            looking,
            ..Self::default()
        };
    }

    fn find(&mut self, review: &Review) {
        let (setup, cases) = (review.setup(), || review.cases());
        self.afterwards = Afterwards::of(cases());
        self.rare = privacy::rare(setup, cases());
        self.chosen = Some(Chosen::of(setup, cases()));
        self.recurring = Recurring::of(&setup.ideal_words);
        self.rated.clear();
        for case in review.state().every_case() {
            for member in &setup.members {
                let mut given = case.ratings.given.iter();
                if given.any(|rating| rating.member == member.id) {
                    *self.rated.entry(member.id).or_default() += 1;
                }
            }
        }
    }

    /// Counts the parents who are heard, again only when a case has changed in that.
    pub fn hear(&mut self, review: &Review) {
        let entries = review.history().entries();
        let whose = entries.first().map(|entry| entry.hash);
        if self.whose != whose {
            *self = Self::default();
            self.whose = whose;
        }
        let state = review.state();
        if (self.heard_of.as_ref()).is_none_or(|before| !hears_alike(before, state)) {
            self.hearing = Hearing::of(review.cases());
        }
        self.heard_of = Some(state.clone());
    }

    /// Looks for signs that a parent's words may not be theirs; `wake` is called when they are there.
    pub fn look_for_signs(&mut self, review: &Review, wake: impl FnOnce() + Send + 'static) {
        self.signs.update(review, wake);
    }

    fn look(&mut self, review: &Review, wake: impl FnOnce() + Send + 'static) {
        let state = review.state();
        let cases = state.cases().iter().chain(state.archived()).cloned();
        let (cases, setup): (Vec<Arc<Case>>, Setup) = (cases.collect(), review.setup().clone());
        let (mut memo, whose) = (self.memo.take().unwrap_or_default(), self.whose);
        let (tell, answer) = channel();
        let run = move || {
            memo.update(&setup, &cases);
            // The review may have been closed meanwhile.
            let _ = tell.send(Answer { whose, memo });
            wake();
        };
        let thread = std::thread::Builder::new().name("identifying".to_owned());
        if let Err(error) = thread.spawn(run) {
            log::error!("no thread to look for identifying details: {error}");
            return self.give_up();
        }
        match answer.recv_timeout(AT_ONCE) {
            Ok(answer) => self.keep(answer),
            Err(_) => self.looking = Some(answer),
        }
    }

    fn take(&mut self) {
        let Some(answer) = &self.looking else {
            return;
        };
        match answer.try_recv() {
            Ok(answer) => self.keep(answer),
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => self.give_up(),
        }
    }

    fn keep(&mut self, answer: Answer) {
        self.looking = None;
        let outdated = std::mem::take(&mut self.outdated);
        // It was asked of another review.
        if answer.whose != self.whose {
            return;
        }
        let memo = self.memo.insert(answer.memo);
        if !outdated {
            self.found = memo.found().to_vec();
            self.open = open(&self.found);
            self.failed = false;
        }
    }

    /// Nobody can look. What was found before may not be so any more.
    fn give_up(&mut self) {
        self.looking = None;
        self.outdated = false;
        self.failed = true;
        self.found.clear();
        self.open.clear();
    }

    /// How far the parents are heard.
    pub const fn hearing(&self) -> &Hearing {
        &self.hearing
    }

    /// Who was asked about the recorded judgements, and where every parent stands.
    pub const fn afterwards(&self) -> &Afterwards {
        &self.afterwards
    }

    /// Signs that what stands as a parent's words may not be theirs.
    pub const fn signs(&self) -> &Hollow {
        self.signs.found()
    }

    /// The cases beside the table.
    pub const fn chosen(&self) -> Option<&Chosen> {
        self.chosen.as_ref()
    }

    /// What recurs in what members said of "ideal".
    pub const fn recurring(&self) -> &Recurring {
        &self.recurring
    }

    /// In how many cases a member has rated.
    pub fn rated(&self, member: MemberId) -> usize {
        self.rated.get(&member).copied().unwrap_or_default()
    }

    /// What looks identifying, in the order of the review, what was kept among it.
    pub fn found(&self) -> &[Identifying] {
        &self.found
    }

    /// What of it somebody should look at, each with the number of other places in which it stands.
    pub fn open(&self) -> &[(Identifying, usize)] {
        &self.open
    }

    /// Whether it is being looked for, and nothing of it is known yet.
    pub const fn is_looking(&self) -> bool {
        self.looking.is_some() && self.memo.is_none() && self.found.is_empty()
    }

    /// Whether nobody could look for it: then nothing found says nothing.
    pub const fn could_not_look(&self) -> bool {
        self.failed
    }

    /// Who could be known without a name.
    pub fn rare(&self) -> &[Rare] {
        &self.rare
    }
}

/// Whether the parents are heard in one state as in the other. Cases that both share are not looked
/// at.
fn hears_alike(before: &State, now: &State) -> bool {
    let (before, now) = (before.cases(), now.cases());
    let alike = |(a, b): (&Arc<Case>, &Arc<Case>)| {
        Arc::ptr_eq(a, b) || Hearing::of([&**a]) == Hearing::of([&**b])
    };
    std::ptr::eq(before, now) || (before.len() == now.len() && before.iter().zip(now).all(alike))
}

/// What is not kept, each with the number of other places in which the same words stand.
fn open(found: &[Identifying]) -> Vec<(Identifying, usize)> {
    let open = || found.iter().filter(|one| !one.kept);
    let mut places: HashMap<&str, usize> = HashMap::new();
    for one in open() {
        *places.entry(one.text.as_str()).or_default() += 1;
    }
    let elsewhere = |one: &Identifying| places.get(one.text.as_str()).map_or(0, |n| n - 1);
    open().map(|one| (one.clone(), elsewhere(one))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Via;
    use crate::review::text::Text;
    use crate::services::{Machine, Services as _};

    fn review(title: &str) -> Review {
        let year = "2024-25".parse().unwrap();
        let setup = Setup::new(Text::cut(title), Text::default(), year);
        Review::begin(setup, Machine.act(Via::Typed, false)).unwrap()
    }

    fn looked(prepared: &mut Prepared, review: &Review) {
        prepared.update(review, || ());
        while prepared.looking.is_some() {
            std::thread::yield_now();
            prepared.update(review, || ());
        }
    }

    fn words(prepared: &Prepared) -> Vec<&str> {
        prepared
            .found()
            .iter()
            .map(|one| one.text.as_str())
            .collect()
    }

    #[test]
    fn another_review_shows_nothing_of_this_one() {
        let (one, other) = (review("Write to one@example.org"), review("Quiet"));
        let mut prepared = Prepared::default();
        looked(&mut prepared, &one);
        assert_eq!(words(&prepared), ["one@example.org"]);
        prepared.update(&other, || ());
        assert!(words(&prepared).is_empty());
        // Nor does an answer that was asked of this one and comes late.
        looked(&mut prepared, &one);
        let memo = prepared.memo.take().unwrap();
        let whose = prepared.whose;
        prepared.update(&other, || ());
        looked(&mut prepared, &other);
        prepared.keep(Answer { whose, memo });
        assert!(words(&prepared).is_empty());
    }

    #[test]
    fn an_answer_from_before_text_was_taken_out_is_not_shown() {
        let review = review("Write to one@example.org");
        let mut prepared = Prepared::default();
        looked(&mut prepared, &review);
        let (tell, answer) = channel();
        prepared.looking = Some(answer);
        let (whose, memo) = (prepared.whose, prepared.memo.take().unwrap());
        prepared.forget_found();
        assert!(words(&prepared).is_empty() && prepared.is_looking());
        assert!(prepared.chosen().is_none());
        tell.send(Answer { whose, memo }).unwrap();
        prepared.take();
        assert!(words(&prepared).is_empty());
        assert!(prepared.memo.is_some(), "what was looked into is kept");
        looked(&mut prepared, &review);
        assert_eq!(words(&prepared), ["one@example.org"]);
    }

    #[test]
    fn where_nobody_could_look_nothing_found_says_nothing() {
        let review = review("Write to one@example.org");
        let mut prepared = Prepared::default();
        looked(&mut prepared, &review);
        let (tell, answer) = channel();
        prepared.looking = Some(answer);
        drop(tell);
        prepared.take();
        assert!(prepared.could_not_look() && !prepared.is_looking());
        assert!(words(&prepared).is_empty());
    }
}
