//! An open review: its door, its file, what is being typed and where somebody is in it.

mod typing;

use std::path::PathBuf;
use std::sync::Arc;

use super::asked::Asked;
use super::cases::{Listed, Listing};
use super::drafts::Drafts;
use super::fields::Field;
use super::opening::{Opening, Source};
use super::scene::{Scene, Step};
use super::view::{Place, money_visible};
use crate::review::case::{Case, Status};
use crate::review::command::VoiceEdit;
use crate::review::text::CaseId;
use crate::review::{Act, Applied, Command, Door, Mode, Refusal, Review, Via, check_history};
use crate::services::Services;
use crate::store::disk::RealDisk;
use crate::store::{Hold, Keeper, Opened};

/// An open review.
pub struct Session {
    door: Door,
    keeper: Option<Keeper>,
    source: Source,
    /// Whether the file is marked read-only.
    read_only: bool,
    /// The review as training begins with it.
    at_first: Option<Review>,
    services: Arc<dyn Services>,
    /// Where every case stands, and at which revision that was so.
    statuses: Option<(u64, Vec<Status>)>,
    /// The list of those, and how it was set then.
    listed: Option<(Listing, Listed)>,
    told: Vec<String>,
    /// Text that is being typed.
    pub drafts: Drafts,
    /// Where somebody is.
    pub place: Place,
    /// What the file had to tell when it was opened.
    pub warnings: Vec<String>,
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
}

impl Session {
    /// A session on a review that has been opened, through a door; a file that is marked read-only
    /// is inspected instead of worked on. `wake` is called when the file has been kept or could not
    /// be.
    pub fn opened(
        opening: Opening,
        opened: Opened,
        services: Arc<dyn Services>,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let mut warnings: Vec<String> = opened.warnings.iter().map(ToString::to_string).collect();
        let outside = check_history(&opened.review.snapshot()).in_words();
        warnings.extend(outside.map(|words| format!("{words}.")));
        let mode = match opening.door {
            Mode::Work if opened.read_only => Mode::Inspect,
            door => door,
        };
        let door = Door::new(opened.review, mode);
        let mut session = Self::new(door, opening.source, services, wake);
        session.read_only = opened.read_only;
        session.warnings = warnings;
        session
    }

    /// A session on a review that has just begun; it is kept at once.
    pub fn begun(
        path: PathBuf,
        review: Review,
        services: Arc<dyn Services>,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let door = Door::new(review, Mode::Work);
        let session = Self::new(door, Source::File(path), services, wake);
        session.keep();
        session
    }

    fn new(
        door: Door,
        source: Source,
        services: Arc<dyn Services>,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let keeper = match (door.mode(), &source) {
            (Mode::Work, Source::File(path)) => {
                let hold = Hold::unlocked(Arc::new(RealDisk), path.clone());
                let first = door.review().snapshot();
                Some(Keeper::start(hold, first, Arc::clone(&services), wake))
            }
            _ => None,
        };
        let review = door.review();
        let place = Place {
            case: where_to_begin(review, door.mode()),
            ..Place::default()
        };
        Self {
            at_first: (door.mode() == Mode::Train).then(|| review.clone()),
            door,
            keeper,
            source,
            read_only: false,
            services,
            statuses: None,
            listed: None,
            told: Vec::new(),
            drafts: Drafts::default(),
            place,
            warnings: Vec::new(),
        }
    }

    /// In training: everything as it was when the training began, on the same case.
    pub fn begin_anew(&mut self) {
        let Some(review) = self.at_first.clone() else {
            return;
        };
        let at = self.position();
        self.door = Door::new(review, self.mode());
        self.drafts = Drafts::default();
        self.statuses = None;
        self.listed = None;
        self.told.clear();
        self.place.voice = None;
        self.place.show_missing = false;
        self.place.attend = None;
        self.place.listing = Listing::default();
        self.place.redraws = 0;
        self.stay_on_a_case(at);
    }

    /// The review.
    pub const fn review(&self) -> &Review {
        self.door.review()
    }

