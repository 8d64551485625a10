//! What carries the result (model.md §8): the program against the page read a second time, for
//! `exact`.

use dbv_case_review::projection::{Inputs, Projection, reversal, reversals};
use dbv_case_review::review::judgement::Payer;
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::text::CaseId;

use super::exact::Differences;
use super::reference::{Page, Sum, influence, sensitivity, worth};

/// The program leaves out of bars and lines what is less than half a penny.
const PENNY: f64 = 0.01;

/// Where the program and the page differ in §8.
pub fn compare(inputs: &Inputs, projection: &Projection, page: &Page, found: &mut Differences) {
    contested(projection, page, found);
    concentration(projection, page, found);
    break_even(projection, page, found);
    bars(projection, page, found);
    reversed(inputs, page, found);
    needed(inputs, projection, page, found);
}

fn contested(projection: &Projection, page: &Page, found: &mut Differences) {
    let given = &projection.contested;
    found.near("gross", given.gross_saving, influence::gross_saving(page));
    let disagrees = influence::contested(page, Stance::Disagrees);
    found.near("disagrees", given.disagrees, disagrees);
    let no_view = influence::contested(page, Stance::NoView);
    found.near("no view", given.no_view, no_view);
}

/// Which of several alike is named is nobody's business, so the list is judged by what it must be:
/// the largest, enough of them, and none too many.
fn concentration(projection: &Projection, page: &Page, found: &mut Differences) {
    let given = &projection.concentration;
    let gross = influence::gross_saving(page);
    if gross.value <= gross.noise() {
        // Nothing saves, or rounding cannot tell.
        let none = given.half_of_gross_saving_from.is_none();
        found.same(
            "concentration",
            none,
            projection.contested.gross_saving <= 0.0,
        );
        return;
    }
    let mut all: Vec<f64> = page
        .cases
        .iter()
        .map(|c| worth::contribution(page, c).value)
        .collect();
    all.sort_by(|a, b| b.total_cmp(a));
    let few = given.half_of_gross_saving_from.unwrap_or(0);
    found.same("cases named", given.cases.len(), few);
    let first = |n: usize| all.iter().take(n).sum::<f64>();
    let half = gross.value / 2.0;
    found.same("enough cases", first(few) >= half - gross.noise(), true);
    found.same(
        "no case too many",
        first(few - 1) < half + gross.noise(),
        true,
    );
    let mut named = Vec::new();
    for id in &given.cases {
        let case = page.cases.iter().find(|case| case.id == id.as_str());
        named.push(case.map_or(f64::NAN, |case| worth::contribution(page, case).value));
    }
    for (named, largest) in named.iter().zip(&all) {
        let largest = Sum {
            value: *largest,
            size: gross.size,
        };
        found.near("the largest first", *named, largest);
    }
    let mut ids: Vec<&CaseId> = given.cases.iter().collect();
    ids.sort();
    ids.dedup();
    found.same("each once", ids.len(), few);
}

fn break_even(projection: &Projection, page: &Page, found: &mut Differences) {
    let given = projection.break_even;
    let (without, lost) = influence::line(page);
    let slope = without.minus(lost);
    let at = without.value / slope.value;
    // How far rounding moves the point where the line meets 0.
    let noise = (without.noise() + slope.noise()) / slope.value.abs();
    match given.appeals {
        Some(x) => {
            found.same("break-even x depends on x", slope.value != 0.0, true);
            let close = (x - at).abs() <= noise * (1.0 + at.abs());
            found.same("break-even x is where the sum is 0", close, true);
            found.same("break-even x in 0..1", (0.0..=1.0).contains(&x), true);
        }
        None if slope.value.abs() > PENNY + slope.noise() => {
            let inside = at > noise && at < 1.0 - noise;
            found.same("no break-even x in 0..1", inside, false);
        }
        None => {}
    }
    let expected = influence::break_even_support(page);
    found.same(
        "break-even support",
        given.support.is_some(),
        expected.is_some(),
    );
    let support = given.support.unwrap_or(0.0);
    found.near("break-even support", support, expected.unwrap_or_default());
}

