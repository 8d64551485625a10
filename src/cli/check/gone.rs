//! Identifying text of cases that were taken out: it stays in the payloads of their entries, where
//! nobody sees it and anybody who has the file can read it.

use std::collections::HashSet;

use super::trail::Trail;
use super::{Detail, Problem, place};
use crate::cli::words::count;
use crate::privacy::{Kept, Kind, scan};
use crate::review::Review;
use crate::review::command::Command;
use crate::review::text::CaseId;
use crate::review::texts::{HasTexts, Typed};

/// How much text is looked through, in bytes.
const MOST: usize = 8 << 20;

/// What looks identifying in the history of cases that are no longer in the review.
pub(super) struct Gone {
    pub(super) found: Vec<Detail>,
    /// The first entry that was not looked through any more.
    stopped_at: Option<u64>,
}

impl Gone {
    pub(super) fn of(review: &Review, trail: &Trail) -> Self {
        Self::within(review, trail, MOST)
    }

    fn within(review: &Review, trail: &Trail, most: usize) -> Self {
        let mut looking = Looking {
            kept: Kept::of(review.setup()),
            seen: HashSet::new(),
            told: HashSet::new(),
            left: most,
            found: Vec::new(),
        };
        let mut stopped_at = None;
        for entry in review.history().entries() {
            let number = entry.header.number;
            let Some(payload) = &entry.payload else {
                continue;
            };
            let imported = payload.command.imported();
            let whole = match (imported, payload.command.case()) {
                (Some(cases), _) => cases
                    .iter()
                    .filter(|case| trail.imported_is_gone(number, &case.file.id))
                    .all(|case| {
                        let alone = Command::Import(vec![case.clone()]);
                        looking.look(number, &case.file.id, alone)
                    }),
                (None, Some(case)) if trail.is_gone(number) => {
                    looking.look(number, case, payload.command.clone())
                }
                _ => true,
            };
            if !whole {
                stopped_at = Some(number);
                break;
            }
        }
        Self {
            found: looking.found,
            stopped_at,
        }
    }

    pub(super) fn problems(&self) -> Vec<Problem> {
        let watched: Vec<&Detail> = self.found.iter().filter(|one| !one.kept).collect();
        let mut cases: Vec<Option<&CaseId>> = watched.iter().map(|one| one.case.as_ref()).collect();
        cases.sort();
        cases.dedup();
        let of_case = cases.into_iter().map(|case| {
            let here = watched.iter().filter(|one| one.case.as_ref() == case);
            let pieces = count(here.count(), "piece of text looks", "pieces of text look");
            let what = format!(
                "it is not in the review, and {pieces} identifying in what the history keeps of \
                 it; look at them and take them out if they are"
            );
            Problem::warning(place(case), what)
        });
        let stopped = self.stopped_at.map(|entry| {
            let what = format!(
                "there is so much text of cases that are not in the review that from entry \
                 {entry} on it was not looked through for identifying details"
            );
            Problem::warning("history", what)
        });
        of_case.chain(stopped).collect()
    }
}

struct Looking {
    kept: Kept,
    /// Texts looked through: a field that was typed in many steps says the same again and again.
    seen: HashSet<(CaseId, String)>,
    told: HashSet<(CaseId, Kind, String)>,
    left: usize,
    found: Vec<Detail>,
}

impl Looking {
    /// Looks through a command; `false` once there was too much to look through.
    fn look(&mut self, entry: u64, case: &CaseId, mut command: Command) -> bool {
        let mut whole = true;
        command.show(&mut |_, typed| {
            let text = match &typed {
                Typed::Text(text) => text.as_str(),
                Typed::Case(id) => id.as_str(),
                Typed::Code(_) => return,
            };
            whole &= self.read(entry, case, text);
        });
        whole
    }

    fn read(&mut self, entry: u64, case: &CaseId, text: &str) -> bool {
        if text.is_empty() || !self.seen.insert((case.clone(), text.to_owned())) {
            return true;
        }
        let Some(left) = self.left.checked_sub(text.len()) else {
            return false;
        };
        self.left = left;
        for one in scan(text) {
            let words = text.get(one.range).unwrap_or_default().to_owned();
            if self.told.insert((case.clone(), one.kind, words.clone())) {
                self.found.push(Detail {
                    case: Some(case.clone()),
                    field: format!("history, entry {entry}"),
                    kind: one.kind.code(),
                    kept: self.kept.holds(&words),
                    text: words,
                });
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::case_file::CaseFile;
    use crate::review::setup::Setup;
    use crate::review::text::{ProvisionCode, Text};
    use crate::review::{Act, Salt, Timestamp, Via};

    #[test]
    fn no_more_is_looked_through_than_there_is_time_for() {
        let act = Act {
            at: Timestamp::EPOCH,
            via: Via::Typed,
            money_visible: false,
            salt: Salt(*b"not random at al"),
        };
        let year = "2024-25".parse().unwrap();
        let setup = Setup::new(Text::cut("T"), Text::cut("L"), year);
        let code: ProvisionCode = setup.provisions[0].code.clone();
        let mut review = Review::begin(setup, act).unwrap();
        for number in ["C1", "C2"] {
            let id = CaseId::new(number).unwrap();
            let mut file = CaseFile::new(id.clone(), code.clone());
            file.pen_portrait = Text::cut("He lives in LS98 4QT.");
            for command in [Command::AddCase(Box::new(file)), Command::RemoveCase(id)] {
                review.apply(command, act).unwrap();
            }
        }
        let trail = Trail::of(&review);
        let gone = |most| Gone::within(&review, &trail, most);
        assert_eq!(gone(MOST).found.len(), 2);
        assert_eq!(gone(MOST).problems().len(), 2);
        let short = gone(40);
        assert_eq!((short.found.len(), short.stopped_at), (1, Some(4)));
        let last = short.problems().pop().unwrap();
        assert!(last.what.contains("from entry 4 on"), "{}", last.what);
    }
}
