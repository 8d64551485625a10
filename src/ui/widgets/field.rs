//! Labelled fields: the label above, a hint or an error below, all tied together for a screen
//! reader.

mod edit;

use std::borrow::Cow;

use eframe::egui::accesskit::{Invalid, Live};
use eframe::egui::style::StyleModifier;
use eframe::egui::{
    Align2, AsIdSalt, ComboBox, IdSalt, Label, Response, RichText, Stroke, Style, Ui,
};

use edit::Edit;
pub use edit::{stands_in, too_many};

use super::marks::{self, Mark};
use super::{access, focus, measure};
use crate::ui::theme::{self, FOCUS_WIDTH, GAP_XS, Tokens};

/// A labelled text field.
///
/// States: empty, filled, with the keyboard (ring), disabled (`ui.disable()` around it; to be read
/// and not changed), in error (edge, mark, word, and said to be invalid). The salt must contain the id of the record that is
/// edited: a field keeps its own undo, and one salt for two records would undo across them.
#[must_use = "call show"]
pub struct Field<'a> {
    frame: FieldFrame<'a>,
    rows: usize,
    width: Option<f32>,
    placeholder: Cow<'a, str>,
    at_right: bool,
}

impl<'a> Field<'a> {
    /// A field of one line, as wide as there is room, up to a reading column.
    pub fn new(label: &'a str, record: impl AsIdSalt) -> Self {
        Self {
            frame: FieldFrame::new(label, record),
            rows: 1,
            width: None,
            placeholder: Cow::Borrowed(""),
            at_right: false,
        }
    }

    /// Several lines high; it grows with the text up to a bound, and then the text scrolls in it.
    pub const fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Another width than all the room up to a reading column. Points.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// What a good answer looks like, shown in the empty field. Never instead of the label.
    pub fn placeholder(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.placeholder = text.into();
        self
    }

    /// A line below that helps to answer.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.frame.hint = Some(hint);
        self
    }

    /// What is wrong, in place of the hint.
    pub const fn error(mut self, error: Option<&'a str>) -> Self {
        self.frame.error = error;
        self
    }

    /// Keeps the line below free even while there is nothing to say, so that nothing jumps.
    pub const fn keep_line(mut self) -> Self {
        self.frame.keep_line = true;
        self
    }

    /// Another name for screen readers, where several fields on one screen have one label ("How,
    /// attempt 2"). It must hold the label.
    pub fn spoken(mut self, name: impl Into<String>) -> Self {
        self.frame.spoken = Some(name.into());
        self
    }

    /// What stands in it ends at the right, as figures do.
    pub const fn at_right(mut self) -> Self {
        self.at_right = true;
        self
    }

    /// In a table: what is wrong is told to a screen reader here and to the eye elsewhere.
    pub const fn in_a_table(mut self) -> Self {
        self.frame.in_a_table = true;
        self
    }

    /// Shows it. The response is the text field's (`changed`, `lost_focus`, `request_focus`).
    pub fn show(self, ui: &mut Ui, text: &mut String) -> Response {
        let Self {
            frame,
            rows,
            width,
            placeholder,
            at_right,
        } = self;
        let align = if at_right {
            Align2::RIGHT_CENTER
        } else {
            Align2::LEFT_CENTER
        };
        let width = width.unwrap_or_else(|| measure::reading_width(ui).min(ui.available_width()));
        let edit = Edit {
            rows,
            width,
            placeholder: placeholder.as_ref(),
            align,
        };
        frame.show(ui, width, |ui, salt| edit.show(ui, salt, text))
    }
}

/// A labelled choice of one from a list too long for a row of buttons.
///
/// States: nothing chosen ("choose"), chosen, open, with the keyboard, disabled, in error.
#[must_use = "call show"]
pub struct Select<'a> {
    frame: FieldFrame<'a>,
    width: Option<f32>,
    placeholder: &'a str,
    clearable: bool,
}

impl<'a> Select<'a> {
    /// A choice; the salt contains the id of the record.
    pub fn new(label: &'a str, record: impl AsIdSalt) -> Self {
        Self {
            frame: FieldFrame::new(label, record),
            width: None,
            placeholder: "choose",
            clearable: false,
        }
    }

    /// Another width than that of a field. Points.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// What stands there while nothing is chosen, instead of "choose".
    pub const fn placeholder(mut self, text: &'a str) -> Self {
        self.placeholder = text;
        self
    }

    /// Lets a choice be taken back: the list starts with the placeholder.
    pub const fn clearable(mut self) -> Self {
        self.clearable = true;
        self
    }

