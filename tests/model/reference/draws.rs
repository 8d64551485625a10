//! model.md §6: how sure can anyone be, plainly. Every draw has one Gamma(1) per counted case and,
//! for the imaginary child of every reviewed provision, one Gamma for every destination; then all
//! goes through §4 and §5 as it does without draws.

use dbv_case_review::projection::Scenario;

use super::chance::Chance;
use super::course::course;
use super::scenarios::{happens, survival};
use super::worth::worth;
use super::years::{Group, moments, saving};
use super::{Page, Sum, once};

/// What all draws say of one figure.
#[derive(Default)]
pub struct Drawn {
    pub values: Vec<f64>,
    /// The size of the parts of the largest.
    pub size: f64,
}

impl Drawn {
    fn take(&mut self, sum: Sum) {
        self.values.push(sum.value);
        self.size = self.size.max(sum.size);
    }
}

/// The figures of one scenario of which §6 asks the range.
#[derive(Default)]
pub struct Draws {
    pub full_effect: Drawn,
    pub total: Drawn,
    /// By year t = 1..H.
    pub saving: Vec<Drawn>,
    pub in_year: Vec<Drawn>,
    pub balance: Vec<Drawn>,
}

/// So many draws through all five scenarios.
pub fn draws(page: &Page, count: usize, chance: &mut Chance) -> Vec<Draws> {
    let plans = Scenario::ALL.map(|scenario| plan(page, scenario));
    let shapes = shapes(page);
    let moments = moments(page);
    let course = course(page);
    let years = || {
        (0..page.horizon)
            .map(|_| Drawn::default())
            .collect::<Vec<_>>()
    };
    let mut all: Vec<Draws> = plans
        .iter()
        .map(|_| Draws {
            saving: years(),
            in_year: years(),
            balance: years(),
            ..Draws::default()
        })
        .collect();
    for _ in 0..count {
        let weights = weights(page, &shapes, chance);
        for (plan, drawn) in plans.iter().zip(&mut all) {
            let groups: Vec<Group> = plan
                .iter()
                .map(|(source, group)| Group {
                    weight: group.weight * weights[*source],
                    ..*group
                })
                .collect();
            let at = |t: usize| {
                let (moves, places) = saving(page, &groups, &moments[t]);
                moves.plus(places)
            };
            drawn.full_effect.take(at(0));
            let (mut total, mut balance) = (Sum::default(), Sum::of(page.opening_balance));
            for t in 1..=page.horizon {
                let saving = at(t);
                let paid = Sum::of(once(&page.grant, t)).minus(Sum::of(once(&page.investment, t)));
                let in_year = course.in_year[t].plus(saving).plus(paid);
                total = total.plus(saving);
                balance = balance.plus(in_year);
                drawn.saving[t - 1].take(saving);
                drawn.in_year[t - 1].take(in_year);
                drawn.balance[t - 1].take(balance);
            }
            drawn.total.take(total);
        }
    }
    all
}

/// Row and Gamma shape of everything that is drawn: the cases, then the imaginary children's
/// destinations, row by row.
fn shapes(page: &Page) -> Vec<(usize, f64)> {
    let all: f64 = page.rows.iter().map(|row| row.caseload).sum();
    let mut shapes: Vec<(usize, f64)> = page.cases.iter().map(|case| (case.from, 1.0)).collect();
    for p in 0..page.rows.len() {
        for q in 0..page.rows.len() {
            let spread = if all > 0.0 {
                0.5 * page.rows[q].caseload / all
            } else if p == q {
                0.5
            } else {
                0.0
            };
            let stays = if p == q { 0.5 } else { 0.0 };
            shapes.push((p, (spread + stays).min(1.0)));
        }
    }
    shapes
}

/// All Gammas, divided by the sum of their row's.
fn weights(page: &Page, shapes: &[(usize, f64)], chance: &mut Chance) -> Vec<f64> {
    let mut sums = vec![0.0; page.rows.len()];
    let mut all = Vec::with_capacity(shapes.len());
    for (row, shape) in shapes {
        let gamma = chance.gamma(*shape);
        sums[*row] += gamma;
        all.push(gamma);
    }
    for (gamma, (row, _)) in all.iter_mut().zip(shapes) {
        *gamma /= sums[*row];
    }
    all
}

/// Which of what is drawn goes where, and with which share of it.
fn plan(page: &Page, scenario: Scenario) -> Vec<(usize, Group)> {
    let mut plan = Vec::new();
    for (source, case) in page.cases.iter().enumerate() {
        for part in happens(page, scenario, case) {
            let group = Group {
                from: case.from,
                to: part.to,
                weight: part.share,
                value: part.value,
            };
            plan.push((source, group));
        }
    }
    let rows = page.rows.len();
    let moves = survival(page, scenario);
    for from in (0..rows).filter(|row| page.judged(*row) > 0) {
        for to in (0..rows).filter(|to| *to != from) {
            let group = Group {
                from,
                to,
                weight: moves,
                value: worth(page, from, to, 0.0),
            };
            plan.push((page.cases.len() + from * rows + to, group));
        }
    }
    plan
}
