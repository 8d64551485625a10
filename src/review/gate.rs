//! A review and the one gate through which it changes: [`Review::apply`]. Undo, history, figures
//! and the file that keeps itself hang on it and nowhere else.

use super::case::Case;
use super::command::{Command, SetupEdit};
use super::complete::Missing;
use super::history::{Act, Entry, History};
use super::machine::Machine;
use super::part::{Part, Touches};
use super::recording::{Moment, Note};
use super::refusal::Refusal;
use super::seal::{Fingerprint, Sealing, sealing};
use super::setup::{MoneyRule, Setup};
use super::snapshot::Snapshot;
use super::state::{State, Violation};
use super::text::CaseId;
use super::touched::{LastTouched, differing};

/// A review: its state, its history and what can be undone.
#[derive(Clone, Debug)]
pub struct Review {
    pub(super) machine: Machine,
    pub(super) history: History,
    /// What the history says last of every part.
    pub(super) last: LastTouched,
    /// The fingerprint as it is kept.
    pub(super) seal: Option<Fingerprint>,
    sealing: Option<Sealing>,
    pub(super) revision: u64,
}

/// Cases whose recorded judgement became a draft again, each with what it lacks.
pub type BecameDrafts = Vec<(CaseId, Vec<Missing>)>;

/// What the gate did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The number of the entry in history; `None` if the command changed nothing.
    pub entry: Option<u64>,
    /// What else there is to say.
    pub notes: Vec<Note>,
}

/// What a command would come to.
#[derive(Clone, Debug)]
pub struct Would {
    /// The state after it.
    pub state: State,
    /// What else there would be to say.
    pub notes: Vec<Note>,
}

impl Review {
    /// Begins a review.
    ///
    /// # Errors
    /// [`Refusal`] if the provision table is not one, or the definition has no words.
    pub fn begin(setup: Setup, act: Act) -> Result<Self, Refusal> {
        let state = State::new(setup);
        if let Some(violation) = state.violations().into_iter().next() {
            return Err(violation.why);
        }
        let mut review = Self {
            machine: Machine::new(state, false),
            history: History::default(),
            last: LastTouched::default(),
            seal: None,
            sealing: None,
            revision: 1,
        };
        let command = Command::Create(Box::new(review.setup().clone()));
        let parts = vec![Part::Setup, Part::Cases];
        let touches = (review.last).touches(parts, None, review.state(), act.salt);
        review.append(command, None, touches, act);
        Ok(review)
    }

    /// Changes the review as the command says, or not at all.
    ///
    /// # Errors
    /// [`Refusal`] says in plain words what is missing or what to do; nothing has changed then.
    pub fn apply(&mut self, command: Command, act: Act) -> Result<Applied, Refusal> {
        self.may(&command)?;
        let moment = Moment::of(act);
        let before = self.state().clone();
        let Some(notes) = self.machine.step(&command, moment)? else {
            return Ok(Applied {
                entry: None,
                notes: Vec::new(),
            });
        };
        self.revision += 1;
        let parts = differing(&before, self.state());
        let touches = (self.last).touches(parts, Some(&before), self.state(), act.salt);
        let case = command.case().cloned();
        let entry = Some(self.append(command, case, touches, act));
        Ok(Applied { entry, notes })
    }

    /// What the review would be after a command, found out on a copy that no entry is made of:
    /// nothing is hashed.
    ///
    /// # Errors
    /// [`Refusal`], as [`apply`](Self::apply) would give it.
    pub fn would(&self, command: &Command, act: Act) -> Result<Would, Refusal> {
        self.may(command)?;
        let mut machine = self.machine.clone();
        let notes = machine.step(command, Moment::of(act))?;
        Ok(Would {
            state: machine.state,
            notes: notes.unwrap_or_default(),
        })
    }

