//! The lines of an account, as a finance officer reads them: what it is and how much, amounts below
//! each other; under a line, smaller, what it was made of. A line that can be asked in turn leads
//! further, and shows it by a sign at its end.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Color32, CursorIcon, Galley, Rect, Response, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo,
    pos2, vec2,
};

use super::link;
use super::measure;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_S, GAP_XS, Tokens};

/// The column of the sign that leads further, which all lines keep free. Points.
const FURTHER: f32 = 16.0;
/// The column of × and ÷. Points.
const SIGN: f32 = 16.0;
/// In more rows than this beside an amount, words take all the room there is.
const ROWS_BESIDE: usize = 2;

/// One line.
#[must_use = "call show"]
pub struct Line<'a> {
    what: &'a str,
    value: &'a str,
    sign: &'a str,
    from: &'a str,
    kind: Kind,
    leads: bool,
    one_row: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Term,
    Part,
    All,
    Common,
    Total,
}

impl<'a> Line<'a> {
    const fn new(kind: Kind, what: &'a str, value: &'a str) -> Self {
        Self {
            what,
            value,
            sign: "",
            from: "",
            kind,
            leads: false,
            one_row: false,
        }
    }

    /// Something that is added up: "children like C11 … £386,095".
    pub const fn term(what: &'a str, value: &'a str) -> Self {
        Self::new(Kind::Term, what, value)
    }

    /// A number of which the line above is made, with its sign: "× £7,338 for a child".
    pub const fn part(sign: &'a str, value: &'a str, what: &'a str) -> Self {
        let mut part = Self::new(Kind::Part, what, value);
        part.sign = sign;
        part
    }

    /// The lines above before what multiplies all of them, under a rule of its own; without an
    /// amount where they have none together.
    pub const fn all(what: &'a str, value: &'a str) -> Self {
        Self::new(Kind::All, what, value)
    }

    /// A number by which all lines above are multiplied, further out than what one of them is made
    /// of.
    pub const fn common(sign: &'a str, value: &'a str, what: &'a str) -> Self {
        let mut common = Self::new(Kind::Common, what, value);
        common.sign = sign;
        common
    }

    /// What the lines above come to, under a rule.
    pub const fn total(what: &'a str, value: &'a str) -> Self {
        Self::new(Kind::Total, what, value)
    }

    /// Where the number was entered, said after it: "entered in the baseline".
    pub const fn from(mut self, from: &'a str) -> Self {
        self.from = from;
        self
    }

    /// Leads further: the number can be asked how it came about, or its case looked at.
    pub const fn leads(mut self, leads: bool) -> Self {
        self.leads = leads;
        self
    }

    /// On one row, cut off where there is no room; for lists of which only a part is drawn.
    pub const fn one_row(mut self) -> Self {
        self.one_row = true;
        self
    }

    /// The height of a line on one row. Points.
    pub fn row_height(ui: &Ui, leads: bool) -> f32 {
        if leads {
            CONTROL_HEIGHT
        } else {
            ui.text_style_height(&TextStyle::Body) + GAP_XS
        }
    }

