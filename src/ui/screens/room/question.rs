//! What is asked: three separate questions, and what "ideal" means to this panel.

use eframe::egui::Ui;

use super::wall::{self, Columns};
use crate::review::case::Case;
use crate::review::judgement::Question;
use crate::ui::theme::{GAP_M, GAP_S, Tone};
use crate::ui::view::View;
use crate::ui::widgets::quote;

/// Shows it.
pub fn ui(ui: &mut Ui, columns: Columns, view: &View<'_>, case: &Case) {
    wall::title(ui, "Three questions, asked of panel and parents alike");
    columns.pair(ui, |ui| questions(ui, case), |ui| ideal(ui, view));
}

fn questions(ui: &mut Ui, case: &Case) {
    let child = case.file.child();
    for question in Question::ALL {
        let more = match question {
            Question::Setting => format!("Is this where {child} should be? If not, where?"),
            Question::Support => {
                format!("Does {child} get the help that it takes to come to what they hope for?")
            }
            Question::Timeliness => {
                "Did setting and support come when they were needed?".to_owned()
            }
        };
        wall::section(ui, question.asked());
        wall::text(ui, &more);
        ui.add_space(GAP_M);
    }
}

fn ideal(ui: &mut Ui, view: &View<'_>) {
    let Some(definition) = &view.review.setup().definition else {
        wall::section(ui, "What “ideal” means");
        wall::text(ui, "The panel has not agreed yet what “ideal” means.");
        return;
    };
    wall::voice(ui, Tone::Panel, "What “ideal” means to this panel");
    let agreed = definition.agreed_on.map_or_else(
        || "As agreed".to_owned(),
        |on| format!("Agreed on {}", on.in_words()),
    );
    ui.add_space(GAP_S);
    quote::wall(
        ui,
        &quote::in_quotes(&definition.words),
        &agreed,
        Tone::Panel,
    );
}
