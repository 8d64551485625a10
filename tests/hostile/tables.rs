//! Tables as costly as they can be. What a table says is bounded however large it is, so that
//! little is in memory beside its bytes; and what is too much of it is said with its row.

use dbv_case_review::exchange::{Problems, Table, TableKind, baseline, cases, provisions};
use dbv_case_review::review::bounds;
use dbv_case_review::review::text::ProvisionCode;

use super::{LONGEST, MB, Took, took};

/// What a table may take beside its own bytes: five thousand cases and two hundred thousand
/// entries of their lists, and the longest row three times over.
const BESIDES: usize = 32 * MB;

/// What a table is full of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Full {
    /// One field.
    OneField,
    /// One field in quotation marks, each letter of which is a quotation mark.
    Quotes,
    /// A quotation mark that opens in the first row and does not close.
    Open,
    /// Columns.
    Columns,
    /// As many columns as there can be, then rows of one field.
    ColumnsThenRows,
    /// A long field, then rows of one field.
    FieldThenRows,
    /// Rows of fields that are in no column.
    Ragged,
    /// The shortest rows.
    Rows,
    /// Rows with something wrong in every field.
    BadRows,
    /// Lines without anything.
    Lines,
    /// Rows of commas.
    Commas,
    /// Lists as long as they may be.
    Lists,
    /// One list.
    OneList,
    /// Bytes that become three each when they are read as Windows-1252.
    HighBytes,
    /// Rows that are remarked on.
    Remarked,
    /// One number.
    Digits,
    /// Blanks in one field.
    Blanks,
}

impl Full {
    const ALL: &[Self] = &[
        Self::OneField,
        Self::Quotes,
        Self::Open,
        Self::Columns,
        Self::ColumnsThenRows,
        Self::FieldThenRows,
        Self::Ragged,
        Self::Rows,
        Self::BadRows,
        Self::Lines,
        Self::Commas,
        Self::Lists,
        Self::OneList,
        Self::HighBytes,
        Self::Remarked,
        Self::Digits,
        Self::Blanks,
    ];

    /// A table of this kind, of about this many bytes and not more.
    fn table(self, kind: Kind, size: usize) -> Vec<u8> {
        let (head, row, remarked) = kind.begins();
        let mut bytes = format!("{head}\n").into_bytes();
        let fill = |bytes: &mut Vec<u8>, byte: u8, end: usize| bytes.resize(end - 8, byte);
        match self {
            Self::OneField => {
                bytes.extend(row.as_bytes());
                fill(&mut bytes, b'x', size);
            }
            Self::Quotes => {
                bytes.extend(format!("{row}\"").bytes());
                fill(&mut bytes, b'"', size & !1);
                bytes.push(b'"');
            }
            Self::Open => {
                bytes.extend(format!("{row}\"").bytes());
                rows(&mut bytes, size, |n| format!("{n},a\n"));
            }
            Self::Columns => {
                bytes.pop();
                fill(&mut bytes, b',', size);
            }
            Self::ColumnsThenRows => {
                bytes.pop();
                let columns = bounds::TABLE_COLUMNS.min(size / 2) - 40;
                bytes.extend(std::iter::repeat_n(b',', columns));
                bytes.push(b'\n');
                rows(&mut bytes, size, |_| "x\n".to_owned());
            }
            Self::FieldThenRows => {
                bytes.extend(row.as_bytes());
                fill(&mut bytes, b'x', (size / 2).min(bounds::TABLE_ROW_BYTES));
                bytes.push(b'\n');
                rows(&mut bytes, size, |_| "x\n".to_owned());
            }
            Self::Ragged => rows(&mut bytes, size, |_| format!("{}\n", ",x".repeat(8_000))),
            Self::Rows => rows(&mut bytes, size, |n| format!("{n}{}\n", &row[1..])),
            Self::BadRows => rows(&mut bytes, size, |_| "\",\",?,?,?,?,?,?,?\n".to_owned()),
            Self::Lines => fill(&mut bytes, b'\n', size),
            Self::Commas => rows(&mut bytes, size, |_| ",\n".to_owned()),
            Self::Lists => rows(&mut bytes, size, |n| {
                let list = "a;".repeat(bounds::LIST);
                format!("{n}{}{list},{list},{list}\n", &row[1..])
            }),
            Self::OneList => {
                bytes.extend(row.as_bytes());
                let end = size.min(bounds::TABLE_ROW_BYTES);
                while bytes.len() < end - 8 {
                    bytes.extend(b"a;");
                }
            }
            Self::HighBytes => {
                bytes.extend(row.as_bytes());
                fill(&mut bytes, 0x80, size.min(bounds::TABLE_ROW_BYTES));
            }
            Self::Remarked => rows(&mut bytes, size, |n| format!("{n}{remarked}\n")),
            Self::Digits => {
                bytes.extend(row.as_bytes());
                fill(&mut bytes, b'1', size.min(bounds::TABLE_ROW_BYTES));
            }
            Self::Blanks => {
                bytes.extend(row.as_bytes());
                fill(&mut bytes, b' ', size.min(bounds::TABLE_ROW_BYTES));
                bytes.push(b'x');
            }
        }
        bytes
    }
}

