//! A figure as the range that it is. There is no way to show the point without its range and the
//! number of cases behind it (product.md, "Always n, always a range").

use std::sync::Arc;

use eframe::egui::{
    Color32, Galley, Id, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, TextStyle, Ui,
    WidgetInfo, pos2, vec2,
};

use super::range::{POINT, POINT_EXPLAINED, Range, cases};
use super::range_axis::Axis;
use super::{link, marks};
use crate::ui::money;
use crate::ui::theme::{self, GAP_S, ScenarioLook, Tokens};

/// The height of a bar among several. Points.
const SMALL_BAR: f32 = 20.0;

/// The row of the label, which stands beside its mark.
const LABEL: usize = 0;
/// The row of the figures, with the bar under it.
const FIGURES: usize = 1;

fn mark_size(ui: &Ui) -> f32 {
    TextStyle::Body.resolve(ui.style()).size * 0.75
}

/// A labelled range: its ends in figures, then a bar with the point inside it.
///
/// Variants: small (one of several) and big (the headline of a screen). To compare several, give
/// them one [`Axis`]. One node for a screen reader, named with the whole in words and with the
/// figures as its value. A change glides once.
#[must_use = "call show"]
pub struct RangeBar<'a> {
    label: &'a str,
    range: Range,
    n: usize,
    look: ScenarioLook,
    axis: Option<Axis>,
    before: Option<Range>,
    big: bool,
    said_once: bool,
    plain: bool,
    how: Option<&'a str>,
}

impl<'a> RangeBar<'a> {
    /// A range and the number of cases it rests on.
    pub const fn new(label: &'a str, range: Range, n: usize) -> Self {
        Self {
            label,
            range,
            n,
            look: ScenarioLook::Panel,
            axis: None,
            before: None,
            big: false,
            said_once: false,
            plain: false,
            how: None,
        }
    }

    /// The range of a scenario, under its name and in its look.
    pub const fn of(look: ScenarioLook, range: Range, n: usize) -> Self {
        Self::new(look.label(), range, n).look(look)
    }

    /// In the look of a scenario (default: the panel's).
    pub const fn look(mut self, look: ScenarioLook) -> Self {
        self.look = look;
        self
    }

    /// On an axis shared with others (default: its own, from nought).
    pub const fn axis(mut self, axis: Axis) -> Self {
        self.axis = Some(axis);
        self
    }

    /// With what it was before the last change as a thin line under it. What that was stands in
    /// words beside the bar, where whoever shows it puts them.
    pub const fn before(mut self, before: Option<Range>) -> Self {
        self.before = before;
        self
    }

    /// As the headline of a screen.
    pub const fn big(mut self) -> Self {
        self.big = true;
        self
    }

    /// Where several stand together, their verdicts are said once, below all of them.
    pub const fn verdict_said_once(mut self) -> Self {
        self.said_once = true;
        self
    }

    /// A figure that neither saves nor costs, as a balance: without a verdict.
    pub const fn no_saving(mut self) -> Self {
        self.plain = true;
        self
    }

    /// Can be asked how it came about: pressed anywhere, or by key. `what` as a screen reader hears
    /// it: "Panel, saving over five years".
    pub const fn how(mut self, what: Option<&'a str>) -> Self {
        self.how = what;
        self
    }

    /// Shows it, as wide as there is room. The response is that of the bar, or of what can be
    /// pressed where it can be asked.
    pub fn show(self, ui: &mut Ui) -> Response {
        let width = ui.available_width();
        let words = self.words(ui, width);
        let bar = if self.big { 28.0 } else { SMALL_BAR };
        let height: f32 = bar + words.iter().map(|row| row.size().y).sum::<f32>();
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        self.describe(ui, &response);
        let label = words.first().map_or(0.0, |label| label.size().y);
        let response = match self.how {
            // Whoever can ask is told there.
            Some(what) => link::how_over(ui, rect, label, response.id.with("how"), what),
            None => response.on_hover_text(POINT_EXPLAINED),
        };
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let tokens = Tokens::of(ui);
        let mark = mark_size(ui);
        let glide = ui.make_persistent_id(("range bar", self.label));
        let mut at = rect.min;
        for (row, text) in words.into_iter().enumerate() {
            let height = text.size().y;
            let mut left = at;
            if row == LABEL {
                let centre = at + vec2(mark / 2.0 + 1.0, height / 2.0);
                marks::paint_point(ui.painter(), centre, mark, self.look, tokens);
                left.x += mark + GAP_S;
            }
            ui.painter().galley(left, text, tokens.ink);
            at.y += height;
            if row == FIGURES {
                self.bar(ui, glide, Rect::from_min_size(at, vec2(width, bar)));
                at.y += bar;
            }
        }
        response
    }

    /// What stands above the bar ([`LABEL`], [`FIGURES`]) and below it, row by row.
    fn words(&self, ui: &Ui, width: f32) -> Vec<Arc<Galley>> {
        let tokens = Tokens::of(ui);
        let lay = |text: String, style: TextStyle, colour: Color32, width: f32| {
            let font = style.resolve(ui.style());
            ui.painter().layout(text, font, colour, width)
        };
        let (name, figures) = if self.big {
            (theme::strong(), theme::headline())
        } else {
            (TextStyle::Body, theme::strong())
        };
        let beside_mark = width - mark_size(ui) - GAP_S;
        let mut rows = vec![
            lay(self.label.to_owned(), name, tokens.ink, beside_mark),
            self.figures(ui, figures, width),
            lay(self.note(), TextStyle::Small, tokens.ink_muted, width),
        ];
        let verdict = self.range.verdict(self.n);
        let verdict = verdict.filter(|_| !self.said_once && !self.plain);
        if let Some(verdict) = verdict {
            rows.push(lay(verdict, TextStyle::Small, tokens.ink, width));
        }
        rows
    }

