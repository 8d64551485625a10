//! What somebody may mean who is typing: a list below the field, by mouse or by the arrows. Any
//! other text is as good.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Button, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, Ui, UiBuilder,
};

use crate::ui::theme::Tokens;

/// The list of one field.
///
/// The arrows go through it while the field keeps the keyboard, Enter takes what is marked, and
/// Escape leaves what was typed.
#[must_use = "call show"]
pub struct Suggestions<'a> {
    id: Id,
    name: &'a str,
    offered: &'a [&'static str],
    marked: Option<usize>,
    taken: Option<usize>,
}

impl<'a> Suggestions<'a> {
    /// What is offered, under a name for screen readers.
    pub fn new(ui: &Ui, salt: &str, name: &'a str, offered: &'a [&'static str]) -> Self {
        let id = ui.scope_id().with(("suggestions", salt));
        let marked: Option<usize> = ui.data(|data| data.get_temp(id)).flatten();
        Self {
            id,
            name,
            offered,
            marked: marked.filter(|at| *at < offered.len()),
            taken: None,
        }
    }

    /// Takes the keys that are the list's own. To be called before the field is shown.
    pub fn take_keys(&mut self, ui: &Ui) {
        let field: Option<Id> = ui.data(|data| data.get_temp(self.id.with("field")));
        let typing = field.is_some_and(|field| ui.memory(|memory| memory.has_focus(field)));
        if self.offered.is_empty() || !typing {
            self.marked = None;
            return;
        }
        let last = self.offered.len() - 1;
        ui.input_mut(|input| {
            for _ in 0..input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown) {
                self.marked = Some(self.marked.map_or(0, |at| (at + 1).min(last)));
            }
            for _ in 0..input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp) {
                self.marked = self.marked.and_then(|at| at.checked_sub(1));
            }
            if self.marked.is_some() && input.consume_key(Modifiers::NONE, Key::Enter) {
                self.taken = self.marked;
            }
        });
    }

    /// Shows the list below the field. Returns what was taken.
    pub fn show(mut self, ui: &Ui, field: &Response) -> Option<&'static str> {
        ui.data_mut(|data| data.insert_temp(self.id.with("field"), field.id));
        if field.changed() {
            self.marked = None;
        }
        let open = !self.offered.is_empty() && (field.has_focus() || field.lost_focus());
        if open && self.taken.is_none() {
            self.list(field);
        }
        let marked = if self.taken.is_some() {
            None
        } else {
            self.marked
        };
        ui.data_mut(|data| data.insert_temp(self.id, marked));
        self.taken.and_then(|at| self.offered.get(at)).copied()
    }

    fn list(&mut self, field: &Response) {
        let popup = Popup::from_response(field)
            .id(self.id.with("list"))
            .open(true)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .width(field.rect.width());
        popup.show(|ui| {
            let list = UiBuilder::new()
                .accessibility_role(NodeRole::ListBox)
                .accessibility_label(self.name);
            ui.scope_builder(list, |ui| self.rows(ui, field));
        });
    }

    fn rows(&mut self, ui: &mut Ui, field: &Response) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let tokens = Tokens::of(ui);
        for (at, name) in self.offered.iter().enumerate() {
            let marked = self.marked == Some(at);
            let mut row =
                Button::selectable(marked, *name).min_size([ui.available_width(), 0.0].into());
            if marked {
                row = row.fill(tokens.accent_soft);
            }
            let row = ui.add(row.sense(eframe::egui::Sense::CLICK));
            if marked {
                // The field keeps the keyboard; a screen reader is told what is marked.
                ui.ctx().accesskit_node_builder(field.id, |node| {
                    node.set_active_descendant(row.id.accesskit_id());
                });
            }
            if row.clicked() {
                self.taken = Some(at);
            }
        }
    }
}
