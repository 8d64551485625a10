//! Agreement among members: Krippendorff's α of first, independent ratings (model.md §9).

use dbv_case_review::findings::{Alpha, Findings, Members, NoAlpha};
use dbv_case_review::review::Timestamp;
use dbv_case_review::review::case::Case;
use dbv_case_review::review::judgement::{Answer, Ideal};
use dbv_case_review::review::ratings::{Correction, RatedIdeal};
use proptest::collection::vec;
use proptest::prelude::*;

use super::plain;
use super::world::{
    as_draft, case, code, findings, ids, judged, judgement, rate, rated, rating, setup, text,
};

fn members(units: &[&[&str]]) -> Members {
    let cases: Vec<Case> = units
        .iter()
        .zip(1..)
        .map(|(unit, id)| rated(id, unit))
        .collect();
    findings(&cases).members
}

fn value(units: &[&[&str]]) -> f64 {
    members(units).alpha.unwrap().value
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

/// A published table: a row for each observer, a column for each unit, "." where nothing was said.
fn of_table(observers: &[&str]) -> Members {
    let rows: Vec<Vec<&str>> = observers
        .iter()
        .map(|row| row.split_whitespace().collect())
        .collect();
    let units = 0..rows[0].len();
    let cases: Vec<Case> = units
        .map(|unit| {
            let said = rows.iter().map(|row| row[unit]);
            let ratings: Vec<&str> = said
                .map(|value| if value == "." { "" } else { value })
                .collect();
            rated(unit + 1, &ratings)
        })
        .collect();
    findings(&cases).members
}

/// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), B: two observers.
#[test]
fn the_published_example_of_two_observers() {
    let found = of_table(&["a a b b d c c c e d d a", "b a b b b c c c e d d d"]);
    let alpha = found.alpha.unwrap().value;
    assert_eq!((alpha * 1_000.0).round(), 692.0);
    // By hand: 24 ratings, 9 of 12 units agree, 4, 6, 6, 6 and 2 ratings of each value.
    assert!(near(alpha, 1.0 - 23.0 * (24.0 - 18.0) / (576.0 - 128.0)));
    assert_eq!((found.ratings, found.cases.len()), (24, 12));
    assert_eq!(found.all_agree.unwrap().k(), 9);
}

/// The same, C: four observers, ratings missing, a unit with a single one.
#[test]
fn the_published_example_with_missing_ratings() {
    let found = of_table(&[
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    ]);
    assert_eq!((found.alpha.unwrap().value * 1_000.0).round(), 743.0);
    assert_eq!((found.ratings, found.cases.len()), (40, 11));
    assert!(!ids(&found.cases).contains(&"C12"));
}

#[test]
fn small_ones_by_hand() {
    // Two cases, each unlike: n = 4, nothing agrees, 16 − 8 = 8.
    assert!(near(
        value(&[&["A", "B"], &["A", "B"]]),
        1.0 - 3.0 * 4.0 / 8.0
    ));
    // One case: 1 − 1 · 2 / (4 − 2).
    assert!(near(value(&[&["A", "B"]]), 0.0));
    // Three ratings of which two agree: o = 2 · 1 / 2 = 1, n = 5 with the pair that agrees.
    let found = value(&[&["A", "A", "B"], &["B", "B"]]);
    assert!(near(found, 1.0 - 4.0 * (5.0 - 3.0) / (25.0 - 13.0)));
}

#[test]
fn perfect_agreement_is_one_and_certain() {
    let alpha = members(&[&["A", "A"], &["B", "B", "B"], &["C", "C"]]).alpha;
    let Alpha { value, interval } = alpha.unwrap();
    let ends = interval.unwrap();
    assert_eq!((value, ends.low, ends.high), (1.0, 1.0, 1.0));
}

#[test]
fn without_pairs_or_with_one_value_there_is_none_and_a_reason() {
    let none = |units: &[&[&str]]| members(units).alpha.unwrap_err();
    assert_eq!(none(&[]), NoAlpha::NoPairs);
    assert_eq!(none(&[&["A"], &["B"], &[]]), NoAlpha::NoPairs);
    assert_eq!(
        none(&[&["A", "-"], &["B", ""], &["", ""]]),
        NoAlpha::NoPairs
    );
    assert_eq!(none(&[&["A", "A"], &["A", "A", "A"]]), NoAlpha::OneValue);
    // A rating alone in its case is another value, but cannot be paired.
    assert_eq!(none(&[&["A", "A"], &["B"]]), NoAlpha::OneValue);
    assert_eq!(members(&[&["A"]]).all_agree, None);
    let unanimous = members(&[&["A", "A"], &["A", "A", "A"]]).all_agree.unwrap();
    assert_eq!((unanimous.k(), unanimous.n()), (2, 2));
}

#[test]
fn a_single_case_has_one_resample_only() {
    let one = members(&[&["A", "B", "B"]]);
    let alpha = one.alpha.unwrap();
    let ends = alpha.interval.unwrap();
    assert_eq!((ends.low, ends.high), (alpha.value, alpha.value));
    assert!(one.all_agree.unwrap().is_few());
}

#[test]
fn what_is_missing_changes_nothing() {
    let plain = members(&[&["A", "B", "A"], &["B", "B"], &["C", "A"]]);
    let gaps = members(&[&["A", "-", "B", "A", ""], &["", "B", "B"], &["C", "A", "-"]]);
    assert_eq!(plain, gaps);
}

#[test]
fn only_counted_cases_and_revealed_ratings_are_compared() {
    let units: [&[&str]; 3] = [&["A", "B", "A"], &["B", "B"], &["C", "A"]];
    let counted: Vec<Case> = units
        .iter()
        .zip(1..)
        .map(|(unit, id)| rated(id, unit))
        .collect();
    let mut secret = rated(4, &["A", "C"]);
    secret.ratings.revealed = None;
    let mut undecided = rated(5, &["A", "C"]);
    *judged(&mut undecided) = judgement(Answer::CannotTell, Ideal::CannotTell);
    let mut elsewhere = rated(6, &["A", "C"]);
    elsewhere.file.current_provision = code("Nowhere");
    let mut without_parent = rated(7, &["A", "C"]);
    without_parent.voices.clear();
    let draft = as_draft(rated(8, &["A", "C"]));
    let others = [secret, undecided, elsewhere, without_parent, draft];
    let all: Vec<Case> = counted.iter().cloned().chain(others).collect();
    assert_eq!(findings(&all).members, findings(&counted).members);
}

/// "Where they are" is the current provision: who names it and who names another do not agree.
#[test]
fn where_they_are_is_a_provision_like_any_other() {
    let mut stays = case("C01", "E", "E");
    rate(&mut stays, &["E", "E", "B"]);
    let mut moves = case("C02", "B", "E");
    rate(&mut moves, &["E", "E"]);
    let found = findings(&[stays, moves]).members.alpha.unwrap().value;
    let plain = plain::alpha(&[vec!["E", "E", "B"], vec!["E", "E"]]).unwrap();
    assert!(near(found, plain));
}

#[test]
fn a_correction_stands_beside_the_first_rating_and_does_not_replace_it() {
    let cases = [rated(1, &["A", "B"]), rated(2, &["B", "B"])];
    let before = findings(&cases).members;
    let mut corrected = cases.clone();
    let correct = |ideal: &str| Correction {
        rating: rating(RatedIdeal::Provision(code(ideal))),
        reason: text("Chose the row above by mistake."),
        at: Timestamp::EPOCH,
    };
    corrected[0].ratings.given[0].corrections = vec![correct("B")];
    // Of the second only the confidence was corrected, not the ideal.
    corrected[1].ratings.given[0].corrections = vec![correct("B")];
    let after = findings(&corrected).members;
    assert_eq!(ids(&after.corrected), ["C01"]);
    assert_eq!(after.alpha, before.alpha);
    assert_eq!(after.all_agree, before.all_agree);
}

#[test]
fn the_seed_rules_the_interval_and_nothing_else() {
    let units = ["AAB", "BB", "CA", "CC", "BBBC", "AA"];
    let cases: Vec<Case> = units
        .iter()
        .zip(1..)
        .map(|(unit, id)| {
            let ratings: Vec<String> = unit.chars().map(String::from).collect();
            rated(id, &ratings.iter().map(String::as_str).collect::<Vec<_>>())
        })
        .collect();
    let with_seed = |seed| {
        let mut setup = setup();
        setup.seed = seed;
        Findings::of(&setup, &cases).members.alpha.unwrap()
    };
    assert_eq!(with_seed(1), with_seed(1));
    assert_eq!(with_seed(1).value, with_seed(2).value);
    let different = (2..12).filter(|seed| with_seed(*seed).interval != with_seed(1).interval);
    assert!(different.count() > 5);
}

/// Cases with ratings of up to four values, as many as a panel gives.
fn units() -> impl Strategy<Value = Vec<Vec<u8>>> {
    vec(vec(0..4_u8, 0..9), 0..30)
}

fn cases_of(units: &[Vec<u8>]) -> Vec<Case> {
    let names = ["A", "B", "C", "D"];
    units
        .iter()
        .zip(1..)
        .map(|(unit, id)| {
            let ideals: Vec<&str> = unit.iter().map(|at| names[usize::from(*at)]).collect();
            rated(id, &ideals)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn alpha_is_the_plain_ones(units in units()) {
        let found = findings(&cases_of(&units)).members;
        let paired = units.iter().filter(|unit| unit.len() >= 2);
        prop_assert_eq!(found.cases.len(), paired.clone().count());
        prop_assert_eq!(found.ratings, paired.clone().map(Vec::len).sum::<usize>());
        match (plain::alpha(&units), found.alpha) {
            (Some(expected), Ok(alpha)) => {
                prop_assert!((alpha.value - expected).abs() < 1e-12);
                let ends = alpha.interval.unwrap();
                prop_assert!(ends.low <= ends.high && ends.high <= 1.0);
            }
            (None, Err(NoAlpha::NoPairs)) => prop_assert_eq!(paired.count(), 0),
            (None, Err(NoAlpha::OneValue)) => prop_assert!(paired.count() > 0),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn the_order_of_the_cases_changes_nothing(
        units in units(),
        shuffled in Just((0..30_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let cases = cases_of(&units);
        let other: Vec<Case> = shuffled.iter().filter_map(|at| cases.get(*at)).cloned().collect();
        prop_assert_eq!(findings(&cases).members, findings(&other).members);
    }
}

/// The ends of the interval are those of a plain bootstrap with another generator, as near as
/// 1,000 resamples can be.
#[test]
fn the_interval_is_that_of_a_plain_bootstrap() {
    let mut units = Vec::new();
    for at in 0..24_u8 {
        let odd = if at % 3 == 0 { (at / 3) % 4 } else { at % 4 };
        units.push(vec![at % 4, at % 4, odd, (at / 2) % 4, at % 4]);
    }
    let found = findings(&cases_of(&units)).members.alpha.unwrap();
    let ends = found.interval.unwrap();
    let (low, high) = plain::interval(&units, 10_000);
    assert!(high - low > 0.1, "{low} to {high} can be missed by nobody");
    assert!((ends.low - low).abs() < 0.02, "{} or {low}", ends.low);
    assert!((ends.high - high).abs() < 0.02, "{} or {high}", ends.high);
}
