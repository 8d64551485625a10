//! What `check` says to people, line by line.

use std::fmt::Write as _;
use std::path::Path;

use super::{Report, Severity, place};
use crate::cli::words::{count, listed};
use crate::review::{Followed, Review};

/// The report for people.
pub(super) fn text(file: &Path, report: &Report, review: &Review) -> String {
    let mut out = String::new();
    let setup = review.setup();
    let _ = writeln!(out, "{}", file.display());
    let _ = writeln!(out, "{} · {}", setup.title, setup.local_authority);
    let _ = writeln!(
        out,
        "{}: {} complete, {} not, {} waiting for a parent{}",
        count(review.cases().len(), "case", "cases"),
        report.complete.unwrap_or_default(),
        report.drafts.unwrap_or_default(),
        report.waiting_for_parent.len(),
        if report.waiting_for_parent.is_empty() {
            String::new()
        } else {
            format!(" ({})", listed(&report.waiting_for_parent))
        }
    );
    history(report, review, &mut out);
    seal(review, &mut out);
    if report.identifying.is_empty() {
        let _ = writeln!(
            out,
            "Identifying details: none seen, which does not prove that there are none"
        );
    } else {
        let _ = writeln!(out, "Identifying details that somebody should look at:");
        for one in &report.identifying {
            let place = place(one.case.as_ref());
            let _ = writeln!(out, "  {place}, {}: {} “{}”", one.field, one.kind, one.text);
        }
    }
    if report.problems.is_empty() {
        let _ = writeln!(out, "Nothing needs anybody’s attention.");
        return out;
    }
    let _ = writeln!(out, "What needs a person:");
    for problem in &report.problems {
        let mark = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let _ = writeln!(out, "  {mark}, {}: {}", problem.place, problem.what);
    }
    out
}

fn history(report: &Report, review: &Review, out: &mut String) {
    let Some(history) = &report.history else {
        return;
    };
    let entries = count(history.entries, "entry", "entries");
    let _ = write!(
        out,
        "History: {entries}; the chain is {}, and ",
        history.chain
    );
    let _ = match (history.matches_review, report.followed) {
        (false, _) => writeln!(out, "the review is NOT what it gives"),
        (true, Some(Followed::Until { entry, why })) => writeln!(
            out,
            "every part of the review is what the last entry on it left; the entries cannot be \
             followed beyond number {entry} ({})",
            why.label()
        ),
        (true, _) => writeln!(out, "the review is exactly what it gives"),
    };
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
}

fn seal(review: &Review, out: &mut String) {
    match review.sealing() {
        None => {
            let _ = writeln!(out, "Seal: none");
        }
        Some(sealing) => {
            let since = if sealing.unchanged {
                "unchanged since; its ten words"
            } else if review.snapshot().seal.is_some() {
                "and CHANGED since; the ten words were"
            } else {
                "and CHANGED since; the ten words are gone, what is there now gives"
            };
            let on = sealing.at.date().in_words();
            let words = sealing.fingerprint.in_words();
            let _ = writeln!(out, "Seal: sealed on {on}, {since}:\n  {words}");
        }
    }
    for (fingerprint, at) in review.history().ancestors() {
        let on = at.date().in_words();
        let words = fingerprint.in_words();
        let _ = writeln!(
            out,
            "Goes on, since {on}, from a sealed version:\n  {words}"
        );
    }
}
