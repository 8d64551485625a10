//! The list of cases: where each stands, by shape and word; what waits for whom; a way to any case.

use eframe::egui::accesskit::Role;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, Button, ComboBox, FontId, Id, Key, Rect, ScrollArea, TextEdit, TextStyle, Ui,
    UiBuilder, pos2, vec2,
};

use crate::review::case::{Case, Status};
use crate::ui::cases::{self, Filter, Listing, Order};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_S, GAP_XS, Tokens};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::heading;
use crate::ui::widgets::marks::{self, Mark};

const ROW: f32 = 36.0;
/// In a lower window the rows come first, and only finding is offered besides. Points.
const ROOMY: f32 = 360.0;

/// Shows the list.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Cases");
    waits(ui, view);
    ui.add_space(GAP_XS);
    let before = &view.place.listing;
    let is_set = (before.filter, before.order) != (Filter::default(), Order::default());
    let roomy = ui.available_height() > ROOMY;
    find(ui, view);
    if roomy || is_set {
        set(ui, view);
    }
    ui.add_space(GAP_XS);
    let cases: Vec<&Case> = view.review.cases().collect();
    let places = cases::listed(view.review, view.statuses, &view.place.listing);
    if places.is_empty() {
        nothing(ui, view);
        return;
    }
    let selected = view.place.case.clone();
    let statuses = view.statuses;
    let mut chosen = None;
    let table = UiBuilder::new()
        .accessibility_role(Role::List)
        .accessibility_label("Cases");
    ui.scope_builder(table, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical()
            .id_salt("cases")
            .auto_shrink(false)
            .show_rows(ui, ROW, places.len(), |ui, rows| {
                let here = places.iter().position(|at| {
                    let id = cases.get(*at).map(|case| case.id());
                    id.is_some() && id == selected.as_ref()
                });
                keep_in_sight(ui, here, rows.start);
                for at in rows.filter_map(|row| places.get(row)) {
                    if let (Some(case), Some(status)) = (cases.get(*at), statuses.get(*at)) {
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

/// How far the panel is, and what waits for whom.
fn waits(ui: &mut Ui, view: &View<'_>) {
    let done = count(view, Filter::Recorded);
    let of = view.statuses.len();
    ui.label(theme::note(ui, format!("{done} of {of} recorded")));
    let unheard = count(view, Filter::ForAParent);
    ui.label(theme::note(
        ui,
        format!("Parents still to be heard: {unheard}"),
    ));
}

/// How many cases are like this.
fn count(view: &View<'_>, filter: Filter) -> usize {
    let cases = view.review.cases().zip(view.statuses);
    cases
        .filter(|(case, status)| filter.lets(case, **status))
        .count()
}

/// A number or a word leads to a case.
fn find(ui: &mut Ui, view: &mut View<'_>) {
    let mut text = view.place.listing.find.clone();
    let field = TextEdit::singleline(&mut text)
        .id_salt("find a case")
        .hint_text("Find a case")
        .align(Align2::LEFT_CENTER)
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label("Find a case"));
    view.attend(ui, Spot::Find, response.id, response.rect);
    if response.changed() {
        let find = text;
        let listing = view.place.listing.clone();
        view.want(Intent::List(Listing { find, ..listing }));
    }
    let (enter, escape) = ui.input(|input| {
        (
            input.key_pressed(Key::Enter),
            input.key_pressed(Key::Escape),
        )
    });
    if response.lost_focus() && enter {
        view.want(Intent::GoToFound);
    } else if response.lost_focus() && escape {
        view.want(Intent::List(Listing {
            find: String::new(),
            ..view.place.listing.clone()
        }));
    }
}

/// Which cases, in which order.
fn set(ui: &mut Ui, view: &mut View<'_>) {
    let before = &view.place.listing;
    let mut listing = before.clone();
    ui.spacing_mut().item_spacing.y = GAP_S;
    let name = |filter: Filter| format!("{} ({})", filter.label(), count(view, filter));
    choose(ui, "Which cases", &mut listing.filter, &Filter::ALL, name);
    let order = |order: Order| order.label().to_owned();
    choose(ui, "In which order", &mut listing.order, &Order::ALL, order);
    if listing != *before {
        view.want(Intent::List(listing));
    }
}

fn choose<T: Copy + PartialEq>(
    ui: &mut Ui,
    what: &str,
    chosen: &mut T,
    all: &[T],
    name: impl Fn(T) -> String,
) {
    let response = ComboBox::from_id_salt(what)
        .width(ui.available_width())
        .truncate()
        .icon(marks::paint_chevron)
        .selected_text(name(*chosen))
        .show_ui(ui, |ui| {
            for option in all {
                ui.selectable_value(chosen, *option, name(*option));
            }
        })
        .response;
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(what));
}

/// Scrolls to the row of the case on the screen when that has changed, and only then: whoever looks
/// elsewhere in the list is left there.
fn keep_in_sight(ui: &Ui, row: Option<usize>, first: usize) {
    let id = Id::unique("case row in sight");
    let before = ui.data(|data| data.get_temp::<Option<usize>>(id));
    if before == Some(row) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, row));
    if let Some(row) = row {
        let top = ui.max_rect().top() + (row as f32 - first as f32) * ROW;
        let size = vec2(ui.available_width(), ROW);
        let rect = Rect::from_min_size(pos2(ui.max_rect().left(), top), size);
        ui.scroll_to_rect(rect, None);
    }
}

/// The list is empty because of how it is set.
fn nothing(ui: &mut Ui, view: &mut View<'_>) {
    ui.label(theme::note(ui, "No case is like this."));
    if ui.button("Show all cases").clicked() {
        view.want(Intent::List(Listing::default()));
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
    response.clicked()
}
