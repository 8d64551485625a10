//! A small chart of balances over the years: the current course, and the scenarios with their
//! ranges. Painted here rather than by a plotting library: it stands still, and a screen reader
//! must be told what it shows.

use std::sync::Arc;

use eframe::egui::{
    AsIdSalt, Galley, Id, Mesh, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke,
    TextStyle, Ui, WidgetInfo, pos2, vec2,
};

use super::balances::Balances;
use super::marks;
use super::range::Range;
use super::range_axis::Axis;
use crate::ui::money;
use crate::ui::theme::{GAP_XS, ScenarioLook, Tokens};

/// Between the ends of the lines and the ranges beside them, and between these. Points.
const BESIDE: f32 = 11.0;
/// The size of a point. Points.
const POINT: f32 = 10.0;
/// Below this width names stand in two rows, so that the lines keep theirs. Points.
const NARROW: f32 = 360.0;
/// How wide names are then. Points.
const NAME: f32 = 58.0;
/// What the chart shows, beside the first round figure.
const CAPTION: &str = "Balance, end of each year";
/// No more round figures than this up the side.
const STEPS: usize = 4;

/// The chart, as wide as there is room.
///
/// Lines run through the straight extrapolations; the panel's range is a band along its line, and
/// beside the last year stands the range of every scenario. Each has its name and mark beside it.
/// One node for a screen reader, named with all of it in words. A change glides once.
pub fn balance_chart(ui: &mut Ui, balances: &Balances, height: f32) -> Response {
    let size = vec2(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, balances.spoken()));
    let response = response.on_hover_text(balances.at_the_end());
    if ui.is_rect_visible(rect) {
        let names = names(ui, balances, rect.width());
        let canvas = Canvas::new(ui, balances, rect, &names);
        canvas.grid(balances);
        canvas.lines(balances);
        canvas.heights();
        canvas.ends(balances, names);
        canvas.turned_out(balances);
    }
    response
}

/// The names at the ends of the lines, the current course first.
fn names(ui: &Ui, balances: &Balances, width: f32) -> Vec<(ScenarioLook, Arc<Galley>)> {
    let font = TextStyle::Small.resolve(ui.style());
    let room = if width < NARROW { NAME } else { width };
    let lay = |name: &str| {
        let painter = ui.painter();
        painter.layout(name.to_owned(), font.clone(), Tokens::of(ui).ink, room)
    };
    let looks = balances.courses().iter().map(|(look, _)| *look);
    std::iter::once(ScenarioLook::CurrentCourse)
        .chain(looks)
        .map(|look| (look, lay(look.label())))
        .collect()
}

fn small(ui: &Ui, text: String) -> Arc<Galley> {
    let font = TextStyle::Small.resolve(ui.style());
    ui.painter().layout_no_wrap(text, font, Tokens::of(ui).ink)
}

/// The axis that holds every balance, and nought.
fn axis(balances: &Balances) -> Axis {
    let ranges = balances.courses().iter().flat_map(|(_, years)| years);
    let known = balances.current().iter().copied();
    let known = known.chain([balances.opening()]);
    let known = known.chain(balances.before().map(|(_, balance)| balance));
    known.fold(Axis::covering(ranges.copied()), |axis, balance| {
        axis.and(balance)
    })
}

struct Canvas<'a> {
    ui: &'a Ui,
    painter: &'a Painter,
    tokens: &'static Tokens,
    /// All of the chart.
    rect: Rect,
    /// Where the lines run.
    plot: Rect,
    axis: Axis,
    /// Years after the base year.
    years: usize,
    /// Years before it.
    before: usize,
    id: Id,
}

impl<'a> Canvas<'a> {
    fn new(
        ui: &'a Ui,
        balances: &Balances,
        rect: Rect,
        names: &[(ScenarioLook, Arc<Galley>)],
    ) -> Self {
        let row = ui.text_style_height(&TextStyle::Small);
        let widest = names.iter().map(|(_, name)| name.size().x);
        let beside = BESIDE * (balances.courses().len() as f32 + 1.5);
        let right = widest.fold(0.0, f32::max) + POINT / 2.0 + GAP_XS + beside;
        let plot = Rect::from_min_max(
            rect.min + vec2(0.0, row),
            pos2(
                (rect.right() - right).max(rect.left() + 1.0),
                rect.bottom() - row - GAP_XS,
            ),
        );
        Self {
            ui,
            painter: ui.painter(),
            tokens: Tokens::of(ui),
            rect,
            plot,
            axis: axis(balances),
            years: balances.current().len().max(1),
            before: usize::from(balances.before().is_some()),
            id: ui.make_persistent_id("balance chart"),
        }
    }

