//! Rows that are whole, rows that are wrong, and what the gate makes of them.

use super::*;
use crate::exchange::{Outcome, import};
use crate::review::perspective::{ParentAnswer, ParentIdeal, Source, Speaker};
use crate::review::setup::{Definition, Setup};
use crate::review::stance::Stance;
use crate::review::text::ProvisionCode;
use crate::review::{Act, Review, Salt, Timestamp, Via};

fn known() -> Vec<ProvisionCode> {
    crate::review::provision::preset()
        .into_iter()
        .map(|row| row.code)
        .collect()
}

fn read(text: &str) -> Read<Vec<ImportedCase>> {
    cases(
        &Table::from_csv("cases.csv", text, TableKind::Cases),
        known(),
    )
}

const ACT: Act = Act {
    at: Timestamp::EPOCH,
    via: Via::Imported,
    money_visible: false,
    salt: Salt([0; 16]),
};

fn review(definition: Option<&str>) -> Review {
    let text = |words: &str| Text::new(words).unwrap();
    let mut setup = Setup::new(text("T"), text("L"), "2024-25".parse().unwrap());
    setup.definition = definition.map(|words| Definition {
        words: text(words),
        agreed_on: None,
        agreed_by: Vec::new(),
    });
    Review::begin(setup, ACT).unwrap()
}

const HEADER: &str = "case_id,current_provision,year_group,parent_speaker,parent_source,parent_words,\
    parent_setting,parent_support,parent_timeliness,parent_ideal,parent_date,parent_attempts,\
    setting,support,timeliness,ideal_provision,reasoning,conditions,conditions_in_place\n";
const GOOD: &str = "C1,statespecial,Year 7,Mother,in the room,\"He is happy,\nat last\",ideal,not ideal,\
    not_stated,STATESPECIAL,14 May 2026,,not_ideal,ideal,cannot_tell,Mainstream,He could be near home,\
    A teacher; A lift,yes;no\n";

#[test]
fn a_whole_row() {
    let read = read(&format!("{HEADER}{GOOD}"));
    assert!(read.problems.is_empty(), "{}", read.problems);
    let case = &read.value[0];
    assert_eq!(case.file.current_provision.as_str(), "StateSpecial");
    let voice = &case.voices[0];
    assert_eq!(voice.speaker, Some(Speaker::Mother));
    assert_eq!(voice.source, Some(Source::InTheRoom));
    assert_eq!(voice.words.as_str(), "He is happy,\nat last");
    assert_eq!(voice.timeliness, Some(ParentAnswer::NotStated));
    assert!(
        matches!(&voice.ideal, Some(ParentIdeal::Provision(code)) if code.as_str() == "StateSpecial")
    );
    let places: Vec<_> = case
        .draft
        .conditions
        .iter()
        .map(|c| (c.what.as_str(), c.in_place))
        .collect();
    assert_eq!(places, [("A teacher", true), ("A lift", false)]);
    let mut review = review(Some("Where the child thrives"));
    let done = import(&mut review, read.value, ACT).unwrap();
    assert_eq!(done[0].outcome, Outcome::Recorded);
}

#[test]
fn without_a_definition_it_is_a_draft() {
    let read = read(&format!("{HEADER}{GOOD}"));
    let done = import(&mut review(None), read.value, ACT).unwrap();
    assert_eq!(
        done[0].outcome,
        Outcome::Draft(vec!["what “ideal” means to this panel".to_owned()])
    );
}

#[test]
fn files_only_have_no_voice_and_no_draft() {
    let read = read("case_id,current_provision,documents_seen\nC1,Other,EHCP; Annual review;\n");
    assert!(read.value[0].voices.is_empty() && read.value[0].draft.is_empty());
    assert_eq!(read.value[0].file.documents_seen.len(), 2);
    let done = import(&mut review(None), read.value, ACT).unwrap();
    assert_eq!(done[0].outcome, Outcome::NotJudged(Vec::new()));
}

