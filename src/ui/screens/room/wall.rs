//! Type and columns large enough for the other end of the room.

use eframe::egui::{Label, Response, RichText, Ui, vec2};

use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S, GAP_WALL, GAP_XS, Tokens, Tone};
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{heading, measure};

/// Two columns stand side by side where each has at least this part of its full width: some 40
/// characters, so that panel and parent are on one page of a laptop's screen.
const NARROWEST: f32 = 0.72;

/// How a page is divided: one column of reading text, or two where there is room.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    width: f32,
    two: bool,
}

impl Columns {
    /// As there is room here.
    pub fn of(ui: &Ui) -> Self {
        // The bar of the scroll stands clear of the text.
        let room = ui.available_width() - GAP_M;
        let full = measure::wall_width(ui);
        let half = (room - GAP_WALL) / 2.0;
        let two = half >= full * NARROWEST;
        let width = full.min(if two { half } else { room });
        Self { width, two }
    }

    /// The width of the page. Points.
    pub fn page(self) -> f32 {
        if self.two {
            2.0 * self.width + GAP_WALL
        } else {
            self.width
        }
    }

    /// Two parts of equal weight: side by side, or one after the other.
    pub fn pair(self, ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
        if !self.two {
            left(ui);
            ui.add_space(GAP_L);
            right(ui);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_WALL;
            for part in [Box::new(left) as Box<dyn FnOnce(&mut Ui)>, Box::new(right)] {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing = vec2(GAP_S, GAP_S);
                    ui.set_width(self.width);
                    part(ui);
                });
            }
        });
    }
}

/// The heading of the scene.
pub fn title(ui: &mut Ui, text: &str) {
    heading::heading(ui, text, theme::wall_title(), 1);
    ui.add_space(GAP_M);
}

/// The heading of a part.
pub fn section(ui: &mut Ui, text: &str) {
    heading::heading(ui, text, theme::wall_section(), 2);
}

/// ■ or ● before the heading of a part: whose voice it is.
pub fn voice(ui: &mut Ui, tone: Tone, text: &str) {
    ui.horizontal_top(|ui| {
        marks::of_style(ui, Mark::Voice(tone), &theme::wall_section());
        section(ui, text);
    });
}

/// Text to be read.
pub fn text(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(theme::reading_in(ui, text, theme::wall())).wrap())
}

/// A paragraph, with the space after it.
pub fn paragraph(ui: &mut Ui, words: &str) {
    text(ui, words);
    ui.add_space(GAP_S);
}

/// What may be passed over.
pub fn note(ui: &mut Ui, text: &str) -> Response {
    let shown: RichText = theme::reading_in(ui, text, theme::wall_note());
    let muted = Tokens::of(ui).ink_muted;
    ui.add(Label::new(shown.color(muted)).wrap())
}

/// A fact under its name.
pub fn fact(ui: &mut Ui, name: &str, value: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = GAP_XS;
        note(ui, name);
        text(ui, value);
    });
    ui.add_space(GAP_S);
}
