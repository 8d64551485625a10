//! `project`: what the judgements would mean in money, for people, scripts and spreadsheets.

mod findings;
mod json;
mod needs;
mod text;

use super::args::{self, Format};
use super::{DONE, Done, NEEDS_A_PERSON, open, words};
use crate::findings::Findings;
use crate::projection::{Draws, Inputs, Projection, Ranged, project as compute};
use crate::review::text::CaseId;
use crate::review::{Review, check_history};

pub(super) fn project(asked: &args::Project) -> Done {
    let opened = match open(&asked.file) {
        Ok(opened) => opened,
        Err(done) => return done,
    };
    let review = &opened.review;
    let inputs = Inputs::of(review.setup(), review.cases());
    let draws = Draws {
        count: asked.draws,
        seed: asked.seed.unwrap_or(review.setup().seed),
    };
    let projection = compute(&inputs, draws);
    let findings = Findings::of(review.setup(), review.cases());
    let messages: String = opened
        .warnings
        .iter()
        .map(ToString::to_string)
        .chain(changed_outside(review))
        .map(|warning| format!("{}: {warning}\n", asked.file.display()))
        .collect();
    Done {
        out: shown(review, &findings, &projection, asked.format),
        status: if messages.is_empty() {
            DONE
        } else {
            NEEDS_A_PERSON
        },
        messages,
    }
}

/// Whoever reads the figures must know that the review is not what its history or its seal says.
fn changed_outside(review: &Review) -> Vec<String> {
    let check = check_history(&review.snapshot());
    let seal = review.sealing().and_then(|sealing| sealing.in_words());
    let seal = seal.map(|words| format!("seal: {words}; see check."));
    let history = check.in_words().map(|words| format!("{words}; see check."));
    history.into_iter().chain(seal).collect()
}

/// The judged cases that were put aside: the figures would be others with them.
fn judged_aside(review: &Review) -> Vec<&CaseId> {
    let aside = review.state().archived().iter();
    aside
        .filter(|case| case.judgement().is_some())
        .map(|case| case.id())
        .collect()
}

fn shown(review: &Review, findings: &Findings, projection: &Projection, format: Format) -> String {
    match format {
        Format::Text => text::text(review, findings, projection),
        Format::Json => words::json(&json::report(review, findings, projection)),
        Format::Csv => csv(projection),
    }
}

/// One row a scenario, year and measure. What has no range (§6 gives none) leaves it empty.
fn csv(projection: &Projection) -> String {
    let mut out = String::from("scenario,year,measure,point,p05,p50,p95\n");
    for scenario in &projection.scenarios {
        for year in &scenario.by_year {
            let name = scenario.scenario.name();
            let mut row = |measure: &str, figures: String| {
                out.push_str(&format!("{name},{},{measure},{figures}\n", year.year));
            };
            row("saving", ranged(year.saving));
            row(
                "places_used_again",
                format!("{},,,", plain(year.places_used_again)),
            );
            row("in_year_balance", ranged(year.in_year_balance));
            row("cumulative_balance", ranged(year.cumulative_balance));
            row("appeals", format!("{},,,", plain(year.appeals)));
        }
    }
    out
}

fn ranged(figure: Ranged) -> String {
    [figure.point, figure.p05, figure.p50, figure.p95]
        .map(|value| plain(value).to_string())
        .join(",")
}

/// Minus nought is nought: "-0.0" would look like a cost.
fn plain(value: f64) -> f64 {
    value + 0.0
}
