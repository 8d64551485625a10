//! Parents afterwards: who has been asked about the panel's judgement, where every parent stands now
//! and how that is known; an answer is entered in its row. Whoever was not heard stands apart.

mod row;

use std::ops::Range;

use eframe::egui::accesskit::Role;
use eframe::egui::{Label, RichText, ScrollArea, Ui, UiBuilder};

use super::page;
use super::rows::{self, Row};
use super::said::Said;
use crate::findings::afterwards::{Afterwards, Asking, NotHeard};
use crate::review::stance::Stance;
use crate::ui::filing::{Pages, Wish};
use crate::ui::intent::{Intent, PrepareTab, Screen};
use crate::ui::prepared::signs_in_words;
use crate::ui::screens::review::attribution;
use crate::ui::theme::{self, GAP_L, GAP_S, GAP_XS, Tone};
use crate::ui::unfolded::{Fold, Part};
use crate::ui::view::View;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{button, measure, scroll};
use crate::ui::words::count;

/// So many rows are all drawn, in sight or not, so that Tab and a screen reader come to each.
const ALL_DRAWN: usize = 60;
/// Where the list would have less height it does not scroll by itself. Points.
const LEAST: f32 = 240.0;

/// Shows the page.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let all = view.prepared.afterwards();
    if all.heard.is_empty() && all.not_heard.is_empty() {
        nothing_yet(ui, view, all);
        return;
    }
    let headline = format!(
        "Asked afterwards: {} of {}",
        all.asked(),
        all.can_be_asked()
    );
    let large = RichText::new(headline).text_style(theme::headline());
    ui.add(Label::new(large).wrap());
    counts(ui, view, all);
    ui.add_space(GAP_XS);
    set(ui, view, all);
    ui.add_space(GAP_S);
    match view.place.unfolded.part() {
        Some(Part::NotHeard) => not_heard(ui, view, &all.not_heard),
        part => {
            let shown: Vec<&Asking> = all
                .heard
                .iter()
                .filter(|one| part.is_none() || one.is_to_be_asked() || just_asked(view, one))
                .collect();
            heard(ui, view, &shown);
        }
    }
}

/// Whether this parent has been asked since the list was set to those still to be asked.
fn just_asked(view: &View<'_>, one: &Asking) -> bool {
    let fold = Fold::Answered(one.case.clone(), one.voice);
    view.place.unfolded.has(&fold)
}

/// Nothing is recorded, or nothing that counts: what will be here, and the way there.
fn nothing_yet(ui: &mut Ui, view: &mut View<'_>, all: &Afterwards) {
    ui.set_max_width(measure::reading_width(ui));
    let large = RichText::new("Nobody to ask yet").text_style(theme::headline());
    ui.add(Label::new(large).wrap());
    let text = match all.practice {
        0 => {
            "As soon as a judgement is recorded, each parent who was heard has a row here: what the panel found, what they themselves see as ideal, and what they say when they are asked about it."
        }
        _ => {
            "Only practice cases are recorded yet, and their parents are not asked. As soon as another judgement is recorded, each parent who was heard has a row here."
        }
    };
    ui.add(Label::new(theme::reading(ui, text)).wrap());
    ui.add_space(GAP_S);
    let (word, intent) = match view.statuses.is_empty() {
        true => ("To the case files", Intent::Prepare(PrepareTab::Cases)),
        false => ("To the review", Intent::Go(Screen::Review)),
    };
    if ui.button(word).clicked() {
        view.want(intent);
    }
}

/// Where they stand, by how that is known; whoever was not heard apart.
fn counts(ui: &mut Ui, view: &View<'_>, all: &Afterwards) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_XS;
        for stance in Stance::ALL {
            marks::mark(ui, Mark::Stance(stance));
            let text = format!("{} {}", stance.label(), all.in_words(stance));
            ui.add(Label::new(text));
            ui.add_space(GAP_S);
        }
    });
    let mut told = vec![format!(
        "Of {} heard.",
        count(all.heard.len(), "parent", "parents")
    )];
    told.extend(
        all.not_heard_in_words()
            .map(|told| format!("Not heard, so no view and never agreement: {told}.")),
    );
    if all.practice > 0 {
        let cases = count(all.practice, "practice case", "practice cases");
        told.push(format!("{cases} not among them."));
    }
    told.extend(signs_in_words(view.prepared.signs()));
    ui.add(Label::new(theme::note(ui, told.join(" "))).wrap());
}

