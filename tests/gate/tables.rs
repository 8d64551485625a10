//! What the tables of one file hold comes in by one command: all of it or nothing.

use crate::common::world::{act, case_id, code, setup, small_review, text};
use crate::steps::{done, refused};
use dbv_case_review::review::baseline::Baseline;
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::ImportedCase;
use dbv_case_review::review::judgement::Draft;
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::redact::Passage;
use dbv_case_review::review::{Command, Refusal};

fn child(id: &str, place: &str) -> ImportedCase {
    ImportedCase {
        file: CaseFile::new(case_id(id), code(place)),
        voices: Vec::new(),
        draft: Draft::default(),
        asked: None,
    }
}

fn with_one_more() -> Vec<Provision> {
    let mut rows = setup().provisions;
    let mut more = rows[0].clone();
    more.code = code("Near");
    more.label = text("Hope Street school");
    rows.push(more);
    rows
}

fn all_three() -> Command {
    Command::ImportTables {
        provisions: Some(with_one_more()),
        baseline: Some(Box::new(Baseline::starting("2027-28".parse().unwrap()))),
        cases: vec![child("N1", "Near"), child("N2", "College")],
    }
}

#[test]
fn one_undo_takes_all_of_it_out_and_one_redo_brings_it_back() {
    let mut review = small_review();
    let before = review.state().clone();
    done(&mut review, [all_three()]);
    assert_eq!(review.undoable(), Some("tables imported"));
    let after = review.state().clone();
    assert_eq!(after.cases().len(), before.cases().len() + 2);
    assert!(after.setup().provision(&code("Near")).is_some());
    assert_eq!(after.setup().baseline.base_year.to_string(), "2027-28");
    done(&mut review, [Command::Undo]);
    assert_eq!(*review.state(), before);
    done(&mut review, [Command::Redo]);
    assert_eq!(*review.state(), after);
}

#[test]
fn a_part_that_is_refused_changes_nothing_and_leaves_nothing_to_redo() {
    let mut review = small_review();
    let there = review.cases().next().unwrap().id().clone();
    let (before, entries) = (review.state().clone(), review.history().entries().len());
    let twice = Command::ImportTables {
        provisions: Some(with_one_more()),
        baseline: None,
        cases: vec![child("N1", "Near"), child(there.as_str(), "College")],
    };
    assert_eq!(refused(&mut review, twice), Refusal::CaseExists(there));
    let in_use = Command::ImportTables {
        provisions: Some(with_one_more().into_iter().rev().take(2).collect()),
        baseline: Some(Box::new(Baseline::starting("2027-28".parse().unwrap()))),
        cases: Vec::new(),
    };
    assert!(matches!(
        refused(&mut review, in_use),
        Refusal::ProvisionInUse { .. }
    ));
    assert_eq!(*review.state(), before);
    assert_eq!(review.history().entries().len(), entries);
    assert_eq!(review.redoable(), None);
}

#[test]
fn what_is_there_already_is_no_change() {
    let mut review = small_review();
    let same = Command::ImportTables {
        provisions: Some(review.setup().provisions.clone()),
        baseline: Some(Box::new(review.setup().baseline.clone())),
        cases: Vec::new(),
    };
    assert_eq!(review.apply(same, act(900, false)).unwrap().entry, None);
}

#[test]
fn a_passage_is_found_in_the_tables_that_the_history_keeps() {
    let mut review = small_review();
    done(&mut review, [all_three(), Command::Undo]);
    let passage = Passage::new("Hope Street").unwrap();
    assert_eq!(review.holding(&passage).entries, 1);
}

#[test]
fn it_is_kept_and_read_as_it_was_and_its_lists_end() {
    let command = all_three();
    let kept = serde_json::to_string(&command).unwrap();
    assert_eq!(serde_json::from_str::<Command>(&kept).unwrap(), command);
    let none = Command::ImportTables {
        provisions: None,
        baseline: None,
        cases: Vec::new(),
    };
    let kept = serde_json::to_string(&none).unwrap();
    assert_eq!(serde_json::from_str::<Command>(&kept).unwrap(), none);
    let endless = Command::ImportTables {
        provisions: Some(vec![with_one_more().remove(0); 5_000]),
        baseline: None,
        cases: Vec::new(),
    };
    let kept = serde_json::to_string(&endless).unwrap();
    assert!(serde_json::from_str::<Command>(&kept).is_err());
}
