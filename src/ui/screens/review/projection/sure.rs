//! How sure? Draws of the range one by one: one click shows how far the figure jumps had chance
//! picked other children, ten a swarm, then the range that they make up and what it would take to halve it.

mod words;

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Button, Label, Layout, Rect, RichText, TextStyle, Ui, vec2};

use super::compared;
use crate::projection::Projection;
use crate::review::setup::Setup;
use crate::ui::actions::{self, Action};
use crate::ui::figures::Sureness;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_S, GAP_XS};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::range::Range;
use crate::ui::widgets::range_axis::Axis;
use crate::ui::widgets::swarm::Swarm;
use crate::ui::widgets::{button, heading, range_bar};

/// From this many draws on, the range that they make up is shown.
const SWARM: usize = 10;
/// One in so many draws at either end has no room on the axis.
const OUT: usize = 100;
/// The heading.
const TITLE: &str = "How sure?";
/// Rows that are kept for what weighs most and least.
const ROWS: f32 = 5.0;

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
        note(ui, words::unmoved(projection));
        return;
    }
    let top = title_and_button(ui, view, projection);
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
        drawn.words(ui, view);
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
    /// Whether there are more to be shown.
    fn more(&self) -> bool {
        self.draws.len() < self.projection.redraws()
    }

    fn range(&self) -> Option<Range> {
        let range = words::panel(self.projection).and_then(super::range);
        range.filter(|_| self.draws.len() >= SWARM)
    }

    /// The swarm on its axis, and what a draw and the newest is. Where they stand.
    fn swarm(&self, ui: &mut Ui, view: &mut View<'_>, axis: Axis) -> Rect {
        let counted = self.projection.counted;
        let straight = words::panel(self.projection).unwrap_or_default().point;
        let swarm = Swarm::new(self.draws, straight, counted, axis);
        let swarm = swarm.range(self.range()).show(ui);
        range_bar::axis_row(ui, axis);
        ui.horizontal(|ui| {
            let ten = |ui: &mut Ui| button::quiet(ui, "Draw ten").clicked();
            if ui.add_enabled_ui(self.more(), ten).inner {
                view.want(Intent::Redraw(10));
            }
            if button::quiet(ui, "Clear the draws").clicked() {
                view.want(Intent::ClearRedraws);
            }
        });
        let words = words::in_words(counted, self.draws.len(), self.newest, straight);
        let words = ui.add(Label::new(RichText::new(words).small()).wrap());
        ui.ctx()
            .accesskit_node_builder(words.id, |node| node.set_live(Live::Polite));
        if let Some(words) = words::beyond(self.draws, axis) {
            note(ui, words);
        }
        let how = note(ui, words::how(counted));
        swarm.rect.union(how)
    }

    /// What weighs how much in the newest, and what all of them make up.
    fn words(&self, ui: &mut Ui, view: &View<'_>) {
        let sure = view.figures.sure.as_ref();
        weights(ui, sure, self.draws.len(), view.review.setup());
        if self.range().is_some() {
            for words in [
                words::made_up(self.projection, self.draws),
                words::to_halve(sure),
            ] {
                ui.add(Label::new(RichText::new(words).small()).wrap());
                ui.add_space(GAP_XS);
            }
        }
    }
}

/// The axis with room for nearly all draws once the first is shown, so that it stands still from
/// then on: the few that lie far out would press all others together.
pub fn widened(axis: Axis, view: &View<'_>, projection: &Projection) -> Axis {
    if view.place.redraws == 0 || projection.redraws() == 0 {
        return axis;
    }
    let mut draws = projection.first_draws.clone();
    draws.sort_by(f64::total_cmp);
    let out = draws.len() / OUT;
    let within = draws.get(out..draws.len() - out).unwrap_or_default();
    let ends = within.first().into_iter().chain(within.last());
    ends.fold(axis, |axis, end| axis.and(*end))
}

/// The title with the button beside it, which stands still from draw to draw. Where they stand.
fn title_and_button(ui: &mut Ui, view: &mut View<'_>, projection: &Projection) -> Rect {
    let row = ui.horizontal_wrapped(|ui| {
        heading::group(ui, TITLE);
        let Some(entry) = actions::entry(Action::Redraw) else {
            return;
        };
        let keys = entry.shortcut.map(|keys| ui.ctx().format_shortcut(&keys));
        let hint = format!("{} ({})", entry.hint, keys.unwrap_or_default());
        let draw = Button::new(entry.text);
        let draw = ui.add_enabled(view.place.redraws < projection.redraws(), draw);
        if draw.on_hover_text(hint).clicked() {
            view.want(Intent::Redraw(1));
        }
    });
    row.response.rect
}

fn note(ui: &mut Ui, words: String) -> Rect {
    let note = ui.add(Label::new(theme::note(ui, words)).wrap());
    ui.add_space(GAP_XS);
    note.rect
}

/// What weighs much and little in the newest draw, in a place that is kept for it.
fn weights(ui: &mut Ui, sure: Option<&Sureness>, draw: usize, setup: &Setup) {
    let words = match sure.map(|sure| sure.weighings.get(draw.wrapping_sub(1))) {
        None => super::AWAITED.to_owned(),
        Some(weighing) => weighing
            .map(|weighing| words::weighed(weighing, setup))
            .unwrap_or_default(),
    };
    let row = ui.text_style_height(&TextStyle::Small) + ui.spacing().extra_text_line_spacing;
    let size = vec2(ui.available_width(), row * ROWS);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_height(size.y);
        ui.add(Label::new(theme::note(ui, words)).wrap());
    });
    ui.add_space(GAP_XS);
}
