//! The head of a case: which child, where they are now, and the steps.

use eframe::egui::accesskit::Live;
use eframe::egui::{Button, RichText, Ui};

use crate::review::case::Case;
use crate::ui::actions::{self, Action};
use crate::ui::intent::Intent;
use crate::ui::outside;
use crate::ui::scene::Step;
use crate::ui::theme::{self, GAP_S, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{access, button, heading};

/// Room for the steps at the end of the head. Points.
const STEPS: f32 = 330.0;
/// The same with the ways to room view and history beside them, where the head is roomy. Points.
const STEPS_AND_ROOM_VIEW: f32 = 536.0;
const ROOMY: f32 = 700.0;
/// What is lower than this is low. Points.
const LOW: f32 = 360.0;

/// Shows it.
pub fn header(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let file = &case.file;
    changed_outside(ui, view, case);
    let roomy = ui.available_width() > ROOMY;
    let low = ui.available_height() < LOW;
    let steps = if roomy { STEPS_AND_ROOM_VIEW } else { STEPS };
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_max_width((ui.available_width() - steps).max(200.0));
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
                if roomy {
                    to_the_wall(ui, view);
                    to_its_history(ui, view);
                }
            },
        );
    });
}

/// The way to room view, where it does not crowd the steps out; menu and keyboard have it too.
fn to_the_wall(ui: &mut Ui, view: &mut View<'_>) {
    let Some(entry) = actions::entry(Action::RoomView) else {
        return;
    };
    let keys = entry.shortcut.map(|keys| ui.ctx().format_shortcut(&keys));
    let hint = format!("{} ({})", entry.hint, keys.unwrap_or_default());
    if button::quiet(ui, entry.text).on_hover_text(hint).clicked() {
        view.want(Intent::Do(entry.action));
    }
}

/// The way to what happened to this case.
fn to_its_history(ui: &mut Ui, view: &mut View<'_>) {
    let Some(entry) = actions::entry(Action::CaseHistory) else {
        return;
    };
    let history = button::quiet(ui, "History").on_hover_text(entry.hint);
    access::name(ui, &history, "History of this case");
    if history.clicked() {
        view.want(Intent::Do(entry.action));
    }
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
