//! What a council may enter at the edges: each turns a random review into one that surely has it,
//! so that every run reaches every edge.

use dbv_case_review::projection::{CountedCase, Inputs};
use dbv_case_review::review::bounds::PROVISIONS_MAX;
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::text::{CaseId, ProvisionCode};
use dbv_case_review::review::units::{Caseload, Growth, Horizon, PerChild, Places};

use super::worked_example::{case, not_in_place, share};

/// An edge: how to get there, and whether a review is there.
pub struct Edge {
    pub name: &'static str,
    bend: fn(&mut Inputs),
    reached: fn(&Inputs) -> bool,
}

impl Edge {
    /// The review bent to have it.
    pub fn of(&self, mut inputs: Inputs) -> Inputs {
        (self.bend)(&mut inputs);
        assert!((self.reached)(&inputs), "{} is not reached", self.name);
        inputs
    }
}

const fn edge(name: &'static str, bend: fn(&mut Inputs), reached: fn(&Inputs) -> bool) -> Edge {
    Edge {
        name,
        bend,
        reached,
    }
}

/// All of them.
pub const EDGES: [Edge; 20] = [
    edge("as it comes", |_| {}, |_| true),
    edge(
        "no judged case",
        |i| i.cases.clear(),
        |i| i.cases.is_empty(),
    ),
    edge("one case that moves", |i| one(i, 1), |i| i.cases.len() == 1),
    edge("one case that stays", |i| one(i, 0), |i| i.cases.len() == 1),
    edge(
        "all stay",
        |i| {
            in_the_table(i);
            i.cases
                .iter_mut()
                .for_each(|case| case.ideal = case.current);
        },
        |i| !i.cases.is_empty() && i.cases.iter().all(|case| case.ideal == case.current),
    ),
    edge("all move", all_move, |i| {
        !i.cases.is_empty() && i.cases.iter().all(|case| case.ideal != case.current)
    }),
    edge("all costs unknown", no_costs, |i| {
        i.provisions.iter().all(|row| row.unit_cost.is_none())
    }),
    edge("some costs unknown", some_costs, |i| {
        let known = i.provisions.iter().filter(|row| row.unit_cost.is_some());
        (1..i.provisions.len()).contains(&known.count())
    }),
    edge(
        "nobody placed anywhere",
        |i| caseloads(i, 0.0),
        |i| i.provisions.iter().all(|row| row.caseload.get() == 0.0),
    ),
    edge("nobody placed where cases are", nobody_in_the_first, |i| {
        i.cases.iter().any(|case| case.current == 0) && i.provisions[0].caseload.get() == 0.0
    }),
    edge(
        "no places anywhere",
        |i| places(i, &[0.0]),
        |i| {
            i.provisions
                .iter()
                .all(|row| row.new_places[0].get() == 0.0)
        },
    ),
    edge(
        "places come late",
        |i| places(i, &[0.0, 2.0, 7.0]),
        |i| i.provisions.iter().all(|row| row.new_places.len() == 3),
    ),
    edge(
        "a horizon of one year",
        |i| horizon(i, 1),
        |i| i.baseline.horizon.years() == 1,
    ),
    edge(
        "a horizon of ten years",
        |i| horizon(i, 10),
        |i| i.baseline.horizon.years() == 10,
    ),
    edge("rows that are not in the table", outside, |i| {
        let rows = i.provisions.len();
        let cases = || i.cases.iter();
        cases().any(|case| case.current == rows)
            && cases().any(|case| case.ideal == rows && case.current < rows)
            && cases().any(|case| case.parents_ideal == Some(rows) && case.ideal < rows)
    }),
    edge("parents' ideals in every direction", every_direction, |i| {
        i.cases.len() >= 48
    }),
    edge("the longest table", longest_table, |i| {
        i.provisions.len() == PROVISIONS_MAX
    }),
    edge(
        "case numbers the other way round",
        |i| {
            in_the_table(i);
            i.cases.sort_by(|a, b| b.id.cmp(&a.id));
        },
        |i| i.cases[0].id > i.cases[1].id,
    ),
    edge("fewer children every year", shrinking, |i| {
        i.provisions.iter().all(|row| row.growth.get() < 0.0)
    }),
    edge("places used again", used_again, |i| {
        let row = &i.provisions[0];
        row.avoidable_cost < row.unit_cost && row.growth.get() > 0.0
    }),
];

/// All cases in the table, and at least two of them.
fn in_the_table(inputs: &mut Inputs) {
    let rows = inputs.provisions.len();
    for case in &mut inputs.cases {
        case.current %= rows;
        case.ideal %= rows;
    }
    for (current, ideal) in [(0, 1), (1, 0)] {
        add(
            inputs,
            case(current, ideal, Stance::Disagrees, Some(current)),
        );
    }
}

