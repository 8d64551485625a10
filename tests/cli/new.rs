//! `new`: what is read, what is refused with file, row and column, and what is never overwritten.

use crate::Desk;
use crate::tables::{BASELINE, PROVISIONS, Row, cases, workbook, worked_example};

#[test]
fn bad_rows_name_file_row_and_column_and_nothing_is_written() {
    let desk = Desk::new();
    desk.write("p.csv", PROVISIONS.replace("\"1,988\"", "2000000"));
    desk.write("b.csv", BASELINE.replace("inflation,3%", "inflation,60%"));
    let rows = [
        Row::new("C1", "Mainstream", "StateSpecial").with("parent_date", "in May"),
        Row::new("C2", "Nowhere", "Mainstream").with("support_cost", "lots"),
        Row::new("C1", "Mainstream", "Mainstream").with("parent_speaker", "mum"),
    ];
    desk.write("c.csv", cases(&rows));
    let ran = desk
        .new_review(&["--provisions", "p.csv", "--baseline", "b.csv", "--cases", "c.csv"])
        .ended(2)
        .says("p.csv, row 3, column caseload: A caseload must be 0 to 1,000,000 children")
        .says("b.csv, row 4, column inflation: Inflation or allocation growth must be between −20% and 50%")
        .says("c.csv, row 2, column parent_date: “in May” is not a date")
        .says("c.csv, row 3, column current_provision: “Nowhere” is not in the provision table")
        .says("c.csv, row 3, column support_cost: “lots” is not a number")
        .says("c.csv, row 4, column case_id: row 2 is case C1 already")
        .says("c.csv, row 4, column parent_speaker: “mum” is none of mother, father")
        .says("Nothing was written");
    assert!(ran.out.is_empty());
    assert!(!desk.path("r.dbvreview").exists());
}

#[test]
fn bad_rows_can_be_skipped_but_only_rows() {
    let desk = Desk::new();
    let rows = [
        Row::new("C1", "Mainstream", "Mainstream"),
        Row::new("C2", "Nowhere", "Mainstream"),
    ];
    desk.write("c.csv", cases(&rows));
    let ran = desk
        .new_review(&["--cases", "c.csv", "--skip-bad-rows"])
        .ended(1)
        .says("1 case: ")
        .says("Skipped: 1 row with something wrong in them (3)");
    assert!(
        ran.messages
            .contains("c.csv, row 3, column current_provision")
    );
    let json = desk
        .run(["check", "r.dbvreview", "--format", "json"])
        .json();
    assert_eq!(json["cases"], 1);
    desk.write("d.csv", "case_id,year_group\nC1,Year 7\n");
    desk.new_review(&["--cases", "d.csv", "--skip-bad-rows", "--force"])
        .ended(2)
        .says("d.csv, row 1, column current_provision");
    desk.write("p.csv", PROVISIONS.replace("0.08", "8"));
    desk.new_review(&["--provisions", "p.csv", "--skip-bad-rows", "--force"])
        .ended(2)
        .says("p.csv, row 6, column growth: Growth must be between −50% and 100%; 8 is not");
}

#[test]
fn a_file_that_is_there_is_left_alone() {
    let desk = Desk::new();
    desk.write("r.dbvreview", "mine");
    desk.new_review(&[]).ended(2).says("--force");
    assert_eq!(desk.text("r.dbvreview"), "mine");
    desk.new_review(&["--force"]).ended(0);
    assert_ne!(desk.text("r.dbvreview"), "mine");
    assert_eq!(desk.text("r.dbvreview.bak"), "mine");
    desk.write("c.csv", cases(&[]));
    desk.run([
        "new",
        "--title",
        "T",
        "--local-authority",
        "L",
        "--cases",
        "c.csv",
        "-o",
        "./c.csv",
        "--force",
    ])
    .ended(2)
    .says("one of the tables");
    assert_eq!(desk.text("c.csv"), cases(&[]));
}

