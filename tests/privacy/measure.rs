//! Counts what the scanner finds of what was marked.
//!
//! A passage is *found* if one finding of its kind covers all of it: what is taken out must not
//! leave a surname behind. A finding is *right* if it touches a passage of its kind; one of another
//! kind is a miss and a false alarm both. *Exact* are passages with a finding of just their bytes.

use std::fmt::Write as _;

use dbv_case_review::privacy::{Found, Kind, scan};

use crate::sentences::{Part, Sentence};

/// What was counted.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    pub passages: usize,
    pub found: usize,
    pub exact: usize,
    pub findings: usize,
    pub right: usize,
}

impl Tally {
    /// Of what is there, how much is found.
    pub fn recall(&self) -> f64 {
        share(self.found, self.passages)
    }

    /// Of what is said, how much is right.
    pub fn precision(&self) -> f64 {
        share(self.right, self.findings)
    }

    fn row(&self) -> String {
        format!(
            "{:>5} {:>5} {:>5} {:>7.1}% {:>8} {:>5} {:>8.1}%",
            self.passages,
            self.found,
            self.exact,
            100.0 * self.recall(),
            self.findings,
            self.right,
            100.0 * self.precision()
        )
    }
}

/// Nothing there, nothing missed; nothing said, nothing wrong.
fn share(part: usize, of: usize) -> f64 {
    if of == 0 {
        1.0
    } else {
        part as f64 / of as f64
    }
}

/// The tallies of a part of the set.
pub struct Measured {
    pub all: Tally,
    pub by_kind: Vec<(Kind, Tally)>,
    /// Sentences without a mark, and how many of them raise a false alarm.
    pub plain: usize,
    pub alarmed: usize,
}

pub fn measure(sentences: &[Sentence], part: Option<Part>) -> Measured {
    let here = || {
        sentences
            .iter()
            .filter(|one| part.is_none_or(|part| one.part == part))
    };
    let by_kind: Vec<(Kind, Tally)> = Kind::ALL
        .into_iter()
        .map(|kind| {
            (
                kind,
                here().fold(Tally::default(), |t, one| add(t, one, kind)),
            )
        })
        .collect();
    let all = by_kind
        .iter()
        .fold(Tally::default(), |sum, (_, one)| Tally {
            passages: sum.passages + one.passages,
            found: sum.found + one.found,
            exact: sum.exact + one.exact,
            findings: sum.findings + one.findings,
            right: sum.right + one.right,
        });
    let plain = || here().filter(|one| one.marked.is_empty());
    Measured {
        all,
        by_kind,
        plain: plain().count(),
        alarmed: plain().filter(|one| !scan(&one.text).is_empty()).count(),
    }
}

fn add(mut tally: Tally, sentence: &Sentence, kind: Kind) -> Tally {
    let findings = scan(&sentence.text);
    for (range, of) in &sentence.marked {
        if *of == kind {
            tally.passages += 1;
            tally.found += usize::from(findings.iter().any(|one| covers(one, range, kind)));
            tally.exact += usize::from(
                findings
                    .iter()
                    .any(|one| one.kind == kind && one.range == *range),
            );
        }
    }
    for finding in findings.iter().filter(|one| one.kind == kind) {
        tally.findings += 1;
        tally.right += usize::from(is_right(finding, sentence));
    }
    tally
}

fn covers(finding: &Found, range: &std::ops::Range<usize>, kind: Kind) -> bool {
    finding.kind == kind && finding.range.start <= range.start && finding.range.end >= range.end
}

fn is_right(finding: &Found, sentence: &Sentence) -> bool {
    sentence.marked.iter().any(|(range, kind)| {
        finding.kind == *kind && finding.range.start < range.end && range.start < finding.range.end
    })
}

/// All figures, as they stand in `table.txt`.
pub fn table(sentences: &[Sentence], unseen: &[Sentence], last: &[Sentence]) -> String {
    let mut out = String::new();
    for (name, measured) in [
        (
            "two thirds in the open",
            measure(sentences, Some(Part::Open)),
        ),
        (
            "the third held out",
            measure(sentences, Some(Part::HeldOut)),
        ),
        ("all", measure(sentences, None)),
        ("written later (unseen.txt)", measure(unseen, None)),
        ("written last (last.txt)", measure(last, None)),
    ] {
        let _ = writeln!(
            out,
            "{name}: {} false alarms in {} sentences without anything identifying\n\
             {:<14} there found exact   recall findings right precision",
            measured.alarmed, measured.plain, "kind"
        );
        for (kind, tally) in &measured.by_kind {
            let _ = writeln!(out, "{:<14} {}", kind.code(), tally.row());
        }
        let _ = writeln!(out, "{:<14} {}\n", "all", measured.all.row());
    }
    out
}

/// Prints what is missed and what is wrongly said.
pub fn print_wrong(sentences: &[Sentence], part: Option<Part>) {
    let here = |one: &&Sentence| part.is_none_or(|part| one.part == part);
    for sentence in sentences.iter().filter(here) {
        let findings = scan(&sentence.text);
        let words = |range: &std::ops::Range<usize>| &sentence.text[range.clone()];
        let mut wrong = String::new();
        for (range, kind) in &sentence.marked {
            if !findings.iter().any(|one| covers(one, range, *kind)) {
                let _ = write!(wrong, "  missed {}: {}", kind.code(), words(range));
            } else if !findings.iter().any(|one| one.range == *range) {
                let _ = write!(wrong, "  inexact {}: {}", kind.code(), words(range));
            }
        }
        for one in findings.iter().filter(|one| !is_right(one, sentence)) {
            let _ = write!(wrong, "  false {}: {}", one.kind.code(), words(&one.range));
        }
        if !wrong.is_empty() {
            println!("{}: {}\n    {wrong}", sentence.line, sentence.text);
        }
    }
}
