//! A second opinion: calamine, which reads workbooks for many programs, reads the same cells.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use dbv_case_review::exchange::{NOBODY, Table, TableKind, template};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::{source, table};

/// A cell as calamine reads it, in our words.
fn plain(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.trim().to_owned(),
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        Data::Bool(true) => "yes".to_owned(),
        Data::Bool(false) => "no".to_owned(),
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            let day = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute) == (0, 0) {
                day
            } else {
                format!("{day}T{hour:02}:{minute:02}")
            }
        }
        other => panic!("{other:?}"),
    }
}

/// That a sheet says the same to both.
fn agrees(bytes: &[u8], sheet: &str, table: &Table) {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let mut cells = 0;
    for (row, column, cell) in range.used_cells() {
        let (first, left) = range.start().unwrap();
        let (row, column) = (row + first as usize + 1, column + left as usize);
        let ours = match row {
            row if row == table.header_row() => {
                table.header().get(column).map_or("", String::as_str)
            }
            row => table.cell(row, column),
        };
        assert_eq!(ours, plain(cell), "row {row}, column {column}");
        cells += usize::from(!ours.is_empty());
    }
    let ours: usize = table
        .rows()
        .flat_map(|row| row.cells())
        .filter(|cell| !cell.is_empty())
        .count();
    let header = table
        .header()
        .iter()
        .filter(|name| !name.is_empty())
        .count();
    assert_eq!(cells, ours + header);
}

#[test]
fn the_template_says_the_same_to_calamine() {
    let bytes = template(None).unwrap();
    for kind in TableKind::ALL {
        let table = source(&bytes).table(kind, NOBODY).unwrap().unwrap();
        agrees(&bytes, kind.name(), &table);
    }
}

#[derive(Clone, Debug)]
enum Cell {
    Nothing,
    Text(String),
    Number(f64),
    Whole(i32),
    Yes(bool),
    Day(u16, u8, u8, u16),
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Nothing),
        "[ a-zé£<>&\"'\n_x0D]{0,15}".prop_map(Cell::Text),
        (-1e9..1e9_f64).prop_map(|number| Cell::Number((number * 100.0).round() / 100.0)),
        any::<i32>().prop_map(Cell::Whole),
        any::<bool>().prop_map(Cell::Yes),
        (1901..2100_u16, 1..=12_u8, 1..=28_u8, 0..1440_u16)
            .prop_map(|(year, month, day, minute)| Cell::Day(year, month, day, minute)),
    ]
}

proptest! {
    #[test]
    fn any_sheet_says_the_same_to_calamine(
        rows in prop::collection::vec((0..5_u32, prop::collection::vec(cell(), 0..6)), 1..10),
    ) {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("cases").unwrap();
        sheet.write_string(0, 0, "case_id").unwrap();
        sheet.write_string(0, 5, "current_provision").unwrap();
        let date = Format::new().set_num_format("d mmm yyyy hh:mm");
        let mut at = 0;
        for (gap, cells) in &rows {
            at += gap + 1;
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Cell::Nothing => continue,
                    Cell::Text(text) => sheet.write_string(at, column, text).unwrap(),
                    Cell::Number(number) => sheet.write_number(at, column, *number).unwrap(),
                    Cell::Whole(number) => sheet.write_number(at, column, *number).unwrap(),
                    Cell::Yes(yes) => sheet.write_boolean(at, column, *yes).unwrap(),
                    Cell::Day(year, month, day, minute) => {
                        let moment = ExcelDateTime::from_ymd(*year, *month, *day).unwrap();
                        let moment = moment.and_hms(minute / 60, (minute % 60) as u8, 0.0).unwrap();
                        sheet.write_datetime_with_format(at, column, &moment, &date).unwrap()
                    }
                };
            }
        }
        let bytes = book.save_to_buffer().unwrap();
        agrees(&bytes, "cases", &table(&bytes));
    }
}
