//! The helper that draws cases from a list: the list, how many and how, the seed, what came out.

use eframe::egui::{Frame, Label, Margin, RichText, Stroke, Ui};

use super::parts::{number, small};
use super::{drawn, list};
use crate::findings::sampling::Caseload;
use crate::ui::drawing::{Change, Drawing, Number, Way};
use crate::ui::edits::SetupChange;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_M, GAP_S, GAP_XS, RADIUS, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{button, heading, measure};

/// The draw that the review keeps.
pub fn kept(ui: &mut Ui, view: &mut View<'_>) {
    let setup = view.review.setup();
    let Some(draw) = setup.selection.draw.clone() else {
        return;
    };
    let (drawn, of) = draw.groups.iter().fold((0_u64, 0_u64), |sum, group| {
        (sum.0 + u64::from(group.drawn), sum.1 + u64::from(group.of))
    });
    let on = draw.drawn_on.map(|on| format!(" on {}", on.in_words()));
    let groups = match draw.groups.len() {
        0 | 1 => String::new(),
        n => format!(", from {n} groups"),
    };
    let seed = if draw.seed == setup.seed {
        format!("with the review’s own seed, {}", draw.seed)
    } else {
        format!(
            "with the seed {}, which is not the review’s own ({})",
            draw.seed, setup.seed
        )
    };
    let text = format!(
        "Drawn here{}: {} of {}{groups}, {seed}.",
        on.unwrap_or_default(),
        number(drawn),
        number(of)
    );
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
        let text = RichText::new(text).text_style(theme::strong());
        ui.add(Label::new(text).wrap());
        let named = draw.groups.iter().filter(|group| !group.name.is_empty());
        let groups = named.map(|group| {
            let (n, of) = (number(group.drawn.into()), number(group.of.into()));
            format!("{}: {n} of {of}", group.name)
        });
        let groups: Vec<String> = groups.collect();
        if !groups.is_empty() {
            ui.add(Label::new(theme::note(ui, groups.join("; "))).wrap());
        }
    });
    if view.may_change() && button::quiet(ui, "Take this draw out").clicked() {
        view.want(Intent::EditSetup(SetupChange::NoDraw));
    }
}

/// The helper.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let tokens = Tokens::of(ui);
    let place = view.place;
    let drawing = &place.drawing;
    Frame::new()
        .fill(tokens.raised)
        .stroke(Stroke::new(1.0, tokens.hairline))
        .corner_radius(RADIUS)
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            let width = measure::reading_width(ui) * 1.3;
            ui.set_width(width.min(ui.available_width()));
            heading::section(ui, "Draw cases from a list");
            let text = "Cases drawn by chance speak for the others; nobody has to pick, and anybody can draw them again. The list itself is not kept, only how many of each group it had: use case or row numbers, never names.";
            ui.add(Label::new(theme::note(ui, text)).wrap());
            ui.add_space(GAP_S);
            list::ui(ui, view, drawing);
            if let Some(list) = drawing.list() {
                ui.add_space(GAP_M);
                how(ui, view, drawing, list);
                ui.add_space(GAP_S);
                seed(ui, view, drawing);
            }
            ui.add_space(GAP_M);
            let seed = view.review.setup().seed;
            let lacks = drawing.lacks(seed).filter(|_| drawing.sample.is_none());
            if drawing.sample.is_none()
                && let Some(told) = drawing.too_much()
            {
                marks::labelled(ui, Mark::Caution, &told);
            }
            ui.horizontal_wrapped(|ui| {
                let ready = lacks.is_none() && drawing.how().is_some();
                if drawing.sample.is_none() && button::primary(ui, "Draw", ready).clicked() {
                    view.want(Intent::Draw(Change::Draw { seed }));
                }
                if let Some(lacks) = lacks {
                    ui.label(theme::note(ui, lacks));
                }
                if ui.button("Put away").clicked() {
                    view.want(Intent::Draw(Change::Open(false)));
                }
            });
            if let Some(sample) = &drawing.sample {
                ui.add_space(GAP_M);
                drawn::ui(ui, view, sample);
            }
        });
}

/// From which groups, and how many.
fn how(ui: &mut Ui, view: &mut View<'_>, drawing: &Drawing, list: &Caseload) {
    let mut way = Some(drawing.way);
    if list.has_groups() {
        Select::new("How", "way of drawing")
            .show(ui, &mut way, &Way::ALL, |way| way.label().to_owned());
        if let Some(way) = way.filter(|way| *way != drawing.way) {
            view.want(Intent::Draw(Change::Way(way)));
        }
    }
    ui.horizontal_wrapped(|ui| {
        if drawing.way != Way::SameInEach {
            small(ui, view, drawing, Number::Cases, "How many cases");
        }
        if matches!(drawing.way, Way::SameInEach | Way::AtLeast) {
            let label = if drawing.way == Way::AtLeast {
                "From each at least"
            } else {
                "From each group"
            };
            small(ui, view, drawing, Number::Each, label);
        }
    });
}

/// The seed, and why it is this one.
fn seed(ui: &mut Ui, view: &mut View<'_>, drawing: &Drawing) {
    let own = view.review.setup().seed;
    let text = format!(
        "Seed {own}: one number for all reviews, so that nobody can draw until they like what comes. The same list and the same seed give the same cases."
    );
    ui.add(Label::new(theme::note(ui, text)).wrap());
    let mut other = drawing.other_seed;
    if ui.checkbox(&mut other, "Another seed").changed() {
        view.want(Intent::Draw(Change::OtherSeed(other)));
    }
    if drawing.other_seed {
        small(ui, view, drawing, Number::Seed, "Which seed");
        let text = "The review says that another seed than its own was used. If it was thrown with dice in front of everybody, say so below.";
        ui.add(Label::new(theme::note(ui, text)).wrap());
    }
    ui.add_space(GAP_XS);
}
