//! Following a history from its first entry on.

use super::found::{At, Found};
use super::{Ancestor, Followed, Stop, Verified};
use crate::review::command::Command;
use crate::review::digest::Digest;
use crate::review::effort::Effort;
use crate::review::history::{Entry, History};
use crate::review::machine::Machine;
use crate::review::part::Part;
use crate::review::recording::Moment;
use crate::review::seal::Fingerprint;
use crate::review::state::{State, table_refusal};
use crate::review::touched::differing;

/// What following gives.
pub(super) struct Replayed {
    /// How far.
    pub(super) followed: Followed,
    /// The state that far.
    pub(super) state: Option<State>,
    /// What it says of sealed versions.
    pub(super) ancestors: Vec<Ancestor>,
}

/// Follows a history, as far as possible.
pub(super) fn replay(history: &History, found: &mut Found) -> Replayed {
    let mut following = Following {
        machine: None,
        effort: Effort::default(),
        // Entries of version 1 do not say what they touched; those after them do.
        tells_parts: history.tells_parts(),
        head: Digest::default(),
        fits: Vec::new(),
    };
    let mut followed = Followed::Whole;
    for (entry, number) in history.entries().iter().zip(1..) {
        if let Err(why) = following.take(entry, number, found) {
            let entry = number;
            followed = Followed::Until { entry, why };
            break;
        }
        following.head = entry.hash;
    }
    if following.machine.is_none() && followed == Followed::Whole {
        let (entry, why) = (1, Stop::CannotBeFollowed);
        followed = Followed::Until { entry, why };
    }
    Replayed {
        followed,
        state: following.machine.map(|machine| machine.state),
        ancestors: ancestors(history, &following.fits),
    }
}

struct Following {
    machine: Option<Machine>,
    effort: Effort,
    tells_parts: bool,
    /// The hash of the entry before.
    head: Digest,
    /// For each sealed version gone on from so far: whether its fingerprint fits.
    fits: Vec<bool>,
}

impl Following {
    fn take(&mut self, entry: &Entry, number: u64, found: &mut Found) -> Result<(), Stop> {
        let command = match &entry.payload {
            None => return Err(Stop::TakenOut),
            Some(payload) => &payload.command,
        };
        let moment = Moment {
            at: entry.header.at,
            money_visible: Some(entry.header.money_visible),
        };
        let parts = match (&mut self.machine, command) {
            (Some(_), Command::Redact(_)) => return Err(Stop::TakenOut),
            (None, Command::Create(setup)) if table_refusal(&setup.provisions).is_none() => {
                let state = State::new(setup.as_ref().clone());
                self.machine = Some(Machine::new(state, false));
                vec![Part::Setup, Part::Cases]
            }
            (None, _) => return Err(Stop::CannotBeFollowed),
            (Some(machine), command) => {
                let more = self.effort.take(&machine.state, command);
                more.ok_or(Stop::TooLong)?;
                let before = machine.state.clone();
                let stepped = machine.step(command, moment);
                stepped.map_err(|_| Stop::CannotBeFollowed)?;
                self.effort.carried(&machine.take_carried());
                if let Command::Continue(named) = command {
                    let (given, bytes) = Fingerprint::weighed(&before, self.head);
                    self.effort.hashed(bytes);
                    self.fits.push(given == *named);
                    if given != *named {
                        let what = "it names a sealed version that the history before it does \
                                    not give";
                        found.complain(At::Entry(number), what);
                    }
                }
                let parts = differing(&before, &machine.state);
                // A case that is added stands behind all that were there.
                if parts.contains(&Part::Cases) && !matches!(command, Command::AddCase(_)) {
                    self.effort.moved(&machine.state);
                }
                parts
            }
        };
        self.tells_parts |= !entry.header.changes.is_empty();
        let said = entry.header.changes.iter().map(|touched| &touched.part);
        if self.tells_parts && !said.eq(&parts) {
            let what = "it names other parts of the review than those that it changed";
            found.complain(At::Entry(number), what);
        }
        Ok(())
    }
}

/// The sealed versions that a history names; those that were reached fit or not.
fn ancestors(history: &History, fits: &[bool]) -> Vec<Ancestor> {
    let mut fits = fits.iter();
    let mut before: Option<&Entry> = None;
    let mut ancestors = Vec::new();
    for entry in history.entries() {
        let command = entry.payload.as_ref().map(|payload| &payload.command);
        if let Some(Command::Continue(fingerprint)) = command {
            let is_seal = |entry: &&Entry| entry.is_seal();
            ancestors.push(Ancestor {
                fingerprint: *fingerprint,
                entry: entry.header.number,
                sealed_at: before.filter(is_seal).map(|seal| seal.header.at),
                at: entry.header.at,
                verified: match fits.next() {
                    Some(true) => Verified::Verified,
                    Some(false) => Verified::Differs,
                    None => Verified::CannotBeChecked,
                },
            });
        }
        before = Some(entry);
    }
    ancestors
}
