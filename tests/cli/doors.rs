//! Every door without a parent: what comes in through a table without one is a draft, counts
//! nowhere, and is said so (product.md, first principle).

use crate::Desk;
use crate::tables::{Row, cases};

/// A row that would count but for this change.
fn counts_without(change: impl FnOnce(Row) -> Row) -> Row {
    change(Row::new("C1", "StateSpecial", "Mainstream"))
}

#[track_caller]
fn is_a_draft(row: Row, missing: &str) {
    let desk = Desk::new();
    desk.import(&cases(&[row]))
        .ended(0)
        .says("1 case: 0 judgements recorded, 1 draft")
        .says("case C1: draft, counts in no figure")
        .says(missing);
    let check = desk
        .run(["check", "r.dbvreview", "--format", "json"])
        .ended(1)
        .json();
    assert_eq!(check["complete"], 0);
    assert_eq!(check["drafts"], 1);
    assert_eq!(check["waiting_for_parent"], serde_json::json!(["C1"]));
    assert_eq!(check["problems"][0]["where"], "case C1");
    assert_eq!(check["problems"][0]["severity"], "warning");
    let figures = desk
        .run(["project", "r.dbvreview", "--format", "json"])
        .ended(0)
        .json();
    assert_eq!(figures["review"]["complete"], 0);
    assert_eq!(figures["cases"], serde_json::json!([]));
    assert_eq!(figures["scenarios"][0]["contributions"], 0.0);
}

#[test]
fn with_a_parent_it_counts() {
    let desk = Desk::new();
    desk.import(&cases(&[counts_without(|row| row)]))
        .ended(0)
        .says("1 case: 1 judgement recorded, 0 drafts");
    desk.run(["check", "r.dbvreview"])
        .ended(0)
        .says("Nothing needs anybody");
}

#[test]
fn without_any_parent() {
    is_a_draft(
        counts_without(|row| row.without("parent_")),
        "a parent’s perspective",
    );
}

#[test]
fn without_the_columns_of_a_parent() {
    let desk = Desk::new();
    desk.import(
        "case_id,current_provision,setting,support,timeliness,ideal_provision,reasoning\n\
         C1,StateSpecial,not_ideal,ideal,ideal,Mainstream,Near home and among friends\n",
    )
    .ended(0)
    .says("1 draft")
    .says("a parent’s perspective");
}

#[test]
fn without_words() {
    for words in [
        "",
        "   ",
        "n/a",
        "N/A",
        "as above",
        "As above.",
        "none",
        "-",
        "tbc",
    ] {
        is_a_draft(
            counts_without(|row| row.with("parent_words", words)),
            "the parent’s own words",
        );
    }
}

#[test]
fn without_one_of_the_parents_answers() {
    for (column, missing) in [
        ("parent_speaker", "who spoke"),
        ("parent_source", "how the parent was heard"),
        ("parent_date", "when the parent was heard"),
        ("parent_ideal", "what the parent sees as ideal"),
        ("parent_setting", "the parent’s answer on setting"),
        ("parent_support", "the parent’s answer on support"),
        ("parent_timeliness", "the parent’s answer on timeliness"),
    ] {
        is_a_draft(counts_without(|row| row.with(column, "")), missing);
    }
}

#[test]
fn a_young_person_of_eleven_does_not_speak_alone() {
    is_a_draft(
        counts_without(|row| row.with("parent_speaker", "young_person")),
        "from 16 on",
    );
}

#[test]
fn declined_and_not_reached_need_an_account() {
    let unheard = |source: &str, attempts: &str| {
        counts_without(|row| {
            row.with("parent_words", "")
                .with("parent_ideal", "")
                .with("parent_date", "")
                .with("parent_source", source)
                .with("parent_attempts", attempts)
        })
    };
    let one = "2026-05-04, telephone, SEND officer";
    is_a_draft(unheard("declined", ""), "1 attempt needed");
    is_a_draft(
        unheard("declined", "2026-05-04, telephone"),
        "0 told in full",
    );
    is_a_draft(
        unheard("declined", "2026-05-04, n/a, SEND officer"),
        "0 told in full",
    );
    is_a_draft(
        unheard("not_reached", one),
        "2 attempts needed, 1 told in full",
    );
    let two = format!("{one}; 11 May 2026, letter, SENCO of the school, by hand");
    for row in [unheard("declined", one), unheard("not_reached", &two)] {
        let desk = Desk::new();
        desk.import(&cases(&[row]))
            .ended(0)
            .says("1 judgement recorded");
        let json = desk
            .run(["project", "r.dbvreview", "--format", "json"])
            .ended(0)
            .json();
        assert_eq!(json["cases"][0]["stance"], "no_view");
    }
}

#[test]
fn without_a_definition_nothing_is_recorded() {
    let desk = Desk::new();
    desk.write("c.csv", cases(&[counts_without(|row| row)]));
    desk.new_review(&["--cases", "c.csv"])
        .ended(0)
        .says("0 judgements recorded, 1 draft")
        .says("what “ideal” means to this panel");
    desk.run(["check", "r.dbvreview"])
        .ended(1)
        .says("definition of ideal");
    desk.new_review(&["--definition", "n/a", "--force"])
        .ended(2)
        .says("needs words");
}

#[test]
fn papers_show_disagreement_but_never_agreement_and_an_asked_stance_binds() {
    let stance = |row: Row| {
        let desk = Desk::new();
        desk.import(&cases(&[row]))
            .ended(0)
            .says("1 judgement recorded");
        let json = desk
            .run(["project", "r.dbvreview", "--format", "json"])
            .ended(0)
            .json();
        let case = &json["cases"][0];
        format!(
            "{} {}",
            case["stance"].as_str().unwrap(),
            case["stance_from"].as_str().unwrap()
        )
    };
    let papers = |row: Row| row.with("parent_source", "from_papers");
    assert_eq!(stance(counts_without(papers)), "no_view papers");
    let other = |row: Row| papers(row).with("parent_ideal", "StateSpecial");
    assert_eq!(stance(counts_without(other)), "disagrees papers");
    let asked = |row: Row| {
        row.with("parent_stance_asked", "disagrees")
            .with("parent_stance_asked_on", "1/6/2026")
    };
    assert_eq!(stance(counts_without(asked)), "disagrees asked");
}

#[test]
fn what_the_panel_left_out_leaves_a_draft() {
    for (column, missing) in [
        ("setting", "the panel’s answer on setting"),
        ("support", "the panel’s answer on support"),
        ("ideal_provision", "where the ideal would be"),
        ("reasoning", "why the panel thinks so"),
    ] {
        let desk = Desk::new();
        desk.import(&cases(&[counts_without(|row| row.with(column, ""))]))
            .ended(0)
            .says("1 draft")
            .says(missing);
    }
    let desk = Desk::new();
    let undecided = counts_without(|row| {
        row.with("setting", "cannot_tell")
            .with("ideal_provision", "")
    });
    desk.import(&cases(&[undecided]))
        .ended(0)
        .says("1 judgement recorded");
    let json = desk
        .run(["project", "r.dbvreview", "--format", "json"])
        .ended(0)
        .json();
    assert_eq!(json["review"]["undecided"], serde_json::json!(["C1"]));
}
