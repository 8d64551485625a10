//! The steps of a case as tabs, each with its number and name, and a tick on what is done.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Color32, CornerRadius, Rect, Response, Role, Sense, TextStyle, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use crate::review::case::Case;
use crate::ui::actions::{self, Action};
use crate::ui::intent::Intent;
use crate::ui::scene::Step;
use crate::ui::theme::{self, CONTROL_HEIGHT, FOCUS_WIDTH, GAP_S, GAP_XS, RADIUS, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, focus, measure};

/// Room beside the words of a tab. Points.
const PADDING: f32 = 10.0;

/// The width of all of them side by side. Points.
pub fn width(ui: &Ui) -> f32 {
    let gaps = GAP_XS * (Step::ALL.len() - 1) as f32;
    Step::ALL
        .map(|step| tab_width(ui, step))
        .iter()
        .sum::<f32>()
        + gaps
}

/// Shows them.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let list = UiBuilder::new()
        .accessibility_role(NodeRole::TabList)
        .accessibility_label("Steps of this case");
    let shown = ui.scope_builder(list, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_XS;
            for step in Step::ALL {
                let here = view.place.step == step;
                if tab(ui, step, here, is_done(step, case)).clicked() {
                    view.want(Intent::Step(step));
                }
            }
        });
    });
    access::bounds(ui, &shown.response);
}

/// Whether nothing is left to do on a step. Reading and checking never end.
fn is_done(step: Step, case: &Case) -> bool {
    match step {
        Step::Read | Step::Check => false,
        Step::Rate => case.ratings.revealed.is_some() || case.ratings.skipped,
        Step::Judge => case.judgement().is_some(),
    }
}

fn label(step: Step) -> String {
    format!("{}  {}", step.number(), step.label())
}

/// As wide as it is where it is chosen and done, so that nothing moves when it is.
fn tab_width(ui: &Ui, step: Step) -> f32 {
    let tick = match step {
        Step::Read | Step::Check => 0.0,
        Step::Rate | Step::Judge => GAP_XS + tick_size(ui),
    };
    measure::line_width(ui, &label(step), &theme::strong()) + tick + 2.0 * PADDING
}

fn tick_size(ui: &Ui) -> f32 {
    TextStyle::Body.resolve(ui.style()).size
}

fn tab(ui: &mut Ui, step: Step, here: bool, done: bool) -> Response {
    let label = label(step);
    let size = vec2(tab_width(ui, step), CONTROL_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), here, &label));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(NodeRole::Tab);
        node.set_selected(here);
        node.clear_toggled();
        if done {
            node.set_description("done");
        }
    });
    if ui.is_rect_visible(rect) {
        paint(ui, rect, &label, (here, done), &response);
    }
    match hint(ui, step) {
        Some(hint) => response.on_hover_text(hint),
        None => response,
    }
}

fn paint(ui: &Ui, rect: Rect, label: &str, (here, done): (bool, bool), response: &Response) {
    let tokens = Tokens::of(ui);
    let painter = ui.painter();
    let corners = CornerRadius::same(RADIUS);
    if response.hovered() {
        painter.rect_filled(rect, corners, tokens.recessed);
    }
    let style = if here {
        theme::strong()
    } else {
        TextStyle::Button
    };
    let font = style.resolve(ui.style());
    let text = painter.layout_no_wrap(label.to_owned(), font, Color32::PLACEHOLDER);
    let at = pos2(rect.left() + PADDING, rect.center().y - text.size().y / 2.0);
    painter.galley(at, text, tokens.ink);
    if done {
        let size = tick_size(ui);
        let centre = pos2(rect.right() - PADDING - size / 2.0, rect.center().y);
        marks::paint(painter, centre, size, Mark::Done, tokens);
    }
    if here {
        let line = Rect::from_min_max(
            pos2(rect.left() + GAP_S, rect.bottom() - FOCUS_WIDTH - 1.0),
            pos2(rect.right() - GAP_S, rect.bottom()),
        );
        painter.rect_filled(line, 1.0, tokens.accent);
    }
    if response.has_focus() {
        focus::ring(painter, rect.shrink(FOCUS_WIDTH), corners, tokens);
    }
}

/// What the step is for, with its keys.
fn hint(ui: &Ui, step: Step) -> Option<String> {
    let entry = actions::entry(match step {
        Step::Read => Action::Read,
        Step::Rate => Action::Rate,
        Step::Judge => Action::Judge,
        Step::Check => Action::Check,
    })?;
    let keys = entry.shortcut.map(|keys| ui.ctx().format_shortcut(&keys));
    Some(format!("{} ({})", entry.hint, keys.unwrap_or_default()))
}
