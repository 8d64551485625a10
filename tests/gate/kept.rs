//! What was changed behind the gate: histories tampered with, files edited by hand.

use crate::common::world::{WORDS, act, case_id, definition, sample_review, text};
use crate::steps::{done, refused};
use dbv_case_review::review::command::SetupEdit;
use dbv_case_review::review::history::{Digest, Header, History};
use dbv_case_review::review::panel::Role;
use dbv_case_review::review::setup::{Definition, Draw, DrawnGroup};
use dbv_case_review::review::source::{BaselineFigure, ProvisionFigure, Source};
use dbv_case_review::review::state::State;
use dbv_case_review::review::{
    Command, Followed, HistoryCheck, Refusal, Review, Snapshot, Stop, bounds, check_history,
};
use sha2::{Digest as _, Sha256};

/// The review's history after an edit of its JSON.
fn tampered(review: &Review, edit: impl FnOnce(&mut Vec<serde_json::Value>)) -> History {
    let mut entries = serde_json::to_value(review.history()).unwrap();
    edit(entries.as_array_mut().unwrap());
    serde_json::from_value(entries).unwrap()
}

/// What a check says of a state beside a history.
fn checked(state: &State, history: &History) -> HistoryCheck {
    check_history(&Snapshot {
        state: state.clone(),
        history: history.clone(),
        seal: None,
    })
}

#[test]
fn a_history_that_was_tampered_with_names_the_entry() {
    let review = sample_review();
    assert_eq!(review.history().check(), Ok(()));
    let entry = |history: History| history.check().unwrap_err().number;
    let words = tampered(&review, |entries| {
        let at = entries
            .iter()
            .position(|entry| {
                entry.to_string().contains(WORDS[0]) && entry["header"]["number"] != 1
            })
            .unwrap();
        let changed = entries[at].to_string().replace(WORDS[0], WORDS[1]);
        entries[at] = serde_json::from_str(&changed).unwrap();
    });
    let said = words.check().unwrap_err();
    assert_eq!(said.what, "says something else than was recorded");
    let at = usize::try_from(said.number).unwrap() - 1;
    let command = words.entries().get(at).unwrap();
    assert_eq!(command.header.kind, "parent perspective");

    let salt = tampered(&review, |entries| {
        entries[6]["payload"]["salt"] = "00".repeat(16).into();
    });
    assert_eq!(entry(salt), 7);
    let header = tampered(&review, |entries| {
        entries[5]["header"]["money_visible"] = true.into();
    });
    assert_eq!(entry(header), 6);
    let order = tampered(&review, |entries| entries.swap(7, 8));
    assert_eq!(entry(order), 8);
    let dropped = tampered(&review, |entries| drop(entries.remove(9)));
    assert_eq!(entry(dropped), 10);
    let first = tampered(&review, |entries| drop(entries.remove(0)));
    assert_eq!(entry(first), 1);
}

#[test]
fn an_entry_that_fits_itself_but_not_the_one_before_is_named() {
    /// The last entry with another header, and the hash that fits it.
    fn forged(review: &Review, edit: impl Fn(&mut Header)) -> String {
        let history = tampered(review, |entries| {
            let last = entries.last_mut().unwrap();
            let mut header: Header = serde_json::from_value(last["header"].take()).unwrap();
            edit(&mut header);
            let hash = Sha256::digest(serde_json::to_vec(&header).unwrap());
            let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            last["hash"] = hash.into();
            last["header"] = serde_json::to_value(&header).unwrap();
        });
        history
            .check()
            .map_or_else(|broken| broken.to_string(), |()| "whole".to_owned())
    }
    let review = sample_review();
    let last = review.history().entries().len();
    assert_eq!(forged(&review, |_| ()), "whole");
    assert_eq!(
        forged(&review, |header| header.previous = Digest::default()),
        format!("entry {last} of the history does not follow on the one before")
    );
    assert_eq!(
        forged(&review, |header| header.number = 3),
        format!("entry {last} of the history is out of order")
    );
}

