//! What can be done with the case on the screen beside going through it, behind one button; and what
//! being parked or for practice means, said once where it is so.

use eframe::egui::accesskit::Live;
use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{Button, Label, Ui, pos2, vec2};

use crate::review::case::Case;
use crate::review::setup::MoneyRule;
use crate::ui::actions::{self, Action, Can};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, button};

/// Width of the button: beside the steps it keeps its place. Points.
pub const WIDTH: f32 = 84.0;

/// What stands in it, in order.
const ENTRIES: [Action; 6] = [
    Action::AddNote,
    Action::Park,
    Action::Practice,
    Action::CaseHistory,
    Action::RoomView,
    Action::RevealMoneyHere,
];

/// The same where there is little room: only the arrow.
const TIGHT: f32 = 36.0;

/// How wide it is, with what parts it from the steps.
pub fn width(tight: bool) -> f32 {
    GAP_S + if tight { TIGHT } else { WIDTH }
}

/// Shows the button.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case, tight: bool) {
    let can = can(view, case);
    let (words, width) = if tight {
        ("", TIGHT)
    } else {
        ("Case    ", WIDTH)
    };
    let button = Button::new(words).frame_when_inactive(false);
    let button = button.min_size(vec2(width, CONTROL_HEIGHT));
    let (shown, _) = MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_min_width(248.0);
        for action in ENTRIES {
            entry(ui, view, case, action, &can);
        }
    });
    access::name(ui, &shown, "Case: what else can be done");
    let middle = pos2(shown.rect.right() - TIGHT / 2.0, shown.rect.center().y);
    let chevron = eframe::egui::Rect::from_center_size(middle, vec2(9.0, 9.0));
    let visuals = *ui.style().interact(&shown);
    marks::paint_chevron(ui, chevron, &visuals, false);
}

fn entry(ui: &mut Ui, view: &mut View<'_>, case: &Case, action: Action, can: &Can) {
    let Some(entry) = actions::entry(action) else {
        return;
    };
    if !(entry.enabled)(can) || !fits(case, action) {
        return;
    }
    let mut button = Button::new(words(case, action).unwrap_or(entry.text));
    if let Some(keys) = &entry.shortcut {
        button = button.shortcut_text(ui.ctx().format_shortcut(keys));
    }
    if ui.add(button).on_hover_text(entry.hint).clicked() {
        view.want(Intent::Do(action));
        ui.close();
    }
}

/// What the table of actions looks at, as far as it is about a case.
fn can(view: &View<'_>, case: &Case) -> Can {
    Can {
        open: true,
        change: view.may_change(),
        door: Some(view.mode),
        sealed: view.review.sealing().is_some(),
        case: true,
        money: view.money_visible(Some(case)),
        locked: view.review.setup().money == Some(MoneyRule::Locked),
        ..Can::default()
    }
}

/// What is recorded waits for nobody.
const fn fits(case: &Case, action: Action) -> bool {
    !matches!(action, Action::Park) || case.judgement().is_none()
}

/// Where an action goes both ways, the way it goes for this case.
const fn words(case: &Case, action: Action) -> Option<&'static str> {
    Some(match (action, case.parked, case.practice) {
        (Action::Park, false, _) => "Park this case",
        (Action::Park, true, _) => UNPARK,
        (Action::Practice, _, false) => "Make this a practice case",
        (Action::Practice, _, true) => COUNT,
        _ => return None,
    })
}

const UNPARK: &str = "Take it up again";
const COUNT: &str = "Let it count";

/// Says that the case is parked or for practice, what that means, and how to take it back.
pub fn says(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    if case.practice {
        let words = "For practice: shown and judged, counts nowhere";
        line(ui, view, Mark::Practice, words, (COUNT, Action::Practice));
    }
    if case.parked && case.judgement().is_none() {
        let words = "Parked: it waits until the others are done";
        line(ui, view, Mark::Parked, words, (UNPARK, Action::Park));
    }
}

fn line(ui: &mut Ui, view: &mut View<'_>, mark: Mark, words: &str, back: (&str, Action)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        marks::mark(ui, mark);
        let said = ui.add(Label::new(theme::reading(ui, words)).wrap());
        ui.ctx()
            .accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
        let (label, action) = back;
        if view.may_change() && button::quiet(ui, label).clicked() {
            view.want(Intent::Do(action));
        }
    });
}
