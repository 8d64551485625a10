//! Carrying out what is wanted on the *Rate* step.

use super::App;
use crate::ui::rating::Wish;

impl App {
    pub(super) fn on_rating(&mut self, wish: Wish) {
        self.place(|place| match wish {
            Wish::Member(member) => place.rating.member = Some(member),
            Wish::InTurn(in_turn) => place.rating.in_turn = in_turn,
        });
    }
}
