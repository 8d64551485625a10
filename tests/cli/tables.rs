//! The worked example of model.md §10 as three tables, and rows to try the import with.

use std::fmt::Write as _;

use crate::Desk;

pub const PROVISIONS: &str = "\
code,label,tier,caseload,unit_cost,avoidable_cost,growth,transition_share,new_places
SenSupport,SEN Support,0,0,,,0,0.198,
Mainstream,,1,\"1,988\",\"£8,662\",,6%,19.8%,
ResourcedProvision,,2,166,21531,,0.03,,
StateSpecial,,3,1041,\"£26,000.00\",16000,3%,,
IndependentSpecialDay,,4,350,61203,,0.08,,
IndependentSpecialResidential,,5,59,127443,,0.02,,
AlternativeProvision,,2,80,22000,,0,,
FurtherEducation,,1,863,8000,,5 %,,
Other,,2,539,12000,,.04,,
";

pub const BASELINE: &str = "\
field,value
base_year,2024-25
horizon,5
inflation,3%
other_spend,\"9,200,000\"
allocation,\"£89,000,000\"
allocation_growth,5%;3%
opening_balance,\"−£21,400,000\"
investment,400000;400000;200000
grant,500000;500000
appeal_loss_share,81%
";

/// Columns of the cases that these tests fill in.
const COLUMNS: [&str; 21] = [
    "case_id",
    "current_provision",
    "year_group",
    "parent_speaker",
    "parent_source",
    "parent_words",
    "parent_setting",
    "parent_support",
    "parent_timeliness",
    "parent_ideal",
    "parent_date",
    "parent_attempts",
    "parent_stance_asked",
    "parent_stance_asked_on",
    "setting",
    "support",
    "timeliness",
    "ideal_provision",
    "support_cost",
    "conditions",
    "reasoning",
];

/// A row of the cases, by column.
#[derive(Clone)]
pub struct Row([String; COLUMNS.len()]);

impl Row {
    /// A whole row: a child who moves or stays, with a mother who sees the same ideal.
    pub fn new(id: &str, current: &str, ideal: &str) -> Self {
        let stays = current == ideal;
        Self(std::array::from_fn(|_| String::new()))
            .with("case_id", id)
            .with("current_provision", current)
            .with("year_group", "Year 7")
            .with("parent_speaker", "mother")
            .with("parent_source", "interview")
            .with("parent_words", "He needs people, who know him,\nand time.")
            .with("parent_setting", "ideal")
            .with("parent_support", "not_ideal")
            .with("parent_timeliness", "not_stated")
            .with("parent_ideal", ideal)
            .with("parent_date", "14/05/2026")
            .with("setting", if stays { "ideal" } else { "not_ideal" })
            .with("support", "ideal")
            .with("timeliness", "cannot_tell")
            .with("ideal_provision", ideal)
            .with("reasoning", "What we read of the child’s days points there")
    }

    pub fn with(mut self, column: &str, value: &str) -> Self {
        let at = COLUMNS.iter().position(|known| *known == column).unwrap();
        self.0[at] = value.to_owned();
        self
    }

    pub fn without(mut self, prefix: &str) -> Self {
        for (value, column) in self.0.iter_mut().zip(COLUMNS) {
            if column.starts_with(prefix) {
                value.clear();
            }
        }
        self
    }

    fn asked(self, stance: &str) -> Self {
        self.with("parent_stance_asked", stance)
            .with("parent_stance_asked_on", "1 June 2026")
    }
}

/// Rows as the table of cases.
pub fn cases(rows: &[Row]) -> String {
    let mut text = COLUMNS.join(",") + "\n";
    for Row(values) in rows {
        let quoted: Vec<_> = values
            .iter()
            .map(|value| format!("\"{}\"", value.replace('"', "\"\"")))
            .collect();
        let _ = writeln!(text, "{}", quoted.join(","));
    }
    text
}

/// Tables as the sheets of a workbook, every cell as a text.
pub fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, table) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        let mut records = csv::ReaderBuilder::new();
        let mut records = records
            .has_headers(false)
            .flexible(true)
            .from_reader(table.as_bytes());
        for (row, record) in (0..).zip(records.records()) {
            for (column, cell) in (0..).zip(record.unwrap().iter()) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// The 28 cases of §10, C01 to C28.
pub fn worked_example() -> Vec<Row> {
    let (m, s, i, f) = (
        "Mainstream",
        "StateSpecial",
        "IndependentSpecialDay",
        "FurtherEducation",
    );
    let row = |current, ideal| Row::new("", current, ideal);
    let blocked = |row: Row| row.with("conditions", "A teacher of the deaf");
    let sees = |row: Row, ideal| row.with("parent_ideal", ideal);
    let mut rows = Vec::new();
    let mut add = |times: usize, row: Row| rows.extend(std::iter::repeat_n(row, times));
    add(2, blocked(row(s, m).with("support_cost", "£4,000")));
    add(3, sees(row(s, m), s));
    add(
        1,
        blocked(row(s, "ResourcedProvision")).asked("agrees with conditions"),
    );
    add(3, row(s, s));
    add(1, blocked(row(i, s)));
    add(3, sees(row(i, m), i));
    add(2, row(i, i));
    add(5, row(m, m));
    add(1, sees(row(m, m), "ResourcedProvision"));
    add(
        2,
        row(m, m)
            .with("support_cost", "3000")
            .asked("agrees_with_conditions"),
    );
    add(1, row(m, s));
    add(1, sees(row(m, "SenSupport"), "not_stated"));
    add(3, row(f, f));
    rows.into_iter()
        .zip(1..)
        .map(|(row, number)| row.with("case_id", &format!("C{number:02}")))
        .collect()
}

impl Desk {
    /// The worked example as `r.dbvreview`.
    pub fn with_worked_example(selection: &str) -> Self {
        let desk = Self::new();
        desk.write("p.csv", PROVISIONS).write("b.csv", BASELINE);
        desk.write("cases.csv", cases(&worked_example()));
        let tables = [
            "--provisions",
            "p.csv",
            "--baseline",
            "b.csv",
            "--cases",
            "cases.csv",
        ];
        let words = ["--definition", crate::DEFINITION, "--selection", selection];
        desk.new_review(&[tables.as_slice(), &words].concat())
            .ended(0)
            .says("28 cases: 28 judgements recorded, 0 drafts, 0 not judged yet");
        desk
    }
}