#[test]
fn the_windows_code_page_and_a_byte_order_mark() {
    let desk = Desk::new();
    desk.write(
        "p.csv",
        b"\xEF\xBB\xBFcode,tier,caseload,unit_cost\r\nA,0,10,\"\xC2\xA31,000\"\r\nB,1,10,2000\r\n",
    );
    desk.write(
        "c.csv",
        b"case_id,current_provision,pen_portrait,annual_cost\r\nC1,A,\"She\x92s at ease \x96 mostly\",\xA39,400\r\n",
    );
    // Without quotation marks the comma in £9,400 makes a field of its own.
    desk.new_review(&["--provisions", "p.csv", "--cases", "c.csv"])
        .ended(2)
        .says("c.csv, row 2: the row has more fields than the header");
    desk.write(
        "c.csv",
        b"case_id,current_provision,pen_portrait,annual_cost\r\nC1,A,\"She\x92s at ease \x96 mostly\",\"\xA39,400\"\r\n",
    );
    desk.new_review(&["--provisions", "p.csv", "--cases", "c.csv"])
        .ended(0);
    let text = desk.text("r.dbvreview");
    assert!(text.contains("She’s at ease – mostly") && text.contains("9400"));
}

#[test]
fn unknown_columns_and_other_notes_are_told() {
    let desk = Desk::new();
    desk.write(
        "c.csv",
        "case_id,current_provision,favourite_colour\nC1,other,red\n",
    );
    desk.new_review(&["--cases", "c.csv"])
        .ended(0)
        .says("column “favourite_colour” is not known and was ignored")
        .says("no provision table is given")
        .says("no baseline is given")
        .says("1 not judged yet");
}

#[test]
fn files_that_are_no_tables() {
    let desk = Desk::new();
    desk.new_review(&["--cases", "gone.csv"])
        .ended(2)
        .says("gone.csv")
        .says("no such file");
    desk.write("w.csv", b"PK\x03\x04 and so on");
    desk.new_review(&["--cases", "w.csv"])
        .ended(2)
        .says("w.csv: this workbook is damaged or not complete");
    desk.write("e.csv", "");
    desk.new_review(&["--cases", "e.csv"])
        .ended(2)
        .says("empty");
    assert!(!desk.path("r.dbvreview").exists());
    desk.write("s.csv", "case_id;current_provision\nC1;Other\n");
    desk.new_review(&["--cases", "s.csv"])
        .ended(0)
        .says("Note: s.csv: its columns are separated by semicolons, not commas");
}

#[test]
fn a_workbook_is_the_three_tables_in_one_file() {
    let desk = Desk::new();
    let example = cases(&worked_example());
    let sheets = [
        ("provisions", PROVISIONS),
        ("Baseline", BASELINE),
        ("CASES", example.as_str()),
        ("Notes", "anything\n"),
    ];
    desk.write("w.xlsx", workbook(&sheets));
    desk.new_review(&["--workbook", "w.xlsx", "--definition", crate::DEFINITION])
        .ended(0)
        .says("28 cases: 28 judgements recorded, 0 drafts, 0 not judged yet")
        .says("Note: w.xlsx: these sheets hold none of the tables and were not read: “Notes”");
    let figures = |file: &str| {
        let ran = desk.run(["project", file, "--draws", "100", "--format", "json"]);
        ran.ended(0).json()
    };
    let by_workbook = figures("r.dbvreview");
    let other = Desk::with_worked_example("not_known");
    let ran = other.run([
        "project",
        "r.dbvreview",
        "--draws",
        "100",
        "--format",
        "json",
    ]);
    assert_eq!(by_workbook, ran.ended(0).json());
}

