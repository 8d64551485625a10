//! Small painted shapes that say what colour alone must not: where a case stands, where a parent
//! stands, whose voice it is. Painted, because no bundled face has them all (see `theme`).
//!
//! A mark has no name of its own: the words stand next to it.

use std::f32::consts::{FRAC_PI_2, PI, TAU};

use eframe::egui::style::WidgetVisuals;
use eframe::egui::{
    Color32, Label, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, TextStyle, Ui,
    pos2, vec2,
};

use super::measure;
use crate::review::case::Status;
use crate::review::stance::Stance;
use crate::ui::theme::{self, GAP_S, LINE_HEIGHT, PointShape, ScenarioLook, Tokens, Tone};

/// A shape with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Where a case stands.
    Status(Status),
    /// Where a parent stands on the judgement.
    Stance(Stance),
    /// Whose voice: ■ panel, ● parent.
    Voice(Tone),
    /// Good to know.
    Information,
    /// A person must do something.
    Caution,
    /// Something failed or would mislead.
    Danger,
    /// Still open, and in nobody's way.
    Open,
    /// Done, in place.
    Done,
    /// Put off for later.
    Parked,
    /// For practice: it counts nowhere.
    Practice,
}

/// A mark as high as a line of body text.
pub fn mark(ui: &mut Ui, mark: Mark) -> Response {
    let line = measure::line_height(ui);
    sized(ui, mark, TextStyle::Body.resolve(ui.style()).size, line)
}

/// A mark as high as a line of small text.
pub fn small(ui: &mut Ui, mark: Mark) -> Response {
    let size = TextStyle::Small.resolve(ui.style()).size;
    sized(ui, mark, size, size * LINE_HEIGHT)
}

/// A mark as high as a line of reading text of this style.
pub fn of_style(ui: &mut Ui, mark: Mark, style: &TextStyle) -> Response {
    let size = style.resolve(ui.style()).size;
    sized(ui, mark, size, size * LINE_HEIGHT)
}

/// A mark before its words, which wrap beside it: "● The parent".
pub fn labelled(ui: &mut Ui, shape: Mark, text: &str) -> Response {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        mark(ui, shape);
        ui.add(Label::new(theme::reading(ui, text)).wrap())
    })
    .inner
}

fn sized(ui: &mut Ui, mark: Mark, size: f32, line: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(size, line), Sense::hover());
    if ui.is_rect_visible(rect) {
        paint(ui.painter(), rect.center(), size, mark, Tokens::of(ui));
    }
    response
}

/// Paints a mark around a point, for text of this size.
pub fn paint(painter: &Painter, centre: Pos2, size: f32, mark: Mark, tokens: &Tokens) {
    let pen = Pen {
        painter,
        centre,
        radius: size * 0.4,
        line: (size * 0.11).max(1.5),
        on: tokens.on_accent,
    };
    match mark {
        Mark::Status(status) => pen.status(status, tokens),
        Mark::Stance(stance) => pen.stance(stance, tokens.parent),
        Mark::Voice(Tone::Parent) => pen.disc(tokens.parent),
        Mark::Voice(tone) => pen.square(tone.colour(tokens)),
        Mark::Information => {
            pen.disc(tokens.ink_muted);
            pen.letter_i(tokens.raised, 1.0);
        }
        Mark::Caution => pen.triangle(tokens.caution),
        Mark::Danger => {
            pen.disc(tokens.danger);
            pen.letter_i(tokens.on_accent, -1.0);
        }
        Mark::Open => pen.ring(tokens.ink_muted),
        Mark::Done => {
            pen.disc(tokens.ok);
            pen.tick(tokens.on_accent);
        }
        Mark::Parked => pen.bars(tokens.ink_muted),
        Mark::Practice => pen.diamond(tokens.ink_muted),
    }
}

