//! The list of cases: where each stands, by shape and word; what waits for whom; a way to any case.

mod row;
mod typed;

use std::ops::Range;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align2, ComboBox, Id, Key, Label, Rect, ScrollArea, TextEdit, TextStyle, Ui, UiBuilder, pos2,
    vec2,
};

use crate::review::text::{CaseId, ProvisionCode};
use crate::ui::actions::Action;
use crate::ui::cases::{Filter, Listing, Order};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_S, GAP_XS};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::link::link;
use crate::ui::widgets::{focus, heading, marks, scroll};
use row::ROW;

/// So many rows are all drawn, in sight or not, so that Tab and a screen reader come to each.
const ALL_DRAWN: usize = 200;
/// In a lower window the rows come first, and only finding is offered besides. Points.
const ROOMY: f32 = 400.0;

/// Shows the list.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Cases");
    waits(ui, view);
    ui.add_space(GAP_XS);
    let roomy = ui.available_height() > ROOMY;
    find(ui, view);
    if roomy {
        set(ui, view);
    } else {
        // Where there is little height they stand behind one button, marked while they are set.
        let name = if view.place.listing.is_set() {
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
    let listed = view.listed;
    if listed.shown().is_empty() {
        nothing(ui, view);
        return;
    }
    let table = UiBuilder::new()
        .accessibility_role(Role::List)
        .accessibility_label("Cases");
    ui.scope_builder(table, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("cases").auto_shrink(false);
        let count = listed.shown().len();
        if count > ALL_DRAWN {
            area.show_rows(ui, ROW, count, |ui, range| rows(ui, view, range));
        } else {
            area.show(ui, |ui| rows(ui, view, 0..count));
        }
    });
}

/// The rows that are drawn; none of the others is looked at.
fn rows(ui: &mut Ui, view: &mut View<'_>, range: Range<usize>) {
    let (listed, cases) = (view.listed, view.review.state().cases());
    keep_in_sight(ui, view, range.start);
    let selected = view.place.case.as_ref();
    let mut chosen = None;
    let mut has_keyboard = false;
    for at in listed.shown().get(range).unwrap_or_default() {
        let (Some(case), Some(facts)) = (cases.get(*at), listed.tally().facts(*at)) else {
            continue;
        };
        let shown = row::Row {
            case,
            facts,
            selected: selected == Some(case.id()),
            changed: view.outside.case(case.id()),
        };
        let response = shown.show(ui);
        typed::follow(ui, &response, case.id());
        has_keyboard |= response.has_focus();
        if response.clicked() {
            chosen = Some(case.id().clone());
        }
    }
    scroll::follow_focus(ui);
    let chosen = match has_keyboard {
        true => typed::number(ui, view).or(chosen),
        false => chosen,
    };
    if let Some(id) = chosen {
        view.want(Intent::Select(id));
    }
}

/// How far the panel is, and what waits for whom.
fn waits(ui: &mut Ui, view: &mut View<'_>) {
    let tally = view.listed.tally();
    let (done, of) = (tally.count(Filter::Recorded), tally.to_record());
    ui.label(theme::note(ui, format!("{done} of {of} recorded")));
    let aside = [
        (Filter::Parked, "parked"),
        (Filter::Practice, "for practice"),
    ];
    let aside = aside.map(|(filter, what)| (tally.count(filter), what));
    let aside = aside.iter().filter(|(count, _)| *count > 0);
    let aside: Vec<String> = aside
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if !aside.is_empty() {
        ui.add(Label::new(theme::note(ui, aside.join(" · "))).wrap());
    }
    let parents = view.prepared.hearing().counts_in_words();
    ui.add(Label::new(theme::note(ui, parents)).wrap());
    if done > 0 && link(ui, "Parents afterwards", TextStyle::Small).clicked() {
        view.want(Intent::Do(Action::AskParents));
    }
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
    let tally = view.listed.tally();
    let name = |filter: &Filter| format!("{} ({})", filter.label(), tally.count(*filter));
    let offered = |filter: &Filter| {
        filter.is_always_offered() || tally.count(*filter) > 0 || *filter == before.filter
    };
    let filters = || Filter::ALL.into_iter().filter(offered);
    choose(ui, "Which cases", &mut listing.filter, filters, name);
    let setup = view.review.setup();
    let kind = |code: &Option<ProvisionCode>| match code {
        None => "Any provision".to_owned(),
        Some(code) => {
            let mut placed = tally.placed().iter();
            let count = placed.find(|(placed, _)| placed == code);
            let count = count.map_or(0, |(_, count)| *count);
            format!("{} ({count})", setup.provision_name(code))
        }
    };
    let kinds = || {
        let placed = tally.placed().iter().map(|(code, _)| Some(code.clone()));
        std::iter::once(None).chain(placed)
    };
    choose(ui, "Now in", &mut listing.now_in, kinds, kind);
    let order = |order: &Order| order.label().to_owned();
    let orders = || Order::ALL.into_iter();
    choose(ui, "In which order", &mut listing.order, orders, order);
    if listing != *before {
        view.want(Intent::List(listing));
    }
}

/// A list to choose from; what is in it is asked for while it is open alone.
fn choose<T: Clone + PartialEq, I: Iterator<Item = T>>(
    ui: &mut Ui,
    what: &str,
    chosen: &mut T,
    all: impl FnOnce() -> I,
    name: impl Fn(&T) -> String,
) {
    let response = ComboBox::from_id_salt(what)
        .width(ui.available_width())
        .truncate()
        .icon(marks::paint_chevron)
        .selected_text(name(chosen))
        .show_ui(ui, |ui| {
            for option in all() {
                let words = name(&option);
                if ui.selectable_value(chosen, option, words).clicked() {
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
fn keep_in_sight(ui: &Ui, view: &View<'_>, first: usize) {
    let id = Id::unique("case row in sight");
    let now = (view.place.case.clone(), view.place.listing.clone());
    let before = ui.data(|data| data.get_temp::<(Option<CaseId>, Listing)>(id));
    if before.as_ref() == Some(&now) {
        return;
    }
    let cases = view.review.state().cases();
    let here = view.listed.shown().iter().position(|at| {
        let case = cases.get(*at).map(|case| case.id());
        case.is_some() && case == now.0.as_ref()
    });
    ui.data_mut(|data| data.insert_temp(id, now));
    if let Some(row) = here {
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
