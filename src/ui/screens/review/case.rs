//! The head of a case: which child, where they are now, and the steps.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Label, Layout, Ui};

use super::{case_menu, steps};
use crate::review::case::Case;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::outside;
use crate::ui::scene::Step;
use crate::ui::theme::{self, GAP_L, GAP_S, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::heading;
use crate::ui::widgets::notice::{Kind, Notice};

/// What the title gets at least where the steps stand beside it; else they stand below. Points.
const TITLE: f32 = 240.0;
/// From this width on the menu of the case says what it is. Points.
const ROOMY: f32 = 640.0;
/// What is lower than this is low. Points.
const LOW: f32 = 360.0;

/// Shows it.
pub fn header(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    changed_outside(ui, view, case);
    let low = ui.available_height() < LOW;
    let steps = steps::width(ui);
    let beside = ui.available_width() - steps - GAP_L;
    if beside >= TITLE {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.vertical(|ui| {
                ui.set_width(beside + GAP_L);
                ui.set_max_width(beside);
                which(ui, case);
            });
            ui.vertical(|ui| steps::ui(ui, view, case));
        });
    } else {
        which(ui, case);
        steps::ui(ui, view, case);
    }
    // In a low or magnified window the form comes first; the facts are a step away.
    if view.place.step == Step::Read || !low {
        about(ui, view, case);
    }
}

/// Which child.
fn which(ui: &mut Ui, case: &Case) {
    let heading = heading::page(ui, &title(case));
    // Whoever goes on to another child by key hears which.
    ui.ctx()
        .accesskit_node_builder(heading.id, |node| node.set_live(Live::Polite));
}

/// Needs, provision, plan; and what else can be done with this case.
fn about(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let room = ui.available_width();
    let tight = room < ROOMY;
    let menu = case_menu::width(tight);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.vertical(|ui| {
            ui.set_width(room - menu);
            let colour = Tokens::of(ui).ink_muted;
            let facts = theme::reading(ui, facts(view, case)).color(colour);
            ui.add(Label::new(facts).wrap());
        });
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            case_menu::ui(ui, view, case, tight);
        });
    });
}

fn facts(view: &View<'_>, case: &Case) -> String {
    let file = &case.file;
    let mut facts = needs(case);
    let now = view.review.setup().provision_name(&file.current_provision);
    facts.push(format!("now in: {now}"));
    if !file.plan_since.is_empty() {
        facts.push(format!("plan since {}", file.plan_since));
    }
    if let Some(cost) = file.annual_cost.filter(|_| view.money_visible(Some(case))) {
        facts.push(format!("{} a year", crate::ui::money::exact(cost.get())));
    }
    facts.join(" · ")
}

/// Whoever reads or judges this case must know that it is not what its history says.
fn changed_outside(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    if !view.outside.case(case.id()) {
        return;
    }
    let text = format!(
        "{} was {}: it is not what its history says.",
        case.id(),
        outside::CHANGED
    );
    let notice = Notice::new(Kind::Error, &text).action("See what happened");
    if notice.show(ui).pressed.is_some() {
        view.want(Intent::Do(Action::CaseHistory));
    }
    ui.add_space(GAP_S);
}

/// "C11 · Year 7"
pub fn title(case: &Case) -> String {
    let file = &case.file;
    let when = if file.year_group.trim().is_empty() {
        &file.phase
    } else {
        &file.year_group
    };
    if when.trim().is_empty() {
        file.id.to_string()
    } else {
        format!("{} · {when}", file.id)
    }
}

/// "Autism, anxiety", if any are stated.
pub fn needs(case: &Case) -> Vec<String> {
    let file = &case.file;
    let stated = std::iter::once(&file.primary_need).chain(&file.secondary_needs);
    let needs: Vec<&str> = stated
        .map(|need| need.trim())
        .filter(|need| !need.is_empty())
        .collect();
    if needs.is_empty() {
        Vec::new()
    } else {
        vec![needs.join(", ")]
    }
}
