//! Anonymous or not: what in the review looks as if it identified somebody, case by case, with what
//! can be done about it; what was looked at and kept; who could be known without a name.

use eframe::egui::{Label, Ui};

use super::said::Said;
use crate::privacy::{Identifying, Rare, Who};
use crate::review::Command;
use crate::review::command::SetupEdit;
use crate::review::redact::{Replacement, Why};
use crate::review::text::{CaseId, Text, sentence};
use crate::ui::filing::Wish;
use crate::ui::identifying::offered;
use crate::ui::intent::Intent;
use crate::ui::taking_out::{Taking, TakingOut};
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, button, heading, link, measure};
use crate::ui::words::count;

/// As many details are shown at once; others come up as these are dealt with.
const SHOWN: usize = 60;

/// What is put in the place of something, if nobody says otherwise.
pub fn usual(proposed: Option<Why>) -> Replacement {
    proposed.map_or(Replacement::Removed, Why::usual)
}

/// Shows the page.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.set_max_width((measure::reading_width(ui) * 1.25).min(ui.available_width()));
    let prepared = view.prepared;
    if prepared.is_looking() {
        ui.label(theme::note(ui, "The texts are being looked through."));
    }
    let open = prepared.open();
    if open.is_empty() {
        nothing(ui, view);
    } else {
        let text = match open.len() {
            1 => "1 passage looks as if it identified somebody.".to_owned(),
            n => format!("{n} passages look as if they identified somebody."),
        };
        heading::section(ui, &text);
        let note = "Replacing takes the words out of every text and out of the history. It cannot be undone, and undo will not reach back past it. Copies that were saved or sent elsewhere keep them.";
        if view.may_change() {
            ui.add(Label::new(theme::note(ui, note)).wrap());
        }
        details(ui, view, open);
    }
    rare(ui, view);
    kept(ui, view);
}

fn nothing(ui: &mut Ui, view: &View<'_>) {
    if view.prepared.is_looking() {
        return;
    }
    if view.prepared.could_not_look() {
        let text = "The texts could not be looked through: this computer had no thread left for it. It is tried again with the next change. Until then read them yourselves.";
        marks::labelled(ui, Mark::Caution, text);
        ui.add_space(GAP_M);
        return;
    }
    let text = "Nothing here looks identifying. A name without a title is not always seen: read the texts once more.";
    marks::labelled(ui, Mark::Done, text);
    ui.add_space(GAP_M);
}

fn details(ui: &mut Ui, view: &mut View<'_>, open: &[(Identifying, usize)]) {
    let mut group: Option<&Option<CaseId>> = None;
    for (at, (one, elsewhere)) in open.iter().take(SHOWN).enumerate() {
        if group != Some(&one.case) {
            group = Some(&one.case);
            ui.add_space(GAP_M);
            group_heading(ui, view, one.case.as_ref());
        }
        ui.push_id(("detail", at), |ui| detail(ui, view, one, *elsewhere));
    }
    if let more @ 1.. = open.len().saturating_sub(SHOWN) {
        ui.add_space(GAP_S);
        ui.label(theme::note(
            ui,
            format!("{more} more come up as these are dealt with."),
        ));
    }
    ui.add_space(GAP_L);
}

fn group_heading(ui: &mut Ui, view: &mut View<'_>, case: Option<&CaseId>) {
    let Some(id) = case else {
        heading::group(ui, "What was prepared");
        return;
    };
    ui.horizontal(|ui| {
        heading::group(ui, &format!("Case {id}"));
        if view.review.case(id).is_none() {
            ui.label(theme::note(ui, "put aside"));
            return;
        }
        let open = link::link(ui, "Open its file", eframe::egui::TextStyle::Small);
        access::name(ui, &open, format!("Open its file: {id}"));
        if open.clicked() {
            view.want(Intent::Select(id.clone()));
            view.want(Intent::Prepare(crate::ui::intent::PrepareTab::Cases));
        }
    });
}

fn detail(ui: &mut Ui, view: &mut View<'_>, one: &Identifying, elsewhere: usize) {
    ui.add_space(GAP_XS);
    let more = match elsewhere {
        0 => String::new(),
        1 => " It stands in 1 other place, too.".to_owned(),
        n => format!(" It stands in {n} other places, too."),
    };
    let text = format!(
        "{}: “{}”. {}{more}",
        sentence(&one.field),
        one.text,
        one.because
    );
    marks::labelled(ui, Mark::Caution, &text);
    if !view.may_change() {
        return;
    }
    ui.horizontal_top(|ui| {
        ui.add_space(GAP_L);
        ui.vertical(|ui| ui.horizontal_wrapped(|ui| done_about(ui, view, one)));
    });
}

