//! Taking a passage out everywhere: of the review, its history, what is being typed, the file, the
//! version before it, and the window's own memory of what was typed.

use std::path::Path;

use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Context, Id, Key, Modifiers, Popup};

use super::App;
use crate::review::redact::{Passage, Redacted};
use crate::store;
use crate::ui::intent::Intent;
use crate::ui::opening::Source;
use crate::ui::taking_out::{Found, Taking, TakingOut};
use crate::ui::view::Spot;
use crate::ui::words::count;

impl App {
    /// Carries out what a person wants of the panel.
    pub(super) fn on_taking_out(&mut self, wish: Taking, ctx: &Context) {
        match wish {
            Taking::Open(taking) => {
                let from = ctx.memory(|memory| memory.focused());
                self.place(|place| {
                    place.taking_out = Some(TakingOut { from, ..taking });
                    place.attend = Some(Spot::TakeOut);
                });
            }
            Taking::Directly(taking) => self.take_out_directly(&taking, ctx),
            Taking::Change(taking) => self.place(|place| place.taking_out = Some(taking)),
            Taking::Leave => {
                let left = self.session.as_mut();
                let left = left.and_then(|session| session.place.taking_out.take());
                back_to(left.and_then(|taking| taking.from), ctx);
            }
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
    pub(super) fn look_for_passage(&mut self, ctx: &Context) {
        match &self.session {
            Some(session) => {
                let taking = session.place.taking_out.as_ref();
                let now = ctx.input(|input| input.time);
                if let Some(left) = self.found.update(session.review(), taking, now) {
                    ctx.request_repaint_after_secs(left as f32 + 0.02);
                }
            }
            None => self.found = Found::default(),
        }
    }

    fn take_out(&mut self, ctx: &Context) {
        let Some(session) = &mut self.session else {
            return;
        };
        let Some(taking) = session.place.taking_out.clone() else {
            return;
        };
        self.take_out_everywhere(&taking, ctx);
    }

    /// As it was proposed: out of what is being typed, if it stands nowhere else, or everywhere.
    fn take_out_directly(&mut self, taking: &TakingOut, ctx: &Context) {
        let (Some(session), Ok(passage)) = (&mut self.session, Passage::new(&taking.passage))
        else {
            return;
        };
        if !session.review().holding(&passage).is_empty() {
            self.take_out_everywhere(taking, ctx);
            return;
        }
        session.drafts.take_out(&passage, taking.replacement());
        ctx.data_mut(|data| data.remove_by_type::<TextEditState>());
        let mark = taking.replacement().mark();
        self.said(format!("{mark} stands in its place. It had not been kept yet, and stands nowhere in the review or its history."));
    }

    fn take_out_everywhere(&mut self, taking: &TakingOut, ctx: &Context) {
        let Some(session) = &mut self.session else {
            return;
        };
        // What is being typed is taken out of where it is kept, and of where it is not.
        session.keep_typed();
        let Some(why) = taking.why else { return };
        let passage = match Passage::new(&taking.passage) {
            Ok(passage) => passage,
            Err(refusal) => return self.refused(&refusal),
        };
        let (redacted, erased) = match session.redact(&passage, taking.replacement(), why) {
            Ok(done) => done,
            Err(refusal) => return self.refused(&refusal),
        };
        session.place.taking_out = None;
        let left = left_on_disk(session.source(), &passage);
        // The window remembers earlier versions of every field, for its own undo.
        ctx.data_mut(|data| data.remove_by_type::<TextEditState>());
        let incoming = self.out_of_what_comes_in(&passage, taking);
        self.prepared.forget_found();
        self.calculator.forget();
        back_to(taking.from, ctx);
        let done = format!("{}{incoming}", done(taking, &redacted));
        let copies = left.copies_in_words();
        match erased {
            Ok(()) => self.said(format!("{done}{copies}")),
            Err(error) if left.in_file => {
                self.failed(format!("{done}{copies} But the file still holds it: {error}"));
            }
            Err(error) => self.failed(format!(
                "{done}{copies} The file no longer holds it; only the journal on this laptop could not be written, and may still hold it: {error}"
            )),
        }
    }

    /// Takes the passage out of a file on its way in, or puts that away; says which.
    fn out_of_what_comes_in(&mut self, passage: &Passage, taking: &TakingOut) -> String {
        let (Some(importing), Some(session)) = (&mut self.importing, &self.session) else {
            return String::new();
        };
        let name = importing.name();
        if importing.take_out(passage, taking.replacement(), session.review()) {
            return format!(
                " In “{name}”, which is on its way in, the mark stands too; the file itself keeps the passage."
            );
        }
        self.importing = None;
        format!(
            " “{name}”, which was on its way in, may hold it too and was put away: choose it again."
        )
    }
}

/// The keyboard goes back to where it was.
fn back_to(control: Option<Id>, ctx: &Context) {
    if let Some(control) = control {
        ctx.memory_mut(|memory| memory.request_focus(control));
    }
}

/// What still holds a passage after it was taken out.
struct Left {
    in_file: bool,
    /// The names of the copies beside the file.
    copies: Vec<String>,
}

impl Left {
    fn copies_in_words(&self) -> String {
        match self.copies.as_slice() {
            [] => String::new(),
            [one] => format!(" Beside the file, “{one}” still holds it."),
            several => format!(
                " Beside the file, these still hold it: “{}”.",
                several.join("”, “")
            ),
        }
    }
}

/// Reads the file and the copies that the program once put beside it. What cannot be read may
/// hold it.
fn left_on_disk(source: &Source, passage: &Passage) -> Left {
    let Source::File(path) = source else {
        return Left {
            in_file: false,
            copies: Vec::new(),
        };
    };
    let holds = |path: &Path| {
        let text = std::fs::read(path);
        text.map_or(true, |bytes| {
            passage.is_in(&String::from_utf8_lossy(&bytes))
        })
    };
    let copies = store::copies_beside(path).into_iter();
    let copies = copies.filter(|copy| holds(copy));
    let names = copies.filter_map(|copy| Some(copy.file_name()?.to_string_lossy().into_owned()));
    Left {
        in_file: holds(path),
        copies: names.collect(),
    }
}

fn done(taking: &TakingOut, redacted: &Redacted) -> String {
    let texts = count(redacted.fields, "text", "texts");
    let entries = count(redacted.entries, "entry", "entries");
    let mark = taking.replacement().mark();
    let mut told = format!(
        "Taken out of {texts} and of {entries} of the history; {mark} stands in its place. It cannot be undone. Copies that were saved or sent elsewhere keep it."
    );
    for note in &redacted.notes {
        told.push_str(&format!(" {note}"));
    }
    told
}
