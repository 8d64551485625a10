//! What recurs in what members said: words and phrases by how many said them, with what they said
//! behind each. In large type, since the room reads it.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Color32, CornerRadius, Label, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::called;
use crate::findings::recurring::{Said, Saying};
use crate::ui::theme::{self, GAP_M, GAP_S, RADIUS, Tokens, Tone};
use crate::ui::view::View;
use crate::ui::widgets::{access, focus, heading, quote};

/// Rows that are shown at once; the others are there on request.
const SHOWN: usize = 12;
/// Height of a bar. Points.
const BAR: f32 = 14.0;
/// Height of a row. Points.
const ROW: f32 = 36.0;

/// The picture.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "What recurs");
    let prepared = view.prepared;
    let found = prepared.recurring();
    if view.place.hide_said && view.may_change() {
        let text = format!(
            "{} It is shown when nothing is hidden any more.",
            spoken(found.members)
        );
        ui.add(Label::new(theme::reading(ui, text)).wrap());
        return;
    }
    if found.said.is_empty() {
        ui.add(Label::new(theme::reading(ui, nothing_yet(found.members))).wrap());
        return;
    }
    let of = found.members;
    let text = format!("By how many of the {of} who have spoken said it, however often.");
    ui.add(Label::new(theme::note(ui, text)).wrap());
    ui.add_space(GAP_S);
    let list = UiBuilder::new()
        .accessibility_role(NodeRole::List)
        .accessibility_label("What recurs, by how many said it");
    let shown = ui.scope_builder(list, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let all_id = ui.scope_id().with("all rows");
        let all: bool = ui.data(|data| data.get_temp(all_id)).unwrap_or(false);
        let rows = if all { found.said.len() } else { SHOWN };
        for said in found.said.iter().take(rows) {
            row(ui, view, said, of);
        }
        if found.said.len() > SHOWN && !all {
            let more = format!("Show {} more", found.said.len() - SHOWN);
            if crate::ui::widgets::button::quiet(ui, &more).clicked() {
                ui.data_mut(|data| data.insert_temp(all_id, true));
            }
        }
    });
    access::bounds(ui, &shown.response);
}

fn spoken(members: usize) -> String {
    const WORDS: [&str; 10] = [
        "Nobody", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine",
    ];
    let number = WORDS
        .get(members)
        .map_or_else(|| members.to_string(), |word| (*word).to_owned());
    match members {
        0 => "Nobody has spoken yet.".to_owned(),
        1 => "One member has spoken.".to_owned(),
        _ => format!("{number} members have spoken."),
    }
}

fn nothing_yet(members: usize) -> String {
    let spoken = spoken(members);
    match members {
        0 => format!("{spoken} What more than one member says will stand here."),
        1 => spoken,
        _ => format!(
            "{} nothing recurs yet.",
            spoken.replace("spoken.", "spoken;")
        ),
    }
}

fn row(ui: &mut Ui, view: &View<'_>, said: &Said, of: usize) {
    let tokens = Tokens::of(ui);
    let id = ui.scope_id().with(("row", &said.words));
    let open: bool = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    let response = ui.interact(rect, id, Sense::click());
    let count = format!("{} of {of}", said.members());
    let name = format!("“{}”: said by {count}", said.words);
    let who = who(view, said);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(who.join(". "));
        node.set_expanded(open);
    });
    if ui.is_rect_visible(rect) {
        paint(ui, rect, said, of, &count);
        if response.hovered() {
            let line = Stroke::new(1.0, tokens.outline);
            ui.painter()
                .rect_stroke(rect, RADIUS, line, StrokeKind::Inside);
        }
        if response.has_focus() {
            let corners = CornerRadius::same(RADIUS);
            focus::ring(ui.painter(), rect.shrink(2.0), corners, tokens);
        }
    }
    if response.clicked() {
        ui.data_mut(|data| data.insert_temp(id, !open));
    }
    if open {
        ui.indent(id, |ui| {
            for one in &said.by {
                quote::aside(ui, &one.sentence, &member(view, one), Tone::Panel);
            }
        });
        ui.add_space(GAP_S);
    } else {
        response.on_hover_ui(|ui| {
            for line in &who {
                ui.add(Label::new(line).wrap());
            }
        });
    }
}

/// Words, bar and number: the bar as long as the share of those who have spoken.
fn paint(ui: &Ui, rect: Rect, said: &Said, of: usize, count: &str) {
    let tokens = Tokens::of(ui);
    let font = theme::wall_note().resolve(ui.style());
    let painter = ui.painter();
    let number = painter.layout_no_wrap(count.to_owned(), font.clone(), Color32::PLACEHOLDER);
    // The number's column is as wide as its widest.
    let widest = painter.layout_no_wrap(format!("{of} of {of}"), font.clone(), tokens.ink);
    let words_room = (rect.width() * 0.46).max(120.0);
    let mut job = LayoutJob::simple_singleline(said.words.clone(), font, Color32::PLACEHOLDER);
    job.wrap = TextWrapping::truncate_at_width(words_room - GAP_S);
    let words = painter.layout_job(job);
    let y = rect.center().y;
    let left = rect.left() + GAP_S;
    painter.galley(pos2(left, y - words.size().y / 2.0), words, tokens.ink);
    let from = left + words_room;
    let to = rect.right() - GAP_S - widest.size().x - GAP_M;
    let track = Rect::from_min_max(pos2(from, y - BAR / 2.0), pos2(to.max(from), y + BAR / 2.0));
    painter.rect_filled(track, 2.0, tokens.recessed);
    let share = said.members() as f32 / of.max(1) as f32;
    let mut bar = track;
    bar.set_width(track.width() * share.min(1.0));
    painter.rect_filled(bar, 2.0, tokens.panel);
    let at = pos2(
        rect.right() - GAP_S - number.size().x,
        y - number.size().y / 2.0,
    );
    painter.galley(at, number, tokens.ink);
}

/// Who said it, and in which words.
fn who(view: &View<'_>, said: &Said) -> Vec<String> {
    let by = said.by.iter();
    by.map(|one| format!("{}: “{}”", member(view, one), one.sentence))
        .collect()
}

fn member(view: &View<'_>, one: &Saying) -> String {
    let members = view.review.setup().members.iter();
    let known = members.clone().find(|member| Some(member.id) == one.member);
    known.map_or_else(|| "Somebody else".to_owned(), called)
}
