//! Asking how a figure came about, and coming back from it.

use eframe::egui::{Context, EventFilter, Key, Modifiers, Popup};

use super::App;
use crate::ui::asked::{Ask, Asked};
use crate::ui::intent::{Intent, Screen};
use crate::ui::view::{Spot, may_ask};

impl App {
    /// Takes a step. The keyboard goes along to what is explained, which begins at its top; on the
    /// way back it does so if the step was taken by key.
    pub(super) fn ask(&mut self, ask: Ask, by_key: bool) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        let place = &mut session.place;
        let attend = match &ask {
            Ask::AllLines => None,
            ask if ask.leads_back() => by_key.then_some(Spot::Asked),
            _ => Some(Spot::Explanation),
        };
        place.asked.follow_by(ask, by_key);
        if attend.is_some() {
            place.attend = attend;
        }
    }

    /// Escape goes one step back, where nothing else is there to be left by it.
    pub(super) fn escape_from_explanation(&mut self, ctx: &Context) {
        let open = self.screen == Screen::Review
            && self
                .session
                .as_ref()
                .is_some_and(|session| session.place.asked.is_open());
        if self.was_typing || Popup::is_any_open(ctx) {
            return;
        }
        if let Some(leaves) = self.leaves_by_escape() {
            if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
                self.intents.push(leaves);
            }
            return;
        }
        if !open {
            return keep_focus_on_escape(ctx);
        }
        if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            let (ask, by_key) = (Ask::Back, true);
            self.intents.push(Intent::Ask { ask, by_key });
        }
    }

    /// What is asked on the screen and can be left as it is.
    fn leaves_by_escape(&self) -> Option<Intent> {
        if self.screen == Screen::Versions && self.versions.is_some() {
            return Some(Intent::DecideLater);
        }
        self.forgetting.as_ref().map(|_| Intent::AskToForget(None))
    }

    /// What is no figure any more is not explained any longer; nor is anything after the review
    /// was left, or while money is locked.
    pub(super) fn keep_what_can_be_asked(&mut self) {
        let figures = self.calculator.figures();
        let Some(session) = &mut self.session else {
            return;
        };
        if self.screen == Screen::Start || !may_ask(session.review()) {
            session.place.asked = Asked::default();
        } else if let Some(known) = figures.known(session.place.asked.trail()) {
            session.place.asked.keep(known);
            // What is not there cannot take the keyboard back, now or later.
            let left = session.place.asked.left();
            let gone = left.is_none_or(|left| figures.explanation(left).is_none());
            if gone && session.place.attend == Some(Spot::Asked) {
                session.place.attend = None;
            }
        }
    }
}

/// Escape leaves nothing here, so what has the keyboard keeps it.
fn keep_focus_on_escape(ctx: &Context) {
    ctx.memory_mut(|memory| {
        if let Some(focused) = memory.focused() {
            let filter = EventFilter {
                escape: true,
                ..EventFilter::default()
            };
            memory.set_focus_lock_filter(focused, filter);
        }
    });
}