    /// Shows it, as wide as there is room.
    pub fn show(self, ui: &mut Ui) -> Response {
        let width = ui.available_width();
        let amount = self.amount(ui);
        let indent = self.indent();
        let room = width - indent - FURTHER;
        let (words, down) = self.laid_out(ui, room, amount.as_deref());
        let text = words
            .size()
            .y
            .max(amount.as_ref().map_or(0.0, |a| a.size().y + down));
        let height = if self.one_row {
            Self::row_height(ui, self.leads)
        } else {
            (text + GAP_XS).max(Self::row_height(ui, self.leads))
        };
        let sense = if self.leads {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, mut response) = ui.allocate_exact_size(vec2(width, height), sense);
        self.describe(ui, &response);
        if words.elided {
            response = response.on_hover_text(self.said());
        }
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response, (words, amount, down), text);
        }
        if self.leads {
            response = response.on_hover_cursor(CursorIcon::PointingHand);
        }
        response
    }

    fn style(&self) -> TextStyle {
        match self.kind {
            Kind::Part => TextStyle::Small,
            Kind::Term | Kind::All | Kind::Common => TextStyle::Body,
            Kind::Total => theme::strong(),
        }
    }

    /// How far in the words begin; a sign stands before them.
    const fn indent(&self) -> f32 {
        match self.kind {
            Kind::Part => SIGN + SIGN,
            Kind::Common => SIGN,
            Kind::Term | Kind::All | Kind::Total => 0.0,
        }
    }

    /// The words beside the amount; where that leaves them a narrow column, as wide as there is
    /// room, and the amount behind their last row or below it. And how far down the amount stands.
    fn laid_out(&self, ui: &Ui, room: f32, amount: Option<&Galley>) -> (Arc<Galley>, f32) {
        let Some(amount) = amount else {
            return (self.words(ui, room), 0.0);
        };
        let beside = amount.size().x + GAP_S;
        let words = self.words(ui, room - beside);
        if self.one_row || words.rows.len() <= ROWS_BESIDE {
            return (words, 0.0);
        }
        let words = self.words(ui, room);
        let last = words.rows.last().map(|row| row.rect());
        let down = last.map_or(0.0, |last| {
            if last.right() + beside <= room {
                last.top()
            } else {
                last.bottom()
            }
        });
        (words, down)
    }

    /// What it is and how much, for a screen reader.
    fn said(&self) -> String {
        let sign = match self.sign {
            "×" => "times ",
            "÷" => "divided by ",
            _ => "",
        };
        let from = if self.from.is_empty() {
            String::new()
        } else {
            format!(", {}", self.from)
        };
        // Many screen readers pass over the sign.
        let value = self.value.replace('−', "minus ");
        match self.kind {
            Kind::Part | Kind::Common => format!("{sign}{value} {}{from}", self.what),
            _ if value.is_empty() => self.what.to_owned(),
            _ => format!("{}: {value}{from}", self.what),
        }
    }

    fn describe(&self, ui: &Ui, response: &Response) {
        let role = if self.leads { Role::Link } else { Role::Label };
        response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), self.said()));
    }

    const fn ink(&self, tokens: &Tokens) -> Color32 {
        if self.leads {
            tokens.accent
        } else {
            tokens.ink
        }
    }

    /// The amount in its column; in a part it stands among the words.
    fn amount(&self, ui: &Ui) -> Option<Arc<Galley>> {
        if matches!(self.kind, Kind::Part | Kind::Common) || self.value.is_empty() {
            return None;
        }
        let job = measure::tabular(ui, self.value, &self.style(), Tokens::of(ui).ink);
        Some(ui.fonts_mut(|fonts| fonts.layout_job(job)))
    }

    fn words(&self, ui: &Ui, width: f32) -> Arc<Galley> {
        let tokens = Tokens::of(ui);
        let text = match self.kind {
            Kind::Part | Kind::Common => format!("{} {}", self.value, self.what),
            Kind::Term | Kind::All | Kind::Total => self.what.to_owned(),
        };
        let mut job = LayoutJob::default();
        let font = self.style().resolve(ui.style());
        job.append(text.trim(), 0.0, TextFormat::simple(font, self.ink(tokens)));
        if !self.from.is_empty() {
            let small = TextStyle::Small.resolve(ui.style());
            let from = TextFormat::simple(small, tokens.ink_muted);
            job.append(&format!(", {}", self.from), 0.0, from);
        }
        job.wrap = if self.one_row {
            TextWrapping::truncate_at_width(width)
        } else {
            TextWrapping::wrap_at_width(width)
        };
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }

    fn paint(
        &self,
        ui: &Ui,
        rect: Rect,
        response: &Response,
        (words, amount, down): (Arc<Galley>, Option<Arc<Galley>>, f32),
        text: f32,
    ) {
        let (tokens, painter) = (Tokens::of(ui), ui.painter());
        if matches!(self.kind, Kind::All | Kind::Total) {
            let rule = Stroke::new(1.0, tokens.outline);
            painter.hline(rect.left()..=rect.right() - FURTHER, rect.top(), rule);
        }
        let first = words.rows.first().map_or(0.0, |row| row.height());
        let top = rect.center().y - text / 2.0;
        let at = pos2(rect.left() + self.indent(), top);
        let under = Rect::from_min_size(at, vec2(words.size().x, words.size().y));
        if !self.sign.is_empty() {
            let font = self.style().resolve(ui.style());
            let sign = painter.layout_no_wrap(self.sign.to_owned(), font, tokens.ink_muted);
            painter.galley(pos2(at.x - SIGN, top), sign, tokens.ink_muted);
        }
        painter.galley(at, words, tokens.ink);
        let middle = top + first / 2.0;
        if let Some(amount) = amount {
            let size = amount.size();
            let left = rect.right() - FURTHER - size.x;
            let middle = middle + down;
            painter.galley(pos2(left, middle - size.y / 2.0), amount, tokens.ink);
        }
        if self.leads {
            further(ui, pos2(rect.right() - 5.0, middle));
            link::marked(ui, response, under, rect.expand2(vec2(GAP_XS, 0.0)));
        }
    }
}

/// A small arrow head: there is more behind this.
fn further(ui: &Ui, tip: eframe::egui::Pos2) {
    let stroke = Stroke::new(1.5, Tokens::of(ui).accent);
    let arm = 4.0;
    for y in [-arm, arm] {
        let end = tip + vec2(-arm, y);
        ui.painter().line_segment([tip, end], stroke);
    }
}
