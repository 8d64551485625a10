//! The time on a case, quietly at the end of the foot. Pressed, it goes away until it is wanted.

use eframe::egui::{Button, Response, RichText, Ui, vec2};

use crate::ui::intent::Intent;
use crate::ui::theme::{CONTROL_HEIGHT, Tokens};
use crate::ui::unfolded::Fold;
use crate::ui::view::View;
use crate::ui::widgets::access;

/// The usual text gets this much room, so that what stands beside it keeps its place. Points.
const ROOM: f32 = 124.0;

/// In a narrower foot only the minutes are told. Points.
const NARROW: f32 = 600.0;

/// Shows it where somebody works or trains: a reader of the record has all the time there is.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let Some(said) = view.place.pace.said().filter(|_| view.may_change()) else {
        return;
    };
    let away = view.place.unfolded.has(&Fold::TimeAway);
    let pressed = if away {
        let shown = quiet(ui, "Time", 0.0);
        access::name(ui, &shown, "Time on this case and cases left");
        shown.on_hover_text("Show the minutes on this case, and how many cases are left")
    } else {
        let shown = if ui.available_width() < NARROW {
            quiet(ui, &said.minutes_in_short(), 0.0)
        } else {
            quiet(ui, &said.in_short(), ROOM)
        };
        let mut lines = said.in_full();
        lines.push("Nothing of this is kept in the review. Press to put it away".to_owned());
        let lines = lines.join("\n");
        ui.ctx()
            .accesskit_node_builder(shown.id, |node| node.set_description(lines.as_str()));
        shown.on_hover_text(lines)
    };
    if pressed.clicked() {
        view.want(Intent::Unfold(Fold::TimeAway));
    }
}

fn quiet(ui: &mut Ui, text: &str, room: f32) -> Response {
    let text = RichText::new(text).small().color(Tokens::of(ui).ink_muted);
    let button = Button::new(text).frame_when_inactive(false);
    ui.add(button.min_size(vec2(room, CONTROL_HEIGHT)))
}
