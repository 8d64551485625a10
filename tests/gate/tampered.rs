//! Files changed by somebody who knows how they are made: headers and whole entries, with a chain
//! that is whole again.

use std::sync::Arc;

use crate::common::world::{act, case_id, sample_review, text};
use crate::steps::{done, file_edit};
use dbv_case_review::review::command::{FileEdit, FileText};
use dbv_case_review::review::history::{Digest, Entry, History, Payload, Salt};
use dbv_case_review::review::part::{Part, Touched, TouchedSalts};
use dbv_case_review::review::redact::Redaction;
use dbv_case_review::review::{
    Command, HistoryCheck, Passage, Replacement, Review, Snapshot, Verified, Via, Why,
    check_history,
};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

fn hash(prefix: &[u8], what: &impl Serialize) -> Digest {
    let json = serde_json::to_vec(what).unwrap();
    let hash = Sha256::new_with_prefix(prefix).chain_update(json);
    let hash = hash.finalize();
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    Digest::try_from(hex).unwrap()
}

/// A history after an edit of its entries, with a chain that is whole again.
fn forged(review: &Review, edit: impl FnOnce(&mut Vec<Entry>)) -> Snapshot {
    let entries = review.history().entries().iter();
    let mut entries: Vec<Entry> = entries.map(|entry| entry.as_ref().clone()).collect();
    edit(&mut entries);
    let mut previous = Digest::default();
    for (entry, number) in entries.iter_mut().zip(1..) {
        entry.header.number = number;
        entry.header.previous = previous;
        if let Some(Payload { salt, command }) = &entry.payload {
            entry.header.payload = hash(&salt.0, command);
        }
        entry.hash = hash(b"", &entry.header);
        previous = entry.hash;
    }
    let history: History = entries.into_iter().map(Arc::new).collect();
    assert_eq!(history.check(), Ok(()));
    Snapshot {
        history,
        ..review.snapshot()
    }
}

fn check_forged(review: &Review, edit: impl FnOnce(&mut Vec<Entry>)) -> HistoryCheck {
    check_history(&forged(review, edit))
}

/// The state after an edit of its JSON.
fn edited(snapshot: Snapshot, edit: impl FnOnce(&mut serde_json::Value)) -> Snapshot {
    let mut state = serde_json::to_value(&snapshot.state).unwrap();
    edit(&mut state);
    let state = serde_json::from_value(state).unwrap();
    Snapshot { state, ..snapshot }
}

fn restored(snapshot: Snapshot) -> Review {
    Review::restore(snapshot).unwrap().0
}

/// The index of the last entry that records a judgement.
fn last_record(review: &Review) -> usize {
    let is_record = |entry: &Arc<Entry>| entry.header.kind == "judgement recorded";
    review
        .history()
        .entries()
        .iter()
        .rposition(is_record)
        .unwrap()
}

type Edit<'a> = &'a dyn Fn(&mut Entry);

