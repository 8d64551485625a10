//! How sure? Draws of the range one by one: one click shows how far the figure jumps with other
//! cases, ten a swarm, then the range that they make up and what it would take to halve it.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Label, Layout, Rect, RichText, TextStyle, Ui, vec2};

use super::compared;
use crate::projection::{NotHalved, Projection, Ranged, Scenario};
use crate::review::bounds::CASES;
use crate::review::text::CaseId;
use crate::ui::actions::{self, Action};
use crate::ui::figures::{Sureness, Weighing};
use crate::ui::intent::Intent;
use crate::ui::money;
use crate::ui::theme::{self, GAP_S, GAP_XS};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::range::Range;
use crate::ui::widgets::range_axis::Axis;
use crate::ui::widgets::swarm::Swarm;
use crate::ui::widgets::{button, heading, range_bar};
use crate::ui::words::count;

/// From this many draws on, the range that they make up is shown.
const SWARM: usize = 10;
/// Below this width of the panel, words take more rows. Points.
const NARROW: f32 = 300.0;

/// The section; nothing where there are no figures.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let figures = view.figures;
    let Some(projection) = figures.projection.as_deref() else {
        return;
    };
    if projection.counted == 0 || !projection.is_priced() {
        return;
    }
    if projection.redraws() == 0 {
        heading::group(ui, TITLE);
        note(ui, unmoved(projection));
        return;
    }
    let top = title_and_button(ui, view);
    let shown = projection.first_draws.get(..view.place.redraws);
    if let Some((draws, newest)) = shown.and_then(|draws| Some((draws, *draws.last()?))) {
        let axis = compared(view, projection).axis;
        let drawn = Drawn {
            projection,
            draws,
            newest,
        };
        let seen = drawn.swarm(ui, view, axis);
        view.show_spot(ui, Spot::Redraws, top.union(seen));
        drawn.words(ui, figures.sure.as_ref());
    }
    ui.add_space(GAP_S);
}

/// The draws that are shown.
struct Drawn<'a> {
    projection: &'a Projection,
    draws: &'a [f64],
    newest: f64,
}

impl Drawn<'_> {
    fn range(&self) -> Option<Range> {
        let range = panel(self.projection).and_then(super::range);
        range.filter(|_| self.draws.len() >= SWARM)
    }

    /// The swarm on its axis, and what the newest draw is. Where they stand.
    fn swarm(&self, ui: &mut Ui, view: &mut View<'_>, axis: Axis) -> Rect {
        let counted = self.projection.counted;
        let swarm = Swarm::new(self.draws, counted, axis);
        let swarm = swarm.range(self.range()).show(ui);
        range_bar::axis_row(ui, axis);
        ui.horizontal(|ui| {
            if button::quiet(ui, "Draw ten").clicked() {
                view.want(Intent::Redraw(10));
            }
            if button::quiet(ui, "Clear the draws").clicked() {
                view.want(Intent::ClearRedraws);
            }
        });
        let words = in_words(counted, self.draws.len(), self.newest);
        let words = ui.add(Label::new(RichText::new(words).small()).wrap());
        ui.ctx()
            .accesskit_node_builder(words.id, |node| node.set_live(Live::Polite));
        ui.add_space(GAP_XS);
        swarm.rect.union(words.rect)
    }

    /// What a draw is, what weighs how much in the newest, and what all of them make up.
    fn words(&self, ui: &mut Ui, sure: Option<&Sureness>) {
        weights(ui, sure, self.draws.len());
        if self.range().is_some() {
            for words in [made_up(self.projection, self.draws), to_halve(sure)] {
                ui.add(Label::new(RichText::new(words).small()).wrap());
                ui.add_space(GAP_XS);
            }
        }
        note(ui, HOW.to_owned());
    }
}

/// The axis with room for all draws once the first is shown, so that it stands still from then on.
pub fn widened(axis: Axis, view: &View<'_>, projection: &Projection) -> Axis {
    if view.place.redraws == 0 || projection.redraws() == 0 {
        return axis;
    }
    let draws = projection.first_draws.iter();
    draws.fold(axis, |axis, draw| axis.and(*draw))
}

const TITLE: &str = "How sure?";
/// What a draw is (model.md §6).
const HOW: &str = "In each draw some cases weigh more and some less, and in every provision \
     reviewed one child nobody has seen weighs in.";

