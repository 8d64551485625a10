//! What the widgets are made of: type, colour with its contrast, space.

use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, Label, Response, RichText, Role, Sense, Stroke, StrokeKind, TextStyle, Ui,
    Vec2, WidgetInfo, vec2,
};

use super::Gallery;
use crate::ui::theme::contrast::{self, Pair};
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_L, GAP_M, GAP_S, GAP_XL, GAP_XS, RADIUS, Tokens};
use crate::ui::widgets::{heading, measure};

const PARAGRAPH: &str = "She comes home and talks now. Before, she went under the table when the \
                         taxi came. Dŵr, tŷ, café: £1,240 – “not yet”, ½ of them, −3 × 4 ± 1 …";

/// The sizes of type.
pub fn letters(ui: &mut Ui, _: &mut Gallery) {
    heading::page(ui, "C11 · Year 7 · autism, anxiety");
    let headline = RichText::new("£9m to £66m").text_style(theme::headline());
    ui.label(headline);
    heading::section(ui, "Section, 19 bold");
    heading::group(ui, "Group, 16 bold");
    ui.label("Label and body, 16");
    ui.add(Label::new(theme::reading(ui, PARAGRAPH)).wrap());
    ui.label(theme::note(ui, "Note, 13.5: hints, attributions, units"));
    super::state(ui, "figures below each other");
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_XL;
        for style in [TextStyle::Body, theme::strong(), TextStyle::Small] {
            amounts(ui, &style);
        }
    });
}

fn amounts(ui: &mut Ui, style: &TextStyle) {
    let tokens = Tokens::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for amount in ["−£1,111,111", "£70,386,095", "£4,071", "£888,888"] {
            let job = measure::tabular(ui, amount, style, tokens.ink);
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            let size = vec2(100.0, galley.size().y);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, amount));
            let at = rect.right_top() - vec2(galley.size().x, 0.0);
            ui.painter().galley(at, galley, tokens.ink);
        }
    });
}

/// Every colour by its name, and every pair that is used with its contrast.
pub fn colours(ui: &mut Ui, _: &mut Gallery) {
    let tokens = Tokens::of(ui);
    super::state(ui, "each with its contrast to paper");
    let cell = vec2(((ui.available_width() - GAP_M) / 2.0).floor(), GAP_L);
    ui.spacing_mut().interact_size.y = GAP_L;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP_M, GAP_XS);
        for (name, colour) in tokens.named() {
            swatch(ui, cell, &name, colour);
        }
    });
    for (words, least) in [
        ("text on its grounds, at least 4.5", contrast::TEXT),
        ("marks and edges on theirs, at least 3", contrast::MARK),
    ] {
        super::state(ui, words);
        let pairs = contrast::pairs(tokens);
        let pairs: Vec<&Pair> = pairs.iter().filter(|pair| pair.least == least).collect();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(GAP_XS);
            for pair in pairs {
                sample(ui, pair);
            }
        });
    }
}

fn swatch(ui: &mut Ui, size: Vec2, name: &str, colour: Color32) {
    let tokens = Tokens::of(ui);
    let ratio = format!("{:.1}", contrast::contrast(colour, tokens.paper));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let said = format!("{name}, {ratio} on paper");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let (painter, edge) = (ui.painter(), Stroke::new(1.0, tokens.hairline));
    let square = rect.with_max_x(rect.left() + GAP_XL);
    painter.rect(square, RADIUS, colour, edge, StrokeKind::Inside);
    let font = TextStyle::Small.resolve(ui.style());
    let (left, right) = (
        square.right_center() + vec2(GAP_S, 0.0),
        rect.right_center(),
    );
    painter.text(left, Align2::LEFT_CENTER, name, font.clone(), tokens.ink);
    painter.text(right, Align2::RIGHT_CENTER, ratio, font, tokens.ink_muted);
}

/// A pair as it looks: its own ratio, in its own colours.
fn sample(ui: &mut Ui, pair: &Pair) -> Response {
    let tokens = Tokens::of(ui);
    let [front, ground] = pair.colours;
    let font = TextStyle::Small.resolve(ui.style());
    let words = format!("{:.1}", pair.contrast());
    let text = ui.painter().layout_no_wrap(words, font, front);
    let mark = if pair.least < contrast::TEXT {
        12.0 + GAP_XS
    } else {
        0.0
    };
    let size = vec2(34.0 + mark, GAP_L);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let said = format!(
        "{} on {}: {:.1}, at least {}",
        pair.front,
        pair.ground,
        pair.contrast(),
        pair.least
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let (painter, edge) = (ui.painter(), Stroke::new(1.0, tokens.hairline));
    painter.rect(rect, RADIUS, ground, edge, StrokeKind::Inside);
    let shown = if mark > 0.0 {
        let at = rect.left_center() + vec2(GAP_S + 4.0, 0.0);
        painter.circle_filled(at, 5.0, front);
        // A mark's colour need not carry text: the figure is in one that does.
        legible(tokens, ground)
    } else {
        front
    };
    let at = rect.right_center() - vec2(GAP_XS + 2.0 + text.size().x, text.size().y / 2.0);
    let text = Arc::clone(&text);
    painter.galley_with_override_text_color(at, text, shown);
    response.on_hover_text(said)
}

/// Ink, or what stands on fills, whichever reads better here.
fn legible(tokens: &Tokens, ground: Color32) -> Color32 {
    let reads = |colour| contrast::contrast(colour, ground);
    if reads(tokens.ink) >= reads(tokens.on_accent) {
        tokens.ink
    } else {
        tokens.on_accent
    }
}

/// The grid.
pub fn space(ui: &mut Ui, _: &mut Gallery) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().interact_size.y = GAP_M;
    for (size, words) in [
        (GAP_XS, "4, a label and its field"),
        (GAP_S, "8, neighbours"),
        (GAP_M, "16, fields"),
        (GAP_L, "24, sections"),
        (GAP_XL, "32, parts of a page"),
        (CONTROL_HEIGHT, "32, the least height of a control"),
    ] {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(GAP_XL, size), Sense::hover());
            let bar = rect.with_max_x(rect.left() + size);
            ui.painter().rect_filled(bar, 0.0, tokens.accent);
            ui.label(theme::note(ui, words));
        });
    }
}
