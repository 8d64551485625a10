//! Every text of a review that a person typed. The structs are taken apart without `..`, so that
//! a field added later does not compile until somebody has decided here whether it is text.
//! Types that are `Copy` (answers, dates, sums) cannot hold text and are passed over whole.

use std::collections::HashSet;

use crate::review::baseline::Baseline;
use crate::review::case::{Case, Standing};
use crate::review::case_file::CaseFile;
use crate::review::judgement::{Asked, Condition, Dissent, Draft, Judgement, Matter};
use crate::review::panel::{Correction, Member, MemberRating, Rating, Ratings};
use crate::review::perspective::{Attempt, Perspective};
use crate::review::provision::Provision;
use crate::review::setup::{Definition, Selection, Setup};
use crate::review::text::{CaseId, Text};

use super::{Kind, scan};

/// One text of a review and the field that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldText<'a> {
    /// The field in words, e.g. "pen portrait"; told apart from the other fields of the same case.
    pub field: String,
    /// What stands in it.
    pub text: &'a str,
}

/// Something in a review that looks identifying.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identifying {
    /// In which case; `None` = in the setup.
    pub case: Option<CaseId>,
    /// In which field, in words.
    pub field: String,
    /// What it looks like.
    pub kind: Kind,
    /// The words that do.
    pub text: String,
}

/// Everything in a review that looks identifying, in the order of the review. What stands in one
/// field more than once is told once.
pub fn identifying<'a>(
    setup: &Setup,
    cases: impl IntoIterator<Item = &'a Case>,
) -> Vec<Identifying> {
    let mut all = Vec::new();
    for field in setup_texts(setup) {
        look_into(None, &field, &mut all);
    }
    for case in cases {
        for field in case_texts(case) {
            look_into(Some(case.id()), &field, &mut all);
        }
    }
    all
}

fn look_into(case: Option<&CaseId>, field: &FieldText, all: &mut Vec<Identifying>) {
    let mut told = HashSet::new();
    for found in scan(field.text) {
        let text = field.text.get(found.range).unwrap_or_default();
        if told.insert((found.kind, text)) {
            all.push(Identifying {
                case: case.cloned(),
                field: field.field.clone(),
                kind: found.kind,
                text: text.to_owned(),
            });
        }
    }
}

/// The texts of a setup.
pub fn setup_texts(setup: &Setup) -> Vec<FieldText<'_>> {
    let Setup {
        title,
        local_authority,
        note,
        definition,
        selection: Selection { method: _, account },
        money: _,
        members,
        provisions,
        baseline,
        root_causes,
        seed: _,
    } = setup;
    no_text_in(baseline);
    let mut texts = Texts::default();
    texts.add("title", title);
    texts.add("council", local_authority);
    texts.add("note", note);
    if let Some(Definition {
        words,
        agreed_on: _,
    }) = definition
    {
        texts.add("what ideal means", words);
    }
    texts.add("how the cases were chosen", account);
    for (nth, member) in (1..).zip(members) {
        let Member {
            id: _,
            role: _,
            detail,
        } = member;
        texts.add(format!("panel member {nth}"), detail);
    }
    for (nth, provision) in (1..).zip(provisions) {
        provision_texts(provision, nth, &mut texts);
    }
    texts.add_list("root cause", root_causes);
    texts.0
}

fn provision_texts<'a>(provision: &'a Provision, nth: usize, texts: &mut Texts<'a>) {
    let Provision {
        code,
        label,
        tier: _,
        caseload: _,
        unit_cost: _,
        avoidable_cost: _,
        growth: _,
        transition_share: _,
        new_places: _,
    } = provision;
    texts.add(format!("provision {nth}, code"), code.as_str());
    texts.add(format!("provision {nth}"), label);
}

/// Figures only; taken apart so that a text among them would be noticed.
const fn no_text_in(baseline: &Baseline) {
    let Baseline {
        base_year: _,
        horizon: _,
        inflation: _,
        other_spend: _,
        allocation: _,
        allocation_growth: _,
        opening_balance: _,
        ramp: _,
        first_year_share: _,
        realisation: _,
        investment: _,
        grant: _,
        appeal_share: _,
        appeal_loss_share: _,
    } = baseline;
}

/// The texts of a case.
pub fn case_texts(case: &Case) -> Vec<FieldText<'_>> {
    let Case {
        file,
        voices,
        ratings: Ratings { given, revealed: _ },
        standing,
        money_revealed: _,
    } = case;
    let mut texts = Texts::default();
    file_texts(file, &mut texts);
    for (nth, voice) in (1..).zip(voices) {
        let whose = if voices.len() > 1 {
            format!(" (voice {nth})")
        } else {
            String::new()
        };
        voice_texts(voice, &whose, &mut texts);
    }
    for (nth, rating) in (1..).zip(given) {
        rating_texts(rating, nth, &mut texts);
    }
    match standing {
        Standing::Draft(draft) => draft_texts(draft, "draft", &mut texts),
        Standing::Recorded { judgement, changes } => {
            judgement_texts(judgement, &mut texts);
            if let Some(changes) = changes {
                draft_texts(changes, "changes", &mut texts);
            }
        }
    }
    texts.0
}

