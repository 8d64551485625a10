//! Opening the palette, and carrying out what is chosen in it.

use eframe::egui::Context;

use super::App;
use crate::ui::palette::{Palette, Wish};

impl App {
    pub(super) fn on_palette(&mut self, wish: Wish, _ctx: &Context) {
        match wish {
            Wish::Toggle => {
                self.palette = match self.palette {
                    None => Some(Palette::default()),
                    Some(_) => None,
                }
            }
            Wish::Type(typed) => {
                if let Some(palette) = &mut self.palette {
                    palette.typed = typed;
                }
            }
        }
    }

    /// The keyboard goes to another part of the screen.
    pub(super) fn take_keyboard(&mut self, _back: bool, _ctx: &Context) {}
}
