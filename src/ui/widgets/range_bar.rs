//! A figure as the range that it is. There is no way to show the point without its range and the
//! number of cases behind it (product.md, "Always n, always a range").

use eframe::egui::{
    Align2, Color32, Id, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, TextStyle, Ui,
    WidgetInfo, pos2, vec2,
};

use super::marks;
use super::range_axis::Axis;
use crate::ui::money;
use crate::ui::theme::{self, GAP_S, ScenarioLook, Tokens};

/// A 90% range in £ with its middle. Positive saves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    low: f64,
    point: f64,
    high: f64,
}

impl Range {
    /// A range; `None` unless all three are finite and in order, apart from the point, which a
    /// resampled range need not hold.
    pub fn new(low: f64, point: f64, high: f64) -> Option<Self> {
        let finite = low.is_finite() && point.is_finite() && high.is_finite();
        (finite && low <= high).then_some(Self { low, point, high })
    }

    /// The lower end, £.
    pub const fn low(self) -> f64 {
        self.low
    }

    /// The middle, £.
    pub const fn point(self) -> f64 {
        self.point
    }

    /// The upper end, £.
    pub const fn high(self) -> f64 {
        self.high
    }

    /// Whether it holds both saving and costing.
    pub fn spans_zero(self) -> bool {
        self.low < 0.0 && self.high > 0.0
    }

    /// As it is shown: "£9m to £66m".
    pub fn shown(self) -> String {
        money::range(self.low, self.high)
    }

    /// What must be said beside it where it holds both saving and costing.
    pub fn verdict(self, n: usize) -> Option<String> {
        let these = if n == 1 {
            "This 1 case".to_owned()
        } else {
            format!("These {n} cases")
        };
        self.spans_zero()
            .then(|| format!("{these} cannot tell whether this saves or costs"))
    }

    /// All of it in words: "£8.8 million to £66.4 million, middle £50.1 million, from 28 cases".
    pub fn spoken(self, n: usize) -> String {
        let mut said = format!(
            "{} to {}, middle {}, from {}",
            money::spoken(self.low),
            money::spoken(self.high),
            money::spoken(self.point),
            cases(n)
        );
        if let Some(verdict) = self.verdict(n) {
            said.push_str(". ");
            said.push_str(&verdict);
        }
        said
    }
}

fn cases(n: usize) -> String {
    if n == 1 {
        "1 case".to_owned()
    } else {
        format!("{n} cases")
    }
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
    big: bool,
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
            big: false,
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

    /// As the headline of a screen.
    pub const fn big(mut self) -> Self {
        self.big = true;
        self
    }

    /// Shows it, as wide as there is room.
    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui);
        let width = ui.available_width();
        let font = |style: TextStyle| style.resolve(ui.style());
        let lay = |text: String, style: TextStyle, colour: Color32, wrap: f32| {
            ui.painter().layout(text, font(style), colour, wrap)
        };
        let figures = if self.big {
            theme::headline()
        } else {
            theme::strong()
        };
        let mark = font(TextStyle::Body).size * 0.75;
        let indent = mark + GAP_S;
        let label = lay(
            self.label.to_owned(),
            if self.big {
                theme::strong()
            } else {
                TextStyle::Body
            },
            tokens.ink,
            width - indent,
        );
        let ends = lay(self.range.shown(), figures, tokens.ink, width);
        let note = lay(self.note(), TextStyle::Small, tokens.ink_muted, width);
        let beside = !self.big && ends.size().x + GAP_S + note.size().x <= width;
        let verdict = self
            .range
            .verdict(self.n)
            .map(|text| lay(text, TextStyle::Small, tokens.ink, width));

        let bar = if self.big { 28.0 } else { 20.0 };
        let mut height = label.size().y + ends.size().y + bar;
        if !beside {
            height += note.size().y;
        }
        if let Some(verdict) = &verdict {
            height += verdict.size().y + 2.0;
        }
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        self.describe(ui, &response);
        if !ui.is_rect_visible(rect) {
            return response;
        }

        let painter = ui.painter();
        let mut at = rect.min;
        let centre = pos2(at.x + mark / 2.0 + 1.0, at.y + label.size().y / 2.0);
        marks::paint_point(painter, centre, mark, self.look, tokens);
        let label_height = label.size().y;
        painter.galley(at + vec2(indent, 0.0), label, tokens.ink);
        at.y += label_height;
        let ends_height = ends.size().y;
        painter.galley(at, ends, tokens.ink);
        let note_size = note.size();
        if beside {
            let down = (ends_height - note_size.y) / 2.0 + 1.0;
            let place = pos2(rect.right() - note_size.x, at.y + down);
            painter.galley(place, note, tokens.ink_muted);
            at.y += ends_height;
            self.bar(ui, response.id, Rect::from_min_size(at, vec2(width, bar)));
            at.y += bar;
        } else {
            at.y += ends_height;
            self.bar(ui, response.id, Rect::from_min_size(at, vec2(width, bar)));
            at.y += bar;
            painter.galley(at, note, tokens.ink_muted);
            at.y += note_size.y;
        }
        if let Some(verdict) = verdict {
            painter.galley(at + vec2(0.0, 2.0), verdict, tokens.ink);
        }
        response
    }

    fn note(&self) -> String {
        let middle = money::short(self.range.point);
        if self.big {
            format!("Middle {middle} · 90% range · {}", cases(self.n))
        } else {
            format!("middle {middle} · {}", cases(self.n))
        }
    }

    fn describe(&self, ui: &Ui, response: &Response) {
        let name = format!("{}: {}", self.label, self.range.spoken(self.n));
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let shown = self.range.shown();
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_value(shown));
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
            x("low", self.range.low),
            x("point", self.range.point),
            x("high", self.range.high),
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

/// The axis that several bars share: its ends and steps in figures, nought among them.
pub fn axis_row(ui: &mut Ui, axis: Axis) -> Response {
    let tokens = Tokens::of(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let size = vec2(
        ui.available_width(),
        ui.text_style_height(&TextStyle::Small),
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    for value in axis.steps() {
        let text = money::short(value);
        let painter = ui.painter();
        let galley = painter.layout_no_wrap(text, font.clone(), tokens.ink_muted);
        let half = galley.size().x / 2.0;
        let x = Axis::x(axis.share(value), rect);
        let x = x.clamp(
            rect.left() + half,
            (rect.right() - half).max(rect.left() + half),
        );
        let place = Align2::CENTER_CENTER
            .anchor_size(pos2(x, rect.center().y), galley.size())
            .min;
        painter.galley(place, galley, tokens.ink_muted);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_in_words() {
        let range = Range::new(8_800_000.0, 50_100_000.0, 66_400_000.0).unwrap();
        assert_eq!(
            range.spoken(28),
            "£8.8 million to £66.4 million, middle £50.1 million, from 28 cases"
        );
        assert_eq!(range.verdict(28), None);
    }

    #[test]
    fn a_range_that_holds_nought_says_so() {
        let range = Range::new(-2_000_000.0, 28_000_000.0, 57_000_000.0).unwrap();
        assert_eq!(
            range.verdict(28).unwrap(),
            "These 28 cases cannot tell whether this saves or costs"
        );
        assert!(
            range
                .spoken(1)
                .ends_with("from 1 case. This 1 case cannot tell whether this saves or costs")
        );
    }

    #[test]
    fn no_range_of_what_is_no_number() {
        assert!(Range::new(f64::NAN, 1.0, 2.0).is_none());
        assert!(Range::new(0.0, 1.0, f64::INFINITY).is_none());
        assert!(Range::new(2.0, 1.0, 0.0).is_none());
    }
}