    /// Whether history and seal have nothing against a command.
    fn may(&self, command: &Command) -> Result<(), Refusal> {
        if *command == Command::Setup(SetupEdit::Money(MoneyRule::Locked))
            && !self.machine.sealed
            && self.money_was_seen()
        {
            return Err(Refusal::MoneySeen);
        }
        if let Command::Rate { case, .. }
        | Command::Unrate { case, .. }
        | Command::SkipRating { case, .. }
        | Command::RevealRatings(case) = command
            && !self.machine.sealed
            && self.case(case).is_some_and(Case::was_judged_unrated)
        {
            return Err(Refusal::JudgedAlready(case.clone()));
        }
        self.is_the_fingerprint(command)
    }

    /// Appends an entry on a change that has been made, and seals or unseals accordingly.
    pub(super) fn append(
        &mut self,
        command: Command,
        case: Option<CaseId>,
        touches: Touches,
        act: Act,
    ) -> u64 {
        let entry = self.history.append(command, case, touches, act);
        self.last.follow(&entry);
        self.follow_seal(&entry);
        entry.header.number
    }

    /// Keeps the seal in step with an entry that was appended.
    pub(super) fn follow_seal(&mut self, entry: &Entry) {
        match entry.payload.as_ref().map(|payload| &payload.command) {
            Some(Command::Seal) => {
                self.seal = Some(Fingerprint::of(self.state(), &self.history));
                self.sealing = sealing(self.state(), &self.history, self.seal);
            }
            Some(Command::Continue(_)) => {
                self.seal = None;
                self.sealing = None;
            }
            _ => {}
        }
    }

    /// Whether a sealed review is continued by its own fingerprint.
    pub(super) fn is_the_fingerprint(&self, command: &Command) -> Result<(), Refusal> {
        match (command, self.sealing) {
            (Command::Continue(_), None) => Err(Refusal::NotSealed),
            (Command::Continue(given), Some(sealing)) if *given != sealing.fingerprint => {
                Err(Refusal::OtherFingerprint)
            }
            _ => Ok(()),
        }
    }

    /// What its seal says, if it is sealed.
    pub const fn sealing(&self) -> Option<Sealing> {
        self.sealing
    }

    /// Whether a case was worked on with money on the screen. What was undone since was seen all
    /// the same, so this asks history.
    fn money_was_seen(&self) -> bool {
        let entries = self.history.entries().iter();
        entries
            .map(|entry| &entry.header)
            .any(|header| header.money_visible && header.case.is_some())
    }

    /// The state: setup and cases.
    pub const fn state(&self) -> &State {
        &self.machine.state
    }

    /// What is set up before the first case.
    pub fn setup(&self) -> &Setup {
        self.state().setup()
    }

    /// The cases, in order.
    pub fn cases(&self) -> impl ExactSizeIterator<Item = &Case> {
        self.state().cases().iter().map(AsRef::as_ref)
    }

    /// The case with this number.
    pub fn case(&self, id: &CaseId) -> Option<&Case> {
        self.state().case(id)
    }

    /// What happened to the review.
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// All that is kept of it.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            state: self.state().clone(),
            history: self.history.clone(),
            seal: self.seal,
        }
    }

    /// Grows with every change; figures are keyed by it.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// What undo would take back, in words.
    pub fn undoable(&self) -> Option<&'static str> {
        self.machine.undoable()
    }

    /// What redo would do again, in words.
    pub fn redoable(&self) -> Option<&'static str> {
        self.machine.redoable()
    }

    /// A review as it was kept. What must never be is refused; a recorded judgement without a
    /// parent's perspective becomes a draft, and is listed.
    ///
    /// # Errors
    /// All [`Violation`]s, if there are any.
    pub fn restore(snapshot: Snapshot) -> Result<(Self, BecameDrafts), Vec<Violation>> {
        let Snapshot {
            mut state,
            history,
            seal,
        } = snapshot;
        let violations = state.violations();
        if !violations.is_empty() {
            return Err(violations);
        }
        let fell = state.settle();
        let sealing = sealing(&state, &history, seal);
        let review = Self {
            machine: Machine::new(state, sealing.is_some()),
            last: LastTouched::of(history.entries()),
            history,
            seal,
            sealing,
            revision: 1,
        };
        Ok((review, fell))
    }
}
