//! Headers against their commands: whoever changes a header and makes the chain anew leaves one that
//! does not say what its own command says.

use super::found::{At, Found, Wrong};
use crate::review::command::Command;
use crate::review::history::{Header, History, Via};

/// Holds every header against its command, and every entry that has lost its command against those
/// that say why. Returns what may be honest: times that go back.
pub(super) fn check(history: &History, found: &mut Found) -> Vec<Wrong> {
    let accounted = history.taken_out();
    let mut warnings = Vec::new();
    let mut before = None;
    for entry in history.entries() {
        let header = &entry.header;
        let at = At::Entry(header.number);
        if before.is_some_and(|before| header.at < before) {
            let what = "its time is earlier than that of the entry before";
            warnings.push((at.clone(), what));
        }
        before = Some(header.at);
        match &entry.payload {
            Some(payload) => {
                let wrong = against(header, &payload.command);
                found.complaints.extend(wrong.map(|what| (at, what)));
            }
            None if accounted.contains(&header.number) => {}
            None => {
                let what = "its text is missing, and no entry says that it was taken out";
                found.complain(at, what);
            }
        }
    }
    warnings
}

/// What a header says otherwise than its command.
fn against(header: &Header, command: &Command) -> Option<&'static str> {
    if header.kind != command.kind() {
        return Some("it is called another kind of change than it is");
    }
    // Of a redaction only the person who made it knows whether it was about one case.
    let is_redaction = matches!(command, Command::Redact(_));
    if !is_redaction && header.case.as_ref() != command.case() {
        return Some("it names another case than the one that it changed");
    }
    (!is_plausible(header.via, command)).then_some("it cannot have been made in the way it says")
}

/// Whether a change can be made in this way. A table brings what is in tables.
const fn is_plausible(via: Via, command: &Command) -> bool {
    !matches!(
        (via, command),
        (
            Via::Imported | Via::Combined,
            Command::Record(_)
                | Command::RevealRatings(_)
                | Command::RevealMoney(_)
                | Command::Seal
                | Command::Continue(_)
                | Command::Redact(_)
        )
    )
}
