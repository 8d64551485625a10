//! `project` for reading: every figure with its n, its range and what it covers.

use std::fmt::Write as _;

use super::super::words::{alike, count, exact, listed, money, thousands};
use super::{findings, judged_aside, needs};
use crate::findings::Findings;
use crate::guidance::consequence;
use crate::projection::{FEW, Input, Projection, Ranged, Scenario, ScenarioFigures, held};
use crate::review::Review;
use crate::review::setup::Setup;

/// The projection in words, and what the judged cases show.
pub(super) fn text(review: &Review, findings: &Findings, projection: &Projection) -> String {
    let mut out = String::new();
    heading(review, projection, &mut out);
    current_course(projection, &mut out);
    if projection.counted == 0 {
        line(
            &mut out,
            "\nNo case counts yet, so nothing can be said about savings. A case counts once its \
             judgement is recorded with a parent’s perspective and is not “cannot tell”. (The \
             figures for scripts are 0 because nothing is known, not because nothing would be \
             saved.)",
        );
    } else {
        cautions(review.setup(), projection, &mut out);
        scenarios(projection, &mut out);
        by_year(projection, &mut out);
        carries(projection, &mut out);
        sensitivity(review.setup(), projection, &mut out);
        needs::text(review.setup(), projection, &mut out);
    }
    out.push('\n');
    out.push_str(&findings::text(review.setup(), findings));
    out
}

fn line(out: &mut String, text: impl AsRef<str>) {
    out.push_str(text.as_ref());
    out.push('\n');
}

fn heading(review: &Review, projection: &Projection, out: &mut String) {
    let setup = review.setup();
    let tally = &projection.tally;
    let _ = writeln!(out, "{} · {}", setup.title, setup.local_authority);
    let _ = writeln!(
        out,
        "{} in the review: {} complete, {} not; n = {} counted here",
        count(tally.cases, "case", "cases"),
        tally.complete,
        tally.drafts,
        projection.counted
    );
    let outside: Vec<_> = tally.undecided.iter().chain(&tally.not_in_table).collect();
    if !outside.is_empty() {
        let _ = writeln!(out, "Undecided, and in no figure: {}", listed(&outside));
    }
    let aside = judged_aside(review);
    if !aside.is_empty() {
        let _ = writeln!(
            out,
            "Judged, put aside, and in no figure: {}",
            listed(&aside)
        );
    }
    if !tally.practice.is_empty() {
        let _ = writeln!(
            out,
            "For practice, and in no figure: {}",
            listed(&tally.practice)
        );
    }
    if !projection.unpriced.is_empty() {
        let _ = writeln!(
            out,
            "The value of {} is not known and not in these figures",
            listed(&projection.unpriced)
        );
    }
}

fn current_course(projection: &Projection, out: &mut String) {
    let course = &projection.unmitigated;
    let (Some(first), Some(last)) = (course.years.first(), course.years.last()) else {
        return;
    };
    let at_least = if course.at_least { "at least " } else { "" };
    let _ = writeln!(
        out,
        "\nOn the current course ({} to {}, from the baseline as entered): spend of {at_least}{} \
         grows to {at_least}{} a year, and the balance of the DSG goes from {} to {}",
        first.year,
        last.year,
        money(first.spend),
        money(last.spend),
        money(first.cumulative_balance),
        money(last.cumulative_balance)
    );
    if course.at_least {
        line(
            out,
            "(“at least”: the cost of a provision with children is not known and is left out)",
        );
    }
}

fn cautions(setup: &Setup, projection: &Projection, out: &mut String) {
    line(
        out,
        "\nAll figures below are of the provisions reviewed, by straight extrapolation, with the \
         range that holds nine in ten draws:",
    );
    if let Some(share) = projection.coverage.covered_share_of_caseload {
        let _ = writeln!(
            out,
            "- They cover {:.0}% of the {} children in the table.{}",
            share * 100.0,
            thousands(setup.provisions.iter().map(|row| row.caseload.get()).sum()),
            match projection.coverage.not_covered.as_slice() {
                [] => String::new(),
                codes => {
                    let names: Vec<_> = codes.iter().map(|c| setup.provision_name(c)).collect();
                    format!(" No case was reviewed in: {}.", names.join("; "))
                }
            }
        );
    }
    let method = setup.selection.method;
    let _ = writeln!(
        out,
        "- How the cases were chosen: {}. {}",
        method.label(),
        consequence(method).short
    );
    if setup.selection.account.says_something() {
        let account = setup.selection.account.split_whitespace();
        let account: Vec<&str> = account.collect();
        let _ = writeln!(out, "  As the review says: {}", account.join(" "));
    }
    let _ = writeln!(out, "- {}", held());
    if projection.counted < FEW {
        let _ = writeln!(
            out,
            "- n = {}: so few cases say next to nothing about the council.",
            projection.counted
        );
    }
    let few: Vec<_> = projection
        .reviewed_in_few_cases()
        .into_iter()
        .map(|(code, n)| format!("{} (n = {n})", setup.provision_name(code)))
        .collect();
    if !few.is_empty() {
        let _ = writeln!(
            out,
            "- Fewer than {FEW} cases stand for: {}.",
            few.join("; ")
        );
    }
    let empty = projection.standing_for_nobody();
    if !empty.is_empty() {
        let _ = writeln!(
            out,
            "- Nobody is placed where these cases are, so they stand for 0 children: {}.",
            listed(&empty)
        );
    }
}

