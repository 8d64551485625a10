//! Single draws of a range as a swarm of dots: the one place where figures stand without the range
//! that they make up, so each is called one draw of so many cases.

use eframe::egui::layers::ShapeIdx;
use eframe::egui::{
    Color32, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, TextStyle, Ui, WidgetInfo,
    pos2, vec2,
};

use super::marks;
use super::range::{POINT, Range, cases};
use super::range_axis::Axis;
use crate::ui::money;
use crate::ui::theme::{self, GAP_XS, ScenarioLook, Tokens};

/// Radius of a dot, and of the newest. Points.
const DOT: f32 = 3.5;
const NEWEST: f32 = 6.5;
/// Rows of dots on each side of the middle one.
const LANES: i8 = 2;
/// From row to row. Points.
const LANE: f32 = 8.0;
/// The height of what stands below the dots: what they jump from, and the range that they make up.
/// Points.
const BRACKET: f32 = 18.0;
/// The mark of what they jump from. Points.
const STRAIGHT: f32 = 12.0;

/// Draws of a figure in the panel's look, the newest bigger and with its figure, and below them the
/// mark of the straight extrapolation that they jump from.
///
/// Variants: without and with the range that the draws make up; its place is kept. One node for a
/// screen reader, with all of it in words. A draw beyond the axis is an arrow at its end. The newest glides from where the one before it was.
#[must_use = "call show"]
pub struct Swarm<'a> {
    draws: &'a [f64],
    straight: f64,
    n: usize,
    axis: Axis,
    range: Option<Range>,
}

impl<'a> Swarm<'a> {
    /// Draws in £, from the first to the newest, the straight extrapolation, the number of cases of
    /// each, and the axis of the range bar that they belong to.
    pub const fn new(draws: &'a [f64], straight: f64, n: usize, axis: Axis) -> Self {
        let range = None;
        Self {
            draws,
            straight,
            n,
            axis,
            range,
        }
    }

    /// With the range that they and others make up.
    pub const fn range(mut self, range: Option<Range>) -> Self {
        self.range = range;
        self
    }

    /// Shows it, as wide as there is room.
    pub fn show(self, ui: &mut Ui) -> Response {
        let words = ui.text_style_height(&theme::strong()) + GAP_XS;
        let band = (2.0 * f32::from(LANES) + 1.0) * LANE;
        let size = vec2(ui.available_width(), words + band + BRACKET);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let said = self.spoken();
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
        if ui.is_rect_visible(rect) {
            let dots = Rect::from_min_size(rect.min + vec2(0.0, words), vec2(size.x, band));
            self.dots(ui, dots);
            self.newest(ui, &response, rect, dots);
            self.below(ui, dots);
        }
        response
    }

    /// All of it in words.
    fn spoken(&self) -> String {
        let Some(newest) = self.draws.last() else {
            return format!("No draw yet of {}", cases(self.n));
        };
        let mut said = match self.draws {
            [_] => format!("1 draw of {}: {}", cases(self.n), money::spoken(*newest)),
            draws => {
                let low = draws.iter().copied().fold(f64::INFINITY, f64::min);
                let high = draws.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                format!(
                    "{} draws of {}: {} to {}, the newest {}",
                    draws.len(),
                    cases(self.n),
                    money::spoken(low),
                    money::spoken(high),
                    money::spoken(*newest)
                )
            }
        };
        said.push_str(&format!("; {POINT} {}", money::spoken(self.straight)));
        if let Some(range) = self.range {
            let (low, high) = (money::spoken(range.low()), money::spoken(range.high()));
            said.push_str(&format!("; 90% range {low} to {high}"));
        }
        said
    }

    fn x(&self, value: f64, rect: Rect) -> f32 {
        Axis::x(self.axis.share(value), rect)
    }

    /// At which end of the axis a draw lies beyond it: -1 or 1.
    fn beyond(&self, draw: f64) -> Option<f32> {
        (!self.axis.holds(draw)).then(|| {
            if self.axis.share(draw) < 0.5 {
                -1.0
            } else {
                1.0
            }
        })
    }

    /// All but the newest, none over another as long as there is room.
    fn dots(&self, ui: &Ui, rect: Rect) {
        let (painter, tokens) = (ui.painter(), Tokens::of(ui));
        painter.hline(
            rect.x_range(),
            rect.center().y,
            Stroke::new(1.0, tokens.hairline),
        );
        if self.axis.holds_zero() {
            let zero = self.x(0.0, rect);
            let line = Stroke::new(1.0, tokens.ink_muted);
            painter.vline(zero, rect.top()..=(rect.bottom() + BRACKET), line);
        }
        // From what they jump from up through the dots.
        let colour = ScenarioLook::Panel.colour(tokens);
        let straight = self.x(self.straight, rect);
        painter.vline(
            straight,
            rect.top()..=(rect.bottom() + BRACKET / 2.0),
            Stroke::new(1.0, colour),
        );
        let Some((_, before)) = self.draws.split_last() else {
            return;
        };
        let xs: Vec<f32> = before.iter().map(|draw| self.x(*draw, rect)).collect();
        for ((x, lane), draw) in xs.iter().zip(lanes(&xs)).zip(before) {
            let centre = pos2(*x, rect.center().y + f32::from(lane) * LANE);
            match self.beyond(*draw) {
                None => painter.circle_filled(centre, DOT, colour),
                Some(way) => arrow(painter, centre, way * DOT * 1.25, colour, Stroke::NONE),
            };
        }
    }

