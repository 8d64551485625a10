//! model.md §3 and §4: what one judgement is worth, and from the cases to the council.

use super::{Case, Page, Sum};

/// v(p→q, s) = a_p − c_q − s; staying is worth −s. `None`: unpriced.
pub fn worth(page: &Page, from: usize, to: usize, support: f64) -> Option<Sum> {
    if from == to {
        return Some(Sum::of(-support));
    }
    let avoidable = Sum::of(page.rows[from].avoidable?);
    let cost = Sum::of(page.rows[to].cost?);
    Some(avoidable.minus(cost).minus(Sum::of(support)))
}

/// N_p / n_p.
pub fn stands_for(page: &Page, case: &Case) -> f64 {
    page.rows[case.from].caseload / page.judged(case.from) as f64
}

/// N_p v_i / n_p as judged, an unpriced move at 0.
pub fn contribution(page: &Page, case: &Case) -> Sum {
    let value = worth(page, case.from, case.ideal, case.support);
    value.unwrap_or_default().times(stands_for(page, case))
}

/// c_q − a_q; nothing where a cost is unknown.
pub fn credit(page: &Page, row: usize) -> Sum {
    match (page.rows[row].cost, page.rows[row].avoidable) {
        (Some(cost), Some(avoidable)) => Sum::of(cost).minus(Sum::of(avoidable)),
        _ => Sum::default(),
    }
}

/// Codes of provisions with children and without a counted case.
pub fn not_covered(page: &Page) -> Vec<&str> {
    let rows = page.rows.iter().enumerate();
    rows.filter(|(p, row)| row.caseload > 0.0 && page.judged(*p) == 0)
        .map(|(_, row)| row.code.as_str())
        .collect()
}

/// The share of the caseload that is covered, and that of the table's known spend.
pub fn covered(page: &Page) -> (Option<f64>, Option<f64>) {
    let share = |of: &dyn Fn(usize) -> f64| {
        let all: f64 = (0..page.rows.len()).map(of).sum();
        let rows = (0..page.rows.len()).filter(|p| page.judged(*p) > 0);
        let covered: f64 = rows.map(of).sum();
        (all > 0.0).then(|| covered / all)
    };
    let caseload = |p: usize| page.rows[p].caseload;
    let spend = |p: usize| page.rows[p].caseload * page.rows[p].cost.unwrap_or(0.0);
    (share(&caseload), share(&spend))
}
