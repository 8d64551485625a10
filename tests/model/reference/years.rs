//! model.md §4 and §5: the value of moves and the places used again, at full effect and year by
//! year.

use dbv_case_review::projection::Scenario;

use super::course::{Course, course};
use super::scenarios::{appeals, contribution, happens, survival};
use super::worth::credit;
use super::{Page, Sum, in_year, once};

/// What of the rows matters at full effect, or in one year. By row.
pub struct Moment {
    /// Children in effect: N_p at full effect, N_p(t) E_p(t) in a year.
    pub effect: Vec<f64>,
    /// N_p(t) D_p(t).
    pub decided: Vec<f64>,
    /// max(0, N_q(t) − N_q), a difference of two caseloads.
    pub grown: Vec<Sum>,
    /// L_q(t).
    pub places: Vec<Option<f64>>,
    /// κ (1+π)^t.
    pub factor: f64,
}

/// Full effect at 0, then t = 1..H.
pub fn moments(page: &Page) -> Vec<Moment> {
    let caseloads: Vec<f64> = page.rows.iter().map(|row| row.caseload).collect();
    let full_effect = Moment {
        effect: caseloads.clone(),
        decided: caseloads,
        grown: vec![Sum::default(); page.rows.len()],
        places: vec![None; page.rows.len()],
        factor: 1.0,
    };
    let mut all = vec![full_effect];
    all.extend((1..=page.horizon).map(|t| year(page, t)));
    all
}

fn year(page: &Page, t: usize) -> Moment {
    let children = |p: usize| page.rows[p].caseload * (1.0 + page.rows[p].growth).powi(t as i32);
    let effect = |p: usize| {
        let before = decided_share(page, p, t - 1);
        let now = decided_share(page, p, t);
        children(p) * (before + page.first_year_share * (now - before))
    };
    let grown = |p: usize| Sum {
        value: (children(p) - page.rows[p].caseload).max(0.0),
        size: if page.rows[p].growth == 0.0 {
            0.0
        } else {
            children(p) + page.rows[p].caseload
        },
    };
    let rows = 0..page.rows.len();
    Moment {
        effect: rows.clone().map(effect).collect(),
        decided: rows
            .clone()
            .map(|p| children(p) * decided_share(page, p, t))
            .collect(),
        grown: rows.clone().map(grown).collect(),
        places: rows.map(|p| in_year(&page.rows[p].places, t)).collect(),
        factor: page.realisation * (1.0 + page.inflation).powi(t as i32),
    }
}

/// D_p(t) = min(1, τ_p Σ_{s≤t} ρ_s), D_p(0) = 0.
fn decided_share(page: &Page, p: usize, t: usize) -> f64 {
    let followed: f64 = (1..=t).map(|s| in_year(&page.ramp, s).unwrap_or(1.0)).sum();
    (page.rows[p].transition * followed).min(1.0)
}

/// A part of the children of a row who go to another, or stay.
#[derive(Clone, Copy)]
pub struct Group {
    pub from: usize,
    pub to: usize,
    /// Share of the row's children.
    pub weight: f64,
    /// Per child; `None`: unpriced.
    pub value: Option<Sum>,
}

/// The counted cases with w_i = 1/n_p.
pub fn judged(page: &Page, scenario: Scenario) -> Vec<Group> {
    let mut groups = Vec::new();
    for case in &page.cases {
        let weight = 1.0 / page.judged(case.from) as f64;
        for part in happens(page, scenario, case) {
            groups.push(Group {
                from: case.from,
                to: part.to,
                weight: weight * part.share,
                value: part.value,
            });
        }
    }
    groups
}

