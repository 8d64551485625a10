//! What will be sealed, before it is.

use eframe::egui::{Label, TextStyle, Ui};

use crate::review::case::Status;
use crate::review::text::CaseId;
use crate::ui::actions::{self, Action};
use crate::ui::happened::Wish;
use crate::ui::intent::{Intent, Screen};
use crate::ui::taking_out::{Taking, TakingOut};
use crate::ui::theme::{self, GAP_S};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, button, heading, link};
use crate::ui::words::count;

/// Places with text that looks identifying that are named; the rest are counted.
const NAMED: usize = 6;

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    if !view.place.sealing {
        heading::section(ui, "The seal");
        let text = "At the end of the workshop the review is sealed: ten words stand for everything in it, and everybody takes them home. From then on it can only be read, or continued in a new version, and whoever has the words can see whether it is still the same.";
        ui.add(Label::new(theme::reading(ui, text)).wrap());
        ui.add_space(GAP_S);
        if let Some(entry) = actions::entry(Action::Seal)
            && ui.button(entry.text).clicked()
        {
            view.want(Intent::Do(Action::Seal));
        }
        return;
    }
    heading::section(ui, "This will be sealed");
    cases(ui, view);
    identifying(ui, view);
    if !view.outside.check().is_unchanged() {
        let text =
            "What was changed outside the program is sealed in as it stands, and stays marked";
        marks::labelled(ui, Mark::Danger, text);
    }
    let after = "After that nothing in this file can be changed. To go on, a new version is made beside it.";
    ui.add(Label::new(theme::reading(ui, after)).wrap());
    ui.add_space(GAP_S);
    ui.horizontal_wrapped(|ui| {
        let now = button::primary(ui, "Seal now", true);
        view.attend(ui, Spot::Seal, now.id, now.rect);
        if now.clicked() {
            view.want(Intent::History(Wish::Seal));
        }
        if button::quiet(ui, "Not now").clicked() {
            view.want(Intent::History(Wish::Prepare(false)));
        }
    });
}

fn cases(ui: &mut Ui, view: &mut View<'_>) {
    let of = |status: &[Status]| -> Vec<CaseId> {
        let cases = view.review.cases().zip(view.statuses);
        let those = cases.filter(|(_, at)| status.contains(at));
        those.map(|(case, _)| case.id().clone()).collect()
    };
    let all = view.statuses.len();
    let recorded = of(&[Status::Recorded, Status::Changing]).len();
    let changing = of(&[Status::Changing]);
    let drafts = of(&[Status::Draft, Status::ReadyToRecord]);
    let waiting = of(&[Status::WaitsForParent]);
    let untouched = of(&[Status::NotStarted]);
    let mark = if recorded == all {
        Mark::Done
    } else {
        Mark::Information
    };
    marks::labelled(
        ui,
        mark,
        &format!("{recorded} of {} recorded", count(all, "case", "cases")),
    );
    let lines = [
        (drafts, "not recorded: in no figure, and stays a draft"),
        (waiting, "waiting for a parent, so in no figure"),
        (changing, "with changes on the form that are not recorded"),
        (untouched, "not judged"),
    ];
    for (cases, what) in lines {
        if !cases.is_empty() {
            listed(ui, view, &cases, what);
        }
    }
}

/// Cases of a kind, as links.
fn listed(ui: &mut Ui, view: &mut View<'_>, cases: &[CaseId], what: &str) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        marks::mark(ui, Mark::Caution);
        let text = format!("{} {what}:", count(cases.len(), "case", "cases"));
        ui.label(theme::reading(ui, text));
        for id in cases.iter().take(NAMED) {
            if link::link(ui, id.as_str(), TextStyle::Body).clicked() {
                view.want(Intent::Select(id.clone()));
                view.want(Intent::Go(Screen::Review));
            }
        }
        if let more @ 1.. = cases.len().saturating_sub(NAMED) {
            ui.label(format!("and {more} more"));
        }
    });
}

/// Text that should not be sealed in.
fn identifying(ui: &mut Ui, view: &mut View<'_>) {
    let prepared = view.prepared;
    let found = prepared.found();
    if prepared.is_looking() {
        ui.label(theme::note(ui, "The texts are being looked through."));
        return;
    }
    if prepared.could_not_look() {
        let text = "The texts could not be looked through for what identifies somebody";
        marks::labelled(ui, Mark::Caution, text);
        return;
    }
    if found.is_empty() {
        marks::labelled(ui, Mark::Done, "No text looks as if it identified somebody");
        return;
    }
    let places = count(found.len(), "place", "places");
    let text = format!(
        "Text that looks as if it identified somebody: {places}. What is sealed in cannot be taken out."
    );
    marks::labelled(ui, Mark::Caution, &text);
    for (nth, one) in found.iter().take(NAMED).enumerate() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_S;
            ui.add_space(theme::GAP_L);
            let place = one.case.as_ref().map_or("setup", CaseId::as_str);
            let named = link::link(ui, place, TextStyle::Body);
            access::name(
                ui,
                &named,
                format!("{place}: place {nth} that looks identifying"),
            );
            if named.clicked() {
                view.want(match &one.case {
                    Some(id) => Intent::Select(id.clone()),
                    None => Intent::Go(Screen::Prepare),
                });
                if one.case.is_some() {
                    view.want(Intent::Go(Screen::Review));
                }
            }
            let text = format!("{}: “{}” ({})", one.field, one.text, one.kind.label());
            ui.label(theme::reading(ui, text));
            let out = link::link(ui, "Take it out…", TextStyle::Body);
            access::name(ui, &out, format!("Take it out…: “{}”", one.text));
            if out.clicked() {
                let taking = TakingOut::of(&one.text, Some(one.kind));
                view.want(Intent::TakeOut(Taking::Open(taking)));
            }
        });
    }
    if let more @ 1.. = found.len().saturating_sub(NAMED) {
        ui.label(theme::note(ui, format!("and {more} more")));
    }
}
