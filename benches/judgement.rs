//! From a recorded judgement to new figures, as the window does it (weights are kept), beside the
//! same with everything drawn anew.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/common/mod.rs"]
mod common;

use common::workshop::{PROGRAMME, WORKSHOP, Workshop};
use dbv_case_review::projection::{Draws, Inputs, Projection, Sampler, project, project_with};

fn main() {
    divan::main();
}

#[divan::bench(args = [WORKSHOP, PROGRAMME], sample_count = 100, sample_size = 1)]
fn with_kept_weights(bencher: divan::Bencher<'_, '_>, cases: usize) {
    let mut workshop = Workshop::of(cases);
    let mut sampler = Sampler::new();
    let inputs = Inputs::of(workshop.review.setup(), workshop.review.cases());
    project_with(&mut sampler, &inputs, Draws::default(), &|| false);
    bencher.bench_local(|| -> Option<Projection> {
        let inputs = judged(&mut workshop);
        project_with(&mut sampler, &inputs, Draws::default(), &|| false)
    });
}

#[divan::bench(args = [WORKSHOP, PROGRAMME], sample_count = 20, sample_size = 1)]
fn everything_anew(bencher: divan::Bencher<'_, '_>, cases: usize) {
    let mut workshop = Workshop::of(cases);
    bencher.bench_local(|| project(&judged(&mut workshop), Draws::default()));
}

fn judged(workshop: &mut Workshop) -> Inputs {
    let record = workshop.change();
    workshop.apply(record);
    Inputs::of(workshop.review.setup(), workshop.review.cases())
}
