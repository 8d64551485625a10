//! After a crash the program goes on with what was open. If it ends again soon after, the review
//! itself may be to blame, and the start after that waits for a person.

use std::fs;
use std::path::PathBuf;

use crate::services::Services;

/// Seconds after which going on has worked.
const SECONDS: f64 = 10.0;
const NAME: &str = "going-on";

/// Whether the program is going on with something, noted where the next start finds it.
#[derive(Debug, Default)]
pub struct GoingOn {
    note: Option<PathBuf>,
    since: Option<f64>,
    begun: bool,
}

impl GoingOn {
    /// As this computer knows it.
    pub fn new(services: &dyn Services) -> Self {
        Self {
            note: services.data_folder().map(|folder| folder.join(NAME)),
            ..Self::default()
        }
    }

    /// Whether the last start that went on by itself ended soon after. It is asked once: the next
    /// start tries again.
    pub fn failed_before(&self) -> bool {
        self.note
            .as_ref()
            .is_some_and(|note| fs::remove_file(note).is_ok())
    }

    /// Going on begins.
    pub fn begins(&mut self) {
        let written = self.note.as_ref().map(|note| fs::write(note, ""));
        self.begun = matches!(written, Some(Ok(())));
    }

    /// Whether it is still to be seen if it works; in how many seconds it will have.
    pub fn looks(&mut self, now: f64) -> Option<f64> {
        if !self.begun {
            return None;
        }
        let since = *self.since.get_or_insert(now);
        let left = since + SECONDS - now;
        if left > 0.0 {
            return Some(left);
        }
        self.worked();
        None
    }

    /// It works, or the program was closed as it should be.
    pub fn worked(&mut self) {
        if std::mem::take(&mut self.begun) {
            let _ = self.failed_before();
        }
    }
}

impl Drop for GoingOn {
    fn drop(&mut self) {
        // After a panic it stays, for the next start to find.
        if !std::thread::panicking() {
            self.worked();
        }
    }
}
