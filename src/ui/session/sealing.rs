//! The history of an open review: looked through when it is shown.

use super::Session;
use crate::ui::outside::Outside;

impl Session {
    /// Looks through the history once more. What goes through the gate changes nothing outside it,
    /// so this is done when the history is shown, not after every change.
    pub fn look_through(&mut self) {
        self.outside = Outside::of(self.review());
    }
}
