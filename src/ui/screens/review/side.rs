//! Panel and parent side by side: what the form and the record share; and columns of what is read.

use eframe::egui::{RichText, Ui, vec2};

use crate::review::case::Case;
use crate::review::stance;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S};
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

/// The facts stand beside what is read where they get as much room as this. Points.
const FACTS_LEAST: f32 = 176.0;
/// They need no more. Points.
const FACTS_MOST: f32 = 320.0;

/// A part of what is read.
pub type Part<'p> = &'p mut dyn FnMut(&mut Ui, &mut View<'_>);

/// What is read, in columns of a width that can be read: two parts of equal weight, with the facts
/// quietly beside them, as many side by side as there is room for.
pub fn reading(
    ui: &mut Ui,
    view: &mut View<'_>,
    width: f32,
    [first, second, facts]: [Part<'_>; 3],
) {
    let width = width.min(ui.available_width());
    let gap = 2.0 * GAP_L;
    let beside = |columns: f32| ui.available_width() - columns * (width + gap);
    let (columns, room): (Vec<Vec<Part<'_>>>, f32) = if beside(2.0) >= FACTS_LEAST {
        (vec![vec![first], vec![second], vec![facts]], beside(2.0))
    } else if beside(1.0) >= FACTS_LEAST {
        (vec![vec![first, second], vec![facts]], beside(1.0))
    } else {
        (vec![vec![first, second, facts]], width)
    };
    let last = columns.len() - 1;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (at, parts) in columns.into_iter().enumerate() {
            let of_facts = at == last && last > 0;
            ui.vertical(|ui| {
                ui.set_width(if of_facts {
                    room.min(FACTS_MOST)
                } else {
                    width
                });
                ui.spacing_mut().item_spacing.x = GAP_S;
                for part in parts {
                    part(ui, view);
                }
            });
        }
    });
}
