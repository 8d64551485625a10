//! How long it takes to look. Prints; not a test that can fail on a slow machine.
//!
//! `cargo test --release --no-default-features --test privacy -- --ignored --nocapture speed`

use std::time::Instant;

use dbv_case_review::privacy::{Memo, identifying, rare, scan};
use dbv_case_review::review::case::Case;
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};

use crate::sentences;

/// Sentences of the set, one after the other, to this many characters.
fn prose(characters: usize, start: usize) -> String {
    let all = sentences::all();
    let words = all.iter().cycle().skip(start).map(|one| one.text.as_str());
    let mut text = String::new();
    for sentence in words {
        if text.chars().count() + sentence.chars().count() + 1 > characters {
            break;
        }
        text.push_str(sentence);
        text.push(' ');
    }
    text
}

fn case(number: usize) -> Case {
    let id = CaseId::new(format!("C{number:04}")).unwrap();
    let mut file = CaseFile::new(id, ProvisionCode::new("Mainstream").unwrap());
    file.primary_need = Text::cut(if number.is_multiple_of(40) {
        "VI"
    } else {
        "Autism"
    });
    file.pen_portrait = Text::cut(&prose(18_000, number));
    file.provision_summary = Text::cut(&prose(2_000, number + 7));
    Case::new(file)
}

#[test]
#[ignore = "prints times; meant for a release build on a quiet machine"]
fn speed() {
    for (what, text) in [
        ("half of it identifying", prose(20_000, 0)),
        ("nothing identifying", prose_without()),
    ] {
        scan(&text);
        let mut times: Vec<f64> = (0..200)
            .map(|_| {
                let start = Instant::now();
                std::hint::black_box(scan(&text));
                start.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!(
            "a text of {} characters, {what}: median {:.2} ms, worst of 200 {:.2} ms",
            text.chars().count(),
            times[100],
            times[199]
        );
    }
    let setup = crate::common::world::setup();
    let cases: Vec<std::sync::Arc<Case>> =
        (0..2_000).map(|n| std::sync::Arc::new(case(n))).collect();
    let bytes: usize = cases
        .iter()
        .map(|case| case.file.pen_portrait.len() + case.file.provision_summary.len())
        .sum();
    let start = Instant::now();
    let found = identifying(&setup, cases.iter().map(AsRef::as_ref)).len();
    println!(
        "2,000 cases, {:.1} MB of text: {found} found in {:.0} ms",
        bytes as f64 / 1e6,
        start.elapsed().as_secs_f64() * 1000.0
    );
    let mut memo = Memo::default();
    memo.update(&setup, &cases);
    let start = Instant::now();
    memo.update(&setup, &cases);
    println!(
        "again with nothing changed: {:.2} ms",
        start.elapsed().as_secs_f64() * 1000.0
    );
    let mut changed = cases.clone();
    changed[1_000] = std::sync::Arc::new(case(3_000));
    let start = Instant::now();
    memo.update(&setup, &changed);
    println!(
        "with one case changed: {:.2} ms",
        start.elapsed().as_secs_f64() * 1000.0
    );
    let start = Instant::now();
    let rare = rare(&setup, cases.iter().map(AsRef::as_ref)).len();
    println!(
        "rare children: {rare} in {:.2} ms",
        start.elapsed().as_secs_f64() * 1000.0
    );
}

fn prose_without() -> String {
    let all = sentences::all();
    let plain = all.iter().filter(|one| one.marked.is_empty());
    let text: Vec<&str> = plain
        .map(|one| one.text.as_str())
        .cycle()
        .take(1_000)
        .collect();
    text.join(" ").chars().take(20_000).collect()
}
