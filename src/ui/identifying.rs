//! A word of warning below a field whose text looks as if it identified somebody.

use std::sync::Arc;

use eframe::egui::cache::{ComputerMut, FrameCache};
use eframe::egui::{RichText, Ui};

use super::theme::Tokens;
use super::widgets::marks::{self, Mark};
use crate::privacy;

/// Looks through a text once, not in every frame.
#[derive(Default)]
struct Look;

impl ComputerMut<&str, Option<Arc<str>>> for Look {
    fn compute(&mut self, text: &str) -> Option<Arc<str>> {
        let found = privacy::scan(text);
        let first = found.first()?;
        let passage = text.get(first.range.clone())?;
        let more = match found.len() {
            1 => String::new(),
            n => format!(", and {} more may", n - 1),
        };
        Some(Arc::from(format!(
            "“{passage}” may identify somebody ({}){more}. Children and families appear by number and role only.",
            first.kind.label()
        )))
    }
}

type Looks = FrameCache<Option<Arc<str>>, Look>;

/// Warns below the field that was shown last, if its text looks as if it identified somebody.
pub fn warn(ui: &mut Ui, text: &str) {
    let warning = ui.memory_mut(|memory| memory.caches.cache::<Looks>().get(text).clone());
    if let Some(warning) = warning {
        ui.horizontal_top(|ui| {
            marks::small(ui, Mark::Caution);
            ui.vertical(|ui| {
                ui.label(
                    RichText::new(&*warning)
                        .small()
                        .color(Tokens::of(ui).caution),
                );
            });
        });
    }
}
