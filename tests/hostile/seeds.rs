//! What `fuzz/` begins with, and what it has found, tried in every run of the tests; and some
//! thousands of changes to it, which are the same in every run.

use std::fs;
use std::path::{Path, PathBuf};

use super::targets;

/// Changes to each seed. A run of `fuzz/` tries some hundred thousand in a minute.
const CHANGES: u64 = 60;

fn seeds(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/seeds")
        .join(target);
    let mut seeds: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    seeds.sort();
    assert!(!seeds.is_empty(), "no seeds in {}", folder.display());
    seeds
}

/// Numbers that jump about and are the same everywhere (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % most.max(1) as u64) as usize
    }
}

/// Bytes that mean something to the one or the other reader.
const MEANING: &[u8] = b"\"\\,;:()[]{}<>/=&\n\r#rNS-019eE.\xff\xe2\x80 ";

/// A few changes: bytes that become others, go, come twice, or change places with a later piece.
fn change(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    for _ in 0..=numbers.below(3) {
        let at = numbers.below(bytes.len());
        let end = (at + 1 + numbers.below(40)).min(bytes.len());
        match numbers.below(6) {
            _ if bytes.is_empty() => bytes.push(b','),
            0 => bytes[at] = MEANING[numbers.below(MEANING.len())],
            1 => bytes[at] ^= 1 << numbers.below(8),
            2 => bytes.insert(at, MEANING[numbers.below(MEANING.len())]),
            3 => drop(bytes.drain(at..end)),
            4 => {
                let piece = bytes[at..end].to_vec();
                let to = numbers.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            _ => {
                let piece = bytes[at..end].to_vec();
                let to = numbers.below(bytes.len());
                let until = (to + piece.len()).min(bytes.len());
                bytes.splice(to..until, piece);
            }
        }
    }
}

fn try_all(target: &str, holds: fn(&[u8])) {
    for (seed, (path, bytes)) in (1..).zip(seeds(target)) {
        let tried = |bytes: &[u8]| {
            let done = std::panic::catch_unwind(|| holds(bytes));
            if let Err(why) = done {
                eprintln!(
                    "{} does not hold for:\n{}",
                    path.display(),
                    String::from_utf8_lossy(bytes)
                );
                std::panic::resume_unwind(why);
            }
        };
        tried(&bytes);
        let mut numbers = Numbers(seed);
        for _ in 0..CHANGES {
            let mut changed = bytes.clone();
            change(&mut changed, &mut numbers);
            tried(&changed);
        }
    }
}

#[test]
fn files() {
    try_all("file", targets::file);
}

#[test]
fn journals() {
    try_all("journal", targets::journal);
}

#[test]
fn tables_of_cases() {
    try_all("cases", targets::cases);
}

#[test]
fn workbooks() {
    try_all("workbook", targets::workbook);
}

#[test]
fn provision_tables() {
    try_all("provisions", targets::provisions);
}

#[test]
fn baselines() {
    try_all("baseline", targets::baseline);
}

#[test]
fn words_of_a_command_line() {
    try_all("arguments", targets::arguments);
}

/// Writes the seeds that are reviews, anew: `cargo test --test hostile -- --ignored seeds_are_made`.
#[test]
#[ignore = "writes into fuzz/seeds"]
fn seeds_are_made() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    let text = targets::written(&targets::judged());
    write("file/judged.dbvreview", text.as_bytes());
    let old = "../../tests/files/v1/every-command.dbvreview";
    let old = fs::read_to_string(folder.join(old)).unwrap();
    write("file/version-1.dbvreview", shortened(&old).as_bytes());
    write("journal/judged.journal", journal().as_bytes());
}

/// A journal without the sums of its lines: a review that has begun, what was changed since, and a
/// text that was being typed.
fn journal() -> String {
    let at = "at:\"2026-11-22T14:02:05Z\"";
    let (begun, judged) = (targets::begun(), targets::judged());
    let base = ron::to_string(&targets::written(&begun)).unwrap();
    let mut lines = vec![
        format!("About((version:1,path:\"/r.dbvreview\",machine:\"M\",{at}))"),
        format!("Base({base})"),
    ];
    let since = begun.history().entries().len();
    for entry in judged.history().entries().iter().skip(since) {
        lines.push(format!(
            "Entry({})",
            ron::to_string(entry.as_ref()).unwrap()
        ));
    }
    lines.push(format!(
        "Typed(texts:[(field:\"note\",text:\"half a wo\")],{at})"
    ));
    lines.push(format!("Closed({at})\n"));
    lines.join("\n")
}

/// A file of version 1 without most of its history.
fn shortened(text: &str) -> String {
    let mut entries = text.match_indices("\n    (\n      header: (");
    let cut = entries.nth(12).unwrap().0;
    format!("{}\n  ],\n)\n", &text[..cut])
}