fn add(inputs: &mut Inputs, case: CountedCase) {
    let id = CaseId::new(format!("N{}", inputs.cases.len())).unwrap();
    inputs.cases.push(CountedCase { id, ..case });
}

/// Further rows like those that there are, with cases from each to the next.
fn longest_table(inputs: &mut Inputs) {
    in_the_table(inputs);
    let rows = inputs.provisions.len();
    for number in rows..PROVISIONS_MAX {
        let like = inputs.provisions[number % rows].clone();
        let code = ProvisionCode::new(format!("P{number}")).unwrap();
        inputs.provisions.push(Provision { code, ..like });
        let last = number == PROVISIONS_MAX - 1;
        let to = if last { 0 } else { number + 1 };
        add(inputs, case(number, to, Stance::NoView, Some(number - 1)));
    }
}

fn one(inputs: &mut Inputs, ideal: usize) {
    inputs.cases.clear();
    add(inputs, case(0, ideal, Stance::NoView, None));
    inputs.cases[0].support_cost = 1_234.5;
}

fn all_move(inputs: &mut Inputs) {
    in_the_table(inputs);
    let rows = inputs.provisions.len();
    for (number, case) in inputs.cases.iter_mut().enumerate() {
        if case.ideal == case.current {
            case.ideal = (case.current + 1) % rows;
        }
        case.unmet.truncate(0);
        if number % 3 == 0 {
            case.unmet.push(not_in_place());
        }
    }
}

fn no_costs(inputs: &mut Inputs) {
    in_the_table(inputs);
    for row in &mut inputs.provisions {
        (row.unit_cost, row.avoidable_cost) = (None, None);
    }
}

fn some_costs(inputs: &mut Inputs) {
    no_costs(inputs);
    for row in inputs.provisions.iter_mut().skip(1).step_by(2) {
        row.unit_cost = Some(PerChild::new(20_000.0).unwrap());
        row.avoidable_cost = Some(PerChild::new(12_000.0).unwrap());
    }
}

fn caseloads(inputs: &mut Inputs, children: f64) {
    in_the_table(inputs);
    for row in &mut inputs.provisions {
        row.caseload = Caseload::new(children).unwrap();
    }
}

fn nobody_in_the_first(inputs: &mut Inputs) {
    in_the_table(inputs);
    inputs.provisions[0].caseload = Caseload::new(0.0).unwrap();
    inputs.provisions[1].caseload = Caseload::new(300.0).unwrap();
}

fn places(inputs: &mut Inputs, by_year: &[f64]) {
    caseloads(inputs, 150.0);
    for row in &mut inputs.provisions {
        row.new_places = by_year.iter().map(|n| Places::new(*n).unwrap()).collect();
        row.transition_share = share(0.2);
    }
}

fn horizon(inputs: &mut Inputs, years: u8) {
    in_the_table(inputs);
    inputs.baseline.horizon = Horizon::new(years).unwrap();
}

fn outside(inputs: &mut Inputs) {
    in_the_table(inputs);
    let rows = inputs.provisions.len();
    add(inputs, case(rows, 0, Stance::Disagrees, Some(1)));
    add(inputs, case(1, rows, Stance::Agrees, Some(rows)));
    add(inputs, case(1, 0, Stance::Disagrees, Some(rows)));
    add(inputs, case(0, 1, Stance::Agrees, Some(rows)));
}

/// Every way from a row to an ideal, with every ideal of the parents and every stance, over the
/// first rows of the table.
fn every_direction(inputs: &mut Inputs) {
    inputs.cases.clear();
    let rows = inputs.provisions.len().min(3);
    for current in 0..rows {
        for ideal in 0..rows {
            for parents in (0..=rows).map(|row| (row < rows).then_some(row)) {
                for stance in Stance::ALL {
                    add(inputs, case(current, ideal, stance, parents));
                }
            }
        }
    }
    for (number, case) in inputs.cases.iter_mut().enumerate() {
        case.support_cost = (number % 7) as f64 * 500.0;
    }
}

fn shrinking(inputs: &mut Inputs) {
    in_the_table(inputs);
    for (number, row) in inputs.provisions.iter_mut().enumerate() {
        row.growth = Growth::new(-0.1 - 0.1 * (number % 4) as f64).unwrap();
        row.transition_share = share(0.45);
    }
}

/// Children leave the first row and enter it, some of them for want of a place elsewhere not.
fn used_again(inputs: &mut Inputs) {
    caseloads(inputs, 200.0);
    let row = &mut inputs.provisions[0];
    row.unit_cost = Some(PerChild::new(26_000.0).unwrap());
    row.avoidable_cost = Some(PerChild::new(16_000.0).unwrap());
    row.growth = Growth::new(0.03).unwrap();
    row.new_places = Vec::new();
    let row = &mut inputs.provisions[1];
    row.unit_cost = Some(PerChild::new(60_000.0).unwrap());
    row.avoidable_cost = None;
}
