//! What is told between the bar on top and the screen: how the file stands, where somebody should
//! know, and what has just happened.

use eframe::egui::{Frame, Margin, Panel, Ui};

use super::App;
use crate::ui::intent::Intent;
use crate::ui::message::Message;
use crate::ui::session::Session;
use crate::ui::theme::Tokens;
use crate::ui::widgets::notice::Notice;

/// Shows them, the one that stays longest on top, so that nothing jumps when another goes.
pub fn ui(app: &mut App, ui: &mut Ui) {
    let standing = app.session.as_ref().and_then(Session::standing);
    match (&app.held_up, &standing) {
        (Some(held), standing) => {
            let told = held.message(standing.as_ref());
            strip(ui, "standing", &told, true, &mut app.intents);
        }
        (None, Some(standing)) => strip(ui, "standing", standing, false, &mut app.intents),
        (None, None) => {}
    }
    if let Some(message) = &app.message {
        strip(ui, "message", message, true, &mut app.intents);
    }
}

fn strip(ui: &mut Ui, id: &'static str, message: &Message, passing: bool, out: &mut Vec<Intent>) {
    let frame = Frame::new()
        .fill(Tokens::of(ui).paper)
        .inner_margin(Margin::symmetric(16, 6));
    Panel::top(id)
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            let mut notice = Notice::new(message.kind, &message.text);
            for offer in &message.offers {
                notice = notice.action(&offer.label);
            }
            if passing {
                notice = notice.can_be_put_away();
            }
            let shown = notice.show(ui);
            if let Some(offer) = shown.pressed.and_then(|at| message.offers.get(at)) {
                out.push(offer.intent.clone());
            }
            if shown.put_away {
                out.push(Intent::Dismiss);
            }
        });
}