/// What is worth asking about before anybody relies on these words.
pub fn signs(ui: &mut Ui, view: &View<'_>) {
    if let Some(signs) = signs_in_words(view.prepared.signs()) {
        ui.add(Label::new(theme::note(ui, signs)).wrap());
    }
}

/// Which of them, and the pages to ask them with.
fn set(ui: &mut Ui, view: &mut View<'_>, all: &Afterwards) {
    let before = view.place.unfolded.part();
    let mut parts = vec![None, Some(Part::ToBeAsked)];
    if !all.not_heard.is_empty() {
        parts.push(Some(Part::NotHeard));
    }
    let mut chosen = Some(before);
    ui.horizontal_wrapped(|ui| {
        Choice::new("Which parents", "afterwards", Tone::Plain)
            .without_question()
            .show(ui, &mut chosen, &parts, |part| match part {
                None => format!("Heard ({})", all.heard.len()),
                Some(Part::ToBeAsked) => format!("Still to be asked ({})", all.to_be_asked()),
                Some(Part::NotHeard) => format!("Not heard ({})", all.not_heard.len()),
            });
        let hint = "What the panel found, for each parent beside their own words, and the question whether they agree";
        let save = button::quiet(ui, "Save the pages back to parents…");
        if save.on_hover_text(hint).clicked() {
            view.want(Intent::Filing(Wish::Save(Pages::Backs)));
        }
    });
    match (before, chosen.flatten()) {
        (before, now) if before == now => {}
        (_, Some(part)) | (Some(part), None) => view.want(Intent::Unfold(Fold::Afterwards(part))),
        (None, None) => {}
    }
}

/// The rows of those who were heard.
fn heard(ui: &mut Ui, view: &mut View<'_>, shown: &[&Asking]) {
    if shown.is_empty() {
        let text = match view.prepared.afterwards().heard.is_empty() {
            true => {
                "No parent beside a recorded judgement was heard: there is nobody to ask about it."
            }
            false => "Everybody who was heard has been asked about the judgement as it is now.",
        };
        marks::labelled(ui, Mark::Done, text);
        return;
    }
    let height = row::height(ui);
    row::header(ui);
    let list = UiBuilder::new()
        .accessibility_role(Role::List)
        .accessibility_label("Parents asked afterwards");
    ui.scope_builder(list, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut rows = |ui: &mut Ui, range: Range<usize>| {
            for one in shown.get(range).unwrap_or_default() {
                row::ui(ui, view, one, height);
            }
            scroll::follow_focus(ui);
        };
        if page::is_low(ui) || ui.available_height() < LEAST {
            let area = ScrollArea::vertical()
                .id_salt("afterwards")
                .max_height(2.0 * LEAST)
                .auto_shrink([false, true]);
            area.show_rows(ui, height, shown.len(), rows);
            return;
        }
        let area = ScrollArea::vertical()
            .id_salt("afterwards")
            .auto_shrink(false);
        if shown.len() > ALL_DRAWN {
            area.show_rows(ui, height, shown.len(), rows);
        } else {
            area.show(ui, |ui| rows(ui, 0..shown.len()));
        }
    });
}

/// Those who were not heard: no view, and what was tried.
fn not_heard(ui: &mut Ui, view: &mut View<'_>, shown: &[NotHeard]) {
    let text = "Nobody who was not heard agrees: their cases count as “no view”. If somebody answers later, it is entered as another voice of the case.";
    ui.add(Label::new(theme::note(ui, text)).wrap());
    ui.add_space(GAP_XS);
    let review = view.review;
    let mut pressed = None;
    rows::scrolled(ui, "Not heard", shown.len(), None, |ui, range| {
        for one in shown.get(range).unwrap_or_default() {
            let voice = review
                .case(&one.case)
                .and_then(|case| case.voice(one.voice));
            let facts = voice.map(attribution).unwrap_or_default();
            let row = Row {
                mark: Mark::Stance(Stance::NoView),
                name: one.case.as_str(),
                word: "no view",
                facts: &facts,
            };
            let list = format!("not heard {}", one.voice.0);
            let shown = rows::of(ui, &list, &one.case, |ui| row.show(ui, false));
            if shown.clicked() {
                pressed = Some(one);
            }
        }
    });
    if let Some(one) = pressed {
        row::open(view, &one.case, one.voice);
    }
    ui.add_space(GAP_L);
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    let all = view.prepared.afterwards();
    match all.can_be_asked() {
        0 => Said::nothing(),
        n => Said {
            words: format!("{} of {n} asked", all.asked()),
            open: all.to_be_asked() > 0,
        },
    }
}
