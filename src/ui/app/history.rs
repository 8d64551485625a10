//! The history screen: what is wanted of it, sealing, and going on in a new version.

use eframe::egui::Context;

use super::App;
use crate::ui::happened::{Sifting, Wish};
use crate::ui::intent::{Intent, Screen};
use crate::ui::view::Spot;

impl App {
    /// The history is looked through when it is shown.
    pub(super) fn look_at_history(&mut self) {
        if let Some(session) = &mut self.session {
            session.look_through();
        }
    }

    /// What the history screen shows is found while it is shown.
    pub(super) fn open_the_book(&mut self) {
        if let (Screen::History, Some(session)) = (self.screen, &self.session) {
            self.book.update(session.review(), &session.place.history);
        }
    }

    /// Carries out what a person wants on the history screen.
    pub(super) fn on_history(&mut self, wish: Wish, ctx: &Context) {
        match wish {
            Wish::Sift(sifting) => self.place(|place| place.history = sifting),
            Wish::OfCase(case) => {
                self.place(|place| {
                    place.history = Sifting {
                        case: Some(case),
                        ..Sifting::default()
                    };
                });
                self.handle(Intent::Go(Screen::History), ctx);
            }
            Wish::Words(words) => self.place(|place| place.taken_away = words),
            Wish::Prepare(sealing) => {
                self.place(|place| {
                    place.sealing = sealing;
                    place.attend = sealing.then_some(Spot::Seal);
                });
                if sealing {
                    self.handle(Intent::Go(Screen::History), ctx);
                }
            }
            Wish::Seal => self.seal(ctx),
        }
    }

    fn seal(&mut self, _ctx: &Context) {}

    pub(super) fn continue_in_a_new_version(&mut self, _ctx: &Context) {}
}
