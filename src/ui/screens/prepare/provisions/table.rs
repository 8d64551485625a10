//! The rows: in columns where there is room, else a name and a line each. The one that is open shows
//! its whole form in its place.

use eframe::egui::{Align, Button, Id, Label, Layout, RichText, TextStyle, Ui, UiBuilder, vec2};

use super::columns::{self, ALL, Column, OPENER};
use super::form;
use super::keys::{self, Cells};
use crate::review::provision::Provision;
use crate::ui::fields::{RowField, row_figures_in_words};
use crate::ui::intent::Intent;
use crate::ui::screens::prepare::figures::refused::{error, refused};
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_S, GAP_XS, Tokens};
use crate::ui::unfolded::Fold;
use crate::ui::view::View;
use crate::ui::widgets::access;

/// Shows the table.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, rows: &[Provision]) {
    let id = ui.scope_id().with("provision cells");
    let name = columns::name_width(ui.available_width());
    let mut cells = Cells::steer(ui, id);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP_S, GAP_XS);
        if let Some(name) = name {
            headings(ui, name);
        }
        for row in rows {
            let open = view.place.unfolded.has(&Fold::Row(row.code.clone()));
            match (open, name) {
                (true, _) => opened(ui, view, row),
                (false, Some(name)) => cells.row(in_columns(ui, view, row, name)),
                (false, None) => in_a_line(ui, view, row),
            }
        }
    });
    cells.keep(ui, id);
}

fn headings(ui: &mut Ui, name: f32) {
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let left = Layout::left_to_right(Align::Max);
        let right = Layout::right_to_left(Align::Max);
        heading(ui, "Kind of place", name, left);
        for column in ALL {
            heading(ui, column.title, column.width, right);
        }
        heading(ui, "Source and help", OPENER, right);
    });
}

fn heading(ui: &mut Ui, title: &str, width: f32, layout: Layout) {
    let height = ui.text_style_height(&TextStyle::Small);
    ui.allocate_ui_with_layout(vec2(width, height), layout, |ui| {
        ui.set_width(width);
        ui.label(theme::note(ui, title));
    });
}

/// The cells of a row, and what opens it.
fn in_columns(ui: &mut Ui, view: &mut View<'_>, row: &Provision, name: f32) -> Vec<Id> {
    let cells = ui
        .horizontal_top(|ui| {
            let beside = Layout::left_to_right(Align::Center);
            ui.allocate_ui_with_layout(vec2(name, CONTROL_HEIGHT), beside, |ui| {
                ui.set_width(name);
                ui.set_min_height(CONTROL_HEIGHT);
                // A name is typed in the form: here it is read, all of it.
                ui.add(Label::new(row.name()).wrap());
            });
            let cells = ALL.map(|column| cell(ui, view, row, &column));
            opener(ui, view, row, false);
            cells
        })
        .inner;
    for column in ALL {
        if let Some(why) = refused(view, &column.field(row)) {
            error(ui, &format!("{}, {}: {why}", row.name(), column.title));
        }
    }
    form::caution(ui, view, row);
    cells.to_vec()
}

fn cell(ui: &mut Ui, view: &mut View<'_>, row: &Provision, column: &Column) -> Id {
    let field = column.field(row);
    let spoken = columns::name(row, column.title);
    let typed = view.drafts.get(&field).map(|typed| typed.text.clone());
    let text = typed.unwrap_or_else(|| field.shown(view.review.state()));
    let empty = column.empty(row);
    let cell = view.text(ui, field, "", |widget| {
        let widget = widget.spoken(spoken).placeholder(empty);
        widget.width(column.width).at_right().in_a_table()
    });
    keys::select_all(ui, &cell, text.chars().count());
    let id = cell.id;
    // A list by year can be longer than its cell; the form has a field for every year.
    if column.cell == RowField::NewPlaces && !text.is_empty() {
        cell.on_hover_text(text);
    }
    id
}

/// A row where there is no room for columns.
fn in_a_line(ui: &mut Ui, view: &mut View<'_>, row: &Provision) {
    ui.horizontal_top(|ui| {
        let words = (ui.available_width() - OPENER - GAP_S).max(160.0);
        ui.vertical(|ui| {
            ui.set_width(words);
            let name = RichText::new(row.name()).text_style(theme::strong());
            ui.add(Label::new(name).wrap());
            let mut line = row_figures_in_words(row);
            if row.unit_cost.is_none() {
                line.push_str(", cost not known");
            }
            ui.add(Label::new(theme::note(ui, line)).wrap());
        });
        opener(ui, view, row, false);
    });
    form::caution(ui, view, row);
    ui.separator();
}

/// The open row: its name, and its whole form.
fn opened(ui: &mut Ui, view: &mut View<'_>, row: &Provision) {
    ui.add_space(GAP_S);
    ui.horizontal(|ui| {
        let words = (ui.available_width() - OPENER - GAP_S).max(160.0);
        ui.vertical(|ui| {
            ui.set_width(words);
            let name = RichText::new(row.name()).text_style(theme::section());
            ui.add(Label::new(name).wrap());
        });
        opener(ui, view, row, true);
    });
    form::ui(ui, view, row);
    ui.separator();
    ui.add_space(GAP_S);
}

/// What opens a row and closes it again: one control wherever it stands, so that the keyboard stays
/// with it.
fn opener(ui: &mut Ui, view: &mut View<'_>, row: &Provision, open: bool) {
    let lacking = row.without_source().count();
    let words = match (open, lacking) {
        (true, _) => "Close".to_owned(),
        (false, 0) => "Open".to_owned(),
        (false, 1) => "1 lacks a source".to_owned(),
        (false, n) => format!("{n} lack a source"),
    };
    let id = Id::unique(("row of the provision table", row.code.as_str()));
    let button = ui
        .scope_builder(UiBuilder::new().scope_id(id), |ui| {
            let colour = Tokens::of(ui).accent;
            let button = Button::new(RichText::new(&words).color(colour));
            let button = button.frame_when_inactive(open);
            ui.add(button.min_size(vec2(OPENER, CONTROL_HEIGHT)))
        })
        .inner;
    let name = row.name();
    access::name(ui, &button, format!("{words}: {name} ({})", row.code));
    ui.ctx()
        .accesskit_node_builder(button.id, |node| node.set_expanded(open));
    if button.clicked() {
        view.want(Intent::Unfold(Fold::Row(row.code.clone())));
    }
}
