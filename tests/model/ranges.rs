//! The ranges of model.md §10, and what the draws must and must not depend on (§6).

use std::cell::Cell;

use dbv_case_review::projection::{
    CountedCase, Draws, Inputs, Projection, Ranged, Sampler, Scenario, project, project_with,
};
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::units::{Caseload, Places};

use super::worked_example::{MAINSTREAM, STATE_SPECIAL, worked_example};

fn draws(count: usize) -> Draws {
    Draws { count, seed: 2024 }
}

/// The page rounds what it had from 200,000 draws to 0.01m or 0.1m, and allows ±2% of the width.
/// 20,000 draws add sampling error of their own: a 5% point of K draws has the standard error
/// √(0.05·0.95/K) / density. For tails like a normal's, density there is 0.103/σ with a width of
/// 3.29σ, so one standard error is 0.0015/0.103/3.29 = 0.45% of the width; three of them are 1.4%.
fn near(what: &str, range: Ranged, page: [f64; 3], rounding: f64) {
    let width = page[2] - page[0];
    let allowed = 0.02 * width + 0.014 * width + rounding / 2.0;
    for (value, page) in [range.p05, range.p50, range.p95].into_iter().zip(page) {
        assert!(
            (value / 1e6 - page).abs() < allowed,
            "{what}: {value} is not within {allowed} m of {page} m"
        );
    }
}

#[test]
fn the_ranges_of_the_page() {
    let projection = project(&worked_example(), draws(20_000));
    let page = [
        ([1.18, 10.33, 16.23], 0.01, [8.8, 43.7, 66.4]),
        ([-0.90, 7.43, 13.92], 0.01, [-1.8, 31.1, 57.0]),
        ([-6.68, -0.51, 4.27], 0.01, [-23.7, 1.6, 19.5]),
        ([-12.0, -2.7, 3.6], 0.1, [-41.2, -6.7, 17.4]),
        ([-6.9, -0.2, 4.7], 0.1, [-23.2, 3.3, 22.0]),
    ];
    for (figures, (full_effect, rounding, total)) in projection.scenarios.iter().zip(page) {
        let name = figures.scenario.name();
        near(name, figures.full_effect, full_effect, rounding);
        near(name, figures.total_saving, total, 0.1);
    }
}

#[test]
fn balances_move_with_savings() {
    let projection = project(&worked_example(), draws(500));
    for figures in &projection.scenarios {
        let last = figures.by_year.last().unwrap();
        assert_eq!(last.cumulative_balance, figures.final_balance);
        let width = |range: Ranged| range.p95 - range.p05;
        assert!((width(figures.final_balance) - width(figures.total_saving)).abs() < 1e-3);
        for year in &figures.by_year {
            assert!((width(year.saving) - width(year.in_year_balance)).abs() < 1e-3);
        }
    }
}

#[test]
fn same_review_and_seed_same_figures_in_whatever_order() {
    let inputs = worked_example();
    let mut shuffled = inputs.clone();
    shuffled.cases.reverse();
    shuffled.cases.swap(3, 17);
    let (one, other) = (project(&inputs, draws(700)), project(&shuffled, draws(700)));
    assert_eq!(one.scenarios, other.scenarios);
    assert_eq!(one.concentration, other.concentration);
    assert_eq!(one.sensitivity, other.sensitivity);
    let another_seed = Draws {
        count: 700,
        seed: 7,
    };
    assert_ne!(one.scenarios, project(&inputs, another_seed).scenarios);
}

#[test]
fn the_order_of_the_table_changes_nothing_but_rounding() {
    let inputs = worked_example();
    let last = inputs.provisions.len() - 1;
    let mut turned = inputs.clone();
    turned.provisions.reverse();
    for case in &mut turned.cases {
        case.current = last - case.current;
        case.ideal = last - case.ideal;
        case.parents_ideal = case.parents_ideal.map(|row| last - row);
    }
    let (one, other) = (project(&inputs, draws(300)), project(&turned, draws(300)));
    for (one, other) in one.scenarios.iter().zip(&other.scenarios) {
        assert!((one.total_saving.p05 - other.total_saving.p05).abs() < 0.01);
        assert!((one.total_saving.p95 - other.total_saving.p95).abs() < 0.01);
    }
}

/// Whatever is kept from earlier calls, the answer is that of a first call.
#[test]
fn a_sampler_that_has_seen_other_reviews_draws_the_same() {
    let first = worked_example();
    let mut changed = first.clone();
    changed.cases[4].ideal = STATE_SPECIAL;
    let mut fewer = first.clone();
    fewer.cases.truncate(12);
    let mut other_caseload = first.clone();
    other_caseload.provisions[MAINSTREAM].caseload = Caseload::new(1500.0).unwrap();
    let mut limited = first.clone();
    limited.provisions[MAINSTREAM].new_places = vec![Places::new(40.0).unwrap()];
    let mut moved_row = first.clone();
    moved_row.provisions.swap(0, 8);
    let mut sampler = Sampler::new();
    for inputs in [
        &first,
        &changed,
        &fewer,
        &other_caseload,
        &limited,
        &moved_row,
        &first,
    ] {
        for count in [300, 700] {
            let kept = project_with(&mut sampler, inputs, draws(count), &|| false);
            assert_eq!(kept.as_ref(), Some(&project(inputs, draws(count))));
        }
    }
}