/// Paints the point of a scenario. Hollow points are filled with paper.
pub fn paint_point(painter: &Painter, at: Pos2, size: f32, look: ScenarioLook, tokens: &Tokens) {
    let half = size / 2.0;
    let colour = look.colour(tokens);
    let line = Stroke::new(2.0, colour);
    let ground = tokens.paper;
    let square = Rect::from_center_size(at, vec2(size, size) * 0.88);
    match look.point() {
        PointShape::Square => {
            painter.rect_filled(square, 0.0, colour);
        }
        PointShape::HollowSquare => {
            painter.rect(square, 0.0, ground, line, StrokeKind::Inside);
        }
        PointShape::Circle => {
            painter.circle_filled(at, half, colour);
        }
        PointShape::HollowCircle => {
            painter.circle(at, half - 1.0, ground, line);
        }
        PointShape::Diamond => {
            let arm = half * 1.2;
            let corners = vec![
                at - vec2(0.0, arm),
                at + vec2(arm, 0.0),
                at + vec2(0.0, arm),
                at - vec2(arm, 0.0),
            ];
            painter.add(Shape::convex_polygon(corners, colour, Stroke::NONE));
        }
        PointShape::Upright => {
            let arm = vec2(0.0, half);
            painter.line_segment([at - arm, at + arm], Stroke::new(3.0, colour));
        }
    }
}

/// Paints a tick, as on what is chosen.
pub fn paint_tick(painter: &Painter, centre: Pos2, size: f32, colour: Color32) {
    let pen = Pen {
        painter,
        centre,
        radius: size * 0.5,
        line: 2.0,
        on: colour,
    };
    pen.tick(colour);
}

/// Paints the arrow of a list that opens; egui's own is a heavy triangle.
pub fn paint_chevron(ui: &Ui, rect: Rect, visuals: &WidgetVisuals, _open: bool) {
    let (centre, arm) = (rect.center(), 4.5);
    let points = vec![
        centre + vec2(-arm, -arm / 2.0),
        centre + vec2(0.0, arm / 2.0),
        centre + vec2(arm, -arm / 2.0),
    ];
    let stroke = Stroke::new(1.75, visuals.fg_stroke.color);
    ui.painter().add(Shape::line(points, stroke));
}

/// Paints the arrow of what unfolds: to the right while it is folded, down once it is open.
pub fn paint_fold(painter: &Painter, centre: Pos2, open: bool, colour: Color32) {
    let arm = 4.5;
    let (along, across) = match open {
        true => (vec2(0.0, 1.0), vec2(1.0, 0.0)),
        false => (vec2(1.0, 0.0), vec2(0.0, 1.0)),
    };
    let (tip, end) = (along * arm / 2.0, across * arm);
    let points = vec![centre - tip - end, centre + tip, centre - tip + end];
    painter.add(Shape::line(points, Stroke::new(1.75, colour)));
}

struct Pen<'a> {
    painter: &'a Painter,
    centre: Pos2,
    radius: f32,
    line: f32,
    on: Color32,
}

