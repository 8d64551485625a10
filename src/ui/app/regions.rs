//! The keyboard from one part of the screen to the next.

use eframe::egui::{Context, Popup};

use super::App;
use crate::ui::widgets::region;

impl App {
    /// The keyboard goes to the next part of the screen, or the one before.
    pub(super) fn take_keyboard(&mut self, back: bool, ctx: &Context) {
        Popup::close_all(ctx);
        region::go(ctx, back);
    }
}
