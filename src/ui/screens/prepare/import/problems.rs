//! What cannot be read yet, row by row: the very cell to be mended, or the row left out by choice.

use std::collections::BTreeMap;

use eframe::egui::{Label, RichText, Ui};

use super::columns::called;
use crate::exchange::{Column, Incoming, Problem, TableKind, Takes};
use crate::review::text::sentence;
use crate::ui::importing::{Importing, ReadCases, Wish};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::field::{Field, Select};
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{access, button, heading, measure};
use crate::ui::words::count;

/// What there is of a row: problems of cells by column, and of the row itself.
#[derive(Default)]
struct InRow<'a> {
    cells: BTreeMap<usize, Option<&'a Problem>>,
    whole: Vec<&'a Problem>,
}

/// Shows them.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, importing: &Importing, read: &ReadCases) {
    let Some(cases) = importing.cases() else {
        return;
    };
    whole_file(ui, cases, read);
    other_names(ui, view, cases, read);
    here_already(ui, view, read);
    let rows = rows(importing, cases, read);
    let bad = read.problems.bad_rows().len();
    if rows.is_empty() && (bad == 0 || read.problems.whole_file()) {
        return;
    }
    let text = match bad {
        0 => "Every row can be read now".to_owned(),
        _ => format!("{} be read yet", count(bad, "row cannot", "rows cannot")),
    };
    let waiting = read.other_names.iter().any(|name| name.means.is_none());
    ui.horizontal_wrapped(|ui| {
        heading::group(ui, &text);
        let mut bad_rows = read.problems.bad_rows().iter();
        let all = match (bad_rows.next(), bad) {
            (Some(row), 1) => format!("Leave row {row} out"),
            _ => format!("Leave all {bad} rows out"),
        };
        // A single row that is listed offers it itself.
        if (bad > 1 || (bad == 1 && waiting)) && button::quiet(ui, &all).clicked() {
            view.want(Intent::Importing(Wish::SkipBad));
        }
    });
    if waiting && bad > 0 {
        let text = "Rows that wait for nothing but what such a name means are not listed.";
        ui.label(theme::note(ui, text));
    }
    for (row, found) in &rows {
        ui.push_id(("row", row), |ui| {
            one_row(ui, view, importing, (cases, read), *row, found)
        });
    }
    if let more @ 1.. = cases
        .skipped()
        .len()
        .saturating_sub(importing.left_out_shown())
    {
        let text = format!("Show more of the {} left out", count(more, "row", "rows"));
        if button::quiet(ui, &text).clicked() {
            view.want(Intent::Importing(Wish::ShowMoreLeftOut));
        }
    }
    if let more @ 1.. = read.problems.more() {
        let text = format!(
            "{} come up as these are mended.",
            count(more, "more problem", "more problems")
        );
        ui.label(theme::note(ui, text));
    }
    ui.add_space(GAP_M);
}

/// What is wrong with the header, or the whole.
fn whole_file(ui: &mut Ui, cases: &Incoming, read: &ReadCases) {
    let missing = |column: &&Column| {
        let known = cases.matching();
        column.required && known.place(column.name).is_none()
    };
    let columns = TableKind::Cases.columns().iter();
    let missing: Vec<&Column> = columns.filter(missing).collect();
    for column in &missing {
        let name = called(column);
        let text = format!(
            "No column is known to hold “{name}”, which every case needs. Say below which one does."
        );
        Notice::new(Kind::Error, &text).show(ui);
        ui.add_space(GAP_S);
    }
    let bad = read.problems.bad_rows();
    let told = |problem: &Problem| {
        missing
            .iter()
            .any(|one| problem.column.as_deref() == Some(one.name))
    };
    let of_file =
        |problem: &&Problem| problem.row.is_none_or(|row| !bad.contains(&row)) && !told(problem);
    for problem in read.problems.listed().iter().filter(of_file) {
        let text = format!("{}.", sentence(&problem.what));
        Notice::new(Kind::Error, &text).show(ui);
        ui.add_space(GAP_S);
    }
}

