//! Taking a passage out everywhere: of the review, its history, what is being typed, the file, the
//! version before it, and the window's own memory of what was typed.

use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Context, Key, Modifiers, Popup};

use super::App;
use crate::review::redact::{Passage, Redacted};
use crate::ui::intent::Intent;
use crate::ui::taking_out::{Found, Taking, TakingOut};
use crate::ui::view::Spot;
use crate::ui::words::count;

impl App {
    /// Carries out what a person wants of the panel.
    pub(super) fn on_taking_out(&mut self, wish: Taking, ctx: &Context) {
        match wish {
            Taking::Open(taking) => self.place(|place| {
                place.taking_out = Some(taking);
                place.attend = Some(Spot::TakeOut);
            }),
            Taking::Change(taking) => self.place(|place| place.taking_out = Some(taking)),
            Taking::Leave => self.place(|place| place.taking_out = None),
            Taking::Now => self.take_out(ctx),
        }
    }

    /// Escape puts the panel away, where nothing else is there to be left by it; whether it did.
    pub(super) fn escape_from_taking_out(&mut self, ctx: &Context) -> bool {
        let place = self.session.as_ref().map(|session| &session.place);
        let open = place.is_some_and(|place| place.taking_out.is_some());
        if !open || self.was_typing || Popup::is_any_open(ctx) {
            return false;
        }
        let left = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if left {
            self.intents.push(Intent::TakeOut(Taking::Leave));
        }
        left
    }

    /// Where the passage on the panel stands.
    pub(super) fn look_for_passage(&mut self) {
        match &self.session {
            Some(session) => {
                let taking = session.place.taking_out.as_ref();
                self.found.update(session.review(), taking);
            }
            None => self.found = Found::default(),
        }
    }

    fn take_out(&mut self, ctx: &Context) {
        let Some(session) = &mut self.session else {
            return;
        };
        // What is being typed is taken out of where it is kept, and of where it is not.
        session.keep_typed();
        let Some(taking) = session.place.taking_out.clone() else {
            return;
        };
        let Some(why) = taking.why else { return };
        let redacted = Passage::new(&taking.passage)
            .and_then(|passage| session.redact(&passage, taking.replacement(), why));
        let (redacted, erased) = match redacted {
            Ok(done) => done,
            Err(refusal) => return self.refused(&refusal),
        };
        session.place.taking_out = None;
        // The window remembers earlier versions of every field, for its own undo.
        ctx.data_mut(|data| data.remove_by_type::<TextEditState>());
        self.importing = None;
        self.calculator.forget();
        match erased {
            Ok(()) => self.said(done(&taking, &redacted)),
            Err(error) => self.failed(format!(
                "{} But the file still holds it: {error}",
                done(&taking, &redacted)
            )),
        }
    }
}

fn done(taking: &TakingOut, redacted: &Redacted) -> String {
    let texts = count(redacted.fields, "text", "texts");
    let entries = count(redacted.entries, "entry", "entries");
    let mark = taking.replacement().mark();
    let mut told = format!(
        "Taken out of {texts} and of {entries} of the history; {mark} stands in its place. Copies that were saved or sent elsewhere keep it."
    );
    for note in &redacted.notes {
        told.push_str(&format!(" {note}"));
    }
    told
}
