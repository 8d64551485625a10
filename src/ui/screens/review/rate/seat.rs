//! A member in the order of the panel: whether they have rated, and whether it is their turn.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Color32, CornerRadius, FontSelection, Rect, Response, Role, Sense, TextStyle, Ui, WidgetInfo,
    pos2, vec2,
};

use super::cap;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_S, GAP_XS, RADIUS, Tokens};
use crate::ui::widgets::focus;
use crate::ui::widgets::marks::{self, Mark};

/// Width of the bar before whoever has the turn. Points.
const BAR: f32 = 4.0;

/// A member who is offered for rating.
#[must_use = "call show"]
pub struct Seat<'a> {
    /// By role.
    pub who: &'a str,
    /// Whether they have rated.
    pub rated: bool,
    /// What they have rated, where that may be on the screen: its key, and in words.
    pub what: Option<(Option<char>, String)>,
    /// Whether it is their turn.
    pub turn: bool,
}

impl Seat<'_> {
    /// Shows it, as wide as there is room.
    pub fn show(&self, ui: &mut Ui) -> Response {
        let size = vec2(ui.available_width(), CONTROL_HEIGHT + 2.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let spoken = self.spoken();
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, ui.is_enabled(), self.turn, &spoken)
        });
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response);
        }
        match &self.what {
            Some((_, what)) => response.on_hover_text(format!("{}: {what}", self.who)),
            None => response.on_hover_text(self.who),
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let (tokens, painter) = (Tokens::of(ui), ui.painter());
        if self.turn {
            painter.rect_filled(rect, RADIUS, tokens.accent_soft);
            let bar = Rect::from_min_size(rect.min, vec2(BAR, rect.height()));
            painter.rect_filled(bar, 2.0, tokens.accent);
        } else if response.hovered() {
            painter.rect_filled(rect, RADIUS, tokens.recessed);
        }
        let size = TextStyle::Body.resolve(ui.style()).size;
        let y = rect.center().y;
        let mark = match self.rated {
            true => Mark::Done,
            false => Mark::Open,
        };
        let centre = pos2(rect.left() + BAR + GAP_S + size / 2.0, y);
        marks::paint(painter, centre, size, mark, tokens);
        let mut end = rect.right() - GAP_XS;
        if let Some((Some(key), _)) = &self.what {
            let centre = pos2(end - cap::SIZE / 2.0, y);
            let colours = [tokens.panel, tokens.on_accent];
            cap::paint(ui, painter, centre, *key, colours);
            end -= cap::SIZE + GAP_XS;
        }
        let start = centre.x + size / 2.0 + GAP_S;
        let style = match self.turn {
            true => theme::strong(),
            false => TextStyle::Body,
        };
        let font = FontSelection::from(style).resolve(ui.style());
        let who = self.who.to_owned();
        let mut job = LayoutJob::simple_singleline(who, font, Color32::PLACEHOLDER);
        job.wrap = TextWrapping::truncate_at_width((end - start).max(size));
        let text = painter.layout_job(job);
        let at = pos2(start, y - text.size().y / 2.0);
        painter.galley(at, text, tokens.ink);
        if response.has_focus() {
            let corners = CornerRadius::same(RADIUS);
            focus::ring(painter, rect.shrink(2.0), corners, tokens);
        }
    }

    /// "SENCO, has rated: Mainstream school or academy"
    fn spoken(&self) -> String {
        let who = self.who;
        let turn = if self.turn { ", rating now" } else { "" };
        match (&self.what, self.rated) {
            (Some((_, what)), _) => format!("{who}{turn}, has rated: {what}"),
            (None, true) => format!("{who}{turn}, has rated"),
            (None, false) => format!("{who}{turn}, has not rated yet"),
        }
    }
}
