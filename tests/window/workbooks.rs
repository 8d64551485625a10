//! Workbooks from outside: shown, mended, imported as one step, and taken out again.

use std::path::PathBuf;

use eframe::egui::Key;
use rust_xlsxwriter::Workbook;

use super::room::{CTRL, Room};
use super::setup::new_review;
use super::words::*;

/// A sheet: its name and its rows.
type Sheet<'a> = (&'a str, &'a [&'a [&'a str]]);

const CASES: &[&[&str]] = &[
    &["Case number", "Placement type", "Year", "Cost", "Told by"],
    &["A1", "Mainstream school", "Year 3", "9000", "in the room"],
    &["A2", "Atlantis", "Year 8", "26000", "letter"],
    &["A3", "StateSpecial", "Year 9", "lots", "interview"],
];

fn workbook(room: &Room, name: &str, sheets: &[Sheet<'_>]) -> PathBuf {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in (0u32..).zip(*rows) {
            for (column, cell) in (0u16..).zip(*cells) {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    }
    let path = room.world.document(name);
    book.save(&path).unwrap();
    path
}

/// A new review, at its case files, with this workbook chosen.
fn with_workbook(sheets: &[Sheet<'_>]) -> Room {
    let mut room = new_review("Autumn workshops");
    room.press(CASE_FILES);
    let path = workbook(&room, "children.xlsx", sheets);
    room.world.will_choose(&path);
    room.press(IMPORT);
    room.wait_for("What would happen");
    room
}

#[test]
fn bad_cells_are_mended_in_place_and_all_comes_in_as_one_step() {
    let mut room = with_workbook(&[("cases", CASES)]);
    room.sees("Case files: 3 rows");
    room.sees("1 case file would come in");
    room.sees("2 rows cannot be read yet: mend or leave out.");
    assert!(room.is_disabled("Import 1 case file"));

    // What the name means mends its rows; they are not listed as well.
    assert!(!room.offers("Leave row 3 out"));
    room.choose("“Atlantis”, 1 cell, is", RESOURCED);
    room.wait_for("1 row cannot be read yet");
    room.choose("“Atlantis”, 1 cell, is", MAINSTREAM);
    room.wait_for("1 row cannot be read yet");
    assert_eq!(room.value("“Atlantis”, 1 cell, is"), MAINSTREAM);
    // Money is locked: not even an example of a sum.
    room.sees("It takes an amount in pounds");
    room.sees_nothing_of("£26,000");
    room.fill_in("Annual cost, row 4", "£31,000");
    room.wait_for("Every row can be read now");
    room.sees("3 case files would come in; none judged yet");
    room.press("Import 3 case files");
    room.sees("3 case files were imported.");
    assert_eq!(room.value("Case number"), "A1");
    assert_eq!(
        room.standing("A3"),
        "not started, Year 9 · Maintained special school or academy"
    );
    room.press("Undo");
    room.sees("No cases yet.");
}

#[test]
fn a_column_is_matched_by_hand() {
    let rows: &[&[&str]] = &[
        &[
            "Ref no of file",
            "placement",
            "What the family calls a good day",
        ],
        &["B1", "Mainstream", "Swimming."],
    ];
    let mut room = new_review("Autumn workshops");
    room.press(CASE_FILES);
    let path = workbook(&room, "children.xlsx", &[("cases", rows)]);
    room.world.will_choose(&path);
    room.press(IMPORT);
    room.wait_for("No column is known to hold “Case id”");
    room.choose("Column Ref no of file holds", "Case id");
    room.wait_for("1 case file would come in");
    room.choose(
        "Column What the family calls a good day holds",
        "Aspirations",
    );
    room.wait_for("3 of 3 are known");
    room.press("Import 1 case file");
    assert_eq!(room.value("What the child hopes for"), "Swimming.");
}

#[test]
fn the_same_file_twice_brings_nothing_in() {
    let good = &CASES[..2];
    let mut room = with_workbook(&[("cases", good)]);
    room.press("Import 1 case file");
    let path = room.world.document("children.xlsx");
    room.world.will_choose(&path);
    room.press(IMPORT);
    room.wait_for("is here already");
    assert!(room.is_disabled("Import case files"));
    room.press(DO_NOT_IMPORT);
    room.sees("1 case file");
}

#[test]
fn sheets_are_taken_in_or_left_out_each_by_its_own_choice() {
    let provisions: &[&[&str]] = &[
        &["code", "label", "tier", "caseload"],
        &["Near", "A school near by", "0", "900"],
        &["Far", "A school far away", "3", "100"],
    ];
    let cases: &[&[&str]] = &[&["case_id", "current_provision"], &["N1", "Near"]];
    let mut room = with_workbook(&[("provisions", provisions), ("cases", cases)]);
    // Nobody has touched the table of this review.
    room.sees("Provision table: 2 rows; replaces the table of this review");
    room.sees("1 case file would come in");
    room.press("Provision table: 2 rows; replaces the table of this review (9 rows)");
    room.wait_for("“Near”, 1 cell, is");
    room.press("Provision table: 2 rows; replaces the table of this review (9 rows)");
    room.wait_for("1 case file would come in");
    room.press("Import 1 case file and provision table");
    room.sees("The provision table was replaced. 1 case file was imported.");
    room.sees("A school near by");
    // Once: cases and table are one change.
    room.keys(CTRL, Key::Z);
    room.sees("No cases yet.");
    room.press(PROVISIONS);
    assert!(room.offers("Mainstream: Children"));
}

#[test]
fn what_identifies_never_comes_in_where_it_is_replaced() {
    let rows: &[&[&str]] = &[
        &["case_id", "current_provision", "pen_portrait"],
        &["C1", "Mainstream", "He lives at SW1A 2AA with Mr Jones."],
    ];
    let mut room = with_workbook(&[("cases", rows)]);
    room.sees("2 passages look as if they identified somebody");
    room.press("Replace with [place]: “SW1A 2AA”");
    room.wait_for("1 passage looks as if it identified somebody");
    room.press("Keep: not identifying: “Mr Jones”");
    room.seconds_pass(1);
    room.sees_nothing_of("looks as if it identified");
    room.press("Import 1 case file");
    assert_eq!(
        room.value("Who this child is"),
        "He lives at [place] with Mr Jones."
    );
}

#[test]
fn by_keyboard_alone() {
    let mut room = with_workbook(&[("cases", CASES)]);
    until(&mut room, "Annual cost, row 4");
    room.keys(CTRL, Key::A);
    room.type_text("31000");
    room.key(Key::Tab);
    room.wait_for("Row 4 · A3, mended");
    until(&mut room, "Leave row 3 out");
    room.key(Key::Space);
    room.wait_for("2 case files would come in");
    until(&mut room, "Import 2 case files");
    room.key(Key::Enter);
    room.sees("2 case files were imported.");
}

/// Tab, until this has the keyboard.
fn until(room: &mut Room, name: &str) {
    for _ in 0..120 {
        if room.focus().as_deref() == Some(name) {
            return;
        }
        room.tab();
    }
    panic!("the keyboard never comes to {name:?}: {}", room.screen());
}

#[test]
fn something_that_is_no_table_is_refused_in_words() {
    let mut room = new_review("Autumn workshops");
    room.press(CASE_FILES);
    let path = room
        .world
        .put("children.xlsx", "PK\u{3}\u{4} nothing of the kind");
    room.world.will_choose(&path);
    room.press(IMPORT);
    room.wait_for("Nothing has been changed.");
    room.press(DO_NOT_IMPORT);
    room.sees("No cases yet.");
}

#[test]
fn the_template_is_saved_and_can_be_imported() {
    let mut room = new_review("Autumn workshops");
    room.press(CASE_FILES);
    let path = room.world.document("template");
    room.world.will_choose(&path);
    room.press("Save a template workbook…");
    room.sees("The template was saved as");
    assert!(room.world.document("template.xlsx").is_file());
}
