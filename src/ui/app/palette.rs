//! Opening the palette, and carrying out what is chosen in it.

use eframe::egui::{Context, Popup};

use super::App;
use crate::ui::actions::{self, Action, Can};
use crate::ui::intent::{Intent, Screen};
use crate::ui::palette::{Choice, Palette, Wish};

impl App {
    pub(super) fn on_palette(&mut self, wish: Wish, ctx: &Context) {
        match wish {
            Wish::Toggle if self.palette.is_none() => self.open_palette(ctx),
            Wish::Toggle | Wish::Leave => self.leave_palette(ctx),
            Wish::Take(choice) => {
                self.leave_palette(ctx);
                self.take(choice, ctx);
            }
        }
    }

    /// What can be done from the palette: as from the menu, which takes the keyboard out of a text.
    pub(super) fn can_from_palette(&self, ctx: &Context) -> Can {
        Can {
            typing: false,
            ..self.can(ctx)
        }
    }

    /// While the palette is open the keyboard is its own; the same keys put it away again, and those
    /// that leave the program still do.
    pub(super) fn keys_beside_the_palette(&mut self, ctx: &Context) {
        for action in [Action::Palette, Action::Quit] {
            let keys = actions::entry(action).and_then(|entry| entry.shortcut);
            if keys.is_some_and(|keys| ctx.input_mut(|input| input.consume_shortcut(&keys))) {
                self.intents.push(Intent::Do(action));
            }
        }
    }

    fn open_palette(&mut self, ctx: &Context) {
        if self.room().is_some() {
            return;
        }
        Popup::close_all(ctx);
        let back = ctx.memory_mut(|memory| {
            let back = memory.focused();
            // What is typed from now on is for the palette.
            if let Some(field) = back {
                memory.surrender_focus(field);
            }
            back
        });
        self.palette = Some(Palette::opened(back));
    }

    /// Puts it away.
    fn leave_palette(&mut self, ctx: &Context) {
        self.keyboard_back = self.palette.take().and_then(|palette| palette.back);
        ctx.request_repaint();
    }

    /// What had the keyboard before the palette has it again, once nothing lies over it any more and
    /// nothing else has been given it.
    pub(super) fn give_keyboard_back(&mut self, ctx: &Context) {
        let Some(back) = self.keyboard_back else {
            return;
        };
        if ctx.memory(|memory| memory.top_modal_layer().is_some()) {
            return ctx.request_repaint();
        }
        self.keyboard_back = None;
        ctx.memory_mut(|memory| {
            if memory.focused().is_none() {
                memory.request_focus(back);
            }
        });
    }

    fn take(&mut self, choice: Choice, ctx: &Context) {
        match choice {
            Choice::Action(action) => {
                let can = self.can_from_palette(ctx);
                if actions::entry(action).is_some_and(|entry| (entry.enabled)(&can)) {
                    self.handle(Intent::Do(action), ctx);
                }
            }
            Choice::Case(case) => {
                if self.screen != Screen::Review {
                    self.handle(Intent::Go(Screen::Review), ctx);
                }
                self.handle(Intent::Select(case), ctx);
            }
        }
    }
}
