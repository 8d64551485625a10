//! Workbooks as people make them: formulas, merged cells, dates, hidden sheets, other programs.

use dbv_case_review::exchange::{NOBODY, TableKind};
use dbv_case_review::review::perspective::Source as Heard;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use crate::zips::{Raw, data, row, said, zip};
use crate::{read, refused, source, table};

/// A workbook with a sheet of cases that begins with this header.
fn book(header: &[&str], fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Cases").unwrap();
    for (at, name) in (0..).zip(header) {
        sheet.write_string(0, at, *name).unwrap();
    }
    fill(sheet);
    book.save_to_buffer().unwrap()
}

#[test]
fn a_sheet_of_cases_says_what_its_cells_show() {
    let header = [
        "Case ID",
        "Current placement",
        "plan since",
        "annual_cost",
        "parent_source",
        "parent_date",
        "conditions",
        "conditions_in_place",
        "pen_portrait",
    ];
    let bytes = book(&header, |sheet| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let date = ExcelDateTime::from_ymd(2026, 11, 14).unwrap();
        let noon = date.clone().and_hms(12, 0, 0).unwrap();
        let money = Format::new().set_num_format("£#,##0");
        sheet.write_number(1, 0, 7).unwrap();
        sheet.write_string(1, 1, "mainstream").unwrap();
        sheet.write_datetime_with_format(1, 2, &date, &day).unwrap();
        sheet
            .write_number_with_format(1, 3, 26_000.5, &money)
            .unwrap();
        sheet.write_string(1, 4, "Interview").unwrap();
        sheet.write_datetime_with_format(1, 5, &noon, &day).unwrap();
        sheet.write_string(1, 6, "A lift").unwrap();
        sheet.write_boolean(1, 7, true).unwrap();
        sheet
            .write_string(1, 8, "Two\nlines & more _x000D_")
            .unwrap();
    });
    let read = read(&bytes);
    assert!(read.problems.is_empty(), "{}", read.problems);
    assert_eq!(read.notes, [""; 0]);
    let case = &read.value[0];
    assert_eq!(case.file.id.as_str(), "7");
    assert_eq!(case.file.current_provision.as_str(), "Mainstream");
    assert_eq!(case.file.plan_since.as_str(), "14 November 2026");
    assert_eq!(case.file.annual_cost.unwrap().get(), 26_000.5);
    assert_eq!(case.file.pen_portrait.as_str(), "Two\nlines & more _x000D_");
    assert_eq!(case.voices[0].source, Some(Heard::Interview));
    assert_eq!(case.voices[0].date.unwrap().to_string(), "2026-11-14");
    assert!(case.draft.conditions[0].in_place);
}

#[test]
fn a_number_where_a_date_should_be_is_refused_with_a_hint() {
    let bytes = book(&["case_id", "current_provision", "parent_date"], |sheet| {
        sheet.write_string(1, 0, "C1").unwrap();
        sheet.write_string(1, 1, "Other").unwrap();
        sheet.write_number(1, 2, 46_340).unwrap();
    });
    assert_eq!(
        read(&bytes).problems.to_string(),
        "w.xlsx, sheet Cases, row 2, column parent_date: “46340” is a number, not a date; write it \
         as 14 November 2026, or give the cell the format of a date\n"
    );
}

#[test]
fn days_counted_from_1904_are_the_same_days() {
    let styles =
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    let head = row(1, &["case_id", "current_provision", "parent_date"]);
    let body = format!(
        "<row r=\"2\">{}{}<c s=\"1\"><v>44878</v></c></row>",
        said("C1"),
        said("Other")
    );
    let raw = Raw::cases(&(head + &body)).styles(styles);
    let date = |raw: Raw| {
        read(&raw.bytes()).value[0].voices[0]
            .date
            .unwrap()
            .to_string()
    };
    assert_eq!(
        date(raw.clone().book("<workbookPr date1904=\"1\"/>")),
        "2026-11-14"
    );
    assert_eq!(date(raw), "2022-11-13");
}

