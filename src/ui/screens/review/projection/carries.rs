//! What carries the result (model.md §8): what hangs on cases where parents do not agree, and how
//! few cases make half of the saving. Points without a range, as the model has them, and so never
//! without the number of cases behind them.

use eframe::egui::{RichText, Ui};

use super::{explained, in_years};
use crate::projection::{Figure, Projection, Reversed, Scenario, When};
use crate::review::stance::Stance;
use crate::review::text::CaseId;
use crate::ui::money;
use crate::ui::theme::{self, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::heading;
use crate::ui::words::{a_few, count};

/// Shows it; nothing where nothing is saved.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let Some(projection) = view.figures.projection.as_deref() else {
        return;
    };
    let mut said = said(projection);
    said.extend(of_this_case(projection, view));
    if said.is_empty() {
        return;
    }
    ui.add_space(GAP_S);
    heading::group(ui, "What carries the result");
    ui.add_space(GAP_XS);
    for (words, figure, what) in said {
        let size = eframe::egui::TextStyle::Small.resolve(ui.style()).size;
        let words = RichText::new(words)
            .small()
            .line_height(Some(size * theme::LINE_HEIGHT));
        explained::note(ui, view, words, figure, what);
        ui.add_space(GAP_XS);
    }
}

/// What is said, the figure behind it, and what a screen reader calls that.
type Said = (String, Figure, &'static str);

/// What is said of the whole result.
fn said(projection: &Projection) -> Vec<Said> {
    let contested = projection.contested;
    let Some(panel) = projection.scenario(Scenario::Panel) else {
        return Vec::new();
    };
    if contested.gross_saving <= 0.0 {
        return Vec::new();
    }
    let of = count(projection.counted, "counted case", "counted cases");
    let a_year = panel.full_effect;
    let mut said = vec![(
        format!(
            "A year at full effect: {}, {} by straight extrapolation of {of}.",
            money::range(a_year.p05, a_year.p95),
            money::short(a_year.point)
        ),
        Figure::Saving(Scenario::Panel, When::FullEffect),
        "the saving a year at full effect",
    )];
    said.extend(places(projection));
    let gross = money::short(contested.gross_saving);
    said.push((
        format!(
            "Gross saving, before what costs more: {gross} a year at full effect, by straight \
             extrapolation of {of}."
        ),
        Figure::GrossSaving(Scenario::Panel),
        "the gross saving",
    ));
    said.extend(without_agreement(projection, &gross));
    let few = &projection.concentration;
    if let Some(n) = few.half_of_gross_saving_from {
        let names = a_few(&few.cases);
        let words = format!("Half of the gross saving comes from {n} of {of}: {names}.");
        let what = "the number of cases that make half of the gross saving";
        said.push((words, Figure::HalfOfSaving, what));
    }
    said
}

/// The part of the saving over the horizon that is places used again.
fn places(projection: &Projection) -> Option<Said> {
    let again = projection.places_used_again(Scenario::Panel);
    let total = projection.scenario(Scenario::Panel)?.total_saving.point;
    (again > 0.0).then(|| {
        let (again, total) = (money::short(again), money::short(total));
        let words = format!(
            "Places used again: {again} of the {total} over {}. A child who enters a place that \
             another has left costs only what is not paid anyway.",
            in_years(projection.horizon)
        );
        let figure = Figure::TotalPlacesUsedAgain(Scenario::Panel);
        (words, figure, "what places used again save")
    })
}

/// What hangs on moves with which parents do not agree.
fn without_agreement(projection: &Projection, gross: &str) -> Vec<Said> {
    let contested = projection.contested;
    [
        (
            Stance::Disagrees,
            contested.disagrees,
            "parents disagree",
            "what hangs on cases where parents disagree",
        ),
        (
            Stance::NoView,
            contested.no_view,
            "parents have no view",
            "what hangs on cases where parents have no view",
        ),
    ]
    .into_iter()
    .filter(|(_, value, ..)| *value > 0.0)
    .map(|(stance, value, parents, what)| {
        let value = money::short(value);
        let saving = saving_with(projection, stance);
        let of = projection.cases.iter().filter(|case| case.stance == stance);
        let words = format!(
            "{value} of {gross} gross saving a year hangs on {} of {} where {parents}: {}.",
            saving.len(),
            count(of.count(), "case", "cases"),
            a_few(&saving)
        );
        (words, Figure::Contested(stance), what)
    })
    .collect()
}

/// What is said of the case on the screen, if it counts.
fn of_this_case(projection: &Projection, view: &View<'_>) -> Vec<Said> {
    let shown = view.place.case.as_ref();
    let mut cases = projection.cases.iter();
    let Some(case) = cases.find(|case| Some(&case.id) == shown) else {
        return Vec::new();
    };
    let id = &case.id;
    let mut said = Vec::new();
    if case.value.is_some() {
        said.push((
            format!("What children like {id} add to it, a year at full effect."),
            Figure::CaseSaving(Scenario::Panel, id.clone(), When::FullEffect),
            "what children like this one add",
        ));
    }
    if case.current != case.ideal {
        said.push((
            format!(
                "What would change over {} if children like {id} stayed.",
                in_years(projection.horizon)
            ),
            Figure::Reversal(id.clone(), Reversed::TotalSaving),
            "what would change if they stayed",
        ));
    }
    said
}

/// The moves that save, of cases with this stance.
fn saving_with(projection: &Projection, stance: Stance) -> Vec<CaseId> {
    let cases = projection.cases.iter().filter(|case| {
        case.stance == stance && case.contribution > 0.0 && case.current != case.ideal
    });
    cases.map(|case| case.id.clone()).collect()
}