#[test]
fn a_header_that_says_otherwise_than_its_command_shows() {
    let review = sample_review();
    let at = last_record(&review);
    let edits: [(&str, Edit<'_>); 4] = [
        ("another kind", &|entry| {
            entry.header.kind = "parent asked".into()
        }),
        ("another case", &|entry| {
            entry.header.case = Some(case_id("C03"))
        }),
        ("the way it says", &|entry| entry.header.via = Via::Imported),
        ("other parts", &|entry| {
            entry.header.changes.clear();
            entry.salts.clear();
        }),
    ];
    for (what, edit) in edits {
        let check = check_forged(&review, |entries| edit(&mut entries[at]));
        let place = format!("history, entry {}", at + 1);
        assert_eq!(check.changed_outside, [place], "{what}");
        assert!(check.complaints[0].what.contains(what), "{what}");
    }
}

#[test]
fn a_time_that_goes_back_is_worth_a_look() {
    let review = sample_review();
    let check = check_forged(&review, |entries| {
        let first = entries[0].header.at;
        let last = entries.last_mut().unwrap();
        last.header.at = first;
    });
    let last = format!("history, entry {}", review.history().entries().len());
    assert_eq!(check.warnings.len(), 1);
    assert_eq!(check.warnings[0].place, last);
    assert!(!check.changed_outside.contains(&last));
    assert!(check_history(&review.snapshot()).warnings.is_empty());
}

#[test]
fn what_a_seal_says_when_its_file_was_tampered_with() {
    let mut review = sample_review();
    done(&mut review, [Command::Seal]);
    let whole = review.sealing().unwrap();
    // A text of the history is gone: the words fit all the same.
    let lost = forged(&review, |entries| entries[12].payload = None);
    let check = check_history(&lost);
    assert_eq!(check.changed_outside, ["history, entry 13"]);
    assert!(
        check.complaints[0]
            .what
            .contains("no entry says that it was taken out")
    );
    let sealing = restored(lost).sealing().unwrap();
    assert_eq!((sealing.fits, sealing.unchanged), (true, false));
    // What is only called a sealing is none.
    let sample = sample_review();
    let called = forged(&sample, |entries| {
        entries.last_mut().unwrap().header.kind = "sealed".into();
    });
    let on = Snapshot {
        seal: Some(whole.fingerprint),
        ..called.clone()
    };
    assert_eq!(restored(called).sealing(), None);
    let on = restored(on).sealing().unwrap();
    assert_eq!((on.at, on.unchanged), (None, false));
    assert!(on.now != on.fingerprint);
    // And a sealing stays one, whatever it is called.
    let hidden = forged(&review, |entries| {
        entries.last_mut().unwrap().header.kind = "undone".into();
    });
    let hidden = Snapshot {
        seal: None,
        ..hidden
    };
    assert!(!restored(hidden).sealing().unwrap().unchanged);
}

#[test]
fn what_was_changed_before_it_was_sealed_is_told_from_what_was_since() {
    let phase = |state: &mut serde_json::Value| state["cases"][1]["file"]["phase"] = "Other".into();
    let mut before = restored(edited(sample_review().snapshot(), phase));
    done(&mut before, [Command::Seal]);
    let mut review = sample_review();
    done(&mut review, [Command::Seal]);
    let since = restored(edited(review.snapshot(), phase));
    for (review, fits) in [(before, true), (since, false)] {
        let sealing = review.sealing().unwrap();
        assert_eq!((sealing.fits, sealing.unchanged), (fits, fits));
        let check = check_history(&review.snapshot());
        assert_eq!(check.changed_outside, ["case C02"]);
    }
}

#[test]
fn a_sealed_version_that_the_history_does_not_give_shows() {
    let mut review = sample_review();
    done(&mut review, [Command::Seal]);
    let fingerprint = review.sealing().unwrap().fingerprint;
    done(&mut review, [Command::Continue(fingerprint)]);
    let verified = |check: &HistoryCheck| check.ancestors()[0].verified;
    let check = check_history(&review.snapshot());
    assert_eq!(verified(&check), Verified::Verified);
    let number = review.history().entries().len();
    let check = check_forged(&review, |entries| entries[4].header.money_visible ^= true);
    assert_eq!(verified(&check), Verified::Differs);
    assert_eq!(check.changed_outside, [format!("history, entry {number}")]);
    let (put, why) = (Replacement::Removed, Why::SomethingElse);
    let passage = Passage::new("telephone").unwrap();
    review.redact(&passage, put, why, act(900, false)).unwrap();
    let check = check_history(&review.snapshot());
    assert_eq!(verified(&check), Verified::CannotBeChecked);
    assert!(check.is_unchanged());
}

/// The sample with another answer in C01, and an entry on text taken out that vouches for it.
fn claimed(edit: impl FnOnce(&mut serde_json::Value), emptied: &[u64]) -> Snapshot {
    let review = sample_review();
    let state = edited(review.snapshot(), |state| edit(&mut state["cases"][0])).state;
    let part = Part::Case(case_id("C01"));
    let snapshot = forged(&review, |entries| {
        for number in emptied {
            let entry = &mut entries[usize::try_from(*number).unwrap() - 1];
            (entry.payload, entry.salts) = (None, Vec::new());
        }
        let mut changes = entries.iter().flat_map(|entry| &entry.header.changes);
        let before = changes.rfind(|touched| touched.part == part).unwrap().after;
        let salt = Salt([7; 16]);
        let after = Some(hash(&salt.0, &state.cases()[0]));
        let command = Command::Redact(Redaction {
            what: Why::ChildsName,
            put: Replacement::Child,
            fields: 1,
            entries: emptied.to_vec(),
            outside: Vec::new(),
        });
        let mut last = entries.last().unwrap().clone();
        last.header.kind = command.kind().into();
        last.header.case = Some(case_id("C01"));
        last.header.changes = vec![Touched {
            part,
            before,
            after,
        }];
        last.salts = vec![TouchedSalts {
            before: None,
            after: Some(salt),
        }];
        last.payload = Some(Payload { salt, command });
        entries.push(last);
    });
    Snapshot { state, ..snapshot }
}

/// The number of an entry that changed C01.
fn of_c01(review: &Review) -> u64 {
    let entries = review.history().entries().iter();
    entries
        .take(last_record(review))
        .rfind(|entry| entry.header.case == Some(case_id("C01")))
        .unwrap()
        .header
        .number
}

#[test]
fn an_entry_on_text_taken_out_cannot_just_be_claimed() {
    let review = sample_review();
    let redact = format!("history, entry {}", review.history().entries().len() + 1);
    let answer = |case: &mut serde_json::Value| {
        case["standing"]["Recorded"]["judgement"]["confidence"] = "Low".into();
    };
    // Of no entry: all before it can be followed, and the case is not what that gives.
    let check = check_history(&claimed(answer, &[]));
    assert_eq!(check.changed_outside, [redact.clone(), "case C01".into()]);
    // Of an entry, and no mark anywhere.
    let number = of_c01(&review);
    let check = check_history(&claimed(answer, &[number]));
    assert_eq!(check.changed_outside, std::slice::from_ref(&redact));
    assert!(check.complaints[0].what.contains("a mark"));
    // Of an entry that still has its text.
    let claim = claimed(answer, &[number]);
    let at = usize::try_from(number).unwrap() - 1;
    let whole = review.history().entries().get(at).unwrap().clone();
    let entries = claim.history.entries().iter().map(|entry| {
        let same = entry.header.number == number;
        if same { whole.clone() } else { entry.clone() }
    });
    let history = entries.collect();
    let check = check_history(&Snapshot { history, ..claim });
    let told = |what: &str| check.complaints.iter().any(|one| one.what.contains(what));
    assert!(told("still have theirs"), "{check:?}");
    // With a mark nobody can tell, and that is said.
    let marked = |case: &mut serde_json::Value| {
        answer(case);
        case["file"]["pen_portrait"] = "[child] likes trains.".into();
    };
    let check = check_history(&claimed(marked, &[number]));
    assert_eq!(check.changed_outside, Vec::<String>::new());
    assert_eq!(check.rests_on_redaction, [Part::Case(case_id("C01"))]);
    assert!(check.rests_in_words()[0].ends_with("text was taken out: case C01"));
}

/// The next is genuine: what was taken out before took the only entry with it.
#[test]
fn a_second_passage_in_the_same_text_accuses_nobody() {
    let mut review = sample_review();
    let portrait = text("Tamsin Quillwort goes to Elm Bank School.");
    let portrait = FileEdit::Text(FileText::PenPortrait, portrait);
    done(&mut review, [file_edit("C01", portrait)]);
    for (nth, words) in ["Tamsin Quillwort", "Elm Bank School"]
        .into_iter()
        .enumerate()
    {
        let (passage, put) = (Passage::new(words).unwrap(), Replacement::Removed);
        let act = act(900 + nth, false);
        review.redact(&passage, put, Why::School, act).unwrap();
    }
    let check = check_history(&review.snapshot());
    assert!(check.is_unchanged(), "{check:?}");
    assert_eq!(check.rests_on_redaction, [Part::Case(case_id("C01"))]);
    assert_eq!(
        check_history(&sample_review().snapshot()).rests_on_redaction,
        []
    );
    // What it is checked by from now on cannot be left out.
    let check = check_forged(&review, |entries| entries.last_mut().unwrap().salts.clear());
    assert_eq!(check.changed_outside, ["case C01"]);
}
