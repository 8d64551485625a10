//! What carries the result (model.md §8): what hangs on cases where parents do not agree, and how
//! few cases make half of the saving. Points without a range, as the model has them, and so never
//! without the number of cases behind them.

use eframe::egui::{RichText, Ui};

use super::explained;
use crate::projection::{Figure, Projection, Scenario};
use crate::review::stance::Stance;
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
    let said = said(projection);
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
fn said(projection: &Projection) -> Vec<(String, Figure, &'static str)> {
    let contested = projection.contested;
    if contested.gross_saving <= 0.0 {
        return Vec::new();
    }
    let of = count(projection.counted, "counted case", "counted cases");
    let gross = money::short(contested.gross_saving);
    let mut said = vec![(
        format!(
            "Gross saving, before what costs more: {gross} a year at full effect, by straight \
             extrapolation of {of}."
        ),
        Figure::GrossSaving(Scenario::Panel),
        "the gross saving",
    )];
    for (stance, value, parents, what) in [
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
    ] {
        if value > 0.0 {
            let value = money::short(value);
            let n = count(saving_with(projection, stance), "case", "cases");
            let words =
                format!("{value} of {gross} gross saving a year hangs on {n} where {parents}.");
            said.push((words, Figure::Contested(stance), what));
        }
    }
    let few = &projection.concentration;
    if let Some(n) = few.half_of_gross_saving_from {
        let names = a_few(&few.cases);
        let words = format!("Half of the gross saving comes from {n} of {of}: {names}.");
        let what = "the number of cases that make half of the gross saving";
        said.push((words, Figure::HalfOfSaving, what));
    }
    said
}

/// The moves that save, of cases with this stance.
fn saving_with(projection: &Projection, stance: Stance) -> usize {
    let cases = projection.cases.iter();
    cases
        .filter(|case| {
            case.stance == stance && case.contribution > 0.0 && case.current != case.ideal
        })
        .count()
}
