//! The cases: each child's file, the parent heard beforehand, and a judgement made elsewhere.

use std::collections::{BTreeSet, HashMap};

use super::Read;
use super::codes::{ANSWERS, CONFIDENCE, PAYERS, YES_NO, code, is_word};
use super::columns::TableKind;
use super::matching::Matching;
use super::number::{Kind, shortened};
use super::places::Places;
use super::progress::{NOBODY, Stopped};
use super::row::{Asked, Row, count_parts, each_row};
use super::table::Table;
use super::voice::{asked, voice};
use crate::review::bounds;
use crate::review::case_file::CaseFile;
use crate::review::command::ImportedCase;
use crate::review::judgement::{Condition, Dissent, Draft, Ideal, Payer, SupportCost};
use crate::review::refusal::Refusal;
use crate::review::text::{CaseId, Text};
use crate::review::units::PerChild;

/// Reads the table `cases` of a review whose provision table has these rows.
pub fn cases(table: &Table, known: impl Into<Places>) -> Read<Vec<ImportedCase>> {
    let asked = Asked {
        table,
        matching: &Matching::of(table, TableKind::Cases),
        skipped: &BTreeSet::new(),
        observer: NOBODY,
    };
    // Nobody stops it.
    read(&asked, &known.into()).unwrap_or_default()
}

/// Reads cases as they are matched, without the rows that are left out by choice.
pub(super) fn read(asked: &Asked<'_>, known: &Places) -> Result<Read<Vec<ImportedCase>>, Stopped> {
    let mut ids: HashMap<CaseId, usize> = HashMap::new();
    let (mut value, mut problems, notes) = each_row(asked, |row| {
        let id = row.require("case_id", |text| CaseId::new(text));
        if let Some(id) = &id {
            match ids.get(id) {
                Some(first) => {
                    let what =
                        format!("row {first} is case {id} already; every case has its own number");
                    row.wrong("case_id", what);
                }
                None => {
                    ids.insert(id.clone(), row.number);
                }
            }
        }
        // One too many is enough to refuse them all.
        case(row, id, known).filter(|_| ids.len() <= bounds::CASES)
    })?;
    if ids.len() > bounds::CASES {
        let refusal = Refusal::TooMany {
            what: "cases",
            most: bounds::CASES,
        };
        problems.push_whole(asked.table.problem(None, None, refusal.to_string()));
        value = Vec::new();
    }
    Ok(Read {
        value,
        problems,
        notes,
    })
}

fn case(row: &mut Row<'_>, id: Option<CaseId>, known: &Places) -> Option<ImportedCase> {
    let current = row.require("current_provision", |text| known.named(text));
    let blank = id
        .zip(current)
        .map(|(id, current)| CaseFile::new(id, current));
    let file = file(row, blank);
    let voice = voice(row, known);
    let draft = draft(row, known);
    let asked = asked(row, voice.as_ref(), &draft);
    Some(ImportedCase {
        file: file?,
        voices: voice.into_iter().collect(),
        draft,
        asked,
    })
}

/// Reads every cell also where there is no case to put it in, so that all problems are found.
fn file(row: &mut Row<'_>, blank: Option<CaseFile>) -> Option<CaseFile> {
    let year_group = row.text("year_group");
    let phase = row.text("phase");
    let primary_need = row.text("primary_need");
    let secondary_needs = row.texts("secondary_needs");
    let plan_since = row.text("plan_since");
    let annual_cost = row.quantity("annual_cost", Kind::Money, PerChild::new);
    let pen_portrait = row.text("pen_portrait");
    let child_views = row.text("child_views");
    let aspirations = row.text("aspirations");
    let provision_summary = row.text("provision_summary");
    let documents_seen = row.texts("documents_seen");
    let documents_missing = row.texts("documents_missing");
    let CaseFile {
        id,
        current_provision,
        ..
    } = blank?;
    Some(CaseFile {
        id,
        current_provision,
        year_group,
        phase,
        primary_need,
        secondary_needs,
        plan_since,
        annual_cost,
        pen_portrait,
        child_views,
        aspirations,
        provision_summary,
        documents_seen,
        documents_missing,
    })
}

fn draft(row: &mut Row<'_>, known: &Places) -> Draft {
    Draft {
        setting: row.code("setting", ANSWERS),
        support: row.code("support", ANSWERS),
        timeliness: row.code("timeliness", ANSWERS),
        ideal: row.get("ideal_provision", |text| ideal(text, known)),
        reasoning: row.text("reasoning"),
        conditions: conditions(row),
        support_costs: support_cost(row).into_iter().collect(),
        root_causes: unless_placeholders(row, "root_causes"),
        confidence: row.code("confidence", CONFIDENCE),
        dissent: dissent(row).into_iter().collect(),
        less_than_plan: None,
    }
}

fn ideal(text: &str, known: &Places) -> Result<Ideal, String> {
    match known.named(text) {
        Ok(code) => Ok(Ideal::Provision(code)),
        Err(_) if is_word(text, "cannot_tell") => Ok(Ideal::CannotTell),
        Err(why) => Err(why),
    }
}

fn support_cost(row: &mut Row<'_>) -> Option<SupportCost> {
    let payer = row.code("support_payer", PAYERS);
    let cost = row.quantity("support_cost", Kind::Money, PerChild::new);
    if row.cell("support_cost").is_empty() && payer.is_some() {
        row.note("support_payer", "without a support_cost it was left out");
    }
    cost.map(|per_year| SupportCost {
        per_year,
        payer: payer.unwrap_or(Payer::HighNeeds),
    })
}

/// Conditions, each with whether it is in place. "None" or "n/a" is no condition: read as one,
/// it would stand in the way of a move.
fn conditions(row: &mut Row<'_>) -> Vec<Condition> {
    const IN_PLACE: &str = "conditions_in_place";
    let whats = row.texts("conditions");
    let in_place = row.list(IN_PLACE, |text| code(text, YES_NO));
    let answers = count_parts(row.cell(IN_PLACE));
    let asked = count_parts(row.cell("conditions"));
    if answers != 0 && answers != asked {
        row.wrong(
            IN_PLACE,
            format!(
                "it answers for {answers}, but there are {asked} conditions; yes or no for each"
            ),
        );
        return Vec::new();
    }
    let mut conditions = Vec::new();
    for (at, what) in whats.into_iter().enumerate() {
        if what.says_something() {
            let in_place = in_place.get(at).copied().unwrap_or(false);
            conditions.push(Condition::new(what, in_place));
        } else {
            left_out(row, "conditions", &what);
        }
    }
    conditions
}

fn unless_placeholders(row: &mut Row<'_>, column: &str) -> Vec<Text> {
    let mut kept: Vec<Text> = Vec::new();
    for text in row.texts(column) {
        if !text.says_something() {
            left_out(row, column, &text);
        } else if !kept.contains(&text) {
            kept.push(text);
        }
    }
    kept
}

fn dissent(row: &mut Row<'_>) -> Option<Dissent> {
    let words = row.text("dissent");
    if words.is_empty() {
        return None;
    }
    if !words.says_something() {
        left_out(row, "dissent", &words);
        return None;
    }
    Some(Dissent { by: None, words })
}

fn left_out(row: &mut Row<'_>, column: &str, text: &str) {
    let what = format!("“{}” says nothing and was left out", shortened(text));
    row.note(column, &what);
}

#[cfg(test)]
#[path = "cases_tests.rs"]
mod tests;