#[test]
fn a_history_cut_at_its_end_no_longer_gives_the_review() {
    let review = sample_review();
    let cut = tampered(&review, |entries| drop(entries.pop()));
    let check = checked(review.state(), &cut);
    assert_eq!(check.chain, Ok(()));
    assert_eq!(check.changed_outside, ["case C03"]);
    let nothing = tampered(&review, Vec::clear);
    let (entry, why) = (1, Stop::CannotBeFollowed);
    let check = checked(review.state(), &nothing);
    assert_eq!(check.followed, Followed::Until { entry, why });
    assert_eq!(check.changed_outside, ["history, from entry 1 on"]);
}

#[test]
fn text_that_was_taken_out_leaves_the_chain_whole() {
    let review = sample_review();
    let removed = tampered(&review, |entries| {
        entries[12]["payload"] = serde_json::Value::Null;
    });
    assert_eq!(removed.check(), Ok(()));
    let check = checked(review.state(), &removed);
    let (entry, why) = (13, Stop::TakenOut);
    assert_eq!(check.followed, Followed::Until { entry, why });
    // No entry says that a passage was taken out there.
    assert_eq!(check.changed_outside, ["history, entry 13"]);
    assert_eq!(check.unchecked, Vec::<String>::new());
}

#[test]
fn a_state_edited_by_hand_names_the_case_that_was_changed() {
    let review = sample_review();
    let kept = serde_json::to_string(review.state()).unwrap();
    let edited = |from: &str, to: &str| -> State {
        assert!(kept.contains(from), "{from}");
        serde_json::from_str(&kept.replacen(from, to, 1)).unwrap()
    };
    let changed = |state: &State| checked(state, review.history()).changed_outside;
    assert_eq!(changed(review.state()), Vec::<String>::new());
    let other_case = edited("\"id\":\"C02\"", "\"id\":\"C77\"");
    assert_eq!(changed(&other_case), ["case C02", "case C77"]);
    assert_eq!(changed(&edited("Anyshire", "Elsewhere")), ["setup"]);
    let answer = edited("\"support\":\"NotIdeal\"", "\"support\":\"Ideal\"");
    assert_eq!(changed(&answer), ["case C01"]);
    let mut value: serde_json::Value = serde_json::from_str(&kept).unwrap();
    value["cases"].as_array_mut().unwrap().swap(0, 2);
    let order: State = serde_json::from_value(value).unwrap();
    assert_eq!(changed(&order), ["order of the cases"]);
}

#[test]
fn no_file_edit_gets_round_the_parent() {
    let review = sample_review();
    let mut kept = serde_json::to_value(review.state()).unwrap();
    kept["cases"][0]["voices"] = serde_json::json!([]);
    let blank = &mut kept["cases"][1]["standing"]["Recorded"]["judgement"]["reasoning"];
    assert!(blank.is_string());
    *blank = "n/a".into();
    let state: State = serde_json::from_value(kept).unwrap();
    let (opened, fell) = Review::restore(Snapshot {
        state,
        ..review.snapshot()
    })
    .unwrap();
    let fell: Vec<_> = fell.into_iter().map(|(id, _)| id.to_string()).collect();
    assert_eq!(fell, ["C01", "C02"]);
    assert!(opened.cases().all(|case| case.complete().is_none()));
    let check = check_history(&opened.snapshot());
    assert_eq!(check.changed_outside, ["case C01", "case C02"]);
}

#[test]
fn nor_while_the_case_is_put_aside() {
    let mut review = sample_review();
    done(&mut review, [Command::Archive(case_id("C01"))]);
    let mut kept = serde_json::to_value(review.state()).unwrap();
    kept["archived"][0]["voices"] = serde_json::json!([]);
    let state: State = serde_json::from_value(kept).unwrap();
    let (mut opened, fell) = Review::restore(Snapshot {
        state,
        ..review.snapshot()
    })
    .unwrap();
    let fell: Vec<_> = fell.into_iter().map(|(id, _)| id.to_string()).collect();
    assert_eq!(fell, ["C01"]);
    assert!(opened.state().archived()[0].judgement().is_none());
    done(&mut opened, [Command::Restore(case_id("C01"))]);
    assert!(opened.case(&case_id("C01")).unwrap().complete().is_none());
}

