//! The paragraph that is read to the room: as the record says it, or in words of the panel's own.

use eframe::egui::{Label, Ui};

use crate::review::Command;
use crate::review::case::Case;
use crate::review::complete::Complete;
use crate::review::note::Wording;
use crate::review::paragraph;
use crate::review::text::Text;
use crate::ui::fields::Field;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_S, GAP_XS, Tone};
use crate::ui::unfolded::Fold;
use crate::ui::view::View;
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{button, heading, quote};

const OTHERWISE: &str = "Word it otherwise";
const AS_RECORDED: &str = "As the record says it";

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case, complete: &Complete<'_>) {
    let built = paragraph::built(complete, view.review.setup());
    if view.may_change() && view.place.unfolded.has(&Fold::Aloud(case.id().clone())) {
        return worded_anew(ui, view, case);
    }
    let worded = case.wording.as_ref();
    let current = worded.filter(|wording| wording.is_current(&built));
    let own = paragraph::in_own_words(complete, view.review.setup());
    let words = own.as_deref().unwrap_or(&built);
    ui.add(Label::new(theme::reading_in(ui, words, theme::aloud())).wrap());
    ui.add_space(GAP_XS);
    if current.is_some() {
        ui.label(theme::note(ui, "In the panel’s own words"));
    }
    if let Some(stale) = worded.filter(|_| current.is_none()) {
        no_longer(ui, view, case, stale, &built);
    }
    if !view.may_change() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        if button::quiet(ui, OTHERWISE).clicked() {
            view.want(Intent::GoOnIn(Field::Aloud(case.id().clone())));
        }
        if current.is_some() {
            as_recorded(ui, view, case);
        }
    });
}

/// The words as a field, in the type in which they are read.
fn worded_anew(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let width = ui.available_width();
    let field = Field::Aloud(case.id().clone());
    ui.scope(|ui| {
        ui.style_mut().override_text_style = Some(theme::aloud());
        let label = "As it is read aloud";
        view.text(ui, field, label, |field| field.rows(5).width(width));
    });
    ui.horizontal_wrapped(|ui| {
        let fold = Fold::Aloud(case.id().clone());
        if ui.button("Done").clicked() {
            view.want(Intent::Unfold(fold.clone()));
        }
        if button::quiet(ui, AS_RECORDED).clicked() {
            let (case, wording) = (case.id().clone(), None);
            view.want(Intent::Unfold(fold));
            view.apply(Command::Word { case, wording });
        }
    });
}

fn as_recorded(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    if button::quiet(ui, AS_RECORDED).clicked() {
        let (case, wording) = (case.id().clone(), None);
        view.apply(Command::Word { case, wording });
    }
}

/// The panel worded another record: its words may say what no longer holds.
fn no_longer(ui: &mut Ui, view: &mut View<'_>, case: &Case, stale: &Wording, built: &str) {
    let text = "The record has changed since the panel worded it. Until the panel chooses, what the record says is read.";
    let mut notice = Notice::new(Kind::Caution, text);
    if view.may_change() {
        notice = notice.action("Keep the panel’s words").action(AS_RECORDED);
    }
    let pressed = notice.show(ui).pressed;
    ui.add_space(GAP_S);
    heading::group(ui, "The panel’s words for the record before");
    quote::quote(ui, &stale.words, "", Tone::Panel);
    ui.add_space(GAP_S);
    let wording = match pressed {
        Some(0) => Some(Wording {
            words: stale.words.clone(),
            built: Text::cut(built),
        }),
        Some(_) => None,
        None => return,
    };
    let case = case.id().clone();
    view.apply(Command::Word { case, wording });
}
