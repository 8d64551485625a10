//! `check`: is a file whole, complete, unchanged and anonymous? For a person who was not in the
//! room, and for scripts.

mod aside;
mod gone;
mod hollow;
mod later;
mod round;
mod text;
mod trail;

use std::path::Path;

use serde::Serialize;

use self::aside::PutAside;
use self::gone::Gone;
use self::hollow::Hollow;
use self::round::Round;
use self::trail::Trail;
use super::words::count;
use super::{DONE, Done, NEEDS_A_PERSON, NOT_DONE};
use crate::privacy::{self, Identifying, Rare, Who};
use crate::review::case::{Case, Status};
use crate::review::perspective;
use crate::review::refusal::in_words;
use crate::review::text::CaseId;
use crate::review::{
    Complaint, Followed, HistoryCheck, Review, Sealing, Timestamp, Verified, check_history,
};
use crate::store::{OpenError, Opened, Warning};

/// `check --format json`: the keys and their order are a contract.
#[derive(Serialize)]
struct Report {
    readable: bool,
    version: Option<u64>,
    problems: Vec<Problem>,
    cases: Option<usize>,
    complete: Option<usize>,
    drafts: Option<usize>,
    waiting_for_parent: Vec<CaseId>,
    history: Option<History>,
    seal: Option<Seal>,
    identifying: Vec<Detail>,
    round: Option<Round>,
    hollow: Option<Hollow>,
    /// For people only: the text says more of it.
    #[serde(skip)]
    found: Option<HistoryCheck>,
    /// Among the problems as well; the text says what they have in common once.
    #[serde(skip)]
    rare: Vec<Rare>,
}

#[derive(Serialize)]
struct Problem {
    #[serde(rename = "where")]
    place: String,
    what: String,
    severity: Severity,
    /// Whether it is advice: there is always somebody rare in a small review, so that nothing is
    /// wrong with a file that has it, and it does not change the exit status.
    #[serde(skip)]
    advice: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Severity {
    Error,
    Warning,
}

#[derive(Serialize)]
struct History {
    entries: usize,
    chain: &'static str,
    matches_review: bool,
    changed_outside: Vec<String>,
    /// The last entry that could be followed; `None` if all could.
    followed_to: Option<u64>,
    /// Places of which nobody can tell, and those that rest on text taken out alone.
    unchecked: Vec<String>,
    taken_out: Vec<TakenOut>,
    /// Sealed versions that it goes on from.
    ancestors: Vec<Ancestor>,
    put_aside: Vec<PutAside>,
    /// Those that are not in the review now.
    taken_out_after_judging: Vec<CaseId>,
    /// Those that are for practice now.
    practice_after_judging: Vec<CaseId>,
}

#[derive(Serialize)]
struct TakenOut {
    entry: u64,
    at: Timestamp,
    what: &'static str,
}

#[derive(Serialize)]
struct Ancestor {
    /// Ten words.
    fingerprint: String,
    at: Timestamp,
    /// `None`: nobody can tell.
    verified: Option<bool>,
}

#[derive(Serialize)]
struct Seal {
    sealed: bool,
    /// Ten words.
    fingerprint: String,
    unchanged: bool,
}

#[derive(Serialize)]
struct Detail {
    case: Option<CaseId>,
    field: String,
    kind: &'static str,
    text: String,
    /// Whether somebody has looked at it and kept it.
    kept: bool,
}

impl Problem {
    fn new(severity: Severity, place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
            severity,
            advice: false,
        }
    }

    fn error(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self::new(Severity::Error, place, what)
    }

    fn warning(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self::new(Severity::Warning, place, what)
    }

    fn advice(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            advice: true,
            ..Self::warning(place, what)
        }
    }
}

pub(super) fn check(file: &Path, json: bool) -> Done {
    let opened = crate::store::open(file);
    let (report, messages) = match &opened {
        Ok(opened) => (of(opened), String::new()),
        Err(why) => (unreadable(why), format!("{}: {why}\n", file.display())),
    };
    let in_order = report.problems.iter().all(|problem| problem.advice);
    let status = match (report.readable, in_order) {
        (false, _) => NOT_DONE,
        (true, false) => NEEDS_A_PERSON,
        (true, true) => DONE,
    };
    let out = match (json, &opened) {
        (true, _) => super::words::json(&report),
        (false, Ok(opened)) => text::text(file, &report, &opened.review),
        (false, Err(_)) => String::new(),
    };
    Done {
        out,
        messages,
        status,
    }
}

