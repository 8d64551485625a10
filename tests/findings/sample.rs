//! The county sample from its file to its findings, beside what was counted by hand in its
//! tables.

use dbv_case_review::findings::{Direction, Findings, ParentSays};
use dbv_case_review::review::judgement::{Answer, Question};
use dbv_case_review::review::perspective::ParentAnswer;
use dbv_case_review::review::stance::Stance;
use dbv_case_review::store;

use super::plain;
use super::world::ids;

fn west_marsh() -> Findings {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/sample_reviews/west-marsh.dbvreview"
    );
    let review = store::read_text(&std::fs::read_to_string(path).unwrap())
        .unwrap()
        .review;
    Findings::of(review.setup(), review.cases())
}

#[test]
fn what_the_panel_found() {
    let found = west_marsh();
    assert_eq!((found.tally.cases, found.tally.complete), (28, 25));
    assert_eq!(found.counted, 24);
    let setting = found.outcomes.question(Question::Setting).unwrap();
    assert_eq!((setting.ideal.k(), setting.not_ideal.k()), (12, 12));
    assert_eq!(ids(setting.cannot_tell.cases()), ["C23"]);
    let special = found.outcomes.by_provision.iter();
    let (_, special) = special
        .clone()
        .find(|(code, _)| code.as_str() == "StateSpecial")
        .unwrap();
    // The README: something between 14% and 60% belong there.
    assert_eq!((special.ideal.k(), special.n()), (3, 9));
    assert_eq!(ids(special.ideal.cases()), ["C04", "C13", "C25"]);
    let moves = found.outcomes.moves.unwrap();
    let counts: Vec<_> = moves.directions.iter().map(|one| one.1.k()).collect();
    assert_eq!(moves.directions[0].0, Direction::LessSpecialist);
    assert_eq!(counts, [10, 1, 0, 13]);
    assert_eq!(ids(moves.wrong_school.cases()), ["C12"]);
    let named = &found.causes.named;
    assert_eq!(
        named[0].name.as_str(),
        "Training and knowledge of mainstream staff"
    );
    assert_eq!((named[0].share.k(), named[0].share.n()), (8, 25));
    let none = found.causes.none_named.unwrap();
    assert_eq!(
        ids(none.cases()),
        ["C03", "C04", "C10", "C13", "C20", "C25"]
    );
}

#[test]
fn flows_and_make_up() {
    let found = west_marsh();
    let flow = found
        .flows
        .iter()
        .find(|flow| flow.current.as_str() == "StateSpecial" && flow.ideal.as_str() == "Mainstream")
        .unwrap();
    let cases = ids(flow.share.cases());
    assert_eq!(cases, ["C01", "C06", "C09", "C15", "C18"]);
    assert_eq!(flow.stands_for_each, 1_752.0 / 9.0);
    let phases = &found.makeup.phases;
    let phases: Vec<_> = phases
        .iter()
        .map(|group| (group.name.as_deref().unwrap(), group.of.len()))
        .collect();
    assert_eq!(phases, [("Secondary", 11), ("Primary", 9), ("Post-16", 4)]);
    let special = found.makeup.provisions.iter();
    let special = special
        .clone()
        .find(|row| row.code.as_str() == "StateSpecial")
        .unwrap();
    let stated = special.stated.as_ref().unwrap();
    assert_eq!((stated.mean, stated.n()), (221_450.0 / 8.0, 8));
    assert_eq!(
        (special.cases.len(), special.unit_cost),
        (9, Some(26_000.0))
    );
    assert_eq!(found.makeup.table, Some(122_012_585.0 / 7_000.0));
}

#[test]
fn the_parents() {
    let found = west_marsh();
    let stance = |stance| {
        let stances = found.parents.stances.iter();
        stances.clone().find(|one| one.stance == stance).unwrap()
    };
    let agrees = stance(Stance::Agrees);
    assert_eq!(
        (ids(&agrees.asked), agrees.derived.len()),
        (vec!["C12"], 12)
    );
    let conditions = stance(Stance::AgreesWithConditions);
    assert_eq!(ids(&conditions.asked), ["C06", "C22"]);
    let disagrees = stance(Stance::Disagrees);
    assert_eq!(ids(&disagrees.papers), ["C16"]);
    assert_eq!(ids(&disagrees.derived), ["C02", "C09", "C11", "C15", "C19"]);
    let no_view = stance(Stance::NoView);
    assert_eq!(ids(&no_view.derived), ["C14"]);
    assert_eq!(ids(&no_view.declined), ["C18"]);
    assert_eq!(ids(&no_view.not_reached), ["C25"]);
    let setting = &found.parents.questions[0];
    let ideal = ParentSays::Heard(ParentAnswer::Stated(Answer::Ideal));
    assert_eq!(
        ids(setting.cases(Answer::NotIdeal, ideal)),
        ["C02", "C09", "C11", "C14", "C15", "C16"]
    );
    let same = setting.same.as_ref().unwrap();
    assert_eq!((same.k(), same.n()), (15, 22));
    // In the room, interview, written, papers, declined, not reached.
    let sources: Vec<_> = found
        .heard
        .sources
        .iter()
        .map(|how| how.voices.len())
        .collect();
    assert_eq!(sources, [5, 14, 4, 1, 1, 1]);
    let by_case = found.heard.by_case.unwrap();
    assert_eq!(ids(by_case.not_heard.cases()), ["C18", "C25"]);
    assert_eq!((by_case.spoke.k(), by_case.papers_alone.k()), (22, 1));
}

/// The ratings as the sample's table has them, without the cases that do not count, and without
/// those who abstained or could not tell.
fn ratings() -> Vec<Vec<&'static str>> {
    let table = include_str!("../../sample_reviews/west-marsh/ratings.csv");
    let not_counted = ["C21", "C23", "C27", "C28"];
    table
        .lines()
        .skip(1)
        .map(|line| line.trim_end().split(',').collect::<Vec<_>>())
        .filter(|row| !not_counted.contains(&row[0]))
        .map(|row| {
            let ideals = row.into_iter().skip(1);
            ideals
                .filter(|ideal| !["", "abstains", "cannot_tell"].contains(ideal))
                .collect()
        })
        .collect()
}

#[test]
fn the_members() {
    let found = west_marsh().members;
    assert_eq!((found.cases.len(), found.ratings), (23, 174));
    let unanimous = found.all_agree.unwrap();
    assert_eq!(
        ids(unanimous.cases()),
        ["C03", "C04", "C12", "C13", "C17", "C20", "C24", "C26"]
    );
    assert_eq!(ids(&found.corrected), ["C10"]);
    let alpha = found.alpha.unwrap();
    let units = ratings();
    assert!((alpha.value - plain::alpha(&units).unwrap()).abs() < 1e-12);
    assert_eq!((alpha.value * 1_000.0).round(), 543.0);
    let ends = alpha.interval.unwrap();
    let (low, high) = plain::interval(&units, 4_000);
    assert!((ends.low - low).abs() < 0.03 && (ends.high - high).abs() < 0.03);
    assert!(ends.low < alpha.value && alpha.value < ends.high);
}
