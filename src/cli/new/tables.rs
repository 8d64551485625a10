//! The tables of a new review, from one file each or from the sheets of a workbook.

use std::fmt::Write as _;

use super::super::args::{New, TablesIn};
use crate::exchange::{
    self, NOBODY, Problem, Problems, ProvisionTable, Read, Source, Table, TableKind, Trouble,
};
use crate::review::baseline::Baseline;
use crate::review::command::ImportedCase;
use crate::review::provision::{Provision, preset};
use crate::review::units::FinancialYear;

/// What the tables gave.
pub(super) struct Tables {
    pub provisions: Vec<Provision>,
    pub baseline: Baseline,
    pub cases: Vec<ImportedCase>,
    pub skipped: Problems,
    pub notes: Vec<String>,
}

/// What was said while the tables were read.
#[derive(Default)]
struct Said {
    problems: String,
    notes: Vec<String>,
}

impl Said {
    /// The value of a table; its notes and problems join the others.
    fn taken<T>(&mut self, read: Read<T>) -> T {
        self.notes.extend(read.notes);
        self.problems.push_str(&read.problems.to_string());
        read.value
    }

    fn wrong(&mut self, problem: &Problem) {
        let _ = writeln!(self.problems, "{problem}");
    }
}

/// A table that is asked for.
enum Given {
    /// None is.
    Not,
    /// It cannot be read, and that has been said.
    Bad,
    Table(Box<Table>),
}

impl Tables {
    /// Reads all tables, or says all that is wrong with them.
    pub fn read(asked: &New, this_year: FinancialYear) -> Result<Self, String> {
        let mut said = Said::default();
        let [provisions, baseline, cases] = given(&asked.tables, &mut said);
        let (provisions, codes) = match provisions {
            Given::Not => {
                said.notes.push(
                    "no provision table is given; the preset holds no caseloads and costs"
                        .to_owned(),
                );
                let rows = preset();
                let codes = rows.iter().map(|row| row.code.clone()).collect();
                (rows, codes)
            }
            Given::Bad => (Vec::new(), Vec::new()),
            Given::Table(table) => {
                let ProvisionTable { rows, codes } = said.taken(exchange::provisions(&table));
                (rows, codes)
            }
        };
        let baseline = match baseline {
            Given::Not => {
                said.notes.push(format!(
                    "no baseline is given; the base year was taken to be {this_year}, all money 0"
                ));
                Baseline::starting(this_year)
            }
            Given::Bad => Baseline::starting(this_year),
            Given::Table(table) => said.taken(exchange::baseline(&table, this_year)),
        };
        let mut skipped = Problems::default();
        let cases = match cases {
            Given::Not | Given::Bad => Vec::new(),
            Given::Table(table) if codes.is_empty() => {
                let _ = writeln!(
                    said.problems,
                    "{}: not looked at, because its cases name rows of the provision table",
                    table.name()
                );
                Vec::new()
            }
            Given::Table(table) => {
                let mut cases = exchange::cases(&table, exchange::Places::new(codes, &provisions));
                if asked.skip_bad_rows && !cases.problems.whole_file() {
                    skipped = std::mem::take(&mut cases.problems);
                }
                said.taken(cases)
            }
        };
        if !said.problems.is_empty() {
            return Err(said.problems);
        }
        Ok(Self {
            provisions,
            baseline,
            cases,
            skipped,
            notes: said.notes,
        })
    }
}

/// The tables that are asked for, in the order of [`TableKind::ALL`].
fn given(from: &TablesIn, said: &mut Said) -> [Given; 3] {
    match from {
        TablesIn::Files(files) => {
            let mut files = files.iter();
            TableKind::ALL.map(|kind| match files.next() {
                Some(Some(path)) => match Table::open(path, kind) {
                    Ok(table) => Given::Table(Box::new(table)),
                    Err(problem) => {
                        said.wrong(&problem);
                        Given::Bad
                    }
                },
                _ => Given::Not,
            })
        }
        TablesIn::Workbook(path) => match Source::open(path, NOBODY) {
            Ok(source) => of_workbook(source, said),
            Err(trouble) => {
                bad(&trouble, said);
                [Given::Bad, Given::Bad, Given::Bad]
            }
        },
    }
}

fn of_workbook(mut source: Source, said: &mut Said) -> [Given; 3] {
    if !source.is_workbook() {
        let _ = writeln!(
            said.problems,
            "{}: this is no workbook but a table; name it with --cases, --provisions or --baseline",
            source.name()
        );
        return [Given::Bad, Given::Bad, Given::Bad];
    }
    said.notes.extend(source.notes());
    let tables = TableKind::ALL.map(|kind| match source.table(kind, NOBODY) {
        Ok(Some(table)) => Given::Table(Box::new(table)),
        Ok(None) => Given::Not,
        Err(trouble) => {
            bad(&trouble, said);
            Given::Bad
        }
    });
    if tables.iter().all(|table| matches!(table, Given::Not)) {
        said.wrong(&source.has_no(TableKind::Cases));
    }
    tables
}

fn bad(trouble: &Trouble, said: &mut Said) {
    let _ = writeln!(said.problems, "{trouble}");
}
