//! The findings of the county sample, as `project` says them.

use super::*;
use crate::store;

fn west_marsh() -> (Setup, Findings) {
    let file = include_str!("../../../../sample_reviews/west-marsh.dbvreview");
    let review = store::read_text(file).unwrap().review;
    let findings = Findings::of(review.setup(), review.cases());
    (review.setup().clone(), findings)
}

#[test]
fn no_percentage_without_its_n_and_interval() {
    let (setup, findings) = west_marsh();
    let told = text(&setup, &findings);
    for line in told.lines().filter(|line| line.contains("%,")) {
        assert!(
            line.contains(" of ") && line.contains("90% interval"),
            "{line}"
        );
    }
    for words in [
        "25 complete judgements, of which 24 counted",
        "Maintained special school or academy: 6 of 9 (67%, 90% interval 40% to 86%)",
        "standing for 973 children: C01, C06, C09, C15, C18",
        "Training and knowledge of mainstream staff: 8 of 25 (32%",
        "Krippendorff’s alpha 0.54 (90% interval 0.",
        "disagrees: 6 of 24 (25%, 90% interval 14% to 42%); from their own ideal 5: C02, C09, C11, C15, C19; from papers 1: C16",
        "setting not ideal: 12 of 25 (48%",
        "stated no ideal 1: C14; asked, but declined 1: C18; could not be reached 1: C25",
        "Fewer than 5 counted cases from: Resourced provision or SEN unit (n = 1)",
        "£27,681 a year on average (n = 8), in the table £26,000",
    ] {
        assert!(told.contains(words), "{words} is not in:\n{told}");
    }
}

#[test]
fn nothing_judged_is_said_to_be_nothing() {
    let (setup, _) = west_marsh();
    let findings = Findings::of(&setup, []);
    assert!(text(&setup, &findings).ends_with("Nothing can be said yet.\n"));
    let told = serde_json::to_value(part(&findings)).unwrap();
    assert!(
        told["outcomes"]["moves"].is_null() && told["outcomes"]["questions"][0]["ideal"].is_null()
    );
    assert_eq!(told["agreement"]["members"]["why_not"], "no_pairs");
}

#[test]
fn scripts_read_the_same_figures() {
    let (_, findings) = west_marsh();
    let told = serde_json::to_value(part(&findings)).unwrap();
    let wrong = &told["outcomes"]["moves"]["wrong_school"];
    let keys: Vec<_> = wrong.as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["cases", "high", "k", "low", "n", "share"]);
    assert_eq!((&wrong["k"], &wrong["n"]), (&1.into(), &24.into()));
    assert_eq!(wrong["cases"][0], "C12");
    let special = &told["outcomes"]["setting_by_provision"][2];
    assert_eq!(special["provision"], "StateSpecial");
    let low = special["ideal"]["low"].as_f64().unwrap();
    assert_eq!((low * 10_000.0).round(), 1_420.0);
    let members = &told["agreement"]["members"];
    assert!(members["low"].as_f64() < members["alpha"].as_f64());
    assert!(members["why_not"].is_null());
    let stance = &told["agreement"]["parents"]["stances"][3];
    assert_eq!(stance["stance"], "no_view");
    assert_eq!(stance["not_reached"][0], "C25");
    assert_eq!(told["heard"]["sources"][1]["source"], "interview");
    assert_eq!(
        told["representativeness"]["overall"]["stating"]
            .as_array()
            .unwrap()
            .len(),
        23
    );
}

#[test]
fn hundredths_have_a_real_minus_and_no_minus_nought() {
    assert_eq!(hundredths(0.5426), "0.54");
    assert_eq!(hundredths(-0.1), "−0.10");
    assert_eq!(hundredths(-0.001), "0.00");
}
