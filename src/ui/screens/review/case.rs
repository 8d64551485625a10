//! The head of a case: which child, where they are now, and the steps.

use eframe::egui::accesskit::Live;
use eframe::egui::{Button, RichText, Ui};

use super::case_menu;
use crate::review::case::Case;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::outside;
use crate::ui::scene::Step;
use crate::ui::theme::{self, GAP_S, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::heading;
use crate::ui::widgets::notice::{Kind, Notice};

/// Room for the steps and the menu of the case at the end of the head. Points.
const STEPS: f32 = 346.0;
/// Which child it is about has so much room at least, and in a wide enough window this. Points.
const LEAST: f32 = 120.0;
const ROOMY: f32 = 200.0;
/// What is lower than this is low. Points.
const LOW: f32 = 360.0;

/// Shows it.
pub fn header(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let file = &case.file;
    changed_outside(ui, view, case);
    let tight = ui.available_width() < STEPS + case_menu::WIDTH + ROOMY;
    let beside = STEPS + case_menu::width(tight);
    let low = ui.available_height() < LOW;
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_max_width((ui.available_width() - beside).max(LEAST));
            let heading = heading::page(ui, &title(case));
            // Whoever goes on to another child by key hears which.
            ui.ctx()
                .accesskit_node_builder(heading.id, |node| node.set_live(Live::Polite));
            let mut facts = needs(case);
            facts.push(format!(
                "now in: {}",
                view.review.setup().provision_name(&file.current_provision)
            ));
            if !file.plan_since.is_empty() {
                facts.push(format!("plan since {}", file.plan_since));
            }
            if let Some(cost) = file.annual_cost.filter(|_| view.money_visible(Some(case))) {
                facts.push(format!("{} a year", crate::ui::money::exact(cost.get())));
            }
            // In a low or magnified window the form comes first; the facts are a step away.
            if view.place.step == Step::Read || !low {
                let now = facts.join(" · ");
                ui.label(RichText::new(now).color(Tokens::of(ui).ink_muted));
            }
        });
        ui.with_layout(
            eframe::egui::Layout::right_to_left(eframe::egui::Align::TOP),
            |ui| {
                // From right to left, so the last step first.
                for step in Step::ALL.into_iter().rev() {
                    let label = format!("{}  {}", step.number(), step.label());
                    let selected = view.place.step == step;
                    let text = if selected {
                        RichText::new(label).text_style(theme::strong())
                    } else {
                        RichText::new(label)
                    };
                    if ui.add(Button::selectable(selected, text)).clicked() {
                        view.want(Intent::Step(step));
                    }
                }
                case_menu::ui(ui, view, case, tight);
            },
        );
    });
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
