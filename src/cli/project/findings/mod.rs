//! The findings in `project`, for reading: every share with its n and interval, and which cases
//! are behind what matters.

mod codes;
mod json;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

pub(super) use json::{FindingsPart, part};

use super::super::words::{count, listed, money, thousands};
use crate::findings::{
    Answers, Findings, Group, MeanCost, Members, ParentSays, Parents, Share, SideBySide,
    StanceCount,
};
use crate::guidance::consequence;
use crate::projection::FEW;
use crate::review::judgement::Answer;
use crate::review::setup::Setup;
use crate::review::stance::{Stance, StanceFrom};
use crate::review::text::{CaseId, ProvisionCode, Text};

/// The findings in words.
pub(super) fn text(setup: &Setup, findings: &Findings) -> String {
    let mut out = String::new();
    let complete = findings.tally.complete;
    let _ = writeln!(
        out,
        "What the judged cases show: {}, of which {} counted",
        count(complete, "complete judgement", "complete judgements"),
        findings.counted
    );
    if complete == 0 {
        out.push_str("Nothing can be said yet.\n");
        return out;
    }
    cautions(setup, findings, &mut out);
    outcomes(setup, findings, &mut out);
    flows(setup, findings, &mut out);
    causes(findings, &mut out);
    members(&findings.members, &mut out);
    parents(&findings.parents, &mut out);
    heard(findings, &mut out);
    makeup(setup, findings, &mut out);
    out
}

/// "3 of 9 (33%, 90% interval 14% to 60%)".
fn said(share: &Share) -> String {
    let (low, high) = share.interval();
    let percent = |value: f64| format!("{:.0}%", value * 100.0);
    let few = if share.is_few() {
        format!("; fewer than {FEW} cases")
    } else {
        String::new()
    };
    format!(
        "{} of {} ({}, 90% interval {} to {}{few})",
        share.k(),
        share.n(),
        percent(share.value()),
        percent(low),
        percent(high)
    )
}

/// "0.54", "−0.10"; never "−0.00".
fn hundredths(value: f64) -> String {
    let size = format!("{:.2}", value.abs());
    if value < 0.0 && size != "0.00" {
        format!("−{size}")
    } else {
        size
    }
}

/// ": C01, C02", or nothing.
fn which(cases: &[CaseId]) -> String {
    if cases.is_empty() {
        String::new()
    } else {
        format!(": {}", listed(cases))
    }
}

fn heading(out: &mut String, words: &str) {
    let _ = writeln!(out, "\n{words}");
}

fn item(out: &mut String, words: &str) {
    let _ = writeln!(out, "- {words}");
}

fn cautions(setup: &Setup, findings: &Findings, out: &mut String) {
    let method = setup.selection.method;
    let _ = writeln!(
        out,
        "How the cases were chosen: {}. {}",
        method.label(),
        consequence(method).short
    );
    let few: Vec<_> = findings
        .makeup
        .provisions
        .iter()
        .filter(|row| !row.cases.is_empty() && row.cases.len() < FEW)
        .map(|row| {
            let name = setup.provision_name(&row.code);
            format!("{name} (n = {})", row.cases.len())
        })
        .collect();
    if !few.is_empty() {
        let _ = writeln!(
            out,
            "Fewer than {FEW} counted cases from: {}.",
            few.join("; ")
        );
    }
}