/// One choice for each name of a provision that the table does not have. It stays, so that a slip can
/// be seen and put right.
fn other_names(ui: &mut Ui, view: &mut View<'_>, cases: &Incoming, read: &ReadCases) {
    if read.other_names.is_empty() || read.problems.whole_file() {
        return;
    }
    heading::group(ui, "Names of provisions that this review does not have");
    let codes = super::super::cases::codes(view, cases);
    for other in &read.other_names {
        let cells = count(other.cells, "cell", "cells");
        let label = format!("“{}”, {cells}, is", other.name);
        let before = other.means.as_ref().map(ToString::to_string);
        let mut means = before.clone();
        let setup = view.review.setup();
        let list = Select::new(&label, ("name", &other.name)).width(360.0);
        list.clearable().show(ui, &mut means, &codes, |code| {
            let mut rows = setup.provisions.iter();
            let row = rows.find(|row| row.code.as_str() == code);
            row.map_or_else(|| code.clone(), |row| row.name().to_owned())
        });
        if means != before {
            view.want(Intent::Importing(Wish::Means(other.name.clone(), means)));
        }
    }
    ui.add_space(GAP_M);
}

/// The same file twice, or cases that overlap.
fn here_already(ui: &mut Ui, view: &mut View<'_>, read: &ReadCases) {
    if read.dry.here_already.is_empty() && read.dry.put_aside.is_empty() {
        return;
    }
    let Some(text) = read.dry.in_the_way() else {
        return;
    };
    let some_new = !read.dry.imported.is_empty();
    let mut notice = Notice::new(Kind::Caution, &text);
    if some_new {
        notice = notice.action("Leave these rows out");
    }
    if notice.show(ui).pressed.is_some() {
        view.want(Intent::Importing(Wish::SkipHere));
    }
    ui.add_space(GAP_M);
}

/// Rows with problems, those mended here, and those left out, in order.
fn rows<'a>(
    importing: &Importing,
    cases: &Incoming,
    read: &'a ReadCases,
) -> BTreeMap<usize, InRow<'a>> {
    let mut rows: BTreeMap<usize, InRow<'a>> = BTreeMap::new();
    for (row, column) in importing.touched() {
        let of_row = rows.entry(*row).or_default();
        of_row.cells.insert(*column, None);
    }
    for row in cases.skipped().iter().take(importing.left_out_shown()) {
        rows.entry(*row).or_default();
    }
    for problem in read.problems.listed() {
        let Some(row) = problem
            .row
            .filter(|row| read.problems.bad_rows().contains(row))
        else {
            continue;
        };
        // One answer above mends them all.
        let cell = problem.cell();
        if cell.is_some_and(|(row, column)| cases.waits_for_a_name(row, column)) {
            continue;
        }
        let of_row = rows.entry(row).or_default();
        match problem.place {
            Some(column) => drop(of_row.cells.insert(column, Some(problem))),
            None => of_row.whole.push(problem),
        }
    }
    rows
}

fn one_row(
    ui: &mut Ui,
    view: &mut View<'_>,
    importing: &Importing,
    (cases, read): (&Incoming, &ReadCases),
    row: usize,
    found: &InRow<'_>,
) {
    ui.add_space(GAP_S);
    let left_out = cases.skipped().contains(&row);
    let case = cases.matching().place("case_id");
    let case = case
        .map(|at| cases.table().cell(row, at))
        .unwrap_or_default();
    let case: String = case.chars().take(40).collect();
    let title = match case.is_empty() {
        true => format!("Row {row}"),
        false => format!("Row {row} · {case}"),
    };
    ui.horizontal_wrapped(|ui| {
        let mended = found.whole.is_empty() && found.cells.values().all(Option::is_none);
        let (mark, words) = match (left_out, mended) {
            (true, _) => (Mark::Information, ", left out"),
            (false, true) => (Mark::Done, ", mended"),
            (false, false) => (Mark::Danger, ""),
        };
        marks::mark(ui, mark);
        let title = RichText::new(format!("{title}{words}")).text_style(theme::strong());
        ui.label(title);
        let text = if left_out {
            format!("Take row {row} in again")
        } else {
            format!("Leave row {row} out")
        };
        if button::quiet(ui, &text).clicked() {
            view.want(Intent::Importing(Wish::Skip(row, !left_out)));
        }
    });
    if left_out {
        return;
    }
    ui.horizontal_top(|ui| {
        ui.add_space(GAP_L);
        ui.vertical(|ui| {
            ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
            for problem in &found.whole {
                of_whole_row(ui, view, read, row, problem);
            }
            for (column, problem) in &found.cells {
                cell(ui, view, importing, cases, (row, *column), *problem);
            }
        });
    });
}