/// A figure never stands without its range.
fn with_range(figure: Ranged) -> String {
    let figures = [figure.point, figure.p05, figure.p95, figure.p50];
    let [point, low, high, middle] = alike(figures);
    format!("{point} (range {low} to {high}, middle {middle})")
}

fn scenarios(projection: &Projection, out: &mut String) {
    let cannot_tell = if projection.counted == 1 {
        "this 1 case cannot tell whether this saves or costs".to_owned()
    } else {
        format!(
            "these {} cases cannot tell whether this saves or costs",
            projection.counted
        )
    };
    let years = count(projection.horizon, "year", "years");
    let _ = writeln!(
        out,
        "\nSaving over {years}, n = {}, {} draws, seed {} (a minus is a cost):",
        projection.counted,
        thousands(projection.draws.count as f64),
        projection.draws.seed
    );
    for figures in &projection.scenarios {
        let _ = writeln!(
            out,
            "\n{}: {}",
            figures.scenario.label(),
            meaning(figures.scenario)
        );
        let _ = writeln!(
            out,
            "  saving over {years}: {}",
            with_range(figures.total_saving)
        );
        if figures.total_saving.spans_zero() {
            let _ = writeln!(out, "    {cannot_tell}");
        }
        let _ = writeln!(
            out,
            "  a year at full effect: {}",
            with_range(figures.full_effect)
        );
        if figures.full_effect.spans_zero() {
            let _ = writeln!(out, "    {cannot_tell}");
        }
        let _ = writeln!(
            out,
            "    of which contributions that save {} and that cost {}, places used again {}",
            money(figures.gross_saving),
            money(figures.gross_cost),
            money(figures.places_used_again)
        );
        let _ = writeln!(
            out,
            "  balance of the DSG in the end: {}",
            with_range(figures.final_balance)
        );
    }
}

const fn meaning(scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::Panel => "as the panel judged",
        Scenario::PossibleToday => "without moves that need what is not in place today",
        Scenario::ParentsAgree => "only moves to which the parents agree",
        Scenario::ParentsIdeals => "children go where their parents see the ideal",
        Scenario::TribunalTested => "contested cases go to the Tribunal",
    }
}

fn by_year(projection: &Projection, out: &mut String) {
    let Some(ScenarioFigures { by_year, .. }) = projection.scenario(Scenario::Panel) else {
        return;
    };
    let _ = writeln!(out, "\nPanel, saving by year, n = {}:", projection.counted);
    for year in by_year {
        let _ = writeln!(out, "  {}: {}", year.year, with_range(year.saving));
    }
}

fn carries(projection: &Projection, out: &mut String) {
    let n = projection.counted;
    line(
        out,
        "\nWhat carries the panel’s result (points of a straight extrapolation; their ranges are \
         as wide as the result’s):",
    );
    match projection.concentration.half_of_gross_saving_from {
        None => line(out, "- No case saves."),
        Some(few) => {
            let _ = writeln!(
                out,
                "- Half of the gross saving comes from {few} of {n} cases: {}",
                listed(&projection.concentration.cases)
            );
        }
    }
    let again = projection.places_used_again(Scenario::Panel);
    if again != 0.0 {
        let _ = writeln!(
            out,
            "- Places used again make {} of the saving over {}: a child who enters a place that \
             another has left costs only what is not paid anyway",
            money(again),
            count(projection.horizon, "year", "years")
        );
    }
    let contested = projection.contested;
    if contested.gross_saving > 0.0 {
        let _ = writeln!(
            out,
            "- Of a gross saving of {} a year at full effect, {} hang on moves with which parents \
             disagree, {} on moves on which they have no view",
            exact(contested.gross_saving),
            exact(contested.disagrees),
            exact(contested.no_view)
        );
    }
    if let Some(x) = projection.break_even.appeals {
        let _ = writeln!(
            out,
            "- Contributions alone, without places used again, add up to 0 where the council \
             loses {:.0}% of contested cases ({})",
            x * 100.0,
            needs::contested_cases(projection)
        );
    }
    if let Some(support) = projection
        .break_even
        .support
        .filter(|support| *support > 0.0)
    {
        let _ = writeln!(
            out,
            "- They add up to 0, too, where every moved child needs further support of {} a year",
            money(support)
        );
    }
}

/// What the panel's saving over the horizon would be with each input in turn 10% lower and higher.
fn sensitivity(setup: &Setup, projection: &Projection, out: &mut String) {
    if projection.sensitivity.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "\nThe panel’s saving over {} with one input 10% lower and 10% higher (points), the largest \
         swing first:",
        count(projection.horizon, "year", "years")
    );
    for bar in &projection.sensitivity {
        let name = match &bar.input {
            Input::UnitCost(code) => setup.provision_name(code),
            _ => "",
        };
        let capped = if bar.shortened {
            " (a share cannot be more than 1)"
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "- {}: {} and {}{capped}",
            format!("{} {name}", bar.input.words()).trim(),
            money(bar.low),
            money(bar.high)
        );
    }
}
