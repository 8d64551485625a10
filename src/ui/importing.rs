//! Importing a table of case files: read first, shown, and only then put into the review, as one
//! change that can be undone.

use std::path::PathBuf;

use super::session::Session;
use crate::exchange::{self, Imported, Outcome, Problems, Table, TableKind};
use crate::review::command::ImportedCase;
use crate::review::text::ProvisionCode;
use crate::review::{Command, Refusal, Review, Via};

/// A table that has been read and waits for a decision.
pub struct Importing {
    /// The file.
    pub path: PathBuf,
    /// The good rows.
    pub cases: Vec<ImportedCase>,
    /// What is wrong with the others.
    pub problems: Problems,
    /// What was ignored.
    pub notes: Vec<String>,
}

impl Importing {
    /// Reads a table for this review.
    pub fn read(path: PathBuf, review: &Review) -> Self {
        let codes: Vec<ProvisionCode> = review
            .setup()
            .provisions
            .iter()
            .map(|row| row.code.clone())
            .collect();
        match Table::open(&path, TableKind::Cases) {
            Ok(sheet) => {
                let read = exchange::cases(&sheet, &codes);
                Self {
                    path,
                    cases: read.value,
                    problems: read.problems,
                    notes: read.notes,
                }
            }
            Err(problem) => Self {
                path,
                cases: Vec::new(),
                problems: problem.into(),
                notes: Vec::new(),
            },
        }
    }

    /// Whether it can be imported as it is.
    pub fn is_good(&self) -> bool {
        self.problems.is_empty() && !self.cases.is_empty()
    }

    /// Whether the good rows can be imported without the bad ones.
    pub fn can_skip(&self) -> bool {
        !self.problems.is_empty() && !self.problems.whole_file() && !self.cases.is_empty()
    }

    /// Imports; tells what became of the cases.
    ///
    /// # Errors
    /// The refusal; nothing has been imported then.
    pub fn import(&self, session: &mut Session, skip_bad_rows: bool) -> Result<String, Refusal> {
        if !self.is_good() && !skip_bad_rows {
            return Ok("Nothing was imported.".to_owned());
        }
        let ids: Vec<_> = self.cases.iter().map(|case| case.file.id.clone()).collect();
        let applied = session.apply(Command::Import(self.cases.clone()), Via::Imported)?;
        Ok(summary(&exchange::outcomes(
            session.review(),
            &ids,
            &applied.notes,
        )))
    }
}

fn summary(imported: &[Imported]) -> String {
    let count =
        |wanted: fn(&Outcome) -> bool| imported.iter().filter(|i| wanted(&i.outcome)).count();
    let recorded = count(|outcome| matches!(outcome, Outcome::Recorded));
    let drafts = count(|outcome| matches!(outcome, Outcome::Draft(_)));
    let files = imported.len();
    let mut said = format!(
        "{files} case {} imported",
        if files == 1 { "file was" } else { "files were" }
    );
    if recorded > 0 {
        said.push_str(&format!("; {recorded} with a complete judgement"));
    }
    if drafts > 0 {
        said.push_str(&format!(
            "; {drafts} with a judgement that is kept as a draft, because something is missing"
        ));
    }
    said.push_str(". One undo takes all of them out again.");
    said
}
