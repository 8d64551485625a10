//! The entries, the newest first. A history has tens of thousands: only what is in sight is drawn,
//! with a few rows beyond it, so that the Tab key comes to each in turn.

use std::ops::Range;

use eframe::egui::accesskit::Role;
use eframe::egui::{Align, Label, Layout, Rect, Sense, Stroke, Ui, UiBuilder, vec2};

use super::row::{self, Columns, Shown};
use crate::review::text::grouped;
use crate::ui::happened::{Kinds, Sifting, Wish};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_M, GAP_S, Tokens};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::field::Select;
use crate::ui::widgets::heading;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::words::count;

/// Rows drawn beyond what is in sight.
const BEYOND: usize = 3;

/// Shows the entries, with what narrows them.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let title = heading::section(ui, "What happened");
    view.show_spot_at_top(ui, Spot::Entries, title.rect);
    judged(ui, view);
    ui.add_space(GAP_S);
    sift(ui, view);
    ui.add_space(GAP_S);
    let sifted = view.book.sifted();
    if sifted.is_empty() {
        nothing(ui, view);
        return;
    }
    let (shown, all) = (sifted.len(), view.review.history().entries().len());
    let entries = format!(
        "{} {}",
        number(all),
        if all == 1 { "entry" } else { "entries" }
    );
    let told = match shown == all {
        true => format!("{entries}, the newest first"),
        false => format!("{} of {entries}, the newest first", number(shown)),
    };
    ui.label(theme::note(ui, told));
    let after = after_the_last(view, sifted);
    let columns = Columns::of(ui);
    if let Some((on, _)) = &after {
        let text = format!("After the last judgement was recorded, {on}");
        marks::labelled(ui, Mark::Information, &text);
    }
    columns.header(ui);
    table(ui, view, &columns, sifted, after.map(|(_, rows)| rows));
}

/// The day on which a judgement was recorded last, and how many rows at the top are of later days.
fn after_the_last(view: &View<'_>, sifted: &[usize]) -> Option<(String, usize)> {
    let day = view.services.day_of(view.book.last_recorded()?);
    let entries = view.review.history().entries();
    let later = |at: &usize| {
        let at = entries.get(*at).map(|entry| entry.header.at);
        at.is_some_and(|at| view.services.day_of(at) > day)
    };
    let rows = sifted.partition_point(later);
    (rows > 0).then(|| (day.in_words(), rows))
}

fn number(of: usize) -> String {
    grouped(&of.to_string())
}

/// Which cases were judged with money on the screen, and which without.
fn judged(ui: &mut Ui, view: &mut View<'_>) {
    let stamps = view.review.cases().filter_map(|case| case.judgement());
    let (mut with, mut without, mut unknown, mut later) = (0, 0, 0, 0);
    for judgement in stamps {
        match judgement.first_recorded.money_visible {
            Some(true) => with += 1,
            Some(false) if judgement.last_changed.money_visible == Some(true) => {
                without += 1;
                later += 1;
            }
            Some(false) => without += 1,
            None => unknown += 1,
        }
    }
    let all = with + without + unknown;
    if all == 0 {
        return;
    }
    let changed = match later {
        0 => String::new(),
        later => format!(" ({later} of them changed later, with money on the screen)"),
    };
    let parts = [
        (
            with,
            format!("{with} first recorded with money on the screen"),
        ),
        (
            without,
            format!("{without} first recorded with no money on the screen{changed}"),
        ),
        (
            unknown,
            format!("{unknown} recorded elsewhere, nobody knows with what on the screen"),
        ),
    ];
    let told = parts.into_iter().filter(|(number, _)| *number > 0);
    let told: Vec<String> = told.map(|(_, words)| words).collect();
    let judgements = count(all, "judgement stands", "judgements stand");
    let text = format!("{judgements} in this review: {}.", told.join(", "));
    ui.add(Label::new(theme::reading(ui, text)).wrap());
}

