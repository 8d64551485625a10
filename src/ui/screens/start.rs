//! The first screen: what this program is for, and the ways into it.

use std::path::PathBuf;

use eframe::egui::{Label, RichText, ScrollArea, Ui};

use crate::services::Services;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::new_review::NewReview;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{button, heading, measure};

/// What the screen sees.
pub struct StartView<'a> {
    /// The form for a new review.
    pub form: &'a mut NewReview,
    /// The path of a file to open, while it is typed.
    pub typed_path: &'a mut String,
    /// Files that were open before and still exist.
    pub recent: &'a [PathBuf],
    /// For the suggested place of a new review.
    pub services: &'a dyn Services,
    /// What the person wants.
    pub out: &'a mut Vec<Intent>,
}

/// Shows the screen.
pub fn ui(ui: &mut Ui, view: &mut StartView<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = measure::reading_width(ui).min(ui.available_width());
        let margin = ((ui.available_width() - width) / 2.0).max(0.0);
        ui.horizontal_top(|ui| {
            ui.add_space(margin);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space(GAP_L);
                heading::page(ui, "DBV Case Review");
                ui.add(Label::new(theme::reading(
                    ui,
                    "For the panel that asks whether a child has the ideal place and support: its judgement, the parent’s own view beside it, and what both would mean in money, with how little a few dozen cases can tell.",
                )).wrap());
                ui.add_space(GAP_L);
                ways_in(ui, view);
                ui.add_space(GAP_L);
                recent(ui, view);
                ui.add_space(GAP_L);
                typed_path(ui, view);
                ui.add_space(GAP_L);
                ui.label(theme::note(ui, "Works without a network. Reviews keep themselves in the file you choose; children appear by case number only."));
            });
        });
    });
}

fn ways_in(ui: &mut Ui, view: &mut StartView<'_>) {
    ui.horizontal_wrapped(|ui| {
        if button::primary(ui, "Open the sample", true).clicked() {
            view.out.push(Intent::Do(Action::Sample));
        }
        if ui.button("Open a review…").clicked() {
            view.out.push(Intent::Do(Action::Open));
        }
        if ui.button("New review").clicked() {
            view.form.shown = !view.form.shown;
            view.form.just_opened = view.form.shown;
        }
        if button::quiet(ui, "Begin the sample afresh").clicked() {
            view.out.push(Intent::SampleAfresh);
        }
    });
    ui.label(theme::note(ui, "The sample: ten children of an invented county. C01 to C06 are judged, C07 to C10 are yours to try. Every child and family in it is invented."));
    if view.form.shown {
        ui.add_space(GAP_M);
        new_review(ui, view);
    }
}

fn new_review(ui: &mut Ui, view: &mut StartView<'_>) {
    heading::section(ui, "New review");
    let form = &mut *view.form;
    let title = Field::new("Title", "new")
        .placeholder("Autumn workshops 2026")
        .show(ui, &mut form.title);
    if std::mem::take(&mut form.just_opened) {
        title.request_focus();
    }
    Field::new("Council", "new")
        .placeholder("West Marsh")
        .show(ui, &mut form.council);
    let mut place = form.path(view.services).to_string_lossy().into_owned();
    let response = Field::new("Keeps itself in", "new")
        .hint("A file that is written after every change. Choose a folder that is backed up.")
        .show(ui, &mut place);
    if response.changed() {
        form.place = Some(place);
    }
    ui.horizontal(|ui| {
        if ui.button("Begin the review").clicked() {
            view.out.push(Intent::Begin);
        }
        if button::quiet(ui, "Choose another place…").clicked() {
            view.out.push(Intent::ChoosePlace);
        }
    });
}

fn recent(ui: &mut Ui, view: &mut StartView<'_>) {
    heading::section(ui, "Recent");
    if view.recent.is_empty() {
        ui.label(theme::note(
            ui,
            "None yet. A file can also be dropped on this window.",
        ));
    }
    for path in view.recent {
        let name = path
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let folder = path
            .parent()
            .map(|folder| folder.display().to_string())
            .unwrap_or_default();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_S;
            if ui.button(RichText::new(name)).clicked() {
                view.out.push(Intent::Open(path.clone()));
            }
            ui.add(Label::new(theme::note(ui, folder)).truncate());
        });
    }
}

/// For computers whose system has no file dialogs to offer.
fn typed_path(ui: &mut Ui, view: &mut StartView<'_>) {
    let response = Field::new("Or type the path of a file", "open").show(ui, view.typed_path);
    let enter = ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
    let pressed = ui.button("Open this file").clicked();
    let path = view.typed_path.trim().to_owned();
    if !path.is_empty() && (pressed || (response.lost_focus() && enter)) {
        view.out.push(Intent::Open(PathBuf::from(path)));
    }
}
