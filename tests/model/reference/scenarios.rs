//! model.md §7: what happens to each counted case in the five scenarios.

use dbv_case_review::projection::Scenario;
use dbv_case_review::review::stance::Stance;

use super::worth::{stands_for, worth};
use super::years::{Moment, moments};
use super::{Case, Page, Sum};

/// The share of a case's children that goes to a row, and what that is worth per child; `None`:
/// unpriced.
pub struct Part {
    pub share: f64,
    pub to: usize,
    pub value: Option<Sum>,
}

pub fn happens(page: &Page, scenario: Scenario, case: &Case) -> Vec<Part> {
    let goes = |share: f64, to: usize, support: f64| Part {
        share,
        to,
        value: worth(page, case.from, to, support),
    };
    let judged = |share: f64| goes(share, case.ideal, case.support);
    let stays = |share: f64| goes(share, case.from, 0.0);
    let agrees = case.stance == Stance::Agrees || case.stance == Stance::AgreesWithConditions;
    if case.reversed {
        return vec![stays(1.0)];
    }
    match scenario {
        Scenario::Panel => vec![judged(1.0)],
        Scenario::PossibleToday => {
            if case.moves() && case.blocked {
                vec![stays(1.0)]
            } else {
                vec![judged(1.0)]
            }
        }
        Scenario::ParentsAgree => {
            if case.moves() && !agrees {
                vec![stays(1.0)]
            } else {
                vec![judged(1.0)]
            }
        }
        Scenario::ParentsIdeals => match case.parents {
            Some(own) if own == case.ideal => vec![judged(1.0)],
            Some(own) => vec![goes(1.0, own, 0.0)],
            None if agrees => vec![judged(1.0)],
            None => vec![stays(1.0)],
        },
        Scenario::TribunalTested => {
            if !is_contested(page, case) || case.parents == Some(case.ideal) {
                return vec![judged(1.0)];
            }
            let lost = match case.parents {
                None => stays(page.x),
                Some(own) if own == case.from => stays(page.x),
                Some(own) => goes(page.x, own, 0.0),
            };
            vec![judged(1.0 - page.x), lost]
        }
    }
}

/// Disagrees, or no view on a move to a lower tier.
pub fn is_contested(page: &Page, case: &Case) -> bool {
    let lower = page.rows[case.ideal].tier < page.rows[case.from].tier;
    case.stance == Stance::Disagrees || (case.stance == Stance::NoView && lower)
}

/// §6: the proportion in which the panel's moves happen.
pub fn survival(page: &Page, scenario: Scenario) -> f64 {
    let moving: Vec<&Case> = page.cases.iter().filter(|case| case.moves()).collect();
    if scenario == Scenario::ParentsIdeals || moving.is_empty() {
        return 1.0;
    }
    let mut as_said = 0.0;
    for case in &moving {
        for part in happens(page, scenario, case) {
            if part.to == case.ideal {
                as_said += part.share;
            }
        }
    }
    as_said / moving.len() as f64
}

/// N_p v_i / n_p in the scenario.
pub fn contribution(page: &Page, scenario: Scenario, case: &Case) -> Sum {
    let parts = happens(page, scenario, case);
    let value = Sum::all(
        parts
            .iter()
            .map(|part| part.value.unwrap_or_default().times(part.share)),
    );
    value.times(stands_for(page, case))
}

/// Expected appeals in year t: α Σ_contested w_i max(0, N_p(t) D_p(t) − N_p(t−1) D_p(t−1)).
pub fn appeals(page: &Page, t: usize) -> Sum {
    let now: Moment = moments(page).swap_remove(t);
    let before: Option<Moment> = (t > 1).then(|| moments(page).swap_remove(t - 1));
    let contested = page.cases.iter().filter(|case| is_contested(page, case));
    let at_decision = contested.map(|case| {
        let by_now = now.decided[case.from];
        let by_then = before.as_ref().map_or(0.0, |year| year.decided[case.from]);
        let size = by_now + by_then;
        let value = (by_now - by_then).max(0.0);
        Sum { value, size }.times(1.0 / page.judged(case.from) as f64)
    });
    Sum::all(at_decision).times(page.appeal_share)
}
