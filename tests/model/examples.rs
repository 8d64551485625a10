//! Every number of model.md §10 but the ranges.

use dbv_case_review::projection::{
    Draws, Inputs, Projection, Scenario, ScenarioFigures, forecast, point, project,
};
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::units::{Caseload, Horizon, PerChild, Places};

use super::worked_example::{MAINSTREAM, baseline, case, row, share, worked_example};

/// Equal to the pound, as the page gives it.
fn to_the_pound(what: &str, actual: &[f64], expected: &[f64]) {
    let rounded: Vec<f64> = actual.iter().map(|value| value.round()).collect();
    assert_eq!(rounded, expected, "{what}");
}

pub fn of(inputs: &Inputs, scenario: Scenario) -> ScenarioFigures<f64> {
    let mut all = point(inputs);
    let position = all.iter().position(|figures| figures.scenario == scenario);
    all.swap_remove(position.unwrap())
}

fn savings(figures: &ScenarioFigures<f64>) -> Vec<f64> {
    figures.by_year.iter().map(|year| year.saving).collect()
}

pub fn few_draws(inputs: &Inputs) -> Projection {
    project(
        inputs,
        Draws {
            count: 100,
            seed: 1,
        },
    )
}

#[test]
fn the_current_course() {
    let forecast = forecast(&worked_example());
    let years = &forecast.years;
    let column = |of: fn(&dbv_case_review::projection::ForecastYear) -> f64| {
        years.iter().map(of).collect::<Vec<_>>()
    };
    to_the_pound(
        "U",
        &column(|year| year.spend),
        &[
            101_132_389.0,
            108_719_367.0,
            116_943_492.0,
            125_862_768.0,
            135_540_790.0,
            146_047_307.0,
        ],
    );
    to_the_pound(
        "F",
        &column(|year| year.allocation),
        &[
            89_000_000.0,
            93_450_000.0,
            96_253_500.0,
            99_141_105.0,
            102_115_338.0,
            105_178_798.0,
        ],
    );
    to_the_pound(
        "B",
        &column(|year| year.cumulative_balance),
        &[
            -21_400_000.0,
            -36_669_367.0,
            -57_359_359.0,
            -84_081_022.0,
            -117_506_474.0,
            -158_374_983.0,
        ],
    );
    let labels: Vec<&str> = years.iter().map(|year| year.year.as_str()).collect();
    assert_eq!(
        labels,
        [
            "2024-25", "2025-26", "2026-27", "2027-28", "2028-29", "2029-30"
        ]
    );
    // SEN Support has no known cost, but no children in the table either.
    assert!(!forecast.at_least);
}

#[test]
fn spend_is_at_least_where_a_cost_is_unknown() {
    let mut inputs = worked_example();
    inputs.provisions[MAINSTREAM].unit_cost = None;
    assert!(forecast(&inputs).at_least);
}

#[test]
fn savings_by_year() {
    let expected: [(Scenario, [f64; 5]); 5] = [
        (
            Scenario::Panel,
            [
                1_835_669.0,
                5_216_720.0,
                9_256_157.0,
                14_058_847.0,
                19_745_097.0,
            ],
        ),
        (
            Scenario::PossibleToday,
            [
                1_333_485.0,
                3_955_950.0,
                7_059_826.0,
                10_719_121.0,
                15_018_619.0,
            ],
        ),
        (
            Scenario::ParentsAgree,
            [120_194.0, 333_919.0, 557_521.0, 791_338.0, 1_035_910.0],
        ),
        (
            Scenario::ParentsIdeals,
            [
                -202_422.0,
                -622_140.0,
                -1_145_563.0,
                -1_787_867.0,
                -2_565_920.0,
            ],
        ),
        (
            Scenario::TribunalTested,
            [223_400.0, 640_567.0, 1_106_215.0, 1_627_521.0, 2_213_034.0],
        ),
    ];
    for (scenario, expected) in expected {
        let figures = of(&worked_example(), scenario);
        to_the_pound(scenario.name(), &savings(&figures), &expected);
    }
}

#[test]
fn places_used_again_and_balance_of_the_panel() {
    let panel = of(&worked_example(), Scenario::Panel);
    let places: Vec<f64> = panel.by_year.iter().map(|y| y.places_used_again).collect();
    to_the_pound(
        "places used again",
        &places,
        &[
            647_310.0,
            1_641_790.0,
            2_788_916.0,
            4_108_473.0,
            5_622_682.0,
        ],
    );
    let balance: Vec<f64> = panel
        .by_year
        .iter()
        .map(|year| year.cumulative_balance)
        .collect();
    to_the_pound(
        "B",
        &balance,
        &[
            -34_733_698.0,
            -50_106_970.0,
            -67_772_476.0,
            -87_139_080.0,
            -108_262_492.0,
        ],
    );
    assert_eq!(panel.final_balance, balance[4]);
}

#[test]
fn appeals() {
    let appeals = |inputs: &Inputs| -> Vec<f64> {
        of(inputs, Scenario::TribunalTested)
            .by_year
            .iter()
            .map(|year| (year.appeals * 100.0).round() / 100.0)
            .collect()
    };
    let five = [191.64, 211.88, 233.94, 257.97, 284.13];
    assert_eq!(appeals(&worked_example()), five);
    let mut ten_years = worked_example();
    ten_years.baseline.horizon = Horizon::new(10).unwrap();
    assert_eq!(appeals(&ten_years)[..5], five);
    assert_eq!(
        appeals(&ten_years)[5..],
        [76.48, 68.49, 72.67, 77.12, 81.87]
    );
    for scenario in &Scenario::ALL[..4] {
        let figures = of(&worked_example(), *scenario);
        assert!(figures.by_year.iter().all(|year| year.appeals == 0.0));
    }
}

