//! Outcomes, flows, root causes, make-up: which cases are behind each figure.

use dbv_case_review::findings::{Direction, Findings, Group};
use dbv_case_review::review::case::Case;
use dbv_case_review::review::judgement::{Answer, Ideal, Question};
use dbv_case_review::review::text::CaseId;
use dbv_case_review::review::units::PerChild;

use super::world::{as_draft, case, code, findings, ids, judged, judgement, setup, text};

/// Seven complete judgements, of which five count, and a draft.
fn seven() -> Vec<Case> {
    let mut wrong_school = case("C5", "E", "E");
    judged(&mut wrong_school).setting = Answer::NotIdeal;
    let mut undecided = case("C6", "E", "B");
    *judged(&mut undecided) = judgement(Answer::CannotTell, Ideal::CannotTell);
    vec![
        case("C1", "E", "B"),
        case("C2", "E", "E"),
        case("C3", "B", "E"),
        case("C4", "C", "D"),
        wrong_school,
        undecided,
        case("C7", "Nowhere", "B"),
        as_draft(case("C8", "E", "B")),
    ]
}

#[test]
fn the_three_questions_are_of_complete_judgements() {
    let mut cases = seven();
    judged(&mut cases[0]).support = Answer::Ideal;
    judged(&mut cases[1]).timeliness = Answer::NotIdeal;
    let found = findings(&cases);
    assert_eq!((found.tally.complete, found.counted), (7, 5));
    let setting = found.outcomes.question(Question::Setting).unwrap();
    assert_eq!(setting.n(), 7);
    assert_eq!(ids(setting.ideal.cases()), ["C2"]);
    assert_eq!(
        ids(setting.not_ideal.cases()),
        ["C1", "C3", "C4", "C5", "C7"]
    );
    assert_eq!(ids(setting.share(Answer::CannotTell).cases()), ["C6"]);
    let support = found.outcomes.question(Question::Support).unwrap();
    assert_eq!(ids(support.ideal.cases()), ["C1"]);
    let timeliness = found.outcomes.question(Question::Timeliness).unwrap();
    assert_eq!(ids(timeliness.not_ideal.cases()), ["C2"]);
}

#[test]
fn settings_by_provision_stand_in_the_order_of_the_table() {
    let found = findings(&seven()).outcomes.by_provision;
    let rows: Vec<_> = found
        .iter()
        .map(|(code, answers)| (code.as_str(), answers.n(), answers.not_ideal.k()))
        .collect();
    let expected = [("B", 1, 1), ("C", 1, 1), ("E", 4, 2), ("Nowhere", 1, 1)];
    assert_eq!(rows, expected);
}

#[test]
fn which_way_the_ideals_lie() {
    let moves = findings(&seven()).outcomes.moves.unwrap();
    let told: Vec<_> = moves
        .directions
        .iter()
        .map(|(direction, share)| (*direction, ids(share.cases()), share.n()))
        .collect();
    let expected = [
        (Direction::LessSpecialist, vec!["C1"], 5),
        (Direction::MoreSpecialist, vec!["C3"], 5),
        (Direction::SameTier, vec!["C4"], 5),
        (Direction::Stays, vec!["C2", "C5"], 5),
    ];
    assert_eq!(told, expected);
    assert_eq!(ids(moves.wrong_school.cases()), ["C5"]);
}

#[test]
fn needs_and_phases_are_grouped_as_people_mean_them() {
    let mut cases = seven();
    for (case, phase) in cases.iter_mut().zip([
        " Secondary",
        "primary",
        "secondary",
        "n/a",
        "PRIMARY ",
        "Primary",
        "",
        "Primary",
    ]) {
        case.file.phase = text(phase);
        case.file.primary_need = text(&phase.to_lowercase().replace("ary", ""));
    }
    let found = findings(&cases);
    let names = |groups: &[Group<Vec<CaseId>>]| -> Vec<(Option<String>, usize)> {
        let told = |group: &Group<Vec<CaseId>>| {
            let name = group.name.as_ref().map(ToString::to_string);
            (name, group.of.len())
        };
        groups.iter().map(told).collect()
    };
    let phases: Vec<_> = found
        .outcomes
        .by_phase
        .iter()
        .map(|group| (group.name.as_deref(), group.of.n(), group.of.not_ideal.k()))
        .collect();
    // Complete: two secondary, three primary, two that do not say.
    let expected = [
        (Some("primary"), 3, 1),
        (Some("Secondary"), 2, 2),
        (None, 2, 2),
    ];
    assert_eq!(phases, expected);
    let need = &found.outcomes.by_need[0];
    assert_eq!((need.name.as_deref(), need.of.n()), (Some("prim"), 3));
    // Counted: C6 and C7 are not.
    let name = |name: &str| Some(name.to_owned());
    let expected = [(name("primary"), 2), (name("Secondary"), 2), (None, 1)];
    assert_eq!(names(&found.makeup.phases), expected);
    let expected = [(name("prim"), 2), (name("second"), 2), (None, 1)];
    assert_eq!(names(&found.makeup.needs), expected);
}