fn rows(bytes: &mut Vec<u8>, size: usize, row: impl Fn(usize) -> String) {
    for n in 0.. {
        let next = row(n);
        if bytes.len() + next.len() > size {
            return;
        }
        bytes.extend(next.as_bytes());
    }
}

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Cases,
    Provisions,
    Baseline,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Cases, Self::Provisions, Self::Baseline];

    /// The header, a row up to its third field, and what follows the first field of a row that is
    /// remarked on.
    const fn begins(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Cases => (
                "case_id,current_provision,secondary_needs,root_causes,conditions,annual_cost,setting",
                "1,a,",
                ",a,,-,n/a",
            ),
            Self::Provisions => (
                "code,tier,new_places,caseload,unit_cost,growth,label",
                "1,1,",
                ",1,,5",
            ),
            Self::Baseline => ("field,value", "ramp,", "unknown,1"),
        }
    }

    const fn table(self) -> TableKind {
        match self {
            Self::Cases => TableKind::Cases,
            Self::Provisions => TableKind::Provisions,
            Self::Baseline => TableKind::Baseline,
        }
    }

    /// How much was read, and what was wrong.
    fn read(self, sheet: &Table) -> (usize, Problems, Vec<String>) {
        match self {
            Self::Cases => {
                let read = cases(sheet, vec![ProvisionCode::new("a").unwrap()]);
                (read.value.len(), read.problems, read.notes)
            }
            Self::Provisions => {
                let read = provisions(sheet);
                (read.value.rows.len(), read.problems, read.notes)
            }
            Self::Baseline => {
                let read = baseline(sheet, "2025-26".parse().unwrap());
                (0, read.problems, read.notes)
            }
        }
    }
}

type Gave = Result<(usize, Problems, Vec<String>), dbv_case_review::exchange::Problem>;

fn opened(kind: Kind, bytes: &[u8]) -> Took<Gave> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.csv");
    std::fs::write(&path, bytes).unwrap();
    took(|| Table::open(&path, kind.table()).map(|sheet| kind.read(&sheet)))
}

fn each(mut what: impl FnMut(Kind, Full)) {
    for kind in Kind::ALL {
        for full in Full::ALL {
            what(kind, *full);
        }
    }
}

#[test]
fn no_table_takes_much_beside_its_bytes() {
    each(|kind, full| {
        // Those of one long row must be longer than a row may be.
        let long = [
            Full::OneField,
            Full::Quotes,
            Full::Open,
            Full::FieldThenRows,
        ];
        let size = if long.contains(&full) { 3 * MB } else { MB };
        let bytes = full.table(kind, size);
        let took = opened(kind, &bytes);
        let most = bytes.len() + BESIDES;
        assert!(
            took.peak <= most,
            "{kind:?} {full:?}: {} of {most}",
            took.peak
        );
        let (count, problems, notes) = took.gave.unwrap();
        assert!(count == 0 || !problems.whole_file(), "{kind:?} {full:?}");
        assert!(problems.to_string().len() < 40_000, "{kind:?} {full:?}");
        assert!(notes.concat().len() < 40_000, "{kind:?} {full:?}");
    });
}

#[test]
#[ignore = "64 MB each; measures a release build"]
fn no_table_of_64_mb_takes_longer_than_two_seconds() {
    let mut slow = Vec::new();
    each(|kind, full| {
        let bytes = full.table(kind, 64 * MB);
        let took = opened(kind, &bytes);
        let (count, problems, _) = took.gave.unwrap();
        let times = took.peak as f64 / bytes.len() as f64;
        let first = problems
            .listed()
            .last()
            .map(ToString::to_string)
            .unwrap_or_default();
        let first: String = first
            .chars()
            .rev()
            .take(70)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        println!(
            "{kind:?} {full:?}: {times:.2} × {} bytes, {:.2?}: {count} read; {first}",
            bytes.len(),
            took.time
        );
        if took.peak > bytes.len() + BESIDES || took.time > LONGEST {
            slow.push((kind, full));
        }
    });
    assert!(slow.is_empty(), "{slow:?}");
}

