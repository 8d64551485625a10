//! A review and the one gate through which it changes: [`Review::apply`]. Undo, history, figures
//! and the file that keeps itself hang on it and nowhere else.

use super::case::Case;
use super::command::{Command, SetupEdit};
use super::complete::Missing;
use super::history::{Act, BrokenChain, History};
use super::machine::{Machine, Moment, Note};
use super::refusal::Refusal;
use super::seal::Fingerprint;
use super::setup::{MoneyRule, Setup};
use super::snapshot::Snapshot;
use super::state::{State, Violation, table_refusal};
use super::text::CaseId;

/// A review: its state, its history and what can be undone.
#[derive(Clone, Debug)]
pub struct Review {
    machine: Machine,
    history: History,
    seal: Option<Fingerprint>,
    revision: u64,
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
        let mut history = History::default();
        history.append(Command::Create(Box::new(state.setup().clone())), act);
        Ok(Self {
            machine: Machine::new(state),
            history,
            seal: None,
            revision: 1,
        })
    }

    /// Changes the review as the command says, or not at all.
    ///
    /// # Errors
    /// [`Refusal`] says in plain words what is missing or what to do; nothing has changed then.
    pub fn apply(&mut self, command: Command, act: Act) -> Result<Applied, Refusal> {
        if command == Command::Setup(SetupEdit::Money(MoneyRule::Locked)) && self.money_was_seen() {
            return Err(Refusal::MoneySeen);
        }
        let moment = Moment {
            at: act.at,
            money_visible: Some(act.money_visible),
        };
        let Some(notes) = self.machine.step(&command, moment)? else {
            return Ok(Applied {
                entry: None,
                notes: Vec::new(),
            });
        };
        self.revision += 1;
        let entry = Some(self.history.append(command, act));
        Ok(Applied { entry, notes })
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
        Ok((
            Self {
                machine: Machine::new(state),
                history,
                seal,
                revision: 1,
            },
            fell,
        ))
    }
}

/// Whether a state is what its history says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryCheck {
    /// Whether the chain is whole, or where it is broken.
    pub chain: Result<(), BrokenChain>,
    /// Where the state differs from what the history gives; empty if nowhere.
    pub changed_outside: Vec<String>,
    /// Whether the whole history could be followed.
    pub followed: bool,
}

impl HistoryCheck {
    /// A sentence for whoever reads the review, if it is not what its history says.
    pub fn in_words(&self) -> Option<String> {
        /// Places named; the rest are counted.
        const NAMED: usize = 5;
        let what = match &self.chain {
            Err(broken) => broken.to_string(),
            Ok(()) if self.changed_outside.is_empty() => return None,
            Ok(()) => {
                let places = self.changed_outside.iter().take(NAMED).map(String::as_str);
                let mut listed = places.collect::<Vec<_>>().join(", ");
                if self.changed_outside.len() > NAMED {
                    listed.push_str(&format!(" and {} more", self.changed_outside.len() - NAMED));
                }
                listed
            }
        };
        Some(format!("This file was changed outside the program: {what}"))
    }
}

/// Follows a history from its first entry and compares what it gives with a state.
pub fn check_history(state: &State, history: &History) -> HistoryCheck {
    let chain = history.check();
    match replay(history) {
        Ok(replayed) => HistoryCheck {
            chain,
            changed_outside: replayed.differences(state),
            followed: true,
        },
        Err(number) => HistoryCheck {
            chain,
            changed_outside: vec![format!("history, from entry {number} on")],
            followed: false,
        },
    }
}

/// The state that a history gives, or the number of the first entry that cannot be followed.
fn replay(history: &History) -> Result<State, u64> {
    let mut machine: Option<Machine> = None;
    for (entry, number) in history.entries().iter().zip(1..) {
        let command = entry
            .payload
            .as_ref()
            .map(|payload| &payload.command)
            .ok_or(number)?;
        let moment = Moment {
            at: entry.header.at,
            money_visible: Some(entry.header.money_visible),
        };
        match (&mut machine, command) {
            (None, Command::Create(setup)) if table_refusal(&setup.provisions).is_none() => {
                machine = Some(Machine::new(State::new(setup.as_ref().clone())));
            }
            (None, _) => return Err(number),
            (Some(machine), command) => {
                machine.step(command, moment).map_err(|_| number)?;
            }
        }
    }
    machine.map(|machine| machine.state).ok_or(1)
}