#[test]
fn the_gate_bounds_the_lists_that_a_file_bounds() {
    let mut review = sample_review();
    let long = bounds::LIST + 1;
    let agreed = Definition {
        agreed_by: vec![Role::Senco; long],
        ..definition("Near home")
    };
    let mut selection = review.setup().selection.clone();
    let group = DrawnGroup {
        name: text("All"),
        of: 2,
        drawn: 1,
    };
    selection.draw = Some(Draw {
        seed: 1,
        drawn_on: None,
        groups: vec![group; long],
    });
    let mut row = review.setup().provisions[0].clone();
    row.sources = vec![Source::of(ProvisionFigure::Caseload); long];
    let mut baseline = review.setup().baseline.clone();
    baseline.sources = vec![Source::of(BaselineFigure::Inflation); long];
    for (edit, what) in [
        (
            SetupEdit::Definition(Some(agreed.clone())),
            "people who agreed",
        ),
        (SetupEdit::Proposed(Some(agreed)), "people who agreed"),
        (SetupEdit::Selection(selection), "groups of a draw"),
        (SetupEdit::PutProvision(row), "sources of a provision"),
        (
            SetupEdit::Baseline(Box::new(baseline)),
            "sources of a baseline",
        ),
    ] {
        let most = bounds::LIST;
        let why = refused(&mut review, Command::Setup(edit));
        assert_eq!(why, Refusal::TooMany { what, most });
    }
}

#[test]
fn as_many_passages_are_kept_as_a_large_review_needs() {
    let mut setup = sample_review().setup().clone();
    let passage = |n: usize| text(&format!("Mr Tumble {n}"));
    setup.not_identifying = (2..=bounds::PASSAGES).map(passage).collect();
    let mut review = Review::begin(setup, act(1, false)).unwrap();
    let keep = |n: usize| Command::Setup(SetupEdit::KeepPassage(passage(n)));
    done(&mut review, [keep(1)]);
    let (what, most) = ("passages looked at", bounds::PASSAGES);
    assert_eq!(
        refused(&mut review, keep(0)),
        Refusal::TooMany { what, most }
    );
    let kept = serde_json::to_value(review.state()).unwrap();
    let state: State = serde_json::from_value(kept.clone()).unwrap();
    assert!(state == *review.state() && state.violations().is_empty());
    let mut more = kept;
    let passages = more["setup"]["not_identifying"].as_array_mut().unwrap();
    passages.push("Mr Tumble 0".into());
    let why = serde_json::from_value::<State>(more)
        .unwrap_err()
        .to_string();
    assert!(why.contains("more than 5000 entries"), "{why}");
}

#[test]
fn what_must_never_be_is_refused_on_opening_by_name() {
    let review = sample_review();
    let opened = |edit: &dyn Fn(&mut serde_json::Value)| {
        let mut kept = serde_json::to_value(review.state()).unwrap();
        edit(&mut kept);
        let state: State = serde_json::from_value(kept).unwrap();
        let wrong = Review::restore(Snapshot {
            state,
            ..review.snapshot()
        })
        .unwrap_err();
        format!("{}: {}", wrong[0].place, wrong[0].why)
    };
    let said = opened(&|kept| kept["cases"][1]["file"]["id"] = "C01".into());
    assert!(
        said.starts_with("case C01: there is a case C01 already"),
        "{said}"
    );
    let said = opened(&|kept| {
        let member = kept["setup"]["members"][0].clone();
        kept["setup"]["members"]
            .as_array_mut()
            .unwrap()
            .push(member);
    });
    assert!(
        said.starts_with("panel: there are two members number 1"),
        "{said}"
    );
    let said = opened(&|kept| kept["cases"][0]["voices"][1]["id"] = 1.into());
    assert!(
        said.starts_with("case C01: case C01 has two parents’"),
        "{said}"
    );
    let said = opened(&|kept| kept["cases"][0]["ratings"]["given"][1]["member"] = 1.into());
    assert!(
        said.starts_with("case C01: case C01 has two first ratings"),
        "{said}"
    );
    let said = opened(&|kept| kept["setup"]["definition"] = serde_json::Value::Null);
    assert!(said.starts_with("case C01: first agree what"), "{said}");
    let said = opened(&|kept| kept["cases"][0]["voices"][1]["source"] = "Declined".into());
    assert!(
        said.starts_with("case C01: only a parent who was heard"),
        "{said}"
    );
}
