//! Panel and parent side by side: what the form and the record share.

use eframe::egui::{RichText, Ui, vec2};

use crate::review::case::Case;
use crate::review::stance;
use crate::ui::theme::{self, GAP_L, GAP_M};
use crate::ui::view::View;

/// Two columns of one width, which start on the same line.
pub fn pair(
    ui: &mut Ui,
    view: &mut View<'_>,
    mut left: impl FnMut(&mut Ui, &mut View<'_>),
    mut right: impl FnMut(&mut Ui, &mut View<'_>),
) {
    ui.scope(|ui| {
        let roomy = ui.available_width() > 820.0;
        ui.spacing_mut().item_spacing.x = if roomy { 2.0 * GAP_L } else { GAP_L };
        ui.columns_const(|[panel, parent]: &mut [Ui; 2]| {
            for column in [&mut *panel, &mut *parent] {
                column.spacing_mut().item_spacing = vec2(8.0, 4.0);
            }
            for (column, show) in [
                (panel, &mut left as &mut dyn FnMut(&mut Ui, &mut View<'_>)),
                (parent, &mut right),
            ] {
                let width = column.available_width();
                column.vertical(|ui| {
                    ui.set_width(width);
                    show(ui, view);
                });
            }
        });
    });
    ui.add_space(GAP_M - 8.0);
}

/// Where the parents stand on the recorded judgement, in words: "disagrees (from their own ideal)".
pub fn stance_in_words(case: &Case) -> Option<(stance::EffectiveStance, String)> {
    let complete = case.complete()?;
    let effective = complete.effective_stance();
    let voice = case.voice(effective.voice)?;
    let words = stance::in_words(voice, complete.judgement());
    Some((effective, words))
}

/// A label above a control that brings none of its own.
pub fn label(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).text_style(theme::strong()));
}
