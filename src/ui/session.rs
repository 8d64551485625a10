//! An open review: its door, its file, what is being typed and where somebody is in it.

mod cases;
mod keeping;
mod opened;
mod sealing;
mod theirs;
mod typing;
mod unfinished;

use std::path::PathBuf;
use std::sync::Arc;

use super::asked::Asked;
use super::cases::{Listed, Listing, Tally};
use super::drafts::Drafts;
use super::fields::Field;
use super::message::Message;
use super::opening::{Opening, Source};
use super::outside::Outside;
use super::pace::Pace;
use super::scene::{Scene, Step};
use super::view::{Place, money_visible};
use cases::tally;
pub use opened::Found;
use theirs::Theirs;
use unfinished::Journaled;

use crate::review::case::{Case, Status};
use crate::review::command::VoiceEdit;
use crate::review::text::CaseId;
use crate::review::{Act, Applied, Command, Door, Mode, Refusal, Review, Timestamp, Via};
use crate::services::Services;
use crate::store::{Access, ForWork, Hold, Keeper, Opened, Reason};

/// An open review.
pub struct Session {
    door: Door,
    keeper: Option<Keeper>,
    source: Source,
    /// Why it may only be read, if it was to be worked on or is marked so.
    reading: Option<Reason>,
    /// The review as training begins with it.
    at_first: Option<Review>,
    services: Arc<dyn Services>,
    /// What is known of every case, and at which revision that was so.
    tally: Option<(u64, Arc<Tally>)>,
    /// The list of those, and how it was set then.
    listed: Option<(Listing, Listed)>,
    told: Vec<String>,
    /// Texts whose field is gone, until they have been shown once more.
    orphans: Vec<String>,
    /// Text that is being typed.
    pub drafts: Drafts,
    /// Where somebody is.
    pub place: Place,
    /// What somebody else has put into the file, looked at once for each time it was changed.
    theirs: Option<(Timestamp, Theirs)>,
    /// What of it the journal has.
    journaled: Journaled,
    /// What the file had to tell when it was opened.
    pub warnings: Vec<String>,
    /// What there is to say of where it came from.
    pub greeting: Option<Message>,
    /// Whether the review is what its history says.
    outside: Outside,
}

/// What a view looks at in an open review.
pub struct Parts<'a> {
    /// The review.
    pub review: &'a Review,
    /// Where its cases stand.
    pub statuses: &'a [Status],
    /// The list of them.
    pub listed: &'a Listed,
    /// The text being typed.
    pub drafts: &'a mut Drafts,
    /// Where somebody is.
    pub place: &'a Place,
    /// Whether the review is what its history says.
    pub outside: &'a Outside,
}

impl Session {
    /// A session on a review to read or to train on.
    pub fn opened(opening: Opening, opened: Opened, services: Arc<dyn Services>) -> Self {
        let reading = opened.read_only.then_some(Reason::Marked);
        Self::through(opening, opened, reading, services)
    }

    /// A session on a review for work, as the store has opened it: where it may not be written, it
    /// is inspected instead. What there is to say of where it came from waits in
    /// [`greeting`](Self::greeting). `wake` is called when the file has been kept or could not be.
    pub fn at_work(
        path: PathBuf,
        for_work: ForWork,
        found: Found,
        services: Arc<dyn Services>,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let ForWork {
            opened,
            access,
            came_from,
            unfinished,
            notes,
        } = for_work;
        let (hold, reading) = match access {
            Access::Mine(hold) => (Some(hold), None),
            Access::ReadOnly(reason) => (None, Some(reason)),
        };
        let opening = Opening::file(path, Mode::Work);
        let mut session = Self::through(opening, opened, reading, services);
        if let Some(hold) = hold {
            session.keep_in(hold, wake);
        }
        session.greet(&came_from, unfinished, notes, found);
        session
    }

    /// A session on a review that has just begun and stands in its file.
    pub fn begun(
        hold: Hold,
        review: Review,
        services: Arc<dyn Services>,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let door = Door::new(review, Mode::Work);
        let source = Source::File(hold.path().to_owned());
        let mut session = Self::new(door, source, None, services);
        session.keep_in(hold, wake);
        session
    }