#[test]
fn any_of_the_sheets_is_enough_and_bad_rows_name_their_sheet() {
    let desk = Desk::new();
    let rows = [
        Row::new("C1", "Mainstream", "Mainstream"),
        Row::new("C2", "Nowhere", "Mainstream").with("parent_date", "in May"),
    ];
    let bad = cases(&rows);
    desk.write("w.xlsx", workbook(&[("cases", &bad)]));
    desk.new_review(&["--workbook", "w.xlsx"])
        .ended(2)
        .says("w.xlsx, sheet cases, row 3, column current_provision: “Nowhere” is not in the")
        .says("w.xlsx, sheet cases, row 3, column parent_date: “in May” is not a date")
        .says("Nothing was written");
    assert!(!desk.path("r.dbvreview").exists());
    desk.new_review(&["--workbook", "w.xlsx", "--skip-bad-rows"])
        .ended(1)
        .says("Skipped: 1 row with something wrong in them (3)")
        .says("no provision table is given")
        .says("no baseline is given");
    desk.write("b.xlsx", workbook(&[("baseline", BASELINE)]));
    desk.new_review(&["--workbook", "b.xlsx", "--force"])
        .ended(0)
        .says("0 cases");
    // One that is named with --cases gives its sheet of cases.
    desk.new_review(&["--cases", "w.xlsx", "--skip-bad-rows", "--force"])
        .ended(1)
        .says("1 case: ");
}

#[test]
fn a_workbook_that_is_none_is_told_and_nothing_stands_beside_it() {
    let desk = Desk::new();
    desk.write("c.csv", cases(&[]));
    desk.new_review(&["--workbook", "c.csv"])
        .ended(2)
        .says("c.csv: this is no workbook but a table; name it with --cases");
    desk.new_review(&["--workbook", "gone.xlsx"])
        .ended(2)
        .says("gone.xlsx: the file cannot be read: there is no such file");
    desk.write("n.xlsx", workbook(&[("One", "a\n"), ("Two", "b\n")]));
    desk.new_review(&["--workbook", "n.xlsx"])
        .ended(2)
        .says("n.xlsx: it has no sheet “cases”; its sheets are “One”, “Two”");
    desk.new_review(&["--workbook", "n.xlsx", "--cases", "c.csv"])
        .ended(2)
        .says("cannot stand beside it");
    assert!(!desk.path("r.dbvreview").exists());
    desk.run([
        "new",
        "--title",
        "T",
        "--local-authority",
        "L",
        "--workbook",
        "n.xlsx",
        "-o",
        "n.xlsx",
        "--force",
    ])
    .ended(2)
    .says("one of the tables");
}

#[test]
fn words_of_the_command_line_have_bounds_too() {
    let desk = Desk::new();
    desk.new_review(&["--selection", "by lot"])
        .ended(2)
        .says("--selection")
        .says("stratified_random");
    let long = "x".repeat(20_001);
    desk.new_review(&["--definition", &long])
        .ended(2)
        .says("20,000 characters");
    desk.run([
        "new",
        "--title",
        " ",
        "--local-authority",
        "L",
        "-o",
        "r.dbvreview",
    ])
    .ended(2)
    .says("--title is empty");
    desk.run([
        "new",
        "--title",
        "T",
        "--local-authority",
        "L",
        "-o",
        "no/such/folder/r.dbvreview",
    ])
    .ended(2)
    .says("could not be written");
}

#[test]
fn formulas_stay_text() {
    let desk = Desk::new();
    let formula = "=HYPERLINK(\"http://example.org\")";
    desk.import(&cases(&[
        Row::new("C1", "Other", "Other").with("reasoning", formula)
    ]))
    .ended(0);
    assert!(desk.text("r.dbvreview").contains("=HYPERLINK("));
}

#[test]
fn identifying_text_is_pointed_out() {
    let desk = Desk::new();
    let words = "Write to anna.smith@example.org about him";
    desk.import(&cases(&[
        Row::new("C1", "Other", "Other").with("parent_words", words)
    ]))
    .ended(0)
    .says("identifying");
    let json = desk
        .run(["check", "r.dbvreview", "--format", "json"])
        .ended(1)
        .json();
    let found = &json["identifying"][0];
    assert_eq!(found["kind"], "email");
    assert_eq!(found["case"], "C1");
    assert_eq!(found["text"], "anna.smith@example.org");
    assert_eq!(found["kept"], false);
}
