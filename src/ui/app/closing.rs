//! Closing the program: nothing is lost unseen. Everything is written first, and what cannot be is
//! told. Where the journal holds everything, closing once more leaves it there; where it does not,
//! leaving is a thing of its own that somebody has to say.

use eframe::egui::{Context, Event, Key, ViewportCommand};

use super::App;
use crate::ui::intent::Intent;
use crate::ui::message::Message;
use crate::ui::session::Session;

/// Seconds in which closing once more means: I have read it.
const SECONDS: f64 = 15.0;
/// Seconds in which nobody can have read it: a double click on the cross is one closing.
const TOO_SOON: f64 = 0.7;

/// What a person has been told stands in the way of closing.
pub(super) struct HeldUp {
    /// What it is.
    trouble: String,
    /// Whether the notice above, which stays while it is so, tells it already.
    is_standing: bool,
    /// Whether the journal holds everything.
    is_safe: bool,
    /// From when until when closing goes through, in seconds of the window's clock, and what was open and
    /// typed when that was said.
    may_leave: Option<(f64, f64, Stamp)>,
}

/// Another one after every change and every key in a field.
type Stamp = (u64, u64);

impl HeldUp {
    /// What is told: first that it was not closed.
    pub(super) fn message(&self, standing: Option<&Message>) -> Message {
        let (offer, what) = if self.is_safe {
            (
                "Close the program",
                "Close once more to leave: this laptop’s journal holds everything, and the next start goes on from it.",
            )
        } else {
            (
                "Leave and lose what is not kept",
                "This laptop’s journal does not hold everything: what is not kept would be lost.",
            )
        };
        let told = Message::failed(format!("The program was not closed. {what}"));
        let told = match standing {
            Some(standing) if self.is_standing => told.and(standing.clone()),
            _ => told.and(Message::failed(self.trouble.clone())),
        };
        told.offering(offer, Intent::Leave)
    }
}

impl App {
    /// Lets the program close only where nothing is lost by it, or somebody has said so.
    pub(super) fn guard_closing(&mut self, ctx: &Context) {
        self.take_permission_back(ctx);
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        let Some(session) = &mut self.session else {
            return;
        };
        let Some(trouble) = session.in_the_way() else {
            self.held_up = None;
            return;
        };
        let is_safe = session.is_safe_to_leave();
        let stamp = stamp(session);
        let now = ctx.input(|input| input.time);
        let may_leave = self.held_up.as_ref().and_then(|held| held.may_leave);
        if may_leave.is_some_and(|(from, until, of)| from <= now && now <= until && of == stamp) {
            return;
        }
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        self.leave_room();
        // What has failed before is in the way now, or does not matter beside it.
        self.message = self.message.take().filter(|told| !told.has_failed());
        self.held_up = Some(HeldUp {
            is_standing: session_stands(self.session.as_ref()),
            trouble,
            is_safe,
            may_leave: is_safe.then_some((now + TOO_SOON, now + SECONDS, stamp)),
        });
        ctx.request_repaint_after_secs(SECONDS as f32 + 0.05);
    }

    /// Somebody leaves although something is lost by it, or stays in the journal.
    pub(super) fn leave_all_the_same(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        if let (Some(held), Some(session)) = (&mut self.held_up, &mut self.session) {
            session.keep_typed();
            held.may_leave = Some((now, now + 1.0, stamp(session)));
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Whoever goes on working has not agreed to lose what they do now.
    fn take_permission_back(&mut self, ctx: &Context) {
        let (Some(held), Some(session)) = (&mut self.held_up, &self.session) else {
            self.held_up = None;
            return;
        };
        if held.is_standing && !session_stands(Some(session)) {
            self.held_up = None;
            return;
        }
        let now = ctx.input(|input| input.time);
        let over = held.may_leave.is_some_and(|(_, until, of)| {
            now > until || of != stamp(session) || goes_on_working(ctx)
        });
        if over {
            held.may_leave = None;
            // It said that closing once more would do, which it no longer does.
            if held.is_safe {
                self.held_up = None;
            }
        }
    }
}

fn stamp(session: &Session) -> Stamp {
    (session.review().revision(), session.drafts.revision())
}

/// Whether what stands in the way is something that lasts, and is told for as long as it does.
fn session_stands(session: Option<&Session>) -> bool {
    session.is_some_and(|session| session.keeping_failed().is_some())
}

/// Whether a key or a button of the mouse went down that was not to close the program.
fn goes_on_working(ctx: &Context) -> bool {
    ctx.input(|input| {
        input.events.iter().any(|event| match event {
            Event::Key {
                key,
                pressed,
                modifiers,
                ..
            } => *pressed && !(*key == Key::F4 && modifiers.alt),
            Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Ime(_) => true,
            _ => false,
        })
    })
}
