//! A review as it is kept: what a file, a journal and a copy hold of it. Cheap to make, since its
//! parts are shared with the review that goes on.

use super::command::Command;
use super::history::{Act, History};
use super::machine::Machine;
use super::recording::Moment;
use super::refusal::Refusal;
use super::seal::Fingerprint;
use super::state::State;
use super::text::CaseId;

/// All that is kept of a review.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Setup and cases.
    pub state: State,
    /// What happened to it.
    pub history: History,
    /// The fingerprint that was taken when it was sealed; `None` if it is not sealed.
    pub seal: Option<Fingerprint>,
}

impl Snapshot {
    /// The state if the judgement of this case were recorded as it stands. No entry is made of it.
    ///
    /// # Errors
    /// [`Refusal`], as the gate would give it.
    pub fn recorded(&self, case: &CaseId, act: Act) -> Result<State, Refusal> {
        let is_sealed = self.seal.is_some() || self.history.sealed_at().is_some();
        let mut machine = Machine::new(self.state.clone(), is_sealed);
        machine.step(&Command::Record(case.clone()), Moment::of(act))?;
        Ok(machine.state)
    }
}
