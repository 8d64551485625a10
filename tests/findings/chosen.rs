//! The cases chosen, judged or not, beside the table: counted by hand.

use dbv_case_review::findings::chosen::{Chosen, Covering};
use dbv_case_review::review::case::Case;
use dbv_case_review::review::units::{Caseload, PerChild};

use super::world::{as_draft, case, ids, setup, text};

/// B twice (one a draft), E six times, F once, and one in no row of the table.
fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("C1", "B", "B"),
        as_draft(case("C2", "B", "A")),
        case("C3", "F", "E"),
    ];
    cases.extend((4..10).map(|n| case(&format!("C{n}"), "E", "B")));
    cases.push(case("C10", "Nowhere", "B"));
    cases[0].file.annual_cost = PerChild::new(10_000.0).ok();
    cases[1].file.annual_cost = PerChild::new(6_000.0).ok();
    cases[1].file.phase = text("Primary");
    cases
}

#[test]
fn every_case_counts_and_not_only_those_that_were_judged() {
    let chosen = Chosen::of(&setup(), &cases());
    assert_eq!(chosen.cases, 10);
    let rows: Vec<_> = chosen
        .provisions
        .iter()
        .map(|row| (row.code.as_str(), row.cases.len(), row.covering()))
        .collect();
    assert_eq!(
        rows,
        [
            ("A", 0, Covering::NotCovered),
            ("B", 2, Covering::Few),
            ("C", 0, Covering::NotCovered),
            ("D", 0, Covering::NotCovered),
            ("E", 6, Covering::Enough),
            ("F", 1, Covering::NoChildren),
        ]
    );
    assert_eq!(chosen.covered(), (2, 5));
    assert_eq!(ids(&chosen.not_in_table), ["C10"]);
    let smallest: Vec<_> = chosen
        .smallest()
        .iter()
        .map(|row| row.code.as_str())
        .collect();
    assert_eq!(smallest, ["B"]);
    let b = &chosen.makeup.provisions[1];
    let stated = b.stated.as_ref().unwrap();
    assert_eq!(
        (stated.mean, ids(&stated.cases)),
        (8_000.0, vec!["C1", "C2"])
    );
    assert_eq!(chosen.makeup.phases[0].name.as_deref(), Some("Primary"));
}

#[test]
fn shares_of_what_is_not_covered() {
    let chosen = Chosen::of(&setup(), &cases());
    // A, C and D: 40 + 50 + 30 of 1,020 children.
    let caseload = chosen.not_covered_of_caseload().unwrap();
    assert!((caseload - 120.0 / 1_020.0).abs() < 1e-12, "{caseload}");
    // C and D of all: 1.0m + 0.63m of 4.8m + 1.0m + 0.63m + 7.8m; A's cost is not known.
    let spend = chosen.not_covered_of_known_spend().unwrap();
    assert!((spend - 1.63 / 14.23).abs() < 1e-12, "{spend}");
    assert_eq!(chosen.provisions[0].share_of_known_spend, None);
    let shares = chosen
        .provisions
        .iter()
        .filter_map(|row| row.share_of_caseload);
    assert!((shares.sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn the_projection_says_the_same_of_judged_cases() {
    use dbv_case_review::projection::{Draws, Inputs, project};
    let cases: Vec<_> = cases()
        .into_iter()
        .filter(|case| case.complete().is_some())
        .collect();
    let chosen = Chosen::of(&setup(), &cases);
    let draws = Draws {
        count: 100,
        seed: 1,
    };
    let projection = project(&Inputs::of(&setup(), &cases), draws);
    let not_covered: Vec<_> = chosen
        .that(Covering::NotCovered)
        .map(|row| row.code.clone())
        .collect();
    assert_eq!(projection.coverage.not_covered, not_covered);
    let covered = projection.coverage.covered_share_of_caseload.unwrap();
    assert!((covered + chosen.not_covered_of_caseload().unwrap() - 1.0).abs() < 1e-12);
    let covered = projection.coverage.covered_share_of_known_spend.unwrap();
    assert!((covered + chosen.not_covered_of_known_spend().unwrap() - 1.0).abs() < 1e-12);
}

#[test]
fn in_words() {
    let said = Chosen::of(&setup(), &cases()).in_words(&setup());
    assert_eq!(
        said,
        [
            "The cases cover 2 of 5 kinds of provision that have children.",
            "Not covered: A; C; D. That is 12% of the children and 11% of the spend that is known; nothing that is found here speaks of them.",
            "Fewer than 5 cases, which say next to nothing about the others there: B (n = 2).",
            "The table says that nobody is placed here, so these cases stand for no children: F (C3).",
            "Not in the table is the provision of: C10.",
        ]
    );
    let none: [Case; 0] = [];
    assert_eq!(
        Chosen::of(&setup(), &none).in_words(&setup()),
        ["There are no cases yet."]
    );
    let mut empty = setup();
    for row in &mut empty.provisions {
        row.caseload = Caseload::new(0.0).unwrap();
    }
    let chosen = Chosen::of(&empty, &cases());
    assert_eq!(chosen.not_covered_of_caseload(), None);
    assert_eq!(chosen.not_covered_of_known_spend(), None);
    assert_eq!(chosen.in_words(&empty).len(), 1);
    // All covered: nothing to complain of but the smallest cells.
    let one_each = ["A", "B", "C", "D", "E"].map(|at| case(at, at, at));
    let all = Chosen::of(&setup(), &one_each);
    assert_eq!(all.not_covered_of_caseload(), Some(0.0));
    assert_eq!(all.in_words(&setup()).len(), 2);
}
