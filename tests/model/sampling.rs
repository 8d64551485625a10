//! The ranges against draws of the tests' own (model.md §6): two right samplers agree within
//! sampling error, and one of them with itself to the bit, on however many threads.
//!
//! If a figure's true distribution is F, the program's percentile at q from K₁ draws and the share
//! of K₂ other draws below it differ from F by √(q(1−q)/K₁) and √(q(1−q)/K₂), so their difference
//! has √(q(1−q)(1/K₁+1/K₂)) as standard error. Six of them are allowed: one of 500 million true
//! comparisons would fail, and the reviews and seeds here are the same in every run. Where draws
//! are alike (a move that never happens is worth 0 in all), the percentile may lie anywhere in
//! what is alike, so that the share at or below it and the share below it are looked at apart.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use dbv_case_review::projection::{CountedCase, Draws, Inputs, REDRAWS, Ranged, project};
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::text::CaseId;
use dbv_case_review::review::units::{Horizon, Places};

use super::edges::EDGES;
use super::reference::chance::Chance;
use super::reference::draws::{Drawn, draws};
use super::reference::{Page, Sum};
use super::reviews::inputs;
use super::worked_example::{
    INDEPENDENT_DAY, MAINSTREAM, RESOURCED, SEN_SUPPORT, STATE_SPECIAL, baseline, case, provisions,
    row, share, worked_example,
};

/// Standard errors allowed.
const Z: f64 = 6.0;

/// Where the range of a figure does not agree with these draws.
fn differs(what: &str, range: Ranged, of: usize, drawn: &Drawn) -> Vec<String> {
    let count = drawn.values.len() as f64;
    let size = drawn.size.max(range.p05.abs()).max(range.p95.abs());
    let noise = Sum { value: 0.0, size }.noise();
    let mut found = Vec::new();
    for (q, given) in [(0.05, range.p05), (0.5, range.p50), (0.95, range.p95)] {
        let share = |below: &dyn Fn(f64) -> bool| {
            drawn.values.iter().filter(|value| below(**value)).count() as f64 / count
        };
        let below = share(&|value| value < given - noise);
        let up_to = share(&|value| value <= given + noise);
        let error = (q * (1.0 - q) * (1.0 / of as f64 + 1.0 / count)).sqrt();
        // A percentile lies between two draws: one more of either may be below it.
        let allowed = Z * error + 1.0 / of as f64 + 1.0 / count;
        if below > q + allowed || up_to < q - allowed {
            found.push(format!(
                "{what} at {q}: {given} has {below} of the draws below, {up_to} up to it"
            ));
        }
    }
    found
}

/// Where the ranges of a projection do not agree with draws of the tests' own.
fn ranges_differ(inputs: &Inputs, program: usize, own: usize) -> Vec<String> {
    let seed = 11;
    let projection = project(
        inputs,
        Draws {
            count: program,
            seed,
        },
    );
    let all = draws(&Page::of(inputs), own, &mut Chance::named("ranges"));
    let mut found = Vec::new();
    for (given, drawn) in projection.scenarios.iter().zip(&all) {
        let mut compare = |what: &str, range: Ranged, drawn: &Drawn| {
            let what = format!("{}, {what}", given.scenario.name());
            found.extend(differs(&what, range, program, drawn));
        };
        compare("A", given.full_effect, &drawn.full_effect);
        compare("total", given.total_saving, &drawn.total);
        compare(
            "final balance",
            given.final_balance,
            drawn.balance.last().unwrap(),
        );
        for (t, year) in given.by_year.iter().enumerate() {
            compare(&format!("S({})", t + 1), year.saving, &drawn.saving[t]);
            compare("in-year balance", year.in_year_balance, &drawn.in_year[t]);
            compare("balance", year.cumulative_balance, &drawn.balance[t]);
        }
    }
    found
}

fn agree(name: &str, inputs: &Inputs, program: usize, own: usize) {
    let found = ranges_differ(inputs, program, own);
    assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
}

fn numbered(cases: Vec<CountedCase>) -> Vec<CountedCase> {
    let cases = cases.into_iter().enumerate();
    cases
        .map(|(number, case)| CountedCase {
            id: CaseId::new(format!("C{number}")).unwrap(),
            ..case
        })
        .collect()
}

/// One case in every provision and a horizon of two years: half of all weight is the imaginary
/// children's, so that nothing of them can be wrong unseen.
fn mostly_imagined() -> Inputs {
    let mut baseline = baseline();
    baseline.horizon = Horizon::new(2).unwrap();
    let all = [
        case(MAINSTREAM, MAINSTREAM, Stance::Agrees, None),
        case(RESOURCED, MAINSTREAM, Stance::Agrees, Some(MAINSTREAM)),
        case(STATE_SPECIAL, STATE_SPECIAL, Stance::Agrees, None),
        case(INDEPENDENT_DAY, STATE_SPECIAL, Stance::Disagrees, None),
    ];
    Inputs::new(provisions(), baseline, numbered(all.to_vec()))
}

