//! What of a file is taken in, and what came of it.

use super::job::{self, Opened};
use super::{Importing, Wish};
use crate::exchange::{self, Imported, Outcome, TableKind};
use crate::review::baseline::Baseline;
use crate::review::command::SetupEdit;
use crate::review::provision::{Provision, preset};
use crate::review::setup::Setup;
use crate::review::text::ProvisionCode;
use crate::review::{Act, Command, Refusal, Review, Salt, Timestamp, Via};
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
    /// How many steps it takes to take it back.
    pub steps: usize,
}

/// What is taken in besides cases.
#[derive(Clone, Debug, Default)]
pub(super) struct SetupTaken {
    provisions: Option<Vec<Provision>>,
    baseline: Option<Baseline>,
}

impl SetupTaken {
    /// The codes that cases may name then.
    pub fn codes(&self, setup: &Setup) -> Vec<ProvisionCode> {
        job::codes(self.provisions.as_deref().unwrap_or(&setup.provisions))
    }

    fn commands(&self) -> Vec<Command> {
        let provisions = self.provisions.clone().map(SetupEdit::Provisions);
        let baseline = self.baseline.clone();
        let baseline = baseline.map(|baseline| SetupEdit::Baseline(Box::new(baseline)));
        provisions
            .into_iter()
            .chain(baseline)
            .map(Command::Setup)
            .collect()
    }

    /// Tries it on a copy of a review.
    pub fn apply_to(&self, review: &mut Review) -> Result<(), Refusal> {
        let act = Act {
            at: Timestamp::EPOCH,
            via: Via::Imported,
            money_visible: false,
            salt: Salt([0; 16]),
        };
        for command in self.commands() {
            review.apply(command, act)?;
        }
        Ok(())
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
        if self.opened.is_none() {
            return Some("There is nothing to import.".to_owned());
        }
        if self.take.cases
            && let Some(read) = &self.read
        {
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
        if let Some(why) = self.read.as_ref().and_then(|read| read.refused.as_ref()) {
            return Some(format!("The other sheets cannot come in: {why}."));
        }
        let nothing = Take::default() == self.take;
        nothing.then(|| "Nothing is chosen.".to_owned())
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
        let setup = self.take.setup(self.opened.as_ref());
        let mut commands = setup.commands();
        let cases = self.read.as_ref().filter(|_| self.take.cases);
        let cases = cases.map(|read| read.cases.clone()).unwrap_or_default();
        let ids: Vec<_> = cases.iter().map(|case| case.file.id.clone()).collect();
        if !cases.is_empty() {
            commands.push(Command::Import(cases));
        }
        let (mut steps, mut notes) = (0, Vec::new());
        for command in commands {
            match session.apply(command, Via::Imported) {
                Ok(applied) => {
                    steps += usize::from(applied.entry.is_some());
                    notes.extend(applied.notes);
                }
                Err(refusal) => {
                    for _ in 0..steps {
                        // What has just been done can be undone.
                        let _ = session.apply(Command::Undo, Via::Typed);
                    }
                    return Err(refusal);
                }
            }
        }
        let imported = exchange::outcomes(session.review(), &ids, &notes);
        Ok(Came {
            said: self.summary(&imported),
            steps,
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