#[test]
fn of_formulas_what_they_showed_is_taken_and_said() {
    let bytes = book(&["case_id", "current_provision", "annual_cost"], |sheet| {
        for at in 1..=3 {
            sheet.write_string(at, 0, format!("C{at}")).unwrap();
            sheet
                .write_formula(at, 1, Formula::new("=\"Other\"").set_result("Other"))
                .unwrap();
            sheet
                .write_formula(at, 2, Formula::new("=2*13000").set_result("26000"))
                .unwrap();
        }
    });
    let read = read(&bytes);
    assert!(read.problems.is_empty(), "{}", read.problems);
    assert_eq!(read.value[2].file.annual_cost.unwrap().get(), 26_000.0);
    assert_eq!(
        read.notes,
        [
            "w.xlsx, sheet Cases: 6 cells are formulas in columns “current_provision”, “annual_cost”; \
          what they showed when the workbook was saved was taken"
        ]
    );
}

#[test]
fn a_formula_without_a_value_and_an_error_are_problems_of_their_cells() {
    let head = row(
        1,
        &["case_id", "current_provision", "annual_cost", "colour"],
    );
    let line = |number: usize, cost: &str| {
        format!(
            "<row r=\"{number}\">{}{}{cost}<c t=\"e\"><v>#N/A</v></c></row>",
            said(&format!("C{number}")),
            said("Other")
        )
    };
    let bytes = Raw::cases(&format!(
        "{head}{}{}{}{}{}",
        line(2, "<c><f>SUM(A1)</f></c>"),
        line(3, "<c t=\"e\"><v>#REF!</v></c>"),
        line(4, "<c t=\"str\"><f>IF(1,\"\")</f><v></v></c>"),
        // As openpyxl writes what it has not worked out.
        line(5, "<c><f>B2*12</f><v></v></c>"),
        line(6, "<c t=\"n\"><f>B2*12</f><v/></c>"),
    ))
    .bytes();
    let read = read(&bytes);
    let places: Vec<_> = read
        .problems
        .listed()
        .iter()
        .map(|one| one.cell())
        .collect();
    let expected = [2, 3, 5, 6].map(|row| Some((row, 2)));
    assert_eq!(places, expected, "{}", read.problems);
    let said = read.problems.to_string();
    for row in [2, 5, 6] {
        let formula = format!("row {row}, column annual_cost: this cell is a formula");
        assert!(said.contains(&formula), "{said}");
    }
    assert!(
        said.contains("row 3, column annual_cost: this cell shows #REF!"),
        "{said}"
    );
    assert_eq!(
        read.value.len(),
        1,
        "what is wrong in a column that is left out is no matter"
    );
}

#[test]
fn rows_of_formulas_that_show_nothing_are_no_rows() {
    let head = row(1, &["case_id", "current_provision"]) + &row(2, &["C1", "Other"]);
    let dragged: String = (3..400)
        .map(|at| format!("<row r=\"{at}\"><c t=\"str\"><f>IF(1,\"\")</f><v></v></c></row>"))
        .collect();
    let read = read(&Raw::cases(&(head + &dragged)).bytes());
    assert!(read.problems.is_empty(), "{}", read.problems);
    assert_eq!((read.value.len(), read.notes.len()), (1, 0));
}

#[test]
fn merged_cells_are_problems_where_they_hide_what_rows_say() {
    let bytes = book(&["case_id", "current_provision", "primary_need"], |sheet| {
        let plain = Format::new();
        for at in 1..=4 {
            sheet.write_string(at, 0, format!("C{at}")).unwrap();
            sheet.write_string(at, 2, "Autism").unwrap();
        }
        sheet.merge_range(1, 1, 3, 1, "Other", &plain).unwrap();
        sheet.write_string(4, 1, "Other").unwrap();
        // Neither this one, of nothing, nor one below all rows hides anything.
        sheet.merge_range(1, 5, 4, 6, "", &plain).unwrap();
        sheet.merge_range(9, 0, 12, 2, "", &plain).unwrap();
    });
    let read = read(&bytes);
    let listed: Vec<_> = read
        .problems
        .listed()
        .iter()
        .map(ToString::to_string)
        .collect();
    let expected = |row: usize| {
        format!(
            "w.xlsx, sheet Cases, row {row}, column current_provision: B2:B4 are merged, and only \
             the first of these cells has a value; unmerge them, or write here what this one says"
        )
    };
    assert_eq!(listed, [expected(3), expected(4)]);
    assert_eq!(read.value.len(), 2);

    let bytes = book(&["case_id", "", "current_provision"], |sheet| {
        sheet
            .merge_range(0, 0, 0, 1, "case_id", &Format::new())
            .unwrap();
        sheet.write_string(1, 0, "C1").unwrap();
    });
    let problems = crate::read(&bytes).problems;
    assert!(problems.whole_file(), "{problems}");
    assert!(
        problems.to_string().contains("row 1: A1:B1 are merged"),
        "{problems}"
    );
}