/// The value of moves and support, and of places used again.
pub fn saving(page: &Page, groups: &[Group], at: &Moment) -> (Sum, Sum) {
    let rows = page.rows.len();
    let mut to_place = vec![0.0; rows];
    for group in groups.iter().filter(|group| group.from != group.to) {
        to_place[group.to] += at.decided[group.from] * group.weight;
    }
    let lambda = |q: usize| match at.places[q] {
        Some(places) if places < to_place[q] => places / to_place[q],
        _ => 1.0,
    };
    let lambda: Vec<f64> = (0..rows).map(lambda).collect();
    let mut value = Sum::default();
    let (mut out, mut into) = (vec![0.0; rows], vec![0.0; rows]);
    for group in groups {
        let Some(per_child) = group.value else {
            continue;
        };
        let mut children = at.effect[group.from] * group.weight;
        if group.from != group.to {
            children *= lambda[group.to];
            out[group.from] += children;
            into[group.to] += children;
        }
        value = value.plus(per_child.times(children));
    }
    let mut again = Sum::default();
    for q in 0..rows {
        let used = f64::min(out[q], into[q] + at.grown[q].value);
        let rounding = if out[q] > 0.0 { at.grown[q].size } else { 0.0 };
        let credit = credit(page, q);
        again = again.plus(Sum {
            value: credit.value * used,
            size: credit.size * (used + rounding),
        });
    }
    (value.times(at.factor), again.times(at.factor))
}

/// One scenario without draws.
pub struct Answer {
    pub contributions: Sum,
    pub gross_saving: Sum,
    pub gross_cost: Sum,
    pub places: Sum,
    pub full_effect: Sum,
    pub survival: f64,
    pub total: Sum,
    pub final_balance: Sum,
    /// t = 1..H.
    pub years: Vec<Year>,
}

pub struct Year {
    pub saving: Sum,
    pub places: Sum,
    pub in_year: Sum,
    pub balance: Sum,
    pub appeals: Sum,
}

pub fn answer(page: &Page, scenario: Scenario) -> Answer {
    let groups = judged(page, scenario);
    let moments = moments(page);
    let course = course(page);
    let years = years(page, scenario, &groups, &moments, &course);
    let all: Vec<Sum> = page
        .cases
        .iter()
        .map(|case| contribution(page, scenario, case))
        .collect();
    let sizes: f64 = all.iter().map(|one| one.size).sum();
    // What saves and what costs is a question of the sign, which parts that cancel leave open.
    let gross = |keep: fn(f64) -> f64| Sum {
        value: all.iter().map(|one| keep(one.value)).sum(),
        size: sizes,
    };
    let (moves, places) = saving(page, &groups, &moments[0]);
    Answer {
        contributions: Sum::all(all.iter().copied()),
        gross_saving: gross(|value| value.max(0.0)),
        gross_cost: gross(|value| value.min(0.0)),
        places,
        full_effect: moves.plus(places),
        survival: survival(page, scenario),
        total: Sum::all(years.iter().map(|year| year.saving)),
        final_balance: years.last().unwrap().balance,
        years,
    }
}

fn years(
    page: &Page,
    scenario: Scenario,
    groups: &[Group],
    moments: &[Moment],
    course: &Course,
) -> Vec<Year> {
    let mut balance = Sum::of(page.opening_balance);
    (1..=page.horizon)
        .map(|t| {
            let (moves, places) = saving(page, groups, &moments[t]);
            let saving = moves.plus(places);
            let paid = Sum::of(once(&page.grant, t)).minus(Sum::of(once(&page.investment, t)));
            let in_year = course.in_year[t].plus(saving).plus(paid);
            balance = balance.plus(in_year);
            let appeals = match scenario {
                Scenario::TribunalTested => appeals(page, t),
                _ => Sum::default(),
            };
            Year {
                saving,
                places,
                in_year,
                balance,
                appeals,
            }
        })
        .collect()
}

/// The panel's saving over the horizon, and A.
pub fn panel(page: &Page) -> (Sum, Sum) {
    let groups = judged(page, Scenario::Panel);
    let all: Vec<Sum> = moments(page)
        .iter()
        .map(|moment| {
            let (moves, places) = saving(page, &groups, moment);
            moves.plus(places)
        })
        .collect();
    (Sum::all(all[1..].iter().copied()), all[0])
}
