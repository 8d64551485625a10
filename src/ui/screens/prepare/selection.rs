//! How the cases were chosen, what follows from it, and how much of the council they cover; with a
//! helper that draws them, so that nobody has to pick.

mod coverage;
mod draw;
mod drawn;
mod likeness;
mod list;
mod parts;

use eframe::egui::{Label, RichText, Ui};

use super::said::Said;
use crate::guidance::consequence;
use crate::review::setup::SelectionMethod;
use crate::ui::drawing::Change;
use crate::ui::edits::SetupChange;
use crate::ui::fields::{Field, SetupField};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_L, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{heading, measure};

/// How the cases were chosen.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
        method(ui, view);
    });
    ui.add_space(GAP_S);
    draw::kept(ui, view);
    if view.may_change() {
        if view.place.drawing.open {
            ui.add_space(GAP_S);
            draw::ui(ui, view);
        } else {
            ui.add_space(GAP_S);
            if ui.button("Draw cases from a list…").clicked() {
                view.want(Intent::Draw(Change::Open(true)));
            }
        }
    }
    ui.add_space(GAP_L);
    let prepared = view.prepared;
    if let Some(chosen) = prepared.chosen() {
        coverage::ui(ui, view, chosen);
        ui.add_space(GAP_L);
        likeness::ui(ui, view, chosen);
        ui.add_space(GAP_L);
    }
    account(ui, view);
}

/// The method, and at once what it means.
fn method(ui: &mut Ui, view: &mut View<'_>) {
    let kept = view.review.setup().selection.method;
    let mut method = Some(kept);
    view.changeable(ui, |ui| {
        Select::new("How were the cases chosen?", "selection").show(
            ui,
            &mut method,
            &SelectionMethod::ALL,
            |method| method.label().to_owned(),
        );
    });
    if let Some(method) = method.filter(|method| *method != kept) {
        view.want(Intent::EditSetup(SetupChange::Method(method)));
    }
    let means = consequence(kept);
    let mark = if means.wider {
        Mark::Caution
    } else {
        Mark::Information
    };
    ui.add_space(GAP_XS);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        marks::mark(ui, mark);
        ui.vertical(|ui| {
            let short = RichText::new(means.short).text_style(theme::strong());
            ui.add(Label::new(short).wrap());
            ui.add(Label::new(theme::reading(ui, means.more)).wrap());
        });
    });
}

/// Who chose, from what, and what the panel was shown.
fn account(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "The account of it");
    ui.add_space(GAP_XS);
    let of = |field| Field::Setup(field);
    let hint = "For example: all children with a plan on 1 September, years 3 to 10";
    view.text(ui, of(SetupField::Frame), "From which list", |field| {
        field.rows(2).hint(hint)
    });
    view.text(
        ui,
        of(SetupField::FrameSize),
        "How many were on it",
        |field| field.width(160.0),
    );
    let hint = "By role, never by name: SEND officer and parent-carer forum";
    view.text(ui, of(SetupField::ChosenBy), "Who chose", |field| {
        field.hint(hint)
    });
    view.text(ui, of(SetupField::ChosenOn), "When", |field| {
        field.width(240.0)
    });
    let hint = "Who was not on the list, or was taken off it, and why";
    view.text(ui, of(SetupField::LeftOut), "Who was left out", |field| {
        field.rows(2).hint(hint)
    });
    let hint = "Which papers, whose words, and what was missing";
    view.text(
        ui,
        of(SetupField::Shown),
        "What the panel was shown of each child",
        |field| field.rows(2).hint(hint),
    );
    view.text(ui, Field::SelectionAccount, "Anything else", |field| {
        field.rows(3)
    });
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    match view.review.setup().selection.method {
        SelectionMethod::NotKnown => Said::open("not known how"),
        method => Said::done(method.label()),
    }
}