    fn x(&self, year: usize) -> f32 {
        let (years, all) = (year + self.before, self.years + self.before);
        self.plot.left() + self.plot.width() * years as f32 / all as f32
    }

    /// The year before as it turned out: a point that no line runs through.
    fn turned_out(&self, balances: &Balances) {
        let Some((_, balance)) = balances.before() else {
            return;
        };
        let at = pos2(self.plot.left(), self.y("turned out", balance));
        let line = Stroke::new(2.0, self.tokens.ink);
        self.painter
            .circle(at, POINT / 2.0, self.tokens.paper, line);
    }

    /// Where a balance lies; it glides there.
    fn y(&self, what: impl AsIdSalt, balance: f64) -> f32 {
        let time = self.ui.style().animation_time;
        let share = self.axis.share(balance);
        let context = self.ui.ctx();
        self.height(context.animate_value_with_time(self.id.with(what), share, time))
    }

    fn height(&self, share: f32) -> f32 {
        self.plot.bottom() - self.plot.height() * share
    }

    /// Round balances up the side, and the years at both ends.
    fn grid(&self, balances: &Balances) {
        let tokens = self.tokens;
        for value in self.axis.steps(STEPS) {
            let y = self.height(self.axis.share(value));
            let line = if value == 0.0 {
                tokens.ink_muted
            } else {
                tokens.hairline
            };
            let across = self.plot.x_range();
            self.painter.hline(across, y, Stroke::new(1.0, line));
        }
        let caption = small(self.ui, CAPTION.to_owned());
        let over = pos2(self.rect.right() - caption.size().x, self.rect.top());
        let muted = tokens.ink_muted;
        self.painter
            .galley_with_override_text_color(over, caption, muted);
        let (first, last) = balances.ends();
        let first = balances.before().map_or(first, |(year, _)| year);
        let y = self.plot.bottom() + GAP_XS;
        let (first, last) = (
            small(self.ui, first.to_owned()),
            small(self.ui, last.to_owned()),
        );
        let right = pos2(self.plot.right() - last.size().x, y);
        // Where there is no room for both, the end is what the title speaks of.
        if right.x > self.plot.left() + first.size().x + GAP_XS {
            let left = pos2(self.plot.left(), y);
            self.painter
                .galley_with_override_text_color(left, first, muted);
        }
        self.painter
            .galley_with_override_text_color(right, last, muted);
    }

    /// What the grid's lines stand for, on a ground of their own over the courses that cross them.
    fn heights(&self) {
        let tokens = self.tokens;
        for value in self.axis.steps(STEPS) {
            let text = small(self.ui, money::short(value));
            let y = self.height(self.axis.share(value));
            let at = pos2(self.plot.left(), y - text.size().y);
            let ground = Rect::from_min_size(at, text.size());
            self.painter.rect_filled(ground, 2.0, tokens.recessed);
            self.painter
                .galley_with_override_text_color(at, text, tokens.ink_muted);
        }
    }

    fn lines(&self, balances: &Balances) {
        let start = pos2(self.x(0), self.y("opening", balances.opening()));
        for (look, years) in balances.courses() {
            // One band alone: two that overlap mix into a third hue that means nothing.
            if *look == ScenarioLook::Panel {
                self.band(start, *look, years);
            }
        }
        let current = balances.current().iter().enumerate();
        let current = current.map(|(at, balance)| self.y(("current", at), *balance));
        self.line(start, ScenarioLook::CurrentCourse, current);
        for (look, years) in balances.courses() {
            let points = years.iter().enumerate();
            let points = points.map(|(at, year)| self.y((look, "point", at), year.point()));
            self.line(start, *look, points);
        }
    }

