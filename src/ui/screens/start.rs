//! The first screen: what this program is for and for whom, and the three doors into a review.

use std::path::PathBuf;

use eframe::egui::{Align, Key, Label, Layout, Response, RichText, Ui, UiBuilder, vec2};

use crate::review::{Mode, councils};
use crate::services::Services;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::new_review::NewReview;
use crate::ui::opening::{Opening, Source};
use crate::ui::remembered::{Forgetting, Remembered};
use crate::ui::samples::Sample;
use crate::ui::screens::forgetting;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S, GAP_XL, GAP_XS};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::suggest::Suggestions;
use crate::ui::widgets::{access, button, heading, measure, scroll};

/// The whole page is no wider than this. Points.
const WIDEST: f32 = 1040.0;
/// Three doors stand side by side where the page is as wide as this. Points.
const THREE_ABREAST: f32 = 800.0;
/// What is said of a door takes three lines where it is as wide as this. Points.
const ROOMY_DOOR: f32 = 310.0;
/// Room for the buttons at the end of a row. Points.
const BUTTONS: f32 = 308.0;

/// The doors to a review: what stands on the button, and what is said before the review's name.
const DOORS: [(Mode, &str, &str); 3] = [
    (Mode::Work, "Open", "Open"),
    (Mode::Inspect, "Inspect", "Inspect"),
    (Mode::Train, "Train", "Train on"),
];

/// What the screen sees.
pub struct StartView<'a> {
    /// The form for a new review.
    pub form: &'a mut NewReview,
    /// The path of a file to open, while it is typed.
    pub typed_path: &'a mut String,
    /// Files that were open before and still exist.
    pub recent: &'a [Remembered],
    /// What somebody is about to forget on this laptop.
    pub forgetting: Option<&'a Forgetting>,
    /// For the suggested place of a new review.
    pub services: &'a dyn Services,
    /// What the person wants.
    pub out: &'a mut Vec<Intent>,
}

/// Shows the screen.
pub fn ui(ui: &mut Ui, view: &mut StartView<'_>) {
    scroll::vertical(ui, "start", |ui| {
        let width = WIDEST.min(ui.available_width());
        let margin = ((ui.available_width() - width) / 2.0).max(0.0);
        ui.horizontal_top(|ui| {
            ui.add_space(margin);
            ui.vertical(|ui| {
                ui.set_width(width);
                page(ui, view);
            });
        });
    });
}

fn page(ui: &mut Ui, view: &mut StartView<'_>) {
    ui.add_space(GAP_L);
    heading::page(ui, "DBV Case Review");
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
        let what_for = "For the panel that asks whether a child has the ideal place and support: its judgement, the parent’s own view beside it, and what both would mean in money, with how little a few dozen cases can tell.";
        ui.add(Label::new(theme::reading(ui, what_for)).wrap());
    });
    ui.add_space(GAP_L);
    doors(ui, view);
    if view.form.shown {
        ui.add_space(GAP_L);
        new_review(ui, view);
    }
    ui.add_space(GAP_XL);
    recent(ui, view);
    ui.add_space(GAP_L);
    samples(ui, view);
    ui.add_space(GAP_L);
    typed_path(ui, view);
    ui.add_space(GAP_L);
    let promise = "Works without a network. Reviews keep themselves in the file you choose; children appear by case number only.";
    ui.label(theme::note(ui, promise));
    ui.add_space(GAP_L);
}

/// The three doors, each with whom it is for.
fn doors(ui: &mut Ui, view: &mut StartView<'_>) {
    type Door = fn(&mut Ui, &mut StartView<'_>);
    let doors: [Door; 3] = [to_work, to_inspect, to_train];
    if ui.available_width() < THREE_ABREAST {
        for door in doors {
            door(ui, view);
            ui.add_space(GAP_M);
        }
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_XL;
        ui.columns(doors.len(), |columns| {
            for (ui, door) in columns.iter_mut().zip(doors) {
                ui.spacing_mut().item_spacing.x = GAP_S;
                door(ui, view);
            }
        });
    });
}