/// A file of which nothing is known but that it does not open.
fn unreadable(why: &OpenError) -> Report {
    let problems = match why {
        OpenError::Damaged(damage) => vec![Problem::error(
            format!("line {}, column {}", damage.line, damage.column),
            why.to_string(),
        )],
        OpenError::Refused(violations) => violations
            .iter()
            .map(|violation| Problem::error(&violation.place, violation.why.to_string()))
            .collect(),
        _ => vec![Problem::error("file", why.to_string())],
    };
    Report {
        readable: false,
        version: match why {
            OpenError::Newer { found, .. } => Some(*found),
            _ => None,
        },
        problems,
        cases: None,
        complete: None,
        drafts: None,
        waiting_for_parent: Vec::new(),
        history: None,
        seal: None,
        round: None,
        hollow: None,
        found: None,
        rare: Vec::new(),
        identifying: Vec::new(),
    }
}

fn of(opened: &Opened) -> Report {
    let review = &opened.review;
    let history = check_history(&review.snapshot());
    let identifying = privacy::identifying(review.setup(), review.state().every_case());
    let mut problems: Vec<Problem> = opened.warnings.iter().map(put_right).collect();
    problems.extend(of_history(&history));
    problems.extend(of_seal(review.sealing()));
    if review.setup().definition.is_none() {
        problems.push(Problem::warning(
            "definition of ideal",
            "it is not agreed what “ideal” means to this panel, so no judgement can be recorded",
        ));
    }
    let defined = review.setup().definition.is_some();
    // What is for practice need not be finished.
    let counting: Vec<&Case> = review.cases().filter(|case| !case.practice).collect();
    for case in &counting {
        problems.extend(of_case(case, defined));
        problems.extend(of_voices(case));
    }
    let trail = Trail::of(review);
    problems.extend(aside::problems(review, &trail));
    problems.extend(later::problems(review));
    problems.extend(of_identifying(&identifying));
    let gone = Gone::of(review, &trail);
    problems.extend(gone.problems());
    let rare = privacy::rare(review.setup(), review.cases());
    problems.extend(rare.iter().map(of_rare));
    let complete = counting.iter().filter(|case| case.counting().is_some());
    let complete = complete.count();
    Report {
        readable: true,
        version: Some(u64::from(opened.version)),
        problems,
        cases: Some(counting.len()),
        complete: Some(complete),
        drafts: Some(counting.len() - complete),
        waiting_for_parent: counting
            .iter()
            .filter(|case| case.status() == Status::WaitsForParent)
            .map(|case| case.id().clone())
            .collect(),
        history: Some(kept_history(review, &history, &trail)),
        seal: review.sealing().map(|sealing| Seal {
            sealed: true,
            fingerprint: sealing.fingerprint.in_words(),
            unchanged: sealing.unchanged,
        }),
        round: Some(Round::of(review)),
        hollow: Some(Hollow::of(review)),
        found: Some(history),
        rare,
        identifying: identifying
            .into_iter()
            .map(detail)
            .chain(gone.found)
            .collect(),
    }
}

fn kept_history(review: &Review, found: &HistoryCheck, trail: &Trail) -> History {
    let taken_out = review.history().redactions();
    let taken_out = taken_out.map(|(redaction, header)| TakenOut {
        entry: header.number,
        at: header.at,
        what: redaction.what.label(),
    });
    let ancestors = found.ancestors().iter().map(|ancestor| Ancestor {
        fingerprint: ancestor.fingerprint.in_words(),
        at: ancestor.at,
        verified: match ancestor.verified {
            Verified::Verified => Some(true),
            Verified::Differs => Some(false),
            Verified::CannotBeChecked => None,
        },
    });
    let rests = found.rests_on_redaction.iter().map(ToString::to_string);
    let mut unchecked: Vec<String> = found.unchecked.iter().cloned().chain(rests).collect();
    unchecked.sort();
    unchecked.dedup();
    History {
        entries: review.history().entries().len(),
        chain: if found.chain.is_ok() {
            "whole"
        } else {
            "broken"
        },
        matches_review: found.changed_outside.is_empty(),
        changed_outside: found.changed_outside.clone(),
        followed_to: match found.followed {
            Followed::Whole => None,
            Followed::Until { entry, .. } => Some(entry.saturating_sub(1)),
        },
        unchecked,
        taken_out: taken_out.collect(),
        ancestors: ancestors.collect(),
        put_aside: aside::put_aside(review),
        taken_out_after_judging: trail.taken_out_after_judging(review).into_keys().collect(),
        practice_after_judging: trail.practice_after_judging().into_keys().collect(),
    }
}

