//! Numbers of a workbook as its formats show them.

use dbv_case_review::exchange::{NOBODY, TableKind, provisions};
use rust_xlsxwriter::{Format, Workbook};

use crate::{read, source};

#[test]
fn noughts_percentages_and_hours_are_read_as_they_are_shown() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Cases").unwrap();
    let header = ["case_id", "current_provision", "year_group"];
    sheet.write_row(0, 0, header).unwrap();
    let shown = |format: &str| Format::new().set_num_format(format);
    for (at, id, year) in [(1, 7.0, 26.5 / 24.0), (2, 1234.0, 0.5)] {
        let (noughts, hours) = (shown("000"), shown("[h]:mm"));
        sheet.write_with_format(at, 0, id, &noughts).unwrap();
        sheet.write(at, 1, "Other").unwrap();
        sheet.write_with_format(at, 2, year, &hours).unwrap();
    }
    let sheet = book.add_worksheet().set_name("Provisions").unwrap();
    sheet
        .write_row(0, 0, ["code", "tier", "growth", "caseload"])
        .unwrap();
    for (at, code, growth, format) in [(1, "Near", 0.03, "0%"), (2, "Far", 0.198, "0.0%")] {
        sheet.write(at, 0, code).unwrap();
        sheet.write(at, 1, at).unwrap();
        sheet.write(at, 3, 10).unwrap();
        sheet
            .write_with_format(at, 2, growth, &shown(format))
            .unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let read = read(&bytes);
    assert!(read.problems.is_empty(), "{}", read.problems);
    let said = |at: usize| {
        let file = &read.value[at].file;
        (file.id.as_str(), file.year_group.as_str())
    };
    assert_eq!([said(0), said(1)], [("007", "26:30"), ("1234", "12:00")]);
    let table = source(&bytes).table(TableKind::Provisions, NOBODY);
    let rows = provisions(&table.unwrap().unwrap());
    let growth: Vec<f64> = rows.value.rows.iter().map(|row| row.growth.get()).collect();
    assert_eq!(growth, [0.03, 0.198], "{}", rows.problems);
}
