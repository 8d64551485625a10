//! The palette over whatever is on the screen: one field, and below it what can be done and where
//! one can go. The field keeps the keyboard; the arrows go through the rows.

use std::ops::Range;

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, Button, FontId, Frame, Id, Key, Margin, Modal, Modifiers, Rect, Response, ScrollArea,
    Sense, TextEdit, TextStyle, Ui, UiBuilder, pos2, vec2,
};

use super::review::{needs, title};
use crate::review::Review;
use crate::review::case::Case;
use crate::ui::actions::{Action, Can, Entry, entry};
use crate::ui::intent::Intent;
use crate::ui::palette::{Offer, Palette, Wish};
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_S, GAP_XS, Tokens};
use crate::ui::widgets::access;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::words::count;

/// How wide it is where there is room. Points.
const WIDTH: f32 = 640.0;
/// From the top of the window. Points.
const TOP: f32 = 56.0;
/// The height of a row. Points.
const ROW: f32 = 36.0;
/// So many rows are shown at once.
const ROWS: f32 = 8.0;
/// So far a page key goes.
const PAGE: isize = 7;
/// All that is around the rows: field, count, margins. Points.
const AROUND: f32 = 108.0;

/// How much paper lies over what is behind it.
const VEIL: f32 = 0.5;

/// What it sees.
pub struct PaletteView<'a> {
    /// The palette.
    pub palette: &'a mut Palette,
    /// What can be done now.
    pub can: &'a Can,
    /// The review that is open.
    pub review: Option<&'a Review>,
    /// What the person wants.
    pub out: &'a mut Vec<Intent>,
}

/// Shows it.
pub fn ui(ui: &Ui, view: &mut PaletteView<'_>) {
    let name = entry(Action::Palette).map_or("", |entry| entry.text);
    let name = name.trim_end_matches('…');
    let tokens = Tokens::of(ui);
    let window = ui.ctx().content_rect();
    let id = Id::unique("palette");
    let top = TOP.min(window.height() * 0.08);
    let area = Modal::default_area(id)
        .anchor(Align2::CENTER_TOP, vec2(0.0, top))
        .accessible_name(name);
    let frame = Frame::popup(ui.style())
        .fill(tokens.raised)
        .inner_margin(Margin::same(GAP_S as i8));
    let modal = Modal::new(id)
        .area(area)
        .frame(frame)
        .backdrop_color(tokens.paper.gamma_multiply(VEIL))
        .show(ui.ctx(), |ui| {
            ui.set_width((WIDTH).min(window.width() - 48.0));
            let room = window.height() - top - AROUND;
            shown(ui, view, name, room.clamp(ROW, ROW * ROWS));
        });
    if modal.should_close() {
        view.out.push(Intent::Palette(Wish::Leave));
    }
}

fn shown(ui: &mut Ui, view: &mut PaletteView<'_>, name: &str, height: f32) {
    let moved = moves(ui);
    let field = field(ui, view, name);
    view.palette.look(view.can, view.review);
    view.palette.move_by(moved);
    let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    if let Some(choice) = view.palette.choice(view.review).filter(|_| enter) {
        view.out.push(Intent::Palette(Wish::Take(choice)));
    }
    ui.add_space(GAP_XS);
    let id = Id::unique("palette rows shown for");
    let now = (view.palette.typed.clone(), view.palette.chosen());
    let before = ui.data(|data| data.get_temp::<(String, usize)>(id));
    let follow = before.as_ref() != Some(&now);
    ui.data_mut(|data| data.insert_temp(id, now));
    let list = UiBuilder::new()
        .accessibility_role(Role::ListBox)
        .accessibility_label("What can be done, and cases");
    let list = ui.scope_builder(list, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let offers = view.palette.offers().len();
        if offers == 0 {
            nothing(ui, height);
            return;
        }
        ScrollArea::vertical()
            .id_salt("palette")
            .auto_shrink([false, true])
            .max_height(height)
            .min_scrolled_height(height)
            .show_rows(ui, ROW, offers, |ui, seen| {
                rows(ui, view, &field, seen, follow)
            });
    });
    access::bounds(ui, &list.response);
    ui.ctx().accesskit_node_builder(field.id, |node| {
        node.set_controls([list.response.id.accesskit_id()]);
    });
    foot(ui, view.palette);
}