    fn line(&self, start: Pos2, look: ScenarioLook, years: impl Iterator<Item = f32>) {
        let years = years.enumerate().map(|(at, y)| pos2(self.x(at + 1), y));
        let path: Vec<Pos2> = std::iter::once(start).chain(years).collect();
        let stroke = Stroke::new(2.0, look.colour(self.tokens));
        if look.dashed() {
            self.painter
                .extend(Shape::dashed_line(&path, stroke, 5.0, 4.0));
        } else {
            self.painter.line(path, stroke);
        }
    }

    /// The ranges of the years, from where nothing is open yet.
    fn band(&self, start: Pos2, look: ScenarioLook, years: &[Range]) {
        let hue = look.colour(self.tokens);
        let fill = hue.gamma_multiply(0.18);
        let (mut low, mut high) = (vec![start], vec![start]);
        for (at, year) in years.iter().enumerate() {
            let x = self.x(at + 1);
            low.push(pos2(x, self.y((look, "low", at), year.low())));
            high.push(pos2(x, self.y((look, "high", at), year.high())));
        }
        let mut mesh = Mesh::default();
        for (low, high) in low.iter().zip(&high) {
            mesh.colored_vertex(*low, fill);
            mesh.colored_vertex(*high, fill);
        }
        for corner in (0..low.len() as u32 - 1).map(|at| 2 * at) {
            mesh.add_triangle(corner, corner + 1, corner + 2);
            mesh.add_triangle(corner + 1, corner + 2, corner + 3);
        }
        self.painter.add(mesh);
        for edge in [low, high] {
            self.painter
                .line(edge, Stroke::new(1.0, hue.gamma_multiply(0.5)));
        }
    }

    /// Beside the last year: the range of every scenario, and every name with its mark.
    fn ends(&self, balances: &Balances, names: Vec<(ScenarioLook, Arc<Galley>)>) {
        let last = self.years - 1;
        let current = balances.current().last().copied();
        let current = self.y(("current", last), current.unwrap_or(balances.opening()));
        let at = pos2(self.plot.right(), current);
        self.mark(at, ScenarioLook::CurrentCourse);
        let mut wanted = vec![current];
        let mut x = self.plot.right();
        for (look, years) in balances.courses() {
            x += BESIDE;
            let Some(end) = years.last() else { continue };
            let point = self.y((look, "point", last), end.point());
            let low = self.y((look, "low", last), end.low());
            let high = self.y((look, "high", last), end.high());
            self.whisker(x, low, high, *look);
            // At the end of its line, and beside it in its range.
            self.mark(pos2(self.plot.right(), point), *look);
            self.mark(pos2(x, point), *look);
            wanted.push(point);
        }
        let heights = names.iter().map(|(_, name)| name.size().y);
        let wanted: Vec<(f32, f32)> = wanted.into_iter().zip(heights).collect();
        let places = spread(&wanted, self.plot.top(), self.plot.bottom());
        for ((look, name), y) in names.into_iter().zip(places) {
            let left = x + BESIDE * 1.5;
            self.mark(pos2(left, y), look);
            let at = pos2(left + POINT / 2.0 + GAP_XS, y - name.size().y / 2.0);
            self.painter.galley(at, name, self.tokens.ink);
        }
    }

    fn whisker(&self, x: f32, low: f32, high: f32, look: ScenarioLook) {
        let stroke = Stroke::new(2.0, look.colour(self.tokens));
        let ends = [pos2(x, low), pos2(x, high)];
        if look.dashed() {
            self.painter
                .extend(Shape::dashed_line(&ends, stroke, 4.0, 3.0));
        } else {
            self.painter.line_segment(ends, stroke);
        }
        for end in ends {
            self.painter.hline((x - 3.5)..=(x + 3.5), end.y, stroke);
        }
    }

    fn mark(&self, at: Pos2, look: ScenarioLook) {
        marks::paint_point(self.painter, at, POINT, look, self.tokens);
    }
}

