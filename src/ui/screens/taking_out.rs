//! Taking a passage out everywhere: an inline panel above the screen, so that the text it is about
//! stays in sight. It stops nobody and asks nothing twice; what it does cannot be undone, and it
//! says so.

use eframe::egui::{Align, Label, Layout, TextStyle, Ui};

use crate::review::redact::{Holding, Replacement, Why};
use crate::review::text::{CaseId, sentence};
use crate::ui::intent::{Intent, Screen};
use crate::ui::taking_out::{Taking, TakingOut};
use crate::ui::theme::{self, GAP_M, GAP_S, GAP_XL, GAP_XS};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::field::{Field, Select};
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, button, heading, link, scroll};
use crate::ui::words::count;

/// From this width on, the passage and what is found stand side by side. Points.
const ABREAST: f32 = 800.0;
/// Width of a field and of a choice. Points.
const FIELD: f32 = 340.0;
/// Places that are named; the rest are counted.
const NAMED: usize = 12;

/// Shows the panel.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, taking: &TakingOut) {
    ui.horizontal(|ui| {
        heading::section(ui, "Take text out everywhere");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button::quiet(ui, "Leave it as it is").clicked() {
                view.want(Intent::TakeOut(Taking::Leave));
            }
        });
    });
    if ui.available_width() < ABREAST {
        scroll::vertical(ui, "taking out", |ui| {
            asked(ui, view, taking);
            ui.add_space(GAP_S);
            found(ui, view, taking);
        });
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_XL;
        ui.vertical(|ui| {
            ui.set_width(FIELD);
            asked(ui, view, taking);
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_S;
            found(ui, view, taking);
        });
    });
}

/// What is to go, what it was, and what shall stand in its place.
fn asked(ui: &mut Ui, view: &mut View<'_>, taking: &TakingOut) {
    let mut now = taking.clone();
    let refused = match view.found.holding() {
        Some(Err(refusal)) => Some(sentence(&refusal.to_string())),
        _ => None,
    };
    let field = Field::new("The text to take out", "taking out")
        .width(FIELD)
        .error(refused.as_deref())
        .keep_line();
    let response = field.show(ui, &mut now.passage);
    view.attend(ui, Spot::TakeOut, response.id, response.rect);
    Select::new("What it was", "taking out").width(FIELD).show(
        ui,
        &mut now.why,
        &Why::ALL,
        |why| sentence(why.label()),
    );
    if now.why != taking.why {
        now.put = None;
    }
    let mut put = Some(now.replacement());
    Select::new("What stands in its place", "taking out")
        .width(FIELD)
        .show(ui, &mut put, &Replacement::ALL, |put| put.mark().to_owned());
    if put != Some(now.replacement()) {
        now.put = put;
    }
    if now != *taking {
        view.want(Intent::TakeOut(Taking::Change(now)));
    }
}

/// Where it stands, and the button.
fn found(ui: &mut Ui, view: &mut View<'_>, taking: &TakingOut) {
    let holding = match view.found.holding() {
        Some(Ok(holding)) => Some(holding),
        _ => None,
    };
    heading::group(ui, "Where it stands");
    match holding {
        None if view.found.is_waiting() => drop(ui.label(theme::note(ui, "Being looked for…"))),
        None => drop(ui.label(theme::note(ui, "Type a name, an address or a number as it stands in the text. Capitals and spaces do not matter."))),
        Some(holding) if holding.is_empty() => nowhere(ui, holding),
        Some(holding) => places(ui, view, holding),
    }
    ui.add_space(GAP_S);
    let there = holding.is_some_and(|holding| !holding.is_empty());
    let ready = there && taking.why.is_some();
    ui.horizontal_wrapped(|ui| {
        if button::primary(ui, "Take it out everywhere", ready).clicked() {
            view.want(Intent::TakeOut(Taking::Now));
        }
        if there && taking.why.is_none() {
            ui.label(theme::note(
                ui,
                "Say what it was first: the history keeps that, and not the text.",
            ));
        }
    });
    let note = "It cannot be undone, and undo will not reach back past it. Copies that were saved, sent or printed keep it.";
    ui.add(Label::new(theme::note(ui, note)).wrap());
}

fn nowhere(ui: &mut Ui, holding: &Holding) {
    let text = match holding.numbered {
        0 => "It stands nowhere in this review or its history.".to_owned(),
        _ => "It stands in a case number. Change the number of the case first; its history keeps the old one.".to_owned(),
    };
    marks::labelled(ui, Mark::Information, &text);
}

fn places(ui: &mut Ui, view: &mut View<'_>, holding: &Holding) {
    let fields = count(
        holding.places.len(),
        "text of the review",
        "texts of the review",
    );
    let entries = count(
        holding.entries,
        "entry of its history",
        "entries of its history",
    );
    let text =
        format!("In {fields} and {entries}. These entries lose all that was entered with it.");
    ui.add(Label::new(theme::reading(ui, text)).wrap());
    ui.add_space(GAP_XS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_M;
        for (nth, (case, field)) in holding.places.iter().take(NAMED).enumerate() {
            place(ui, view, nth, case.as_ref(), field);
        }
        if let more @ 1.. = holding.places.len().saturating_sub(NAMED) {
            ui.label(theme::note(ui, format!("and {more} more")));
        }
    });
    if holding.numbered > 0 {
        let text = "It stands in a case number, too, where it stays: change the number of the case as well.";
        marks::labelled(ui, Mark::Caution, text);
    }
}

/// One place, as a link to it.
fn place(ui: &mut Ui, view: &mut View<'_>, nth: usize, case: Option<&CaseId>, field: &str) {
    let text = match case {
        Some(id) => format!("{id}: {field}"),
        None => sentence(field),
    };
    let link = link::link(ui, &text, TextStyle::Body);
    access::name(ui, &link, format!("{text} (place {})", nth + 1));
    if link.clicked() {
        match case {
            Some(id) => {
                view.want(Intent::Select(id.clone()));
                view.want(Intent::Go(Screen::Review));
            }
            None => view.want(Intent::Go(Screen::Prepare)),
        }
    }
}

/// The way to the panel, below text that looks identifying.
pub fn offer(ui: &mut Ui, passage: &str) -> bool {
    let style = TextStyle::Small;
    let offered = link::link(ui, "Take it out everywhere…", style);
    access::name(
        ui,
        &offered,
        format!("Take it out everywhere…: “{passage}”"),
    );
    offered.clicked()
}