/// What a door is for, in room of the same height for each, so that their buttons are in line.
fn door(ui: &mut Ui, name: &str, for_whom: &str) {
    heading::section(ui, name);
    let lines = match ui.available_width() {
        // One below the other there is nothing to be in line with.
        width if width >= THREE_ABREAST / 2.0 => 0.0,
        width if width >= ROOMY_DOOR => 3.0,
        _ => 4.0,
    };
    let height = lines * theme::line_height(ui);
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::LEFT), |ui| {
        ui.set_min_height(height);
        ui.add(Label::new(theme::reading(ui, for_whom)).wrap());
    });
    ui.add_space(GAP_XS);
}

fn to_work(ui: &mut Ui, view: &mut StartView<'_>) {
    let for_whom = "For a review panel. Judge case by case, with each child’s parents heard first. The file keeps itself.";
    door(ui, "Work", for_whom);
    ui.horizontal_wrapped(|ui| {
        if button::primary(ui, "New review", true).clicked() {
            view.form.shown = !view.form.shown;
            view.form.just_opened = view.form.shown;
        }
        if ui.button("Open a review…").clicked() {
            view.out.push(Intent::Do(Action::Open));
        }
    });
}

fn to_inspect(ui: &mut Ui, view: &mut StartView<'_>) {
    let for_whom = "For whoever was not in the room, such as a parent-carer forum. See what was judged and who was heard. Nothing can be changed.";
    door(ui, "Inspect", for_whom);
    ui.horizontal_wrapped(|ui| {
        if ui.button("Inspect a review…").clicked() {
            view.out.push(Intent::ChooseReview(Mode::Inspect));
        }
    });
}

fn to_train(ui: &mut Ui, view: &mut StartView<'_>) {
    let for_whom = "For trainers, and for trying things out. Everything works, nothing is kept, and one key begins anew.";
    door(ui, "Train", for_whom);
    ui.horizontal_wrapped(|ui| {
        if ui.button("Train on a review…").clicked() {
            view.out.push(Intent::ChooseReview(Mode::Train));
        }
    });
}

fn new_review(ui: &mut Ui, view: &mut StartView<'_>) {
    heading::section(ui, "New review");
    let form = &mut *view.form;
    let title = Field::new("Title", "new")
        .placeholder("Autumn workshops 2026")
        .show(ui, &mut form.title);
    if form.just_opened {
        // Until it has the caret: the click that opened the form may still take it away.
        form.just_opened = !title.has_focus();
        title.request_focus();
        title.scroll_to_me(None);
        ui.ctx().request_repaint();
    }
    let council = council(ui, &mut form.council);
    let mut place = form.path(view.services).to_string_lossy().into_owned();
    let response = Field::new("Keeps itself in", "new")
        .hint("A file that is written after every change. Choose a folder that is backed up.")
        .show(ui, &mut place);
    if response.changed() {
        form.place = Some(place);
    }
    // Enter does what it does in forms.
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    let left = title.lost_focus() || council.lost_focus() || response.lost_focus();
    ui.horizontal(|ui| {
        if ui.button("Begin the review").clicked() || (enter && left) {
            view.out.push(Intent::Begin);
        }
        if button::quiet(ui, "Choose another place…").clicked() {
            view.out.push(Intent::ChoosePlace);
        }
    });
}

/// The council: any text, with England's local authorities offered while it is typed.
fn council(ui: &mut Ui, typed: &mut String) -> Response {
    let mut offered = councils::suggest(typed);
    if offered.contains(&typed.as_str()) {
        offered.clear();
    }
    let mut list = Suggestions::new(ui, "councils", "Councils", &offered);
    list.take_keys(ui);
    let response = Field::new("Council", "new")
        .placeholder("West Marsh")
        .show(ui, typed);
    if let Some(name) = list.show(ui, &response) {
        name.clone_into(typed);
    }
    response
}

fn recent(ui: &mut Ui, view: &mut StartView<'_>) {
    heading::section(ui, "Recent reviews");
    if view.recent.is_empty() {
        let none = "None yet. A file can also be dropped on this window.";
        ui.label(theme::note(ui, none));
    }
    for remembered in view.recent {
        let name = remembered.name();
        let source = Source::File(remembered.path.clone());
        let row = Row {
            name: &name,
            about: &remembered.folder(),
            source: &source,
            can_be_forgotten: true,
        };
        row.show(ui, view.out, |ui| says(ui, remembered));
        let asked = view.forgetting.filter(|f| f.path == remembered.path);
        if let Some(about) = asked {
            forgetting::ask(ui, about, view.out);
        }
    }
}

