//! What is told between the bar on top and the screen: how the file stands, where somebody should
//! know, and what has just happened.

use eframe::egui::{Frame, Margin, Panel, Ui};

use super::App;
use crate::ui::intent::Intent;
use crate::ui::message::Message;
use crate::ui::session::Session;
use crate::ui::theme::Tokens;
use crate::ui::widgets::notice::Notice;
use crate::ui::widgets::region::{Part, region};

/// Above and below a notice. Points.
const MARGIN: i8 = 6;

/// Shows them, the one that stays longest on top, so that nothing jumps when another goes.
pub fn ui(app: &mut App, ui: &mut Ui) {
    let standing = app.session.as_ref().and_then(Session::standing);
    let held = app.held_up.as_ref();
    let (standing, can_go) = match held.map(|held| held.message(standing.as_ref())) {
        Some(held) => (Some(held), true),
        None => (standing, false),
    };
    let message = app.message.as_ref();
    let both = standing.is_some() && message.is_some();
    // Together they leave two thirds of the window to work in.
    let share = if both { 6.0 } else { 3.0 };
    let most = ui.ctx().content_rect().height() / share - 2.0 * f32::from(MARGIN);
    let mut show = |id, message: &Message, passing| {
        strip(ui, id, most, message, passing, &mut app.intents);
    };
    if let Some(standing) = &standing {
        show("standing", standing, can_go);
    }
    if let Some(message) = message {
        show("message", message, true);
    }
}

fn strip(
    ui: &mut Ui,
    id: &'static str,
    most: f32,
    message: &Message,
    passing: bool,
    out: &mut Vec<Intent>,
) {
    let text = message.shown();
    let frame = Frame::new()
        .fill(Tokens::of(ui).paper)
        .inner_margin(Margin::symmetric(16, MARGIN));
    Panel::top(id)
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            let mut notice = Notice::new(message.kind, &text)
                .in_full(&message.text)
                .at_most(most);
            for offer in &message.offers {
                notice = notice.action(&offer.label);
            }
            if passing {
                notice = notice.can_be_put_away();
            }
            let shown = region(ui, Part::Told, "Message", |ui| notice.show(ui));
            if let Some(offer) = shown.pressed.and_then(|at| message.offers.get(at)) {
                out.push(offer.intent.clone());
            }
            if shown.put_away {
                out.push(Intent::Dismiss);
            }
        });
}
