//! What of a file is taken in, and what came of it.

use super::job::Opened;
use super::{Importing, Wish};
use crate::exchange::{self, Imported, Outcome, Places, TableKind};
use crate::review::baseline::Baseline;
use crate::review::command::ImportedCase;
use crate::review::provision::{Provision, preset};
use crate::review::setup::Setup;
use crate::review::{Command, Refusal, Via};
use crate::ui::session::Session;
use crate::ui::words::count;

/// Which tables of a file are taken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Take {
    /// The cases.
    pub cases: bool,
    /// The provision table, in place of the review's.
    pub provisions: bool,
    /// The baseline, in place of the review's.
    pub baseline: bool,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    /// In words.
    pub said: String,
    /// Whether that was anything.
    pub changed: bool,
}

/// What is taken in besides cases.
#[derive(Clone, Debug, Default)]
pub(super) struct SetupTaken {
    provisions: Option<Vec<Provision>>,
    baseline: Option<Baseline>,
}

impl SetupTaken {
    /// The provisions that cases may name then.
    pub fn places(&self, setup: &Setup) -> Places {
        self.provisions
            .as_deref()
            .unwrap_or(&setup.provisions)
            .into()
    }

    /// The one command that takes all of it in, together with these cases.
    pub fn command(&self, cases: Vec<ImportedCase>) -> Command {
        if self.provisions.is_none() && self.baseline.is_none() {
            return Command::Import(cases);
        }
        Command::ImportTables {
            provisions: self.provisions.clone(),
            baseline: self.baseline.clone().map(Box::new),
            cases,
        }
    }
}

impl Take {
    /// What is taken in unless somebody says otherwise: the cases, and of the rest what nobody has
    /// touched in this review.
    pub(super) fn at_first(opened: &Opened, cases: bool, setup: &Setup) -> Self {
        let alone = !opened.is_workbook;
        let good = |problems: &exchange::Problems| problems.is_empty();
        let provisions = opened.provisions.as_ref();
        let baseline = opened.baseline.as_ref();
        let blank = Setup::new(
            setup.title.clone(),
            setup.local_authority.clone(),
            setup.baseline.base_year,
        );
        Self {
            cases,
            provisions: provisions.is_some_and(|read| {
                good(&read.problems)
                    && (alone || setup.provisions == preset())
                    && read.value.rows != setup.provisions
            }),
            baseline: baseline.is_some_and(|read| {
                good(&read.problems)
                    && (alone || setup.baseline == blank.baseline)
                    && read.value != setup.baseline
            }),
        }
    }

    /// What is taken in besides cases.
    pub(super) fn setup(self, opened: Option<&Opened>) -> SetupTaken {
        let provisions = opened.and_then(|opened| opened.provisions.as_ref());
        let baseline = opened.and_then(|opened| opened.baseline.as_ref());
        SetupTaken {
            provisions: provisions
                .filter(|_| self.provisions)
                .map(|read| read.value.rows.clone()),
            baseline: baseline
                .filter(|_| self.baseline)
                .map(|read| read.value.clone()),
        }
    }
}

impl Importing {
    /// What stands in the way of importing what is taken in; `None` = nothing does.
    pub fn in_the_way(&self) -> Option<String> {
        if self.is_working() {
            return Some("It is being read.".to_owned());
        }
        self.in_the_way_as_read()
    }

    /// The same, as it was when it was read last.
    pub fn in_the_way_as_read(&self) -> Option<String> {
        if self.opened.is_none() {
            return Some("There is nothing to import.".to_owned());
        }
        if self.take == Take::default() {
            return Some("Nothing is chosen.".to_owned());
        }
        let Some(read) = self.read.as_ref().filter(|_| !self.stopped) else {
            return Some("It has not been read to the end.".to_owned());
        };
        if self.take.cases {
            if read.problems.whole_file() {
                return Some("A column is missing or there twice: see above.".to_owned());
            }
            let bad = read.problems.bad_rows().len();
            if bad > 0 {
                let rows = count(bad, "row cannot", "rows cannot");
                return Some(format!("{rows} be read yet: mend or leave out."));
            }
            if let Some(why) = read.dry.in_the_way() {
                return Some(why);
            }
        }
        let refused = read.dry.refused.as_ref();
        refused.map(|why| format!("It cannot come in: {why}."))
    }

    /// The first case that comes in.
    pub fn first(&self) -> Option<crate::review::text::CaseId> {
        let read = self.read.as_ref().filter(|_| self.take.cases)?;
        read.cases.first().map(|case| case.file.id.clone())
    }

    /// What stands on the button: "Import 28 case files and the provision table".
    pub fn what(&self) -> String {
        let cases = self.read.as_ref().filter(|_| self.take.cases);
        let cases = cases.map(|read| match read.dry.imported.len() {
            0 => "case files".to_owned(),
            some => count(some, "case file", "case files"),
        });
        let provisions = self.take.provisions.then(|| "provision table".to_owned());
        let baseline = self.take.baseline.then(|| "baseline".to_owned());
        let mut parts: Vec<String> = cases
            .into_iter()
            .chain(provisions)
            .chain(baseline)
            .collect();
        let last = parts.pop().unwrap_or_else(|| "nothing".to_owned());
        match parts.as_slice() {
            [] => format!("Import {last}"),
            some => format!("Import {} and {last}", some.join(", ")),
        }
    }

    /// Imports what is taken in: all of it or nothing.
    ///
    /// # Errors
    /// The refusal; nothing has been imported then.
    pub fn import(&self, session: &mut Session) -> Result<Came, Refusal> {
        let cases = self.read.as_ref().filter(|_| self.take.cases);
        let cases = cases.map(|read| read.cases.clone()).unwrap_or_default();
        let ids: Vec<_> = cases.iter().map(|case| case.file.id.clone()).collect();
        let command = self.take.setup(self.opened.as_ref()).command(cases);
        let applied = session.apply(command, Via::Imported)?;
        let imported = exchange::outcomes(session.review(), &ids, &applied.notes);
        Ok(Came {
            said: self.summary(&imported),
            changed: applied.entry.is_some(),
        })
    }

    fn summary(&self, imported: &[Imported]) -> String {
        let mut said = Vec::new();
        if self.take.provisions {
            said.push("The provision table was replaced.".to_owned());
        }
        if self.take.baseline {
            said.push("The baseline was replaced.".to_owned());
        }
        if !imported.is_empty() {
            said.push(cases_in_words(imported));
        }
        said.join(" ")
    }
}

fn cases_in_words(imported: &[Imported]) -> String {
    let number =
        |wanted: fn(&Outcome) -> bool| imported.iter().filter(|i| wanted(&i.outcome)).count();
    let recorded = number(|outcome| matches!(outcome, Outcome::Recorded));
    let drafts = number(|outcome| matches!(outcome, Outcome::Draft(_)));
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
    said.push('.');
    said
}

impl Wish {
    /// Which sheet is meant by a kind of table, in words.
    pub const fn table(kind: TableKind) -> &'static str {
        match kind {
            TableKind::Provisions => "Provision table",
            TableKind::Baseline => "Baseline",
            TableKind::Cases => "Case files",
        }
    }
}
