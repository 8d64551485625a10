//! How long the panel has been on a case and in session, and how long the cases left will take at
//! this pace. Nothing of it is kept: a record of minutes per child would measure the wrong thing.

use std::collections::HashMap;

use super::words::count;
use crate::review::text::CaseId;
use crate::review::{Review, Timestamp};

/// Minutes that are planned for a case.
const PLANNED: u64 = 15;
/// Cases recorded in this sitting from which on a pace can be told.
const ENOUGH: usize = 2;
/// A pace is told in steps of so many minutes: it is no more exact.
const STEP: u64 = 5;

/// What has been noted of the time, since this window opened.
#[derive(Clone, Debug, Default)]
pub struct Pace {
    /// The case that is on the review screen.
    on: Option<On>,
    /// Seconds for which each case was there before.
    spent: HashMap<CaseId, u64>,
    /// The cases that were recorded meanwhile, in the order in which they were.
    recorded: Vec<CaseId>,
    /// The revision that was looked at last.
    looked: Option<u64>,
    /// What there is to say, and of what.
    said: Option<(Said, Of)>,
}

/// The case that is on the review screen.
#[derive(Clone, Debug)]
struct On {
    case: CaseId,
    since: Timestamp,
    /// Whether it was recorded when it was last looked at.
    recorded: bool,
}

/// What it is said of; where none of it is another, nothing is reckoned anew.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Of {
    revision: u64,
    case: CaseId,
    minutes: u64,
}

/// How many cases are left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// To be recorded: those for practice are not, and parked ones only once no other is left.
    pub cases: usize,
    /// Parked ones besides.
    pub parked: usize,
}

/// What there is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The case.
    case: CaseId,
    /// Minutes on it.
    minutes: u64,
    left: Left,
    /// Minutes for a case, and of how many cases that is the middle; `None` = too few to tell.
    pace: Option<(u64, usize)>,
}

impl Pace {
    /// Notes which case is on the review screen now, if any is.
    pub fn look(
        &mut self,
        review: &Review,
        case: Option<&CaseId>,
        now: Timestamp,
        left: impl FnOnce() -> Left,
    ) {
        let is_recorded = |case: &CaseId| {
            let case = review.case(case);
            case.is_some_and(|case| case.judgement().is_some())
        };
        let revision = Some(review.revision());
        if self.looked != revision
            && let Some(on) = &mut self.on
        {
            let recorded = is_recorded(&on.case);
            if recorded != on.recorded {
                self.recorded.retain(|case| *case != on.case);
                self.recorded.extend(recorded.then(|| on.case.clone()));
                on.recorded = recorded;
            }
        }
        self.looked = revision;
        if self.on.as_ref().map(|on| &on.case) != case {
            self.leave(now);
            self.on = case.map(|case| On {
                recorded: is_recorded(case),
                case: case.clone(),
                since: now,
            });
        }
        self.say(review, now, left);
    }

    /// The case has another number now.
    pub fn rename_case(&mut self, before: &CaseId, now: &CaseId) {
        if let Some(seconds) = self.spent.remove(before) {
            self.spent.insert(now.clone(), seconds);
        }
        let on = self.on.as_mut().map(|on| &mut on.case);
        for case in self.recorded.iter_mut().chain(on) {
            if case == before {
                *case = now.clone();
            }
        }
    }

    /// What there is to say of the case on the screen.
    pub fn said(&self) -> Option<&Said> {
        self.said.as_ref().map(|(said, _)| said)
    }

    /// Seconds until there is something else to say.
    pub fn next_in(&self, now: Timestamp) -> Option<u64> {
        let on = self.on.as_ref()?;
        Some(60 - self.seconds(&on.case, now) % 60)
    }

    fn leave(&mut self, now: Timestamp) {
        if let Some(on) = self.on.take() {
            *self.spent.entry(on.case).or_default() += between(on.since, now);
        }
    }

    /// Seconds for which a case has been on the screen.
    fn seconds(&self, case: &CaseId, now: Timestamp) -> u64 {
        let before = self.spent.get(case).copied().unwrap_or(0);
        let on = self.on.as_ref().filter(|on| on.case == *case);
        before + on.map_or(0, |on| between(on.since, now))
    }

    fn say(&mut self, review: &Review, now: Timestamp, left: impl FnOnce() -> Left) {
        let Some(case) = self.on.as_ref().map(|on| on.case.clone()) else {
            self.said = None;
            return;
        };
        let minutes = self.seconds(&case, now) / 60;
        let of = Of {
            revision: review.revision(),
            case: case.clone(),
            minutes,
        };
        if self.said.as_ref().is_some_and(|(_, before)| *before == of) {
            return;
        }
        let said = Said {
            case,
            minutes,
            left: left(),
            pace: self.pace(review, now),
        };
        self.said = Some((said, of));
    }

