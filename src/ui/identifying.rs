//! A word of warning below a field whose text looks as if it identified somebody.

use std::sync::Arc;

use eframe::egui::cache::{ComputerMut, FrameCache};
use eframe::egui::{RichText, Ui};

use super::screens::taking_out::offer;
use super::taking_out::TakingOut;
use super::theme::Tokens;
use super::widgets::marks::{self, Mark};
use crate::privacy::{self, Kind};

/// Looks through a text once, not in every frame.
#[derive(Default)]
struct Look;

/// What looks identifying first in a text.
struct Warning {
    text: String,
    passage: String,
    kind: Kind,
}

impl ComputerMut<&str, Option<Arc<Warning>>> for Look {
    fn compute(&mut self, text: &str) -> Option<Arc<Warning>> {
        let found = privacy::scan(text);
        let first = found.first()?;
        let passage = text.get(first.range.clone())?;
        let more = match found.len() {
            1 => String::new(),
            n => format!(", and {} more may", n - 1),
        };
        let text = format!(
            "“{passage}” may identify somebody ({}){more}. Children and families appear by number and role only.",
            first.kind.label()
        );
        let (passage, kind) = (passage.to_owned(), first.kind);
        Some(Arc::new(Warning {
            text,
            passage,
            kind,
        }))
    }
}

type Looks = FrameCache<Option<Arc<Warning>>, Look>;

/// Warns below the field that was shown last, if its text looks as if it identified somebody.
/// Where the text may be changed, it offers to take the passage out everywhere; returned is what
/// somebody wants taken out.
pub fn warn(ui: &mut Ui, text: &str, may_change: bool) -> Option<TakingOut> {
    let warning = ui.memory_mut(|memory| memory.caches.cache::<Looks>().get(text).clone());
    let warning = warning?;
    let wanted = ui
        .horizontal_top(|ui| {
            marks::small(ui, Mark::Caution);
            ui.vertical(|ui| {
                ui.label(
                    RichText::new(&warning.text)
                        .small()
                        .color(Tokens::of(ui).caution),
                );
                may_change && offer(ui, &warning.passage)
            })
            .inner
        })
        .inner;
    wanted.then(|| TakingOut::of(&warning.passage, Some(warning.kind)))
}