    /// A line below that helps to choose.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.frame.hint = Some(hint);
        self
    }

    /// What is wrong, in place of the hint.
    pub const fn error(mut self, error: Option<&'a str>) -> Self {
        self.frame.error = error;
        self
    }

    /// Keeps the line below free even while there is nothing to say, so that nothing jumps.
    pub const fn keep_line(mut self) -> Self {
        self.frame.keep_line = true;
        self
    }

    /// Another name for screen readers, where several on one screen have one label ("Payer,
    /// condition 2"). It must hold the label.
    pub fn spoken(mut self, name: impl Into<String>) -> Self {
        self.frame.spoken = Some(name.into());
        self
    }

    /// Shows it. The response is the button's, `changed` when another option was chosen.
    pub fn show<T: Clone + PartialEq>(
        self,
        ui: &mut Ui,
        chosen: &mut Option<T>,
        options: &[T],
        label: impl Fn(&T) -> String,
    ) -> Response {
        let Self {
            frame,
            width,
            placeholder,
            clearable,
        } = self;
        let width = width.unwrap_or_else(|| ui.spacing().text_edit_width.min(ui.available_width()));
        let muted = Tokens::of(ui).ink_muted;
        frame.show(ui, width, |ui, salt| {
            let shown = match chosen {
                Some(value) => RichText::new(label(value)),
                None => RichText::new(placeholder).color(muted),
            };
            let mut next = None;
            let mut response = ComboBox::from_id_salt(salt)
                .width(width)
                .truncate()
                .icon(marks::paint_chevron)
                .popup_style(StyleModifier::new(list_style))
                .selected_text(shown)
                .show_ui(ui, |ui| {
                    if clearable && ui.selectable_label(chosen.is_none(), placeholder).clicked() {
                        next = Some(None);
                    }
                    for option in options {
                        let selected = chosen.as_ref() == Some(option);
                        if ui.selectable_label(selected, label(option)).clicked() {
                            next = Some(Some(option.clone()));
                        }
                    }
                    if next.is_some() {
                        ui.close();
                    }
                })
                .response;
            focus::back_from_list(ui, &response);
            if let Some(next) = next
                && next != *chosen
            {
                *chosen = next;
                response.mark_changed();
            }
            response
        })
    }
}

/// Lines of a list lie close and have no frames of their own.
fn list_style(style: &mut Style) {
    style.spacing.item_spacing.y = 0.0;
    style.visuals.widgets.hovered.bg_stroke = Stroke::NONE;
}

/// What is around every field.
struct FieldFrame<'a> {
    label: &'a str,
    salt: IdSalt,
    spoken: Option<String>,
    hint: Option<&'a str>,
    error: Option<&'a str>,
    keep_line: bool,
    in_a_table: bool,
}

impl<'a> FieldFrame<'a> {
    fn new(label: &'a str, record: impl AsIdSalt) -> Self {
        Self {
            label,
            salt: IdSalt::new((label, record)),
            spoken: None,
            hint: None,
            error: None,
            keep_line: false,
            in_a_table: false,
        }
    }

    /// A field without a label (a cell of a table) needs a spoken name.
    fn show(
        self,
        ui: &mut Ui,
        width: f32,
        control: impl FnOnce(&mut Ui, IdSalt) -> Response,
    ) -> Response {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = GAP_XS;
            // Not faded: what stands in a field is read where it cannot be changed.
            ui.set_opacity(1.0);
            let label = (!self.label.is_empty()).then(|| ui.label(self.label));
            // A scope in every state, so that the control keeps its id and with it the keyboard.
            let mut response = ui
                .scope(|ui| {
                    self.look(ui);
                    control(ui, self.salt)
                })
                .inner;
            if let Some(label) = label {
                response = response.labelled_by(label.id);
            }
            self.tell(ui, &response);
            if !self.in_a_table {
                self.below(ui);
            }
            response
        })
        .inner
    }

    /// The edge and the ground of the control: disabled, in error, or as they are.
    fn look(&self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        let disabled = !ui.is_enabled();
        let visuals = ui.visuals_mut();
        let widgets = &mut visuals.widgets;
        for state in [
            &mut widgets.noninteractive,
            &mut widgets.inactive,
            &mut widgets.hovered,
        ] {
            if disabled {
                state.weak_bg_fill = tokens.recessed;
                state.bg_stroke = Stroke::new(1.0, tokens.hairline);
            }
            if self.error.is_some() {
                state.bg_stroke = Stroke::new(FOCUS_WIDTH, tokens.danger);
            }
        }
        if disabled {
            visuals.text_edit_bg_color = Some(tokens.recessed);
        }
    }

    fn tell(&self, ui: &Ui, control: &Response) {
        if let Some(spoken) = &self.spoken {
            access::name(ui, control, spoken);
        }
        let Some(below) = self.error.or(self.hint) else {
            return;
        };
        ui.ctx().accesskit_node_builder(control.id, |node| {
            node.set_description(below);
            if self.error.is_some() {
                node.set_invalid(Invalid::True);
            }
        });
    }

    fn below(&self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        if let Some(error) = self.error {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP_XS + 2.0;
                marks::small(ui, Mark::Danger);
                let text = theme::note(ui, format!("Error: {error}"));
                let said = ui.add(Label::new(text.color(tokens.danger)).wrap());
                ui.ctx()
                    .accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
            });
        } else if let Some(hint) = self.hint {
            ui.label(theme::note(ui, hint));
        } else if self.keep_line {
            ui.label(theme::note(ui, " "));
        }
    }
}
