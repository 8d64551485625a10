//! A notice where the eye is: a mark, one sentence, perhaps a button or two. It never stops
//! anybody; what would lose work can be undone instead.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{
    Align, Frame, Label, Layout, Margin, Response, ScrollArea, TextStyle, Ui, UiBuilder, vec2,
};

use super::marks::{self, Mark};
use super::measure::{line_height, line_width, reading_width};
use super::{access, button};
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_M, GAP_S, GAP_XS, RADIUS, Tokens};

/// What kind of notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Good to know.
    Information,
    /// Somebody should do something.
    Caution,
    /// Something failed, or would mislead.
    Error,
}

impl Kind {
    /// The graver, the higher.
    pub const fn gravity(self) -> u8 {
        match self {
            Self::Information => 0,
            Self::Caution => 1,
            Self::Error => 2,
        }
    }
}

/// The most of the window's height that the words of one notice take; longer ones scroll.
const TALLEST: f32 = 0.3;
/// Reading text in a notice runs to this many times a column of a page: it is glanced over.
const WIDEST: f32 = 1.5;

/// An inline notice.
///
/// A screen reader says it when it appears: politely, an error at once.
#[must_use = "call show"]
pub struct Notice<'a> {
    kind: Kind,
    text: &'a str,
    in_full: &'a str,
    tallest: Option<f32>,
    actions: Vec<&'a str>,
    put_away: bool,
}

/// What stands on the button that puts a notice away.
const PUT_AWAY: &str = "Put away";

/// Which of its buttons was pressed.
#[derive(Clone, Copy, Debug, Default)]
struct Pressed {
    action: Option<usize>,
    put_away: bool,
}

/// What became of a notice in this pass.
pub struct NoticeResponse {
    /// The whole notice.
    pub response: Response,
    /// Which of the actions was pressed, counted from 0.
    pub pressed: Option<usize>,
    /// Whether it was put away.
    pub put_away: bool,
}

impl<'a> Notice<'a> {
    /// A notice of one sentence.
    pub const fn new(kind: Kind, text: &'a str) -> Self {
        Self {
            kind,
            text,
            in_full: text,
            tallest: None,
            actions: Vec::new(),
            put_away: false,
        }
    }

    /// What a screen reader says, and the pointer shows, where the text is shortened.
    pub const fn in_full(mut self, text: &'a str) -> Self {
        self.in_full = text;
        self
    }

    /// The most of height that it takes with its buttons, which stay in sight: longer words
    /// scroll. Points.
    pub const fn at_most(mut self, height: f32) -> Self {
        self.tallest = Some(height);
        self
    }

    /// Adds a button ("Undo").
    pub fn action(mut self, label: &'a str) -> Self {
        self.actions.push(label);
        self
    }

    /// Lets it be put away: a quiet button after all others.
    pub const fn can_be_put_away(mut self) -> Self {
        self.put_away = true;
        self
    }

    /// Shows it, as wide as there is room.
    pub fn show(self, ui: &mut Ui) -> NoticeResponse {
        let tokens = Tokens::of(ui);
        let (fill, mark, role, live) = match self.kind {
            Kind::Information => (
                tokens.recessed,
                Mark::Information,
                Role::Status,
                Live::Polite,
            ),
            Kind::Caution => (
                tokens.caution_soft,
                Mark::Caution,
                Role::Status,
                Live::Polite,
            ),
            Kind::Error => (
                tokens.danger_soft,
                Mark::Danger,
                Role::Alert,
                Live::Assertive,
            ),
        };
        let builder = UiBuilder::new().accessibility_role(role);
        let mut pressed = Pressed::default();
        let response = ui
            .scope_builder(builder, |ui| {
                Frame::new()
                    .fill(fill)
                    .corner_radius(RADIUS)
                    .inner_margin(Margin::symmetric(12, 0))
                    .show(ui, |ui| pressed = self.contents(ui, mark, live))
            })
            .response;
        access::bounds(ui, &response);
        NoticeResponse {
            response,
            pressed: pressed.action,
            put_away: pressed.put_away,
        }
    }