    /// The median of the minutes that the cases recorded in this sitting took: a lunch that was
    /// spent on one of them does not weigh in it. What is for practice does not count.
    fn pace(&self, review: &Review, now: Timestamp) -> Option<(u64, usize)> {
        let counts = |id: &&CaseId| {
            let case = review.case(id);
            case.is_some_and(|case| case.judgement().is_some() && !case.practice)
        };
        let counted = self.recorded.iter().filter(counts);
        let mut seconds: Vec<u64> = counted.map(|case| self.seconds(case, now)).collect();
        if seconds.len() < ENOUGH {
            return None;
        }
        seconds.sort_unstable();
        let middle = seconds.len() / 2;
        let upper = seconds.get(middle).copied()?;
        let median = match seconds.len() % 2 {
            0 => u64::midpoint(seconds.get(middle.checked_sub(1)?).copied()?, upper),
            _ => upper,
        };
        // Nobody judges in no time; whole minutes, rounded.
        Some((((median + 30) / 60).max(1), seconds.len()))
    }
}

/// A clock that was put back tells nothing.
fn between(since: Timestamp, now: Timestamp) -> u64 {
    let passed = now.utc().signed_duration_since(since.utc());
    u64::try_from(passed.num_seconds()).unwrap_or(0)
}

impl Said {
    /// "12 min · 9 left"
    pub fn in_short(&self) -> String {
        let left = match self.left.cases {
            0 => "none left".to_owned(),
            left => format!("{left} left"),
        };
        format!("{} · {left}", self.minutes_in_short())
    }

    /// "12 min"
    pub fn minutes_in_short(&self) -> String {
        let past = if self.minutes > PLANNED {
            format!(", past {PLANNED}")
        } else {
            String::new()
        };
        format!("{} min{past}", self.minutes)
    }

    /// The same in sentences, one a line.
    pub fn in_full(&self) -> Vec<String> {
        let Left { cases, parked } = self.left;
        let minutes = count_of(self.minutes, "minute", "minutes");
        let past = if self.minutes > PLANNED {
            format!(", past the {PLANNED} of a case")
        } else {
            String::new()
        };
        let mut lines = vec![format!("{minutes} on {} so far{past}", self.case)];
        let besides = match parked {
            0 => String::new(),
            _ => format!(", and {parked} parked"),
        };
        lines.push(match cases {
            0 => "No case is left to be recorded".to_owned(),
            _ => {
                let cases = count(cases, "case", "cases");
                format!("{cases} left to be recorded{besides}")
            }
        });
        match self.pace {
            _ if cases == 0 => {}
            Some((each, of)) => {
                let all = each.saturating_mul(u64::try_from(cases + parked).unwrap_or(u64::MAX));
                lines.push(format!(
                    "At this pace {}: {} a case, the middle of the {of} recorded in this sitting",
                    hours(all),
                    count_of(each, "minute", "minutes"),
                ));
            }
            None => lines.push(format!(
                "No pace yet: it is told from {ENOUGH} cases recorded in this sitting"
            )),
        }
        lines
    }
}

fn count_of(number: u64, one: &str, many: &str) -> String {
    count(usize::try_from(number).unwrap_or(usize::MAX), one, many)
}

/// "2 h 15 min", in steps of five minutes.
fn hours(minutes: u64) -> String {
    let steps = (minutes.saturating_add(STEP / 2) / STEP).max(1);
    let minutes = steps.saturating_mul(STEP);
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(minutes: u64, left: Left, pace: Option<(u64, usize)>) -> Said {
        Said {
            case: CaseId::new("C11").unwrap(),
            minutes,
            left,
            pace,
        }
    }

    fn left(cases: usize, parked: usize) -> Left {
        Left { cases, parked }
    }

    #[test]
    fn in_short() {
        assert_eq!(said(12, left(9, 0), None).in_short(), "12 min · 9 left");
        assert_eq!(
            said(17, left(0, 0), None).in_short(),
            "17 min, past 15 · none left"
        );
    }

    #[test]
    fn in_full_says_what_the_pace_rests_on() {
        assert_eq!(
            said(16, left(8, 1), Some((15, 4))).in_full(),
            [
                "16 minutes on C11 so far, past the 15 of a case",
                "8 cases left to be recorded, and 1 parked",
                "At this pace 2 h 15 min: 15 minutes a case, the middle of the 4 recorded in this \
                 sitting",
            ]
        );
        let first = said(1, left(1, 0), None).in_full();
        assert_eq!(first.len(), 3);
        assert!(first.iter().all(|line| !line.contains("At this pace")));
        assert_eq!(said(3, left(0, 0), Some((15, 4))).in_full().len(), 2);
    }

    #[test]
    fn hours_in_steps() {
        assert_eq!(hours(1), "5 min");
        assert_eq!(hours(58), "1 h");
        assert_eq!(hours(134), "2 h 15 min");
    }
}