/// How far the arrows go. They are the list's, and not the field's.
fn moves(ui: &Ui) -> isize {
    let pressed = |key| {
        let presses = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        isize::try_from(presses).unwrap_or(0)
    };
    pressed(Key::ArrowDown) - pressed(Key::ArrowUp)
        + PAGE * (pressed(Key::PageDown) - pressed(Key::PageUp))
}

fn field(ui: &mut Ui, view: &mut PaletteView<'_>, name: &str) -> Response {
    let field = TextEdit::singleline(&mut view.palette.typed)
        .id(Id::unique("palette field"))
        .return_key(None)
        .hint_text("An action, or the number of a case")
        .align(Align2::LEFT_CENTER)
        .min_size(vec2(0.0, CONTROL_HEIGHT + GAP_S))
        .margin(Margin::symmetric(12, 4))
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    if !response.has_focus() {
        response.request_focus();
    }
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::EditableComboBox);
        node.set_label(name);
        node.set_expanded(true);
    });
    response
}

fn nothing(ui: &mut Ui, height: f32) {
    let size = vec2(ui.available_width(), ROW.min(height));
    ui.allocate_ui(size, |ui| {
        ui.add_space(GAP_S);
        ui.horizontal(|ui| {
            ui.add_space(12.0);
            ui.label(theme::note(ui, "No action and no case is like this."));
        });
    });
}

fn rows(
    ui: &mut Ui,
    view: &mut PaletteView<'_>,
    field: &Response,
    seen: Range<usize>,
    follow: bool,
) {
    let (chosen, first) = (view.palette.chosen(), seen.start);
    let all = view.palette.offers().len();
    if follow {
        let top = ui.max_rect().top() + (chosen as f32 - first as f32) * ROW;
        let size = vec2(ui.available_width(), ROW);
        let rect = Rect::from_min_size(pos2(ui.max_rect().left(), top), size);
        ui.scroll_to_rect_animation(rect, None, eframe::egui::style::ScrollAnimation::none());
    }
    for at in seen {
        let Some(offer) = view.palette.offers().get(at) else {
            return;
        };
        let case = |at: &usize| view.review.and_then(|review| review.cases().nth(*at));
        let row = match offer {
            Offer::Action(entry) => action(ui, entry, at == chosen),
            Offer::Case(at_in_review) => match (case(at_in_review), view.review) {
                (Some(case), Some(review)) => a_case(ui, review, case, at == chosen),
                _ => continue,
            },
        };
        ui.ctx().accesskit_node_builder(row.id, |node| {
            node.set_role(Role::ListBoxOption);
            node.set_selected(at == chosen);
            node.clear_toggled();
            node.set_position_in_set(at);
            node.set_size_of_set(all);
        });
        if at == chosen {
            // The field keeps the keyboard; a screen reader is told what is chosen.
            ui.ctx().accesskit_node_builder(field.id, |node| {
                node.set_active_descendant(row.id.accesskit_id());
            });
        }
        if let Some(choice) = offer.choice(view.review).filter(|_| row.clicked()) {
            view.out.push(Intent::Palette(Wish::Take(choice)));
        }
    }
}

/// Something that can be done, with its keys and what it does.
fn action(ui: &mut Ui, entry: &Entry, chosen: bool) -> Response {
    let row = row(ui, entry.text, chosen);
    let keys = entry
        .shortcut
        .map(|keys| ui.ctx().format_shortcut(&keys))
        .unwrap_or_default();
    ui.ctx().accesskit_node_builder(row.id, |node| {
        node.set_description(entry.hint);
        if !keys.is_empty() {
            node.set_keyboard_shortcut(keys.as_str());
        }
    });
    let words = Words {
        text: entry.text,
        more: entry.hint,
        end: &keys,
        mark: None,
    };
    words.paint(ui, &row, chosen);
    row
}