    fn contents(&self, ui: &mut Ui, mark: Mark, live: Live) -> Pressed {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(GAP_S, 0.0);
        if self.fits_one_line(ui) {
            return self.in_one_line(ui, mark, live);
        }
        let mut pressed = Pressed::default();
        ui.add_space(GAP_S);
        ui.horizontal_top(|ui| {
            marks::mark(ui, mark);
            let offers = !self.actions.is_empty() || self.put_away;
            let beside = self.buttons_width(ui) + GAP_M;
            if offers && reading_width(ui) + beside <= ui.available_width() {
                // Low, so that as much as can be stays of the screen below.
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width() - beside);
                    self.long_words(ui, live, 0.0);
                });
                ui.add_space(GAP_M);
                pressed = self.buttons(ui);
                return;
            }
            ui.vertical(|ui| {
                let rows = (self.buttons_width(ui) / ui.available_width()).ceil();
                let below = if offers {
                    GAP_S + rows * (CONTROL_HEIGHT + GAP_XS)
                } else {
                    0.0
                };
                self.long_words(ui, live, below);
                if offers {
                    ui.add_space(GAP_S);
                    ui.spacing_mut().item_spacing.y = GAP_XS;
                    pressed = ui.horizontal_wrapped(|ui| self.buttons(ui)).inner;
                }
            });
        });
        ui.add_space(GAP_S);
        pressed
    }

    /// The words, and what can be done about it right after them. As high as a button and its
    /// margins, whether or not there is one, so that notices below each other look alike.
    fn in_one_line(&self, ui: &mut Ui, mark: Mark, live: Live) -> Pressed {
        let size = vec2(ui.available_width(), CONTROL_HEIGHT + GAP_S);
        let layout = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_height(size.y);
            marks::mark(ui, mark);
            self.words(ui, live);
            ui.add_space(GAP_S);
            self.buttons(ui)
        })
        .inner
    }

    fn fits_one_line(&self, ui: &Ui) -> bool {
        let body = TextStyle::Body;
        let mark = body.resolve(ui.style()).size;
        let words = line_width(ui, self.text, &body);
        mark + GAP_S + words + GAP_M + self.buttons_width(ui) <= ui.available_width()
    }

    /// The width of all buttons side by side, with the gaps after them. Points.
    fn buttons_width(&self, ui: &Ui) -> f32 {
        let padding = 2.0 * ui.spacing().button_padding.x + GAP_S;
        let put_away = self.put_away.then_some(&PUT_AWAY);
        let buttons = self.actions.iter().chain(put_away);
        buttons
            .map(|action| line_width(ui, action, &TextStyle::Button) + padding)
            .sum()
    }

    /// Words of several lines: no wider than can be read, and no higher than leaves the rest of
    /// the window to work in.
    fn long_words(&self, ui: &mut Ui, live: Live, below: f32) {
        let width = (reading_width(ui) * WIDEST).min(ui.available_width());
        let tallest = self.tallest.map_or_else(
            || ui.ctx().content_rect().height() * TALLEST,
            // Two lines at least, of which the first is the most important.
            |whole| (whole - below - 2.0 * GAP_S).max(2.0 * line_height(ui)),
        );
        ui.scope(|ui| {
            ui.set_max_width(width);
            ScrollArea::vertical()
                .id_salt(("words of", self.text))
                .max_height(tallest)
                .auto_shrink([false, true])
                .show(ui, |ui| self.words(ui, live));
        });
    }

    fn words(&self, ui: &mut Ui, live: Live) {
        let label = ui.add(Label::new(theme::reading(ui, self.text)).wrap());
        ui.ctx().accesskit_node_builder(label.id, |node| {
            node.set_live(live);
            if self.in_full != self.text {
                node.set_value(self.in_full);
            }
        });
        if self.in_full != self.text {
            label.on_hover_text(self.in_full);
        }
    }

    fn buttons(&self, ui: &mut Ui) -> Pressed {
        let mut pressed = Pressed::default();
        for (at, action) in self.actions.iter().enumerate() {
            if ui.button(*action).clicked() {
                pressed.action = Some(at);
            }
        }
        pressed.put_away = self.put_away && button::quiet(ui, PUT_AWAY).clicked();
        pressed
    }
}
