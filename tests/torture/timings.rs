//! Not tests but measurements: how long a save takes, and a record of the journal.

use std::time::Instant;

use dbv_case_review::store::{open_for_work, save};

use super::made::judged;
use super::*;

/// `cargo test --no-default-features --test torture timings -- --ignored --nocapture`, with
/// `--release` for what a person has.
#[test]
#[ignore = "measures"]
fn timings() {
    let build = if cfg!(debug_assertions) {
        "debug"
    } else {
        "release"
    };
    for cases in [28, 1_650] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("West.dbvreview");
        let mut review = judged(cases);
        save(&path, &review.snapshot()).unwrap();
        let size = std::fs::metadata(&path).unwrap().len();
        let services = Arc::new(Still(Some(folder.path().join("own"))));
        let clock = Instant::now();
        let for_work = ready(open_for_work(&path, services.as_ref()).unwrap());
        let opening = clock.elapsed();
        let first = for_work.opened.review.snapshot();
        let clock = Instant::now();
        let keeper = Keeper::at_pace(mine(for_work.access), first, services, NEVER, || {});
        assert!(keeper.is_in_journal());
        let begun = clock.elapsed();
        let mut records = Vec::new();
        for change in 1..=50 {
            retitle(&mut review, &format!("Title {change}"));
            let clock = Instant::now();
            keeper.keep(review.snapshot());
            assert!(keeper.is_in_journal());
            records.push(clock.elapsed());
        }
        records.sort();
        let clock = Instant::now();
        keeper.write_now().unwrap();
        let saving = clock.elapsed();
        println!(
            "{build}: {cases} cases, {} entries, {size} bytes: open for work {opening:?}, journal \
             begun {begun:?}, record {:?} (median of 50; longest {:?}), save {saving:?}",
            review.history().entries().len(),
            records[25],
            records[49],
        );
    }
}
