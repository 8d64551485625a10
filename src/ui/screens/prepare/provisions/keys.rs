//! The table by keyboard, as in a spreadsheet: up and down, and Enter to the cell below. Left and
//! right stay within the text, Tab goes from cell to cell.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Event, Id, Key, Modifiers, Response, Ui};

/// Which cells there are, row by row, as they were drawn last.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    rows: Vec<Vec<Id>>,
}

impl Cells {
    /// Moves the keyboard before the cells are drawn, so that the one that loses it sees that.
    pub fn steer(ui: &Ui, table: Id) -> Self {
        let before: Self = ui.data(|data| data.get_temp(table)).unwrap_or_default();
        let Some((row, column)) = before.focused(ui) else {
            return Self::default();
        };
        let enter = entered(ui);
        let step = ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                Some(1)
            } else if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                Some(-1)
            } else {
                enter
            }
        });
        let to = step.and_then(|step| row.checked_add_signed(step));
        let to = to.and_then(|row| before.rows.get(row)?.get(column));
        if let Some(to) = to {
            if enter.is_some() {
                ui.input_mut(|input| {
                    input.consume_key(Modifiers::NONE, Key::Enter);
                    input.consume_key(Modifiers::SHIFT, Key::Enter);
                });
            }
            ui.memory_mut(|memory| memory.request_focus(*to));
        }
        Self::default()
    }

    fn focused(&self, ui: &Ui) -> Option<(usize, usize)> {
        let id = ui.memory(|memory| memory.focused())?;
        self.rows.iter().enumerate().find_map(|(row, cells)| {
            let column = cells.iter().position(|cell| *cell == id)?;
            Some((row, column))
        })
    }

    /// Notes a row of cells.
    pub fn row(&mut self, cells: Vec<Id>) {
        self.rows.push(cells);
    }

    /// Keeps them for the next pass.
    pub fn keep(self, ui: &Ui, table: Id) {
        ui.data_mut(|data| data.insert_temp(table, self));
    }
}

/// Down by Enter, up by Shift and Enter; `None` where it was not pressed.
fn entered(ui: &Ui) -> Option<isize> {
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Key {
                key: Key::Enter,
                pressed: true,
                modifiers,
                ..
            } => Some(if modifiers.shift { -1 } else { 1 }),
            _ => None,
        })
    })
}

/// Whoever comes to a cell by key types over what stands there.
pub fn select_all(ui: &Ui, cell: &Response, length: usize) {
    let by_mouse = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    if !cell.gained_focus() || by_mouse {
        return;
    }
    let mut state = TextEditState::load(ui.ctx(), cell.id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(length));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), cell.id);
}