/// Which case, and what kind of thing.
fn sift(ui: &mut Ui, view: &mut View<'_>) {
    let before = view.place.history.clone();
    let mut now = before.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_M;
        let cases = view.book.numbers();
        let which = Select::new("Which case", "history").placeholder("All cases and the setup");
        which
            .clearable()
            .width(240.0)
            .show(ui, &mut now.case, cases, ToString::to_string);
        let mut kinds = Some(now.kinds);
        let kind = Select::new("What kind of change", "history").width(280.0);
        let named = |kinds: &Kinds| format!("{} ({})", kinds.label(), view.book.count(*kinds));
        kind.show(ui, &mut kinds, &Kinds::ALL, named);
        now.kinds = kinds.unwrap_or_default();
    });
    if now != before {
        now.opened = None;
        view.want(Intent::History(Wish::Sift(now)));
    }
}

/// Nothing is left of what was asked for.
fn nothing(ui: &mut Ui, view: &mut View<'_>) {
    let sifting = &view.place.history;
    let kind = match sifting.kinds {
        Kinds::All => "Nothing".to_owned(),
        kinds => format!("Nothing under “{}”", kinds.label()),
    };
    let of = sifting.case.as_ref().map(|id| format!(" of {id}"));
    let text = format!("{kind}{} is in this history.", of.unwrap_or_default());
    ui.label(theme::note(ui, text));
    if ui.button("Show everything").clicked() {
        view.want(Intent::History(Wish::Sift(Sifting::default())));
    }
}

/// The rows that are in sight, at their places in a table that is as high as all of them.
fn table(
    ui: &mut Ui,
    view: &mut View<'_>,
    columns: &Columns,
    sifted: &[usize],
    after: Option<usize>,
) {
    let entries = view.review.history().entries();
    let opened = view.place.history.opened;
    // From the newest to the oldest, so numbers fall.
    let opened = opened.and_then(|number| {
        let found = sifted.binary_search_by(|at| {
            let here = entries.get(*at).map_or(0, |entry| entry.header.number);
            number.cmp(&here)
        });
        found.ok()
    });
    let more = opened.and_then(|row| sifted.get(row)).map_or(0.0, |at| {
        Shown::of(view, *at).height(ui, columns) - columns.row
    });
    let height = sifted.len() as f32 * columns.row + more.max(0.0);
    let builder = UiBuilder::new()
        .accessibility_role(Role::Table)
        .accessibility_label("What happened, the newest first");
    ui.scope_builder(builder, |ui| {
        let size = vec2(ui.available_width(), height);
        let (area, _) = ui.allocate_exact_size(size, Sense::hover());
        let place = |row: usize| {
            let below = opened.is_some_and(|opened| row > opened);
            let top = area.top() + row as f32 * columns.row + if below { more } else { 0.0 };
            let high = columns.row + if opened == Some(row) { more } else { 0.0 };
            Rect::from_min_size(
                eframe::egui::pos2(area.left(), top),
                vec2(area.width(), high),
            )
        };
        for row in in_sight(ui, area, columns.row, more, sifted.len()) {
            if let Some(at) = sifted.get(row) {
                one(ui, view, columns, *at, place(row), opened == Some(row));
            }
            // Here the rows end that are set apart.
            if after == Some(row) {
                let line = Stroke::new(2.0, Tokens::of(ui).ink);
                let top = place(row).top();
                ui.painter().hline(area.x_range(), top, line);
            }
        }
    });
}

/// The rows that are in sight, and a few beyond.
fn in_sight(ui: &Ui, area: Rect, row: f32, more: f32, count: usize) -> Range<usize> {
    let clip = ui.clip_rect();
    let above = ((clip.top() - area.top() - more) / row).max(0.0);
    let below = ((clip.bottom() - area.top()) / row).max(0.0);
    let first = (above as usize).saturating_sub(BEYOND);
    let last = (below as usize).saturating_add(BEYOND + 1).min(count);
    first.min(last)..last
}

fn one(ui: &mut Ui, view: &mut View<'_>, columns: &Columns, at: usize, rect: Rect, opened: bool) {
    let shown = Shown::of(view, at);
    let builder = UiBuilder::new()
        .id_salt(shown.number)
        .max_rect(rect)
        .layout(Layout::top_down(Align::LEFT))
        .accessibility_role(Role::Row)
        .accessibility_label(shown.name());
    let mut child = ui.new_child(builder);
    row::ui(&mut child, view, columns, &shown, rect, opened);
}
