//! The first screen: what this program is for, and the ways into it.

use std::path::PathBuf;

use eframe::egui::{Label, RichText, ScrollArea, Ui};

use crate::review::setup::Setup;
use crate::review::text::Text;
use crate::review::{Review, Via};
use crate::services::Services;
use crate::ui::actions::Action;
use crate::ui::app::App;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{button, heading, measure};

/// The form for a new review. It is not in a review yet, so it lives here.
#[derive(Clone, Debug, Default)]
pub struct NewReview {
    shown: bool,
    title: String,
    council: String,
    /// Where it keeps itself, once somebody has said so.
    place: Option<String>,
    /// A file to open, typed.
    open: String,
}

impl NewReview {
    /// Where the review will keep itself: as chosen, or in the documents under its title.
    pub fn path(&self, services: &dyn Services) -> PathBuf {
        if let Some(place) = &self.place {
            return PathBuf::from(place.trim());
        }
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '(' | ')');
        let name: String = self
            .title
            .chars()
            .filter(|c| allowed(*c))
            .take(80)
            .collect();
        let name = if name.trim().is_empty() {
            "Case review"
        } else {
            name.trim()
        };
        let folder = services.documents_folder().unwrap_or_default();
        folder.join(format!("{name}.{}", crate::store::EXTENSION))
    }

    /// Keeps the review at this place.
    pub fn keep_at(&mut self, path: PathBuf) {
        self.place = Some(path.to_string_lossy().into_owned());
    }

    /// The new review and where it keeps itself.
    ///
    /// # Errors
    /// What to tell the person.
    pub fn begin(&self, services: &dyn Services) -> Result<(PathBuf, Review), String> {
        if self.title.trim().is_empty() || self.council.trim().is_empty() {
            return Err("A review needs a title and the name of the council.".to_owned());
        }
        let path = self.path(services);
        if path.exists() {
            return Err(format!(
                "There is a file {} already. Choose another name; nothing is written over.",
                path.display()
            ));
        }
        let words = |text: &str| Text::new(text.trim()).map_err(|error| format!("{error}."));
        let base_year = services.today().financial_year();
        let setup = Setup::new(words(&self.title)?, words(&self.council)?, base_year);
        let review = Review::begin(setup, services.act(Via::Typed, false));
        review
            .map(|review| (path, review))
            .map_err(|refusal| format!("{refusal}."))
    }
}

/// Shows the screen.
pub fn ui(app: &mut App, ui: &mut Ui) {
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
                ways_in(app, ui);
                ui.add_space(GAP_L);
                recent(app, ui);
                ui.add_space(GAP_L);
                typed_path(app, ui);
                ui.add_space(GAP_L);
                ui.label(theme::note(ui, "Works without a network. Reviews keep themselves in the file you choose; children appear by case number only."));
            });
        });
    });
}

fn ways_in(app: &mut App, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        if button::primary(ui, "Open the sample", true).clicked() {
            app.intents.push(Intent::Do(Action::Sample));
        }
        if ui.button("Open a review…").clicked() {
            app.intents.push(Intent::Do(Action::Open));
        }
        if ui.button("New review").clicked() {
            app.new_review.shown = !app.new_review.shown;
        }
        if button::quiet(ui, "Begin the sample afresh").clicked() {
            app.intents.push(Intent::SampleAfresh);
        }
    });
    ui.label(theme::note(ui, "The sample: ten children of an invented county, six of them judged. Every child and family in it is invented."));
    if app.new_review.shown {
        ui.add_space(GAP_M);
        new_review(app, ui);
    }
}

fn new_review(app: &mut App, ui: &mut Ui) {
    heading::section(ui, "New review");
    let form = &mut app.new_review;
    Field::new("Title", "new")
        .placeholder("Autumn workshops 2026")
        .show(ui, &mut form.title);
    Field::new("Council", "new")
        .placeholder("West Marsh")
        .show(ui, &mut form.council);
    let mut place = form
        .path(app.services.as_ref())
        .to_string_lossy()
        .into_owned();
    let response = Field::new("Keeps itself in", "new")
        .hint("A file that is written after every change. Choose a folder that is backed up.")
        .show(ui, &mut place);
    if response.changed() {
        form.place = Some(place);
    }
    ui.horizontal(|ui| {
        if ui.button("Begin the review").clicked() {
            app.intents.push(Intent::Begin);
        }
        if button::quiet(ui, "Choose another place…").clicked() {
            app.intents.push(Intent::ChoosePlace);
        }
    });
}

fn recent(app: &mut App, ui: &mut Ui) {
    heading::section(ui, "Recent");
    if app.recent.is_empty() {
        ui.label(theme::note(
            ui,
            "None yet. A file can also be dropped on this window.",
        ));
    }
    for path in app.recent.clone() {
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
                app.intents.push(Intent::Open(path));
            }
            ui.add(Label::new(theme::note(ui, folder)).truncate());
        });
    }
}

/// For computers whose system has no file dialogs to offer.
fn typed_path(app: &mut App, ui: &mut Ui) {
    let response =
        Field::new("Or type the path of a file", "open").show(ui, &mut app.new_review.open);
    let enter = ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
    let pressed = ui.button("Open this file").clicked();
    let path = app.new_review.open.trim().to_owned();
    if !path.is_empty() && (pressed || (response.lost_focus() && enter)) {
        app.intents.push(Intent::Open(PathBuf::from(path)));
    }
}
