//! One of the ratings that can be given: its key cap, its name, and whether it is chosen.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Color32, CornerRadius, FontSelection, Response, Role, Sense, Stroke, StrokeKind, TextStyle, Ui,
    WidgetInfo, pos2, vec2,
};

use super::cap;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_S, RADIUS, Tokens};
use crate::ui::widgets::{focus, marks};

/// Room at the end for the tick of what is chosen. Points.
const TICK: f32 = 22.0;

/// A rating that can be given.
#[must_use = "call show"]
pub struct Choice<'a> {
    /// Its key; `None` = none was left.
    pub key: Option<char>,
    /// What it is.
    pub name: &'a str,
    /// More of it, and another key for it.
    pub also: Option<(&'a str, char)>,
    /// Whether it is what the member at hand has rated.
    pub chosen: bool,
    /// Whose rating it would be.
    pub who: &'a str,
}

impl Choice<'_> {
    /// Shows it, as wide as there is room.
    pub fn show(&self, ui: &mut Ui) -> Response {
        let width = ui.available_width();
        let start = GAP_S + cap::SIZE + GAP_S;
        let (beside, below) = self.words(ui, width - start - TICK - GAP_S);
        let words = beside.size().y + below.as_ref().map_or(0.0, |line| line.size().y);
        let height = (words + GAP_S).max(CONTROL_HEIGHT + 2.0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        let spoken = self.spoken();
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, ui.is_enabled(), self.chosen, &spoken)
        });
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let (tokens, painter) = (Tokens::of(ui), ui.painter());
        let (fill, ink, caps, edge) = if self.chosen {
            let caps = [tokens.on_accent, tokens.panel];
            (tokens.panel, tokens.on_accent, caps, tokens.panel)
        } else {
            let fill = match response.hovered() {
                true => tokens.recessed,
                false => tokens.raised,
            };
            let edge = match response.hovered() {
                true => tokens.ink,
                false => tokens.outline,
            };
            (fill, tokens.ink, [tokens.panel, tokens.on_accent], edge)
        };
        let edge = Stroke::new(1.0, edge);
        painter.rect(rect, RADIUS, fill, edge, StrokeKind::Inside);
        let y = rect.center().y;
        if let Some(key) = self.key {
            let centre = pos2(rect.left() + GAP_S + cap::SIZE / 2.0, y);
            cap::paint(ui, painter, centre, key, caps);
        }
        let at = pos2(rect.left() + start, y - words / 2.0);
        let lower = at + vec2(0.0, beside.size().y);
        painter.galley(at, beside, ink);
        if let Some(below) = below {
            let quiet = if self.chosen { ink } else { tokens.ink_muted };
            painter.galley(lower, below, quiet);
        }
        if self.chosen {
            let centre = pos2(rect.right() - TICK / 2.0 - GAP_S / 2.0, y);
            marks::paint_tick(painter, centre, 15.0, ink);
        }
        if response.has_focus() {
            let corners = CornerRadius::same(RADIUS);
            focus::ring(painter, rect, corners, tokens);
        }
        response
    }

    /// Its name, and below it what else there is to say.
    fn words(
        &self,
        ui: &Ui,
        width: f32,
    ) -> (
        std::sync::Arc<eframe::egui::Galley>,
        Option<std::sync::Arc<eframe::egui::Galley>>,
    ) {
        let lines = |text: &str, style: TextStyle| {
            let font = FontSelection::from(style).resolve(ui.style());
            let text = text.to_owned();
            let job = LayoutJob::simple(text, font, Color32::PLACEHOLDER, width.max(40.0));
            ui.painter().layout_job(job)
        };
        let name = match self.also {
            Some(_) => lines(self.name, theme::strong()),
            None => lines(self.name, TextStyle::Body),
        };
        let below = self.also.map(|(also, key)| {
            let text = format!("{also} · also {}", cap::label(key));
            lines(&text, TextStyle::Small)
        });
        (name, below)
    }

    /// "1, Mainstream school or academy, where they are, for SENCO"
    fn spoken(&self) -> String {
        let key = self.key.map(|key| match key {
            '?' => "question mark".to_owned(),
            '-' => "minus".to_owned(),
            key => key.to_string(),
        });
        let also = self.also.map(|(also, _)| also.to_owned());
        let whose = format!("for {}", self.who);
        let parts = [key, Some(self.name.to_owned()), also, Some(whose)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(", ")
    }
}
