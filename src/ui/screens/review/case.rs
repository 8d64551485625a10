//! The head of a case: which child, where they are now, and the steps.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Label, Layout, RichText, TextStyle, Ui};

use super::steps;
use crate::review::case::Case;
use crate::ui::actions::{self, Action};
use crate::ui::intent::Intent;
use crate::ui::outside;
use crate::ui::scene::Step;
use crate::ui::theme::{self, GAP_L, GAP_S, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{access, button, heading, measure};

/// What the title gets at least where the steps stand beside it; else they stand below. Points.
const TITLE: f32 = 240.0;
/// From this width on there is room for the ways to room view and history. Points.
const ROOMY: f32 = 640.0;
/// What is lower than this is low. Points.
const LOW: f32 = 360.0;
const HISTORY: &str = "History";

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
    aside(ui, case);
}

/// Which child.
fn which(ui: &mut Ui, case: &Case) {
    let heading = heading::page(ui, &title(case));
    // Whoever goes on to another child by key hears which.
    ui.ctx()
        .accesskit_node_builder(heading.id, |node| node.set_live(Live::Polite));
}

/// Needs, provision, plan; and where else there is something to see of this case.
fn about(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let room = ui.available_width();
    let tools = if room >= ROOMY { tools_width(ui) } else { 0.0 };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.vertical(|ui| {
            ui.set_width(room - tools);
            let colour = Tokens::of(ui).ink_muted;
            let facts = theme::reading(ui, facts(view, case)).color(colour);
            ui.add(Label::new(facts).wrap());
        });
        if tools > 0.0 {
            ui.with_layout(Layout::left_to_right(Align::TOP), |ui| {
                to_its_history(ui, view);
                to_the_wall(ui, view);
            });
        }
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

/// What sets this case apart from the others, in words.
fn aside(ui: &mut Ui, case: &Case) {
    let practice = "Practice case: judged and shown, and in no figure";
    let parked = "Parked for later in the meeting";
    for (is_so, words) in [(case.practice, practice), (case.parked, parked)] {
        if is_so {
            ui.horizontal(|ui| {
                ui.spacing_mut().interact_size.y = 0.0;
                marks::small(ui, Mark::Information);
                ui.label(RichText::new(words).small());
            });
        }
    }
}

fn tools_width(ui: &Ui) -> f32 {
    let wall = actions::entry(Action::RoomView).map_or("", |entry| entry.text);
    let padding = 2.0 * ui.spacing().button_padding.x;
    let width = |text| measure::line_width(ui, text, &TextStyle::Button) + padding;
    width(wall) + width(HISTORY) + GAP_S
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
    let history = button::quiet(ui, HISTORY).on_hover_text(entry.hint);
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
