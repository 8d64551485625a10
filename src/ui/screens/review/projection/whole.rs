//! What a recorded case does to the projection: the whole range as it was before and as it is now,
//! never the difference, which would be a price on one child.

use eframe::egui::{Label, Ui};

use super::{change, in_years, range};
use crate::projection::{Projection, Scenario};
use crate::review::case::Case;
use crate::ui::figures::{Change, Happened};
use crate::ui::money;
use crate::ui::theme::{self, GAP_S, ScenarioLook};
use crate::ui::view::View;
use crate::ui::widgets::range_axis::Axis;
use crate::ui::widgets::range_bar::{self, RangeBar};
use crate::ui::words::count;

/// The panel's and where parents agree: the two that a judgement and a parent move.
const COMPARED: [(Scenario, ScenarioLook); 2] = [
    (Scenario::Panel, ScenarioLook::Panel),
    (Scenario::ParentsAgree, ScenarioLook::ParentsAgree),
];

/// Shows it. Only where money may be on the screen.
pub fn ui(ui: &mut Ui, view: &View<'_>, case: &Case) {
    let projection = view.figures.projection.as_deref();
    let Some(projection) = projection.filter(|_| !view.figures.updating) else {
        ui.label(theme::note(ui, "being computed"));
        return;
    };
    let of_this = |change: &&Change| change.cause.cases.contains(case.id());
    let change = view.figures.change.as_ref().filter(of_this);
    for words in in_words(change, projection) {
        ui.add(Label::new(theme::reading(ui, words)).wrap());
    }
    if projection.counted > 0 && projection.is_priced() {
        ui.add_space(GAP_S);
        bars(ui, change, projection);
    }
}

fn bars(ui: &mut Ui, change: Option<&Change>, now: &Projection) {
    let before = |scenario| change.and_then(|change| change::before(change, now, scenario));
    let ranges = COMPARED.iter().filter_map(|(scenario, look)| {
        let total = now.scenario(*scenario)?.total_saving;
        Some((*look, range(total)?, before(*scenario)))
    });
    let ranges: Vec<_> = ranges.collect();
    let all = ranges.iter().flat_map(|(_, now, was)| [Some(*now), *was]);
    let axis = Axis::covering(all.flatten());
    for (look, range, before) in ranges {
        let bar = RangeBar::of(look, range, now.counted).axis(axis);
        bar.before(before).verdict_said_once().show(ui);
        ui.add_space(GAP_S);
    }
    range_bar::axis_row(ui, axis);
}

/// "Before C07 counted: £9m to £66m over five years, from 6 cases." and the same for now.
fn in_words(change: Option<&Change>, now: &Projection) -> Vec<String> {
    let Some(change) = change else {
        return vec![format!(
            "The whole saving, this case among those that count: {}",
            whole(now)
        )];
    };
    let cases: Vec<String> = change.cause.cases.iter().map(ToString::to_string).collect();
    let cases = match cases.as_slice() {
        [one] => one.clone(),
        more => count(more.len(), "case", "cases"),
    };
    let when = match change.cause.happened {
        Happened::Count => format!("Before {cases} counted"),
        Happened::CountNoMore => format!("While {cases} counted"),
        Happened::Changed => format!("Before {cases} changed"),
    };
    vec![
        format!("{when}: {}", whole(&change.before)),
        format!("Now: {}", whole(now)),
    ]
}

/// The panel's whole range with what it rests on.
fn whole(projection: &Projection) -> String {
    let n = count(projection.counted, "case", "cases");
    let panel = projection.scenario(Scenario::Panel);
    match panel.map(|panel| panel.total_saving) {
        _ if projection.counted == 0 => "no figure, since no case counted".to_owned(),
        Some(saving) if projection.is_priced() => {
            let verdict = if saving.spans_zero() {
                "; cannot tell whether this saves or costs"
            } else {
                ""
            };
            format!(
                "{} over {}, from {n}{verdict}",
                money::range(saving.p05, saving.p95),
                in_years(projection.horizon)
            )
        }
        _ => format!("not known, from {n}: a cost is missing in the table of provisions"),
    }
}