#[test]
fn hidden_sheets_are_not_read_and_hidden_rows_are() {
    let rows = row(1, &["case_id", "current_provision"]) + &row(2, &["C1", "Other"]);
    let hidden =
        rows.clone() + "<row r=\"3\" hidden=\"1\">" + &said("C2") + &said("Other") + "</row>";
    let sheet = |rows: &str| {
        format!(
            "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>{}",
            data(rows)
        )
    };
    let raw = |state: &str| {
        Raw::default()
            .sheet("cases", state, &data(&rows))
            .sheet("Sheet2", "", &data(""))
            .bytes()
    };
    for state in ["hidden", "veryHidden"] {
        let mut source = source(&raw(state));
        assert!(
            source
                .table(TableKind::Cases, NOBODY)
                .unwrap()
                .is_some_and(|table| table.rows().len() == 0)
                || source.table(TableKind::Cases, NOBODY).unwrap().is_none()
        );
        assert!(source.notes()[0].contains("the sheet “cases” is hidden and was not read"));
    }
    let bytes = Raw::default().sheet("CASES ", "", &sheet(&hidden)).bytes();
    let read = read(&bytes);
    assert_eq!(read.value.len(), 2, "{}", read.problems);
    assert_eq!(
        read.notes,
        [
            "w.xlsx, sheet CASES : hidden rows were read like the others: 3",
            "w.xlsx, sheet CASES : hidden columns were read like the others: “current_provision”",
        ]
    );
}

#[test]
fn the_only_sheet_is_taken_for_the_cases_whatever_its_name() {
    let rows = row(1, &["Case number", "Placement"]) + &row(2, &["C1", "Other"]);
    let bytes = Raw::default().sheet("Sheet1", "", &data(&rows)).bytes();
    assert_eq!(read(&bytes).value.len(), 1);
    let mut one = source(&bytes);
    assert_eq!(
        one.notes(),
        ["w.xlsx: its only sheet, “Sheet1”, was taken for the cases"]
    );
    assert!(one.table(TableKind::Baseline, NOBODY).unwrap().is_none());
    let two = Raw::default()
        .sheet("Sheet1", "", &data(&rows))
        .sheet("Notes", "", &data(""));
    let why = refused(&two.bytes());
    assert_eq!(
        why,
        "w.xlsx: it has no sheet “cases”; its sheets are “Sheet1”, “Notes”"
    );
    let mut two = source(&two.bytes());
    assert_eq!(two.sheets(), ["Sheet1", "Notes"]);
    let table = two
        .sheet("Sheet1", TableKind::Cases, NOBODY)
        .unwrap()
        .unwrap();
    assert_eq!(table.rows().len(), 1);
    let twice = Raw::default()
        .sheet("cases", "", &data(""))
        .sheet("Cases ", "", &data(""));
    assert!(refused(&twice.bytes()).contains("the sheets “cases” and “Cases ” both hold cases"));
}

#[test]
fn texts_that_cells_share_are_read_with_all_their_parts() {
    let strings = "<sst count=\"9\" uniqueCount=\"4000000000000\"><si><t>case_id</t></si>\
        <si><t>current_provision</t></si><si><r><rPr/><t>Oth</t></r><r><t>er</t></r>\
        <rPh><t>spoken</t></rPh></si><si><t xml:space=\"preserve\"> C1 &amp; &#x41; </t></si></sst>";
    let shared = |at: usize| format!("<c t=\"s\"><v>{at}</v></c>");
    let rows = format!(
        "<row>{}{}</row><row>{}{}</row>",
        shared(0),
        shared(1),
        shared(3),
        shared(2)
    );
    let table = table(&Raw::cases(&rows).strings(strings).bytes());
    assert_eq!((table.cell(2, 0), table.cell(2, 1)), ("C1 & A", "Other"));
}