    /// The newest, with its figure above it.
    fn newest(&self, ui: &Ui, response: &Response, rect: Rect, dots: Rect) {
        let Some(newest) = self.draws.last() else {
            return;
        };
        let (painter, tokens) = (ui.painter(), Tokens::of(ui));
        let share = ui.ctx().animate_value_with_time(
            response.id.with("newest"),
            self.axis.share(*newest),
            ui.style().animation_time,
        );
        let centre = pos2(Axis::x(share, dots), dots.center().y);
        let (colour, rim) = (
            ScenarioLook::Panel.colour(tokens),
            Stroke::new(1.5, tokens.ink),
        );
        if let Some(way) = self.beyond(*newest) {
            arrow(painter, centre, way * NEWEST, colour, rim);
        } else {
            painter.circle_filled(centre, NEWEST + 2.0, tokens.recessed);
            painter.circle(centre, NEWEST, colour, rim);
        }
        let lay = |text: String, style: TextStyle, colour| {
            painter.layout_no_wrap(text, style.resolve(ui.style()), colour)
        };
        let figure = lay(money::short(*newest), theme::strong(), tokens.ink);
        let of = format!(" one draw of {} ", cases(self.n));
        let of = lay(of, TextStyle::Small, tokens.ink_muted);
        let (figure_width, of_width) = (figure.size().x, of.size().x);
        let width = figure_width + of_width;
        // The figure stands over its dot; what it is stands on the side where there is room for it.
        let over = centre.x - figure_width / 2.0;
        let last = (rect.right() - figure_width).max(rect.left());
        let after = over.clamp(rect.left(), (rect.right() - width).max(rect.left()));
        let before = over.clamp((rect.left() + of_width).min(last), last);
        let (left, beside) = if (after - over).abs() <= (before - over).abs() {
            (after, after + figure_width)
        } else {
            (before, before - of_width)
        };
        let lower = figure.size().y - of.size().y - 1.0;
        painter.galley(pos2(left, rect.top()), figure, tokens.ink);
        painter.galley(pos2(beside, rect.top() + lower), of, tokens.ink_muted);
    }

    /// Below the draws, as in a range bar: what they jump from, and the range that they make up.
    fn below(&self, ui: &Ui, dots: Rect) {
        let (painter, tokens, look) = (ui.painter(), Tokens::of(ui), ScenarioLook::Panel);
        let y = dots.bottom() + BRACKET / 2.0;
        if let Some(range) = self.range {
            let ends = [range.low(), range.high()].map(|end| self.x(end, dots));
            bracket(painter, ends, y, look.colour(tokens));
        }
        let straight = pos2(self.x(self.straight, dots), y);
        marks::paint_point(painter, straight, STRAIGHT, look, tokens);
    }
}

/// What stands at the end of the axis for a draw that lies beyond it. The sign of its size is where
/// it points.
fn arrow(painter: &Painter, centre: Pos2, size: f32, colour: Color32, rim: Stroke) -> ShapeIdx {
    let corners = vec![
        centre + vec2(size, 0.0),
        centre + vec2(-0.75 * size, -size),
        centre + vec2(-0.75 * size, size),
    ];
    painter.add(Shape::convex_polygon(corners, colour, rim))
}

fn bracket(painter: &Painter, [low, high]: [f32; 2], y: f32, colour: Color32) {
    painter.hline(low..=high, y, Stroke::new(3.0, colour));
    for end in [low, high] {
        painter.vline(end, (y - 6.0)..=(y + 6.0), Stroke::new(2.0, colour));
    }
}

/// A lane for every dot, from the middle outwards, so that none hides one that came before it; once
/// there is no room left they lie in the middle. A dot stays where it is when others come.
fn lanes(xs: &[f32]) -> Vec<i8> {
    let outwards = (0..=LANES).flat_map(|lane| {
        if lane == 0 {
            vec![0]
        } else {
            vec![-lane, lane]
        }
    });
    let outwards: Vec<i8> = outwards.collect();
    let mut taken: Vec<(f32, i8)> = Vec::with_capacity(xs.len());
    for &x in xs {
        let is_free = |lane: &i8| {
            let mut there = taken.iter().filter(|(_, other)| other == lane);
            there.all(|(other, _)| (x - other).abs() >= 2.0 * DOT)
        };
        let lane = outwards.iter().copied().find(is_free).unwrap_or(0);
        taken.push((x, lane));
    }
    taken.into_iter().map(|(_, lane)| lane).collect()
}

#[cfg(test)]
mod tests {
    use super::lanes;

    #[test]
    fn dots_make_room_for_each_other_and_stay() {
        let xs = [10.0, 50.0, 12.0, 11.0, 10.0, 10.0, 10.0, 16.0];
        let placed = lanes(&xs);
        assert_eq!(placed, [0, 0, -1, 1, -2, 2, 0, 0].map(|lane: i8| lane));
        assert_eq!(lanes(&xs[..4]), placed[..4]);
        assert!(lanes(&[]).is_empty());
    }
}
