//! When what is judged takes effect (model.md §5): children move at decision points only, a move
//! in September covers part of its first year, and places may be short.

use crate::review::baseline::repeating;

use super::council::{Council, Row};
use super::explanation::{Factor, Figure, Rule, Source, Term, Unit};
use super::forecast::{grown, power};
use super::notes::{Notes, Silent};

/// The children concerned at one moment: a year t = 1..H, or the time when every child has passed
/// a decision point (§4). By row of the table.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    /// Children there: N_p(t); at full effect N_p.
    pub children: Vec<f64>,
    /// Share of them in effect: E_p(t); at full effect 1.
    pub share: Vec<f64>,
    /// Children in effect: N_p(t) E_p(t); at full effect N_p.
    pub effect: Vec<f64>,
    /// Children decided by the end of the year, for the places limits: N_p(t) D_p(t).
    pub decided: Vec<f64>,
    /// Children of the forecast growth: max(0, N_q(t) − N_q); at full effect none.
    pub grown: Vec<f64>,
    /// Extra places stated, L_q(t); infinite = no limit stated.
    pub places: Vec<f64>,
    /// κ (1+π)^t; at full effect 1.
    pub factor: f64,
}

/// All moments of a council.
#[derive(Clone, Debug)]
pub(super) struct Timeline {
    /// Full effect first, then t = 1..H.
    pub moments: Vec<Moment>,
}

impl Timeline {
    /// The timeline of this council (§5).
    pub fn of(council: &Council) -> Self {
        let years = (1..=council.horizon).map(|t| year(council, t));
        Self {
            moments: std::iter::once(full_effect(council)).chain(years).collect(),
        }
    }

    /// N_p(t) D_p(t), t = 0..H.
    pub fn decided(&self, row: usize, t: usize) -> f64 {
        if t == 0 {
            return 0.0;
        }
        self.moments[t].decided[row]
    }
}

/// D_p(t) = min(1, τ_p Σ_{s≤t} ρ_s), D_p(0) = 0.
pub(super) fn decided_share(
    council: &Council,
    row: usize,
    t: usize,
    notes: &mut impl Notes,
) -> f64 {
    let ramp: f64 = (1..=t)
        .map(|s| repeating(&council.ramp, s).unwrap_or(1.0))
        .sum();
    let transition = council.rows[row].transition;
    notes.rule(Rule::Least);
    notes.term(|| {
        let what = "all of them";
        Term::single(Factor::new(what, 1.0, Unit::Share, Source::Worked))
    });
    notes.term(|| {
        let reach = "of them reach a decision point in a year";
        let follow = "years so far, as far as the new practice is followed";
        let factors = vec![
            Factor::new(
                reach,
                transition,
                Unit::Share,
                Source::Table(council.rows[row].code.clone()),
            ),
            Factor::new(follow, ramp, Unit::Factor, Source::Baseline),
        ];
        Term::plus("have passed one", transition * ramp, factors)
    });
    (transition * ramp).min(1.0)
}

/// E_p(t) = D_p(t−1) + φ (D_p(t) − D_p(t−1)).
pub(super) fn share_in_effect(
    council: &Council,
    row: usize,
    t: usize,
    notes: &mut impl Notes,
) -> f64 {
    let share = |t| decided_share(council, row, t, &mut Silent);
    let (before, now) = (share(t - 1), share(t));
    let first_year = council.first_year;
    let decided = |t: usize, share: f64| {
        let what = format!("decided by the end of year {t}");
        Factor::figure(
            what,
            share,
            Unit::Share,
            Figure::Decided(council.rows[row].code.clone(), t),
        )
    };
    let part = || {
        let what = "of the first year";
        Factor::new(what, first_year, Unit::Share, Source::Baseline)
    };
    notes.term(|| Term::single(decided(t - 1, before)));
    notes.term(|| {
        let what = "decided by the end of this year, for part of it";
        Term::plus(what, now * first_year, vec![decided(t, now), part()])
    });
    notes.term(|| {
        let what = "of whom decided before";
        let factors = vec![decided(t - 1, before), part()];
        Term::less(what, before * first_year, factors)
    });
    before + first_year * (now - before)
}

/// N_p(t) × D_p(t), to note.
pub(super) fn decided_factors(
    council: &Council,
    timeline: &Timeline,
    row: usize,
    t: usize,
) -> Vec<Factor> {
    let code = || council.rows[row].code.clone();
    let children = match t {
        0 => council.rows[row].caseload,
        t => timeline.moments[t].children[row],
    };
    let what = format!("children in {}", council.rows[row].name);
    let decided = decided_share(council, row, t, &mut Silent);
    vec![
        Factor::figure(what, children, Unit::Children, Figure::Children(code(), t)),
        Factor::figure(
            "of them decided",
            decided,
            Unit::Share,
            Figure::Decided(code(), t),
        ),
    ]
}

/// max(0, N_p(t) − N_p), children of the forecast growth.
pub(super) fn growth(council: &Council, row: usize, t: usize, notes: &mut impl Notes) -> f64 {
    let Row {
        caseload,
        growth,
        code,
        ..
    } = &council.rows[row];
    let children = grown(*caseload, *growth, t);
    notes.rule(Rule::NotBelowNought);
    notes.term(|| {
        let figure = Figure::Children(code.clone(), t);
        let what = "children there then";
        Term::single(Factor::figure(what, children, Unit::Children, figure))
    });
    notes.term(|| {
        let what = "children there in the base year";
        let entered = Source::Table(code.clone());
        Term::single_less(Factor::new(what, *caseload, Unit::Children, entered))
    });
    (children - caseload).max(0.0)
}

fn year(council: &Council, t: usize) -> Moment {
    let rows = 0..council.rows.len();
    let by_row = |figure: &dyn Fn(usize) -> f64| rows.clone().map(figure).collect::<Vec<f64>>();
    let children = by_row(&|p| grown(council.rows[p].caseload, council.rows[p].growth, t));
    let share = by_row(&|p| share_in_effect(council, p, t, &mut Silent));
    Moment {
        effect: by_row(&|p| children[p] * share[p]),
        decided: by_row(&|p| children[p] * decided_share(council, p, t, &mut Silent)),
        grown: by_row(&|p| growth(council, p, t, &mut Silent)),
        places: by_row(&|p| repeating(&council.rows[p].places, t).unwrap_or(f64::INFINITY)),
        factor: council.realisation * power(1.0 + council.inflation, t),
        children,
        share,
    }
}

/// Once every child has passed a decision point, without timing, limits and κ (§4).
fn full_effect(council: &Council) -> Moment {
    let caseloads: Vec<f64> = council.rows.iter().map(|row| row.caseload).collect();
    let rows = council.rows.len();
    Moment {
        children: caseloads.clone(),
        share: vec![1.0; rows],
        decided: caseloads.clone(),
        effect: caseloads,
        grown: vec![0.0; rows],
        places: vec![f64::INFINITY; rows],
        factor: 1.0,
    }
}
