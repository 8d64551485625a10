//! The keys of room view, presenters' clickers included (they send Page Up and Page Down).

use eframe::egui::{Context, Key, Modifiers};

use crate::ui::scene::{Move, Scene};

const KEYS: [(Key, Move); 8] = [
    (Key::Escape, Move::Leave),
    (Key::PageDown, Move::PageDown),
    (Key::PageUp, Move::PageUp),
    (Key::Num1, Move::To(Scene::Case)),
    (Key::Num2, Move::To(Scene::Words)),
    (Key::Num3, Move::To(Scene::Question)),
    (Key::Num4, Move::To(Scene::Panel)),
    (Key::Num5, Move::To(Scene::Judgement)),
];

/// What moves among the footer's buttons or presses them while one of them has the keyboard.
const SHARED: [(Key, Move); 5] = [
    (Key::ArrowRight, Move::On),
    (Key::ArrowLeft, Move::Back),
    (Key::ArrowDown, Move::PageDown),
    (Key::ArrowUp, Move::PageUp),
    (Key::Space, Move::PageDown),
];

/// Takes what was pressed since the last pass.
pub fn pressed(ctx: &Context) -> Vec<Move> {
    let on_a_button = ctx.memory(|memory| memory.focused()).is_some();
    let shared = SHARED.into_iter().filter(|_| !on_a_button);
    let mut moves = Vec::new();
    for (key, wanted) in KEYS.into_iter().chain(shared) {
        let times = ctx.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        moves.extend(std::iter::repeat_n(wanted, times));
    }
    moves
}