/// What can be done about it.
fn done_about(ui: &mut Ui, view: &mut View<'_>, one: &Identifying) {
    for why in offered(one.kind, one.proposed) {
        let words = format!("Replace with {}", why.usual().mark());
        let replace = ui.button(&words);
        access::name(ui, &replace, format!("{words}: “{}”", one.text));
        if replace.clicked() {
            let taking = TakingOut {
                why: Some(*why),
                ..TakingOut::of(&one.text, Some(one.kind))
            };
            view.want(Intent::TakeOut(Taking::Directly(taking)));
        }
    }
    let keep = button::quiet(ui, "Keep: not identifying");
    access::name(ui, &keep, format!("Keep: not identifying: “{}”", one.text));
    if keep.clicked()
        && let Ok(passage) = Text::new(&one.text)
    {
        view.apply(Command::Setup(SetupEdit::KeepPassage(passage)));
    }
    let other = button::quiet(ui, "Something else…");
    access::name(ui, &other, format!("Something else…: “{}”", one.text));
    let hint = "See where it stands, and choose what stands in its place";
    if other.on_hover_text(hint).clicked() {
        let taking = TakingOut::of(&one.text, Some(one.kind));
        view.want(Intent::TakeOut(Taking::Open(taking)));
    }
}

/// Who could be known without a name, and what to do.
fn rare(ui: &mut Ui, view: &mut View<'_>) {
    let rare: &[Rare] = view.prepared.rare();
    if rare.is_empty() {
        return;
    }
    heading::section(ui, "Who could be known without a name");
    let mut advised: Option<&str> = None;
    for one in rare.iter().take(SHOWN) {
        if advised != Some(one.advice) {
            advised = Some(one.advice);
            ui.add(Label::new(theme::reading(ui, one.advice)).wrap());
            ui.add_space(GAP_S);
        }
        one_rare(ui, view, one);
    }
    if let more @ 1.. = rare.len().saturating_sub(SHOWN) {
        ui.label(theme::note(ui, format!("and {more} more")));
    }
    ui.add_space(GAP_L);
}

fn one_rare(ui: &mut Ui, view: &mut View<'_>, one: &Rare) {
    ui.horizontal_top(|ui| {
        marks::mark(ui, Mark::Information);
        ui.vertical(|ui| {
            match &one.who {
                Who::Case(id) => {
                    let case = link::link(ui, id.as_str(), theme::strong());
                    if case.clicked() {
                        view.want(Intent::Select(id.clone()));
                        view.want(Intent::Prepare(crate::ui::intent::PrepareTab::Cases));
                    }
                }
                Who::Provision(code) => {
                    let name = view.review.setup().provision_name(code);
                    ui.label(eframe::egui::RichText::new(name).text_style(theme::strong()));
                }
            }
            let why = format!("{}.", sentence(&one.why));
            ui.add(Label::new(theme::reading(ui, why)).wrap());
        });
    });
    ui.add_space(GAP_XS);
}

/// What somebody has looked at and kept, behind a line of its own.
fn kept(ui: &mut Ui, view: &mut View<'_>) {
    let kept = &view.review.setup().not_identifying;
    if kept.is_empty() {
        return;
    }
    let shown = view.place.filing.kept_shown;
    let of = count(
        kept.len(),
        "passage that was kept",
        "passages that were kept",
    );
    let text = match shown {
        true => "Hide what was kept".to_owned(),
        false => format!("Show {of}"),
    };
    if button::quiet(ui, &text).clicked() {
        view.want(Intent::Filing(Wish::ShowKept(!shown)));
    }
    if !shown {
        return;
    }
    for passage in kept {
        ui.horizontal_wrapped(|ui| {
            ui.label(format!("“{passage}”"));
            if view.may_change() {
                let again = button::quiet(ui, "Look again");
                access::name(ui, &again, format!("Look again: “{passage}”"));
                if again.clicked() {
                    view.apply(Command::Setup(SetupEdit::WatchPassage(passage.clone())));
                }
            }
        });
    }
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    if view.prepared.is_looking() {
        return Said::done("being looked through");
    }
    if view.prepared.could_not_look() {
        return Said::open("could not be looked through");
    }
    let open = view.prepared.open().len();
    if view.review.cases().len() == 0 && open == 0 {
        return Said::nothing();
    }
    match open {
        0 => Said::done("nothing looks identifying"),
        n => Said::open(&format!("{n} to look at")),
    }
}