/// What weights are compared with.
const PLAIN: &str = "in the straight extrapolation";

/// The title with the button beside it, which stands still from draw to draw. Where they stand.
fn title_and_button(ui: &mut Ui, view: &mut View<'_>) -> Rect {
    let row = ui.horizontal_wrapped(|ui| {
        heading::group(ui, TITLE);
        let Some(entry) = actions::entry(Action::Redraw) else {
            return;
        };
        let keys = entry.shortcut.map(|keys| ui.ctx().format_shortcut(&keys));
        let hint = format!("{} ({})", entry.hint, keys.unwrap_or_default());
        if ui.button(entry.text).on_hover_text(hint).clicked() {
            view.want(Intent::Redraw(1));
        }
    });
    row.response.rect
}

fn note(ui: &mut Ui, words: String) {
    ui.add(Label::new(theme::note(ui, words)).wrap());
    ui.add_space(GAP_XS);
}

fn panel(projection: &Projection) -> Option<Ranged> {
    Some(projection.scenario(Scenario::Panel)?.total_saving)
}

/// Where chance has nothing to move.
fn unmoved(projection: &Projection) -> String {
    let figure = money::short(panel(projection).unwrap_or_default().p50);
    let cases = count(projection.counted, "case", "cases");
    format!(
        "Whatever weight each of {cases} has, the figure is {figure}: other cases would change nothing here."
    )
}

/// "As if another 28 cases had been drawn from those judged (draw 3): £31m".
fn in_words(n: usize, draw: usize, figure: f64) -> String {
    let figure = money::short(figure);
    if n == 1 {
        format!("As if another case had been drawn from the one judged (draw {draw}): {figure}")
    } else {
        format!("As if another {n} cases had been drawn from those judged (draw {draw}): {figure}")
    }
}

/// What weighs most and least in the newest draw, in a place that is kept for it.
fn weights(ui: &mut Ui, sure: Option<&Sureness>, draw: usize) {
    let words = match sure.map(|sure| sure.weighings.get(draw.wrapping_sub(1))) {
        None => super::AWAITED.to_owned(),
        Some(weighing) => weighing.map(weighed).unwrap_or_default(),
    };
    let row = ui.text_style_height(&TextStyle::Small) + ui.spacing().extra_text_line_spacing;
    let rows = if ui.available_width() < NARROW {
        4.0
    } else {
        3.0
    };
    let size = vec2(ui.available_width(), row * rows);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_height(size.y);
        ui.add(Label::new(theme::note(ui, words)).wrap());
    });
    ui.add_space(GAP_XS);
}

/// "Here C16 weighs 2.7 times as much as in the straight extrapolation, C11 2.1 times; C02 and C05
/// hardly at all."
fn weighed(weighing: &Weighing) -> String {
    let Some(((first, times), others)) = weighing.most.split_first() else {
        return "No case judged moves the figure: only the children nobody has seen do.".to_owned();
    };
    let first = match Times::of(*times) {
        Times::Hardly => format!("{first} weighs hardly at all"),
        Times::AsMuch => format!("{first} weighs as much as {PLAIN}"),
        Times::Tenths(_) => {
            let figure = Times::of(*times).figure();
            format!("{first} weighs {figure} as much as {PLAIN}")
        }
    };
    let mut said = format!("Here {first}");
    if !others.is_empty() {
        said.push_str(&format!(", {}", listed(others)));
    }
    if !weighing.least.is_empty() {
        said.push_str(&format!("; {}", listed(&weighing.least)));
    }
    said.push('.');
    said
}

/// "C11 2.1 times, C02 0.4 times", "C02 and C05 hardly at all".
fn listed(cases: &[(CaseId, f64)]) -> String {
    let all_hardly = cases
        .iter()
        .all(|(_, times)| Times::of(*times) == Times::Hardly);
    if all_hardly {
        let names: Vec<String> = cases.iter().map(|(id, _)| id.to_string()).collect();
        return format!("{} hardly at all", names.join(" and "));
    }
    let each = cases.iter().map(|(id, times)| match Times::of(*times) {
        Times::Hardly => format!("{id} hardly at all"),
        Times::AsMuch => format!("{id} as much"),
        Times::Tenths(_) => format!("{id} {}", Times::of(*times).figure()),
    });
    each.collect::<Vec<_>>().join(", ")
}