#[test]
fn full_effect_by_scenario() {
    let expected = [
        (9_287_313.0, 2_571_333.0, 11_858_647.0, 50_112_491.0, 1.0),
        (7_101_367.0, 1_988_000.0, 9_089_367.0, 38_087_001.0, 0.6667),
        (-2_453_648.0, 2_571_333.0, 117_686.0, 2_838_883.0, 0.4167),
        (-5_012_005.0, 2_571_333.0, -2_440_672.0, -6_323_913.0, 1.0),
        (-2_295_134.0, 2_571_333.0, 276_199.0, 5_810_736.0, 0.5275),
    ];
    for (figures, expected) in point(&worked_example()).iter().zip(expected) {
        let (contributions, places, full_effect, total, survival) = expected;
        to_the_pound(
            figures.scenario.name(),
            &[
                figures.contributions,
                figures.places_used_again,
                figures.full_effect,
                figures.total_saving,
            ],
            &[contributions, places, full_effect, total],
        );
        assert_eq!((figures.survival * 10_000.0).round() / 10_000.0, survival);
        let gross = figures.gross_saving + figures.gross_cost;
        assert!((gross - figures.contributions).abs() < 1e-6);
        assert!(figures.gross_saving >= 0.0 && figures.gross_cost <= 0.0);
    }
}

#[test]
fn single_cases() {
    let projection = few_draws(&worked_example());
    assert_eq!(projection.counted, 28);
    let first = &projection.cases[0];
    assert_eq!(first.id.as_str(), "C01");
    assert_eq!((first.stands_for * 100.0).round() / 100.0, 115.67);
    assert_eq!(first.contribution.round(), 386_095.0);
    let to_mainstream = projection
        .cases
        .iter()
        .find(|c| c.current.as_str() == "IndependentSpecialDay" && c.ideal.as_str() == "Mainstream")
        .unwrap();
    assert_eq!(to_mainstream.contribution.round(), 3_064_892.0);
    assert_eq!(projection.unpriced.len(), 1);
    assert_eq!(projection.unpriced[0].as_str(), "C25");
}

/// §9 and §11: few cases behind a provision, and cases that stand for nobody.
#[test]
fn cautions_beside_the_figures() {
    let mut inputs = worked_example();
    let few = |inputs: &Inputs| -> Vec<(String, usize)> {
        let projection = few_draws(inputs);
        let few = projection.reviewed_in_few_cases().into_iter();
        few.map(|(code, n)| (code.to_string(), n)).collect()
    };
    assert_eq!(few(&inputs), [("FurtherEducation".to_owned(), 3)]);
    assert!(few_draws(&inputs).standing_for_nobody().is_empty());
    for row in &mut inputs.provisions {
        if row.code.as_str() == "FurtherEducation" {
            row.caseload = Caseload::new(0.0).unwrap();
        }
    }
    // Nobody is there, so the three cases stand for nobody and their provision is not reviewed.
    assert!(few(&inputs).is_empty());
    let projection = few_draws(&inputs);
    assert_eq!(projection.reviewed().len(), 3);
    assert_eq!(projection.standing_for_nobody().len(), 3);
    assert_eq!(projection.counted, 28);
}

#[test]
fn a_ramp_delays() {
    let mut inputs = worked_example();
    inputs.baseline.ramp = vec![share(0.2), share(0.5)];
    to_the_pound(
        "ramp",
        &savings(&of(&inputs, Scenario::Panel)),
        &[
            407_749.0,
            1_870_514.0,
            4_109_684.0,
            6_710_783.0,
            9_667_017.0,
        ],
    );
}

#[test]
fn short_places_hold_moves_back() {
    let mut inputs = worked_example();
    inputs.provisions[MAINSTREAM].new_places = vec![Places::new(40.0).unwrap()];
    to_the_pound(
        "new places",
        &savings(&of(&inputs, Scenario::Panel)),
        &[333_391.0, 82_572.0, -376_393.0, -949_614.0, -1_624_580.0],
    );
}

#[test]
fn hampshire() {
    let mut rows: Vec<Provision> = vec![
        row("Resourced", 2, 0.0, Some(21_531.25), 0.0),
        row("Independent", 4, 64.0, Some(61_203.125), 0.0),
    ];
    rows[1].avoidable_cost = Some(PerChild::new(61_203.125).unwrap());
    for judged in [1, 3, 64] {
        let cases = vec![case(1, 0, Stance::Agrees, Some(0)); judged];
        let inputs = Inputs::new(rows.clone(), baseline(), cases);
        let full_effect = of(&inputs, Scenario::Panel).full_effect;
        assert!((full_effect - 2_539_000.0).abs() < 0.005, "{full_effect}");
    }
}

#[test]
fn what_is_covered() {
    let coverage = few_draws(&worked_example()).coverage;
    let codes: Vec<&str> = coverage.not_covered.iter().map(|c| c.as_str()).collect();
    assert_eq!(
        codes,
        [
            "ResourcedProvision",
            "IndependentSpecialResidential",
            "AlternativeProvision",
            "Other"
        ]
    );
    let children = 1988.0 + 1041.0 + 350.0 + 863.0;
    let share = coverage.covered_share_of_caseload.unwrap();
    assert!((share - children / 5086.0).abs() < 1e-12);
    let known = 101_132_389.0 - 9_200_000.0;
    let not_covered = 166.0 * 21_531.0 + 59.0 * 127_443.0 + 80.0 * 22_000.0 + 539.0 * 12_000.0;
    let share = coverage.covered_share_of_known_spend.unwrap();
    assert!((share - (1.0 - not_covered / known)).abs() < 1e-6);
}