#[test]
fn everything_wrong_in_a_row_is_named() {
    let read = read(
        "case_id,current_provision,parent_source,parent_ideal,parent_date,annual_cost,setting,\
         ideal_provision,support_cost,support_payer,conditions,conditions_in_place,parent_attempts\n\
         C1,Nowhere,phone,Moon,yesterday,-1,maybe,Elsewhere,lots,God,a one;a two,yes,n/a\n\
         C1,Other,,,,,,,,,,,\n\
         C2,Other,,,,,,,,,,,\n",
    );
    let columns: Vec<_> = read
        .problems
        .listed()
        .iter()
        .map(|p| (p.row.unwrap(), p.column.as_deref().unwrap()))
        .collect();
    assert_eq!(
        columns,
        [
            (2, "current_provision"),
            (2, "annual_cost"),
            (2, "parent_source"),
            (2, "parent_ideal"),
            (2, "parent_date"),
            (2, "parent_attempts"),
            (2, "setting"),
            (2, "ideal_provision"),
            (2, "conditions_in_place"),
            (2, "support_payer"),
            (2, "support_cost"),
            (3, "case_id"),
        ],
        "{}",
        read.problems
    );
    assert_eq!(read.value.len(), 1, "the good row");
}

#[test]
fn an_asked_stance_needs_its_date_and_a_named_ideal() {
    let row = |rest: &str| {
        read(&format!(
            "case_id,current_provision,ideal_provision,parent_source,parent_stance_asked,\
             parent_stance_asked_on\nC1,Other,{rest}\n"
        ))
    };
    let good = row("Mainstream,interview,agrees with conditions,1/6/2026");
    assert!(good.problems.is_empty(), "{}", good.problems);
    assert_eq!(good.value[0].asked.unwrap().0, Stance::AgreesWithConditions);
    for bad in [
        "Mainstream,interview,agrees,",
        "Mainstream,interview,,1/6/2026",
        ",interview,agrees,1/6/2026",
        "cannot_tell,interview,agrees,1/6/2026",
        "Mainstream,declined,agrees,1/6/2026",
    ] {
        assert_eq!(row(bad).problems.bad_rows().len(), 1, "{bad}");
    }
}

#[test]
fn placeholders_are_no_conditions() {
    let read = read(
        "case_id,current_provision,conditions,conditions_in_place,dissent,root_causes\n\
         C1,Other,none,,n/a,-\nC2,Other,a lift; n/a,yes;no,,\n",
    );
    assert!(read.problems.is_empty(), "{}", read.problems);
    assert!(read.value[0].draft.is_empty());
    assert_eq!(read.value[1].draft.conditions.len(), 1);
    assert_eq!(read.notes.len(), 4, "{:?}", read.notes);
}

#[test]
fn two_thousand_rows_are_quick() {
    let mut text = HEADER.to_owned();
    for number in 0..2000 {
        text.push_str(&GOOD.replacen("C1", &format!("C{number}"), 1));
    }
    let start = std::time::Instant::now();
    let read = read(&text);
    assert!(read.problems.is_empty());
    let done = import(
        &mut review(Some("Where the child thrives")),
        read.value,
        ACT,
    )
    .unwrap();
    let took = start.elapsed();
    assert_eq!(done.len(), 2000);
    assert!(done.iter().all(|one| one.outcome == Outcome::Recorded));
    println!("2,000 rows: {took:?}");
    assert!(took.as_secs_f64() < 2.0, "{took:?}");
}

#[test]
fn a_file_beyond_64_mb_is_refused() {
    let bytes = vec![b'a'; 64 * 1024 * 1024 + 1];
    let why = Table::from_bytes("big.csv", &bytes, TableKind::Cases).unwrap_err();
    assert_eq!(why.to_string(), "big.csv: the file is larger than 64 MB");
}

proptest::proptest! {
    #[test]
    fn no_table_makes_the_reader_fall(
        bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400),
        words in "([a-z£%();:, \\n\"−0-9]|parent_date|case_id|current_provision|C1|Other){0,60}",
    ) {
        for bytes in [bytes.clone(), words.clone().into_bytes(), format!("{HEADER}{words}").into_bytes()] {
            let Ok(sheet) = Table::from_bytes("x.csv", &bytes, TableKind::Cases) else { continue };
            let read = cases(&sheet, known());
            let _ = crate::exchange::provisions(&sheet);
            let _ = crate::exchange::baseline(&sheet, "2024-25".parse().unwrap());
            if !read.value.is_empty() {
                import(&mut review(Some("Where the child thrives")), read.value, ACT).unwrap();
            }
        }
    }
}
