//! What becomes of the council's balance, on the current course and as the cases would have it.

use eframe::egui::{RichText, Ui};

use super::{SHOWN, caveats, explained, range};
use crate::projection::{Figure, Projection, Scenario};
use crate::review::setup::Setup;
use crate::ui::theme::{self, GAP_M, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::balance_chart::balance_chart;
use crate::ui::widgets::balances::Balances;
use crate::ui::widgets::heading;

/// The chart, of this height, under its finding. Nothing before there are figures, or without a
/// baseline.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, height: f32) {
    let Some(projection) = view.figures.projection.as_deref() else {
        return;
    };
    let setup = view.review.setup();
    let Some(balances) = balances(projection) else {
        return;
    };
    let last = projection.horizon;
    explained::in_one_text(ui, |ui| {
        heading::group(ui, &balances.finding());
        let what = "the balance on the current course";
        explained::how(ui, view, Figure::CurrentBalance(last), what);
    });
    if let Some(judged) = balances.as_judged() {
        let judged = RichText::new(judged).small();
        let what = "the balance as the panel judges";
        let figure = Figure::Balance(Scenario::Panel, last);
        explained::note(ui, view, judged, figure, what);
    }
    ui.add_space(GAP_XS);
    balance_chart(ui, &balances, height);
    if let Some(words) = unknown_costs(setup, projection) {
        ui.label(theme::note(ui, words));
    }
    ui.add_space(GAP_M);
}

/// The balances of a projection; `None` where no allocation is known, since without it a balance
/// says nothing.
fn balances(projection: &Projection) -> Option<Balances> {
    let (opening, years) = projection.unmitigated.years.split_first()?;
    let last = years.last()?;
    if projection
        .unmitigated
        .years
        .iter()
        .all(|year| year.allocation == 0.0)
    {
        return None;
    }
    let current = years.iter().map(|year| year.cumulative_balance).collect();
    let ends = (opening.year.clone(), last.year.clone());
    let balances = Balances::new(
        ends,
        opening.cumulative_balance,
        current,
        projection.counted,
    )
    .at_least(projection.unmitigated.at_least);
    if !projection.is_priced() {
        return Some(balances);
    }
    Some(SHOWN.iter().fold(balances, |balances, (scenario, look)| {
        let years = projection
            .scenario(*scenario)
            .map(|figures| &figures.by_year);
        let years = years.into_iter().flatten();
        let ranges = years.filter_map(|year| range(year.cumulative_balance));
        balances.course(*look, ranges.collect())
    }))
}

/// Which costs are not known, so that every deficit is at least what is shown.
fn unknown_costs(setup: &Setup, projection: &Projection) -> Option<String> {
    let unknown = setup
        .provisions
        .iter()
        .filter(|row| row.unit_cost.is_none() && row.caseload.get() > 0.0)
        .map(|row| row.name().to_owned());
    projection.unmitigated.at_least.then(|| {
        format!(
            "Deficits are at least as deep as shown. Not known, and not in them, is the cost of: {}.",
            caveats::listed(&unknown.collect::<Vec<_>>())
        )
    })
}
