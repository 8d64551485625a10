//! Case files: typed, or imported from a table by the code that the command line uses.

use eframe::egui::{RichText, Ui};

use super::case_form;
use super::rail::Said;
use crate::review::Command;
use crate::review::case::Case;
use crate::review::case_file::CaseFile;
use crate::review::text::CaseId;
use crate::ui::actions::Action;
use crate::ui::importing::Importing;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{button, heading, measure};
use crate::ui::words::count;

/// Shows the part.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, importing: Option<&Importing>) {
    ui.set_max_width(measure::reading_width(ui).max(640.0));
    ui.label("Each case file describes a child by number and circumstances. No names of children, parents or schools, and no dates of birth.");
    ui.add_space(GAP_S);
    if view.may_change() {
        ui.horizontal_wrapped(|ui| {
            if ui.button("Import a table (CSV)…").clicked() {
                view.want(Intent::Do(Action::ImportCases));
            }
            if ui.button("Type a case file").clicked() {
                add(view);
            }
        });
        ui.label(theme::note(
            ui,
            "A table can also be dropped on this window.",
        ));
    }
    if let Some(importing) = importing {
        ui.add_space(GAP_M);
        preview(ui, view, importing);
    }
    ui.add_space(GAP_M);
    let ids: Vec<CaseId> = view.review.cases().map(|case| case.id().clone()).collect();
    if ids.is_empty() {
        ui.label(theme::note(
            ui,
            "No cases yet. Import a spreadsheet, or type the first one.",
        ));
        return;
    }
    choose(ui, view, &ids);
    let chosen = view
        .place
        .case
        .clone()
        .and_then(|id| view.review.case(&id).cloned());
    if let Some(case) = chosen {
        case_form::ui(ui, view, &case);
        remove(ui, view, &case);
    }
}

fn choose(ui: &mut Ui, view: &mut View<'_>, ids: &[CaseId]) {
    let mut chosen = view.place.case.clone();
    Select::new("Case file", "case files").show(ui, &mut chosen, ids, ToString::to_string);
    ui.label(theme::note(ui, count(ids.len(), "case file", "case files")));
    ui.add_space(GAP_M);
    if let Some(id) = chosen.filter(|id| Some(id) != view.place.case.as_ref()) {
        view.want(Intent::Select(id));
    }
}

fn add(view: &mut View<'_>) {
    let setup = view.review.setup();
    let Some(first) = setup
        .provisions
        .iter()
        .max_by(|a, b| a.caseload.get().total_cmp(&b.caseload.get()))
    else {
        return;
    };
    let free = (view.review.cases().len() + 1..)
        .filter_map(|number| CaseId::new(format!("C{number:02}")).ok())
        .find(|id| view.review.case(id).is_none());
    if let Some(id) = free {
        let file = CaseFile::new(id.clone(), first.code.clone());
        view.apply(Command::AddCase(Box::new(file)));
        view.want(Intent::Select(id));
    }
}

fn remove(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    if view.may_change() {
        ui.add_space(GAP_M);
        if button::quiet(ui, &format!("Take {} out of the review", case.id())).clicked() {
            view.apply(Command::RemoveCase(case.id().clone()));
        }
        ui.label(theme::note(
            ui,
            "Undo brings it back with everything recorded of it.",
        ));
    }
}

/// What a table would bring, before it is decided.
fn preview(ui: &mut Ui, view: &mut View<'_>, importing: &Importing) {
    heading::section(ui, "What this table holds");
    let name = importing
        .path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    ui.label(theme::note(ui, name.unwrap_or_default()));
    let good = importing.cases.len();
    let bad = importing.problems.bad_rows().len();
    ui.label(RichText::new(format!(
        "{} can be read; {} cannot.",
        count(good, "case file", "case files"),
        count(bad, "row", "rows")
    )));
    for note in &importing.notes {
        ui.label(theme::note(ui, note.clone()));
    }
    if !importing.problems.is_empty() {
        let text = "Nothing has been imported. Mend the table and import it again, or leave the bad rows out.";
        Notice::new(Kind::Caution, text).show(ui);
        for problem in importing.problems.listed() {
            ui.label(RichText::new(problem.to_string()).small());
        }
        if importing.problems.more() > 0 {
            ui.label(theme::note(
                ui,
                format!("and {} more", importing.problems.more()),
            ));
        }
    }
    ui.add_space(GAP_S);
    ui.horizontal_wrapped(|ui| {
        if importing.is_good()
            && button::primary(
                ui,
                &format!("Import {}", count(good, "case file", "case files")),
                true,
            )
            .clicked()
        {
            view.want(Intent::ImportNow {
                skip_bad_rows: false,
            });
        }
        if importing.can_skip()
            && ui
                .button(format!(
                    "Import {good}, leave {} out",
                    count(bad, "row", "rows")
                ))
                .clicked()
        {
            view.want(Intent::ImportNow {
                skip_bad_rows: true,
            });
        }
        if button::quiet(ui, "Do not import").clicked() {
            view.want(Intent::ImportNever);
        }
    });
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    match view.review.cases().len() {
        0 => Said::open("none yet"),
        _ => Said::nothing(),
    }
}