fn outcomes(setup: &Setup, findings: &Findings, out: &mut String) {
    let outcomes = &findings.outcomes;
    heading(out, "What the panel found:");
    for question in &outcomes.questions {
        if let Some(answers) = &question.answers {
            let about = question.question.word();
            for answer in Answer::ALL {
                let share = answers.share(answer);
                item(out, &format!("{about} {}: {}", answer.label(), said(share)));
            }
        }
    }
    heading(out, "Setting not ideal, by where the child is now:");
    for (code, answers) in &outcomes.by_provision {
        not_ideal(out, setup.provision_name(code), answers);
    }
    heading(out, "Setting not ideal, by primary need:");
    groups_not_ideal(out, &outcomes.by_need);
    heading(out, "Setting not ideal, by phase:");
    groups_not_ideal(out, &outcomes.by_phase);
    if let Some(moves) = &outcomes.moves {
        heading(
            out,
            "Where the ideal lies from where the child is, counted cases:",
        );
        for (direction, share) in &moves.directions {
            item(out, &format!("{}: {}", direction.label(), said(share)));
        }
        let wrong = &moves.wrong_school;
        item(
            out,
            &format!(
                "the right kind of provision, but the wrong setting: {}{}",
                said(wrong),
                which(wrong.cases())
            ),
        );
    }
}

fn not_ideal(out: &mut String, name: &str, answers: &Answers) {
    let unsure = answers.cannot_tell.k();
    let unsure = if unsure > 0 {
        format!("; cannot tell in {unsure}")
    } else {
        String::new()
    };
    item(
        out,
        &format!("{name}: {}{unsure}", said(&answers.not_ideal)),
    );
}

fn groups_not_ideal(out: &mut String, groups: &[Group<Answers>]) {
    for group in groups {
        not_ideal(out, name(group.name.as_ref()), &group.of);
    }
}

fn name(name: Option<&Text>) -> &str {
    name.map_or("not stated", Text::as_str)
}

fn flows(setup: &Setup, findings: &Findings, out: &mut String) {
    if findings.flows.is_empty() {
        return;
    }
    heading(
        out,
        "Where children are and where the panel sees them, counted cases:",
    );
    for flow in &findings.flows {
        let to = if flow.stays() {
            "where they are".to_owned()
        } else {
            format!("to {}", setup.provision_name(&flow.ideal))
        };
        item(
            out,
            &format!(
                "{}, {to}: {}, standing for {} children{}",
                setup.provision_name(&flow.current),
                said(&flow.share),
                thousands(flow.stands_for()),
                which(flow.share.cases())
            ),
        );
    }
}

fn causes(findings: &Findings, out: &mut String) {
    heading(out, "Root causes (a case can name several):");
    for cause in &findings.causes.named {
        item(out, &format!("{}: {}", cause.name, said(&cause.share)));
    }
    if let Some(none) = &findings.causes.none_named {
        item(out, &format!("none named: {}", said(none)));
    }
}

fn members(members: &Members, out: &mut String) {
    heading(
        out,
        "Members before they talked, first ratings of the ideal provision:",
    );
    let from = format!(
        "{} in {}",
        count(members.ratings, "rating", "ratings"),
        count(members.cases.len(), "case", "cases")
    );
    match members.alpha {
        Err(why) => item(out, &format!("agreement cannot be said: {}", why.label())),
        Ok(alpha) => {
            let interval = match alpha.interval {
                Ok(ends) => {
                    let (low, high) = (hundredths(ends.low), hundredths(ends.high));
                    format!("90% interval {low} to {high}")
                }
                Err(why) => format!("no interval: {}", why.label()),
            };
            let few = if members.cases.len() < FEW {
                format!("; fewer than {FEW} cases")
            } else {
                String::new()
            };
            item(
                out,
                &format!(
                    "Krippendorff’s alpha {} ({interval}; {from}{few}); 1 is full agreement, 0 \
                     what chance would give",
                    hundredths(alpha.value)
                ),
            );
        }
    }
    if let Some(all) = &members.all_agree {
        item(out, &format!("all named the same: {}", said(all)));
    }
    if !members.corrected.is_empty() {
        item(
            out,
            &format!(
                "a rating was corrected after the reveal (the first ones count here){}",
                which(&members.corrected)
            ),
        );
    }
}

