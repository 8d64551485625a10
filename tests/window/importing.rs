//! Case files from a table: shown first, taken in as one change, never in part by accident.

use eframe::egui::Key;

use super::room::{CTRL, Room};
use super::setup::{SAMPLE_CASES, agree, new_review};
use super::words::*;

const GOOD: &str = "case_id,year_group,current_provision\n\
    A1,Year 3,Mainstream\n\
    A2,Year 8,StateSpecial\n";
const BAD: &str = "case_id,year_group,current_provision,annual_cost\n\
    A1,Year 3,Mainstream,9000\n\
    A2,Year 8,Atlantis,26000\n\
    A3,Year 9,StateSpecial,lots\n";

/// A new review, at its case files, with this table chosen.
fn with_table(table: &str) -> Room {
    let mut room = new_review("Autumn workshops");
    room.press(CASE_FILES);
    let path = room.world.put("children.csv", table);
    room.world.will_choose(&path);
    room.press(IMPORT);
    room
}

#[test]
fn a_table_is_shown_taken_in_and_taken_out_again() {
    let mut room = with_table(GOOD);
    room.sees("What “children.csv” holds");
    room.sees("2 case files would come in; none judged yet");
    room.press("Import 2 case files");
    room.sees("2 case files were imported");
    assert_eq!(room.value("Case number"), "A1");
    room.press(REVIEW);
    assert_eq!(room.heading(), "A1 · Year 3");
    assert_eq!(room.standing("A2"), "not started");
    room.keys(CTRL, Key::Z);
    assert_eq!(room.heading(), "No cases yet");
}

#[test]
fn a_table_can_be_put_away() {
    let mut room = with_table(GOOD);
    room.press(DO_NOT_IMPORT);
    room.sees_nothing_of("What “children.csv” holds");
    room.sees("No cases yet.");
}

#[test]
fn a_dialog_that_is_cancelled_does_nothing() {
    let mut room = new_review("Autumn workshops");
    room.press(CASE_FILES);
    room.press(IMPORT);
    room.sees("No cases yet.");
    room.sees_nothing_of("What “children.csv” holds");
}

#[test]
fn a_bad_table_names_row_and_column_and_brings_nothing() {
    let mut room = with_table(BAD);
    room.sees("2 rows cannot be read yet");
    // What “Atlantis” means is one question for all rows that have it.
    room.sees("“Atlantis”, 1 cell, is");
    room.sees("Row 4 · A3");
    assert!(room.is_disabled("Import 1 case file"));

    room.press("Leave all 2 rows out");
    room.sees("2 rows left out by choice");
    room.press("Import 1 case file");
    room.sees("1 case file was imported");
    room.press(REVIEW);
    assert_eq!(room.heading(), "A1 · Year 3");
    room.sees("0 of 1 recorded");
}

#[test]
fn a_table_without_its_columns_cannot_be_skipped_through() {
    let mut room = with_table("name,age\nTom,7\n");
    room.sees("No column is known to hold “Case id”");
    assert!(room.offers(DO_NOT_IMPORT));
    assert!(room.is_disabled("Import case files"));
    room.press(DO_NOT_IMPORT);
    room.sees("No cases yet.");
}

#[test]
fn judgements_in_a_table_count_only_with_their_parents() {
    let mut room = new_review("Autumn workshops");
    agree(&mut room);
    // C02 without what her mother said.
    let table = SAMPLE_CASES.replacen(",mother,written,", ",,,", 1);
    assert_ne!(table, SAMPLE_CASES);
    let path = room.world.put("cases.csv", &table);
    room.world.will_choose(&path);
    room.press(CASE_FILES);
    room.press(IMPORT);
    room.press("Import 10 case files");
    room.sees("10 case files were imported; 5 with a complete judgement; 1 with a judgement that is kept as a draft");
    room.press(REVIEW);
    assert_eq!(room.standing("C02"), WAITS);
    assert_eq!(room.standing("C03"), RECORDED);
    room.sees("5 of 10 recorded");
}

#[test]
fn case_numbers_that_are_there_already_bring_nothing_in() {
    let mut room = with_table(GOOD);
    room.press("Import 2 case files");
    let path = room.world.put(
        "again.csv",
        "case_id,current_provision\nA9,Mainstream\nA2,Mainstream\n",
    );
    room.world.will_choose(&path);
    room.press(IMPORT);
    room.sees("Case A2 is here already");
    assert!(room.is_disabled("Import 1 case file"));
    room.press("Leave these rows out");
    room.press("Import 1 case file");
    room.press(REVIEW);
    assert!(room.screen().contains("A9"));
}
