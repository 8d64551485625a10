//! File and journal disagree: both are shown as equals, with what differs, and nobody is hurried.
//! Whichever is chosen, the other is kept.

use eframe::egui::{Label, Ui};

use crate::review::text::sentence;
use crate::ui::intent::Intent;
use crate::ui::remembered::name_of;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S, GAP_XL};
use crate::ui::versions::{Differs, Versions, Which};
use crate::ui::widgets::points::points;
use crate::ui::widgets::{focus, heading, measure, scroll};
use crate::ui::words;

/// As many places are listed as can be read at a glance.
const LISTED: usize = 12;
/// As many texts of each.
const TEXTS: usize = 6;
/// The two stand side by side where the page is as wide as this. Points.
const SIDE_BY_SIDE: f32 = 640.0;
/// The page is no wider than this. Points.
const WIDEST: f32 = 880.0;

/// Shows the screen.
pub fn ui(ui: &mut Ui, versions: &Versions, out: &mut Vec<Intent>) {
    scroll::vertical(ui, "versions", |ui| {
        let width = WIDEST.min(ui.available_width());
        let margin = ((ui.available_width() - width) / 2.0).max(0.0);
        ui.horizontal_top(|ui| {
            ui.add_space(margin);
            ui.vertical(|ui| {
                ui.set_width(width);
                page(ui, versions, out);
            });
        });
        scroll::follow_focus(ui);
    });
}

fn page(ui: &mut Ui, versions: &Versions, out: &mut Vec<Intent>) {
    ui.add_space(GAP_L);
    let name = name_of(&versions.path);
    heading::page(ui, &format!("Two versions of “{name}”"));
    ui.add(
        Label::new(theme::reading_in(
            ui,
            versions.title.clone(),
            theme::strong(),
        ))
        .wrap(),
    );
    let why = "Its file and this laptop’s journal each hold something that the other does not. That happens when a file is changed on another computer, or put back from a copy, after the program had ended here. Nothing is lost, and nothing has been changed yet.";
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
        ui.add(Label::new(theme::reading(ui, why)).wrap());
    });
    ui.add_space(GAP_L);
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::note(
            ui,
            "Both stay as they are until somebody decides.",
        ));
        // What changes nothing has the keyboard first.
        let later = ui.button("Decide later");
        focus::once(ui, &later);
        if later.clicked() {
            out.push(Intent::DecideLater);
        }
    });
    ui.add_space(GAP_L);
    both(ui, versions, out);
    ui.add_space(GAP_L);
    ui.separator();
    differences(ui, versions);
    ui.add_space(GAP_L);
}

fn both(ui: &mut Ui, versions: &Versions, out: &mut Vec<Intent>) {
    if ui.available_width() < SIDE_BY_SIDE {
        for which in Which::ALL {
            one(ui, versions, which, out);
            ui.add_space(GAP_M);
        }
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_XL;
        ui.columns(2, |columns| {
            for (ui, which) in columns.iter_mut().zip(Which::ALL) {
                ui.spacing_mut().item_spacing.x = GAP_S;
                ui.vertical(|ui| one(ui, versions, which, out));
            }
        });
    });
}

fn one(ui: &mut Ui, versions: &Versions, which: Which, out: &mut Vec<Intent>) {
    let version = versions.of(which);
    heading::section(ui, which.label());
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let changed = format!("Last change in its history {}", version.last);
        let changed = theme::reading_in(ui, changed, theme::strong());
        ui.add(Label::new(changed).wrap());
        let entries = words::count(version.entries, "change", "changes");
        let told = format!("{entries} in its history, {}", version.recorded);
        ui.add(Label::new(theme::reading(ui, told)).wrap());
        if let Some(outside) = &version.outside {
            ui.add(Label::new(theme::reading(ui, format!("{outside}."))).wrap());
        }
    });
    ui.add_space(GAP_S);
    if ui.button(which.go_on()).clicked() {
        out.push(Intent::GoOnWith(which));
    }
    ui.add(Label::new(theme::note(ui, other_is_kept(which))).wrap());
}

/// Where the one that is not chosen will be.
const fn other_is_kept(chosen: Which) -> &'static str {
    match chosen {
        Which::File => {
            "The journal’s version is kept beside the file as a review of its own, with “kept” and the time in its name"
        }
        Which::Journal => {
            "What is in the file now is kept beside it as a review of its own, with “kept” and the time in its name"
        }
    }
}

fn differences(ui: &mut Ui, versions: &Versions) {
    heading::section(ui, "What differs");
    let more = versions.differs.len().saturating_sub(LISTED);
    for differs in versions.differs.iter().take(LISTED) {
        place(ui, differs);
    }
    if more > 0 {
        ui.label(theme::reading(ui, format!("{more} more")));
    }
    if versions.differs.is_empty() {
        let none = "Only how it came about: both hold the same judgements and texts now.";
        ui.add(Label::new(theme::reading(ui, none)).wrap());
    }
}

/// One place, with the texts that differ there.
fn place(ui: &mut Ui, differs: &Differs) {
    points(ui, [&differs.place]);
    let more = differs.texts.len().saturating_sub(TEXTS);
    ui.indent(("differs", &differs.place), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for text in differs.texts.iter().take(TEXTS) {
            let says = |says: &str| match says {
                "" => "nothing".to_owned(),
                words => format!("“{words}”"),
            };
            let told = format!(
                "{}: the file says {}, the journal {}",
                sentence(&text.field),
                says(&text.file),
                says(&text.journal)
            );
            ui.add(Label::new(theme::reading(ui, told)).wrap());
        }
        if differs.texts.is_empty() {
            let none = "The texts are the same; an answer, a figure or who said it is not";
            ui.label(theme::note(ui, none));
        }
        if more > 0 {
            ui.label(theme::note(ui, format!("{more} more texts")));
        }
    });
}
