//! Parents first: how many have been heard before the workshop, what was tried for the others, a
//! sheet of questions for each, and the form for what comes back. Afterwards the page back to them.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Label, Layout, RichText, Sense, TextStyle, Ui, UiBuilder, vec2};

use super::panes;
use super::rows::{self, Row};
use super::said::Said;
use crate::findings::hearing::{NotYet, Standing, attempt_in_words};
use crate::review::case::{Case, Status};
use crate::review::text::CaseId;
use crate::ui::filing::{Pages, Wish};
use crate::ui::intent::{Intent, Screen};
use crate::ui::screens::review::{attribution, besides_said, parents_form, title};
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_M, GAP_S, Tokens, Tone};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{button, heading, measure, quote};
use crate::ui::words::count;

/// So long it is said that a page was copied.
const COPIED_SECONDS: f64 = 6.0;

/// Shows the page.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let hearing = view.prepared.hearing();
    let large = RichText::new(hearing.headline()).text_style(theme::headline());
    ui.add(Label::new(large).wrap());
    if hearing.cases() == 0 {
        ui.set_max_width(measure::reading_width(ui));
        let text = "No cases yet. As soon as there are case files, each has a sheet of questions for the parents here: to copy, or to save as a page to print.";
        ui.add(Label::new(theme::reading(ui, text)).wrap());
        ui.add_space(GAP_S);
        if ui.button("To the case files").clicked() {
            view.want(Intent::Prepare(crate::ui::intent::PrepareTab::Cases));
        }
        return;
    }
    if !hearing.others.is_empty() {
        let others = format!("The others: {}", hearing.others_in_words());
        ui.add(Label::new(theme::note(ui, others)).wrap());
    }
    super::afterwards::signs(ui, view);
    for_all(ui, view);
    ui.add_space(GAP_S);
    let chosen = view.place.case.clone();
    let name = chosen.as_ref().map(CaseId::to_string).unwrap_or_default();
    panes::ui(
        ui,
        view,
        ("parents", &name),
        |ui, view| list(ui, view, chosen.as_ref()),
        |ui, view| form(ui, view, chosen.as_ref()),
    );
}

/// Pages for all at once.
fn for_all(ui: &mut Ui, view: &mut View<'_>) {
    let hearing = view.prepared.hearing();
    let ask = hearing
        .others
        .iter()
        .filter(|one| one.standing.can_be_asked());
    let ask = ask.count();
    let judged = view.statuses.iter();
    let judged = judged
        .filter(|status| matches!(status, Status::Recorded))
        .count();
    ui.horizontal_wrapped(|ui| {
        if ask > 0 {
            let text = format!("Save {}…", count(ask, "question sheet", "question sheets"));
            let save = ui.button(text);
            let hint = "A page to print for each case whose parents have not been heard: the panel’s questions, without its view and without money";
            if save.on_hover_text(hint).clicked() {
                view.want(Intent::Filing(Wish::Save(Pages::Sheets)));
            }
        }
        if judged > 0 {
            let text = format!("Save {} to parents…", count(judged, "page back", "pages back"));
            let save = ui.button(text);
            let hint = "What the panel found, for each parent beside their own words, and the question whether they agree";
            if save.on_hover_text(hint).clicked() {
                view.want(Intent::Filing(Wish::Save(Pages::Backs)));
            }
        }
    });
}

/// Those who have not been heard, then those who have.
fn list(ui: &mut Ui, view: &mut View<'_>, chosen: Option<&CaseId>) {
    let hearing = view.prepared.hearing();
    let (others, heard) = (&hearing.others, &hearing.heard);
    let all = others.len() + heard.len();
    let mut pressed = None;
    let at = |id: &CaseId| {
        let other = others.iter().position(|one| one.id == *id);
        let heard = || heard.iter().position(|one| one == id);
        other.or_else(|| heard().map(|at| others.len() + at))
    };
    let here = chosen.and_then(|id| Some((at(id)?, id)));
    rows::scrolled(ui, "Parents", all, here, |ui, range| {
        for at in range {
            let shown = match others.get(at) {
                Some(other) => of_other(ui, other, chosen),
                None => heard
                    .get(at - others.len())
                    .and_then(|id| of_heard(ui, view, id, chosen)),
            };
            pressed = shown.or(pressed.take());
        }
    });
    if let Some(id) = pressed {
        view.want(Intent::Select(id));
    }
}

fn of_other(ui: &mut Ui, other: &NotYet, chosen: Option<&CaseId>) -> Option<CaseId> {
    let tried: Vec<String> = other.attempts.iter().map(attempt_in_words).collect();
    let facts = match tried.as_slice() {
        [] if other.standing == Standing::FromPapers => {
            "known from the plan or a review; nobody was asked".to_owned()
        }
        [] if other.standing == Standing::Begun => {
            let missing = other.missing.as_deref();
            missing.map_or_else(String::new, |missing| format!("missing: {missing}"))
        }
        [] => "nothing was tried yet".to_owned(),
        tried => tried.join("; "),
    };
    let mark = match other.standing {
        Standing::NothingYet => Mark::Status(Status::NotStarted),
        Standing::Begun => Mark::Status(Status::Draft),
        Standing::FromPapers | Standing::NotReached | Standing::Declined => Mark::Information,
    };
    let row = Row {
        mark,
        name: other.id.as_str(),
        word: other.standing.label(),
        facts: &facts,
    };
    let selected = chosen == Some(&other.id);
    let pressed = rows::of(ui, "parents", &other.id, |ui| {
        row.show(ui, selected).clicked()
    });
    pressed.then(|| other.id.clone())
}