#[test]
fn flows_say_who_and_for_how_many() {
    let found = findings(&seven()).flows;
    let told: Vec<_> = found
        .iter()
        .map(|flow| {
            let way = format!("{}→{}", flow.current, flow.ideal);
            let cases = ids(flow.share.cases());
            (way, cases, flow.share.n(), flow.stands_for())
        })
        .collect();
    let expected = [
        ("B→E".to_owned(), vec!["C3"], 1, 600.0),
        ("C→D".to_owned(), vec!["C4"], 1, 50.0),
        ("E→B".to_owned(), vec!["C1"], 3, 100.0),
        ("E→E".to_owned(), vec!["C2", "C5"], 3, 200.0),
    ];
    assert_eq!(told, expected);
    assert!(found[3].stays() && !found[2].stays());
    assert_eq!(found[3].stands_for_each, 100.0);
    let nobody = findings(&[case("C1", "F", "B")]).flows;
    assert_eq!(nobody[0].stands_for(), 0.0);
}

#[test]
fn root_causes_by_how_many_cases_name_them() {
    let mut setup = setup();
    setup.root_causes = ["Late", "Schools full", "Nobody named this"]
        .map(text)
        .to_vec();
    let mut cases = seven();
    for (case, causes) in cases.iter_mut().zip([
        &["schools full ", "Our own"][..],
        &["Late"],
        &["Late", "late", "Schools full"],
        &["n/a"],
        &["  our  OWN"],
        &["Schools full"],
        &[],
    ]) {
        judged(case).root_causes = causes.iter().map(|cause| text(cause)).collect();
    }
    let found = Findings::of(&setup, &cases).causes;
    let told: Vec<_> = found
        .named
        .iter()
        .map(|cause| {
            (
                cause.name.as_str(),
                ids(cause.share.cases()),
                cause.share.n(),
            )
        })
        .collect();
    let expected = [
        ("Schools full", vec!["C1", "C3", "C6"], 7),
        ("Late", vec!["C2", "C3"], 7),
        ("Our own", vec!["C1", "C5"], 7),
    ];
    assert_eq!(told, expected);
    assert_eq!(ids(found.none_named.unwrap().cases()), ["C4", "C7"]);
}

#[test]
fn costs_of_counted_cases_beside_the_table() {
    let mut cases = seven();
    for (case, cost) in cases.iter_mut().zip([
        Some(20_000.0),
        None,
        Some(9_000.0),
        None,
        Some(31_000.0),
        Some(900_000.0),
        Some(900_000.0),
        Some(900_000.0),
    ]) {
        case.file.annual_cost = cost.map(|cost| PerChild::new(cost).unwrap());
    }
    let found = findings(&cases).makeup;
    let rows: Vec<_> = found
        .provisions
        .iter()
        .map(|row| {
            let stated = row.stated.as_ref().map(|stated| (stated.mean, stated.n()));
            (row.code.as_str(), row.cases.len(), stated, row.unit_cost)
        })
        .collect();
    let expected = [
        ("A", 0, None, None),
        ("B", 1, Some((9_000.0, 1)), Some(8_000.0)),
        ("C", 1, None, Some(20_000.0)),
        ("D", 0, None, Some(21_000.0)),
        ("E", 3, Some((25_500.0, 2)), Some(26_000.0)),
    ];
    assert_eq!(rows, expected);
    let overall = found.stated.unwrap();
    assert_eq!(
        (overall.mean, ids(&overall.cases)),
        (20_000.0, vec!["C1", "C3", "C5"])
    );
    // A's cost is not known, so its 40 children are in neither sum.
    let spend = 600.0 * 8_000.0 + 50.0 * 20_000.0 + 30.0 * 21_000.0 + 300.0 * 26_000.0;
    assert_eq!(found.table, Some(spend / 980.0));
}

#[test]
fn without_a_judged_case_there_is_no_share() {
    let draft = as_draft(case("C1", "E", "B"));
    for cases in [vec![], vec![draft]] {
        let found = findings(&cases);
        assert_eq!(found.outcomes.question(Question::Setting), None);
        assert_eq!(found.outcomes.moves, None);
        assert!(found.outcomes.by_provision.is_empty() && found.outcomes.by_need.is_empty());
        assert!(found.flows.is_empty() && found.parents.stances.is_empty());
        assert_eq!(found.causes.none_named, None);
        assert!(found.causes.named.is_empty());
        assert_eq!(found.heard.by_case, None);
        assert_eq!(found.makeup.stated, None);
        assert!(found.parents.questions.iter().all(|one| one.same.is_none()));
    }
    let mut nobody = setup();
    nobody
        .provisions
        .retain(|row| row.code == code("A") || row.code == code("F"));
    assert_eq!(Findings::of(&nobody, &[]).makeup.table, None);
}

/// A judged child where nobody is placed stands for nobody and is pointed out, not passed over.
#[test]
fn a_case_from_an_empty_provision_is_in_the_make_up() {
    let found = findings(&[case("C1", "F", "E")]).makeup;
    let row = found.provisions.iter().find(|row| row.code.as_str() == "F");
    assert_eq!(ids(&row.unwrap().cases), ["C1"]);
}