    /// The ends on one line, smaller where the room asks for it.
    fn figures(&self, ui: &Ui, style: TextStyle, width: f32) -> Arc<Galley> {
        let mut font = style.resolve(ui.style());
        let lay = |font| {
            let painter = ui.painter();
            painter.layout_no_wrap(self.range.shown(), font, Tokens::of(ui).ink)
        };
        let galley = lay(font.clone());
        if galley.size().x <= width {
            return galley;
        }
        let least = TextStyle::Small.resolve(ui.style()).size;
        font.size = (font.size * width / galley.size().x).floor().max(least);
        lay(font)
    }

    fn note(&self) -> String {
        let point = money::short(self.range.point());
        let range = if self.big { "90% range · " } else { "" };
        format!("{POINT} {point} · {range}{}", cases(self.n))
    }

    fn describe(&self, ui: &Ui, response: &Response) {
        let said = if self.plain {
            format!("{}, from {}", self.range.figures_spoken(), cases(self.n))
        } else {
            self.range.spoken(self.n)
        };
        let name = format!("{}: {said}", self.label);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let shown = self.range.shown();
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_value(shown);
            node.set_description(POINT_EXPLAINED);
        });
    }

    /// The bar alone: range, point and the line of nought.
    fn bar(&self, ui: &Ui, id: Id, rect: Rect) {
        let tokens = Tokens::of(ui);
        let axis = self.axis.unwrap_or_else(|| Axis::covering([self.range]));
        let time = ui.style().animation_time;
        let x = |part: &str, value: f64| {
            let share = ui
                .ctx()
                .animate_value_with_time(id.with(part), axis.share(value), time);
            Axis::x(share, rect)
        };
        let (low, point, high) = (
            x("low", self.range.low()),
            x("point", self.range.point()),
            x("high", self.range.high()),
        );
        let painter = ui.painter();
        let y = rect.center().y;
        let track = Stroke::new(1.0, tokens.hairline);
        painter.hline(rect.x_range(), y, track);
        if axis.holds_zero() {
            let zero = Axis::x(axis.share(0.0), rect);
            painter.vline(zero, rect.y_range(), Stroke::new(1.0, tokens.ink_muted));
        }
        let (thick, cap) = if self.big { (4.0, 9.0) } else { (3.0, 6.0) };
        let colour = self.look.colour(tokens);
        whisker(
            painter,
            [pos2(low, y), pos2(high, y)],
            cap,
            Stroke::new(thick, colour),
            self.look,
        );
        if let Some(before) = self.before {
            let [low, high] =
                [before.low(), before.high()].map(|end| Axis::x(axis.share(end), rect));
            let stroke = Stroke::new(1.5, tokens.current_course);
            painter.hline(low..=high, rect.bottom() - 1.0, stroke);
            for end in [low, high] {
                painter.vline(end, (rect.bottom() - 4.0)..=rect.bottom(), stroke);
            }
        }
        let size = if self.big { 16.0 } else { 12.0 };
        marks::paint_point(painter, pos2(point, y), size, self.look, tokens);
    }
}

fn whisker(painter: &Painter, ends: [Pos2; 2], cap: f32, stroke: Stroke, look: ScenarioLook) {
    if look.dashed() {
        let length = stroke.width * 2.0;
        painter.extend(Shape::dashed_line(&ends, stroke, length, length * 0.75));
    } else {
        painter.line_segment(ends, stroke);
    }
    for end in ends {
        let arm = vec2(0.0, cap);
        painter.line_segment([end - arm, end + arm], Stroke::new(2.0, stroke.color));
    }
}

/// Holds the place of the small range of a scenario whose figures are not there yet.
pub fn awaited(ui: &mut Ui, look: ScenarioLook) -> Response {
    let bar = Range::new(0.0, 0.0, 0.0).map(|range| RangeBar::of(look, range, 0));
    let width = ui.available_width();
    let words = bar.map_or_else(Vec::new, |bar| bar.verdict_said_once().words(ui, width));
    let height: f32 = SMALL_BAR + words.iter().map(|row| row.size().y).sum::<f32>();
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, look.label()));
    let (tokens, mark) = (Tokens::of(ui), mark_size(ui));
    if let Some(label) = words.into_iter().next() {
        let middle = label.size().y / 2.0;
        let centre = rect.min + vec2(mark / 2.0 + 1.0, middle);
        marks::paint_point(ui.painter(), centre, mark, look, tokens);
        let left = rect.min + vec2(mark + GAP_S, 0.0);
        ui.painter().galley(left, label, tokens.ink_muted);
    }
    response
}

/// The axis that several bars share: round figures along it, nought among them.
pub fn axis_row(ui: &mut Ui, axis: Axis) -> Response {
    let tokens = Tokens::of(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let size = vec2(
        ui.available_width(),
        ui.text_style_height(&TextStyle::Small),
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    // A figure is about four times as wide as it is high.
    let room = (rect.width() / (4.0 * font.size)) as usize;
    for value in axis.steps(room) {
        let painter = ui.painter();
        let text = painter.layout_no_wrap(money::short(value), font.clone(), tokens.ink_muted);
        let half = text.size() / 2.0;
        let (left, right) = (rect.left() + half.x, rect.right() - half.x);
        let x = Axis::x(axis.share(value), rect).min(right).max(left);
        painter.galley(pos2(x, rect.center().y) - half, text, tokens.ink_muted);
    }
    response
}