fn of_whole_row(ui: &mut Ui, view: &mut View<'_>, read: &ReadCases, row: usize, problem: &Problem) {
    let text = format!("{}.", sentence(&problem.what));
    ui.add(Label::new(theme::reading(ui, text)).wrap());
    if read.beyond.contains(&row)
        && ui
            .button("Leave out what is beyond the last column")
            .clicked()
    {
        view.want(Intent::Importing(Wish::CutShort(row)));
    }
}

/// The very cell, with what would be accepted.
fn cell(
    ui: &mut Ui,
    view: &mut View<'_>,
    importing: &Importing,
    cases: &Incoming,
    (row, column): (usize, usize),
    problem: Option<&Problem>,
) {
    let known = cases.matching().known(column);
    let label = known.map_or_else(|| cases.table().column_name(column), called);
    let spoken = format!("{label}, row {row}");
    let accepts = cases.accepts(column);
    let what = problem.map(|problem| problem.what.as_str());
    // No figure of money is on the screen before the panel has agreed to it, not even an example.
    let money = matches!(known.map(|known| known.takes), Some(Takes::Money));
    let words = match &accepts {
        Some(_) if money && !view.money_visible(None) => Some("an amount in pounds"),
        Some(accepts) => Some(accepts.words.as_str()),
        None => None,
    };
    let hint = words.map(|words| format!("It takes {words}"));
    let hint = hint.unwrap_or_default();
    let now = importing.cell(row, column);
    let choices = accepts.map(|accepts| accepts.choices).unwrap_or_default();
    if choices.is_empty() {
        let mut text = now.to_owned();
        let mut field = Field::new(&label, ("mend", row, column)).spoken(spoken);
        field = field.hint(&hint).error(what);
        let response = field.show(ui, &mut text);
        if response.changed() {
            view.want(Intent::Importing(Wish::Type(row, column, text)));
        }
        if response.lost_focus() {
            view.want(Intent::Importing(Wish::Mend(row, column)));
        }
        if what.is_some() {
            ui.add(Label::new(theme::note(ui, hint)).wrap());
        }
        return;
    }
    let mut chosen = choices.iter().find(|choice| *choice == now).cloned();
    let before = chosen.clone();
    let list = Select::new(&label, ("mend", row, column)).spoken(spoken);
    let stands = match now.is_empty() {
        true => "empty".to_owned(),
        false => format!("“{now}”"),
    };
    let list = list.width(360.0).error(what).clearable();
    let list = list.placeholder(&stands);
    let setup = view.review.setup();
    let response = list.show(ui, &mut chosen, &choices, |choice| {
        let row = setup
            .provisions
            .iter()
            .find(|row| row.code.as_str() == choice);
        match row {
            Some(row) => row.name().to_owned(),
            None => choice.replace('_', " "),
        }
    });
    if before.is_none() && !now.is_empty() {
        access::name(ui, &response, format!("{label}, row {row}, now “{now}”"));
    }
    if chosen != before || response.changed() {
        let put = chosen.unwrap_or_default();
        view.want(Intent::Importing(Wish::Put(row, column, put)));
    }
}
