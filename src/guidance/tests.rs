//! Every field has its help, every figure its paper, and nothing unconfirmed goes as fact.

use super::*;
use crate::review::provision::preset;
use crate::review::setup::SelectionMethod;

const BASELINE: [BaselineFigure; 15] = [
    BaselineFigure::Inflation,
    BaselineFigure::OtherSpend,
    BaselineFigure::Allocation,
    BaselineFigure::AllocationGrowth,
    BaselineFigure::OpeningBalance,
    BaselineFigure::Ramp,
    BaselineFigure::FirstYearShare,
    BaselineFigure::Realisation,
    BaselineFigure::Investment,
    BaselineFigure::Grant,
    BaselineFigure::AppealShare,
    BaselineFigure::AppealLossShare,
    BaselineFigure::LastYearSpend,
    BaselineFigure::LastYearAllocation,
    BaselineFigure::LastYearBalance,
];

fn all() -> Vec<&'static Help> {
    let table = ProvisionFigure::ALL.map(provision);
    let baseline = BASELINE.map(baseline);
    let others = [TIER, BASE_YEAR, HORIZON, TABLE];
    table.into_iter().chain(baseline).chain(others).collect()
}

#[test]
fn every_figure_has_help_of_its_own_in_whole_sentences() {
    let all = all();
    assert_eq!(all.len(), 25);
    for (at, help) in all.iter().enumerate() {
        for words in help.in_words() {
            assert!(words.ends_with(['.', ')']), "{words}");
        }
        assert!(help.means.len() > 50, "{}", help.means);
        let again = all
            .iter()
            .skip(at + 1)
            .any(|other| other.means == help.means);
        assert!(!again, "{}", help.means);
    }
}

#[test]
fn a_figure_stands_with_its_paper() {
    for help in all() {
        for typical in help.typical {
            assert!(!typical.from.name.is_empty(), "{}", typical.says);
        }
        // What a field means is no place for figures from elsewhere.
        assert!(!help.means.contains('£'), "{}", help.means);
    }
    let cost = provision(ProvisionFigure::UnitCost).in_words();
    assert!(
        cost[1].ends_with("(parliamentary question 50389, 2018/19 to 2023/24)"),
        "{}",
        cost[1]
    );
    assert!(cost[5].contains("never taken as nothing"), "{}", cost[5]);
}

#[test]
fn what_is_not_confirmed_says_so() {
    let all = all();
    let commonly = all.iter().flat_map(|help| help.typical);
    for typical in commonly.filter(|typical| typical.says.contains("3% a year")) {
        assert!(
            typical.from.name.contains("not confirmed"),
            "{}",
            typical.says
        );
    }
    let preset = ALLOCATION_GROWTH.first().unwrap();
    assert_eq!(preset.values, [0.05, 0.03]);
    assert!(preset.label.contains("not confirmed by a published source"));
}

#[test]
fn examples_stand_beside_rows_of_the_preset() {
    let rows = preset();
    let mut beside = 0;
    for row in &rows {
        for example in examples(&row.code) {
            assert!(
                (1_000.0..200_000.0).contains(&example.per_year),
                "{}",
                example.label
            );
            beside += 1;
        }
    }
    // 15 of one row, 9 of two.
    assert_eq!(beside, 15 + 2 * 9);
    let of = |code: &str| rows.iter().find(|row| row.code.as_str() == code).unwrap();
    assert_eq!(examples(&of("SenSupport").code).count(), 0);
    // domain.md 4.2: 3.917m / 64 and 1.378m / 64.
    let one = |code: &str, label: &str| {
        let mut found = examples(&of(code).code).filter(|one| one.label.contains(label));
        found.next().unwrap().per_year
    };
    assert_eq!(one("ResourcedProvision", "Hampshire"), 1_378_000.0 / 64.0);
    assert_eq!(
        one("IndependentSpecialDay", "Hampshire"),
        (3_917_000.0_f64 / 64.0 * 100.0).round() / 100.0
    );
}

#[test]
fn presets_are_those_of_the_model() {
    let losses: Vec<f64> = APPEAL_LOSS
        .iter()
        .flat_map(|preset| preset.values)
        .copied()
        .collect();
    assert_eq!(losses, [0.81, 0.55, 0.963, 0.983]);
    let listed: usize = BASELINE.iter().map(|figure| presets(*figure).len()).sum();
    assert_eq!(
        listed,
        ALLOCATION_GROWTH.len() + APPEAL_SHARE.len() + APPEAL_LOSS.len()
    );
    assert_eq!(
        losses.first(),
        Some(&crate::review::baseline::APPEAL_LOSS_SHARE)
    );
    assert_eq!(((1.0 - 136.0 / 7_968.0_f64) * 1_000.0).round(), 983.0);
    for preset in ALLOCATION_GROWTH
        .iter()
        .chain(APPEAL_SHARE)
        .chain(APPEAL_LOSS)
    {
        let per_cent = format!("{}%", (preset.values[0] * 1_000.0).round() / 10.0);
        let named = preset.label.contains(&per_cent) || preset.values == [0.0];
        assert!(named, "{}: {per_cent}", preset.label);
    }
}

#[test]
fn only_a_random_sample_is_not_wider() {
    for method in SelectionMethod::ALL {
        let consequence = consequence(method);
        assert_eq!(consequence.wider, !method.is_random());
        assert_eq!(consequence.wider, why_wider(method).is_some());
        let warns = consequence.short.contains("understate")
            || consequence.more.contains("will understate");
        assert_eq!(consequence.wider, warns, "{}", consequence.short);
    }
    let purposive = consequence(SelectionMethod::Purposive).short;
    assert_eq!(
        purposive,
        "Not a random sample: the range shows sampling alone, so it will understate the uncertainty."
    );
}
