//! More of the paragraph, word for word: ratings, papers, plans and dates.

use super::tests::{at, case, judged, mother, rated, text, there, told, with};
use super::*;
use crate::review::judgement::Asked;
use crate::review::stance::Stance;

#[test]
fn first_ratings_are_counted_with_their_abstentions() {
    let said = |given: u16, abstained: u16, revealed: bool| {
        let mut case = case();
        case.ratings.given = (1..=given).map(rated).collect();
        for one in case.ratings.given.iter_mut().take(abstained.into()) {
            one.first.ideal = RatedIdeal::Abstained;
        }
        if !revealed {
            case.ratings.revealed = None;
        }
        let said = told(&case);
        let (_, said) = said.split_once("educational psychologist. ").unwrap();
        said.split(" The mother").next().unwrap().to_owned()
    };
    for (given, abstained, revealed, expected) in [
        (
            12,
            12,
            true,
            "12 members gave a first rating before the discussion; all of them abstained.",
        ),
        (
            7,
            2,
            true,
            "Seven members gave a first rating before the discussion; two of them abstained.",
        ),
        (
            1,
            1,
            true,
            "One member gave a first rating before the discussion, and abstained.",
        ),
        (
            7,
            2,
            false,
            "Seven members gave a first rating before the discussion; these were kept back.",
        ),
        (
            1,
            0,
            false,
            "One member gave a first rating before the discussion; it was kept back.",
        ),
    ] {
        assert_eq!(said(given, abstained, revealed), expected);
    }
}

#[test]
fn the_same_kind_of_provision_is_not_yet_agreement() {
    let stays = Perspective {
        ideal: Some(ParentIdeal::Provision(at("ResourcedProvision"))),
        ..mother()
    };
    let said = with(vec![stays.clone()]);
    assert!(
        said.ends_with("Unlike the panel, they find that the setting is ideal. They have not been asked about this judgement. They name the same kind of provision; whether they agree with the rest is not known until they are asked."),
        "{said}"
    );
    let alike = Perspective {
        setting: Some(ParentAnswer::Stated(Answer::NotIdeal)),
        ..stays
    };
    let said = with(vec![alike]);
    assert!(
        said.ends_with("Going by their own ideal, they agree."),
        "{said}"
    );
}

#[test]
fn what_is_known_from_papers_is_told_as_that() {
    let papers = Perspective {
        source: Some(Source::FromPapers),
        setting: Some(ParentAnswer::NotStated),
        ..mother()
    };
    let silent = Perspective {
        ideal: Some(ParentIdeal::NotStated),
        ..papers.clone()
    };
    let said = with(vec![silent]);
    assert!(
        said.contains(" The papers do not say what the mother sees as ideal. ")
            && !said.contains("did not say"),
        "{said}"
    );
    let case = case();
    let asked = Perspective {
        asked: Some(Asked {
            stance: Stance::Agrees,
            on: "2026-07-03".parse().unwrap(),
            about: case.judgement().unwrap().matter(),
        }),
        ..papers
    };
    let said = with(vec![asked]);
    assert!(
        said.ends_with("As known from papers, the mother sees the ideal where the child is now. Asked about this judgement on 3 July 2026, they agree."),
        "{said}"
    );
}

#[test]
fn less_than_the_plan_is_said_with_why() {
    let said = |why, ideal: Ideal| {
        judged(|judgement| {
            judgement.less_than_plan = Some(why);
            judgement.ideal = ideal;
        })
    };
    for (why, expected) in [
        (
            LessThanPlan::ByNeed,
            " The ideal is less than the plan specifies, because the child needs less. It finds",
        ),
        (
            LessThanPlan::ByResource,
            " The ideal is less than the plan specifies, for reasons of resource. It finds",
        ),
    ] {
        let named = said(why, there("ResourcedProvision"));
        assert!(named.contains(expected), "{named}");
        assert!(!said(why, Ideal::CannotTell).contains("the plan specifies"));
    }
}

#[test]
fn by_when_a_condition_is_due() {
    let said = |conditions: Vec<Condition>| {
        let said = judged(|judgement| judgement.conditions = conditions);
        let (_, said) = said.split_once("SEN unit. ").unwrap();
        said.split(" It finds").next().unwrap().to_owned()
    };
    let due = |what: &str, when: &str, in_place| Condition {
        by_when: text(when),
        ..Condition::new(text(what), in_place)
    };
    assert_eq!(
        said(vec![due("a taxi", "September 2027.", false)]),
        "This depends on “a taxi”, which is not in place today (due: September 2027)."
    );
    assert_eq!(
        said(vec![
            due("a taxi", "September 2027", false),
            due("a base", "n/a", false),
            due("a bus", "1/9/2027", false),
            due("a lift", "last year", true)
        ]),
        "This depends on four conditions. Not in place today: “a taxi” (due: September 2027), “a base” and “a bus” (due: 1/9/2027). In place today: “a lift”."
    );
}
