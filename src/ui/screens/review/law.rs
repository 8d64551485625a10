//! Law at hand: a short factual note with its source, where the finding calls for one. It stands
//! beside the panel's part and stands in nobody's way.

use eframe::egui::{Frame, Label, Margin, RichText, Ui};

use crate::guidance::law;
use crate::review::case::{Case, Status};
use crate::review::law::{LawNote, notes};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_S, GAP_XS, RADIUS, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};

/// Every note that what is on the form calls for.
pub fn called_for(view: &View<'_>, case: &Case) -> Vec<LawNote> {
    notes(&case.draft(), &case.voices, view.review.setup())
}

/// A note. That it was on the screen is kept once, while the review may be changed.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case, note: LawNote) {
    let said = law(note);
    let tokens = Tokens::of(ui);
    let frame = Frame::new()
        .fill(tokens.recessed)
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric(12, 8));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = GAP_XS;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_S;
            marks::small(ui, Mark::Information);
            ui.vertical(|ui| {
                let small = |text: &str| theme::note(ui, text).color(tokens.ink);
                let (title, text) = (small(said.title).strong(), small(said.says));
                let title: RichText = title;
                ui.add(Label::new(title).wrap());
                ui.add(Label::new(text).wrap());
                let all: Vec<String> = (said.sources.iter())
                    .map(|source| [source.name, source.at].join(" ").trim().to_owned())
                    .collect();
                if let Some(first) = said.sources.first() {
                    let name = theme::note(ui, format!("Source: {}", first.name));
                    ui.add(Label::new(name).wrap())
                        .on_hover_text(all.join("\n"));
                }
            });
        });
    });
    let was_shown = case.law_shown.iter().any(|shown| shown.note == note);
    let in_sight = ui.clip_rect().intersects(shown.response.rect);
    // Beside a judgement that is recorded it informs nobody who judges.
    let judging = case.status() != Status::Recorded;
    if view.may_change() && judging && in_sight && !was_shown {
        view.want(Intent::LawShown(case.id().clone(), note));
    }
    ui.add_space(GAP_S);
}
