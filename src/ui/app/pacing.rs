//! The time on a case: noted in every frame, painted once a minute.

use std::time::Duration;

use eframe::egui::Context;

use super::App;
use crate::review::Mode;
use crate::ui::intent::Screen;
use crate::ui::unfolded::Fold;

impl App {
    /// Notes which case the panel is on. Where the time is shown, the window paints anew when the
    /// minute is over; not on the wall, for a reader, or behind another window.
    pub(super) fn keep_pace(&mut self, ctx: &Context) {
        let on_screen = self.screen == Screen::Review;
        let on_the_wall = self.room().is_some();
        let Some(session) = &mut self.session else {
            return;
        };
        let now = self.services.now();
        let reads = session.mode() == Mode::Inspect;
        session.keep_pace(on_screen && !reads, now);
        let place = &session.place;
        let in_front = ctx.input(|input| input.focused);
        let is_shown = in_front && !on_the_wall && !place.unfolded.has(&Fold::TimeAway);
        if let Some(seconds) = place.pace.next_in(now).filter(|_| is_shown) {
            ctx.request_repaint_after(Duration::from_secs(seconds));
        }
    }
}