/// The middles of labels, each given with the middle that it wants and its height: none over
/// another, as near to where they want to be as that allows, and within top and bottom where there
/// is room for all. In the order of the labels.
fn spread(labels: &[(f32, f32)], top: f32, bottom: f32) -> Vec<f32> {
    let mut order: Vec<(usize, f32, f32)> = labels
        .iter()
        .enumerate()
        .map(|(at, (middle, height))| (at, *middle, *height))
        .collect();
    // What stands on one spot keeps its order.
    order.sort_by(|a, b| a.1.round().total_cmp(&b.1.round()));
    // How far below the first each label is where they stand close.
    let (mut below, mut last) = (0.0, None);
    let mut blocks: Vec<(Vec<(usize, f32)>, f32)> = Vec::new();
    for (at, middle, height) in &order {
        below += last.map_or(0.0, |last: f32| (last + height) / 2.0);
        last = Some(*height);
        // Labels that would touch become one block, which stands where they want it on average.
        let mut block = (vec![(*at, below)], middle - below);
        while let Some((mut above, start)) = blocks.pop_if(|(_, start)| *start > block.1) {
            let (n, m) = (above.len() as f32, block.0.len() as f32);
            above.append(&mut block.0);
            block = (above, (start * n + block.1 * m) / (n + m));
        }
        blocks.push(block);
    }
    let mut places = vec![top; labels.len()];
    for (at, place) in blocks.into_iter().flat_map(|(labels, start)| {
        labels
            .into_iter()
            .map(move |(at, below)| (at, start + below))
    }) {
        if let Some(slot) = places.get_mut(at) {
            *slot = place;
        }
    }
    within(&mut places, &order, top, bottom);
    places
}

/// Pushes the labels that stand out at the bottom up, then those at the top down.
fn within(places: &mut [f32], order: &[(usize, f32, f32)], top: f32, bottom: f32) {
    let mut lowest = bottom;
    for (at, _, height) in order.iter().rev() {
        if let Some(place) = places.get_mut(*at) {
            *place = place.min(lowest - height / 2.0);
            lowest = *place - height / 2.0;
        }
    }
    let mut highest = top;
    for (at, _, height) in order {
        if let Some(place) = places.get_mut(*at) {
            *place = place.max(highest + height / 2.0);
            highest = *place + height / 2.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Labels that are all as high.
    fn places(wanted: &[f32], height: f32, bottom: f32) -> Vec<f32> {
        let labels: Vec<_> = wanted.iter().map(|middle| (*middle, height)).collect();
        spread(&labels, 0.0, bottom)
    }

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(places(&[90.0, 20.0, 50.0], 18.0, 100.0), [90.0, 20.0, 50.0]);
        assert!(places(&[], 18.0, 100.0).is_empty());
    }

    #[test]
    fn labels_that_touch_share_the_shift() {
        assert_eq!(places(&[50.0, 50.0], 20.0, 100.0), [40.0, 60.0]);
        // A third is drawn in; their middle stays.
        assert_eq!(places(&[50.0, 50.0, 62.0], 20.0, 200.0), [34.0, 54.0, 74.0]);
        // Higher ones take more room.
        let labels = [(50.0, 40.0), (50.0, 20.0)];
        assert_eq!(spread(&labels, 0.0, 100.0), [35.0, 65.0]);
    }

    #[test]
    fn labels_stay_in_the_chart() {
        assert_eq!(places(&[100.0, 99.0], 20.0, 100.0), [90.0, 70.0]);
        assert_eq!(places(&[0.0, 1.0, 80.0], 20.0, 100.0), [10.0, 30.0, 80.0]);
        // Where there is no room for all, they keep clear of each other.
        assert_eq!(places(&[5.0, 5.0], 20.0, 20.0), [10.0, 30.0]);
    }

    #[test]
    fn the_axis_holds_all_balances_and_nought() {
        let years = ("2024-25".to_owned(), "2025-26".to_owned());
        let range = Range::new(-60e6, -50e6, -20e6).unwrap();
        let balances = Balances::new(years, -10e6, vec![-90e6], 6);
        let axis = axis(&balances.course(ScenarioLook::Panel, vec![range]));
        assert_eq!((axis.share(-90e6), axis.share(0.0)), (0.0, 1.0));
        assert_eq!(axis.steps(STEPS), [-75e6, -50e6, -25e6, 0.0]);
    }
}