#[test]
fn the_worked_example() {
    agree("worked example", &worked_example(), 20_000, 10_000);
}

#[test]
fn few_places_and_a_slow_start() {
    let mut inputs = worked_example();
    inputs.baseline.horizon = Horizon::new(3).unwrap();
    inputs.baseline.ramp = [0.3, 0.6].map(share).to_vec();
    inputs.baseline.realisation = share(0.8);
    for (row, by_year) in [(MAINSTREAM, [40.0, 90.0]), (STATE_SPECIAL, [0.0, 30.0])] {
        inputs.provisions[row].new_places = by_year.map(|n| Places::new(n).unwrap()).to_vec();
    }
    agree("few places", &inputs, 20_000, 8_000);
}

#[test]
fn mostly_imaginary_children() {
    agree("mostly imagined", &mostly_imagined(), 60_000, 30_000);
    // Two rows, one case: the weight of staying is the sum of a Gamma(1) and one of ½ + 0.15.
    let rows = vec![
        row("A", 0, 300.0, Some(10_000.0), 0.0),
        row("B", 1, 700.0, Some(30_000.0), 0.0),
    ];
    let mut baseline = baseline();
    baseline.horizon = Horizon::new(1).unwrap();
    for ideal in [0, 1] {
        let cases = numbered(vec![case(0, ideal, Stance::NoView, None)]);
        let inputs = Inputs::new(rows.clone(), baseline.clone(), cases);
        agree("one case", &inputs, 100_000, 100_000);
    }
}

#[test]
fn at_every_edge() {
    let mut runner = TestRunner::deterministic();
    for edge in EDGES {
        let tree = inputs()
            .prop_map(|inputs| edge.of(inputs))
            .new_tree(&mut runner);
        agree(edge.name, &tree.unwrap().current(), 6_000, 1_500);
    }
}

/// Reviews too large to keep their weights are drawn in blocks.
#[test]
fn thousands_of_cases() {
    let mut inputs = worked_example();
    inputs.baseline.horizon = Horizon::new(1).unwrap();
    let all = inputs.cases.iter().cycle().take(5_000).cloned();
    inputs.cases = numbered(all.collect());
    agree("5,000 cases", &inputs, 2_600, 500);
}

/// Whether weights are kept or drawn block by block, they are the same ones, to the bit: thousands
/// of cases where nobody is placed weigh on the memory and on no figure.
#[test]
fn kept_or_drawn_in_blocks() {
    let few = worked_example();
    let mut many = few.clone();
    many.cases.extend((0..4_000).map(|number| CountedCase {
        id: CaseId::new(format!("N{number}")).unwrap(),
        ..case(SEN_SUPPORT, SEN_SUPPORT, Stance::Agrees, None)
    }));
    let draws = Draws {
        count: 3_000,
        seed: 5,
    };
    let (few, many) = (project(&few, draws), project(&many, draws));
    assert_eq!(few.scenarios, many.scenarios);
}

/// The draws that can be looked at one by one are those that the range is made of.
#[test]
fn the_first_draws_are_of_the_range() {
    for count in [1, 40, REDRAWS] {
        let projection = project(&worked_example(), Draws { count, seed: 4 });
        let mut first = projection.first_draws.clone();
        assert_eq!(first.len(), count);
        first.sort_by(f64::total_cmp);
        let at = |q: f64| {
            let position = (count - 1) as f64 * q;
            let (low, part) = (first[position as usize], position.fract());
            let high = first[position.ceil() as usize];
            low + part * (high - low)
        };
        let total = projection.scenarios[0].total_saving;
        for (given, q) in [(total.p05, 0.05), (total.p50, 0.5), (total.p95, 0.95)] {
            assert!((given - at(q)).abs() < 1e-6, "{given}, not {}", at(q));
        }
    }
    let many = Draws {
        count: 700,
        seed: 4,
    };
    let first = project(&worked_example(), many).first_draws;
    assert_eq!(first.len(), REDRAWS);
    let few = Draws {
        count: REDRAWS,
        ..many
    };
    assert_eq!(first, project(&worked_example(), few).first_draws);
}

/// The same review and seed give the same figures to the bit, alone and beside other work.
#[test]
fn on_one_thread_and_on_many() {
    let draws = Draws {
        count: 3_000,
        seed: 2024,
    };
    let reviews = [worked_example(), mostly_imagined()];
    let alone: Vec<_> = reviews
        .iter()
        .map(|inputs| project(inputs, draws))
        .collect();
    for threads in [2, 7] {
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads)
                .map(|n| {
                    let inputs = &reviews[n % reviews.len()];
                    scope.spawn(move || (n, project(inputs, draws)))
                })
                .collect();
            for worker in workers {
                let (n, projection) = worker.join().unwrap();
                assert_eq!(projection, alone[n % reviews.len()]);
            }
        });
    }
}
