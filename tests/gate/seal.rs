//! Sealing: what is sealed does not change, a change made elsewhere shows, and going on names what
//! it goes on from.

use crate::common::commands::commands;
use crate::common::world::{act, case_id, date, sample_review, small_review, text};
use crate::random::check_words;
use crate::steps::{done, refused};
use dbv_case_review::review::command::SetupEdit;
use dbv_case_review::review::history::Digest;
use dbv_case_review::review::seal::OtherWords;
use dbv_case_review::review::{
    Command, Fingerprint, Passage, Refusal, Replacement, Review, Sealing, Snapshot, Verified, Why,
    check_history,
};
use dbv_case_review::store::{read_text, write_text};
use proptest::prelude::*;

fn sealed() -> Review {
    let mut review = sample_review();
    done(&mut review, [Command::Seal]);
    review
}

fn restored(snapshot: Snapshot) -> Review {
    Review::restore(snapshot).unwrap().0
}

/// What the seal says after an edit of the kept state's JSON.
fn after(review: &Review, from: &str, to: &str) -> Sealing {
    let kept = serde_json::to_string(review.state()).unwrap();
    assert!(kept.contains(from), "{from}");
    let state = serde_json::from_str(&kept.replacen(from, to, 1)).unwrap();
    let snapshot = Snapshot {
        state,
        ..review.snapshot()
    };
    restored(snapshot).sealing().unwrap()
}

#[test]
fn a_sealed_review_says_so_and_that_it_is_unchanged() {
    let review = sealed();
    let sealing = review.sealing().unwrap();
    assert!(sealing.unchanged);
    assert_eq!(sealing.at, review.history().last_at());
    assert_eq!(sealing.now, sealing.fingerprint);
    assert_eq!(review.snapshot().seal, Some(sealing.fingerprint));
    assert_eq!((review.undoable(), review.redoable()), (None, None));
    let back = read_text(&write_text(&review.snapshot()).unwrap()).unwrap();
    assert_eq!(back.review.sealing(), Some(sealing));
    assert!(check_history(&back.review.snapshot()).is_unchanged());
    assert_eq!(sample_review().sealing(), None);
}

#[test]
fn whatever_is_changed_in_a_sealed_file_shows() {
    let review = sealed();
    let whole = review.sealing().unwrap();
    for (from, to) in [
        ("Anyshire", "Elsewhere"),
        ("\"support\":\"NotIdeal\"", "\"support\":\"Ideal\""),
        ("\"keep_until\":null", "\"keep_until\":\"2030-01-01\""),
    ] {
        let sealing = after(&review, from, to);
        assert_eq!(
            (sealing.unchanged, sealing.fingerprint),
            (false, whole.fingerprint)
        );
    }
    // A text of the history, which the review itself does not hold any more.
    let mut entries = serde_json::to_value(review.history()).unwrap();
    entries[3]["payload"] = entries[2]["payload"].clone();
    let history = serde_json::from_value(entries).unwrap();
    let tampered = restored(Snapshot {
        history,
        ..review.snapshot()
    });
    assert!(!tampered.sealing().unwrap().unchanged);
}

#[test]
fn a_seal_that_was_taken_off_or_put_on_by_hand_shows() {
    let review = sealed();
    let whole = review.sealing().unwrap();
    // The fingerprint is gone: what is there still gives the words that others took away.
    let off = restored(Snapshot {
        seal: None,
        ..review.snapshot()
    });
    let sealing = off.sealing().unwrap();
    assert_eq!(
        (sealing.unchanged, sealing.fingerprint),
        (false, whole.fingerprint)
    );
    // The last entry is gone, or there never was one.
    let mut entries = serde_json::to_value(review.history()).unwrap();
    entries.as_array_mut().unwrap().pop();
    let history = serde_json::from_value(entries).unwrap();
    let cut = Snapshot {
        history,
        ..review.snapshot()
    };
    assert!(!restored(cut).sealing().unwrap().unchanged);
    let mut on = restored(Snapshot {
        seal: Some(whole.fingerprint),
        ..sample_review().snapshot()
    });
    assert!(!on.sealing().unwrap().unchanged);
    let title = Command::Setup(SetupEdit::Title(text("Another")));
    assert_eq!(refused(&mut on, title.clone()), Refusal::Sealed);
    // Whoever goes on with it all the same leaves a history that could not have been made.
    done(&mut on, [Command::Continue(whole.fingerprint), title]);
    let check = check_history(&on.snapshot());
    let said = check.in_words().unwrap();
    assert!(said.contains("history, from entry"), "{said}");
}

