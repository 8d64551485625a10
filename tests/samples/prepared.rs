//! What the county wrote down before its workshops: who comes from where, what members said that
//! "ideal" means, how the cases were chosen, and where each figure comes from.

use dbv_case_review::review::baseline::{Baseline, LastYear};
use dbv_case_review::review::panel::{MemberId, Organisation};
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::setup::{IdealWords, Selection, SelectionMethod};
use dbv_case_review::review::source::{Average, BaselineFigure, ProvisionFigure, Source, put};
use dbv_case_review::review::units::Money;

use super::making::{Row, Tables, text};
use super::papers::member;

/// What the review is for.
pub const PURPOSE: &str = "To see how well children’s plans and places serve them and what stands in \
    the way, before the county writes its high needs plan for 2027 to 2030.";

/// The organisation of each member of the panel, in its order.
pub const ORGANISATIONS: [Organisation; 8] = [
    Organisation::MainstreamSchool,
    Organisation::MainstreamSchool,
    Organisation::SpecialSchool,
    Organisation::Council,
    Organisation::Nhs,
    Organisation::Council,
    Organisation::Council,
    Organisation::ParentCarerForum,
];

/// How the cases were chosen.
pub fn selection() -> Selection {
    Selection {
        method: SelectionMethod::StratifiedRandom,
        account: text(
            "With a list of random numbers. How many from each kind of place was settled first: \
             more from special schools than their share, fewer from mainstream. Two children who \
             were drawn were replaced by the next on the list, since their schools sent no papers. \
             The parent-carer forum was told how, and was not asked.",
        ),
        frame: text("The county’s plans on 31 March 2026, less those left out: 5,616 of 7,000"),
        frame_size: Some(5_616),
        chosen_by: text(
            "Data officer of the council; numbers for each group by the SEND service manager",
        ),
        chosen_on: Some("2026-04-20".parse().unwrap()),
        left_out: text(
            "889 plans of children taught at home or elsewhere, 311 plans less than six months old, \
             and 184 plans under appeal or in mediation, so the families who disagree most are not \
             here.",
        ),
        shown: text(
            "A case file of two pages made from the plan, the last annual review and the school’s \
             report, with the child’s and the parents’ words; no costs.",
        ),
        draw: None,
    }
}

/// What each member said.
pub fn ideal_words(tables: &Tables) -> Vec<IdealWords> {
    let rows = tables.small("ideal_words.csv").into_iter();
    let said = rows.map(|row| IdealWords {
        by: Some::<MemberId>(member(&row["member"])),
        words: text(&row["words"]),
    });
    said.collect()
}

/// Where the figures come from, and last year's.
pub fn with_sources(tables: &Tables, provisions: &mut [Provision], baseline: &mut Baseline) {
    for row in tables.small("sources.csv") {
        let named = |provision: &&mut Provision| provision.code.as_str() == row["provision"];
        match provisions.iter_mut().find(named) {
            Some(provision) => put(&mut provision.sources, source(&row, provision_figure(&row))),
            None => {
                assert!(row["provision"].is_empty(), "{row:?}");
                put(&mut baseline.sources, source(&row, baseline_figure(&row)));
            }
        }
    }
    let last = tables.small("last_year.csv");
    let figure = |field: &str| {
        let row = last.iter().find(|row| row["field"] == field).unwrap();
        Money::new(row["value"].parse().unwrap()).ok()
    };
    baseline.last_year = LastYear {
        spend: figure("spend"),
        allocation: figure("allocation"),
        balance: figure("balance"),
    };
}

fn source<F>(row: &Row, figure: F) -> Source<F> {
    Source {
        from: text(&row["from"]),
        year: text(&row["year"]),
        average: match row["average"].as_str() {
            "mean" => Some(Average::Mean),
            "median" => Some(Average::Median),
            "" => None,
            other => panic!("{other} is no average"),
        },
        ..Source::of(figure)
    }
}

fn provision_figure(row: &Row) -> ProvisionFigure {
    match row["figure"].as_str() {
        "caseload" => ProvisionFigure::Caseload,
        "unit_cost" => ProvisionFigure::UnitCost,
        "avoidable_cost" => ProvisionFigure::AvoidableCost,
        "growth" => ProvisionFigure::Growth,
        "transition_share" => ProvisionFigure::TransitionShare,
        "new_places" => ProvisionFigure::NewPlaces,
        other => panic!("{other} is no figure of a provision"),
    }
}

fn baseline_figure(row: &Row) -> BaselineFigure {
    match row["figure"].as_str() {
        "inflation" => BaselineFigure::Inflation,
        "other_spend" => BaselineFigure::OtherSpend,
        "allocation" => BaselineFigure::Allocation,
        "allocation_growth" => BaselineFigure::AllocationGrowth,
        "opening_balance" => BaselineFigure::OpeningBalance,
        "ramp" => BaselineFigure::Ramp,
        "investment" => BaselineFigure::Investment,
        "grant" => BaselineFigure::Grant,
        "appeal_loss_share" => BaselineFigure::AppealLossShare,
        "last_year_spend" => BaselineFigure::LastYearSpend,
        "last_year_allocation" => BaselineFigure::LastYearAllocation,
        "last_year_balance" => BaselineFigure::LastYearBalance,
        other => panic!("{other} is no figure of the baseline"),
    }
}