    /// What a view looks at.
    pub fn parts(&mut self) -> Parts<'_> {
        let review = self.door.review();
        let revision = review.revision();
        if self
            .statuses
            .as_ref()
            .is_some_and(|(at, _)| *at != revision)
        {
            self.statuses = None;
            self.listed = None;
        }
        let of_all = || review.cases().map(Case::status).collect();
        let (_, statuses) = self.statuses.get_or_insert_with(|| (revision, of_all()));
        let listing = &self.place.listing;
        if self.listed.as_ref().is_some_and(|(of, _)| of != listing) {
            self.listed = None;
        }
        let (_, listed) = self
            .listed
            .get_or_insert_with(|| (listing.clone(), Listed::of(review, statuses, listing)));
        Parts {
            review,
            statuses,
            listed,
            drafts: &mut self.drafts,
            place: &self.place,
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

    /// Whether it may be worked on: a file that is marked read-only may not.
    pub const fn may_work(&self) -> bool {
        !self.read_only
    }

    /// How the file stands, in a few words: "kept 14:02"; nothing where it does not keep itself.
    pub fn kept_in_words(&self) -> String {
        let Some(keeper) = &self.keeper else {
            return String::new();
        };
        let standing = keeper.standing();
        match (standing.error, standing.pending, standing.last_kept) {
            (Some(_), ..) => "not kept yet".to_owned(),
            (None, true, _) => "keeping".to_owned(),
            (None, false, Some(at)) => format!("kept {}", self.services.time_of_day(at)),
            (None, false, None) => "kept".to_owned(),
        }
    }

    /// Why the file could not be kept, if it could not.
    pub fn keeping_failed(&self) -> Option<String> {
        self.keeper
            .as_ref()
            .and_then(|keeper| keeper.standing().error)
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
            self.told.push(format!(
                "“{start}” had not been kept, and its field is gone."
            ));
        }
    }

    /// What there is to say since it was last asked.
    pub fn told(&mut self) -> Vec<String> {
        std::mem::take(&mut self.told)
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
        // A child is read about, and the parents' words are heard, before the panel judges.
        let unread = |case: &Case| case.status() == Status::NotStarted;
        if self.review().case(&id).is_some_and(unread) {
            self.place.step = Step::Read;
        }
        self.place.case = Some(id);
        // On the wall every case begins at its beginning.
        self.place.room = self.place.room.map(|_| Scene::Case);
        self.place.voice = None;
        self.place.show_missing = false;
        self.place.attend = None;
    }

    /// Stands where somebody stood, as far as that is there.
    pub fn stand_at(&mut self, place: Place) {
        let first = std::mem::replace(&mut self.place, place).case;
        self.place.attend = None;
        self.place.asked = Asked::default();
        // Behind another door there may be other figures.
        self.place.redraws = 0;
        let there = self.place.case.as_ref();
        if there.is_none_or(|id| self.review().case(id).is_none()) {
            self.place.case = first;
        }
    }

    /// The case `steps` away from the one on the screen in the list as it is shown, if there is one.
    pub fn neighbour(&mut self, steps: isize) -> Option<CaseId> {
        let to = {
            let at = self.position();
            self.listed().neighbour(at, steps)?
        };
        self.review().cases().nth(to).map(|case| case.id().clone())
    }

    /// The case that is looked for in the list.
    pub fn found(&mut self) -> Option<CaseId> {
        let found = self.listed().found()?;
        let case = self.review().cases().nth(found)?;
        Some(case.id().clone())
    }

    fn listed(&mut self) -> &Listed {
        self.parts().listed
    }

    /// Where in the list the case on the screen is.
    fn position(&self) -> usize {
        let here = self.place.case.as_ref();
        self.review()
            .cases()
            .position(|case| Some(case.id()) == here)
            .unwrap_or(0)
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

    /// What stands in the way of leaving this review, after everything that can be kept has been
    /// written.
    pub fn in_the_way(&mut self) -> Option<String> {
        if self.mode() == Mode::Train {
            return None;
        }
        if let Err(error) = self.write_now() {
            return Some(error);
        }
        let (field, why) = self.drafts.refused()?;
        Some(format!(
            "Something typed into {} cannot be kept as it stands: {why}.",
            field.place()
        ))
    }

    /// Writes what is pending without letting go.
    ///
    /// # Errors
    /// What to tell the person if the file could not be written.
    pub fn write_now(&mut self) -> Result<(), String> {
        self.keep_typed();
        match &self.keeper {
            Some(keeper) => keeper.write_now().map_err(|error| error.to_string()),
            None => Ok(()),
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