#[test]
fn going_on_names_the_sealed_version() {
    let mut review = sealed();
    let first = review.sealing().unwrap().fingerprint;
    let other = Fingerprint(Digest::default());
    assert_eq!(
        refused(&mut review, Command::Continue(other)),
        Refusal::OtherFingerprint
    );
    assert_eq!(refused(&mut review, Command::Seal), Refusal::Sealed);
    let kept = review.snapshot();
    done(&mut review, [Command::Continue(first)]);
    assert_eq!((review.sealing(), review.snapshot().seal), (None, None));
    assert_eq!(refused(&mut review, Command::Undo), Refusal::NothingToUndo);
    assert_eq!(
        refused(&mut review, Command::Continue(first)),
        Refusal::NotSealed
    );
    done(
        &mut review,
        [Command::Reopen(case_id("C01")), Command::Seal],
    );
    let second = review.sealing().unwrap();
    assert!(second.unchanged && second.fingerprint != first);
    done(&mut review, [Command::Continue(second.fingerprint)]);
    let check = check_history(&review.snapshot());
    let ancestors: Vec<_> = (check.ancestors().iter())
        .map(|ancestor| (ancestor.fingerprint, ancestor.sealed_at, ancestor.verified))
        .collect();
    let said = [
        (first, kept.history.last_at(), Verified::Verified),
        (second.fingerprint, second.at, Verified::Verified),
    ];
    assert_eq!(ancestors, said);
    assert!(kept.history.is_continued_by(review.history()));
    assert!(!review.history().is_continued_by(&kept.history));
    assert!(check_history(&review.snapshot()).is_unchanged());
}

#[test]
fn a_sealed_review_keeps_its_passages() {
    let mut review = sealed();
    let passage = Passage::new("telephone").unwrap();
    let taken = |review: &mut Review| {
        review.redact(
            &passage,
            Replacement::Removed,
            Why::SomethingElse,
            act(9, false),
        )
    };
    assert_eq!(taken(&mut review), Err(Refusal::Sealed));
    let fingerprint = review.sealing().unwrap().fingerprint;
    done(&mut review, [Command::Continue(fingerprint)]);
    assert!(taken(&mut review).is_ok());
}

#[test]
fn a_fingerprint_is_ten_words_that_can_be_typed() {
    let digest = "00ff102030405060708090a0b0c0d0e0f0000000000000000000000000000000";
    let fingerprint = Fingerprint(Digest::try_from(digest.to_owned()).unwrap());
    assert_eq!(
        fingerprint.in_words(),
        "acorn zinc barley castle dingle emu frost hammer jetty lava"
    );
    let words = fingerprint.in_words();
    assert_eq!(fingerprint.is(&words), Ok(()));
    let typed = words.to_uppercase().replace(' ', ",\n 7. ");
    assert_eq!(fingerprint.is(&typed), Ok(()));
    let wrong = words.replace("barley", "adder").replace("lava", "elk");
    assert_eq!(fingerprint.is(&wrong), Err(OtherWords::Differ(vec![3, 10])));
    let few = fingerprint.is("acorn zinc").unwrap_err();
    assert_eq!(few.to_string(), "a fingerprint has 10 words; these are 2");
    let said = fingerprint.is(&wrong).unwrap_err().to_string();
    assert_eq!(said, "not the same: word 3, 10");
}

/// Whatever is written into the hash is part of what others took away: it must not change.
#[test]
fn the_fingerprint_of_a_review_is_the_same_in_every_version() {
    let review = sealed();
    assert_eq!(
        review.sealing().unwrap().fingerprint.in_words(),
        "sketch yarrow bison shell bottle glade bamboo echo lotus button"
    );
}

#[test]
fn until_when_it_is_kept_is_part_of_the_review() {
    let mut review = sample_review();
    let until = |on: &str| Command::KeepUntil(Some(date(on)));
    done(&mut review, [until("2027-03-31")]);
    assert_eq!(review.state().keep_until(), Some(date("2027-03-31")));
    done(&mut review, [until("2028-03-31"), Command::Undo]);
    assert_eq!(review.state().keep_until(), Some(date("2027-03-31")));
    let back = read_text(&write_text(&review.snapshot()).unwrap()).unwrap();
    assert_eq!(back.review.state(), review.state());
    let sealing = after(
        &sealed(),
        "\"keep_until\":null",
        "\"keep_until\":\"2028-01-01\"",
    );
    assert!(!sealing.unchanged);
    let state = serde_json::to_string(review.state()).unwrap();
    let state = serde_json::from_str(&state.replace("2027-03-31", "2029-03-31")).unwrap();
    let check = check_history(&Snapshot {
        state,
        ..review.snapshot()
    });
    assert_eq!(check.changed_outside, ["setup"]);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_changes_a_sealed_review_but_going_on(
        first in commands(),
        second in commands(),
    ) {
        let mut review = small_review();
        for (n, command) in first.into_iter().enumerate() {
            let _ = review.apply(command, act(n + 10, false));
        }
        done(&mut review, [Command::Seal]);
        let kept = review.snapshot();
        for command in second.clone() {
            let why = refused(&mut review, command);
            check_words(&why);
            prop_assert_eq!(why, Refusal::Sealed);
        }
        prop_assert!(review.snapshot() == kept);
        let mut review = restored(kept);
        let sealing = review.sealing().unwrap();
        prop_assert!(sealing.unchanged);
        done(&mut review, [Command::Continue(sealing.fingerprint)]);
        for (n, command) in second.into_iter().enumerate() {
            let _ = review.apply(command, act(n + 500, false));
        }
        prop_assert_eq!(review.sealing(), None);
        prop_assert!(check_history(&review.snapshot()).is_unchanged());
        let check = check_history(&review.snapshot());
        prop_assert_eq!(check.ancestors()[0].fingerprint, sealing.fingerprint);
        prop_assert_eq!(check.ancestors()[0].verified, Verified::Verified);
    }
}
