//! What the current course lacks before it says anything, and what of it is not known.

use crate::review::setup::Setup;
use crate::ui::words;

/// What is missing, in sentences; empty where there is enough for a forecast.
pub fn missing(setup: &Setup) -> Vec<&'static str> {
    let rows = &setup.provisions;
    let mut missing = Vec::new();
    let there = |row: &&crate::review::provision::Provision| row.caseload.get() > 0.0;
    if !rows.iter().any(|row| there(&row)) {
        missing.push("No children yet: type how many there are in each kind of provision.");
    } else if !rows.iter().filter(there).any(|row| row.unit_cost.is_some()) {
        missing.push("No cost yet: type what a place costs in at least one kind of provision.");
    }
    if setup.baseline.allocation.get() == 0.0 {
        missing.push("No allocation yet: without it there is no balance to forecast.");
    }
    missing
}

/// Which costs are not known, so that spend is at least what is shown.
pub fn not_known(setup: &Setup) -> Option<String> {
    let rows = setup.provisions.iter();
    let unknown: Vec<&str> = rows
        .filter(|row| row.unit_cost.is_none() && row.caseload.get() > 0.0)
        .map(|row| row.name())
        .collect();
    (!unknown.is_empty()).then(|| {
        format!(
            "Not known, and not in these figures: what {} cost. So spend is at least this much, and balances are at most this.",
            words::a_few(&unknown)
        )
    })
}
