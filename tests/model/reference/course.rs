//! model.md §2: the current course.

use super::{Page, Sum, in_year};

/// t = 0..H.
pub struct Course {
    pub at_least: bool,
    pub spend: Vec<Sum>,
    pub allocation: Vec<Sum>,
    pub in_year: Vec<Sum>,
    pub balance: Vec<Sum>,
}

/// U, F, b and B.
pub fn course(page: &Page) -> Course {
    let years = 0..=page.horizon;
    let spend: Vec<Sum> = years.clone().map(|t| spend(page, t)).collect();
    let allocation: Vec<Sum> = years.clone().map(|t| allocation(page, t)).collect();
    let in_year: Vec<Sum> = years.map(|t| allocation[t].minus(spend[t])).collect();
    let mut balance = vec![Sum::of(page.opening_balance)];
    for t in 1..=page.horizon {
        balance.push(balance[t - 1].plus(in_year[t]));
    }
    Course {
        // An unknown cost of nobody leaves nothing out.
        at_least: page
            .rows
            .iter()
            .any(|r| r.cost.is_none() && r.caseload > 0.0),
        spend,
        allocation,
        in_year,
        balance,
    }
}

/// U(t) = (1+π)^t (Σ_p N_p(t) c_p + O).
fn spend(page: &Page, t: usize) -> Sum {
    let placed = page.rows.iter().filter_map(|row| {
        let children = row.caseload * (1.0 + row.growth).powi(t as i32);
        Some(Sum::of(children * row.cost?))
    });
    let price = (1.0 + page.inflation).powi(t as i32);
    Sum::all(placed)
        .plus(Sum::of(page.other_spend))
        .times(price)
}

/// F(t) = F(t−1)(1+f_t).
fn allocation(page: &Page, t: usize) -> Sum {
    if t == 0 {
        return Sum::of(page.allocation);
    }
    let growth = in_year(&page.allocation_growth, t).unwrap_or(0.0);
    allocation(page, t - 1).times(1.0 + growth)
}