fn file_texts<'a>(file: &'a CaseFile, texts: &mut Texts<'a>) {
    let CaseFile {
        id,
        current_provision: _, // a code of the table, whose codes are looked at in the setup
        year_group,
        phase,
        primary_need,
        secondary_needs,
        plan_since,
        annual_cost: _,
        pen_portrait,
        child_views,
        aspirations,
        provision_summary,
        documents_seen,
        documents_missing,
    } = file;
    texts.add("case number", id.as_str());
    texts.add("year group", year_group);
    texts.add("phase", phase);
    texts.add("primary need", primary_need);
    texts.add_list("further need", secondary_needs);
    texts.add("plan since", plan_since);
    texts.add("pen portrait", pen_portrait);
    texts.add("child’s views", child_views);
    texts.add("aspirations", aspirations);
    texts.add("provision today", provision_summary);
    texts.add_list("document seen", documents_seen);
    texts.add_list("document missing", documents_missing);
}

fn voice_texts<'a>(voice: &'a Perspective, whose: &str, texts: &mut Texts<'a>) {
    let Perspective {
        id: _,
        speaker: _,
        source: _,
        words,
        setting: _,
        support: _,
        timeliness: _,
        ideal: _, // a code of the table
        date: _,
        attempts,
        asked,
    } = voice;
    texts.add(format!("parent’s words{whose}"), words);
    for (nth, attempt) in (1..).zip(attempts) {
        let Attempt { on: _, how, by } = attempt;
        texts.add(format!("attempt {nth} to hear the parent, how{whose}"), how);
        texts.add(
            format!("attempt {nth} to hear the parent, by whom{whose}"),
            by,
        );
    }
    if let Some(asked) = asked {
        let Asked {
            stance: _,
            on: _,
            about:
                Matter {
                    ideal: _, // a code of the table
                    conditions,
                },
        } = asked;
        for (nth, (what, _in_place, by_when)) in (1..).zip(conditions) {
            texts.add(format!("asked about condition {nth}{whose}"), what);
            texts.add(
                format!("asked about condition {nth}, by when{whose}"),
                by_when,
            );
        }
    }
}

fn rating_texts<'a>(rating: &'a MemberRating, nth: usize, texts: &mut Texts<'a>) {
    let MemberRating {
        member: _,
        first,
        corrections,
    } = rating;
    no_text_in_rating(first);
    for (correction_nth, correction) in (1..).zip(corrections) {
        let Correction {
            rating,
            reason,
            at: _,
        } = correction;
        no_text_in_rating(rating);
        let field = format!("rating {nth}, reason for correction {correction_nth}");
        texts.add(field, reason);
    }
}

/// Answers and a code of the table only; taken apart so that a text among them would be noticed.
const fn no_text_in_rating(rating: &Rating) {
    let Rating {
        ideal: _,
        setting: _,
        support: _,
        timeliness: _,
        confidence: _,
    } = rating;
}

fn draft_texts<'a>(draft: &'a Draft, part: &str, texts: &mut Texts<'a>) {
    let Draft {
        setting: _,
        support: _,
        timeliness: _,
        ideal: _, // a code of the table
        reasoning,
        conditions,
        support_costs: _, // of a `Copy` type
        root_causes,
        confidence: _,
        dissent,
    } = draft;
    finding_texts(part, reasoning, conditions, root_causes, dissent, texts);
}

fn judgement_texts<'a>(judgement: &'a Judgement, texts: &mut Texts<'a>) {
    let Judgement {
        setting: _,
        support: _,
        timeliness: _,
        ideal: _, // a code of the table
        reasoning,
        conditions,
        support_costs: _, // of a `Copy` type
        root_causes,
        confidence: _,
        dissent,
        first_recorded: _,
        last_changed: _,
    } = judgement;
    finding_texts(
        "judgement",
        reasoning,
        conditions,
        root_causes,
        dissent,
        texts,
    );
}

fn finding_texts<'a>(
    part: &str,
    reasoning: &'a Text,
    conditions: &'a [Condition],
    root_causes: &'a [Text],
    dissent: &'a [Dissent],
    texts: &mut Texts<'a>,
) {
    texts.add(format!("{part}: reasoning"), reasoning);
    for (nth, condition) in (1..).zip(conditions) {
        let Condition {
            what,
            in_place: _,
            by_when,
            one_off: _,
            yearly: _,
            payer: _,
        } = condition;
        texts.add(format!("{part}: condition {nth}"), what);
        texts.add(format!("{part}: condition {nth}, by when"), by_when);
    }
    texts.add_list(&format!("{part}: root cause"), root_causes);
    for (nth, Dissent { by: _, words }) in (1..).zip(dissent) {
        texts.add(format!("{part}: dissent {nth}"), words);
    }
}

/// The texts collected so far.
#[derive(Default)]
struct Texts<'a>(Vec<FieldText<'a>>);

impl<'a> Texts<'a> {
    fn add(&mut self, field: impl Into<String>, text: &'a str) {
        self.0.push(FieldText {
            field: field.into(),
            text,
        });
    }

    fn add_list(&mut self, field: &str, texts: &'a [Text]) {
        for (nth, text) in (1..).zip(texts) {
            self.add(format!("{field} {nth}"), text);
        }
    }
}
