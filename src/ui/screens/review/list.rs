//! The list of cases: where each stands, by shape and word; what waits for whom; a way to any case.

use std::ops::Range;

use eframe::egui::accesskit::Role;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, Button, ComboBox, FontId, Id, Key, Label, Rect, ScrollArea, TextEdit, TextStyle, Ui,
    UiBuilder, pos2, vec2,
};

use crate::review::case::{Case, Status};
use crate::review::text::CaseId;
use crate::ui::actions::Action;
use crate::ui::cases::{Filter, Listing, Order};
use crate::ui::intent::Intent;
use crate::ui::outside;
use crate::ui::theme::{self, GAP_S, GAP_XS, Tokens};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::link::link;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, focus, heading, scroll};

const ROW: f32 = 36.0;
/// So many rows are all drawn, in sight or not, so that Tab and a screen reader come to each.
const ALL_DRAWN: usize = 200;
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
    if roomy {
        set(ui, view);
    } else {
        // Where there is little height they stand behind one button, marked while they are set.
        let name = if is_set {
            "Filter and order (set)"
        } else {
            "Filter and order"
        };
        ui.menu_button(name, |ui| {
            ui.set_min_width(216.0);
            set(ui, view);
        });
    }
    ui.add_space(GAP_XS);
    let cases: Vec<&Case> = view.review.cases().collect();
    let places = view.listed.shown();
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
        let area = ScrollArea::vertical().id_salt("cases").auto_shrink(false);
        let mut show = |ui: &mut Ui, rows: Range<usize>| {
            let ids = places.iter().map(|at| cases.get(*at).map(|case| case.id()));
            let here = ids.enumerate().find_map(|(row, id)| {
                id.filter(|id| selected.as_ref() == Some(*id))
                    .map(|id| (row, id))
            });
            keep_in_sight(ui, here, &view.place.listing, rows.start);
            for at in rows.filter_map(|row| places.get(row)) {
                if let (Some(case), Some(status)) = (cases.get(*at), statuses.get(*at)) {
                    let is_selected = selected.as_ref() == Some(case.id());
                    let outside = view.outside.case(case.id());
                    if row(ui, case, *status, is_selected, outside) {
                        chosen = Some(case.id().clone());
                    }
                }
            }
            scroll::follow_focus(ui);
        };
        if places.len() > ALL_DRAWN {
            area.show_rows(ui, ROW, places.len(), show);
        } else {
            area.show(ui, |ui| show(ui, 0..places.len()));
        }
    });
    if let Some(id) = chosen {
        view.want(Intent::Select(id));
    }
}

/// How far the panel is, and what waits for whom.
fn waits(ui: &mut Ui, view: &mut View<'_>) {
    let done = count(view, Filter::Recorded);
    let of = view.statuses.len();
    ui.label(theme::note(ui, format!("{done} of {of} recorded")));
    let parents = view.prepared.hearing().counts_in_words();
    ui.add(Label::new(theme::note(ui, parents)).wrap());
    if done > 0 && link(ui, "Parents afterwards", TextStyle::Small).clicked() {
        view.want(Intent::Do(Action::AskParents));
    }
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
                if ui
                    .selectable_value(chosen, *option, name(*option))
                    .clicked()
                {
                    ui.close();
                }
            }
        })
        .response;
    focus::back_from_list(ui, &response);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(what));
}

/// Scrolls to the row of the case on the screen when that case or the list has become another one,
/// and only then: whoever looks elsewhere in the list is left there.
fn keep_in_sight(ui: &Ui, here: Option<(usize, &CaseId)>, listing: &Listing, first: usize) {
    let id = Id::unique("case row in sight");
    let now = (here.map(|(_, case)| case.clone()), listing.clone());
    let before = ui.data(|data| data.get_temp::<(Option<CaseId>, Listing)>(id));
    if before.as_ref() == Some(&now) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, now));
    if let Some((row, _)) = here {
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
fn row(ui: &mut Ui, case: &Case, status: Status, selected: bool, changed: bool) -> bool {
    let tokens = Tokens::of(ui);
    let size = vec2(ui.available_width(), ROW);
    let response = ui.add_sized(size, Button::selectable(selected, ""));
    let complete = case.complete();
    let stance = complete.map(|complete| complete.effective_stance().stance);
    let parents = stance.map(|stance| format!("; parents: {}", stance.label()));
    let mut further = parents.unwrap_or_default();
    if changed {
        further.push_str(&format!("; {}", outside::CHANGED));
    }
    access::name(
        ui,
        &response,
        format!("{}, {}{further}", case.id(), status.label()),
    );
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
    let mut room = rect.right() - id.right() - 12.0;
    if let Some(stance) = stance {
        let centre = pos2(rect.right() - 16.0, rect.center().y);
        marks::paint(&painter, centre, 13.0, Mark::Stance(stance), tokens);
        room -= 24.0;
    }
    // What somebody must know comes before where the case stands, which its shape says too.
    let (word, ink) = match changed {
        true => ("changed outside", tokens.danger),
        false => (status.label(), tokens.ink_muted),
    };
    let mut job = LayoutJob::simple_singleline(word.to_owned(), small, ink);
    job.wrap = TextWrapping::truncate_at_width(room.max(8.0));
    let word = painter.layout_job(job);
    let at = pos2(
        id.right() + 8.0,
        rect.center().y + 1.0 - word.size().y / 2.0,
    );
    painter.galley(at, word, ink);
    response.clicked()
}
