//! Every widget in every state on one screen, so that they can be judged together, in light and
//! dark and at any zoom. `dbv-case-review --gallery` opens it; it is for whoever works on the
//! program and stands in no help. It knows no review and keeps nothing.

mod accounts;
mod controls;
mod figures;
mod ground;
mod voices;

use eframe::egui::{
    CentralPanel, Context, Frame, Label, Margin, Panel, ScrollArea, Theme, Ui, UiBuilder, vec2,
};

use super::theme::{self, GAP_L, GAP_M, GAP_S, Tokens, Tone};
use super::widgets::choice::Choice;
use super::widgets::heading;
use crate::review::judgement::Answer;

/// The least width of a column. Points.
const COLUMN: f32 = 380.0;
/// More columns than this cannot be looked over.
const COLUMNS: usize = 4;

/// The screen, and what has been answered on it.
pub struct Gallery {
    /// Light or dark.
    pub theme: Theme,
    /// The panel's answer.
    pub panel: Option<Answer>,
    /// The parent's answer to the same question.
    pub parent: Option<Answer>,
    /// A question that nobody has answered yet.
    pub open: Option<Answer>,
    /// A text of several lines.
    pub why: String,
    /// A text that stands in the other fields.
    pub line: String,
    /// A choice from a list.
    pub ideal: Option<&'static str>,
    /// Something ticked.
    pub ticked: bool,
    /// Which of the rows is selected.
    pub row: usize,
    /// How often the action of a notice was pressed.
    pub undone: usize,
}

/// A section: its heading, about how high it is (tens of points), what it shows.
type Section = (&'static str, usize, fn(&mut Ui, &mut Gallery));

const SECTIONS: [Section; 16] = [
    ("Type", 46, ground::letters),
    ("Buttons", 31, controls::buttons),
    ("Choices", 66, controls::choices),
    ("Fields", 62, controls::fields),
    ("Lists to choose from", 39, controls::selects),
    ("Rows and ticks", 31, controls::rows),
    ("Marks and their words", 41, voices::marks),
    ("Notices", 82, voices::notices),
    ("Quotations", 44, voices::quotes),
    ("Roles", 17, voices::roles),
    ("Ranges", 92, figures::ranges),
    ("Scenarios on one axis", 68, figures::scenarios),
    ("How figures came about", 62, accounts::accounts),
    ("Draws of a range", 76, figures::draws),
    ("Colour and contrast", 78, ground::colours),
    ("Space", 25, ground::space),
];

impl Gallery {
    /// The screen as it opens. Gives the context the program's fonts and styles.
    pub fn new(ctx: &Context) -> Self {
        theme::install(ctx);
        Self {
            theme: ctx.theme(),
            panel: Some(Answer::NotIdeal),
            parent: Some(Answer::Ideal),
            open: None,
            why: String::new(),
            line: "Resourced provision".to_owned(),
            ideal: None,
            ticked: true,
            row: 1,
            undone: 0,
        }
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        let bar = Frame::new()
            .fill(tokens.recessed)
            .inner_margin(Margin::symmetric(24, 8));
        Panel::top("bar").frame(bar).show(ui, |ui| self.bar(ui));
        let page = Frame::new()
            .fill(tokens.paper)
            .inner_margin(Margin::symmetric(24, 0));
        CentralPanel::default().frame(page).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.add_space(GAP_M);
                self.sections(ui);
                ui.add_space(GAP_L);
            });
        });
    }

    fn bar(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            heading::page(ui, "Gallery");
            ui.add_space(GAP_M);
            let mut theme = Some(self.theme);
            Choice::new("Theme", "gallery", Tone::Plain)
                .without_question()
                .show(ui, &mut theme, &[Theme::Light, Theme::Dark], |theme| {
                    let name = match theme {
                        Theme::Light => "light",
                        Theme::Dark => "dark",
                    };
                    name.to_owned()
                });
            if let Some(theme) = theme.filter(|theme| *theme != self.theme) {
                self.theme = theme;
                ui.ctx().request_repaint();
            }
            ui.add_space(GAP_M);
            let zoom = ui.ctx().zoom_factor() * 100.0;
            let hint = format!(
                "{zoom:.0}% · Ctrl and plus, minus or nought zoom · Tab shows the ring around what \
                 has the keyboard, the mouse what is under it"
            );
            ui.add(Label::new(theme::note(ui, hint)).truncate());
        });
    }

    fn sections(&mut self, ui: &mut Ui) {
        let room = ui.available_width();
        let count = ((room + GAP_L) / (COLUMN + GAP_L)) as usize;
        let count = count.clamp(1, COLUMNS);
        let width = ((room + GAP_L) / count as f32 - GAP_L).floor();
        let corner = ui.cursor().min;
        for (at, column) in spread(count).into_iter().enumerate() {
            let left = corner + vec2(at as f32 * (width + GAP_L), 0.0);
            let place = eframe::egui::Rect::from_min_size(left, vec2(width, 0.0));
            let builder = UiBuilder::new().id_salt(at).max_rect(place);
            ui.scope_builder(builder, |ui| {
                ui.set_width(width);
                for (title, _, show) in column {
                    heading::section(ui, title);
                    ui.add_space(GAP_S / 2.0);
                    ui.push_id(title, |ui| show(ui, self));
                    ui.add_space(GAP_L);
                }
            });
        }
    }
}

/// The sections in columns of about one height: each goes where there is most room.
fn spread(count: usize) -> Vec<Vec<Section>> {
    let mut columns = vec![(0, Vec::new()); count];
    for section in SECTIONS {
        let shortest = columns.iter_mut().min_by_key(|(height, _)| *height);
        if let Some((height, column)) = shortest {
            *height += section.1;
            column.push(section);
        }
    }
    columns.into_iter().map(|(_, column)| column).collect()
}

/// What the next things show: "disabled", "with an error".
fn state(ui: &mut Ui, words: &str) {
    ui.add_space(GAP_S / 2.0);
    ui.label(theme::note(ui, words));
}

impl eframe::App for Gallery {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        if ctx.theme() != self.theme {
            ctx.set_theme(self.theme);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}
