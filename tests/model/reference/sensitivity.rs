//! model.md §8: the panel's saving over the horizon with each input in turn 10% lower and higher.

use super::years::panel;
use super::{Page, Sum};

/// One input's bar.
pub struct Bar {
    pub name: String,
    pub low: Sum,
    pub high: Sum,
    /// Largest minus smallest of low, base, high.
    pub swing: Sum,
    pub shortened: bool,
}

/// The bars of all inputs, zero swings included, in no order.
pub fn bars(page: &Page) -> Vec<Bar> {
    let base = panel(page).0;
    let known = page.rows.iter().filter(|row| row.cost.is_some());
    let costs = known.map(|row| format!("unit_cost:{}", row.code));
    let others = [
        "support_costs",
        "transition_share",
        "growth",
        "inflation",
        "ramp",
        "first_year_share",
        "realisation",
    ];
    costs
        .chain(others.map(str::to_owned))
        .map(|name| {
            let (low, high) = (times(page, &name, 0.9), times(page, &name, 1.1));
            let (low, high, shortened) = (panel(&low.0).0, panel(&high.0).0, high.1);
            let all = [low.value, base.value, high.value];
            let largest = all.into_iter().fold(f64::NEG_INFINITY, f64::max);
            let smallest = all.into_iter().fold(f64::INFINITY, f64::min);
            let swing = Sum {
                value: largest - smallest,
                size: low.size + base.size + high.size,
            };
            Bar {
                name,
                low,
                high,
                swing,
                shortened,
            }
        })
        .collect()
}

/// The page with one input times a factor, and whether a share was capped at 1.
fn times(page: &Page, name: &str, factor: f64) -> (Page, bool) {
    let mut page = page.clone();
    let mut capped = false;
    let mut share = |share: f64| {
        if share * factor > 1.0 {
            capped = true;
            return 1.0;
        }
        share * factor
    };
    match name {
        "support_costs" => {
            for case in &mut page.cases {
                case.support *= factor;
            }
        }
        "transition_share" => {
            for row in &mut page.rows {
                row.transition = share(row.transition);
            }
        }
        "growth" => {
            for row in &mut page.rows {
                row.growth *= factor;
            }
        }
        "inflation" => page.inflation *= factor,
        "ramp" => {
            if page.ramp.is_empty() {
                page.ramp = vec![1.0];
            }
            // Entries past H are ignored (§1).
            page.ramp.truncate(page.horizon);
            for followed in &mut page.ramp {
                *followed = share(*followed);
            }
        }
        "first_year_share" => page.first_year_share = share(page.first_year_share),
        "realisation" => page.realisation = share(page.realisation),
        cost => {
            for row in &mut page.rows {
                if cost == format!("unit_cost:{}", row.code) {
                    row.cost = row.cost.map(|cost| cost * factor);
                    row.avoidable = row.avoidable.map(|cost| cost * factor);
                }
            }
        }
    }
    (page, capped)
}