/// What had to be put right on opening can only come from outside the program.
fn put_right(warning: &Warning) -> Problem {
    let Warning::DraftAgain { case, .. } = warning;
    Problem::error(place(Some(case)), warning.what())
}

fn of_history(history: &HistoryCheck) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Err(broken) = &history.chain {
        problems.push(Problem::error("history", broken.to_string()));
    }
    problems.extend(history.complaints.iter().map(|Complaint { place, what }| {
        let what = format!("{what}, so it was changed outside the program");
        Problem::error(place, what)
    }));
    let warnings = history.warnings.iter();
    problems.extend(warnings.map(|Complaint { place, what }| Problem::warning(place, *what)));
    problems.extend(history.unchecked.iter().map(|place| {
        let what = "the history cannot be followed to its end, so nobody can tell whether this is \
                    as it was recorded";
        Problem::warning(place, what)
    }));
    problems
}

/// A seal that does not hold. Where it was changed, the history says.
fn of_seal(sealing: Option<Sealing>) -> Option<Problem> {
    let what = sealing?.in_words()?;
    Some(Problem::error("seal", what))
}

/// What still has to be done about a case.
fn of_case(case: &Case, defined: bool) -> Option<Problem> {
    let missing = in_words(&case.missing());
    let what = match case.status() {
        Status::Recorded => return None,
        Status::Changing => {
            "it is recorded; changes on its form are not, and count nowhere".to_owned()
        }
        Status::NotStarted if case.whole_voices().is_some() => {
            "not judged yet; a parent has been heard".to_owned()
        }
        Status::NotStarted => "not judged yet, and no parent’s perspective is whole".to_owned(),
        Status::Draft => format!("a draft, which counts nowhere; missing: {missing}"),
        Status::WaitsForParent => {
            format!("waits for a parent, and counts nowhere until then; missing: {missing}")
        }
        Status::ReadyToRecord if defined => {
            "a draft, which counts nowhere; nothing is missing, it is only not recorded".to_owned()
        }
        Status::ReadyToRecord => {
            "a draft, which counts nowhere until it is agreed what “ideal” means".to_owned()
        }
    };
    Some(Problem::warning(place(Some(case.id())), what))
}

/// Parents' perspectives beside a recorded judgement that have been begun and are not whole: they
/// count nowhere, and nothing else would say so.
fn of_voices(case: &Case) -> Vec<Problem> {
    if case.judgement().is_none() {
        return Vec::new();
    }
    perspective::begun(&case.voices, case.file.is_under_sixteen())
        .map(|(voice, lacks)| {
            let who = voice
                .speaker
                .map_or_else(String::new, |speaker| format!(" ({})", speaker.label()));
            let what = format!(
                "a parent’s perspective{who} has been begun and counts nowhere until it is whole; \
                 missing: {}",
                perspective::in_words(&lacks)
            );
            Problem::warning(place(Some(case.id())), what)
        })
        .collect()
}

/// One warning for each place with identifying details that nobody has kept; the details are listed
/// apart.
fn of_identifying(found: &[Identifying]) -> Vec<Problem> {
    let watched: Vec<&Identifying> = found.iter().filter(|one| !one.kept).collect();
    watched
        .chunk_by(|a, b| a.case == b.case)
        .filter_map(|here| {
            let pieces = count(here.len(), "piece of text looks", "pieces of text look");
            let first = here.first()?;
            Some(Problem::warning(
                place(first.case.as_ref()),
                format!("{pieces} identifying; look at them and take them out if they are"),
            ))
        })
        .collect()
}

fn of_rare(rare: &Rare) -> Problem {
    Problem::advice(
        place_of(&rare.who),
        format!("{}. {}", rare.why, rare.advice),
    )
}

fn place_of(who: &Who) -> String {
    match who {
        Who::Case(case) => place(Some(case)),
        Who::Provision(code) => format!("provision {code}"),
    }
}

fn place(case: Option<&CaseId>) -> String {
    case.map_or_else(|| "setup".to_owned(), |case| format!("case {case}"))
}

fn detail(found: Identifying) -> Detail {
    Detail {
        case: found.case,
        field: found.field,
        kind: found.kind.code(),
        text: found.text,
        kept: found.kept,
    }
}