    fn through(
        opening: Opening,
        opened: Opened,
        reading: Option<Reason>,
        services: Arc<dyn Services>,
    ) -> Self {
        let mut warnings: Vec<String> = opened.warnings.iter().map(ToString::to_string).collect();
        let sealed = opened.review.sealing().is_some();
        let mode = match opening.door {
            Mode::Work if reading.is_some() || sealed => Mode::Inspect,
            door => door,
        };
        let mut review = opened.review;
        if mode == Mode::Train {
            sealing::go_on(&mut review, services.as_ref());
        }
        let door = Door::new(review, mode);
        let mut session = Self::new(door, opening.source, reading, services);
        let outside = session.outside.check().in_words();
        warnings.extend(outside.map(|words| format!("{words}.")));
        session.warnings = warnings;
        session
    }

    fn new(
        door: Door,
        source: Source,
        reading: Option<Reason>,
        services: Arc<dyn Services>,
    ) -> Self {
        let review = door.review();
        let outside = Outside::of(review);
        let place = Place {
            case: where_to_begin(review, door.mode()),
            ..Place::default()
        };
        Self {
            at_first: (door.mode() == Mode::Train).then(|| review.clone()),
            door,
            keeper: None,
            source,
            reading,
            services,
            tally: None,
            listed: None,
            told: Vec::new(),
            orphans: Vec::new(),
            drafts: Drafts::default(),
            theirs: None,
            journaled: Journaled::default(),
            place,
            warnings: Vec::new(),
            greeting: None,
            outside,
        }
    }

    /// From now on every change is kept in the file that is held.
    fn keep_in(&mut self, hold: Hold, wake: impl Fn() + Send + Sync + 'static) {
        let first = self.door.review().snapshot();
        let services = Arc::clone(&self.services);
        self.keeper = Some(Keeper::start(hold, first, services, wake));
    }

    /// In training: everything as it was when the training began, on the same case.
    pub fn begin_anew(&mut self) {
        let Some(review) = self.at_first.clone() else {
            return;
        };
        let at = self.position();
        self.door = Door::new(review, self.mode());
        self.drafts = Drafts::default();
        self.tally = None;
        self.listed = None;
        self.told.clear();
        self.orphans.clear();
        self.place.voice = None;
        self.place.show_missing = false;
        self.place.attend = None;
        self.place.go_on_in = None;
        self.place.listing = Listing::default();
        self.place.redraws = 0;
        self.place.pace = Pace::default();
        self.stay_on_a_case(at);
    }

    /// The review.
    pub const fn review(&self) -> &Review {
        self.door.review()
    }

