//! Rating by key. A key counts only while nobody types, no list is open and the keyboard is not
//! somewhere else on the screen; one that is held down counts once, or it would rate for everybody.

use eframe::egui::{Event, Id, Key, Popup, Rect, Ui};

use crate::ui::intent::Intent;
use crate::ui::rating::Wish;
use crate::ui::view::View;

/// Whether keys rate now. `part` is where the ratings are on the screen.
pub fn are_heard(ui: &Ui, part: Rect) -> bool {
    let ctx = ui.ctx();
    if ctx.text_edit_focused() || Popup::is_any_open(ctx) {
        return false;
    }
    let Some(focused) = ui.memory(|memory| memory.focused()) else {
        return true;
    };
    is_in(ui, focused, part)
}

fn is_in(ui: &Ui, control: Id, part: Rect) -> bool {
    let control = ui.ctx().read_response(control);
    // What is not on the screen any more has nothing to do with a key.
    control.is_none_or(|control| {
        let middle = control.rect.center();
        // What is scrolled out of sight is still where it was.
        let scrolled = part.x_range().contains(middle.x) && !control.interact_rect.is_positive();
        control.layer_id == ui.layer_id() && (part.contains(middle) || scrolled)
    })
}

/// What the keys pressed since the last pass ask for.
pub fn read(ui: &Ui, view: &mut View<'_>, more: bool) {
    let turn = super::turn::spot(view.place.case.as_ref());
    let focused = ui.memory(|memory| memory.focused());
    let on_button = focused.is_some_and(|focused| focused != turn);
    let mut held = false;
    let wishes: Vec<Wish> = ui.input(|input| {
        let mut wishes = Vec::new();
        for event in &input.events {
            match event {
                Event::Key {
                    key,
                    pressed: true,
                    repeat,
                    modifiers,
                    ..
                } => {
                    held = *repeat;
                    match key {
                        Key::Backspace if !held && modifiers.is_none() => wishes.push(Wish::Back),
                        // On a button it presses that.
                        Key::Enter if !held && modifiers.is_none() && more && !on_button => {
                            wishes.push(Wish::Next);
                        }
                        _ => {}
                    }
                }
                Event::Text(text) if !held => {
                    let mut letters = text.chars();
                    if let (Some(key), None) = (letters.next(), letters.next()) {
                        wishes.push(Wish::Key(key));
                    }
                }
                _ => {}
            }
        }
        wishes
    });
    for wish in wishes {
        view.want(Intent::Rating(wish));
    }
}
