//! `new`: a review from tables. All tables are read before anything is said, so that everything
//! wrong is listed at once; nothing is written unless all of it is right, or bad rows of the cases
//! are to be skipped.

use std::fmt::Write as _;
use std::path::Path;

mod tables;

use super::args::New;
use super::words::{count, listed};
use super::{DONE, Done, NEEDS_A_PERSON, NOT_DONE};
use crate::exchange::{self, Imported, Outcome};
use crate::privacy;
use crate::review::setup::{Definition, Selection, Setup};
use crate::review::text::Text;
use crate::review::{Review, Via};
use crate::services::Services;
use crate::store::{EXTENSION, Overwrite, SaveError, save_copy};
use tables::Tables;

/// How many drafts are listed; `check` lists all.
const LISTED: usize = 40;

pub(super) fn new(asked: &New, services: &dyn Services) -> Done {
    if let Err(why) = may_write(asked) {
        return Done::not(why);
    }
    let tables = match Tables::read(asked, services.today().financial_year()) {
        Ok(tables) => tables,
        Err(messages) => {
            return Done {
                out: String::new(),
                messages: format!("{messages}Nothing was written.\n"),
                status: NOT_DONE,
            };
        }
    };
    match written(asked, &tables, services) {
        Ok((review, imported)) => Done {
            out: summary(asked, &tables, &review, &imported),
            messages: if tables.skipped.is_empty() {
                String::new()
            } else {
                format!("These rows were skipped:\n{}", tables.skipped)
            },
            status: if tables.skipped.is_empty() {
                DONE
            } else {
                NEEDS_A_PERSON
            },
        },
        Err(why) => Done::not(format!("{why}\nNothing was written.")),
    }
}

/// A file that is there is not replaced unasked, and a table never.
fn may_write(asked: &New) -> Result<(), String> {
    let output = &asked.output;
    let shown = output.display();
    let tables = asked.tables.files();
    let same = |table: &Path| match (output.canonicalize(), table.canonicalize()) {
        (Ok(output), Ok(table)) => output == table,
        _ => false,
    };
    if tables.into_iter().any(same) {
        return Err(format!(
            "{shown} is one of the tables; choose another name for the review."
        ));
    }
    if !asked.force && output.symlink_metadata().is_ok() {
        return Err(format!(
            "{shown} is there already and was left as it is; --force replaces it."
        ));
    }
    Ok(())
}

/// Begins the review, imports the cases and writes the file.
fn written(
    asked: &New,
    tables: &Tables,
    services: &dyn Services,
) -> Result<(Review, Vec<Imported>), String> {
    let setup = setup(asked, tables)?;
    let act = || services.act(Via::Imported, false);
    let mut review = Review::begin(setup, act()).map_err(|why| why.to_string())?;
    let imported = if tables.cases.is_empty() {
        Vec::new()
    } else {
        exchange::import(&mut review, tables.cases.clone(), act()).map_err(|why| why.to_string())?
    };
    let overwrite = if asked.force {
        Overwrite::Yes
    } else {
        Overwrite::No
    };
    save_copy(&asked.output, &review.snapshot(), overwrite).map_err(|why| {
        let shown = asked.output.display();
        match why {
            SaveError::Disk(trouble) => {
                format!(
                    "{shown} could not be written: {trouble}. {}",
                    trouble.next()
                )
            }
            why => format!("{shown}: {why}"),
        }
    })?;
    Ok((review, imported))
}

fn setup(asked: &New, tables: &Tables) -> Result<Setup, String> {
    let text = |option: &str, text: &str| {
        Text::new(text.trim()).map_err(|why| format!("--{option}: {why}"))
    };
    let needed = |option: &str, words: &str| {
        text(option, words).and_then(|text| {
            if text.is_empty() {
                Err(format!("--{option} is empty."))
            } else {
                Ok(text)
            }
        })
    };
    let title = needed("title", &asked.title)?;
    let council = needed("local-authority", &asked.local_authority)?;
    let mut setup = Setup::new(title, council, tables.baseline.base_year);
    setup.provisions.clone_from(&tables.provisions);
    setup.baseline = tables.baseline.clone();
    setup.selection = Selection {
        method: asked.selection,
        ..Selection::default()
    };
    if let Some(words) = &asked.definition {
        let words = text("definition", words)?;
        setup.definition = Some(Definition {
            words,
            agreed_on: None,
            agreed_by: Vec::new(),
        });
    }
    Ok(setup)
}