#[test]
fn columns_without_a_name_are_noted_in_workbooks_too() {
    let rows =
        row(1, &["case_id", "current_provision"]) + &row(2, &["C1", "Other", "", "see mail"]);
    let read = read(&Raw::cases(&rows).bytes());
    assert!(read.problems.is_empty(), "{}", read.problems);
    assert_eq!(
        read.notes,
        ["w.xlsx, sheet cases: column number 4 (it has no name) is not known and was ignored"]
    );
}

#[test]
fn files_of_other_programs_say_what_to_do() {
    let old = |name: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let plain =
        |name: &str, bytes: &[u8]| zip([(name.to_owned(), bytes.to_vec())], Default::default());
    for (bytes, words) in [
        (
            old("Workbook"),
            "Excel 97 to 2003 (.xls); open it in Excel and save it as",
        ),
        (old("EncryptedPackage"), "protected by a password"),
        (plain("xl/workbook.bin", b""), "binary workbook (.xlsb)"),
        (
            plain(
                "mimetype",
                b"application/vnd.oasis.opendocument.spreadsheet",
            ),
            "OpenDocument",
        ),
        (
            plain("word/document.xml", b"<w/>"),
            "a zip file, but no Excel workbook",
        ),
        (b"PK\x03\x04".to_vec(), "damaged or not complete"),
    ] {
        let why = refused(&bytes);
        assert!(why.starts_with("w.xlsx: ") && why.contains(words), "{why}");
    }
}

#[test]
fn what_a_file_is_is_seen_by_its_first_bytes() {
    // Named .xlsx by these tests, and a CSV table all the same.
    let read = read(b"case_id;current_provision\nC1;Other\n");
    assert_eq!(read.value.len(), 1, "{}", read.problems);
    assert_eq!(
        read.notes,
        ["w.xlsx: its columns are separated by semicolons, not commas"]
    );
}

#[test]
fn a_workbook_cut_short_is_damaged_and_nothing_of_it_is_read() {
    let rows: String = (2..200)
        .map(|at| row(at, &[&format!("C{at}"), "Other"]))
        .collect();
    let whole = Raw::cases(&(row(1, &["case_id", "current_provision"]) + &rows)).bytes();
    assert_eq!(read(&whole).value.len(), 198);
    for part in 1..20 {
        let why = refused(&whole[..whole.len() * part / 20]);
        assert!(why.contains("damaged"), "{why}");
    }
    let open = Raw::default()
        .sheet("cases", "", "<sheetData><row r=\"1\"><c")
        .bytes();
    assert!(refused(&open).contains("damaged"));
}

#[test]
fn a_title_above_the_header_is_left_out() {
    let bytes = book(&["", "", ""], |sheet| {
        let plain = Format::new();
        sheet
            .merge_range(0, 0, 0, 2, "Cases of the autumn review", &plain)
            .unwrap();
        sheet.write_string(2, 1, "as of November").unwrap();
        for (at, name) in (0..).zip(["Case number", "pen portrait", "current provision"]) {
            sheet.write_string(4, at, name).unwrap();
            sheet
                .write_string(5, at, ["C1", "", "other"][usize::from(at)])
                .unwrap();
        }
    });
    let read = read(&bytes);
    assert!(read.problems.is_empty(), "{}", read.problems);
    assert_eq!(read.value.len(), 1);
    assert_eq!(
        read.notes,
        [
            "w.xlsx, sheet Cases: the header was taken to be row 5; what stands above it was left out"
        ]
    );
    let csv = "Cases of the autumn review\n\ncase_id,current_provision\nC1,Nowhere\n";
    let problems = crate::read(csv.as_bytes()).problems.to_string();
    assert!(
        problems.starts_with("w.xlsx, row 4, column current_provision"),
        "{problems}"
    );
}
