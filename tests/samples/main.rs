//! The samples are what their tables say, made by the code that everybody else uses.
//!
//! `UPDATE_SAMPLES=1 cargo test --test samples` writes them anew after the tables have changed.
#![allow(clippy::unwrap_used, clippy::panic)]

mod beside;
mod first_steps;
mod making;
mod papers;
mod prepared;
mod promises;
mod west_marsh;

use dbv_case_review::review::{Followed, check_history};
use dbv_case_review::{privacy, store};

use first_steps::FIRST_STEPS;
use making::Sample;
use west_marsh::WEST_MARSH;

const SAMPLES: [Sample; 2] = [FIRST_STEPS, WEST_MARSH];

#[test]
fn every_sample_is_what_its_tables_say() {
    for sample in SAMPLES {
        let written = sample.written();
        if std::env::var_os("UPDATE_SAMPLES").is_some() {
            std::fs::write(sample.path(), &written).unwrap();
        }
        assert!(
            std::fs::read_to_string(sample.path()).unwrap() == written,
            "{} is not what its tables say; see the head of this file",
            sample.name
        );
    }
}

#[test]
fn every_sample_is_whole_and_unchanged_and_says_that_it_is_invented() {
    for sample in SAMPLES {
        let opened = store::read_text(&sample.written()).unwrap();
        assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
        let review = opened.review;
        let check = check_history(&review.snapshot());
        assert_eq!(check.chain, Ok(()));
        assert!(
            check.followed == Followed::Whole && check.is_unchanged(),
            "{}: {check:?}",
            sample.name
        );
        assert!(review.setup().note.starts_with("Invented: "));
    }
}

#[test]
fn no_sample_holds_anything_that_identifies_somebody() {
    for sample in SAMPLES {
        let review = sample.made();
        let found = privacy::identifying(review.setup(), review.state().every_case());
        let open: Vec<_> = found.iter().filter(|one| !one.kept).collect();
        assert!(open.is_empty(), "{}: {open:?}", sample.name);
    }
}
