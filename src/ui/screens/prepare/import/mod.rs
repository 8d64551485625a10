//! What a file would bring, before anything is changed: its sheets, what cannot be read yet and is
//! mended here, which column is which, what would happen. One button imports it.

mod columns;
mod happens;
mod problems;
mod sheets;

use eframe::egui::{Frame, Label, Margin, Panel, ProgressBar, Ui};

use crate::exchange::Doing;
use crate::ui::importing::{Importing, Wish};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_M, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{access, button, heading, measure, scroll};

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, importing: &Importing) {
    let foot = Frame::new()
        .fill(Tokens::of(ui).paper)
        .inner_margin(Margin::symmetric(0, 8));
    Panel::bottom("import")
        .frame(foot)
        .show(ui, |ui| foot_of(ui, view, importing));
    scroll::vertical(ui, ("import", importing.path()), |ui| {
        heading::section(ui, &format!("What “{}” holds", importing.name()));
        if let Some(why) = importing.trouble() {
            trouble(ui, view, why);
        }
        let Some(opened) = importing.opened() else {
            if importing.trouble().is_none() {
                ui.label(theme::note(ui, "It is being read."));
            }
            return;
        };
        sheets::ui(ui, view, importing, opened);
        if let Some(read) = importing.read().filter(|_| importing.take().cases) {
            happens::ui(ui, importing, read);
            problems::ui(ui, view, importing, read);
            if let Some(cases) = importing.cases() {
                columns::ui(ui, view, importing, cases);
            }
            happens::identifying(ui, view, read);
            notes(ui, opened.notes.iter().chain(&read.notes));
        } else {
            notes(ui, opened.notes.iter());
        }
        ui.add_space(GAP_M);
    });
}

/// Nothing of it can be read.
fn trouble(ui: &mut Ui, view: &mut View<'_>, why: &str) {
    let text = format!("{why} Nothing has been changed.");
    let notice = Notice::new(Kind::Error, &text).action("Choose another file…");
    if notice.show(ui).pressed.is_some() {
        view.want(Intent::Do(crate::ui::actions::Action::ImportCases));
    }
}

fn notes<'a>(ui: &mut Ui, notes: impl Iterator<Item = &'a String>) {
    let notes: Vec<&String> = notes.collect();
    if notes.is_empty() {
        return;
    }
    ui.add_space(GAP_M);
    heading::group(ui, "Good to know");
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui) * 1.3);
        for note in notes.iter().take(40) {
            ui.add(Label::new(theme::note(ui, (*note).clone())).wrap());
        }
    });
}

/// The one button, and why it cannot be pressed yet; while it is being read, how far it is. The
/// button stays where it is meanwhile: it may be under somebody's pointer.
fn foot_of(ui: &mut Ui, view: &mut View<'_>, importing: &Importing) {
    ui.horizontal_wrapped(|ui| {
        ui.set_min_height(theme::CONTROL_HEIGHT);
        let way = importing.in_the_way_as_read();
        let there = importing.opened().is_some();
        let working = importing.is_working();
        let ready = match working {
            // What is read again now was read before; if that was good, so may this be.
            true => importing.read().is_some() && !importing.is_pressed(),
            false => way.is_none(),
        };
        if there && button::primary(ui, &importing.what(), ready).clicked() {
            view.want(Intent::Importing(Wish::Now));
        }
        if working {
            working_on(ui, view, importing);
            return;
        }
        if there && importing.was_stopped() && ui.button("Read it again").clicked() {
            view.want(Intent::Importing(Wish::Again));
        }
        if ui.button("Do not import").clicked() {
            view.want(Intent::Importing(Wish::Never));
        }
        let said = match way {
            Some(way) if there => way,
            None => "One undo takes all of it out again.".to_owned(),
            Some(_) => String::new(),
        };
        ui.add(Label::new(theme::note(ui, said)).wrap());
    });
}

fn working_on(ui: &mut Ui, view: &mut View<'_>, importing: &Importing) {
    // Beyond a moment only: what is quick does not flicker.
    let Some(progress) = importing.progress() else {
        ui.label(theme::note(ui, "Being read…"));
        return;
    };
    if ui.button("Stop").clicked() {
        view.want(Intent::Importing(Wish::Stop));
    }
    let share = progress.done as f32 / progress.of.max(1) as f32;
    let bar = ui.add(ProgressBar::new(share).desired_width(220.0));
    access::name(ui, &bar, progress.doing.label());
    let far = match progress.doing {
        Doing::Opening => String::new(),
        _ => format!(": {} of {}", progress.done, progress.of),
    };
    let then = match importing.is_pressed() {
        true => "; then it is imported",
        false => "",
    };
    ui.label(format!("{}{far}{then}", progress.doing.label()));
}
