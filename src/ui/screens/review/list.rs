//! The list of cases: where each stands, by shape and word.

use eframe::egui::accesskit::Role;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Align2, Button, FontId, ScrollArea, TextStyle, Ui, UiBuilder, pos2, vec2};

use crate::review::case::{Case, Status};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::heading;
use crate::ui::widgets::marks::{self, Mark};

const ROW: f32 = 36.0;

/// Shows the list.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let statuses = view.statuses;
    let count = |wanted: &[Status]| {
        statuses
            .iter()
            .filter(|status| wanted.contains(status))
            .count()
    };
    let done = count(&[Status::Recorded, Status::Changing]);
    heading::section(ui, "Cases");
    ui.label(theme::note(
        ui,
        format!("{done} of {} recorded", statuses.len()),
    ));
    let waiting = count(&[Status::WaitsForParent]);
    if waiting > 0 {
        let who = if waiting == 1 {
            "1 waits"
        } else {
            &format!("{waiting} wait")
        };
        ui.label(theme::note(ui, format!("{who} for a parent")));
    }
    ui.add_space(8.0);
    let selected = view.place.case.clone();
    let cases: Vec<&Case> = view.review.cases().collect();
    let mut chosen = None;
    let table = UiBuilder::new()
        .accessibility_role(Role::List)
        .accessibility_label("Cases");
    ui.scope_builder(table, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical()
            .id_salt("cases")
            .auto_shrink(false)
            .show_rows(ui, ROW, cases.len(), |ui, rows| {
                for at in rows {
                    if let (Some(case), Some(status)) = (cases.get(at), statuses.get(at)) {
                        let is_selected = selected.as_ref() == Some(case.id());
                        if row(ui, case, *status, is_selected) {
                            chosen = Some(case.id().clone());
                        }
                    }
                }
            });
    });
    if let Some(id) = chosen {
        view.want(Intent::Select(id));
    }
}

/// One row; whether it was pressed. The whole row is one named button.
fn row(ui: &mut Ui, case: &Case, status: Status, selected: bool) -> bool {
    let tokens = Tokens::of(ui);
    let size = vec2(ui.available_width(), ROW);
    let response = ui.add_sized(size, Button::selectable(selected, ""));
    let name = format!("{}, {}", case.id(), status.label());
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
    let rect = response.rect;
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    marks::paint(
        &painter,
        pos2(rect.left() + 16.0, rect.center().y),
        14.0,
        Mark::Status(status),
        tokens,
    );
    let id_font = if selected {
        theme::strong().resolve(ui.style())
    } else {
        TextStyle::Body.resolve(ui.style())
    };
    let id = painter.text(
        pos2(rect.left() + 32.0, rect.center().y),
        Align2::LEFT_CENTER,
        case.id().as_str(),
        id_font,
        tokens.ink,
    );
    let small: FontId = TextStyle::Small.resolve(ui.style());
    let room = rect.right() - id.right() - 12.0;
    let mut job = LayoutJob::simple_singleline(status.label().to_owned(), small, tokens.ink_muted);
    job.wrap = TextWrapping::truncate_at_width(room.max(8.0));
    let word = painter.layout_job(job);
    let at = pos2(
        id.right() + 8.0,
        rect.center().y + 1.0 - word.size().y / 2.0,
    );
    painter.galley(at, word, tokens.ink_muted);
    if selected && response.has_focus() {
        response.scroll_to_me(None);
    }
    response.clicked()
}
