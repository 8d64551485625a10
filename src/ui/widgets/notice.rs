//! A notice where the eye is: a mark, one sentence, perhaps a button or two. It never stops
//! anybody; what would lose work can be undone instead.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Frame, Label, Margin, Response, RichText, Ui, UiBuilder};

use super::marks::{self, Mark};
use crate::ui::theme::{GAP_S, Tokens};

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
                    .corner_radius(4)
                    .inner_margin(Margin::symmetric(12, 8))
                    .show(ui, |ui| pressed = self.contents(ui, mark, live))
            })
            .response;
        NoticeResponse { response, pressed }
    }

    fn contents(&self, ui: &mut Ui, mark: Mark, live: Live) -> Option<usize> {
        let mut pressed = None;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_S;
            marks::mark(ui, mark);
            ui.vertical(|ui| {
                let label = ui.add(Label::new(RichText::new(self.text)).wrap());
                ui.ctx()
                    .accesskit_node_builder(label.id, |node| node.set_live(live));
                if self.actions.is_empty() {
                    return;
                }
                ui.horizontal_wrapped(|ui| {
                    for (at, action) in self.actions.iter().enumerate() {
                        if ui.button(*action).clicked() {
                            pressed = Some(at);
                        }
                    }
                });
            });
        });
        pressed
    }
}
