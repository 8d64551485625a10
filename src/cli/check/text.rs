//! What `check` says to people, line by line.

use std::fmt::Write as _;
use std::path::Path;

use super::{Detail, Problem, Report, Severity, place, place_of};
use crate::cli::words::{count, listed};
use crate::review::{Ancestor, Followed, HistoryCheck, Review, Sealing, Verified};

/// The report for people.
pub(super) fn text(file: &Path, report: &Report, review: &Review) -> String {
    let mut out = String::new();
    let setup = review.setup();
    let _ = writeln!(out, "{}", file.display());
    let _ = writeln!(out, "{} · {}", setup.title, setup.local_authority);
    let _ = writeln!(
        out,
        "{}: {} complete, {} not, {} waiting for a parent{}",
        count(report.cases.unwrap_or_default(), "case", "cases"),
        report.complete.unwrap_or_default(),
        report.drafts.unwrap_or_default(),
        report.waiting_for_parent.len(),
        if report.waiting_for_parent.is_empty() {
            String::new()
        } else {
            format!(" ({})", listed(&report.waiting_for_parent))
        }
    );
    if let Some(found) = &report.found {
        history(report, found, review, &mut out);
        seal(found, review, &mut out);
    }
    if let Some(round) = &report.round {
        round.text(&mut out);
    }
    if let Some(hollow) = &report.hollow {
        hollow.text(&mut out);
    }
    identifying(report, &mut out);
    rare(report, &mut out);
    let problems: Vec<&Problem> = report.problems.iter().filter(|one| !one.advice).collect();
    if problems.is_empty() {
        let _ = writeln!(out, "Nothing needs anybody’s attention.");
        return out;
    }
    let _ = writeln!(out, "What needs a person:");
    for problem in problems {
        let mark = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let _ = writeln!(out, "  {mark}, {}: {}", problem.place, problem.what);
    }
    out
}

/// What can be done stands once below those whom it is about.
fn rare(report: &Report, out: &mut String) {
    if !report.rare.is_empty() {
        let _ = writeln!(
            out,
            "Who could be known without a name (advice; nothing is wrong):"
        );
    }
    for alike in report.rare.chunk_by(|a, b| a.advice == b.advice) {
        for one in alike {
            let _ = writeln!(out, "  {}: {}", place_of(&one.who), one.why);
        }
        let advice = alike.first().map_or("", |one| one.advice);
        let _ = writeln!(out, "  {advice}");
    }
}

fn identifying(report: &Report, out: &mut String) {
    let (kept, watched): (Vec<&Detail>, Vec<&Detail>) =
        report.identifying.iter().partition(|one| one.kept);
    if watched.is_empty() {
        let none = if kept.is_empty() { "none" } else { "no others" };
        let _ = writeln!(
            out,
            "Identifying details: {none} seen, which does not prove that there are none"
        );
    } else {
        let _ = writeln!(out, "Identifying details that somebody should look at:");
        for one in watched {
            let place = place(one.case.as_ref());
            let _ = writeln!(out, "  {place}, {}: {} “{}”", one.field, one.kind, one.text);
        }
    }
    if !kept.is_empty() {
        let pieces = count(
            kept.len(),
            "piece of text that looks",
            "pieces of text that look",
        );
        let _ = writeln!(out, "Looked at by somebody and kept: {pieces} identifying");
    }
}

fn history(report: &Report, found: &HistoryCheck, review: &Review, out: &mut String) {
    let Some(history) = &report.history else {
        return;
    };
    let entries = count(history.entries, "entry", "entries");
    let _ = write!(
        out,
        "History: {entries}; the chain is {}, and ",
        history.chain
    );
    let rests = found.rests_in_words();
    let _ = match found.followed {
        _ if !history.matches_review => writeln!(out, "the review is NOT what it gives"),
        Followed::Whole => writeln!(out, "the review is exactly what it gives"),
        Followed::Until { entry, why } => writeln!(
            out,
            "{}; the entries cannot be followed beyond number {entry} ({})",
            if found.unchecked.is_empty() {
                "every part of the review is what the last entry on it left"
            } else {
                "nobody can tell whether all of the review is what it gives"
            },
            why.label()
        ),
    };
    for sentence in rests {
        let _ = writeln!(out, "{sentence}");
    }
    for (redaction, header) in review.history().redactions() {
        let texts = count(redaction.fields, "text", "texts");
        let entries = count(redaction.entries.len(), "entry", "entries");
        let _ = writeln!(
            out,
            "Taken out on {}: {}, of {texts} of the review and {entries} of its history",
            header.at.date().in_words(),
            redaction.what.label()
        );
    }
    if !history.put_aside.is_empty() {
        let aside = history.put_aside.iter();
        let aside = aside.map(|one| match one.judged {
            true => format!("{} (judged)", one.case),
            false => one.case.to_string(),
        });
        let _ = writeln!(
            out,
            "Put aside, and in no figure: {}",
            listed(&aside.collect::<Vec<_>>())
        );
    }
    if !history.taken_out_after_judging.is_empty() {
        let cases = listed(&history.taken_out_after_judging);
        let _ = writeln!(out, "Taken out after judging, and in no figure: {cases}");
    }
    if !history.practice_after_judging.is_empty() {
        let cases = listed(&history.practice_after_judging);
        let _ = writeln!(out, "Said to be for practice after judging: {cases}");
    }
}

fn seal(found: &HistoryCheck, review: &Review, out: &mut String) {
    match review.sealing() {
        None => {
            let _ = writeln!(out, "Seal: none");
        }
        Some(sealing) => {
            let on = sealing.at.map_or_else(
                || "nobody knows when".to_owned(),
                |at| format!("on {}", at.date().in_words()),
            );
            let lost = review.snapshot().seal.is_none();
            let since = since(&sealing, lost, found);
            let words = sealing.fingerprint.in_words();
            let _ = writeln!(out, "Seal: sealed {on}, {since}:\n  {words}");
            if !lost && !sealing.fits {
                let now = sealing.now.in_words();
                let _ = writeln!(out, "What is there now gives:\n  {now}");
            }
        }
    }
    for Ancestor {
        fingerprint,
        at,
        verified,
        ..
    } in found.ancestors()
    {
        let on = at.date().in_words();
        let words = fingerprint.in_words();
        let gives = match verified {
            Verified::Verified => "",
            Verified::Differs => ", which the history before it does NOT give",
            Verified::CannotBeChecked => ", which can no longer be checked",
        };
        let _ = writeln!(
            out,
            "Goes on, since {on}, from a sealed version{gives}:\n  {words}"
        );
    }
}

/// What a seal says of the time since. A file that fits its seal was changed before it, if it was.
fn since(sealing: &Sealing, lost: bool, found: &HistoryCheck) -> String {
    if lost {
        return "and CHANGED since; the ten words are gone, what is there now gives".to_owned();
    }
    match (sealing.fits, sealing.unchanged, found.is_unchanged()) {
        (false, ..) => "and CHANGED since; the ten words were".to_owned(),
        (true, false, _) => {
            "and CHANGED since: something of its history is not as it was; the ten words still \
             are"
            .to_owned()
        }
        (true, true, true) => "unchanged since; its ten words".to_owned(),
        (true, true, false) => format!(
            "unchanged since; but it was CHANGED outside the program before that: {}; its ten words",
            found.places()
        ),
    }
}
