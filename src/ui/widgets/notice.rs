//! A notice where the eye is: a mark, one sentence, perhaps a button or two. It never stops
//! anybody; what would lose work can be undone instead.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Align, Frame, Label, Layout, Margin, Response, TextStyle, Ui, UiBuilder, vec2};

use super::access;
use super::marks::{self, Mark};
use super::measure::line_width;
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

/// An inline notice.
///
/// A screen reader says it when it appears: politely, an error at once.
#[must_use = "call show"]
pub struct Notice<'a> {
    kind: Kind,
    text: &'a str,
    actions: Vec<&'a str>,
}

/// What became of a notice in this pass.
pub struct NoticeResponse {
    /// The whole notice.
    pub response: Response,
    /// Which of the actions was pressed, counted from 0.
    pub pressed: Option<usize>,
}

impl<'a> Notice<'a> {
    /// A notice of one sentence.
    pub const fn new(kind: Kind, text: &'a str) -> Self {
        Self {
            kind,
            text,
            actions: Vec::new(),
        }
    }

    /// Adds a button ("Undo").
    pub fn action(mut self, label: &'a str) -> Self {
        self.actions.push(label);
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
        let mut pressed = None;
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
        NoticeResponse { response, pressed }
    }

    fn contents(&self, ui: &mut Ui, mark: Mark, live: Live) -> Option<usize> {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(GAP_S, 0.0);
        if self.fits_one_line(ui) {
            return self.in_one_line(ui, mark, live);
        }
        let mut pressed = None;
        ui.add_space(GAP_S);
        ui.horizontal_top(|ui| {
            marks::mark(ui, mark);
            ui.vertical(|ui| {
                self.words(ui, live);
                if !self.actions.is_empty() {
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
    fn in_one_line(&self, ui: &mut Ui, mark: Mark, live: Live) -> Option<usize> {
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
        let padding = 2.0 * ui.spacing().button_padding.x + GAP_S;
        let buttons = self.actions.iter();
        let buttons: f32 = buttons
            .map(|action| line_width(ui, action, &TextStyle::Button) + padding)
            .sum();
        let words = line_width(ui, self.text, &body);
        mark + GAP_S + words + GAP_M + buttons <= ui.available_width()
    }

    fn words(&self, ui: &mut Ui, live: Live) {
        let label = ui.add(Label::new(theme::reading(ui, self.text)).wrap());
        ui.ctx()
            .accesskit_node_builder(label.id, |node| node.set_live(live));
    }

    fn buttons(&self, ui: &mut Ui) -> Option<usize> {
        let mut pressed = None;
        for (at, action) in self.actions.iter().enumerate() {
            if ui.button(*action).clicked() {
                pressed = Some(at);
            }
        }
        pressed
    }
}
