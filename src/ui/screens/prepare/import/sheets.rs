//! Which tables a file holds, and what each would do.

use eframe::egui::{Label, Ui};

use crate::exchange::{Problems, TableKind};
use crate::ui::importing::{Importing, Opened, Wish};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::words::count;

/// Shows them.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, importing: &Importing, opened: &Opened) {
    if opened.is_workbook {
        cases(ui, view, importing, opened);
    } else {
        what_it_is(ui, view, opened);
    }
    provisions(ui, view, importing, opened);
    baseline(ui, view, importing, opened);
    ui.add_space(GAP_S);
}

/// A CSV file is one table, and somebody knows which.
fn what_it_is(ui: &mut Ui, view: &mut View<'_>, opened: &Opened) {
    let mut is = Some(opened.is);
    let kinds = [TableKind::Cases, TableKind::Provisions, TableKind::Baseline];
    let list = Select::new("This table holds", "import").width(240.0);
    list.show(ui, &mut is, &kinds, |kind| Wish::table(*kind).to_owned());
    if let Some(is) = is.filter(|is| *is != opened.is) {
        view.want(Intent::Importing(Wish::Is(is)));
    }
}

fn cases(ui: &mut Ui, view: &mut View<'_>, importing: &Importing, opened: &Opened) {
    let Some(cases) = importing.cases() else {
        if opened.provisions.is_none() || opened.sheets.len() > 1 {
            on_which_sheet(ui, view, opened);
        }
        return;
    };
    let rows = count(cases.table().rows().len(), "row", "rows");
    let text = format!("Case files: {rows}");
    tick(ui, view, TableKind::Cases, importing.take().cases, &text);
}

/// A workbook whose sheets have other names than ours.
fn on_which_sheet(ui: &mut Ui, view: &mut View<'_>, opened: &Opened) {
    let mut on: Option<String> = None;
    let list = Select::new("Which sheet holds the cases?", "import").width(320.0);
    let list = list.hint("No sheet is called “cases”");
    list.show(ui, &mut on, &opened.sheets, Clone::clone);
    if let Some(on) = on {
        view.want(Intent::Importing(Wish::CasesOn(on)));
    }
}

fn provisions(ui: &mut Ui, view: &mut View<'_>, importing: &Importing, opened: &Opened) {
    let Some(read) = &opened.provisions else {
        return;
    };
    let rows = count(read.value.rows.len(), "row", "rows");
    let now = count(view.review.setup().provisions.len(), "row", "rows");
    if read.problems.is_empty() && read.value.rows == view.review.setup().provisions {
        ui.label(theme::note(
            ui,
            format!("Provision table: {rows}, as in this review already"),
        ));
        return;
    }
    let text = format!("Provision table: {rows}; replaces the table of this review ({now})");
    if can_be_taken(ui, "provision table", &read.problems) {
        tick(
            ui,
            view,
            TableKind::Provisions,
            importing.take().provisions,
            &text,
        );
    }
}

fn baseline(ui: &mut Ui, view: &mut View<'_>, importing: &Importing, opened: &Opened) {
    let Some(read) = &opened.baseline else {
        return;
    };
    if read.problems.is_empty() && read.value == view.review.setup().baseline {
        ui.label(theme::note(ui, "Baseline: as in this review already"));
        return;
    }
    if can_be_taken(ui, "baseline", &read.problems) {
        let text = "Baseline: replaces all figures of this review’s baseline";
        tick(
            ui,
            view,
            TableKind::Baseline,
            importing.take().baseline,
            text,
        );
    }
}

fn tick(ui: &mut Ui, view: &mut View<'_>, kind: TableKind, taken: bool, text: &str) {
    let mut now = taken;
    ui.checkbox(&mut now, text);
    if now != taken {
        view.want(Intent::Importing(Wish::Take(kind, now)));
    }
}

/// A table of a few rows is mended where it was made.
fn can_be_taken(ui: &mut Ui, what: &str, problems: &Problems) -> bool {
    if problems.is_empty() {
        return true;
    }
    let text = format!("The {what} in it cannot be read, and is left out:");
    marks::labelled(ui, Mark::Caution, &text);
    ui.indent(what, |ui| {
        ui.set_max_width(ui.available_width() - GAP_L);
        for problem in problems.listed().iter().take(10) {
            ui.add(Label::new(theme::note(ui, problem.to_string())).wrap());
        }
    });
    ui.add_space(GAP_M);
    false
}
