//! `project`: the worked example of model.md §10, from tables to figures.

use serde_json::Value;

use crate::Desk;
use crate::tables::{Row, cases};

fn example() -> Value {
    let desk = Desk::with_worked_example("random");
    let json = ["project", "r.dbvreview", "--format", "json"];
    let ran = desk.run(json).ended(0);
    assert!(ran.messages.is_empty());
    let again = desk.run(json).ended(0);
    assert_eq!(
        ran.out, again.out,
        "the same review and seed give the same figures"
    );
    ran.json()
}

/// The numbers at a path of every element of a list.
fn column(list: &Value, pointer: &str) -> Vec<f64> {
    let list = list.as_array().unwrap();
    list.iter()
        .map(|one| one.pointer(pointer).unwrap().as_f64().unwrap())
        .collect()
}

#[track_caller]
fn to_the_pound(found: &[f64], expected: &[f64]) {
    let rounded: Vec<_> = found.iter().map(|value| value.round()).collect();
    assert_eq!(rounded, expected);
}

#[test]
fn the_worked_example_to_the_pound() {
    let json = example();
    let course = &json["unmitigated"];
    to_the_pound(
        &column(course, "/spend"),
        &[
            101_132_389.,
            108_719_367.,
            116_943_492.,
            125_862_768.,
            135_540_790.,
            146_047_307.,
        ],
    );
    to_the_pound(
        &column(course, "/allocation"),
        &[
            89_000_000.,
            93_450_000.,
            96_253_500.,
            99_141_105.,
            102_115_338.,
            105_178_798.,
        ],
    );
    to_the_pound(
        &column(course, "/cumulative_balance"),
        &[
            -21_400_000.,
            -36_669_367.,
            -57_359_359.,
            -84_081_022.,
            -117_506_474.,
            -158_374_983.,
        ],
    );
    let savings: [(&str, [f64; 5]); 5] = [
        (
            "panel",
            [1_835_669., 5_216_720., 9_256_157., 14_058_847., 19_745_097.],
        ),
        (
            "possible-today",
            [1_333_485., 3_955_950., 7_059_826., 10_719_121., 15_018_619.],
        ),
        (
            "parent-supported",
            [120_194., 333_919., 557_521., 791_338., 1_035_910.],
        ),
        (
            "parents-ideal",
            [-202_422., -622_140., -1_145_563., -1_787_867., -2_565_920.],
        ),
        (
            "tribunal-tested",
            [223_400., 640_567., 1_106_215., 1_627_521., 2_213_034.],
        ),
    ];
    let scenarios = json["scenarios"].as_array().unwrap();
    for (scenario, (name, saving)) in scenarios.iter().zip(savings) {
        assert_eq!(scenario["name"], name);
        to_the_pound(&column(&scenario["by_year"], "/saving/point"), &saving);
    }
    for (pointer, expected) in [
        (
            "/contributions",
            [
                9_287_313.,
                7_101_367.,
                -2_453_648.,
                -5_012_005.,
                -2_295_134.,
            ],
        ),
        (
            "/places_used_again",
            [2_571_333., 1_988_000., 2_571_333., 2_571_333., 2_571_333.],
        ),
        (
            "/full_effect/point",
            [11_858_647., 9_089_367., 117_686., -2_440_672., 276_199.],
        ),
        (
            "/total_saving/point",
            [
                50_112_491.,
                38_087_001.,
                2_838_883.,
                -6_323_913.,
                5_810_736.,
            ],
        ),
    ] {
        to_the_pound(&column(&json["scenarios"], pointer), &expected);
    }
    let survival: Vec<_> = column(&json["scenarios"], "/survival")
        .iter()
        .map(|share| format!("{share:.4}"))
        .collect();
    assert_eq!(survival, ["1.0000", "0.6667", "0.4167", "1.0000", "0.5275"]);
    let panel = &scenarios[0]["by_year"];
    to_the_pound(
        &column(panel, "/places_used_again"),
        &[647_310., 1_641_790., 2_788_916., 4_108_473., 5_622_682.],
    );
    to_the_pound(
        &column(panel, "/cumulative_balance/point"),
        &[
            -34_733_698.,
            -50_106_970.,
            -67_772_476.,
            -87_139_080.,
            -108_262_492.,
        ],
    );
    assert_eq!(column(panel, "/appeals"), [0.0; 5]);
    let appeals: Vec<_> = column(&scenarios[4]["by_year"], "/appeals")
        .iter()
        .map(|appeals| format!("{appeals:.2}"))
        .collect();
    assert_eq!(appeals, ["191.64", "211.88", "233.94", "257.97", "284.13"]);
    to_the_pound(
        &[json["cases"][0]["contribution"].as_f64().unwrap()],
        &[386_095.],
    );
    to_the_pound(
        &[json["break_even"]["support"].as_f64().unwrap()],
        &[7_010.],
    );
    let x = json["break_even"]["appeals"].as_f64().unwrap();
    assert_eq!(format!("{x:.4}"), "0.6495");
}