fn bars(projection: &Projection, page: &Page, found: &mut Differences) {
    let expected = sensitivity::bars(page);
    let given = &projection.sensitivity;
    let mut before = f64::INFINITY;
    for bar in given {
        let name = bar.input.to_string();
        let Some(expected) = expected.iter().find(|expected| expected.name == name) else {
            found.same("a bar of no known input", name, String::new());
            continue;
        };
        found.near(&format!("{name}, low"), bar.low, expected.low);
        found.near(&format!("{name}, high"), bar.high, expected.high);
        found.near(&format!("{name}, swing"), bar.swing, expected.swing);
        let what = format!("{name}, shortened");
        found.same(&what, bar.shortened, expected.shortened);
        let sorted = expected.swing.value <= before + expected.swing.noise();
        found.same(&format!("{name}, sorted by swing"), sorted, true);
        found.same(&format!("{name}, a swing"), bar.swing > 0.0, true);
        before = expected.swing.value;
    }
    for bar in &expected {
        let times = given
            .iter()
            .filter(|given| given.input.to_string() == bar.name)
            .count();
        let some = bar.swing.value > PENNY + bar.swing.noise();
        let right = times == 1 || (times == 0 && !some);
        found.same(
            &format!("{}, a bar of {}", bar.name, bar.swing.value),
            right,
            true,
        );
    }
}

fn reversed(inputs: &Inputs, page: &Page, found: &mut Differences) {
    let moving: Vec<&str> = page
        .cases
        .iter()
        .filter(|c| c.moves())
        .map(|c| c.id.as_str())
        .collect();
    // All at once takes the square of the cases: of thousands, the first few one by one.
    let given = if page.cases.len() < 200 {
        let all = reversals(inputs);
        let ids: Vec<&str> = all.iter().map(|one| one.id.as_str()).collect();
        found.same("reversals", ids, moving);
        all
    } else {
        let few = moving.iter().take(3).map(|id| CaseId::new(*id).unwrap());
        few.filter_map(|id| reversal(inputs, &id)).collect()
    };
    for one in &given {
        let [contributions, full_effect, total] = influence::reversal(page, one.id.as_str());
        found.near("reversal, contributions", one.contributions, contributions);
        found.near("reversal, A", one.full_effect, full_effect);
        found.near("reversal, total", one.total_saving, total);
    }
}

/// Children who will have moved against the places stated; what is not in place today; what would
/// fall to others.
fn needed(inputs: &Inputs, projection: &Projection, page: &Page, found: &mut Differences) {
    let given = &projection.needs.places;
    let rows = (0..page.rows.len()).filter(|row| {
        let mut moving = page.cases.iter().filter(|case| case.moves());
        moving.any(|case| case.ideal == *row)
    });
    let rows: Vec<usize> = rows.collect();
    found.same("rows that need places", given.len(), rows.len());
    for (given, row) in given.iter().zip(rows) {
        let (moved_in, stated) = influence::moved_in(page, row);
        found.same(
            "row",
            given.provision.as_str(),
            page.rows[row].code.as_str(),
        );
        found.same("places stated", &given.stated, &stated);
        found.same("years of places", given.moved_in.len(), moved_in.len());
        for (given, expected) in given.moved_in.iter().zip(moved_in) {
            found.near("moved in", *given, Sum::of(expected));
        }
    }
    let needs = &projection.needs;
    let conditions: Vec<&str> = needs.conditions.iter().map(|u| u.case.as_str()).collect();
    found.same("conditions", conditions, influence::unmet(inputs, page));
    for payer in Payer::ALL {
        let mut theirs = needs.shifted.iter().filter(|one| one.payer == payer);
        let given = theirs.next().map_or(0.0, |one| one.per_year);
        found.near("shifted", given, influence::shifted(inputs, page, payer));
        found.same("one line a payer", theirs.next().is_none(), true);
    }
}
