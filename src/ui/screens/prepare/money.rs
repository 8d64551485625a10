//! Whether money is on the screen while the panel judges: two plain answers side by side, each with
//! what it means, and no default.

use eframe::egui::{Align, Frame, Label, Layout, Margin, RichText, Stroke, Ui, vec2};

use crate::review::Command;
use crate::review::command::SetupEdit;
use crate::review::setup::MoneyRule;
use crate::ui::theme::{self, FOCUS_WIDTH, GAP_M, GAP_S, GAP_XS, RADIUS, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{heading, measure};

/// The least width of one answer beside the other. Points.
const BESIDE: f32 = 300.0;

/// One of the two answers.
struct Answer {
    title: &'static str,
    means: [&'static str; 2],
    button: &'static str,
    rule: MoneyRule,
}

const ANSWERS: [Answer; 2] = [
    Answer {
        title: "Shown live",
        means: [
            "The projection stands beside the case and moves with every judgement.",
            "The panel sees what its answers do to the money, and may be led by it.",
        ],
        button: "Show money live",
        rule: MoneyRule::Live,
    },
    Answer {
        title: "Locked, then revealed",
        means: [
            "No figure of money is on any screen until somebody reveals it, for one case or for all. What has been revealed stays seen.",
            "Panels of the RAND/UCLA method rate in this way: cost is left out while they rate.",
        ],
        button: "Lock money until it is revealed",
        rule: MoneyRule::Locked,
    },
];

/// The question and its answers.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Money while judging");
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
        ui.add(Label::new(theme::reading(ui, "Shall figures of money be on the screen while the panel judges? There is no default: the panel decides. The file records for each judgement whether money was on the screen.")).wrap());
    });
    ui.add_space(GAP_S);
    let now = view.review.setup().money;
    let says = match now {
        None => "Not decided yet. Until then no money is on the review screen or in room view.",
        Some(MoneyRule::Live) => "Money is shown live.",
        Some(MoneyRule::Locked) => "Money is locked until somebody reveals it.",
        Some(MoneyRule::Revealed) => {
            "Money was locked while judging and has been revealed for all."
        }
    };
    ui.add(Label::new(RichText::new(says).text_style(theme::strong())).wrap());
    ui.add_space(GAP_S);
    let room = ui.available_width().min(1.5 * measure::reading_width(ui));
    let each = (room - GAP_M) / 2.0;
    if each >= BESIDE {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_M;
            let id = ui.scope_id().with("height of an answer");
            let before: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
            let heights = ANSWERS.each_ref().map(|answer| {
                ui.allocate_ui_with_layout(vec2(each, 0.0), Layout::top_down(Align::Min), |ui| {
                    one(ui, view, answer, before)
                })
                .inner
            });
            let tallest = heights.into_iter().fold(0.0, f32::max);
            ui.data_mut(|data| data.insert_temp(id, tallest));
        });
    } else {
        for answer in &ANSWERS {
            one(ui, view, answer, 0.0);
            ui.add_space(GAP_S);
        }
    }
}

/// One answer; returns the height of its words.
fn one(ui: &mut Ui, view: &mut View<'_>, answer: &Answer, least: f32) -> f32 {
    let tokens = Tokens::of(ui);
    let now = view.review.setup().money;
    let chosen = now == Some(answer.rule)
        || (now == Some(MoneyRule::Revealed) && answer.rule == MoneyRule::Locked);
    let edge = if chosen {
        Stroke::new(FOCUS_WIDTH, tokens.accent)
    } else {
        Stroke::new(1.0, tokens.hairline)
    };
    Frame::new()
        .fill(tokens.raised)
        .stroke(edge)
        .corner_radius(RADIUS)
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let words = ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = GAP_XS;
                ui.horizontal(|ui| {
                    heading::group(ui, answer.title);
                    if chosen {
                        marks::mark(ui, Mark::Done);
                        ui.label("chosen");
                    }
                });
                for means in answer.means {
                    ui.add(Label::new(theme::reading(ui, means)).wrap());
                }
            });
            let height = words.response.rect.height();
            ui.add_space((least - height).max(0.0) + GAP_S);
            offer(ui, view, answer);
            height
        })
        .inner
}

/// What can be done from here: what is locked is revealed, and the file says so; what was revealed
/// stays seen.
fn offer(ui: &mut Ui, view: &mut View<'_>, answer: &Answer) {
    if !view.may_change() {
        return;
    }
    let (label, rule) = match (view.review.setup().money, answer.rule) {
        (None, rule) => (answer.button, rule),
        (Some(MoneyRule::Live), MoneyRule::Locked) => (answer.button, MoneyRule::Locked),
        (Some(MoneyRule::Locked), MoneyRule::Locked) => {
            ("Reveal money for all cases", MoneyRule::Revealed)
        }
        _ => {
            ui.allocate_space(vec2(0.0, theme::CONTROL_HEIGHT));
            return;
        }
    };
    if ui.button(label).clicked() {
        view.apply(Command::Setup(SetupEdit::Money(rule)));
    }
}