/// What is in the new file, and what is not.
fn summary(asked: &New, tables: &Tables, review: &Review, imported: &[Imported]) -> String {
    let mut out = String::new();
    let counted =
        |which: fn(&Outcome) -> bool| imported.iter().filter(|one| which(&one.outcome)).count();
    let recorded = counted(|outcome| matches!(outcome, Outcome::Recorded));
    let drafts = counted(|outcome| matches!(outcome, Outcome::Draft(_)));
    let not_judged = imported.len() - recorded - drafts;
    let _ = writeln!(out, "Written: {}", asked.output.display());
    let _ = writeln!(
        out,
        "{}: {} recorded, {}, {not_judged} not judged yet",
        count(imported.len(), "case", "cases"),
        count(recorded, "judgement", "judgements"),
        count(drafts, "draft", "drafts"),
    );
    list_drafts(imported, &mut out);
    if !tables.skipped.is_empty() {
        let rows: Vec<_> = tables.skipped.bad_rows().iter().collect();
        let shown: Vec<_> = rows.iter().take(LISTED).collect();
        let more = if rows.len() > shown.len() {
            ", …"
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "Skipped: {} with something wrong in them ({}{more})",
            count(rows.len(), "row", "rows"),
            listed(&shown)
        );
    }
    for note in notes(asked, tables, review) {
        let _ = writeln!(out, "Note: {note}");
    }
    out
}

fn list_drafts(imported: &[Imported], out: &mut String) {
    let lacking: Vec<String> = imported
        .iter()
        .filter_map(|one| match &one.outcome {
            Outcome::Draft(missing) => Some(format!(
                "  case {}: draft, counts in no figure; missing: {}",
                one.case,
                missing.join("; ")
            )),
            Outcome::NotJudged(missing) if !missing.is_empty() => Some(format!(
                "  case {}: not judged yet; missing of the parent’s perspective: {}",
                one.case,
                missing.join("; ")
            )),
            _ => None,
        })
        .collect();
    for line in lacking.iter().take(LISTED) {
        let _ = writeln!(out, "{line}");
    }
    if lacking.len() > LISTED {
        let more = lacking.len() - LISTED;
        let _ = writeln!(out, "  and {more} more, which `check` lists");
    }
}

fn notes(asked: &New, tables: &Tables, review: &Review) -> Vec<String> {
    let mut notes = tables.notes.clone();
    if review.setup().definition.is_none() {
        notes.push(
            "no --definition of “ideal” is given, so no judgement can be recorded yet".to_owned(),
        );
    }
    let empty: Vec<_> = review
        .cases()
        .filter(|case| case.complete().is_some())
        .filter(|case| {
            let row = review.setup().provision(&case.file.current_provision);
            row.is_some_and(|row| row.caseload.get() == 0.0)
        })
        .map(|case| case.id().clone())
        .collect();
    if !empty.is_empty() {
        notes.push(format!(
            "nobody is placed where these cases are, so they stand for 0 children: {}",
            listed(&empty)
        ));
    }
    let found = privacy::identifying(review.setup(), review.state().every_case()).len();
    if found > 0 {
        let pieces = count(found, "piece of text looks", "pieces of text look");
        notes.push(format!("{pieces} identifying; `check` lists them"));
    }
    if asked
        .output
        .extension()
        .is_none_or(|ending| ending != EXTENSION)
    {
        notes.push(format!(
            "a review’s file is usually named NAME.{EXTENSION}, so that it opens with a double click"
        ));
    }
    notes
}
