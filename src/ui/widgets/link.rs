//! A word that leads somewhere, in running text and at the end of a line: as high as any control to
//! the hand, no higher than its text to the eye.

use eframe::egui::{
    CornerRadius, CursorIcon, Painter, Pos2, Rect, Response, Role, Sense, Stroke, TextStyle, Ui,
    WidgetInfo, vec2,
};

use super::{access, focus};
use crate::ui::theme::{CONTROL_HEIGHT, GAP_XS, RADIUS, Tokens};

/// What is written where a figure can be asked how it came about.
const HOW: &str = "How?";

/// A link of this text and style. It leads somewhere within what is on the screen: a button does
/// something.
pub fn link(ui: &mut Ui, text: &str, style: TextStyle) -> Response {
    let galley = {
        let font = style.resolve(ui.style());
        let colour = Tokens::of(ui).accent;
        ui.painter().layout_no_wrap(text.to_owned(), font, colour)
    };
    let (id, rect) = ui.allocate_space(galley.size());
    let response = ui.interact(reach(rect), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), text));
    if ui.is_rect_visible(rect) {
        let tokens = Tokens::of(ui);
        ui.painter().galley(rect.min, galley, tokens.accent);
        marked(ui, &response, rect, rect);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// "How?", after a figure in running text. A screen reader hears of which: `what` as in "Panel,
/// saving over five years".
pub fn how(ui: &mut Ui, what: &str) -> Response {
    let response = link(ui, HOW, TextStyle::Small);
    access::name(ui, &response, how_named(what));
    response
}

/// A whole figure that can be asked how it came about, with "How?" at the end of its first row.
pub(super) fn how_over(
    ui: &Ui,
    figure: Rect,
    row: f32,
    id: eframe::egui::Id,
    what: &str,
) -> Response {
    let response = ui.interact(figure, id, Sense::click());
    let name = how_named(what);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), &name));
    if ui.is_rect_visible(figure) {
        let word = how_at(ui.painter(), ui, figure, row);
        marked(ui, &response, word, figure.expand2(vec2(GAP_XS, 0.0)));
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn how_at(painter: &Painter, ui: &Ui, figure: Rect, row: f32) -> Rect {
    let tokens = Tokens::of(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let word = painter.layout_no_wrap(HOW.to_owned(), font, tokens.accent);
    let size = word.size();
    let at = Pos2::new(figure.right() - size.x, figure.top() + (row - size.y) / 2.0);
    painter.galley(at, word, tokens.accent);
    Rect::from_min_size(at, size)
}

fn how_named(what: &str) -> String {
    format!("How did {what} come about?")
}

/// Text that can be pressed is as high as a control, wherever the line is lower.
fn reach(text: Rect) -> Rect {
    let missing = (CONTROL_HEIGHT - text.height()).max(0.0);
    text.expand2(vec2(GAP_XS, missing / 2.0))
}

/// The line under a link that the mouse is on, and the ring around one that has the keyboard.
pub fn marked(ui: &Ui, response: &Response, words: Rect, whole: Rect) {
    let tokens = Tokens::of(ui);
    if response.hovered() {
        let line = Stroke::new(1.0, tokens.accent);
        ui.painter().hline(words.x_range(), words.bottom(), line);
    }
    if response.has_focus() {
        let corners = CornerRadius::same(RADIUS);
        focus::ring(ui.painter(), whole, corners, tokens);
    }
}
