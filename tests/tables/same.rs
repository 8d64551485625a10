//! A table says the same whichever way it comes: as CSV with any separator, or as a workbook.

use dbv_case_review::exchange::cases;
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use crate::{codes, table};

/// Columns in an order of their own, one of them not known.
const HEADER: [&str; 9] = [
    "pen_portrait",
    "Case ID",
    "Current-Provision",
    "annual_cost",
    "favourite colour",
    "parent_date",
    "conditions",
    "conditions_in_place",
    "setting",
];

fn csv(rows: &[Vec<String>], separator: u8) -> Vec<u8> {
    let mut csv = csv::WriterBuilder::new()
        .delimiter(separator)
        .from_writer(Vec::new());
    csv.write_record(HEADER).unwrap();
    for row in rows {
        csv.write_record(row).unwrap();
    }
    csv.into_inner().unwrap()
}

fn xlsx(rows: &[Vec<String>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("cases").unwrap();
    for (at, name) in (0..).zip(HEADER) {
        sheet.write_string(0, at, name).unwrap();
    }
    for (number, row) in (1..).zip(rows) {
        for (at, cell) in (0..).zip(row) {
            sheet.write_string(number, at, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// What problems and notes say after the name of the table.
fn said(all: impl Iterator<Item = String>) -> Vec<String> {
    all.map(|one| one.replace(", sheet cases", ""))
        .filter(|one| !one.contains("separated by"))
        .collect()
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        2 => "[a-zé£ ,;\"\n<&_x0-9]{0,12}",
        1 => prop::sample::select(vec![
            "Other", "mainstream", "ideal", "2026-05-14", "14/05/2026", "£1,000", "7", "0.5", "yes;no", "_x000D_",
        ]).prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn any_table_reads_the_same_from_csv_and_from_a_workbook(
        rows in prop::collection::vec(
            (prop::collection::vec(cell(), HEADER.len()), prop::option::weighted(0.8, 0..40_u8)),
            0..12,
        ),
    ) {
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|(mut row, number)| {
                if let Some(number) = number {
                    row[1] = format!("C{number}");
                    row[2] = "Other".to_owned();
                }
                row
            })
            .collect();
        let read = |bytes: &[u8]| {
            let read = cases(&table(bytes), codes());
            let problems = said(read.problems.listed().iter().map(ToString::to_string));
            (read.value, problems, said(read.notes.into_iter()))
        };
        let one = read(&csv(&rows, b','));
        prop_assert_eq!(&one, &read(&xlsx(&rows)));
        for separator in [b';', b'\t'] {
            prop_assert_eq!(&one, &read(&csv(&rows, separator)));
        }
    }
}
