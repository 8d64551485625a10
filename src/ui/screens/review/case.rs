//! The head of a case: which child, where they are now, and the steps.

use eframe::egui::{Button, RichText, Ui};

use crate::review::case::Case;
use crate::ui::intent::{Intent, Step};
use crate::ui::theme::{self, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::heading;

/// Shows it.
pub fn header(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let file = &case.file;
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_max_width((ui.available_width() - 190.0).max(200.0));
            heading::page(ui, &title(case));
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
            let now = facts.join(" · ");
            ui.label(RichText::new(now).color(Tokens::of(ui).ink_muted));
        });
        ui.with_layout(
            eframe::egui::Layout::right_to_left(eframe::egui::Align::TOP),
            |ui| {
                // From right to left, so the last step first.
                for (step, label) in [(Step::Judge, "2  Judge"), (Step::Read, "1  Read")] {
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
            },
        );
    });
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