/// A multiple as it is told.
#[derive(Clone, Copy, PartialEq)]
enum Times {
    Hardly,
    AsMuch,
    Tenths(f64),
}

impl Times {
    fn of(times: f64) -> Self {
        match (times * 10.0).round() {
            tenths if tenths < 1.0 => Self::Hardly,
            10.0 => Self::AsMuch,
            tenths => Self::Tenths(tenths),
        }
    }

    /// "2.7 times".
    fn figure(self) -> String {
        match self {
            Self::Tenths(tenths) => format!("{:.1} times", tenths / 10.0),
            Self::Hardly | Self::AsMuch => String::new(),
        }
    }
}

/// What the draws make up with all others.
fn made_up(projection: &Projection, draws: &[f64]) -> String {
    let range = panel(projection).unwrap_or_default();
    let within = draws
        .iter()
        .filter(|draw| (range.p05..=range.p95).contains(*draw));
    let mut said = format!(
        "{} of these {} draws lie in the range, {}",
        within.count(),
        draws.len(),
        money::range(range.p05, range.p95)
    );
    let all = projection.draws.count;
    let others = all.saturating_sub(draws.len());
    if others > 0 {
        said.push_str(&format!(
            ", which holds nine in ten of all {}.",
            thousands(all)
        ));
    } else {
        said.push('.');
    }
    if draws.len() == projection.redraws() && others > 0 {
        let others = thousands(others);
        said.push_str(&format!(
            " The range is these and {others} more; the next click begins again."
        ));
    }
    said
}

/// How many cases it would take, and on what that rests.
fn to_halve(sure: Option<&Sureness>) -> String {
    let number = match sure.and_then(|sure| sure.to_halve) {
        None => return format!("How many cases would halve the range: {}", super::AWAITED),
        Some(Err(NotHalved::NoRange)) => return String::new(),
        Some(Err(NotHalved::TooMany)) => format!("more than {}", thousands(CASES)),
        Some(Ok(cases)) => format!("about {} in all", thousands(rounded(cases))),
    };
    format!(
        "Cases it would take to halve the range: {number}, drawn at random, judged much as these were and spread over the provisions much as these are."
    )
}

fn thousands(number: usize) -> String {
    money::grouped(&number.to_string())
}

/// To two figures.
fn rounded(cases: usize) -> usize {
    let mut unit = 1;
    while cases / unit >= 100 {
        unit *= 10;
    }
    (cases + unit / 2) / unit * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighing(most: &[(&str, f64)], least: &[(&str, f64)]) -> Weighing {
        let own = |cases: &[(&str, f64)]| {
            let own = cases.iter();
            own.map(|(id, times)| (CaseId::new(id).unwrap(), *times))
                .collect()
        };
        Weighing {
            most: own(most),
            least: own(least),
        }
    }

    #[test]
    fn what_weighs_most_and_least() {
        for (most, least, said) in [
            (
                vec![("C16", 2.71), ("C11", 2.06)],
                vec![("C02", 0.01), ("C05", 0.04)],
                "Here C16 weighs 2.7 times as much as in the straight extrapolation, C11 2.1 times; C02 and C05 hardly at all.",
            ),
            (
                vec![("C16", 1.04)],
                vec![("C02", 0.33)],
                "Here C16 weighs as much as in the straight extrapolation; C02 0.3 times.",
            ),
            (
                vec![("C16", 0.02)],
                vec![],
                "Here C16 weighs hardly at all.",
            ),
            (
                vec![],
                vec![],
                "No case judged moves the figure: only the children nobody has seen do.",
            ),
        ] {
            assert_eq!(weighed(&weighing(&most, &least)), said);
        }
    }

    #[test]
    fn a_draw_says_of_how_many_cases_it_is() {
        assert_eq!(
            in_words(28, 3, 31_200_000.0),
            "As if another 28 cases had been drawn from those judged (draw 3): £31m"
        );
        assert_eq!(
            in_words(1, 1, -940.0),
            "As if another case had been drawn from the one judged (draw 1): −£940"
        );
    }

    #[test]
    fn so_many_cases_are_about_so_many() {
        for (cases, about) in [
            (7, 7),
            (99, 99),
            (144, 140),
            (145, 150),
            (1249, 1200),
            (4960, 5000),
        ] {
            assert_eq!(rounded(cases), about);
        }
    }
}
