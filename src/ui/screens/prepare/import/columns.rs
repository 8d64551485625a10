//! Which column of the file is which: those that were matched by themselves behind a line, the others
//! to be chosen.

use eframe::egui::{Label, Ui};

use crate::exchange::{Column, Incoming, Takes, letters};
use crate::review::text::sentence;
use crate::ui::importing::{Importing, Wish};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::{button, heading};
use crate::ui::words::count;

/// Width of a column's name and example, and of the choice. Points.
const NAME: f32 = 340.0;
const CHOICE: f32 = 300.0;
/// Characters of an example.
const EXAMPLE: usize = 60;
/// Rows that are looked through for an example.
const LOOKED_AT: usize = 50;

/// What a known column is called: "current provision" for `current_provision`.
pub fn called(column: &Column) -> String {
    sentence(&column.name.replace('_', " "))
}

/// Shows them.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, importing: &Importing, cases: &Incoming) {
    let columns = cases.table().header().len();
    let known = |at: &usize| cases.matching().known(*at).is_some();
    let matched = (0..columns).filter(known).count();
    let unmatched: Vec<usize> = (0..columns).filter(|at| !known(at)).collect();
    heading::group(ui, "Columns");
    let mut said = format!("{matched} of {columns} are known");
    if !unmatched.is_empty() {
        let are = if unmatched.len() == 1 { "is" } else { "are" };
        said.push_str(&format!(
            "; {} {are} left out unless you say what they hold",
            unmatched.len()
        ));
    }
    ui.add(Label::new(theme::note(ui, format!("{said}."))).wrap());
    for at in &unmatched {
        column(ui, view, cases, *at);
    }
    ui.add_space(GAP_S);
    let shown = importing.columns_shown();
    let text = match shown {
        true => "Hide the columns that are known".to_owned(),
        false => format!(
            "Show {}",
            count(matched, "column that is known", "columns that are known")
        ),
    };
    if matched > 0 && button::quiet(ui, &text).clicked() {
        view.want(Intent::Importing(Wish::ShowColumns(!shown)));
    }
    if shown {
        for at in (0..columns).filter(known) {
            column(ui, view, cases, at);
        }
    }
    ui.add_space(GAP_M);
}

/// One column: its name, an example, and what it is.
fn column(ui: &mut Ui, view: &mut View<'_>, cases: &Incoming, at: usize) {
    let table = cases.table();
    let name = table
        .header()
        .get(at)
        .map(String::as_str)
        .unwrap_or_default();
    let name = match name.is_empty() {
        true => format!("(column {}, without a name)", letters(at)),
        false => name.to_owned(),
    };
    // No figure of money is on the screen before the panel has agreed to it.
    let money = matches!(
        cases.matching().known(at).map(|one| one.takes),
        Some(Takes::Money)
    );
    let hidden = money && !view.money_visible(None);
    let roomy = ui.available_width() > NAME + CHOICE + GAP_L;
    let chosen = cases.matching().known(at);
    let before = chosen.map(|column| column.name);
    let mut options: Vec<&Column> = cases.matching().free().collect();
    options.extend(chosen);
    let shown = |ui: &mut Ui| {
        ui.vertical(|ui| {
            ui.set_width(NAME.min(ui.available_width()));
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Label::new(&name).truncate());
            let example = match hidden {
                true => "amounts, not shown while money is not".to_owned(),
                false => example(cases, at),
            };
            ui.add(Label::new(theme::note(ui, example)).truncate());
        });
    };
    let choose = |ui: &mut Ui| {
        let list = Select::new("", ("column", at))
            .spoken(format!("Column {name} holds"))
            .placeholder("left out")
            .clearable()
            .width(CHOICE);
        // Columns have no equality of their own; their names do.
        let mut named = chosen.map(|column| column.name);
        let names: Vec<&'static str> = options.iter().map(|column| column.name).collect();
        list.show(ui, &mut named, &names, |name| {
            let column = options.iter().find(|column| column.name == *name);
            column.map(|column| called(column)).unwrap_or_default()
        });
        named
    };
    let now = if roomy {
        ui.horizontal(|ui| {
            shown(ui);
            let now = choose(ui);
            if let Some(column) = cases.matching().known(at) {
                ui.add(Label::new(theme::note(ui, column.means)).wrap());
            }
            now
        })
        .inner
    } else {
        shown(ui);
        choose(ui)
    };
    if now != before {
        view.want(Intent::Importing(Wish::Match(at, now)));
    }
}

/// The first thing that stands in it.
fn example(cases: &Incoming, at: usize) -> String {
    let rows = cases.table().rows().take(LOOKED_AT);
    let mut cells = rows.filter_map(|row| row.cells().nth(at));
    let first = cells.find(|cell| !cell.trim().is_empty());
    match first {
        None => "empty in the first rows".to_owned(),
        Some(text) => {
            let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let start: String = line.chars().take(EXAMPLE).collect();
            let more = if start.len() < line.len() { "…" } else { "" };
            format!("for example “{start}{more}”")
        }
    }
}
