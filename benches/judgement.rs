//! How long a person waits for figures: from a recorded judgement to new ones as the window does it
//! (weights are kept), the same from nothing, a whole file opened and projected; and beside them
//! the plain recomputation of the ranges, so that the gain is a ratio on the same machine in the
//! same run. 10,000 draws, ten rows, five years, five scenarios; `tests/common/workshop.rs` says
//! what the cases are.
//!
//! `cargo bench --no-default-features --bench judgement`
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/common/mod.rs"]
mod common;
mod plain;

use std::hint::black_box;
use std::path::Path;

use common::workshop::{FULL, PROGRAMME, WORKSHOP, Workshop};
use dbv_case_review::projection::{
    Draws, Inputs, Projection, Sampler, Scenario, project, project_with,
};
use dbv_case_review::review::Command;
use dbv_case_review::store;

fn main() {
    plain_is_the_same_model();
    divan::main();
}

/// One judgement recorded, and all figures of the projection.
#[divan::bench(args = [WORKSHOP, PROGRAMME], sample_count = 100, sample_size = 1)]
fn after_a_change(bencher: divan::Bencher<'_, '_>, cases: usize) {
    let mut workshop = Workshop::of(cases);
    let mut sampler = Sampler::new();
    let inputs = Inputs::of(workshop.review.setup(), workshop.review.cases());
    project_with(&mut sampler, &inputs, Draws::default(), &|| false);
    bencher.bench_local(|| -> Option<Projection> {
        let record = workshop.change();
        let inputs = judged(&mut workshop, record);
        project_with(&mut sampler, black_box(&inputs), Draws::default(), &|| {
            false
        })
    });
}

/// The same, with nothing kept.
#[divan::bench(args = [WORKSHOP, PROGRAMME], sample_count = 20, sample_size = 1)]
fn from_nothing(bencher: divan::Bencher<'_, '_>, cases: usize) {
    let mut workshop = Workshop::of(cases);
    bencher.bench_local(|| {
        let record = workshop.change();
        project(black_box(&judged(&mut workshop, record)), Draws::default())
    });
}

/// The ranges alone, plainly.
#[divan::bench(args = [WORKSHOP, PROGRAMME], sample_count = 3, sample_size = 1)]
fn plainly(bencher: divan::Bencher<'_, '_>, cases: usize) {
    let workshop = Workshop::of(cases);
    let inputs = Inputs::of(workshop.review.setup(), workshop.review.cases());
    bencher.bench_local(|| plain::ranges(black_box(&inputs), Draws::default().count, 1));
}

/// A file of as many cases as a review may hold.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn opened(bencher: divan::Bencher<'_, '_>) {
    let (folder, path) = full_file();
    bencher.bench_local(|| store::open(black_box(&path)).unwrap());
    drop(folder);
}

/// The same, and all its figures from nothing.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn opened_and_projected(bencher: divan::Bencher<'_, '_>) {
    let (folder, path) = full_file();
    bencher.bench_local(|| {
        let opened = store::open(black_box(&path)).unwrap();
        let inputs = Inputs::of(opened.review.setup(), opened.review.cases());
        assert_eq!(inputs.cases.len(), FULL);
        project(&inputs, Draws::default())
    });
    drop(folder);
}

fn judged(workshop: &mut Workshop, record: Command) -> Inputs {
    workshop.apply(record);
    Inputs::of(workshop.review.setup(), workshop.review.cases())
}

fn full_file() -> (tempfile::TempDir, std::path::PathBuf) {
    let review = Workshop::of(FULL).review;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("programme.dbvreview");
    store::save(Path::new(&path), &review.snapshot()).unwrap();
    (folder, path)
}

/// What is measured beside each other must be the same thing: the ranges agree within what 10,000
/// draws leave open: well within 4% of the width.
fn plain_is_the_same_model() {
    let workshop = Workshop::of(WORKSHOP);
    let inputs = Inputs::of(workshop.review.setup(), workshop.review.cases());
    let draws = Draws::default();
    let projection = project(&inputs, draws);
    let plain = plain::ranges(&inputs, draws.count, 1);
    assert_eq!(plain.len(), Scenario::ALL.len());
    for (figures, plain) in projection.scenarios.iter().zip(&plain) {
        let pairs = [
            (figures.full_effect, plain.first()),
            (figures.total_saving, plain.last()),
        ];
        for (range, plain) in pairs {
            let allowed = 0.04 * (range.p95 - range.p05);
            let ours = [range.p05, range.p50, range.p95];
            for (ours, plain) in ours.into_iter().zip(plain.unwrap()) {
                assert!((ours - plain).abs() < allowed, "{ours} is not {plain}");
            }
        }
    }
}