fn of_heard(ui: &mut Ui, view: &View<'_>, id: &CaseId, chosen: Option<&CaseId>) -> Option<CaseId> {
    let case = view.review.case(id)?;
    let young = case.file.is_under_sixteen();
    let whole = case.voices.iter().filter(|voice| voice.is_whole(young));
    let facts: Vec<String> = whole.map(attribution).collect();
    let facts = facts.join("; ");
    let row = Row {
        mark: Mark::Done,
        name: id.as_str(),
        word: "heard",
        facts: &facts,
    };
    let selected = chosen == Some(id);
    let pressed = rows::of(ui, "parents", id, |ui| row.show(ui, selected).clicked());
    pressed.then(|| id.clone())
}

fn form(ui: &mut Ui, view: &mut View<'_>, chosen: Option<&CaseId>) {
    let review = view.review;
    let Some(case) = chosen.and_then(|id| review.case(id)) else {
        return;
    };
    ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
    heading::section(ui, &title(case));
    pages(ui, view, case);
    ui.add_space(GAP_M);
    if view.may_change() {
        parents_form(ui, view, case);
        ui.add_space(GAP_S);
    } else {
        record(ui, case);
    }
    // Below: what comes and goes with every answer must not move the form under the hand.
    tried(ui, view, case);
}

/// What was tried, in full.
fn tried(ui: &mut Ui, view: &View<'_>, case: &Case) {
    let hearing = view.prepared.hearing();
    let Some(other) = hearing.others.iter().find(|one| one.id == *case.id()) else {
        return;
    };
    for attempt in &other.attempts {
        marks::labelled(ui, Mark::Information, &attempt_in_words(attempt));
    }
    if let Some(missing) = &other.missing {
        let text = format!("Begun; still missing: {missing}");
        ui.add(Label::new(theme::note(ui, text)).wrap());
    }
}

/// The sheet of questions before, and the page back afterwards.
fn pages(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let id = case.id();
    let hearing = view.prepared.hearing();
    let mut others = hearing.others.iter();
    let asks = others.any(|one| one.id == *id && one.standing.can_be_asked());
    let back = case.counting().is_some();
    ui.horizontal_wrapped(|ui| {
        if asks {
            if ui.button("Copy the questions").clicked() {
                view.want(Intent::Filing(Wish::Copy(Pages::Sheet(id.clone()))));
            }
            if button::quiet(ui, "Save them as a page…").clicked() {
                view.want(Intent::Filing(Wish::Save(Pages::Sheet(id.clone()))));
            }
        }
        if back {
            if ui.button("Copy the page back").clicked() {
                view.want(Intent::Filing(Wish::Copy(Pages::Back(id.clone()))));
            }
            if button::quiet(ui, "Save it as a page…").clicked() {
                view.want(Intent::Filing(Wish::Save(Pages::Back(id.clone()))));
            }
        }
        if button::quiet(ui, "Open for review").clicked() {
            view.want(Intent::Go(Screen::Review));
        }
        if asks || back {
            copied(ui, view, id);
        }
    });
    if back && view.may_change() {
        let text = "What comes back to the page is entered below, at “Asked afterwards about this judgement”, or on the page “Parents afterwards”.";
        ui.add(Label::new(theme::note(ui, text)).wrap());
    }
}

/// That a page of this case has just been copied, in room that is always there.
fn copied(ui: &mut Ui, view: &View<'_>, id: &CaseId) {
    const TEXT: &str = "Copied";
    let width = {
        let font = TextStyle::Body.resolve(ui.style());
        let colour = Tokens::of(ui).ink;
        let text = ui
            .painter()
            .layout_no_wrap(TEXT.to_owned(), font.clone(), colour);
        text.size().x + font.size + 2.0 * GAP_S
    };
    let room = vec2(width, CONTROL_HEIGHT);
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    let Some((page, since)) = &view.place.copied else {
        return;
    };
    let left = since + COPIED_SECONDS - view.now;
    if left <= 0.0 || ![Pages::Sheet(id.clone()), Pages::Back(id.clone())].contains(page) {
        return;
    }
    ui.ctx().request_repaint_after_secs(left as f32 + 0.05);
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        marks::mark(ui, Mark::Done);
        let told = ui.add(Label::new(TEXT).extend());
        ui.ctx()
            .accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
    });
}

/// What the parents said, where nothing can be changed.
fn record(ui: &mut Ui, case: &Case) {
    if case.voices.is_empty() {
        ui.label(theme::note(ui, "Nothing is recorded of the parents yet."));
    }
    for voice in &case.voices {
        if voice.words.trim().is_empty() {
            ui.label(theme::note(ui, attribution(voice)));
        } else {
            quote::quote(ui, &voice.words, &attribution(voice), Tone::Parent);
        }
        besides_said(ui, voice);
        ui.add_space(GAP_S);
    }
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    let hearing = view.prepared.hearing();
    if hearing.cases() == 0 {
        return Said::nothing();
    }
    let lacking = hearing.others.iter().any(|one| !one.standing.is_enough());
    Said {
        words: format!("{} of {} heard", hearing.heard.len(), hearing.cases()),
        open: lacking,
    }
}
