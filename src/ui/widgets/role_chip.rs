//! A small chip that names somebody by what they are there as; never by name.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Color32, Response, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, Vec2, WidgetInfo, vec2,
};

use super::marks::{self, Mark};
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S, Tokens, Tone};

/// Height of a chip. Points.
const HEIGHT: f32 = GAP_L;

/// Chips of several roles, in as many lines as they need.
pub fn role_chips<'a>(ui: &mut Ui, roles: impl IntoIterator<Item = &'a str>) {
    ui.scope(|ui| {
        // A line of chips is as high as a chip, not as a control.
        ui.spacing_mut().interact_size.y = HEIGHT;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(GAP_S);
            for role in roles {
                role_chip(ui, role);
            }
        });
    });
}

/// A chip with a role, e.g. "SENCO" or "the child’s own parent". It goes to the next line whole.
pub fn role_chip(ui: &mut Ui, role: &str) -> Response {
    let tokens = Tokens::of(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let text = ui
        .painter()
        .layout_no_wrap(role.to_owned(), font, Color32::PLACEHOLDER);
    let size = vec2(text.size().x + 2.0 * GAP_S, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, role));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let edge = Stroke::new(1.0, tokens.hairline);
        let rounding = rect.height() / 2.0;
        painter.rect(rect, rounding, tokens.raised, edge, StrokeKind::Inside);
        let at = rect.center() - text.size() / 2.0;
        painter.galley(at, text, tokens.ink);
    }
    response
}

/// A chip for room view, with the mark of whose voice it is: ■ panel, ● parent. It goes to the
/// next line whole; what is longer than a line is cut.
pub fn wall(ui: &mut Ui, who: &str, tone: Tone) -> Response {
    let tokens = Tokens::of(ui);
    let font = theme::wall_note().resolve(ui.style());
    let (mark, height) = (font.size, font.size * 2.0);
    let around = 2.0 * GAP_M + mark + GAP_S;
    let mut job = LayoutJob::simple_singleline(who.to_owned(), font, Color32::PLACEHOLDER);
    job.wrap = TextWrapping::truncate_at_width((ui.max_rect().width() - around).max(mark));
    let text = ui.painter().layout_job(job);
    let size = vec2(text.size().x + around, height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let whose = match tone {
        Tone::Panel => "Panel: ",
        Tone::Parent => "Parent: ",
        Tone::Plain => "",
    };
    let spoken = format!("{whose}{who}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let edge = Stroke::new(2.0, tone.colour(tokens));
        painter.rect(rect, height / 2.0, tokens.raised, edge, StrokeKind::Inside);
        let start = rect.left_center() + vec2(GAP_M, 0.0);
        let centre = start + vec2(mark / 2.0, 0.0);
        marks::paint(painter, centre, mark, Mark::Voice(tone), tokens);
        let at = start + vec2(mark + GAP_S, -text.size().y / 2.0);
        painter.galley(at, text, tokens.ink);
    }
    response
}