fn parents(parents: &Parents, out: &mut String) {
    heading(out, "Where parents stand on the judgement, counted cases:");
    for count in &parents.stances {
        let known = known(count);
        let known = if known.is_empty() {
            String::new()
        } else {
            format!("; {}", known.join("; "))
        };
        let (stance, share) = (count.stance.label(), said(&count.share));
        item(out, &format!("{stance}: {share}{known}"));
    }
    heading(
        out,
        "Panel and parents on the same questions, complete judgements:",
    );
    for question in &parents.questions {
        side_by_side(question, out);
    }
}

/// How a stance is known, as far as there are cases.
fn known(count: &StanceCount) -> Vec<String> {
    // The parents of a counted case who have no view of their own accord named no ideal.
    let derived = if count.stance == Stance::NoView {
        "stated no ideal"
    } else {
        StanceFrom::Derived.label()
    };
    [
        ("asked", &count.asked),
        (derived, &count.derived),
        ("from papers", &count.papers),
        ("asked, but declined", &count.declined),
        ("could not be reached", &count.not_reached),
    ]
    .into_iter()
    .filter(|(_, cases)| !cases.is_empty())
    .map(|(how, cases)| format!("{how} {}{}", cases.len(), which(cases)))
    .collect()
}

fn side_by_side(question: &SideBySide, out: &mut String) {
    let same = question.same.as_ref().map_or_else(
        || "no case in which both say".to_owned(),
        |same| format!("the same answer in {} in which both say", said(same)),
    );
    item(out, &format!("{}: {same}", question.question.word()));
    for panel in Answer::ALL {
        let row: Vec<_> = ParentSays::ALL
            .into_iter()
            .map(|parents| (parents.label(), question.cases(panel, parents)))
            .filter(|(_, cases)| !cases.is_empty())
            .map(|(label, cases)| format!("{label} {}", cases.len()))
            .collect();
        if !row.is_empty() {
            let row = row.join(", ");
            let _ = writeln!(out, "    panel {}: parents {row}", panel.label());
        }
    }
}

fn heard(findings: &Findings, out: &mut String) {
    heading(out, "How parents were heard:");
    let heard = &findings.heard;
    if let Some(cases) = &heard.by_case {
        for (words, share) in [
            ("a parent spoke or wrote", &cases.spoke),
            ("from papers alone", &cases.papers_alone),
            ("no parent was heard", &cases.not_heard),
        ] {
            item(out, &format!("{words}: {}", said(share)));
        }
    }
    let voices: Vec<_> = heard
        .sources
        .iter()
        .filter(|how| !how.voices.is_empty())
        .map(|how| format!("{} {}", how.source.label(), how.voices.len()))
        .collect();
    item(out, &format!("perspectives: {}", voices.join("; ")));
}

fn makeup(setup: &Setup, findings: &Findings, out: &mut String) {
    let makeup = &findings.makeup;
    heading(out, "How like the council the counted cases are:");
    let name = |code: &ProvisionCode| setup.provision_name(code).to_owned();
    for row in &makeup.provisions {
        item(
            out,
            &format!(
                "{}: {} for {} children; {}",
                name(&row.code),
                count(row.cases.len(), "case", "cases"),
                thousands(row.caseload),
                costs(row.stated.as_ref(), row.unit_cost)
            ),
        );
    }
    let overall = costs(makeup.stated.as_ref(), makeup.table);
    item(out, &format!("overall: {overall}"));
    for (what, groups) in [("phase", &makeup.phases), ("primary need", &makeup.needs)] {
        let groups: Vec<_> = groups
            .iter()
            .map(|group| format!("{} {}", self::name(group.name.as_ref()), group.of.len()))
            .collect();
        item(out, &format!("by {what}: {}", groups.join("; ")));
    }
}

fn costs(stated: Option<&MeanCost>, table: Option<f64>) -> String {
    let stated = stated.map_or_else(
        || "no case states a cost".to_owned(),
        |stated| {
            format!(
                "{} a year on average (n = {})",
                money(stated.mean),
                stated.n()
            )
        },
    );
    let table = table.map_or_else(|| "not known".to_owned(), money);
    format!("{stated}, in the table {table}")
}