/// What somebody should know before opening it.
fn says(ui: &mut Ui, remembered: &Remembered) {
    if let Some(left_open) = &remembered.left_open {
        marked(ui, Mark::Information, left_open);
    }
    if let Some(too_long) = remembered.kept_too_long_in_words() {
        marked(ui, Mark::Caution, &too_long);
    }
}

fn marked(ui: &mut Ui, mark: Mark, text: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        marks::mark(ui, mark);
        ui.add(Label::new(theme::reading(ui, text)).wrap());
    });
}

fn samples(ui: &mut Ui, view: &mut StartView<'_>) {
    heading::section(ui, "Samples");
    for sample in Sample::ALL {
        let row = Row {
            name: sample.name(),
            about: sample.purpose(),
            source: &Source::Sample(sample),
            can_be_forgotten: false,
        };
        row.show(ui, view.out, |_| ());
    }
    let note =
        "Every child, family and county in them is invented. “Open” works on a copy of your own.";
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::note(ui, note));
        for sample in Sample::ALL {
            let text = format!("Begin “{}” afresh", sample.name());
            if button::quiet(ui, &text).clicked() {
                view.out.push(Intent::SampleAfresh(sample));
            }
        }
    });
}

/// A review with the three doors to it.
struct Row<'a> {
    name: &'a str,
    about: &'a str,
    source: &'a Source,
    can_be_forgotten: bool,
}

impl Row<'_> {
    fn show(&self, ui: &mut Ui, out: &mut Vec<Intent>, says: impl FnOnce(&mut Ui)) {
        ui.separator();
        if ui.available_width() < THREE_ABREAST {
            self.words(ui, says);
            ui.horizontal_wrapped(|ui| {
                doors_to(ui, DOORS.into_iter(), self.name, self.source, out);
                self.forget(ui, out);
            });
            return;
        }
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - BUTTONS;
            let column = UiBuilder::new().layout(Layout::top_down(Align::LEFT));
            ui.scope_builder(column, |ui| {
                ui.set_width(width);
                self.words(ui, says);
            });
            // From left to right, so that the keyboard goes through them as they are read.
            let ends = Layout::left_to_right(Align::TOP);
            ui.with_layout(ends, |ui| {
                doors_to(ui, DOORS.into_iter(), self.name, self.source, out);
                self.forget(ui, out);
            });
        });
    }

    fn words(&self, ui: &mut Ui, says: impl FnOnce(&mut Ui)) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let name = RichText::new(self.name).text_style(theme::strong());
        ui.add(Label::new(name).truncate())
            .on_hover_text(self.about);
        ui.add(Label::new(theme::note(ui, self.about)).wrap());
        says(ui);
    }

    fn forget(&self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let (true, Source::File(path)) = (self.can_be_forgotten, self.source) else {
            return;
        };
        let response = button::quiet(ui, "Forget…");
        access::name(
            ui,
            &response,
            format!("Forget… {} on this laptop", self.name),
        );
        if response.clicked() {
            out.push(Intent::AskToForget(Some(path.clone())));
        }
    }
}

fn doors_to(
    ui: &mut Ui,
    doors: impl Iterator<Item = (Mode, &'static str, &'static str)>,
    name: &str,
    source: &Source,
    out: &mut Vec<Intent>,
) {
    for (door, verb, spoken) in doors {
        if named(ui, verb, format!("{spoken} {name}")).clicked() {
            out.push(Intent::Open(Opening::new(source.clone(), door)));
        }
    }
}

/// A button whose one word is enough beside its row; who cannot see the row is told all of it.
fn named(ui: &mut Ui, text: &str, spoken: String) -> Response {
    let response = ui.button(text);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(spoken));
    response
}

/// For computers whose system has no file dialogs to offer.
fn typed_path(ui: &mut Ui, view: &mut StartView<'_>) {
    let response = Field::new("Or type the path of a file", "open").show(ui, view.typed_path);
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    let source = Source::File(PathBuf::from(view.typed_path.trim()));
    let typed = !view.typed_path.trim().is_empty();
    if typed && response.lost_focus() && enter {
        view.out
            .push(Intent::Open(Opening::new(source.clone(), Mode::Work)));
    }
    ui.add_enabled_ui(typed, |ui| {
        ui.horizontal(|ui| doors_to(ui, DOORS.into_iter(), "this file", &source, view.out));
    });
}
