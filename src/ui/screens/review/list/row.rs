//! A row of the list: which case, where it stands by shape and word, and where the parents do.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Align2, Button, FontId, Pos2, Rect, Response, TextStyle, Ui, pos2, vec2};

use crate::review::case::{Case, Status};
use crate::ui::cases::Facts;
use crate::ui::outside;
use crate::ui::theme::{self, GAP_S, GAP_XS, Tokens};
use crate::ui::widgets::access;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::words::count;

/// Height of a row. Points.
pub const ROW: f32 = 36.0;
/// Where the number begins, after the shape of the status. Points.
const INDENT: f32 = 32.0;
/// Room that a shape at the end of the row takes. Points.
const AT_END: f32 = 24.0;
/// A part of a word with less room than this is left out; its shape says it. Points.
const FOR_A_PART: f32 = 56.0;

/// A row.
pub struct Row<'a> {
    /// The case.
    pub case: &'a Case,
    /// What the list knows of it.
    pub facts: &'a Facts,
    /// Whether it is the one on the screen.
    pub selected: bool,
    /// Whether it is not what its history says.
    pub changed: bool,
}

impl Row<'_> {
    /// Shows it: the whole row is one named button.
    pub fn show(&self, ui: &mut Ui) -> Response {
        let size = vec2(ui.available_width(), ROW);
        let response = ui.add_sized(size, Button::selectable(self.selected, ""));
        access::name(ui, &response, self.spoken());
        if ui.is_rect_visible(response.rect) && self.paint(ui, response.rect) {
            return response.on_hover_text(self.case.id().as_str());
        }
        response
    }

    /// "C05, draft; parked; parents: disagrees; 2 notes"
    fn spoken(&self) -> String {
        let mut said = format!("{}, {}", self.case.id(), self.stands());
        let mut further = |words: &str| {
            said.push_str("; ");
            said.push_str(words);
        };
        if self.facts.parked {
            further("parked");
        }
        if self.facts.practice {
            further("for practice");
        }
        if let Some(stance) = self.facts.stance {
            further(&format!("parents: {}", stance.label()));
        }
        if self.facts.notes > 0 {
            further(&count(self.facts.notes, "note", "notes"));
        }
        if self.changed {
            further(outside::CHANGED);
        }
        said
    }

    /// Paints it; whether its number is too long for the row.
    fn paint(&self, ui: &Ui, rect: Rect) -> bool {
        let tokens = Tokens::of(ui);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let paint = |x: f32, size: f32, mark: Mark| {
            marks::paint(&painter, pos2(x, rect.center().y), size, mark, tokens);
        };
        paint(rect.left() + 16.0, 14.0, Mark::Status(self.facts.status));
        let mut end = rect.right() - GAP_XS;
        if let Some(stance) = self.facts.stance {
            end -= AT_END;
            paint(end + 12.0, 13.0, Mark::Stance(stance));
        }
        let set_aside = match self.facts {
            Facts { parked: true, .. } => Some(Mark::Parked),
            Facts { practice: true, .. } => Some(Mark::Practice),
            _ => None,
        };
        // The shape keeps its place at the end however long the number is.
        let kept = if set_aside.is_some() { AT_END } else { 0.0 };
        let font = if self.selected {
            theme::strong()
        } else {
            TextStyle::Body
        };
        let start = rect.left() + INDENT;
        let font = font.resolve(ui.style());
        let id = line(
            self.case.id().as_str(),
            font,
            tokens.ink,
            end - kept - start,
        );
        let id = painter.layout_job(id);
        let cut = id.elided;
        let mut x = start + id.size().x + GAP_S;
        painter.galley(at_middle(rect, start, id.size().y), id, tokens.ink);
        if let Some(mark) = set_aside {
            paint(x + 6.0, 13.0, mark);
            x += 12.0 + GAP_XS;
        }
        let small: FontId = TextStyle::Small.resolve(ui.style());
        // What somebody must know comes before where the case stands, which its shape says too.
        let (word, ink) = match self.changed {
            true => ("changed outside", tokens.danger),
            false => (self.word(), tokens.ink_muted),
        };
        let word = painter.layout_job(line(word, small, ink, end - x));
        if !word.elided || end - x >= FOR_A_PART {
            let at = at_middle(rect, x, word.size().y) + vec2(0.0, 1.0);
            painter.galley(at, word, ink);
        }
        cut
    }

    fn word(&self) -> &'static str {
        match self.facts {
            Facts { practice: true, .. } => "practice",
            Facts { parked: true, .. } => "parked",
            _ => self.stands(),
        }
    }

    /// Where it stands; the members may have rated before anything is on the form.
    fn stands(&self) -> &'static str {
        let ratings = &self.case.ratings;
        match self.facts.status {
            Status::NotStarted if ratings.revealed.is_some() => "rated",
            Status::NotStarted if ratings.skipped => "rating skipped",
            status => status.label(),
        }
    }
}

fn line(text: &str, font: FontId, ink: eframe::egui::Color32, room: f32) -> LayoutJob {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, ink);
    job.wrap = TextWrapping::truncate_at_width(room.max(GAP_S));
    job
}

fn at_middle(rect: Rect, x: f32, height: f32) -> Pos2 {
    pos2(x, Align2::LEFT_CENTER.pos_in_rect(&rect).y - height / 2.0)
}
