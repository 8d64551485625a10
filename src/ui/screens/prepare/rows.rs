//! A row of a list of cases: its shape, number and where it stands in one line, more below it.

use std::ops::Range;

use eframe::egui::accesskit::Role;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, Button, Color32, FontId, Id, Painter, Rect, Response, ScrollArea, TextStyle, Ui,
    UiBuilder, pos2, vec2,
};

use crate::review::text::CaseId;
use crate::ui::theme::{self, GAP_S, Tokens};
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, scroll};

/// Height of a row of two lines. Points.
pub const ROW: f32 = 48.0;
/// So many rows are all drawn, in sight or not, so that Tab and a screen reader come to each.
const ALL_DRAWN: usize = 200;
/// Middle of the first line, and top of the second. Points from the top.
const FIRST: f32 = 15.0;
const SECOND: f32 = 26.0;
/// Where the words begin. Points from the left.
const INDENT: f32 = 32.0;

/// Shows the rows of a list that are in sight; of a short one all. The row of the chosen case is
/// brought into sight when that is another one or stands elsewhere, and only then.
pub fn scrolled(
    ui: &mut Ui,
    name: &str,
    rows: usize,
    here: Option<(usize, &CaseId)>,
    mut show: impl FnMut(&mut Ui, Range<usize>),
) {
    let list = UiBuilder::new()
        .accessibility_role(Role::List)
        .accessibility_label(name);
    ui.scope_builder(list, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt(name).auto_shrink(false);
        let mut shown = |ui: &mut Ui, range: Range<usize>| {
            keep_in_sight(ui, name, here, range.start);
            show(ui, range);
            scroll::follow_focus(ui);
        };
        if rows > ALL_DRAWN {
            area.show_rows(ui, ROW, rows, shown);
        } else {
            area.show(ui, |ui| shown(ui, 0..rows));
        }
    });
}

fn keep_in_sight(ui: &Ui, name: &str, here: Option<(usize, &CaseId)>, first: usize) {
    let id = Id::unique(("row in sight", name));
    let now = here.map(|(row, case)| (row, case.clone()));
    let before = ui.data(|data| data.get_temp::<Option<(usize, CaseId)>>(id));
    if before.as_ref() == Some(&now) {
        return;
    }
    if let Some((row, _)) = &now {
        let top = ui.max_rect().top() + (*row as f32 - first as f32) * ROW;
        let size = vec2(ui.available_width(), ROW);
        let rect = Rect::from_min_size(pos2(ui.max_rect().left(), top), size);
        ui.scroll_to_rect(rect.expand2(vec2(0.0, ROW)), None);
    }
    ui.data_mut(|data| data.insert_temp(id, now));
}

/// Shows a row under an id of its own, which it keeps wherever it stands: with it the keyboard.
pub fn of<R>(ui: &mut Ui, list: &str, case: &CaseId, show: impl FnOnce(&mut Ui) -> R) -> R {
    let id = Id::unique((list, "row of", case));
    ui.scope_builder(UiBuilder::new().scope_id(id), show).inner
}

/// What stands in a row.
pub struct Row<'a> {
    /// Its shape.
    pub mark: Mark,
    /// Which case.
    pub name: &'a str,
    /// How it stands, in a word or two.
    pub word: &'a str,
    /// More about it, in the second line.
    pub facts: &'a str,
}

impl Row<'_> {
    /// Shows it: one button, named with all that stands in it.
    pub fn show(&self, ui: &mut Ui, selected: bool) -> Response {
        let size = vec2(ui.available_width(), ROW);
        let response = ui.add_sized(size, Button::selectable(selected, ""));
        let name = format!("{}, {}, {}", self.name, self.word, self.facts);
        access::name(ui, &response, name);
        if ui.is_rect_visible(response.rect) {
            self.paint(ui, response.rect, selected);
        }
        response
    }

    fn paint(&self, ui: &Ui, rect: Rect, selected: bool) {
        let tokens = Tokens::of(ui);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let (left, right) = (rect.left() + INDENT, rect.right() - GAP_S);
        let middle = rect.top() + FIRST;
        let mark = pos2(rect.left() + INDENT / 2.0, middle);
        marks::paint(&painter, mark, 14.0, self.mark, tokens);
        let style = match selected {
            true => theme::strong(),
            false => TextStyle::Body,
        };
        let (body, small) = (
            style.resolve(ui.style()),
            TextStyle::Small.resolve(ui.style()),
        );
        let at = pos2(right, middle);
        let muted = tokens.ink_muted;
        let word = painter.text(at, Align2::RIGHT_CENTER, self.word, small.clone(), muted);
        let number = (self.name, body, tokens.ink);
        let number = line(&painter, number, word.left() - left - GAP_S);
        let top = middle - number.size().y / 2.0;
        painter.galley(pos2(left, top), number, tokens.ink);
        let facts = line(&painter, (self.facts, small, muted), right - left);
        painter.galley(pos2(left, rect.top() + SECOND), facts, muted);
    }
}

fn line(
    painter: &Painter,
    (text, font, ink): (&str, FontId, Color32),
    room: f32,
) -> std::sync::Arc<eframe::egui::Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, ink);
    job.wrap = TextWrapping::truncate_at_width(room.max(8.0));
    painter.layout_job(job)
}
