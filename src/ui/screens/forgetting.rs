//! What forgetting a review on this laptop would take and leave, and the two answers to it. It
//! cannot be undone, so it is asked where it was wanted.

use eframe::egui::{Frame, Margin, RichText, Ui};

use crate::review::Mode;
use crate::ui::intent::Intent;
use crate::ui::remembered::{Forgetting, name_of};
use crate::ui::theme::{self, GAP_L, GAP_S, RADIUS, Tokens};
use crate::ui::widgets::points::points;
use crate::ui::widgets::{focus, heading, measure};

/// Asks.
pub fn ask(ui: &mut Ui, about: &Forgetting, out: &mut Vec<Intent>) {
    let tokens = Tokens::of(ui);
    Frame::new()
        .fill(tokens.caution_soft)
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(measure::reading_width(ui).min(ui.available_width()));
            let name = name_of(&about.path);
            heading::group(ui, &format!("Forget “{name}” on this laptop?"));
            list(ui, "What goes", &about.goes);
            list(ui, "What stays", &about.stays);
            ui.label(theme::note(ui, last_words(about)));
            ui.add_space(GAP_S);
            ui.horizontal_wrapped(|ui| {
                if ui.button("Forget it on this laptop").clicked() {
                    out.push(Intent::Forget(about.path.clone()));
                }
                let leave = ui.button("Do not forget it");
                // The safe answer has the keyboard when it is asked, and the question is in sight.
                if focus::once(ui, &leave) {
                    ui.scroll_to_rect(leave.rect.expand(GAP_L), None);
                }
                if leave.clicked() {
                    out.push(Intent::AskToForget(None));
                }
            });
        });
}

fn list(ui: &mut Ui, what: &str, entries: &[String]) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(RichText::new(what).text_style(theme::strong()));
        points(ui, entries);
    });
}

fn last_words(about: &Forgetting) -> &'static str {
    match about.open {
        Some(Mode::Work) => {
            "The review is kept in its file once more and closed. This cannot be undone."
        }
        Some(Mode::Inspect | Mode::Train) => {
            "The review is closed; its file stays as it is. This cannot be undone."
        }
        None => "This cannot be undone.",
    }
}