#[track_caller]
fn refused(bytes: &[u8], words: &str) {
    let sheet = Table::from_bytes("t.csv", bytes, TableKind::Cases).unwrap();
    let (count, problems, _) = Kind::Cases.read(&sheet);
    let listed = problems.to_string();
    assert!(listed.contains(words), "“{words}” is not in\n{listed}");
    assert!(problems.whole_file(), "{listed}");
    assert_eq!(count, 0, "a part of the table was read");
}

#[test]
fn what_is_too_much_of_a_table_is_named_with_its_row() {
    let head = b"case_id,current_provision,pen_portrait\n1,a,x\n\n";
    let with = |rest: &[u8]| [head, rest].concat();
    let long = vec![b'x'; bounds::TABLE_ROW_BYTES + 1];
    refused(
        &with(&[b"2,a,".as_slice(), &long].concat()),
        "t.csv, row 4: this row is longer than 2 MB, more than any row holds; perhaps a quotation \
         mark opens in it and does not close",
    );
    let wide = vec![b','; bounds::TABLE_COLUMNS];
    refused(
        &with(&wide),
        "t.csv, row 4: this row has more than 16,384 columns, more than a spreadsheet has",
    );
    refused(&wide, "t.csv, row 1: this row has more than 16,384 columns");
    let rows: String = (0..bounds::TABLE_ROWS)
        .map(|n| format!("a{n},x\n"))
        .collect();
    refused(
        &with(rows.as_bytes()),
        "t.csv, row 10003: a table holds at most 10,000 rows, and this one goes on",
    );
    let rows: String = (0..bounds::CASES).map(|n| format!("a{n},a\n")).collect();
    refused(
        &with(rows.as_bytes()),
        "t.csv: there can be at most 5000 cases",
    );
    // Just as much as there can be.
    let rows: String = (1..bounds::CASES).map(|n| format!("a{n},a\n")).collect();
    let sheet = Table::from_bytes("t.csv", &with(rows.as_bytes()), TableKind::Cases).unwrap();
    let (count, problems, _) = Kind::Cases.read(&sheet);
    assert_eq!((count, problems.to_string().as_str()), (bounds::CASES, ""));
    let wide = vec![b','; bounds::TABLE_COLUMNS - 1];
    let (_, problems, _) =
        Kind::Cases.read(&Table::from_bytes("t.csv", &with(&wide), TableKind::Cases).unwrap());
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn all_lists_of_a_table_together_are_bounded() {
    let list = "a;".repeat(bounds::LIST);
    let full = bounds::TABLE_ENTRIES / bounds::LIST;
    let rows: String = (0..=full).map(|n| format!("{n},a,{list}\n")).collect();
    let table = format!("case_id,current_provision,secondary_needs\n{rows}");
    let sheet = Table::from_bytes("t.csv", table.as_bytes(), TableKind::Cases).unwrap();
    let (count, problems, _) = Kind::Cases.read(&sheet);
    assert_eq!(count, full);
    assert_eq!(
        problems.to_string(),
        "t.csv, row 1002, column secondary_needs: the lists of a table hold at most 200,000 \
         entries; these are more\n"
    );
}

#[test]
fn notes_and_unknown_columns_are_counted_after_a_while() {
    let columns: String = (0..500).map(|n| format!(",unknown{n}")).collect();
    let rows: String = (0..500).map(|n| format!("{n},a,n/a\n")).collect();
    let table = format!("case_id,current_provision,root_causes{columns}\n{rows}");
    let sheet = Table::from_bytes("t.csv", table.as_bytes(), TableKind::Cases).unwrap();
    let (count, problems, notes) = Kind::Cases.read(&sheet);
    assert!(problems.is_empty(), "{problems}");
    assert_eq!((count, notes.len()), (500, 102));
    assert!(notes[0].ends_with("“unknown19”, and 480 more are not known and were ignored"));
    assert_eq!(notes[101], "and 400 more notes");
}

#[test]
fn bytes_that_are_no_table_are_told() {
    for (bytes, words) in [
        (
            b"case_id,current_provision\n1,a\0\n".as_slice(),
            "not a text file",
        ),
        (b"\0".as_slice(), "not a text file"),
        (b"PK\x03\x04".as_slice(), "this workbook is damaged"),
        (b"\xFF\xFEc\0".as_slice(), "UTF-16"),
    ] {
        let why = Table::from_bytes("t.csv", bytes, TableKind::Cases)
            .unwrap_err()
            .to_string();
        assert!(why.contains(words), "{why}");
    }
    let large = vec![b'x'; usize::try_from(bounds::FILE_BYTES).unwrap() + 1];
    let why = Table::from_bytes("t.csv", &large, TableKind::Cases)
        .unwrap_err()
        .to_string();
    assert_eq!(why, "t.csv: the file is larger than 64 MB");
}