#[test]
fn ranges_stances_and_lists() {
    let json = example();
    let review = &json["review"];
    assert_eq!(
        (&review["cases"], &review["complete"], &review["drafts"]),
        (&28.into(), &28.into(), &0.into())
    );
    assert_eq!(review["unpriced"], serde_json::json!(["C25"]));
    let not_covered = [
        "ResourcedProvision",
        "IndependentSpecialResidential",
        "AlternativeProvision",
        "Other",
    ];
    assert_eq!(review["not_covered"], serde_json::json!(not_covered));
    let total = &json["scenarios"][0]["total_saving"];
    let near = |name: &str, expected: f64| {
        let found = total[name].as_f64().unwrap();
        assert!((found - expected).abs() < 3e6, "{name}: {found}");
    };
    near("p05", 8.8e6);
    near("p50", 43.7e6);
    near("p95", 66.4e6);
    let case = |at: usize| {
        let case = &json["cases"][at];
        ["id", "stance", "stance_from"].map(|key| case[key].as_str().unwrap().to_owned())
    };
    assert_eq!(case(0), ["C01", "agrees", "derived"]);
    assert_eq!(case(2), ["C03", "disagrees", "derived"]);
    assert_eq!(case(5), ["C06", "agrees_with_conditions", "asked"]);
    assert_eq!(case(24), ["C25", "no_view", "derived"]);
    assert_eq!(json["cases"][24]["value"], Value::Null);
    assert_eq!(
        json["model"],
        serde_json::json!({
            "version": 1, "draws": 10_000, "seed": 2024, "horizon": 5, "base_year": "2024-25"
        })
    );
}

/// The keys of an object, in order.
fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

#[track_caller]
fn has_keys(value: &Value, expected: &str) {
    let mut expected: Vec<_> = expected.split_whitespace().collect();
    expected.sort_unstable();
    assert_eq!(keys(value), expected);
}

#[test]
fn the_keys_are_those_of_the_contract() {
    let json = example();
    has_keys(
        &json,
        "review model unmitigated scenarios cases concentration contested break_even sensitivity \
         needs findings",
    );
    has_keys(
        &json["review"],
        "title local_authority cases complete drafts undecided unpriced not_covered \
         covered_share_of_caseload counted selection reviewed_in_few_cases put_aside practice",
    );
    has_keys(&json["model"], "version draws seed horizon base_year");
    has_keys(
        &json["unmitigated"][0],
        "t year spend allocation in_year_balance cumulative_balance",
    );
    let scenario = &json["scenarios"][0];
    has_keys(
        scenario,
        "name contributions places_used_again full_effect gross_saving gross_cost survival \
         total_saving final_balance by_year",
    );
    let year = &scenario["by_year"][0];
    has_keys(
        year,
        "t year saving places_used_again in_year_balance cumulative_balance appeals",
    );
    for r in [
        &scenario["full_effect"],
        &scenario["final_balance"],
        &year["saving"],
    ] {
        has_keys(r, "point p05 p50 p95");
    }
    has_keys(
        &json["cases"][0],
        "id current ideal stance stance_from value stands_for contribution",
    );
    has_keys(&json["concentration"], "half_of_gross_saving_from cases");
    has_keys(&json["contested"], "gross_saving disagrees no_view");
    has_keys(&json["break_even"], "appeals support");
    has_keys(&json["sensitivity"][0], "input low high shortened");
    assert_eq!(json["unmitigated"].as_array().unwrap().len(), 6);
    assert_eq!(scenario["by_year"][0]["year"], "2025-26");
}