impl Pen<'_> {
    fn status(&self, status: Status, tokens: &Tokens) {
        match status {
            Status::NotStarted => self.ring(tokens.ink_muted),
            Status::Draft => {
                self.ring(tokens.ink_muted);
                // The left half, as on the moon's first page.
                self.sector(FRAC_PI_2, PI, tokens.ink_muted);
            }
            Status::WaitsForParent => {
                // The ring is open where the parent's own mark is still to come to rest.
                self.arc(
                    FRAC_PI_2 + 0.35,
                    TAU - 2.0 * 0.35 - FRAC_PI_2,
                    tokens.parent,
                );
                let at = self.centre + vec2(1.0, 1.0) * self.radius * 0.72;
                self.painter
                    .circle_filled(at, self.radius * 0.5, tokens.parent);
            }
            Status::ReadyToRecord => {
                self.ring(tokens.accent);
                self.dot(tokens.accent);
            }
            Status::Recorded => {
                self.disc(tokens.accent);
                self.tick(self.on);
            }
            Status::Changing => {
                self.disc(tokens.accent);
                self.dot(self.on);
            }
        }
    }

    fn stance(&self, stance: Stance, hue: Color32) {
        match stance {
            Stance::Agrees => {
                self.disc(hue);
                self.tick(self.on);
            }
            Stance::AgreesWithConditions => {
                self.ring(hue);
                self.tick(hue);
            }
            Stance::Disagrees => {
                self.disc(hue);
                self.cross(self.on);
            }
            Stance::NoView => {
                self.ring(hue);
                let arm = vec2(self.radius * 0.45, 0.0);
                self.stroke(vec![self.centre - arm, self.centre + arm], hue);
            }
        }
    }

    fn disc(&self, colour: Color32) {
        self.painter.circle_filled(self.centre, self.radius, colour);
    }

    fn dot(&self, colour: Color32) {
        self.painter
            .circle_filled(self.centre, self.radius * 0.42, colour);
    }

    fn ring(&self, colour: Color32) {
        let radius = self.radius - self.line / 2.0;
        self.painter
            .circle_stroke(self.centre, radius, Stroke::new(self.line, colour));
    }

    fn square(&self, colour: Color32) {
        let side = self.radius * 1.8;
        let rect = Rect::from_center_size(self.centre, vec2(side, side));
        self.painter.rect_filled(rect, 0.0, colour);
    }

    fn triangle(&self, colour: Color32) {
        let (c, r) = (self.centre, self.radius * 1.2);
        let corners = vec![
            c + vec2(0.0, -r * 0.95),
            c + vec2(r, r * 0.8),
            c + vec2(-r, r * 0.8),
        ];
        // The outline in the same colour rounds the corners.
        let edge = Stroke::new(1.0, colour);
        self.painter
            .add(Shape::convex_polygon(corners, colour, edge));
        let inner = Pen {
            centre: c + vec2(0.0, r * 0.18),
            radius: self.radius * 0.8,
            ..*self
        };
        inner.letter_i(self.on, -1.0);
    }

    /// Two bars, as on what has been paused.
    fn bars(&self, colour: Color32) {
        for x in [-0.45, 0.45] {
            let middle = self.centre + vec2(x, 0.0) * self.radius;
            let bar = vec2(self.radius * 0.5, self.radius * 1.8);
            let bar = Rect::from_center_size(middle, bar);
            self.painter.rect_filled(bar, 1.0, colour);
        }
    }

    /// A hollow square on its corner.
    fn diamond(&self, colour: Color32) {
        let at = |x: f32, y: f32| self.centre + vec2(x, y) * self.radius;
        let corners = vec![at(0.0, -1.0), at(1.0, 0.0), at(0.0, 1.0), at(-1.0, 0.0)];
        let line = Stroke::new(self.line, colour);
        self.painter.add(Shape::closed_line(corners, line));
    }

    /// An "i", or upside down (-1) an exclamation mark.
    fn letter_i(&self, colour: Color32, way: f32) {
        let r = self.radius;
        let at = |y: f32| self.centre + vec2(0.0, y * r * way);
        self.stroke(vec![at(-0.05), at(0.55)], colour);
        self.painter
            .circle_filled(at(-0.5), self.line * 0.62, colour);
    }

    fn tick(&self, colour: Color32) {
        let at = |x: f32, y: f32| self.centre + vec2(x, y) * self.radius;
        self.stroke(
            vec![at(-0.48, 0.05), at(-0.12, 0.4), at(0.5, -0.35)],
            colour,
        );
    }

    fn cross(&self, colour: Color32) {
        let (a, b) = (vec2(1.0, 1.0), vec2(1.0, -1.0));
        for arm in [a, b] {
            let arm = arm * self.radius * 0.4;
            self.stroke(vec![self.centre - arm, self.centre + arm], colour);
        }
    }

    fn stroke(&self, points: Vec<Pos2>, colour: Color32) {
        let stroke = Stroke::new(self.line, colour);
        self.painter.add(Shape::line(points, stroke));
    }

    fn arc(&self, from: f32, sweep: f32, colour: Color32) {
        self.stroke(
            self.on_circle(self.radius - self.line / 2.0, from, sweep),
            colour,
        );
    }

    fn sector(&self, from: f32, sweep: f32, colour: Color32) {
        let points = self.on_circle(self.radius - self.line / 2.0, from, sweep);
        self.painter
            .add(Shape::convex_polygon(points, colour, Stroke::NONE));
    }

    fn on_circle(&self, radius: f32, from: f32, sweep: f32) -> Vec<Pos2> {
        const STEPS: u8 = 24;
        (0..=STEPS)
            .map(|step| {
                let angle = from + sweep * f32::from(step) / f32::from(STEPS);
                let (sin, cos) = angle.sin_cos();
                pos2(self.centre.x + radius * cos, self.centre.y + radius * sin)
            })
            .collect()
    }
}
