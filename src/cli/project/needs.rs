//! What following the panel would need (model.md §8), in words and as JSON: places, conditions
//! that are not in place today, support that would fall to others, appeals.

use std::fmt::Write as _;

use serde::Serialize;

use super::super::words::{count, exact, listed, thousands};
use super::plain;
use crate::exchange::payer_code;
use crate::projection::{Needs, PlacesNeeded, Projection, Scenario, Unmet};
use crate::review::judgement::Condition;
use crate::review::setup::Setup;
use crate::review::text::{CaseId, ProvisionCode};

/// The needs as JSON.
#[derive(Serialize)]
pub(super) struct NeedsPart<'a> {
    places: Vec<Places<'a>>,
    conditions: Vec<ConditionPart<'a>>,
    shifted: Vec<ShiftedPart>,
}

#[derive(Serialize)]
struct Places<'a> {
    provision: &'a ProvisionCode,
    by_year: Vec<PlacesYear<'a>>,
}

#[derive(Serialize)]
struct PlacesYear<'a> {
    t: usize,
    year: &'a str,
    moved_in: f64,
    places_stated: Option<f64>,
}

#[derive(Serialize)]
struct ConditionPart<'a> {
    case: &'a CaseId,
    what: &'a str,
    by_when: &'a str,
    one_off: Option<f64>,
    yearly: Option<f64>,
    payer: Option<&'static str>,
}

#[derive(Serialize)]
struct ShiftedPart {
    payer: &'static str,
    per_year: f64,
}

/// The needs as the contract has them.
pub(super) fn part(projection: &Projection) -> NeedsPart<'_> {
    let Needs {
        places,
        conditions,
        shifted,
    } = &projection.needs;
    NeedsPart {
        places: places.iter().map(|row| row_part(projection, row)).collect(),
        conditions: conditions.iter().map(condition_part).collect(),
        shifted: shifted
            .iter()
            .map(|shifted| ShiftedPart {
                payer: payer_code(shifted.payer),
                per_year: plain(shifted.per_year),
            })
            .collect(),
    }
}

fn row_part<'a>(projection: &'a Projection, row: &'a PlacesNeeded) -> Places<'a> {
    let years = projection.unmitigated.years.iter().skip(1);
    let moved = years.zip(&row.moved_in).enumerate();
    Places {
        provision: &row.provision,
        by_year: moved
            .map(|(at, (year, moved_in))| PlacesYear {
                t: year.t,
                year: &year.year,
                moved_in: plain(*moved_in),
                places_stated: row.stated.as_ref().and_then(|s| s.get(at).copied()),
            })
            .collect(),
    }
}

fn condition_part(unmet: &Unmet) -> ConditionPart<'_> {
    let condition = &unmet.condition;
    ConditionPart {
        case: &unmet.case,
        what: &condition.what,
        by_when: &condition.by_when,
        one_off: condition.one_off.map(|cost| plain(cost.get())),
        yearly: condition.yearly.map(|cost| plain(cost.get())),
        payer: condition.payer.map(payer_code),
    }
}

/// The needs in words. Nothing where no case moves, nothing is missing and nothing is shifted.
pub(super) fn text(setup: &Setup, projection: &Projection, out: &mut String) {
    let needs = &projection.needs;
    let Some(last) = projection.unmitigated.years.last() else {
        return;
    };
    let appeals = projection.scenario(Scenario::TribunalTested);
    let appeals: f64 = appeals.map_or(0.0, |tested| {
        tested.by_year.iter().map(|year| year.appeals).sum()
    });
    if *needs == Needs::default() && appeals == 0.0 {
        return;
    }
    let _ = writeln!(
        out,
        "\nWhat it would need if the panel were followed, n = {} (points of a straight \
         extrapolation):",
        projection.counted
    );
    for row in &needs.places {
        let name = setup.provision_name(&row.provision);
        let moved = row.moved_in.last().copied().unwrap_or(0.0);
        let stated = row.stated.as_ref().and_then(|stated| stated.last());
        let stated = match stated {
            None => "no limit to places stated".to_owned(),
            Some(places) => format!("places stated: {}", thousands(*places)),
        };
        let _ = writeln!(
            out,
            "- {name}: {} will have moved there by the end of {}; {stated}",
            count_of_children(moved),
            last.year
        );
    }
    conditions(needs, out);
    for shifted in &needs.shifted {
        let _ = writeln!(
            out,
            "- Support that would fall to others, and is in no saving: {} a year to {}",
            exact(shifted.per_year),
            shifted.payer.label()
        );
    }
    if appeals > 0.0 {
        let _ = writeln!(
            out,
            "- Expected appeals by the end of {}, if {:.0}% of families in contested cases \
             appealed, as the baseline says: {} (contested: {})",
            last.year,
            setup.baseline.appeal_share.get() * 100.0,
            thousands(appeals),
            contested_cases(projection)
        );
    }
}

fn conditions(needs: &Needs, out: &mut String) {
    if needs.conditions.is_empty() {
        return;
    }
    let (once, no_once) = needs.one_off();
    let (yearly, no_yearly) = needs.yearly();
    let _ = writeln!(
        out,
        "- {} not in place today, as entered, once for each case and never scaled: {} once ({} \
         without a figure), {} a year ({} without a figure)",
        count(needs.conditions.len(), "condition", "conditions"),
        exact(once),
        no_once,
        exact(yearly),
        no_yearly
    );
    for unmet in &needs.conditions {
        let _ = writeln!(out, "    {}: {}", unmet.case, in_words(&unmet.condition));
    }
}

fn in_words(condition: &Condition) -> String {
    let mut more = Vec::new();
    if condition.by_when.says_something() {
        more.push(format!("by {}", condition.by_when.trim()));
    }
    more.extend(
        condition
            .one_off
            .map(|cost| format!("{} once", exact(cost.get()))),
    );
    more.extend(
        condition
            .yearly
            .map(|cost| format!("{} a year", exact(cost.get()))),
    );
    more.extend(
        condition
            .payer
            .map(|payer| format!("would be paid by: {}", payer.label())),
    );
    let what = condition.what.trim();
    if more.is_empty() {
        what.to_owned()
    } else {
        format!("{what} ({})", more.join("; "))
    }
}

fn count_of_children(children: f64) -> String {
    match thousands(children).as_str() {
        "1" => "1 child".to_owned(),
        many => format!("{many} children"),
    }
}

/// "8 of 24 cases: C02, C09".
pub(super) fn contested_cases(projection: &Projection) -> String {
    let cases = projection.cases.iter().filter(|case| case.contested);
    let ids: Vec<_> = cases.map(|case| &case.id).collect();
    let of = count(projection.counted, "case", "cases");
    format!("{} of {of}: {}", ids.len(), listed(&ids))
}
