//! `new`: what is read, what is refused with file, row and column, and what is never overwritten.

use crate::Desk;
use crate::tables::{BASELINE, PROVISIONS, Row, cases};

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
        .says("workbook");
    desk.write("e.csv", "");
    desk.new_review(&["--cases", "e.csv"])
        .ended(2)
        .says("empty");
    desk.write("s.csv", "case_id;current_provision\nC1;Other\n");
    desk.new_review(&["--cases", "s.csv"])
        .ended(2)
        .says("semicolons");
    assert!(!desk.path("r.dbvreview").exists());
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