#[test]
fn what_it_would_need() {
    let json = example();
    let needs = &json["needs"];
    has_keys(needs, "places conditions shifted");
    let row = &needs["places"][1];
    assert_eq!(row["provision"], "Mainstream");
    has_keys(&row["by_year"][0], "t year moved_in places_stated");
    // Of nine in StateSpecial five go to Mainstream, of six in IndependentSpecialDay three, when a
    // fifth of them has reached a decision point.
    let moved = 0.198 * (1041.0 * 1.03 * 5.0 / 9.0 + 350.0 * 1.08 * 3.0 / 6.0);
    let found = column(&row["by_year"], "/moved_in")[0];
    assert!((found - moved).abs() < 1e-6, "{found} is not {moved}");
    let conditions = needs["conditions"].as_array().unwrap();
    assert_eq!(conditions.len(), 4);
    has_keys(&conditions[0], "case what by_when one_off yearly payer");
    assert_eq!(conditions[0]["what"], "A teacher of the deaf");
    assert_eq!(needs["shifted"].as_array().unwrap().len(), 0);
    let desk = Desk::with_worked_example("random");
    let text = desk.run(["project", "r.dbvreview"]).ended(0).out;
    for said in [
        "children will have moved there by the end of 2029-30; no limit to places stated",
        "- 4 conditions not in place today, as entered, once for each case and never scaled: £0 once \
         (4 without a figure), £0 a year (4 without a figure)",
        "    C01: A teacher of the deaf\n",
        "- Expected appeals by the end of 2029-30, if 100% of families in contested cases appealed, \
         as the baseline says: 1,180 (contested: 8 of 28 cases: C03, C04, C05, C11, C12, C13, C21, \
         C25)\n",
        "- Places used again make £14.81m of the saving over 5 years",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn as_csv() {
    let desk = Desk::with_worked_example("random");
    let ran = desk
        .run([
            "project",
            "r.dbvreview",
            "--format",
            "csv",
            "--draws",
            "100",
        ])
        .ended(0);
    let lines: Vec<_> = ran.out.lines().collect();
    assert_eq!(lines[0], "scenario,year,measure,point,p05,p50,p95");
    assert_eq!(lines.len(), 1 + 5 * 5 * 5);
    assert!(lines.iter().all(|line| line.split(',').count() == 7));
    let first: Vec<_> = lines[1].split(',').collect();
    assert_eq!(first[..3], ["panel", "2025-26", "saving"]);
    assert_eq!(first[3].parse::<f64>().unwrap().round(), 1_835_669.0);
}

#[test]
fn in_words_with_n_range_and_cover() {
    let random = Desk::with_worked_example("random")
        .run(["project", "r.dbvreview"])
        .ended(0);
    for words in [
        "n = 28",
        "of the provisions reviewed",
        "saving over 5 years: £50.11m (range ",
        "these 28 cases cannot tell whether this saves or costs",
        "The value of C25 is not known and not in these figures",
        "No case was reviewed in: ResourcedProvision",
        "- How the cases were chosen: at random. A random sample: the range covers what chance does",
        "\nHow the cases were chosen: at random. A random sample",
    ] {
        assert!(
            random.out.contains(words),
            "“{words}” is not in\n{}",
            random.out
        );
    }
    assert!(!random.out.contains("understate"));
    let unknown = Desk::with_worked_example("not_known")
        .run(["project", "r.dbvreview"])
        .ended(0);
    let short = "Nobody recorded how the cases were chosen: the range shows sampling alone, so it \
                 may understate the uncertainty";
    assert_eq!(unknown.out.matches(short).count(), 2, "{}", unknown.out);
    assert!(!unknown.out.contains("uncertainty is wider"));
}

#[test]
fn nothing_counted_is_said_and_the_figures_are_honest_noughts() {
    let desk = Desk::new();
    desk.import(&cases(&[
        Row::new("C1", "Other", "Mainstream").without("parent_")
    ]))
    .ended(0);
    let ran = desk
        .run(["project", "r.dbvreview"])
        .ended(0)
        .says("No case counts yet");
    assert!(!ran.out.contains("saving over"));
    let json = desk
        .run(["project", "r.dbvreview", "--format", "json"])
        .ended(0)
        .json();
    assert_eq!(json["scenarios"][0]["total_saving"]["p95"], 0.0);
    assert_eq!(json["review"]["complete"], 0);
    assert_eq!(json["review"]["covered_share_of_caseload"], Value::Null);
}

#[test]
fn no_figure_is_minus_nought() {
    let desk = Desk::with_worked_example("random");
    let text = desk.text("r.dbvreview");
    // The same table, and not one judgement that counts.
    let none = text
        .replace("setting: NotIdeal", "setting: CannotTell")
        .replace("setting: Ideal", "setting: CannotTell");
    desk.write("none.dbvreview", none);
    let json = desk
        .run(["project", "none.dbvreview", "--format", "json"])
        .json();
    assert_eq!(json["cases"], serde_json::json!([]));
    assert_eq!(json["review"]["covered_share_of_caseload"], 0.0);
    for name in ["r.dbvreview", "none.dbvreview"] {
        for format in ["json", "csv"] {
            let ran = desk.run(["project", name, "--format", format, "--draws", "100"]);
            let minus = |c: char| !(c.is_ascii_digit() || "+-.eE".contains(c));
            let noughts = ran.out.split(minus).filter(|word| {
                word.starts_with('-') && word.parse::<f64>().is_ok_and(|number| number == 0.0)
            });
            assert_eq!(noughts.count(), 0, "{name} {format}");
        }
    }
}

#[test]
fn draws_and_seed_can_be_chosen() {
    let desk = Desk::with_worked_example("random");
    let run = |seed: &str| {
        let args = [
            "project",
            "r.dbvreview",
            "--draws",
            "200",
            "--seed",
            seed,
            "--format",
            "json",
        ];
        desk.run(args).ended(0).json()
    };
    let (one, two) = (run("1"), run("2"));
    assert_eq!(one["model"]["seed"], 1);
    assert_eq!(one["model"]["draws"], 200);
    let total = |json: &Value, key: &str| json["scenarios"][0]["total_saving"][key].clone();
    assert_eq!(total(&one, "point"), total(&two, "point"));
    assert_ne!(total(&one, "p05"), total(&two, "p05"));
}