/// A case: which child, where they are, and where the case stands.
fn a_case(ui: &mut Ui, review: &Review, case: &Case, chosen: bool) -> Response {
    let (title, status) = (title(case), case.status());
    let mut facts = needs(case);
    let now = review.setup().provision_name(&case.file.current_provision);
    facts.push(now.to_owned());
    let facts = facts.join(" · ");
    let row = row(ui, &format!("{title}, {}", status.label()), chosen);
    ui.ctx()
        .accesskit_node_builder(row.id, |node| node.set_description(facts.as_str()));
    let words = Words {
        text: &title,
        more: &facts,
        end: status.label(),
        mark: Some(Mark::Status(status)),
    };
    words.paint(ui, &row, chosen);
    row
}

/// A row that can be clicked and is no stop of its own.
fn row(ui: &mut Ui, name: &str, chosen: bool) -> Response {
    let size = vec2(ui.available_width(), ROW);
    let button = Button::selectable(false, "")
        .min_size(size)
        .sense(Sense::CLICK);
    let row = ui.add_sized(size, button);
    access::name(ui, &row, name);
    if chosen {
        let tokens = Tokens::of(ui);
        let painter = ui.painter();
        painter.rect_filled(row.rect, theme::RADIUS, tokens.accent_soft);
        // Not by colour alone.
        let bar = Rect::from_min_size(
            row.rect.min + vec2(0.0, GAP_XS),
            vec2(3.0, ROW - 2.0 * GAP_XS),
        );
        painter.rect_filled(bar, 1.5, tokens.accent);
    }
    row
}

/// What stands in a row, from left to right.
struct Words<'a> {
    text: &'a str,
    more: &'a str,
    end: &'a str,
    mark: Option<Mark>,
}

impl Words<'_> {
    fn paint(&self, ui: &Ui, row: &Response, chosen: bool) {
        let (tokens, rect) = (Tokens::of(ui), row.rect);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let small: FontId = TextStyle::Small.resolve(ui.style());
        let style = if chosen {
            theme::strong()
        } else {
            TextStyle::Body
        };
        let mut left = rect.left() + 12.0;
        if let Some(mark) = self.mark {
            marks::paint(
                &painter,
                pos2(left + 7.0, rect.center().y),
                14.0,
                mark,
                tokens,
            );
            left += 22.0;
        }
        let end = pos2(rect.right() - 12.0, rect.center().y);
        let muted = tokens.ink_muted;
        let end = painter.text(end, Align2::RIGHT_CENTER, self.end, small.clone(), muted);
        let mut put = |text: &str, font: FontId, colour, room: f32| {
            let mut job = LayoutJob::simple_singleline(text.to_owned(), font, colour);
            job.wrap = TextWrapping::truncate_at_width(room.max(8.0));
            let words = painter.layout_job(job);
            let at = pos2(left, rect.center().y - words.size().y / 2.0);
            left += words.size().x + GAP_S;
            painter.galley(at, words, colour);
            left
        };
        let right = end.left() - GAP_S;
        let from = rect.left() + 12.0;
        let font = style.resolve(ui.style());
        let left = put(self.text, font, tokens.ink, right - from - 22.0);
        if right - left > 48.0 {
            put(self.more, small, muted, right - left);
        }
    }
}

/// How many there are, said aloud when it changes; and the keys.
fn foot(ui: &mut Ui, palette: &Palette) {
    ui.add_space(GAP_XS);
    ui.horizontal(|ui| {
        ui.add_space(12.0);
        let found = count(palette.offers().len(), "found", "found");
        let found = ui.label(theme::note(ui, found));
        ui.ctx().accesskit_node_builder(found.id, |node| {
            node.set_role(Role::Status);
            node.set_live(Live::Polite);
        });
        let right = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
        ui.with_layout(right, |ui| {
            ui.add_space(12.0);
            ui.label(theme::note(ui, "Enter takes it · Escape leaves"));
        });
    });
}
