//! The list that cases are drawn from: pasted or typed, or the rows of a spreadsheet. A long one is
//! shown row by row, and only the rows in sight are drawn.

use eframe::egui::{Event, Id, Label, RichText, ScrollArea, TextStyle, Ui};

use super::parts::{number, small};
use crate::findings::sampling::{BadList, Pasted};
use crate::ui::drawing::{Change, Drawing, From, LONGEST_TYPED, Number};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_XS, LINE_HEIGHT, Tone};
use crate::ui::view::View;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::words;

/// Height of a list that is shown row by row. Points.
const HEIGHT: f32 = 200.0;
/// Groups that are named; of the rest only the number is told.
const NAMED: usize = 12;

/// The list, and what it was read as.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, drawing: &Drawing) {
    let mut from = Some(drawing.from);
    Choice::new("The list", "list to draw from", Tone::Plain).show(
        ui,
        &mut from,
        &[From::Pasted, From::Rows],
        |from| {
            match from {
                From::Pasted => "pasted here",
                From::Rows => "rows of a spreadsheet, by number",
            }
            .to_owned()
        },
    );
    if let Some(from) = from.filter(|from| *from != drawing.from) {
        view.want(Intent::Draw(Change::From(from)));
    }
    ui.add_space(GAP_XS);
    match drawing.from {
        From::Rows => small(ui, view, drawing, Number::Rows, "Rows 1 to"),
        From::Pasted if drawing.lines.is_empty() => typed(ui, view, drawing),
        From::Pasted => long(ui, view, drawing),
    }
    match drawing.read.as_deref() {
        None => {}
        Some(Ok(read)) => what_it_is(ui, read),
        Some(Err(bad)) => problems(ui, bad),
    }
}

/// A list that is typed, or short enough to be.
fn typed(ui: &mut Ui, view: &mut View<'_>, drawing: &Drawing) {
    let id = ui.scope_id().with("field of the list");
    if let Some(text) = long_paste(ui, id) {
        view.want(Intent::Draw(Change::List(text)));
    }
    let mut text = drawing.text.clone();
    let hint = "One case a line: its number; or its number and its group (the kind of provision), as a spreadsheet copies two columns";
    let label = ui.label("Cases of the list");
    let response = ScrollArea::vertical()
        .id_salt("list that is typed")
        .max_height(HEIGHT)
        .show(ui, |ui| {
            let width = ui.available_width();
            Field::new("", "list")
                .spoken("Cases of the list")
                .rows(6)
                .width(width)
                .show(ui, &mut text)
        })
        .inner
        .labelled_by(label.id);
    ui.data_mut(|data| data.insert_temp(id, response.id));
    ui.add(Label::new(theme::note(ui, hint)).wrap());
    if response.changed() {
        view.want(Intent::Draw(Change::List(text)));
    }
}

/// What is being pasted into the field, if it is too long for one: taken before the field lays it
/// all out.
fn long_paste(ui: &Ui, id: Id) -> Option<String> {
    let field: Id = ui.data(|data| data.get_temp(id))?;
    if !ui.memory(|memory| memory.has_focus(field)) {
        return None;
    }
    let mut long = None;
    ui.input_mut(|input| {
        input.events.retain_mut(|event| match event {
            Event::Paste(text) if text.len() > LONGEST_TYPED => {
                long = Some(std::mem::take(text));
                false
            }
            _ => true,
        });
    });
    long
}

/// A list that was pasted, to be read.
fn long(ui: &mut Ui, view: &mut View<'_>, drawing: &Drawing) {
    ui.label("Cases of the list");
    let size = TextStyle::Body.resolve(ui.style()).size;
    ScrollArea::vertical()
        .id_salt("list that was pasted")
        .max_height(HEIGHT)
        .auto_shrink([false, true])
        .show_rows(ui, size * LINE_HEIGHT, drawing.lines.len(), |ui, rows| {
            for line in drawing.lines.get(rows).unwrap_or_default() {
                let line = drawing.text.get(line.clone()).unwrap_or_default();
                let line = line.replace('\t', "  ·  ");
                ui.add(Label::new(theme::reading(ui, line)).truncate());
            }
        });
    if ui.button("Take another list").clicked() {
        view.want(Intent::Draw(Change::List(String::new())));
    }
}

/// What the list was read as: how many, in which groups.
fn what_it_is(ui: &mut Ui, read: &Pasted) {
    let list = &read.list;
    let groups = list.groups();
    let count = format!(
        "{} {}",
        number(list.len() as u64),
        if list.len() == 1 { "case" } else { "cases" }
    );
    let text = if list.has_groups() {
        format!(
            "{count} in {}",
            words::count(groups.len(), "group", "groups")
        )
    } else {
        format!("{count}, without groups")
    };
    ui.horizontal_top(|ui| {
        marks::mark(ui, Mark::Done);
        let text = RichText::new(text).text_style(theme::strong());
        ui.add(Label::new(text).wrap());
    });
    if list.has_groups() {
        let named = groups.iter().take(NAMED).map(|group| {
            let name = group.name.as_deref().unwrap_or("no group given");
            format!("{name} {}", number(group.ids.len() as u64))
        });
        let mut named: Vec<String> = named.collect();
        if groups.len() > NAMED {
            named.push(format!("and {} more", groups.len() - NAMED));
        }
        ui.add(Label::new(theme::reading(ui, named.join("; "))).wrap());
    }
    for note in &read.notes {
        ui.add(Label::new(theme::note(ui, note)).wrap());
    }
}

/// What stands in the way of drawing, line by line.
fn problems(ui: &mut Ui, bad: &BadList) {
    let title =
        RichText::new("The list cannot be drawn from as it stands").text_style(theme::strong());
    ui.horizontal_top(|ui| {
        marks::mark(ui, Mark::Danger);
        ui.add(Label::new(title).wrap());
    });
    for line in bad.in_words().lines() {
        ui.add(Label::new(theme::reading(ui, line)).wrap());
    }
}
