//! What is alike on every page of *Prepare*: its heading, what it is for, and the way on.

use eframe::egui::{Label, Sense, Ui, UiBuilder};

use crate::ui::actions::Action;
use crate::ui::intent::{Intent, PrepareTab};
use crate::ui::outside;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_L, GAP_M, GAP_S, GAP_XL};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{button, heading, measure, scroll};

/// Shows a page: heading, what it is for, what it holds, the way on.
pub fn ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    tab: PrepareTab,
    show: impl FnOnce(&mut Ui, &mut View<'_>),
) {
    // Beside the bar that scrolls, not under it.
    ui.set_max_width(ui.available_width() - GAP_M);
    head(ui, view, tab);
    // What one page sets for itself (its width) is no other part's.
    ui.scope(|ui| show(ui, view));
    ui.add_space(GAP_L);
    way_on(ui, view, tab);
    ui.add_space(GAP_XL);
}

/// In a lower window a page scrolls as a whole, with its heading. Points.
const LOW: f32 = 600.0;

/// Whether the window is so low, or so much magnified, that a page scrolls as a whole.
pub fn is_low(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < LOW
}

/// Shows a page that fills the window below its heading and scrolls by itself. While a file is on its
/// way in, that is what there is to do, and no way on.
pub fn filled(
    ui: &mut Ui,
    view: &mut View<'_>,
    (tab, ends): (PrepareTab, bool),
    show: impl FnOnce(&mut Ui, &mut View<'_>),
) {
    if ends && is_low(ui) {
        scroll::vertical(ui, ("low", tab), |ui| self::ui(ui, view, tab, show));
        return;
    }
    if ends {
        head(ui, view, tab);
    } else {
        let title = heading::page(ui, tab.label());
        start_here(ui, view, tab, title.rect);
        changed_outside(ui, view);
        ui.add_space(GAP_S);
    }
    let mut room = ui.available_rect_before_wrap();
    if ends {
        room.max.y -= CONTROL_HEIGHT + GAP_S;
    }
    let mut child = ui.new_child(UiBuilder::new().max_rect(room));
    child.set_clip_rect(room.expand(GAP_S).intersect(ui.clip_rect()));
    show(&mut child, view);
    ui.advance_cursor_after_rect(room);
    if ends {
        way_on(ui, view, tab);
    }
}

fn head(ui: &mut Ui, view: &mut View<'_>, tab: PrepareTab) {
    let title = heading::page(ui, tab.label());
    start_here(ui, view, tab, title.rect);
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
        ui.add(Label::new(theme::reading(ui, purpose(tab)).color(muted(ui))).wrap());
    });
    ui.add_space(GAP_M);
    changed_outside(ui, view);
}

fn muted(ui: &Ui) -> eframe::egui::Color32 {
    theme::Tokens::of(ui).ink_muted
}

/// Whoever came by key goes on from the heading: it is a stop of the Tab key only while it has it.
fn start_here(ui: &Ui, view: &mut View<'_>, tab: PrepareTab, title: eframe::egui::Rect) {
    let id = ui.scope_id().with(("page", tab));
    let here = view.place.attend == Some(Spot::Page) || ui.memory(|memory| memory.has_focus(id));
    if !here {
        return;
    }
    let spot = ui.interact(title, id, Sense::focusable_noninteractive());
    ui.ctx().accesskit_node_builder(spot.id, |node| {
        node.set_role(eframe::egui::accesskit::Role::Heading);
        node.set_level(1);
        node.set_label(tab.label());
    });
    view.attend(ui, Spot::Page, id, title);
}

/// What a page is for, in one sentence.
const fn purpose(tab: PrepareTab) -> &'static str {
    match tab {
        PrepareTab::About => {
            "What this review is called, what it is for, and whether money is on the screen while the panel judges."
        }
        PrepareTab::Definition => {
            "What a good place and good support would give a child: gathered from everybody in the room, then agreed by the panel."
        }
        PrepareTab::Selection => {
            "Who chose these children, from which list and how: it decides what can be said about all the others."
        }
        PrepareTab::Panel => "Who is in the room, by role and never by name.",
        PrepareTab::Provisions => {
            "The kinds of place there are, how many children are in each, and what a place costs."
        }
        PrepareTab::Baseline => {
            "The council’s grant, its spending and its balance as they would go on without any change."
        }
        PrepareTab::Cases => "One file for each child under review, by number and never by name.",
        PrepareTab::Parents => {
            "No judgement counts without a parent: whom to hear before the workshop, and who has been heard."
        }
        PrepareTab::Afterwards => {
            "Who was asked about the judgement, and where each parent stands."
        }
        PrepareTab::Anonymous => "What in this review looks as if it identified somebody.",
        PrepareTab::File => "Where this review is kept, and what of it is on this laptop.",
    }
}

/// Whoever prepares or reads must know that the setup is not what its history says.
fn changed_outside(ui: &mut Ui, view: &mut View<'_>) {
    if !view.outside.setup() {
        return;
    }
    let text = format!(
        "The setup was {}: it is not what its history says.",
        outside::CHANGED
    );
    let notice = Notice::new(Kind::Error, &text).action("See what happened");
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
        if notice.show(ui).pressed.is_some() {
            view.want(Intent::Do(Action::History));
        }
    });
    ui.add_space(GAP_S);
}

fn way_on(ui: &mut Ui, view: &mut View<'_>, tab: PrepareTab) {
    let Some(next) = tab.next() else {
        return;
    };
    ui.push_id(("way on", tab), |ui| {
        let pressed = button::quiet(ui, &format!("Next: {}", next.label()));
        if pressed.clicked() {
            view.want(Intent::Do(Action::NextPage));
        }
    });
}