/// One judgement changed: what has nothing to do with it keeps its range to the penny.
#[test]
fn other_provisions_do_not_dance() {
    let only = |row: usize, inputs: &Inputs| {
        let mut inputs = inputs.clone();
        for other in (0..inputs.provisions.len()).filter(|&other| other != row) {
            inputs.provisions[other].growth = inputs.provisions[row].growth;
        }
        let elsewhere = |case: &CountedCase| case.current != row;
        inputs.cases.retain(|case| !elsewhere(case));
        project(&inputs, draws(500)).scenarios[0].full_effect
    };
    let inputs = worked_example();
    let mut changed = inputs.clone();
    changed.cases[20].ideal = STATE_SPECIAL;
    assert_eq!(only(STATE_SPECIAL, &inputs), only(STATE_SPECIAL, &changed));
    assert_ne!(only(MAINSTREAM, &inputs), only(MAINSTREAM, &changed));
}

/// A parent who comes round, or no longer does, is nothing that the panel's answer depends on.
#[test]
fn a_changed_stance_leaves_the_panel_alone() {
    let inputs = many(330);
    let before = project(&inputs, draws(500));
    let mut sampler = Sampler::new();
    for case in [0, 3, 115] {
        let mut changed = inputs.clone();
        changed.cases[case].stance = match inputs.cases[case].stance {
            Stance::Disagrees => Stance::Agrees,
            _ => Stance::Disagrees,
        };
        let after = project_with(&mut sampler, &changed, draws(500), &|| false).unwrap();
        let panel = |projection: &Projection| {
            let figures = projection.scenario(Scenario::Panel).unwrap();
            let years = figures.by_year.iter().map(|year| year.saving);
            let ranges = [figures.full_effect, figures.total_saving].into_iter();
            let ranges: Vec<Ranged> = ranges.chain(years).collect();
            ranges
        };
        for (before, after) in panel(&before).into_iter().zip(panel(&after)) {
            let pairs = [
                (before.p05, after.p05),
                (before.p50, after.p50),
                (before.p95, after.p95),
            ];
            for (before, after) in pairs {
                assert!((before - after).abs() <= 1e-9 * before.abs());
            }
        }
        let agree = |projection: &Projection| {
            let figures = projection.scenario(Scenario::ParentsAgree).unwrap();
            figures.total_saving.p50
        };
        assert!((agree(&before) - agree(&after)).abs() > 1.0);
    }
}

/// The whole national programme, changed judgement by judgement: what was kept is what a first
/// call draws, to the last bit.
#[test]
fn a_programme_kept_is_a_programme_drawn_anew() {
    let mut inputs = many(1_650);
    let mut sampler = Sampler::new();
    for change in 0..4 {
        let kept = project_with(&mut sampler, &inputs, draws(300), &|| false);
        assert_eq!(kept, Some(project(&inputs, draws(300))));
        let case = &mut inputs.cases[400 * change];
        match change {
            0 => case.ideal = STATE_SPECIAL,
            1 => case.support_cost = 1_234.0,
            2 => case.stance = Stance::NoView,
            _ => {}
        }
    }
    inputs.cases.remove(17);
    let kept = project_with(&mut sampler, &inputs, draws(300), &|| false);
    assert_eq!(kept, Some(project(&inputs, draws(300))));
}

/// The worked example's cases again and again, with support costs of their own.
fn many(cases: usize) -> Inputs {
    let mut inputs = worked_example();
    let one = std::mem::take(&mut inputs.cases);
    let again = one.iter().cycle().zip(1..=cases);
    inputs.cases = again
        .map(|(case, n)| CountedCase {
            id: format!("N{n:04}").try_into().unwrap(),
            support_cost: if n % 3 == 0 {
                n as f64
            } else {
                case.support_cost
            },
            ..case.clone()
        })
        .collect();
    inputs
}

#[test]
fn it_can_be_stopped() {
    let inputs = worked_example();
    let asked = Cell::new(0);
    let stop_at = |n: usize| {
        asked.set(0);
        project_with(&mut Sampler::new(), &inputs, draws(20_000), &|| {
            asked.set(asked.get() + 1);
            asked.get() >= n
        })
    };
    assert_eq!(stop_at(1), None);
    assert_eq!(stop_at(60), None);
    assert_eq!(asked.get(), 60);
    assert!(stop_at(usize::MAX).is_some());
    // A sampler that was stopped half way is still right.
    let mut sampler = Sampler::new();
    let left = Cell::new(5);
    let stopped = project_with(&mut sampler, &inputs, draws(500), &|| {
        left.set(left.get() - 1);
        left.get() == 0
    });
    assert_eq!(stopped, None);
    let whole: Option<Projection> = project_with(&mut sampler, &inputs, draws(500), &|| false);
    assert_eq!(whole, Some(project(&inputs, draws(500))));
}

/// The imaginary child makes a range even where all judged children are alike.
#[test]
fn alike_cases_are_not_certain() {
    let mut inputs = worked_example();
    inputs.cases.retain(|case| case.current == 7);
    let figures = project(&inputs, draws(2_000));
    let panel = figures.scenario(Scenario::Panel).unwrap();
    assert_eq!(panel.full_effect.point, 0.0);
    assert!(panel.full_effect.p95 > panel.full_effect.p05);
}

/// The same review and seed give the same figures on every platform and in every later version,
/// to the pound: these were drawn once and are kept.
#[test]
fn figures_of_a_seed_are_kept() {
    let projection = project(&worked_example(), draws(1_000));
    let rounded: Vec<[f64; 3]> = projection
        .scenarios
        .iter()
        .map(|figures| figures.total_saving)
        .map(|range| [range.p05, range.p50, range.p95].map(f64::round))
        .collect();
    assert_eq!(
        rounded,
        [
            [9_558_487.0, 43_945_976.0, 65_122_071.0],
            [-1_528_224.0, 30_668_490.0, 56_029_978.0],
            [-23_735_338.0, 1_723_133.0, 18_538_338.0],
            [-41_005_198.0, -6_332_396.0, 16_734_592.0],
            [-24_787_862.0, 3_735_541.0, 21_089_607.0],
        ]
    );
}