    /// What a view looks at.
    pub fn parts(&mut self) -> Parts<'_> {
        let review = self.door.review();
        let tally = tally(&mut self.tally, &mut self.listed, review);
        let listing = &self.place.listing;
        if self.listed.as_ref().is_some_and(|(of, _)| of != listing) {
            self.listed = None;
        }
        let (_, listed) = self
            .listed
            .get_or_insert_with(|| (listing.clone(), Listed::of(review, tally, listing)));
        Parts {
            review,
            statuses: tally.statuses(),
            listed,
            drafts: &mut self.drafts,
            place: &self.place,
            outside: &self.outside,
        }
    }

    /// How it is open.
    pub const fn mode(&self) -> Mode {
        self.door.mode()
    }

    /// Where the review comes from.
    pub const fn source(&self) -> &Source {
        &self.source
    }

    /// Whether it may be worked on, or soon again: a file that is marked read-only may not.
    pub const fn may_work(&self) -> bool {
        matches!(self.reading, None | Some(Reason::InUse(_)))
    }

    /// Why it may only be read, if it was to be worked on or is marked so.
    pub const fn reading(&self) -> Option<&Reason> {
        self.reading.as_ref()
    }

    /// Changes the review through its gate and hands the new state to the keeper. What there is to
    /// say besides waits in [`told`](Self::told).
    pub fn apply(&mut self, command: Command, via: Via) -> Result<Applied, Refusal> {
        let case = command.case().or(self.place.case.as_ref()).cloned();
        let case = case.and_then(|id| self.review().case(&id));
        // What was recorded elsewhere was not recorded under this screen's figures.
        let money = via == Via::Typed && money_visible(self.review(), case);
        let act: Act = self.services.act(via, money);
        let (at, lists) = (self.position(), may_reorder_lists(&command));
        let case = command.case().cloned();
        let entries = self.entries(case.as_ref());
        let applied = self.door.apply(command, act)?;
        if applied.entry.is_some() {
            let lists = lists || self.entries(case.as_ref()) < entries;
            self.keep();
            self.told
                .extend(applied.notes.iter().map(ToString::to_string));
            self.stay_on_a_case(at);
            self.give_up_orphans(|field| {
                lists && field.case() == case.as_ref() && field.is_in_a_list()
            });
        }
        Ok(applied)
    }

    /// How many entries the lists of a case have.
    fn entries(&self, case: Option<&CaseId>) -> usize {
        let Some(case) = case.and_then(|id| self.review().case(id)) else {
            return 0;
        };
        let draft = case.draft();
        let attempts = case.voices.iter().map(|voice| voice.attempts.len());
        draft.conditions.len()
            + draft.support_costs.len()
            + draft.dissent.len()
            + attempts.sum::<usize>()
    }

    /// Text whose field is gone is shown once more, so that it is not lost unseen.
    fn give_up_orphans(&mut self, doubtful: impl Fn(&Field) -> bool) {
        let state = self.door.review().state();
        for text in self
            .drafts
            .give_up(|field| doubtful(field) || !field.is_there(state))
        {
            let start: String = text.chars().take(200).collect();
            self.orphans.push(format!(
                "“{start}” had not been kept, and its field is gone."
            ));
        }
    }

    /// What there is to say since it was last asked.
    pub fn told(&mut self) -> Vec<String> {
        std::mem::take(&mut self.told)
    }

    /// Texts that were given up since it was last asked. Apart from what the gate has to say, which
    /// another message may stand for: nothing stands for these.
    pub fn given_up(&mut self) -> Vec<String> {
        std::mem::take(&mut self.orphans)
    }

    fn keep(&self) {
        if let Some(keeper) = &self.keeper {
            let review = self.door.review();
            keeper.keep(review.snapshot());
        }
    }

    /// Goes to a case.
    pub fn select(&mut self, id: CaseId) {
        self.keep_typed();
        let anew = self.place.case.as_ref() != Some(&id);
        let step = self.place.step;
        if anew && self.place.room.is_some() {
            // On the wall every case begins at its beginning.
            self.place.step = Step::Read;
        } else if anew && self.mode() != Mode::Inspect {
            // Whoever only reads compares what stands at one step.
            let case = self.review().case(&id);
            self.place.step = case.map_or(step, |case| Step::resuming(case, step));
        }
        self.place.case = Some(id);
        self.place.unfolded.leave_case();
        self.place.room = self.place.room.map(|_| Scene::Case);
        self.place.voice = None;
        self.place.show_missing = false;
        self.place.attend = None;
        self.place.go_on_in = None;
    }

    /// Stands where somebody stood, as far as that is there.
    pub fn stand_at(&mut self, place: Place) {
        let first = std::mem::replace(&mut self.place, place).case;
        self.place.attend = None;
        self.place.go_on_in = None;
        self.place.asked = Asked::default();
        // Behind another door there may be other figures.
        self.place.redraws = 0;
        let there = self.place.case.as_ref();
        if there.is_none_or(|id| self.review().case(id).is_none()) {
            self.place.case = first;
        }
    }

    /// Where in the list the case on the screen is.
    fn position(&self) -> usize {
        let here = self.place.case.as_ref();
        let here = here.and_then(|id| self.review().state().place_of(id));
        here.unwrap_or(0)
    }

    /// Stays on a case that exists; if the one on the screen is gone, on the one that is now in
    /// its place in the list.
    fn stay_on_a_case(&mut self, at: usize) {
        let review = self.door.review();
        let gone = self
            .place
            .case
            .as_ref()
            .is_none_or(|id| review.case(id).is_none());
        if gone {
            let near = review.cases().nth(at).or_else(|| review.cases().last());
            self.place.case = near.map(|case| case.id().clone());
        }
    }
}

/// A panel goes on with the first case that still needs something; a reader begins with the first.
fn where_to_begin(review: &Review, mode: Mode) -> Option<CaseId> {
    let goes_on = |case: &&Case| mode != Mode::Inspect && case.status() != Status::Recorded;
    let case = review.cases().find(goes_on).or(review.cases().next())?;
    Some(case.id().clone())
}

/// Whether entries of a list of the case may now stand in other places than before, although the
/// list is no shorter.
fn may_reorder_lists(command: &Command) -> bool {
    match command {
        Command::Undo | Command::Redo | Command::RemoveVoice { .. } => true,
        Command::EditVoice { edit, .. } => matches!(edit, VoiceEdit::Source(_)),
        _ => false,
    }
}
