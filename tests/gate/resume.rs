//! Entries that a journal kept: taken up one by one they give the review that was lost, and what
//! does not fit is left out.

use crate::common::commands::commands;
use crate::common::world::{act, small_review};
use dbv_case_review::review::history::Entry;
use dbv_case_review::review::{Command, Review, check_history};
use proptest::prelude::*;

/// The entries that a review has and one that it goes on from has not, as a journal gives them back.
fn further(review: &Review, from: usize) -> Vec<Entry> {
    let entries = review.history().entries().iter().skip(from);
    let kept: Vec<String> = entries
        .map(|entry| serde_json::to_string(entry.as_ref()).unwrap())
        .collect();
    kept.iter()
        .map(|entry| serde_json::from_str(entry).unwrap())
        .collect()
}

#[test]
fn what_does_not_fit_is_left_out() {
    let base = small_review();
    let mut review = base.clone();
    for (n, command) in [Command::Undo, Command::Undo, Command::Redo]
        .into_iter()
        .enumerate()
    {
        review.apply(command, act(n + 20, false)).unwrap();
    }
    let entries = further(&review, base.history().entries().len());
    let said = |review: &mut Review, entry: &Entry| {
        let before = review.clone();
        let broken = review.resume(entry.clone()).unwrap_err();
        assert!(review.snapshot() == before.snapshot());
        assert_eq!(review.undoable(), before.undoable());
        broken.what
    };
    let mut review = base.clone();
    assert_eq!(said(&mut review, &entries[1]), "is out of order");
    let mut other = base.clone();
    other.apply(Command::Undo, act(77, false)).unwrap();
    assert_eq!(
        said(&mut other, &entries[1]),
        "does not follow on the one before"
    );
    let mut emptied = entries[0].clone();
    emptied.payload = None;
    assert_eq!(said(&mut review, &emptied), "has lost its text");
    let mut changed = entries[0].clone();
    changed.header.money_visible = true;
    assert_eq!(said(&mut review, &changed), "was changed");
    let mut salts = entries[0].clone();
    salts.salts.reverse();
    assert_eq!(said(&mut review, &salts), "gives another review");
    // Opened from a file, there is nothing that an undo could take back.
    let mut opened = Review::restore(base.snapshot()).unwrap().0;
    assert_eq!(said(&mut opened, &entries[0]), "cannot be followed");
    for entry in entries {
        review.resume(entry).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_review_that_is_resumed_is_the_one_that_was_lost(
        commands in commands(),
        sealed in any::<bool>(),
    ) {
        // As at opening: nothing can be undone yet.
        let mut resumed = Review::restore(small_review().snapshot()).unwrap().0;
        let mut lost = resumed.clone();
        let from = lost.history().entries().len();
        for (n, command) in commands.into_iter().enumerate() {
            let _ = lost.apply(command, act(n + 10, n % 2 == 0));
        }
        if sealed {
            lost.apply(Command::Seal, act(300, false)).unwrap();
        }
        for entry in further(&lost, from) {
            resumed.resume(entry).unwrap();
        }
        prop_assert!(resumed.snapshot() == lost.snapshot());
        prop_assert_eq!(resumed.sealing(), lost.sealing());
        prop_assert!(check_history(&resumed.snapshot()).is_unchanged());
        // It can be undone as if it had never been closed.
        prop_assert_eq!(resumed.redoable(), lost.redoable());
        while let Some(kind) = lost.undoable() {
            prop_assert_eq!(resumed.undoable(), Some(kind));
            lost.apply(Command::Undo, act(400, false)).unwrap();
            resumed.apply(Command::Undo, act(400, false)).unwrap();
            prop_assert!(resumed.state() == lost.state());
        }
        prop_assert_eq!(resumed.undoable(), None);
    }
}
