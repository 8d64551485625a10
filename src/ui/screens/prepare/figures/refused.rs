//! What was typed into a field and is not kept, and why.

use eframe::egui::{Label, Ui};

use crate::ui::fields::Field;
use crate::ui::theme::{self, GAP_XS, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};

/// Why what was typed into a field is not kept.
pub fn refused(view: &View<'_>, field: &Field) -> Option<String> {
    view.drafts
        .get(field)
        .and_then(|typed| typed.refused.clone())
}

/// What is wrong, beside what it is about.
pub fn error(ui: &mut Ui, why: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_XS;
        marks::small(ui, Mark::Danger);
        let text = theme::note(ui, format!("Error: {why}")).color(Tokens::of(ui).danger);
        let said = ui.add(Label::new(text).wrap());
        ui.ctx().accesskit_node_builder(said.id, |node| {
            node.set_live(eframe::egui::accesskit::Live::Polite);
        });
    });
}
