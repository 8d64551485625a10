//! What to do when the program itself fails: everything handed over goes to the journals, and the
//! person learns where it is. The keepers' own threads do the writing, since they hold what there
//! is to write; a panic elsewhere does not stop them.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use super::keeper::errand::Errand;

/// How long a journal is waited for: a disk that hangs must not hang the end of the program.
const PATIENCE: Duration = Duration::from_secs(2);

struct Known {
    journal: Weak<Sender<Errand>>,
    folder: PathBuf,
}

/// The journals that this process has open.
static KNOWN: Mutex<Vec<Known>> = Mutex::new(Vec::new());

/// Keeps a journal in mind as long as its keeper lives.
pub(super) fn remember(journal: &Arc<Sender<Errand>>, folder: Option<&Path>) {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.retain(|one| one.journal.strong_count() > 0);
    known.extend(folder.map(|folder| Known {
        journal: Arc::downgrade(journal),
        folder: folder.to_owned(),
    }));
}

/// Has every open review write what was handed over into its journal; the folders of the journals
/// that hold all of it. Waits for at most 2 s for each.
pub fn flush() -> Vec<PathBuf> {
    let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut folders: Vec<PathBuf> = known
        .iter()
        .filter_map(|one| {
            let (answer, done) = channel();
            let journal = one.journal.upgrade()?;
            journal.send(Errand::Settle(answer)).ok()?;
            let is_safe = done.recv_timeout(PATIENCE).unwrap_or(false);
            is_safe.then(|| one.folder.clone())
        })
        .collect();
    folders.sort();
    folders.dedup();
    folders
}

/// From now on a panic says on standard error where in the program it was (never what it said,
/// which may hold a text), where the work is safe, and what to do.
pub fn install() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(|at| format!("{}, line {}", at.file(), at.line()));
        eprintln!("{}", last_words(place.as_deref(), &flush()));
    }));
}

fn last_words(place: Option<&str>, safe_in: &[PathBuf]) -> String {
    let mut words = format!(
        "The program has failed at {}. This is a fault of the program, not of yours.",
        place.unwrap_or("a place that is not known")
    );
    for folder in safe_in {
        words.push_str(&format!(
            "\nEverything until now is safe in the journal on this computer, in {}.\nStart the \
             program and open the review again: it goes on where it was.",
            folder.display()
        ));
    }
    words.push_str("\nPlease report the place named above.");
    words
}
