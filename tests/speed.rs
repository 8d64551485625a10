//! How long a person waits for new figures. Not a test that can fail on a slow machine: it prints.
//! (`benches/judgement.rs` measures more, beside a plain recomputation.)
//!
//! `cargo test --release --no-default-features --test speed -- --ignored --nocapture`
#![allow(clippy::unwrap_used)]

mod common;

use std::time::{Duration, Instant};

use common::workshop::{PROGRAMME, WORKSHOP, Workshop};
use dbv_case_review::projection::{Draws, Inputs, Projection, Sampler, project, project_with};

const TIMES: usize = 50;

#[test]
#[ignore = "prints times; meant for a release build on a quiet machine"]
fn from_a_recorded_judgement_to_new_figures() {
    let draws = Draws::default();
    for cases in [WORKSHOP, PROGRAMME] {
        let mut sampler = Sampler::new();
        let kept = measure(cases, |inputs| {
            project_with(&mut sampler, inputs, draws, &|| false).unwrap()
        });
        let anew = measure(cases, |inputs| project(inputs, draws));
        let count = draws.count;
        println!("From a recorded judgement to new figures, {cases} cases, {count} draws:");
        println!("as the window does it: {kept}");
        println!("everything drawn anew: {anew}");
    }
}

/// Records changed judgements, one after the other; the first, which draws all weights, is not
/// counted.
fn measure(cases: usize, mut figures: impl FnMut(&Inputs) -> Projection) -> String {
    let mut workshop = Workshop::of(cases);
    let mut times: Vec<Duration> = (0..=TIMES)
        .map(|_| {
            let record = workshop.change();
            let start = Instant::now();
            workshop.apply(record);
            let inputs = Inputs::of(workshop.review.setup(), workshop.review.cases());
            let projection = figures(&inputs);
            let time = start.elapsed();
            assert_eq!(inputs.cases.len(), cases);
            assert!(!projection.scenarios.is_empty());
            time
        })
        .skip(1)
        .collect();
    times.sort();
    format!(
        "median {:.1} ms, worst {:.1} ms of {TIMES}",
        milliseconds((times[TIMES / 2 - 1] + times[TIMES / 2]) / 2),
        milliseconds(times[TIMES - 1])
    )
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
